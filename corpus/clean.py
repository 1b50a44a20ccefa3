"""Hygiene of characters, as named steps. A document is hostile until it went through `visible`.

    visible     what could act on a screen becomes a stand-in, one for one      at ingest and at render
    ligatures   ﬁ → fi and their like                                           readers
    invisible   soft hyphens, zero-width spaces, direction marks taken out      readers
    spaces      every kind of space is a space                                  readers
    thin        floods of combining marks cut to eight on a base                at render only

`visible` and `spaces` keep the length in code points, so that every span stays true.
"""

from __future__ import annotations

import re

# Joiners shape words in Arabic, Syriac, the Indic scripts and a few more; between their letters they are spelling.
_JOINED = "\u0590-\u08ff\u0900-\u0dff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufefc"

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u206a-\u206f"
_ZERO_WIDTH = "\u180e\u200b\u2060-\u2065\ufeff"
_FORMAT = (
    "\u2028\u2029\ufff0-\uffff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)

_ACTING = re.compile(
    rf"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad{_BIDI}{_ZERO_WIDTH}{_FORMAT}\ud800-\udfff]"
    rf"|[\u200c\u200d](?![{_JOINED}])|(?<![{_JOINED}])[\u200c\u200d]"
)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_INVISIBLE = re.compile("[\xad\u061c\u200b\u200e\u200f\u2060\ufeff]+")
_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_MARKS = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u06d6-\u06ed\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]{8})"
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u06d6-\u06ed\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]+"
)


def visible(text: str) -> str:
    """`text` with nothing in it that could act: same length, same places, and the same again if applied twice.

    C0 controls and DEL become their control pictures (ESC → ␛); C1 controls, direction overrides and isolates, tags,
    annotation marks, non-characters and lone surrogates become U+FFFD; zero-width characters become `·`; a line or
    paragraph separator becomes ␤; a soft hyphen a hyphen. Line feed and tab stay, and so do joiners inside words of
    the scripts that spell with them.
    """
    return _ACTING.sub(_stand_in, text)


def _stand_in(match: re.Match[str]) -> str:
    char = match.group()
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if code == 0xAD:
        return "-"
    if code in (0x2028, 0x2029):
        return "\u2424"
    if char in "\u180e\u200b\u200c\u200d\ufeff" or 0x2060 <= code <= 0x2065:
        return "·"
    return "\ufffd"


def ligatures(text: str) -> str:
    """Latin ligatures spelt out; the text may grow by two letters for each."""
    return _LIGATURE.sub(lambda match: _LIGATURES[match.group()], text)


def invisible(text: str) -> str:
    """Soft hyphens, zero-width spaces and direction marks taken out: they break symbols and print nothing."""
    return _INVISIBLE.sub("", text)


def spaces(text: str) -> str:
    """Every kind of space (no-break, thin, ideographic) as a plain one; the length stays."""
    return _SPACE.sub(" ", text)


def thin(text: str) -> str:
    """At most eight combining marks on a base letter: more would paint over the neighbouring rows. Render only."""
    return _MARKS.sub(r"\1", text)
