"""A letter's title: where it stands, and what it tells of kind, date, sender and addressee.

Print sets it in larger bold type; elsewhere its own grammar ends it: kind, date, sender, "addressed to", addressees
(the domain notes, 2.3). French and Spanish name the addressee before the sender.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus import agenda, title_words
from corpus.mend import is_capital
from corpus.model import LetterKind
from corpus.rows import Row

_IN_MASTHEAD = re.compile(
    r"(?:session|year|ann[ée]e|sesiones|año)$|^(?:General Assembly|Security Council|Assembl|Conseil|Asamblea|Consejo)"
    r"|^\(?[A-Z]/[\w./ -]*\)?$",
    re.IGNORECASE,
)
_OPENS_LETTER = re.compile(
    r"(?:I|We|On|Upon|In|As|At|Further|Following|Pursuant|With|The|Sir|Excellenc|Dear|Mr|Madam|Your|J[’']|D[’']|Nous|Je|Tengo"
    r"|Siguiendo|Por|Me|Señor|Excelenc|Monsieur|Madame|Annex|\(Signed)\b"
)
MAX_ROWS = 14
"""Rows a title can take: the longest in print, with twenty States, has eleven."""


@dataclass(frozen=True, slots=True)
class Title:
    """The rows `first` to `last` (not included) of the rows given, and the words on one line."""

    first: int
    last: int
    text: str


def find(found: list[Row], start: int = 0, limit: int | None = None) -> Title | None:
    """The first title at or after `start`; `limit` bounds the search in rows."""
    for index in range(start, len(found) if limit is None else min(limit, len(found))):
        row = found[index]
        if title_words.KIND.match(row.text) and (end := _end(found, index)):
            own = _own(found, index, end) if index and agenda.is_item_line(found[index - 1].text) else None
            return own or Title(index, end, words(found[index:end]))
    return None


def _own(found: list[Row], first: int, end: int) -> Title | None:
    """The letter's own title below an item that is itself called "Letter dated …", with only a masthead between."""
    for index in range(first + 1, min(first + 2 * MAX_ROWS, len(found))):
        if index < end and index > first + 1 and not title_words.KIND.match(found[index].text):
            continue
        if title_words.KIND.match(found[index].text) and (last := _end(found, index)):
            return Title(index, last, words(found[index:last]))
        if index >= end and not _IN_MASTHEAD.search(found[index].text):
            return None
    return None


def words(found: list[Row]) -> str:
    """Rows on one line."""
    text = ""
    for row in found:
        joined = text.endswith("-") and not text.endswith(" -")
        text += row.text if joined or not text else " " + row.text
    return " ".join(text.split())


def _end(found: list[Row], first: int) -> int | None:
    row = found[first]
    start = words(found[first : first + 2])
    if not title_words.TITLE.match(start):
        return None
    if row.is_set:
        return _end_in_print(found, first)
    return _end_by_grammar(found, first)


def _end_in_print(found: list[Row], first: int) -> int | None:
    size = found[first].line.size or 0
    if not found[first].bold:
        return _end_by_grammar(found, first)  # Typewritten, as all were until the 1990s.
    end = first + 1
    while end < len(found) and end - first < MAX_ROWS:
        line, before = found[end].line, found[end - 1].line
        if (
            abs((line.size or 0) - size) > 0.6
            or (line.top or 0) - (before.top or 0) > 1.6 * size
            or not found[end].bold
        ):
            break
        if line.page != before.page:
            break
        end += 1
    return end


def _end_by_grammar(found: list[Row], first: int) -> int | None:
    best = None
    for end in range(first + 1, min(first + MAX_ROWS, len(found)) + 1):
        text = words(found[first:end])
        after = found[end].text if end < len(found) else ""
        gap = end >= len(found) or _gap(found[end - 1], found[end])
        complete = title_words.complete(text)
        if complete and not _more(text, after, gap):
            return end
        if (
            gap
            and not complete
            and not title_words.UNFINISHED.search(text)
            and not _goes_on(text, found[end : end + 4])
        ):
            return end if len(text) < 400 else best
        if complete:
            best = end
        if len(text) > 1200:
            break
    return best or _end_by_length(found, first)


def _end_by_length(found: list[Row], first: int) -> int | None:
    """Where a title ends whose grammar is at fault, with no gap below: at a short line that names an addressee.

    The next line begins a sentence; lines within a title are filled.
    """
    longest = 0
    for end in range(first + 1, min(first + MAX_ROWS, len(found))):
        longest = max(longest, len(found[end - 1].text))
        said = title_words.OFFICE.match(words(found[first:end]))
        if said and len(found[end - 1].text) < 0.75 * longest and found[end].text[:1].isupper():
            return end
    return None


def _goes_on(text: str, below: list[Row]) -> bool:
    """Whether a row begins as the rest of a title does; a capital begins a sentence, but in a title of capitals.

    Some pages leave an empty line between all lines of a title in capitals: there it goes on to who is addressed.
    """
    if not below:
        return False
    after = below[0].text
    capitals = is_capital(text)
    if title_words.GOES_ON.match(after) and (after[0].islower() or capitals):
        return True
    lines = [row.text for row in below]
    if _ends_below(text, lines):
        return True
    named = next((index for index, line in enumerate(lines) if line.startswith("ADDRESSED TO ")), None)
    return capitals and named is not None and all(is_capital(line) for line in lines[:named])


def _ends_below(text: str, lines: list[str]) -> bool:
    """Whether a title that has not named everybody does so within three more lines, none of which begins a letter."""
    for line in lines[:3]:
        if _OPENS_LETTER.match(line) or line.endswith((".", ":", ";")):
            return False
        text += " " + line
        if title_words.complete(text):
            return True
    return False


def _gap(before: Row, row: Row) -> bool:
    """Whether more than a line's distance parts two rows."""
    if row.is_set and before.is_set:
        step = (row.line.top or 0) - (before.line.top or 0)
        return row.page != before.page or step > 1.6 * (before.line.size or 9)
    return row.blank > 0


def _more(text: str, after: str, gap: bool) -> bool:
    """Whether the next row still belongs to a title that could end here: "... and the President of"."""
    if title_words.UNFINISHED.search(text):
        return True
    return bool(re.match(r"(?:and|et|y)\s+(?:the|to|au|à|al|a)\b|,", after, re.IGNORECASE)) and (
        not gap or len(after) < 100
    )


def kind(text: str) -> LetterKind:
    """What a title says was circulated."""
    match = title_words.KIND.match(text)
    if match and match["identical"]:
        return LetterKind.IDENTICAL
    return LetterKind.NOTE_VERBALE if match and match["note"] else LetterKind.LETTER
