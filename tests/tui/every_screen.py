"""Every screen and state of the program that one can see, and the keys that lead there from the one before."""

from __future__ import annotations

from collections.abc import AsyncIterator

from tests.tui.two_screens import Beside

QUERY = '"customs post" from:kestravia'
EVERY_SCREEN = {
    "results": "f1",
    "a row marked": "x j x k",
    "by exchange": "O",
    "a letter with links to what is not held": "O G enter",
    "letter": "f1 home enter",
    "a match": "f2 n",
    "a link": "]",
    "a note": "1",
    "notes": "escape F",
    "outline": "escape o",
    "facts": "escape i",
    "selecting": "escape V j j",
    "a preview": "escape [ p",
    "thread": "escape f3 j",
    "thread as a list": "t",
    "thread in lanes": "t",
    "facets": "t f4",
    "timeline": "f5",
    "words in context": "f6",
    "look-up": "s 6 1 / 2",
    "what is not held": "escape s 6 0 / 8 7",
    "way": "escape escape H",
    "bookmarks": "escape m '",
    "history": "escape R",
    "want-list": "escape W",
    "ledger": "escape L",
    "help": "escape ?",
    "palette": "escape : t h",
    "a completion": "escape escape / space s e n",
    "a query that is wrong": 'space f r o m : ( "',
    "zoomed": "escape f2 z",
    "plain": "P",
}
"""Name → keys. Said in order: each begins where the one before ended."""

_NAMES = {
    "/": "slash", "]": "right_square_bracket", "[": "left_square_bracket", "'": "apostrophe", "?": "question_mark",
    ":": "colon", "(": "left_parenthesis", '"': "quotation_mark",
}  # fmt: skip


async def walk(beside: Beside) -> AsyncIterator[str]:
    """The names, one after another, each once the program shows it."""
    beside.here.browse.search_for(QUERY)
    await beside.settle()
    for name, keys in EVERY_SCREEN.items():
        for key in keys.split():
            await beside.key(_NAMES.get(key, key))
        await beside.settle()
        beside.look()
        yield name
