"""Openings that a converter has run together: masthead, title and first sentence in one line.

Text taken from a PDF paragraph by paragraph has "UNITED NATIONS Distr. GENERAL S/1998/… 9 July 1998 ORIGINAL: ENGLISH
LETTER DATED … ADDRESSED TO … In resolution …" without a line's end. Such a line is cut where a title's grammar begins
and ends, and where the words of a masthead open another of its lines. Lines that have a place on a page are left alone.
"""

from __future__ import annotations

import re
from itertools import pairwise

from corpus import dates, symbols, title_words
from corpus.mend import mended
from corpus.rows import Row

WITHIN = 30
"""Rows among which an opening stands: one run together has few, and a scan's dirt some more."""
_LONG = 120
"""Characters of a line that can hold a title and more: the longest line of a printed page has about 100."""
_TITLE_WITHIN = 1_500
"""Characters of a line within which its masthead stands, and a title: they have at most 900 and 1,100."""
_HEAD = re.compile(
    r"\bDistr\b|\bORIGINAL ?:|\bOriginal ?:|UNITED NATIONS|NATIONS UNIES|NACIONES UNIDAS"
    r"|\bsession\b|\bSESSION\b|per[íi]odo de sesiones|PER[IÍ]ODO DE SESIONES"
)
"""What a masthead says and prose above a title does not."""
_SESSION = (
    r"\b(?:[^\W\d_][\w-]{1,25} ){1,4}?"
    r"(?:session|year|SESSION|YEAR|ann[ée]e|per[íi]odo (?:extraordinario )?de sesiones)\b"
)
_ITEMS = (
    r"(?:(?:Agenda )?[Ii]tems?|AGENDA ITEMS?|Points?|Temas?) \d{1,3}(?: ?\([a-z]\))*"
    r"(?:(?:,| and| et| y|, and) (?:\d{1,3}|\([a-z]\))(?: ?\([a-z]\))*)*"
    r"(?: (?:of the|de l[’']|de la|del) ?(?:provisional agenda|preliminary list|ordre du jour(?: provisoire)?"
    r"|liste pr[ée]liminaire|programa(?: provisional)?|lista preliminar))?\*{0,2}"
)
_DISTR = r"Dist[rn]\b\.?[\W_]*(?:\w+ )??(?:GENERALE?|LIMITED|RESTRICTED|G[ée]n[ée]rale?|Limited|general|limitada)\b"
_OPENS = re.compile(
    rf"^(?:GENERAL|LIMITED|RESTRICTED)(?= [A-Z]/)"
    rf"|UNITED NATIONS|NATIONS UNIES|NACIONES UNIDAS|(?P<session>{_SESSION})|{_ITEMS}|{_DISTR}"
    r"|(?:ORIGINAL|Original) ?: ?\w+|\b(?:ENGLISH|FRAN[CÇ]AIS|ESPA[NÑ]OL)(?= ORIGINAL)"
)
"""Pieces of a masthead that are lines of their own."""
_SYMBOL = re.compile(r"[A-Z]/\S*\d\*{0,2}(?= )")
_DATE = re.compile(rf"\d{{1,2}}(?:er)? (?:de )?(?:{dates.MONTH_NAMES})\b,? (?:de )?(?:19|20)\d\d\b", re.IGNORECASE)
_SMALL = re.compile(r" [a-z]{2,} [a-z]{2,}\b")
"""Words of a sentence: two in small letters, one after the other."""
_PROSE = re.compile(r"(?: [a-z]{2,}){4}")


def part(found: list[Row]) -> list[Row]:
    """The rows with what was run together in their opening cut into its lines; the same rows where nothing was."""
    opening = [row for row in found[:WITHIN] if not row.is_set]
    for index, row in enumerate(opening):
        title = _title(row.text) if len(row.text) >= _LONG else None
        if title:
            above = [piece for before in opening[:index] for piece in _pieces(before)]
            return [*above, *_around(row, *title), *found[index + 1 :]]
    cut = [piece for row in opening for piece in (_pieces(row) if _is_flat(row.text) else [row])]
    return [*cut, *found[len(opening) :]]


def _title(text: str) -> tuple[int, int] | None:
    """Where a title stands in a line that holds more: behind nothing but a masthead, and before a sentence."""
    for match in title_words.KIND.finditer(text, 0, _TITLE_WITHIN):
        start = match.start()
        if not text[start].isupper() or not (start == 0 or _is_head(text[:start])):
            continue
        end = title_words.end_in_line(text[:start] + mended(_capitals(text, start)), start) or title_words.end_in_line(
            text, start
        )
        rest = text[end:].lstrip() if end else ""
        if end and (re.match(r"[^\W\d_a-z][\w’']*,? \w", rest) or (start and not rest)):
            return start, end
    return None


def _is_head(text: str) -> bool:
    """Whether words are a masthead's: they say what one says, and no sentence ends in them."""
    return bool(_HEAD.search(text)) and not re.search(r"[a-z]{3}(?<!istr)\. +[A-Z]", text)


def _capitals(text: str, start: int) -> str:
    """What stands between `start` and the first words in small letters."""
    small = _SMALL.search(text, start, start + _TITLE_WITHIN)
    return text[start : small.start()] if small else text[start : start + _TITLE_WITHIN]


def _is_flat(text: str) -> bool:
    """Whether a line begins with two lines of a masthead: "Fortieth session Agenda item 3", "S/619 9 July 1998"."""
    text = text[:_TITLE_WITHIN]
    first = _OPENS.match(text) or _SYMBOL.match(text)
    rest = text[first.end() :].lstrip() if first else ""
    return bool(rest and (_OPENS.match(rest) or _SYMBOL.match(rest) or _DATE.match(rest)))


def _around(row: Row, start: int, end: int) -> list[Row]:
    cut = _pieces(row.part(0, start)) if row.text[:start].strip() else []
    cut.append(row.part(start, end))
    return [*cut, row.part(end, len(row.text))] if row.text[end:].strip() else cut


def _pieces(row: Row) -> list[Row]:
    text = row.text[:_TITLE_WITHIN]
    prose = _PROSE.search(text)
    text = text[: prose.start()] if prose else text
    cuts = {0, len(row.text)}
    for match in _OPENS.finditer(text):
        cuts |= set(match.span())
    for hit in symbols.find(text, guesses=False):
        stars = re.match(r"\*{0,2}", text[hit.end :])
        cuts |= {hit.start, hit.end + (stars.end() if stars else 0)}
    told = next((hit for hit in dates.find(text) if hit.is_full), None)
    if told:
        cuts |= {told.start, told.end}
    return [row.part(a, b) for a, b in pairwise(sorted(cuts)) if row.text[a:b].strip()]
