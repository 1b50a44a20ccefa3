"""What the words around a communication say of it: that it is rejected, forwarded, or only called as a witness.

Patterns that the deciding of a kind (`corpus.relation_kinds`) asks for, and the few questions that take more than one.
"""

from __future__ import annotations

import re

from corpus import contest_words, dates, reply_words, states
from corpus.authorship import Identity, state_in
from corpus.communications import Mention

SPOKEN = re.compile(r"\b(?:meeting|briefing|debate|session|séance|débat|sesión|reunión)\b", re.I)
"""Before the record of a meeting that is named as the occasion: what was said there is answered."""

FIRST_PERSON = re.compile(r"\b(?:I|we|We|je|nous|my Government|my delegation|[Rr]echazo|[Rr]echazamos)\b")
ASKED_OF_ME = re.compile(
    r"\b(?:request(?:ed|ing|s)?|ask(?:ed|ing|s)?|invit(?:ed|ing|es)|urg(?:ed|ing|es)) (?:me|the Secretary-General|my"
    r"|(?:the )?views"
    r"|(?:Member )?States|Governments|information)\b"
)
REPLY_NOUN = re.compile(r"^(?:repl|respon|réponse|respuesta)")

WHAT_IT_IS_ABOUT = re.compile(
    r"\b(?:letter|note verbale|communication)\b[^;]{1,200}(?<!and)\s(?:concerning|regarding|about|relating to)\s+"
    r"(?:the\s+)?(?:[A-Z]\w+['’]s?\s+)?$"
)
"""Before a letter: another, named before it, is about it; the other is what is spoken to."""
SAID_IN = re.compile(
    rf"(?:{reply_words.REFERENCE.pattern})\s+(?:the\s+)?(?:\w+\s+){{0,3}}?(?:views?|positions?|claims?|assertions?"
    rf"|charges?"
    r"|arguments?|remarks|points|contents?|information|accounts?|references?|accusations?|allegations?|contentions?"
    r"|tirade|insinuations?)\b",
    re.I,
)
"""Refers to what was said: the letter it was said in is spoken to."""
WITNESS = re.compile(
    r"\b(?:according to|selon|según|(?:as|comme|como)\b[^,;.]{0,90}?\b(?:stated|shown"
    r"|indicated|reported|noted|informed|said|recalled|pointed out|told|mentioned|wrote|written|did|does|has done"
    r"|described|explained|declared"
    r"|confirmed|underlined|stressed|requested|proposed|suggested|indiqué\w*|rappelé\w*|signalé\w*|indicad[oa]s?"
    r"|señalad[oa]s?)"
    r"\b(?:[^,;.]{0,60}?|[^;]{0,300}?\b(?:and|as well as)(?:\salso)?\s)\b(?:in|by|dans|par|en|por))"
    r"\s+(?:the\s|a\s|his\s|its\s|her\s|their\s)*$",
    re.I,
)
"""Before a letter that is called as a witness: "as the Permanent Representative informed you in his letter"."""
OUR_ANSWER = re.compile(
    r"\b(?:my|our|notre|ma|nuestra|mi)\s(?:\w+\s)?(?:letters?|notes?|communications?|repl(?:y|ies)|lettre|carta"
    r"|nota)\b(?:(?!\b(?:and|et|y)\b)[^;]){0,120}?"
    r"(?:in (?:reply|response|answer) to|respond(?:ing|ed) to|repl(?:ying|ied) to|answer(?:ing|ed)|en réponse à"
    r"|en respuesta a)"
    r"\s[^,;.]{0,60}$",
    re.I,
)
"""Before a letter: an earlier one of ours has answered it, and this one only says so."""
CHARGE_NOUN = re.compile(r"^(?:all[eé]g|accus|acus|claim|assert|falsehood)")
RAISED = re.compile(r"\b(?:raised|touched upon|referred to|dealt with|broached|mentioned|addressed)\s+in\s+(?:\w+\s)*$")
"""Before a letter: a matter that it raises, and that is now spoken to."""
ANNEXED = re.compile(r"\(see (?:annex|enclosure)")
SAID_THERE = re.compile(r"\bin (?:an?|his|her|its|the|that|their) (?:\w+ )?(?:letter|note|communication|document)\b")
"""After a charge: it was made in writing, and the writing is what is answered."""
TAKEN_UP = re.compile(
    r"\b(?:considered|examined|studied|discussed|took up|had before it|took note of)\s+(?:the\s|a\s)?$", re.I
)
"""Before a letter: what an organ did with it, told by one who reports."""
AT_THE_UN = re.compile(rf"{SPOKEN.pattern}|\b(?:Committee|Council|Assembly|Comité|Conseil|Consejo)\b", re.I)
ON_REQUEST = re.compile(
    r"\bsince (?:the\s)?$|\b(?:(?:at|upon|on) the request\b[^;.]{0,120}\bin|(?:on the basis of|pursuant to"
    r"|following) (?:the "
    r"|a )?requests?\b[^;.]{0,80}"
    r"|on the basis of|sponsors? of)\s+(?:a\s|the\s|his\s|its\s)*$|^\W*(?:(?:At|On|In"
    r"|During)\b[^;.]{0,80},\s)?[Tt]he (?:Security |General )?"
    r"(?:Council|Assembly|Committee)\s(?:\w+\s)?(?:considered|met|held|heard|discussed|adopted|decided|convened"
    r"|been seized"
    r"|took)\b",
    re.I,
)
"""Before a letter: it asked for a meeting or an item, and the organ did as asked."""
EARLIER = re.compile(r"^(?:\w+\s)?(?:previous|earlier|prior|précédentes|anteriores)\b", re.I)
"""Letters that have gone before, of no author: the writer's."""
OCCASION = re.compile(
    r"^\W*(?:\w+\s+){0,6}?(?:concerning|regarding|with (?:regard|reference|respect) to|in (?:connection with"
    r"|relation to"
    r"|reference to)|as (?:regards|to|for)|referring to|attention (?:\w+\s){0,4}?has been (?:drawn|called) to)\s"
    r"(?:\w+\s){0,3}$",
    re.I,
)
THEN_STATES = re.compile(
    r"\b(?:wish(?:es)?|would like|should like|state[sd]?|charges?|clarif\w+|observ\w+|comment\w*|follow(?:s|ing))\b",
    re.I,
)

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
    between = before[verbs[-1].end() :]
    return not _NOT_FORWARDED.search(between) and not reply_words.REPLY.search(before, verbs[-1].start())


_NOT_FORWARDED = re.compile(
    r"[,;:]|\b(?:in(?!\s(?:an\s|the\s|its\s)?annex)|which|that|regarding|concerning|about|between|against|refer\w*"
    r"|repl\w+"
    r"|respon\w+|react\w+|refut\w+|reject\w+|rebut\w+|with (?:regard|respect|reference) to|(?:annexed|attached"
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
    days = [d for d in dates.find(near) if len(d.iso) == 10 and d.iso[0] != "-"]
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
    return bool(contest_words.REJECT.search(plain))


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
)
"""Words by which something was told before: it stands in one's own letters."""


def told_by_us(before: str, who: Identity) -> bool:
    """Whether a bare symbol stands for what the writer told earlier: "our position … (see S/2025/1)"."""
    said = _TOLD.search(before)
    if not said or (_ANOTHER.search(before, 0, said.start()) and not who.owns(before[: said.start()])):
        return False
    return bool(
        _TO_YOU.search(said.group()) or FIRST_OR_OUR.search(before[: said.end()]) or who.owns(before[: said.end()])
    )


_ANOTHER = re.compile(
    r"\b(?!(?:I|We|The|Our|My|This|These|Those|As|You|It)\b)[A-Z]\w+\s(?:has\s|have\s|had\s)?(?:\w+ly\s)?$"
)
"""Right before a verb: somebody named has told it."""
_TO_YOU = re.compile(r"(?:to|before) (?:you|your)$")
FIRST_OR_OUR = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|nous|notre|nos|mon|ma|nuestr[oa]s?|mis?)\b")


def then_states(mention: Mention, text: str) -> bool:
    """Whether what follows a symbol goes on to state something about it."""
    return bool(THEN_STATES.search(text, mention.span.end, mention.sentence.end))


def turned_against(mention: Mention, before: str, text: str) -> bool:
    """Whether a letter is called as a witness against its own author: "according to X's letter, that regime knew"."""
    if not WITNESS.search(before) or not mention.sender:
        return False
    rest = text[mention.span.end : mention.sentence.end][:_REST]
    state = state_in(mention.sender)
    return bool(_REGIME.search(rest)) or bool(
        state and states.mentions(rest, state) and contest_words.BLAMES.search(rest)
    )


_REST = 600
_REGIME = re.compile(r"\b(?:regime|junta|clique|aggressors?|occupiers?|entity|puppet)\b")
