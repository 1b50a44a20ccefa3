"""Dates as letters write them, in English, French, Spanish, Russian and Arabic, and with Roman months in old prints.

A full date is an ISO date. One without its year is `--03-08`, one without its day `2023-03`, as ISO 8601 writes them:
`with_year` completes the first from the letter's own date. Dates that share a month or a year are found each by itself:
"20 and 25 February 2025", "25 February and 20 March 2008".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from corpus.patterns import late

_MONTHS = (
    "january|jan|janvier|enero|ene|января|январь|كانون الثاني|يناير",
    "february|feb|février|fevrier|febrero|февраля|февраль|شباط|فبراير",
    "march|mar|mars|marzo|марта|март|آذار|مارس",
    "april|apr|avril|abril|abr|апреля|апрель|نيسان|أبريل|إبريل",
    "may|mai|mayo|мая|май|أيار|مايو",
    "june|jun|juin|junio|июня|июнь|حزيران|يونيه|يونيو",
    "july|jul|juillet|julio|июля|июль|تموز|يوليه|يوليو",
    "august|aug|août|aout|agosto|ago|августа|август|آب|أغسطس",
    "september|sept|sep|septembre|septiembre|setiembre|сентября|сентябрь|أيلول|سبتمبر",
    "october|oct|octobre|octubre|октября|октябрь|تشرين الأول|أكتوبر",
    "november|nov|novembre|noviembre|ноября|ноябрь|تشرين الثاني|نوفمبر",
    "december|dec|décembre|decembre|diciembre|dic|декабря|декабрь|كانون الأول|ديسمبر",
)
"""Names of each month; Arabic letters write both the Levantine and the Egyptian name, joined by a slash."""
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_NUMBER = {name: n for n, names in enumerate(_MONTHS, 1) for name in names.split("|")}

MONTHS = frozenset(_NUMBER)
"""Every name of a month, in small letters."""
MONTH_NAMES = "|".join(sorted(_NUMBER, key=lambda name: -len(name)))
"""Alternatives of a pattern: every name of a month, longest first."""
_MONTH = rf"(?:{MONTH_NAMES})(?:\s?/\s?(?:{MONTH_NAMES}))?\.?(?!\w)"
_DAY = r"[0-3]?\d(?:st|nd|rd|th|er|º|°)?"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_AND = r"\s?(?:,|;|/|-|–|,?\s(?:and|to|et|y|à|au|al|a|и|و))\s?"
_OF = r"\s(?:of\s|de\s|du\s)?"
_DAYS = rf"(?<![\w/.\-]){_DAY}(?:{_AND}{_DAY}){{0,9}}"

_DAY_FIRST = late(rf"(?P<days>{_DAYS}){_OF}(?P<month>{_MONTH})(?:,?\s(?:de\s|del\s)?(?P<year>{_YEAR}))?", re.I)
_MONTH_FIRST = late(
    rf"(?<!\w)(?P<month>{_MONTH})\s(?P<days>[0-3]?\d(?:st|nd|rd|th)?)(?:,\s?|\s)(?P<year>{_YEAR})", re.I
)
_MONTH_ONLY = late(rf"(?<!\w)(?P<month>{_MONTH}),?\s(?:de\s|del\s|of\s)?(?P<year>{_YEAR})", re.I)
_IN_ROMAN = late(rf"(?<![\w.])(?P<days>[0-3]?\d)[.\-/ ](?P<roman>{'|'.join(_ROMAN[::-1])})[.\-/ ](?P<year>{_YEAR})")
_ISO = late(r"(?<![\w/\-])((?:19|20)\d\d)-([01]\d)-([0-3]\d)(?![\w\-])")
_DIGIT = late(r"\d")
_YEARS = late(r"(?:19|20)\d\d(?!\d)")
_SHARED = late(_AND)
_ARABIC_DIGITS = {0x660 + n: str(n) for n in range(10)} | {0x6F0 + n: str(n) for n in range(10)}
_PLAIN = {0xA0: " ", 0x202F: " ", 0x2009: " ", 0x2011: "-", 0x2013: "-", 0x2014: "-", ord("\n"): " "} | _ARABIC_DIGITS


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at `text[start:end]`: `2023-03-08`, `--03-08` without a year, `2023-03` without a day."""

    start: int
    end: int
    iso: str

    @property
    def is_full(self) -> bool:
        """Whether it has a year and a day."""
        return _is_full(self.iso)


def _is_full(iso: str) -> bool:
    return len(iso) == 10 and iso[0] != "-"


def find(text: str) -> tuple[FoundDate, ...]:
    """Every date in `text`, in order; dates that cannot be (31 April) are none. Never raises."""
    if not _DIGIT.search(text):
        return ()
    plain = text if text.isascii() and "\n" not in text else text.translate(_PLAIN)
    found: list[FoundDate] = []
    taken: list[tuple[int, int]] = []
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _IN_ROMAN, _ISO, _MONTH_ONLY):
        # All but the first need a year that none before has taken; they are slow, and most texts have none left.
        if pattern is not _DAY_FIRST and all(_covered(taken, m) for m in _YEARS.finditer(plain)):
            break
        free = [m for m in pattern.finditer(plain) if not _covered(taken, m)]
        if free:
            taken = sorted([*taken, *(m.span() for m in free)])
        for match in free:
            found += _dates(match)
    return tuple(_years_shared(sorted(found, key=lambda f: f.start), plain))


def _covered(taken: list[tuple[int, int]], match: re.Match[str]) -> bool:
    i = bisect_left(taken, (match.end(), 0))
    return i > 0 and taken[i - 1][1] > match.start()


def _dates(match: re.Match[str]) -> list[FoundDate]:
    given = match.groupdict()
    if not given:
        iso = _iso(int(match[1]), int(match[2]), int(match[3]))
        return [FoundDate(*match.span(), iso)] if iso else []
    month = _ROMAN.index(given["roman"]) + 1 if "roman" in given else _number(given["month"])
    year = int(given["year"]) if given["year"] else None
    if "days" not in given:
        return [FoundDate(*match.span(), f"{year}-{month:02}")]
    days = list(re.finditer(r"\d+", given["days"]))
    start = match.start("days")
    found = []
    for n, day in enumerate(days):
        iso = _iso(year, month, int(day.group()))
        first = match.start() if n == 0 else start + day.start()
        last = match.end() if n == len(days) - 1 else start + day.end()
        if iso:
            found.append(FoundDate(first, last, iso))
    return found


def _number(name: str) -> int:
    return _NUMBER[re.split(r"\s?/\s?", name.lower().rstrip("."))[0]]


def _iso(year: int | None, month: int, day: int) -> str | None:
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return f"{year}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"


def _years_shared(found: list[FoundDate], text: str) -> list[FoundDate]:
    """Give a date without a year that of the next one in its list: "25 February and 20 March 2008"."""
    for i in range(len(found) - 2, -1, -1):
        this, after = found[i], found[i + 1]
        if this.iso[0] == "-" and after.iso[0] != "-" and _SHARED.fullmatch(text, this.end, after.start):
            found[i] = FoundDate(this.start, this.end, after.iso[:4] + this.iso[1:])
    return found


def parse(text: str) -> str | None:
    """The ISO date that `text` is as a whole, None where it is none or not a full one."""
    stripped = text.strip(" \t\n.,;()")
    found = find(stripped)
    whole = len(found) == 1 and found[0].start == 0 and found[0].end >= len(stripped) - len(" года")
    return found[0].iso if whole and found[0].is_full else None


def with_year(iso: str, latest: str | None) -> str | None:
    """`--03-08` completed with the latest year that does not put it after `latest`; full dates unchanged; else None."""
    if _is_full(iso):
        return iso
    if not iso.startswith("--") or not latest:
        return None
    year = int(latest[:4])
    if f"{year}{iso[1:]}" > latest:
        year -= 1
    return _iso(year, int(iso[2:4]), int(iso[5:7]))  # 29 February is not in every year.
