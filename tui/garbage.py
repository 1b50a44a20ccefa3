"""Keeping the search for dead cycles out of the way of the first picture and of a typed letter.

Imports and widgets leave 400,000 objects that live as long as the program. To look through them for cycles takes
40 ms of a start, and 30–90 ms while one types.
"""

from __future__ import annotations

import gc

AT_FIRST = (500_000, 5, 5)
"""Objects made between two looks at the youngest; looks at these between two at the older; and so on."""
SELDOM = (20_000, 50, 50)


def wait() -> None:
    """At the start: what is made now stays, so there is nothing to find."""
    gc.set_threshold(*AT_FIRST)


def keep_all() -> None:
    """Once the first results are shown: what there is by now is never looked through again."""
    gc.freeze()
    gc.set_threshold(*SELDOM)
