"""Keeping the search for dead cycles out of the way of the first picture and of a typed letter.

Imports and widgets leave 400,000 objects that live as long as the program. To look through them for cycles takes
40 ms of a start, and 30–90 ms while one types.
"""

from __future__ import annotations

import gc

SELDOM = (500_000, 5, 5)
"""Objects made between two looks at the youngest; looks at these between two at the older; and so on. One letter typed
makes some thousand.
"""
WORTH_IT = 5_000
"""Objects made for which a pause is used: 1 to 2 ms."""


def wait() -> None:
    """At the start: what is made now stays, so there is nothing to find."""
    gc.set_threshold(*SELDOM)


def keep_all() -> None:
    """Once the first results are shown: what there is by now is never looked through again."""
    gc.freeze()


def use_pause() -> None:
    """In a pause: look through what was made since, so that no key waits for it."""
    if gc.get_count()[0] > WORTH_IT:
        gc.collect()
