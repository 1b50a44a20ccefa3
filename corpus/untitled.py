"""Letters that carry no title: copies from a mission, archive texts, scans. What their opening and their close tell.

The Organization's editors put a title above what they circulate; a mission's own copy has a place and a date, an
address, a salutation and a signature with its office instead (the domain notes, 2.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus import dates, parties
from corpus.model import Block, BlockKind, Party, Signature

HEAD, TAIL = 14, 9
"""Blocks at either end of a letter among which place, date and address stand."""
_SIGNS = (
    # What is said of the letter itself, or by one who writes one.
    re.compile(
        r"(?:I|We) have the honou?r (?:to|of)\b|J.ai l.honneur de|Tengo el honor de|Имею честь"
        r"|(?:I am|We are) writing to"
        r"|Upon instructions (?:from|of) my Government|[Tt]he present letter"
        r"|la présente lettre|la presente carta"
        r"|addressed to you\b|настоящее письмо"
    ),
    re.compile(
        r"^(?:Your )?Excellency\b.{0,40}$"
        r"|^(?:My )?[Dd]ear (?:Mr|Ms|Mrs|Madam|Sir|Secretary|Ambassador).{0,60}$"
        r"|^Sir,$|^Madam.{0,30},$|^Monsieur le (?:Président|Secrétaire).{0,40}$"
        r"|^Madame la .{0,40}$|^Señor(?:a)? .{0,40}[,:]$|Уважаем",
        re.MULTILINE,
    ),
    re.compile(
        r"assurances? of my highest consideration|(?:Please a|A)ccept, (?:Excellency|Sir|Madam)"
        r"|Yours (?:sincerely|faithfully|truly)"
        r"|haute considération|consideración más distinguida|С уважением|\(Signed\)|\(Signé\)|\(Firmado\)"
    ),
)
_ADDRESS = re.compile(
    r"(?:(?:His|Her|Son|Su) Exce|[Гг]-н[уе] |[Гг]осподину |Его Превосх|H\. ?E\.|To:? "
    r"|Mr\.|Ms\.|Mrs\.|Dr\.|The Honou?rable|The (?:Secretary|President))"
)
_KNOWN = re.compile(
    r"Chair(?:man|person|woman)? of the|Генеральн\w+ секретар\w+|Председател\w+|Secretary-General"
    r"|President of (?:the )?(?:General|Security|Economic|Human)|Secrétaire général|Secretario General"
)

_SALUTED = re.compile(
    r"(?:(?:My )?Dear (?:Mr\.?|Madam|Ms\.?) Secretary-General|(?:Mr\.?|Madam) Secretary-General"
    r"|(?:Monsieur|Madame) l[ea] Secrétaire général\w*|(?:Señor|Señora) Secretari[oa] General"
    r"|\W*Уважаем\w+ (?:г-н|г-жа|господин) Генер\w+ секретарь)\W*$",
    re.IGNORECASE,
)
_FILED = re.compile(r"title: [^\n]{2,60}? to (?P<to>[^\n]{2,80})")
"""How archives file a letter in the lines above it: "title: Hodgson to Lie"."""
_SECRETARIES = re.compile(
    r"(?:Trygve |U |Kofi |António |Mr\.? )?(?:Lie|Hammarskj(?:ö|oe?)ld|Thant|Waldheim"
    r"|P[ée]rez de Cu[ée]llar|Boutros.Ghali|Annan|Ban(?: Ki-moon)?|Guterres)"
)
"""Those who have held the office of Secretary-General."""


def is_letter(text: str) -> bool:
    """Whether a text without masthead and title reads as a letter: two of honour formula, salutation and close."""
    return sum(bool(sign.search(text)) for sign in _SIGNS) > 1


def date_of(text: str, blocks: Sequence[Block]) -> str | None:
    """The date that stands alone, or after a place, near the top or else near the end."""
    own = [b for b in blocks if not b.part and b.kind is not BlockKind.FURNITURE]
    for block in [*own[:HEAD], *own[HEAD:][-TAIL:]]:
        words = " ".join(block.span.of(text).split())
        hits = dates.find(words)
        if len(hits) == 1 and re.fullmatch(r"\d{4}-\d\d-\d\d", hits[0].iso):
            place, rest = words[: hits[0].start].rstrip(), words[hits[0].end :].strip(" .г")
            if not rest and (not place or (len(place) < 40 and place.endswith((",", "le", "Date:", "a")))):
                return hits[0].iso
    return None


def senders(signatures: Iterable[Signature]) -> tuple[Party, ...]:
    """Who signed the letter proper, by the office below the name."""
    found: list[Party] = []
    for signature in signatures:
        if signature.part:
            continue
        for at, line in enumerate(signature.lines):
            party = parties.senders(" ".join(signature.lines[at:]))
            if " of " in line and party and party[0].of:
                found += party[:1]
                break
            if parties.senders(line) == (Party("Secretary-General", ""),):
                found.append(Party("Secretary-General", ""))
                break
    return tuple(dict.fromkeys(found))


def addressees(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Whom the address names, at the top or, as missions have it, at the foot."""
    own = [b for b in blocks if not b.part and b.kind not in (BlockKind.FURNITURE, BlockKind.SIGNATURE)]
    found: list[str] = []
    for block in [*own[:HEAD], *own[HEAD:][-TAIL:]]:
        words = " ".join(block.span.of(text).split())
        if len(words) < 160 and _ADDRESS.match(words) and (known := _KNOWN.search(words)):
            found += parties.addressees(words[known.start() :])
        elif not found and _SALUTED.match(words):
            found.append("Secretary-General")
    return tuple(dict.fromkeys(found))


def filed(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """To whom an archive's own heading says a letter went; () where there is none."""
    for block in blocks[:HEAD]:
        match = _FILED.search(block.span.of(text))
        if match and _SECRETARIES.fullmatch(match["to"].strip()):
            return ("Secretary-General",)
        if match and _KNOWN.match(match["to"]):
            return parties.addressees(match["to"])
    return ()
