"""Numbers in words as mastheads print them: "Seventy-ninth session", "Quatre-vingtième année", "Octogésimo año".

Only ordinals to 199 are needed: session and year numbers of the Organization's organs.
"""

from __future__ import annotations

import re
import unicodedata

_EN_UNITS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_FR_UNITS = [
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_FR_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "quatre-vingt": 80, "cent": 100}
_ES_UNITS = {
    **dict(
        zip(
            ["primer", "segundo", "tercer", "cuarto", "quinto", "sexto", "septimo", "octavo", "noveno"],
            range(1, 10),
            strict=True,
        )
    ),
    "primero": 1,
    "primera": 1,
    "tercero": 3,
    "setimo": 7,
    "undecimo": 11,
    "duodecimo": 12,
}
_ES_TENS = {
    "decimo": 10,
    "vigesimo": 20,
    "trigesimo": 30,
    "cuadragesimo": 40,
    "quincuagesimo": 50,
    "sexagesimo": 60,
    "septuagesimo": 70,
    "octogesimo": 80,
    "nonagesimo": 90,
    "centesimo": 100,
}


def ordinal(words: str) -> int | None:
    """The number an ordinal names in English, French or Spanish, in words or digits (`79th`), or None."""
    text = unicodedata.normalize("NFKD", words.casefold())
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"[\s-]+", "-", text.strip())
    digits = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th|e|eme|er|ere|o|a)?", text)
    if digits:
        return int(digits[1])
    return _english(text) or _french(text) or _spanish(text)


def _english(text: str) -> int | None:
    hundred = 100 if text.startswith(("one-hundred", "hundred")) else 0
    text = re.sub(r"^(?:one-)?hundred(?:-and)?-?", "", text) if hundred else text
    if hundred and text in ("", "th"):
        return 100
    if text in _EN_UNITS:
        return hundred + _EN_UNITS.index(text) + 1
    tens, _, unit = text.partition("-")
    if tens.endswith("tieth") and tens[:-4] + "y" in _EN_TENS and not unit:
        return hundred + 10 * (_EN_TENS.index(tens[:-4] + "y") + 2)
    if tens in _EN_TENS and unit in _EN_UNITS[:9]:
        return hundred + 10 * (_EN_TENS.index(tens) + 2) + _EN_UNITS.index(unit) + 1
    return None


def _french(text: str) -> int | None:
    if text in ("premier", "premiere"):
        return 1
    if not text.endswith("ieme"):
        return None
    stem = {"cinqu": "cinq", "neuv": "neuf", "un": "un"}
    parts = text[:-4].replace("-et-", "-").replace("quatre-vingts", "quatre-vingt").split("-")
    parts[-1] = stem.get(parts[-1], parts[-1])
    text = "-".join(parts)
    for candidate in (text, text + "e"):
        value = _french_cardinal(candidate)
        if value:
            return value
    return None


def _french_cardinal(text: str) -> int | None:
    total = 0
    for tens in ("cent", "quatre-vingt", "soixante", "cinquante", "quarante", "trente", "vingt"):
        if text == tens or text.startswith(tens + "-"):
            total += _FR_TENS[tens]
            text = text[len(tens) :].lstrip("-")
    if not text:
        return total or None
    return total + _FR_UNITS.index(text) + 1 if text in _FR_UNITS else None


def _spanish(text: str) -> int | None:
    total = 0
    for part in text.split("-"):
        part = part[:-1] + "o" if part.endswith("a") and part != "primera" else part
        value = _ES_TENS.get(part) or _ES_UNITS.get(part)
        if value is None:
            joined = re.fullmatch(r"(decimo|vigesimo)(\w+)", part)
            if not joined or joined[2] not in _ES_UNITS:
                return None
            value = _ES_TENS[joined[1]] + _ES_UNITS[joined[2]]
        total += value
    return total or None
