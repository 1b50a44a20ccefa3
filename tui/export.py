"""Data for other programs: JSON, JSON Lines, CSV; always UTF-8, nothing in it acts on a screen or in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click

from corpus.clean import visible

SCHEMA = 1
"""The `schema` of every object printed here; grows when a key changes its meaning."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, in some countries also as wide as a Chinese character."""


def as_json(value: Any) -> str:
    """`value` on one line. What could act on a terminal is escaped as \\uXXXX, so that no character is lost by it."""
    text = json.dumps(value, ensure_ascii=False)
    clean = visible(text)
    if clean == text:
        return text
    return "".join(c if c == shown else _escaped(c) for c, shown in zip(text, clean, strict=True))


def _escaped(character: str) -> str:
    """As JSON spells what cannot stand by itself; `json.dumps` leaves DEL as it is."""
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[place : place + 4]}" for place in range(0, len(units), 4))


def print_json(value: dict[str, Any]) -> None:
    """Print an object as one line of JSON; `schema` comes first where it has none."""
    _print(as_json({"schema": SCHEMA, **value}) + "\n")


def print_jsonl(rows: Iterable[dict[str, Any]]) -> None:
    """Print one JSON object a line."""
    for row in rows:
        print_json(row)


def cell(value: object) -> str:
    """A value for a cell: lists joined by "; ", nothing for None, and `'` before what a spreadsheet would compute."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()  # as JSON spells it
    if isinstance(value, (int, float)):
        return str(value)
    text = "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    text = visible(text)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table as CSV (RFC 4180) with a line of column names."""
    _print(_line(columns))
    for row in rows:
        _print(_line([cell(value) for value in row]))


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def _print(text: str) -> None:
    """Write as UTF-8 whatever the locale says: JSON is UTF-8 by definition."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None and sys.stdout.encoding.lower().replace("-", "") != "utf8":
        reconfigure(encoding="utf-8")
    click.echo(text, nl=False, color=True)


def print_text(text: str) -> None:
    """Print a text for another program, as UTF-8; what could act in it becomes visible."""
    _print(visible(text))
