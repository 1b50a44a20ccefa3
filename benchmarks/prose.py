"""Prose that behaves like letters do for a search engine, of invented words and invented States.

60,000 words. The first are the words that English sentences and letters between missions are made of; the others are
built from syllables. A word of rank r is drawn with a chance of 1 / (r + 2.7) ** 1.03, which is how often words come
in text (Zipf and Mandelbrot); a fifth of the words of an exchange come from its own 120, since letters have subjects;
and once in about 60 words a set phrase is put in, so that phrases find something. The States and their towns are
invented, and so is everything that is said.
"""

from __future__ import annotations

from functools import cache

import numpy as np

SEED = 20261125
WORDS = 60_000
_COMMON = """the of and to in a that is for on by with as was it be this from at an or which were are not have has had
its their his been all also any such other between under no more may who these would shall there than into but should
upon during against after before being they he we our out only so up if about over some through both when where each
among within without however therefore accordingly further new one two first same most will can could very"""
_LETTERS = """harbour pilot lighthouse customs post treaty convention article protocol commission committee report
session plenary vote draft adopted recalling noting urging welcoming concerned mindful convinced determined mandate
observer crossing bridge ferry toll tariff levy buoy channel tide estuary river delta island shoal fog signal lamp
keeper logbook survey chart boundary border village district region valley pass orchard well spring pasture herd
fishery net quota licence vessel flag crew cargo manifest quarantine inspector visitor archive museum bell monument
festival calendar holiday procession market grain salt timber wool copper slate kiln mill weir lock canal reservoir
drought flood storm frost harvest permit passport consul envoy mission delegation minister president statement note
reply letter dated annex document item agenda government republic authority council assembly secretary general charter
principle sovereignty territory jurisdiction settlement negotiation agreement consent protest objection reservation
violation incident damage compensation assistance relief education minority language heritage development economic"""
_SYLLABLES = """ba ka la ma na ra sa ta va za be de ge le me ne re se te ve bi di ki li mi ni ri si ti vi bo ko lo mo
no po ro so to vo bu du lu mu nu ru su tu sha tho gre tion ment ing er al an ar or ist ian ov ev ism able pre con dis
inter trans ex per pro sub un"""
PHRASES = [
    "freedom of navigation", "the joint customs post", "the lighthouse keeper", "the river pilots", "good faith",
    "the principle of consent", "the boundary commission", "the keeping of the light", "the fishing season",
    "the convention on the crossing", "friendly relations between neighbours", "the harbour authorities",
    "the exchange of notes", "the visitors' book", "the spring flood", "the common market of salt and wool",
]  # fmt: skip
_STATES = """Ashmere Belvarra Cormond Dalgrave Estvale Fenwarra Garlund Hestia Irrowen Jasmark Kelvarn Lorrenia Morvane
Nethery Ostermere Pellagria Quillon Ravensund Solmarch Tessaly Undermark Vantria Westmoor Xanthea Ylvania
Zembria Aldoria Brecknia Caspen Drumlin Eldmark Farrow Glendary Hollowmere Istrelle Jorvane Karsten Lindmoor
Merrowe Norhaven"""
STATES = _STATES.split()
_NAMES = """Bramley Corwin Dunmore Elwood Farrier Gossamer Hartley Ingram Jessop Kestrel Lomas Marlow Norbury Oakes
Penrose Quennell Rowan Sorley Thorne Umber Venning Wendover Yarrow"""
NAMES = _NAMES.split()


@cache
def vocabulary() -> list[str]:
    """The words, the commonest first."""
    chance = np.random.default_rng(SEED)
    found = dict.fromkeys(f"{_COMMON} {_LETTERS}".split())
    syllables = _SYLLABLES.split()
    while len(found) < WORDS:
        for size in chance.choice([2, 3, 4, 5], 1000, p=[0.25, 0.4, 0.25, 0.1]):
            found["".join(syllables[i] for i in chance.integers(0, len(syllables), size))] = None
    return list(found)[:WORDS]


@cache
def _ladder(size: int, shift: float, power: float) -> np.ndarray:
    """Chances of the ranks from 1 to `size`, summed up."""
    chances = 1.0 / (np.arange(1, size + 1) + shift) ** power
    return np.cumsum(chances / chances.sum())


class Prose:
    """Sentences on one subject; the same generator gives the same sentences."""

    def __init__(self, chance: np.random.Generator) -> None:
        self._chance = chance
        near, far = chance.integers(100, 400, 20), chance.integers(300, WORDS, 100)
        self._subject = np.concatenate([near, far])

    def _words(self, count: int) -> list[str]:
        chance, known = self._chance, vocabulary()
        ranks = np.searchsorted(_ladder(WORDS, 2.7, 1.03), chance.random(count)).clip(max=WORDS - 1)
        own = np.flatnonzero(chance.random(count) < 0.18)
        ranks[own] = self._subject[np.searchsorted(_ladder(120, 0.0, 0.8), chance.random(len(own))).clip(max=119)]
        words = [known[rank] for rank in ranks.tolist()]
        places = chance.integers(0, count, count // 60 + 1).tolist()
        for place, which in zip(places, chance.zipf(1.4, len(places)).tolist(), strict=True):
            words[place] = PHRASES[which % len(PHRASES)]
        return words

    def sentences(self, words: int) -> list[str]:
        """About that many words in sentences of 10 to 31."""
        found, at, drawn = [], 0, self._words(max(words, 10))
        lengths = self._chance.integers(10, 32, words // 10 + 1).tolist()
        for length in lengths:
            part = drawn[at : at + length]
            if not part:
                break
            if len(part) > 20:
                part[12] += ","
            text = " ".join(part)
            found.append(text[:1].upper() + text[1:] + ".")
            at += length
        return found

    def name(self) -> str:
        """Somebody who signs."""
        first, last = self._chance.integers(0, len(NAMES), 2).tolist()
        return f"{NAMES[first]} {NAMES[last]}"
