"""Searching as one types: late answers, patience, faults at their place, completions, orders, what is remembered."""

from __future__ import annotations

import asyncio
import random
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.widgets.input import Selection

from corpus.model import Letter
from corpus.sample import sample_folder
from index.library import Answered, Library
from index.results import Cancel, Page, Request, Thread
from tests.tui.browsing import browsing
from tests.tui.doubles import until
from tests.tui.two_screens import beside
from tui.queries import KEPT, Queries
from tui.screens.searching import PATIENCE
from tui.widgets.reader import LetterPane
from tui.widgets.results import CHUNK
from tui.widgets.search_line import LONGEST, SearchLine


async def test_an_answer_that_comes_late_overwrites_nothing(
    sample_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(5)
    true_search = Library.search

    def slow(self: Library, request: Request, *, cancel: Cancel | None = None) -> Page:
        time.sleep(chance.random() / 10)  # answers come in any order, and none gives up when it is told to
        return true_search(self, request)

    query = "from:kestravia customs post"
    async with browsing(sample_library, tmp_path, size=(120, 40)) as here:
        with monkeypatch.context() as patch:
            patch.setattr(Library, "search", slow)
            for start in range(0, len(query), 3):
                await here.type(query[start : start + 3])
            await here.settle()
        assert here.browse.page is not None
        assert here.browse.page.request.query == query
        typed = here.cells[1:]  # the first line has the time it took
    async with browsing(sample_library, tmp_path / "fresh", size=(120, 40)) as here:
        here.browse.search_for(query)
        here.browse.search_line.focus()
        await here.settle()
        assert here.cells[1:] == typed


async def test_a_word_that_comes_in_one_packet_is_searched_for_once(
    sample_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    true_search = Library.search

    def told(self: Library, request: Request, *, cancel: Cancel | None = None) -> Page:
        asked.append(request.query)
        return true_search(self, request, cancel=cancel)

    def slowly() -> Iterator[events.Key]:
        for letter in "customs":
            time.sleep(0.01)
            yield events.Key(letter, letter)

    typed: list[str] = []
    true_insert = SearchLine.insert_text_at_cursor

    def inserted(self: SearchLine, text: str) -> None:
        typed.append(text)
        true_insert(self, text)

    async with beside(sample_library, tmp_path, (120, 40)) as here:
        here.here.browse.search_line.focus()
        monkeypatch.setattr(Library, "search", told)
        monkeypatch.setattr(SearchLine, "insert_text_at_cursor", inserted)
        await asyncio.to_thread(here.driver._hear_all, slowly())
        await here.settle()
        assert here.here.browse.search_line.value == "customs"
        assert asked == typed == ["customs"]


async def test_a_search_is_begun_for_what_a_key_on_its_way_will_make(
    sample_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreseen: list[tuple[str, int]] = []
    begun: list[tuple[str, int]] = []

    def begin(self: Library, request: Request, position: int, *_: Any, **__: Any) -> bool:
        begun.append((request.query, position))
        return False

    monkeypatch.setattr(Library, "foresee", lambda _, request, at: foreseen.append((request.query, at)))
    monkeypatch.setattr(Library, "begin_as_typed", begin)
    async with beside(sample_library, tmp_path, (120, 40)) as here:
        line = here.here.browse.search_line

        async def typed(*keys: str) -> None:
            await asyncio.to_thread(here.driver._hear_all, [events.Key(key, key) for key in keys])
            await here.settle()

        line.focus()
        await typed("c")
        await typed("s", "t")
        line.cursor_position = 1
        await typed("u")
        assert foreseen == begun == [("c", 1), ("cst", 3), ("cust", 2)]
        line.selection = Selection(0, 2)
        await typed("a")  # takes the place of what is selected
        assert begun[3:] == [("ast", 1)]
        line.put("x" * LONGEST)
        await typed("y")
        here.here.browse.turn_to("results")
        await typed("x")
        assert (len(foreseen), len(begun)) == (3, 4)


async def test_what_was_foretold_or_stood_there_before_is_shown_and_nothing_is_asked(
    sample_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stood: list[tuple[str, int]] = []
    asked: list[str] = []
    true_search = Library.search

    def told(self: Library, request: Request, position: int) -> Answered | None:
        return self.as_typed(request, position) if request.query.startswith("from:k") else None

    def search(self: Library, request: Request, *, cancel: Cancel | None = None) -> Page:
        asked.append(request.query)
        return true_search(self, request, cancel=cancel)

    async with browsing(sample_library, tmp_path, size=(120, 40)) as here:
        monkeypatch.setattr(Library, "foretold", told)
        monkeypatch.setattr(Library, "stand", lambda _, request, at: stood.append((request.query, at)))
        monkeypatch.setattr(Library, "search", search)

        async def shown(key: str, query: str) -> None:
            await here.press(key)
            await here.settle()
            assert here.browse.page is not None
            assert here.browse.page.request.query == query
            assert not here.browse.searches.awaits_answer

        await shown("c", "c")
        await shown("u", "cu")
        await shown("backspace", "c")
        assert (asked, stood) == (["c", "cu"], [("c", 1)])
        await shown("backspace", "")
        del asked[:], stood[:]
        for at, letter in enumerate("from:kes", 1):
            await here.press("colon" if letter == ":" else letter)
            await here.settle()
            if at >= len("from:k"):
                assert stood[-1] == ("from:kes"[:at], at)
        assert here.browse.page is not None
        assert here.browse.page.request.query == "from:kes"
        offered = here.browse.under_search.words
        assert "Kestravia" in offered
        assert asked.count("from:kes") == 1  # by this test's double
        await here.press("a", "backspace")
        await here.settle()
        assert here.browse.under_search.words == offered
        assert asked.count("from:kes") == 1


async def test_old_rows_stay_and_searching_is_said_only_after_a_while(
    sample_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    true_search = Library.search

    def slow(self: Library, request: Request, *, cancel: Cancel | None = None) -> Page:
        time.sleep(0.6)
        return true_search(self, request, cancel=cancel)

    async with browsing(sample_library, tmp_path) as here:
        await here.type("lighthouse")
        await here.settle()
        rows = here.picture[2:]
        monkeypatch.setattr(Library, "search", slow)
        await here.type("x")
        await here.pilot.pause(0.05)
        assert "searching" not in here.text
        assert here.picture[2:-1] == rows[:-1]
        await here.pilot.pause(0.4)
        assert "searching…" in here.picture[0]
        await here.settle()
        assert "0 letters" in here.picture[0]


async def test_enter_before_the_answer_waits_for_it(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path) as here:
        await here.type("a/61/233")
        await here.pilot.press("enter")
        await here.settle()
        assert here.browse.letter.letter is not None
        assert here.browse.letter.letter.id == "A/61/233-S/2006/547"


async def test_a_row_walked_to_from_the_search_line_is_what_enter_opens(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path) as here:
        await here.type("customs post")
        await here.settle()
        await here.press("down", "down")
        assert here.browse.results.current is not None
        wanted = here.browse.results.current.id
        await here.press("enter")
        assert here.browse.letter.letter is not None
        assert here.browse.letter.letter.id == wanted


async def test_a_fault_is_marked_at_its_place_and_rows_stay(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path) as here:
        await here.type("lighthouse")
        await here.settle()
        rows = here.picture[3:]
        await here.type(" date:soon")
        await here.settle()
        place = here.picture[0].index("date:soon")
        assert "^" in here.picture[1]
        assert place <= here.picture[1].index("^") <= place + len("date:soon")
        assert here.picture[4:] == rows[1:]
        await here.press(*["backspace"] * 10)
        assert "^" not in here.picture[1]


async def test_a_fault_is_told_to_its_end_however_narrow_the_screen_is(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, size=(60, 20)) as here:
        await here.type("kin:x")
        await here.settle()
        assert here.picture[1].split() == ["^"]
        assert "kind: meant?" in " ".join(here.picture[2:4])
        assert here.picture[3].rstrip().endswith("quotation marks.")


async def test_tab_accepts_a_completion_else_goes_on(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path) as here:
        await here.type("from:kestr")
        await here.settle()
        assert "Kestravia" in here.picture[1]
        await here.press("tab")
        assert here.browse.search_line.value.startswith("from:Kestravia")
        assert here.browse.search_line.has_focus
        await here.press("escape")
        await here.press("slash", "ctrl+u", "tab")
        assert here.browse.results.has_focus


async def test_a_suggestion_is_an_enter_away(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path) as here:
        await here.type("lighthuose")
        await here.settle()
        assert "Nothing found." in here.text
        await until(here.pilot, lambda: "Enter tries “" in here.text)
        await here.press("enter")
        assert here.browse.page is not None
        assert here.browse.page.total > 0
        assert here.browse.results.has_focus
        await here.press("slash", "ctrl+u")
        await here.type("harbuor")
        await here.press("enter")  # before it was said
        await here.settle()
        assert here.browse.page is not None
        assert here.browse.page.total > 0


async def test_an_order_that_was_asked_for_is_told_however_long_the_query_is(
    sample_library: Path, tmp_path: Path
) -> None:
    async with browsing(sample_library, tmp_path, size=(120, 40)) as here:
        await here.type("customs OR lighthouses OR ferries OR timetables")
        await here.press("enter")
        assert "relevance" not in here.picture[1]  # the usual one makes room
        await here.press("o")
        assert "… newest first ▾" in here.picture[1]


async def test_orders_and_exchanges(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path) as here:
        await here.type("customs")
        await here.press("enter", "o")
        assert "newest first ▾" in here.picture[1]
        dates = [hit.date for hit in here.browse.results.hits.values() if hit.date]
        assert dates == sorted(dates, reverse=True)
        await here.press("o", "o", "o", "O")
        assert "relevance, by exchange ▾" in here.picture[1]
        exchange = {"S/2006/448", "A/61/204-S/2006/511", "A/61/233-S/2006/547", "S/2006/602", "A/61/350-S/2006/688"}
        rows = [n for n, hit in here.browse.results.hits.items() if hit.id in exchange]
        assert max(rows) - min(rows) == len(exchange) - 1


async def test_narrowing_is_said_and_taken_back(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, size=(120, 40)) as here:
        everything = here.browse.results.total
        here.browse.narrow("sender", "Kestravia")
        await here.settle()
        assert 0 < here.browse.results.total < everything
        assert "Kestravia" in here.picture[1]
        here.browse.widen()
        await here.settle()
        assert here.browse.results.total == everything


async def test_a_pasted_paragraph_is_one_line_and_cannot_act(sample_library: Path, tmp_path: Path) -> None:
    from textual.events import Paste

    async with browsing(sample_library, tmp_path) as here:
        here.browse.search_line.post_message(Paste("customs\n\x1b]0;x\x07post\n"))
        await here.settle()
        assert here.browse.search_line.value == "customs ␛]0;x␇post"


async def test_what_was_asked_is_remembered_and_only_where_it_may_be(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path) as here:
        await here.type("customs")
        await here.press("enter")
    path = tmp_path / "queries"
    assert Queries(path).recent() == ["customs"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    async with browsing(sample_library, tmp_path, keep_history=False) as here:
        await here.type("lighthouse")
        await here.press("enter")
    assert Queries(path).recent() == ["customs"]


def test_a_line_cut_short_loses_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "queries"
    path.write_text('"one"\n"two\n7\n"three"\n', "utf-8")
    assert Queries(path).recent() == ["three", "one"]


def test_two_programs_append_to_one_history(tmp_path: Path) -> None:
    first, second = Queries(tmp_path / "queries"), Queries(tmp_path / "queries")
    first.add("one")
    second.add("two")
    first.add("  three\n words ")
    assert Queries(tmp_path / "queries").recent() == ["three words", "two", "one"]


def test_the_history_is_shortened_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "queries"
    path.touch(mode=0o600)
    path.write_text("".join(f'"q{n}"\n' for n in range(2 * KEPT + 1)), "utf-8")
    assert len(Queries(path).asked) == KEPT
    assert len(path.read_text("utf-8").splitlines()) == KEPT
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_history_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "queries").mkdir()
    queries = Queries(tmp_path / "queries")
    assert queries.notice.startswith("The query history cannot be read")
    queries.add("x")
    assert queries.notice.startswith("The query history cannot be written")
    assert queries.recent() == ["x"]


async def test_a_letter_that_comes_late_leaves_the_focus_to_whoever_types_on(
    sample_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    true_thread = Library.thread

    def slow(self: Library, letter_id: str, *, cancel: Cancel | None = None) -> Thread:
        time.sleep(0.4)
        return true_thread(self, letter_id, cancel=cancel)

    async with browsing(sample_library, tmp_path, size=(120, 40)) as here:
        await here.type("locksmith")
        await here.press("enter")
        monkeypatch.setattr(Library, "thread", slow)
        await here.pilot.press("enter", "slash", "s")
        await here.settle()
        assert here.browse.letter.letter is not None
        assert here.browse.search_line.has_focus
        assert here.browse.search_line.value == "locksmiths"


async def test_every_answer_is_taken_once(
    sample_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    true_show = LetterPane.show

    def show(self: LetterPane, letter: Letter, **asked: Any) -> None:
        shown.append(letter.id)
        true_show(self, letter, **asked)

    monkeypatch.setattr(LetterPane, "show", show)
    async with browsing(sample_library, tmp_path, "A/61/233"):
        assert shown == ["A/61/233-S/2006/547"]


async def test_what_stands_there_in_full_is_not_offered_and_an_offer_goes_with_the_focus(
    sample_library: Path, tmp_path: Path
) -> None:
    async with browsing(sample_library, tmp_path) as here:
        await here.type("from:kestr")
        await here.settle()
        assert "⇥ Kestravia" in here.text
        await here.press("f1")
        assert "⇥" not in here.text
        assert "from: kestr" in here.picture[1]
        await here.press("slash")
        await here.type("avia")
        await here.settle()
        assert "⇥" not in here.text
        assert "from: Kestravia" in here.picture[1]


async def test_a_notice_about_a_query_goes_with_it(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path) as here:
        await here.type('"customs')
        await here.settle()
        assert "quotation mark is still open" in here.picture[-1]
        await here.type('"')
        await here.settle()
        assert "quotation mark" not in here.picture[-1]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("zzqqy", "Nothing found. Fewer words"),
        ("from:zzqqy", "Nothing found. A field and Tab"),
        ("A/99/1", "No letter held bears or cites it. Enter tells where it is published."),
    ],
)
async def test_where_nothing_is_found_the_next_step_is_said(
    sample_library: Path, tmp_path: Path, query: str, words: str
) -> None:
    async with browsing(sample_library, tmp_path) as here:
        await here.type(query)
        await here.settle()
        assert words in here.text


async def test_a_library_of_one_letter_opens_at_it(tmp_path: Path) -> None:
    with Library.open(tmp_path / "one", create=True) as library:
        library.ingest([sample_folder() / "5e1f_lighthouse_0c27.txt"])
    async with browsing(tmp_path / "one", tmp_path, size=(120, 40)) as here:
        assert here.browse.letter.letter is not None
        assert here.browse.letter.has_focus
        assert "No letter is open" not in here.text
    async with browsing(tmp_path / "one", tmp_path, "notaword", size=(120, 40)) as here:
        assert here.browse.letter.letter is None


async def test_rows_below_the_view_are_fetched_in_a_pause_and_stand_there_after_a_way_back(
    sample_library: Path, tmp_path: Path
) -> None:
    async with browsing(sample_library, tmp_path) as here:
        results = here.browse.results
        assert results.total == 60
        await here.pilot.pause(0.5)
        await here.settle()
        assert sorted(results.hits) == list(range(CHUNK))  # those in view came first, the rest of the chunk by itself
        await here.press("escape", "G")
        assert sorted(results.hits) == list(range(60))
        last = here.cells
        await here.press("enter", "backspace")
        assert results.cursor == 59
        assert here.cells[2:-1] == last[2:-1]


async def test_the_mouse_reaches_the_rows_where_completions_would_stand(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path) as here:
        await here.type("from:k")
        await here.settle()
        assert here.browse.under_search.visible
        assert "⇥" in here.picture[1]  # over the head of the results
        await here.pilot.click(offset=(5, 2))
        assert here.browse.results.cursor == 0
        await here.press("escape")
        assert not here.browse.under_search.visible
        assert "⇥" not in here.picture[1]
        await here.pilot.click(offset=(5, 4))
        assert here.browse.results.cursor == 1


async def test_a_fault_typed_where_nothing_was_found_is_not_asked_again(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path) as here:
        await here.type("zzzqx")
        await here.settle()
        await here.type(" date:xx")
        await here.settle()
        assert "not understood" in here.text
        asked = here.browse.searches.generation
        await here.pilot.pause(2.5 * PATIENCE)
        assert here.browse.searches.generation == asked
