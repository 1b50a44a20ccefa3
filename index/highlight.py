"""Where the words of a query stand in a text: for lighting them in a letter, for snippets and for words in context.

A pattern is one of

    customs                     the word itself, whatever its case and accents
    ~violate                    the word in any inflection: violates, violated, violating
    aggress*   colo?r           words of that form: `*` any letters, also none, `?` one
    "nord str*"                 words one after another, each as above
    near/5 ~post ~closed        words at most five apart, in any order, each as above; a phrase may be one of them
    in/notes,annex ~customs     any of these, only in those places of a letter; `find_all`, which has a mere text,
                                looks everywhere in it, and who has its blocks asks `placed` and `place_of`

`index.search` writes them into `Page.terms`. Needs neither whoosh nor numpy: the screen loads this with a letter.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from index.folding import fold, spans, stem
from index.spotting import Spot, phrases, places

Matches = Callable[[str], bool]
"""Whether a folded word is meant."""

_TOKENS = 200_000
"""Words of one text that are looked at; the longest letter read so far has under 60,000."""
_CHAINS = 2_000
"""Ways of standing near each other that are followed at a time."""
_PLACED = re.compile(r"in/([a-z,]+) (?=\S)")
_SLOT = re.compile(r'"([^"]*)"|(\S+)')


_Slots = tuple[tuple[str, ...], ...]
_Place = tuple[int, int]
"""First and last word of a place, as indices."""
_Chain = tuple[_Place, tuple[_Place, ...]]
"""How far words that stand near each other reach, and the places of each."""
_Longer = tuple[int | None, _Slots]
"""A phrase (no distance, one slot) or nearness (a distance, a slot for each)."""


def find_all(text: str, terms: Iterable[str], most: int | None = None) -> list[tuple[int, int]]:
    """Places of any pattern as (start, end) in `text`, in order, none overlapping another; never raises.

    Of "near" the words are given, not what stands between them; a phrase is one place. With `most`, of a single
    word only so many of the first places.
    """
    simple, longer = _sorted(tuple(terms))
    found, left = _spotted(text, simple, longer, most)
    if left:
        tokens = spans(text, _TOKENS)
        words = [word for word, _, _ in tokens]
        for distance, slots in left:
            met = _phrase(words, slots[0]) if distance is None else _near(words, distance, slots)
            found += [(tokens[first][1], tokens[last][2]) for first, last in met]
    return merged(found)


def meant_in(places: Sequence[str], pattern: str) -> str:
    """The pattern, meant in those places only, as `place_of` calls them."""
    return f"in/{','.join(places)} {pattern}"


@lru_cache(maxsize=64)
def placed(term: str) -> tuple[frozenset[str], str]:
    """The places in which a pattern is meant, none for everywhere; and the pattern itself."""
    found = _PLACED.match(term)
    return (frozenset(found[1].split(",")), term[found.end() :]) if found else (frozenset(), term)


def place_of(kind: str, part: str) -> str:
    """Which place a block belongs to, by its kind (a value of `BlockKind`) and the part it stands in."""
    if kind == "note":
        return "notes"
    if part:
        return "annex"
    return kind if kind in ("title", "masthead") else "body"


def _spotted(
    text: str, simple: tuple[str, ...], longer: tuple[_Longer, ...], most: int | None
) -> tuple[list[_Place], list[_Longer]]:
    """What is found without cutting the text into words, and the patterns that need it cut."""
    found: list[_Place] = []
    left: list[_Longer] = []
    for slot in [(pattern,) for pattern in simple]:
        spotted = places(text, _spots(slot), most)
        if spotted is None:
            left.append((None, (slot,)))
        else:
            found += spotted
    for distance, slots in longer:
        spotted = phrases(text, _spots(slots[0])) if distance is None else None
        if spotted is None:
            left.append((distance, slots))
        else:
            found += spotted
    return found, left


@lru_cache(maxsize=256)
def _spots(slot: tuple[str, ...]) -> tuple[Spot, ...]:
    """The patterns of a slot as what `index.spotting` looks for."""
    return tuple(_spot(pattern) for pattern in slot)


def _spot(pattern: str) -> Spot:
    if pattern.startswith("~"):
        word = fold(pattern[1:])
        root = stem(word)
        # What a stem ends with may be written otherwise in an inflection: "carri" is of "carry" and "carried".
        core = root if root == word or not root.endswith("i") else root[:-1]
        return Spot(core, lambda other: stem(other) == root)
    if "*" in pattern or "?" in pattern:
        core, _, rest = fold(pattern).partition("*")
        return Spot(re.split(r"[*?]", core)[0], form(pattern), every=not rest and "?" not in core)
    return Spot(fold(pattern))


@lru_cache(maxsize=64)
def _sorted(terms: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[_Longer, ...]]:
    """Patterns of one word; then phrases (no distance, one slot) and nearness (a distance, a slot for each)."""
    simple: list[str] = []
    longer: list[_Longer] = []
    for term in (placed(one)[1] for one in terms):
        head = re.match(r"near/(\d{1,4}) ", term)
        slots = tuple(
            tuple((quoted or word).split()) for quoted, word in _SLOT.findall(term[head.end() if head else 0 :])
        )
        slots = tuple(slot for slot in slots if slot)
        if head and len(slots) > 1:
            longer.append((int(head[1]), slots))
        elif len(slots) == 1 and len(slots[0]) > 1:
            longer.append((None, slots))
        else:
            simple += [slot[0] for slot in slots]
    return tuple(dict.fromkeys(simple)), tuple(longer)


def _places(words: list[str], patterns: Sequence[str]) -> list[int]:
    """Indices of the words that any of the patterns means."""
    exact, stems, forms = _by_kind(tuple(patterns))
    if not forms:
        if not stems:
            return [at for at, word in enumerate(words) if word in exact]
        return [at for at, word in enumerate(words) if word in exact or stem(word) in stems]
    return [
        at
        for at, word in enumerate(words)
        if word in exact or (stems and stem(word) in stems) or any(form(word) for form in forms)
    ]


@lru_cache(maxsize=256)
def _by_kind(patterns: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str], tuple[Matches, ...]]:
    exact, stems, forms = set(), set(), []
    for pattern in patterns:
        if pattern.startswith("~"):
            stems.add(stem(fold(pattern[1:])))
        elif "*" in pattern or "?" in pattern:
            forms.append(form(pattern))
        else:
            exact.add(fold(pattern))
    return frozenset(exact), frozenset(stems), tuple(forms)


@lru_cache(maxsize=256)
def form(pattern: str) -> Matches:
    """Whether a word has a form with `*` and `?`; time grows with the word's length, whatever the form is."""
    first, *rest = [_literal(piece) for piece in re.split(r"\*+", fold(pattern))]
    if not rest:
        return re.compile(rf"{first}\Z", re.S).match  # type: ignore[return-value]
    # Each piece is taken where it first fits and never looked for again: that is enough, and it is linear.
    middle = "".join(f"(?>.*?{piece})" for piece in rest[:-1])
    return re.compile(rf"{first}{middle}.*{rest[-1]}\Z", re.S).match  # type: ignore[return-value]


def _literal(piece: str) -> str:
    return re.escape(piece).replace(r"\?", ".")


def _phrase(words: list[str], slot: tuple[str, ...]) -> list[tuple[int, int]]:
    """First and last index of every place where the words of a slot stand one after another."""
    following = [frozenset(_places(words, (pattern,))) for pattern in slot]
    last = len(slot) - 1
    starts = sorted(following[0])
    return [(at, at + last) for at in starts if all(at + n in held for n, held in enumerate(following))]


def _near(words: list[str], distance: int, slots: _Slots) -> list[tuple[int, int]]:
    """Places of the slots of every chain in which each stands at most `distance` before or behind the ones so far."""
    places = [_phrase(words, slot) for slot in slots]
    chains: list[_Chain] = [(place, (place,)) for place in places[0]]
    for found in places[1:]:
        begins, width = [first for first, _ in found], found[0][1] - found[0][0] if found else 0
        grown: list[_Chain] = []
        for (start, end), met in chains[:_CHAINS]:
            low, high = bisect_left(begins, start - width - distance), bisect_right(begins, end + distance)
            for place in found[low:high]:
                if place[0] > end or place[1] < start:
                    grown.append(((min(start, place[0]), max(end, place[1])), (*met, place)))
        chains = grown
    return [place for _, met in chains for place in met]


def merged(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order, what overlaps made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
