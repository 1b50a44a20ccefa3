"""Communications named in a sentence: what is meant, whose it is, of which date, under which symbol.

A *mention* is a noun ("letter", "note verbale", "statement") with what its sentence says of it. Whose it is decides
what the letter does with it (`corpus.relation_kinds`); what has no symbol is a citation too (`corpus.citations`).
The nouns and what belongs to them are `corpus.nouns`, their authors `corpus.authorship`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus import dates, nouns, office_words
from corpus.author_names import addressee_in, author_named, possessive_in
from corpus.authorship import author_of
from corpus.bare_symbols import bare
from corpus.identity import Author, Identity
from corpus.mention import Mention, within
from corpus.mention_dates import adjoining, own_dates, spoken
from corpus.mention_neighbours import apportioned, elliptical, paired, shared, singled_out
from corpus.model import Span
from corpus.nouns import Noun
from corpus.spot import Spot
from corpus.symbol_find import Found


def mentions_in(text: str, sentence: Span, found: Sequence[Found], who: Identity) -> tuple[Mention, ...]:
    """The communications a sentence names, in order. `found` are the certain symbols that stand in it."""
    if not found and not nouns.find(text, sentence):
        return ()
    return _mentions_in(text, sentence, tuple(found), who)


@lru_cache(maxsize=2048)
def _mentions_in(text: str, sentence: Span, found: tuple[Found, ...], who: Identity) -> tuple[Mention, ...]:
    """Citations ask for them, then relations and the notes called in a sentence: these find them here."""
    heads = nouns.find(text, sentence)
    mentions: list[Mention] = []
    for n, head in enumerate(heads):
        end = heads[n + 1].start if n + 1 < len(heads) else sentence.end
        near = within(found, Span(head.start, end))
        mine = nouns.belonging(text, head, near)
        mentions.append(_mention(text, sentence, head, end, mine, who))
    mentions = [m for m in mentions if m.word not in _VERBS or m.author is not Author.UNKNOWN]
    mentions = [m for m in mentions if m.word not in _SAID or (m.author is Author.OTHER and m.dates)]
    mentions = elliptical(text, sentence, mentions, who)
    taken = {f.start for m in mentions for f in m.found}
    mentions = [
        one
        for m in singled_out(text, shared(text, mentions))
        for part in paired(text, m, who)
        for one in apportioned(text, part, who)
    ]
    mentions += bare(text, sentence, [f for f in found if f.start not in taken], who)
    return tuple(sorted(mentions, key=lambda m: m.span.start))


_VERBS = frozenset(("wrote", "written", "write", "replied", "responded"))
_SAID = frozenset(("accused",))
"""Verbs that tell of a statement where the day and the speaker are told before them."""


def _mention(text: str, sentence: Span, head: nouns.Head, end: int, found: tuple[Found, ...], who: Identity) -> Mention:
    day = adjoining(text, sentence, head.start)
    start, words = nouns.words_before(text, sentence, day.start if day else head.start)
    after = text[head.end : end]
    possessive = possessive_in(words)
    spot = Spot(text, sentence, start, head.end, words, possessive, after, head.kind is Noun.LETTER)
    author, sender = author_of(spot, who)
    if head.kind is Noun.LETTER and author is Author.UNKNOWN and head.plural and _EARLIER.match(words):
        author, sender = Author.OWN, who.name
    if head.kind is Noun.DOCUMENT and (teller := _TELLER.search(spot.before)):
        author, sender = author_named(teller["who"], who)
    if head.kind is Noun.STATEMENT:
        author, sender, after = spoken(text, sentence, Span(start, head.end), after, (author, sender), who)
    days = tuple(
        iso
        for d in ((day,) if day else own_dates(text[sentence.start : start], after, verb=head.word in _VERBS))
        if (iso := dates.with_year(d.iso, who.date))
    )
    short = not found and not days and head.kind is Noun.LETTER and nouns.is_short(text, head, words, author)
    return Mention(
        head.kind, Span(start, max(found[-1].end if found else 0, head.end)), sentence, author, sender,
        addressee_in(after), days, found,
        short=short, leaning=short or bool(nouns.LEANS.search(words)), plural=head.plural, possessive=possessive,
        word=head.word,
    )  # fmt: skip


_TELLER = re.compile(
    rf"\b(?:raised|made|advanced|put forward|formulated|level+ed|stated)\sby\s{office_words.THE}"
    rf"(?P<who>{office_words.SOMEBODY})\s(?:[a-z]+\s){{0,4}}?in\s(?:the\s)?$"
)
"""Before "document A/80/1": who says what it contains, "the points raised by X in"."""
_EARLIER = re.compile(r"(?:many |numerous |several )?(?:previous|earlier|prior)\b", re.I)
"""Letters that have gone before, with no article and no author: the writer's."""
