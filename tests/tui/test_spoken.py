"""`--plain`: what a screen reader is given. One statement a line, nothing drawn, nothing aligned by spaces."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.library import Library
from tests.tui.shell import run
from tui.spoken import sentence, spoken

ENDS = re.compile(r"[\w.!?:;,”’\"')\]…%/=]$")
"""A word, a mark that ends something, or the end of an address."""
NOISE = re.compile("[\u2190-\u21ff\u2500-\u25ff\u2800-\u28ff·│▌⁰¹²³⁴-⁹]| {2,}|[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""What a reader spells out, columns, and what may act."""

COMMANDS = [
    ("show", "A/61/233"),
    ("show", "A/61/233#p2"),
    ("search", "customs post"),
    ("search", "tariff", "--group"),
    ("search", "customs", "--facets"),
    ("search", "customs", "--context"),
    ("thread", "A/61/233"),
    ("missing",),
    ("ledger", "Kestravia", "Valdmark"),
    ("resolve", "see a/61/204 and A/61/233, resolution 62/243 of the General Assembly, A/60/871"),
    ("open", "A/61/233"),
    ("open", "customs post"),
    ("open",),
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_speaks_a_statement_a_line(words: tuple[str, ...], sample_library: Path) -> None:
    done = run(*words, "--plain", library=sample_library)
    assert done.exit_code == 0
    lines = done.stdout.split("\n")
    assert lines.pop() == ""
    assert lines
    assert [line for line in lines if NOISE.search(line)] == []
    assert [line for line in lines if not ENDS.search(line)] == []
    assert not NOISE.search(done.stderr.replace("\n", ""))


def test_every_letter_of_the_sample_is_spoken_whole_and_quietly(sample_library: Path) -> None:
    with Library.open(sample_library) as library:
        ids = [library.identify(hit)[0] for hit in _ids(library)]
        letters = {one: library.letter(one) for one in ids}
    for one, letter in letters.items():
        said = run("show", one, "--plain", library=sample_library).stdout
        assert not NOISE.search(said.replace("\n", "")), one
        for note in letter.notes:
            assert f"Note {note.label}: " in said, one
        for block in letter.blocks:
            if block.kind.value == "paragraph":
                first = block.span.of(letter.text).split("\n")[0][:6]  # a marker may come after it
                assert spoken(first) in said, (one, block.id)


def _ids(library: Library) -> list[str]:
    from index.results import Request

    return [hit.id for hit in library.search(Request("", limit=library.count(), facets=False)).hits]


def test_a_letter_is_read_from_its_facts_to_its_notes(sample_library: Path) -> None:
    lines = run("show", "A/61/233", "--plain", library=sample_library).stdout.splitlines()
    assert lines[0] == "A/61/233-S/2006/547. Letter, 18 August 2006."
    assert lines[1] == "Valdmark to Secretary-General."
    assert any(line.startswith("I refer to the letter dated 4 August 2006") for line in lines)
    assert any("(note 1)" in line for line in lines)
    assert any(line.startswith("Note 1: ") for line in lines)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("search", "owls"), r"1\. 30 May 2023, Sarnholt, \S+\. “.*owls.*”"),
        (("search", "owls", "--facets"), r"Sender Sarnholt: \d letters?\."),
        (("search", "owls", "--context"), r"\S+#p\d+\. “.*owls.*”"),
        (("missing",), r"1\. [^,]+(, [^,]+\))?, cited by \d+ letters?: \S.* Its address is https://\S+"),
        (("ledger", "Kestravia", "Valdmark"), r"\d+\. .*\. Answered by \S+ after \d+ days\."),
        (("resolve", "A/61/204"), "“A/61/204” is A/61/204, held as A/61/204-S/2006/511."),
        (("resolve", "A/60/871"), "“A/60/871” is A/60/871, not held."),
    ],
)
def test_the_sentences(words: tuple[str, ...], line: str, sample_library: Path) -> None:
    lines = run(*words, "--plain", library=sample_library).stdout.splitlines()
    assert any(re.fullmatch(line, one) for one in lines), lines


def test_a_pipe_without_plain_keeps_its_columns(sample_library: Path) -> None:
    assert run("search", "owls", library=sample_library).stdout.count("\t") == 9


@given(st.text())
def test_whatever_is_spoken_is_one_line_without_noise(text: str) -> None:
    said = spoken(text)
    assert "\n" not in said
    assert not re.search("[\u2500-\u25ff]|  |[\x00-\x1f\x7f-\x9f]", said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kestravia → Secretary-General", "Kestravia to Secretary-General."),
        ("A/61/233 · Letter", "A/61/233. Letter."),
        ("▌ ── is it? ──", "is it?"),
        ("“an end”", "“an end”"),
        ("", ""),
    ],
)
def test_signs_become_words_and_a_statement_ends(text: str, said: str) -> None:
    assert sentence(text) == said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see a/61/204 and 61/233, please", ["a/61/204", "61/233"]),
        ("A/61/204 and a/61/233", ["A/61/204", "a/61/233"]),
        ("the ratio of 3/4, on 24/7, at http://x.example/61/204 or 1/61/204", []),  # nothing held is named
        ("a/60/871 in the middle of a sentence", []),  # not held: too little to go by
        ("an addendum to it, s/2006/448/Add.1", []),
    ],
)
def test_symbols_as_people_type_them_are_guesses_in_a_sentence(
    text: str, found: list[str], sample_library: Path
) -> None:
    lines = run("resolve", text, "--plain", library=sample_library).stdout.splitlines()
    assert [line.split("”")[0].strip("“") for line in lines] == found
    assert all("a guess" in line for line in lines if line[1].islower() or line[1].isdigit())
