"""HTML as UNISPAL prints letters, as Word saves them, and generic pages."""

from __future__ import annotations

import pytest

from corpus.readers.html import read, read_html
from corpus.source import Source


def source(body: str) -> Source:
    return read_html(f"<html><body>{body}</body></html>").source("")


def lines(body: str) -> list[str]:
    found = source(body)
    return [found.text[line.start : line.end] for line in found.lines]


def runs(found: Source, kind: str) -> list[tuple[str, str]]:
    return [
        (found.text[line.start + run.start : line.start + run.end], run.value)
        for line in found.lines
        for run in line.runs
        if run.kind == kind
    ]


@pytest.mark.parametrize(
    ("body", "expected", "reason"),
    [
        ("<p>One<br>two</p><p>three</p>", ["One", "two", "", "three"], "a break begins a line, a paragraph a block"),
        ("<p>One\n  two</p>", ["One two"], "white space collapses"),
        ("<p>&nbsp;&nbsp;&nbsp;&nbsp;One</p>", ["One"], "an indent is no text"),
        ("<p>General&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;Security</p>", ["General  Security"], "a tab of blanks keeps a gap"),
        ("<p>end.&nbsp; Next</p>", ["end. Next"], "a typist's double space is one"),
        ("<div><div><p>One</p></div></div><div>two</div>", ["One", "", "two"], "nested blocks leave one empty line"),
        ("<p>(<u>Signed</u>) Ann</p>", ["(Signed) Ann"], "HTML copies underline Signed"),
        ("<script>x=1</script><style>p{}</style><p>One<!-- no --></p>", ["One"], "scripts, styles, comments: no text"),
        (
            "<nav>Home</nav><p>One</p><p style='display: none'>two</p><p hidden>three</p>",
            ["One"],
            "not shown, not text",
        ),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", ["a  b", "c  d"], "rows"),
        ("<pre>One\n two</pre>", ["One", "two"], "preformatted text keeps its lines"),
        ("One<p>two</p>three", ["One", "", "two", "", "three"], "text beside blocks"),
        ("<p>a</p><p></p><p>&nbsp;</p><p>b</p>", ["a", "", "b"], "empty paragraphs are space, not text"),
        ("<p>[b] &lt;b&gt; [/]</p>", ["[b] <b> [/]"], "what looks like markup is text"),
    ],
)
def test_lines(body: str, expected: list[str], reason: str) -> None:
    assert lines(body) == expected, reason


def test_a_masthead_laid_out_as_a_table_becomes_columns() -> None:
    found = source(
        "<table><tr><td>General Assembly<br>Fifty-sixth session</td><td><p>Security Council</p><p>Fifty-sixth year</p>"
        "</td></tr></table><p>Letter</p>"
    )
    assert [(line.column, found.text[line.start : line.end]) for line in found.lines if line.column] == [
        (1, "General Assembly"),
        (1, "Fifty-sixth session"),
        (2, "Security Council"),
        (2, "Fifty-sixth year"),
    ]
    assert found.tables == ()


def test_rows_of_single_lines_are_a_table() -> None:
    found = source("<p>x</p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>")
    assert [found.text[found.lines[a].start : found.lines[b - 1].end] for a, b in found.tables] == ["a  b\nc  d"]


def test_words_set_apart() -> None:
    found = source(
        "<p>See<sup>1</sup> the <b>bold</b>, <span style='font-weight: bold'>too</span>, <i>book</i> and "
        "<a href='https://undocs.org/A/56/1'>A/56/1</a></p>"
    )
    assert runs(found, "superscript") == [("1", "")]
    assert runs(found, "bold") == [("bold", ""), ("too", "")]
    assert runs(found, "italic") == [("book", "")]
    assert runs(found, "link") == [("A/56/1", "https://undocs.org/A/56/1")]


def test_a_bold_paragraph_broken_into_lines_is_bold_on_each() -> None:
    found = source("<p><b>General Assembly<br>Tenth session</b></p>")
    assert runs(found, "bold") == [("General Assembly", ""), ("Tenth session", "")]


@pytest.mark.parametrize(
    ("call", "note"),
    [
        ('<a href="#_ftn1" name="_ftnref1">[1]</a>',
         '<div id="ftn1"><p><a href="#_ftnref1">[1]</a> See A/55/1.</p></div>'),
        ('<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup>',
         '<ol><li id="footnote-1"><p>See A/55/1. <a href="#footnote-ref-1">↑</a></p></li></ol>'),
        ('<a href="#_ftn1" name="_ftnref1"><sup>1</sup></a>',
         '<p><a href="#_ftnref1" name="_ftn1"><sup>1</sup></a> See A/55/1.</p>'),
    ],
    ids=["word", "mammoth", "word without divisions"],
)  # fmt: skip
def test_linked_notes(call: str, note: str) -> None:
    found = source(f"<p>The report{call} says</p>{note}")
    assert found.text.split("\n")[0] == "The report1 says"
    assert runs(found, "noteref") == [("1", "1")]
    last = found.lines[-1]
    assert (last.style, found.text[last.start : last.end]) == ("note:1", "See A/55/1.")


def test_what_is_left_out_is_kept_beside_the_text() -> None:
    found = source("<nav>Home <a>About</a></nav><p>One<img alt='Seal'></p><p hidden>secret</p>")
    assert found.dropped == (("navigation", "Home About"), ("alternative text", "Seal"), ("hidden", "secret"))


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_the_encoding_that_a_page_names_or_has(encoding: str) -> None:
    page = f'<html><head><meta charset="{encoding}"></head><body><p>Côte d’Ivoire</p></body></html>'
    assert read(page.encode(encoding)).source("").text == "Côte d’Ivoire"


def test_a_page_nested_deeper_than_python_calls_go_is_read() -> None:
    assert lines("<div>" * 5_000 + "<b>" * 500 + "deep")[-1:] == ["deep"]
