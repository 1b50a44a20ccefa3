"""The small markup the sample's DOCX and PDF letters are written in.

    @symbol A/61/350–S/2006/688      a line of the head: key and value, parts between `;` or `|`
    # Title   ## Annex   ### Heading
    a paragraph, *italic*, **bold**, with a footnote's marker{1}
    {1} the note, right after the paragraph that calls it
    >> a line of a signature         | a | row | of a table       === a new page

Paragraphs are separated by a blank line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

INLINE = re.compile(r"\{(?P<marker>[^{}]+)\}|\*\*(?P<bold>[^*]+)\*\*|\*(?P<italic>[^*]+)\*")
PREFIXES = (
    ("### ", "heading"),
    ("## ", "part"),
    ("# ", "title"),
    (">> ", "signature"),
    ("| ", "table"),
    ("===", "break"),
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style: `plain`, `bold`, `italic` or `marker`."""

    text: str
    style: str = "plain"


@dataclass(slots=True)
class Item:
    """A piece of the letter; `notes` are the footnotes that it calls, by marker."""

    kind: str
    lines: list[str]
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The lines of a paragraph as one."""
        return " ".join(self.lines)

    @property
    def rows(self) -> list[list[str]]:
        """The cells of a table, row by row."""
        return [[cell.strip() for cell in line.strip("| ").split("|")] for line in self.lines]


@dataclass(frozen=True, slots=True)
class Source:
    """A letter as written: its head and its items, in order."""

    name: str
    head: dict[str, str]
    items: list[Item]

    def parts(self, key: str, by: str = "|") -> list[str]:
        """The parts of a head line, `[]` where there is none."""
        return [part.strip() for part in self.head.get(key, "").split(by) if part.strip()]

    @property
    def symbols(self) -> list[str]:
        """Its symbols, one by one, with the asterisk of a reissue where it has one."""
        return [s.strip() for s in re.split(r"[–;]", self.head["symbol"])]

    @property
    def title(self) -> Item:
        """The title; it carries the notes of the masthead."""
        return next(item for item in self.items if item.kind == "title")


def runs(text: str) -> list[Run]:
    """`text` cut into runs of one style."""
    found, last = [], 0
    for match in INLINE.finditer(text):
        found += [Run(text[last : match.start()])] if match.start() > last else []
        style = str(match.lastgroup)
        found.append(Run(match[style], style))
        last = match.end()
    return found + ([Run(text[last:])] if last < len(text) else [])


def read(path: Path) -> Source:
    """The letter written in `path`."""
    head: dict[str, str] = {}
    items: list[Item] = []
    for chunk in path.read_text("utf-8").split("\n\n"):
        lines = chunk.strip("\n").split("\n")
        if lines[0].startswith("@"):
            head.update({key: value for key, _, value in (line[1:].partition(" ") for line in lines)})
        elif note := re.fullmatch(r"\{([^{}]+)\} (.+)", lines[0]):
            items[-1].notes[note[1]] = note[2]
        else:
            kind, cut = next(((k, len(p)) for p, k in PREFIXES if lines[0].startswith(p)), ("paragraph", 0))
            items.append(Item(kind, [line if kind == "table" else line[cut:] for line in lines]))
    return Source(path.stem, head, items)
