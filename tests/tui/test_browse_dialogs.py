"""Journeys over the sample through what opens over the screen or beside the results: by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.browsing import browsing
from tui.screens.lookup import LookupScreen
from tui.screens.notheld import NotHeldScreen
from tui.screens.tables import LedgerScreen, WantListScreen
from tui.widgets.rows import ListDialog


async def test_facets_narrow_widen_and_a_new_search_fills_them_again(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, size=(120, 40)) as here:
        await here.press("escape", "f4")
        browse = here.browse
        assert browse.facets is not None
        assert browse.facets.has_focus
        assert browse.page is not None
        total = browse.page.total
        (facet, value), count = browse.facets.targets[0], browse.page.facets["sender"][0][1]
        assert facet == "sender"
        await here.press("enter")
        assert browse.narrowed == (("sender", value),)
        assert (browse.page.total, browse.page.total < total) == (count, True)
        assert f"kept: sender {value}" in here.text
        assert "✓ kept" in here.text
        await here.press("minus")
        assert (browse.narrowed, browse.page.total) == ((), total)
        await here.press("slash")
        await here.type("lighthouse")
        await here.settle()
        assert dict(browse.page.facets["sender"]).keys() >= {v for f, v in browse.facets.targets if f == "sender"}


async def test_the_timeline_narrows_to_a_month_and_each_pane_keeps_its_column(
    sample_library: Path, tmp_path: Path
) -> None:
    async with browsing(sample_library, tmp_path, size=(120, 40)) as here:
        await here.type("customs post")
        await here.press("escape", "f5")
        browse = here.browse
        assert browse.timeline is not None
        bar = browse.timeline.current
        assert bar is not None
        assert bar.count == max(b.count for b in browse.timeline.bars)
        await here.press("enter")
        assert browse.narrowed == (("month" if "-" in bar.label else "year", bar.label),)
        assert browse.page is not None
        assert browse.page.total == bar.count
        await here.press("f1")
        assert browse.results.has_focus
        assert not browse.timeline.display
        await here.press("f5", "minus")
        assert browse.timeline.display
        assert browse.narrowed == ()


async def test_words_in_context_open_the_letter_at_that_place(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, size=(100, 30)) as here:
        await here.type("customs post")
        await here.press("escape", "c")
        browse = here.browse
        assert browse.context is not None
        assert browse.context.size.width == 100  # the whole width
        assert "words in context" in here.text
        await here.press("l", "j")
        line = browse.context.current
        assert line is not None
        assert browse.context.by == "right"
        await here.press("enter")
        assert browse.letter.letter is not None
        assert browse.letter.letter.id == line.id
        assert browse.letter.here == line.offset
        await here.press("f6")
        assert browse.context.current == line
        browse.search_for("")
        await here.settle()
        assert "Type words into the search line first." in here.text


async def test_the_look_up_opens_what_is_held_and_shows_who_cites_what_is_not(
    sample_library: Path, tmp_path: Path
) -> None:
    async with browsing(sample_library, tmp_path) as here:
        await here.press("escape", "s")
        assert isinstance(here.app.screen, LookupScreen)
        await here.type("61/233")
        await here.settle()
        assert "held" in here.text
        await here.press("enter")
        assert here.browse.letter.letter is not None
        assert here.browse.letter.letter.id == "A/61/233-S/2006/547"
        library = here.browse.library
        assert library is not None
        lost = library.missing().rows[0]
        await here.press("s")
        await here.type(lost.symbols[0])
        await here.settle()
        await here.press("enter")
        assert isinstance(here.app.screen, NotHeldScreen)
        await here.press("enter")
        assert here.browse.letter.letter.id in lost.cited_by


async def test_way_bookmarks_marks_and_history_are_lists_that_lead_back(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path) as here:
        browse = here.browse
        await here.press("escape", "apostrophe")
        assert "no bookmark is set" in here.text
        await here.press("slash")
        await here.type("customs post")
        await here.press("enter", "x", "enter", "m")
        assert browse.letter.letter is not None
        first = browse.letter.letter.id
        await here.press("H")
        assert isinstance(here.app.screen, ListDialog)
        assert "/ customs post" in here.text
        await here.press("g", "g", "enter")
        assert browse.results.has_focus
        await here.press("apostrophe")
        assert "✓ marked in the results" in here.text
        await here.press("enter")
        assert browse.letter.letter.id == first
        assert browse.letter.has_focus
        await here.press("apostrophe", "G", "x", "x")
        assert (browse.state.bookmarks, browse.results.marked) == ([], {})
        await here.press("R")
        assert "customs post" in here.text
        await here.press("enter")
        assert browse.search_line.value == "customs post"


async def test_the_ledger_of_the_open_letter_and_the_want_list_open_letters(
    sample_library: Path, tmp_path: Path
) -> None:
    async with browsing(sample_library, tmp_path, "A/61/233", size=(100, 30)) as here:
        browse = here.browse
        await here.press("f2", "L")
        if isinstance(here.app.screen, ListDialog):
            await here.press("enter")
        assert isinstance(here.app.screen, LedgerScreen)
        assert "Kestravia" in here.picture[0]
        assert "Valdmark" in here.picture[0]
        row = here.app.screen.rows.values[0]
        await here.press("enter")
        assert browse.letter.letter is not None
        assert browse.letter.letter.id == row.id
        await here.press("W")
        assert isinstance(here.app.screen, WantListScreen)
        want = here.app.screen.rows.values[0]
        await here.press("enter", "enter")
        assert browse.letter.letter.id in want.cited_by


async def test_help_and_palette_do_what_is_chosen_in_the_pane_beneath(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, size=(100, 30)) as here:
        browse = here.browse
        await here.press("escape", "question_mark")
        assert "Keys · results" in here.text
        await here.press("j", "enter")  # mark the row
        assert len(browse.results.marked) == 1
        await here.press("colon")
        await here.type("timeline")
        await here.press("enter")
        assert browse.timeline is not None
        assert browse.timeline.has_focus
        await here.press("colon")
        await here.type("61/233")
        await here.settle()
        await here.press("enter")
        assert browse.letter.letter is not None
        assert browse.letter.letter.id == "A/61/233-S/2006/547"


async def test_every_dialog_closes_with_one_escape_to_the_very_same_screen(
    sample_library: Path, tmp_path: Path
) -> None:
    async with browsing(sample_library, tmp_path, "A/61/233", size=(100, 30)) as here:
        await here.press("f2", "m")
        here.browse.queries.add("customs post")
        browse = here.browse
        browse.say("")
        await here.settle()
        before = here.cells
        for key in ("s", "question_mark", "colon", "H", "apostrophe", "R", "L", "W"):
            await here.press(key)
            assert here.app.screen is not browse, key
            await here.press("escape")
            assert here.app.screen is browse, key
            assert here.cells == before, key


@pytest.mark.parametrize("key", ["m", "y", "Y", "n", "L"])
async def test_what_needs_a_letter_says_so_where_none_is_open(sample_library: Path, tmp_path: Path, key: str) -> None:
    async with browsing(sample_library, tmp_path) as here:
        await here.press("escape", key)
        assert "no letter is open" in here.picture[-1]


@pytest.mark.parametrize(
    ("term", "words"),
    [("xterm", "address sent to your terminal"), ("linux", "A terminal of type “linux” has no clipboard.")],
)
async def test_a_dialog_says_what_came_of_sending(
    sample_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, term: str, words: str
) -> None:
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", term)
    async with browsing(sample_library, tmp_path, "A/61/233", (100, 24)) as here:
        await here.press("W", "f8")
        assert words in here.text


async def test_enter_on_a_kept_value_takes_it_back_and_a_symbol_that_is_nowhere_is_told_so(
    sample_library: Path, tmp_path: Path
) -> None:
    async with browsing(sample_library, tmp_path, "customs", (100, 30)) as here:
        whole = here.browse.page.total if here.browse.page else 0
        await here.press("escape", "f4", "enter")
        kept = here.browse.page
        assert kept is not None
        assert 0 < kept.total < whole
        await here.press("enter")
        assert here.browse.page is not None
        assert here.browse.page.total == whole
        await here.press("f1", "slash", "ctrl+u")
        await here.type("A/1/1")
        await here.settle()
        assert here.browse.results.hint.startswith("Nothing held here bears or cites it.")
