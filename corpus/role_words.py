"""The part a communication plays in a sentence, as patterns: occasion, witness, request, charge, something annexed."""

from __future__ import annotations

import re

from corpus import reply_words

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
NOTED_BY_ORGAN = re.compile(
    r"^\W*(?:El Consejo|La Asamblea|La Comisión|El Comité|Le Conseil|L['’]Assemblée|Le Comité)\b[^,;.]{0,40}?\b"
    r"(?:tomó nota|examinó|consideró|a pris note|a examiné|a pris acte)\b"
)
"""Before a letter: what an organ did with it."""
ANSWERED_BY = re.compile(
    r"\b(?:was|were|been)\s(?:\w+ly\s)?(?:answered|refuted|rebutted|rejected|replied to)\sby\s"
    r"(?!(?:my|our|me|us)\b)(?:the\s)?[A-Z]"
)
"""Beside a letter: a third party has answered it."""
OUR_ANSWER = re.compile(
    r"\b(?:my|our|notre|ma|nuestra|mi)\s(?:\w+\s)?(?:letters?|notes?|communications?|repl(?:y|ies)|lettre|carta"
    r"|nota)\b(?:(?!\b(?:and|et|y)\b)[^;]){0,120}?"
    r"(?:in (?:reply|response|answer) to|respond(?:ing|ed) to|repl(?:ying|ied) to|answer(?:ing|ed)|en réponse à"
    r"|en respuesta a)"
    r"\s[^,;.]{0,60}$",
    re.I,
)
"""Before a letter: an earlier one of ours has answered it, and this one only says so."""
ANSWERED_BEFORE = re.compile(
    r"\b(?:ha(?:ve|s|d)\s(?:already|previously|duly|since)|already)\s(?:\w+\s)?(?:answered|replied to|responded to"
    r"|refuted"
    r"|rejected|rebutted|dealt with)\s[^;.]{0,80}$"
)
IN_OURS = re.compile(r"\b(?:in|by)\s(?:my|our|its)\s(?:\w+\s)?(?:letters?|notes?|communications?|repl(?:y|ies))\b")
"""Before and after a letter: we have answered it, in a letter of ours."""
CHARGE_NOUN = re.compile(r"^(?:all[eé]g|accus|acus|claim|assert|falsehood)")
RAISED = re.compile(r"\b(?:raised|touched upon|referred to|dealt with|broached|mentioned|addressed)\s+in\s+(?:\w+\s)*$")
"""Before a letter: a matter that it raises, and that is now spoken to."""
TOLD_IN = re.compile(
    r"\b(?:noted|reported|indicated|described|detailed|recalled|outlined|announced|suggested"
    r"|proposed)\s(?:\w+ly\s)?in\s+"
    r"(?:an?\s+)?$"
)
"""Before another State's letter: what it tells there, which proves nothing where it is disputed."""
ANNEXED = re.compile(r"\(see (?:annex|enclosure)")
SAID_THERE = re.compile(r"\bin (?:an?|his|her|its|the|that|their) (?:\w+ )?(?:letter|note|communication|document)\b")
"""After a charge: it was made in writing, and the writing is what is answered."""
BEARS_OUT = re.compile(
    r"[)\]]?,?\s(?:which|that|and which)\s(?:\w+ly\s)?(?:confirms?|corroborates?|supports?|bears? out|proves?"
    r"|attests? to)\b"
)
"""After another's letter: it is called as a witness for the writer."""
TAKEN_UP = re.compile(
    r"\b(?:considered|examined|studied|discussed|took up|had before it|took note of)\s+(?:the\s|a\s)?$", re.I
)
"""Before a letter: what an organ did with it, told by one who reports."""
AT_THE_UN = re.compile(rf"{SPOKEN.pattern}|\b(?:Committee|Council|Assembly|Comité|Conseil|Consejo)\b", re.I)
ON_REQUEST = re.compile(
    r"\bsince (?:the\s)?$|\b(?:(?:at|upon|on) the request\b[^;.]{0,120}\bin|(?:on the basis of|pursuant to"
    r"|following) (?:the "
    r"|a )?requests?\b[^;.]{0,80}"
    r"|on the basis of|sponsors? of|agenda\b[^;.]{0,60}\b(?:includes?|contains?|lists?))\s+(?:a\s|the\s|his\s"
    r"|its\s)*$|^\W*(?:(?:At|On|In"
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
OCCASION_OF_OURS = re.compile(
    r"\b(?:I|We|we)\s(?:am\s|are\s)?(?:writ(?:e|ing)\s(?:to you\s)?(?:with (?:reference|regard) to|in (?:connection"
    r"|relation) (?:with|to)|regarding|concerning)|(?:wish|have the honour) to refer to)\s(?:the\s)?$"
)
"""Before a State's statement: it is what the letter is written for."""
THEN_WE_TOLD = re.compile(
    r"[)\]]?,?\s(?:my delegation|my Government|my country|we|I|my Mission)\s(?:ha(?:s|ve|d)\s)?(?:\w+ly\s)?"
    r"(?:alerted|informed|notified|warned|protested|reported|wrote|written|drew|drawn|brought|complained)\b"
)
"""After a dated number: it is under that number that we told it."""
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
WRONG_TO = re.compile(
    r"[^.;]{0,12}?\b(?:concerning|regarding|about|on|relating to)\s[^.;]{0,60}?\b(?:aggressi\w+|attacks?|acts?"
    r"|violations?"
    r"|threats?|strikes?|incursions?|intrusions?|provocations?|raids?|actions?|war|force)\b[^.;]{0,60}?"
    r"\b(?:against|sovereignty of|territory of|airspace of|waters of)\s(?:the\s)?"
    r"(?:(?P<us>my (?:country|Government|people)|our)\b|(?P<whom>(?:[A-Z]\w+(?:\s(?:of|the|and)\b)*\s?){1,6}))"
)
"""After a letter: it is about a wrong that was done, and to whom."""
CHARGED = re.compile(
    r"\b(?:accusations?|allegations?|charges)\b(?! (?:were|was|have|has|are|is)\b)[^,;.]{0,90}\bin\s*$"
)
"""Before "a letter": somebody makes a charge in it, as the writer calls it."""
