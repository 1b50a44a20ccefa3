"""`python -m tui.pictures FOLDER`: the README's pictures, made from the bundled sample by pressing keys.

The same letters give the same bytes: the time that a search took is set, and nothing else in a picture varies.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from corpus.sample import sample_folder
from index.library import Library
from index.results import Cancel, Page, Request
from tui.app import Rejoinder
from tui.screens.browse import Browse
from tui.services.worker import working
from tui.start import Settings, Start

SHOWN_SECONDS = 0.002


@dataclass(frozen=True, slots=True)
class Picture:
    """A size, a look, and the keys that lead to what is shown."""

    size: tuple[int, int]
    look: str
    query: str
    keys: tuple[str, ...]

    @property
    def name(self) -> str:
        """The file's name."""
        return f"{self.size[0]}x{self.size[1]}.svg"


PICTURES = (
    Picture((80, 24), "dark", "locksmith returned", ("enter", "enter", "J", "J", "1")),
    Picture((100, 32), "light", "owls", ("enter", "enter", "f3")),
    Picture((120, 40), "dark", 'from:valdmark "customs post"', ("enter", "down", "enter", "n", "1")),
    Picture((200, 50), "light", "lighthouse lamp", ("enter", "enter", "n")),
)


class Steady(Library):
    """A library whose searches all take the same time, as far as they tell."""

    def search(self, request: Request, *, cancel: Cancel | None = None) -> Page:
        """As in the library, the time apart."""
        return super().search(request, cancel=cancel)._replace(seconds=SHOWN_SECONDS)


async def taken(picture: Picture, library: Path, remembered: Path) -> str:
    """The picture as SVG."""
    settings = Settings(library, look=picture.look, keep_history=False, state_path=remembered / "state.json",
                        keys_path=remembered / "keys.toml")  # fmt: skip
    app = Rejoinder(settings, Start())
    async with app.run_test(size=picture.size) as pilot:
        await _settled(app, pilot)
        browse = app.screen
        assert isinstance(browse, Browse)
        assert browse.library is not None
        browse.searches.library = Steady(browse.library.index)
        browse.search_for(picture.query)
        await _settled(app, pilot)
        for key in picture.keys:
            await pilot.press(key)
            await _settled(app, pilot)
        browse.say("")
        await pilot.pause()
        # Without it, viewers built on librsvg drop the spaces that a run of text begins and ends with.
        return app.export_screenshot(title="rejoinder").replace("<svg ", '<svg xml:space="preserve" ', 1)


async def _settled(app: Rejoinder, pilot: Pilot[None]) -> None:
    """Wait until every question is answered and painted."""
    await pilot.pause()
    while working():
        await pilot.pause(0.01)
    await pilot.pause()


def make(folder: Path) -> list[Path]:
    """Write all pictures into `folder`; where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    with tempfile.TemporaryDirectory() as name:
        library = Path(name) / "library"
        with Library.open(library, create=True) as door:
            door.ingest([sample_folder()])
        for picture in PICTURES:
            remembered = Path(name) / picture.name
            made.append(folder / picture.name)
            made[-1].write_text(asyncio.run(taken(picture, library, remembered)), "utf-8")
    return made


if __name__ == "__main__":
    for path in make(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures")):
        print(path)
