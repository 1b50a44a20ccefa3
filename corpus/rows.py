"""Rows: the source's lines without their outer white space, which every step of reading sorts and joins.

A row keeps its place in the source to the code point, so that what is made of it can be traced back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.source import Line, Run, Source

_CELLS = re.compile(
    r" {3,}|\t+| +(?=Distr\.)|(?<=\w) +(?=ORIGINAL ?:|Original ?:)"
    r"|(?<=General|GENERAL|Limited|LIMITED|énérale|ENERALE|general) +(?=\d{1,2} \w+ (?:de )?(?:19|20)\d\d\b)"
    r"|(?<=session|SESSION) +(?=(?:Agenda )?[Ii]tems? \d)"
    r"|(?:(?<=Council)|(?<=Assembly)|(?<=Nations)|(?<=écurité)|(?<=énérale)|(?<=eguridad)|(?<=eneral))"
    r" +(?=\d{1,2}(?:er)? (?:de )?\w+ (?:de )?(?:19|20)\d\d$)|(?<=\w) +(?=\(Signed\))"
)
"""Gaps, and the words that open another line of a masthead, where a converter has written its lines as one."""


@dataclass(slots=True, eq=False)
class Row:
    """`text` is `Source.text[start:end]`, never empty; `runs` count from its start.

    Not frozen, though nothing changes it: there is one a line, and a frozen one takes five times as long to make.
    """

    start: int
    end: int
    text: str
    line: Line
    number: int
    """Of the line in the source."""
    blank: int
    """Empty lines above it."""
    lead: int
    """Spaces before it on its line."""
    runs: tuple[Run, ...] = ()

    @property
    def page(self) -> int:
        """Counted from 0."""
        return self.line.page

    @property
    def left(self) -> float:
        """Left edge in points, or the width of the leading spaces in characters where there are no points."""
        return self.line.left if self.line.left is not None else float(self.lead)

    @property
    def bold(self) -> bool:
        """Whether all of it, but for a sign or two, is bold."""
        if not self.runs:
            return False
        covered = sum(run.end - run.start for run in self.runs if run.kind == "bold")
        raised = sum(run.end - run.start for run in self.runs if run.kind == "superscript")
        length = len(self.text) - raised
        return covered >= 0.9 * length or covered >= length - 2 > 3

    @property
    def is_set(self) -> bool:
        """Whether the format gave its place on the page."""
        return self.line.top is not None

    def unmarked(self) -> str:
        """The text without what is raised in it and without the markers of real footnotes."""
        gone = {at for run in self.runs if run.kind in ("superscript", "noteref") for at in range(run.start, run.end)}
        return "".join(char for at, char in enumerate(self.text) if at not in gone) if gone else self.text

    def part(self, start: int, end: int) -> Row:
        """The row cut to a range of its text, trimmed; the range must hold more than space."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        runs = tuple(
            replace(run, start=max(run.start, start) - start, end=min(run.end, end) - start)
            for run in self.runs
            if run.start < end and run.end > start
        )
        blank = self.blank if start == 0 else 0
        return Row(
            self.start + start,
            self.start + end,
            self.text[start:end],
            self.line,
            self.number,
            blank,
            self.lead + start,
            runs,
        )

    def cells(self) -> list[Row]:
        """The row cut where wide gaps, or the words that open another column of a masthead, part it."""
        cuts = [0, *(m.end() for m in _CELLS.finditer(self.text)), len(self.text)]
        return [self.part(a, b) for a, b in pairwise(cuts) if self.text[a:b].strip()]


def rows(source: Source) -> list[Row]:
    """Every line that holds anything, in the source's order."""
    found: list[Row] = []
    blank = 0
    for number, line in enumerate(source.lines):
        text = source.text[line.start : line.end]
        inner = text.strip()
        if not inner:
            blank += 1
            continue
        lead = len(text) - len(text.lstrip())
        runs = line.runs if inner == text else _within(line.runs, lead, len(inner))
        start = line.start + lead
        found.append(Row(start, start + len(inner), inner, line, number, blank, lead, runs))
        blank = 0
    return found


def _within(runs: tuple[Run, ...], lead: int, size: int) -> tuple[Run, ...]:
    """The runs of a line counted from the row's start, `lead` characters in, and cut to its `size`."""
    return tuple(
        replace(run, start=max(run.start - lead, 0), end=min(run.end - lead, size))
        for run in runs
        if run.end > lead and run.start < lead + size
    )


def pitch(found: list[Row]) -> float:
    """The common distance of two printed lines in points; 0 where the format has no places."""
    steps = sorted(
        b.line.top - a.line.top
        for a, b in pairwise(found)
        if a.page == b.page and a.line.top is not None and b.line.top is not None and 4 < b.line.top - a.line.top < 40
    )
    return steps[len(steps) // 2] if steps else 0.0
