"""Keeping the search for dead cycles out of a typed letter's way.

Imports and widgets leave 400,000 objects that live as long as the program. To look through them for cycles takes
30–90 ms, and it happens while one types.
"""

from __future__ import annotations

import gc

SELDOM = (20_000, 50, 50)
"""Objects made between two looks at the youngest; looks at these between two at the older; and so on."""


def look_seldom() -> None:
    """At the start: most of what is made now stays."""
    gc.set_threshold(*SELDOM)


def keep_all() -> None:
    """Once the first results are shown: what there is by now is never looked through again."""
    gc.freeze()
