"""Words for a screen reader and for TERM=dumb: one statement a line, no glyph that is spelt out, no aligned columns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.clean import shown
from corpus.model import BlockKind, Letter
from index.results import Concordance, Hit, LedgerRow, Resolved, Want
from tui.view.facts import Known, facts_unbroken, in_words
from tui.view.flow import NO_NOTE, Flow, make_flow
from tui.view.marks import MarkKind, Marks, find_marks, plain_label, reading_order

_SIGNS = {" → ": " to ", " · ": ". ", " ▸ ": "; ", "⁄": "/"}
_DRAWN = re.compile("[\u2190-\u21ff\u2500-\u25ff\u2800-\u28ff]+")
"""Arrows, boxes, blocks, shapes, dots of Braille: a reader spells each of them out."""
_ITEM = re.compile(r"^(Item \S+(?: \([a-z]{1,3}\))*) ")
_ENDS = (".", "!", "?", ":", ";", ",", "”", "…")
_CUT = 40
"""Characters beside a match from which its line is taken to have been cut."""


def spoken(text: str) -> str:
    """Text on one line with single spaces, glyphs as words or left out, and what could act replaced."""
    for sign, words in _SIGNS.items():
        text = text.replace(sign, words)
    return " ".join(_DRAWN.sub(" ", shown(text)).split())


def sentence(text: str) -> str:
    """The same, ended by a full stop where it ends by nothing."""
    said = spoken(text)
    return said if not said or said.endswith(_ENDS) else f"{said}."


def letter_sentences(letter: Letter, letter_id: str, known: Known | None = None) -> Iterator[str]:
    """The masthead's facts and then each paragraph on a line; markers and notes in words."""
    if letter_id != "-".join(letter.symbols):
        yield sentence(letter_id)
    for fact in facts_unbroken(letter, known, full=True):
        told = _ITEM.sub(r"\1, ", fact)
        yield sentence(". ".join(part[:1].upper() + part[1:] for part in told.split(" · ")))
    marks = find_marks(letter)
    for part, blocks in reading_order(letter):
        if part and blocks:
            found = next((one for one in letter.parts if one.id == part), None)
            yield sentence(found.label if found is not None and found.label else part)
        for index in blocks:
            for row in _block(letter, index, marks).split("\n"):
                if said := spoken(row):
                    yield said if letter.blocks[index].kind is BlockKind.TABLE else sentence(said)


def _block(letter: Letter, index: int, marks: Marks) -> str:
    """A block with its markers in words; a note begins with its label."""
    flow = make_flow(letter, index, marks)
    own = [marks.all[i] for i in marks.of_block.get(index, ())]
    head = next((mark for mark in own if mark.kind is MarkKind.HEAD), None)
    text = _in_words(flow, marks)
    if head is None:
        return text
    printed = letter.text[head.start : head.end]
    return f"Note {plain_label(head.label)}: {text.removeprefix(printed).lstrip()}"


def _in_words(flow: Flow, marks: Marks) -> str:
    pieces = []
    for piece in flow.pieces:
        mark = marks.all[piece.mark] if piece.mark >= 0 else None
        if mark is None:
            pieces.append(piece.text)
        elif mark.kind is MarkKind.MARKER:
            lost = ", not found" if piece.text.endswith(NO_NOTE) else ""
            pieces.append(f" (note {plain_label(mark.label)}{lost}) ")
    return "".join(pieces)


def hit_sentence(number: int, hit: Hit, name: str) -> str:
    """`2. 4 August 2006, Kestravia, A/61/204-S/2006/511. “…the customs post at Vlad…”`"""
    words = spoken(hit.snippets[0].text).strip("… ") if hit.snippets else ""
    where = " Its masthead:" if words and hit.snippets[0].masthead else ""
    passage = f"{where} “{words}”" if words else f" {sentence(hit.title)}"
    return f"{number}. {spoken(', '.join(filter(None, (in_words(hit.date), hit.sender, name))))}.{passage}".rstrip()


def context_sentence(line: Concordance, pin: str) -> str:
    """`A/61/233-S/2006/547#p2. at the customs post of Vlad`: a place of the words in its line."""
    left, right = line.left, line.right
    if len(left) > _CUT:
        left = left.partition(" ")[2]  # the first word and the last are cut in two
    if len(right) > _CUT:
        right = right.rpartition(" ")[0]
    return f"{spoken(pin)}. “{spoken(f'{left}{line.match}{right}').strip('… ')}”"


def facet_sentence(facet: str, value: str, count: int) -> str:
    """`Sender Kestravia: 12 letters.`"""
    return f"{spoken(facet).capitalize()} {spoken(value)}: {count:,} letter{'s' if count != 1 else ''}."


def resolved_sentence(found: Resolved) -> str:
    """`“a/61/204” is A/61/204, S/2006/511, held as A/61/204-S/2006/511.`"""
    guess = ", a guess" if found.guess else ""
    held = f"held as {spoken(' and '.join(found.letters))}" if found.letters else "not held"
    symbols = spoken(", ".join(found.symbols)) or "no symbol"
    return f"“{spoken(found.text)}” is {symbols}{guess}, {held}."


def want_sentence(number: int, want: Want, name: str) -> str:
    """`3. A/60/871, cited by 3 letters: … Its address is …`"""
    told = ", ".join(filter(None, (in_words(want.date) if want.date else "", spoken(want.sender))))
    count = f"{want.count:,} letter{'s' if want.count != 1 else ''}"
    address = f" Its address is {spoken(want.address)}" if want.address else ""
    about = f" ({told})" if told else ""
    return f"{number}. {spoken(name)}{about}, cited by {count}: {spoken('; '.join(want.cited_by))}.{address}"


def ledger_sentence(number: int, row: LedgerRow) -> str:
    """`2. 4 August 2006, Kestravia, A/61/204-S/2006/511. Answered by A/61/233-S/2006/547 after 14 days.`"""
    after = "" if row.days is None else f" after {row.days:,} day{'s' if row.days != 1 else ''}"
    answered = f"Answered by {' and '.join(row.answered_by)}{after}." if row.answered_by else "No answer held."
    return f"{number}. {in_words(row.date)}, {spoken(row.sender)}, {spoken(row.id)}. {spoken(answered)}"
