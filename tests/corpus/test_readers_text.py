"""Plain text and Markdown: encodings, pages, line ends, and signs of syntax that become runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.readers import read_source
from corpus.readers.markdown import read_text
from corpus.readers.plain import decode, read
from corpus.source import Source

WRAPPED = "\n".join(
    [
        "The Permanent Mission of Kestravia presents its compliments to the",
        "secretariat and has the honour to refer to the",
    ]
    * 4
)


def texts(source: Source) -> list[str]:
    return [source.text[line.start : line.end] for line in source.lines]


def runs(source: Source) -> list[tuple[str, str, str]]:
    return [
        (run.kind, source.text[line.start + run.start : line.start + run.end], run.value)
        for line in source.lines
        for run in line.runs
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Côte d’Ivoire".encode(), "Côte d’Ivoire"),
        (b"\xef\xbb\xbfA letter", "A letter"),
        ("Côte d’Ivoire a l’honneur".encode("utf-16"), "Côte d’Ivoire a l’honneur"),
        ("L’État a été prié de répondre à la présente".encode("cp1252"), "L’État a été prié de répondre à la présente"),
        ("Имею честь препроводить Вам письмо министра иностранных дел".encode("cp1251"),
         "Имею честь препроводить Вам письмо министра иностранных дел"),
        (b"one\r\ntwo\rthree\vfour", "one\ntwo\nthree\nfour"),
    ],
)  # fmt: skip
def test_encodings_and_line_ends(data: bytes, expected: str) -> None:
    assert decode(data) == expected


@pytest.mark.parametrize(
    ("text", "paged", "pages", "reason"),
    [
        ("One.\n\nTwo.", False, [0, 0, 0], "paragraphs as a person typed them"),
        ("One.\fTwo.", True, [0, 1], "a form feed is what pdftotext puts between pages"),
        ("One.\n\n\nTwo.", False, [0, 0, 1, 1], "a gap of two blank lines is where a converter left a page"),
        ("\n\n\nOne.", False, [0, 0, 0, 0], "blank lines at the head end no page"),
        (WRAPPED, True, [0] * 8, "lines of one measure that go on in lower case were broken by a page"),
    ],
)
def test_pages(text: str, paged: bool, pages: list[int], reason: str) -> None:
    source = read(text.encode()).source("")
    assert source.format == "text"
    assert (source.paged, [line.page for line in source.lines]) == (paged, pages), reason


@pytest.mark.parametrize(
    ("text", "expected", "found", "reason"),
    [
        ("([A/77/1-S/2023/2](#))", "(A/77/1-S/2023/2)", [("link", "A/77/1-S/2023/2", "#")], "a dead link is a link"),
        ("[x](https://a.b/c_(d))", "x", [("link", "x", "https://a.b/c_(d)")], "brackets inside an address"),
        ("said.¹ Then", "said.1 Then", [("superscript", "1", "")], "a raised digit is a digit with a run"),
        ("said.<sup>12</sup>", "said.12", [("superscript", "12", "")], "so is one in HTML's words"),
        ("an area of 12 km² and 3 m³", "an area of 12 km² and 3 m³", [], "a power is no marker"),
        ("**Bold** and *book*", "Bold and book", [("bold", "Bold", ""), ("italic", "book", "")], "emphasis"),
        ("***Both***", "Both", [("bold", "Both", ""), ("italic", "Both", "")], "both at once"),
        ("* Reissued for **technical** reasons", "* Reissued for technical reasons", [("bold", "technical", "")],
         "an asterisk before a space is a note's sign"),
        ("A/79/843* and **x**", "A/79/843* and x", [("bold", "x", "")], "an asterisk that nothing closes is one"),
        (r"\[Original: Arabic\] **x**", "[Original: Arabic] x", [("bold", "x", "")], "an escaped sign is itself"),
        ("snake_case_name **x**", "snake_case_name x", [("bold", "x", "")], "low signs inside words are letters"),
        ("said[^2] **x**", "said2 x", [("noteref", "2", "2"), ("bold", "x", "")], "a footnote's call"),
    ],
)  # fmt: skip
def test_signs_of_markdown(text: str, expected: str, found: list[tuple[str, str, str]], reason: str) -> None:
    source = read_text(text).source("")
    assert source.text == expected, reason
    assert runs(source) == found, reason


def test_bold_over_several_lines_ends_with_its_sign_or_with_the_paragraph() -> None:
    source = read_text("**General Assembly\nTenth session**\n\n**never closed\n\nplain").source("")
    assert texts(source) == ["General Assembly", "Tenth session", "", "never closed", "", "plain"]
    assert [words for _, words, _ in runs(source)] == ["General Assembly", "Tenth session", "never closed"]


def test_blocks_of_markdown() -> None:
    source = read_text("# Annex I #\n\n> quoted\n\n[^1]: See A/1.\n\n| a | b |\n|---|---|\n| c | d |").source("")
    assert [(line.style, text) for line, text in zip(source.lines, texts(source), strict=True) if text] == [
        ("h1", "Annex I"),
        ("blockquote", "quoted"),
        ("note:1", "See A/1."),
        ("td", "a  b"),
        ("td", "c  d"),
    ]
    assert source.tables == ((6, 8),)


def test_an_address_is_kept_beside_the_text() -> None:
    assert read_text("[the report](https://undocs.org/A/56/1)").source("").dropped == (
        ("address", "https://undocs.org/A/56/1"),
    )


def test_a_text_file_that_uses_markdown_is_read_as_markdown() -> None:
    assert read(b"See ([A/77/1](#)).").source("").format == "markdown"
    assert read(b"See (A/77/1) [Original: Arabic] * a note").source("").format == "text"


@settings(deadline=None, max_examples=100)
@given(st.text(st.sampled_from("ab1 *_[]()#^<>sup/\\|-\n\f¹\t>!"), max_size=80))
def test_markdown_loses_no_letter(text: str) -> None:
    """Only signs go: every letter and digit of the file stands in the text or in what was kept beside it."""
    source = read_text(text).source("")
    kept = source.text + "".join(words for _, words in source.dropped) + "".join(run[2] for run in runs(source))
    bare = re.sub(r"</?[abp][^<>]*>|</?su[^<>]*>", "", text).replace("¹", "1")  # a tag's name is no word
    for char in "ab1":
        assert kept.count(char) >= bare.count(char) - 20 * text.count("[^")
    for line in source.lines:
        assert all(0 <= run.start < run.end <= line.end - line.start for run in line.runs)


def test_the_first_letter(letters: Path) -> None:
    source = read_source(letters / "text" / "000_d35109883efa0c00.txt")
    assert source.format == "markdown"
    found = runs(source)
    assert [words for kind, words, _ in found if kind == "superscript"] == ["1", "1", "2", "3", "2", "3"]
    assert len([words for kind, words, value in found if kind == "link" and value == "#"]) == 6
    assert max(line.page for line in source.lines) == 1
    assert not set("*[]") & set(source.text)
