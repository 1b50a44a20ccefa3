"""Footnotes: found among the rows, their markers found in the text, and both paired.

A note begins with its label: raised, or an asterisk, or by sequence at a page's foot where the format tells nothing.
Notes are keyed by part and label, since annexes may begin again at 1. What finds no partner is kept and reported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.rows import Row

LABEL = re.compile(r"\d{1,3}|[a-z]|\*{1,4}|†|‡")
_STARRED = re.compile(r"(?P<label>\*{1,4}|†|‡)\s*(?=[^\s*])")
_NUMBERED = re.compile(r"(?P<label>\d{1,3})(?:/|\.|\))?\s+(?=\S)")
_SLASHED = re.compile(r"(?P<label>\d{1,3}|\*)/\s+(?=\S)")
_PLAIN = re.compile(r"(?P<label>\d{1,3}|[a-z])\s+(?=[A-Z\u00c0-\u00dd“\"(]|https?:|\d)")
_STAR = re.compile(r"(?<=[^\s*])\s?(\*{1,4}|†|‡)(?![\w*])")
_SLASHED_MARK = re.compile(r"(?<=[\w.,;:)”\"’'])\s{0,2}(\d{1,3}|\*)/(?=[\s.,;:)]|$)")
_REMARK = re.compile(r"(?:Notes?|Sources?|Abbreviations?)\s?:")
"""What stands under a table beside its notes; "Source:" lines are no footnotes."""
_ENDED = re.compile(r"[.;:!?)”\"’]$")


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
    if star and (small or ruled or not row.is_set) and not row.text.endswith("*"):
        return star["label"], (0, star.end("label"))
    return _unraised(found, index, ruled, earlier)


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
        mark[1] == slashed["label"] for r in found[:index] for mark in _SLASHED_MARK.finditer(r.text)
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


def stuck(label: str) -> re.Pattern[str]:
    """A label stuck to the end of a word or sentence, as text without raised signs has it: "annexed.1", "07:10a"."""
    before = r"[^\W\d_]|[.,;:”\"’)»]" if label.isdigit() else r"[\d.,;:”\"’)»]"
    return re.compile(rf"(?<={before})({label})(?=[\s.,;:)]|$)")


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


def markers(found: list[Row], known: list[FoundNote]) -> list[FoundMarker]:
    """Every marker in rows that are text, in order. Asterisks and plain figures count only where a note bears them."""
    labels = {note.label for note in known}
    printed = {note.key: note.label for note in known if note.key}
    slashed = any(note.rows[0].text[note.cut[0] : note.cut[1]].endswith("/") for note in known)
    result: list[FoundMarker] = []
    for row in found:
        hits = _formatted(row, printed)
        hits += [hit for hit in _starred(row) if hit.label in labels and not _overlaps(hit, hits)]
        if slashed or not row.is_set:
            pattern = _SLASHED_MARK if slashed else _BRACKETED
            hits += [hit for hit in _patterned(row, pattern) if hit.label in labels and not _overlaps(hit, hits)]
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
    for run in sorted(row.runs, key=lambda run: run.kind != "noteref"):
        if any(hit.start < run.end and hit.end > run.start for hit in hits):
            continue
        if run.kind == "noteref":
            label = printed.get(run.value, run.value)
            end = run.end
            if label != run.value and row.text[end : end + len(label)] == label:
                end += len(label)  # Beside an asterisk of its own, a number is the format's and not the print's.
            hits.append(FoundMarker(label, row, run.start, end))
        elif run.kind == "superscript" and not _UNIT.search(row.text[: run.start]):
            for match in re.finditer(r"[^\s,;()\[\]./]+", row.text[run.start : run.end]):
                if LABEL.fullmatch(match.group()):
                    hits.append(FoundMarker(match.group(), row, run.start + match.start(), run.start + match.end()))
    return hits


def _starred(row: Row) -> list[FoundMarker]:
    if not any(sign in row.text for sign in "*†‡"):
        return []
    return [FoundMarker(m[1], row, m.start(1), m.end(1)) for m in _STAR.finditer(row.text)]


def _patterned(row: Row, pattern: re.Pattern[str]) -> list[FoundMarker]:
    return [
        FoundMarker(m[1], row, m.start(1) - (m.group().lstrip()[0] == "["), m.end()) for m in pattern.finditer(row.text)
    ]


def _overlaps(hit: FoundMarker, hits: list[FoundMarker]) -> bool:
    return any(other.start < hit.end and other.end > hit.start for other in hits)
