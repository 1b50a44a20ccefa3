"""What a letter does with a communication it mentions: answers, follows, cites, or nothing.

The author decides first, then the place, then the words: another's letter is answered where this one takes issue with
it, replies to it, or names it as its occasion in its opening (`corpus.answered`); one's own is followed. Words count
only where they are the writer's: not inside quotation marks, and not what the other letter is said to reject.
"""

from __future__ import annotations

import re

from corpus import answered, contest_words, reply_words, role_words, stance
from corpus.author_names import state_in
from corpus.identity import Author, Identity
from corpus.mention import Mention
from corpus.model import RelationKind
from corpus.nouns import Noun
from corpus.setting import Setting, around
from corpus.setting import before as before_it


def kind_of(mention: Mention, setting: Setting, text: str, who: Identity) -> RelationKind | None:
    """What the letter does with a mentioned communication, None where it does nothing with it."""
    before = before_it(mention, text)
    if mention.noun in (Noun.PAPER, Noun.DOCUMENT):
        return _of_document(mention, setting, before, text, who)
    if mention.dates and not mention.found and mention.dates[0] == who.date and mention.author is not Author.OTHER:
        return None
    if setting.block.part and not mention.found and not _may_speak(mention, setting):
        return None
    if stance.forwarded(before):
        return None
    if mention.noun is Noun.STATEMENT:
        return _of_statement(mention, setting, before, text, who)
    if mention.author is Author.OWN:
        return RelationKind.FOLLOWS
    if mention.author is Author.YOURS:
        return answered.of_yours(mention, setting, before, text, who)
    if mention.author is Author.OTHER:
        return answered.of_anothers(mention, setting, before, text, who)
    return answered.of_nobodys(mention, setting, before, text, who)


def _may_speak(mention: Mention, setting: Setting) -> bool:
    """In an annex, words without a symbol make a relation only in its opening, or to an organ of ours."""
    return setting.opening or (mention.author is Author.OWN and mention.addressee is not None)


def _of_document(mention: Mention, setting: Setting, before: str, text: str, who: Identity) -> RelationKind | None:
    """A bare symbol, or one called a report: in a footnote, as the sentence its marker stands in has it."""
    if not setting.marked:
        if mention.noun is Noun.PAPER:
            return None
        return _of_bare_symbol(mention, setting, before, text, who)
    told = [m for m in setting.marked_mentions if m.noun is Noun.LETTER]
    if any(m.author is Author.OWN for m in told):
        return RelationKind.FOLLOWS
    if mention.noun is Noun.PAPER or not told:
        return None
    if any(m.author is Author.OTHER for m in told) and stance.takes_issue(setting.marked, len(setting.marked)):
        return RelationKind.ANSWERS
    return RelationKind.CITES


def _of_bare_symbol(mention: Mention, setting: Setting, before: str, text: str, who: Identity) -> RelationKind | None:
    """A symbol that nothing calls a letter: answered where it is replied to, or rejected, or a State's."""
    if mention.found and mention.found[0].symbols[0].is_record:
        spoken = setting.contested and reply_words.REFERENCE.search(before) and role_words.SPOKEN.search(before)
        return RelationKind.ANSWERS if setting.opening and spoken else None
    for pattern in (reply_words.REPLY, contest_words.REJECT):
        governs = pattern.search(before[-_GOVERNS:].lower())
        if governs and setting.opening and not _PARTED.search(before[-_GOVERNS:][governs.end() :]):
            return RelationKind.ANSWERS
    if setting.opening and role_words.SAID_IN.search(before) and not stance.told_by_us(before, who):
        return RelationKind.ANSWERS
    then_told = role_words.THEN_WE_TOLD.match(text, mention.span.end, mention.sentence.end)
    if stance.told_by_us(before, who) or (then_told and stance.dated_like_a_letter(before)):
        return RelationKind.FOLLOWS
    if mention.author is Author.OTHER and state_in(mention.sender or ""):
        named = setting.opening and reply_words.REFERENCE.search(before)
        near = around(mention, text)
        charged = setting.opening and who.is_state and not reply_words.SUPPORT.search(near)
        charged = charged and not contest_words.NEUTRAL.search(before[-80:])
        disputed = stance.takes_issue(near, len(before))
        return RelationKind.ANSWERS if named or disputed or charged else RelationKind.CITES
    if setting.opening and who.is_state and role_words.OCCASION.search(before) and stance.then_states(mention, text):
        return RelationKind.ANSWERS
    return RelationKind.CITES if stance.dated_like_a_letter(before) else None


_PARTED = re.compile(r"[;(](?!$)|,(?!\s(?:conveyed|contained|expressed|made|set out|put)\b)")
"""Between a verb and a symbol: it governs something else."""
_GOVERNS = 100
"""Characters before a symbol in which the verb that governs it stands."""


def _of_statement(mention: Mention, setting: Setting, before: str, text: str, who: Identity) -> RelationKind | None:
    letters = [s for f in mention.found for s in f.symbols if s.may_be_letter]
    records = [s for f in mention.found for s in f.symbols if s.is_record]
    if mention.author is Author.OWN:
        return RelationKind.FOLLOWS if letters else None
    if mention.found and not letters and not records:
        return None
    near = around(mention, text)
    written = role_words.SAID_THERE.search(text, mention.span.end, mention.sentence.end)
    charge = setting.opening and who.is_state and not written and bool(role_words.CHARGE_NOUN.match(mention.word))
    reacts = reply_words.REPLY.search(before) or stance.takes_issue(near, len(before)) or charge
    if charge and letters and mention.author is Author.OTHER:
        return RelationKind.ANSWERS
    if letters and mention.author is Author.UNKNOWN and setting.opening:
        return RelationKind.ANSWERS if reacts or reply_words.REFERENCE.search(before) else None
    occasion = setting.opening and who.is_state and mention.dates and not reply_words.SUPPORT.search(near)
    if occasion and not records and not letters and role_words.OCCASION_OF_OURS.search(before):
        return RelationKind.ANSWERS if mention.author is Author.OTHER and state_in(mention.sender or "") else None
    if mention.author is Author.UNKNOWN or not (reacts or (setting.opening and setting.contested)):
        return RelationKind.CITES if letters and mention.author is Author.OTHER else None
    if letters or (records and reacts):
        return RelationKind.ANSWERS
    opens = any(p.search(before) for p in (reply_words.REPLY, reply_words.REFERENCE, role_words.FIRST_PERSON))
    spoken = reacts and who.is_state and (role_words.AT_THE_UN.search(near) or who.owns(before))
    return RelationKind.ANSWERS if setting.opening and (opens or spoken) else None
