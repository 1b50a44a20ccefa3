"""Every symbol in running text, with its place in the text as given.

First what is printed right, then the lists that lean on it ("174, 323 and 324", "and Add.1 to 5"), last what damage
has left of symbols (`corpus.symbol_guess`), marked as guesses. Time grows with the length of the text,
whatever is in it: every pattern is bounded, and each search goes on where the last one ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.patterns import late
from corpus.symbol_forms import HALF, Folded, Symbol, fill_year, fold, possible, spell

_START = r"(?<![\w/.\-])"
_HALF = late(HALF)
_DASH = late(r"\s?-\s?")
_BRACKET_AT_END = late(r"\s?\([^()]*\)$")
_FIRST = late(rf"{_START}{HALF}")
_NEXT = late(rf"(?P<joint>\s{{0,2}}-\s{{0,2}}|\s?)(?P<half>{HALF})")
_HOST = r"(?:undocs\.org|docs\.un\.org|documents\.un\.org|documents-dds-ny\.un\.org|daccess-ods\.un\.org)"
_ADDRESS = late(r"(?:https?://|www\.)[^\s<>\"\[\]]{1,2000}" + rf"|(?<![\w.]){_HOST}/[^\s<>\"\[\]]{{1,2000}}")
_OURS = late(rf"(?:https?://)?(?:www\.)?{_HOST}(?::443)?/")
_QUERY = late(r"[?&](?:s|ds|symbol)=([^&#\s]+)", re.I)
_LANGUAGE = late(r"(?:en|fr|es|ar|ru|zh|ot)/", re.I)

_SUFFIXED = late(
    r"\s?(?:,|;|,?\s?(?:and|AND|et|y|&))\s{0,2}(?P<word>(?i:Add|Corr|Rev|Amend))\.?\s?(?P<first>\d{1,3})"
    r"(?:\s?(?:to|TO|-|à|a)\s?(?P<last>\d{1,3}))?(?P<more>(?:(?:,\s?|\s(?:and|et|y)\s)\d{1,3}(?![\d/]))*)"
)
_BARE = late(r"(?:\s?,\s?(?:(?:and|et|y)\s)?|\s(?:and|et|y)\s)(\d{1,4})(?![\d/]|-[\dA-Z]|\s?[%(A-Za-z])")
_BARE_LAST = late(r"\s(?:and|et|y)\s(\d{1,4})(?![\d/]|\s?[%(])(?!\s(?:de\s)?[A-Z][a-zé]+\s\d{4})")
_BARE_FIRST = late(r"\s?,\s?(\d{1,4})(?=\s(?:and|et|y)\s\d{1,4}(?![\d/]))")
_GAP = late(r"/ [A-Z]")
_RANGE = late(r"\s?-\s?(\d{1,4})(?![\w/])")
_TWO_ORGANS = late(r"A/(?:ES-)?\d+/\d+\Z")


@dataclass(frozen=True, slots=True)
class Found:
    """A symbol in a text: `text[start:end]` as written, and what it stands for."""

    start: int
    end: int
    symbols: tuple[Symbol, ...]
    """One as a rule; "Add.1 to 5" stands for five. A joint symbol is one, with its halves."""
    guess: bool = False
    """True where damaged or doubtful text was repaired: to be shown as a guess, never a link by itself."""
    ranged: bool = False
    """True for the end of a range, whose middle is not written."""


def find(text: str, *, year: int | None = None, guesses: bool = True) -> tuple[Found, ...]:
    """Every symbol in `text`, in order, none overlapping another; never raises.

    `year` is the year of the text, which decides whether `S/2024` is a serial of the Council (before 1994) or cut off.
    Resolutions in words are another module's (`corpus.resolutions`).
    """
    folded = fold(text)
    addresses = _addresses(folded)
    found = list(_printed(folded, year, addresses))
    if guesses:
        from corpus.symbol_guess import guess

        taken = sorted([(f.start, f.end) for f in found] + [(folded.back(a), folded.back_end(b)) for a, b in addresses])
        found += guess(folded, year, taken, found)
    return tuple(sorted(found, key=lambda f: f.start))


def _addresses(folded: Folded) -> list[tuple[int, int]]:
    """Web addresses: symbols are read from those of the Organization's document hosts, and from no other."""
    if "://" not in folded.text and "www." not in folded.text and "un" not in folded.text:
        return []
    return [m.span() for m in _ADDRESS.finditer(folded.text)]


def _printed(folded: Folded, year: int | None, addresses: list[tuple[int, int]]) -> Iterator[Found]:
    place = 0
    for start, end in addresses:
        yield from _between(folded, place, start, year)
        yield from _in_address(folded, start, end, year)
        place = end
    yield from _between(folded, place, len(folded.text), year)


def _between(folded: Folded, place: int, limit: int, year: int | None) -> Iterator[Found]:
    match = _FIRST.search(folded.text, place, limit)
    while match:
        keys, place = _joined(folded, match, year)
        if keys:
            yield _found(folded, match.start(), place, "-".join(keys))
            tail, place = _leaning(folded, keys, place)
            yield from tail
        match = _after(folded.text, place, limit) or _FIRST.search(folded.text, place, limit)


def _after(text: str, place: int, limit: int) -> re.Match[str] | None:
    """A symbol set against the last one by a dash that joins nothing: "S/2019/286-S/2019/290"."""
    dash = _DASH.match(text, place, limit)
    return _HALF.match(text, dash.end(), limit) if dash else None


def _found(folded: Folded, start: int, end: int, key: str) -> Found:
    odd = folded.strange(start, end) or _GAP.search(folded.text, start, end) is not None
    return Found(folded.back(start), folded.back_end(end), (Symbol(key),), guess=odd)


def _joined(folded: Folded, match: re.Match[str], year: int | None) -> tuple[list[str], int]:
    """The halves that begin at `match`, in canonical spelling, and where they end; no halves where it is no symbol."""
    first, length = _half(match.group(), year)
    end = match.start() + length
    if first is None:
        return [], match.end()
    keys = [first]
    while len(keys) < 4 and (after := _NEXT.match(folded.text, end)):
        half, length = _half(after["half"], year)
        if half is None or not _joins(keys[-1], half, "-" in after["joint"]):
            break
        keys.append(half)
        end = after.start("half") + length
    return keys, end


def _joins(before: str, half: str, dashed: bool) -> bool:
    """Whether two halves are one document: of two organs, and set with a dash, or as running heads print them."""
    if half.split("/")[0] == before.split("/")[0]:
        return False
    return dashed or bool(_TWO_ORGANS.match(before) and re.match(r"[SE]/\d{4}/", half))


def _half(raw: str, year: int | None) -> tuple[str | None, int]:
    """`raw` in canonical spelling if it can be a symbol, and its length; a bracket of the sentence is left to it."""
    half = fill_year(spell(raw))
    if not possible(half, year=year) and (bracket := _BRACKET_AT_END.search(raw)):
        raw = raw[: bracket.start()]
        half = fill_year(spell(raw))
    return (half if possible(half, year=year) else None), len(raw)


def _in_address(folded: Folded, start: int, end: int, year: int | None) -> Iterator[Found]:
    """The symbol an address of a document host names, in its path or its query."""
    text = folded.text[start:end]
    host = _OURS.match(text)
    if not host:
        return
    query = _QUERY.search(text)
    begin, stop = query.span(1) if query else (host.end(), len(text))
    raw = text[begin:stop]
    if not query:
        raw = raw.partition("?")[0]
        skip = _LANGUAGE.match(raw)
        begin, raw = (begin + skip.end(), raw[skip.end() :]) if skip else (begin, raw)
    plain = re.sub("%2[fF]", "/", re.sub("%28", "(", re.sub("%29", ")", raw)))
    match = re.match(HALF, plain, re.I)
    half = _half(match.group(), year)[0] if match else None
    if match and half:
        whole = plain == raw
        yield _found(folded, start + begin, start + begin + (match.end() if whole else len(raw)), half)


def _leaning(folded: Folded, keys: list[str], end: int) -> tuple[list[Found], int]:
    """What follows a symbol and leans on it: suffixes, bare serials, the end of a range."""
    text, found, key = folded.text, [], "-".join(keys)
    if len(keys) == 1 and (m := _RANGE.match(text, end)) and (other := _inherit(key, m.group(1))):
        far = Found(folded.back(m.start(1)), folded.back_end(m.end(1)), (Symbol(other),), ranged=True)
        return [far], m.end()
    while True:
        if m := _SUFFIXED.match(text, end):
            found.append(Found(folded.back(m.start("word")), folded.back_end(m.end()), _suffixed(key, m)))
        elif len(keys) == 1 and (bare := _bare(text, end, key, bool(found))):
            m, other = bare
            found.append(Found(folded.back(m.start(1)), folded.back_end(m.end(1)), (Symbol(other),)))
            key = other
        else:
            return found, end
        end = m.end()


def _bare(text: str, end: int, key: str, listed: bool) -> tuple[re.Match[str], str] | None:
    """A bare serial of a list: punctuation or "and" must follow it, or it must stand in a list of several."""
    match = _BARE.match(text, end) or (_BARE_LAST.match(text, end) if listed else None) or _BARE_FIRST.match(text, end)
    other = _inherit(key, match.group(1)) if match else None
    return (match, other) if match and other else None


def _inherit(key: str, serial: str) -> str | None:
    """`key` with its last number replaced, where that can be: editors list in rising order."""
    match = re.search(r"/(\d+)$", key)
    if not match or int(serial) <= int(match.group(1)):
        return None
    other = key[: match.start(1)] + serial
    return other if possible(other) else None


def _suffixed(key: str, match: re.Match[str]) -> tuple[Symbol, ...]:
    word = match["word"].capitalize()
    first, last = int(match["first"]), int(match["last"] or match["first"])
    numbers = [*range(first, min(last, first + 50) + 1), *map(int, re.findall(r"\d+", match["more"]))]
    base = re.sub(rf"/{word}\.\d+$", "", key)
    return tuple(Symbol("-".join(f"{half.key}/{word}.{n}" for half in Symbol(base).halves)) for n in numbers)
