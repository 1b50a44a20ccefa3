"""Footnotes found among the rows; `corpus.note_marks` finds their markers, `corpus.pairing` brings both together.

A note begins with its label: raised, or an asterisk, or by sequence at a page's foot where the format tells nothing.
Notes are keyed by part and label, since annexes may begin again at 1. What finds no partner is kept and reported.
"""

from __future__ import annotations

import re

from corpus.note_marks import LABEL, SLASHED_MARK, STAR, FoundNote, stuck
from corpus.rows import Row

_STARRED = re.compile(r"(?P<label>\*{1,4}|†|‡)\s*(?=[^\s*])")
_NUMBERED = re.compile(r"(?P<label>\d{1,3})(?:/|\.|\))?\s+(?=\S)")
_SLASHED = re.compile(r"(?P<label>\d{1,3}|\*)/\s+(?=\S)")
_PLAIN = re.compile(r"(?P<label>\d{1,3}|[a-z])\s+(?=[A-Z\u00c0-\u00dd“\"(]|https?:|\d)")
_REMARK = re.compile(r"(?:Notes?|Sources?|Abbreviations?)\s?:")
"""What stands under a table beside its notes; "Source:" lines are no footnotes."""
_ENDED = re.compile(r"[.;:!?)”\"’]$")


def notes(found: list[Row], furniture: dict[Row, str], body_size: float) -> list[FoundNote]:
    """Every note, in the order of the rows."""
    result: list[FoundNote] = []
    current: FoundNote | None = None
    ruled = False
    before: Row | None = None
    for index, row in enumerate(found):
        if row in furniture:
            if furniture[row] == "rule":
                # Strokes, not underscores, part pages and chapters.
                ruled, before, current = "_" in row.text, row, None
            continue
        if before is not None and before.page != row.page:
            ruled = row.line.below_rule and not row.is_set
        start = _start(found, index, body_size, ruled or row.line.below_rule, result)
        if start:
            current = FoundNote(start[0], [row], start[1], key=row.line.style[5:])
            result.append(current)
        elif current is not None and before is not None and _continues(row, before, current, body_size, ruled):
            current.rows.append(row)
        elif result and row.is_set and _carried(row, result[-1], body_size):
            current = result[-1]
            current.rows.append(row)
        else:
            current = None
        before = row
    return result


def _start(
    found: list[Row], index: int, body_size: float, ruled: bool, earlier: list[FoundNote]
) -> tuple[str, tuple[int, int]] | None:
    """The label a row begins a note with, and its range."""
    row = found[index]
    if row.line.style.startswith("note:"):
        first = index == 0 or found[index - 1].line.style != row.line.style
        return _keyed(row) if first else None
    small = row.is_set and (row.line.size or 0) < body_size - 0.7
    raised = next((run for run in row.runs if run.kind == "superscript" and run.start == 0), None)
    if raised and raised.end < len(row.text):
        label = row.text[: raised.end].strip("()[]./ ")
        if LABEL.fullmatch(label) and (small or ruled or not row.is_set):
            return label, (0, raised.end)
    star = _STARRED.match(row.text)
    if (
        star
        and (small or not row.is_set or (ruled and _starred_above(found, index, star["label"])))
        and row.text[-1] != "*"
    ):
        return star["label"], (0, star.end("label"))
    return _unraised(found, index, ruled, earlier)


def _starred_above(found: list[Row], index: int, label: str) -> bool:
    """Whether a row above on the same page is marked with the asterisk: one below a table's rule, as large as the text
    and called by nothing, is a remark."""
    page = found[index].page
    return any(row.page == page and any(m[1] == label for m in STAR.finditer(row.text)) for row in found[:index])


def _heads_notes(found: list[Row], index: int) -> bool:
    """Whether a row stands below a rule that notes begin under: other rules part the head of a page from its text."""
    first = index
    while first and found[first - 1].line.below_rule and found[first - 1].page == found[index].page:
        first -= 1
    return found[index].line.below_rule and bool(_SLASHED.match(found[first].text))


def _keyed(row: Row) -> tuple[str, tuple[int, int]]:
    """The label of a real footnote: its key, but for asterisks, which print shows and the format only numbers."""
    key = row.line.style[5:]
    star = _STARRED.match(row.text)
    if star:
        return star["label"], (0, star.end("label"))
    raised = next((run for run in row.runs if run.kind == "superscript" and run.start == 0), None)
    if raised and row.text[: raised.end].strip("()[]./ ") == key and raised.end < len(row.text):
        return key, (0, raised.end)
    return key, (0, 0)


def _unraised(
    found: list[Row], index: int, ruled: bool, earlier: list[FoundNote]
) -> tuple[str, tuple[int, int]] | None:
    """The label of a note whose format raises nothing: `1/` of typewritten print, `1` below a rule or called above."""
    row = found[index]
    slashed = _SLASHED.match(row.text)
    called = slashed and any(
        mark[1] == slashed["label"] for r in found[:index] for mark in SLASHED_MARK.finditer(r.text)
    )
    below = _heads_notes(found, index) if slashed and row.is_set else ruled
    if slashed and (below or called) and _next_label(slashed["label"], earlier):
        return slashed["label"], (0, slashed.end("label") + 1)
    if row.is_set:
        return None  # There what is raised is known, and a list below a short rule is a list.
    following = bool(earlier and earlier[-1].rows[-1] is found[index - 1])
    ruled = ruled and (following or "_" in found[index - 1].text[:1])
    alone = LABEL.fullmatch(row.text)
    if alone and ruled and _next_label(row.text, earlier) and index + 1 < len(found):
        return row.text, (0, len(row.text))
    numbered = _NUMBERED.match(row.text)
    if numbered and ruled and _next_label(numbered["label"], earlier):
        bare = numbered.group().rstrip() == numbered["label"]
        if bare or _called(numbered["label"], found[:index]):  # "1." may be a paragraph of the next page.
            return numbered["label"], (0, len(numbered.group().rstrip()))
    plain = _PLAIN.match(row.text)
    if (
        plain
        and (row.blank > 0 or following)
        and _next_label(plain["label"], earlier)
        and _called(plain["label"], found[:index])
    ):
        return plain["label"], (0, plain.end("label"))
    return None


def _called(label: str, above: list[Row]) -> bool:
    """Whether a row above ends a word with the label."""
    pattern = stuck(label)
    return any(pattern.search(row.text) for row in above)


def _next_label(label: str, earlier: list[FoundNote]) -> bool:
    """Whether a label goes on in the sequence: one more than the last number, the next letter, or a first one."""
    letters = [note.label for note in earlier if note.label.isalpha()]
    if label.isalpha():
        return label == "a" or bool(letters and ord(label) == ord(letters[-1]) + 1)
    numbers = [int(note.label) for note in earlier if note.label.isdigit()]
    return label == "*" or label == "1" or bool(numbers and int(label) == numbers[-1] + 1)


def _continues(row: Row, before: Row, note: FoundNote, body_size: float, ruled: bool) -> bool:
    first = note.rows[0]
    if row.line.style.startswith("note:") or first.line.style.startswith("note:"):
        return row.line.style == first.line.style
    if row.is_set and row.page == before.page:
        near = (row.line.top or 0) - (before.line.top or 0) < 1.7 * (row.line.size or 8)
        return near and not _REMARK.match(row.text) and abs((row.line.size or 0) - (first.line.size or 0)) < 0.6
    if row.is_set:
        return False
    return not row.blank and row.page == before.page and not (ruled and re.match(r"_|\[", row.text))


def _carried(row: Row, last: FoundNote, body_size: float) -> bool:
    """The rest of a note at the foot of the next page: small, below a rule, and the note above it is not finished."""
    if not row.line.below_rule or (row.line.size or 0) > body_size - 0.7 or row.page != last.rows[-1].page + 1:
        return False
    return not _ENDED.search(last.rows[-1].text)
