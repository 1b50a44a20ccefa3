"""Text into words: case, accents, curly quotes and dashes folded, symbols kept whole.

A word is a run of letters and digits. A document symbol is one word (`A/79/818`, lower case in the index), so that it
is found as it is cited and its serial does not answer every search for a number. An ideograph is a word by itself,
since no spaces part them; a run of them is then a phrase. No stop words: "the" stands in phrases people look for.
Needs neither whoosh nor numpy, so that the screen can light words before either is loaded.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import islice

from corpus.patterns import late

_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# A symbol: an organ in capitals, then parts after strokes, a digit among the first 24 characters of them. Possessive
# and bounded, so that no input makes it look twice at more than 24 characters. A hyphen joins only inside a part
# (ES-10, L.17), not two halves (A/79/818-S/2025/156).
_SYMBOL = r"[A-Z]{1,8}+(?=/[/A-Z.\-]{0,24}\d)(?:/[A-Za-z0-9]++(?:[.\-](?![A-Z]{1,8}/)[A-Za-z0-9]++)*+)++"
_WORD = late(rf"{_SYMBOL}|[{_IDEOGRAPH}]|[^\W_{_IDEOGRAPH}]++")
_ASCII_WORD = late(rf"{_SYMBOL}|[A-Za-z0-9]++")
"""The same for text without accents, a third faster."""
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f"
_WORD_AS_WRITTEN = late(
    rf"{_SYMBOL}|[{_IDEOGRAPH}]|[^\W_{_IDEOGRAPH}][^\W_{_IDEOGRAPH}{_MARKS}]*+(?:[{_MARKS}]++[^\W_{_IDEOGRAPH}]*+)*+"
)
_LETTERS = {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
_LETTERS |= {"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH", "ı": "i", "ə": "e", "Ə": "E"}
_VOWELS = frozenset("aeiouy")
# A hyphen someone typed as a dash inside a symbol, and quotes: only for folding whole values.
_PUNCTUATION = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"'}
_PUNCTUATION |= dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")


class _Folding(dict[int, str]):
    """For `str.translate`: each character's folded form, worked out once."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    """One character without accent or typographic variety; Cyrillic й is a letter of its own and stays."""
    if character in "йЙ":
        return character
    if character in _LETTERS:
        return _LETTERS[character]
    if character in _PUNCTUATION:
        return _PUNCTUATION[character]
    if character == "\u00ad":
        return ""
    kept = (c for c in unicodedata.normalize("NFKD", character) if unicodedata.category(c) != "Mn")
    return unicodedata.normalize("NFC", "".join(_LETTERS.get(c, c) for c in kept))


_FOLDING = _Folding()


def fold(text: str) -> str:
    """`text` without case, accents, curly quotes, dashes, doubled spaces: the form in which values are compared."""
    plain = text if text.isascii() else text.translate(_FOLDING)
    return " ".join(plain.lower().split())


def words(text: str) -> list[str]:
    """The words of `text` in order, folded; the place in the list is the word's position."""
    found = _ASCII_WORD.findall(text) if text.isascii() else _WORD.findall(text.translate(_FOLDING))
    return "\n".join(found).lower().split("\n") if found else []


def spans(text: str, most: int | None = None) -> list[tuple[str, int, int]]:
    """(word, start, end) for every word of `text`, or the first `most`, offsets into `text` as it stands."""
    found = islice(_WORD_AS_WRITTEN.finditer(text), most)
    return [(word, m.start(), m.end()) for m in found if (word := fold(m.group()))]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What the inflections of a regular English word share: "violate", "violated", "violating" → "violat".

    Endings of number, tense and participle only, never of derivation: "violation" is another word than "violate".
    Words of up to three letters, numbers, symbols and other scripts are their own stem.
    """
    if len(word) < 4 or not (word.isascii() and word.isalpha()):
        return word
    if word.endswith(("ies", "ied")):
        base = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        base = word[:-1]
    else:
        base = word
    base = _without_tense(base)
    base = base.removesuffix("e") if len(base) > 3 else base
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in _VOWELS:
        base = base[:-1]
    return base[:-1] + "i" if base.endswith("y") and base[-2] not in _VOWELS else base


def _without_tense(word: str) -> str:
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) > 2 and not _VOWELS.isdisjoint(root):
            return root
    return word
