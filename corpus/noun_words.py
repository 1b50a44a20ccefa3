"""The nouns for communications and papers, and what makes them mean something else, as patterns."""

from __future__ import annotations

import re

_DATED = (
    r"(?=(?:\s(?:nos?\.?\s)?(?=[\w./()-]{0,20}\d)[\w./()-]{3,24}){0,2}\s(?:dated|of|du|de|del|des|de fecha"
    r"|en date du|datée?s? du)\s\d|\s\()"
)
_LETTER = (
    rf"identical letters?|letters?|repl(?:y|ies){_DATED}|(?:repl(?:y|ies)|responses?)(?=\s(?:of|from"
    rf"|by)\s[^.;()]{{3,60}}?\s(?:of|dated)\s\d)"
    rf"|repl(?:y|ies)(?=\s(?:of|from|by)\sthe\s)|response{_DATED}"
    rf"|complaints?{_DATED}|notifications?{_DATED}|notifications?(?=\s(?:to|by)\s)|one(?=\s(?:(?:from"
    rf"|of)\s[^.;()]{{3,60}}?\s)?dated\s\d)"
    r"|wr(?:ote|itten)(?=\sto\s(?:you|the|your)\b|\s[^.;]{0,90}\d{4})|write(?=\sto\syou\son\s\d)|(?:replied"
    r"|responded)(?=\s(?:to\s[^.;()]{3,40}\s)?(?:on\s\d|\())"
    r"|notes? verbales?|verbal notes?"
    rf"|notes?{_DATED}|notes?(?=\s(?:of|from)\s[^.;()]{{3,80}}?\s(?:of|dated)\s\d|\s(?:of|from)\sthe\sSecretary\b"
    rf"|\s(?:circulated|distributed|submitted|issued)\sby\s)"
    rf"|(?<=\byour )notes?|(?<=\bmy )notes?|(?<=\bour )notes?"
    r"|communications?|correspondence|telegrams?|cables?(?=\s(?:dated|of|from))|cablegrams?"
    r"|aide[s-]?[ -]?m[ée]moires?|messages?(?=\s(?:dated|of\s\d|to\sthe\s))|missives?"
    r"|lettres? identiques|lettres?|correspondance|télégrammes?"
    r"|cartas? idénticas|cartas?|notas? verbal(?:es)?|comunicaci(?:ón|ones)|correspondencia|telegramas?"
    r"|notas?(?=\sque\s(?:el|la)\s|\sdel?\s[^.;()]{3,60}?\sde\s\d)|notes?(?=\sdu\sSecrétaire\b)|(?:that|those"
    r"|celles?)(?=\s(?:of|dated|du|des|datées?)\s\d"
    r"|\s(?:of|from)\s[^.;()]{3,90}?\s(?:of|dated)\s\d"
    r"|\s(?:de|du|des)\s[^.;()]{3,90}?\s(?:du|datée du|en date du)\s\d)"
    rf"|notas?{_DATED}|respuesta{_DATED}|réponse{_DATED}"
)
_STATEMENT = (
    r"statements?|remarks|allegations?|accusations?|comments?|intervention|declaraci(?:ón|ones)|déclarations?"
    r"|explanations? of vote|allégations|accusations|accused(?=\s(?:my|our|me|us)\b|\s\w+\sof\b)|acusaciones"
    r"|alegaciones|press releases?|interventions?|claims"
    r"|assertions|falsehoods"
)
_PAPER = (
    r"(?:joint |final |interim |previous |annual |monthly )?(?:reports|(?<!\bto )report)|resolutions?|rapports?"
    r"|résolutions?"
    r"|informes?|resoluci(?:ón|ones)|presidential statements?|press statements?|declaración de Principios"
    r"|statements?(?=\s(?:of\s\d+\s\w+\s\d+\s)?by\sthe\sPresident\sof\sthe\s(?:Security\s)?Council)"
    r"|(?:déclarations?|declaraci(?:ón|ones))(?=\s(?:du|de la|del)\s(?:Présiden|President|Presidencia))"
    r"|(?:summary|verbatim|provisional|meeting|official)\srecords?|records?(?=\sof\sthe\s)|decisions?|concept notes?"
    r"|draft resolutions?|notes? by the (?:Secretary-General|President)|Agreements?|Treaty|Convention"
)
NOUN = re.compile(
    rf"\b(?=\w)(?:(?P<paper>{_PAPER.lower()})|(?P<letter>{_LETTER.lower()})|(?P<statement>{_STATEMENT.lower()})"
    r"|(?P<document>documents?|documentos?))\b"
)
"""In small letters: a pattern that minds no case takes almost three times as long. Where a word ends, `\\b` holds as
well as where one begins: to go on there with every alternative took a third of the time."""
NOT_MEANT = re.compile(
    r"\b(?:present|this|cover|covering|exchange of|échange de|canje de|la présente|présente|la presente"
    r"|presente|esta)\s+$",
    re.I,
)
"""The letter itself, or no single one."""
CHARTER = re.compile(r"Carta\b(?!\s(?:de fecha|dirigida|del? \d))")
"""In Spanish the Charter, by its capital."""
SPIRIT = re.compile(
    r"\s+(?:and|or|et|y)\s+(?:(?:the|its|l['’]|el)\s?)?(?:spirit|esprit|espíritu)|\s+(?:bombs?|technolog|of credit"
    r"|of intent|of credence|of appointment|of complaint|channels|equipment|systems?|networks?|strateg|agency|box)"
    r"|\s+(?:Unit|Branch|Section|Division|Department|Office|Service|Authority|Commission)\b"
)
AT = re.compile(
    r"\b(?:contained|circulated|issued|distributed|published|reproduced|transmitted|set out|appear(?:s|ed|ing)|embodied"
    r"|included|annexed|made|put forward|advanced|contenue?s?|publiée?s?|distribuée?s?|reproduite?s?|contenidas?"
    r"|distribuidas?|publicadas?"
    r"|reproducidas?)\b[^.;]{0,80}$|\(\s*(?:see\s|voir\s|véase\s)?(?:United Nations\s|UN\s|Security Council\s"
    r"|General Assembly\s|Council\s|the\s|le\s|el\s)?$|\bas\s(?:an?\s|official\s|Security Council\s"
    r"|General Assembly\s|United Nations\s)*$|,\s*(?:in\s|United Nations\s|UN\s|Security Council\s)?$",
    re.I,
)
"""Before "document": it says where the letter named just before was issued."""
