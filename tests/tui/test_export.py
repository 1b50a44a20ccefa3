"""Nothing that is exported acts: in a terminal, a spreadsheet, or a Markdown reader."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from corpus.clean import visible
from corpus.model import BlockKind, Part
from tests.tui.letters import BARE, CUSTOMS, build, p
from tui.export import as_json, cell, print_csv
from tui.markdown import escaped, letter_markdown


@settings(deadline=None)
@given(st.text())
def test_json_loses_nothing_and_holds_nothing_that_acts(text: str) -> None:
    written = as_json({"text": text})
    assert json.loads(written) == {"text": text}
    assert visible(written) == written
    assert "\n" not in written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\x1b[2J", '"\\u001b[2J"'),
        ("\x7f", '"\\u007f"'),  # DEL, which JSON would leave as it is
        ("\x9b2J", '"\\u009b2J"'),  # a C1 control is ESC [ to many terminals
        ("\u202eabc", '"\\u202eabc"'),
        ("\U000e0041", '"\\udb40\\udc41"'),  # a tag character, two units
        ("\udc80", '"\\udc80"'),  # a byte of a file's name that is no UTF-8
        ("Türkiye “لام”", '"Türkiye “لام”"'),
    ],
)
def test_json_escapes_what_acts_and_leaves_letters_alone(text: str, written: str) -> None:
    assert as_json(text) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),  # spreadsheets skip white space before a formula
        ("a=1", "a=1"),
        (-3, "-3"),  # a number of ours
        (None, ""),
        (("A/61/204", "S/2006/511"), "A/61/204; S/2006/511"),
        (("=1", "b"), "'=1; b"),
        ("\x1b]0;t\x07", "␛]0;t␇"),
    ],
)
def test_cells(value: object, written: str) -> None:
    assert cell(value) == written


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=5))
def test_a_table_comes_back_as_it_was_but_for_what_acts(rows: list[list[str]]) -> None:
    out = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.export._print", out.write)
        print_csv(("one", "two"), rows)
    read = list(csv.reader(io.StringIO(out.getvalue(), newline="")))
    assert read == [["one", "two"], *([cell(value) for value in row] for row in rows)]


@given(
    st.text(alphabet=st.characters(blacklist_categories=("Cs",)), max_size=60)
    | st.from_regex(r"[\\`*_{}<>\[\]()#+.!|&:/@-]{1,9}")
)
def test_markdown_shows_words_as_they_are(text: str) -> None:
    flat = " ".join(visible(text).split())
    reader = MarkdownIt("gfm-like")
    reader.linkify.set({"fuzzy_link": False})  # the format links addresses, not any two words with a full stop
    tokens = reader.parse(escaped(flat))
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}
    shown = "".join(child.content for token in tokens for child in token.children or ())
    assert shown == flat


@pytest.mark.parametrize(
    ("rows", "made"),
    [
        ("Month\tStorks\nMay\t312", "| Month | Storks |\n| --- | --- |\n| May | 312 |"),
        ("Month  Storks\nMay  312", "| Month | Storks |\n| --- | --- |\n| May | 312 |"),
        ("Month\tStorks\nMay", "Month\tStorks\\\nMay"),  # a row that lost a cell is not guessed at
        ("A|B\t*c*\nd\te", "| A\\|B | \\*c\\* |\n| --- | --- |\n| d | e |"),
    ],
)
def test_tables_in_markdown(rows: str, made: str) -> None:
    letter = build(p("One.", ""), p(rows, "", BlockKind.TABLE))
    assert made in letter_markdown(letter, letter.id)


def test_a_letter_in_markdown_keeps_notes_at_their_markers() -> None:
    made = letter_markdown(CUSTOMS, "A/61/233-S/2006/547")
    assert "refuted in our correspondence.[^n1]" in made
    assert "[^n1]: A/60/698; A/60/745-S/2006/211; and S/2006/320." in made
    assert "A further matter is dealt with below.\\[9\\]" in made  # a marker whose note was not found
    assert "\n### Annex to the letter\n" in made
    assert "[^a1.n1]: See A/52/900." in made
    assert "\\[7\\] (no marker in the text) A note that nothing calls." in made  # its footnote would be left out
    assert "\\(Signed)" not in made
    assert "(Signed) Ilse Marden\\\nAmbassador\\\nPermanent Representative" in made
    assert f"sha-256 {'0' * 64}" in made


def test_an_annex_without_a_heading_is_given_its_label() -> None:
    letter = build(p("One."), p("Two.", "a1"), parts=(Part("a1", "annex", "Annex I", "The *post*"),))
    assert "One.\n\n## Annex I · The \\*post\\*\n\nTwo." in letter_markdown(letter, letter.id)


def test_the_title_stands_once() -> None:
    letter = build(p(BARE.title or "", kind=BlockKind.TITLE), p("One."))
    assert letter_markdown(letter, letter.id).count("Letter dated 18 August 2006") == 1
