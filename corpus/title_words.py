"""What titles are made of: kind, date, sender, "addressed to" and addressees (the domain notes, 2.3), as patterns.

French and Spanish name the addressee before the sender; the Conference on Disarmament does so in English too.
"""

from __future__ import annotations

import re

KIND = re.compile(
    r"(?P<identical>Identical (?:letters|notes)|Lettres identiques|Cartas id[eé]nticas|Идентичные письма"
    r"|رسالتان متطابقتان)(?!\w)"
    r"|(?P<note>(?:Joint )?Notes? verbales?|Nota verbal|Notas verbales|Вербальная нота|مذكرة شفوية)(?!\w)"
    r"|(?P<letter>(?:Joint |Open )?Letters?|Lettres?|Cartas?|L[A-Z]TTER|Cablegram|Telegram|Cable|Communication"
    r"|T[ée]l[ée]gramme|C[âa]blogramme|Telegrama|Cablegrama|Письмо|رسالة)(?!\w)",
    re.IGNORECASE,
)
TITLE = re.compile(
    rf"(?:{KIND.pattern})\*{{0,2}},?\s+(?:dated|from|addressed|of \d|en date|dat[ée]e?s?|du|adress[ée]e?s?|de fechas?"
    r"|dirigid[ao]s?|containing|sent|received|Постоянн|Временн|Генеральн|Председател|Министр|от \d|مؤرخ).*",
    re.IGNORECASE,
)
_BODY = (
    r"(?:General Assembly|Security Council|Economic and Social Council|Human Rights Council|Trusteeship Council"
    r"|Conference on Disarmament|Peacebuilding Commission)"
)
_WHO = (
    r"(?:(?:the |au |a la |a |al |à la |aux )?(?:acting )?(?:Secretary-\s?General"
    rf"|Presidents? of the (?:[\w -]{{0,40}} session of the )?{_BODY}(?: at its [\w -]{{3,40}} session)?"
    rf"|(?:the )?{_BODY}"
    r"|Chair(?:man|person|woman)? of the [\w ,-]{3,80}?Committee[\w ,()-]{0,80}?"
    r"|(?:the )?Permanent Representatives of the members of the Security Council|members of the Security Council))"
)
ADDRESSED = re.compile(
    rf"(?:addressed(?: respectively)? )?\bto {_WHO}(?:(?:,? and(?: to)?|,)? {_WHO})*"
    r"(?:,? dated [\w ]+ \d{4})?\*{0,2}$",
    re.IGNORECASE,
)
ADDRESSED_WITHIN = re.compile(
    rf"\bfrom\b.{{3,900}}?\b(?:addressed(?: respectively)? )?to {_WHO}(?:(?:,? and(?: to)?|,)? {_WHO})*\*{{0,2}}",
    re.IGNORECASE,
)
FROM_LAST_WITHIN = re.compile(
    r"\b(?:adress[ée]e?s?|dirigidas?)\b.{3,400}?\b(?:par|por)\b.{3,300}?"
    r"(?:Nations Unies|Naciones Unidas|par le Secrétaire général|por el Secretario General)\*{0,2}",
    re.IGNORECASE,
)
FROM_LAST = re.compile(
    r"(?>.*?\b(?:par|por)\b ).*(?:Nations Unies|Naciones Unidas|général|General"
    r"|Conseil de sécurité|Consejo de Seguridad)\*{0,2}$",
    re.IGNORECASE,
)
"""This and the next from a title's start: the first "par" is as good as any, and to try each would be quadratic."""
OFFICE = re.compile(
    r"(?>.*?\b(?:addressed|adressée?s?|dirigidas?)\b).*(?:Secretary-General|Council|Assembly|Conseil|Consejo)$"
)
GOES_ON = re.compile(
    r"(?:and|to the|the|addressed|adress[ée]e?s?|dirigidas?|from|par|por|et|y|al|a la)\b", re.IGNORECASE
)
UNFINISHED = re.compile(
    r"(?:\b(?:of|the|to|and|from|dated|de|du|des|la|le|les|à|al|del|y|et|par|por|by)|,|-)$", re.IGNORECASE
)


LONGEST = 1_400
"""Characters of a title at most: one with fifty States has 1,100."""


def complete(text: str) -> bool:
    """Whether a title could end here: it has named everybody that it must."""
    return bool(ADDRESSED.search(text) or FROM_LAST.match(text))


def end_in_line(text: str, start: int) -> int | None:
    """Where the title that begins at `start` of a line ends, when more stands behind it; None for what is no title."""
    title = TITLE.match(text, start)
    within = title and (
        ADDRESSED_WITHIN.search(text, start, start + LONGEST) or FROM_LAST_WITHIN.search(text, start, start + LONGEST)
    )
    return within.end() if within and within.start() - start < 160 else None
