"""Where a locator leads in the letter it names: `annex II, para. 4`, `enclosure`, `paras. 3 and 4`."""

from __future__ import annotations

import re

from corpus.model import Letter, Part

_PART = re.compile(
    r"\b(annex|enclosure|appendix)(?:es|s)?\b[ .]{0,2}(?:([ivxlc]{1,6}|\d{1,3}|[a-h])\b)?", re.IGNORECASE
)
_PARAGRAPH = re.compile(r"\b(?:paras?\.?|paragraphs?|¶{1,2})\s{0,2}(\d{1,4})", re.IGNORECASE)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def locate(letter: Letter, locator: str | None) -> int | None:
    """The offset a locator leads to; None where it says nothing that this letter has.

    The innermost part named is looked for first, then a paragraph in it whose printed number is the one asked for,
    then, in a letter that prints no numbers, the paragraph counted from its beginning.
    """
    if not locator:
        return None
    part = ""
    for kind, number in _PART.findall(locator):
        found = _part(letter, part, kind.lower(), number.lower())
        if found is None:
            break
        part = found.id
    blocks = [b for b in letter.blocks if b.part == part]
    asked = _PARAGRAPH.search(locator)
    if asked:
        paragraphs = [b for b in blocks if b.id.rpartition(".")[2].startswith("p")]
        printed = [b for b in paragraphs if re.match(rf"{int(asked[1])}\.\s", b.span.of(letter.text))]
        numbered = any(re.match(r"\d+\.\s", b.span.of(letter.text)) for b in paragraphs)
        if printed:
            return printed[0].span.start
        if not numbered and 0 < int(asked[1]) <= len(paragraphs):
            return paragraphs[int(asked[1]) - 1].span.start
    return blocks[0].span.start if part and blocks else None


def _part(letter: Letter, parent: str, kind: str, number: str) -> Part | None:
    """The part of that kind below `parent` (anywhere, where there is only one), by its number."""
    below = [p for p in letter.parts if p.kind == kind and (p.parent == parent or not parent)]
    if not number:
        return below[0] if below else None
    wanted = _count(number)
    labelled = [p for p in below if _count(p.label.lower().rpartition(" ")[2]) == wanted]
    return labelled[0] if labelled else None


def _count(number: str) -> int:
    """`iv`, `4` → 4; a letter its place in the alphabet; 0 for anything else."""
    if number.isdecimal():
        return int(number)
    if number and all(c in _ROMAN for c in number):
        values = [_ROMAN[c] for c in number]
        return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))
    return ord(number) - ord("a") + 1 if len(number) == 1 and "a" <= number <= "h" else 0
