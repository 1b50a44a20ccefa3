"""Fields with their values as tests: what `from:kestravia`, `date:2006`, `cites:A/60/845` narrow to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from whoosh import query

from corpus import symbols
from corpus.errors import QueryError
from index import dateparts, facets, partyparts, symbolparts
from index.analysis import fold
from index.answered import Answered
from index.ask import Ask, Part, any_of, constant
from index.asked import Fielded
from index.fields import BY_NAME, PLACES
from index.highlight import meant_in
from index.textparts import text_part

_LANGUAGES = {"english": "en", "french": "fr", "spanish": "es", "arabic": "ar", "russian": "ru", "chinese": "zh"}
_LANGUAGES |= {
    "français": "fr",
    "francais": "fr",
    "español": "es",
    "espanol": "es",
    "русский": "ru",
    "portuguese": "pt",
}
_SHOWN = {code: name.title() for name, code in reversed(_LANGUAGES.items()) if name.isascii()}
_PLURALS = {"letters": "letter", "notes verbales": "note verbale", "identical letter": "identical letters"}
_SESSIONS = 40
"""Sessions of one range."""


def field_part(ask: Ask, asked: Fielded, negated: bool = False) -> Part | None:
    """A field as a tree; None where its value holds nothing yet. QueryError with the value's place."""
    value = " ".join(asked.value.text.split())
    if not value.strip("\"'.,;"):
        return None
    if asked.name in PLACES:
        part = text_part(ask, asked.value, PLACES[asked.name], negated)
        return part and Part(part.tree, f"{asked.name}: {part.words}", scored=True)
    tree, shown = _RULES[asked.name](ask, asked, value)
    if asked.name == "item" and not negated and not value[0].isdigit():
        ask.terms.append(meant_in(("masthead",), partyparts.pattern(asked.value, value)))
    return Part(constant(tree), shown)


def _date(ask: Ask, asked: Fielded, value: str) -> tuple[Any, str]:
    time = dateparts.parse(value)
    if time is None and asked.value.unfinished:
        time = dateparts.begun(value, asked.value.quoted)
    if time is None:
        raise QueryError(
            f"“{value}” is no date.", "Write 2023, 2023-03, 2023-03-08, 2022..2023 or >2024.", asked.value.start
        )
    return query.NumericRange("date", time.low, time.high), time.words


def _session(ask: Ask, asked: Fielded, value: str) -> tuple[Any, str]:
    first, dots, last = fold(value).partition("..")
    if dots and first.isdigit() and last.isdigit():
        numbers = range(int(first), min(int(last), int(first) + _SESSIONS) + 1)
        return any_of([query.Term("session", str(number)) for number in numbers]), f"sessions {first} to {last}"
    name = symbolparts.session(value)
    if name is None:
        raise QueryError(f"“{value}” is no session.", "Write 77 or ES-10.", asked.value.start)
    return query.Term("session", fold(name)), f"session {name}"


def _item(ask: Ask, asked: Fielded, value: str) -> tuple[Any, str]:
    """`34` is also `34 (a)`; anything but a number is looked for in the titles of items."""
    number = fold(value)
    if not number[0].isdigit():
        return partyparts.words_of(ask, asked.value, "agenda", value), f"item: “{value}”"
    return any_of(
        [query.Term("item", number), query.Prefix("item", f"{number} ("), query.Prefix("item", f"{number}(")]
    ), f"item {value}"


def _kind(ask: Ask, asked: Fielded, value: str) -> tuple[Any, str]:
    given = _PLURALS.get(fold(value), fold(value))
    kinds = BY_NAME["kind"].fixed
    found = [kind for kind in kinds if kind == given] or [kind for kind in kinds if kind.startswith(given)]
    if not found:
        raise _not_one_of(asked, value, "kind of letter", kinds)
    return any_of([query.Term("kind", kind) for kind in found]), " or ".join(found)


def _language(ask: Ask, asked: Fielded, value: str) -> tuple[Any, str]:
    given = fold(value)
    held = facets.table(ask.snapshot, "language").values
    code = _LANGUAGES.get(given, given)
    codes = [code] if code in held or code in _SHOWN else []
    if not codes and asked.value.unfinished:
        codes = [c for c in (*_SHOWN, *held) if c.startswith(given) or _SHOWN.get(c, "").lower().startswith(given)]
    if not codes:
        raise _not_one_of(asked, value, "language", tuple(dict.fromkeys((*held, *_SHOWN))))
    codes = list(dict.fromkeys(codes))
    return any_of([query.Term("language", c) for c in codes]), "in " + " or ".join(_SHOWN.get(c, c) for c in codes)


def _has(ask: Ask, asked: Fielded, value: str) -> tuple[Any, str]:
    name = _having(asked, value)
    if name == "answer":
        return Answered(), "answered in this library"
    return query.Term("has", name), f"with {'an annex' if name == 'annex' else name}"


def _no(ask: Ask, asked: Fielded, value: str) -> tuple[Any, str]:
    name = _having(asked, value)
    if name == "answer":
        return query.AndNot(query.Every(), Answered()), "no answer in this library"
    return query.AndNot(query.Every(), query.Term("has", name)), f"without {name}"


def _having(asked: Fielded, value: str) -> str:
    given = fold(value)
    names = BY_NAME["has"].fixed
    found = [name for name in names if name.startswith(given) or given.startswith(name) or f"{given}s" == name]
    if not found:
        found = ["footnotes"] if given in ("note", "notes", "footnote") else []
    if not found:
        raise _not_one_of(asked, value, "thing a letter has", names)
    return found[0]


def _not_one_of(asked: Fielded, value: str, what: str, values: tuple[str, ...]) -> QueryError:
    return QueryError(f"“{value}” is no {what} here.", f"Choose one of: {', '.join(values)}.", asked.value.start)


def _symbol(ask: Ask, asked: Fielded, value: str) -> tuple[Any, str]:
    tree = symbolparts.bearing(value)
    if tree is None:
        raise _no_symbol(asked, value)
    return tree, f"symbol: {symbols.partial(value) or value}"


def _linked(ask: Ask, asked: Fielded, value: str) -> tuple[Any, str]:
    keys = symbolparts.keys_meant(ask, value)
    held = [query.Term(asked.name, key) for key in keys if ask.holds(asked.name, key)]
    begun = symbols.partial(value.rstrip("*"))
    if not held and (asked.value.unfinished or value.endswith("*")) and begun:
        held = [query.Prefix(asked.name, begun)]
    if not held and not keys:
        raise _no_symbol(asked, value)
    named = symbols.parse(value)
    return any_of(held), f"{asked.name}: {named.display if named else value}"


def _no_symbol(asked: Fielded, value: str) -> QueryError:
    hint = "Symbols look like A/77/794 or S/2023/185."
    if asked.name != "symbol":
        hint = 'Write A/77/794, "2023-03-22 Azerbaijan" or "Security Council resolution 1701".'
    return QueryError(f"“{value}” is no symbol.", hint, asked.value.start)


_RULES: dict[str, Callable[[Ask, Fielded, str], tuple[Any, str]]] = {
    "from": partyparts.sender,
    "to": partyparts.addressee,
    "date": _date,
    "session": _session,
    "item": _item,
    "symbol": _symbol,
    "cites": _linked,
    "answers": _linked,
    "follows": _linked,
    "transmits": _linked,
    "kind": _kind,
    "lang": _language,
    "has": _has,
    "no": _no,
}
