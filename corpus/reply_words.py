"""The language of replies: what diplomacy says when it answers, continues, supports or forwards.

English, French and Spanish formulas side by side. The words lean; whose communication is meant decides
(`corpus.relations`).
"""

from __future__ import annotations

import re

REPLY = re.compile(
    r"\b(?:in (?:reply|response|answer|reaction) to|(?:reply|replies|replying|respond|responds|responding|react"
    r"|answer|answers|answering) to"
    r"|(?:wish|write|writing|compelled|like) to (?:respond|reply|answer|rebut|refute|reject|protest)"
    r"|right of reply|set the record straight"
    r"|(?:reply|response|answer) (?:is|was) (?:\w+ )?(?:given|made) to"
    r"|(?:reply|response|answer|rejoinder|reaction|comments|observations|remarks) (?:of|by|from) [^,;.]{3,90} (?:to|on)"
    r"|(?:transmit|convey|forward|enclose|attach|submit|present)\w*\s[^.;]{0,60}\b(?:reply|response|rejoinder|answer)"
    r"(?:\s\([^)]{1,30}\))?\sto"
    r"|addressing(?=\s*$|\s(?:the|a)\s(?:letter|note|communication|statement|allegation|claim))"
    r"|['’]s (?:reply|response|rejoinder|reaction|rebuttal) to"
    r"|single response|en ré(?:ponse|action) (?:à|aux?)|répondre (?:à|aux?)|droit de réponse|en (?:respuesta"
    r"|contestación) al?"
    r"|responder al?|derecho de réplica|(?:réponse|respuesta|réplica) d(?:e|u|es|el)\s[^,.;]{3,90}?\s(?:à|aux?|al?))\b",
    re.I,
)
"""Says outright that this is an answer."""

REFERENCE = re.compile(
    r"\b(?:reference (?:is|was) made to|attention (?:has been|was) (?:drawn|called) to|(?:comments?|observations?"
    r"|my views|our views) on"
    r"|(?:studied|examined|considered|read)(?=\s(?:the|a)\b|\s*$)|ha(?:go|cer) referencia al?|fai(?:s"
    r"|re) référence (?:à|aux?)"
    r"|tak(?:en|es?|ing) note of|not(?:es|ed|e) with (?:concern|dismay|surprise)|received|receipt of"
    r"|in connection with|in relation to|with (?:reference|regard|respect) to|in reference to|refer(?:s"
    r"|ring)?(?:,[^.;,]{3,60},)? to|as regards|regarding"
    r"|concerning|relating to|in the light of|in view of|on the subject of|draw\w* (?:your )?attention to"
    r"|(?<!the )(?<!The )following|acknowledge\w*|thank\w* you for"
    r"|(?:en|par) référence (?:à|aux?)|réf(?:érer|érant|ère|érons) (?:à|aux?)|au sujet d(?:e|u|es)|concernant"
    r"|relative(?:ment)? (?:à|aux?)|à propos d(?:e|u|es)"
    r"|s'agissant d(?:e|u|es)|accuse\w* réception"
    r"|con (?:referencia|respecto) al?|en relación con|(?:referirme|se refiere|refiero|referirse) al?|acerca del?"
    r"|a propósito del?|respecto del?"
    r"|acus\w+ recibo)\b",
    re.I,
)
"""Names the occasion; neutral by itself."""

FURTHER = re.compile(
    r"\b(?:further to|in follow-up (?:to|of)|follow(?:ing|s)?[- ]up (?:to|of)|as a follow-up|pursuant to (?:my"
    r"|our)|supplement\w* to|in continuation of"
    r"|in addition to|since (?:my|our) (?:last|previous)|as (?:set (?:forth|out)|stated|indicated|conveyed"
    r"|mentioned|stressed) in (?:my|our)"
    r"|(?:comme|faisant) suite (?:à|aux?)|(?:dans le prolongement|en complément) d(?:e|u|es)|en seguimiento del?"
    r"|con posterioridad al?|(?:como|en) (?:complemento|continuación) del?)\b",
    re.I,
)
"""Goes on with something."""

SUPPORT = re.compile(
    r"\b(?:welcom\w+|support(?:s|ed|ing)? the|commend\w*|endors\w+|associat\w+ (?:itself|my (?:delegation|Government"
    r"|country)"
    r"|ourselves|myself)(?: fully| wholly| entirely)? with|appreciat\w+"
    r"|express(?:es)? (?:its|our|my) (?:\w+ )?(?:support|gratitude|appreciation|thanks)|(?:am|is|are) grateful (?:for"
    r"|to)|thank\w*(?! you for)|sponsors?\b|signator\w+|(?:have|has) (?:joined|co-?signed|signed)|shares? (?:the|its"
    r"|fully)|(?:I|we|fully) concur\b|concurs with|align(?:s|ed|ing)? (?:itself|ourselves|myself|with)|salu\w+"
    r"|accueill\w+|appuie\w*|apoya\w*"
    r"|acoge con beneplácito|toma nota)\b",
    re.I,
)
"""Stands with the other author."""

PURSUANT = re.compile(
    r"\b(?:pursuant to|in accordance with|in compliance with|in conformity with|as requested in|conformément (?:à|aux?)"
    r"|de conformidad con)\s*(?:the (?:Security )?Council['’]s\s*)?$",
    re.I,
)
"""Right before a letter: what it asks is done."""
BROUGHT = re.compile(r"\bbrought to the attention of the members\b")
"""The Council's President has passed a letter on: the set answer to it."""

BY_IT = re.compile(
    r"\b(?:\w+ed(?: for| out)?|shown|set out|borne out|made|proven|seen|réfutée?s?|démenti\w*|confirmée?s?"
    r"|\w+[ai]d[oa]s?)\s+(?:\w+ly\s+)?(?P<how>by|in|par|dans|por|en)\s+"
    r"(?:the\s|a\s|an\s|la\s|le\s|una?\s|his\s|her\s|their\s|another\s)*$",
    re.I,
)
"""Before a letter that is called as a witness: "refuted by the letter …"."""

FORWARD = re.compile(
    r"\b(?:transmit(?:s|ted|ting)?|forward(?:s|ing)?|convey(?:s|ing)?|enclos(?:e|es|ed|ing)(?!\sto)|attach(?:ed|es"
    r"|ing)?(?!\sto)|submit(?:s|ting)?|shar(?:e|es|ing)|annexed(?!\sto)|annex(?=\sherewith)"
    r"|circulat(?:e|ing)|bring(?:ing)? to your attention|reproduc\w+|transmettre|transmets|faire (?:tenir"
    r"|parvenir)|faire tenir|communiquer|joindre"
    r"|transmitir(?:le|les)?|transmito|remitir(?:le)?|adjunt\w+|hacer(?:le)? llegar)\b",
    re.I,
)
"""Passes on."""

HEREWITH = re.compile(
    r"\b(?:herewith|hereby|annex\w*|enclos\w+|attach\w+|appended|below|ci-joint\w*|ci-après|en annexe|adjunt\w+"
    r"|anexo|anexa)\b",
    re.I,
)

_CLOSING = re.compile(
    r"\b(?:(?:should|would) (?:be (?:most )?(?:grateful|obliged)|appreciate)|(?:kindly )?(?:request|ask)"
    r"|accept, excellency|reconnaissante?|obligée?|prie"
    r"|agradecer\w+|ruego|solicito)\b.{0,160}\b(?:circulat|distribut|issued|publi|document of|document de"
    r"|documento de|attention of the members)",
    re.I | re.S,
)
"""The closing request: it names organs and items, and is never searched for parents."""
_ASKED = ("circulat", "distribut", "issued", "publi", "document", "attention of the members")


def closing(words: str) -> re.Match[str] | None:
    """The closing request in a sentence; the pattern is only put to those that hold one of its last words."""
    small = words.casefold()
    return _CLOSING.search(words) if any(word in small for word in _ASKED) else None


OWN_SUBJECT = re.compile(
    r"^\W*(?:\w+,?\s+){0,6}?(?:I|we|our|my (?:Government|country|delegation)|nous|notre|mon (?:Gouvernement"
    r"|pays)|nuestro|mi (?:Gobierno|país))\b"
)
"""A sentence of which the writer is the subject."""
