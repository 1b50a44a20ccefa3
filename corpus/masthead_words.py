"""What the lines of a masthead say, in four languages: organs, distribution, languages, sessions and years."""

from __future__ import annotations

import re

ORGANS = (
    (
        re.compile(r"general assembly|assembl[ée]e g[ée]n[ée]rale|asamblea general|генеральная ассамблея", re.I),
        "General Assembly",
    ),
    (
        re.compile(r"security council|conseil de s[ée]curit[ée]|consejo de seguridad|совет безопасности", re.I),
        "Security Council",
    ),
    (
        re.compile(r"economic and social council|conseil [ée]conomique et social|consejo econ[óo]mico y social", re.I),
        "Economic and Social Council",
    ),
    (
        re.compile(r"human rights council|conseil des droits de l.homme|consejo de derechos humanos", re.I),
        "Human Rights Council",
    ),
    (re.compile(r"trusteeship council|conseil de tutelle", re.I), "Trusteeship Council"),
)
COMPANY = re.compile(
    "united|nations|unies|naciones unidas|организация объединенных наций|الأمم المتحدة|联合国|organisation|des"
    rf"|{'|'.join(p.pattern for p, _ in ORGANS)}|[*\s–—-]",
    re.I,
)
"""What a converter may leave beside the symbols on their line."""
DISTRIBUTION = re.compile(
    r"\b(general|g[ée]n[ée]rale|limited|limit[ée]e|limitada|restricted|restreinte|restringida|provisional|unrestricted)\b",
    re.I,
)
DISTRIBUTIONS = {
    "general": "General",
    "generale": "General",
    "générale": "General",
    "génerale": "General",
    "limited": "Limited",
    "limitée": "Limited",
    "limitee": "Limited",
    "limitada": "Limited",
    "restricted": "Restricted",
    "restreinte": "Restricted",
    "restringida": "Restricted",
    "provisional": "Provisional",
    "unrestricted": "Unrestricted",
}
DISTR = re.compile(r"Dist[rn]?[.:]{1,2}", re.I)
ORIGINAL = re.compile(r"\b(?:[O0Q]R[IT]?G[IT][NT]*AL|Original|Оригинал|Язык оригинала)\s*:?\s*(?P<languages>.*)", re.I)
LANGUAGES = {
    "english": "English", "anglais": "English", "inglés": "English", "ingles": "English", "английский": "English",
    "french": "French", "français": "French", "francais": "French",
    "francés": "French", "frances": "French", "французский": "French",
    "spanish": "Spanish", "espagnol": "Spanish", "español": "Spanish", "espanol": "Spanish", "испанский": "Spanish",
    "russian": "Russian", "russe": "Russian", "ruso": "Russian", "русский": "Russian",
    "arabic": "Arabic", "arabe": "Arabic", "árabe": "Arabic", "арабский": "Arabic",
    "chinese": "Chinese", "chinois": "Chinese", "chino": "Chinese", "китайский": "Chinese",
    "portuguese": "Portuguese", "german": "German",
}  # fmt: skip
EMERGENCY = re.compile(
    r"(?P<words>\w+) (?:emergency special session|session extraordinaire d.urgence"
    r"|per[íi]odo extraordinario de sesiones de emergencia)",
    re.I,
)
SPECIAL = re.compile(
    r"(?P<words>[\w-]+) (?:special session|session extraordinaire|per[íi]odo extraordinario de sesiones)", re.I
)
SESSION = re.compile(r"(?P<words>[\w-]+(?: [\w-]+){0,2}?) (?:session|per[íi]odo de sesiones)", re.I)
YEARLY = re.compile(
    r"(?:(?:[\w-]+ ){0,3}session(?: of| for|,)? |[\w’' ]{0,40}session[\w ]{0,20} de )?(\d{4})"
    r"(?: (?:[\w-]+ ){0,2}session)?",
    re.I,
)
"""Sessions of the Economic and Social Council are named by their year."""
YEAR = re.compile(r"(?P<words>[\w-]+(?: [\w-]+){0,2}?) (?:year|ann[ée]e|año)\b", re.I)
SAID = re.compile(
    rf"{EMERGENCY.pattern}|{SPECIAL.pattern}|{SESSION.pattern}|{YEAR.pattern}|{YEARLY.pattern}".replace(
        "?P<words>", "?:"
    )
    + rf"|{'|'.join(p.pattern for p, _ in ORGANS)}",
    re.I,
)
"""Everything that a line of sessions may say."""
