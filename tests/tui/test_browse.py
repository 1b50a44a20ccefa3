"""Journeys over the sample: search, letter, note, citation, and back to the very same screen."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from index.library import Library
from index.results import Agreement, Edge, Node, Request, Thread
from tests.tui.browsing import browsing
from tui.screens.notheld import NotHeldScreen

CHAIN = "A/61/233"
"""Answers A/61/204, whose note cites a report that is held: the exchange about the customs post at Vlad."""


def bare(picture: list[str]) -> list[str]:
    """A picture without what says where one is: the mark of the line and the paragraph's number."""
    return [re.sub("▌|¶ [0-9]+/", " ", line).rstrip() for line in picture]


async def test_a_search_shows_total_time_what_was_understood_and_rows(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, size=(120, 40)) as here:
        await here.type("customs post")
        await here.settle()
        assert here.browse.page is not None
        assert f"{here.browse.page.total} letters · " in here.picture[0]
        assert "customs post" in here.picture[1]
        assert "relevance ▾" in here.picture[1]
        assert "A/61/233-S/2006/547" in here.text
        assert "No letter is open" in here.text  # typing opens nothing


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_search_letter_peek_jump_follow_and_back_to_the_very_same_screen(
    sample_library: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with browsing(sample_library, tmp_path, size=size) as here:
        await here.type("customs post returned locksmith")
        await here.settle()
        await here.press("enter")
        before = here.cells
        await here.press("enter")
        assert here.browse.letter.has_focus
        assert here.browse.letter.letter is not None
        assert here.browse.letter.letter.id == "A/61/233-S/2006/547"
        reading = bare(here.picture)
        await here.press("1")
        assert "── note 1" in here.text
        await here.press("enter")  # to the note
        await here.press("backspace", "escape")  # and back to the line
        assert bare(here.picture) == reading
        await here.press("1", "enter", "right_square_bracket", "enter")  # the citation in the note
        assert here.browse.letter.letter.id == "A/60/845"
        await here.press("backspace")
        assert here.browse.letter.letter.id == "A/61/233-S/2006/547"
        await here.press("backspace", "backspace")
        assert here.picture == ["".join(c for c, _ in row).rstrip() for row in before]
        assert here.cells == before


async def test_a_locator_opens_the_letter_at_its_annex(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, CHAIN) as here:
        await here.press("1", "right_square_bracket", "enter")  # A/60/845, annex II, para. 9
        letter = here.browse.letter
        assert letter.letter is not None
        assert letter.letter.id == "A/60/845"
        assert letter.letter.block_at(letter.here).part == "a2"


async def test_what_is_not_held_says_who_cites_it_and_opens_one_of_them(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, CHAIN) as here:
        await here.press("2", "right_square_bracket", "enter")
        assert isinstance(here.app.screen, NotHeldScreen)
        assert "A/60/871 · not held" in here.text
        assert "S/2006/448" in here.text
        await here.press("down", "enter")
        assert here.browse.letter.letter is not None
        assert here.browse.letter.letter.id == "S/2006/448"
        await here.press("backspace")
        assert here.browse.letter.letter.id == "A/61/233-S/2006/547"


async def test_back_over_letters_brings_their_searches_with_them(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, size=(120, 40)) as here:
        await here.type("lighthouse")
        await here.press("enter", "enter")
        first = here.browse.letter.letter
        await here.press("slash", "ctrl+u")
        await here.type("stamp")
        await here.press("enter", "enter")
        assert here.browse.letter.letter != first
        await here.press("backspace")
        assert (here.browse.search_line.value, here.browse.results.has_focus) == ("stamp", True)
        assert here.browse.letter.letter == first  # as it stood beside that search
        await here.press("backspace")
        assert here.browse.letter.letter == first
        assert here.browse.search_line.value == "lighthouse"
        await here.press("greater_than_sign", "greater_than_sign")
        assert here.browse.search_line.value == "stamp"
        assert here.browse.letter.letter != first


async def test_back_from_a_search_typed_over_a_letter_returns_to_the_letter(
    sample_library: Path, tmp_path: Path
) -> None:
    async with browsing(sample_library, tmp_path, CHAIN) as here:
        await here.press("J", "J")
        left = here.browse.letter.place()
        await here.press("slash", "ctrl+u")
        await here.type("stamp")
        await here.press("enter", "backspace")
        assert here.browse.letter.has_focus
        assert here.browse.search_line.value == CHAIN
        assert here.browse.letter.place() == left


async def test_letter_and_thread_show_what_was_opened_whatever_is_typed(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, CHAIN, size=(120, 40)) as here:
        letter, thread = here.browse.letter, here.browse.thread
        shown = [[letter.render_line(y) for y in range(30)], [thread.render_line(y) for y in range(20)]]
        await here.press("slash", "ctrl+u")
        await here.type("stamp")
        await here.settle()
        await here.press("down", "down")
        assert [letter.render_line(y).text for y in range(30)] == [strip.text for strip in shown[0]]
        assert [thread.render_line(y).text.strip("▌ ") for y in range(20)] == [s.text.strip("▌ ") for s in shown[1]]


async def test_terms_are_lit_and_counted(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, "customs post") as here:
        await here.press("enter")
        await here.press("n")
        assert "match 1 of " in here.picture[1]
        await here.press("n", "N")
        assert "match 1 of " in here.picture[1]


async def test_the_thread_shows_proof_opens_and_goes_to_the_evidence(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, CHAIN, size=(140, 40)) as here:
        await here.press("f3")
        assert "“I refer to the letter dated 4 August 2006" in " ".join(here.browse.proof.words.split())
        assert "symbol ✓, date ✓, sender ✓" in here.browse.proof.words
        await here.press("e")
        letter = here.browse.letter
        assert letter.has_focus
        assert letter.letter is not None
        assert letter.letter.text[letter.here :].startswith("I refer to the letter dated 4 August 2006")
        rows = [row.node.id for row in here.browse.thread.rows]
        await here.press("f3", *["k"] * (here.browse.thread.cursor - rows.index("A/61/204-S/2006/511")), "enter")
        assert here.browse.letter.letter is not None
        assert here.browse.letter.letter.id == "A/61/204-S/2006/511"


async def test_a_letter_known_by_its_date_alone_leads_to_where_it_is_told_of(
    sample_library: Path, tmp_path: Path
) -> None:
    async with browsing(sample_library, tmp_path, CHAIN, size=(140, 40)) as here:
        browse = here.browse
        assert browse.letter.letter is not None
        told = browse.letter.letter.blocks[2]
        nameless = Node(f"1993-11-19 sender not known (in A/61/204, {told.id})", (), "1993-11-19", "", "", False)
        edge = Edge(browse.letter.letter.id, nameless.id, "cites", "a letter", told.id, told.span.start, "description",
                    Agreement(None, None, None))  # fmt: skip
        assert browse.thread.thread is not None
        focus = next(n for n in browse.thread.thread.nodes if n.id == browse.letter.letter.id)
        browse.thread.show(Thread(focus.id, (focus, nameless), (edge,)))
        await here.press("f3", "j", "enter")
        assert browse.letter.letter.id == focus.id  # not the letter that its description names
        assert browse.letter.here == told.span.start
        assert "without symbol or sender" in here.picture[-1]


@pytest.mark.parametrize(
    ("width", "focus", "columns"),
    [
        (80, "f1", ("left",)),
        (80, "f3", ("right",)),
        (100, "f1", ("left", "middle")),
        (100, "f2", ("left", "middle")),
        (100, "f3", ("middle", "right")),
        (120, "f2", ("left", "middle", "right")),
    ],
)
async def test_panes_side_by_side(
    sample_library: Path, tmp_path: Path, width: int, focus: str, columns: tuple[str, ...]
) -> None:
    async with browsing(sample_library, tmp_path, CHAIN, size=(width, 24)) as here:
        await here.press(focus)
        assert here.browse.in_view == columns
        assert {c.id for c in here.browse.columns.values() if c.display} == set(columns)
        await here.press("z")
        assert len(here.browse.in_view) == 1
        await here.press("z")
        assert here.browse.in_view == columns


async def test_tab_walks_from_the_search_line_over_the_panes(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path) as here:
        seen = []
        for _ in range(4):
            assert here.app.focused is not None
            seen.append(here.app.focused.id)
            await here.press("tab")
        assert seen == ["search", "results", "letter", "thread"]
        await here.press("shift+tab")
        assert here.app.focused is not None
        assert here.app.focused.id == "thread"


async def test_below_the_smallest_size_it_says_so(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, CHAIN) as here:
        for width, height in ((39, 24), (80, 9), (1, 1)):
            await here.pilot.resize_terminal(width, height)
            await here.settle()
            assert "too small".startswith(here.text.strip()[:9])
            assert here.text.strip()
        await here.pilot.resize_terminal(80, 24)
        await here.settle()
        assert "I refer to the letter dated 4 August" in here.text


async def test_the_next_mark_is_told_of_where_there_is_none(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path) as here:
        await here.press("escape", "X")
        assert "no letter is marked" in here.text
        await here.press("x", "/")
        await here.type("locksmith")
        await here.press("escape", "X")
        assert "no marked letter among the rows that have come; ' lists" in here.text


async def test_the_bars_under_the_results_come_when_the_screen_grows(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, size=(80, 24)) as here:
        assert "60 letters  " not in here.text
        await here.pilot.resize_terminal(120, 40)
        await here.settle()
        assert "60 letters  " in here.text
        await here.pilot.resize_terminal(120, 20)
        await here.settle()
        assert "60 letters  " not in here.text


async def resized(here_library: Path, folder: Path, times: int) -> None:
    """So many random sizes while reading: nothing breaks, the same paragraph stays on top."""
    chance = random.Random(61233)
    async with browsing(here_library, folder, CHAIN) as here:
        await here.press("space", "j")
        letter = here.browse.letter
        assert letter.layout_now is not None
        block = letter.layout_now.block_of(letter.top)
        for _ in range(times):
            width, height = chance.randint(1, 300), chance.randint(1, 100)
            await here.pilot.resize_terminal(width, height)
            await here.pilot.pause()
            if width >= 40 and height >= 10:
                assert letter.layout_now.block_of(letter.top) == block, (width, height)
            assert len(here.picture) == height


async def test_forty_random_sizes(sample_library: Path, tmp_path: Path) -> None:
    await resized(sample_library, tmp_path, 40)


@pytest.mark.torture
async def test_five_hundred_random_sizes(sample_library: Path, tmp_path: Path) -> None:
    await resized(sample_library, tmp_path, 500)


async def test_what_is_taken_goes_to_the_terminal_and_is_called_so(
    sample_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with browsing(sample_library, tmp_path, CHAIN) as here:
        sent: list[str] = []
        monkeypatch.setattr(here.app, "send", lambda text: sent.append(text) or "sent to your terminal")
        await here.press("y")
        assert "(A/61/233-S/2006/547), issued 21 August 2006" in sent[0]
        assert "citation sent to your terminal" in here.picture[-1]
        await here.press("J", "Y")
        assert sent[1].startswith("“")
        assert "passage sent to your terminal" in here.picture[-1]


async def test_the_place_in_a_letter_and_the_letter_survive_a_restart(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, CHAIN) as here:
        await here.press("J", "J", "J")
        left = here.browse.letter.place()
        await here.press("q")
    async with browsing(sample_library, tmp_path, resume=True) as here:
        assert here.browse.letter.place().letter == left.letter
        assert here.browse.letter.place().offset == left.offset


PINS = [
    ("A/61/233#p2", "The Permanent Representative of Kestravia speaks"),  # a paragraph
    ("a/61/233#n2", "The receipt was circulated"),  # a note, the symbol in another spelling
]


@pytest.mark.parametrize(("pin", "words"), PINS)
async def test_a_pin_opens_its_place(sample_library: Path, tmp_path: Path, pin: str, words: str) -> None:
    async with browsing(sample_library, tmp_path, pin) as here:
        letter = here.browse.letter
        assert letter.letter is not None
        assert words in letter.letter.text[letter.here : letter.here + 80]


async def test_words_that_name_no_letter_are_a_query_and_so_are_all_after_two_hyphens(
    sample_library: Path, tmp_path: Path
) -> None:
    async with browsing(sample_library, tmp_path / "a", "customs post") as here:
        assert here.browse.results.has_focus
        assert here.browse.letter.letter is None
    async with browsing(sample_library, tmp_path / "b", CHAIN, always_query=True) as here:
        assert here.browse.letter.letter is None
        assert here.browse.page is not None
        assert here.browse.page.total > 0


async def test_an_id_that_is_no_symbol_opens_its_letter_beside_all_others(sample_library: Path, tmp_path: Path) -> None:
    with Library.open(sample_library) as library:
        page = library.search(Request("", limit=100))
        nameless = next(hit.id for hit in page.hits if not hit.symbols)
    async with browsing(sample_library, tmp_path, nameless, size=(120, 40)) as here:
        assert here.browse.letter.letter is not None
        assert here.browse.letter.letter.id == nameless
        assert here.browse.results.total == page.total
        assert here.browse.search_line.value == ""


async def test_the_next_key_takes_away_a_notice_that_was_read(
    sample_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with browsing(sample_library, tmp_path, CHAIN) as here:
        await here.press("A")
        await here.press("j")
        assert "this letter has no annex" in here.picture[-1]  # pressed too soon to have read it
        monkeypatch.setattr("tui.widgets.keys_line.FRESH", 0.0)
        await here.press("j")
        assert "? keys" in here.picture[-1]


async def test_facets_are_counted_once_their_pane_is_in_view(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, size=(120, 40)) as here:
        await here.type("customs post")
        await here.settle()
        assert here.browse.page is not None
        assert here.browse.page.timeline
        assert not here.browse.page.facets
        await here.press("escape", "j", "f4")
        await here.settle()
        assert here.browse.page.facets["sender"]
        assert "Sender" in here.text
        assert here.browse.results.cursor == 1
        await here.press("f1")
        await here.type("/x")
        await here.settle()
        assert not here.browse.page.facets


async def test_the_panes_of_a_letter_are_made_when_it_is_opened(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, size=(120, 40)) as here:
        await here.type("customs post")
        await here.settle()
        assert not here.browse.query("#letter, #thread")
        assert "Who answers whom: open a letter." in here.text
        before = here.cells
        await here.press("f2", "f3", "slash")
        assert here.browse.letter.is_attached
        assert here.browse.thread.is_attached
        assert here.cells == before
