"""The law of conservation: what stands in a source stands in the letter exactly once, and nothing else stands there.

Held on every real letter where there are any, on the sample, and on texts that are made up line by line.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.letter import assemble
from corpus.model import Letter
from corpus.offsets import Conservation, Piece, uncovered
from corpus.readers import markdown, plain, read_source
from corpus.sample import sample_folder
from corpus.source import Source

NAMED = {"text", "marker", "label", "hyphen"}
"""What a character of a source can become; none is dropped without a name."""


def breaches(source: Source, letter: Letter, record: Conservation) -> list[str]:
    """Every breach of the law, and what the letter has that the source has not."""
    found = record.faults(source, letter.text)
    found += [f"{piece.role} is no name" for piece in record.pieces if piece.role not in NAMED]
    covered = bytearray(len(letter.text))
    for piece in record.pieces:
        if piece.role == "text":
            end = piece.at + piece.end - piece.start
            found += [f"doubled at {piece.at}"] if any(covered[piece.at : end]) else []
            covered[piece.at : end] = b"\x01" * (end - piece.at)
    return found + [f"invented: {match.group()!r} at {match.start()}" for match in uncovered(letter.text, covered)]


def tiled(letter: Letter) -> bool:
    """Whether the blocks stand one after another with a blank line between them, each with an id of its own."""
    ends = [0, *(block.span.end + 2 for block in letter.blocks)]
    ordered = all(block.span.start == end for block, end in zip(letter.blocks, ends, strict=False))
    return ordered and len({block.id for block in letter.blocks}) == len(letter.blocks)


def test_each_kind_of_breach_is_seen() -> None:
    source = plain.read_text("lamp and oil").source("")
    kept = (Piece(0, 4, "text", "p1", 0), Piece(5, 8, "text", "p1", 5), Piece(9, 12, "text", "p1", 9))
    assert Conservation(kept).faults(source, "lamp and oil") == []
    assert Conservation(kept[:2]).faults(source, "lamp and oil") == [
        "lost: 'o' at 9",
        "lost: 'i' at 10",
        "lost: 'l' at 11",
    ]
    assert Conservation((*kept, kept[1])).faults(source, "lamp and oil") == ["twice: 'and' at 5"]
    assert Conservation(kept).faults(source, "lamp any oil") == ["p1 differs from the source at 5"]


@pytest.mark.parametrize("path", sorted(sample_folder().iterdir()), ids=lambda path: path.name)
def test_nothing_of_the_sample_is_lost_or_doubled(path: Path) -> None:
    source = read_source(path)
    letter, record = assemble(source, str(path))
    assert breaches(source, letter, record) == []
    assert tiled(letter)


def test_nothing_of_any_real_letter_is_lost_or_doubled(letters: Path) -> None:
    files = [path for folder in ("pdf", "text", "other") for path in sorted((letters / folder).iterdir())]
    assert len(files) > 100
    wrong = {}
    for path in files:
        source = read_source(path)
        letter, record = assemble(source, str(path))
        found = breaches(source, letter, record)
        if found or not tiled(letter):
            wrong[path.name] = found[:3]
    assert wrong == {}


LINES = st.sampled_from(
    [
        "United Nations  A/62/883–S/2008/399",
        "General Assembly",
        "Distr.: General",
        "18 June 2008",
        "Original: English",
        "Sixty-second session",
        "Agenda items 17 and 53",
        "Letter dated 17 June 2008 from the Permanent Representative of Penwick to the United Nations",
        "addressed to the Secretary-General",
        "Annex",
        "Annex II to the letter dated 17 June 2008",
        "Enclosure: List of lamps",
        "(Signed) Tobias Wrayburn",
        "Permanent Representative",
        "[Original: French]",
        "I refer to the harbour of Penwick, which has long-",
        "standing lights.1 They are lit* on 1/ holidays.",
        "* Reissued for technical reasons.",
        "1 See A/62/812.",
        "1/ See A/62/812.",
        "a Circulated in the files only.",
        "________________",
        "08-12345 (E)  180608",
        "*0812345*",
        "2/4",
        "A/62/883",
        "(a) The first lamp;",
        "• The second lamp",
        "Lamp      Lit      Out",
        "  ",
        "",
        "",
        "\f",
        "— ␛ ﷽ ﬁ é̂ ¹ 🕯",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, max_size=40), st.booleans())
def test_the_law_holds_on_any_order_of_lines(lines: list[str], marked: bool) -> None:
    text = "\n".join(lines)
    source = (markdown if marked else plain).read_text(text).source("0" * 64)
    letter, record = assemble(source, "made-up")
    assert breaches(source, letter, record) == []
    assert tiled(letter)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_the_law_holds_on_any_text(text: str) -> None:
    source = plain.read_text(text).source("0" * 64)
    letter, record = assemble(source, "any")
    assert breaches(source, letter, record) == []
