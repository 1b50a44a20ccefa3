"""Communications named in a sentence: what is meant, whose it is, of which date, under which symbol.

A *mention* is a noun ("letter", "note verbale", "statement") with what its sentence says of it. Whose it is decides
what the letter does with it (`corpus.relations`); what has no symbol is a citation too (`corpus.citations`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from corpus import dates, states
from corpus.model import Party, Span
from corpus.symbol_find import Found


class Author(StrEnum):
    """Whose communication is meant, seen from the letter that mentions it."""

    OWN = "own"
    YOURS = "the addressee's"
    OTHER = "another's"
    UNKNOWN = "not said"


class Noun(StrEnum):
    """What is meant."""

    LETTER = "letter"
    STATEMENT = "statement"
    """Spoken or issued, as a rule without a symbol of its own: a statement, remarks, allegations."""
    DOCUMENT = "document"
    """A document by its symbol alone, of which the words do not say what it is."""
    PAPER = "paper"
    """Reports, resolutions, records: context, never a letter."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who writes and to whom, as far as mentions need it."""

    names: tuple[str, ...]
    """States (or organizations) of the senders."""
    offices: tuple[str, ...]
    """Offices of senders that stand for no State: `Secretary-General`, `President of the Security Council`."""
    addressees: tuple[str, ...]
    date: str | None

    @staticmethod
    def of(senders: Sequence[Party], addressees: Sequence[str], date: str | None) -> Identity:
        """The identity of a letter's own senders."""
        names = tuple(p.of for p in senders if p.of)
        return Identity(names, tuple(p.office for p in senders if not p.of), tuple(addressees), date)

    @property
    def name(self) -> str | None:
        """The first sender's State, or its office where it stands for no State."""
        return next(iter((*self.names, *self.offices)), None)

    def owns(self, phrase: str) -> bool:
        """Whether `phrase` names one of the senders."""
        named = any(states.mentions(phrase, name) for name in self.names)
        return named or any(office.lower() in phrase.lower() for office in self.offices)


@dataclass(frozen=True, slots=True)
class Mention:
    """A communication named in a sentence."""

    noun: Noun
    span: Span
    """From its first word (with its possessive) to the end of what is said of it."""
    sentence: Span
    author: Author
    sender: str | None = None
    addressee: str | None = None
    dates: tuple[str, ...] = ()
    found: tuple[Found, ...] = field(default=())
    """The symbols printed for it, offsets in the same text."""
    short: bool = False
    """A short form that stands for something named before: "the aforementioned letter"."""
    plural: bool = False
    possessive: str = ""
    """The possessive before the noun, in small letters: `my`, `your`, `his`."""


_LETTER = (
    r"identical letters?|letters?|repl(?:y|ies)(?=\s(?:dated|of\s\d|\())"
    r"|notes? verbales?|verbal notes?|communications?|correspondence|telegrams?"
    r"|cablegrams?"
    r"|lettres? identiques|lettres?|notes? verbales?|correspondance|télégrammes?"
    r"|cartas? idénticas|cartas?|notas? verbal(?:es)?|comunicaci(?:ón|ones)|correspondencia|telegramas?"
)
_STATEMENT = (
    r"statements?|remarks|allegations?|accusations?|comments?|intervention|declaraci(?:ón|ones)|déclarations?"
    r"|allégations"
    r"|accusations|acusaciones|alegaciones|press releases?|interventions?|claims|assertions|falsehoods"
)
_PAPER = (
    r"(?:joint |final |interim |previous |annual |monthly )?reports?|resolutions?|rapports?|résolutions?"
    r"|informes?|resoluci(?:ón|ones)"
    r"|presidential statements?|records?|decisions?|concept notes?|draft resolutions?"
    r"|notes? by the (?:Secretary-General|President)"
    r"|Agreements?|Treaty|Charter|Convention"
)
_NOUN = re.compile(
    rf"\b(?:(?P<paper>{_PAPER})|(?P<letter>{_LETTER})|(?P<statement>{_STATEMENT})|(?P<document>documents?))\b", re.I
)
_NOT_MEANT = re.compile(
    r"\b(?:present|this|the present|cover|covering|circular|exchange of|la présente|présente|la presente"
    r"|presente|esta)\s+$",
    re.I,
)
_SPIRIT = re.compile(
    r"\s+(?:and|or|et|y)\s+(?:(?:the|its|l['’]|el)\s?)?(?:spirit|esprit|espíritu)|\s+(?:bombs?|technolog"
    r"|of credit|of intent|channels|equipment)"
)

_BEFORE = re.compile(
    r"(?P<words>(?:(?:my|our|your|his|her|its|their|mon|mes|notre|nos|votre|vos|sa|son|ses|leurs?|mis?"
    r"|nuestras?|sus?|[Tt]he|[Tt]hese"
    r"|[Tt]hose|[Tt]hat|[Tt]his|said|aforementioned|above-mentioned|aforesaid|abovementioned|previous|earlier"
    r"|recent|relevant|last|numerous"
    r"|various|several|many|two|three|\d{1,4}|prior|first|second|further|another|false|baseless|unfounded"
    r"|latest|own|predecessor['’]s|joint"
    r"|(?:reports?|letters?|statements?|documents?)\s+and)\s+)*)$",
    re.I,
)
_POSSESSIVE = re.compile(
    r"\b(my|our|your|his|her|its|their|mon|mes|notre|nos|votre|vos|sa|son|ses|leurs?|mis?|nuestras?|sus?)\b", re.I
)
_OWN_WORDS = frozenset(["my", "our", "mon", "mes", "notre", "nos", "mi", "mis", "nuestra", "nuestras"])
_YOUR_WORDS = frozenset(["your", "votre", "vos", "su", "sus"])
_SHORT_BEFORE = re.compile(
    r"\b(?:aforementioned|above-mentioned|abovementioned|aforesaid|said|these|those|that|his|her|their|its)\b"
    r"|mencionada\s+$|citada\s+$",
    re.I,
)
_SHORT_AFTER = re.compile(
    r"\s+(?:in question|under reference|referred to above|mentioned above|susmentionnées?|précitées?"
    r"|en question|mencionadas?|antes mencionadas?"
    r"|citadas?|en cuestión)\b",
    re.I,
)

_CAPITAL = r"[A-Z\u00c0-\u00dd\u0410-\u042f][\w'’.\-]*"
_LINK = r"(?:of|and|the|for|to the|de|de la|la|las|los|el|del|du|des|et|y|d['’]|l['’])"
_NAME = rf"{_CAPITAL}(?:(?:\s+{_LINK}){{0,3}}\s+{_CAPITAL}){{0,9}}"
_OFFICE = re.compile(
    rf"\b(?:(?P<how>from|by|of|de|del|par|por|du|sent by|that)\s+(?:the\s+|la\s+|le\s+|el\s+|l['’])?"
    rf"|(?<=,\s)(?:the\s+|el\s+|la\s+|le\s+))"
    rf"(?P<who>(?:then\s+)?(?:Greek Cypriot\s+|{_CAPITAL}\s+)?(?:representatives?|delegation|Government"
    rf"|représentante?|delegación|Gobierno)\s+(?:of|de|del|du)\s+"
    rf"(?:the\s+|la\s+|le\s+|l['’])?{_NAME}|(?:{_CAPITAL}\s+){{1,3}}(?:representative|delegation)|{_NAME})"
)
_GENITIVE = re.compile(rf"(?P<who>{_NAME})['’]s?\s+(?:\w+\s+){{0,3}}$")
_ADJECTIVE = re.compile(rf"(?P<who>{_CAPITAL})\s+$")
_SUBJECT_AFTER = re.compile(
    r"^[^.;]{0,12}?,\s+(?:in which\s+)?(?P<self>I|we|nous|je)\b|\b(?:that|which|in which)\s+(?P<self2>I|we"
    r"|my Government)\b"
)
_SENT_BY_US = re.compile(
    r"\b(?:I|we)\s+(?:have\s+|had\s+)?(?:also\s+)?(?:sent|addressed|wrote|transmitted|submitted|dispatched"
    r"|conveyed)\b"
)
_PREDECESSOR = re.compile(
    r"\b(?:my|our|his|her|mon|mi|nuestro|notre)\s+(?:distinguished\s+)?(?:predecessor|prédécesseur|predecesor)", re.I
)
_TO = re.compile(
    r"\b(?:addressed\s+)?(?:to|adressée?s?\s+(?:à|au)|dirigidas?\s+(?:a|al)|enviadas?\s+(?:a|al)|au"
    r"|al)\s+(?:the\s+|la\s+|le\s+)?"
    r"(?P<to>you\b|vous\b|usted\b|(?:Secretary-General|President of the (?:Security Council|General Assembly"
    r"|Economic and Social Council)|Security Council"
    r"|General Assembly|Secrétaire général|Président du Conseil de sécurité|Secretario General"
    r"|Presidencia del Consejo de Seguridad"
    r"|Presidente del Consejo de Seguridad"
    r"|Consejo de Seguridad)(?:\s+and\s+the\s+President\s+of\s+the\s+Security\s+Council)?)"
)


def mentions_in(text: str, sentence: Span, found: Sequence[Found], who: Identity) -> tuple[Mention, ...]:
    """The communications a sentence names, in order. `found` are the certain symbols that stand in it."""
    nouns = [m for m in _NOUN.finditer(text, sentence.start, sentence.end) if not _other_sense(text, m)]
    mentions: list[Mention] = []
    for n, noun in enumerate(nouns):
        end = nouns[n + 1].start() if n + 1 < len(nouns) else sentence.end
        mine = tuple(f for f in found if noun.start() <= f.start < end)
        mentions.append(_mention(text, sentence, noun, end, mine, who))
    orphans = tuple(f for f in found if not any(f in m.found for m in mentions))
    if orphans:
        span = Span(orphans[0].start, orphans[-1].end)
        mentions.append(Mention(Noun.DOCUMENT, span, sentence, Author.UNKNOWN, found=orphans))
    return tuple(mentions)


def _other_sense(text: str, noun: re.Match[str]) -> bool:
    before = text[max(0, noun.start() - 24) : noun.start()]
    return bool(_NOT_MEANT.search(before) or _SPIRIT.match(text, noun.end()))


def _mention(
    text: str, sentence: Span, noun: re.Match[str], end: int, found: tuple[Found, ...], who: Identity
) -> Mention:
    before = _BEFORE.search(text, max(sentence.start, noun.start() - 80), noun.start())
    start = before.start() if before else noun.start()
    words, after = text[start : noun.start()], text[noun.end() : end]
    possessive = m.group(1).lower() if (m := _POSSESSIVE.search(words)) else ""
    author, sender = _author(text, sentence, start, words, possessive, after, who)
    to = _TO.search(after)
    days = tuple(day for d in dates.find(after) if (day := dates.with_year(d.iso, who.date)))
    kind = next(k for k in ("paper", "letter", "statement", "document") if noun.group(k))
    short = (
        not found
        and not days
        and kind == "letter"
        and bool(_SHORT_BEFORE.search(words) or _SHORT_AFTER.match(text, noun.end()))
    )
    stop = max([found[-1].end if found else 0, noun.end()])
    return Mention(
        Noun(kind), Span(start, stop), sentence, author, sender, to["to"] if to else None, days, found,
        short=short, plural=noun.group().lower().rstrip("e").endswith("s"), possessive=possessive,
    )  # fmt: skip


def _author(
    text: str, sentence: Span, start: int, words: str, possessive: str, after: str, who: Identity
) -> tuple[Author, str | None]:
    if _PREDECESSOR.search(words + after[:80]) or possessive in _OWN_WORDS:
        return Author.OWN, who.name
    if possessive in _YOUR_WORDS:
        return Author.YOURS, who.addressees[0] if who.addressees else None
    named = _named(text, sentence, start, after)
    if named:
        return (Author.OWN, who.name) if who.owns(named) else (Author.OTHER, named)
    if _SENT_BY_US.search(after) or _SUBJECT_AFTER.search(after):
        return Author.OWN, who.name
    return Author.UNKNOWN, None


def _named(text: str, sentence: Span, start: int, after: str) -> str | None:
    """The author a phrase names: after the noun ("from the delegation of X"), or before it ("X's letter")."""
    if name := named_author(after):
        return name
    before = text[max(sentence.start, start - 80) : start]
    if genitive := _GENITIVE.search(before):
        return _clean(genitive["who"])
    if adjective := _ADJECTIVE.search(before):
        name = adjective["who"]
        return name if states.key(name) != states.fold(name) else None
    return None


def named_author(after: str) -> str | None:
    """The author named after a noun ("from the Permanent Representative of X"), None for nobody."""
    for match in _OFFICE.finditer(after):
        if not _no_author(match["who"]):
            return _clean(match["who"])
    return None


_MONTHISH = re.compile(rf"^(?:{dates.MONTH_NAMES})\b", re.I)
_NOBODY = re.compile(
    r"^(?:United Nations|Charter|Chapter|Article|International|General Assembly$|Security Council$|Council$"
    r"|Assembly$)"
)


def _no_author(who: str) -> bool:
    return bool(_MONTHISH.match(who) or _NOBODY.match(who))


def _clean(who: str) -> str:
    who = re.sub(
        r"\s+(?:to|ante|auprès)\s+(?:the\s+|las\s+|de\s+l['’])?(?:United Nations|Naciones Unidas|Organisation).*$",
        "",
        who,
    )
    return re.sub(r"['’]s?$", "", who).strip(" ,.")
