"""The lists that lead somewhere: rows of the way, of bookmarks and marks, of queries; the parties of a ledger."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.model import Party
from index.results import Agreement, Candidate, Edge, Node, Thread, Want, WantList
from tests.tui.doubles import HOSTILE, HOSTILE_SHOWN, Dialogs, FakeLibrary
from tests.tui.letters import CUSTOMS
from tui.performing import available
from tui.places import History, Place
from tui.screens.help import HelpScreen
from tui.screens.kept import KeptDialog
from tui.screens.notheld import NotHeldScreen
from tui.screens.palette import PaletteScreen
from tui.screens.tables import WantListScreen
from tui.state import Bookmark, State
from tui.widgets.results import Results
from tui.widgets.rows import ListDialog, Row, Rows
from tui.widgets.way_rows import kept_rows, opposites, way_rows


def test_the_way_names_searches_letters_and_notes_and_says_where_one_is() -> None:
    way = History()
    for place in (
        Place(query="customs post", narrow=(("year", "2006"),)),
        Place(letter="A/61/233-S/2006/547"),
        Place(letter="A/61/233-S/2006/547", offset=90, note="n1"),
        Place(),
    ):
        way.go(place)
    way.back()
    assert [(row.text, row.aside) for row in way_rows(way)] == [
        ("/ customs post · year 2006", ""),
        ("A/61/233-S/2006/547", ""),
        ("A/61/233-S/2006/547 · note 1", "here"),
        ("/ all letters", ""),
    ]


def test_bookmarks_stand_before_marked_letters() -> None:
    rows = kept_rows([Bookmark("A/61/233#p4", "It is regrettable"), Bookmark("S/2006/1#p1", "")], ["S/2006/9"])
    assert [(row.text, row.aside) for row in rows] == [
        ("“It is regrettable…”", "A/61/233#p4"),
        ("S/2006/1#p1", "S/2006/1#p1"),
        ("S/2006/9", "✓ marked in the results"),
    ]


def node(name: str, sender: str, *, document: bool = False) -> Node:
    return Node(name, (name,), "2006-08-01", sender, "", True, document)


def edge(source: str, target: str, kind: str = "answers") -> Edge:
    return Edge(source, target, kind, "", "p1", 0, "symbol", Agreement(True, None, None))


@pytest.mark.parametrize(
    ("nodes", "edges", "parties"),
    [
        # whom it answers, then who answers it, then the rest; never itself, never a report's author
        (
            (node("a", "Kestravia"), node("b", "Oronesia"), node("c", "Penwick"), node("d", "SG", document=True)),
            (edge("z", "c"), edge("b", "z"), edge("z", "a", "cites")),
            ["Penwick", "Oronesia", "Kestravia"],
        ),
        ((node("a", "Valdmark"),), (edge("z", "a"),), []),
        ((node("a", ""),), (), []),
    ],
)
def test_the_other_parties_of_an_exchange(nodes: tuple[Node, ...], edges: tuple[Edge, ...], parties: list[str]) -> None:
    thread = Thread("z", (node("z", "Valdmark"), *nodes), edges)
    assert opposites(CUSTOMS, thread) == parties
    assert opposites(CUSTOMS, None) == []


def test_a_letter_of_two_parties_has_neither_as_its_opposite() -> None:
    joint = replace(CUSTOMS, senders=(*CUSTOMS.senders, Party("Permanent Representative", "Kestravia")))
    thread = Thread("z", (node("z", "Valdmark"), node("a", "Kestravia")), (edge("z", "a"),))
    assert opposites(joint, thread) == []


async def test_taking_the_last_one_away_closes_the_list(tmp_path: Path) -> None:
    state, results = State(tmp_path / "state.json"), Results()
    state.add(Bookmark("A/61/233#p4", "It is regrettable"))
    results.marked["S/2006/9"] = None
    app = Dialogs(lambda: KeptDialog(state, results))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G", "x")
        assert (len(state.bookmarks), results.marked) == (1, {})
        assert app.screen.query_one(Rows).item_count() == 1
        await pilot.press("delete")
        assert app.given == [None]
        assert State.open(tmp_path / "state.json").bookmarks == []


async def test_the_hardware_cursor_is_on_the_row_in_every_kind_of_list() -> None:
    for make in (lambda: ListDialog("List", [Row("one"), Row("two")]), lambda: HelpScreen("results")):
        app = Dialogs(make)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert app.words.split("\n")[app.cursor_position.y].startswith("▌")
            before = app.cursor_position.y
            await pilot.press("j")
            await pilot.pause()
            assert app.cursor_position.y == before + 1


async def test_the_edge_with_the_keys_stays_in_view_at_any_size() -> None:
    citing = tuple(f"S/2006/{n}" for n in range(40))
    lost = Candidate(("A/60/871",), None, "2006-05-30", "Valdmark", citing, "https://x.org/A/60/871")
    library = FakeLibrary(lost).as_library
    for make in (
        lambda: ListDialog("List", [Row(str(n)) for n in range(60)], cursor=59),
        lambda: HelpScreen("results"),
        lambda: PaletteScreen(available("letter"), None),
        lambda: NotHeldScreen(library, "A/60/871", lost),
        lambda: WantListScreen(Wants().as_library),
    ):
        app = Dialogs(make)
        async with app.run_test(size=(100, 40)) as pilot:
            for size in ((80, 24), (60, 12), (40, 10), (120, 40)):
                await pilot.resize_terminal(*size)
                await pilot.pause()
                edge = next(line for line in reversed(app.words.split("\n")) if line)
                assert edge.startswith("── "), (size, app.words)
                assert "Esc closes" in edge, (size, app.words)


class Wants(FakeLibrary):
    """A library with a long want-list."""

    def missing(self, *, cancel: object = None) -> WantList:
        return WantList(tuple(Want((f"S/2006/{n}",), 1, ("x",), None, "", "") for n in range(500)))


async def test_what_was_asked_or_called_is_shown_not_obeyed() -> None:
    app = Dialogs(lambda: ListDialog(HOSTILE, [Row(HOSTILE, HOSTILE)], hint=HOSTILE))
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        assert app.words.count(HOSTILE_SHOWN) == 4
        assert not any(c in app.words for c in "\x1b\x07\u202e")
