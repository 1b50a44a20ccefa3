"""What the page needs and the reader does not: running heads and feet, page and job numbers, barcodes, rules.

By place where the format gives places: the Organization prints heads above 62 points and feet below 735 on a page of
842, in type smaller than the text. By form elsewhere, and only lines that can be nothing else.
"""

from __future__ import annotations

import re
from collections import Counter

from corpus.rows import Row

JOB = re.compile(
    r"(?:\d{2}-\d{5}|[NV]\d{2} ?\d{5}|GE\.\d{2}-\d{5}"
    r"|V\.\d{2}-\d{5})[*]{0,3}\s*(?:\d{4}\w?\s*)?(?:\([A-Z]{1,2}\)\s*)?(?:\d{6}\s*){0,3}(?:/?\.{1,3})?"
)
_FORMS = (
    ("barcode", re.compile(r"\*\d{7,8}\*|\*[A-Z]?\d{7,8}[A-Z]?\*")),
    ("job number", JOB),
    (
        "page number",
        re.compile(r"\d{1,3}/\d{1,3}|[Pp]ages? \S{1,4}|/\.{2,3}|\d{1,3} ?/\.{3}|\d{1,4}|[-–] ?\d{1,3} ?[-–]"),
    ),
    ("rule", re.compile(r"[_\-–—=*]{5,}|_")),
    ("recycling note", re.compile(r"(?:Please recycle|Merci de recycler|Se ruega reciclar).{0,20}", re.I)),
)
_PAGE_AND_JOB = re.compile(r"(?:\d{1,3}/\d{1,3})\s+(?:\d{2}-\d{5}\*{0,3})|(?:\d{2}-\d{5}\*{0,3})\s+(?:\d{1,3}/\d{1,3})")
_DATES = re.compile(r"\d{6}(?:\s+\d{6})*")
_SYMBOL = re.compile(r"(?:[A-Z]{1,5}|[§$8])/[\w.()/§-]{3,40}\*{0,3}(?:[ –-]{1,3}[A-Z]/[\w./-]{3,40}\*{0,3})?")
_SYMBOLS = re.compile(rf"{_SYMBOL.pattern}(?:\s+{_SYMBOL.pattern})?")
_PAGE_PART = re.compile(r"\d{1,3}|/\d{1,3}|\d{1,3}/\d{1,3}")
"""Of "14/24" on a page laid on its side the page's text has "14" and "/24" on lines of their own."""
EDGE = 50.0
"""Points from the left edge within which nothing but furniture stands: text begins at 57 or more, on any page."""
_LANGUAGE = re.compile(r"English|French|Spanish|Russian|Arabic|Chinese|Français|Español|Русский")
HEAD, FOOT = 62.0, 735.0
OPENING = 12
"""Rows at a document's top among which its own symbol stands."""


def name_of(row: Row) -> str:
    """What furniture a row is by its form alone; `""` where it may be text."""
    if row.is_set and not (row.line.top is not None and (row.line.top < HEAD or row.line.top > FOOT)):
        return "rule" if _FORMS[3][1].fullmatch(row.text) else ""
    if _PAGE_AND_JOB.fullmatch(row.text):
        return "page number"
    for name, form in _FORMS:
        if form.fullmatch(row.text):
            return name if name != "page number" or row.is_set or not row.text.isdigit() else ""
    return ""


def find(found: list[Row]) -> dict[int, str]:
    """Furniture among rows: index → its name."""
    names = {index: name for index, row in enumerate(found) if (name := name_of(row))}
    if found and found[0].is_set:
        names.update(_heads_by_place(found))
    else:
        names.update(_heads_by_form(found, names))
    return names


def _heads_by_place(found: list[Row]) -> dict[int, str]:
    names: dict[int, str] = {}
    sizes = Counter(round(row.line.size * 2) / 2 for row in found if row.line.size)
    # Heads and feet are set in nine points beside ten; cells measure what the font says, so the body is the measure.
    small = 0.93 * sizes.most_common(1)[0][0] if sizes else 0.0
    own = [row.text for row in found[:OPENING] if row.page == 0]
    for index, row in enumerate(found):
        line = row.line
        if line.top is None or line.size is None or row.page == 0:
            continue
        if line.top < HEAD and (_SYMBOLS.fullmatch(row.text) or line.size < small):
            names[index] = "running head"
        elif line.top > 745 and line.size < small and not any(run.kind == "superscript" for run in row.runs[:1]):
            names.setdefault(index, "page number")
        elif line.size < small and _turned(row, own):
            names[index] = "running head" if _SYMBOLS.fullmatch(row.text) else "page number"
    return names


def _turned(row: Row, own: list[str]) -> bool:
    """Heads and feet of a page laid on its side stand at any height, the feet at the very edge.

    The head is the document's own symbol; another that ends a note by itself is the note's.
    """
    return bool(
        (_SYMBOLS.fullmatch(row.text) and any(row.text.strip("*") in text for text in own))
        or _PAGE_AND_JOB.fullmatch(row.text)
        or (JOB.fullmatch(row.text) and len(row.text) < 12)
        or (_PAGE_PART.fullmatch(row.text) and (row.line.right or EDGE) < EDGE)
    )


def _heads_by_form(found: list[Row], names: dict[int, str]) -> dict[int, str]:
    """In text without places: symbols that stand alone, not first of all, and recur or are followed by "Page 2"."""
    alone = Counter(row.text for row in found if _SYMBOL.fullmatch(row.text))
    heads: dict[int, str] = {}
    index = 0
    while index < len(found):
        end = index
        while end < len(found) and (_SYMBOL.fullmatch(found[end].text) or _LANGUAGE.fullmatch(found[end].text)):
            end += 1
        paged = end < len(found) and found[end].text.casefold().startswith("page ") and end in names
        if end > index and index > 3 and (paged or (alone[found[index].text] > 1 and _late(found, index))):
            heads.update(dict.fromkeys(range(index, end), "running head"))
        index = max(end, index + 1)
    for at, row in enumerate(found):
        if _DATES.fullmatch(row.text) and any(names.get(near) == "job number" for near in (at - 1, at - 2, at + 1)):
            heads[at] = "job number"
        if row.text.isdigit() and len(row.text) < 4 and at and found[at - 1].page < row.page and row.blank > 1:
            heads[at] = "page number"
    return heads


def _late(found: list[Row], index: int) -> bool:
    return any(found[near].text.startswith(("Distr", "Original", "ORIGINAL")) for near in range(min(index, 30)))
