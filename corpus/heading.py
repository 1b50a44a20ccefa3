"""A letter's title: where it stands, and what it tells of kind, date, sender and addressee.

Print sets it in larger bold type; elsewhere its own grammar ends it: kind, date, sender, "addressed to", addressees
(the domain notes, 2.3). French and Spanish name the addressee before the sender.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.mend import is_capital
from corpus.model import LetterKind
from corpus.rows import Row

KIND = re.compile(
    r"(?P<identical>Identical (?:letters|notes)|Lettres identiques|Cartas id[eé]nticas|Идентичные письма"
    r"|رسالتان متطابقتان)(?!\w)"
    r"|(?P<note>(?:Joint )?Notes? verbales?|Nota verbal|Notas verbales|Вербальная нота|مذكرة شفوية)(?!\w)"
    r"|(?P<letter>(?:Joint |Open )?Letters?|Lettres?|Cartas?|L[A-Z]TTER|Cablegram|Telegram|Cable|Communication"
    r"|T[ée]l[ée]gramme|C[âa]blogramme|Telegrama|Cablegrama|Письмо|رسالة)(?!\w)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    rf"(?:{KIND.pattern})\*{{0,2}},?\s+(?:dated|from|addressed|of \d|en date|dat[ée]e?s?|du|adress[ée]e?s?|de fechas?"
    r"|dirigid[ao]s?|containing|sent|received|Постоянн|Временн|Генеральн|Председател|Министр|от \d|مؤرخ).*",
    re.IGNORECASE,
)
_BODY = (
    r"(?:General Assembly|Security Council|Economic and Social Council|Human Rights Council|Trusteeship Council"
    r"|Conference on Disarmament|Peacebuilding Commission)"
)
_WHO = (
    r"(?:(?:the |au |a la |a |al |à la |aux )?(?:acting )?(?:Secretary-\s?General"
    rf"|Presidents? of the (?:[\w -]{{0,40}} session of the )?{_BODY}(?: at its [\w -]{{3,40}} session)?"
    rf"|(?:the )?{_BODY}"
    r"|Chair(?:man|person|woman)? of the [\w ,-]{3,80}?Committee[\w ,()-]{0,80}?"
    r"|(?:the )?Permanent Representatives of the members of the Security Council|members of the Security Council))"
)
_ADDRESSED = re.compile(
    rf"(?:addressed(?: respectively)? )?\bto {_WHO}(?:(?:,? and(?: to)?|,)? {_WHO})*"
    r"(?:,? dated [\w ]+ \d{4})?\*{0,2}$",
    re.IGNORECASE,
)
_ADDRESSED_WITHIN = re.compile(
    rf"\bfrom\b.{{3,900}}?\b(?:addressed(?: respectively)? )?to {_WHO}(?:(?:,? and(?: to)?|,)? {_WHO})*\*{{0,2}}",
    re.IGNORECASE,
)
_FROM_LAST_WITHIN = re.compile(
    r"\b(?:adress[ée]e?s?|dirigidas?)\b.{3,400}?\b(?:par|por)\b.{3,300}?"
    r"(?:Nations Unies|Naciones Unidas|par le Secrétaire général|por el Secretario General)\*{0,2}",
    re.IGNORECASE,
)
_FROM_LAST = re.compile(
    r"\b(?:par|por)\b .*(?:Nations Unies|Naciones Unidas|général|General"
    r"|Conseil de sécurité|Consejo de Seguridad)\*{0,2}$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:addressed|adressée?s?|dirigidas?)\b.*(?:Secretary-General|Council|Assembly|Conseil|Consejo)$"
)
_GOES_ON = re.compile(
    r"(?:and|to the|the|addressed|adress[ée]e?s?|dirigidas?|from|par|por|et|y|al|a la)\b", re.IGNORECASE
)
_UNFINISHED = re.compile(
    r"(?:\b(?:of|the|to|and|from|dated|de|du|des|la|le|les|à|al|del|y|et|par|por|by)|,|-)$", re.IGNORECASE
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
        if KIND.match(row.text) and (end := _end(found, index)):
            return Title(index, end, words(found[index:end]))
    return None


def end_in_line(text: str, start: int) -> int | None:
    """Where the title that begins at `start` of a line ends, when more stands behind it; None for what is no title."""
    title = _TITLE.match(text, start)
    within = title and (_ADDRESSED_WITHIN.search(text, start) or _FROM_LAST_WITHIN.search(text, start))
    return within.end() if within and within.start() - start < 160 else None


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
    if not _TITLE.match(start):
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
        complete = _complete(text)
        if complete and not _more(text, after, gap):
            return end
        if gap and not complete and not _UNFINISHED.search(text) and not _goes_on(text, found[end : end + 4]):
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
        said = _OFFICE.search(words(found[first:end]))
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
    if _GOES_ON.match(after) and (after[0].islower() or capitals):
        return True
    lines = [row.text for row in below]
    named = next((index for index, line in enumerate(lines) if line.startswith("ADDRESSED TO ")), None)
    return capitals and named is not None and all(is_capital(line) for line in lines[:named])


def _gap(before: Row, row: Row) -> bool:
    """Whether more than a line's distance parts two rows."""
    if row.is_set and before.is_set:
        step = (row.line.top or 0) - (before.line.top or 0)
        return row.page != before.page or step > 1.6 * (before.line.size or 9)
    return row.blank > 0


def _complete(text: str) -> bool:
    return bool(_ADDRESSED.search(text) or _FROM_LAST.search(text))


def _more(text: str, after: str, gap: bool) -> bool:
    """Whether the next row still belongs to a title that could end here: "... and the President of"."""
    if _UNFINISHED.search(text):
        return True
    return bool(re.match(r"(?:and|et|y)\s+(?:the|to|au|à|al|a)\b|,", after, re.IGNORECASE)) and (
        not gap or len(after) < 100
    )


def kind(text: str) -> LetterKind:
    """What a title says was circulated."""
    match = KIND.match(text)
    if match and match["identical"]:
        return LetterKind.IDENTICAL
    return LetterKind.NOTE_VERBALE if match and match["note"] else LetterKind.LETTER
