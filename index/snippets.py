"""Passages of a letter that show why it was found, and its lines of words in context."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from corpus import stored
from corpus.clean import visible
from corpus.model import BlockKind
from corpus.stored import Passage
from index.highlight import find_all, merged
from index.results import Snippet

if TYPE_CHECKING:
    from index.results import Concordance

WIDTH = 200
"""Characters of a snippet, about two lines of a row."""
_PLACES = 24
"""Places of each word that are weighed for a snippet; a word of one letter stands at hundreds."""
SIDE = 90
"""Characters on each side of a match in context."""
_UNSHOWN = (BlockKind.MASTHEAD.value, BlockKind.FURNITURE.value)
_NOTE = BlockKind.NOTE.value
_OPENING = (BlockKind.PARAGRAPH.value, BlockKind.QUOTATION.value, BlockKind.ITEM.value)


class Lit(NamedTuple):
    """A place of a search term, with the block it stands in."""

    start: int
    end: int
    block: Passage


@dataclass(frozen=True, slots=True)
class Passages:
    """One version of a letter, as far as it is shown."""

    text: str
    blocks: list[Passage]


def versions(data: bytes) -> list[Passages]:
    """The versions of a letter as `index.documents` stored them, the one shown first at the head."""
    return [Passages(*stored.passages(part)) for part in data.split(b"\n")]


def lit(letter: Passages, terms: Sequence[str], most: int | None = None) -> list[Lit]:
    """Places of the terms in what is shown of a letter, in order, none reaching over the end of its block."""
    found = find_all(letter.text, terms, most)
    if not found:
        return []
    starts = [block.start for block in letter.blocks]
    places = []
    for start, end in found:
        block = letter.blocks[max(bisect_right(starts, start) - 1, 0)]
        if block.kind not in _UNSHOWN and end <= block.end:
            places.append(Lit(start, end, block))
    return places


def snippets(letters: Sequence[Passages], terms: Sequence[str], most: int = 2) -> tuple[Snippet, ...]:
    """The best passages, best first, of the first version of a letter that has any; else how it begins."""
    for letter in letters:
        places = lit(letter, terms, _PLACES) if terms else []
        if places:
            found = _best(letter, places, most)
            # Where fewer places were met than are weighed of any word, each is among them.
            return tuple(found if len(places) < _PLACES else [_lit_again(snippet, terms) for snippet in found])
    opening = next((b for b in letters[0].blocks if b.kind in _OPENING and not b.part), None)
    return (_cut(letters[0], opening, opening.start, ()),) if opening else ()


def _lit_again(snippet: Snippet, terms: Sequence[str]) -> Snippet:
    """The snippet with every word in it lit, those too that were not weighed."""
    return replace(snippet, marks=tuple(merged([*snippet.marks, *find_all(snippet.text, terms)])))


def _best(letter: Passages, places: list[Lit], most: int) -> list[Snippet]:
    """Windows with the most different words; the letter itself before its annexes, an earlier one before a later."""
    chosen: list[Snippet] = []
    shown: frozenset[str] = frozenset()
    left = _windows(letter, places)

    def worth(window: _Window) -> int:
        """Different words first, those not shown yet above all."""
        _, words, fixed = window
        return fixed + (10 * len(words) + 10 * len(words - shown) if several else 0)

    several = any(words != left[0][1] for _, words, _ in left)
    while left and len(chosen) < most:
        place, words, _ = max(left, key=worth)  # of equals the first
        snippet = _cut(letter, place.block, place.start, places, place.end)
        chosen.append(snippet)
        shown |= words
        start, end = snippet.offset, snippet.offset + len(snippet.text)
        left = [other for other in left if not start - WIDTH < other[0].start < end]
    return chosen


_Window = tuple[Lit, frozenset[str], int]
"""A place; the words that a snippet which begins a little before it shows; what it is worth but for these.

That is more the more places it shows, and less for an annex or a note.
"""


def _windows(letter: Passages, places: list[Lit]) -> list[_Window]:
    """A window for each place."""
    text = letter.text
    starts = [place.start for place in places]
    words = [text[start:end].casefold() for start, end, _ in places]
    alone = frozenset(words) if len(set(words)) == 1 else None
    found: list[_Window] = []
    until = 0
    for at, (start, _, block) in enumerate(places):
        end = min(start + WIDTH * 3 // 4, block.end)
        while until < len(starts) and starts[until] < end:
            until += 1
        less = (4 if block.part else 0) + (2 if block.kind == _NOTE else 0)
        found.append((places[at], alone or frozenset(words[at:until]), min(until - at, 5) - less))
    return found


def _cut(letter: Passages, block: Passage, at: int, places: Sequence[Lit], until: int = 0) -> Snippet:
    """A passage of the block around `at` with the places in it, cut between words, lines as spaces.

    Its offsets are the text's; it reaches to `until` at the least.
    """
    start = max(block.start, at - WIDTH // 4)
    start = max(block.start, min(start, block.end - WIDTH))
    end = min(block.end, max(start + WIDTH, until))
    text = letter.text
    if start > block.start:
        start = _after_space(text, start, at)
    if end < block.end and (space := text.rfind(" ", at + 1, end)) > 0 and space >= until:
        end = space
    marks = tuple([(lit.start - start, lit.end - start) for lit in places if start <= lit.start and lit.end <= end])
    return Snippet(one_line(text[start:end]), marks, block.id, start)


def _after_space(text: str, start: int, end: int) -> int:
    """Where the first whole word of a range begins; its start where there is no space."""
    return next((at + 1 for at in range(start, end) if text[at].isspace()), start)


def one_line(text: str) -> str:
    """The text on one line, with nothing in it that could act; as long as it was."""
    line = text.replace("\n", " ").replace("\t", " ")
    return line if line.isascii() and line.isprintable() else visible(line)


def in_context(letter: Passages, letter_id: str, terms: Sequence[str]) -> list[Concordance]:
    """A line for every place of the terms, in order, each within its block."""
    from index.results import Concordance

    lines = []
    for place in lit(letter, terms):
        block, text = place.block, letter.text
        left = text[max(block.start, place.start - SIDE) : place.start]
        right = text[place.end : min(block.end, place.end + SIDE)]
        match = one_line(text[place.start : place.end])
        lines.append(Concordance(one_line(left), match, one_line(right), letter_id, block.id, place.start))
    return lines
