"""What the words around a communication say of it: that it is rejected, forwarded, or only called as a witness.

Patterns that the deciding of a kind (`corpus.relation_kinds`) asks for, and the few questions that take more than one.
"""

from __future__ import annotations

import re

from corpus import contest_words, dates, reply_words, role_words, states
from corpus.author_names import state_in
from corpus.identity import Identity
from corpus.mention import Mention


def forwarded(before: str) -> bool:
    """Whether a verb of forwarding governs what comes next: "transmit herewith a letter"."""
    verbs = list(reply_words.FORWARD.finditer(before))
    if not verbs or len(before) - verbs[-1].end() >= 80:
        return False
    between = _ASIDE.sub(" ", before[verbs[-1].end() :])
    return not _NOT_FORWARDED.search(between) and not reply_words.REPLY.search(before, verbs[-1].start())


_ASIDE = re.compile(r",\s(?:in|as)\s(?:the\s|an?\s)?(?:attachment|annex|enclosure|appendix),\s")
"""Between a verb of forwarding and a letter: where it stands, set off by commas."""
_NOT_FORWARDED = re.compile(
    r"[,;:]|\b(?:in(?!\s(?:an\s|the\s|its\s)?annex)|which|that|regarding|concerning|about|between|against|refer\w*"
    r"|repl\w+"
    r"|respon\w+|comment\w*|react\w+|refut\w+|reject\w+|rebut\w+|with (?:regard|respect|reference) to|(?:annexed"
    r"|attached"
    r"|appended)\s(?:to|with)"
    r"|on(?!\s(?:behalf|instructions|the instructions))|addressing)\b"
)
"""Between a verb of forwarding and a letter: something else is forwarded, to do with the letter."""
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
    days = [d for d in dates.find(near) if d.is_full]
    return bool(days) and len(near) - days[-1].end < 12 and not _PAPERS.search(near)


_QUOTED = re.compile('[“"«][^”"»]{0,1000}[”"»]')
_THEIRS = re.compile(
    r"\b(?:in which|which|who|wherein|whereby|where|dans laquelle|en la que|en la cual)\s+(?:\w+\s+){0,6}?"
    r"(?=(?:reject|refut|den(?:y|i)|deplor|condemn|denounc|protest|disput|rejet|rechaz|conden)\w*|accus(?:es?|ed"
    r"|ing)\b)",
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
    return bool(contest_words.REJECT.search(plain.lower()))


_TOLD = re.compile(
    r"\b(?:position|views?|stand|stance|concerns?|protests?|objections?|reservations?"
    r"|rights)\b[^;]{0,80}\b(?:set (?:out|forth)"
    r"|communicat\w+|convey\w+|made (?:clear|known)|stated|express\w+|reflect\w+|explain\w+|clarif\w+|contained"
    r"|registered"
    r"|recorded|submitted)\b"
    r"|\b(?:[Oo]ur|[Mm]y) (?:\w+ ){0,2}(?:warnings?|appeals?|complaints?|protests?|notifications?"
    r"|alerts?)\b[^;.]{0,40}$"
    r"|\b(?:brought|reported|submitted|conveyed|communicated) (?:\w+ ){0,3}?(?:to|before) (?:you|the Council|your)"
    r"|\b(?:I|[Ww]e) (?:already |also |then |previously |repeatedly )?(?:informed|reported|brought|drew|raised"
    r"|notified|protested|told)\b"
    r"|\b(?:had|have) (?:already |previously )?(?:had )?occasion to\b|\bmade by (?:my|our) \w+"
    r"|\b(?:informed|notified|advised|apprised|alerted) (?:you|Your Excellency|the (?:Security )?Council"
    r"|the Secretary-General)\b"
    r"|\b(?:have|has|had)\s(?:(?!been)\w+\s){0,2}?(?:drawn|informed|notified|reported|protested|brought|communicated"
    r"|written|alerted|raised"
    r"|called|warned|stated|clarified|explained|denounced|rejected|refuted|apprised)\b"
    r"|\b(?:hemos|he|avons|[Jj]['’]ai)\s(?:\w+\s){0,2}?(?:denunciado|informado|comunicado|señalado|advertido|alertado"
    r"|rechazado|dénoncé|signalé|informé|rejeté|alerté|averti|appelé)\b"
)
"""Words by which something was told before: it stands in one's own letters."""


def told_by_us(before: str, who: Identity) -> bool:
    """Whether a bare symbol stands for what the writer told earlier: "our position … (see S/2025/1)"."""
    said = _TOLD.search(before)
    if not said or (_ANOTHER.search(before, 0, said.start()) and not who.owns(before[: said.start()])):
        return False
    if _THIS.match(before) and "posit" in said.group()[:8]:
        return True
    return bool(
        _TO_YOU.search(said.group()) or FIRST_OR_OUR.search(before[: said.end()]) or who.owns(before[: said.end()])
    )


_ANOTHER = re.compile(
    r"\b(?!(?:I|We|The|Our|My|This|These|Those|As|You|It)\b)[A-Z]\w+\s(?:has\s|have\s|had\s)?(?:\w+ly\s)?$"
)
"""Right before a verb: somebody named has told it."""
_THIS = re.compile(r"\W*(?:This|That|The same) position\b")
"""The writer's position, told in the sentence before."""
_TO_YOU = re.compile(r"(?:to|before) (?:you|your)$")
FIRST_OR_OUR = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|nous|notre|nos|mon|ma|nuestr[oa]s?|mis?|hemos|avons)\b")


def then_states(mention: Mention, text: str) -> bool:
    """Whether what follows a symbol goes on to state something about it."""
    return bool(role_words.THEN_STATES.search(text, mention.span.end, mention.sentence.end))


def turned_against(mention: Mention, before: str, text: str) -> bool:
    """Whether a letter is called as a witness against its own author: "according to X's letter, that regime knew"."""
    if not role_words.WITNESS.search(before) or not mention.sender:
        return False
    rest = text[mention.span.end : mention.sentence.end][:_REST]
    state = state_in(mention.sender)
    return bool(_REGIME.search(rest)) or bool(
        state and states.mentions(rest, state) and contest_words.BLAMES.search(rest)
    )


_REST = 600
_REGIME = re.compile(r"\b(?:regime|junta|clique|aggressors?|occupiers?|entity|puppet)\b")
