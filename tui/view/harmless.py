"""The door that every line of every widget goes through, Textual's own widgets included, before it is painted.

What a letter says is cleaned where it becomes a row, a line or a sentence. Who forgets that meets this door: in a frame
a control sequence of a letter's could not be told from one of Textual's.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from corpus.clean import shown_together
from tui.view.wrap import narrow


class Harmless(LineFilter):
    """Shows what could act, and floods of marks cut to eight; a line without either costs a look at each piece."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same pieces, their texts harmless."""
        if narrow("".join([text for text, _, _ in segments])):
            return segments
        texts = shown_together([text for text, _, _ in segments])
        return [
            Segment(text.replace("\t", " ").replace("\n", " "), style, control)
            for text, (_, style, control) in zip(texts, segments, strict=True)
        ]
