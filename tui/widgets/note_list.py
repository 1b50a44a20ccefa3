"""All notes of a letter as rows, with where each is called; and the places of one that is called twice."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import Letter
from tui.view.marks import MarkKind, Marks, raised
from tui.widgets.rows import Row


def note_rows(letter: Letter, marks: Marks) -> tuple[list[Row], list[int]]:
    """A row for each note, and for each marker without one, in reading order; with the mark each row goes to."""
    rows: list[Row] = []
    targets: list[int] = []
    for index, mark in enumerate(marks.all):
        if mark.kind is MarkKind.HEAD and mark.note is not None:
            span = letter.blocks[mark.block].span
            text = letter.text[max(span.start, mark.end) : span.end]
            calls = marks.markers.get(mark.note, ())
            aside = ", ".join(_where(letter, marks, i) for i in calls) or "no marker in the text"
            rows.append(Row(f"{raised(mark.label)} {text}", aside, dim=not calls))
        elif mark.kind is MarkKind.MARKER and mark.note not in marks.heads:
            rows.append(Row(f"{raised(mark.label)} has no note", _where(letter, marks, index), dim=True))
        else:
            continue
        targets.append(index)
    return rows, targets


def place_rows(letter: Letter, marks: Marks, markers: Sequence[int]) -> list[Row]:
    """A row for each place a note is called from: the paragraph and the words before the marker."""
    rows = []
    for index in markers:
        mark = marks.all[index]
        start = max(letter.blocks[mark.block].span.start, mark.start - 60)
        rows.append(Row(f"…{letter.text[start : mark.start]}{raised(mark.label)}", _where(letter, marks, index)))
    return rows


def _where(letter: Letter, marks: Marks, index: int) -> str:
    return letter.blocks[marks.all[index].block].id
