"""Passages of a letter that show why it was found, and its lines of words in context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from corpus.block_kind import BlockKind
from corpus.clean import visible
from corpus.passages import Passage, passages
from index.highlight import find_all, merged, place_of, placed
from index.results import Snippet

if TYPE_CHECKING:
    from index.results import Concordance

WIDTH = 200
"""Characters of a snippet, about two lines of a row."""
_PLACES = 16
"""Places of each word that are weighed for a snippet; a word of one letter stands at hundreds."""
_ALONE = 8
"""Places of a word that stands alone: which others stand beside it is not asked."""
_TERMS_KEPT = 8
"""Terms whose places are kept with a letter."""
_SEEN = WIDTH * 3 // 4
"""Characters behind a place that the snippet that begins before it shows."""
SIDE = 90
"""Characters on each side of a match in context."""
_MASTHEAD = BlockKind.MASTHEAD.value
_UNSHOWN = (_MASTHEAD, BlockKind.FURNITURE.value)
_NOTE = BlockKind.NOTE.value
_OPENING = (BlockKind.PARAGRAPH.value, BlockKind.QUOTATION.value, BlockKind.ITEM.value)


class Lit(NamedTuple):
    """A place of a search term, with the block it stands in, and which of the terms it is."""

    start: int
    end: int
    block: Passage
    term: int


@dataclass(frozen=True, slots=True)
class Passages:
    """One version of a letter, as far as it is shown."""

    text: str
    blocks: list[Passage]
    met: dict[tuple[str, int], list[tuple[int, int]]] = field(default_factory=dict)
    """The first places of terms, as they were found for a row: the letters of a second word find most of the same
    letters, and the first word where it was.
    """


def versions(data: bytes) -> list[Passages]:
    """The versions of a letter as `index.documents` stored them, the one shown first at the head."""
    return [Passages(*passages(part)) for part in data.split(b"\n")]


def lit(letter: Passages, terms: Sequence[str], most: int | None = None, masthead: bool = False) -> list[Lit]:
    """Places of the terms in what is shown of a letter, in order, each within its block.

    With `masthead` those in its masthead, which is searched by its title, its items and its addressee.
    """
    found = _of_terms(letter, terms, most)
    if not found or not letter.blocks:
        return []
    meant = [placed(term)[0] for term in terms]
    anywhere = not any(meant)
    places = []
    blocks = iter(letter.blocks)  # in order, as the places are
    block = next(blocks)
    following = next(blocks, None)
    for start, end, term in found:
        while following is not None and following.start <= start:
            block, following = following, next(blocks, None)
        if start >= block.end or (block.kind != _MASTHEAD if masthead else block.kind in _UNSHOWN):
            continue
        if anywhere or not meant[term] or place_of(block.kind, block.part) in meant[term]:
            whole = block if end <= block.end else _going_on(letter, block, end)
            places.append(Lit(start, min(end, whole.end), whole, term))
    return places


def _going_on(letter: Passages, block: Passage, end: int) -> Passage:
    """A block with those behind it that a phrase goes on in to `end`, where they are of its kind: a page may end there,
    and a line of a masthead is a block. Else the block alone.
    """
    last = next((other for other in letter.blocks if other.start < end <= other.end), block)
    alike = (last.kind, last.part) == (block.kind, block.part)
    return block._replace(end=last.end) if alike else block


def _of_terms(letter: Passages, terms: Sequence[str], most: int | None) -> list[tuple[int, int, int]]:
    """(start, end, number of the term) in order; what overlaps is one place, of the first of its terms."""
    if len(terms) == 1:
        return [(start, end, 0) for start, end in _of_term(letter, terms[0], most)]
    found: list[tuple[int, int, int]] = []
    each = [(*place, term) for term, one in enumerate(terms) for place in _of_term(letter, one, most)]
    for start, end, term in sorted(each):
        if found and start < found[-1][1]:
            first, last, other = found[-1]
            found[-1] = first, max(last, end), min(other, term)
        else:
            found.append((start, end, term))
    return found


def _of_term(letter: Passages, term: str, most: int | None) -> list[tuple[int, int]]:
    if most is None:
        return find_all(letter.text, (term,))
    found = letter.met.get((term, most))
    if found is None:
        if len(letter.met) >= _TERMS_KEPT:
            letter.met.clear()
        found = letter.met[term, most] = find_all(letter.text, (term,), most)
    return found


def snippets(letters: Sequence[Passages], terms: Sequence[str], most: int = 2) -> tuple[Snippet, ...]:
    """The best passages, best first, of the first version of a letter that has any; else how it begins."""
    weighed = _PLACES if len(terms) > 1 else _ALONE
    for letter in letters:
        # Those weighed may all stand in a masthead, which is not shown.
        places = (lit(letter, terms, weighed) or lit(letter, terms)) if terms else []
        if places:
            found = _best(letter, places, most)
            # Where fewer places were met than are weighed of any word, each is among them.
            return tuple(found if len(places) < weighed else [_lit_again(snippet, terms) for snippet in found])
    told = [term for term in terms if "/" not in placed(term)[1]]  # its own symbol stands in every row already
    for letter in letters if told else ():
        # Nothing else tells why a letter about "genocide" in its agenda item alone was found.
        if places := lit(letter, told, weighed, masthead=True):
            return (_best(letter, places, 1)[0]._replace(masthead=True),)
    opening = next((b for b in letters[0].blocks if b.kind in _OPENING and not b.part), None)
    return (_cut(letters[0], opening, opening.start, ()),) if opening else ()


def _lit_again(snippet: Snippet, terms: Sequence[str]) -> Snippet:
    """The snippet with every word in it lit, those too that were not weighed."""
    return snippet._replace(marks=tuple(merged([*snippet.marks, *find_all(snippet.text, terms)])))


def _best(letter: Passages, places: list[Lit], most: int) -> list[Snippet]:
    """Windows with the most different terms; the letter itself before its annexes, an earlier one before a later.

    Terms, not words, and first the one that stands there least: for "border p" nobody wants to read of post and peace.
    A window is what a snippet that begins a little before a place shows. A second one is worth less for what the first
    has shown.
    """
    terms = [place.term for place in places]
    counts = Counter(terms)
    rarest = min(counts, key=lambda term: (counts[term], term))  # of equals the first: the last may be unfinished
    weights = {term: 30 if term == rarest else 20 for term in counts}
    untils, worth, others = _windows(places, terms, weights)
    chosen: list[Snippet] = []
    shown: set[int] = set()
    left = list(range(len(places)))
    while True:
        at = max(left, key=worth.__getitem__)  # of equals the first
        place = places[at]
        foremost = next((other for other in places[at : untils[at]] if other.term == rarest), place)
        snippet = _cut(letter, place.block, place.start, places, place.end, foremost.start)
        chosen.append(snippet)
        start, end = snippet.offset, snippet.offset + len(snippet.text)
        if len(chosen) < most:
            left = [at for at in left if not start - WIDTH < places[at].start < end]
        if len(chosen) == most or not left:
            return chosen
        shown.update(terms[at : untils[at]])
        for at in left:
            own = set(terms[at : untils[at]])
            worth[at] = sum(weights[term] // (1 + (term in shown)) for term in own) + others[at]


def _windows(places: list[Lit], terms: list[int], weights: dict[int, int]) -> tuple[list[int], list[int], list[int]]:
    """Of the window of each place: the place after its last one, what it is worth by its different terms, and what of
    that is not for them: more the more places it shows, less for an annex or a note.
    """
    untils, worth, others = [], [], []
    inside = dict.fromkeys(weights, 0)
    until, count, weight = 0, len(places), 0
    for at, (start, _, block, term) in enumerate(places):
        end = start + _SEEN
        if end > block.end:
            end = block.end
        while until < count and places[until][0] < end:
            new = terms[until]
            if not inside[new]:
                weight += weights[new]
            inside[new] += 1
            until += 1
        untils.append(until)
        other = until - at if until - at < 5 else 5
        if block.part:
            other -= 4
        if block.kind == _NOTE:
            other -= 2
        others.append(other)
        worth.append(weight + other)
        inside[term] -= 1
        if not inside[term]:
            weight -= weights[term]
    return untils, worth, others


def _cut(
    letter: Passages, block: Passage, at: int, places: Sequence[Lit], until: int = 0, foremost: int = 0
) -> Snippet:
    """A passage of the block around `at` with the places in it, cut between words, lines as spaces.

    Its offsets are the text's, as is that of the `foremost` place; it reaches to `until` at the least.
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
    return Snippet(one_line(text[start:end]), marks, block.id, start, max(0, foremost - start))


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
