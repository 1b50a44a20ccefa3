"""The language of dispute: how letters say that another's words are wrong, unwelcome or not to be left alone.

English, French and Spanish side by side. Stems stand for every form of a word, and families for what diplomats vary
freely: verbs of rejection, adjectives of falsehood, nouns of invective, set phrases.
"""

from __future__ import annotations

import re

_VERBS = (
    r"reject(?:s|ed|ing)?|rejection|refut\w+|rebut\w*|protest\w*|den(?:y|ies|ied|ials?)|deplor\w+|condemn\w*|denounc\w+"
    r"|repudiat\w+|disput(?:es?|ed|ing) (?:the|that|these|this|its|his|such|any|every)|object(?:s|ed|ions?)? to"
    r"|tak(?:es?|ing|en) (?:\w+ )?(?:issue|exception|umbrage)|dismiss\w*|disagree\w*|disprov\w+|belie[sd]?"
    r"|distort\w*|mislead\w*|misled|deceiv\w+|fabricat\w+|concoct\w*|manipulat\w+|twist(?:s|ed|ing)?|conceal\w*"
    r"|misrepresent\w+|misquot\w+|misinterpret\w+|misstat\w+|misinform\w+|contradict\w*|vilif\w+|defam\w+|slander\w*"
    r"|rectif\w+|regret(?:s|table|tably|ted)?|calls? into question|evad(?:es?|ed|ing)|dispel\w*|challeng(?:e|es|ed"
    r"|ing) (?:the|that|this"
    r"|these|those|its|his)"
    r"|counter(?:s|ed|ing)? (?:the|that|this|these|those|its|his)|blam(?:es|ed|ing)|resort(?:s|ed|ing)? to"
    r"|whitewash\w*|exonerat\w+"
)
_FALSE = (
    r"baseless|unfounded|groundless|unsubstantiated|false(?:ly|hoods?)?|hypocri\w+|absurd\w*|propaganda|malicious\w*"
    r"|unwarranted|unjustified|tendentious|erroneous\w*|incorrect\w*|disinformation|untru\w+|inaccura\w+|fallac\w+"
    r"|provocative|preposterous|evasi\w+|surpris\w+|astonish\w+|shocked|accus(?:ing|es)|blatant\w*|fakes?"
    r"|insinuat\w+|inadmissible|outrag\w+|indignation|dismay\w*|spurious|specious|bogus|ludicrous|ridiculous|laughable"
    r"|cynical\w*|frivolous\w*|one-sided|biased|half-truths?|inflammatory|slurs?|smears?|libel\w*|calumn\w+|trumped-up"
    r"|mendaci\w+|decepti\w+|deceit\w*|pretexts?|self-serving|far-fetched|unsupported|misplaced|misconce\w+"
    r"|disingenuous\w*|gratuitous\w*|inventions?|lies|pretends?|purports?|not true|wholly unacceptable"
)
_INVECTIVE = (
    r"travesty|litany|tissue of|catalogue of|tirade|diatribe|nonsense|farce|polemic\w*|insult to|affront to|contempt"
    r"|so-called letter|smokescreen|fiction|(?:only|sole|real) (?:aim|purpose|object)"
)
_PHRASES = (
    r"nothing (?:but|more than)|attempts? (?:to|at) (?:justify|divert|conceal|deflect|distract|portray|cover|hide"
    r"|mislead"
    r"|shift|blame)\w*|(?:another|desperate|futile|vain|crude|veiled|clumsy|transparent|cheap) attempts?"
    r"|(?:s(?:eeks?|ought)|tr(?:y|ies|ied)|trying|seeking|attempt(?:s|ed|ing)?) to (?:\w+ )?(?:justify|divert|conceal"
    r"|deflect|distract|portray|cover|hide|shift|blame|legitimi[sz]e|exculpate|absolve|rewrite|discredit|tarnish"
    r"|undermine|present)"
    r"|(?:do|does|did|can|could|will)(?:not|\snot) (?:accept|agree|share|subscribe|stand up|withstand|deserve"
    r"|go unanswered)"
    r"|do(?:es)? not (?:reflect|correspond|conform|accord)|do(?:es)? no justice"
    r"|concern (?:about|at|over) the contents?|no truth|(?:not|without) (?:a |any |the slightest )?(?:\w+ )?(?:basis"
    r"|foundation|merit|substance|justification|truth) ?(?:in|to|for|whatsoever|\W)|without (?:\w+ )?foundation"
    r"|devoid of|(?:ha(?:s|ve)|of|with) no (?:\w+ )?(?:basis|foundation|merit|substance|validity)|far from (?:the "
    r"|being )?(?:truth|true|reality|facts|accurate)|contrary to (?:the )?(?:truth|facts?"
    r"|reality|what)|no (?:relation|resemblance|bearing|correspondence) (?:\w+ ){0,2}(?:to|on|with)|unworthy of"
    r"|(?:un(?:answered|challenged|contested|corrected)|without (?:a |any )?(?:comment|response|reply|challenge))"
    r"|(?:calls?|calling) for (?:the following |a |some |an )?(?:clarif|comment|correct|observ|rectif|respon|repl"
    r"|rejoinder)\w*"
    r"|(?:warrant|deserve|require|merit|necessitate)s? (?:the following |a |an |some |no |our )?(?:\w+ )?(?:clarif"
    r"|comment|correct"
    r"|rectif|respon|repl|rejoinder|rebutt)\w*|omits? to|fails? to mention|glosses over|bad faith|no choice but to"
    r"|(?:gross|grave|glaring|several|many|numerous|manifest|serious|certain|some) (?:\w+ )?(?:errors?|mistakes?"
    r"|omissions?"
    r"|contradictions?|misstatements?)|seriously flawed|hastens? to|correct(?:s|ing)? (?:the|them|this|that|some"
    r"|certain|several"
    r"|its|his)|(?:gives?|paints?|draws?|presents?) a (?:\w+ )?(?:picture|impression|version|account)|factually"
    r"|wrong(?:ly)?|null and void|legally flawed|no legal (?:\w+ )?(?:basis|effect|force|value)"
    r"|not (?:survive|bear|stand up|withstand|hold)|blame (?:is|was)|résiste(?:nt)? pas"
    r"|hides? behind|level(?:s|led) (?:against|at)"
)
_ROMANCE = (
    r"rejet\w+|rejette\w*|réfut\w+|dément\w*|mensong\w+|fausse\w*|prétend\w*|fallacieu\w+|infondée?s?|sans fondement"
    r"|déforme\w*|proteste\w*|contest\w+|indignation|stupéfaction|dénu[ée]e?s? de|contrairement (?:à|aux?)"
    r"|aucun fondement"
    r"|sans réponse|sin respuesta|s['’]inscri(?:t|re) en faux"
    r"|erronée?s?|inexact\w+|inacceptables?|appellent? (?:de (?:notre|sa) part )?(?:les|des|une|la)|tendancieu\w+"
    r"|calomni\w+"
    r"|diffam\w+"
    r"|regrett\w+|déplor\w+|dénonc\w+|condamn\w+|travesti\w*|mise au point|rétablir (?:les faits|la vérité)"
    r"|rechaz\w+|refuta\w*|desmient\w*|desminti\w*|infundad[oa]s?|fals[oa]s?|falsedades|tergivers\w+|protesta\w*"
    r"|mentiras"
    r"|lament(?:a|an|o|amos|able)\b|merecen? (?:las?|los?|una?|algunas?)|carecen? de|inadmisibles?|inaceptables?"
    r"|contrariamente al?|calumni\w*|difam\w+|condena\w*|deplora\w*|desvirtú\w+|desvirtuar|erróne[oa]s?"
    r"|faltan? a la verdad"
)
REJECT = re.compile(rf"\b(?=\w)(?:{_VERBS}|{_FALSE}|{_INVECTIVE}|{_PHRASES}|{_ROMANCE})(?!\w)")
"""Takes issue. For small letters: a pattern of so many words that minds no case takes three times as long."""

CONTRARY = re.compile(
    r"\b(?:contrary to|(?:despite|notwithstanding) (?:the|what)[^,;.]{0,30}(?:claim|assertion|allegation|alleg"
    r"|assert)\w*"
    r"|contrairement (?:à|aux?)|contrariamente al?|al contrario del?)\b[^,;]{0,120}$",
    re.I,
)
"""Before a letter: things are not as it says."""
ASSERTS = re.compile(
    r"\b(?:alleg(?:es?|ed|ing|edly)|claim(?:s|ed|ing)?|assert(?:s|ed|ing)?|contend(?:s|ed)?|accus(?:es?|ed|ing|ations?)"
    r"|charg(?:es?|ed|ing)|insist(?:s|ed) that|pretend(?:s|ed)?|purport(?:s|ed)?|maintain(?:s|ed) that|portray\w*"
    r"|depict\w*|levell?(?:s|ed)|repeat(?:s|ed)|complain(?:s|ed)|threat\w*|presents? a|prétend\w*|affirm\w+|accuse\w*"
    r"|alega\w*|afirm\w+|acusa\w*|sostiene\w*|pretende\w*)\b",
    re.I,
)
"""What a letter says, in words that keep a distance from it."""
NEUTRAL = re.compile(
    r"\b(?:request\w*|ask(?:s|ed)|inform(?:s|ed)|notif\w+|report(?:s|ed)|propos\w+|offer\w*|invit\w+|announc\w+"
    r"|appeal\w*"
    r"|call(?:s|ed) (?:for|upon)|convey\w*|transmit\w*|express\w* (?:its|his|her|their) (?:\w+ )?(?:support|readiness"
    r"|willingness)"
    r"|demand\w*|inform\w+ que|solicit\w+|comunic\w+)\b",
    re.I,
)
"""What somebody does in a letter that calls for no answer by third parties."""
ADMITS = re.compile(
    r"\b(?:admit\w*|acknowledg\w+|conced\w+|confess\w+|recogni[sz]\w+|confirm\w*|reconna\w+|reconoc\w+|confirma\w*)\b",
    re.I,
)
"""What a letter grants: it is called as a witness."""
PROVES = re.compile(
    r"\b(?:confirm|prov|show|expos|refut|disprov|document|record|demonstrat|establish|corroborat|describ|detail|report"
    r"|not|indicat|denounc|condemn|borne out|attest|recall|outlin|illustrat|reflect|reaffirm|circulat|issu|publish"
    r"|distribut|reproduc|transmit|submit|request|ask|propos|call|suggest|offer|recommend|announc|démenti|réfuté"
    r"|confirmé)\w*\s+(?:\w+ly\s+|for\s+|out\s+)?(?:by|in|par|dans|por|en)\s+"
    r"(?:the\s|a\s|an\s|la\s|le\s|una?\s|his\s|her\s|their\s|another\s)*$",
    re.I,
)
"""Before a letter: it shows something, and is not itself spoken to."""
NEXT = re.compile(
    r"(?:[A-Z]\w+ (?:\w+ly )?(?:rejects?|denies|refutes?) (?:this|these|that|those|such|the)\b|[Tt]his|[Tt]hat"
    r"|[Tt]hese|[Tt]hose|[Ss]uch|[Ii]t\b|[Ii]ts|[Tt]hey|[Nn]othing|[Nn]one|[Nn]o\s"
    r"|[Tt]he (?:said\s)?(?:claim|alleg|assert|accus"
    r"|charge|letter|content|insinuat|statement|note|communication|author|second|first|latter|former|repl|assert)"
    r"|[Hh]is|[Hh]er|[Tt]heir|[Aa]ll (?:of )?(?:this|these|that)"
    r"|(?:I|We) (?:categorically |strongly |firmly )?(?:reject|den|refut)|My Government|Cette|Ces|Ce\s|Esta|Estas"
    r"|Este|Estos|Tal(?:es)?)"
)
"""How a sentence begins that goes on speaking of what was named in the one before."""

BLAMES = re.compile(
    r"\b(?:deliberate\w*|intentional\w*|knowing\w*|well aware|knew|violat\w+|aggress\w+|attack\w*|guilty|responsib\w+"
    r"|crimes?"
    r"|unlawful\w*|illegal\w*)\b",
    re.I,
)
"""Words that lay a deed at somebody's door."""
