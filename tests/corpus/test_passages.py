"""A letter's text and blocks read alone are those of the whole letter."""

from __future__ import annotations

import pytest

from corpus import stored
from corpus.errors import LibraryDamaged
from corpus.letter import read_letter
from corpus.passages import passages
from corpus.sample import sample_folder


def test_passages_are_those_of_the_letter() -> None:
    for path in sorted(sample_folder().rglob("*.txt"))[:5]:
        letter = read_letter(path)
        text, found = passages(stored.dumps(letter))
        assert text == letter.text
        whole = [(b.id, b.kind.value, b.span.start, b.span.end, b.part) for b in letter.blocks]
        assert [tuple(passage) for passage in found] == whole


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"letter": []}', b'{"letter": null}', b"\xff"])
def test_what_is_no_letter_is_damage(data: bytes) -> None:
    with pytest.raises(LibraryDamaged):
        passages(data)
