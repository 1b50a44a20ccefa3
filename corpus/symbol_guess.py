"""What damage leaves of symbols: scans misread, footnote numbers stuck on, letters turned round.

All are guesses. Each rule is one kind of damage, tried only where no symbol was found, and its result must be
one that can be.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from corpus import symbol_tables as tables
from corpus.symbol_forms import Folded, Symbol, possible, spell

if TYPE_CHECKING:
    from corpus.symbol_find import Found

_DIGITS = str.maketrans("oOQlIi|", "0001111")
_LEFT = r"(?<![\w/.\-])"
_WORDS = r"(?:Add|Corr|Rev|Sub|CONF|Conf|Agenda|AC|CN|PV|SR|WP|WG|INF|RES|C|L|R)"
_PIECE = rf"/\s?(?:{_WORDS}[. ]{{0,2}}[\dlO]{{1,5}}|\d{{1,5}})(?![A-Za-z0-9])"

_JOINT_AS_DIGIT = re.compile(rf"{_LEFT}A/(\d{{2,3}})/(\d{{1,4}})[85]/((?:19|20)\d\d)/(\d{{1,4}})(?![\w/])")
_STUCK = re.compile(rf"{_LEFT}([ASE])/(\d{{5,8}})(?![\w/])")
_STUCK_IN_YEAR = re.compile(rf"{_LEFT}([ASE])/(\d{{2,4}})/(\d{{4,6}})(?![\w/])")
_MISREAD = re.compile(rf"{_LEFT}(?=[as]|./\d*[oOQlI])([AaSs])/((?=[oOQlI\d]*\d[oOQlI\d]*\d)[oOQlI\d]{{3,6}})(?![\w/])")
_SUFFIX_STUCK = re.compile(rf"{_LEFT}([AaSs])/(\d{{3,5}})[Yyl1I/]?(Add|Corr|Rev)\.\s?([\dlIoO]{{1,3}})(?!\w)")
_SLASH_AS_LETTER = re.compile(rf"{_LEFT}([AS])[il1I|](Agenda|PV|RES)[/.]([\dlIoO]{{2,5}})(?!\w)")
_SPACED = re.compile(rf"{_LEFT}([ASE](?:{_PIECE}){{1,5}})")
_EIGHT = re.compile(r"(?<=\()8/(\d{3,5})(?=\))")
_TURNED = re.compile(r"(?<![\w/])(\d{1,4})/(\d{2,4})/([aseASE])(?![\w/])")
_YEAR_NEAR = re.compile(r"\b(19[4-9]\d)\b")
_LIKE_YEAR = re.compile(rf"{_LEFT}S/(199[4-9]|20\d\d)(?![\w/])")


def guess(
    folded: Folded, year: int | None, taken: Sequence[tuple[int, int]], certain: Sequence[Found]
) -> Iterator[Found]:
    """Repaired symbols in what `taken` (ranges of the given text, in order) leaves free, none overlapping another."""
    from corpus.symbol_find import Found

    ranges = sorted(taken)
    for pattern, repair in _RULES:
        for match in pattern.finditer(folded.text):
            key = repair(match)
            start, end = folded.back(match.start()), folded.back_end(match.end())
            if (
                not key
                or (not possible(key, year=year, typed=True) and "-" not in key)
                or _overlaps(ranges, start, end)
            ):
                continue
            if pattern is _EIGHT and not _neighbour(key, start, certain):
                continue
            ranges.insert(bisect_right(ranges, (start, end)), (start, end))
            yield Found(start, end, (Symbol(key),), guess=True)


def _overlaps(ranges: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    i = bisect_right(ranges, (start, end))
    return (i > 0 and ranges[i - 1][1] > start) or (i < len(ranges) and ranges[i][0] < end)


def _neighbour(key: str, start: int, certain: Sequence[Found]) -> bool:
    """`S` is read as `8` only beside another serial of the Council, within 300 characters and 1,000 numbers."""
    number = int(key[2:])
    near = (f.symbols[0].key for f in certain if abs(f.start - start) < 300)
    return any(re.fullmatch(r"S/\d+", k) and abs(int(k[2:]) - number) < 1000 for k in near)


def _joint(m: re.Match[str]) -> str | None:
    halves = (f"A/{m[1]}/{m[2]}", f"S/{m[3]}/{m[4]}")
    return "-".join(halves) if all(map(possible, halves)) else None


def _cut_serial(m: re.Match[str]) -> str | None:
    """The longest beginning that a serial can have, if at most two digits (a note's number) are left over."""
    most = tables.LAST_SERIAL[m[1]]
    for length in range(len(m[2]) - 1, 3, -1):
        if int(m[2][:length]) <= most:
            return f"{m[1]}/{m[2][:length]}" if len(m[2]) - length <= 2 else None
    return None


def _cut_in_year(m: re.Match[str]) -> str | None:
    for length in range(len(m[3]) - 1, 2, -1):
        if int(m[3][:length]) <= tables.LAST_IN_YEAR:
            return f"{m[1]}/{m[2]}/{m[3][:length]}" if len(m[3]) - length <= 2 else None
    return None


def _spaced(m: re.Match[str]) -> str | None:
    if " " not in m[1] and not re.search(r"[A-Z]\d", m[1]):
        return None
    return spell(re.sub(rf"({_WORDS})[. ]{{0,2}}(?=\d)", r"\1.", m[1].replace("/ ", "/")).replace("Agenda.", "Agenda/"))


def _turned(m: re.Match[str]) -> str | None:
    """Right to left: every piece stands in reverse order, and its digits too."""
    serial, middle, head = m[1][::-1], m[2][::-1], m[3].upper()
    plain = f"{head}/{middle}/{serial}"
    return plain if serial[0] != "0" and len(middle) > 1 and possible(plain) else None


def _year_of(m: re.Match[str]) -> str | None:
    """`S/2024` is a serial of the Council where the text around it speaks of a year before 1994."""
    near = m.string[max(0, m.start() - 80) : m.end() + 80]
    return f"S/{m[1]}" if any(int(y) < tables.FIRST_COUNCIL_YEAR for y in _YEAR_NEAR.findall(near)) else None


def _number(text: str) -> str:
    return text.translate(_DIGITS)


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    (_JOINT_AS_DIGIT, _joint),
    (_STUCK, _cut_serial),
    (_STUCK_IN_YEAR, _cut_in_year),
    (_SUFFIX_STUCK, lambda m: f"{m[1].upper()}/{m[2]}/{m[3]}.{_number(m[4])}"),
    (_SLASH_AS_LETTER, lambda m: f"{m[1]}/{m[2]}{'.' if m[2] == 'PV' else '/'}{_number(m[3])}"),
    (_SPACED, _spaced),
    (_MISREAD, lambda m: f"{m[1].upper()}/{_number(m[2])}"),
    (_EIGHT, lambda m: f"S/{m[1]}"),
    (_TURNED, _turned),
    (_LIKE_YEAR, _year_of),
)
