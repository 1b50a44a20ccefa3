"""Journeys in a letter: peek, jump, back to the exact line, links, outline, selection, matches, places."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from corpus.model import BlockKind
from tests.tui.letters import CUSTOMS, build, long_letter, note, p
from tests.tui.reading import Reading
from tui.state import State
from tui.widgets.letter_messages import Take
from tui.widgets.rows import ListDialog, Rows

HELD = frozenset({"A/61/204", "S/2006/511", "S/2006/320"})


async def test_a_digit_peeks_and_nothing_moves() -> None:
    app = Reading(CUSTOMS)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = app.screen_text
        await pilot.press("1")
        text = app.screen_text
        assert text[: app.pane.page] == before[: app.pane.page]
        assert text[-2].strip().startswith("── note 1 · called 2 times ──")
        assert text[-1].strip() == "¹ A/60/698; A/60/745-S/2006/211; and S/2006/320."
        await pilot.press("2")  # the next peek replaces it
        assert app.screen_text[-1].strip() == "² Report of the joint commission, A/60/845."
        await pilot.press("escape")
        assert app.screen_text == before


PEEKS = [
    # keys, last line of the dock, why
    (["f", "1"], "¹ A/60/698; A/60/745-S/2006/211; and S/2006/320.", "f and the marker"),
    (["f", "7"], "⁷ A note that nothing calls. (no marker in the text)", "a note without a marker is told as one"),
    (["9"], "This marker has no note in the text.", "a marker without a note"),
    (["A", "1"], "¹ See A/52/900.", "in the annex its own note 1"),
]


@pytest.mark.parametrize(("keys", "line", "why"), PEEKS)
async def test_peeks(keys: list[str], line: str, why: str) -> None:
    app = Reading(CUSTOMS)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        assert app.screen_text[-1].strip() == line, why


async def test_an_unknown_label_is_a_sentence_and_escape_leaves_the_question() -> None:
    app = Reading(CUSTOMS)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5")
        await pilot.pause()
        assert app.said == "there is no note 5 in this letter"
        await pilot.press("f", "escape", "j")
        assert app.pane.peek is None
        assert app.pane.top == 1  # j moved: it was not taken for a label


async def test_two_digits_are_one_label_where_there_is_such_a_note() -> None:
    letter = build(*(p(f"Paragraph.^{n}^") for n in range(1, 13)), *(note(str(n), f"Note {n}.") for n in range(1, 13)))
    app = Reading(letter)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "2")
        assert app.screen_text[-1].strip() == "¹² Note 12."
        await pilot.press("9")
        assert app.screen_text[-1].strip() == "⁹ Note 9."


async def test_peek_jump_and_back_to_the_very_same_screen() -> None:
    app = Reading(CUSTOMS)
    async with app.run_test(size=(70, 14)) as pilot:
        await pilot.press("j", "j", "j", "j", "2")
        await pilot.press("escape")
        before = app.screen_text
        await pilot.press("2", "enter")
        assert any("▌² Report" in line for line in app.screen_text)

        await pilot.press("backspace")
        landed = [line.replace("▌", " ").rstrip() for line in app.screen_text]
        assert landed == before
        assert any("▌" in line for line in app.screen_text)
        await pilot.press("escape")  # the landing mark lasts until the next key
        assert app.screen_text == before


async def test_a_notes_own_label_jumps_back_to_its_marker() -> None:
    app = Reading(CUSTOMS)
    async with app.run_test(size=(70, 14)) as pilot:
        await pilot.press("2", "enter", "enter")
        landed = next(line for line in app.screen_text if "▌" in line)
        assert "commission²" in landed
        await pilot.press("backspace", "backspace")
        assert app.pane.top == 0


async def test_a_repeated_marker_offers_its_places() -> None:
    app = Reading(CUSTOMS)
    async with app.run_test(size=(70, 20)) as pilot:
        await pilot.press("F")
        await pilot.pause()
        await pilot.press("j", "enter")  # to note 1 by the list of notes: no marker one came from
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ListDialog)
        assert [row.aside for row in app.screen.query_one(Rows).rows] == ["p1", "p3"]
        await pilot.press("j", "enter")
        await pilot.pause()
        assert "agreed.¹" in next(line for line in app.screen_text if "▌" in line)


async def test_the_list_of_notes_tells_orphans() -> None:
    app = Reading(CUSTOMS)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("F")
        await pilot.pause()
        rows = app.screen.query_one(Rows).rows
        assert [(r.text[:12], r.aside) for r in rows] == [
            ("⁹ has no not", "p3"),
            ("¹ A/60/698; ", "p1, p3"),
            ("² Report of ", "p2"),
            ("⁷ A note tha", "no marker in the text"),
            ("¹ See A/52/9", "a1.p1"),
        ]


async def test_links_are_walked_followed_and_told_with_their_locator() -> None:
    app = Reading(CUSTOMS, HELD)
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("right_square_bracket", "enter")
        await pilot.pause()
        assert app.followed[-1].symbols == ("A/61/204", "S/2006/511")
        await pilot.press("1", "l", "l", "l", "enter")  # the links of the note in the dock
        await pilot.pause()
        assert (app.followed[-1].symbols, app.followed[-1].locator) == (("S/2006/320",), "annex")
        await pilot.press("escape", "left_square_bracket", "p")
        await pilot.pause()
        assert app.followed[-1].preview


async def test_walking_links_stops_at_both_ends_and_scrolls() -> None:
    app = Reading(CUSTOMS, HELD)
    async with app.run_test(size=(80, 10)) as pilot:
        seen = []
        for _ in range(len(app.pane.marks.all) + 1):
            await pilot.press("right_square_bracket")
            seen.append(app.pane.lit.focus)
        await pilot.pause()
        assert seen == [*range(len(app.pane.marks.all)), len(app.pane.marks.all) - 1]
        assert app.said == "no link further on"
        assert "A/52/900" in " ".join(app.screen_text)


async def test_paragraphs_and_annex() -> None:
    app = Reading(CUSTOMS)
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.press("right_curly_bracket")
        assert app.top_line.startswith("I write in connection")
        await pilot.press("J", "J", "K")
        assert app.top_line.startswith("It is regrettable")
        await pilot.press("A")
        assert "▌Annex to the letter" in "\n".join(app.screen_text)
        await pilot.press("backspace")
        assert app.top_line.startswith("It is regrettable")


async def test_outline_goes_to_what_is_chosen() -> None:
    app = Reading(CUSTOMS)
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.press("o")
        await pilot.pause()
        assert [r.text for r in app.screen.query_one(Rows).rows] == [
            "The letter",
            "▾ Annex · The customs post at Vlad",
            "Annex to the letter",
        ]
        await pilot.press("G", "enter")
        await pilot.pause()
        assert "Annex to the letter" in next(line for line in app.screen_text if "▌" in line)


async def test_selected_by_keyboard_it_is_taken_with_its_citation() -> None:
    app = Reading(CUSTOMS)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("J", "V", "j", "Y")
        await pilot.pause()
        taken = next(m for m in app.heard if isinstance(m, Take))
        assert taken.text.startswith("“I write in connection with the letter dated 4 August 2006 from the")
        assert "(A/61/204-S/2006/511), which repeats claims”" in taken.text
        assert "(A/61/233-S/2006/547), issued 21 August 2006, para. 1 [#p1]" in taken.text
        assert "sha-256 " + "0" * 64 in taken.text
        assert not app.pane.selecting


async def test_selected_by_mouse_to_the_character() -> None:
    app = Reading(CUSTOMS)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        y = next(i for i, line in enumerate(app.screen_text) if "It is regrettable" in line)
        x = app.screen_text[y].index("regrettable")
        await pilot.mouse_down(offset=(x, y))
        await pilot.hover(offset=(x + len("regrettable") - 1, y))
        await pilot.mouse_up(offset=(x + len("regrettable") - 1, y))
        assert app.pane.selected_text() == "regrettable"


async def test_a_click_on_a_citation_follows_and_on_a_marker_peeks() -> None:
    app = Reading(CUSTOMS, HELD)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        y = next(i for i, line in enumerate(app.screen_text) if "A/61/204" in line)
        await pilot.click(offset=(app.screen_text[y].index("A/61/204") + 2, y))
        await pilot.pause()
        assert app.followed[-1].symbols == ("A/61/204", "S/2006/511")
        y = next(i for i, line in enumerate(app.screen_text) if "commission²" in line)
        await pilot.click(offset=(app.screen_text[y].index("²"), y))
        assert app.pane.peek is not None


async def test_facts_open_and_close() -> None:
    app = Reading(CUSTOMS)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("G", "i")
        assert any("sha-256 " + "0" * 60 in line for line in app.screen_text)
        await pilot.press("i")
        assert not any("sha-256" in line for line in app.screen_text)


async def test_the_place_survives_a_restart(tmp_path: Path) -> None:
    letter = long_letter(60)
    app = Reading(letter, state=State.open(tmp_path / "state.json"))
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("space", "space", "space", "j")
        left = app.screen_text
        assert app.pane.top > 50
    again = Reading(letter, state=State.open(tmp_path / "state.json"))
    async with again.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        assert again.screen_text == left


async def test_a_letter_of_nothing_takes_every_key() -> None:
    app = Reading(build())
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press(
            "j", "1", "F", "right_square_bracket", "enter", "p", "J", "A", "V", "j", "Y", "n", "i", "m", "y"
        )
        assert app.pane.paragraph == (0, 0)


async def test_resizes_keep_the_same_paragraph_on_top() -> None:
    app = Reading(long_letter(120))
    chance = random.Random(6)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "space", "j")
        layout = app.pane.layout_now
        assert layout is not None
        block = layout.block_of(app.pane.top)
        for _ in range(25):
            width, height = chance.randint(1, 300), chance.randint(1, 100)
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            layout = app.pane.layout_now
            assert layout is None or width < 40 or height < 10 or layout.block_of(app.pane.top) == block
        await pilot.resize_terminal(80, 24)


async def test_a_place_in_a_folded_annex_is_shown_where_the_pane_was_not_yet_in_view() -> None:
    """A passage chosen in another pane that fills the screen: the letter's has no width then."""
    app = Reading(CUSTOMS)
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.folded = frozenset({"a1"})
        app.pane.display = False
        await pilot.pause()
        assert app.pane.layout_now is None
        app.pane.go(CUSTOMS.text.index("It is lit by night"))
        app.pane.display = True
        await pilot.pause()
        assert "It is lit by night" in app.screen_text[0]


WALKED = [
    (("owls",), "no search term stands in this letter"),
    (("winter",), "only the masthead of this letter has the words"),
    (("in/notes post",), "no search term stands in this letter"),
    (("in/notes see",), "match 1 of 1"),
    (("post",), "match 1 of 2"),
]


@pytest.mark.parametrize(("terms", "said"), WALKED)
async def test_matches_are_walked_where_the_words_were_meant(terms: tuple[str, ...], said: str) -> None:
    letter = build(
        p("Item 12: the winter", kind=BlockKind.MASTHEAD), p("The post."), p("A post."), note("1", "See above.")
    )
    app = Reading(letter)
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.find(terms)
        await pilot.press("n")
        await pilot.pause()
        assert app.said == said
