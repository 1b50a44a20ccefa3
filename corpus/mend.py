"""Words of a title that a scan has damaged, read by their likeness to the few words that titles are made of.

Every word keeps its length, so that places stay. What was mended is a guess, and is told as such in `warnings`.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_WORDS = (
    "FROM", "DATED", "LETTER", "ADDRESSED", "PERMANENT", "REPRESENTATIVE", "REPRESENTATIVES", "OBSERVER", "ACTING",
    "CHAIRMAN", "PRESIDENT", "MINISTER", "FOREIGN", "AFFAIRS", "SECRETARY-GENERAL", "SECURITY", "COUNCIL", "GENERAL",
    "ASSEMBLY", "COMMITTEE", "UNITED", "NATIONS", "MISSION",
)  # fmt: skip
_BY_LENGTH = {size: [word for word in _WORDS if len(word) == size] for size in range(4, 18)}
_ROMANCE = re.compile(r"\b(?:DU|AU|AUX|DES|PAR|DEL|POR|EL|LA)\b")
"""Words of French and Spanish titles, whose other words are like the English ones."""
_TOKEN = re.compile(r"[^\s,.;:()*]{4,17}")
_ARTICLE = re.compile(
    rf"\bT(?:H[A-Z]|[A-Z]E|[A-Z]{{2}}E)(?= (?:{'|'.join(word for word in _WORDS if len(word) > 6)})\b)"
)
"""THE misread, before a word that it stands before."""
_PERMANENT = re.compile(r"\b\w{9,14}(?= (?:REPRESENTATIVE|OBSERVER|MISSION)S?\b)")
"""What can be PERMANENT: an M is read as three signs."""


def is_capital(title: str) -> bool:
    """Whether a title is set in capitals, but for what stands in brackets ("PARAGRAPH 9 (b) (i)") and for damage."""
    letters = [char for char in re.sub(r"\([^()]*\)", "", title) if char.isalpha()]
    return sum(char.isupper() for char in letters) > 0.9 * len(letters)


def mended(title: str) -> str:
    """A title in capitals with its damaged words as they must have been; any other title unchanged."""
    if not is_capital(title) or _ROMANCE.search(title):
        return title
    text = _TOKEN.sub(lambda match: _likest(match.group()), title)
    text = _PERMANENT.sub(lambda match: _permanent(match.group()), text)
    return _ARTICLE.sub(lambda match: "THE".ljust(len(match.group())), text)


def changed(title: str) -> list[tuple[str, str]]:
    """Each damaged word of a title with what it was read as."""
    pairs = zip(title.split(" "), mended(title).split(" "), strict=False)
    return [(was, now) for was, now in pairs if was != now]


def _permanent(word: str) -> str:
    alike = SequenceMatcher(None, word.upper(), "PERMANENT").ratio() > 0.55
    return "PERMANENT".ljust(len(word)) if alike else word


def _likest(word: str) -> str:
    """The title word of the same length that shares two letters in three, place by place; else the word itself."""
    for known in _BY_LENGTH[len(word)]:
        same = sum(a == b for a, b in zip(word.upper(), known, strict=True))
        if same * 3 >= 2 * len(known) or (known == "FROM" and word.endswith("OM") and not word.isalpha()):
            return known
    return word
