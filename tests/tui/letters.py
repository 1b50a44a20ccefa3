"""Letters between invented States, built by hand in a small notation: `^1^` a marker, `{A/1/2|annex}` a citation."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.model import (
    AgendaItem,
    Block,
    BlockKind,
    Citation,
    CitationKind,
    Holding,
    Letter,
    LetterKind,
    Marker,
    Note,
    Part,
    Party,
    Span,
)

_SIGNS = re.compile(r"\^(?P<label>[^^]{1,4})\^|\{(?P<cited>[^{}|]+)(?:\|(?P<locator>[^{}]*))?\}")
_PREFIX = {
    BlockKind.HEADING: "h",
    BlockKind.TITLE: "t",
    BlockKind.SIGNATURE: "s",
    BlockKind.MARK: "k",
    BlockKind.MASTHEAD: "m",
    BlockKind.FURNITURE: "f",
    BlockKind.NOTE: "n",
}
Told = tuple[BlockKind, str, str, int]
"""Kind, text in the notation, part (or a note's label and part as `label@part`), level."""


def p(text: str, part: str = "", kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> Told:
    return kind, text, part, level


def note(label: str, text: str, part: str = "") -> Told:
    return BlockKind.NOTE, text, f"{label}@{part}", 0


def build(*told: Told, parts: tuple[Part, ...] = (), **changes: object) -> Letter:
    """A letter of those blocks; markers find their notes by label within a part."""
    text, blocks, notes, markers, citations = "", [], [], [], []
    counts: dict[tuple[str, str], int] = {}
    for kind, words, where, level in told:
        label, part = where.split("@") if kind is BlockKind.NOTE else ("", where)
        text += "\n\n" if text else ""
        prefix = _PREFIX.get(kind, "p")
        counts[part, prefix] = counts.get((part, prefix), 0) + 1
        name = f"{part}.{prefix}{counts[part, prefix]}".lstrip(".")
        plain, found = _read(words, len(text), name)
        span = Span(len(text), len(text) + len(plain))
        text += plain
        blocks.append(Block(name, kind, span, part, level))
        if kind is BlockKind.NOTE:
            notes.append(Note(name, label, span, part))
        markers += [f for f in found if isinstance(f, Marker)]
        citations += [f for f in found if isinstance(f, Citation)]
    by_label = {(n.part, n.label): n.id for n in notes}
    parted = {b.id: b.part for b in blocks}
    markers = [replace(m, note=by_label.get((parted[m.block], m.label))) for m in markers]
    return replace(BARE, text=text, blocks=tuple(blocks), notes=tuple(notes), markers=tuple(markers),
                   citations=tuple(citations), parts=parts, **changes)  # type: ignore[arg-type] # fmt: skip


def _read(words: str, start: int, block: str) -> tuple[str, list[Marker | Citation]]:
    plain, found, done = "", [], 0
    for sign in _SIGNS.finditer(words):
        plain += words[done : sign.start()]
        at = start + len(plain)
        if sign["label"]:
            found.append(Marker(sign["label"], at, block, None))
        else:
            span = Span(at, at + len(sign["cited"]))
            symbols = tuple(sign["cited"].replace("-S/", " S/").split())
            found.append(Citation(CitationKind.SYMBOL, span, block, symbols, sign["locator"]))
            plain += sign["cited"]
        done = sign.end()
    return plain + words[done:], found


BARE = Letter(
    text="",
    kind=LetterKind.LETTER,
    title="Letter dated 18 August 2006 from the Permanent Representative of Valdmark to the United Nations "
    "addressed to the Secretary-General",
    date="2006-08-18",
    distributed="2006-08-21",
    symbols=("A/61/233", "S/2006/547"),
    organs=("General Assembly", "Security Council"),
    distribution="General",
    original_language="English",
    language="en",
    session=61,
    sc_year=61,
    agenda_items=(AgendaItem("14", "Prevention of armed conflict"), AgendaItem("32", "River pilots")),
    senders=(Party("Permanent Representative", "Valdmark"),),
    addressees=("Secretary-General",),
    blocks=(),
    parts=(),
    signatures=(),
    notes=(),
    markers=(),
    citations=(),
    relations=(),
    request=None,
    quotations=(),
    warnings=(),
    holdings=(Holding("valdmark.txt", "text", "en", "0" * 64),),
)

CUSTOMS = build(
    p("Letter dated 18 August 2006 from the Permanent Representative of Valdmark", kind=BlockKind.TITLE),
    p("I write in connection with the letter dated 4 August 2006 from the Permanent Representative of Kestravia "
      "({A/61/204-S/2006/511}), which repeats claims refuted in our correspondence.^1^"),
    note("1", "{A/60/698}; {A/60/745-S/2006/211}; and {S/2006/320|annex}."),
    p("It is regrettable that the author passes over in silence the findings of the joint commission^2^ on the "
      "customs post at Vlad. No customs post was ever closed to medical supplies."),
    note("2", "Report of the joint commission, {A/60/845|annex II}."),
    p("The pilots' tariff remains as it was agreed.^1^ A further matter is dealt with below.^9^"),
    p("I should be grateful if you would have the present letter circulated as a document of the General Assembly."),
    p("(Signed) Ilse Marden\nAmbassador\nPermanent Representative", kind=BlockKind.SIGNATURE),
    note("7", "A note that nothing calls."),
    p("Annex to the letter", "a1", BlockKind.HEADING),
    p("1. The customs post stands on the left bank.^1^", "a1", BlockKind.ITEM),
    p("(a) It is lit by night, as the pilots of both States have asked for since the winter of 1998.", "a1",
      BlockKind.ITEM, 1),
    note("1", "See {A/52/900}.", "a1"),
    parts=(Part("a1", "annex", "Annex", "The customs post at Vlad"),),
)  # fmt: skip
"""A letter with every kind of mark: dual symbols, a repeated marker, an orphan marker and note, an annex's own note."""


def long_letter(paragraphs: int) -> Letter:
    """So many numbered paragraphs of about six lines, every tenth with a marker and its note."""
    words = "The pilots of the river keep the tariff that was agreed, and the lamps are lit from dusk. "
    told: list[Told] = []
    for number in range(1, paragraphs + 1):
        sign = f"^{number // 10}^" if number % 10 == 0 else ""
        told.append(p(f"{number}. {words * 4}See {{S/2006/{number}}}.{sign}"))
        if sign:
            told.append(note(str(number // 10), f"See {{A/61/{number}}}, paragraph {number}."))
    return build(*told)
