"""What a letter does with other communications, each with the sentence that proves it.

    find_relations(text, blocks, notes=, markers=, parts=, citations=, date=, senders=, addressees=, own=, request=)
        -> tuple[Relation, ...]

`citations` come from `corpus.citations.find_citations`; `own` are the letter's own symbols. The author of a
communication decides, not the phrase: another's is answered where this letter takes issue with it, replies, or names it
as its occasion in its opening; one's own is followed; what goes along as an annex is transmitted; anything else called
a letter is cited. Reports, resolutions and records are context, except a statement answered. A footnote inherits the
sentence its marker stands in; a relation made in an annex carries the annex. `described` keeps what the words say of
date and sender, so that a symbol can be checked against it.

`corpus.relation_reader` walks the sentences, `corpus.relation_kinds` decides, asking `corpus.stance` for the words,
`corpus.transmittals` reads what is forwarded; here the findings are brought down to one for each target.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus import states
from corpus.identity import Identity
from corpus.model import Block, Citation, Description, Marker, Note, Part, Party, Relation, RelationKind, Span
from corpus.relation_reader import Reader
from corpus.symbol_forms import Symbol

_STRENGTH = {RelationKind.ANSWERS: 0, RelationKind.FOLLOWS: 1, RelationKind.TRANSMITS: 2, RelationKind.CITES: 3}


def find_relations(
    text: str,
    blocks: Sequence[Block],
    *,
    notes: Sequence[Note],
    markers: Sequence[Marker],
    parts: Sequence[Part],
    citations: Sequence[Citation],
    date: str | None,
    senders: Sequence[Party],
    addressees: Sequence[str],
    own: Sequence[str],
    request: Span | None = None,
) -> tuple[Relation, ...]:
    """Every relation of a letter, one for each target, the strongest kind of several; in the order of proof."""
    reader = Reader(text, blocks, markers, parts, citations, Identity.of(senders, addressees, date))
    best: dict[object, Relation] = {}
    for relation in reader.relations():
        target = relation.symbols[0] if relation.symbols else _named(relation)
        held = best.get(target)
        if held is None or _STRENGTH[relation.kind] < _STRENGTH[held.kind]:
            best[target] = relation
    kept = _without_echoes(best.values())
    return tuple(sorted(kept, key=lambda r: r.evidence.start))


def _named(relation: Relation) -> tuple[str, str, bool]:
    """What tells described targets apart: date and author; what is forwarded is another thing than what is cited."""
    sender = states.key(relation.described.sender or "")
    return relation.described.date or "", sender, relation.kind is RelationKind.TRANSMITS


def _without_echoes(found: Iterable[Relation]) -> list[Relation]:
    """Leave out descriptions of what is named more fully elsewhere: by its symbol, or by its date."""
    relations = list(found)
    named = {symbol for r in relations for symbol in r.symbols}
    relations = [
        r for r in relations if not r.symbols or _CORRECTED.sub("", r.symbols[0]) not in named - {r.symbols[0]}
    ]
    return [r for r in relations if r.symbols or not any(_fuller(other, r) for other in relations)]


_CORRECTED = re.compile(r"/Corr\.\d+$")
"""A corrigendum of a letter is no second letter."""


def _fuller(other: Relation, one: Relation) -> bool:
    if other is one or RelationKind.TRANSMITS in (one.kind, other.kind):
        return False
    if not _compatible(other.described, one.described):
        return False
    if other.symbols and other.evidence == one.evidence and Symbol(other.symbols[0].replace(" ", "")).is_record:
        return True
    if one.described.date is None:
        return bool(other.symbols or other.described.date)
    return bool(other.symbols) and other.described.date == one.described.date


def _compatible(one: Description, other: Description) -> bool:
    a, b = one.sender, other.sender
    return not a or not b or states.key(a) == states.key(b) or states.mentions(a, b) or states.mentions(b, a)
