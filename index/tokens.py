"""What a person types, cut into tokens: words, quotations, fields, signs and brackets, each with its place.

Time grows with the length of the line: every pattern is tried at one place and takes what it takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from index.fields import BY_NAME

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | {"\u00a0": " ", "：": ":", "（": "(", "）": ")"})
_SPACE = re.compile(r"\s+")
_NEAR = re.compile(r"(?:(?i:near)/(\d{0,4})|NEAR)(?=[\s()]|\Z)")
_WORD_SIGN = re.compile(r"(OR|AND|NOT|\|{1,2}|&{1,2})(?=[\s()]|\Z)")
_FIELD = re.compile(r"([^\W\d_]{2,20}):(?!//)(\s*)")
_SYMBOL_YEAR = re.compile(r'[^\s()"/]++/[^\s()"]*+\s?\(\d{4}\)')
"""A symbol that closes with a year in brackets: S/RES/2334 (2016)."""
_BARE = re.compile(r'[^\s()"]+')
_NOT = re.compile(r"[-\u2010-\u2014\u2212!](?=/*[\w(\"])")
NEAR = 10
"""Words apart where `near` is typed without a number."""


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    QUOTE = auto()
    FIELD = auto()
    OPEN = auto()
    CLOSE = auto()
    NOT = auto()
    OR = auto()
    AND = auto()
    NEAR = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A token at `line[start:end]`; `text` is what counts of it: a field's name, a quotation without its marks."""

    kind: Kind
    text: str
    start: int
    end: int
    closed: bool = True
    """False for a quotation whose second mark is missing."""


def plain(line: str) -> str:
    """The line with every kind of quotation mark and space as one, character for character.

    A stroke before everything is a space too: the key that leads here is `/`, and one is here already.
    """
    rest = line.lstrip(" /")
    return (" " * (len(line) - len(rest)) + rest).translate(_QUOTES)


def tokens(line: str) -> Iterator[Token]:
    """The tokens of a line that went through `plain`, in order."""
    at, value = 0, False
    while at < len(line):
        space = _SPACE.match(line, at)
        if space:
            at, value = space.end(), False
            continue
        token = _bracket_or_quote(line, at) or (None if value else _sign(line, at)) or _word(line, at)
        value = token.kind is Kind.FIELD and line[token.end - 1] == ":"
        yield token
        at = token.end


def _bracket_or_quote(line: str, at: int) -> Token | None:
    if line[at] in "()":
        return Token(Kind.OPEN if line[at] == "(" else Kind.CLOSE, line[at], at, at + 1)
    if line[at] != '"':
        return None
    end = line.find('"', at + 1)
    if end < 0:
        return Token(Kind.QUOTE, line[at + 1 :], at, len(line), closed=False)
    return Token(Kind.QUOTE, line[at + 1 : end], at, end + 1)


def _sign(line: str, at: int) -> Token | None:
    if found := _NEAR.match(line, at):
        distance = found[1] if found[1] is not None else str(NEAR)
        return Token(Kind.NEAR, distance, at, found.end())
    if found := _WORD_SIGN.match(line, at):
        kind = {"O": Kind.OR, "|": Kind.OR, "A": Kind.AND, "&": Kind.AND}.get(found[1][0], Kind.NOT)
        return Token(kind, found[1], at, found.end())
    if _NOT.match(line, at):
        return Token(Kind.NOT, line[at], at, at + 1)
    found = _FIELD.match(line, at)
    # "Subject: the crossing", pasted, is words; "from: kestravia" is a field, since its name is one.
    if found and (found[1].lower() in BY_NAME or (not found[2] and found.end() < len(line))):
        return Token(Kind.FIELD, found[1], at, found.end())
    return None


def _word(line: str, at: int) -> Token:
    found = _SYMBOL_YEAR.match(line, at) or _BARE.match(line, at)
    end = found.end() if found else at + 1
    return Token(Kind.WORD, line[at:end], at, end)
