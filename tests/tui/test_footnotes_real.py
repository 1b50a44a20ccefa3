"""Footnotes of every real PDF: each marker peeked at, jumped from and returned to."""

from __future__ import annotations

import json
from pathlib import Path

from corpus.letter import read_letter
from tests.tui.reading import Reading
from tui.places import Place
from tui.view.marks import MarkKind


async def test_every_marker_of_every_pdf_is_peeked_jumped_from_and_returned_to(letters: Path) -> None:
    labels = map(json.loads, (letters / "labels.jsonl").read_text("utf-8").splitlines())
    wanted = {row["slug"]: {str(m).strip("()[]. ") for m in row["footnote_markers"]} for row in labels}
    paths = sorted((letters / "pdf").glob("*.pdf"))
    assert len(paths) >= 100
    first = read_letter(paths[0])
    app, travelled = Reading(first), 0
    async with app.run_test(size=(80, 24)) as pilot:
        pane = app.pane
        for path in paths:
            letter = read_letter(path)
            pane.show(letter)
            pane.folded = frozenset()
            pane.stand(0)
            marks = pane.marks
            labelled = {note.label.strip("()[]. ") for note in letter.notes}
            assert wanted.get(path.stem, set()) <= labelled, path.name
            for index, mark in enumerate(marks.all):
                if mark.kind is not MarkKind.MARKER:
                    continue
                pane.go(mark.start)
                pane.peek_mark(index)
                assert pane.peek is not None, (path.name, mark)
                pane.open_peek(None)
                before: Place = pane.place()
                lines = app.screen_text
                if mark.note is None or mark.note not in marks.heads:
                    continue  # shown as a marker without a note: there is nowhere to jump
                pane.jump(index)
                head = marks.all[marks.heads[mark.note]]
                layout = pane.layout_now
                assert layout is not None
                line = layout.line_of(head.start)
                assert pane.top <= line < pane.top + pane.size.height, (path.name, mark)
                pane.restore(before)
                assert [row.replace("▌", " ").rstrip() for row in app.screen_text] == [
                    row.replace("▌", " ").rstrip() for row in lines
                ], (path.name, mark)
                travelled += 1
        await pilot.pause()
    assert travelled > 100
