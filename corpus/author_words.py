"""How letters say who wrote: possessives, pronouns, verbs of writing, in English, French and Spanish.

Names and offices are `corpus.office_words`.
"""

from __future__ import annotations

import re

from corpus import dates
from corpus.office_words import NAME, THE, WHO


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ABOUT = re.compile(
    r"\b(?:concerning|regarding|about|relating to|with (?:regard|respect|reference) to|in connection with|in which"
    r"|whereby|wherein|on (?:the\s|its\s|their\s)?(?!\d|behalf|\w+day)(?=\w)|containing|alleging|claiming|informing"
    r"|requesting|refuting|rejecting|rebutting|responding|replying|answering|correcting|which(?!\s+the\s)"
    r"|that(?=\s+(?:has|had|was|were|is))|as (?:well|set|contained|requested)"
    r"|concernant|au sujet|relati[fv]e?s?\s(?:à|au|a)|dans laquelle|par laquelle|sobre|relativ[oa]s?\sa"
    r"|en (?:la|las) (?:que|cual|cuales)"
    r"|en relación con)"
)
"""What a letter is about begins here; who is named later did not write it."""
POSSESSIVE = re.compile(
    r"\b(my|our|your|his|her|its|their|whose|mon|ma|mes|notre|nos|votre|vos|sa|son|ses|leurs?|mis?|nuestras?|sus?)\b",
    re.I,
)
OWN = _words("my our mon ma mes notre nos mi mis nuestra nuestras")
YOUR = _words("your votre vos")
SPANISH_YOUR = frozenset(("su", "sus"))
SU_OURS = re.compile(r"\b[Mm]i (?:Gobierno|país|delegación)\b[^.;]{0,80}\ben\s*$")
"""Before "su carta": it is our Government's, which has said something in it."""
THIRD = _words("his her its their whose sa son ses leur leurs su sus")
"""Possessives of a third party; in Spanish the addressee's as well, where no third party is the subject."""
_OUR_PREDECESSOR = r"(?:my|our|mon|mi|nuestro|notre)\s+(?:distinguished\s+)?(?:predecessor|prédécesseur|predecesor)"
PREDECESSOR = re.compile(rf"\b{_OUR_PREDECESSOR}", re.I)
FROM_PREDECESSOR = re.compile(rf"\b(?:from|by|of|de|du|del|par|por)\s+{_OUR_PREDECESSOR}", re.I)
FROM_OURS = re.compile(
    r"^[^.;]{0,60}?\b(?:from|by|of|par|de|por)\s+(?:my|our|mon|notre|mi|nuestro)\s+"
    r"(?:Government|Foreign|Minister|Prime|President|Head|delegation|Mission|authorities|Gouvernement|Gobierno|Ministr)"
)
_WROTE = r"(?:sent|addressed|wrote|written|transmitted|submitted|dispatched|conveyed|circulated|forwarded|delivered)"
SENT_BY_US = re.compile(rf"\b(?:that\s|which\s)?(?:I|we)\s+(?:have\s+|had\s+)?(?:also\s+)?{_WROTE}\b")
WE_SENT = re.compile(
    rf"\b(?:I|we|my Government|my delegation)\s+(?:have\s+|had\s+|has\s+)?(?:\w+\s+)?{_WROTE}\b[^.;]{{0,60}}$", re.I
)
ITS = _words("its sa son ses")
HIS = _words("his her")
COMPLIMENTS = re.compile(r"\bcompliments\b|\bsaluda\b")
"""A note verbale speaks of its sender in the third person: its "its" is "our"."""
TURNS = re.compile(rf"{COMPLIMENTS.pattern}|\b(?:has|tiene) (?:the (?:further )?honour|el honor)\b")
"""In a note verbale: the sender is the subject again."""
AGENT = re.compile(rf"\b(?:by|por|par)\s+{THE}(?P<who>{NAME})")
"""After that: somebody else has acted, and "its notes" may be theirs: "views expressed by X in its notes"."""
ITS_REPLY = re.compile(r"\b(?:its|sa) (?:response|reply|answer|réponse) (?:through|by|in|of|par|dans)\s*$")
SOMEONE_SENT = re.compile(
    r"\b(?:asked for|requested|sought|arranged for|secured) the (?:circulation|distribution|publication"
    r"|issuance) of\s*$|"
    rf"\bhad\s+(?:two\s|several\s|its\s)?$|\b{_WROTE}(?:\s+(?:to\s+)?(?:you|the\s+[A-Z][\w-]+(?:\s\w+){{0,4}}))?\s*$"
)
"""Before "a letter": it was written, and not by us where no pronoun of ours stands before it."""
HE_SENT = re.compile(
    rf"^\s*,?\s*(?:that |which |qu['’])?(?:he|she|they|il|elle|ils)\s+(?:ha[ds]\s+|have\s+|a\s+|avait\s+|ont\s+)?"
    rf"(?:made|delivered|issued|prononcée?|faite?|adressée?|{_WROTE})\b"
)
"""After a noun: somebody named before made it, "the statement he delivered"."""
THEN_WE = re.compile(r"^[^.;]{0,60}?,\s+(?:I|we|nous|je|my Government|my delegation)\b")
"""After "in a letter dated …": we are the subject."""
SAID_THERE = re.compile(
    r"\b(?:contained|made|expressed|set (?:out|forth)|requested|stated|raised|formulated)\s+(?:in|by)\s*$"
)
"""Before "a letter": something else that is spoken of was said in it."""
THEN_THEY = re.compile(rf"^[^.;]{{0,160}}?[,)\]]\s+(?P<the>(?:the|la|le|el|les|los)\s+)?{WHO}")
"""After "in a letter dated …": the author is the subject of the sentence."""
WHICH_WE = re.compile(
    r"(?<!\bfor\s)(?<!\bof\s)\b(?:that|which|in which)\s+(?:I|we|(?:my|our) (?:Government|Minister|President|Prime"
    r"|Foreign|predecessor"
    r"|Mission|delegation))\b"
)
REPLIES = re.compile(r"\b(?:repl|respon|réponse|respuesta)\w*$", re.I)
YOU_WROTE = re.compile(r"\byou (?:have |had )?(?:\w+ly )?$")
COUNCIL_WROTE = re.compile(r"\bthe (?:Security )?Council (?:has |had )?$")
ITS_REPLY_TO = re.compile(r"\b(?:reply|response|answer) to\s*$")
THEN_COUNCIL = re.compile(r"^[^.;]{0,80}?[,)]\s+the (?:Security )?Council\s")
"""After "by a letter dated …": the Council has said something in it."""
COUNCILS = re.compile(r"\bthe (?:Security )?Council['’]s\s$")
WRITES = re.compile(r"\b(?:wr(?:ote|itten|ite)|replied|responded)$")
VEHICLE = re.compile(r"\b(?:in|by|through|by means of|dans|par|en|mediante|por)\s*$", re.I)
"""Before "a letter": the letter is how somebody said it."""
TOWARDS = re.compile(
    r"\b(?:to|against|with|between|concerning|for|informed|notified|told|advised|assured|asked|requested|urged"
    r"|invited|à|au|contra|con|entre)\s+(?:the\s+|la\s+|el\s+|le\s+)?$",
    re.I,
)
"""Before a name: it is spoken to or about, and does not write."""
PLACED = re.compile(
    r"\b(?:in|on|of|from|near|at|over|around|outside|into|dans|sur|de|en|à|a|by|via|and|or)\s+(?:the\s+)?$", re.I
)
"""Before a capital: it is a place, and does not write."""
SUBJECT = re.compile(
    rf"\b(?:(?P<own>I|[Ww]e|[Tt]he undersigned|[Mm]y (?:Government|country|delegation|Mission|people|Minister"
    rf"|predecessors?)"
    rf"|[Oo]ur Governments?|[Nn]ous|[Mm]on (?:Gouvernement|pays)|[Mm]i (?:Gobierno|país|delegación))\b"
    r"|(?P<both>(?:either|each|both) (?:party|parties|of the parties|Governments?|States?)"
    r"|[Tt]he (?:two )?(?:Governments|States|parties))\b"
    r"|(?P<foe>[Tt]he occupying Power|[Tt]h(?:e|at) (?:\w+ )?(?:regime|aggressor|enemy|junta))\b"
    r"|(?P<name>(?!(?:Since|When|As|If|While|After|Before|Although|Until|Once|Where|What|How|Yet|But|And|Now|Thus"
    r"|Nor)\s)"
    rf"{NAME}))"
)
REFERS = re.compile(
    r"\b(?:refer|recall|draw|regret|note|reject|respon[ds]|react|answer|reply|thank|learn|read|receiv|obtain)\w*\b",
    re.I,
)
"""Between "I" and "in a letter": what was said there need not be ours."""
PERSON_OF_OURS = re.compile(r"\b(?:Minister|predecessor|undersigned)", re.I)
"""Of our side, somebody whose "his letter" may be."""
SENT_YOU = re.compile(
    r"\b(?:(?:sent|written|wrote) (?:to )?you\b|(?:addressed|sent) to (?:you|Your Excellency)\b"
    r"|(?:vous|lui) a (?:été )?adress)"
)
"""Beside a letter: it went to our addressee, who now hears the other side."""
TO = re.compile(
    r"\b(?:addressed\s+)?(?:to|adressée?s?\s+(?:à|au)|dirigidas?\s+(?:a|al)|enviadas?\s+(?:a|al)|au|al)\s+"
    r"(?:the\s+|la\s+|le\s+)?"
    r"(?P<to>you\b|vous\b|usted\b|(?:Secretary-General|President of the (?:Security Council|General Assembly"
    r"|Economic and Social Council)|Security Council|General Assembly|Secrétaire général"
    r"|Président du Conseil de sécurité|Secretario General|Presidencia del Consejo de Seguridad"
    r"|Presidente del Consejo de Seguridad|Consejo de Seguridad)"
    r"(?:\s+and\s+the\s+President\s+of\s+the\s+Security\s+Council)?)"
)
_MONTHISH = re.compile(rf"^(?:{dates.MONTH_NAMES})\b", re.I)
_NOBODY = re.compile(
    r"^(?:United Nations(?!\s(?:\w+\s){0,4}(?:Mission|Force|Operation)\b)"
    r"|Charter|Chapter|Article|International|General Assembly$|Security Council$|Council$|Assembly$"
    r"|Naciones Unidas|Nations Unies|Consejo de Seguridad$|Conseil de sécurité$|Annex|Resolution|Document)"
)
_SMALL = re.compile(r"(?<![A-Za-zÀ-ÿ\d/])[a-zà-ÿ]+")
_DATING = _words("dated of circulated issued received on the en date datée datées du de fecha del le la th st nd rd")
_IN_WORDS = {
    "Secretary-General": r"Secretary-General|Secrétaire général|Secretari[oa] General",
    "President of the Security Council": r"Presiden\w+ of the (?:Security )?Council|Présidente? du Conseil de sécurité"
    r"|Presiden\w+ del Consejo de Seguridad",
    "President of the General Assembly": r"President of the General Assembly|Présidente? de l['’]Assemblée générale"
    r"|Presiden\w+ de la Asamblea General",
    "President of the Economic and Social Council": r"President of the Economic and Social Council",
}
_PERSON = r"(?:,?\s+(?:of the United Nations|des Nations Unies|de las Naciones Unidas|for the month of \w+|{name}))?"


def nobody(name: str) -> bool:
    """Whether a capitalized phrase is a month, a text or a body that writes no letters."""
    return bool(_MONTHISH.match(name) or _NOBODY.match(name))


def near(gap: str) -> bool:
    """Whether only a date stands between a noun and the "of" that names its author."""
    return len(gap) < 40 and only_small(gap, _DATING)


def only_small(gap: str, known: frozenset[str]) -> bool:
    """Whether the small words between two places are all among those, or names of months."""
    return all(word in known or word in dates.MONTHS for word in _SMALL.findall(gap))


def is_office(phrase: str, office: str) -> bool:
    """Whether a phrase names that office and no other: "Secretary-General" is not the League's."""
    named = _IN_WORDS.get(office, re.escape(office))
    return bool(re.fullmatch(rf"(?:then |former )?(?:{named}){_PERSON.format(name=NAME)}", phrase.strip()))
