"""What a relation points to: one target for each document of a mention, or for each date where no symbol is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus import dates
from corpus.identity import Identity
from corpus.mention import Mention
from corpus.model import Basis, Description, Relation, RelationKind
from corpus.nouns import Noun
from corpus.setting import Setting
from corpus.symbol_find import Found
from corpus.symbol_forms import Symbol


def targets(text: str, mention: Mention, kind: RelationKind, setting: Setting, who: Identity) -> Iterator[Relation]:
    """The relations that a mention of that kind makes, in the order of its documents or dates."""
    documents = [f for f in mention.found if any(_target(s, mention, text) for s in f.symbols)]
    if documents:
        for found, day in zip(documents, _days(text, mention, documents, who), strict=True):
            symbols = tuple(half.display for symbol in found.symbols for half in symbol.halves)
            first = found is documents[0] and len(documents) == 2 and _opened(text, mention, who)
            yield _relation(RelationKind.FOLLOWS if first else kind, symbols, day, mention, setting, who)
        return
    if mention.noun in (Noun.DOCUMENT, Noun.PAPER):
        return
    for day in mention.dates if mention.plural else mention.dates[:1] or (None,):
        if day is not None and who.date and day > who.date:
            continue
        if day is not None or (kind is RelationKind.ANSWERS and mention.sender):
            yield _relation(kind, (), day, mention, setting, who)


def _opened(text: str, mention: Mention, who: Identity) -> bool:
    """Whether the first of two letters is the writer's: the Secretary-General opens exchanges with the Council."""
    before = text[mention.sentence.start : mention.span.start][-300:]
    return "Secretary-General" in who.offices and bool(re.search(r"\bexchange of letters\b", before))


def _relation(
    kind: RelationKind,
    symbols: tuple[str, ...],
    day: str | None,
    mention: Mention,
    setting: Setting,
    who: Identity,
) -> Relation:
    sender, addressee = mention.sender, mention.addressee
    called = _called_by(setting) if mention.noun is Noun.DOCUMENT else None
    if called and len(mention.found) == 1:
        day, sender, addressee = day or called.dates[0], sender or called.sender, addressee or called.addressee
    sender = sender or (who.name if kind is RelationKind.FOLLOWS else None)
    described = Description(day, sender, addressee)
    leans = setting.marked_span is not None and mention.noun is not Noun.LETTER
    block = setting.marked_block if leans else setting.block.id
    span = setting.marked_span if leans and setting.marked_span else mention.sentence
    return Relation(kind, symbols, described, block, span, basis(symbols, described), setting.block.part)


def _called_by(setting: Setting) -> Mention | None:
    """The one dated letter of the sentence that calls a note: the note gives its symbol."""
    told = [m for m in setting.marked_mentions if m.noun is Noun.LETTER and len(m.dates) == 1]
    return told[0] if len(told) == 1 else None


_ISSUED = re.compile(r"\b(?:circulated|issued|distributed|reproduced|contained)\b")


def _target(symbol: Symbol, mention: Mention, text: str) -> bool:
    """Whether a symbol can be what is answered: a letter's, or the record of a meeting for what was said there.

    A committee's number is a letter's only where the words say that the letter was issued under it.
    """
    if mention.noun is Noun.LETTER and symbol.is_committee_serial:
        return bool(_ISSUED.search(text, mention.span.start, mention.span.end))
    return symbol.may_be_letter or (mention.noun in (Noun.STATEMENT, Noun.DOCUMENT) and symbol.is_record)


def _days(text: str, mention: Mention, documents: Sequence[Found], who: Identity) -> tuple[str | None, ...]:
    """The date of each document: the one printed before it, or those of the list in order.

    One date for one document is settled: of "4 and 18 August … respectively" its own share.
    """
    if len(documents) == len(mention.dates) == 1:
        return mention.dates
    found = dates.find(text[mention.span.start : mention.sentence.end])
    near: list[str | None] = []
    place = mention.span.start
    for document in documents:
        days = [d for d in found if place <= mention.span.start + d.start < document.start]
        near.append(dates.with_year(days[-1].iso, who.date) if days else None)
        place = document.end
    if None in near and len(mention.dates) >= len(documents):
        return mention.dates[: len(documents)]
    return tuple(near)


def basis(symbols: Sequence[str], described: Description) -> Basis:
    """What a link rests on: symbol, date and sender, or what is told of them."""
    if symbols:
        return Basis.ALL if described.date and described.sender else Basis.SYMBOL
    return Basis.DESCRIPTION if described.date or described.sender else Basis.INFERRED
