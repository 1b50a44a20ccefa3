"""The language of a text, by its letters and its commonest words; enough to tell the Organization's six apart."""

from __future__ import annotations

import re
from collections import Counter

_COMMON = {
    "en": frozenset(
        [
            "the",
            "of",
            "and",
            "to",
            "in",
            "that",
            "is",
            "for",
            "on",
            "with",
            "as",
            "by",
            "has",
            "its",
            "which",
            "this",
            "are",
            "be",
            "have",
            "would",
            "from",
        ]
    ),
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "des",
            "et",
            "du",
            "que",
            "dans",
            "une",
            "est",
            "pour",
            "par",
            "au",
            "qui",
            "sur",
            "sont",
            "aux",
            "ce",
            "cette",
            "avec",
        ]
    ),
    "es": frozenset(
        [
            "el",
            "los",
            "las",
            "de",
            "y",
            "del",
            "que",
            "en",
            "una",
            "es",
            "por",
            "para",
            "al",
            "se",
            "con",
            "su",
            "como",
            "la",
            "ha",
            "sus",
        ]
    ),
    "pt": frozenset(
        [
            "o",
            "os",
            "as",
            "do",
            "da",
            "dos",
            "das",
            "e",
            "em",
            "um",
            "uma",
            "não",
            "que",
            "para",
            "com",
            "pelo",
            "pela",
            "ao",
            "na",
            "no",
        ]
    ),
    "de": frozenset(
        [
            "der",
            "die",
            "das",
            "und",
            "den",
            "von",
            "zu",
            "mit",
            "ist",
            "des",
            "für",
            "im",
            "dem",
            "nicht",
            "auf",
            "eine",
            "sich",
        ]
    ),
}
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "latin": re.compile("[A-Za-z\u00aa-\u024f\u1e00-\u1eff]"),
    "ru": re.compile("[\u0400-\u052f]"),
    "ar": re.compile("[\u0600-\u077f\ufb50-\ufeff]"),
    "zh": re.compile("[\u3400-\u9fff]"),
    "other": re.compile("[\u0250-\u03ff\u0530-\u05ff\u0780-\u1dff\u3040-\u33ff\ua000-\ufaff]"),
}
_SAMPLE = 20_000


def language(text: str) -> str:
    """ISO 639-1 code, `und` where it cannot be told. The first 20,000 characters decide."""
    sample = text[:_SAMPLE]
    scripts = {name: len(letters.findall(sample)) for name, letters in _SCRIPTS.items()}
    total = sum(scripts.values())
    if not total:
        return "und"
    script = max(scripts, key=lambda name: scripts[name])
    count = scripts[script]
    if script != "latin":
        return script if script != "other" and count > 0.5 * total else "und"
    words = Counter(map(str.casefold, _WORD.findall(sample)))
    scores = {code: sum(words[word] for word in common) for code, common in _COMMON.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] * 12 > sum(words.values()) else "und"
