"""Words for people: tables on a terminal, plain lines elsewhere, ASCII where the locale has nothing else.

What a letter, a file's name or an error says goes through `shown` here, and to Rich as `Text`, never as markup.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import IO, TYPE_CHECKING, Any, cast

import click

from corpus.clean import shown, shown_together
from tui.ascii import to_ascii
from tui.terminal import draws_nothing, draws_unicode, no_colour

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

COLORS = ("auto", "always", "never")
_LOCALE = ("LC_ALL", "LC_CTYPE", "LANG")

Run = tuple[str, str]
"""A stretch of text and its Rich style, `""` for none."""


def in_ascii(environ: Mapping[str, str], is_terminal: bool) -> bool:
    """Whether words are to be written in ASCII: the locale says so, or says nothing and this is a terminal."""
    return not draws_unicode(environ) and (is_terminal or any(environ.get(name) for name in _LOCALE))


def one_line(text: str) -> str:
    """Text for one line: what could act replaced, white space single."""
    return shown(" ".join(text.split()))


def say(words: str) -> None:
    """One line on standard error: words, never data."""
    text = one_line(words)
    click.echo(to_ascii(text) if in_ascii(os.environ, sys.stderr.isatty()) else text, err=True)


@dataclass(frozen=True)
class Printer:
    """Standard output as this run wants it."""

    color: str = "auto"
    """`auto`, `always` or `never`; `auto` colours a terminal, unless NO_COLOR is set."""
    plain: bool = False
    """Sentences without tables, colours or drawing, on a terminal and in a pipe: for a screen reader."""

    @cached_property
    def tables(self) -> bool:
        """Whether tables and trees are drawn: a terminal that can, and nobody asked for plain lines."""
        return not self.plain and sys.stdout.isatty() and not draws_nothing(os.environ)

    @cached_property
    def spoken(self) -> bool:
        """Whether a person listens or reads one statement after another: `--plain`, or a terminal that cannot draw."""
        return self.plain or (sys.stdout.isatty() and not self.tables)

    @cached_property
    def coloured(self) -> bool:
        """Whether lit words are lit."""
        if self.color != "auto":
            return self.color == "always"
        return self.tables and not no_colour(os.environ)

    @cached_property
    def ascii(self) -> bool:
        """Whether what is printed keeps to ASCII."""
        return in_ascii(os.environ, sys.stdout.isatty())

    @cached_property
    def console(self) -> Console:
        """Where Rich draws; nothing in it is read as markup, a highlight or an emoji."""
        from rich.console import Console

        class Drawn(Console):
            def on_broken_pipe(self) -> None:
                raise BrokenPipeError

        return Drawn(
            file=cast(IO[str], Ascii(sys.stdout)) if self.ascii else sys.stdout,
            force_terminal=self.coloured or (self.tables and self.color != "never"),
            no_color=not self.coloured,
            color_system="auto" if self.tables else "standard",
            markup=False,
            emoji=False,
            highlight=False,
            width=None if self.tables else 10_000,
            safe_box=True,
        )

    def line(self, *runs: str | Run) -> None:
        """One line of text; styles are dropped where nothing is coloured, the line is never wrapped."""
        if self.coloured or self.tables:
            self.console.print(text(*runs), soft_wrap=True)
            return
        words = shown("".join(run if isinstance(run, str) else run[0] for run in runs)).replace("\n", " ")
        click.echo(to_ascii(words) if self.ascii else words)

    def row(self, *cells: str | Sequence[Run]) -> None:
        """Cells with tabs between them, each on one line: for grep, cut and a screen reader."""
        runs: list[str | Run] = []
        for number, cell in enumerate(cells):
            runs += ["\t"] if number else []
            runs += [one_line(cell)] if isinstance(cell, str) else [(words.replace("\t", " "), s) for words, s in cell]
        self.line(*runs)

    def draw(self, what: RenderableType) -> None:
        """Draw a Rich table or tree."""
        self.console.print(what)

    def table(self, columns: Iterable[str | tuple[str, dict[str, Any]]]) -> Any:
        """An empty table of quiet looks; a column is its title, or its title and Rich's options."""
        from rich import box
        from rich.table import Table

        made = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
        for column in columns:
            title, options = (column, {}) if isinstance(column, str) else column
            made.add_column(title, **options)
        return made


def text(*runs: str | Run) -> Text:
    """Rich text of stretches, cleaned, on one line, never read as markup."""
    from rich.text import Text

    made = Text()
    pairs = [(run, "") if isinstance(run, str) else run for run in runs]
    for words, (_, style) in zip(shown_together([words for words, _ in pairs]), pairs, strict=True):
        made.append(words.replace("\n", " "), style)
    return made


class Ascii:
    """A text stream that writes ASCII of the same width; everything else is the stream's own."""

    encoding = "ascii"

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, words: str) -> int:
        """Write, every character with an ASCII stand-in."""
        return self._stream.write(to_ascii(words))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
