"""A letter's citation in the Organization's style: the title in descriptive form, the symbol in brackets, a pin."""

from __future__ import annotations

from corpus.clean import visible
from corpus.model import BlockKind, Letter
from tui.pins import Pin
from tui.view.facts import in_words, parties

NO_SYMBOL = "[symbol not known]"
NO_DATE = "[date of issue not known]"
"""Stays visible: the date of a letter is its sender's, never the date of issue (letters-of-the-un.md, 5.1)."""

_UNNUMBERED = frozenset({BlockKind.MASTHEAD, BlockKind.TITLE, BlockKind.HEADING, BlockKind.SIGNATURE, BlockKind.MARK})
"""Blocks that are cited by what they are, since nobody counts them."""


def citation(letter: Letter, pin: Pin | None = None, inferred: tuple[str, ...] = ()) -> str:
    """One line: `Letter dated … addressed to … (A/61/233-S/2006/547), issued 21 August 2006, para. 4`."""
    symbol = "-".join(letter.symbols) or (f"{'-'.join(inferred)}, inferred" if inferred else NO_SYMBOL)
    issued = f"issued {in_words(letter.distributed)}" if letter.distributed else NO_DATE
    where = f", {_where(pin, letter)}" if pin is not None else ""
    return visible(f"{title(letter)} ({symbol}), {issued}{where}").replace("\n", " ")


def title(letter: Letter) -> str:
    """The printed title on one line, else one made of the facts."""
    if letter.title:
        return " ".join(letter.title.split())
    dated = f" dated {in_words(letter.date)}" if letter.date else ", undated"
    return f"{letter.kind.value.capitalize()}{dated}, {parties(letter)}"


def passage(letter: Letter, text: str, pin: Pin | None = None, inferred: tuple[str, ...] = ()) -> str:
    """A passage as it stands in the letter, then its citation and the file's sha-256: altered text can be told."""
    source = f"\nsha-256 {letter.holdings[0].sha256}" if letter.holdings else ""
    return f"“{visible(text.strip())}”\n{citation(letter, pin, inferred)}{source}"


def _where(pin: Pin, letter: Letter) -> str:
    """A pin in words, the pin itself behind it so that it can be opened: `para. 4 [#p4]`."""
    part, _, name = pin.block.rpartition(".")
    found = next((p for p in letter.parts if p.id == part), None)
    label = (found.label.lower() if found.label else part) + ", " if found else ""
    block = letter.block(pin.block)
    if block is not None and block.kind is BlockKind.NOTE:
        note = next((n.label for n in letter.notes if n.id == block.id), name[1:])
        words = f"footnote {note}"
    elif block is not None and block.kind in _UNNUMBERED:
        words = block.kind.value
    else:
        words = f"para. {name[1:]}"
    return f"{label}{words} [#{pin.block}{'n' + pin.marker if pin.marker else ''}]"
