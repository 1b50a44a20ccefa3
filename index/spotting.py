"""Words and phrases found in a text without cutting all of it into words: a tenth of the time, the same places.

`index.highlight` asks this first. Around a letter that folds to two, a mark or an ideograph, the text is cut into words
after all. It answers None where much of the text is such, and for a form that begins with `*`; what it answers is what
cutting would have found.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from index.folding import fold, spans

if TYPE_CHECKING:
    from index.highlight import Matches

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_RUN = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\W_]+")
_TOGETHER = re.compile(r"[\w/.\-]+")
_JOINING = ("/", "-", ".")
"""Signs inside a symbol."""
_ODD = "\x1a"
"""Stands for a character that has no folded one of its own. ASCII calls it a substitute; no letter has it."""
_MOST_ODD = 500
"""Odd stretches that are looked at one by one, 2 µs each."""
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Spot:
    """A word to be found: it begins with `core`, and `meant` says of a whole word whether it is one."""

    core: str
    meant: Matches | None = None
    """None where it is `core` itself."""
    every: bool = False
    """Whether every word that begins so is one."""


class Lowered(NamedTuple):
    """A text folded, character for character."""

    text: str
    """Of the same length; blank where it is odd."""
    odd: tuple[tuple[str, int, int], ...]
    """(word, start, end) of what stands between two spaces with a character that folds to none or two, or an ideograph.
    """


@lru_cache(maxsize=32)
def lowered(text: str) -> Lowered | None:
    """`text` folded; None where too much of it is odd.

    One "œ" in a letter of 200,000 characters had all of it cut into words, 50 ms of a search. Those of the letters on a
    screen are kept: with eight, each was folded again at each key.
    """
    low = _lowered(text)
    if _ODD not in low:
        return Lowered(low, ())
    odd = _around_odd(text, low)
    if len(odd) > _MOST_ODD:
        return None
    pieces, words, at = list[str](), list[tuple[str, int, int]](), 0
    for start, end in odd:
        pieces += [low[at:start], " " * (end - start)]
        words += [(word, start + first, start + last) for word, first, last in spans(text[start:end])]
        at = end
    return Lowered("".join([*pieces, low[at:]]), tuple(words))


def _lowered(text: str) -> str:
    if text.isascii():
        return text.lower()
    try:
        # A codec skips ASCII four times as fast as a pattern does; it cannot hand over what folds to Cyrillic.
        return text.encode("ascii", "rejoinder.folded").decode("ascii").lower()
    except ValueError:
        return _NOT_ASCII.sub(_folded, text).lower()


def _around_odd(text: str, low: str) -> list[tuple[int, int]]:
    """What stands between two spaces around each odd character, up to one more than `_MOST_ODD`."""
    found: list[tuple[int, int]] = []
    start = end = 0
    while len(found) <= _MOST_ODD and (at := low.find(_ODD, end)) >= 0:
        start, end = at, at + 1
        least = found[-1][1] if found else 0
        while start > least and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        found.append((start, end))
    return found


def _folded(run: re.Match[str]) -> str:
    return _folded_run(run.group())


def _folded_error(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return _folded_run(error.object[error.start : error.end]), error.end


codecs.register_error("rejoinder.folded", _folded_error)


@lru_cache(maxsize=4096)
def _folded_run(run: str) -> str:
    """Characters as the index has them, one for one, `_ODD` where that cannot be."""
    return "".join(map(_folded_one, run))


@lru_cache(maxsize=4096)
def _folded_one(character: str) -> str:
    if _IDEOGRAPH.match(character):
        return _ODD
    folded = fold(character) or (" " if character.isspace() else "")
    if len(folded) == 1:
        return folded
    if folded and not any(c.isalnum() for c in folded):
        return " "
    return _ODD


def places(text: str, spots: Sequence[Spot], most: int | None = None) -> list[tuple[int, int]] | None:
    """Where any of the words stands, of each at most the first `most`; None where that is not to be told here."""
    low = lowered(text)
    if low is None or not all(spot.core and spot.core.isalnum() for spot in spots):
        return None
    runs, found = _Runs(text), list[tuple[int, int]]()
    for spot in spots:
        own = _of_one(low.text, spot, runs, most)
        if low.odd:
            own = sorted(own + _among(low.odd, spot))[:most]
        found += own
    return found


def _among(odd: Sequence[tuple[str, int, int]], spot: Spot) -> list[tuple[int, int]]:
    """The odd words that the spot means."""
    core, meant = spot.core, spot.meant
    return [
        (start, end)
        for word, start, end in odd
        if word.startswith(core) and (spot.every or (word == core if meant is None else meant(word)))
    ]


def _of_one(low: str, spot: Spot, runs: _Runs, most: int | None) -> list[tuple[int, int]]:
    size, meant, every = len(spot.core), spot.meant, spot.every
    found: list[tuple[int, int]] = []
    for word in _beginning(spot.core).finditer(low):
        start, end = word.span()
        if not word.lastindex:
            end = _meant(low, spot, start, end, runs)
        elif not (every or (end - start == size if meant is None else meant(low[start:end]))):
            continue
        if end:
            found.append((start, end))
            if len(found) == most:
                break
    return found


def _meant(low: str, spot: Spot, start: int, end: int, runs: _Runs) -> int:
    """Where the word or symbol that begins at `start` ends, 0 where the spot does not mean it; `end` is the run's."""
    if spot.meant is None:
        return end if end - start == len(spot.core) and runs.has_word(start, end) else 0
    whole = end if runs.has_word(start, end) else runs.symbol_end(start)
    return whole if whole and spot.meant(low[start:whole]) else 0


@lru_cache(maxsize=256)
def _beginning(core: str) -> re.Pattern[str]:
    """Words that begin with `core`. It stands first, so that the search jumps from one place of it to the next.

    The group is met by one that nothing joins to another, as in a symbol; a full stop behind it ends a sentence.
    """
    core = re.escape(core)
    alone = rf"(?<![\w/.\-]{core})[^\W_]*+(?![/\-]|\.[\w/.\-])()"
    return re.compile(rf"{core}(?:{alone}|(?<![^\W_]{core})[^\W_]*+)")


def _end(low: str, at: int) -> int:
    run = _RUN.match(low, at)
    return run.end() if run else at


class _Runs:
    """Tells words from parts of symbols; what is written together is cut once, however often it is asked about."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._start = self._end = 0
        self._words: frozenset[tuple[int, int]] | None = None

    def has_word(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` is a word by itself and no part of a symbol."""
        text = self.text
        if text[end : end + 1] not in _JOINING and (not start or text[start - 1] not in _JOINING):
            return True
        if not self._start <= start < self._end:
            self._cut(start)
        return self._words is None or (start, end) in self._words

    def symbol_end(self, start: int) -> int:
        """Where the symbol that begins at `start` ends; 0 where none begins there. Asked after `has_word`."""
        return next((end for first, end in self._words or () if first == start), 0)

    def _cut(self, at: int) -> None:
        text, first = self.text, at
        while first and (text[first - 1] in _JOINING or text[first - 1] == "_" or text[first - 1].isalnum()):
            first -= 1
        together = _TOGETHER.match(text, first)
        self._start, self._end = first, together.end() if together else at + 1
        around = text[first : self._end]
        self._words = frozenset((first + a, first + b) for _, a, b in spans(around)) if "/" in around else None


def phrases(text: str, spots: Sequence[Spot]) -> list[tuple[int, int]] | None:
    """Where the words stand one after another; None where that is not to be told here."""
    firsts = places(text, spots[:1])
    low = lowered(text)
    if firsts is None or low is None or low.odd or not all(spot.core.isalnum() for spot in spots):
        return None
    found, runs = [], _Runs(text)
    for start, end in firsts:
        for spot in spots[1:]:
            end = _following(low.text, end, spot, runs)
            if not end:
                break
        else:
            found.append((start, end))
    return found


def _following(low: str, at: int, spot: Spot, runs: _Runs) -> int:
    """Where the next word ends, 0 where the spot does not mean it."""
    between = _BETWEEN.match(low, at)
    if between is None or not low.startswith(spot.core, between.end()):
        return 0
    return _meant(low, spot, between.end(), _end(low, between.end()), runs)
