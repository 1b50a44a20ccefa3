"""An exchange, the want-list and the ledger as rows for JSON and CSV (contracts.md, docs/formats.md)."""

from __future__ import annotations

from typing import Any

from index.results import Edge, LedgerRow, Node, Thread, Want
from tui.sources import Sources

Row = dict[str, Any]


def thread_row(thread: Thread, sources: Sources) -> Row:
    """The exchange as one object; a link runs from the later letter to the earlier."""
    return {
        "focus": thread.focus,
        "nodes": [_node(node, sources) for node in thread.nodes],
        "edges": [_edge(edge) for edge in thread.edges],
        "notices": list(thread.notices),
    }


def _node(node: Node, sources: Sources) -> Row:
    return {
        "id": node.id,
        "symbols": list(node.symbols),
        "date": node.date,
        "sender": node.sender,
        "title": node.title,
        "held": node.held,
        "document": node.document,
        "cited_by": node.cited_by,
        "inferred_from": list(node.inferred_from),
        "sha256": sources.of(node.id) if node.held else [],
    }


def _edge(edge: Edge) -> Row:
    said = edge.agrees
    return {
        "from": edge.source,
        "to": edge.target,
        "kind": edge.kind,
        "evidence": edge.evidence,
        "paragraph": edge.block,
        "basis": edge.basis,
        "agrees": {"symbol": said.symbol, "date": said.date, "sender": said.sender},
        "difference": said.difference,
        "part": edge.part or None,
        "candidates": list(edge.candidates),
        "decision": None,
    }


def want_row(want: Want) -> Row:
    """A document that is cited and not held."""
    return {
        "symbols": list(want.symbols),
        "cited_by": list(want.cited_by),
        "count": want.count,
        "address": want.address,
        "date": want.date,
        "sender": want.sender,
        "document": want.document,
    }


def ledger_row(row: LedgerRow, sources: Sources) -> Row:
    """A letter between two parties, and what answered it."""
    return {
        "letter": row.id,
        "date": row.date,
        "from": row.sender,
        "answered_by": list(row.answered_by),
        "days": row.days,
        "answers": list(row.answers),
        "title": row.title,
        "sha256": sources.of(row.id),
    }
