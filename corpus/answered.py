"""Whether another's letter is answered, or only called upon: by its author, its place, and the words around it.

A State that names another State's letter in its opening does so because of it: such a letter is answered unless the
words make it a witness, a friend's, or one that went to somebody else. Further on, only words of reply or of dispute
make an answer. The Secretary-General, Presidents and chairs report on letters: of theirs only plain reference counts.
"""

from __future__ import annotations

import re

from corpus import author_words, contest_words, office_words, reply_words, role_words, stance
from corpus.identity import Author, Identity
from corpus.mention import Mention
from corpus.model import RelationKind
from corpus.setting import Setting, around

_NAMED = (reply_words.REFERENCE, reply_words.FURTHER, reply_words.PURSUANT)


def of_yours(mention: Mention, setting: Setting, before: str, text: str, who: Identity) -> RelationKind:
    """The addressee's: answered where it is spoken to ("your letter") or asks for this one; its reply only cited."""
    if role_words.REPLY_NOUN.match(mention.word):
        return RelationKind.CITES
    if mention.possessive and mention.possessive not in author_words.THIRD - author_words.SPANISH_YOUR:
        return RelationKind.ANSWERS
    done = reply_words.BROUGHT.search(text, mention.span.end, mention.sentence.end)
    if setting.opening and (done or role_words.ASKED_OF_ME.search(around(mention, text))):
        return RelationKind.ANSWERS
    return of_anothers(mention, setting, before, text, who)


def of_anothers(mention: Mention, setting: Setting, before: str, text: str, who: Identity) -> RelationKind:
    """Another's: answered by words of reply or of dispute, and by a State in its opening unless only called upon."""
    answered = role_words.ANSWERED_BEFORE.search(before)
    if answered and role_words.IN_OURS.search(text, mention.span.end, mention.sentence.end):
        return RelationKind.CITES
    if (
        role_words.OUR_ANSWER.search(before)
        or role_words.NOTED_BY_ORGAN.match(before)
        or _between_others(mention, text, who)
    ):
        return RelationKind.CITES
    if reply_words.REPLY.search(before) or contest_words.CONTRARY.search(before):
        return RelationKind.ANSWERS
    if role_words.WHAT_IT_IS_ABOUT.search(before) or role_words.ON_REQUEST.search(before):
        return RelationKind.CITES
    near = around(mention, text)
    disputed = stance.takes_issue(near, len(before))
    if not disputed and role_words.BEARS_OUT.match(text, mention.span.end, mention.sentence.end):
        return RelationKind.CITES
    if not disputed and reply_words.SUPPORT.search(near):
        return RelationKind.CITES
    disputed = disputed or _disputed_next(setting)
    if witness := reply_words.BY_IT.search(before):
        return _witness(witness, mention, setting, before, disputed, who)
    if disputed and not role_words.WITNESS.search(before):
        return RelationKind.ANSWERS
    if setting.opening and role_words.SAID_IN.search(before) and author_words.VEHICLE.search(before):
        return RelationKind.ANSWERS
    if setting.opening and stance.turned_against(mention, before, text):
        return RelationKind.ANSWERS
    if role_words.WITNESS.search(before):
        return RelationKind.CITES
    if author_words.VEHICLE.search(before):
        return RelationKind.ANSWERS if setting.opening and _spoken_in(mention, near, who) else RelationKind.CITES
    if (
        role_words.ANNEXED.search(text, mention.span.end, min(mention.sentence.end, mention.span.end + _NEAR))
        and not who.is_state
    ):
        return RelationKind.CITES
    reports = not who.is_state and mention.author is Author.OTHER and role_words.TAKEN_UP.search(before)
    if (
        setting.opening
        and not reports
        and (any(words.search(before) for words in _NAMED) or _occasion(mention, setting, text, who))
    ):
        return RelationKind.ANSWERS
    return RelationKind.CITES


def _between_others(mention: Mention, text: str, who: Identity) -> bool:
    """Whether a sentence tells that a third party has answered a letter: "was answered by Y in its letter"."""
    near = around(mention, text)
    third = role_words.ANSWERED_BY.search(near)
    return third is not None and not who.owns(near[third.end() - 1 :][:_NEAR].partition(" in ")[0])


def _witness(
    witness: re.Match[str], mention: Mention, setting: Setting, before: str, disputed: bool, who: Identity
) -> RelationKind:
    """What is said "in" a letter may be disputed; what is proven by it is not."""
    told = role_words.TOLD_IN.search(before) and disputed and setting.opening and _between_states(mention, who)
    if witness["how"] not in ("in", "dans", "en") or (contest_words.PROVES.search(before) and not told):
        return RelationKind.CITES
    named = setting.opening and reply_words.REFERENCE.search(before[: witness.start()])
    raised = setting.opening and role_words.RAISED.search(before) and _between_states(mention, who)
    return RelationKind.ANSWERS if disputed or named or raised else RelationKind.CITES


def _disputed_next(setting: Setting) -> bool:
    """Whether the next sentence goes on to dispute what was named: "These claims are false"."""
    after = setting.following
    return bool(contest_words.NEXT.match(after)) and stance.takes_issue(after, 0)


def _occasion(mention: Mention, setting: Setting, text: str, who: Identity) -> bool:
    """Whether another's letter, with no word for or against it, is what this one was written for."""
    if role_words.BLAMED.match(text, mention.span.end, mention.sentence.end):
        return True
    sent = author_words.SENT_YOU.search(
        text, max(mention.sentence.start, mention.span.start - 60), mention.sentence.end
    )
    if setting.contested and sent:
        return True
    return _between_states(mention, who) and not contest_words.ADMITS.search(around(mention, text))


def _spoken_in(mention: Mention, near: str, who: Identity) -> bool:
    """Whether what another State says "in a letter" concerns the writer: more than a request or a notice."""
    if not _between_states(mention, who) or contest_words.ADMITS.search(near):
        return False
    return bool(contest_words.ASSERTS.search(near)) or not contest_words.NEUTRAL.search(near)


def _between_states(mention: Mention, who: Identity) -> bool:
    """Whether a State speaks of another's letter that went to the same addressee, or to one who is not told."""
    if not who.is_state or mention.author is not Author.OTHER or not mention.sender:
        return False
    told = mention.addressee
    elsewhere = told is not None and told.lower() not in ("you", "vous", "usted") and not who.addresses(told)
    return not elsewhere and not office_words.OFFICE_OF_THE_UN.search(mention.sender)


def of_nobodys(mention: Mention, setting: Setting, before: str, text: str, who: Identity) -> RelationKind:
    """A letter of no named author: one's own where it goes to one's own addressee or the writer is the subject."""
    if mention.possessive in author_words.THIRD or role_words.REPLY_NOUN.match(mention.word):
        return RelationKind.CITES
    to_ours = mention.addressee is not None and any(
        mention.addressee.lower() in ("you", "vous", "usted", name.lower()) for name in who.addressees
    )
    disputed = stance.takes_issue(around(mention, text), len(before)) or _disputed_next(setting)
    if reply_words.REPLY.search(before) or (setting.opening and (disputed or role_words.CHARGED.search(before))):
        return RelationKind.ANSWERS
    if reply_words.SUPPORT.search(around(mention, text)):
        return RelationKind.CITES
    if _of_our_grievance(mention, text, who) or (mention.dates and stance.told_by_us(before, who)):
        return RelationKind.FOLLOWS
    if to_ours or reply_words.FURTHER.search(before) or role_words.EARLIER.search(mention.span.of(text)):
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


def _of_our_grievance(mention: Mention, text: str, who: Identity) -> bool:
    """Whether a letter of no author tells of what was done to the writer's State: who complains of it is the writer."""
    wronged = role_words.WRONG_TO.match(text, mention.span.end, min(mention.sentence.end, mention.span.end + _NEAR))
    return wronged is not None and who.is_state and (bool(wronged["us"]) or who.owns(wronged["whom"]))


_NEAR = 200
"""Characters after a letter in which "(see annex)" belongs to it."""
_SUBJECT = 60
"""Characters at the head of a sentence in which its subject stands."""
