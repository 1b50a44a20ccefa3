"""The facets pane: values as they are counted, what is kept, what is folded; nothing a sender is called can act."""

from __future__ import annotations

import pytest

from tests.tui.narrowing_host import Host, seen
from tui.view.rows import Piece
from tui.view.wrap import cells
from tui.widgets.facets import FEW, Facets, facet_rows, narrowed_in_words
from tui.widgets.narrowing import Narrow, Widen
from tui.widgets.sections import Entry, spread

COUNTS = {
    "kind": (("letter", 3), ("note verbale", 1)),
    "sender": tuple((f"State {n}", 40 - n) for n in range(20)),
    "year": (("2005", 1), ("2006", 3)),
    "language": (("en", 4), ("tlh", 1)),
    "item": (("14", 2), ("", 9)),
    "session": (("61", 4),),
}
HOSTILE = "[b]x[/b] [/] [@click=app.quit]quit\x1b]52;c;eA==\x07\u202e"


def words(entry: Entry) -> str:
    return "".join(piece.text for piece in (*entry.line, *entry.aside))


def test_facets_stand_in_their_order_under_their_names() -> None:
    rows, targets = facet_rows(COUNTS, (), frozenset())
    assert [r.heading for r in rows if r.heading] == ["Sender", "Year", "Agenda item", "Kind", "Language"]
    assert len(rows) == len(targets)
    assert [v for f, v in targets if f == "year"] == ["2006", "2005"]  # the latest first
    assert [words(r) for r, (f, _) in zip(rows, targets, strict=True) if f == "language"] == ["English4", "tlh1"]
    assert [v for f, v in targets if f == "item"] == ["14"]  # letters without an item are no value


def test_a_long_facet_folds_and_says_how_many_more() -> None:
    rows, targets = facet_rows(COUNTS, (), frozenset())
    assert [f for f, _ in targets].count("sender") == FEW + 1
    assert words(rows[targets.index(("sender", ""))]).startswith("… 12 more")
    opened = facet_rows(COUNTS, (), frozenset({"sender"}))[1]
    assert [f for f, _ in opened].count("sender") == 20


def test_what_is_kept_says_so_in_a_word() -> None:
    rows, targets = facet_rows(COUNTS, (("sender", "State 1"),), frozenset())
    assert words(rows[targets.index(("sender", "State 1"))]) == "State 1✓ kept 39"


def test_what_is_kept_stands_among_the_few_however_seldom_it_is() -> None:
    _, targets = facet_rows(COUNTS, (("sender", "State 19"),), frozenset())
    assert targets[FEW - 1 : FEW + 2] == [("sender", f"State {FEW - 1}"), ("sender", "State 19"), ("sender", "")]


@pytest.mark.parametrize(
    ("narrow", "told"),
    [
        ((), ""),
        ((("sender", "Kestravia"), ("year", "2006"), ("year", "2007")), "sender Kestravia · year 2006 or 2007"),
        ((("month", "2006-08"), ("item", "14")), "August 2006 · item 14"),
        ((("language", "fr"),), "language French"),
    ],
)
def test_a_narrowing_in_words(narrow: tuple[tuple[str, str], ...], told: str) -> None:
    assert narrowed_in_words(narrow) == told


@pytest.mark.parametrize("width", [1, 2, 7, 20, 38, 80])
def test_a_row_never_outgrows_its_width(width: int) -> None:
    line = spread((Piece("長崎" * 30),), (Piece("1,234"),), width)
    assert cells("".join(piece.text for piece in line)) <= width


async def test_enter_narrows_opens_and_keeps_no_longer_what_is_kept() -> None:
    pane = Facets()
    host = Host(pane)
    async with host.run_test(size=(40, 40)) as pilot:
        pane.focus()
        pane.show(COUNTS, (("sender", "State 0"),))
        await pilot.pause()
        assert seen(pane)[:2] == [" Sender", "▌State 0                      ✓ kept 40"]
        await pilot.press("enter", "j", "enter", "minus")
        assert host.heard == [Widen("sender", "State 0"), Narrow("sender", "State 1"), Widen()]
        for _ in range(FEW - 1):
            await pilot.press("j")
        await pilot.press("enter")
        await pilot.pause()
        assert len(pane.targets) > 20
        assert pane.targets[pane.cursor] == ("sender", f"State {FEW - 1}")


async def test_the_cursor_keeps_its_value_when_counts_change() -> None:
    pane = Facets()
    async with Host(pane).run_test(size=(40, 40)) as pilot:
        pane.show(COUNTS)
        await pilot.pause()
        pane.cursor = pane.targets.index(("year", "2006"))
        pane.show({"year": (("2006", 1),)})
        assert pane.targets[pane.cursor] == ("year", "2006")
        pane.show({})
        assert pane.item_count() == 0


async def test_a_heading_is_no_row_for_the_mouse() -> None:
    pane = Facets()
    host = Host(pane)
    async with host.run_test(size=(40, 40)) as pilot:
        pane.show(COUNTS)
        await pilot.pause()
        await pilot.click(Facets, offset=(3, 0))
        assert host.heard == []
        await pilot.click(Facets, offset=(3, 2))
        assert (pane.cursor, host.heard) == (1, [])
        await pilot.click(Facets, offset=(3, 2))
        assert host.heard == [Narrow("sender", "State 1")]


async def test_a_senders_name_is_shown_not_obeyed() -> None:
    pane = Facets()
    async with Host(pane).run_test(size=(80, 10)) as pilot:
        pane.show({"sender": ((HOSTILE, 1),)})
        await pilot.pause()
        line = seen(pane)[1]
        assert "[b]x[/b] [/] [@click=app.quit]quit␛]52;c;eA==␇" in line
        assert not any(c in line for c in "\x1b\x07\u202e")
