"""The grammar of document symbols: one symbol's parts, whether they can be, and how it is shown.

A key has no spaces (`S/RES/2334(2016)`), as the Organization's library catalogues; the display form has the one that
print has (`S/RES/2334 (2016)`). A document circulated in two organs has a joint key, half by half:
`A/77/794-S/2023/185`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from corpus import symbol_tables as tables
from corpus.patterns import late

HEAD = "(?:" + "|".join(re.escape(h) for h in sorted((*tables.SERIES, *tables.ORGANS), key=lambda h: -len(h))) + ")"
_CASED = "|".join(sorted(tables.CASED.values(), key=lambda w: -len(w)))
_WORD = rf"(?:{_CASED}|[A-Z]{{1,8}})(?:\.(?:\d{{1,4}}|[A-Z]{{1,3}}))?(?![a-z])"
_NUMBER = r"\d{1,8}(?:[A-Z](?![A-Za-z0-9/]))?(?![0-9a-z]|[A-Z](?!/))"
_NAMED = "|".join(tables.BRACKET_WORDS)
BRACKET = rf"\((?:(?:{_NAMED})\.?\s?(?:[0-9IVXLC]{{1,5}})?|(?:ES-|S-)?[IVXLC]{{1,7}}|\d{{1,4}})\)"
PART = rf"/\s?(?:(?:ES|S)-\d{{1,2}}|{_WORD}|{_NUMBER}|\(\d{{1,3}}\)|\(\d{{4}}\)(?=/))"
TAIL = rf"(?:\s?[A-Z](?=\s?\())?\s?{BRACKET}"
HALF = rf"{HEAD}(?:{PART}(?:{TAIL})?){{1,9}}"

_FOLD = (
    {ord(c): "-" for c in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"}
    | {ord(c): "/" for c in "\u2044\u2215\uff0f"}
    | {ord(c): " " for c in "\xa0\u1680\u202f\u205f\u3000"}
    | dict.fromkeys(range(8192, 8203), " ")
    | {ord(a): b for a, b in zip("АСЕТ", "ACET", strict=True)}
    | {
        c: chr(c - 0xFEE0)
        for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF08, 0xFF09)
    }
)
_GONE = late("[\xad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_NUMBERED = late(r"\d|E?S-\d|L\.|NC")
_SPLIT = late(rf"-(?={HEAD}/)")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in plain letters, dashes and slashes, without invisible characters, with the way back to the given one."""

    text: str
    given: str
    gone: tuple[int, ...]
    """Where the folded text lacks a character, in the folded text's places, one for each lost."""

    def back(self, place: int) -> int:
        """The place in the given text of the character at `place` of the folded one."""
        return place + bisect_right(self.gone, place)

    def back_end(self, place: int) -> int:
        """The place after the character before `place`."""
        return self.back(place - 1) + 1 if place else 0

    def strange(self, start: int, end: int) -> bool:
        """True where the given text has a Cyrillic letter in that range: it looks right and is not."""
        return any("А" <= c <= "я" for c in self.given[self.back(start) : self.back_end(end)])


def fold(text: str) -> Folded:
    """`text` as symbols are read: dashes, slashes, spaces, full-width and look-alike letters made plain."""
    if text.isascii():
        return Folded(text, text, ())
    gone = tuple(m.start() - i for i, m in enumerate(_GONE.finditer(text)))
    plain = _GONE.sub("", text) if gone else text
    return Folded(plain.translate(_FOLD), text, gone)


@dataclass(frozen=True, slots=True, order=False)
class Symbol:
    """A document symbol, single or joint, by its canonical key."""

    key: str

    def __str__(self) -> str:
        return self.display

    @property
    def display(self) -> str:
        """As print has it: a space before a bracket that closes a half, and before a resolution's letter."""
        return "-".join(_shown(half) for half in _SPLIT.split(self.key))

    @property
    def halves(self) -> tuple[Symbol, ...]:
        """Each organ's own symbol; one for a document of one organ."""
        return tuple(Symbol(half) for half in _SPLIT.split(self.key))

    @property
    def parts(self) -> tuple[str, ...]:
        """What stands between the slashes of the first half."""
        return tuple(_SPLIT.split(self.key)[0].split("/"))

    @property
    def sort_key(self) -> tuple[tuple[int, int, str], ...]:
        """Orders `A/9/2` before `A/10/1`: numbers as numbers, words as words."""
        pieces = re.findall(r"\d+|[^\d/]+", self.key)
        return tuple((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in pieces)

    def prefixes(self) -> tuple[str, ...]:
        """The beginnings of each half that end in a slash: `A/`, `A/79/`, `S/`, `S/2025/`."""
        found = []
        for half in self.halves:
            parts = half.parts
            found += ["/".join(parts[:n]) + "/" for n in range(1, len(parts))]
        return tuple(found)

    @property
    def organ(self) -> str:
        """The organ of the first half, `""` for a series of its own."""
        return tables.ORGANS.get(self.parts[0], "")

    @property
    def session(self) -> int | str | None:
        """The Assembly's session of the first half that has one: 79, `"ES-10"`, `"S-27"`."""
        for half in self.halves:
            if half.parts[0] != "A":
                continue
            for part in half.parts[1:3]:
                if re.fullmatch(r"E?S-\d+", part):
                    return part
                if part.isdecimal() and tables.FIRST_SESSION_NUMBERED <= int(part) <= tables.LAST_SESSION:
                    return int(part) if len(half.parts) > 2 else None
        return None

    @property
    def year(self) -> int | None:
        """The calendar year that the symbol itself shows, in any half: 2025 of `A/79/818-S/2025/156`."""
        for half in self.halves:
            if m := re.search(r"\((\d{4})\)$", half.key):
                return int(m.group(1))
            if half.parts[0] != "A" or "RES" not in half.parts:
                for part in half.parts[1:-1]:
                    if part.isdecimal() and 1946 <= int(part) <= tables.LAST_YEAR:
                        return int(part)
        return None

    @property
    def is_resolution(self) -> bool:
        """A resolution or decision: context of a letter, never its parent."""
        return any(p in ("RES", "DEC") for p in self.parts)

    @property
    def is_record(self) -> bool:
        """A verbatim or summary record of a meeting."""
        return any(re.match(r"(?:PV|SR)\.\d", p) for p in self.parts)

    @property
    def is_draft(self) -> bool:
        """A document of limited distribution, as drafts are."""
        return any(re.match(r"L\.\d", p) for p in self.parts)

    @property
    def may_be_letter(self) -> bool:
        """True where letters are numbered so: a serial of a principal organ, by session, year or plain."""
        return bool(re.match(r"(?:A/(?:E?S-\d+/)?|S/|E/)\d+(?:/\d+)?(?:/(?:Add|Corr|Rev)\.\d+)*(?=$|-)", self.key))

    @property
    def is_committee_serial(self) -> bool:
        """A numbered document of a committee or conference (A/AC.109/511): a paper as a rule, at times a letter."""
        return bool(re.match(r"[ASE]/(?:AC|CN?|CONF)\.\d+(?:/\d+)+(?=$|-)", self.key))


def _shown(half: str) -> str:
    half = re.sub(r"(?<=[0-9A-Z])\((?=[^/]*$)", " (", half) if re.search(r"\d[A-Z]?\([^/]*$", half) else half
    half = re.sub(r"(Sect\.|Vol\.|Part|Resumption|Prog\.)(?=[0-9IVXLC])", r"\1 ", half)
    return re.sub(r"(/RES/\S*\d)([A-Z])(?=$| )", r"\1 \2", half)


def spell(raw: str) -> str:
    """One half in canonical spelling: no spaces, capitals but in `Add Corr Rev Sub Agenda Misc`, no stray asterisks."""
    return "/".join(_spell_part(part) for part in re.sub(r"[\s*]+", "", raw).split("/"))


def _spell_part(part: str) -> str:
    def word(match: re.Match[str]) -> str:
        return tables.CASED.get(match.group().upper(), match.group().upper())

    part = re.sub(r"[A-Za-z]+", word, part)
    return re.sub(r"(?<=\()(Sect|Vol|Prog)(?=[0-9IVXLC])", r"\1.", part)


def fill_year(half: str) -> str:
    """`S/RES/2334` → `S/RES/2334(2016)`, from the table of the Council's years; anything else unchanged."""
    match = re.fullmatch(r"S/RES/(\d{1,4})", half)
    year = tables.year_of_resolution(int(match.group(1))) if match else None
    return f"{half}({year})" if year else half


def possible(half: str, *, year: int | None = None, typed: bool = False) -> bool:
    """Whether a half in canonical spelling can be a document of the Organization.

    `year` is the year of the text it stands in: a serial of the Council that looks like a year is one only before 1994.
    `typed` is True for what a person wrote by itself: then such a serial is believed.
    """
    parts = half.split("/")
    head, last = parts[0], re.sub(r"\(.*", "", parts[-1]) or parts[-1]
    if re.fullmatch(r"A/RES/\d+", half):
        return False
    if len(parts) < 2 or not re.search(r"\d", half) or not re.search(r"\d|^Summary$|^[A-Z]{3}$", last):
        return False
    if re.fullmatch(r"E?S-\d+", last) or (re.fullmatch(r"[A-Za-z]+\.\d+", last) and _is_body(last)):
        return False
    if head in ("A", "S", "E", "T"):
        return _possible_in_organ(parts, year, typed)
    if head == "ST":
        return not parts[1][0].isdigit()
    if head in tables.SHORT_SERIES:
        return len(parts) > 2 or bool(re.fullmatch(r"\d{3,4}", parts[1]))
    return True


def _is_body(part: str) -> bool:
    return part.partition(".")[0].upper() in tables.BODIES


def _is_suffix(part: str) -> bool:
    return part.partition(".")[0].upper() in tables.SUFFIXES


def _possible_in_organ(parts: list[str], year: int | None, typed: bool) -> bool:
    head, second = parts[0], re.sub(r"\(.*", "", parts[1])
    if not second.isdecimal():
        return _possible_with_word(parts)
    number = int(second)
    if re.search(r"\(\d{4}\)|\([IVXL]+\)", parts[-1]):
        return False
    if len(parts) == 2 or _is_suffix(parts[2]):
        return _possible_serial(head, number, len(parts) > 2, year, typed)
    third = re.match(r"\d+", parts[2])
    if third and (int(third.group()) > tables.LAST_IN_YEAR or not int(third.group())):
        return False
    first, last = {
        "A": (tables.FIRST_SESSION_NUMBERED, tables.LAST_SESSION),
        "S": (tables.FIRST_COUNCIL_YEAR, tables.LAST_YEAR),
        "E": (tables.FIRST_ECOSOC_YEAR, tables.LAST_YEAR),
        "T": (1, 0),
    }[head]
    return first <= number <= last and bool(re.search(r"\d", "/".join(parts[2:])))


def _possible_with_word(parts: list[str]) -> bool:
    word = re.sub(r"[.(].*", "", parts[1]).upper()
    if re.fullmatch(r"E?S-\d+", parts[1]):
        return parts[0] == "A" and len(parts) > 2
    if word in tables.BODIES:
        return len(parts) > 2 and ("." in parts[1] or word in tables.NAMED_BODIES)
    if word in tables.KINDS:
        if word in ("RES", "DEC", "INF", "PRST", "AGENDA") and not (len(parts) > 2 and _NUMBERED.match(parts[2])):
            return False
        return len(parts) > 2 or "." in parts[1]
    return len(parts) > 3 and len(word) > 1


def _possible_serial(head: str, number: int, suffixed: bool, year: int | None, typed: bool) -> bool:
    least = 1 if suffixed or (year is not None and year < 1976) else 100
    if not least <= number <= tables.LAST_SERIAL[head]:
        return False
    looks_like_year = tables.FIRST_COUNCIL_YEAR <= number <= tables.LAST_YEAR
    if not looks_like_year or typed or suffixed:
        return True
    if head == "S":
        return year is not None and year < tables.FIRST_COUNCIL_YEAR
    return head != "E" or year is None or year < tables.FIRST_COUNCIL_YEAR
