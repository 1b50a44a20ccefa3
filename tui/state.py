"""What is remembered between runs: where one was in each letter, and bookmarks. One JSON file, written whole.

The file lies in the XDG state folder (mode 0600 in a folder of mode 0700). It is written to a neighbour, flushed and
renamed, so that a crash leaves the old one or the new one; what two runs add is merged under a lock.
"""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.clean import visible
from tui.pins import Pin, offset_of, parse_pin, pin_at, words_of

if TYPE_CHECKING:
    from corpus.model import Letter

SCHEMA = 1
KEPT_PLACES = 1000
"""Letters whose reading place is remembered; the least recent go first (about 60 KB)."""


class Bookmark(NamedTuple):
    """A pin and the first words of what it names, since numbers move when reading improves."""

    pin: str
    words: str

    @property
    def letter(self) -> str:
        """The letter's ID."""
        parsed = parse_pin(self.pin)
        return parsed.letter if parsed else self.pin

    def find(self, letter: Letter) -> int:
        """Where it leads in the letter as it is read now; the beginning where nothing fits."""
        parsed = parse_pin(self.pin)
        return (offset_of(parsed, letter, self.words) if parsed else None) or 0


def bookmark_at(letter: Letter, offset: int) -> Bookmark:
    """The bookmark of the paragraph an offset stands in, of the next one where it stands in a title or a heading."""
    block = letter.block_at(offset)
    below = (b for b in letter.blocks if b.span.start >= block.span.start and pin_at(letter, b.span.start))
    block = next(below, block)
    pin = pin_at(letter, block.span.start) or Pin(letter.id, block.id)
    return Bookmark(str(pin), words_of(letter, block))


@dataclass(slots=True)
class State:
    """Reading places and bookmarks; every change of a bookmark is written at once, places by `save`."""

    path: Path
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Letter ID → (offset, lines shown above it), the most recent last."""
    bookmarks: list[Bookmark] = field(default_factory=list)
    notice: str = ""
    """What a person should know about reading or writing the file; `""` when all is well."""
    _moved: set[str] = field(default_factory=set)
    _dropped: set[Bookmark] = field(default_factory=set)

    @classmethod
    def open(cls, path: Path | None = None) -> State:
        """The state kept at `path` (by default in the XDG state folder); an empty one where there is none.

        A file that cannot be understood is set aside beside it and told about in `notice`, never overwritten.
        """
        state = cls(path or default_path())
        try:
            state.places, state.bookmarks = _read(state.path)
        except FileNotFoundError:
            pass
        except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
            state.notice = f"Bookmarks and places could not be read ({error.__class__.__name__})."
            with suppress(OSError):
                os.replace(state.path, state.path.with_suffix(".damaged"))
                state.notice += f" The file is kept as {state.path.with_suffix('.damaged').name}."
        return state

    def remember(self, letter: str, offset: int, lead: int = 0) -> None:
        """Where one is in a letter; written by the next `save`."""
        self.places.pop(letter, None)
        self.places[letter] = (offset, lead)
        self._moved.add(letter)

    def place(self, letter: str) -> tuple[int, int] | None:
        """Where one was in a letter."""
        return self.places.get(letter)

    def add(self, bookmark: Bookmark) -> None:
        """Keep a bookmark, the newest first; one of the same pin is replaced."""
        self.bookmarks = [bookmark, *(b for b in self.bookmarks if b.pin != bookmark.pin)]
        self._dropped.discard(bookmark)
        self.save()

    def drop(self, bookmark: Bookmark) -> None:
        """Forget a bookmark."""
        self.bookmarks = [b for b in self.bookmarks if b != bookmark]
        self._dropped.add(bookmark)
        self.save()

    def save(self) -> None:
        """Write everything. A disk that refuses is told about in `notice`; reading goes on."""
        from filelock import FileLock, Timeout  # 15 ms, not needed before the first paint

        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(f"{self.path}.lock", timeout=1, mode=0o600):
                self._merge()
                _write(self.path, self._as_json())
        except (OSError, Timeout) as error:
            self.notice = f"Bookmarks and places could not be written: {error}"
        else:
            self._moved.clear()
            self._dropped.clear()

    def _merge(self) -> None:
        """Take over what another run has written since: its bookmarks, its places of letters not read here."""
        try:
            places, bookmarks = _read(self.path)
        except (ValueError, KeyError, TypeError, AttributeError, OSError):
            return
        mine = {letter: self.places[letter] for letter in self.places if letter in self._moved}
        merged = {k: v for k, v in (self.places | places).items() if k not in mine} | mine
        self.places = dict(list(merged.items())[-KEPT_PLACES:])
        pins = {b.pin for b in self.bookmarks} | {b.pin for b in self._dropped}
        self.bookmarks += [b for b in bookmarks if b.pin not in pins]

    def _as_json(self) -> dict[str, Any]:
        return {
            "schema": SCHEMA,
            "places": {letter: list(place) for letter, place in list(self.places.items())[-KEPT_PLACES:]},
            "bookmarks": [{"pin": b.pin, "words": b.words} for b in self.bookmarks],
        }


def default_path() -> Path:
    """`rejoinder/state.json` in the XDG state folder."""
    from platformdirs import user_state_path

    return user_state_path("rejoinder", appauthor=False) / "state.json"


def _read(path: Path) -> tuple[dict[str, tuple[int, int]], list[Bookmark]]:
    told = json.loads(path.read_text(encoding="utf-8"))
    if told["schema"] != SCHEMA:
        raise ValueError(f"schema {told['schema']}")
    places = {str(letter): (int(place[0]), int(place[1])) for letter, place in told["places"].items()}
    return places, [Bookmark(visible(str(b["pin"])), visible(str(b["words"]))) for b in told["bookmarks"]]


def _write(path: Path, told: dict[str, Any]) -> None:
    """Write to a neighbour (created with mode 0600), flush to the disk, rename."""
    handle, name = tempfile.mkstemp(prefix=path.name, dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(told, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
