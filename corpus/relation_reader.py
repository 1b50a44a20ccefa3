"""Walks a letter sentence by sentence and says what each does with the communications it mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from corpus import author_words, reply_words
from corpus.author_names import state_in
from corpus.communications import mentions_in
from corpus.identity import Author, Identity
from corpus.mention import Mention, within
from corpus.model import (
    Block,
    BlockKind,
    Citation,
    CitationKind,
    Marker,
    Part,
    Relation,
    RelationKind,
    Span,
)
from corpus.nouns import Noun
from corpus.relation_kinds import kind_of
from corpus.relation_targets import basis, targets
from corpus.sentences import sentences
from corpus.setting import Setting
from corpus.stance import takes_issue
from corpus.symbol_find import Found
from corpus.symbol_forms import Symbol
from corpus.transmittals import transmitted

_SEARCHED = frozenset((BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTATION, BlockKind.NOTE))
_OPENING = 3
"""Paragraphs in which a letter names its occasion."""
_JOINTS = frozenset("-–—")
_FOLLOWING = 600
"""Characters of the next sentence that can speak of the one being read."""


class Reader:
    """One letter being searched for relations."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        markers: Sequence[Marker],
        parts: Sequence[Part],
        citations: Sequence[Citation],
        who: Identity,
    ) -> None:
        self.text, self.blocks, self.who = text, blocks, who
        self.by_id = {block.id: block for block in blocks}
        self.parts = {part.id: part for part in parts}
        self.marks: dict[str, Marker] = {}
        for marker in markers:
            if marker.note:
                self.marks.setdefault(marker.note, marker)
        self.found: dict[str, list[Found]] = {}
        for cited in citations:
            if cited.kind is CitationKind.SYMBOL and not cited.guess:
                self._keep(cited)
        self.following = ""
        """The sentence after the one being read, in the same block."""
        self.disputed: dict[str, bool] = {}
        """Blocks that were asked whether they take issue with something."""
        self.last: Mention | None = None
        """The last letter whose author was told."""
        self.did: RelationKind | None = None
        """What was done with the last letter."""
        self.forwarded: list[str] = []
        """Authors of what the letter says it forwards."""

    def _keep(self, cited: Citation) -> None:
        """Keep a symbol that is cited; one joined to the last by a dash is a third half of it.

        Two of one series are no dual symbol but two documents: "letters of 3 and 7 May (S/2024/1-S/2024/2)".
        """
        found = self.found.setdefault(cited.block, [])
        start = cited.span.start
        symbols: tuple[Symbol, ...] = (Symbol("-".join(cited.symbols).replace(" ", "")),)
        if found and self.text[found[-1].end : start] in _JOINTS and _of_other_series(symbols[0], found[-1]):
            last = found.pop()
            start, symbols = last.start, (*last.symbols, *symbols)
        found.append(Found(start, cited.span.end, symbols))

    def relations(self) -> Iterator[Relation]:
        """Relations in reading order, several for one target possible."""
        counts: dict[str, int] = {}
        for index, block in enumerate(self.blocks):
            if block.kind not in _SEARCHED:
                continue
            number = counts[block.part] = counts.get(block.part, -1) + (block.kind is not BlockKind.NOTE)
            contested = number < _OPENING and self._contested(index)
            told = sentences(self.text, block.span)
            for sentence, after in zip_longest(told, told[1:]):
                self.following = after.of(self.text)[:_FOLLOWING] if after else ""
                yield from self._in_sentence(block, sentence, number < _OPENING, contested)

    def _contested(self, index: int) -> bool:
        """Whether a block or one of the next two takes issue with something."""
        near = [b for b in self.blocks[index : index + 4] if b.kind in _SEARCHED][:3]
        return any(self._disputes(b) for b in near)

    def _disputes(self, block: Block) -> bool:
        if block.id not in self.disputed:
            self.disputed[block.id] = takes_issue(block.span.of(self.text)[:4000], 0)
        return self.disputed[block.id]

    def _in_sentence(self, block: Block, sentence: Span, opening: bool, contested: bool) -> Iterator[Relation]:
        words = sentence.of(self.text)
        asked = reply_words.closing(words)
        if asked and asked.start() < 40:
            return
        who = self._writer(block)
        found = within(self.found.get(block.id, []), sentence)
        if block.part == "" and opening and block.kind is not BlockKind.NOTE and (told := transmitted(words, who)):
            self.forwarded.append(told.sender or "")
            yield Relation(RelationKind.TRANSMITS, (), told, block.id, sentence, basis((), told))
        stop = sentence.start + asked.start() if asked else sentence.end
        mentions = [m for m in mentions_in(self.text, sentence, found, who) if m.span.start < stop]
        if not mentions:
            return
        setting = self._setting(block, sentence, opening, contested)
        for mention in mentions:
            mention = self._bound(mention)
            kind = self._placed(mention) or kind_of(mention, setting, self.text, who)
            if kind:
                self.did = kind if mention.noun is Noun.LETTER else self.did
                yield from targets(self.text, mention, kind, setting, who)

    def _writer(self, block: Block) -> Identity:
        """Who speaks in a block: in an annexed letter of another State, that State."""
        part = self.parts.get(block.part)
        if not part:
            return self.who
        told = [name for name in (part.author, *self.forwarded) if name]
        if any(self.who.owns(name) for name in told):
            return self.who
        state = next((state for name in told if (state := state_in(name))), None)
        if not state:
            return self.who
        return Identity((state,), (), self.who.addressees, part.date or self.who.date)

    def _setting(self, block: Block, sentence: Span, opening: bool, contested: bool) -> Setting:
        words = sentence.of(self.text)
        note = block.kind is BlockKind.NOTE
        marker = self.marks.get(block.id) if note else None
        home = self.by_id.get(marker.block) if marker else None
        if marker is None or home is None:
            return Setting(block, opening and not note, words, contested, following=self.following)
        for one in sentences(self.text, home.span):
            if one.start < marker.at <= one.end + 1:
                mentions = mentions_in(self.text, one, (), self._writer(home))
                return Setting(block, False, words, contested, one.of(self.text), mentions, home.id, one)
        return Setting(block, False, words, contested)

    def _placed(self, mention: Mention) -> RelationKind | None:
        """What was done with the letter named before, where a sentence only says where that was issued."""
        told = self.did and mention.noun is Noun.LETTER and mention.found
        return self.did if told and _APPEARED.match(self.text, mention.span.start, mention.sentence.end) else None

    def _bound(self, mention: Mention) -> Mention:
        """A letter said to be one named before takes its author: "these letters", "his letter"."""
        last = self.last
        if last and mention.found and _APPEARED.match(self.text, mention.span.start, mention.sentence.end):
            return replace(mention, author=last.author, sender=last.sender, dates=last.dates)
        if mention.noun is Noun.LETTER and mention.author is not Author.UNKNOWN:
            self.last = mention
        if mention.author is not Author.UNKNOWN or last is None or not (mention.leaning or mention.possessive):
            return mention
        if mention.possessive in author_words.THIRD and last.author is Author.OWN:
            return mention
        return replace(mention, author=last.author, sender=last.sender)


_SERIES = re.compile(r"A/ES|[A-Z]+")
"""The series a number belongs to: an organ's, or that of the Assembly's emergency sessions."""


def _of_other_series(symbol: Symbol, before: Found) -> bool:
    """Whether no half before it is of the same series, in which a document has one number."""
    halves = [half.display for one in (*before.symbols, symbol) for half in one.halves]
    series = [match.group() if (match := _SERIES.match(half)) else half for half in halves]
    return series[-1] not in series[:-1]


_APPEARED = re.compile(
    r"(?:the|that|this|his|her|said)\s(?:said\s|latter\s)?(?:letters?|notes?(?: verbales?)?|communications?)\s"
    r"(?:appeared|(?:was|were|has been|have been) (?:\w+ly )?(?:circulated|issued|distributed|published))\b",
    re.I,
)
"""A sentence that says where the letter just named was issued."""
