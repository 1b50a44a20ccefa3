"""Letters as the Organization prints them, in PDF: masthead, rules, running heads, footnotes at the foot of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF

from tests.sample.markup import Item, Run, Source, runs

LEFT, RIGHT, TOP, FOOT = 123.0, 488.0, 88.0, 722.0
"""The column of text on US Letter paper, in points from the top left corner, as measured on real pages."""
SYMBOL = re.compile(r"(?<![\w-])[ASE]/[\w/.]*\d")
STYLES = {"plain": "", "bold": "B", "italic": "I"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or part of one, at `x` in its line."""

    x: float
    run: Run


@dataclass(slots=True)
class Line:
    """A line of print and the notes whose markers stand in it."""

    pieces: list[Piece] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class Press:
    """Sets a `Source` line by line; a note that does not fit is carried over to the next page."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.era = source.head.get("era", "modern")
        self.family = "Courier" if self.era == "typed" else "Times"
        self.pdf = FPDF(unit="pt", format="letter")
        self.pdf.set_creation_date(datetime(2024, 1, 2, tzinfo=UTC))
        self.pdf.set_title(source.head["symbol"].replace("–", "-"))
        self.pdf.core_fonts_encoding = "windows-1252"
        self.pdf.set_auto_page_break(False)
        self.y = TOP
        self.notes: list[tuple[str, Line]] = []
        self.carried: list[tuple[str, Line]] = []
        self.fresh = True

    def say(self, x: float, y: float, text: str, size: float = 10, style: str = "") -> float:
        """Prints `text` with its foot at `y`; returns where it ends."""
        self.pdf.set_font(self.family, style, size)
        self.pdf.text(x, y, text)
        return x + float(self.pdf.get_string_width(text))

    def width(self, run: Run, size: float) -> float:
        """How wide `run` is in points."""
        self.pdf.set_font(self.family, STYLES.get(run.style, ""), size * 0.65 if run.style == "marker" else size)
        return float(self.pdf.get_string_width(run.text))

    def wrap(
        self, text: str, size: float, left: float, right: float, notes: dict[str, str], first: float = 0
    ) -> list[Line]:
        """`text` in lines between `left` and `right`; the first one starts `first` points further in."""
        lines, x = [Line()], left + first
        for word in words(text):
            wide = sum(self.width(run, size) for run in word)
            if x + wide > right and lines[-1].pieces:
                lines.append(Line())
                x = left
            for run in word:
                lines[-1].pieces.append(Piece(x, run))
                lines[-1].notes += [run.text] if run.style == "marker" and run.text in notes else []
                x += self.width(run, size)
            x += self.width(Run(" "), size)
        return lines

    def print_line(self, line: Line, y: float, size: float) -> None:
        """Prints a wrapped line, joining words of one style so that a reader gets whole phrases."""
        joined: list[Piece] = []
        for piece in line.pieces:
            last = joined[-1] if joined else None
            if last and last.run.style == piece.run.style != "marker":
                gap = " " if piece.x - last.x - self.width(last.run, size) > 0.5 else ""
                joined[-1] = Piece(last.x, Run(last.run.text + gap + piece.run.text, piece.run.style))
            else:
                joined.append(piece)
        for piece in joined:
            marker = piece.run.style == "marker"
            shift, points = (3.2, size * 0.65) if marker else (0.0, size)
            self.link(piece, y, size)
            self.say(piece.x, y - shift, piece.run.text, points, STYLES.get(piece.run.style, ""))

    def link(self, piece: Piece, y: float, size: float) -> None:
        """Links the symbols in `piece`; of a joint symbol the first half only, as the Organization's editors do."""
        for match in SYMBOL.finditer(piece.run.text):
            before = piece.x + self.width(Run(piece.run.text[: match.start()], piece.run.style), size)
            wide = self.width(Run(match[0], piece.run.style), size)
            self.pdf.link(before, y - size, wide, size + 2, f"https://documents.example/en/{match[0]}")

    @property
    def room(self) -> float:
        """What is left between the last line and the notes, in points."""
        height = sum(9.6 for _ in self.notes) + (16 if self.notes else 0)
        return FOOT - (34 if self.pdf.page == 1 else 0) - height - self.y

    def note_lines(self, label: str, text: str) -> list[tuple[str, Line]]:
        """A footnote in lines of small print; the first carries its label."""
        lines = self.wrap(text, 8.5, LEFT + 12, RIGHT, {})
        return [(label if i == 0 else "", line) for i, line in enumerate(lines)]

    def put(self, line: Line, size: float, leading: float, texts: dict[str, str]) -> None:
        """Puts a line on the page with the notes it calls; begins a new page where there is no room for both."""
        wanted = [entry for label in line.notes for entry in self.note_lines(label, texts[label])]
        if self.room < leading + (26 if wanted else 0):
            self.turn()
        self.y += leading
        self.print_line(line, self.y, size)
        while wanted and self.room > 9.6:
            self.notes.append(wanted.pop(0))
        self.carried += wanted

    def turn(self) -> None:
        """Closes the page with its notes and its foot, and opens the next one."""
        self.close()
        self.pdf.add_page()
        self.y = TOP - 10
        self.running_head()
        self.notes, self.carried = self.carried, []

    def close(self) -> None:
        """Prints the notes of the page above its foot."""
        if not self.notes:
            return
        y = FOOT - (34 if self.pdf.page == 1 else 0) - 9.6 * len(self.notes)
        self.pdf.set_line_width(0.5)
        self.pdf.line(LEFT - 12, y - 10, LEFT + 60, y - 10)
        for label, line in self.notes:
            if label:
                self.say(LEFT, y - 2.6, label, 5.8)
            self.print_line(line, y, 8.5)
            y += 9.6
        self.notes = []

    def running_head(self) -> None:
        """The symbols at the outer corner: left on even pages, right on odd ones; typed pages repeat them too."""
        page, symbols = self.pdf.page, [s.rstrip("*") for s in self.source.symbols]
        for row, symbol in enumerate(symbols):
            self.pdf.set_font(self.family, "B", 9)
            x = 60.0 if page % 2 == 0 else 552 - float(self.pdf.get_string_width(symbol))
            self.say(x, 46 + 11 * row, symbol, 9, "B")
        self.pdf.set_line_width(0.5)
        self.pdf.line(60, 46 + 11 * len(symbols), 552, 46 + 11 * len(symbols))

    def feet(self) -> None:
        """Job number and barcode text on the first page, page numbers on the others, once their count is known."""
        job, total = self.source.head["job"], self.pdf.pages_count
        number = job.split()[0].rstrip("*")
        for page in range(1, total + 1):
            self.pdf.page = page
            if page == 1:
                self.say(64, 740, job, 9)
                if self.era == "modern":
                    self.say(64, 752, "*" + re.sub(r"\D", "", number) + "*", 8)
            elif page % 2 == 0:
                self.say(60, 752, f"{page}/{total}", 9, "B")
                self.say(510, 752, number, 8)
            else:
                self.say(60, 752, number, 8)
                self.say(534, 752, f"{page}/{total}", 9, "B")

    def save(self, path: Path) -> None:
        """Sets the whole letter and writes it."""
        from tests.sample.masthead import print_masthead

        self.pdf.add_page()
        self.y = print_masthead(self)
        texts = self.source.title.notes
        for label, text in texts.items():
            if label.startswith("*"):
                self.notes += self.note_lines(label, text)
        for item in self.source.items:
            self.item(item)
        while self.notes or self.carried:
            self.turn() if self.carried else self.close()
        self.feet()
        path.write_bytes(bytes(self.pdf.output()))

    def item(self, item: Item) -> None:
        """Sets one item after the other."""
        if item.kind == "break":
            self.turn()
        elif item.kind == "table":
            self.table(item)
        elif item.kind == "signature":
            self.block(item, 10, 340, 12, indent=0)
        elif item.kind in ("title", "part", "heading"):
            self.heading(item)
        else:
            self.y += 6
            for line in self.wrap(item.text, 10, LEFT, RIGHT, item.notes, first=24):
                self.put(line, 10, 12.5, item.notes)

    def heading(self, item: Item) -> None:
        """A title or heading: bold, or underlined where a page was typed."""
        size = {"title": 12.0, "part": 12.0, "heading": 10.5}[item.kind]
        self.y += 12
        style = "{}" if self.era == "typed" else "**{}**"
        right = RIGHT - (0 if item.kind == "title" else 40)
        for line in self.wrap(style.format(item.text), size if self.era != "typed" else 10, LEFT, right, {}):
            self.put(line, size if self.era != "typed" else 10, size + 2, {})
        self.y += 4

    def block(self, item: Item, size: float, left: float, leading: float, indent: float) -> None:
        """Lines kept as they are, a signature for one."""
        self.y += 18
        if self.room < leading * (len(item.lines) + 1):
            self.turn()
        for row, text in enumerate(item.lines):
            for line in self.wrap(text, size, left + (indent if row else 0), 560, {}):
                self.put(line, size, leading, {})

    def table(self, item: Item) -> None:
        """A table between rules; its lettered notes stand right under it, not at the foot of the page."""
        self.y += 10
        for number, row in enumerate(item.rows):
            line = Line()
            for column, cell in enumerate(row):
                text = f"*{cell}*" if number == 0 and "{" not in cell else cell
                line.pieces += [
                    p for wrapped in self.wrap(text, 9, LEFT + 120 * column, 600, {}) for p in wrapped.pieces
                ]
            self.put(line, 9, 12, {})
            if number == 0:
                self.pdf.line(LEFT, self.y + 3, RIGHT, self.y + 3)
        self.y += 8
        for label, text in item.notes.items():
            for first, line in self.note_lines(label, text):
                self.y += 10
                if first:
                    self.say(LEFT + 4, self.y - 2.6, first, 5.8)
                self.print_line(line, self.y, 8.5)


def words(text: str) -> list[list[Run]]:
    """The words of `text`, each as runs; a marker belongs to the word before it."""
    found: list[list[Run]] = [[]]
    for run in runs(text):
        if run.style == "marker":
            found[-1].append(run)
            continue
        for number, bit in enumerate(run.text.split(" ")):
            if number:
                found.append([])
            if bit:
                found[-1].append(Run(bit, run.style))
    return [word for word in found if word]
