"""Results and thread on a screen: rows as they are read, marks, folding, and nothing that a document can command."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from textual.app import App, ComposeResult

from index.results import Agreement, Edge, Hit, Node, Page, Request, Snippet, Thread
from tui.view.rows import Piece, lit, row_lines, short_date
from tui.view.tree import ASIDE, DEEPEST, SERIES, lanes, list_rows, tree_rows
from tui.view.wrap import cells
from tui.widgets.looks import PieceList
from tui.widgets.results import CHUNK, Results
from tui.widgets.thread_pane import ThreadPane, proof

AGREED = Agreement(symbol=True, date=True, sender=None)


def hit(n: int = 1, **other: object) -> Hit:
    plain = Hit(f"id{n}", (f"S/2006/{n}",), "2006-08-18", "Valdmark", "Kestravia", "letter", "On the ferry", 1.0)
    return plain._replace(**other)  # type: ignore[arg-type]


def node(name: str, day: int, held: bool = True, **other: object) -> Node:
    plain = Node(name, (f"S/2006/{day}",), f"2006-08-{day:02}", "Valdmark", "", held)
    return replace(plain, **other)  # type: ignore[arg-type]


def edge(source: str, target: str, kind: str = "answers") -> Edge:
    return Edge(source, target, kind, "With reference to", "p1", 0, "symbol", AGREED)


def written(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


@pytest.mark.parametrize("width", [1, 2, 7, 20, 38, 63, 64, 100, 200])
def test_a_row_never_outgrows_its_width(width: int) -> None:
    wide = hit(sender="長崎" * 40, answers=("S/2006/1",), notes=3, snippets=(Snippet("a " * 200, ((100, 101),)),))
    for masthead in (False, True):
        told = wide._replace(snippets=(wide.snippets[0]._replace(masthead=masthead),))
        assert cells(written(row_lines(told, width)[1])) <= width


def test_a_passage_of_the_masthead_is_not_taken_for_the_author_s_words() -> None:
    item = Snippet("The situation of owls", ((17, 21),), masthead=True)
    assert written(row_lines(hit(snippets=(item,)), 80)[1]) == "  masthead: The situation of owls"
    assert written(row_lines(hit(snippets=(item,)), 40)[1]) == "  masthead: The situation of owls"


NAMES = [
    # width, by its ID, first line: where an ID of date and sender has no room, the row says why there is no symbol
    (64, False, "2006-08-18 Valdmark  Valdmark → Kestravia            18 Aug 2006"),
    (40, False, "Valdmark, no symbol          18 Aug 2006"),
    (40, True, "2006-08-18 Valdmark          18 Aug 2006"),
    (29, False, "Valdmark          18 Aug 2006"),
    (18, False, "Valdm… 18 Aug 2006"),
]


@pytest.mark.parametrize(("width", "by_id", "line"), NAMES)
def test_a_letter_without_a_symbol_is_named_by_its_sender(width: int, by_id: bool, line: str) -> None:
    lost = hit(id="2006-08-18 Valdmark", symbols=())
    assert written(row_lines(lost, width, by_id)[0]) == line


def test_both_lines_of_a_row_end_with_an_ellipsis_where_they_are_cut() -> None:
    long = hit(symbols=(), inferred_symbols=("S/2006/1",) * 9, snippets=(Snippet("words " * 60, ()),))
    for width in (24, 40, 80):
        first, second = (written(line) for line in row_lines(long, width))
        assert "…" in first
        assert second.endswith("…")


def test_where_no_room_is_left_for_both_parties_the_row_says_so_and_an_unknown_addressee_is_left_out() -> None:
    many = hit(id="2006-08-18 Valdmark", symbols=(), sender="Valdmark and Kestravia and Oronesia and Lumeria")
    assert written(row_lines(many, 76)[0]).startswith("no symbol  Valdmark and Kestravia and Oronesia and")
    assert "→" not in written(row_lines(hit(addressee=""), 80)[0])


@pytest.mark.parametrize(
    ("date", "words"),
    [("2006-08-04", "4 Aug 2006"), (None, "undated"), ("2006", "2006"), ("2006-99-01", "2006-99-01")],
)
def test_dates_in_rows(date: str | None, words: str) -> None:
    assert short_date(date) == words


def test_a_passage_is_cut_around_its_first_lit_place() -> None:
    text = "x " * 60 + "ferry" + " y" * 60
    pieces = lit(text, ((120, 125),), 40)
    assert [p.text for p in pieces if p.look == "match"] == ["ferry"]
    assert cells(written(pieces)) <= 40


@pytest.mark.parametrize(
    ("foremost", "seen"),
    [(120, ["ferry"]), (0, ["pilot"]), (7, ["pilot"])],
    ids=["the one to be seen", "the first is", "none begins there"],
)
def test_a_passage_is_cut_around_the_lit_place_to_be_seen(foremost: int, seen: list[str]) -> None:
    text = "pilot " + "x " * 57 + "ferry" + " y" * 60
    pieces = lit(text, ((0, 5), (120, 125)), 40, foremost)
    assert [p.text for p in pieces if p.look == "match"] == seen
    assert cells(written(pieces)) <= 40


def test_markup_and_control_characters_of_a_document_are_shown_not_obeyed() -> None:
    pieces = lit("[b]a[/] [@click=app.quit]b\x1b[2J\u202e", (), 80)
    assert "[b]a[/] [@click=app.quit]b" in written(pieces)
    assert "\x1b" not in written(pieces)
    assert "\u202e" not in written(pieces)


def test_a_tree_hangs_answers_under_what_they_answer_and_citations_as_leaves() -> None:
    thread = Thread(
        "b", (node("a", 1), node("b", 2), node("c", 3, held=False)), (edge("b", "a"), edge("b", "c", "cites"))
    )
    assert [(r.node.id, r.depth, r.word) for r in tree_rows(thread)] == [
        ("a", 0, ""),
        ("b", 1, "answered by"),
        ("c", 2, "cites"),
    ]
    assert [r.node.id for r in list_rows(thread)] == ["a", "b", "c"]


def test_cycles_and_citations_of_itself_end() -> None:
    ring = Thread("a", (node("a", 1), node("b", 2)), (edge("a", "b"), edge("b", "a"), edge("a", "a")))
    rows = tree_rows(ring)
    assert {r.node.id for r in rows} == {"a", "b"}
    assert len(rows) <= 3


def test_a_series_folds_to_one_line_and_opens() -> None:
    cited = tuple(node(f"n{n}", n) for n in range(1, SERIES + 1))
    thread = Thread("z", (node("z", 30), *cited), tuple(edge("z", c.id, "cites") for c in cited))
    assert [len(r.series) for r in tree_rows(thread)] == [0, SERIES]
    assert len(tree_rows(thread, frozenset({"series:z"}))) == SERIES + 1


def test_a_series_is_of_one_kind_and_tells_the_dates_it_knows() -> None:
    followed = tuple(node(f"n{n}", n, date=None if n > 2 else f"2006-08-0{n}") for n in range(1, SERIES + 1))
    reports = tuple(node(f"r{n}", n, document=True, date=None) for n in range(SERIES))
    edges = [edge("z", c.id, "cites") for c in (*followed, *reports, node("x", 9))]
    rows = tree_rows(Thread("z", (node("z", 30), *followed, *reports, node("x", 9)), tuple(edges)))
    told = [row.series_told for row in rows if row.series]
    assert told == [f"{SERIES + 1} letters, 1 Aug 2006 – 9 Aug 2006", f"{SERIES} documents"]


def test_what_another_letter_cites_folds_sooner() -> None:
    cited = tuple(node(f"n{n}", n) for n in range(1, ASIDE + 1))
    edges = (*(edge("z", c.id, "cites") for c in cited), edge("a", "z"))
    rows = tree_rows(Thread("a", (node("z", 20), node("a", 30), *cited), edges))
    assert [(row.node.id, len(row.series)) for row in rows] == [("z", 0), ("n1", ASIDE), ("a", 0)]


def test_a_chain_of_thousands_is_laid_out() -> None:
    nodes = tuple(node(f"n{n:05}", 1) for n in range(3000))
    thread = Thread("n00000", nodes, tuple(edge(f"n{n + 1:05}", f"n{n:05}") for n in range(2999)))
    assert tree_rows(thread)[-1].depth == 2999


def test_lanes_beyond_the_most_are_shared() -> None:
    nodes = tuple(node(f"n{n}", n + 1, sender=f"State {n}") for n in range(4))
    names, placed = lanes(Thread("n0", nodes, ()), most=3)
    assert names == ["State 0", "State 1", "others"]
    assert [lane for _, lane in placed] == [0, 1, 2, 2]


class Host(App[None]):
    """One list on a screen."""

    def __init__(self, pane: PieceList) -> None:
        super().__init__()
        self.pane = pane
        self.wanted: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_results_wanted(self, message: Results.Wanted) -> None:
        self.wanted.append(message.offset)


def seen(pane: PieceList) -> str:
    return "\n".join(pane.render_line(y).text.rstrip() for y in range(pane.size.height))


async def test_results_on_a_screen_move_mark_and_ask_for_what_is_missing() -> None:
    pane = Results()
    host = Host(pane)
    async with host.run_test(size=(80, 24)) as pilot:
        pane.focus()
        pane.take(Page(Request("ferry"), "ferry", 40_000, 0.0, tuple(hit(n) for n in range(CHUNK))), fresh=True)
        await pilot.pause()
        assert "S/2006/0" in seen(pane)
        await pilot.press("x")
        assert list(pane.marked) == ["id0"]
        assert pane.cursor == 1
        await pilot.press("X")
        assert pane.cursor == 0
        await pilot.press("G")
        await pilot.pause()
        seen(pane)
        await pilot.pause()
        assert pane.cursor == 39_999
        assert 39_950 in host.wanted


async def test_the_thread_says_what_is_not_held_and_shows_each_view() -> None:
    pane = ThreadPane()
    thread = Thread("b", (node("a", 1, held=False, cited_by=7), node("b", 2)), (edge("b", "a"),))
    async with Host(pane).run_test(size=(80, 24)) as pilot:
        pane.focus()
        pane.show(thread)
        await pilot.pause()
        assert "not held · cited by 7" in seen(pane)
        assert "↩ answered by" in seen(pane)
        assert pane.current is not None
        assert pane.current.node.id == "b"
        views = [pane.view]
        for _ in range(3):
            await pilot.press("t")
            await pilot.pause()
            assert "S/2006/2" in seen(pane)
            views.append(pane.view)
        assert views == ["tree", "list", "lanes", "tree"]


ROWS = [
    # width, view, lines: a tree is read downwards, a list says what is answered; a line each where both fit
    (80, "tree", ["1 Aug 06 Valdmark S/2006/1 · not held · cited by 7",
                  " └ ↩ answered by ▶ 2 Aug 06 Valdmark S/2006/2"]),
    (80, "list", ["1 Aug 06 Valdmark S/2006/1 · not held · cited by 7",
                  "▶ 2 Aug 06 Valdmark S/2006/2  ↩ answers 1 Aug 06 Valdmark S/2006/1"]),
    (40, "tree", ["1 Aug 06 Valdmark S/2006/1", "  not held · cited by 7", " └ ↩ answered by",
                  "  ▶ 2 Aug 06 Valdmark S/2006/2"]),
    (40, "list", ["1 Aug 06 Valdmark S/2006/1", "  not held · cited by 7", "▶ 2 Aug 06 Valdmark S/2006/2",
                  "  ↩ answers 1 Aug 06 Valdmark S/2006/1"]),
]  # fmt: skip


@pytest.mark.parametrize(("width", "view", "lines"), ROWS)
async def test_a_row_says_who_answers_whom_at_any_width(width: int, view: str, lines: list[str]) -> None:
    pane = ThreadPane()
    pane.view = view
    thread = Thread("b", (node("a", 1, held=False, cited_by=7), node("b", 2)), (edge("b", "a"),))
    async with Host(pane).run_test(size=(120 - width, 24)) as pilot:
        pane.show(thread)
        await pilot.resize_terminal(width, 24)  # rows are one line or two by the width they have now
        await pilot.pause()
        assert [line[1:] for line in seen(pane).rstrip().split("\n")] == lines


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (10, 3)])
@pytest.mark.parametrize("view", ["tree", "list", "lanes"])
async def test_nothing_breaks_on_a_tiny_screen(size: tuple[int, int], view: str) -> None:
    pane = ThreadPane()
    pane.view = view
    async with Host(pane).run_test(size=size) as pilot:
        pane.show(Thread("b", (node("a", 1), node("b", 2)), (edge("b", "a"),)))
        await pilot.pause()
        seen(pane)
        assert pane.item_count() == 2


def test_deep_rows_stay_on_the_screen() -> None:
    nodes = tuple(node(f"n{n}", n + 1) for n in range(8))
    thread = Thread("n0", nodes, tuple(edge(f"n{n + 1}", f"n{n}") for n in range(7)))
    pane = ThreadPane()
    deepest = tree_rows(thread)[-1]
    words = written(pane._row_line(deepest, 0))
    assert "7› " in words
    assert words.index("└") < 2 * DEEPEST


def test_a_proof_says_what_differs() -> None:
    differs = replace(
        edge("b", "a"), agrees=Agreement(True, False, None, "the symbol is of 6 March, the text says 8 March")
    )
    words = written(proof(differs, ()))
    assert "symbol ✓, date ✗ differs the symbol" in words
    assert "the symbol is of 6 March, the text says 8 March" in words
    assert proof(None, ()) == []


async def test_where_no_letter_is_open_the_thread_says_what_it_is_for() -> None:
    pane = ThreadPane()
    async with Host(pane).run_test(size=(34, 5)) as pilot:
        await pilot.pause()
        assert "Who answers whom: open a letter." in seen(pane)


def test_a_proof_that_ends_within_its_sentence_says_so() -> None:
    assert written(proof(edge("b", "a"), ())).startswith("“With reference to…” p1")
    whole = replace(edge("b", "a"), evidence="I write in reply.")
    assert written(proof(whole, ())).startswith("“I write in reply.” p1")
