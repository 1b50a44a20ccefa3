"""The masthead: organs, own symbols, distribution, dates, language, session and year, agenda items and their titles.

Modern print has a running symbol, organs in large type and two columns of session lines; before 1997 "Distr." stood
over GENERAL, the symbols, the date and ORIGINAL. Converters flatten all of it, so every line is judged by what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from corpus import agenda, dates, symbols
from corpus import masthead_words as say
from corpus.model import AgendaItem
from corpus.numbers import ordinal
from corpus.rows import Row


@dataclass
class Masthead:
    """What was read; None and () for what was not there."""

    symbols: list[str] = field(default_factory=list)
    organs: list[str] = field(default_factory=list)
    distribution: str | None = None
    distributed: str | None = None
    original_language: str | None = None
    session: int | str | None = None
    sc_year: int | None = None
    agenda_items: tuple[AgendaItem, ...] = ()
    names: dict[int, str] = field(default_factory=dict)
    """What each row is, by its index among the rows given: `symbol`, `organ`, `distribution`, `date`, …"""


MAX_LINE = 300
"""Characters of a line that can name sessions: all of a masthead's on one line have about 200."""
_OTHER_SERIES = re.compile(r"/(?:PV|SR)\.\d|/RES/|/PRST/|/DEC/|/Agenda/|/NGO/")


def of_another_series(own: Iterable[str]) -> bool:
    """Whether own symbols are of meeting records, agendas or decisions: they name letters in their headings."""
    return any(_OTHER_SERIES.search(symbol) for symbol in own)


def read(found: list[Row]) -> Masthead:
    """The facts of the rows above a title."""
    head = Masthead()
    distributed = False
    for index, row in enumerate(found):
        text = row.text
        if say.DISTR.search(text):
            distributed = True
        name = (
            _own_symbols(head, row.unmarked())
            or _language(head, found, index)
            or _times(head, text)
            or _organ(head, text)
        )
        if distributed or _stands_for_distribution(found, index):
            name = _distribution(head, text) or name
        name = _date(head, text) or name
        head.names[index] = name or ""
    _language_apart(head, found)
    head.agenda_items, named = agenda.read(found, head.names)
    head.names.update(named)
    return head


def _own_symbols(head: Masthead, text: str) -> str:
    """A line that is a symbol, but for "United Nations" and asterisks, or that ends with one in a flattened print."""
    if agenda.is_item_line(text):
        return ""
    text = text.replace("*", "")
    hits = [hit for hit in symbols.find(text, guesses=False) if not hit.guess]
    if not hits:
        return ""
    rest = text
    for hit in reversed(hits):
        rest = rest[: hit.start] + rest[hit.end :]
    rest = say.COMPANY.sub("", rest)
    if len(rest) > 2:
        return ""
    for hit in hits:
        for symbol in hit.symbols:
            head.symbols += [half.display for half in symbol.halves if half.display not in head.symbols]
    return "symbol"


def _language(head: Masthead, found: list[Row], index: int) -> str:
    text = found[index].text
    match = say.ORIGINAL.match(text) or _misread(text)
    if not match:
        return "language" if text.casefold() in say.LANGUAGES else ""
    said = match["languages"].strip() or (found[index + 1].text if index + 1 < len(found) else "")
    names = [say.LANGUAGES[word] for word in re.findall(r"\w+", said.casefold()) if word in say.LANGUAGES]
    if names and head.original_language is None:
        head.original_language = _listed(names)
    return "original language"


def _language_apart(head: Masthead, found: list[Row]) -> None:
    """The language that stands by itself below "Original:", where a converter has put labels and values apart."""
    below = False
    for index, name in head.names.items():
        below = below or name == "original language"
        if below and name == "language" and head.original_language is None:
            head.original_language = say.LANGUAGES[found[index].text.casefold()]


def _misread(text: str) -> re.Match[str] | None:
    """A line that a scan has damaged: a language after a word that shares most of its letters with ORIGINAL."""
    match = re.fullmatch(r"(?P<word>\w{5,11})\s?[:;.,]\s?(?P<languages>\w+)", text)
    if not match or match["languages"].casefold() not in say.LANGUAGES:
        return None
    return match if SequenceMatcher(None, match["word"].casefold(), "original").ratio() > 0.65 else None


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _times(head: Masthead, text: str) -> str:
    """Session and year of a line that says little else: prose and titles speak of sessions too."""
    name = ""
    if len(text) > MAX_LINE or text[:1].islower():
        return ""  # A small letter goes on with a sentence: "to the Assembly at its / seventy-ninth session."
    spoken = say.SAID.sub("", text)
    emergency, special = say.EMERGENCY.search(text), say.SPECIAL.search(text)
    if len(spoken) > len(text) - 6 or len(spoken) > 50:
        return ""
    if head.session is None and emergency and (number := ordinal(emergency["words"])):
        head.session, name = f"ES-{number}", "session"
    elif head.session is None and special and (number := ordinal(special["words"])):
        head.session, name = f"S-{number}", "session"
    else:
        yearly = say.YEARLY.fullmatch(text)
        number = int(yearly[1]) if yearly else _number(say.SESSION, text)
        if number and head.session is None:
            head.session, name = number, "session"
    year = _number(say.YEAR, text)
    if year and head.sc_year is None:
        head.sc_year, name = year, name or "year"
    return name


def _number(pattern: re.Pattern[str], text: str) -> int | None:
    """The ordinal before "session" or "year": of up to three words, as many of the last as make one."""
    for match in pattern.finditer(text):
        found = match["words"].split()
        for count in range(min(3, len(found)), 0, -1):
            value = ordinal(" ".join(found[-count:]))
            if value:
                return value
    return None


def _organ(head: Masthead, text: str) -> str:
    if len(text) > 90:
        return ""
    rest, hits = text, []
    for pattern, organ in say.ORGANS:
        match = pattern.search(text)
        if match:
            hits.append((match.start(), organ))
            rest = pattern.sub("", rest)
    if not hits or len(re.sub(r"\W", "", rest)) > 12:
        return ""
    head.organs += [organ for _, organ in sorted(hits) if organ not in head.organs]
    return "organ"


def _stands_for_distribution(found: list[Row], index: int) -> bool:
    """Before "Distr." came into use the word stood alone, in capitals; but GENERAL may stand over ASSEMBLY."""
    text = found[index].text
    after = found[index + 1].text if index + 1 < len(found) else ""
    return text.isupper() and bool(say.DISTRIBUTION.fullmatch(text)) and not after.upper().startswith("ASSEMBL")


def _distribution(head: Masthead, text: str) -> str:
    rest = say.DISTR.sub("", text)
    match = say.DISTRIBUTION.fullmatch(rest.strip(" .:")) or (say.DISTRIBUTION.search(rest) if rest != text else None)
    if match and head.distribution is None:
        head.distribution = say.DISTRIBUTIONS.get(match[1].casefold(), match[1].capitalize())
        return "distribution"
    return "distribution" if rest != text else ""


def _date(head: Masthead, text: str) -> str:
    if len(text) > 60 or head.distributed:
        return ""
    hits = dates.find(text)
    if len(hits) == 1 and hits[0].start < 3 and len(text) - hits[0].end < 3 and hits[0].is_full:
        head.distributed = hits[0].iso
        return "date"
    return ""
