"""What could be typed next: names of fields, and values that the library has, with how many letters have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus import symbols
from index import facets
from index.analysis import fold
from index.fields import BY_NAME, FIELDS, Field
from index.results import Completion
from index.shelf import Shelf
from index.tokens import Kind, Token, plain, tokens

if TYPE_CHECKING:
    from index.arrayindex import ArrayIndex
    from index.arraysearcher import ArraySearcher

MOST = 20
"""Completions given; more are no help."""
_LINKS = ("cites", "answers", "follows", "transmits")


def complete(index: ArrayIndex, text: str, position: int) -> tuple[Completion, ...]:
    """What could stand instead of the word that ends at `position`, the likeliest first; () where nothing is known.

    A field's name comes with its colon, a value with quotation marks where it has spaces.
    """
    position = max(0, min(position, len(text)))
    field, token = _at(text[:position])
    searcher = index.searcher()
    if field is not None:
        return _values(searcher, field, token, position)
    if token is None or token.kind is not Kind.WORD:
        return ()
    return (*_names(token), *_symbols(searcher, "key", token, position))[:MOST]


def field_at(typed: str) -> Field | None:
    """The field whose value is being typed at the end of a line."""
    return _at(typed)[0]


def _at(typed: str) -> tuple[Field | None, Token | None]:
    """The field whose value is being typed, and the word being typed; None where there is none."""
    last: list[Token] = []
    for token in tokens(plain(typed)):
        last = [*last[-1:], token]
    if not last or last[-1].end < len(typed) or (last[-1].kind is Kind.QUOTE and last[-1].closed):
        return None, None
    if last[-1].kind is Kind.FIELD:
        return BY_NAME.get(last[-1].text.lower()), None
    if len(last) == 2 and last[0].kind is Kind.FIELD:
        return BY_NAME.get(last[0].text.lower()), last[1]
    return None, last[-1]


def _names(token: Token) -> tuple[Completion, ...]:
    typed = token.text.lower()
    found = [field for field in FIELDS if field.name.startswith(typed)]
    found += [field for field in FIELDS if field not in found and any(a.startswith(typed) for a in field.aliases)]
    return tuple(Completion(token.start, token.end, f"{field.name}:", field.meaning) for field in found)


def _values(searcher: ArraySearcher, field: Field, token: Token | None, position: int) -> tuple[Completion, ...]:
    start = token.start if token else position
    typed = fold(token.text) if token else ""
    if field.fixed and field.facet is None:
        meanings = [(value, _counted(searcher, field, value)) for value in field.fixed if fold(value).startswith(typed)]
        return tuple(Completion(start, position, _quoted(value), count) for value, count in meanings)
    if field.facet is not None:
        name = "month" if field.facet == "year" and "-" in typed else field.facet
        return _of_facet(searcher, name, start, position, typed)
    if field.name == "symbol" or field.name in _LINKS:
        name = "key" if field.name == "symbol" else field.name
        return _symbols(searcher, name, token or Token(Kind.WORD, "", position, position), position)
    return ()


def _of_facet(searcher: ArraySearcher, name: str, start: int, end: int, typed: str) -> tuple[Completion, ...]:
    """Values whose first word, or else any word, begins so; the commonest first, of years and sessions the latest."""
    counted = facets.everywhere(searcher.ixreader.snapshot, name)
    counted = counted[::-1] if name in facets.IN_ORDER else counted
    first = [pair for pair in counted if fold(pair[0]).startswith(typed)]
    within = [pair for pair in counted if pair not in first and f" {typed}" in fold(pair[0])] if typed else []
    return tuple(Completion(start, end, _quoted(value), _letters(count)) for value, count in (*first, *within)[:MOST])


def _counted(searcher: ArraySearcher, field: Field, value: str) -> str:
    if field.name != "kind":
        return ""
    return _letters(len(searcher.term_docs("kind", value)))


def _letters(count: int) -> str:
    return "1 letter" if count == 1 else f"{count:,} letters"


def _quoted(value: str) -> str:
    return f'"{value}"' if any(c.isspace() or c in "()" for c in value) else value


def _symbols(searcher: ArraySearcher, name: str, token: Token, position: int) -> tuple[Completion, ...]:
    """Symbols that begin so, with date and sender of the letter that bears them."""
    begun = symbols.partial(token.text) if token.text else ""
    if begun is None or (name == "key" and "/" not in begun):
        return ()
    shelf = Shelf(searcher)
    found: list[Completion] = []
    offered: set[int] = set()
    for key, docs in shelf.starting("alias" if begun[:1].isdigit() and name == "key" else name, begun, MOST):
        known = name == "key" and offered.issuperset(docs)
        if "/" in key and not known and not key.startswith(("by ", "base:", "text:")):
            offered.update(docs)
            bearer = docs[:1] if name == "key" else shelf.docs("key", key)[:1]
            row = shelf.row(bearer[0]) if bearer else None
            told = " ".join(filter(None, (row.date, row.sender))) if row else ""
            help_ = told if name == "key" else " · ".join(filter(None, (told, _letters(len(docs)))))
            found.append(Completion(token.start, position, _quoted(key), help_))
    return tuple(found)
