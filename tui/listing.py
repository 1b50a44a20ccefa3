"""The letters of a library as a list, where there is no terminal to draw a screen on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.results import Request, Sort

if TYPE_CHECKING:
    from index.library import Library
    from tui.printing import Printer


def print_list(library: Library, printer: Printer) -> None:
    """Every letter, earliest first: ID, date, sender and title."""
    from tui.search_print import print_page

    everything = Request("", limit=library.count(), sort=Sort.DATE_OLDEST, facets=False, passages=0)
    print_page(library.search(everything), printer)
