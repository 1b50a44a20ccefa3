"""Shorter names of a symbol, under which people look for it."""

from __future__ import annotations


def aliases(key: str) -> list[str]:
    """What a symbol is also looked up by: without its organ, and its last part alone.

    "A/79/818" gives "79/818" and "818"; a key without strokes gives nothing.
    """
    parts = key.split("/")
    return ["/".join(parts[place:]) for place in range(1, len(parts)) if parts[place]] if len(parts) > 1 else []
