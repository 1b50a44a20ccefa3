"""`python -m tests.e2e.recorded FILE WORDS…`: the program, and in FILE what it painted and what met the last door.

`painted` are the classes of the widgets and screens that were drawn, their bases too; `forgotten` the texts that came
to the last door (`tui.view.harmless`) with something in them that could act: whoever made them forgot to clean them.
"""

from __future__ import annotations

import atexit
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.widget import Widget

from corpus.clean import visible
from tui.cli import main
from tui.view.harmless import Harmless

record = Path(sys.argv.pop(1))
painted: set[str] = set()
forgotten: set[str] = set()
filters_of = Widget.get_line_filters
apply_of = Harmless.apply


def get_line_filters(self: Widget) -> Sequence[LineFilter]:
    """What a widget asks for when it is painted."""
    painted.update(f"{c.__module__}.{c.__qualname__}" for c in (*type(self).__mro__, *type(self.screen).__mro__))
    return filters_of(self)


def apply(self: Harmless, segments: list[Segment], background: Color) -> list[Segment]:
    """The last door."""
    for text, _, _ in segments:
        whole = text.replace("\u200c", "").replace("\u200d", "")  # spelling, beside which a line may be cut
        if visible(whole) != whole or "\t" in whole or "\n" in whole:
            forgotten.add(text)
    return apply_of(self, segments, background)


Widget.get_line_filters = get_line_filters  # type: ignore[method-assign]
Harmless.apply = apply  # type: ignore[method-assign]
atexit.register(lambda: record.write_text(json.dumps({"painted": sorted(painted), "forgotten": sorted(forgotten)})))
main()
