"""A letter as bytes and back without loss: versioned JSON, since a library must never run what it reads.

Only the types of `corpus.model` are written, by the names of their fields; enumerations by their values.
"""

from __future__ import annotations

import json
import types
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from corpus.errors import LibraryDamaged, LibraryTooNew
from corpus.model import Letter

VERSION = 1
"""Grows when a field changes its meaning; new fields with a default need no growth."""


def dumps(letter: Letter) -> bytes:
    """The letter as UTF-8 JSON; bytes of a file's name that are no UTF-8 stay what Python makes of them."""
    return json.dumps({"version": VERSION, "letter": _plain(letter)}, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def loads(data: bytes) -> Letter:
    """The letter that `dumps` wrote; raises LibraryTooNew or LibraryDamaged, and nothing else."""
    try:
        held = json.loads(data)
        version = held["version"]
        if isinstance(version, int) and version > VERSION:
            raise LibraryTooNew("A letter in the library was written by a newer version.", "Upgrade rejoinder.")
        letter = _build(Letter, held["letter"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise LibraryDamaged("A letter in the library is damaged.", "Index its folder again.") from error
    if not isinstance(letter, Letter):
        raise LibraryDamaged("A letter in the library is damaged.", "Index its folder again.")
    return letter


class Passage(NamedTuple):
    """A block of a letter in short, as a row's snippet needs it."""

    id: str
    kind: str
    """A value of `BlockKind`."""
    start: int
    end: int
    part: str


def passages(data: bytes) -> tuple[str, list[Passage]]:
    """A letter's text and blocks alone: a tenth of the time of `loads`, for a row's snippet.

    What follows the blocks (citations, relations, holdings) is half of a letter's JSON and is not read.
    """
    try:
        letter = data.decode("utf-8", "surrogatepass")
        if not letter.startswith(_HEAD):
            raise ValueError("it does not begin as a letter does")
        text, end = _value(letter, len(_HEAD))
        for _ in range(_BLOCKS - 1):
            _, end = _value(letter, end + 1)
        raw, _ = _value(letter, end + 1)
        return text, [_passage((b[0], b[1], b[2][0], b[2][1], b[3])) for b in raw]
    except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise LibraryDamaged("A letter in the library is damaged.", "Index its folder again.") from error


_HEAD = f'{{"version":{VERSION},"letter":['
"""How every letter begins, as `dumps` writes it; its text follows."""
_BLOCKS = [field.name for field in fields(Letter)].index("blocks")
_value = json.JSONDecoder().raw_decode
_passage = Passage._make


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.value if isinstance(value, StrEnum) else value


@cache
def _hints(kind: type) -> list[tuple[str, Any]]:
    hints = get_type_hints(kind)
    return [(field.name, hints[field.name]) for field in fields(kind)]


def _build(kind: Any, value: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _union(get_args(kind), value)
    if origin is tuple:
        if not isinstance(value, list):
            raise TypeError("a list was expected")
        return tuple(_build(get_args(kind)[0], item) for item in value)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        if not isinstance(value, list) or len(value) > len(hints):
            raise TypeError("fields were expected")
        return kind(**{name: _build(hint, item) for (name, hint), item in zip(hints, value, strict=False)})
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise TypeError(f"{kind} was expected")
    return value


def _union(kinds: tuple[Any, ...], value: Any) -> Any:
    if value is None:
        if type(None) in kinds:
            return None
        raise TypeError("a value was expected")
    faults: list[Exception] = []
    for kind in kinds:
        if kind is not type(None):
            try:
                return _build(kind, value)
            except (TypeError, ValueError) as error:
                faults.append(error)
    raise TypeError("no kind fits") from faults[-1]
