"""A source's rows sorted: masthead, title, body, annexes, notes and furniture, each row in one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus import footnotes, furniture, heading, masthead, note_marks, pairing, parts, rows, runon
from corpus.masthead import Masthead
from corpus.measure import Measure, measure
from corpus.note_marks import FoundMarker, FoundNote
from corpus.rows import Row
from corpus.source import Source

TITLE_WITHIN = 90
"""Rows above a title at most: the longest masthead seen has 40, with each cell a row."""
_ARCHIVE = re.compile(
    r"(?:Letter|Cablegram|Telegram|Note|Cable|Despatch)(?: [\w/-]{1,12})?,? [A-Z][\w ,.-]{2,40}\d{1,2} \w+,? \d{4}"
)
_PROSE = re.compile(r"[a-z]{2,}[^.]{60,}")


@dataclass
class Zones:
    """Where every row belongs; `regions` has the rows of each part's text, `""` the letter's own."""

    head: list[Row]
    """Of the masthead, each cell a row."""
    title: list[Row]
    regions: dict[str, list[Row]]
    heads: list[tuple[parts.Head, parts.Place]]
    head_rows: dict[str, list[Row]]
    furniture: dict[Row, str]
    notes: list[FoundNote]
    markers: list[FoundMarker]
    part_of: dict[Row, str]
    measure: Measure
    facts: Masthead = field(default_factory=Masthead)


def sort(source: Source) -> Zones:
    """Sort the rows of `source`."""
    found = _cells(runon.part(rows.rows(source)))
    names = {found[index]: name for index, name in furniture.find(found).items()}
    how = measure(found, rows.pitch(found), source.tables, paged=source.paged)
    notes = footnotes.notes(found, names, how.size)
    noted = {row for note in notes for row in note.rows}
    text = [row for row in found if row not in names and row not in noted]
    begin, end = _title(text)
    heads = parts.heads(text, end)
    places = parts.nest(heads)
    part_of, regions, head_rows = _regions(found, text, end, heads, places)
    marks = note_marks.markers([row for row in found if row not in names and row not in noted], notes)
    zones = Zones(
        text[:begin],
        text[begin:end],
        regions,
        list(zip(heads, places, strict=True)),
        head_rows,
        names,
        notes,
        marks,
        part_of,
        how,
    )
    _pair(zones, text)
    zones.facts = masthead.read(zones.head)
    return zones


def _cells(found: list[Row]) -> list[Row]:
    """Rows with those above the title cut into their cells, and two signatures on one line parted."""
    title = _first_title(found)
    limit = title.first if title else 0
    result: list[Row] = []
    for index, row in enumerate(found):
        if index < limit or row.text.count("(Signed)") > 1:
            result += row.cells()
        else:
            result.append(row)
    return result


def _first_title(found: list[Row]) -> heading.Title | None:
    """The title, if it stands where a title stands: on a printed first page, with no prose above it.

    In text a few empty lines look like the end of a page, so that pages tell nothing there.
    """
    title = heading.find(found, 0, TITLE_WITHIN)
    if title is None or (found[title.first].is_set and found[title.first].page):
        return None
    prose = [row for row in found[: title.first] if len(row.text) > 90 and row.text.endswith(".")]
    return None if prose else title


def _title(text: list[Row]) -> tuple[int, int]:
    """First and last row of the title; where there is none, both are the end of the masthead."""
    title = _first_title(text)
    if title and not masthead.of_another_series(masthead.read(text[: title.first]).symbols):
        return title.first, title.last
    for index, row in enumerate(text[:40]):
        if _ARCHIVE.fullmatch(row.text):
            return index, index + 1
    facts = masthead.read(text[:40])
    named = [index for index, name in facts.names.items() if name and not _PROSE.search(text[index].text)]
    if not {"symbol", "distribution"} & set(facts.names.values()) and not _dated_organ(facts.names):
        return 0, 0
    end = max(named, default=-1) + 1
    return end, end


def _dated_organ(names: dict[int, str]) -> bool:
    """Whether a date stands just below an organ among the first rows: a page that has lost symbol and distribution."""
    return any(names.get(index) == "organ" and names.get(index + 1) == "date" for index in range(12))


def _regions(
    found: list[Row], text: list[Row], end: int, heads: list[parts.Head], places: list[parts.Place]
) -> tuple[dict[Row, str], dict[str, list[Row]], dict[str, list[Row]]]:
    starts = {text[head.first]: place.id for head, place in zip(heads, places, strict=True)}
    head_rows = {place.id: text[head.first : head.last] for head, place in zip(heads, places, strict=True)}
    taken = {row for group in head_rows.values() for row in group} | set(text[:end])
    regions: dict[str, list[Row]] = {"": [], **{place.id: [] for place in places}}
    part_of: dict[Row, str] = {}
    current = ""
    textual = set(text)
    for row in found:
        current = starts.get(row, current)
        part_of[row] = current
        if row in textual and row not in taken:
            regions[current].append(row)
    return part_of, regions, head_rows


def _pair(zones: Zones, text: list[Row]) -> None:
    pairing.pair(zones.notes, zones.markers, zones.part_of)
    after = -1
    for note in zones.notes:
        if not note.markers:
            mark = pairing.by_sequence(note, text, after)
            if mark:
                mark.note = note
                note.markers.append(mark)
                zones.markers.append(mark)
        if note.markers:
            after = max(after, note.markers[0].row.start + note.markers[0].start)
    zones.markers.sort(key=lambda mark: (mark.row.start, mark.start))
