"""What was asked, as a tree: the nodes that `index.grammar` reads from a line and `index.query` compiles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A word, or a quotation: `text` as typed. `unfinished` where the person may still be typing it."""

    text: str
    start: int
    end: int
    quoted: bool = False
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Fielded:
    """`name:value`; the place is the value's."""

    name: str
    value: Text
    start: int


@dataclass(frozen=True, slots=True)
class Near:
    """Words at most `distance` apart."""

    parts: tuple[Text, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class Without:
    """Everything but."""

    part: Asked


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part."""

    parts: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part."""

    parts: tuple[Asked, ...]


Asked = Text | Fielded | Near | Without | AllOf | AnyOf


def walk(asked: Asked | None) -> Iterator[Asked]:
    """Every node of a tree, in the order of the line."""
    if asked is None:
        return
    yield asked
    inner = (asked.part,) if isinstance(asked, Without) else getattr(asked, "parts", ())
    for part in inner:
        yield from walk(part)
