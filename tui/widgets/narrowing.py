"""What facets and timeline ask for: to keep only some of the hits, or to take the last such wish back."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class Narrow(Message, namespace="facet"):
    """Keep only hits with this value, as in `Request.narrow`: `("sender", "Kestravia")`, `("month", "2006-08")`."""

    facet: str
    value: str


@dataclass
class Widen(Message, namespace="facet"):
    """Take the last narrowing back, or the one that is named."""

    facet: str = ""
    value: str = ""
