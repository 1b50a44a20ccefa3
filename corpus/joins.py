"""How two rows of one paragraph are joined, and which words a converter has split.

Print breaks compounds at their own hyphens ("long-" / "standing"), so a hyphen at a line's end stays unless the letter
itself writes the word without one. A word split by a space ("Counci l") is joined only where the letter writes it whole
elsewhere and one of its halves nowhere else.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from corpus.offsets import Fragment
from corpus.rows import Row

Cut = tuple[int, int, str, str]
"""A range of a row's text that leaves it: start, end, role, label."""

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_PAIR = re.compile(r"(?<![\w’'-])(?=([^\W\d_]{1,12}) ([^\W\d_]{1,12})(?![\w’'-]))")
"""Two words with a space between them, every pair of neighbours."""
_SIGNS = '.,;:!?()[]“”"«»'
_COMMON = frozenset(
    [
        "a",
        "an",
        "the",
        "in",
        "on",
        "of",
        "to",
        "at",
        "by",
        "as",
        "is",
        "it",
        "be",
        "or",
        "if",
        "so",
        "no",
        "not",
        "may",
        "can",
        "any",
        "one",
        "all",
        "for",
        "and",
        "are",
        "was",
        "has",
        "had",
        "its",
        "our",
        "out",
        "over",
        "under",
        "with",
        "some",
        "every",
        "what",
        "ever",
        "more",
        "how",
        "up",
        "off",
        "we",
        "he",
        "i",
        "us",
        "my",
        "le",
        "la",
        "les",
        "de",
        "des",
        "du",
        "un",
        "une",
        "et",
        "en",
        "el",
        "los",
        "las",
        "y",
        "e",
        "o",
        "u",
        "al",
    ]
)
_STUB = re.compile(r"([^\W\d_]+)[-\u00ad]$")
_ENDING = re.compile(
    r"(?:m?ents?|[tsc]ions?|[tsc]ion\w+|ness|i?ty|i?ties|[ae]nces?|[ai]?ly|ings?|ed|tures?|[ct]ials?|[ai]bles?|[st]ive"
    r"|ters?|ers?|ous|ism|ists?|ized?|al)"
)
_HEAD = re.compile(r"[^\W\d_]+")
_SUSPENDED = re.compile(r"(?:and|or|to|et|ou|y|o)\b")
_ADDRESS_END = re.compile(r"(?:https?://|www\.)\S*[/\-_=?&.%]$")


class Words:
    """The words of a letter, counted: what proves a join."""

    def __init__(self, text: str) -> None:
        small = text.casefold()
        self.counts = counts = Counter(_WORD.findall(small))
        near = {(a, b) for a, b in pairwise(small.split()) if (a + b).strip(_SIGNS) in counts}
        self._split = {pair for a, b in near for pair in _PAIR.findall(f"{a} {b}") if self._is_split(*pair)}

    def splits(self, text: str) -> list[int]:
        """Places of spaces in `text` that split a word."""
        if not self._split:
            return []
        return [
            match.end(1)
            for match in _PAIR.finditer(text)
            if match[2][0].islower() and (match[1].casefold(), match[2].casefold()) in self._split
        ]

    def _is_split(self, first: str, second: str) -> bool:
        if len(first + second) < 5 or not self.counts[first + second]:
            return False
        return any(self.counts[half] == 1 and half not in _COMMON for half in (first, second))

    def keeps_hyphen(self, first: str, second: str, *, printed: bool) -> bool:
        """Whether a line-end hyphen between two halves is the word's own."""
        whole, compound = (first + second).casefold(), f"{first}-{second}".casefold()
        if self.counts[compound]:
            return True
        if self.counts[whole]:
            return False
        # Neither print nor typescript of the Organization divides words; books, and scans of them, do, and then most
        # often before an ending that is no word.
        return printed or not _ENDING.fullmatch(second)


def fragments(
    found: list[Row],
    cuts: dict[Row, list[Cut]],
    words: Words,
    *,
    lines: bool = False,
    cells: dict[Row, str] | None = None,
) -> list[Fragment]:
    """The rows of one block as fragments: mended, or line by line where `lines` (tables, signatures).

    `cells` has what stands before a row of a table set cell by cell, a space where the row goes on with a cell.
    """
    result: list[Fragment] = []
    for index, row in enumerate(found):
        glue, drop = (cells or {}).get(row, "\n") if lines else " ", 0
        if index and glue == " ":
            glue, drop = _between(found[index - 1], row, words)
        if drop:
            _drop_hyphen(result)
        _add(result, row, cuts.get(row, []), glue, words, lines)
    return result


def _drop_hyphen(result: list[Fragment]) -> None:
    last = result.pop()
    if last.end - last.start > 1:
        result.append(Fragment(last.start, last.end - 1, last.glue))
    result.append(Fragment(last.end - 1, last.end, "", "hyphen"))


def _between(before: Row, row: Row, words: Words) -> tuple[str, int]:
    """What stands between two rows of a paragraph, and whether the hyphen above goes."""
    above, text = before.text, row.text
    if above.endswith(("/", "_")) and not above.endswith(" /"):
        return "", 0
    if _same_link(before, row) or (above[-1] in "/-_=?&.%" and _ADDRESS_END.search(above)):
        return "", 0
    # A search for the stub tries every letter of the row, so that it is put only to rows that end as it does.
    stub, head = _STUB.search(above) if above[-1] in "-\u00ad" else None, _HEAD.match(text)
    if stub and head:
        if _SUSPENDED.match(text):
            return " ", 0
        return "", 0 if words.keeps_hyphen(stub[1], head.group(), printed=row.is_set) else 1
    if above.endswith("-") and not above.endswith(" -"):
        return "", 0
    return " ", 0


def _same_link(before: Row, row: Row) -> bool:
    ends = [run.value for run in before.runs if run.kind == "link" and run.end >= len(before.text) - 1]
    starts = [run.value for run in row.runs if run.kind == "link" and run.start == 0]
    return bool(
        ends and starts and ends[-1] == starts[0] and re.search(r"(?:https?://|www\.)\S*$|^\S+/\S*$", before.text)
    )


def _add(result: list[Fragment], row: Row, cuts: list[Cut], glue: str, words: Words, lines: bool) -> None:
    """Append a row without its cuts; a space between words stays where a cut stood between them."""
    place = 0
    for start, end, role, label in [*sorted(cuts), (len(row.text), len(row.text), "", "")]:
        glue = _piece(result, row, place, start, glue, words, lines)
        if role:
            result.append(Fragment(row.start + start, row.start + end, "", role, label))
        place = max(place, end)


def _piece(result: list[Fragment], row: Row, start: int, end: int, glue: str, words: Words, lines: bool) -> str:
    text = row.text[start:end]
    if not text.strip():
        return " " if text and not glue else glue
    if start and not glue and text[0] == " ":
        glue = " "
    if glue == " " and start and text.lstrip()[0] in ",.;:)]!?":
        glue = ""
    if lines:
        result.append(Fragment(row.start + start, row.start + end, glue, verbatim=True))
        return ""
    done = start
    for at in words.splits(text):
        result.append(Fragment(row.start + done, row.start + start + at, glue))
        done, glue = start + at + 1, ""
    result.append(Fragment(row.start + done, row.start + end, glue))
    return " " if text.endswith(" ") else ""
