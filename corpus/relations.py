"""What a letter does with other communications, each with the sentence that proves it.

    find_relations(text, blocks, notes=, markers=, parts=, citations=, date=, senders=, addressees=, own=, request=)
        -> tuple[Relation, ...]

`citations` come from `corpus.citations.find_citations`; `own` are the letter's own symbols; `request` is the closing
request, which is not searched. The author of a communication decides, not the phrase: another's is answered
where this letter takes issue with it, replies, or names it as its occasion in its opening; one's own is followed; what
goes along as an annex is transmitted; anything else called a letter is cited. Reports, resolutions and records are
context, except a statement answered. A footnote inherits the sentence its marker stands in; a relation made in an annex
carries the annex. `described` keeps what the words say of date and sender, so that a symbol can be checked against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus import dates, reply_words
from corpus.communications import Author, Identity, Mention, Noun, mentions_in, named_author
from corpus.model import (
    Basis,
    Block,
    BlockKind,
    Citation,
    CitationKind,
    Description,
    Marker,
    Note,
    Part,
    Party,
    Relation,
    RelationKind,
    Span,
)
from corpus.sentences import sentences
from corpus.symbol_find import Found
from corpus.symbol_forms import Symbol

_SEARCHED = frozenset((BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTATION, BlockKind.NOTE))
_OPENING = 3
"""Paragraphs in which a letter names its occasion."""
_STRENGTH = {RelationKind.ANSWERS: 0, RelationKind.FOLLOWS: 1, RelationKind.TRANSMITS: 2, RelationKind.CITES: 3}


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where a mention stands."""

    block: Block
    opening: bool
    words: str
    """Its sentence."""
    marked: str = ""
    """For a footnote, the sentence in which its marker stands."""
    marked_mentions: tuple[Mention, ...] = ()
    marked_block: str = ""
    marked_span: Span | None = None


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
    reader = _Reader(text, blocks, markers, parts, citations, Identity.of(senders, addressees, date), request)
    best: dict[object, Relation] = {}
    for relation in reader.relations():
        target = relation.symbols[0] if relation.symbols else (relation.described, relation.kind)
        held = best.get(target)
        if held is None or _STRENGTH[relation.kind] < _STRENGTH[held.kind]:
            best[target] = relation
    return tuple(sorted(best.values(), key=lambda r: r.evidence.start))


class _Reader:
    """One letter being searched for relations."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        markers: Sequence[Marker],
        parts: Sequence[Part],
        citations: Sequence[Citation],
        who: Identity,
        request: Span | None,
    ) -> None:
        self.text, self.blocks, self.who, self.request = text, blocks, who, request
        self.by_id = {block.id: block for block in blocks}
        self.parts = {part.id: part for part in parts}
        self.marks: dict[str, Marker] = {}
        for marker in markers:
            if marker.note:
                self.marks.setdefault(marker.note, marker)
        self.found: dict[str, list[Found]] = {}
        for cited in citations:
            if cited.kind is CitationKind.SYMBOL and not cited.guess:
                symbol = Symbol("-".join(cited.symbols).replace(" ", ""))
                self.found.setdefault(cited.block, []).append(Found(cited.span.start, cited.span.end, (symbol,)))
        self.last: Relation | None = None

    def relations(self) -> Iterator[Relation]:
        """Relations in reading order, several for one target possible."""
        counts: dict[str, int] = {}
        for block in self.blocks:
            if block.kind not in _SEARCHED:
                continue
            number = counts[block.part] = counts.get(block.part, -1) + (block.kind is not BlockKind.NOTE)
            for sentence in sentences(self.text, block.span):
                if not self._asks(sentence):
                    yield from self._in_sentence(block, sentence, number < _OPENING)

    def _asks(self, sentence: Span) -> bool:
        asked = self.request
        inside = asked is not None and asked.start <= sentence.start < asked.end
        return inside or bool(reply_words.CLOSING.search(sentence.of(self.text)))

    def _in_sentence(self, block: Block, sentence: Span, opening: bool) -> Iterator[Relation]:
        found = [f for f in self.found.get(block.id, ()) if sentence.start <= f.start < sentence.end]
        setting = self._setting(block, sentence, opening)
        mentions = mentions_in(self.text, sentence, found, self.who)
        if block.part == "" and opening and block.kind is not BlockKind.NOTE:
            yield from self._transmitted(setting, sentence)
        for mention in mentions:
            mention = self._bound(mention)
            kind = _kind(mention, setting, self.text, self.who)
            if kind is None:
                continue
            for relation in self._of(mention, kind, setting):
                self.last = relation
                yield relation

    def _setting(self, block: Block, sentence: Span, opening: bool) -> _Setting:
        words = sentence.of(self.text)
        marker = self.marks.get(block.id) if block.kind is BlockKind.NOTE else None
        home = self.by_id.get(marker.block) if marker else None
        if marker is None or home is None:
            return _Setting(block, opening and block.kind is not BlockKind.NOTE, words)
        for one in sentences(self.text, home.span):
            if one.start < marker.at <= one.end + 1:
                mentions = mentions_in(self.text, one, (), self.who)
                return _Setting(block, False, words, one.of(self.text), mentions, home.id, one)
        return _Setting(block, False, words)

    def _bound(self, mention: Mention) -> Mention:
        """A short form takes the author of what it stands for: "these letters", "his letter"."""
        last = self.last
        if mention.author is not Author.UNKNOWN or last is None or not (mention.short or mention.possessive):
            return mention
        if (
            mention.found
            and mention.possessive not in ("his", "her", "their", "its")
            and last.kind is RelationKind.FOLLOWS
        ):
            return replace(mention, author=Author.OWN, sender=last.described.sender)
        if last.kind in (RelationKind.ANSWERS, RelationKind.CITES) and mention.possessive:
            return replace(mention, author=Author.OTHER, sender=last.described.sender)
        return mention

    def _of(self, mention: Mention, kind: RelationKind, setting: _Setting) -> Iterator[Relation]:
        """One relation for each document, or for each date where no symbol is printed."""
        documents = [f for f in mention.found if any(s.may_be_letter for s in f.symbols)]
        if documents:
            for found, day in zip(documents, _days(self.text, mention, documents, self.who), strict=True):
                symbols = tuple(half.display for symbol in found.symbols for half in symbol.halves)
                yield self._relation(kind, symbols, day, mention, setting)
            return
        if mention.noun in (Noun.DOCUMENT, Noun.PAPER):
            return
        for day in mention.dates if mention.plural else mention.dates[:1] or (None,):
            if day is not None and self.who.date and day > self.who.date:
                continue
            if day is not None or (kind is RelationKind.ANSWERS and mention.sender):
                yield self._relation(kind, (), day, mention, setting)

    def _relation(
        self, kind: RelationKind, symbols: tuple[str, ...], day: str | None, mention: Mention, setting: _Setting
    ) -> Relation:
        sender = mention.sender or (self.who.name if kind is RelationKind.FOLLOWS else None)
        described = Description(day, sender, mention.addressee)
        leans = setting.marked_span is not None and mention.noun is not Noun.LETTER
        block = setting.marked_block if leans else setting.block.id
        span = setting.marked_span if leans and setting.marked_span else mention.sentence
        return Relation(kind, symbols, described, block, span, _basis(symbols, described), setting.block.part)

    def _transmitted(self, setting: _Setting, sentence: Span) -> Iterator[Relation]:
        words = setting.words
        verb = reply_words.FORWARD.search(words)
        noun = _FORWARDED.search(words, verb.end()) if verb and reply_words.HEREWITH.search(words) else None
        if (
            not verb
            or not noun
            or noun.start() - verb.end() > 160
            or reply_words.REPLY.search(words, verb.end(), noun.start())
        ):
            return
        stop = reply_words.REPLY.search(words, noun.end())
        after = words[noun.end() : stop.start() if stop else len(words)]
        sender = named_author(after)
        if noun.group("paper") and (sender is None or self.who.owns(sender)):
            return
        days = [day for d in dates.find(after) if (day := dates.with_year(d.iso, self.who.date))]
        described = Description(days[0] if days else None, sender or self.who.name)
        yield Relation(RelationKind.TRANSMITS, (), described, setting.block.id, sentence, _basis((), described))


_FORWARDED = re.compile(
    r"\b(?:letters?|notes? verbales?|(?:joint |press |political )?statements?|commentary|comments?|declaration"
    r"|messages?|communiqué|joint communiqué"
    r"|press release|memorandum|appeal|resolution of the Parliament|lettres?|déclarations?|message|communiqué"
    r"|cartas?|declaraci(?:ón|ones)|mensaje|comunicado"
    r"|(?P<paper>reports?|plan|pledges|rapport|informe))\b(?!\s+(?:and its annex|and the annex))",
    re.I,
)


def _kind(mention: Mention, setting: _Setting, text: str, who: Identity) -> RelationKind | None:
    """What the letter does with a mentioned communication, None where it does nothing with it."""
    if mention.noun is Noun.PAPER or mention.noun is Noun.DOCUMENT:
        return _kind_by_marker(mention, setting)
    if mention.dates and not mention.found and mention.dates[0] == who.date and mention.author is not Author.OTHER:
        return None
    before = text[mention.sentence.start : mention.span.start]
    if setting.block.part and not mention.found and not _may_speak(mention, setting):
        return None
    if _forwarded(before):
        return None
    if mention.noun is Noun.STATEMENT:
        return _kind_of_statement(mention, setting, before)
    if mention.author is Author.OWN:
        return RelationKind.FOLLOWS
    if mention.author is Author.YOURS:
        return RelationKind.ANSWERS
    if mention.author is Author.OTHER:
        return _kind_of_anothers(mention, setting, before)
    return _kind_unsigned(mention, setting, before, who)


def _may_speak(mention: Mention, setting: _Setting) -> bool:
    """In an annex, words without a symbol make a relation only in its opening, or to an organ of ours."""
    return setting.opening or (mention.author is Author.OWN and mention.addressee is not None)


def _forwarded(before: str) -> bool:
    """Whether a verb of forwarding governs what comes next: "transmit herewith a letter"."""
    verbs = list(reply_words.FORWARD.finditer(before))
    verb = verbs[-1] if verbs else None
    return bool(
        verb and len(before) - verb.end() < 80 and not re.search(r"[,;:]|\b(?:in|which|that)\b", before[verb.end() :])
    )


def _kind_by_marker(mention: Mention, setting: _Setting) -> RelationKind | None:
    """A bare symbol, or one called a report, in a footnote: as the sentence its marker stands in has it."""
    if not setting.marked:
        if mention.noun is Noun.DOCUMENT and reply_words.REPLY.search(setting.words) and setting.opening:
            return RelationKind.ANSWERS
        return None
    told = [m for m in setting.marked_mentions if m.noun is Noun.LETTER]
    if any(m.author is Author.OWN for m in told):
        return RelationKind.FOLLOWS
    if mention.noun is Noun.PAPER or not told:
        return None
    if any(m.author is Author.OTHER for m in told) and reply_words.REJECT.search(setting.marked):
        return RelationKind.ANSWERS
    return RelationKind.CITES


def _kind_of_statement(mention: Mention, setting: _Setting, before: str) -> RelationKind | None:
    reacts = reply_words.REPLY.search(before) or reply_words.REJECT.search(setting.words)
    if mention.author is Author.OWN:
        return RelationKind.FOLLOWS if any(s.may_be_letter for f in mention.found for s in f.symbols) else None
    if mention.author is Author.UNKNOWN or not reacts:
        return RelationKind.CITES if mention.found and mention.author is Author.OTHER else None
    if mention.found:
        return RelationKind.ANSWERS
    opens = reply_words.REPLY.search(before) or reply_words.REFERENCE.search(before) or _FIRST_PERSON.search(before)
    return RelationKind.ANSWERS if setting.opening and opens else None


_FIRST_PERSON = re.compile(r"\b(?:I|we|je|nous|my Government|my delegation|rechazo|rechazamos)\b")


def _kind_of_anothers(mention: Mention, setting: _Setting, before: str) -> RelationKind:
    if reply_words.BY_IT.search(before) or reply_words.SUPPORT.search(setting.words):
        return RelationKind.CITES
    if reply_words.REPLY.search(before) or reply_words.REJECT.search(setting.words):
        return RelationKind.ANSWERS
    if setting.opening and reply_words.REFERENCE.search(before):
        return RelationKind.ANSWERS
    return RelationKind.CITES


def _kind_unsigned(mention: Mention, setting: _Setting, before: str, who: Identity) -> RelationKind:
    """A letter of no named author: one's own where it goes to one's own addressee or the writer is the subject."""
    if mention.possessive in ("his", "her", "their", "its"):
        return RelationKind.CITES
    to_ours = mention.addressee is not None and any(
        mention.addressee.lower() in ("you", "vous", "usted", name.lower()) for name in who.addressees
    )
    if to_ours or reply_words.FURTHER.search(before):
        return RelationKind.FOLLOWS
    if reply_words.REPLY.search(before):
        return RelationKind.ANSWERS
    context = setting.marked or setting.words
    if who.owns(context) or (setting.marked and reply_words.OWN_SUBJECT.search(context)):
        return RelationKind.FOLLOWS
    return RelationKind.CITES


def _days(text: str, mention: Mention, documents: Sequence[Found], who: Identity) -> tuple[str | None, ...]:
    """The date of each document: the one printed before it, or those of the list in order."""
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


def _basis(symbols: Sequence[str], described: Description) -> Basis:
    if symbols:
        return Basis.ALL if described.date and described.sender else Basis.SYMBOL
    return Basis.DESCRIPTION if described.date or described.sender else Basis.INFERRED
