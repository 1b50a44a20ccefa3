"""An exchange for people: a Rich tree on a terminal, numbered sentences elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from index.results import Edge, Node, Thread
from tui.printing import Run, one_line, text
from tui.view.facts import in_words
from tui.view.tree import DEEPEST, GLYPHS, HANGING, TreeRow, by_date, tree_rows

if TYPE_CHECKING:
    from rich.tree import Tree

QUOTED = 120
"""Characters of a proving passage that are shown; the whole of it is in the JSON."""
IN_TREE = 64
"""The same in a tree, where only answers, follows and transmits show theirs: a line or two each at 80 columns."""


def head(thread: Thread) -> str:
    """`Exchange around A/61/233-S/2006/547, 9 letters, 1 not held.`"""
    letters = [node for node in thread.nodes if not node.document]
    documents = len(thread.nodes) - len(letters)
    absent = sum(not node.held for node in letters)
    counts = [f"{len(letters)} letter{'s' if len(letters) != 1 else ''}"]
    counts += [f"{absent} not held"] if absent else []
    counts += [f"{documents} document{'s' if documents != 1 else ''} cited"] if documents else []
    focus = _node(thread, thread.focus)
    inferred = " (its symbol is inferred)" if focus and focus.inferred_from else ""
    return f"Exchange around {named(focus)}{inferred}, {', '.join(counts)}."


def _node(thread: Thread, node_id: str) -> Node | None:
    return next((node for node in thread.nodes if node.id == node_id), None)


def named(node: Node | None) -> str:
    """What a communication is called: its symbol, else its ID."""
    if node is None:
        return "an unknown letter"
    return one_line(joint(node.symbols) or node.id)


def joint(symbols: Sequence[str]) -> str:
    """`A/61/233-S/2006/547`; symbols of one organ are several documents, not halves of one: `A/60/852, A/60/853`."""
    organs = {symbol.partition("/")[0] for symbol in symbols}
    return ("-" if len(organs) == len(symbols) else ", ").join(symbols)


def plain_lines(thread: Thread) -> Iterator[str]:
    """The exchange by date as numbered sentences, for a screen reader or a pipe (screens.md)."""
    yield head(thread)
    order = by_date(thread.nodes)
    numbers = {node.id: number for number, node in enumerate(order, 1)}
    links: dict[str, list[Edge]] = {}
    for edge in thread.edges:
        links.setdefault(edge.source, []).append(edge)
    for number, node in enumerate(order, 1):
        told = "".join(f" {_sentence(same, numbers)}" for same in _alike(links.get(node.id, ())))
        yield f"{number}. {_what(node, node.id == thread.focus)}.{told}"
    for notice in thread.notices:
        yield one_line(notice)


def _what(node: Node, focus: bool) -> str:
    """Date, sender and symbol; whether it is this letter, a document, or not held."""
    asides = ["this letter"] if focus else []
    asides += ["document"] if node.document else []
    if node.inferred_from:
        count = len(node.inferred_from)
        asides.append(f"symbol inferred from {count} letter{'s' if count != 1 else ''}")
    if not node.held:
        asides.append(f"not held, cited by {node.cited_by}" if node.cited_by else "not held")
    facts = [in_words(node.date) if node.date else "", node.sender, named(node) if node.symbols else ""]
    shown = ", ".join(one_line(fact) for fact in facts if fact) or one_line(node.title) or one_line(node.id)
    return shown + (f" ({'; '.join(asides)})" if asides else "")


def _alike(edges: Iterable[Edge]) -> list[list[Edge]]:
    """Links that one passage makes in the same way, told together: `Follows 8, 9 and 15`."""
    groups: dict[tuple[object, ...], list[Edge]] = {}
    for edge in edges:
        own = edge.target if edge.candidates or edge.agrees.difference else ""
        groups.setdefault((edge.kind, edge.part, edge.evidence, own), []).append(edge)
    return list(groups.values())


def _sentence(edges: list[Edge], numbers: dict[str, int]) -> str:
    """`Answers 1: "I write in connection with the letter dated 12 July 2006".`"""
    edge = edges[0]
    words = edge.kind.capitalize() + (" (in an annex)" if edge.part else "")
    fits = [str(numbers[c]) for c in edge.candidates if c in numbers]
    targets = [str(n) for n in sorted(numbers[e.target] for e in edges if e.target in numbers)]
    target = " or ".join(fits) if len(fits) > 1 else _and(targets) or "a letter not shown"
    quoted = f': "{shortened(edge.evidence)}"' if edge.evidence else ""
    doubt = f" But {one_line(edge.agrees.difference)}." if edge.agrees.difference else ""
    return f"{words} {target}{quoted}.{doubt}"


def _and(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def shortened(evidence: str, most: int = QUOTED) -> str:
    """A passage on one line, cut at a word; its own quotation marks become single ones."""
    flat = one_line(evidence).replace('"', "'").rstrip(".,;: ")
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"


def rich_tree(thread: Thread) -> Tree:
    """The exchange as a tree: under each letter what answers or follows it, and what it cites itself.

    A row is read on from the one above it: "answered by" this letter, "cites" that one.
    """
    from rich.tree import Tree

    root = Tree(text((head(thread), "bold")), guide_style="dim")
    above, quoted = [root], set[tuple[str, str]]()
    for row in tree_rows(thread):
        level = min(row.depth, DEEPEST)
        del above[level + 1 :]
        runs = _tree_line(row, thread.focus)
        if row.edge is not None and not row.series and (row.edge.source, row.edge.evidence) not in quoted:
            quoted.add((row.edge.source, row.edge.evidence))
            runs += _proof(row.edge)
        above.append(above[min(level, len(above) - 1)].add(text(*runs)))
    return root


def _tree_line(row: TreeRow, focus: str) -> list[Run]:
    node = row.node
    depth = f"{row.depth}: " if row.depth > DEEPEST else ""
    word = f"{depth}{GLYPHS.get(row.edge.kind, '·')} {row.word} · " if row.edge else depth
    if row.series:
        return [(word, "cyan"), (row.series_told, "")]
    look = "bold" if node.id == focus else "" if node.held else "dim"
    return [(word, "cyan"), (_what(node, node.id == focus), look)]


def _proof(edge: Edge) -> list[Run]:
    """The passage behind an answer, and what of it does not agree; a mere citation is its own passage."""
    runs = []
    if edge.kind in HANGING and edge.evidence:
        runs.append((f"  “{shortened(edge.evidence, IN_TREE)}”", "dim italic"))
    if edge.agrees.difference:
        runs.append((f"  {one_line(edge.agrees.difference)}", "yellow"))
    return runs
