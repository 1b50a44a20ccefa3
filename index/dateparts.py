"""Dates as a person asks for them: days, months, years, and time before, after and between them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from corpus import dates

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_ISO = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?\Z")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})\Z")
_SIGN = re.compile(r"(>=|=>|<=|=<|>|<|≥|≤)\s*")
_BETWEEN = re.compile(r"\s*(?:\.\.+|…)\s*")
_BEGUN = re.compile(r"[<>=≤≥ ]*\d{0,4}(?:-\d{0,2}){0,2}(?:\.+\d{0,4}(?:-\d{0,2}){0,2})?\Z")
_WHOLE = re.compile(r"(?<!\d)\d{4}-\d\d(?:-\d\d)?$")
"""A date with nothing left to type: where it is none, as 2025-13, it will not become one."""
_FIRST, _LAST = 1800, 2199
"""Years that can be meant; another number of four digits is a word."""


@dataclass(frozen=True, slots=True)
class Time:
    """Days from `low` to `high`, both included, as YYYYMMDD; None where one side is open."""

    low: int | None
    high: int | None
    words: str


def parse(text: str) -> Time | None:
    """The time that `text` asks for; None where it asks for none.

    `2023`, `2023-03`, `2023-03-08`, `8 March 2023`, `March 2023`, `2022..2023`, `..2006`, `>2024`, `<=2023-03`.
    """
    text = text.strip().replace("–", "-").replace("‑", "-")
    sign = _SIGN.match(text)
    if sign:
        time = _single(text[sign.end() :])
        return _beside(time, sign[1]) if time else None
    if len(sides := _BETWEEN.split(text)) == 2:
        return _between(*sides)
    return _single(text)


def begun(text: str, quoted: bool) -> Time | None:
    """The time that a date half typed asks for so far: any, where it tells no year yet; None where it is no date's.

    In quotation marks names of months may be half typed too: "8 Mar".
    """
    if not quoted and (not _BEGUN.match(text) or _WHOLE.search(text)):
        return None
    for end in range(len(text) - 1, 3, -1):
        if time := parse(text[:end]):
            return time
    return Time(None, None, "any date")


def _single(text: str) -> Time | None:
    if found := _ISO.match(text) or _DIGITS.match(text):
        return _of(*(int(part) if part else None for part in found.groups()))
    found_dates = dates.find(text)
    if len(found_dates) != 1 or text[: found_dates[0].start].strip() or text[found_dates[0].end :].strip(" ."):
        return None
    iso = found_dates[0].iso
    return None if iso.startswith("--") else _of(*map(int, iso.split("-")))


def _of(year: int | None, month: int | None = None, day: int | None = None) -> Time | None:
    if not year or not _FIRST <= year <= _LAST:
        return None
    if month is None:
        return Time(year * 10000, year * 10000 + 1231, f"{year}")
    if not 1 <= month <= 12:
        return None
    start = year * 10000 + month * 100
    if day is None:
        return Time(start, start + 31, f"{_MONTHS[month - 1]} {year}")
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return Time(start + day, start + day, f"{day} {_MONTHS[month - 1]} {year}")


def _beside(time: Time, sign: str) -> Time:
    """What lies before or after a time."""
    assert time.low is not None
    assert time.high is not None
    if sign == ">":
        return Time(time.high + 1, None, f"after {time.words}")
    if sign == "<":
        return Time(None, time.low - 1, f"before {time.words}")
    if ">" in sign or sign == "≥":
        return Time(time.low, None, f"from {time.words} on")
    return Time(None, time.high, f"until {time.words}")


def _between(first: str, last: str) -> Time | None:
    low, high = _single(first), _single(last)
    if (first and low is None) or (last and high is None):
        return None
    if low is None or high is None:
        one = low or high
        return _beside(one, ">=" if low else "<=") if one else None
    if low.low is not None and high.high is not None and low.low > high.high:
        low, high = high, low
    return Time(low.low, high.high, f"{low.words} to {high.words}")
