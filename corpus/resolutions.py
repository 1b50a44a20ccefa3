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

from corpus.symbol_forms import Symbol, fold
from corpus.symbol_tables import LAST_RESOLUTION, LAST_SESSION, year_of_resolution

_ITEM = re.compile(
    r"(?P<number>(?:ES-|S-)?\d{1,4})(?:/(?P<serial>\d{1,4}))?"
    r"(?P<letter>\s?[A-Z](?:(?:,|\sand|\sto|\set|\sy|-)\s?[A-Z](?![\w.]))*(?![\w.]))?"
    r"(?:\s?\((?P<bracket>\d{4}|(?:ES-|S-)?[IVXL]{1,7})\))?(?![\w/]|\.\d|-\d|\s?\(\w+\))"
)
_WORD = re.compile(
    r"\b(?:[Rr]esolutions?|RESOLUTIONS?|[Rr]ésolutions?|[Rr]esoluci(?:ón|ones)|[Rr]es\.?|[Рр]езолюци[ияюейями]+|SCR|UNSCR|UNGAR)"
    r"(?:\s(?:No|Nos|no|nos|núm|núms|№)\.?)?\s{0,2}(?=(?:ES-|S-)?\d)"
)
_BETWEEN = re.compile(
    r"(?:\s?[,;]|\s(?:and|et|y|и|or|as well as|ainsi que|así como))"
    r"(?:\s?(?:and|et|y|и|subsequently|subsequent|later),?)?\s(?:(?:its|resolutions?|résolution|resolución)\s)?"
    r"(?=(?:ES-|S-)?\d)"
)
_DATED = re.compile(r"\s(?:of|du|de|от)\s\d{1,2}(?:er)?\s(?:de\s)?\w{3,12}\s(?:de\s)?\d{4}")
_ALONE = re.compile(r"(?<![\w/.\-])(\d{3,4})\s?\((19[4-9]\d|20\d\d)\)")

_ORGANS = (
    ("Human Rights Council", r"Human Rights Council|Conseil des droits de l.homme|Consejo de Derechos Humanos|HRC"),
    (
        "Commission on Human Rights",
        r"Commission on Human Rights|Commission des droits de l.homme|Comisión de Derechos Humanos",
    ),
    (
        "Economic and Social Council",
        r"Economic and Social Council|Conseil économique et social|Consejo Económico y Social|ECOSOC",
    ),
    (
        "Security Council",
        r"Security Council|Conseil de sécurité|Consejo de Seguridad|Совет\w* Безопасности|UNSCR?|SCR?|S\.C\.",
    ),
    (
        "General Assembly",
        r"General Assembly|Assemblée générale|Asamblea General|Генеральн\w+ Ассамбле\w+|UNGAR?|GA|G\.A\.|Assembly",
    ),
    (
        "",
        r"European Parliament|Parliamentary Assembly|League of Arab States|Arab League|African Union|"
        r"UNESCO|IAEA|Board of Governors|Human Rights Committee|World Health Assembly|OSCE|"
        r"Organi[sz]ation of Islamic Cooperation",
    ),
)
_ORGAN = re.compile("|".join(rf"(?P<o{i}>\b(?:{words}))(?!\w)" for i, (_, words) in enumerate(_ORGANS)))
_OF = re.compile(r"\s(?:of the|adopted by the|du|de l.|de la|del)\s?")
_KEYS = {
    "Security Council": "S/RES/",
    "General Assembly": "A/RES/",
    "Human Rights Council": "A/HRC/RES/",
    "Economic and Social Council": "E/RES/",
    "Commission on Human Rights": "E/CN.4/RES/",
}
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
        return Symbol(_KEYS[self.organ] + self.number.replace(" ", ""))


def find(text: str) -> tuple[FoundResolution, ...]:
    """Every resolution that `text` names in words, in order; symbols (`S/RES/2334 (2016)`) are not words."""
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
        for item in items:
            organ = _organ_of(item, named)
            if organ:
                yield FoundResolution(item.start(), item.end(), organ, _number(item))


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
    if (of := _OF.match(text, end)) and (organ := _ORGAN.match(text, of.end())):
        return _name(organ)
    before = re.split(r"[.;!?]\s", text[max(0, start - _NEAR) : start])[-1]
    named = None
    for organ in _ORGAN.finditer(before):
        named = organ
    return _name(named) if named else None


def _name(match: re.Match[str]) -> str:
    return next(name for i, (name, _) in enumerate(_ORGANS) if match.group(f"o{i}"))


def _organ_of(item: re.Match[str], named: str | None) -> str | None:
    """The organ that a number's own form allows, guided by the body named; None where it is nobody's of ours."""
    number, serial, bracket = item["number"], item["serial"], item["bracket"]
    if named == "":
        return None
    if bracket and bracket.isdecimal() and not serial:
        return "Security Council" if number.isdecimal() and _of_council(int(number), int(bracket)) else None
    if bracket and not serial:
        return "Economic and Social Council" if named == "Economic and Social Council" else "General Assembly"
    if not serial:
        known = named == "Security Council" and number.isdecimal() and year_of_resolution(int(number))
        return named if known else None
    if number.isdecimal() and 1946 <= int(number) <= 2100:
        return named if named == "Commission on Human Rights" else "Economic and Social Council"
    if named == "Human Rights Council" and number.removeprefix("S-").isdecimal():
        return named
    return "General Assembly" if not number.isdecimal() or 31 <= int(number) <= LAST_SESSION else "Human Rights Council"


def _of_council(number: int, year: int) -> bool:
    known = year_of_resolution(number)
    return known == year if known else number > LAST_RESOLUTION and year >= 2025


def _number(item: re.Match[str]) -> str:
    """As print has it; a year after a session's number ("71/248 (2016)") is the writer's, not the number's."""
    letter = (item["letter"] or "").strip()
    if item["serial"]:
        return f"{item['number']}/{item['serial']}" + (f" {letter}" if letter else "")
    bracket = item["bracket"] or year_of_resolution(int(item["number"]))
    return item["number"] + (f" {letter}" if letter else "") + f" ({bracket})"


def _standing_alone(text: str) -> Iterator[FoundResolution]:
    for match in _ALONE.finditer(text):
        if year_of_resolution(int(match.group(1))) == int(match.group(2)):
            yield FoundResolution(
                match.start(), match.end(), "Security Council", f"{match.group(1)} ({match.group(2)})"
            )
