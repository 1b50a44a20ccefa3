"""Words of the library that could be what was meant: the vocabulary by field, beginning, length and letters.

Of 60,000 words a few hundred are left to be compared letter by letter: those of about the same length that have about
the same letters. An edit takes away at most one letter of the alphabet and brings at most one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.segment.section import Array

if TYPE_CHECKING:
    from index.snapshot import Snapshot

_BITS = np.unpackbits(np.arange(1 << 16, dtype=np.uint16).view(np.uint8)).reshape(-1, 16).sum(axis=1, dtype=np.uint8)
"""The bits set in each number of 16."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of one field and beginning, in order."""

    words: list[str]
    lengths: Array
    letters: Array
    """A bit for each letter that a word has, u32; letters 32 apart in Unicode share one."""


def candidates(snapshot: Snapshot, field: str, word: str, edits: int, prefix: int) -> list[str]:
    """Terms of `field` that share `prefix` characters with `word` and may be at most `edits` edits away from it."""
    key = field, word[:prefix]
    held = snapshot.vocabularies.get(key)
    if held is None:
        held = snapshot.vocabularies.setdefault(key, _vocabulary(list(snapshot.terms(field, key[1].encode()))))
    near = np.flatnonzero(np.abs(held.lengths - len(word)) <= edits)
    differing = held.letters[near] ^ _vocabulary([word.encode()]).letters
    unlike = _BITS[differing & 0xFFFF] + _BITS[differing >> 16]
    return [held.words[place] for place in near[unlike <= 2 * edits].tolist()]


def _vocabulary(terms: list[bytes]) -> Vocabulary:
    if not terms:
        return Vocabulary([], np.zeros(0, np.int32), np.zeros(0, np.uint32))
    text = b"\n".join([*terms, b""]).decode(errors="replace")
    codes = np.frombuffer(text.encode("utf-32-le"), dtype="<u4")
    ends = np.flatnonzero(codes == ord("\n"))
    bits = np.where(codes == ord("\n"), 0, np.uint32(1) << (codes & 31)).astype(np.uint32)
    starts = np.append(0, ends[:-1] + 1)
    return Vocabulary(text.split("\n")[:-1], (ends - starts).astype(np.int32), np.bitwise_or.reduceat(bits, starts))
