"""The line above a letter at any width."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.results import Agreement, Edge, Node, Thread
from tests.tui.letters import CUSTOMS
from tui.view.letter_head import letter_head
from tui.view.wrap import cells

NAME = "-".join(CUSTOMS.symbols)


def edge(source: str, target: str, kind: str = "answers") -> Edge:
    return Edge(source, target, kind, "", "p1", 0, "symbol", Agreement(True, True, True))


FOCUS = Node(CUSTOMS.id, CUSTOMS.symbols, "2006-08-18", "Valdmark", "", True)
FIRST = Node("a", ("A/61/204", "S/2006/511"), "2006-08-04", "Kestravia", "", True)
LAST = Node("z", (), "2006-09-01", "Oronesia", "", True)
ALONE = Thread(CUSTOMS.id, (FOCUS,), ())
BOTH = Thread(CUSTOMS.id, (FOCUS, FIRST, LAST), (edge(CUSTOMS.id, "a"), edge("z", CUSTOMS.id)))
TWO = replace(BOTH, edges=(*BOTH.edges, edge("a", CUSTOMS.id)))
CITED = replace(BOTH, edges=(edge(CUSTOMS.id, "a", "cites"),))

HEADS = [
    # thread, width, what stands beside the name; a part that has no room whole is left out, and those after it
    (None, 80, ""),
    (replace(ALONE, focus="another"), 80, ""),
    (ALONE, 80, " · Valdmark · 18 Aug 2006"),
    (ALONE, len(NAME) + 12, " · Valdmark"),
    (ALONE, 10, ""),
    (CITED, 80, " · Valdmark · 18 Aug 2006"),
    (BOTH, 120, " · Valdmark · 18 Aug 2006 · answers A/61/204 · answered by 1 Sep 2006 Oronesia"),
    (TWO, 120, " · Valdmark · 18 Aug 2006 · answers A/61/204 · answered by 2 letters"),
]


@pytest.mark.parametrize(("thread", "width", "beside"), HEADS)
def test_the_name_first_then_what_there_is_room_for(thread: Thread | None, width: int, beside: str) -> None:
    words = "".join(piece.text for piece in letter_head(CUSTOMS, (), thread, width))
    assert words == NAME + beside
    assert cells(words) <= max(width, len(NAME))


def test_an_inferred_symbol_is_said_to_be_one_and_an_id_has_told_date_and_sender() -> None:
    lost = replace(CUSTOMS, symbols=())
    thread = replace(BOTH, focus=lost.id, nodes=(replace(FOCUS, id=lost.id), FIRST), edges=(edge(lost.id, "a"),))
    told = ["".join(piece.text for piece in letter_head(lost, known, thread, 80)) for known in ((), ("S/2006/9",))]
    assert told == [
        f"{lost.id} · answers A/61/204",
        "S/2006/9 inferred · Valdmark · 18 Aug 2006 · answers A/61/204",
    ]
