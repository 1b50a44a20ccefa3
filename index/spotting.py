"""Words and phrases found in a text without cutting all of it into words: a tenth of the time, the same places.

`index.highlight` asks this first. It answers None where only cutting the text into words tells (a letter that folds to
two, an ideograph, a form that begins with `*`), and what it answers is what cutting would have found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from index.folding import fold, spans

if TYPE_CHECKING:
    from index.highlight import Matches

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_RUN = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\W_]+")
_TOUCHED = re.compile(r"[\w/.\-]{0,200}")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LEFT = 200
"""Characters before a word that can be of its symbol."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A word to be found: it begins with `core`, and `meant` says of a whole word whether it is one."""

    core: str
    meant: Matches | None = None
    """None where it is `core` itself."""


@lru_cache(maxsize=8)
def lowered(text: str) -> str | None:
    """`text` folded, character for character; None where folding changes its length."""
    if text.isascii():
        return text.lower()
    try:
        return _NOT_ASCII.sub(_folded, text).lower()
    except ValueError:
        return None


def _folded(run: re.Match[str]) -> str:
    return _folded_run(run.group())


@lru_cache(maxsize=4096)
def _folded_run(run: str) -> str:
    """Characters as the index has them, one for one; ValueError where that cannot be."""
    if _IDEOGRAPH.search(run):
        raise ValueError(run)
    return "".join(map(_folded_one, run))


def _folded_one(character: str) -> str:
    folded = fold(character) or (" " if character.isspace() else "")
    if len(folded) == 1:
        return folded
    if folded and not any(c.isalnum() for c in folded):
        return " "
    raise ValueError(character)


def places(text: str, spots: Sequence[Spot], most: int | None = None) -> list[tuple[int, int]] | None:
    """Where any of the words stands, of each at most the first `most`; None where that is not to be told here."""
    low = lowered(text)
    if low is None or not all(spot.core and spot.core.isalnum() for spot in spots):
        return None
    return [place for spot in spots for place in islice(_of_one(text, low, spot), most)]


def _of_one(text: str, low: str, spot: Spot) -> Iterator[tuple[int, int]]:
    core, at = spot.core, low.find(spot.core)
    while at >= 0:
        end = at + len(core)
        if not (at and low[at - 1].isalnum()):
            end = _end(low, end)
            if (spot.meant(low[at:end]) if spot.meant else end == at + len(core)) and _is_word(text, at, end):
                yield at, end
        at = low.find(core, end)


def _end(low: str, at: int) -> int:
    run = _RUN.match(low, at)
    return run.end() if run else at


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether it is a word by itself and no part of a symbol."""
    if text[end : end + 1] not in ("/", "-", ".") and text[start - 1 : start] not in ("/", "-", "."):
        return True
    first = start
    while first > max(0, start - _LEFT) and (text[first - 1] in "/.-_" or text[first - 1].isalnum()):
        first -= 1
    touched = _TOUCHED.match(text, end)
    around = text[first : touched.end() if touched else end]
    return "/" not in around or any(first + a == start and first + b == end for _, a, b in spans(around))


def phrases(text: str, spots: Sequence[Spot]) -> list[tuple[int, int]] | None:
    """Where the words stand one after another; None where that is not to be told here."""
    firsts = places(text, spots[:1])
    low = lowered(text)
    if firsts is None or low is None or not all(spot.core.isalnum() for spot in spots):
        return None
    found = []
    for start, end in firsts:
        for spot in spots[1:]:
            word = _following(text, low, end, spot)
            if word is None:
                break
            end = word[1]
        else:
            found.append((start, end))
    return found


def _following(text: str, low: str, at: int, spot: Spot) -> tuple[int, int] | None:
    between = _BETWEEN.match(low, at)
    if between is None or not low.startswith(spot.core, between.end()):
        return None
    start, end = between.end(), _end(low, between.end())
    meant = spot.meant(low[start:end]) if spot.meant else end - start == len(spot.core)
    return (start, end) if meant and _is_word(text, start, end) else None
