"""First use: there is no library yet. The bundled sample, or a folder of letters, is a key away."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from corpus.clean import visible
from index.library import Library
from index.results import Cancel, Progress
from tui.screens.dialog import Dialog
from tui.services.worker import Failed, Service, post

WORDS = """\
Rejoinder finds letters in a library, and there is none yet at
{folder}

Enter opens the bundled sample: sixty letters between invented States.
Or type a folder that holds letters (PDF, DOCX, HTML, Markdown, text), and Enter reads it into your library.
"""
STEP = 0.2
"""Seconds between two pictures of the progress."""


class FirstUse(Dialog[Path]):
    """Gives the folder of the library to open, None when left."""

    DEFAULT_CSS = """
    FirstUse Input, FirstUse Input:focus { border: none; height: 1; padding: 0; margin: 1 1; background: $boost; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]

    @dataclass
    class Read(Message):
        """So many files are read."""

        progress: Progress

        def can_replace(self, message: Message) -> bool:
            """Only the last number matters."""
            return isinstance(message, FirstUse.Read)

    @dataclass
    class Made(Message):
        """A library is made; `said` is what a person should know of it."""

        folder: Path
        said: str

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        """Where the person's library is to be."""
        self.service = Service(self, "first-use")
        self._shown = 0.0

    def title_words(self) -> str:
        """Its title."""
        return "Rejoinder"

    def keys_words(self) -> str:
        """What keys do here."""
        return "Enter opens the sample, or reads the folder typed · Esc leaves"

    def body(self) -> Iterable[Widget]:
        """What there is to choose, and how far reading is."""
        yield Static(Content(visible(WORDS.format(folder=self.folder))), classes="said")
        line = Input(placeholder="folder of letters", compact=True)
        line.cursor_blink = False
        yield line
        yield Static("", classes="said", id="progress", markup=False)

    def on_mount(self) -> None:
        """The folder's line has the focus."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Make one of the two libraries, in a thread."""
        given = event.value.strip()
        letters = Path(given).expanduser()
        if given and not letters.is_dir():
            self._say(f"There is no folder {letters}.")
            return
        self.query_one(Input).disabled = True
        self._say("Reading…")
        if given:
            self.service.ask(lambda generation, cancel: self._read(letters, self.folder, cancel))
        else:
            self.service.ask(lambda generation, cancel: self._sample(cancel))

    def _sample(self, cancel: Cancel) -> Made:
        from tui.commands_library import sample_library

        return self.Made(sample_library(), "")

    def _read(self, letters: Path, folder: Path, cancel: Cancel) -> Made:
        with Library.open(folder, create=True) as library:
            report = library.ingest([letters], progress=self._progress, cancel=cancel)
        failed = f"; {len(report.failed)} files could not be read" if report.failed else ""
        return self.Made(folder, f"{report.letters:,} letters read{failed}")

    def _progress(self, progress: Progress) -> None:
        """In the thread: a picture now and then."""
        now = time.monotonic()
        if now - self._shown >= STEP:
            self._shown = now
            post(self, self.Read(progress))

    def on_first_use_read(self, message: Read) -> None:
        """How far it is."""
        self._say(f"{message.progress.done:,} of {message.progress.total:,} files")

    def on_first_use_made(self, message: Made) -> None:
        """Open it."""
        self.dismiss(message.folder)

    def on_service_failed(self, message: Failed) -> None:
        """What happened, and another try."""
        self._say(str(message.error))
        line = self.query_one(Input)
        line.disabled = False
        line.focus()

    def _say(self, words: str) -> None:
        self.query_one("#progress", Static).update(Content(visible(words)))

    def action_close(self) -> None:
        """Esc: stop reading; what was read stays."""
        self.service.stop()
        self.dismiss(None)
