"""Resolutions named in words: "resolution 2334 (2016)", "résolutions 242 (1967) et 338 (1973)", "GA Res. 62/228".

How a number is written tells the organ: a calendar year in brackets is the Security Council, a Roman session or one
before a slash the General Assembly, a calendar year before a slash the Economic and Social Council or one of its
commissions. A body named beside the number wins over that. A number with the year in which the Council adopted it
needs no word before it: the table of the Council's years (`corpus.symbol_tables`) vouches for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import bodies
from corpus.patterns import late
from corpus.symbol_forms import Symbol, fold
from corpus.symbol_tables import LAST_RESOLUTION, LAST_SESSION, year_of_resolution

_ITEM = late(
    r"(?P<number>(?:ES-|S-)?\d{1,4})(?:/(?P<serial>\d{1,4}))?"
    r"(?P<letter>\s?[A-Z](?:(?:,|\sand|\sto|\set|\sy|-)\s?[A-Z](?![\w.]))*(?![\w.]))?"
    r"(?:\s?\((?P<bracket>\d{4}|(?:ES-|S-)?[IVXL]{1,7})\))?(?![\w/]|\.\d|-\d|\s?\(\w+\))"
)
_WORD = late(
    r"\b(?=[RrРрSU])(?:[Rr]esolutions?|RESOLUTIONS?|[Rr]ésolutions?|[Rr]esoluci(?:ón|ones)|[Rr]es\.?"
    r"|[Рр]езолюци[ияюейями]+|SCR|UNSCR|UNGAR)"
    r"(?:\s(?:No|Nos|no|nos|núm|núms|№)\.?)?\s{0,2}(?=(?:ES-|S-)?\d)"
)
_BETWEEN = late(
    r"(?:\s?[,;]|\s(?:and|et|y|и|or|as well as|ainsi que|así como))"
    r"(?:\s?(?:and|et|y|и|subsequently|subsequent|later),?)?\s(?:(?:its|resolutions?|résolution|resolución)\s)?"
    r"(?=(?:ES-|S-)?\d)"
)
_DATED = late(r"\s(?:of|du|de|от)\s\d{1,2}(?:er)?\s(?:de\s)?\w{3,12}\s(?:de\s)?\d{4}")
_ALONE = late(r"(?<![\w/.\-])(\d{3,4})\s?\((19[4-9]\d|20\d\d)\)")

_DIGIT = late(r"\d")
_OF = late(r"\s(?:of the|adopted by the|du|de l.|de la|del)\s?")
_SHORT = late("UNGAR|UNSCR|SCR")
_YEAR = late(r"\s(?:of|du|de|from)\s(?:19|20)\d\d(?!\d)")
_LAST_HUMAN_RIGHTS = 70
"""Sessions of the Human Rights Council that a number may mean; the 60th sat in 2025."""
_NEAR = 120
"""Characters before the word in which the body may be named: "the General Assembly, in its resolution …"."""


@dataclass(frozen=True, slots=True)
class FoundResolution:
    """A resolution in words: `text[start:end]` names it."""

    start: int
    end: int
    organ: str
    number: str
    """As print has it: `2334 (2016)`, `77/1`, `3367 A (XXX)`."""

    @property
    def symbol(self) -> Symbol:
        """The document it was issued as."""
        return Symbol(bodies.SERIES[self.organ] + self.number.replace(" ", ""))


def find(text: str) -> tuple[FoundResolution, ...]:
    """Every resolution that `text` names in words, in order; symbols (`S/RES/2334 (2016)`) are not words."""
    if not _DIGIT.search(text):
        return ()
    folded = fold(text)
    found: dict[int, FoundResolution] = {}
    for one in (*_named(folded.text), *_standing_alone(folded.text)):
        start, end = folded.back(one.start), folded.back_end(one.end)
        found.setdefault(start, FoundResolution(start, end, one.organ, one.number))
    return tuple(found[place] for place in sorted(found))


def _named(text: str) -> Iterator[FoundResolution]:
    place = 0
    while word := _WORD.search(text, place):
        items, place = _list(text, word.end())
        named = _organ_near(text, word.start(), place)
        if named is None and (short := _SHORT.match(word.group())):
            named = "General Assembly" if short.group() == "UNGAR" else "Security Council"
        years = {int(i["bracket"]) for i in items if (i["bracket"] or "").isdecimal()}
        for item in items:
            told = _years_told(text, item) | years
            if organ := _organ_of(item, named, told):
                yield FoundResolution(item.start(), item.end(), organ, _number(item, organ))


def _years_told(text: str, item: re.Match[str]) -> set[int]:
    """The year of adoption that follows a number: "598 of 20 July 1987", "2334 of 2016"."""
    told = _DATED.match(text, item.end()) or _YEAR.match(text, item.end())
    return {int(told.group()[-4:])} if told else set()


def _list(text: str, place: int) -> tuple[list[re.Match[str]], int]:
    """The numbers that begin at `place` and go on in a list, and where the list ends."""
    items: list[re.Match[str]] = []
    end = place
    while item := _ITEM.match(text, place):
        if items and not (item["serial"] or item["bracket"] or len(item["number"]) > 2):
            break
        items.append(item)
        end = item.end()
        dated = _DATED.match(text, end)
        between = _BETWEEN.match(text, dated.end() if dated else end)
        if not between:
            break
        place = between.end()
    return items, max(end, place if not items else end)


def _organ_near(text: str, start: int, end: int) -> str | None:
    """The body named after the list ("of the Security Council"), else the last one before it in its sentence."""
    if (of := _OF.match(text, end)) and (organ := bodies.first_at(text, of.end())) is not None:
        return organ
    return bodies.last_in(re.split(r"[.;!?]\s", text[max(0, start - _NEAR) : start])[-1])


def _organ_of(item: re.Match[str], named: str | None, years: set[int]) -> str | None:
    """The organ that a number's own form allows, guided by the body named; None where it is nobody's of ours."""
    number, serial, bracket = item["number"], item["serial"], item["bracket"]
    if named == "":
        return None
    if named in bodies.COMMISSIONS and serial:
        return named
    if bracket and bracket.isdecimal() and not serial:
        return "Security Council" if number.isdecimal() and _of_council(int(number), int(bracket)) else None
    if bracket and not serial:
        return named if named in ("Economic and Social Council", "Trusteeship Council") else "General Assembly"
    if not serial:
        year = year_of_resolution(int(number)) if number.isdecimal() else None
        return "Security Council" if year and (named == "Security Council" or year in years) else None
    if number.isdecimal() and year_of_resolution(int(number)) == int(serial):
        return "Security Council"
    if number.isdecimal() and 1946 <= int(number) <= 2100:
        return "Economic and Social Council"
    session = number.removeprefix("S-")
    if session.isdecimal() and named == "Human Rights Council" and int(session) <= _LAST_HUMAN_RIGHTS:
        return named
    if number.isdecimal() and not 31 <= int(number) <= LAST_SESSION:
        return "Human Rights Council" if int(number) < 31 else None
    return "General Assembly"


def _of_council(number: int, year: int) -> bool:
    known = year_of_resolution(number)
    return known == year if known else number > LAST_RESOLUTION and year >= 2025


def _number(item: re.Match[str], organ: str) -> str:
    """As print has it; a year after a session's number ("71/248 (2016)") is the writer's, not the number's."""
    letter = (item["letter"] or "").strip()
    if item["serial"] and organ != "Security Council":
        return f"{item['number']}/{item['serial']}" + (f" {letter}" if letter else "")
    bracket = item["bracket"] or year_of_resolution(int(item["number"]))
    return item["number"] + (f" {letter}" if letter else "") + f" ({bracket})"


def _standing_alone(text: str) -> Iterator[FoundResolution]:
    if "(19" not in text and "(20" not in text:
        return
    for match in _ALONE.finditer(text):
        if year_of_resolution(int(match.group(1))) == int(match.group(2)):
            yield FoundResolution(
                match.start(), match.end(), "Security Council", f"{match.group(1)} ({match.group(2)})"
            )
