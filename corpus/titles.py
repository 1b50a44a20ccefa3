"""A title's sender and addressee phrases, in the order each language prints them.

English: kind, date, "from" sender, "addressed to" addressees. French and Spanish since the 1980s: kind, date,
"adressée au" / "dirigida a" addressees, "par" / "por" sender.
"""

from __future__ import annotations

import re
from datetime import date

from corpus import dates, parties
from corpus.mend import is_capital, mended
from corpus.model import Party

_ENGLISH = re.compile(r"\bfrom (?P<sender>.*?),? addressed(?: respectively)? to (?P<to>.*)$", re.IGNORECASE)
_REVERSED = re.compile(r"\baddressed(?: respectively)? to (?P<to>.{5,200}?),? from (?P<sender>.*)$", re.IGNORECASE)
"""The Conference on Disarmament names the addressee first."""
_SUBJECT = re.compile(r",? (?:transmitting|forwarding|enclosing|submitting|entitled)\b.*$", re.IGNORECASE)
_TO_ONLY = re.compile(
    r"\bfrom (?P<sender>.*?)(?<! auprès) to (?P<to>the (?:Secretary-General|President|Chair).*)$", re.IGNORECASE
)
_SENDER_ONLY = re.compile(r"\bfrom (?P<sender>.*)$", re.IGNORECASE)
_OFFICE = (
    r"(?:(?:le|la|les|el|los|las|Mme|M\.|Sra?\.) |l[’'] ?)(?:repr[ée]s|charg|encarg|observ|missi|misi|minist|secr[ée]t"
    r"|pr[ée]sid|ambas|premier|primer|vice|haut|alt[oa] )"
)
_ROMANCE = re.compile(
    rf"\b(?:adress[ée]e?s?|dirigidas?) (?P<to>.*?),? (?:par|por) (?P<sender>{_OFFICE}.*)$", re.IGNORECASE
)
"""A committee's name has "par" and "por" too ("créé par la résolution 1267"): the sender begins with an office."""
_ROMANCE_ANY = re.compile(
    r"\b(?:adress[ée]e?s?|dirigidas?) (?P<to>.*?)(?:,)? (?:par|por) (?P<sender>.*)$", re.IGNORECASE
)
_ROMANCE_FROM = re.compile(
    r"\b(?:du|de la|de l[’']|del) (?P<sender>(?:repr[ée]sent|charg|mission|misi|observ|encarg|secr[ée]t"
    r"|pr[ée]sid).*?),? "
    r"(?:adress[ée]e?s?|dirigidas?) (?P<to>.*)$",
    re.IGNORECASE,
)
_RUSSIAN = re.compile(
    r"(?:Письм[ао]|Вербальн\w+ нот\w+) (?P<sender>.*?) от \d.*?\bна имя (?P<to>.*)$",
    re.IGNORECASE,
)
SOON = 183
"""Days after its date within which a letter is distributed."""
_SMALL = {"of", "the", "and", "to", "for", "in", "on", "by", "at", "with", "de", "la", "et", "y"}
_DATED_LAST = re.compile(r",? dated .*$", re.IGNORECASE)


def read(title: str) -> tuple[tuple[Party, ...], tuple[str, ...]]:
    """Senders and addressees of a title; () for what it does not tell."""
    text = _SUBJECT.sub("", " ".join(title.replace("*", "").split()))
    if is_capital(text):
        text = _lowered(mended(text))
    match = (
        _ROMANCE_FROM.search(text)
        or _ENGLISH.search(text)
        or _REVERSED.search(text)
        or _ROMANCE.search(text)
        or _ROMANCE_ANY.search(text)
        or _TO_ONLY.search(text)
        or _SENDER_ONLY.search(text)
        or _RUSSIAN.search(text)
    )
    if not match:
        return (), ()
    named = match.groupdict()
    sender = _DATED_LAST.sub("", named["sender"])
    return parties.senders(sender), parties.addressees(_DATED_LAST.sub("", named.get("to") or ""))


def date_of(title: str, distributed: str | None = None) -> str | None:
    """The first full date of a title; one without a year ("dated 10 July") is the last before it was distributed.

    A letter is distributed within weeks: where half a year would lie between, the year is not inferred.
    """
    found = dates.find(title)
    full = next((hit.iso for hit in found if hit.is_full), None)
    if full or not distributed:
        return full
    inferred = next((dates.with_year(hit.iso, distributed) for hit in found if hit.iso[0] == "-"), None)
    days = (date.fromisoformat(distributed) - date.fromisoformat(inferred)).days if inferred else SOON
    return inferred if days < SOON else None


def _lowered(text: str) -> str:
    """Capitals of old print as modern print sets names: small words small, the rest capitalized."""
    lowered = [word.lower() if word.lower() in _SMALL else _word(word) for word in text.split()]
    return " ".join(lowered)


def _word(word: str) -> str:
    if word in ("A.I.", "A.I"):
        return word.lower()
    return "-".join(part.capitalize() for part in word.split("-"))
