"""PDF through pypdfium2: the library's text and line breaks, and boxes asked only where they decide something.

Per line three boxes are asked (first, middle, last character): they give its edges, its size and, by comparison, what
is raised. Every other question is put only where the text gives cause: digits before a word's end (raised or not), the
gaps of lines that are too wide for their letters (columns, tables), links, rules. A box costs 0.8 µs, a page's text
1.4 ms; all boxes of all characters would cost as much again as the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.errors import UnreadableFile
from corpus.readers import pdf_layout
from corpus.readers.draft import Draft, close_up
from corpus.readers.pdf_layout import Row
from corpus.readers.pdf_page import Page, is_raised
from corpus.source import Line, Run

MAX_PAGES = 3_000
PADDING = 1.5
"""Points by which the Organization's link areas reach beyond their words, into a bracket or a space."""
_RULE = re.compile(r"_{5,}\s*")
# A note's sign: raised digits or letters, or asterisks; but no barcode (*2504214*).
_NOTED = re.compile(r"\d{1,3}\b|[a-z]\b|\*+(?!\w+\*)")
# A heading's marker is not bold where its words are.
_MARKER_LAST = re.compile(r"(?<=[^\W\d_])[\d*]{1,3}$")
_CANDIDATE = re.compile(r"\d{1,4}(?!\d)")


def read(data: bytes) -> Draft:
    """Lines page by page, in the order of the page's own text; the two columns of a masthead one after the other."""
    import pypdfium2
    from pypdfium2 import PdfiumError

    try:
        document = pypdfium2.PdfDocument(data)
    except PdfiumError as error:
        raise _unreadable(str(error)) from None
    try:
        return _read(document)
    finally:
        document.close()


def _unreadable(reason: str) -> UnreadableFile:
    if "password" in reason.lower():
        return UnreadableFile("is encrypted and needs a password.", "Save a copy without a password.")
    return UnreadableFile("is a damaged PDF: its pages cannot be found.", "Fetch it again.")


def _read(document: object) -> Draft:
    draft = Draft("pdf", paged=True)
    count = len(document)  # type: ignore[arg-type]
    if count > MAX_PAGES:
        raise UnreadableFile(f"has {count:,} pages; at most {MAX_PAGES:,} are read.", "Split it into smaller files.")
    pictures = []
    for number in range(count):
        with Page(document, number) as page:
            before = len(draft)
            _read_page(draft, page, number)
            if page.is_picture():
                pictures.append(number + 1)
            if len(draft) == before and not page.ok:
                draft.warnings.append(f"page {number + 1} is damaged and was not read")
    if not any(text.strip() for text in draft.texts()):
        raise UnreadableFile("has no text layer.", "Run it through OCR, for example ocrmypdf.")
    if pictures:
        draft.warnings.append(f"no text on {_pages(pictures)}: a picture; OCR (for example ocrmypdf) would read it")
    return draft


def _pages(numbers: list[int]) -> str:
    return f"page {numbers[0]}" if len(numbers) == 1 else f"pages {', '.join(map(str, numbers[:20]))}"


def _read_page(draft: Draft, page: Page, number: int) -> None:
    rows = pdf_layout.rows(page)
    first = len(draft)
    if number == 0:
        placed = pdf_layout.masthead(rows, page)
    else:
        placed = [(row, 0) for row in rows]
    rule = _rule_top(page, rows)
    links = page.links()
    for row, column in placed:
        below = rule is not None and row.middle > rule
        left, right, top, size = round(row.left, 1), round(row.right, 1), round(row.top, 1), round(row.size, 1)
        line = Line(0, 0, number, (), left, right, top, size, below, "", column, row.rtl)
        text, runs = close_up(row.text, _runs(page, row, links))
        draft.add(text, line, runs)
    for start, end in pdf_layout.tables([row for row, _ in placed]):
        draft.tables.append((first + start, first + end))


def _rule_top(page: Page, rows: list[Row]) -> float | None:
    """Where the page's footnote rule stands: a line of low signs at the left, or a short drawn line.

    A drawn one is looked for only where some line begins with something raised or with an asterisk.
    """
    for row in rows:
        if _RULE.fullmatch(row.text) and row.right - row.left < 0.5 * page.width and row.left < 0.3 * page.width:
            return row.top
    begun = [row for row in rows if not row.rtl and _NOTED.match(row.text)]
    noted = [row for row in begun if row.text[0] == "*" or _is_raised(page, row, 0)]
    if not noted:
        return None
    width = page.width
    rules = [top for left, right, top in page.rules() if 30 < right - left < 0.45 * width and left < 0.3 * width]
    return max((top for top in rules if any(row.middle > top for row in noted)), default=None)


def _runs(page: Page, row: Row, links: list[tuple[float, float, float, str]]) -> list[Run]:
    runs = [Run(start, end, "superscript") for start, end in _raised(page, row)]
    runs += [Run(start, end, "bold") for start, end in _bold(page, row)]
    for left, right, middle, address in links:
        if row.bottom - row.size < middle < row.bottom:
            place = pdf_layout.within(page, row, left + PADDING, right - PADDING)
            if place:
                runs.append(Run(*_trimmed(row.text, *place), "link", address))
    return runs


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    word = text[start:end]
    return start + len(word) - len(word.lstrip()), end - len(word) + len(word.rstrip())


def _raised(page: Page, row: Row) -> Iterator[tuple[int, int]]:
    """What stands raised on a line, cell by cell, since cells may differ in size; no ordinal's ending (4th)."""
    if not row.raised and not _CANDIDATE.search(row.text):
        return
    start = 0
    for cell in row.cells():
        for begin, end in _raised_in(page, cell):
            word = cell.text[begin:end]
            if not (word in ("st", "nd", "rd", "th") and cell.text[begin - 1 : begin].isdigit()):
                yield start + begin, start + end
        start += len(cell.text) + 2


def _raised_in(page: Page, row: Row) -> Iterator[tuple[int, int]]:
    """Letters, digits and asterisks at the ends of pieces, where boxes are known, and digits anywhere."""
    text, done = row.text, -1
    if row.right - row.left < 0.2 * row.size * len(text):
        return  # Set upwards, as on a page that was turned.
    spots = {at: at + 1 for at in row.raised if text[at].isalnum() or text[at] in "*†‡§"}
    spots |= {match.end() - 1: match.end() for match in _CANDIDATE.finditer(text)}
    for at in sorted(spots):
        if at <= done or not _is_raised(page, row, at):
            continue
        start, end = at, at + 1
        while end < len(text) and not text[end].isspace() and _is_raised(page, row, end):
            end += 1
        while start > done + 1 and not text[start - 1].isspace() and _is_raised(page, row, start - 1):
            start -= 1
        yield start, end
        done = end


def _is_raised(page: Page, row: Row, place: int) -> bool:
    index = row.raw(place)
    if not is_raised(page.box(index), row.size, row.bottom):
        return False
    # Arabic fonts have taller cells than the digits of another font beside them: there the size decides.
    return not row.rtl or page.font_size(index) < 0.82 * max(page.font_size(piece.start) for piece in row.pieces)


def _bold(page: Page, row: Row) -> Iterator[tuple[int, int]]:
    """The bold stretch of a line: all of it, or from or to a word's edge where one end is bold and the other is not."""
    size = len(row.text)
    first, last = page.is_bold(row.raw(0)), page.is_bold(row.raw(size - 1))
    marker = _MARKER_LAST.search(row.text) if first and not last else None
    if marker and marker.start() > 1 and page.is_bold(row.raw(marker.start() - 1)):
        yield 0, marker.start()
    elif first and last:
        yield 0, size
    elif first != last:
        for match in re.finditer(r"\s+", row.text):
            if page.is_bold(row.raw(match.end())) != first:
                yield (0, match.start()) if first else (match.end(), size)
                return
