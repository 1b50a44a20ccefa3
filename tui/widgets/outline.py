"""The outline of a letter: its headings and parts as rows, each with the offset or the part it stands for."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import BlockKind, Letter
from tui.view.facts import in_words
from tui.widgets.rows import Row


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline: where it leads, and the part it can fold, `""` for none."""

    row: Row
    offset: int
    part: str = ""


def outline(letter: Letter, folded: frozenset[str]) -> list[Entry]:
    """The letter itself, its headings, then its parts with theirs; what is folded says so and hides its headings."""
    entries = [Entry(Row("The letter"), 0)]
    entries += _headings(letter, "", 1)
    for part in letter.parts:
        blocks = [b for b in letter.blocks if b.part == part.id]
        depth = part.id.count(".")
        if not blocks or any(part.id.startswith(f + ".") for f in folded):
            continue
        shut = part.id in folded
        name = " · ".join(filter(None, (part.label, part.title)))
        about = ", ".join(filter(None, (part.author, in_words(part.date) if part.date else "", part.language)))
        count = sum(1 for b in blocks if b.id.rpartition(".")[2].startswith("p"))
        aside = " · ".join(filter(None, (about, f"{count} ¶", "folded" if shut else "")))
        entries.append(Entry(Row(f"{'▸' if shut else '▾'} {name}", aside, depth), blocks[0].span.start, part.id))
        if not shut:
            entries += _headings(letter, part.id, depth + 1)
    return entries


def _headings(letter: Letter, part: str, depth: int) -> list[Entry]:
    found = [b for b in letter.blocks if b.part == part and b.kind is BlockKind.HEADING]
    return [Entry(Row(b.span.of(letter.text), "", depth + min(b.level, 4)), b.span.start) for b in found]
