"""The nouns that name communications, in English, French and Spanish, and which symbols belong to one.

    find(text, sentence) -> tuple[Head, ...]
    belonging(text, head, found) -> the symbols printed for that noun

A symbol belongs to the letter it follows ("the letter dated … (S/2025/260)"), and so do those listed after it. One that
is only looked up ("see S/2009/254, para. 5") belongs to no letter, and neither does one that other words keep apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from corpus import dates
from corpus.author_words import only_small
from corpus.identity import Author
from corpus.model import Span
from corpus.noun_words import AT, CHARTER, NOT_MEANT, NOUN, SPIRIT
from corpus.symbol_find import Found


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


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
class Head:
    """A noun at `text[start:end]`."""

    start: int
    end: int
    kind: Noun
    word: str
    plural: bool


_MOST = 60
"""Nouns of a sentence that are read; one with more is no prose, and is to cost no more than prose does."""


@lru_cache(maxsize=4096)
def find(text: str, sentence: Span) -> tuple[Head, ...]:
    """The nouns of a sentence that name communications or papers, in order.

    Citations and relations both ask for them, sentence by sentence: the second finds them here.
    """
    heads: list[Head] = []
    words = sentence.of(text).lower()
    if len(words) != len(sentence):  # A letter or two are longer when they are small (İ).
        words = sentence.of(text)
    for match in NOUN.finditer(words):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        before = text[max(sentence.start, start - 100) : start]
        if NOT_MEANT.search(before[-24:]) or SPIRIT.match(text, end) or CHARTER.match(text, start):
            continue
        kind = next(k for k in ("paper", "letter", "statement", "document") if match.group(k))
        if kind == "document" and heads and heads[-1].kind in (Noun.LETTER, Noun.STATEMENT) and AT.search(before):
            continue
        word = match.group().lower()
        if len(heads) == _MOST:
            break
        heads.append(Head(start, end, Noun(kind), word, word.rstrip("e").endswith("s") or "correspond" in word))
    return tuple(heads)


_SEE = re.compile(r"\b(?:see|voir|véase|véanse|ver)\s(?:also\s|également\s|también\s)?(?:documents?\s)?\W*$", re.I)
_PARAGRAPH = re.compile(r"\s?,\s(?:paras?\.|paragraphs?|párrs?\.)")
_LISTING = _words(
    "and et y dated of from the to addressed letter letters as well in document documents annex annexes "
    "respectively by a on du de la le les des datée datées date en et adressée au fecha fechas del dirigida al por "
    "el both also identical lettre lettres carta cartas issued under symbol circulated corr rev add"
)
"""Small words that may stand between the symbols of a list of letters."""
_FAR = 120
"""Characters between two symbols beyond which they are no list."""


def belonging(text: str, head: Head, found: Sequence[Found]) -> tuple[Found, ...]:
    """Those of `found` (symbols after the noun, in order) that are printed for it."""
    if head.kind is not Noun.LETTER or not found:
        return tuple(found)
    first = text[head.end : found[0].start]
    only = head.plural and len(first) < 12 and not _PARAGRAPH.match(text, found[0].end)
    if _SEE.search(first) and not only and not _right_after_date(first, text, found[0]):
        return ()
    mine = [found[0]]
    for one in found[1:]:
        gap = text[mine[-1].end : one.start]
        if len(gap) > _FAR or not only_small(gap, _LISTING):
            break
        mine.append(one)
    return tuple(mine)


def _right_after_date(gap: str, text: str, found: Found) -> bool:
    """Whether "(see S/…)" tells where a letter stands: right after its date, and at no numbered paragraph."""
    days = dates.find(gap)
    if not days or _PARAGRAPH.match(text, found.end):
        return False
    return len(gap) - days[-1].end < 40 or bool(_AUTHOR_ONLY.match(gap, days[-1].end))


_AUTHOR_ONLY = re.compile(
    r"\s?(?:,\s)?(?:from|by|par|por)\s(?:(?!\b(?:in|which|that|who|concerning|regarding|on"
    r"|about)\b)[^,;:.()]){3,140}\s?[(\[]\W*"
    r"(?:see|voir|véase)\W*$"
)
"""From the date of a letter to where it stands: only its author between."""


_BEFORE = re.compile(
    r"(?<!\w)(?P<words>(?:(?:my|our|your|his|her|its|their|whose|mon|ma|mes|notre|nos|votre|vos|sa|son|ses|leurs?|mis?"
    r"|nuestras?|sus?|[Tt]he|[Tt]hese|[Tt]hose|[Tt]hat|[Tt]his|said|aforementioned|above-mentioned|aforesaid"
    r"|abovementioned|previous|earlier|recent|relevant|last|numerous|various|several|many|two|three|\d{1,4}|prior"
    r"|first|second|further|another|false|baseless|unfounded|latest|own|respective|predecessor['’]s|joint|la|las|les?"
    r"|los?"
    r"|a(?!\s+l[ao])|an|une?|una|numerosas|anteriores|dernières?|précédentes?|última|anterior|mencionada|citada|dicha"
    r"|ladite"
    r"|(?:reports?|letters?|statements?|documents?)\s+and|\w{2,14}(?:less|ous|ful|ive))\s+)*)$",
    re.I,
)


def words_before(text: str, sentence: Span, noun: int) -> tuple[int, str]:
    """Where the phrase of the noun at that offset begins, and its words before the noun: "the aforementioned"."""
    before = _BEFORE.search(text, max(sentence.start, noun - 80), noun)
    start = before.start() if before else noun
    return start, text[start:noun]


LEANS = re.compile(
    r"\b(?:aforementioned|above-mentioned|abovementioned|aforesaid|said(?!\sthat)|these|those|that(?!\s(?:an?|the)\b)"
    r"|mencionadas?|citadas?|dichas?"
    r"|ladite|lesdites|ces|estas|esas)\b",
    re.I,
)
"""Among the words before a noun: it is one named before."""
_THEIRS = re.compile(r"\b(?:his|her|their|its)\b", re.I)
_SHORT_AFTER = re.compile(
    r"\s+(?:in question|under reference|referred to above|mentioned above|susmentionnées?|précitées?"
    r"|en question|mencionadas?|antes mencionadas?|citadas?|en cuestión)\b",
    re.I,
)
_PLAIN = re.compile(r"^(?:the|la|su|sa|votre|ma|mi|my|our|your)\s+$", re.I)
_LOOSE = re.compile(r"communicat|comunicac|correspond")
"""Too wide a word to stand for one letter, with nothing but an article."""
_TOLD_MORE = re.compile(r"\s+(?:from|of|by|to|dated|addressed|signed|sent|du|de|par|por|que|which|that)\b", re.I)


def is_short(text: str, head: Head, words: str, author: Author) -> bool:
    """Whether a noun of no date and no symbol stands for something named before, as "the letter" may."""
    if LEANS.search(words) or _THEIRS.search(words) or _SHORT_AFTER.match(text, head.end):
        return True
    plain = bool(_PLAIN.match(words)) and not _LOOSE.match(head.word) and not _TOLD_MORE.match(text, head.end)
    return plain and author in (Author.UNKNOWN, Author.YOURS, Author.OWN)
