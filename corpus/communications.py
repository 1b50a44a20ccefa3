"""Communications named in a sentence: what is meant, whose it is, of which date, under which symbol.

A *mention* is a noun ("letter", "note verbale", "statement") with what its sentence says of it. Whose it is decides
what the letter does with it (`corpus.relation_kinds`); what has no symbol is a citation too (`corpus.citations`).
The nouns and what belongs to them are `corpus.nouns`, their authors `corpus.authorship`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from corpus import author_words, dates, nouns, parties
from corpus.authorship import (
    Author,
    Identity,
    Spot,
    addressee_in,
    author_named,
    author_of,
    clean,
    named_author,
    possessive_in,
    state_in,
)
from corpus.model import Span
from corpus.nouns import Noun
from corpus.symbol_find import Found

__all__ = ["Author", "Identity", "Mention", "Noun", "mentions_in", "within"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A communication named in a sentence."""

    noun: Noun
    span: Span
    """From its first word (with its possessive) to the end of what is said of it."""
    sentence: Span
    author: Author
    sender: str | None = None
    addressee: str | None = None
    dates: tuple[str, ...] = ()
    found: tuple[Found, ...] = field(default=())
    """The symbols printed for it, offsets in the same text."""
    short: bool = False
    """A short form that stands for something named before: "the aforementioned letter"."""
    leaning: bool = False
    """Said to be one named before, whatever else is told of it: "these letters, dated …"."""
    plural: bool = False
    possessive: str = ""
    """The possessive before the noun, in small letters: `my`, `your`, `his`."""
    word: str = ""
    """The noun itself, in small letters."""


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
    mentions = _elliptical(text, sentence, mentions, who)
    taken = {f.start for m in mentions for f in m.found}
    mentions = [one for m in _singled_out(text, _shared(text, mentions)) for one in apportioned(text, m, who)]
    for orphan in _runs([f for f in found if f.start not in taken]):
        span = Span(orphan[0].start, orphan[-1].end)
        sender, days = _whose(text[sentence.start : orphan[0].start])
        author, sender = _teller(text[sentence.start : orphan[0].start], sender, who)
        mentions.append(Mention(Noun.DOCUMENT, span, sentence, author, sender, dates=days, found=orphan))
    return tuple(sorted(mentions, key=lambda m: m.span.start))


_VERBS = frozenset(("wrote", "written", "write", "replied", "responded"))
_SAID = frozenset(("accused",))
"""Verbs that tell of a statement where the day and the speaker are told before them."""
_PRONOUNS = frozenset(("that", "those", "one", "celle", "celles"))
_PRESENT = re.compile(r"\b(?:[Tt]he present|[Tt]his|[Ll]a présente) (?:letter|note|lettre)\b")


def _elliptical(text: str, sentence: Span, mentions: list[Mention], who: Identity) -> list[Mention]:
    """Give "that of 3 May" the author of the letter it is set beside: the one named before it, or the present one."""
    kept: list[Mention] = []
    for mention in mentions:
        if mention.word not in _PRONOUNS:
            kept.append(mention)
            continue
        told = next((m for m in reversed(kept) if m.noun is Noun.LETTER), None)
        present = _PRESENT.search(text, sentence.start, mention.span.start)
        if not told and not present and mention.author is Author.UNKNOWN:
            continue
        if mention.author is Author.UNKNOWN:
            author, sender = (told.author, told.sender) if told else (Author.OWN, who.name)
            mention = replace(mention, author=author, sender=sender)
        kept.append(mention)
    return kept


_ACT = re.compile(
    r"\b(?:of|by) (?:the )?(?P<who>[A-Z][\w’'-]*(?: (?:of|the|for|and|[A-Z][\w’'-]*)){0,8})"
    r",? (?:on|of|dated) (?P<day>\d{1,2} [A-Z]\w+ \d{4}),? ?\((?:see (?:also )?)?$"
)
"""Whose act a bare symbol in brackets stands for: "the request of the Security Council, on 28 January 2016 (see …"."""


def _whose(before: str) -> tuple[str | None, tuple[str, ...]]:
    """Who acted, and when, where the words right before a symbol in brackets tell both."""
    act = _ACT.search(before[-240:])
    days = tuple(day.iso for day in dates.find(act["day"])) if act else ()
    return (act["who"], days) if act and days else (None, ())


_TELLER = re.compile(
    rf"(?:\b(?:by|par|por)\s+(?:the\s+|la\s+|le\s+|el\s+|l['’])?(?P<by>{author_words.SOMEBODY})"
    rf"|(?P<of>{author_words.NAME})['’]s?\s+(?:\w+\s+){{0,3}}?(?:claims?|complaints?|charges?|allegations?|assertions?"
    r"|accusations?|contentions?|version|account|arguments?|text|position|statements?)"
    rf"|(?:^|,\s|\bthat\s)(?:[Tt]he\s)?(?P<sent>{author_words.SOMEBODY})\s(?:has\s|have\s)?(?:\w+\s)?(?:circulated"
    rf"|submitted|issued|published"
    r"|distributed))\b[^.;()]{0,120}[ (\[]$"
)
"""Who says what stands under a bare symbol: "points raised by X in", "X's complaint, contained in", "X circulated"."""


def _teller(before: str, told: str | None, who: Identity) -> tuple[Author, str | None]:
    """Whose a bare symbol is, as far as the words right before it say."""
    named = None if told else _TELLER.search(before[-240:])
    name = next((n for n in named.groups() if n), None) if named else None
    if not name or not state_in(clean(name)):
        return Author.UNKNOWN, told
    return author_named(name, who)


def within(found: Sequence[Found], span: Span) -> list[Found]:
    """Those of `found`, in order, that begin in `span`."""
    first = bisect_left(found, span.start, key=lambda f: f.start)
    return list(found[first : bisect_left(found, span.end, key=lambda f: f.start)])


def _runs(orphans: Sequence[Found]) -> list[tuple[Found, ...]]:
    """Symbols that no noun claims, those within 60 characters of one another together."""
    runs: list[list[Found]] = []
    for one in orphans:
        if runs and one.start - runs[-1][-1].end < 60:
            runs[-1].append(one)
        else:
            runs.append([one])
    return [tuple(run) for run in runs]


def _mention(text: str, sentence: Span, head: nouns.Head, end: int, found: tuple[Found, ...], who: Identity) -> Mention:
    start, words = nouns.words_before(text, sentence, head)
    after = text[head.end : end]
    possessive = possessive_in(words)
    spot = Spot(text, sentence, start, head.end, words, possessive, after, head.kind is Noun.LETTER)
    author, sender = author_of(spot, who)
    if head.kind is Noun.LETTER and author is Author.UNKNOWN and head.plural and _EARLIER.match(words):
        author, sender = Author.OWN, who.name
    if head.kind is Noun.STATEMENT:
        author, sender, after = _spoken(text, sentence, Span(start, head.end), after, (author, sender), who)
    days = tuple(
        day
        for d in _own_dates(text[sentence.start : start], after, verb=head.word in _VERBS)
        if (day := dates.with_year(d.iso, who.date))
    )
    short = not found and not days and head.kind is Noun.LETTER and nouns.is_short(text, head, words, author)
    return Mention(
        head.kind, Span(start, max(found[-1].end if found else 0, head.end)), sentence, author, sender,
        addressee_in(after), days, found,
        short=short, leaning=short or bool(nouns.LEANS.search(words)), plural=head.plural, possessive=possessive,
        word=head.word,
    )  # fmt: skip


def _own_dates(before: str, after: str, *, verb: bool) -> list[dates.FoundDate]:
    """The dates that a communication bears: not those of what it is about, told after its own.

    "On D, I addressed a letter to you" dates it as well, where what it is about is all that follows.
    """
    days = dates.find(after)
    sent = _SENT_ON.match(before) or (_WROTE_ON.match(before) if verb else None)
    told = min((m.start() for p in (author_words.ABOUT, _BY_WHICH_WE) if (m := p.search(after))), default=len(after))
    if sent and not any(d.end <= told for d in days):
        return list(dates.find(sent["day"]))
    if verb:
        return [d for d in days if d.end <= told and d.start < _NEAR]
    for about in author_words.ABOUT.finditer(after):
        if days and days[0].end <= about.start():
            return [d for d in days if d.end <= about.start() or _DATED.search(after[: d.start])]
    return list(days)


_NEAR = 60
"""Characters from "wrote" to the day on which somebody did."""
_WROTE_ON = re.compile(r"\W*(?:On|Le|El)\s(?P<day>[^,.;]{6,24}?\d{4}),?\s[^.;]{0,60}$")
_EARLIER = re.compile(r"(?:many |numerous |several )?(?:previous|earlier|prior)\b", re.I)
"""Letters that have gone before, with no article and no author: the writer's."""
_AT_MEETING = re.compile(
    r"\b(?:meeting|debate|session|briefing|consultations|Council|Assembly"
    r"|Committee)\b[^;.]{0,140}?\bon\s(?P<day>\d{1,2}\s\w+(?:\s\d{4})?)\b"
)
"""Before "accusations": the day of the meeting at which they were made."""
_HELD_ON = re.compile(r"\b(?:held|made|delivered|given|convened)\s(?:there\s)?on\s(?P<day>\d{1,2}\s\w+(?:\s\d{4})?)\b")
_SPEAKER = re.compile(
    r",\s(?:the\s)?(?P<who>(?:[A-Z]\w+\s)*(?:representative|Representative|delegation|delegate|Ambassador|Minister)\s"
    rf"(?:[Ff]or Foreign Affairs\s)?of\s(?:the\s)?{author_words.NAME})\s(?:\w+\s){{0,5}}$"
)
"""Right before "accusations": who made them."""


def _spoken(
    text: str, sentence: Span, noun: Span, after: str, told: tuple[Author, str | None], who: Identity
) -> tuple[Author, str | None, str]:
    """Author, name and dating words of something said at a meeting that is told before or after it."""
    before = text[max(sentence.start, noun.start - 300) : noun.start]
    author, sender = told
    if author is Author.UNKNOWN and (speaker := _SPEAKER.search(before)):
        author, sender = author_named(speaker["who"], who)
    if author is Author.OTHER and not dates.find(after):
        held = _AT_MEETING.search(before) or _HELD_ON.search(text, noun.end, min(sentence.end, noun.end + 500))
        after = held["day"] if held else after
    return author, sender, after


_BY_WHICH_WE = re.compile(r"\bby which\b")
_SENT_ON = re.compile(
    r"\W*(?:On|Le|El)\s(?P<day>[^,.;]{6,24}),?\s[^.;]{0,80}\b(?:addressed|sent|transmitted|submitted"
    r"|dispatched)\b[^.;]{0,40}$"
)
"""From the head of a sentence to a letter: the day on which it was sent."""
_DATED = re.compile(r"\b(?:dated|datée?s? du|en date du|de fecha)\s+(?:\d{1,2}\s+\w*\s*(?:,|and|et|y)\s+)*$")
_WITH_IT = re.compile(
    r"\b(?:annexed|attached|appended|enclosed)\s+(?:to it|to them|thereto|therewith|with it|to that letter)\b"
    r"|\by figurant en annexe|\bqui y est jointe|\badjunta a (?:ella|esta)\b",
    re.I,
)


_INCLUDING = re.compile(
    r"^[^.;]{0,120}?\b(?:including|in particular|particularly|notably|especially|such as|namely|inter alia|among them"
    r"|notamment|en particulier|en particular|incluid[oa]s?|entre ellas|most recently|the (?:latest|last"
    r"|most recent)(?: of which)?(?: being)?)[:,]?\s+(?:in\s+)?$"
)
"""Between "our communications" and "the letter dated …": one of them is singled out."""


def _singled_out(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give a letter of no author that of the communications it is named among: "our notes, including a letter"."""
    for i in range(1, len(mentions)):
        before, this = mentions[i - 1], mentions[i]
        if this.author is not Author.UNKNOWN or before.author is Author.UNKNOWN or not before.plural:
            continue
        if before.noun is this.noun is Noun.LETTER and _INCLUDING.match(text[before.span.end : this.span.start]):
            mentions[i] = replace(this, author=before.author, sender=before.sender)
    return mentions


_IN_WHICH = re.compile(r"^[^;.]{0,60}\b(?:in|by|under|with) which\b[^;.]{0,120}$")
"""Between "document A/65/1" and the documents circulated in it: who asked for these asked for it."""
_BY_WHICH = re.compile(
    r"\b(?:by|with|under|through) which\b[^;]{1,200}\b(?:circulated|issued|distributed)\b[^;]{0,60}$"
    r"|\b(?:(?:which|that) (?:\w+ )?(?:transmit|convey|forward|enclos|contain|attach)\w*|transmitting|forwarding"
    r"|conveying|enclosing"
    r"|containing|attaching)\b[^;]{0,240}$"
)
"""Between a letter and "document (A/65/1)": what the letter carried was circulated with it, under its number."""
_APPOSED = re.compile(
    r"^\s?[,(]\s?(?:that is,\s|namely,?\s|being\s)?$"
    r"|^[^;.]{0,40}\b(?:containing|contains|transmitting|embodying|reproducing)\s$"
)


def _shared(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give a letter the symbol printed beside it for one document: after what is annexed to it, or before its name.

    "to the letter dated D and to the letter annexed to it (A/40/301)"; "document S/5688, the letter of X"; "the letter
    of D, by which a statement was circulated as document S/5688".
    """
    for i in range(1, len(mentions)):
        before, this = mentions[i - 1], mentions[i]
        if before.found and not this.found:
            mentions[i - 1], mentions[i] = _named_by_what_follows(text, before, this)
        elif this.found and _unnumbered(before) and _WITH_IT.search(text, this.span.start, this.found[0].start):
            mentions[i - 1] = replace(before, found=this.found)
            mentions[i] = replace(this, noun=Noun.PAPER, found=(), dates=())
        else:
            _carried(text, mentions, i)
    return mentions


def _unnumbered(mention: Mention) -> bool:
    return mention.noun is Noun.LETTER and bool(mention.dates) and not mention.found


def _named_by_what_follows(text: str, before: Mention, this: Mention) -> tuple[Mention, Mention]:
    """A number whose letter, or whose author, is named after it."""
    between = text[before.found[-1].end : this.span.start]
    bare = before.noun in (Noun.DOCUMENT, Noun.STATEMENT)
    if bare and this.noun is Noun.LETTER and _APPOSED.search(between):
        return replace(before, found=()), replace(this, found=before.found)
    told = before.noun is this.noun is Noun.DOCUMENT and before.author is Author.UNKNOWN
    if told and _IN_WHICH.search(between):
        return replace(before, author=this.author, sender=this.sender), this
    return before, this


def _carried(text: str, mentions: list[Mention], i: int) -> None:
    """Give a letter the number under which what it carried was circulated: the last or the last but one before it."""
    this = mentions[i]
    if not this.found or this.noun not in (Noun.DOCUMENT, Noun.STATEMENT):
        return
    for k in range(i - 1, max(i - 3, -1), -1):
        if mentions[k].found:
            return
        if _unnumbered(mentions[k]) and _BY_WHICH.search(text, mentions[k].span.end, this.found[0].start):
            mentions[k], mentions[i] = replace(mentions[k], found=this.found), replace(this, found=())
            return


_RESPECTIVELY = re.compile(r"\b(?:respectively|respectivement|respectivamente)\b")


def apportioned(text: str, mention: Mention, who: Identity) -> tuple[Mention, ...]:
    """One mention for each author of letters told "respectively", each with its own number and date.

    "letters dated 3 and 7 May from the Permanent Representatives of A and B, respectively (S/… and S/…)"
    """
    if not mention.plural or not _RESPECTIVELY.search(text, mention.span.start, mention.sentence.end):
        return (mention,)
    told = text[mention.span.start : mention.sentence.end]
    named = named_author(told[told.lower().find(mention.word) + len(mention.word) :])
    office, _, rest = (named or "").rpartition(" of ")
    names = parties.states(rest)
    count = len(names)
    if count < 2 or count not in (len(mention.found), len(mention.dates)):
        return (mention,)
    shares = []
    for n, name in enumerate(names):
        author, sender = author_named(f"{office} of {name}" if office else name, who)
        shares.append(
            replace(
                mention,
                author=author,
                sender=sender,
                found=mention.found[n : n + 1] if len(mention.found) == count else mention.found,
                dates=mention.dates[n : n + 1] if len(mention.dates) == count else mention.dates,
            )
        )
    return tuple(shares)
