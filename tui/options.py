"""What several commands take: the library, colours, words that may begin with a hyphen, an ID in any spelling."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from corpus.errors import LibraryError, NotFound, RejoinderError, UsageError
from tui.printing import COLORS, one_line, say

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from index.library import Library
    from index.results import Candidate

F = TypeVar("F", bound=Callable[..., Any])

NOTHING = 1
"""Exit status where nothing was found (contracts.md)."""

_MINUS = re.compile(r"-[^-].")
_KEPT = "\0"


class Words(click.Command):
    """A command whose words may begin with a hyphen: `customs -post` leaves out the post, and is no option.

    Options of one letter are therefore `-h` alone.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Hide the hyphens of words from click; `joined` brings them back."""
        return super().parse_args(ctx, [_KEPT + arg if _MINUS.match(arg) else arg for arg in args])


def joined(words: Sequence[str]) -> str:
    """Words of a command line as one text."""
    return " ".join(word.removeprefix(_KEPT) for word in words)


library_option = click.option(
    "--library",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="The library's folder, instead of the one in your data folder.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
csv_option = click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
plain_option = click.option(
    "--plain", is_flag=True, help="Sentences, one a line, without tables or drawing: for a screen reader."
)
language_option = click.option(
    "--language",
    metavar="CODE",
    help="The language to show where a letter is held in several: en, fr, es, ar, ru, zh.",
)
color_option = click.option(
    "--color",
    type=click.Choice(COLORS),
    default="auto",
    help="Colours: on a terminal (auto, and not where NO_COLOR is set), always, or never.",
)


def only_one(**forms: bool) -> None:
    """Refuse two forms of output at once."""
    asked = [f"--{name}" for name, wanted in forms.items() if wanted]
    if len(asked) > 1:
        raise UsageError(f"{' and '.join(asked)} exclude each other.", "Ask for one form.")


@contextmanager
def opened(folder: Path | None) -> Iterator[Library]:
    """The library, with what is to be known of it said on standard error; LibraryMissing and its kin."""
    from index.library import Library

    try:
        with Library.open(folder) as library:
            for notice in library.notices:
                say(notice)
            if library.outdated:
                older = "An older version of Rejoinder made this library; `rejoinder index FOLDER` makes it again."
                say(of_library(older, folder))
            yield library
    except LibraryError as error:
        error.hint = of_library(error.hint, folder)
        raise


def of_library(words: str, folder: Path | None) -> str:
    """Words that name a command, with the library that was asked for: a next step must not lead to another one."""
    if folder is None:
        return words
    option = f"--library {shlex.quote(str(folder))}"
    for command in ("rejoinder doctor library", "rejoinder index FOLDER"):
        words = words.replace(command, f"{command} {option}")
    return words


def identified(library: Library, words: str) -> str:
    """The ID of the one held letter that `words` mean. NotFound says who cites it; UsageError names those that fit."""
    found = library.identify(words)
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"“{words}” may be {_either(found)}.", "Say which.")
    raise NotFound(f"No letter here is called “{words}”.", _elsewhere(library, words))


def completed(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """IDs that begin as typed, for the shell; none where there is no library, since a shell wants no sentences."""
    from click.shell_completion import CompletionItem

    from index.library import Library

    try:
        with Library.open(ctx.params.get("folder")) as library:
            near = [one for one in library.lookup(begun, 20) if one.id]
    except RejoinderError:
        return []
    return [CompletionItem(one_line(one.id or ""), help=one_line(f"{one.date or ''} {one.sender}")) for one in near]


def _either(ids: Sequence[str], most: int = 5) -> str:
    shown = list(ids[:most]) + ([f"{len(ids) - most} others"] if len(ids) > most else [])
    return " or ".join(shown)


def _elsewhere(library: Library, words: str) -> str:
    """Where to go from a name that nothing held bears."""
    try:
        known = library.candidate(words)
    except NotFound:
        near = [one.id for one in library.lookup(words, 3) if one.id]
        return f"Perhaps {_either(near)}?" if near else f"Search for it: rejoinder search {words}"
    return whereabouts(known)


def whereabouts(known: Candidate) -> str:
    """What there is instead of a document that is not held: who cites it, and its address."""
    count = len(known.cited_by)
    cited = {0: "Nothing here cites it", 1: "One letter here cites it"}.get(count, f"{count} letters here cite it")
    return f"{cited}; its address is {known.address}" if known.address else f"{cited}."
