"""Which names mean the same State. For matching who wrote what, never for display.

The Organization's names change (Swaziland became Eswatini, Turkey Türkiye) and letters use long and short forms,
adjectives and other languages; the table is `corpus.state_tables`. An unknown name is itself, without its article.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from corpus.state_tables import ROWS

_ARTICLE = re.compile(r"^(?:(?:the|le|la|les|el|los|las)\s+|l['’])", re.I)
_FORMAL = re.compile(
    r"^(?:(?:islamic |arab |federal |socialist )?(?:republic|kingdom|state|commonwealth)|principality|sultanate"
    r"|grand duchy|republique|republica|royaume|reino|estado|etat) (?:of |de |du |del |d )?(?:the |la )?"
)


def fold(name: str) -> str:
    """A name without case, accents, punctuation and article: what two spellings of it have in common."""
    plain = _ARTICLE.sub("", name.strip())
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain).casefold() if not unicodedata.combining(c))
    plain = plain.casefold()
    return " ".join(re.findall(r"\w+", plain))


@cache
def _tables() -> tuple[dict[str, str], dict[str, str], dict[str, tuple[str, ...]]]:
    """Folded name → folded short name; folded adjective → short name; short name → every printed form of it."""
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    forms: dict[str, tuple[str, ...]] = {}
    for row in ROWS.strip().splitlines():
        fields = re.split(r"\s(?=[=~|])", row)
        short = fold(fields[0])
        forms[short] = (fields[0], *(n for f in fields[1:] for n in f[1:].split(",")))
        names[short] = short
        for field in fields[1:]:
            target = adjectives if field[0] == "~" else names
            target.update((fold(name), short) for name in field[1:].split(","))
    return names, adjectives, forms


def key(name: str) -> str:
    """One key for all names of a State: `key("Turkey") == key("Türkiye")`. An unknown name keeps its own, folded."""
    names, adjectives, _ = _tables()
    plain = fold(name)
    if plain in names:
        return names[plain]
    bare = _FORMAL.sub("", plain)
    return names.get(bare) or adjectives.get(plain) or bare or plain


def known(name: str) -> bool:
    """Whether a name, in any of its forms, is that of a State or another member of the table."""
    return key(name) in _tables()[2]


def same(one: str, other: str) -> bool:
    """Whether two names mean the same State; empty names mean none."""
    return bool(one and other) and key(one) == key(other)


def forms(name: str) -> tuple[str, ...]:
    """Every printed form a letter may use for the State of that name, adjectives too; the given one first."""
    _, _, every = _tables()
    bare = _ARTICLE.sub("", name.strip())
    return tuple(dict.fromkeys((bare, *every.get(key(name), ())))) if bare else ()


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Folded English name → every English name of that State, the one now in use first; no adjectives."""
    found: dict[str, tuple[str, ...]] = {}
    for row in ROWS.strip().splitlines():
        short, *fields = re.split(r"\s(?=[=~|])", row)
        names = (short, *(name for field in fields if field[0] == "=" for name in field[1:].split(",")))
        found.update((fold(name), names) for name in names)
    return found


def other_names(name: str) -> tuple[str, ...]:
    """English names the Organization has used for the State of that name which do not hold the name themselves.

    `other_names("Turkey") == ("Türkiye",)`; () for a name that never changed, an adjective or an unknown one.
    """
    plain = fold(name)
    return tuple(other for other in _names().get(plain, ()) if f" {plain} " not in f" {fold(other)} ")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Finds every form of that State as whole words in group `own`, and longer names that hold one outside of it."""
    own = forms(name)
    _, _, every = _tables()
    whole = [(form, re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")) for form in own]
    longer = {
        other
        for names in every.values()
        for other in names
        if other not in own and any(form in other and pattern.search(other) for form, pattern in whole)
    }
    longer.update(f"{before} {form}" for before in _NOT_IT for form in own)
    others, mine = (sorted(map(_printed, words), key=lambda w: -len(w)) for words in (longer, own))
    return re.compile(rf"(?<!\w)(?:{'|'.join(others)}|(?P<own>{'|'.join(mine)}))(?!\w)")


_NOT_IT = ("South", "Equatorial", "New", "Northern", "American", "Papua New")
"""Before a State's name: another country or a part of one."""


def _printed(form: str) -> str:
    return re.escape(form).replace("'", "['’]")


def mentions(text: str, name: str) -> bool:
    """Whether `text` names that State in any form, as a name of its own and not inside another's."""
    return bool(name.strip()) and any(match["own"] for match in _pattern(name).finditer(text))
