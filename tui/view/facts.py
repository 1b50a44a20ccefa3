"""What stands above a letter: the facts of its masthead, each in words; what was inferred says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.clean import visible
from corpus.model import AgendaItem, Letter
from tui.view.layout import Extra
from tui.view.wrap import cells, wrap

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)  # English as the Organization writes it, whatever the locale
FEW_ITEMS = 2
"""Up to so many agenda items stand with their titles; more are numbers until `i` opens them."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the library knows of a letter beyond its own text."""

    inferred_symbols: tuple[str, ...] = ()
    inferred_from: tuple[str, ...] = ()
    """IDs of the letters that gave it those symbols."""


def in_words(date: str | None) -> str:
    """`2023-03-22` → `22 March 2023`; what is no such date is given back as it is, `undated` for None."""
    if not date:
        return "undated"
    parts = date.split("-")
    if len(parts) == 3 and all(p.isdigit() for p in parts) and 1 <= int(parts[1]) <= 12:
        return f"{int(parts[2])} {_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return date


def facts(letter: Letter, width: int, known: Known | None = None, full: bool = False) -> list[Extra]:
    """The lines above a letter at a measure of `width` cells; `full` adds items' titles, organs and holdings (`i`)."""
    lines: list[Extra] = []
    for style, shown, hang in _clean(letter, known, full):
        for number, (start, end) in enumerate(wrap(shown, width, max(2, width - hang))):
            lines.append(Extra(style, (" " * hang if number and hang < width else "") + shown[start:end].rstrip()))
    lines.append(Extra("rule", "─" * width))
    return lines


def facts_unbroken(letter: Letter, known: Known | None = None, full: bool = False) -> list[str]:
    """The same facts, a line each however long, and no rule below them: to be spoken or pasted."""
    return [text for _, text, _ in _clean(letter, known, full)]


def _clean(letter: Letter, known: Known | None, full: bool) -> Iterator[tuple[str, str, int]]:
    """(style, text, hanging indent) of each fact, its text harmless and with single spaces."""
    for style, text, hang in _statements(letter, known or Known(), full):
        yield style, visible(" ".join(text.split())), hang


def _statements(letter: Letter, known: Known, full: bool) -> Iterator[tuple[str, str, int]]:
    """(style, text, hanging indent) of each fact."""
    kind = letter.kind.value.capitalize() if letter.kind.value != "other" else "Document"
    if letter.symbols:
        yield "symbol", f"{'-'.join(letter.symbols)} · {kind}, {in_words(letter.date)}", 2
    else:
        yield "symbol", f"{kind}, {in_words(letter.date)}", 2
        yield "inferred", _inferred(known), 2
    yield "fact", parties(letter), 2
    if place := _sitting(letter):
        yield "fact", place, 2
    yield from _items(letter.agenda_items, full)
    if full:
        yield from _details(letter)


def _inferred(known: Known) -> str:
    if not known.inferred_symbols:
        return "No symbol in the text"
    sources = f" from {', '.join(known.inferred_from)}" if known.inferred_from else ""
    return f"No symbol in the text; {'-'.join(known.inferred_symbols)} is inferred{sources}"


def parties(letter: Letter) -> str:
    """Sender → addressees, as one knows them: `Kestravia → Secretary-General`; what is unknown is told so."""
    senders = " and ".join(
        f"{p.of or p.office}" + (f" ({p.office})" if p.of and p.office != "Permanent Representative" else "")
        for p in letter.senders
    )
    return f"{senders or 'sender unknown'} → {' and '.join(letter.addressees) or 'addressee unknown'}"


def _sitting(letter: Letter) -> str:
    words = []
    if letter.session is not None:
        words.append(f"Session {letter.session}")
    if letter.sc_year is not None:
        words.append(f"Council year {letter.sc_year}")
    if letter.distributed and letter.distributed != letter.date:
        words.append(f"{'d' if words else 'D'}istributed {in_words(letter.distributed)}")
    return " · ".join(words)


def _items(items: Sequence[AgendaItem], full: bool) -> Iterator[tuple[str, str, int]]:
    if not items:
        return
    if full or len(items) <= FEW_ITEMS:
        for item in items:
            number = f"Item {item.number}  "
            yield "fact", number.replace(" ", "\xa0") + (item.title or "(no title printed)"), cells(number)
    else:
        numbers = [item.number for item in items]
        yield "fact", f"Items {', '.join(numbers[:-1])} and {numbers[-1]} ▸ i shows their titles", 2


def _details(letter: Letter) -> Iterator[tuple[str, str, int]]:
    if letter.organs:
        yield "dim", f"Organs: {', '.join(letter.organs)}", 2
    if letter.distribution or letter.original_language:
        distribution = f"Distribution: {letter.distribution or 'not printed'}"
        yield "dim", f"{distribution} · Original: {letter.original_language or 'not printed'}", 2
    for holding in letter.holdings:
        yield "dim", f"File: {holding.path} ({holding.format}, {holding.language or 'language unknown'})", 2
        yield "dim", f"sha-256 {holding.sha256}", 2
    for warning in letter.warnings:
        yield "dim", f"Note: {warning}", 2
