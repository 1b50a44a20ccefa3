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
        r"(?:I|We) have the honou?r\b|J.ai l.honneur de|Tengo el honor de|Имею честь"
        r"|(?:I am|We are) writing to|I wish to refer to your letter"
        r"|I (?:should|would|shall) (?:be grateful|appreciate it) if you (?:would|could)"
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

_ASIDE = re.compile(r"^\s*\([^()]{3,30}\)")
"""What a mission adds to the date: "(Not distributed)"."""
LETTERHEAD = 6
"""Blocks at a letter's top among which a letterhead stands."""
_SECRETARIAT = re.compile(r"THE SECRETARY-GENERAL|LE SECR[EÉ]TAIRE G[EÉ]N[EÉ]RAL|EL SECRETARIO GENERAL")
_MISSION = re.compile(
    r"(?:PERMANENT MISSION|Permanent Mission) (?:OF|of) (?:(?:THE|the) )?(?P<of>[^,;:\d]{3,70}?)"
    r" (?:TO THE UNITED NATIONS|to the United Nations)"
)
_OFFICE = re.compile(
    r"(?:Ambassador(?: Extraordinary and Plenipotentiary)?,? (?:and )?)?"
    r"(?P<office>(?:Acting |Deputy )?Permanent (?:Representative|Observer)|Charg[ée] d[’']affaires,? a\.? ?i\.?)",
    re.IGNORECASE,
)
_REPRESENTATIVE = re.compile(
    r"Permanent (?:Representative|Observer) of (?:the )?[^,;:]{3,70}?(?= to the United Nations|$)"
)

_SALUTED = re.compile(
    r"(?:(?:My )?Dear (?:Mr\.?|Madam|Ms\.?) Secretary-General|(?:Mr\.?|Madam) Secretary-General"
    r"|(?:Monsieur|Madame) l[ea] Secrétaire général\w*|(?:Señor|Señora) Secretari[oa] General"
    r"|\W*Уважаем\w+ (?:г-н|г-жа|господин) Генер\w+ секретарь)\W*$",
    re.IGNORECASE,
)
_CONVEY = re.compile(
    r"[Pp]lease (?:convey|pass|transmit|deliver|hand) (?:the )?following (?:\w+ )?from (?:the )?"
    r"(?P<sender>[A-Z][^.:;]{4,60}?) to (?:the )?(?P<to>[A-Z][^.:;]{4,80})"
)
_FILED = re.compile(r"title: [^\n]{2,60}? to (?P<to>[^\n]{2,80})")
"""How archives file a letter in the lines above it: "title: Penman to Lie"."""
_SECRETARIES = re.compile(
    r"(?:Trygve |Dag |U |Kurt |Javier |Boutros |Kofi (?:A\. )?|Ant[óo]nio |Mr\.? )?(?:Lie|Hammarskj(?:ö|oe?)ld|Thant"
    r"|Waldheim|P[ée]rez de Cu[ée]llar|Boutros.Ghali|Annan|Ban(?: Ki-moon)?|Guterres)",
    re.IGNORECASE,
)
"""Those who have held the office of Secretary-General."""


def is_letter(text: str) -> bool:
    """Whether a text without masthead and title reads as a letter: two of honour formula, salutation and close."""
    return sum(bool(sign.search(text)) for sign in _SIGNS) > 1


def date_of(text: str, blocks: Sequence[Block], *, above: bool = False) -> str | None:
    """The date that stands alone, or after a place, near the top or else near the end.

    What stands `above` a title counts where there is no masthead: a masthead's date is another.
    """
    left = (BlockKind.FURNITURE,) if above else (BlockKind.FURNITURE, BlockKind.MASTHEAD)
    own = [b for b in blocks if not b.part and b.kind not in left]
    for block in [*own[:HEAD], *own[HEAD:][-TAIL:]]:
        words = " ".join(block.span.of(text).split())
        hits = dates.find(words)
        if len(hits) == 1 and hits[0].is_full:
            place, rest = words[: hits[0].start].rstrip(), _ASIDE.sub("", words[hits[0].end :]).strip(" .г")
            if not rest and (not place or (len(place) < 40 and place.endswith((",", "le", "Date:", "a")))):
                return hits[0].iso
    return None


def senders(signatures: Iterable[Signature]) -> tuple[Party, ...]:
    """Who signed the letter proper, by the office below the name; Secretaries-General sign without one."""
    found: list[Party] = []
    for signature in signatures:
        if signature.part:
            continue
        if not signature.lines and _SECRETARIES.fullmatch(signature.name):
            found.append(Party("Secretary-General", ""))
        for at, line in enumerate(signature.lines):
            party = parties.senders(" ".join(signature.lines[at:]))
            if " of " in line and party and party[0].of:
                found += party[:1]
                break
            if parties.senders(line) == (Party("Secretary-General", ""),):
                found.append(Party("Secretary-General", ""))
                break
    return tuple(dict.fromkeys(found))


def headed(text: str, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Who writes under a letterhead: the Secretary-General, or a mission by the office that stands below the name."""
    own = [b for b in blocks if not b.part and b.kind is not BlockKind.FURNITURE]
    for block in own[:LETTERHEAD]:
        words = " ".join(block.span.of(text).split())
        if _SECRETARIAT.fullmatch(words):
            return (Party("Secretary-General", ""),)
        mission = _MISSION.search(words)
        if mission and len(words) < 200:
            return _signed(mission["of"], [block.span.of(text) for block in own[-TAIL:]])
    return ()


def _signed(of: str, tail: list[str]) -> tuple[Party, ...]:
    office = next((found for words in tail if len(words) < 120 and (found := _OFFICE.search(words))), None)
    named = of.title() if of.isupper() else of
    return tuple(
        Party(party.office, re.sub(r"\b(?:Of|And|The)\b", lambda word: word.group().lower(), named))
        for party in parties.senders(office["office"] if office else "Permanent Mission")
    )


def addressees(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Whom the address names, at the top or, as missions have it, at the foot."""
    own = [b for b in blocks if not b.part and b.kind not in (BlockKind.FURNITURE, BlockKind.SIGNATURE)]
    found: list[str] = []
    near = [*own[:HEAD], *own[HEAD:][-TAIL:]]
    for block, below in zip(near, [*near[1:], None], strict=True):
        words = " ".join(block.span.of(text).split())
        if below and len(words) < 50 and _ADDRESS.match(words) and not _KNOWN.search(words):
            words += " " + " ".join(below.span.of(text).split())  # The name stands by itself, the office below it.
        named = _REPRESENTATIVE.search(words) if len(words) < 200 and _ADDRESS.match(words) else None
        if named:
            found.append(named.group())
        elif len(words) < 160 and _ADDRESS.match(words) and (known := _KNOWN.search(words)):
            found += parties.addressees(words[known.start() :])
        elif not found and _SALUTED.match(words):
            found.append("Secretary-General")
    return tuple(dict.fromkeys(found))


def conveyed(text: str, blocks: Sequence[Block]) -> tuple[tuple[Party, ...], tuple[str, ...]]:
    """Sender and addressee of a telegram that a mission was to hand on; its State is not said, and not guessed."""
    for block in [b for b in blocks if b.kind is BlockKind.PARAGRAPH][:HEAD]:
        match = _CONVEY.search(block.span.of(text))
        if match and _KNOWN.match(match["to"]):
            return (Party(" ".join(match["sender"].split()), ""),), parties.addressees(match["to"])
    return (), ()


def filed(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """To whom an archive's own heading says a letter went; () where there is none."""
    for block in blocks[:HEAD]:
        match = _FILED.search(block.span.of(text))
        if match and _SECRETARIES.fullmatch(match["to"].strip()):
            return ("Secretary-General",)
        if match and _KNOWN.match(match["to"]):
            return parties.addressees(match["to"])
    return ()
