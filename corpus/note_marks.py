"""Where notes are called: raised or starred labels, `1/` of typewritten print, `[1]`, a label stuck to a word."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.rows import Row

LABEL = re.compile(r"\d{1,3}|[a-z]|\*{1,4}|†|‡")
STAR = re.compile(r"(?<=[^\s*])\s?(\*{1,4}|†|‡)(?![\w*])")
SLASHED_MARK = re.compile(r"(?<=[\w.,;:)”\"’'])\s{0,2}(\d{1,3}|\*)/(?=[\s.,;:)]|$)")


@dataclass(eq=False)
class FoundNote:
    """A note's rows; `cut` is the range of the label in the first row."""

    label: str
    rows: list[Row]
    cut: tuple[int, int]
    markers: list[FoundMarker] = field(default_factory=list)
    key: str = ""
    """What the format calls it, where its printed label is another: `fn-star`, or a number put beside an asterisk."""


@dataclass(eq=False)
class FoundMarker:
    """A marker in a row's text."""

    label: str
    row: Row
    start: int
    end: int
    note: FoundNote | None = None


def stuck(label: str) -> re.Pattern[str]:
    """A label stuck to the end of a word or sentence, as text without raised signs has it: "annexed.1", "07:10a"."""
    before = r"[^\W\d_]|[.,;:”\"’)»]" if label.isdigit() else r"[\d.,;:”\"’)»]"
    return re.compile(rf"(?<={before})({label})(?=[\s.,;:)]|$)")


def markers(found: list[Row], known: list[FoundNote]) -> list[FoundMarker]:
    """Every marker in rows that are text, in order. Asterisks and plain figures count only where a note bears them."""
    labels = {note.label for note in known}
    printed = {note.key: note.label for note in known if note.key}
    slashed = any(note.rows[0].text[note.cut[0] : note.cut[1]].endswith("/") for note in known)
    result: list[FoundMarker] = []
    for row in found:
        hits = _formatted(row, printed)
        hits += _beside(_starred(row), hits, labels)
        if slashed or not row.is_set:
            pattern = SLASHED_MARK if slashed else _BRACKETED
            hits += _beside(_patterned(row, pattern), hits, labels)
        result += _parted(sorted(hits, key=lambda hit: hit.start), row)
    return result


_BRACKETED = re.compile(r"(?<=\S)\s?\[(\d{1,3})\](?!\()")
_UNIT = re.compile(r"(?<![\w])(?:m|km|cm|mm|CO)$")


def _parted(hits: list[FoundMarker], row: Row) -> list[FoundMarker]:
    """Markers in order; the comma that parts two at one place goes with the first."""
    for hit, after in pairwise(hits):
        if row.text[hit.end : after.start].strip() == ",":
            hit.end = after.start
    return hits


def _formatted(row: Row, printed: dict[str, str]) -> list[FoundMarker]:
    """Markers that the format sets apart; `printed` has the labels of real footnotes by their keys."""
    hits: list[FoundMarker] = []
    taken: list[tuple[int, int]] = []
    for run in sorted(row.runs, key=lambda run: run.kind != "noteref"):
        if _overlaps(run.start, run.end, taken):
            continue
        known = len(hits)
        if run.kind == "noteref":
            label = printed.get(run.value, run.value)
            end = run.end
            if label != run.value and row.text[end : end + len(label)] == label:
                end += len(label)  # Beside an asterisk of its own, a number is the format's and not the print's.
            hits.append(FoundMarker(label, row, run.start, end))
        elif run.kind == "superscript" and not _UNIT.search(row.text, max(run.start - 2, 0), run.start):
            for match in re.finditer(r"[^\s,;()\[\]./]+", row.text[run.start : run.end]):
                if LABEL.fullmatch(match.group()):
                    hits.append(FoundMarker(match.group(), row, run.start + match.start(), run.start + match.end()))
        for hit in hits[known:]:
            insort(taken, (hit.start, hit.end))
    return hits


def _starred(row: Row) -> list[FoundMarker]:
    if not any(sign in row.text for sign in "*†‡"):
        return []
    return [FoundMarker(m[1], row, m.start(1), m.end(1)) for m in STAR.finditer(row.text)]


def _patterned(row: Row, pattern: re.Pattern[str]) -> list[FoundMarker]:
    return [
        FoundMarker(m[1], row, m.start(1) - (m.group().lstrip()[0] == "["), m.end()) for m in pattern.finditer(row.text)
    ]


def _beside(more: Iterable[FoundMarker], hits: Iterable[FoundMarker], labels: set[str]) -> list[FoundMarker]:
    """Those of `more` that a note bears and that stand where no other marker does."""
    taken = sorted((hit.start, hit.end) for hit in hits)
    return [hit for hit in more if hit.label in labels and not _overlaps(hit.start, hit.end, taken)]


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    """Whether a range holds a place of one that is taken; these are sorted and apart, so that the last one tells."""
    at = bisect_left(taken, end, key=lambda place: place[0])
    return at > 0 and taken[at - 1][1] > start
