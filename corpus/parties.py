"""Senders and addressees as a title names them, their offices in English canonical form.

"the Permanent Representatives of Cuba and South Africa to the United Nations" are two parties; a State whose name
holds "and" stays one. Offices are those of the domain notes, 2.3; an office that is not listed is kept as printed.
"""

from __future__ import annotations

import re

from corpus import party_words as say
from corpus.model import Party


def senders(words: str) -> tuple[Party, ...]:
    """The parties of a sender's phrase ("the Permanent Representative of Sudan to the United Nations"); () for none."""
    found: list[Party] = []
    for clause in say.CLAUSE.split(_unquoted(words)):
        found += _clause(clause.strip(" ,.*"))
    return tuple(dict.fromkeys(found))


def _unquoted(words: str) -> str:
    return say.CAPACITY.sub("", say.TAIL.sub("", " ".join(words.split())))


def _clause(words: str) -> list[Party]:
    words = say.NAMED.sub("", words)
    words = say.ARTICLE.sub("", words, count=1) if say.ARTICLE.match(words) else words
    plain = say.PLAIN.get(words.casefold())
    if plain:
        return [Party(plain, "")]
    president = re.fullmatch(
        r"(?:acting )?pr[ée]siden(?:t|te|ta|cia) (?:of|de|du|del) (?:the |la |l[’'])?(.+)", words, re.IGNORECASE
    )
    if president and say.BODY.search(president[1]):
        return [Party(_president(president[1]), "")]
    if president:
        return [Party("President", say.ARTICLE.sub("", president[1], count=1))]
    for pattern, office in say.OFFICES:
        match = re.match(rf"(?:{pattern})", words, re.IGNORECASE)
        if match:
            return _states(office, words[match.end() :])
    ministers = say.MINISTERS.fullmatch(words)
    if ministers:
        return [Party(f"{ministers['office']}{ministers['charge']}", name) for name in states(ministers["of"])]
    match = say.MINISTER.fullmatch(words) or say.OTHER.fullmatch(words)
    if not match:
        return [Party(words, "")] if words else []
    return [Party(match["office"], say.ARTICLE.sub("", match["of"], count=1))]


def _committee(words: str) -> str:
    """A committee of the Security Council by its English name; another's as printed."""
    if not say.COUNCIL_COMMITTEE.match(words):
        return "Committee" if re.fullmatch(r"Comit[ée]", words, re.IGNORECASE) else words.strip(" ,")
    by = say.BY_RESOLUTION.search(words)
    return "Security Council Committee" + (f" established pursuant to resolution {by[1]}" if by else "")


def _president(body: str) -> str:
    for pattern, office in say.ADDRESSEES[1:]:
        if re.search(pattern, body, re.IGNORECASE):
            return office
    return f"President of the {body.strip()}"


def _states(office: str, rest: str) -> list[Party]:
    mission = say.MISSION.match(rest)
    rest = rest[mission.end() :] if mission else rest
    match = say.OF.match(rest)
    rest = rest[match.end() :] if match else rest.strip()
    return [Party(office, name) for name in states(rest)] or [Party(office, "")]


def states(words: str) -> list[str]:
    """The names in "Bahrain, Egypt and the United Arab Emirates", without articles; a name with "and" stays whole."""
    kept = words
    for index, name in enumerate(say.JOINED):
        kept = re.sub(re.escape(name), f"\x00{index}\x00", kept, flags=re.IGNORECASE)
    if " Committee" in kept or "Group" in kept or "resolution" in kept or "configuration" in kept:
        names = [kept]
    else:
        names = re.split(r",\s*(?:and\s+|et\s+|y\s+)?|\s+(?:and|et|y)\s+", kept)
    found = []
    for name in names:
        whole = re.sub("\x00(\\d+)\x00", lambda match: say.JOINED[int(match[1])], name).strip(" ,.*")
        lead = say.PREPOSITION.match(whole)
        whole = whole[lead.end() :] if lead else whole
        whole = say.ARTICLE.sub("", whole, count=1) if say.ARTICLE.match(whole) else whole
        if whole:
            found.append(whole)
    return found


def addressees(words: str) -> tuple[str, ...]:
    """The addressees of "the Secretary-General and the President of the Security Council", in order."""
    text = " ".join(words.split())
    hits: list[tuple[int, str]] = []
    members = say.MEMBERS.search(text)
    if members:
        hits.append((members.start(), "Permanent Representatives of the members of the Security Council"))
        text = text[: members.start()] + " " * (members.end() - members.start()) + text[members.end() :]
    for other in say.OTHER_SECRETARY.finditer(text):
        hits.append((other.start(), " ".join(other.group().split())))
        text = text[: other.start()] + " " * (other.end() - other.start()) + text[other.end() :]
    for chair in say.CHAIR.finditer(text):
        hits.append((chair.start(), f"Chair of the {chair[1].strip()}"))
        text = text[: chair.start()] + " " * (chair.end() - chair.start()) + text[chair.end() :]
    for chair in say.COMMITTEE.finditer(text):
        hits.append((chair.start(), f"Chair of the {_committee(chair[1])}"))
        text = text[: chair.start()] + " " * (chair.end() - chair.start()) + text[chair.end() :]
    for pattern, office in say.ADDRESSEES:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            hits.append((match.start(), office))
    if not hits and (words := say.TAIL.sub("", text).strip(" ,.*")):
        return (say.ARTICLE.sub("", words, count=1) if say.ARTICLE.match(words) else words,)
    return tuple(dict.fromkeys(office for _, office in sorted(hits)))
