"""Whose communication a phrase means: one's own, the addressee's, another's.

    author_of(spot, who) -> (Author, the author's name as written)

Named authors come first ("from the Permanent Representative of X"), then possessives, then the subject of the sentence
for "in a letter" and for "its letter". States are compared by `corpus.states`, so that a minister's letter is as much
the State's own as the ambassador's.
"""

from __future__ import annotations

import re

from corpus import author_words as words
from corpus import capitals, office_words, states
from corpus.author_names import classed, clean, named_author
from corpus.identity import Author, Identity
from corpus.spot import Spot


def author_of(spot: Spot, who: Identity) -> tuple[Author, str | None]:
    """Whose the communication is, and the author's name where one is told."""
    ours = (
        words.PREDECESSOR.search(spot.words)
        or words.FROM_PREDECESSOR.search(spot.after[:80])
        or words.FROM_OURS.search(spot.after)
    )
    if ours or spot.possessive in words.OWN:
        return Author.OWN, who.name
    if spot.possessive in words.YOUR:
        return Author.YOURS, next(iter(who.addressees), None)
    council = words.COUNCIL_WROTE if spot.verb else words.COUNCILS
    asked = not spot.verb and words.VEHICLE.search(spot.before) and words.THEN_COUNCIL.search(spot.after)
    if (asked or council.search(spot.before)) and who.addresses("President of the Security Council"):
        return Author.YOURS, next(iter(who.addressees), None)
    if spot.verb and words.YOU_WROTE.search(spot.before):
        return Author.YOURS, next(iter(who.addressees), None)
    if words.HE_SENT.match(spot.after):
        return _subject(spot.before, who, bare=False)
    vehicle = words.VEHICLE.search(spot.before)
    if vehicle and (said := _sayer(spot, who)):
        return said
    if spot.possessive not in words.THIRD and (named := _named(spot)):
        if office_words.HOME_OFFICE.match(named) and any(map(states.known, who.names)):
            author, name = _subject(spot.before, who, bare=False)
            return (Author.OTHER, named) if author is Author.OTHER and name != named else (Author.OWN, who.name)
        return classed(named, who)
    if spot.letter and words.SENT_BY_US.search(spot.after):
        return Author.OWN, who.name
    if third := _in_third_person(spot, who):
        return third
    if spot.possessive in words.THIRD or vehicle or spot.verb:
        before = spot.before[: vehicle.start()] if vehicle and not spot.possessive else spot.before
        theirs = spot.possessive in words.HIS or spot.possessive == "their"
        author, name = _subject(
            before, who, bare=bool(vehicle) and not spot.possessive, theirs=theirs, reply=spot.is_reply
        )
        if author is not Author.UNKNOWN and (author is not Author.OWN or spot.possessive not in words.SPANISH_YOUR):
            return author, name
        if spot.possessive == "their" and len(who.names) > 1 and not vehicle:
            return Author.OWN, who.name
        if words.SU_OURS.search(spot.before):
            return Author.OWN, who.name
        if spot.possessive in words.SPANISH_YOUR:
            return Author.YOURS, next(iter(who.addressees), None)
    if spot.letter and (words.WE_SENT.search(spot.before) or words.WHICH_WE.search(spot.after)):
        return Author.OWN, who.name
    if spot.letter and (sent := words.SOMEONE_SENT.search(spot.before)):
        author, name = _subject(spot.before[: sent.start()], who, bare=False)
        return (Author.OTHER, None) if author is Author.UNKNOWN else (author, name)
    return Author.UNKNOWN, None


def _in_third_person(spot: Spot, who: Identity) -> tuple[Author, str | None] | None:
    """A note verbale's "its" is its sender's, and its "his" the addressee's."""
    if not words.COMPLIMENTS.search(spot.before):
        return None
    if spot.possessive in words.ITS and words.ITS_REPLY_TO.search(spot.before):
        return Author.YOURS, next(iter(who.addressees), None)
    if spot.possessive in words.ITS or words.ITS_REPLY.search(spot.before):
        told = spot.before[max(m.end() for m in words.TURNS.finditer(spot.before)) :]
        agents = [name for m in words.AGENT.finditer(told) if states.known(name := clean(m["who"]))]
        return classed(agents[-1], who) if agents else (Author.OWN, who.name)
    return (Author.YOURS, next(iter(who.addressees), None)) if spot.possessive in words.HIS else None


def _sayer(spot: Spot, who: Identity) -> tuple[Author, str | None] | None:
    """Who speaks after "in a letter dated …": its author before the comma, else the subject that follows it."""
    if spot.possessive and (spot.possessive not in words.THIRD or _subject(spot.before, who, bare=False)[1]):
        return None
    if named_author(spot.after.partition(", ")[0]):
        return None
    if words.THEN_WE.search(spot.after) and not words.SAID_THERE.search(spot.before):
        return Author.OWN, who.name
    ahead = spot.text[spot.end : spot.sentence.end][:_AHEAD]
    they = words.THEN_THEY.search(spot.after) or (words.THEN_THEY.search(ahead) if spot.possessive else None)
    if not they or words.nobody(they["who"]) or not (they["the"] or _states(clean(they["who"]))):
        return None
    return classed(clean(they["who"]), who)


_AHEAD = 400
"""Characters after "in his letter" in which the subject whose letter it is must be named."""


def _named(spot: Spot) -> str | None:
    """The author a phrase names: after the noun ("from the delegation of X"), or before it ("X's letter")."""
    if name := named_author(spot.after):
        return name
    before = spot.text[max(spot.sentence.start, spot.start - 80) : spot.start]
    if (genitive := office_words.GENITIVE.search(before)) and not words.nobody(genitive["who"]):
        return clean(genitive["who"])
    if adjective := office_words.ADJECTIVE.search(before):
        name = adjective["who"]
        return name if states.key(name) != states.fold(name) else None
    return None


def _subject(
    before: str, who: Identity, *, bare: bool, theirs: bool = False, reply: bool = False
) -> tuple[Author, str | None]:
    """The last who could have written, named in the words before: a pronoun, an office, a State.

    Before a bare "in a letter" a verb must follow its subject: "X informed Y in a letter" is X's. Where the letter is
    `theirs` ("his letter"), the writer and the writer's Government are passed over; where it is a `reply`, all of ours.
    """
    for match in reversed(list(words.SUBJECT.finditer(before))):
        if match["own"]:
            if theirs and (reply or not words.PERSON_OF_OURS.search(match["own"])):
                continue
            if bare and words.REFERS.search(before, match.end()):
                continue
            return Author.OWN, who.name
        if match["foe"]:
            if bare and not before[match.end() :].strip():
                continue
            return Author.OTHER, match["foe"]
        if match["both"]:
            if len(who.names) > 1:
                return Author.OWN, who.name
            continue
        name = clean(match["name"])
        if bare and not before[match.end() :].strip():
            continue
        if words.TOWARDS.search(before[: match.start()]) or words.nobody(name):
            continue
        if capitals.state_of(name) and words.PLACED.search(before[: match.start()]):
            continue
        person = theirs and office_words.PERSON.match(name)
        if who.owns(name) or who.addresses(name) or office_words.OFFICIAL.search(name) or _states(name) or person:
            return classed(name, who)
    return Author.UNKNOWN, None


def _states(name: str) -> bool:
    """Whether a name is that of a State or its capital, or of several: "Chile and Brazil"."""
    return all(states.known(one) or capitals.state_of(one) for one in re.split(r",? and |, ", name))
