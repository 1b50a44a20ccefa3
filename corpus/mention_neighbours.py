"""What the communications of a sentence tell of one another: a shared number, an implied author, a list shared out."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, zip_longest

from corpus import dates, office_words, parties
from corpus.author_names import author_named, named_author
from corpus.identity import Author, Identity
from corpus.mention import Mention
from corpus.model import Span
from corpus.nouns import Noun


def elliptical(text: str, sentence: Span, mentions: list[Mention], who: Identity) -> list[Mention]:
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


_PRONOUNS = frozenset(("that", "those", "one", "celle", "celles"))
_PRESENT = re.compile(r"\b(?:[Tt]he present|[Tt]his|[Ll]a présente) (?:letter|note|lettre)\b")


def singled_out(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give a letter of no author that of the communications it is named among: "our notes, including a letter"."""
    for i in range(1, len(mentions)):
        before, this = mentions[i - 1], mentions[i]
        if this.author is not Author.UNKNOWN or before.author is Author.UNKNOWN or not before.plural:
            continue
        if before.noun is this.noun is Noun.LETTER and _INCLUDING.match(text[before.span.end : this.span.start]):
            mentions[i] = replace(this, author=before.author, sender=before.sender)
    return mentions


_INCLUDING = re.compile(
    r"^[^.;]{0,120}?\b(?:including|in particular|particularly|notably|especially|such as|namely|inter alia|among them"
    r"|notamment|en particulier|en particular|incluid[oa]s?|entre ellas|most recently|the (?:latest|last"
    r"|most recent)(?: of which)?(?: being)?)[:,]?\s+(?:in\s+)?$"
)
"""Between "our communications" and "the letter dated …": one of them is singled out."""


def shared(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give a letter the symbol printed beside it for one document: after what is annexed to it, or before its name.

    "to the letter dated D and to the letter annexed to it (A/40/301)"; "document S/5688, the letter of X"; "the letter
    of D, by which a statement was circulated as document S/5688".
    """
    for i in range(1, len(mentions)):
        before, this = mentions[i - 1], mentions[i]
        if _unnumbered(before) and _no_resolution(text, this):
            mentions[i - 1], mentions[i] = replace(before, found=this.found), replace(this, found=())
        elif before.found and not this.found:
            mentions[i - 1], mentions[i] = _named_by_what_follows(text, before, this)
        elif this.found and _unnumbered(before) and _WITH_IT.search(text, this.span.start, this.found[0].start):
            mentions[i - 1] = replace(before, found=this.found)
            mentions[i] = replace(this, noun=Noun.PAPER, found=(), dates=())
        else:
            _carried(text, mentions, i)
    return mentions


_WITH_IT = re.compile(
    r"\b(?:annexed|attached|appended|enclosed)\s+(?:to it|to them|thereto|therewith|with it|to that letter)\b"
    r"|\by figurant en annexe|\bqui y est jointe|\badjunta a (?:ella|esta)\b",
    re.I,
)
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


def _no_resolution(text: str, mention: Mention) -> bool:
    """Whether a resolution is followed by a number that can only be the letter's: "resolution 9 (2015) (S/2022/5)"."""
    told = mention.noun is Noun.PAPER and mention.found and _RESOLUTION.match(mention.word)
    if not told or not _ITS_NUMBER.fullmatch(text, mention.span.start, mention.found[0].start):
        return False
    return all(s.may_be_letter for f in mention.found for s in f.symbols)


_RESOLUTION = re.compile(r"r[eé]sol")
_ITS_NUMBER = re.compile(r"(?:\w+\s)*?[Rr][eé]sol\w+\s\d+\s\(\d{4}\)[,)]?\s[(\[]")
"""A resolution with its own number, up to the bracket that opens another."""


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


def paired(text: str, mention: Mention, who: Identity) -> tuple[Mention, ...]:
    """One mention for each author told with a date of its own: "the notes of X of 3 May and of Y of 7 May"."""
    if not mention.plural or mention.noun is not Noun.LETTER:
        return (mention,)
    told = list(_OF_ITS_DATE.finditer(text, mention.span.start, min(mention.sentence.end, mention.span.end + _PAIRED)))
    if len(told) < 2 or any(not _AND.match(text[a.end() : b.start()]) for a, b in pairwise(told)):
        return (mention,)
    shares = []
    for match, after in zip_longest(told, told[1:]):
        author, sender = author_named(match["who"], who)
        days = tuple(day for d in dates.find(match["day"]) if (day := dates.with_year(d.iso, who.date)))
        stop = after.start() if after else mention.sentence.end
        found = tuple(f for f in mention.found if match.start() < f.start < stop)
        shares.append(replace(mention, author=author, sender=sender, dates=days, found=found))
    return tuple(shares)


_PAIRED = 300
_DAY = r"\d{1,2}\s[A-Z]\w+(?:\s\d{4})?"
_OF_ITS_DATE = re.compile(
    rf"\b(?:of|from|by)\s{office_words.THE}(?P<who>{office_words.SOMEBODY}),?\s(?:of"
    rf"|dated)\s(?P<day>{_DAY})(?:\s\([^)]{{3,60}}\))?"
)
_AND = re.compile(r",?\s(?:and|et|y)\s(?:to\s|those\s|that\s)?$|,\s$")


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


_RESPECTIVELY = re.compile(r"\b(?:respectively|respectivement|respectivamente)\b")
