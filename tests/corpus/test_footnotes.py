"""Footnotes: found, their labels taken off, and placed where they are called, whatever a format leaves of them."""

from __future__ import annotations

import hashlib
import re
import time
from pathlib import Path

import pytest

from corpus.letter import assemble, read_letter
from corpus.model import Letter
from corpus.readers.draft import Draft
from corpus.source import Line, Run
from tests.corpus.reading import letter_of

TITLE = (
    "Letter dated 17 June 2008 from the Permanent Representative of Penwick to the United Nations addressed to the"
    " Secretary-General\n\n"
)
Call = tuple[str, str, str]
"""Label of a note, the words before its marker (at most 30 characters), and its text."""


def calls(letter: Letter) -> list[Call]:
    """Every note with the words before its first marker, `""` where it has none."""
    found: list[Call] = []
    for note in letter.notes:
        marker = next((m for m in letter.markers if m.note == note.id), None)
        before = ""
        if marker:
            block = letter.block(marker.block)
            assert block is not None
            before = letter.text[block.span.start : marker.at][-30:]
        found.append((note.label, before, note.span.of(letter.text)))
    return found


BODIES: dict[str, tuple[str, list[Call]]] = {
    "raised digits, and notes behind the signature": (
        "The lamp was lit.¹ It went out.²\n\n(Signed) Tobias Wrayburn\nAmbassador\n\n"
        "¹ See A/62/812.\n\n² See A/62/813.\n",
        [("1", "The lamp was lit.", "See A/62/812."), ("2", "The lamp was lit. It went out.", "See A/62/813.")],
    ),
    "a note in the middle of a sentence that the page cuts": (
        "The lamp of the harbour,¹ which was\n\n\n¹ See A/62/812.\n\n\nlit in 1884, is out.\n",
        [("1", "The lamp of the harbour,", "See A/62/812.")],
    ),
    "an asterisk": (
        "The lamp was lit.*\n\n* In the language of submission.\n",
        [("*", "The lamp was lit.", "In the language of submission.")],
    ),
    "two marks at one place, split by a comma": (
        "The lamp was lit.¹,²\n\n¹ See A/62/812.\n\n² See A/62/813.\n",
        [("1", "The lamp was lit.", "See A/62/812."), ("2", "The lamp was lit.", "See A/62/813.")],
    ),
    "slashes of typewritten print": (
        "The lamp was lit 1/ and went out. 2/\n\n-----\n\n1/ Official Records, Supplement No. 1.\n\n2/ Ibid.\n",
        [
            ("1", "The lamp was lit", "Official Records, Supplement No. 1."),
            ("2", "The lamp was lit and went out.", "Ibid."),
        ],
    ),
    "a label that stands alone below a rule": (
        "The lamp was lit.1 It went out.2\n\n__________________\n1\n    See A/62/812.\n2\n    See A/62/813.\n",
        [("1", "The lamp was lit.", "See A/62/812."), ("2", "The lamp was lit. It went out.", "See A/62/813.")],
    ),
    "no rule and nothing raised, but a word that bears the number": (
        "The lamp was lit.1 It went out.\n\n1 See A/62/812.\n",
        [("1", "The lamp was lit.", "See A/62/812.")],
    ),
    "letters of a table": (
        "Port          07:10a          07:50\nQuay          08:20           09:00b\n\n"
        "a Sun permitting.\nb Through fog.\n",
        [("a", "Port 07:10", "Sun permitting."), ("b", " 07:50\nQuay 08:20 09:00", "Through fog.")],
    ),
    "numbers in square brackets, as archives print them": (
        "The lamp was lit. [1] It went out.\n\n_\n\n1 It was a Tuesday.\n",
        [("1", "The lamp was lit.", "It was a Tuesday.")],
    ),
    "a note of two lines": (
        "The lamp was lit.¹\n\n¹ See A/62/812,\nannex II.\n",
        [("1", "The lamp was lit.", "See A/62/812, annex II.")],
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_note_is_placed_where_it_is_called(name: str) -> None:
    body, notes = BODIES[name]
    letter = letter_of(TITLE + body)
    squeezed = [(label, " ".join(before.split(" ")), text) for label, before, text in calls(letter)]
    assert [(label, text) for label, _, text in squeezed] == [(label, text) for label, _, text in notes]
    for (_, found, _), (_, wanted, _) in zip(squeezed, notes, strict=True):
        assert re.sub(r"\s+", "", found).endswith(re.sub(r"\s+", "", wanted)[-20:])
    assert letter.warnings == ()


NONE = {
    "a power": "The bank measures 4 km² and 9 m³.\n",
    "an ordinal": "It was the 4th of its kind.\n",
    "a numbered list": "Penwick proposes:\n\n1. One lamp.\n\n2. Two lamps.\n",
    "a list of links": "1. https://lamp.example/one\n\n2. https://lamp.example/two\n",
    "numbered paragraphs after a page's stroke": "The lamp was lit.\n\n-----\n\n1. One lamp.\n\n2. Two lamps.\n",
    "numbered paragraphs after a note": "The lamp is out.\n\n-----\n\n3. It was lit.\n",
    "a row of a table that begins with a sum": "Lamps      Lit\n1 fixed lamp      by 7 July,1 at noon\n",
    "lettered items": "Penwick proposes:\n\n(a) One lamp;\n\n(b) Two lamps.\n",
    "a source line": "Lamp      Lit\nNorth     yes\n\nSource: the keeper.\n",
    "a sum at a line's end": "It has lamps, in all 12\n\n12 of them are lit.\n",
}


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_note_is_none(name: str) -> None:
    assert letter_of(TITLE + NONE[name]).notes == ()


def test_markers_and_notes_without_partner_are_kept_and_reported() -> None:
    letter = letter_of(TITLE + "The lamp was lit.¹ It went out.³\n\n¹ See A/62/812.\n\n² See A/62/813.\n")
    assert [(n.label, n.id) for n in letter.notes] == [("1", "n1"), ("2", "n2")]
    assert [(m.label, m.note) for m in letter.markers] == [("1", "n1"), ("3", None)]
    assert letter.warnings == ("marker 3 in p1 has no note", "note 2 (n2) has no marker")


def test_one_note_may_be_called_twice() -> None:
    letter = letter_of(TITLE + "The lamp was lit.¹ It went out.\n\nIt was lit again.¹\n\n¹ See A/62/812.\n")
    assert [(m.block, m.note) for m in letter.markers] == [("p1", "n1"), ("p2", "n1")]


def test_an_annex_may_begin_again_at_one() -> None:
    text = (
        "The lamp was lit.¹\n\n¹ See A/62/812.\n\nAnnex I\n\nThe lamp of the quay.¹\n\n¹ See A/62/813.\n\n"
        "Annex II\n\nThe oil.¹\n\n¹ See A/62/814.\n"
    )
    letter = letter_of(TITLE + text)
    assert [(n.id, n.span.of(letter.text)) for n in letter.notes] == [
        ("n1", "See A/62/812."),
        ("a1.n1", "See A/62/813."),
        ("a2.n1", "See A/62/814."),
    ]
    assert [(m.block, m.note) for m in letter.markers] == [("p1", "n1"), ("a1.p1", "a1.n1"), ("a2.p1", "a2.n1")]


def test_real_footnotes_of_markdown_keep_their_keys() -> None:
    letter = letter_of(
        f"{TITLE}The lamp was lit.[^1] It went out.[^2]\n\n[^1]: See A/62/812.\n[^2]: Ibid.\n", form="markdown"
    )
    assert calls(letter) == [
        ("1", "The lamp was lit.", "See A/62/812."),
        ("2", "The lamp was lit. It went out.", "Ibid."),
    ]


def test_a_sentence_cut_by_a_note_is_mended() -> None:
    body, _ = BODIES["a note in the middle of a sentence that the page cuts"]
    assert "The lamp of the harbour, which was lit in 1884, is out." in letter_of(TITLE + body).text


def test_the_label_is_taken_off_the_note_and_the_marker_out_of_the_text() -> None:
    letter = letter_of(TITLE + "The lamp¹ was lit.\n\n¹ See A/62/812.\n")
    assert "The lamp was lit." in letter.text
    assert "\n\nSee A/62/812." in letter.text


def printed(pages: list[list[tuple[float, float, float, str]]]) -> Letter:
    """A letter as a PDF gives it: for each page lines of (top, left, size, text); a label in small type is raised."""
    draft = Draft("pdf", paged=True)
    for page, lines in enumerate(pages):
        for top, left, size, text in lines:
            small = size < 8
            runs = [
                Run(m.start(1), m.end(1), "superscript")
                for m in re.finditer(r"^(\d|\*)(?= )|(?<=[.,])(\d)$", text)
                if m[1]
            ]
            runs += [Run(m.start(), m.end(), "superscript") for m in re.finditer(r"(?<=[.,])\d(?= |$)", text)]
            draft.add(
                text,
                Line(0, 0, page, left=left, right=left + 5.0 * len(text), top=top, size=size, below_rule=small),
                runs,
            )
    return assemble(draft.source("0" * 64), "printed.pdf")[0]


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    first = [
        (200.0, 123.0, 9.2, "The lamp of the harbour was lit every night of the winter, as it had been.1"),
        (212.0, 123.0, 9.2, "It burns oil, and the keeper of the lamp has had the key since the spring"),
        (700.0, 123.0, 7.6, "1 The first of these letters describes the lamp, the second the oil that is"),
    ]
    second = [
        (80.0, 123.0, 9.2, "of the year before, and has not lent it to anybody in the town."),
        (700.0, 135.0, 7.6, "burnt in it, and the third the window."),
    ]
    letter = printed([first, second])
    assert [n.span.of(letter.text) for n in letter.notes] == [
        "The first of these letters describes the lamp, the second the oil that is burnt in it, and the third the"
        " window."
    ]
    assert "since the spring of the year before" in letter.text


def words_of(text: str) -> str:
    """Letters and digits alone, which no two readings of a page disagree about."""
    return "".join(re.findall(r"\w", text.casefold()))


def digest(text: str) -> str:
    """The first of a text's sha-256."""
    return hashlib.sha256(words_of(text).encode()).hexdigest()[:12]


PLACES = [
    ("text/000_d35109883efa0c00.txt", "1", 20, "d842455d09c2", "05c636a911a6"),
    ("text/000_d35109883efa0c00.txt", "2", 20, "51bec6c0bf96", "d0d3e3f4955b"),
    ("text/000_d35109883efa0c00.txt", "3", 20, "d842455d09c2", "11675d84f23e"),
    ("pdf/S_2025_260.pdf", "1", 20, "eaaede3f095d", "c01365ae1d72"),
    ("pdf/S_2025_260.pdf", "2", 20, "f095623b1182", "099710015cec"),
    ("pdf/S_2025_31.pdf", "1", 20, "ac7b9c9cee26", "b94e038e8686"),
    ("pdf/S_2025_31.pdf", "2", 20, "b7339671f9d9", "0bc71c417733"),
    ("pdf/S_2025_31.pdf", "3", 20, "800a50a645f9", "cba07ae715b1"),
    ("pdf/S_2025_31.pdf", "4", 20, "8bc27df5a7ac", "0f4f1f0d83b8"),
    ("pdf/S_2025_349.pdf", "1", 20, "dce8ff58972d", "64cb5a6f5be8"),
    ("pdf/S_2025_349.pdf", "2", 20, "b1a73b5ddbdb", "9e25534d018b"),
    ("pdf/S_2025_349.pdf", "3", 20, "5819f4dc06bf", "7736abd9e58d"),
    ("pdf/S_2025_349.pdf", "4", 20, "5a3f360a926b", "c0d8cd1c4785"),
    ("pdf/S_2025_349.pdf", "5", 12, "3fc0e5c4c484", "a8f0c15fc58b"),
    ("pdf/S_2025_346.pdf", "1", 20, "74f61d665be3", "a15851db3082"),
    ("pdf/S_2025_346.pdf", "2", 20, "182b86fd0037", "da357bc554ff"),
    ("pdf/S_2025_346.pdf", "a", 6, "518368a02712", "d689e9f02ae5"),
    ("pdf/S_2025_301.pdf", "1", 20, "3212443f0690", "56885c500029"),
    ("pdf/S_2025_71.pdf", "1", 20, "9bc236ee9df2", "c2b275bea7f6"),
    ("pdf/S_2025_71.pdf", "2", 20, "d218061bd9fa", "e77c84943890"),
    ("pdf/S_2025_71.pdf", "3", 20, "b02fafb3d609", "71f5fce527e6"),
    ("pdf/S_2025_482.pdf", "1", 20, "3842c4e1e98e", "bb54c9a2a43f"),
    ("pdf/S_2025_482.pdf", "2", 8, "23e450125461", "bf19d67167c6"),
    ("pdf/S_2025_482.pdf", "1", 20, "970e788e4cf6", "e4fb6df4f710"),
    ("pdf/S_2025_482.pdf", "2", 20, "3412044ef895", "fea59e4c3b2d"),
    ("pdf/S_2025_482.pdf", "3", 20, "24aba2bc5fec", "c6cc46877fe8"),
    ("pdf/S_2025_482.pdf", "4", 20, "451241441d18", "9584e22de56d"),
    ("pdf/A_80_192.pdf", "*", 20, "410be0844a88", "5ff0ccac2030"),
    ("pdf/A_80_192.pdf", "*", 20, "91f49ea179aa", "25be51246e66"),
    ("pdf/A_80_159.pdf", "*", 20, "5632818b33f4", "937371269f60"),
    ("pdf/A_80_159.pdf", "1", 20, "6fa50f3caca4", "399d4c3c66cc"),
    ("pdf/A_79_907.pdf", "1", 20, "5af8422cccf6", "b3d339c1c068"),
    ("pdf/A_79_907.pdf", "2", 20, "4cfd86474ac2", "805a36052bb2"),
    ("pdf/A_79_907.pdf", "3", 20, "7fd803ccf4ac", "a70a14d03b3e"),
    ("pdf/A_79_907.pdf", "4", 20, "a835d570d93c", "a52a36053164"),
    ("pdf/A_79_907.pdf", "5", 20, "11bf821e08e4", "65fba95aaa52"),
    ("pdf/A_79_907.pdf", "6", 20, "c285b8259580", "1f115bbc5412"),
    ("pdf/A_79_907.pdf", "7", 20, "caf9f4653b64", "d4e3265416e3"),
    ("pdf/S_2025_453.pdf", "*", 20, "0dd44e5da3df", "12bf85eff1f1"),
    ("pdf/S_2025_453.pdf", "1", 20, "acd258b8374d", "d1488f0f549b"),
    ("pdf/S_2025_453.pdf", "2", 20, "fd64c74a7a5d", "19eb510fc767"),
    ("pdf/S_2025_453.pdf", "3", 20, "8b20e38d7d53", "9d78c425531f"),
    ("pdf/S_2025_453.pdf", "4", 20, "6a8df4580cf6", "c77ae42654b2"),
    ("pdf/S_2025_453.pdf", "*", 20, "c293b4e22ba9", "778c215d49a7"),
    ("pdf/A_79_843.pdf", "*", 6, "842dde933c89", "ffedf9b5bdc4"),
    ("pdf/A_79_843.pdf", "1", 20, "03b56e83d1f3", "fc0bb31a569e"),
    ("pdf/A_79_843.pdf", "2", 20, "d839e67ddf30", "79af5914af33"),
    ("pdf/A_79_843.pdf", "3", 20, "6c5131c286b4", "41bfbc1b0a71"),
    ("pdf/A_79_843.pdf", "4", 20, "ae2a4e15641b", "6e1837ba0302"),
    ("pdf/A_79_843.pdf", "5", 20, "8752c497b3b0", "8b26ae515bb5"),
    ("pdf/A_79_843.pdf", "6", 20, "54ed3980f4fc", "6726c9469fcd"),
    ("pdf/A_79_843.pdf", "7", 20, "f2a248533ba3", "3f3a59514d9a"),
    ("other/A_AC.109_2025_19.pdf", "1", 20, "259e0b59312a", "7fa84227186a"),
    ("other/A_AC.109_2025_19.pdf", "2", 20, "259e0b59312a", "c40a781de2d7"),
    ("other/S_2025_257.pdf", "1", 20, "d83cdfa3a55a", "660a77ed4173"),
    ("pdf/A_79_912.pdf", "*", 20, "6ed757b13529", "974865c8cd69"),
    ("pdf/S_2025_107.pdf", "*", 20, "0c46ab2a10bc", "974865c8cd69"),
    ("pdf/A_80_67.pdf", "*", 20, "aa0d27873627", "ef47f10552e2"),
    ("pdf/S_2025_272.pdf", "*", 20, "d9d5fda6489a", "d99a772a4b60"),
    ("pdf/A_79_870.pdf", "*", 20, "e26c29c92b13", "8b76b42dbc99"),
]
"""Written out from the pages before any measuring: file, label, length and digest of the letters before the marker,
digest of the note's letters. The texts themselves are not ours to keep."""


def test_notes_of_twenty_real_documents_are_read_and_placed_as_their_pages_have_them(letters: Path) -> None:
    for file in dict.fromkeys(row[0] for row in PLACES):
        letter = read_letter(letters / file)
        rows = [row for row in PLACES if row[0] == file]
        found = []
        for note in letter.notes:
            marker = next(m for m in letter.markers if m.note == note.id)
            block = letter.block(marker.block)
            assert block is not None
            before = words_of(letter.text[block.span.start : marker.at])
            found.append((note.label, before, digest(note.span.of(letter.text))))
        assert len(found) == len(rows), file
        for _, label, size, place, text in rows:
            assert (label, place, text) in [(mark, digest(before[-size:]), note) for mark, before, note in found], file


def keyed(text: str, runs: list[Run], notes: list[tuple[str, str, list[Run]]]) -> Letter:
    """A letter as DOCX and HTML give it: one paragraph with its runs, and real footnotes by key."""
    draft = Draft("docx")
    draft.add(TITLE.strip(), Line(0, 0, 0, style="h1"))
    draft.add("")
    draft.add(text, Line(0, 0, 0), runs)
    for key, note, raised in notes:
        draft.add("")
        draft.add(note, Line(0, 0, 0, style=f"note:{key}"), raised)
    return assemble(draft.source("0" * 64), "keyed.docx")[0]


def test_an_asterisk_shown_beside_the_formats_own_number_is_the_label() -> None:
    runs = [Run(17, 18, "noteref", "1"), Run(17, 18, "superscript"), Run(18, 19, "superscript")]
    letter = keyed("The lamp was lit.1* It is.", runs, [("1", "* Reissued.", [Run(0, 1, "superscript")])])
    assert calls(letter) == [("*", "The lamp was lit.", "Reissued.")]
    assert "The lamp was lit. It is." in letter.text
    assert [m.label for m in letter.markers] == ["*"]


def test_a_key_that_is_no_label_gives_way_to_the_printed_one() -> None:
    runs = [Run(17, 18, "superscript"), Run(17, 18, "noteref", "fn-star")]
    letter = keyed("The lamp was lit.* It is.", runs, [("fn-star", "* Reissued.", [])])
    assert calls(letter) == [("*", "The lamp was lit.", "Reissued.")]


def test_a_real_note_that_prints_its_number_loses_it_once() -> None:
    runs = [Run(17, 18, "noteref", "2")]
    letter = keyed("The lamp was lit.2 It is.", runs, [("2", "2 2 lamps.", [Run(0, 1, "superscript")])])
    assert calls(letter) == [("2", "The lamp was lit.", "2 lamps.")]
    unraised = keyed("The lamp was lit.2 It is.", runs, [("2", "2 lamps.", [])])
    assert calls(unraised) == [("2", "The lamp was lit.", "2 lamps.")]


def test_a_line_of_raised_signs_is_read_in_linear_time() -> None:
    began = time.process_time()
    letter = letter_of(TITLE + "The lamps were lit" + "².³ " * 10_000 + "\n")
    assert time.process_time() - began < 4
    assert len(letter.markers) == 20_000


def test_an_asterisk_that_no_note_bears_stays_in_the_text() -> None:
    letter = letter_of(TITLE + "The lamp was lit.* It is.\n")
    assert letter.markers == ()
    assert "The lamp was lit.* It is." in letter.text


def test_in_print_a_raised_number_at_the_size_of_the_text_begins_no_note() -> None:
    body = [
        (200.0, 123.0, 9.2, "The lamp of the harbour was lit every night of the winter, as it had been.1"),
        (300.0, 123.0, 9.2, "1 The lamp is one of four that the town keeps for the boats of the harbour."),
    ]
    assert printed([body]).notes == ()
    small = [*body[:1], (300.0, 123.0, 8.2, body[1][3])]
    assert [note.label for note in printed([small]).notes] == ["1"]


@pytest.mark.parametrize(
    ("below", "labels"),
    [(["1/ See A/42/286.", "2/ A lamp is a light."], ["1", "2"]), (["The keeper speaks.", "1/ First, the oil."], [])],
)
def test_typewritten_notes_begin_right_below_their_rule(below: list[str], labels: list[str]) -> None:
    """A rule under the head of a page is none of notes: the page's text stands below it, its own numbers too."""
    draft = Draft("pdf", paged=True)
    for row, text in enumerate(["The lamp of the harbour was lit every night of the winter.", *below]):
        place = Line(0, 0, 0, left=123.0, right=400.0, top=200.0 + 12 * row, size=9.2, below_rule=row > 0)
        draft.add(text, place)
    letter = assemble(draft.source("0" * 64), "printed.pdf")[0]
    assert [note.label for note in letter.notes] == labels


def test_a_symbol_that_ends_a_note_by_itself_is_no_running_head() -> None:
    page = [
        (200.0, 123.0, 9.2, "The lamp of the harbour was lit every night of the winter, as it had been.1"),
        (212.0, 123.0, 9.2, "It burns oil, and the keeper of the lamp has had the key since the spring."),
        (690.0, 123.0, 7.6, "1 The first of these letters describes the lamp, the second the oil (S/2016/49 and"),
        (700.0, 123.0, 7.6, "S/2021/972)."),
    ]
    letter = printed([[(80.0, 123.0, 9.2, "The window is old, and nobody has looked through it since.")], page])
    assert [note.span.of(letter.text)[-25:] for note in letter.notes] == ["(S/2016/49 and S/2021/972)."[-25:]]


@pytest.mark.parametrize(("called", "labels"), [("", []), ("*", ["*"])])
def test_an_asterisk_as_large_as_the_text_is_a_note_where_it_is_called(called: str, labels: list[str]) -> None:
    """What stands under a table with an asterisk that nothing bears is a remark on the table."""
    draft = Draft("pdf", paged=True)
    lines = [f"The keepers of the lamp are seven, and the windows are three.{called}", "* Two keepers have returned."]
    for row, text in enumerate(lines):
        place = Line(0, 0, 0, left=123.0, right=400.0, top=200.0 + 12 * row, size=9.2, below_rule=row > 0)
        draft.add(text, place)
    letter = assemble(draft.source("0" * 64), "printed.pdf")[0]
    assert [note.label for note in letter.notes] == labels
