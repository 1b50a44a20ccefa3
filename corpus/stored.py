"""A letter as bytes and back without loss: versioned JSON, since a library must never run what it reads.

Only the types of `corpus.model` are written, by the names of their fields; enumerations by their values.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from corpus.errors import LibraryDamaged, LibraryTooNew
from corpus.model import Letter
from corpus.passages import VERSION


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
        letter = _reader(Letter)(held["letter"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise LibraryDamaged("A letter in the library is damaged.", "Index its folder again.") from error
    if not isinstance(letter, Letter):
        raise LibraryDamaged("A letter in the library is damaged.", "Index its folder again.")
    return letter


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.value if isinstance(value, StrEnum) else value


_Reader = Callable[[Any], Any]


@cache
def _reader(kind: Any) -> _Reader:
    """What makes a value of that type of JSON, or raises TypeError or ValueError; worked out once for each type."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _union(get_args(kind))
    if origin is tuple:
        return _tuple(_reader(get_args(kind)[0]))
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind

    def plain(value: Any) -> Any:
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise TypeError(f"{kind} was expected")
        return value

    return plain


def _tuple(item: _Reader) -> _Reader:
    def read(value: Any) -> Any:
        if not isinstance(value, list):
            raise TypeError("a list was expected")
        return tuple(map(item, value))

    return read


def _dataclass(kind: type) -> _Reader:
    hints = get_type_hints(kind)
    readers = [_reader(hints[field.name]) for field in fields(kind)]

    def read(value: Any) -> Any:
        if not isinstance(value, list) or len(value) > len(readers):
            raise TypeError("fields were expected")
        return kind(*[reader(item) for reader, item in zip(readers, value, strict=False)])

    return read


def _union(kinds: tuple[Any, ...]) -> _Reader:
    readers = [_reader(kind) for kind in kinds if kind is not type(None)]
    optional = len(readers) < len(kinds)

    def read(value: Any) -> Any:
        if value is None:
            if optional:
                return None
            raise TypeError("a value was expected")
        faults: list[Exception] = []
        for reader in readers:
            try:
                return reader(value)
            except (TypeError, ValueError) as error:
                faults.append(error)
        raise TypeError("no kind fits") from faults[-1]

    return read
