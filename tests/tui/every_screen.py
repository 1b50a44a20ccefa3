"""Every screen and state of the program that one can see, and the keys that lead there from the one before."""

from __future__ import annotations

from collections.abc import AsyncIterator

from tests.tui.two_screens import Beside
from tui.screens.browse import Browse
from tui.screens.help import HelpScreen
from tui.screens.kept import KeptDialog
from tui.screens.lookup import LookupScreen
from tui.screens.notheld import NotHeldScreen
from tui.screens.palette import PaletteScreen
from tui.screens.plain import PlainScreen
from tui.screens.tables import LedgerScreen, WantListScreen
from tui.widgets.rows import ListDialog

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
    "a document that is not held": "enter",
    "way": "escape escape H",
    "bookmarks": "escape m '",
    "history": "escape R",
    "want-list": "escape W",
    "ledger": "escape L enter",
    "help": "escape escape ?",
    "palette": "escape : t h",
    "a completion": "escape escape / space s e n",
    "a query that is wrong": 'space f r o m : ( "',
    "zoomed": "escape f2 z",
    "plain": "P",
}
"""Name → keys. Said in order: each begins where the one before ended."""
SCREENS = {
    Browse, HelpScreen, KeptDialog, LedgerScreen, ListDialog, LookupScreen, NotHeldScreen, PaletteScreen, PlainScreen,
    WantListScreen,
}  # fmt: skip
"""The screens that one is then led through: all but that of the first use."""

_NAMES = {
    "/": "slash", "]": "right_square_bracket", "[": "left_square_bracket", "'": "apostrophe", "?": "question_mark",
    ":": "colon", "(": "left_parenthesis", '"': "quotation_mark",
}  # fmt: skip


async def walk(beside: Beside) -> AsyncIterator[str]:
    """The names, one after another, each once the program shows it: something else than the one before."""
    beside.here.browse.search_for(QUERY)
    await beside.settle()
    for name, keys in EVERY_SCREEN.items():
        before = beside.here.cells
        for key in keys.split():
            await beside.key(_NAMES.get(key, key))
        await beside.settle()
        assert beside.here.cells != before, f"{keys} shows nothing of {name}"
        beside.look()
        yield name
