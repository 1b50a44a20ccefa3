"""How letters name an author: capitalized names, offices of States and of the Organization, "from" before them.

English, French and Spanish. Possessives, pronouns and verbs are `corpus.author_words`.
"""

from __future__ import annotations

import re

CAPITAL = r"[A-Z\u00c0-\u00dd\u0410-\u042f][\w'’.\-]*"
_LINK = r"(?:of|and|the|for|on|de|de la|la|las|los|el|del|du|des|et|y|a\.i\.|d['’]|l['’])"
NAME = rf"{CAPITAL}(?:(?:\s+{_LINK}){{0,3}}\s+(?:d['’]|l['’])?{CAPITAL}){{0,14}}"
THE = r"(?:the\s+|la\s+|le\s+|les\s+|el\s+|los\s+|l['’])?"
_SMALL_OFFICE = (
    r"(?:permanent\s+|acting\s+|deputy\s+)*(?:representatives?|observers?|delegations?|ministers?"
    r"|ambassadors?|delegates?|head|president|chair(?:man)?|[Cc]hargée?s?\s+d['’]affaires)"
    r"(?:\s+a\.i\.|,?\s+(?:ad\s+)?interim)?"
    r"|(?:[Rr]eprésentante?s?|[Oo]bservat(?:eur|rice)s?|mission)(?:\s+permanente?s?)?(?:\s+par\s+intérim)?"
    r"|[Cc]hargée?s? d['’]affaires(?:\s+par\s+intérim|\s+a\.i\.)?|délégation"
    r"|[Mm]inistres?(?:\s+(?:des|de la|de l['’])\s*[a-zà-ÿ]+(?:\s+[a-zà-ÿ]+){0,4}?)?"
    r"|(?:[Rr]epresentantes?|[Oo]bservador(?:a|es)?|misión)(?:\s+[Pp]ermanentes?)?(?:\s+interin[oa])?|delegación"
    r"|[Ee]ncargad[oa]s? de negocios(?:\s+interin[oa])?|ministr[oa]"
)
_AT_MISSION = (
    r"(?:(?:the|la)\s+(?:Permanent\s+Mission|Mission\s+permanente|Misión\s+Permanente)\s+(?:of|de|du|d['’])\s*)?"
)
_GOVERNING = r"(?:regime|authorities|[Gg]overnment|leadership|rulers|junta|administration)"
_OFFICE = (
    rf"(?:then\s+|former\s+)?(?:{CAPITAL}\s+)?(?:{_SMALL_OFFICE})\s*"
    rf"(?:of|for|de|del|du|des|d['’])\s*{_AT_MISSION}{THE}{NAME}"
    rf"|(?:{CAPITAL}\s+){{1,3}}(?:representatives?|delegation|Government|side|mission|regime|authorities|leadership"
    rf"|administration)"
    rf"|{_GOVERNING}\s+in\s+{CAPITAL}(?:\s{CAPITAL})?"
)
_TITLE = (
    rf"(?:,\s+(?:the\s+|la\s+|le\s+|el\s+)?(?=[^,;()]{{0,90}}(?:Minister|President|Representative|Secretary"
    rf"|Ambassador|Director|Chair|Head|Ministre|Ministro|Ministra|Président|Presidente|Représentant|Representante))"
    rf"{NAME})?"
)
"""What stands after a person's name: "A. B., Deputy Prime Minister of the Kingdom of X"."""
SOMEBODY = rf"(?:{_OFFICE}|{NAME}{_TITLE})"
WHO = rf"(?P<who>{SOMEBODY})"
FROM = re.compile(
    rf"(?:\b(?:from|by|par|por|sent by|signed by|on behalf of)\s+{THE}"
    rf"|\bque (?:vous|lui) (?:a|avait) adressée?s?\b[^.;]{{0,40}}?\ble\s+"
    rf"|(?:^|\bthat|\bwhich|\bque)\s+(?:the|la|le|el)\s+(?={_OFFICE}|Permanent|Minister|President|Government"
    rf"|Représentant|Representante|Chargé|Encargad)"
    rf"|\b(?:that|which|que)\s+{THE}(?!I\b|We\b)(?={NAME}\s+(?:has\s|had\s|ha\s|a\s|hizo\s|avait\s|a fait\s)?(?:sent"
    rf"|addressed|circulat|submitted|transmitted"
    r"|adress|distribu|envi|dirig|present|remit|circuler)))"
    rf"{WHO}"
)
OF = re.compile(rf"\b(?:of|de|del|du|des|d['’])\s*{THE}{WHO}")
AND_OTHERS = re.compile(rf"(?<=\w)(?:,\s{THE}{NAME}){{1,12}},?\s(?:and|et|y)\s{THE}{NAME}")
"""After the first State of a list: the others whose representatives write with it."""
FROM_OFFICE = re.compile(
    rf"\b(?:from|sent by|par|por)\s+{THE}"
    rf"(?P<who>{_OFFICE}|(?:Permanent|Chargé|Minister|Représentant|Representante)\s{NAME})"
)
AT_REQUEST = re.compile(rf"\b(?:at the request of|à la demande d[eu]|a (?:solicitud|petición) de)\s+{THE}{WHO}")
"""Whose document it is: what is circulated at a State's request is the State's."""
GENITIVE = re.compile(rf"(?P<who>{NAME}(?:\s{_GOVERNING})?)['’]s?\s+(?:\w+\s+){{0,3}}$")
ADJECTIVE = re.compile(rf"(?P<who>{CAPITAL})\s+$")
OFFICIAL = re.compile(
    r"\b(?:Representatives?|Observer|Minist(?:er|re|ro|ra|ry)|Ambassador|President|Secretary|Chargé|Government|Mission"
    r"|Chair|Représentante?|Gouvernement|Representante|Gobierno|Embajador|Misión|Délégation|Delegation)\b"
)
PERSON = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sir|Mme|Sra?|H\.E)\.?\s[A-Z]")
"""Somebody named without an office: the "his" of "his letter" may be theirs."""
ENVOY = re.compile(
    r"\b(?:(?:Special|Personal) (?:Envoy|Representative|Adviser|Coordinator|Rapporteur)|Independent Expert"
    r"|(?:Under-|Assistant |Deputy )Secretar|Envoyée? spécial|Enviad[oa] (?:Especial|Personal)|Commission of Inquiry)\b"
)
OFFICE_OF_THE_UN = re.compile(
    rf"{ENVOY.pattern}|Secretar(?:y-General|iat)|\bCommitt|Council|Commission|Assembly|Tribunal|\bCourt\b"
    rf"|Director[- ]General"
    r"|United Nations|Nations Unies|Naciones Unidas|Red Cross|Panel|Group of Experts|Facilitator|Mediator|Prosecutor"
    r"|Secrétaire général|Secretari[oa] General|Force Commander|Chief of Staff|\bUN[A-Z]{2,}|High Commissioner"
)
"""Who reports or mediates: a State that names their letters need not answer them."""
PRIVATE = re.compile(
    r"\b(?:Associations?|Union|Foundation|Organi[sz]ations?|Peoples?(?!['’]s? )|Community|Communities|Society"
    r"|University|Church"
    r"|Citizens|Families|NGOs?|Asociación|Association|Fundación)\b"
)
"""Bodies in a State that are not the State."""
SEAT = re.compile(rf"^(?:the\s+)?(?:{CAPITAL}\s+)?{_GOVERNING}\s+in\s+|\s+{_GOVERNING}$")
"""Beside a capital: "the regime in X" is the State's, and so is "the X regime"."""
LAST_OF = re.compile(r"\b(?:of|for|de|del|du|d['’])\s*(?:the\s+|la\s+|el\s+|l['’])?")
HOME_OFFICE = re.compile(
    r"(?:President of the Republic|Head of (?:State|Government)|Prime Minister|Foreign Minister"
    r"|Minist(?:er|ry) (?:for|of) Foreign Affairs|Permanent Mission(?! to)|Ministre des affaires étrangères"
    r"|Président de la République"
    r"|Ministr[oa] de Relaciones Exteriores|President[ea] de la República)\b(?!\s+(?:of|du|de|d['’]))"
)
"""An office told without its State is of the writer's own, where no other State has the word."""
AT_UN = re.compile(
    r"\s+(?:to|ante|auprès)\s+(?:the\s+|las\s+|de\s+l['’])?(?:United Nations|Naciones Unidas|Organisation).*$", re.S
)
ARTICLE = re.compile(
    r"^(?:[Tt]he|(?:El|La|Le|Los|Les)(?=\s(?:Repr|Minist|Gob|Gouv|Misi|Missi|Pr[eé]sid|Encarg|Charg|D[eé]l[eé]g"
    r"|Secr)))\s"
)
