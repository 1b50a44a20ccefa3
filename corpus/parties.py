"""Senders and addressees as a title names them, their offices in English canonical form.

"the Permanent Representatives of Cuba and South Africa to the United Nations" are two parties; a State whose name
holds "and" stays one. Offices are those of the domain notes, 2.3; an office that is not listed is kept as printed.
"""

from __future__ import annotations

import re

from corpus.model import Party
from corpus.patterns import late

_PLAIN = {
    "secretary-general": "Secretary-General",
    "secrétaire général": "Secretary-General",
    "secretario general": "Secretary-General",
    "secretaria general": "Secretary-General",
}
_OFFICES = (
    (
        r"permanent representatives?(?: and| of)?(?= of|$)|repr[ée]sentante?s? permanente?s?"
        r"|representantes? permanentes?",
        "Permanent Representative",
    ),
    (r"постоянн\w+ представител\w+", "Permanent Representative"),
    (r"временн\w+ поверенн\w+ в делах(?: постоянного представительства)?", "Chargé d'affaires a.i."),
    (r"постоянн\w+ представительств\w+", "Permanent Mission"),
    (r"deputy permanent representatives?", "Deputy Permanent Representative"),
    (r"alternate permanent representatives?", "Alternate Permanent Representative"),
    (
        r"acting permanent representatives?|représentante?s? permanente?s? par int[ée]rim",
        "Acting Permanent Representative",
    ),
    (
        r"charg[ée]e?s? d[’'‘`]\s?affaires,?\s?(?:a\.?\s?i\.?|ad interim|par int[ée]rim)?,?"
        r"|encargad[oa]s? de negocios(?: interin[oa]| a\.? ?i\.?)?",
        "Chargé d'affaires a.i.",
    ),
    (
        r"(?:acting )?permanent observers?|observat(?:eur|rice)s? permanente?s?|observador(?:a|es|as)? permanentes?",
        "Permanent Observer",
    ),
    (r"permanent missions?|missions? permanentes?|misi[oó]n(?:es)? permanentes?", "Permanent Mission"),
    (r"permanent observer missions?", "Permanent Observer Mission"),
    (r"representatives?|repr[ée]sentante?s?|representantes?", "Representative"),
    (r"co-chairs?", "Co-Chair"),
    (r"chair(?:man|person|woman)?s?|présidente? (?=du comité)", "Chair"),
)
_CLAUSE = late(
    r",?\s+(?:and|et|y)\s+(?:by\s+)?(?:the|le|la|les|el|los)\s+(?=(?:acting |deputy |alternate )?(?:permanent "
    r"|charg|repr|observ|encargad|minister|president|chair|co-chair|secretary|ambassador))"
    r"|,\s+(?:the|le|la|el)\s+(?=(?:acting )?(?:permanent |charg|encargad))",
    re.IGNORECASE,
)
_TAIL = late(
    r",?\s+(?:to|aupr[èe]s de|aupr[èe]s|ante|pr[èe]s|при)\s+(?:the |l[’']|las? )?(?:Conference on Disarmament"
    r"|International Atomic Energy Agency|Organi[sz]ation for [\w ]{4,60}|European (?:Union|Communities)|United Nations"
    r"|U\.?N\b\.?"
    r"|Organisation des Nations Unies|Naciones Unidas|Организации Объединенных Наций)"
    r"(?:\s+Office)?(?:\s+and other international organizations)?"
    r"(?:\s+(?:at|in)\s+(?:Geneva|Vienna|Nairobi)|\s+\((?:Geneva|Vienna|Nairobi)\))?",
    re.IGNORECASE,
)
_CAPACITY = late(
    r"(?:,?\s+(?:in (?:his|her|its|their) capacit|on behalf of\b|en (?:sa|leur) qualité|en su (?:calidad|capacidad)"
    r"|au nom d|en nombre d|as (?:the )?(?:current )?(?:chair|coordinator|president)\w* of\b)"
    r"|,\s+(?:the )?(?:current |acting )?(?:chair|coordinator)(?:man|person)? of\b).*$",
    re.IGNORECASE,
)
"""In what capacity, or for whom, a representative writes: the sender remains the representative."""
_OF = late(
    r"\s*(?:of|de(?= la | l[’']|\s)|du|des|d[’']|del|for)\s*(?:the |la |l[’']\s?|les |los |las |el )?", re.IGNORECASE
)
_MISSION = late(
    r"\s*(?:of|de)\s+(?:the|la)\s+(?:Permanent (?:Observer )?Mission|Mission permanente|Misi[oó]n Permanente)",
    re.IGNORECASE,
)
_JOINED = (
    "Antigua and Barbuda",
    "Bosnia and Herzegovina",
    "Saint Kitts and Nevis",
    "Saint Vincent and the Grenadines",
    "Sao Tome and Principe",
    "Trinidad and Tobago",
    "United Kingdom of Great Britain and Northern Ireland",
    "Serbia and Montenegro",
    "Bosnie-et-Herzégovine",
    "Antigua-et-Barbuda",
    "Bosnia y Herzegovina",
    "Trinidad y Tabago",
)
_PREPOSITION = late(r"(?:du|des|de la|de l[’']|del|de las|de los|de|d[’'])\s*(?=[^\W\d_a-z])")
"""French and Spanish say it again before each name: "de Penwick et de Sarnholt"."""
_ARTICLE = late(r"(?:the|la|le|les|el|los|las)\s+|l[’']\s?", re.IGNORECASE)

_NAMED = re.compile(
    r"(?:(?:His|Her) Excellency |H\.E\. )?(?:(?:Dr|Mr|Ms|Mrs|Sir|Prof)\.? )?(?-i:[^\W\d_a-z])[^,;:]{2,50}, "
    r"(?=(?:the )?(?:acting |deputy |alternate )?(?:permanent |charg|minister |president of |prime minister|observer"
    r"|chair|secretary|ambassador|foreign ))",
    re.IGNORECASE,
)
"""A name before the office, as missions write titles: "from Dr. Ada Penman, Permanent Observer of Penwick"."""

_ADDRESSEES = (
    (
        r"(?:secretary-?\s?general|secr[ée]taire g[ée]n[ée]ral|secretari[oa] general|генеральн\w+ секретар\w+)",
        "Secretary-General",
    ),
    (
        r"(?:general assembly|assembl[ée]e g[ée]n[ée]rale|asamblea general|генеральной ассамблеи)",
        "President of the General Assembly",
    ),
    (
        r"(?:security council|conseil de s[ée]curit[ée]|consejo de seguridad|совета безопасности)",
        "President of the Security Council",
    ),
    (
        r"(?:economic and social council|conseil [ée]conomique et social|consejo econ[oó]mico y social)",
        "President of the Economic and Social Council",
    ),
    (
        r"(?:human rights council|conseil des droits de l.homme|consejo de derechos humanos)",
        "President of the Human Rights Council",
    ),
    (r"trusteeship council", "President of the Trusteeship Council"),
)
_MINISTER = late(
    r"(?P<office>(?:[\w-]+ ){0,3}(?:Minister|Secretary)(?: of State)?(?:,? and (?:[\w-]+ ){0,2}Minister)?"
    r"(?: (?:for|of) .*?Affairs(?:,? (?:and|, )[\w ]*?)?)?) of (?:the )?(?P<of>.+)",
    re.IGNORECASE,
)
"""A minister has two: "Minister of Foreign Affairs of Penwick"."""
_MINISTERS = late(
    r"(?P<office>(?:[\w-]+ ){0,3}Minister)s(?P<charge> (?:for|of) [\w ]*?(?:Affairs|Relations)) of (?P<of>.+)",
    re.IGNORECASE,
)
_BODY = late(
    r"\b(?:council|assembly|committee|commission|conference|court|tribunal|board|bureau|forum|meeting|congress|mechanism"
    r"|session|union|group|conseil|assemblée|comité|consejo|asamblea)\b",
    re.IGNORECASE,
)
_MEMBERS = late(r"(?:the )?(?:Permanent Representatives of the )?members of the Security Council", re.IGNORECASE)
_PRESIDENT = late(r"pr[ée]sident|presiden(?:t[ea]|cia)|président", re.IGNORECASE)
_OTHER = late(r"(?P<office>Office of .+?|.+?) (?:of|for) (?P<of>.+)", re.IGNORECASE)
"""Any other office: up to the first "of" or "for", but for offices that are named "Office of"."""
_OTHER_SECRETARY = late(
    r"(?:Deputy )?Secretary-General of the (?:Conference(?: on Disarmament)?"
    r"|(?:League|Organi[sz]ation|Council) of [\w ]+?)(?=,? and (?:to )?the |,|\*| \w+ing\b|$)",
    re.IGNORECASE,
)
_CHAIR = late(r"Chair(?:man|person|woman)?s? of (?:the )?(.+?)(?= and (?:to )?the |, the |\*|$)", re.IGNORECASE)

_COMMITTEE = late(
    r"(?:pr[ée]siden(?:te?|ta|ce|cia)) (?:du|del) (Comit[ée].*?)"
    r"(?=,? (?:et|y) (?:au?|à|al|la|le|el)\b|, (?:au|à|al)\b|\*|$)",
    re.IGNORECASE,
)
"""French and Spanish call whoever chairs a committee its President."""
_COUNCIL_COMMITTEE = late(r"Comit[ée] (?:du Conseil de s[ée]curit[ée]|del Consejo de Seguridad)\b", re.IGNORECASE)
_BY_RESOLUTION = late(r"(?:r[ée]solution|resoluci[oó]n) (\d+ \(\d{4}\))", re.IGNORECASE)


def senders(words: str) -> tuple[Party, ...]:
    """The parties of a sender's phrase ("the Permanent Representative of Sudan to the United Nations"); () for none."""
    found: list[Party] = []
    for clause in _CLAUSE.split(_unquoted(words)):
        found += _clause(clause.strip(" ,.*"))
    return tuple(dict.fromkeys(found))


def _unquoted(words: str) -> str:
    return _CAPACITY.sub("", _TAIL.sub("", " ".join(words.split())))


def _clause(words: str) -> list[Party]:
    words = _NAMED.sub("", words)
    words = _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words
    plain = _PLAIN.get(words.casefold())
    if plain:
        return [Party(plain, "")]
    president = re.fullmatch(
        r"(?:acting )?pr[ée]siden(?:t|te|ta|cia) (?:of|de|du|del) (?:the |la |l[’'])?(.+)", words, re.IGNORECASE
    )
    if president and _BODY.search(president[1]):
        return [Party(_president(president[1]), "")]
    if president:
        return [Party("President", _ARTICLE.sub("", president[1], count=1))]
    for pattern, office in _OFFICES:
        match = re.match(rf"(?:{pattern})", words, re.IGNORECASE)
        if match:
            return _states(office, words[match.end() :])
    ministers = _MINISTERS.fullmatch(words)
    if ministers:
        return [Party(f"{ministers['office']}{ministers['charge']}", name) for name in states(ministers["of"])]
    match = _MINISTER.fullmatch(words) or _OTHER.fullmatch(words)
    if not match:
        return [Party(words, "")] if words else []
    return [Party(match["office"], _ARTICLE.sub("", match["of"], count=1))]


def _committee(words: str) -> str:
    """A committee of the Security Council by its English name; another's as printed."""
    if not _COUNCIL_COMMITTEE.match(words):
        return "Committee" if re.fullmatch(r"Comit[ée]", words, re.IGNORECASE) else words.strip(" ,")
    by = _BY_RESOLUTION.search(words)
    return "Security Council Committee" + (f" established pursuant to resolution {by[1]}" if by else "")


def _president(body: str) -> str:
    for pattern, office in _ADDRESSEES[1:]:
        if re.search(pattern, body, re.IGNORECASE):
            return office
    return f"President of the {body.strip()}"


def _states(office: str, rest: str) -> list[Party]:
    mission = _MISSION.match(rest)
    rest = rest[mission.end() :] if mission else rest
    match = _OF.match(rest)
    rest = rest[match.end() :] if match else rest.strip()
    return [Party(office, name) for name in states(rest)] or [Party(office, "")]


def states(words: str) -> list[str]:
    """The names in "Bahrain, Egypt and the United Arab Emirates", without articles; a name with "and" stays whole."""
    kept = words
    for index, name in enumerate(_JOINED):
        kept = re.sub(re.escape(name), f"\x00{index}\x00", kept, flags=re.IGNORECASE)
    if " Committee" in kept or "Group" in kept or "resolution" in kept or "configuration" in kept:
        names = [kept]
    else:
        names = re.split(r",\s*(?:and\s+|et\s+|y\s+)?|\s+(?:and|et|y)\s+", kept)
    found = []
    for name in names:
        whole = re.sub("\x00(\\d+)\x00", lambda match: _JOINED[int(match[1])], name).strip(" ,.*")
        lead = _PREPOSITION.match(whole)
        whole = whole[lead.end() :] if lead else whole
        whole = _ARTICLE.sub("", whole, count=1) if _ARTICLE.match(whole) else whole
        if whole:
            found.append(whole)
    return found


def addressees(words: str) -> tuple[str, ...]:
    """The addressees of "the Secretary-General and the President of the Security Council", in order."""
    text = " ".join(words.split())
    hits: list[tuple[int, str]] = []
    members = _MEMBERS.search(text)
    if members:
        hits.append((members.start(), "Permanent Representatives of the members of the Security Council"))
        text = text[: members.start()] + " " * (members.end() - members.start()) + text[members.end() :]
    for other in _OTHER_SECRETARY.finditer(text):
        hits.append((other.start(), " ".join(other.group().split())))
        text = text[: other.start()] + " " * (other.end() - other.start()) + text[other.end() :]
    for chair in _CHAIR.finditer(text):
        hits.append((chair.start(), f"Chair of the {chair[1].strip()}"))
        text = text[: chair.start()] + " " * (chair.end() - chair.start()) + text[chair.end() :]
    for chair in _COMMITTEE.finditer(text):
        hits.append((chair.start(), f"Chair of the {_committee(chair[1])}"))
        text = text[: chair.start()] + " " * (chair.end() - chair.start()) + text[chair.end() :]
    for pattern, office in _ADDRESSEES:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            hits.append((match.start(), office))
    if not hits and (words := _TAIL.sub("", text).strip(" ,.*")):
        return (_ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words,)
    return tuple(dict.fromkeys(office for _, office in sorted(hits)))
