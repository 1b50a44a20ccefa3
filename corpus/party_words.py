"""How titles name offices and addressees in English, French, Spanish and Russian, as patterns (domain notes, 2.3)."""

from __future__ import annotations

import re

from corpus.patterns import late

PLAIN = {
    "secretary-general": "Secretary-General",
    "secrétaire général": "Secretary-General",
    "secretario general": "Secretary-General",
    "secretaria general": "Secretary-General",
}
OFFICES = (
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
CLAUSE = late(
    r",?\s+(?:and|et|y)\s+(?:by\s+)?(?:the|le|la|les|el|los)\s+(?=(?:acting |deputy |alternate )?(?:permanent "
    r"|charg|repr|observ|encargad|minister|president|chair|co-chair|secretary|ambassador))"
    r"|,\s+(?:the|le|la|el)\s+(?=(?:acting )?(?:permanent |charg|encargad))",
    re.IGNORECASE,
)
TAIL = late(
    r",?\s+(?:to|aupr[èe]s de|aupr[èe]s|ante|pr[èe]s|при)\s+(?:the |l[’']|las? )?(?:Conference on Disarmament"
    r"|International Atomic Energy Agency|Organi[sz]ation for [\w ]{4,60}|European (?:Union|Communities)|United Nations"
    r"|U\.?N\b\.?"
    r"|Organisation des Nations Unies|Naciones Unidas|Организации Объединенных Наций)"
    r"(?:\s+Office)?(?:\s+and other international organizations)?"
    r"(?:\s+(?:at|in)\s+(?:Geneva|Vienna|Nairobi)|\s+\((?:Geneva|Vienna|Nairobi)\))?",
    re.IGNORECASE,
)
CAPACITY = late(
    r"(?:,?\s+(?:in (?:his|her|its|their) capacit|on behalf of\b|en (?:sa|leur) qualité|en su (?:calidad|capacidad)"
    r"|au nom d|en nombre d|as (?:the )?(?:current )?(?:chair|coordinator|president)\w* of\b)"
    r"|,\s+(?:the )?(?:current |acting )?(?:chair|coordinator)(?:man|person)? of\b).*$",
    re.IGNORECASE,
)
"""In what capacity, or for whom, a representative writes: the sender remains the representative."""
OF = late(
    r"\s*(?:of|de(?= la | l[’']|\s)|du|des|d[’']|del|for)\s*(?:the |la |l[’']\s?|les |los |las |el )?", re.IGNORECASE
)
MISSION = late(
    r"\s*(?:of|de)\s+(?:the|la)\s+(?:Permanent (?:Observer )?Mission|Mission permanente|Misi[oó]n Permanente)",
    re.IGNORECASE,
)
JOINED = (
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
PREPOSITION = late(r"(?:du|des|de la|de l[’']|del|de las|de los|de|d[’'])\s*(?=[^\W\d_a-z])")
"""French and Spanish say it again before each name: "de Penwick et de Sarnholt"."""
ARTICLE = late(r"(?:the|la|le|les|el|los|las)\s+|l[’']\s?", re.IGNORECASE)

NAMED = late(
    r"(?:(?:His|Her) Excellency |H\.E\. )?(?:(?:Dr|Mr|Ms|Mrs|Sir|Prof)\.? )?(?-i:[^\W\d_a-z])[^,;:]{2,50}, "
    r"(?=(?:the )?(?:acting |deputy |alternate )?(?:permanent |charg|minister |president of |prime minister|observer"
    r"|chair|secretary|ambassador|foreign ))",
    re.IGNORECASE,
)
"""A name before the office, as missions write titles: "from Dr. Ada Penman, Permanent Observer of Penwick"."""

ADDRESSEES = (
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
MINISTER = late(
    r"(?P<office>(?:[\w-]+ ){0,3}(?:Minister|Secretary)(?: of State)?(?:,? and (?:[\w-]+ ){0,2}Minister)?"
    r"(?: (?:for|of) .*?Affairs(?:,? (?:and|, )[\w ]*?)?)?) of (?:the )?(?P<of>.+)",
    re.IGNORECASE,
)
"""A minister has two: "Minister of Foreign Affairs of Penwick"."""
MINISTERS = late(
    r"(?P<office>(?:[\w-]+ ){0,3}Minister)s(?P<charge> (?:for|of) [\w ]*?(?:Affairs|Relations)) of (?P<of>.+)",
    re.IGNORECASE,
)
BODY = late(
    r"\b(?:council|assembly|committee|commission|conference|court|tribunal|board|bureau|forum|meeting|congress|mechanism"
    r"|session|union|group|conseil|assemblée|comité|consejo|asamblea)\b",
    re.IGNORECASE,
)
MEMBERS = late(r"(?:the )?(?:Permanent Representatives of the )?members of the Security Council", re.IGNORECASE)
OTHER = late(r"(?P<office>Office of .+?|.+?) (?:of|for) (?P<of>.+)", re.IGNORECASE)
"""Any other office: up to the first "of" or "for", but for offices that are named "Office of"."""
OTHER_SECRETARY = late(
    r"(?:Deputy )?Secretary-General of the (?:Conference(?: on Disarmament)?"
    r"|(?:League|Organi[sz]ation|Council) of [\w ]+?)(?=,? and (?:to )?the |,|\*| \w+ing\b|$)",
    re.IGNORECASE,
)
CHAIR = late(r"Chair(?:man|person|woman)?s? of (?:the )?(.+?)(?= and (?:to )?the |, the |\*|$)", re.IGNORECASE)

COMMITTEE = late(
    r"(?:pr[ée]siden(?:te?|ta|ce|cia)) (?:du|del) (Comit[ée].*?)"
    r"(?=,? (?:et|y) (?:au?|à|al|la|le|el)\b|, (?:au|à|al)\b|\*|$)",
    re.IGNORECASE,
)
"""French and Spanish call whoever chairs a committee its President."""
COUNCIL_COMMITTEE = late(r"Comit[ée] (?:du Conseil de s[ée]curit[ée]|del Consejo de Seguridad)\b", re.IGNORECASE)
BY_RESOLUTION = late(r"(?:r[ée]solution|resoluci[oó]n) (\d+ \(\d{4}\))", re.IGNORECASE)
