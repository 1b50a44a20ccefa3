"""Ledger and want-list: rows in words, opened, followed to who cites, empty, failed; nothing in them can act."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import LibraryDamaged, NotFound
from index.library import Library
from index.results import Candidate, Ledger, LedgerRow, Want, WantList
from tests.tui.doubles import HOSTILE, HOSTILE_SHOWN, Dialogs, until
from tui.screens.notheld import NotHeldScreen
from tui.screens.tables import LedgerScreen, WantListScreen
from tui.services.worker import working
from tui.view.candidates import SENT
from tui.view.rows import Line
from tui.view.table_rows import answered, ledger_line, ledger_title, want_line
from tui.view.wrap import cells

FIRST = LedgerRow("S/2006/448", ("S/2006/448",), "2006-07-12", "Valdmark", "t", ("A/61/204-S/2006/511",), 23)
OPEN = LedgerRow(
    "A/61/204-S/2006/511", ("A/61/204", "S/2006/511"), "2006-08-04", "Kestravia", "t", (), None, ("S/2006/448",)
)
WANT = Want(("A/60/871",), 3, ("S/2006/448",), "2006-05-30", "Valdmark", "https://x.org/A/60/871")
REPORT = Want(("S/2006/1",), 70, ("S/2006/448",), None, "", "https://x.org/S/2006/1", document=True)


class Tables:
    """A library of one ledger and one want-list."""

    def __init__(self, rows: tuple[LedgerRow, ...] = (FIRST, OPEN), wants: tuple[Want, ...] = (WANT, REPORT)) -> None:
        self.rows, self.wants = rows, wants
        self.damaged = False

    def ledger(self, one: str, other: str, *, cancel: object = None) -> Ledger:
        if self.damaged:
            raise LibraryDamaged("The library is damaged.", "Run `rejoinder doctor library`.")
        return Ledger((one, other), "This library holds 4 letters.", self.rows)

    def missing(self, *, cancel: object = None) -> WantList:
        if self.damaged:
            raise LibraryDamaged("The library is damaged.", "Run `rejoinder doctor library`.")
        return WantList(self.wants, ("Only the first 2 are shown.",))

    def candidate(self, symbol: str) -> Candidate:
        raise NotFound(f"{symbol} is not known.")

    @property
    def as_library(self) -> Library:
        return cast(Library, self)


def written(pair: tuple[Line, Line]) -> tuple[str, str]:
    left, right = ("".join(piece.text for piece in line) for line in pair)
    return " ".join(left.split()), right


@pytest.mark.parametrize(
    ("row", "width", "left", "right"),
    [
        (FIRST, 100, "12 Jul 2006 Valdmark S/2006/448", "answered after 23 days"),
        (OPEN, 100, "4 Aug 2006 Kestravia A/61/204-S/2006/511 answers S/2006/448", "no answer held"),
        (OPEN, 80, "4 Aug 2006 Kestravia A/61/204-S/2006/511", "no answer held"),  # no room for what it answers
        (OPEN, SENT - 1, "4 Aug 2006 A/61/204-S/2006/511", "no answer held"),
        (replace(FIRST, symbols=()), 100, "12 Jul 2006 Valdmark S/2006/448", "answered after 23 days"),  # by its ID
    ],
)
def test_a_row_of_the_ledger(row: LedgerRow, width: int, left: str, right: str) -> None:
    assert written(ledger_line(row, width)) == (left, right)


@pytest.mark.parametrize(
    ("days", "words"), [(0, "answered after 0 days"), (1, "answered after 1 day"), (None, "answered")]
)
def test_days_in_words(days: int | None, words: str) -> None:
    assert answered(replace(FIRST, days=days)) == words


@pytest.mark.parametrize(
    ("want", "width", "left", "right"),
    [
        (WANT, 90, "A/60/871 30 May 2006 Valdmark", "cited by 3"),
        (REPORT, 90, "S/2006/1 document", "cited by 70"),
        (WANT, 30, "A/60/871", "cited by 3"),
    ],
)
def test_a_row_of_the_want_list(want: Want, width: int, left: str, right: str) -> None:
    assert written(want_line(want, width)) == (left, right)


@given(st.text(max_size=80), st.text(max_size=80), st.integers(30, 120))
def test_rows_never_outgrow_their_width(symbol: str, sender: str, width: int) -> None:
    for pair in (
        want_line(replace(WANT, symbols=(symbol,), sender=sender), width),
        ledger_line(replace(FIRST, symbols=(symbol,), sender=sender), width),
    ):
        assert sum(cells(piece.text) for line in pair for piece in line) + 2 <= width


def test_the_ledgers_title_counts_what_is_open() -> None:
    one = Ledger(("Kestravia", "Valdmark"), "", (FIRST, OPEN))
    assert ledger_title(one) == "Ledger · Kestravia and Valdmark · 2 letters, for 1 no answer is held"
    assert ledger_title(replace(one, rows=(FIRST,))) == "Ledger · Kestravia and Valdmark · 1 letter"


async def settled(app: Dialogs) -> None:
    while working():
        await asyncio.sleep(0.005)
    await asyncio.sleep(0.02)


async def test_the_ledger_says_what_it_rests_on_and_opens_a_letter() -> None:
    app = Dialogs(lambda: LedgerScreen(Tables().as_library, "Kestravia", "Valdmark"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app)
        await pilot.pause()
        assert "This library holds 4 letters." in app.words
        assert "no answer held" in app.rows[1]
        await pilot.press("j", "enter")
        assert app.given == [OPEN.id]


async def test_a_wanted_document_leads_to_who_cites_it_and_its_address_can_be_sent() -> None:
    app = Dialogs(lambda: WantListScreen(Tables().as_library))
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(app)
        await pilot.pause()
        assert "2 documents" in app.words
        assert "Only the first 2 are shown." in app.words
        await pilot.press("j", "f8")
        await pilot.pause()
        assert app.sent == [REPORT.address]
        await pilot.press("enter")
        await settled(app)
        await pilot.pause()
        assert isinstance(app.screen, NotHeldScreen)
        assert "Cited by 70 letters held here, of which 1 stand here" in app.words
        await pilot.press("enter")
        await pilot.pause()
        assert app.given == ["S/2006/448"]


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        (Tables(rows=()), "No letter held here passed between the two."),
        (Tables(rows=(replace(FIRST, sender=HOSTILE),)), HOSTILE_SHOWN[:11]),
    ],
)
async def test_an_empty_ledger_is_a_sentence_and_a_sender_cannot_act(tables: Tables, said: str) -> None:
    app = Dialogs(lambda: LedgerScreen(tables.as_library, HOSTILE, "Valdmark"))
    async with app.run_test(size=(120, 24)) as pilot:
        await settled(app)
        await pilot.pause()
        assert said in app.rows[0]
        assert HOSTILE_SHOWN in app.words  # in the title
        assert not any(c in app.words for c in "\x1b\x07\u202e")


async def test_a_table_that_was_closed_is_no_longer_worked_at() -> None:
    asked: list[Callable[[], bool]] = []
    closed = threading.Event()

    class Slow(Tables):
        def missing(self, *, cancel: Callable[[], bool] | None = None) -> WantList:  # type: ignore[override]
            assert cancel is not None
            asked.append(cancel)
            closed.wait(5)
            return WantList(())

    app = Dialogs(lambda: WantListScreen(Slow().as_library))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(asked) == 1)
        assert not asked[0]()
        await pilot.press("escape")
        await until(pilot, asked[0])
        closed.set()
        await settled(app)


async def test_a_damaged_library_is_one_sentence_with_the_next_step() -> None:
    tables = Tables()
    tables.damaged = True
    app = Dialogs(lambda: WantListScreen(tables.as_library))
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(app)
        await pilot.pause()
        assert "Run `rejoinder doctor library`." in app.rows[0]
        await pilot.press("enter", "f8", "escape")
        assert (app.given, app.sent) == ([None], [])
