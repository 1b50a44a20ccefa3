"""What a letter does with a communication it mentions: answers, follows, cites, or nothing.

The author decides first, then the place, then the words: another's letter is answered where this one takes issue with
it, replies to it, or names it as its occasion in its opening; one's own is followed. Words count only where they are
the writer's: not inside quotation marks, and not what the other letter is said to reject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus import author_words, dates, reply_words
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
    if forwarded(before):
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


def forwarded(before: str) -> bool:
    """Whether a verb of forwarding governs what comes next: "transmit herewith a letter"."""
    verbs = list(reply_words.FORWARD.finditer(before))
    if not verbs or len(before) - verbs[-1].end() >= 80:
        return False
    return not re.search(
        r"[,;:]|\b(?:in(?!\s(?:an\s|the\s|its\s)?annex)|which|that|regarding|concerning|refer\w*|repl\w+|respon\w+)\b",
        before[verbs[-1].end() :],
    )


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
    if any(m.author is Author.OTHER for m in told) and takes_issue(setting.marked, len(setting.marked)):
        return RelationKind.ANSWERS
    return RelationKind.CITES


def _of_bare_symbol(mention: Mention, setting: Setting, before: str, text: str) -> RelationKind | None:
    """A symbol that nothing calls a letter: answered where it is replied to, or rejected, or a State's."""
    if mention.found and mention.found[0].symbols[0].is_record:
        spoken = (
            setting.opening and setting.contested and reply_words.REFERENCE.search(before) and _SPOKEN.search(before)
        )
        return RelationKind.ANSWERS if spoken else None
    for pattern in (reply_words.REPLY, reply_words.REJECT):
        governs = pattern.search(before[-_GOVERNS:])
        if governs and setting.opening and not re.search(r"[,;(]", before[-_GOVERNS:][governs.end() :]):
            return RelationKind.ANSWERS
    if mention.author is Author.OTHER and state_in(mention.sender or ""):
        named = setting.opening and reply_words.REFERENCE.search(before)
        return RelationKind.ANSWERS if named or takes_issue(_around(mention, text), len(before)) else RelationKind.CITES
    return RelationKind.CITES if _dated_like_a_letter(before) else None


_SPOKEN = re.compile(r"\b(?:meeting|briefing|debate|session|séance|débat|sesión|reunión)\b", re.I)
"""Before the record of a meeting that is named as the occasion: what was said there is answered."""
_GOVERNS = 60
"""Characters before a symbol in which the verb that governs it stands."""
_PAPERS = re.compile(
    r"\b(?:reports?|review|assessments?|strategy|plan|notes?|document|documents|study|proposals?|programme|update"
    r"|findings|record|minutes|declaration|agreement|convention|treaty|rapport|informe)\b",
    re.I,
)


def _dated_like_a_letter(before: str) -> bool:
    """Whether a bare symbol stands right after a full date, or for an exchange of letters, and for no paper."""
    near = before[-160:]
    if re.search(r"\bexchange of letters\b", near):
        return True
    days = [d for d in dates.find(near) if len(d.iso) == 10 and d.iso[0] != "-"]
    return bool(days) and len(near) - days[-1].end < 12 and not _PAPERS.search(near)


def _of_statement(mention: Mention, setting: Setting, before: str, text: str) -> RelationKind | None:
    letters = [s for f in mention.found for s in f.symbols if s.may_be_letter]
    records = [s for f in mention.found for s in f.symbols if s.is_record]
    if mention.author is Author.OWN:
        return RelationKind.FOLLOWS if letters else None
    if mention.found and not letters and not records:
        return None
    reacts = reply_words.REPLY.search(before) or takes_issue(_around(mention, text), len(before))
    if mention.author is Author.UNKNOWN or not (reacts or (setting.opening and setting.contested)):
        return RelationKind.CITES if letters and mention.author is Author.OTHER else None
    if letters or (records and reacts):
        return RelationKind.ANSWERS
    opens = reply_words.REPLY.search(before) or reply_words.REFERENCE.search(before) or _FIRST_PERSON.search(before)
    return RelationKind.ANSWERS if setting.opening and opens else None


_FIRST_PERSON = re.compile(r"\b(?:I|we|We|je|nous|my Government|my delegation|[Rr]echazo|[Rr]echazamos)\b")
_ASKED_OF_ME = re.compile(
    r"\b(?:request(?:ed|ing|s)?|ask(?:ed|ing|s)?|invit(?:ed|ing|es)|urg(?:ed|ing|es)) (?:me|the Secretary-General|my)\b"
)
_REPLY_NOUN = re.compile(r"^(?:repl|respon|réponse|respuesta)")


def _of_yours(mention: Mention, setting: Setting, before: str, text: str) -> RelationKind:
    """The addressee's: answered where it is spoken to ("your letter") or asks for this one; its reply only cited."""
    if _REPLY_NOUN.match(mention.word):
        return RelationKind.CITES
    if mention.possessive and mention.possessive not in author_words.THIRD - author_words.SPANISH_YOUR:
        return RelationKind.ANSWERS
    done = reply_words.BROUGHT.search(text, mention.span.end, mention.sentence.end)
    if setting.opening and (done or _ASKED_OF_ME.search(_around(mention, text))):
        return RelationKind.ANSWERS
    return _of_anothers(mention, setting, before, text)


_WHAT_IT_IS_ABOUT = re.compile(
    r"\b(?:letter|note verbale|communication)\b[^;]{1,200}(?<!and)\s(?:concerning|regarding|about|relating to)\s+"
    r"(?:the\s+)?(?:[A-Z]\w+['’]s?\s+)?$"
)
"""Before a letter: another, named before it, is about it; the other is what is spoken to."""
_SAID_IN = re.compile(
    rf"(?:{reply_words.REFERENCE.pattern})\s+(?:the\s+)?(?:\w+\s+){{0,3}}?(?:views?|positions?|claims?|assertions?|charges?"
    r"|arguments?|remarks|points|contents?|information|accounts?|references?|accusations?|allegations?)\b",
    re.I,
)
"""Refers to what was said: the letter it was said in is spoken to."""
_WITNESS = re.compile(r"\b(?:according to|as (?:stated|shown|indicated|reported|noted) in|selon|según)\s*$", re.I)


def _of_anothers(mention: Mention, setting: Setting, before: str, text: str) -> RelationKind:
    if reply_words.REPLY.search(before):
        return RelationKind.ANSWERS
    if _WHAT_IT_IS_ABOUT.search(before):
        return RelationKind.CITES
    if witness := reply_words.BY_IT.search(before):
        within, head = witness["how"] in ("in", "dans", "en"), before[: witness.start()]
        said = within and (takes_issue(head, len(head)) or (setting.opening and reply_words.REFERENCE.search(head)))
        return RelationKind.ANSWERS if said else RelationKind.CITES
    if takes_issue(_around(mention, text), len(before)):
        return RelationKind.ANSWERS
    if setting.opening and _SAID_IN.search(before) and author_words.VEHICLE.search(before):
        return RelationKind.ANSWERS
    if (
        author_words.VEHICLE.search(before)
        or _WITNESS.search(before)
        or reply_words.SUPPORT.search(_around(mention, text))
    ):
        return RelationKind.CITES
    named = (reply_words.REFERENCE, reply_words.FURTHER, reply_words.PURSUANT)
    if setting.opening and any(words.search(before) for words in named):
        return RelationKind.ANSWERS
    if setting.opening and _BLAMED.match(text, mention.span.end, mention.sentence.end):
        return RelationKind.ANSWERS
    sent = author_words.SENT_YOU.search(
        text, max(mention.sentence.start, mention.span.start - 60), mention.sentence.end
    )
    if setting.opening and setting.contested and sent:
        return RelationKind.ANSWERS
    return RelationKind.CITES


def _of_nobodys(mention: Mention, setting: Setting, before: str, text: str, who: Identity) -> RelationKind:
    """A letter of no named author: one's own where it goes to one's own addressee or the writer is the subject."""
    if mention.possessive in author_words.THIRD or _REPLY_NOUN.match(mention.word):
        return RelationKind.CITES
    to_ours = mention.addressee is not None and any(
        mention.addressee.lower() in ("you", "vous", "usted", name.lower()) for name in who.addressees
    )
    if reply_words.REPLY.search(before) or (takes_issue(_around(mention, text), len(before)) and setting.opening):
        return RelationKind.ANSWERS
    if setting.opening and _CHARGED.search(before):
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


_BLAMED = re.compile(
    r"[)\]]?,?\s(?:(?:once again|again|deliberately|conveniently|also|simply)\s)?(?:ignores?|omits?|fails?|seeks?"
    r"|tries|attempts?"
    r"|overlooks?|passes over|neglects?|purports?|pretends?|accuses?|alleges?)\b"
)
"""After another's letter: what it does, in words that find fault with it."""
_CHARGED = re.compile(
    r"\b(?:accusations?|allegations?|charges)\b(?! (?:were|was|have|has|are|is)\b)[^,;.]{0,90}\bin\s*$"
)
"""Before "a letter": somebody makes a charge in it, as the writer calls it."""
_SUBJECT = 60
"""Characters at the head of a sentence in which its subject stands."""
_QUOTED = re.compile('[“"«][^”"»]{0,1000}[”"»]')
_THEIRS = re.compile(
    r"\b(?:in which|which|who|wherein|whereby|where|dans laquelle|en la que|en la cual)\s+(?:\w+\s+){0,6}?"
    r"(?=(?:reject|refut|den|deplor|condemn|denounc|protest|disput|accus|rejet|rechaz|conden)\w*)",
    re.I,
)


def takes_issue(words: str, at: int) -> bool:
    """Whether a sentence takes issue, in the writer's own words; `at` is where the communication is named in it.

    Words in quotation marks are another's, and so is a rejection that the communication itself makes ("in which his
    Government rejects …").
    """
    plain = _QUOTED.sub(lambda m: " " * len(m.group()), words)
    theirs = _THEIRS.search(plain, at)
    stop = plain.find(",", theirs.end()) if theirs else -1
    if theirs:
        plain = plain[: theirs.start()] + (plain[stop:] if stop > 0 else "")
    return bool(reply_words.REJECT.search(plain))
