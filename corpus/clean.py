"""Hygiene of characters, as named steps. A document is hostile until it went through `visible`.

    visible     what could act on a screen becomes a stand-in, one for one      at ingest and at render
    ligatures   ﬁ → fi and their like                                           readers
    invisible   soft hyphens, zero-width spaces, direction marks taken out      readers
    spaces      every kind of space is a space                                  readers
    thin        floods of combining marks cut to eight on a base                at render only
    shown       visible and thin                                                at render only

`visible` and `spaces` keep the length in code points, so that every span stays true.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from corpus.patterns import late

# Joiners shape words in Arabic, Syriac, the Indic scripts and a few more; between their letters they are spelling.
_JOINED = "\u0590-\u08ff\u0900-\u0dff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufefc"

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u206a-\u206f"
_ZERO_WIDTH = "\u180e\u200b\u2060-\u2065\ufeff"
_UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u3164\ufe00-\ufe0f\uffa0"
"""Letters and marks that Unicode says are not to be drawn: fillers, a joiner of graphemes, variation selectors. Of the
last, terminals disagree whether they make a sign two cells wide."""
_SEPARATING = "\u2028\u2029\ufdd0-\ufdef\ufff0-\uffff"
_FORMAT = _SEPARATING + (
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff" + "".join(chr(plane << 16 | end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
)

_ACTS = rf"\x00-\x08\x0b-\x1f\x7f-\x9f\xad{_BIDI}{_ZERO_WIDTH}{_UNSEEN}\ud800-\udfff"
_SUSPECT = re.compile(rf"[{_ACTS}{_SEPARATING}\u200c\u200d\u180b-\u180d\u180f\U00010000-\U0010ffff]")
"""Among what may act: one plain class, which is looked for ten times as fast as what acts where it stands."""
_ACTING = late(
    rf"[{_ACTS}{_FORMAT}]"
    rf"|[\u200c\u200d](?![{_JOINED}])|(?<![{_JOINED}])[\u200c\u200d]"
    r"|(?<![\u1820-\u18aa])[\u180b-\u180d\u180f]"  # after a Mongolian letter they choose its form
)
_HIDDEN = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u200b\u200c\u200d\u3164\ufeff\uffa0"
    + "".join(map(chr, (*range(0x2060, 0x2066), *range(0xFE00, 0xFE10))))
)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = late("[ﬀ-ﬆ]")
_INVISIBLE = late("[\xad\u061c\u200b\u200e\u200f\u2060\ufe00-\ufe0f\ufeff]+")
_SPACE = late("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Marks are no letters to `re`, so a long run of other things is all that need be looked at closer; nine of the jamo
# that sit on the one before them are letters.
_FLOOD = late(r"(?:[^\w\s\x00-\x7f]|[\u1160-\u11ff\ud7b0-\ud7ff]){9,}")
MOST_MARKS = 8
"""Combining marks shown on a base: more would paint over the neighbouring rows."""


def visible(text: str) -> str:
    """`text` with nothing in it that could act: same length, same places, and the same again if applied twice.

    C0 controls and DEL become their control pictures (ESC → ␛); C1 controls, direction overrides and isolates, tags,
    annotation marks, non-characters and lone surrogates become U+FFFD; zero-width characters, fillers and variation
    selectors become `·`; a line or paragraph separator becomes ␤; a soft hyphen a hyphen. Line feed and tab stay, and
    so do joiners inside words of the scripts that spell with them.
    """
    if (text.isascii() and text.isprintable()) or not _SUSPECT.search(text):
        return text
    return _ACTING.sub(_stand_in, text)


def shown(text: str) -> str:
    """`text` as it may be printed: `visible`, and without floods of marks, so that it may be shorter."""
    return thin(visible(text))


def shown_together(pieces: Sequence[str]) -> list[str]:
    """The pieces of one line as they may be printed: where one begins inside a word, its joiner is spelling still."""
    line, made, at = visible("".join(pieces)), [], 0
    for piece in pieces:
        made.append(thin(line[at : at + len(piece)]))
        at += len(piece)
    return made


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
    if char in _HIDDEN:
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
    """At most eight combining marks on a base letter, of whatever script; the text may be shorter. Render only."""
    return text if text.isascii() else _FLOOD.sub(_thinned, text)


def _thinned(match: re.Match[str]) -> str:
    kept, marks = [], 0
    for char in match.group():
        marks = marks + 1 if _sits(char) else 0
        if marks <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def _sits(char: str) -> bool:
    """Whether a character sits on the one before it and takes no room."""
    return "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7ff" or unicodedata.category(char) in ("Mn", "Me")
