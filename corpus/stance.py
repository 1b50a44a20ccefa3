"""What the words around a communication say of it: that it is rejected, forwarded, or only called as a witness.

Patterns that the deciding of a kind (`corpus.relation_kinds`) asks for, and the few questions that take more than one.
"""

from __future__ import annotations

import re

from corpus import dates, reply_words

SPOKEN = re.compile(r"\b(?:meeting|briefing|debate|session|séance|débat|sesión|reunión)\b", re.I)
"""Before the record of a meeting that is named as the occasion: what was said there is answered."""

FIRST_PERSON = re.compile(r"\b(?:I|we|We|je|nous|my Government|my delegation|[Rr]echazo|[Rr]echazamos)\b")
ASKED_OF_ME = re.compile(
    r"\b(?:request(?:ed|ing|s)?|ask(?:ed|ing|s)?|invit(?:ed|ing|es)|urg(?:ed|ing|es)) (?:me|the Secretary-General|my)\b"
)
REPLY_NOUN = re.compile(r"^(?:repl|respon|réponse|respuesta)")

WHAT_IT_IS_ABOUT = re.compile(
    r"\b(?:letter|note verbale|communication)\b[^;]{1,200}(?<!and)\s(?:concerning|regarding|about|relating to)\s+"
    r"(?:the\s+)?(?:[A-Z]\w+['’]s?\s+)?$"
)
"""Before a letter: another, named before it, is about it; the other is what is spoken to."""
SAID_IN = re.compile(
    rf"(?:{reply_words.REFERENCE.pattern})\s+(?:the\s+)?(?:\w+\s+){{0,3}}?(?:views?|positions?|claims?|assertions?|charges?"
    r"|arguments?|remarks|points|contents?|information|accounts?|references?|accusations?|allegations?)\b",
    re.I,
)
"""Refers to what was said: the letter it was said in is spoken to."""
WITNESS = re.compile(r"\b(?:according to|as (?:stated|shown|indicated|reported|noted) in|selon|según)\s*$", re.I)

BLAMED = re.compile(
    r"[)\]]?,?\s(?:(?:once again|again|deliberately|conveniently|also|simply)\s)?(?:ignores?|omits?|fails?|seeks?"
    r"|tries|attempts?"
    r"|overlooks?|passes over|neglects?|purports?|pretends?|accuses?|alleges?)\b"
)
"""After another's letter: what it does, in words that find fault with it."""
CHARGED = re.compile(
    r"\b(?:accusations?|allegations?|charges)\b(?! (?:were|was|have|has|are|is)\b)[^,;.]{0,90}\bin\s*$"
)
"""Before "a letter": somebody makes a charge in it, as the writer calls it."""


def forwarded(before: str) -> bool:
    """Whether a verb of forwarding governs what comes next: "transmit herewith a letter"."""
    verbs = list(reply_words.FORWARD.finditer(before))
    if not verbs or len(before) - verbs[-1].end() >= 80:
        return False
    return not re.search(
        r"[,;:]|\b(?:in(?!\s(?:an\s|the\s|its\s)?annex)|which|that|regarding|concerning|refer\w*|repl\w+|respon\w+)\b",
        before[verbs[-1].end() :],
    )


_PAPERS = re.compile(
    r"\b(?:reports?|review|assessments?|strategy|plan|notes?|document|documents|study|proposals?|programme|update"
    r"|findings|record|minutes|declaration|agreement|convention|treaty|rapport|informe)\b",
    re.I,
)


def dated_like_a_letter(before: str) -> bool:
    """Whether a bare symbol stands right after a full date, or for an exchange of letters, and for no paper."""
    near = before[-160:]
    if re.search(r"\bexchange of letters\b", near):
        return True
    days = [d for d in dates.find(near) if len(d.iso) == 10 and d.iso[0] != "-"]
    return bool(days) and len(near) - days[-1].end < 12 and not _PAPERS.search(near)


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
