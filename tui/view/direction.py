"""Right to left: which way a paragraph runs, and the order in which a line's characters are shown."""

from __future__ import annotations

import re
from unicodedata import bidirectional, combining

_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")

_FAR = 2_000


def runs_right_to_left(text: str) -> bool:
    """Whether the first strong character is Hebrew, Arabic or of another such script (Unicode's rule P2).

    Looked for in the first `_FAR` characters: no paragraph begins with more that are none, unless to keep one waiting.
    """
    for character in text[:_FAR]:
        direction = bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def has_right_to_left(text: str) -> bool:
    """Whether any character runs right to left: only then is there anything to reorder."""
    return _RIGHT.search(text) is not None


def visual_order(text: str, right_to_left: bool) -> list[tuple[int, str]]:
    """The characters of one line from left to right, each as (its place in `text`, what to show: brackets mirrored).

    A combining mark follows the character it stands on, as terminals want it, though reversal puts it before.
    """
    from bidi import algorithm  # 4 ms, and only where a letter has such a passage

    level = int(right_to_left)
    # The library fails on a code point that Unicode has not assigned: it stands as a neutral while the line is ordered.
    given, text = text, "".join(c if bidirectional(c) else "\ufffd" for c in text)
    storage = algorithm.get_empty_storage() | {"base_level": level, "base_dir": "LR"[level]}
    algorithm.get_embedding_levels(text, storage)
    for place, character in enumerate(storage["chars"]):
        character["place"] = place
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    algorithm.reorder_resolved_levels(storage, False)
    algorithm.apply_mirroring(storage, False)
    shown = ((c["place"], c["ch"]) for c in storage["chars"])
    return _marks_after_bases([(at, given[at] if ch == "\ufffd" else ch) for at, ch in shown])


def _marks_after_bases(order: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Put each run of combining marks behind the character it was written after."""
    mended: list[tuple[int, str]] = []
    waiting: list[tuple[int, str]] = []
    for place, character in order:
        if combining(character) and not (mended and mended[-1][0] == place - 1):
            waiting.append((place, character))
        else:
            mended.append((place, character))
            mended.extend(reversed(waiting))
            waiting.clear()
    return mended + waiting
