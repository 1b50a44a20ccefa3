"""What a person types → Whoosh's query tree, the same in words, and what to light in a letter.

    line → index.tokens → index.grammar → here: index.textparts (words), index.values (fields) → tree

A line that is a symbol, a date or a session is recognised before any of that. Time grows with the line's length, and
the tree has at most `index.grammar.PARTS` leaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from whoosh import query

from corpus.clean import visible
from corpus.errors import QueryError
from index import dateparts, symbolparts
from index.ask import Ask, Part, Searched, any_of, constant
from index.asked import AllOf, AnyOf, Asked, Fielded, Near, Text, Without
from index.fields import PLACES
from index.grammar import Reading
from index.highlight import placed
from index.textparts import EVERYWHERE, near_part, text_part
from index.values import field_part

if TYPE_CHECKING:
    from index.arraysearcher import ArraySearcher

EVERYTHING = "every letter"
_PLACE_WORDS = {"body": "in the letter", "title": "in the title", "notes": "in the footnotes", "annex": "in annexes"}

_GRAMMAR = """
a an and as at be by for from has have in is it its of on or that the their this to was were which with
au aux d de des du en et l la le les une del el las los que y
"""
_FUNCTION_WORDS = frozenset(_GRAMMAR.split())
"""Words without a meaning of their own in English, French and Spanish. They are searched, and not lit."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A query ready to be run."""

    tree: Any
    words: str
    scored: bool
    """Whether some hits are better than others; where not, the newest come first."""
    terms: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    symbol: str | None = None
    searched: tuple[Searched, ...] = ()


def understand(searcher: ArraySearcher, line: str, typing: bool = False) -> Understood:
    """The query that `line` asks for. `typing`: its end may be unfinished.

    Raises QueryError, with the place of the fault in `line` and what to do. Nothing that was typed can act in its
    words or in those of the answer.
    """
    try:
        found = _understood(searcher, line, typing)
    except QueryError as error:
        raise QueryError(visible(error.message), error.hint, error.position) from None
    return replace(found, words=visible(found.words))


def _understood(searcher: ArraySearcher, line: str, typing: bool) -> Understood:
    ask = Ask(searcher)
    known = _recognised(ask, line.lstrip(" /"), typing)
    if known is not None:
        return known
    reading = Reading(line, typing)
    asked = reading.read()
    part = _part(ask, asked, EVERYWHERE, False) if asked is not None else None
    notices = tuple(dict.fromkeys((*reading.notices, *ask.notices)))
    if part is None:
        return Understood(query.Every(), EVERYTHING, False, notices=notices)
    return Understood(part.tree, part.words, part.scored, _telling(ask.terms), notices, None, tuple(ask.searched))


def _telling(terms: Iterable[str]) -> tuple[str, ...]:
    """The terms to light: words like "of", lit on every line, would bury the others; alone or in quotes they stay."""
    found = tuple(dict.fromkeys(terms))
    bare = {term: placed(term)[1] for term in found}
    return tuple(term for term in found if bare[term][:1] != "~" or bare[term][1:] not in _FUNCTION_WORDS) or found


def _recognised(ask: Ask, line: str, typing: bool) -> Understood | None:
    """A line that is a symbol, a date or a session."""
    named = symbolparts.letters_named(ask, line, typing)
    if named is not None:
        tree, shown, letter = named
        return Understood(tree, f"symbol: {shown}", True, symbolparts.patterns(shown), symbol=letter)
    serial = symbolparts.serial(ask, line)
    if serial is not None:
        ids, tree = serial
        word = text_part(ask, Text(line.strip(), 0, len(line), unfinished=typing), EVERYWHERE)
        trees = [tree, *([word.tree] if word else [])]
        return Understood(any_of(trees), line.strip(), True, tuple(ask.terms), symbol=ids[0] if len(ids) == 1 else None)
    time = dateparts.parse(line) if any(c.isdigit() for c in line[:40]) and len(line) < 80 else None
    if time is not None:
        return Understood(query.NumericRange("date", time.low, time.high), time.words, False)
    session = symbolparts.whole_session(line)
    if session is not None:
        return Understood(query.Term("session", session.lower()), f"session {session}", False)
    return None


def _part(ask: Ask, asked: Asked, fields: Sequence[str], negated: bool) -> Part | None:
    """A node of the grammar's tree; None where it asks for nothing. Nodes nest at most as deep as brackets."""
    if isinstance(asked, Text):
        return text_part(ask, asked, fields, negated)
    if isinstance(asked, Near):
        return near_part(ask, asked, fields, negated)
    if isinstance(asked, Fielded):
        return _in(ask, [asked]) if asked.name == "in" else field_part(ask, asked, negated)
    if isinstance(asked, Without):
        return _without(ask, asked, fields, negated)
    if isinstance(asked, AnyOf):
        return _any(ask, asked, fields, negated)
    return _all(ask, asked, fields, negated)


def _once(parts: Sequence[Asked]) -> list[Asked]:
    """Parts without the words that stand there again; the last stays where it may be unfinished."""
    found: dict[object, Asked] = {}
    for part in parts:
        if isinstance(part, Text):
            found.setdefault((part.text, part.quoted, part.unfinished), part)
        else:
            found[id(part)] = part
    return list(found.values())


def _without(ask: Ask, asked: Without, fields: Sequence[str], negated: bool) -> Part | None:
    if isinstance(asked.part, Fielded) and asked.part.name == "in":
        raise QueryError("in: cannot be excluded.", "Name the places to look in: in:body, in:notes.", asked.part.start)
    part = _part(ask, asked.part, fields, not negated)
    if part is None:
        return None
    words = f"({part.words})" if part.several else part.words
    return Part(query.AndNot(query.Every(), part.tree), f"without {words}")


def _any(ask: Ask, asked: AnyOf, fields: Sequence[str], negated: bool) -> Part | None:
    parts = [part for one in _once(asked.parts) if (part := _part(ask, one, fields, negated)) is not None]
    if len(parts) < 2:
        return parts[0] if parts else None
    words = " or ".join(f"({part.words})" if part.several else part.words for part in parts)
    return Part(any_of([part.tree for part in parts]), words, any(p.scored for p in parts), several=True)


def _all(ask: Ask, asked: AllOf, fields: Sequence[str], negated: bool) -> Part | None:
    placing = {id(part): named for part in asked.parts if (named := _placing(part))}
    places = [place for named in placing.values() for place in named]
    if places:
        fields = [name for place in places for name in _places(place)] or fields
    others = [part for part in _once(asked.parts) if id(part) not in placing]
    if any(isinstance(part, Text) and part.text == "or" and not part.quoted for part in others[1:-1]):
        ask.notices.append("“or” is a word here; OR in capitals means either.")
    wanted = [part for one in others if (part := _part(ask, one, fields, negated)) is not None]
    if places and not any(part.scored for part in wanted):
        found = _in(ask, places)
        return _joined([found, *wanted], others) if found and wanted else found or _joined(wanted, others)
    where = " and ".join(dict.fromkeys(_PLACE_WORDS[name] for place in places for name in _names(place)))
    return _joined(wanted, others, where)


def _placing(part: Asked) -> list[Fielded]:
    """The places that a part names for the words beside it: `in:notes`, `in:(notes OR annex)`."""
    found = part.parts if isinstance(part, AnyOf) else (part,)
    places = [one for one in found if isinstance(one, Fielded) and one.name == "in"]
    return places if len(places) == len(found) else []


def _joined(parts: list[Part], asked: Sequence[Asked], where: str = "") -> Part | None:
    """Every part: what excludes is taken from what is wanted."""
    if not parts:
        return None
    wanted = [part.tree for part in parts if not _excludes(part)]
    refused = [part.tree.b for part in parts if _excludes(part)]
    tree = query.And(wanted) if len(wanted) > 1 else wanted[0] if wanted else query.Every()
    if refused:
        tree = query.AndNot(tree, any_of(refused))
    scored = any(part.scored for part in parts)
    several = len(parts) > 1
    return Part(tree, _together(parts, where), scored, joins=not several and parts[0].joins, several=several)


def _excludes(part: Part) -> bool:
    tree = part.tree
    return isinstance(tree, query.AndNot) and isinstance(tree.a, query.Every) and tree.a.fieldname in (None, "", "*")


def _together(parts: list[Part], where: str) -> str:
    """The parts in words: bare words side by side, the rest with a dot between."""
    words, joined = "", False
    for part in parts:
        shown = f"({part.words})" if part.several and len(parts) > 1 else part.words
        words += shown if not words else f" {shown}" if joined and part.joins else f" · {shown}"
        joined = part.joins
    return f"{where}: {words}" if where else words


def _in(ask: Ask, places: Sequence[Fielded]) -> Part | None:
    """`in:notes` without a word: letters that have any there."""
    names = dict.fromkeys(name for place in places for name in _names(place))
    trees = [query.Every(field) for name in names for field in PLACES[name]]
    words = " and ".join(_PLACE_WORDS[name] for name in names)
    return Part(constant(any_of(trees)), f"anything {words}") if trees else None


def _places(place: Fielded) -> list[str]:
    return [field for name in _names(place) for field in PLACES[name]]


def _names(place: Fielded) -> list[str]:
    """The places that `in:` names; QueryError where it names none."""
    given = place.value.text.strip().lower()
    if not given:
        return []
    found = [name for name in PLACES if name.startswith(given) or given.rstrip("s") == name or given == f"{name}es"]
    found = ["notes"] if given in ("note", "footnote", "footnotes") else found
    if not found:
        raise QueryError(
            f"“{given}” is no part of a letter here.", f"Choose one of: {', '.join(PLACES)}.", place.value.start
        )
    return found[:1]
