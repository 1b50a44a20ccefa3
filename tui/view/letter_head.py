"""The line above a letter: its name and, as far as there is room, who wrote it when and what it answers. Pure.

It stays while the letter is scrolled, so that one knows on the fourth page whose words one reads.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.model import Letter
from index.results import Node, Thread
from tui.view.rows import Piece, one_line, short_date
from tui.view.wrap import cells


def letter_head(letter: Letter, inferred: tuple[str, ...], thread: Thread | None, width: int) -> list[Piece]:
    """Pieces of at most `width` cells, the name apart, which is there at any width."""
    symbols = letter.symbols or inferred
    line = [Piece(one_line("-".join(symbols) or letter.id), "muted")]
    if symbols and not letter.symbols:
        line.append(Piece(" inferred", "inferred"))
    if thread is None or thread.focus != letter.id:
        return line
    nodes = {node.id: node for node in thread.nodes}
    room = width - sum(cells(piece.text) for piece in line)
    for part in _parts(thread, nodes, named=bool(symbols)):
        words = f" · {part.text}"
        if cells(words) > room:
            break
        line.append(Piece(words, part.look))
        room -= cells(words)
    return line


def _parts(thread: Thread, nodes: dict[str, Node], named: bool) -> Iterator[Piece]:
    """Most wanted first. An ID of date and sender (not `named`) has said both."""
    focus = nodes.get(thread.focus)
    if focus is not None and named:
        yield from (Piece(one_line(words), "date") for words in (focus.sender, short_date(focus.date)) if words)
    answered = {edge.target for edge in thread.edges if edge.source == thread.focus and edge.kind == "answers"}
    answering = {edge.source for edge in thread.edges if edge.target == thread.focus and edge.kind == "answers"}
    for kind, ids in (("answers", answered), ("answered by", answering)):
        if ids:
            yield Piece(f"{kind} {_told(nodes.get(min(ids))) if len(ids) == 1 else f'{len(ids)} letters'}", "relation")


def _told(node: Node | None) -> str:
    """A letter by its symbol, else by date and sender."""
    if node is None:
        return "1 letter"
    return one_line(node.symbols[0]) if node.symbols else one_line(f"{short_date(node.date)} {node.sender}").strip()
