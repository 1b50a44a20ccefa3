"""The shapes that contracts.md promises, key by key, and what tells whether a value has one.

A dictionary is an object with exactly those keys, a list of one shape is an array of it, a tuple is either.
"""

from __future__ import annotations

from typing import Any

TEXT = (str, None)
SYMBOLS = [str]
HOLDING = {"path": str, "format": str, "language": TEXT, "sha256": str}

LETTER = {
    "schema": int,
    "path": TEXT,
    "sha256": TEXT,
    "format": TEXT,
    "symbols": SYMBOLS,
    "organs": [str],
    "distribution": TEXT,
    "kind": str,
    "title": TEXT,
    "date": TEXT,
    "distributed": TEXT,
    "original_language": TEXT,
    "language": str,
    "session": (int, str, None),
    "sc_year": (int, None),
    "agenda_items": [{"number": str, "title": str}],
    "senders": [{"office": str, "of": str, "name": TEXT}],
    "addressees": [str],
    "signatories": [str],
    "signatures": [{"name": str, "lines": [str]}],
    "annexes": [{"id": str, "label": str, "title": str, "in": TEXT, "date": TEXT}],
    "enclosures": [{"id": str, "label": str, "title": str, "in": TEXT, "date": TEXT}],
    "paragraphs": [{"id": str, "text": str}],
    "footnotes": [{"id": str, "marker": str, "text": str, "at": ({"paragraph": str, "offset": int}, None)}],
    "cites": SYMBOLS,
    "citations": [
        {
            "symbols": SYMBOLS,
            "in": str,
            "offset": int,
            "text": str,
            "kind": str,
            "locator": TEXT,
            "guess": bool,
            "described?": {"date": TEXT, "from": TEXT, "to": TEXT},
        }
    ],
    "request": ({"organs": [str], "agenda_items": [str], "agrees": bool}, None),
    "quotations": [{"in": str, "start": int, "end": int}],
    "resolutions_in_words": [{"organ": str, "number": str}],
    "relations": [
        {
            "kind": str,
            "target": (str, {"date": TEXT, "from": TEXT, "to": TEXT}),
            "paragraph": str,
            "evidence": str,
            "basis": str,
            "part": TEXT,
        }
    ],
    "warnings": [str],
}
SHOWN = {**LETTER, "id": str, "inferred_symbols": SYMBOLS, "inferred_from": [str], "holdings": [HOLDING]}
UNREADABLE = {"schema": int, "path": str, "error": str}

INDEXED = {
    "schema": int,
    "added": int,
    "updated": int,
    "unchanged": int,
    "removed": int,
    "failed": [{"path": str, "error": str}],
    "letters": int,
    "seconds": float,
}
HIT = {
    "id": str,
    "symbols": SYMBOLS,
    "inferred_symbols": SYMBOLS,
    "date": TEXT,
    "sender": str,
    "addressee": str,
    "kind": str,
    "title": str,
    "score": float,
    "sha256": [str],
    "snippets": [{"text": str, "marks": [[int]], "masthead": bool}],
}
PAGE = {
    "schema": int,
    "query": str,
    "understood": str,
    "total": int,
    "exact_total": bool,
    "seconds": float,
    "hits": [HIT],
    "facets": {
        "sender": [[(str, int)]],
        "addressee": [[(str, int)]],
        "year": [[(str, int)]],
        "item": [[(str, int)]],
        "kind": [[(str, int)]],
        "language": [[(str, int)]],
    },
    "suggestion": TEXT,
    "notices": [str],
}
IN_LINE = {"left": str, "match": str, "right": str, "id": str, "in": str, "offset": int}
CONTEXT = {"schema": int, "query": str, "total": int, "context": [IN_LINE]}
RESOLVED = {"schema": int, "found": [{"text": str, "symbols": SYMBOLS, "guess": bool, "letters": [str]}]}
NODE = {
    "id": str,
    "symbols": SYMBOLS,
    "date": TEXT,
    "sender": str,
    "title": str,
    "held": bool,
    "document": bool,
    "cited_by": int,
    "inferred_from": [str],
    "sha256": [str],
}
EDGE = {
    "from": str,
    "to": str,
    "kind": str,
    "evidence": str,
    "paragraph": str,
    "basis": str,
    "agrees": {"symbol": (bool, None), "date": (bool, None), "sender": (bool, None)},
    "difference": str,
    "part": TEXT,
    "candidates": [str],
    "decision": None,
}
THREAD = {"schema": int, "focus": str, "nodes": [NODE], "edges": [EDGE], "notices": [str]}
WANT = {
    "symbols": SYMBOLS,
    "cited_by": [str],
    "count": int,
    "address": str,
    "date": TEXT,
    "sender": str,
    "document": bool,
}
MISSING = {"schema": int, "rows": [WANT]}
LEDGER_ROW = {
    "letter": str,
    "date": TEXT,
    "from": str,
    "answered_by": [str],
    "days": (int, None),
    "answers": [str],
    "title": str,
    "sha256": [str],
}
LEDGER = {"schema": int, "parties": [str], "head": str, "notices": [str], "rows": [LEDGER_ROW]}


def misfits(value: Any, shape: Any, where: str = "") -> list[str]:
    """Where `value` has not the shape, in words; [] where it has."""
    if isinstance(shape, tuple):
        wrong = [misfits(value, one, where) for one in shape]
        return [] if [] in wrong else [f"{where} is {value!r}"]
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{where} is no array"]
        return [fault for n, item in enumerate(value) for fault in misfits(item, shape[0], f"{where}[{n}]")]
    if isinstance(shape, dict):
        return _object_misfits(value, shape, where)
    if shape is None or value is None:
        return [] if value is shape else [f"{where} is {value!r}"]
    right = isinstance(value, shape) and (shape is bool or not isinstance(value, bool))
    return [] if right else [f"{where} is {value!r}, not {shape.__name__}"]


def _object_misfits(value: Any, shape: dict[str, Any], where: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{where} is no object"]
    named = {key.rstrip("?"): inner for key, inner in shape.items()}
    needed = {key for key in shape if not key.endswith("?")}
    faults = [f"{where}.{key} is missing" for key in needed - set(value)]
    faults += [f"{where}.{key} was never promised" for key in set(value) - set(named)]
    return faults + [
        fault for key, inner in named.items() if key in value for fault in misfits(value[key], inner, f"{where}.{key}")
    ]
