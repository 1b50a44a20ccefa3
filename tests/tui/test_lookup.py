"""Symbol look-up and what stands behind it: rows, pasted paragraphs, late answers, the card of what is not held."""

from __future__ import annotations

import asyncio
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from index.results import Candidate, Resolved
from tests.tui.doubles import HOSTILE, HOSTILE_SHOWN, Dialogs, FakeLibrary, until
from tui.screens.lookup import LookupScreen, meant
from tui.screens.notheld import NotHeldScreen, known
from tui.services.worker import working
from tui.view.candidates import SENT, candidate_line
from tui.view.wrap import cells
from tui.widgets.row_list import RowList

FERRY = Candidate(("A/61/204", "S/2006/511"), "A/61/204-S/2006/511", "2006-08-04", "Kestravia")
REPLY = Candidate(("A/61/233", "S/2006/547"), "A/61/233-S/2006/547", "2006-08-18", "Valdmark")
LOST = Candidate(
    ("A/61/290",), None, "2006-09-01", "Oronesia", (FERRY.id or "", REPLY.id or ""), "https://x.org/A/61/290"
)
RECOVERED = Candidate(("S/2006/9",), "2006-01-02 Kestravia", "2006-01-02", "Kestravia", inferred_from=("S/2006/10",))
TYPED = Candidate(("S/2006",), None, None, "")


def library() -> FakeLibrary:
    return FakeLibrary(
        FERRY,
        REPLY,
        LOST,
        TYPED,
        RECOVERED,
        resolved=(
            Resolved("A/61/204-S/2006/511", 4, ("A/61/204", "S/2006/511"), False, (FERRY.id or "",)),
            Resolved("A/61/290", 30, ("A/61/290",), False, ()),
            Resolved("resolution 62/243", 50, ("A/RES/62/243",), False, ()),
        ),
    )


def written(candidate: Candidate, width: int) -> tuple[str, str]:
    left, right = candidate_line(candidate, width)
    return "".join(p.text for p in left).strip(), "".join(p.text for p in right)


@pytest.mark.parametrize(
    ("candidate", "width", "left", "right"),
    [
        (FERRY, 80, "A/61/204-S/2006/511        4 Aug 2006  Kestravia", "held"),
        (LOST, 80, "A/61/290                   1 Sep 2006  Oronesia", "not held · cited by 2"),
        (RECOVERED, 80, "S/2006/9                   2 Jan 2006  Kestravia", "held · symbol inferred"),
        (FERRY, SENT - 1, "A/61/204-S/2006/511", "held"),  # date and sender give way
        (Candidate(("S/1",), None, None, ""), 80, "S/1", "not held · not cited"),
        (Candidate((), "2006-08-04 Kestravia", None, ""), 80, "2006-08-04 Kestravia          undated", "held"),
    ],
)
def test_a_candidate_in_words(candidate: Candidate, width: int, left: str, right: str) -> None:
    assert written(candidate, width) == (left, right)


@given(st.text(max_size=80), st.text(max_size=80), st.integers(24, 120))
def test_a_candidate_never_outgrows_its_width(symbol: str, sender: str, width: int) -> None:
    left, right = written(Candidate((symbol,), None, None, sender, ("x",)), width)
    assert cells(left) + cells(right) + 2 <= width


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a/61/2", ["A/61/204", "A/61/233", "A/61/290"]),  # a spelling: completions
        (
            "See A/61/204-S/2006/511, which repeats A/61/290 and resolution 62/243, and A/61/290 again.",
            ["A/61/204", "A/61/290"],  # a paragraph: each symbol once; a resolution nothing is known of is left out
        ),
        ("see A/61/290", ["A/61/290"]),  # short, but no spelling of its own
        ("S/2006", ["A/61/204", "A/61/233", "S/2006/9", "S/2006"]),  # what nobody bears or cites stands last
        ("lighthouse", []),
    ],
)
def test_what_a_text_may_mean(text: str, names: list[str]) -> None:
    assert [c.symbols[0] for c in meant(library().as_library, text, lambda: False)] == names


def test_what_is_known_of_a_document_in_words() -> None:
    assert known(LOST, "letter of 1 September 2006") == [
        "The citing words call it: letter of 1 September 2006",
        "A letter of 1 September 2006 from Oronesia, as the letters that cite it say",
        "Published at https://x.org/A/61/290",
        "Cited by 2 letters held here",
    ]
    assert known(LOST, count=70)[-1] == "Cited by 70 letters held here, of which 2 stand here"
    assert known(Candidate(("S/1",), None, None, ""))[-1] == "No letter held here cites it."
    assert known(None) == ["No letter held here bears or cites it by a symbol."]


async def settled(app: Dialogs) -> None:
    """Until no question is open."""
    while working():
        await asyncio.sleep(0.005)
    await asyncio.sleep(0.02)


async def test_typing_lists_candidates_and_enter_opens_the_one_under_the_cursor() -> None:
    app = Dialogs(lambda: LookupScreen(library().as_library))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "paste a paragraph" in app.rows[0]
        await pilot.press(*"61", "backspace", "backspace")
        await pilot.press(*"A/61/2")
        await settled(app)
        await pilot.pause()
        assert [row.split()[0].lstrip("▌") for row in app.rows[:3]] == [
            "A/61/204-S/2006/511",
            "A/61/233-S/2006/547",
            "A/61/290",
        ]
        await pilot.press("down", "enter")
        assert app.given == [REPLY.id]


async def test_a_late_answer_never_overwrites_a_newer_one() -> None:
    fake = library()
    fake.gates["A/61/2"] = threading.Event()
    app = Dialogs(lambda: LookupScreen(fake.as_library, "A/61/"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "9")
        await until(pilot, lambda: "A/61/290" in app.rows[0])
        newer = app.rows
        fake.gates["A/61/2"].set()
        await settled(app)
        await pilot.pause()
        assert app.rows == newer


async def test_enter_before_the_answer_opens_when_it_comes() -> None:
    fake = library()
    fake.gates["A/61/23"] = threading.Event()
    app = Dialogs(lambda: LookupScreen(fake.as_library, "A/61/2"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app)
        await pilot.press("3", "enter")
        assert app.given == []
        fake.gates["A/61/23"].set()
        await settled(app)
        await pilot.pause()
        assert app.given == [REPLY.id]


async def test_what_is_not_held_lists_who_cites_it_and_its_address_can_be_sent() -> None:
    app = Dialogs(lambda: LookupScreen(library().as_library, "A/61/290"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app)
        await pilot.press("f8", "enter")
        await settled(app)
        await pilot.pause()
        assert isinstance(app.screen, NotHeldScreen)
        assert "A/61/290 · not held" in app.words
        assert "Kestravia" in app.rows[0]  # looked up after the card was shown
        await pilot.press("f8", "escape")
        assert app.sent == [LOST.address] * 2
        assert isinstance(app.screen, LookupScreen)
        await pilot.press("enter", "j", "enter")
        await pilot.pause()
        assert app.given == [REPLY.id]


async def test_a_pasted_paragraph_is_taken_whole_and_cannot_act() -> None:
    app = Dialogs(lambda: LookupScreen(library().as_library))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.screen.post_message(events.Paste(f"In A/61/204-S/2006/511 {HOSTILE}\nand on the next line, in\nA/61/290."))
        await pilot.pause()
        await settled(app)
        await pilot.pause()
        assert [row.split()[0].lstrip("▌") for row in app.rows[:2]] == ["A/61/204-S/2006/511", "A/61/290"]
        assert "\x1b" not in app.words


async def test_a_symbol_nobody_knows_is_one_sentence_and_escape_closes() -> None:
    app = Dialogs(lambda: LookupScreen(library().as_library, "ZZ/1"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app)
        await pilot.pause()
        assert app.rows[0].strip() == "No letter held bears or cites such a symbol."
        await pilot.press("enter", "f8", "escape")
        assert (app.given, app.sent) == ([None], [])


async def test_nothing_a_document_says_can_act_in_rows_or_card() -> None:
    hostile = Candidate((HOSTILE,), None, None, HOSTILE, (HOSTILE,), HOSTILE)
    app = Dialogs(lambda: NotHeldScreen(FakeLibrary().as_library, HOSTILE, hostile, HOSTILE))
    async with app.run_test(size=(120, 24)) as pilot:
        await settled(app)
        await pilot.pause()
        assert app.words.count(HOSTILE_SHOWN) >= 4  # title, said, address, the citing letter
        assert not any(c in app.words for c in "\x1b\x07\u202e")


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (40, 10)])
async def test_nothing_breaks_on_a_small_screen(size: tuple[int, int]) -> None:
    app = Dialogs(lambda: LookupScreen(library().as_library, "A/61/2"))
    async with app.run_test(size=size) as pilot:
        await settled(app)
        await pilot.press("down", "down", "enter")
        await settled(app)
        await pilot.pause()
        assert isinstance(app.screen, NotHeldScreen)
        assert app.screen.query_one(RowList).item_count() == 2
