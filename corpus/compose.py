"""From sorted rows to a letter's text: blocks with their ids, notes after their part, furniture last."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from corpus import blocks, heading, joins, signatures, title_words, titles
from corpus.joins import Cut
from corpus.model import BlockKind, Marker, Note, Part, Signature, Span
from corpus.note_marks import FoundNote
from corpus.offsets import Composer
from corpus.paragraphs import Group
from corpus.parts import Head, Place
from corpus.rows import Row
from corpus.source import Source
from corpus.zones import Zones

_LETTERS = {
    BlockKind.MASTHEAD: "m",
    BlockKind.TITLE: "t",
    BlockKind.HEADING: "h",
    BlockKind.SIGNATURE: "s",
    BlockKind.MARK: "k",
    BlockKind.FURNITURE: "f",
}
_BY_LINE = (BlockKind.TABLE, BlockKind.SIGNATURE)
_ORIGINAL = re.compile(r"(?:Original|Оригинал)\s*:\s*(?P<language>[^\]]+)", re.IGNORECASE)


@dataclass
class Composed:
    """What composing gave, beside the text and blocks of `composer`."""

    composer: Composer
    notes: list[Note] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


class _Writer:
    def __init__(self, source: Source, zones: Zones) -> None:
        self.zones = zones
        self.words = joins.Words(source.text)
        self.cuts = _cuts(zones)
        self.done = Composed(Composer(source))
        self.counts: Counter[tuple[str, str]] = Counter()
        self.note_ids: dict[FoundNote, str] = {}

    def id(self, part: str, letter: str) -> str:
        self.counts[part, letter] += 1
        own = f"{letter}{self.counts[part, letter]}"
        return f"{part}.{own}" if part else own

    def add(
        self,
        kind: BlockKind,
        found: list[Row],
        part: str = "",
        level: int = 0,
        name: str = "",
        cells: dict[Row, str] | None = None,
    ) -> Span:
        fragments = joins.fragments(found, self.cuts, self.words, lines=kind in _BY_LINE, cells=cells)
        block_id = self.id(part, _LETTERS.get(kind, "p"))
        return self.done.composer.add(block_id, kind, fragments, part, level, name)

    def text(self, span: Span) -> str:
        return self.done.composer.text[span.start : span.end]

    def region(self, part: str) -> list[tuple[Group, Span]]:
        groups = blocks.gather(self.zones.regions[part], self.zones.measure)
        _offices_above(groups)
        if part:
            _titled(groups)
        written = []
        for group in groups:
            span = self.add(group.kind, group.rows, part, group.level, cells=group.glue)
            written.append((group, span))
            if group.kind is BlockKind.SIGNATURE:
                for name, lines in signatures.read_all([row.text for row in group.rows]):
                    self.done.signatures.append(Signature(name, lines, span, part))
        self.notes(part)
        return written

    def notes(self, part: str) -> None:
        own = [note for note in self.zones.notes if self.part_of(note) == part]
        taken = {note.label for note in own if note.label.isdigit()}
        free = max((int(label) for label in taken), default=0)
        seen: set[str] = set()
        for note in own:
            number = note.label if note.label.isdigit() and note.label not in seen else ""
            if not number:
                free += 1
                number = str(free)
            seen.add(note.label)
            note_id = f"{part}.n{int(number)}" if part else f"n{int(number)}"
            fragments = joins.fragments(note.rows, self.cuts, self.words)
            span = self.done.composer.add(note_id, BlockKind.NOTE, fragments, part)
            self.note_ids[note] = note_id
            self.done.notes.append(Note(note_id, note.label, span, part))

    def part_of(self, note: FoundNote) -> str:
        return self.zones.part_of[(note.markers[0].row if note.markers else note.rows[0])]

    def part(self, head: Head, place: Place) -> None:
        self.add(BlockKind.TITLE, self.zones.head_rows[place.id], place.id)
        written = self.region(place.id)
        title, language = head.title, None
        for group, span in written[:6]:
            if group.kind is BlockKind.MARK:
                match = _ORIGINAL.search(self.text(span))
                language = match["language"].strip() if match and language is None else language
            elif group.kind is BlockKind.HEADING and not title:
                title = self.text(span)
            elif not title:
                break
        dated, author = _annexed(title, written, self)
        if author is None:
            author = next((s.name for s in self.done.signatures if s.part == place.id and s.name), None)
        self.done.parts.append(Part(place.id, head.kind, head.label, title, place.parent, dated, author, language))

    def finish(self) -> None:
        for row, name in self.zones.furniture.items():
            self.add(BlockKind.FURNITURE, [row], name=name)
        found = {(mark.row.start + mark.start): mark for mark in self.zones.markers}
        for placed in self.done.composer.placed:
            mark = found[placed.start]
            note = self.note_ids.get(mark.note) if mark.note else None
            self.done.markers.append(Marker(placed.label, placed.at, placed.block, note))


def compose(source: Source, zones: Zones) -> Composed:
    """Write every row of `zones` into one text."""
    writer = _Writer(source, zones)
    for index, row in enumerate(zones.head):
        writer.add(BlockKind.MASTHEAD, [row], name=zones.facts.names.get(index) or "line")
    if zones.title:
        writer.add(BlockKind.TITLE, zones.title)
    writer.region("")
    for head, place in zones.heads:
        writer.part(head, place)
    writer.finish()
    return writer.done


def _cuts(zones: Zones) -> dict[Row, list[Cut]]:
    cuts: dict[Row, list[Cut]] = {}
    for mark in zones.markers:
        cuts.setdefault(mark.row, []).append((mark.start, mark.end, "marker", mark.label))
    for note in zones.notes:
        if note.cut[1]:
            cuts.setdefault(note.rows[0], []).append((*note.cut, "label", note.label))
    return cuts


def _offices_above(groups: list[Group]) -> None:
    """Give a signature the office on the lines just above "(Signed)": French prints, and raw copies, have it there."""
    for before, group in pairwise(groups):
        if group.kind is not BlockKind.SIGNATURE or before.kind is not BlockKind.PARAGRAPH or group.rows[0].is_set:
            continue
        if group.rows[0].blank and not before.last.text.endswith(",") and not before.rows[0].text.endswith(","):
            continue
        if all(signatures.office_above(row) for row in before.rows):
            group.rows[:0] = before.rows
            before.rows = []
    groups[:] = [group for group in groups if group.rows]


_NO_TITLE = re.compile(
    r"(?:Dear|Excellenc|Sir\b|Madam|Your|Monsieur|Madame|Señor|Excelenc|Mr\.|I )|.*[.,;:!?…]$|\W*$"
    r"|(?!Message|Statement|Communiqu|Declaration|Report|Joint|Press|Speech|Resolution|Agreement).*\b(?:19|20)\d\d$"
)


def _titled(groups: list[Group]) -> None:
    """A short line that begins an annex and ends no sentence is its title, where nothing is set bold to show it."""
    first = next((group for group in groups if group.kind is not BlockKind.MARK), None)
    if first is None or first.kind is not BlockKind.PARAGRAPH or first is groups[-1] or len(first.rows) > 3:
        return
    words = heading.words(first.rows)
    if len(words) < 200 and words[:1].isupper() and not _NO_TITLE.match(words):
        first.kind = BlockKind.HEADING


def _annexed(title: str, written: list[tuple[Group, Span]], writer: _Writer) -> tuple[str | None, str | None]:
    """Date and author of an annexed communication, as its own title tells them."""
    for text in [title, *(writer.text(span) for _, span in written[:3])]:
        if title_words.KIND.match(text) and len(text) < 400:
            senders, _ = titles.read(text)
            author = " and ".join(f"{p.office} of {p.of}" if p.of else p.office for p in senders)
            return titles.date_of(text), author or None
    return None, None
