"""What a letter does with a communication it mentions: answers, follows, cites, or nothing.

The author decides first, then the place, then the words: another's letter is answered where this one takes issue with
it, replies to it, or names it as its occasion in its opening; one's own is followed. Words count only where they are
the writer's: not inside quotation marks, and not what the other letter is said to reject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus import author_words, reply_words, stance
from corpus.authorship import Author, Identity, state_in
from corpus.communications import Mention
from corpus.model import Block, RelationKind, Span
from corpus.nouns import Noun


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a mention stands."""

    block: Block
    opening: bool
    """Whether it stands in the paragraphs in which a letter names its occasion."""
    words: str
    """Its sentence."""
    contested: bool = False
    """Whether the paragraphs after it take issue with something."""
    marked: str = ""
    """For a footnote, the sentence in which its marker stands."""
    marked_mentions: tuple[Mention, ...] = ()
    marked_block: str = ""
    marked_span: Span | None = None


_BEFORE = 600
"""Characters before a communication that can govern it: a bound, so that time grows with the text alone."""


def kind_of(mention: Mention, setting: Setting, text: str, who: Identity) -> RelationKind | None:
    """What the letter does with a mentioned communication, None where it does nothing with it."""
    before = text[max(mention.sentence.start, mention.span.start - _BEFORE) : mention.span.start]
    if mention.noun in (Noun.PAPER, Noun.DOCUMENT):
        return _of_document(mention, setting, before, text)
    if mention.dates and not mention.found and mention.dates[0] == who.date and mention.author is not Author.OTHER:
        return None
    if setting.block.part and not mention.found and not _may_speak(mention, setting):
        return None
    if stance.forwarded(before):
        return None
    if mention.noun is Noun.STATEMENT:
        return _of_statement(mention, setting, before, text)
    if mention.author is Author.OWN:
        return RelationKind.FOLLOWS
    if mention.author is Author.YOURS:
        return _of_yours(mention, setting, before, text)
    if mention.author is Author.OTHER:
        return _of_anothers(mention, setting, before, text)
    return _of_nobodys(mention, setting, before, text, who)


def _around(mention: Mention, text: str) -> str:
    """The mention's sentence, as far as it can matter to it."""
    start = max(mention.sentence.start, mention.span.start - _BEFORE)
    return text[start : min(mention.sentence.end, mention.span.end + _BEFORE)]


def _may_speak(mention: Mention, setting: Setting) -> bool:
    """In an annex, words without a symbol make a relation only in its opening, or to an organ of ours."""
    return setting.opening or (mention.author is Author.OWN and mention.addressee is not None)


def _of_document(mention: Mention, setting: Setting, before: str, text: str) -> RelationKind | None:
    """A bare symbol, or one called a report: in a footnote, as the sentence its marker stands in has it."""
    if not setting.marked:
        if mention.noun is Noun.PAPER:
            return None
        return _of_bare_symbol(mention, setting, before, text)
    told = [m for m in setting.marked_mentions if m.noun is Noun.LETTER]
    if any(m.author is Author.OWN for m in told):
        return RelationKind.FOLLOWS
    if mention.noun is Noun.PAPER or not told:
        return None
    if any(m.author is Author.OTHER for m in told) and stance.takes_issue(setting.marked, len(setting.marked)):
        return RelationKind.ANSWERS
    return RelationKind.CITES


def _of_bare_symbol(mention: Mention, setting: Setting, before: str, text: str) -> RelationKind | None:
    """A symbol that nothing calls a letter: answered where it is replied to, or rejected, or a State's."""
    if mention.found and mention.found[0].symbols[0].is_record:
        spoken = (
            setting.opening
            and setting.contested
            and reply_words.REFERENCE.search(before)
            and stance.SPOKEN.search(before)
        )
        return RelationKind.ANSWERS if spoken else None
    for pattern in (reply_words.REPLY, reply_words.REJECT):
        governs = pattern.search(before[-_GOVERNS:])
        if governs and setting.opening and not re.search(r"[,;(]", before[-_GOVERNS:][governs.end() :]):
            return RelationKind.ANSWERS
    if setting.opening and stance.SAID_IN.search(before) and mention.author is Author.UNKNOWN:
        return RelationKind.ANSWERS
    if mention.author is Author.OTHER and state_in(mention.sender or ""):
        named = setting.opening and reply_words.REFERENCE.search(before)
        return (
            RelationKind.ANSWERS
            if named or stance.takes_issue(_around(mention, text), len(before))
            else RelationKind.CITES
        )
    return RelationKind.CITES if stance.dated_like_a_letter(before) else None


_GOVERNS = 60
"""Characters before a symbol in which the verb that governs it stands."""


def _of_statement(mention: Mention, setting: Setting, before: str, text: str) -> RelationKind | None:
    letters = [s for f in mention.found for s in f.symbols if s.may_be_letter]
    records = [s for f in mention.found for s in f.symbols if s.is_record]
    if mention.author is Author.OWN:
        return RelationKind.FOLLOWS if letters else None
    if mention.found and not letters and not records:
        return None
    reacts = reply_words.REPLY.search(before) or stance.takes_issue(_around(mention, text), len(before))
    if mention.author is Author.UNKNOWN or not (reacts or (setting.opening and setting.contested)):
        return RelationKind.CITES if letters and mention.author is Author.OTHER else None
    if letters or (records and reacts):
        return RelationKind.ANSWERS
    opens = (
        reply_words.REPLY.search(before) or reply_words.REFERENCE.search(before) or stance.FIRST_PERSON.search(before)
    )
    return RelationKind.ANSWERS if setting.opening and opens else None


def _of_yours(mention: Mention, setting: Setting, before: str, text: str) -> RelationKind:
    """The addressee's: answered where it is spoken to ("your letter") or asks for this one; its reply only cited."""
    if stance.REPLY_NOUN.match(mention.word):
        return RelationKind.CITES
    if mention.possessive and mention.possessive not in author_words.THIRD - author_words.SPANISH_YOUR:
        return RelationKind.ANSWERS
    done = reply_words.BROUGHT.search(text, mention.span.end, mention.sentence.end)
    if setting.opening and (done or stance.ASKED_OF_ME.search(_around(mention, text))):
        return RelationKind.ANSWERS
    return _of_anothers(mention, setting, before, text)


def _of_anothers(mention: Mention, setting: Setting, before: str, text: str) -> RelationKind:
    if reply_words.REPLY.search(before):
        return RelationKind.ANSWERS
    if stance.WHAT_IT_IS_ABOUT.search(before):
        return RelationKind.CITES
    if witness := reply_words.BY_IT.search(before):
        within, head = witness["how"] in ("in", "dans", "en"), before[: witness.start()]
        said = within and (
            stance.takes_issue(head, len(head)) or (setting.opening and reply_words.REFERENCE.search(head))
        )
        return RelationKind.ANSWERS if said else RelationKind.CITES
    if stance.takes_issue(_around(mention, text), len(before)):
        return RelationKind.ANSWERS
    if setting.opening and stance.SAID_IN.search(before) and author_words.VEHICLE.search(before):
        return RelationKind.ANSWERS
    if (
        author_words.VEHICLE.search(before)
        or stance.WITNESS.search(before)
        or reply_words.SUPPORT.search(_around(mention, text))
    ):
        return RelationKind.CITES
    named = (reply_words.REFERENCE, reply_words.FURTHER, reply_words.PURSUANT)
    if setting.opening and any(words.search(before) for words in named):
        return RelationKind.ANSWERS
    if setting.opening and stance.BLAMED.match(text, mention.span.end, mention.sentence.end):
        return RelationKind.ANSWERS
    sent = author_words.SENT_YOU.search(
        text, max(mention.sentence.start, mention.span.start - 60), mention.sentence.end
    )
    if setting.opening and setting.contested and sent:
        return RelationKind.ANSWERS
    return RelationKind.CITES


def _of_nobodys(mention: Mention, setting: Setting, before: str, text: str, who: Identity) -> RelationKind:
    """A letter of no named author: one's own where it goes to one's own addressee or the writer is the subject."""
    if mention.possessive in author_words.THIRD or stance.REPLY_NOUN.match(mention.word):
        return RelationKind.CITES
    to_ours = mention.addressee is not None and any(
        mention.addressee.lower() in ("you", "vous", "usted", name.lower()) for name in who.addressees
    )
    if reply_words.REPLY.search(before) or (
        stance.takes_issue(_around(mention, text), len(before)) and setting.opening
    ):
        return RelationKind.ANSWERS
    if setting.opening and stance.CHARGED.search(before):
        return RelationKind.ANSWERS
    if to_ours or reply_words.FURTHER.search(before):
        return RelationKind.FOLLOWS
    if setting.opening and reply_words.REFERENCE.search(before) and not author_words.VEHICLE.search(before):
        return RelationKind.ANSWERS
    context = setting.marked or setting.words
    said = author_words.VEHICLE.search(before) and not author_words.REFERS.search(before)
    if said and reply_words.OWN_SUBJECT.search(context):
        return RelationKind.FOLLOWS
    if who.owns(context[:_SUBJECT]) or (setting.marked and reply_words.OWN_SUBJECT.search(context)):
        return RelationKind.FOLLOWS
    return RelationKind.CITES


_SUBJECT = 60
"""Characters at the head of a sentence in which its subject stands."""
