"""The bodies that adopt resolutions: their names in three languages, and the series their resolutions are issued in.

Bodies of other organizations stand here without a series, so that their resolutions are taken for nobody else's.
"""

from __future__ import annotations

import re

from corpus.patterns import late

BODIES = (
    ("Human Rights Council", r"Human Rights Council|Conseil des droits de l.homme|Consejo de Derechos Humanos|HRC"),
    (
        "Sub-Commission on the Promotion and Protection of Human Rights",
        r"Sub-?[Cc]ommission(?: on (?:the )?P\w+(?: of Discrimination)? and Protection of \w+(?: Rights)?)?"
        r"|Sous-Commission|Subcomisión",
    ),
    (
        "Commission on Human Rights",
        r"Commission on Human Rights|Commission des droits de l.homme|Comisión de Derechos Humanos",
    ),
    (
        "Commission on the Status of Women",
        r"Commission on the Status of Women|Commission de la condition de la femme"
        r"|Comisión de la Condición Jurídica y Social de la Mujer",
    ),
    (
        "Commission on Narcotic Drugs",
        r"Commission on Narcotic Drugs|Commission des stupéfiants|Comisión de Estupefacientes",
    ),
    (
        "Commission on Crime Prevention and Criminal Justice",
        r"Commission on Crime Prevention and Criminal Justice|Commission pour la prévention du crime"
        r"|Comisión de Prevención del Delito y Justicia Penal",
    ),
    ("Trusteeship Council", r"Trusteeship Council|Conseil de tutelle|Consejo de Administración Fiduciaria"),
    (
        "Economic and Social Council",
        r"Economic and Social Council|Conseil économique et social|Consejo Económico y Social|ECOSOC",
    ),
    (
        "Security Council",
        r"Security Council|Conseil de sécurité|Consejo de Seguridad|Совет\w* Безопасности|UNSCR?|SCR?|S\.C\."
        r"|Council(?=\s*$)",
    ),
    (
        "General Assembly",
        r"General Assembly|Assemblée générale|Asamblea General|Генеральн\w+ Ассамбле\w+|UNGAR?|GA|G\.A\.|Assembly",
    ),
    (
        "",
        r"European Parliament|Parliamentary Assembly|League of Arab States|Arab League|African Union|"
        r"UNESCO|IAEA|Board of Governors|Human Rights Committee|World Health Assembly|OSCE|"
        r"International Atomic Energy Agency|Inter-Parliamentary Union|Organi[sz]ation of American States|"
        r"Organi[sz]ation of (?:the )?Islamic (?:Cooperation|Conference)|Environment Assembly|Group of 77|ICAO|ILO",
    ),
)
"""Name in English and how letters write it; the first that fits wins, so longer names come before those inside them."""
_BODY = late("|".join(rf"(?P<o{i}>\b(?:{words}))(?!\w)" for i, (_, words) in enumerate(BODIES)))
SERIES = {
    "Security Council": "S/RES/",
    "General Assembly": "A/RES/",
    "Human Rights Council": "A/HRC/RES/",
    "Economic and Social Council": "E/RES/",
    "Commission on Human Rights": "E/CN.4/RES/",
    "Sub-Commission on the Promotion and Protection of Human Rights": "E/CN.4/Sub.2/RES/",
    "Commission on the Status of Women": "E/CN.6/RES/",
    "Commission on Narcotic Drugs": "E/CN.7/RES/",
    "Commission on Crime Prevention and Criminal Justice": "E/CN.15/RES/",
    "Trusteeship Council": "T/RES/",
}
_BY_SERIES = {key.removesuffix("/RES/"): organ for organ, key in SERIES.items()}
COMMISSIONS = frozenset(organ for organ in SERIES if "ommission" in organ or organ == "Trusteeship Council")
"""Bodies that number by year or session as others do: only their name tells them."""


def first_at(text: str, place: int) -> str | None:
    """The body whose name begins at `place`: `""` for one of another organization, None for none."""
    match = _BODY.match(text, place)
    return _name(match) if match else None


def last_in(text: str) -> str | None:
    """The body named last in `text`: `""` for one of another organization, None for none."""
    named = None
    for match in _BODY.finditer(text):
        named = match
    return _name(named) if named else None


def _name(match: re.Match[str]) -> str:
    return next(name for i, (name, _) in enumerate(BODIES) if match.group(f"o{i}"))


def in_words(symbol: str) -> tuple[str, str]:
    """Organ and number of a resolution by its symbol: `A/RES/77/1` is General Assembly, 77/1."""
    prefix, _, number = symbol.partition("/RES/")
    return _BY_SERIES.get(prefix, prefix), number
