"""Words, quotations and nearness as trees over the fields of words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from whoosh import query
from whoosh.query.spans import SpanNear2

from corpus import states, symbols
from corpus.errors import QueryError
from index.analysis import words
from index.ask import Ask, Part, Searched, any_of, constant
from index.asked import Near, Text
from index.evaluate_terms import EXPANSIONS
from index.fields import PLACES
from index.grammar import PARTS
from index.highlight import meant_in
from index.pieces import Piece, pieces
from index.words import Beginning, Inflected

BOOSTS = {"body": 1.0, "title": 2.0, "notes": 0.6, "annexes": 0.4, "from": 1.5, "to": 0.5}
"""Fields a mere word is looked for in; a title says what a letter is about, an annex is somebody else's text."""
EVERYWHERE = tuple(BOOSTS)
PATTERNS = 4
"""Words with `*` or `?` inside of one query: each is tried on every word of the library."""
_EDGE = ".,;:!?'’‘…-–—/_&[]{}<>"


def text_part(ask: Ask, text: Text, fields: Sequence[str], negated: bool = False) -> Part | None:
    """A word or a quotation as a tree; None where it holds no word."""
    found = _within_caps(ask, pieces(text))
    if not found:
        return None
    if not negated:
        ask.terms += _placed(fields, _patterns(ask, found))
        for piece in found:
            prefix, loose = piece.form in ("typed", "beginning"), piece.form in ("typed", "inflected")
            if piece.form not in ("pattern", "fuzzy"):
                ask.searched.append(Searched(piece.word, tuple(fields), text.start, text.end, prefix, loose))
    trees, words_ = [_anywhere(ask, found, fields)], _shown(text)
    if not text.quoted:
        others = states.other_names(text.text)
        trees += [_state(ask, name, fields, negated) for name in others]
        words_ += f" (also {', '.join(others)})" if others else ""
        trees += _symbol(text.text)
    return Part(any_of(trees), words_, scored=True, joins=not text.quoted)


def _state(ask: Ask, name: str, fields: Sequence[str], negated: bool) -> Any:
    """Another name of a State, in full."""
    found = [Piece("exact", word) for word in words(name)]
    if not negated:
        ask.terms += _placed(fields, _patterns(ask, found))
    return _anywhere(ask, found, fields)


def _placed(fields: Sequence[str], patterns: list[str]) -> list[str]:
    """Patterns, meant only in the places that were asked for."""
    names = [name for name, held in PLACES.items() if not set(held).isdisjoint(fields)]
    if len(names) == len(PLACES):
        return patterns
    names += ["masthead"] if "title" in names else []  # where the items' titles stand
    return [meant_in(names, pattern) for pattern in patterns]


def _symbol(typed: str) -> list[Any]:
    """A symbol among other words: letters that bear it or cite it, however they print it."""
    known = symbols.parse(typed) if "/" in typed else None
    halves = known.halves if known else ()
    return [constant(query.Term(name, half.key), 1.0) for half in halves for name in ("key", "cites")]


def _shown(text: Text) -> str:
    words_ = " ".join(text.text.split())
    return f"“{words_}”" if text.quoted else words_.strip(_EDGE)


def _within_caps(ask: Ask, found: list[Piece]) -> list[Piece]:
    """At most so many words of a quotation, and so many forms of a query; it is said where there are more."""
    if len(found) > PARTS:
        ask.notices.append(f"Only the first {PARTS} words of a quotation were searched.")
    ask.patterns += sum(piece.form == "pattern" for piece in found)
    if ask.patterns > PATTERNS and any(piece.form == "pattern" for piece in found):
        ask.notices.append(f"Only the first {PATTERNS} words with * or ? inside were searched.")
        return []
    return found[:PARTS]


def _patterns(ask: Ask, found: list[Piece]) -> list[str]:
    if len(found) > 1:
        return ['"' + " ".join(piece.pattern for piece in found) + '"']
    piece = found[0]
    if piece.form == "fuzzy":
        return sorted({word for name in ("body", "title", "notes", "annexes") for word in _similar(ask, name, piece)})
    if piece.form != "typed":
        return [piece.pattern]
    return [f"{piece.word}*", *([f"~{piece.word}"] if ask.others(piece.word) else [])]


def _anywhere(ask: Ask, found: list[Piece], fields: Sequence[str]) -> Any:
    trees = []
    for name in fields:
        tree = _single(ask, name, found[0]) if len(found) == 1 else _sequence(ask, name, found)
        if tree is not None:
            trees.append(boosted(tree, BOOSTS[name] if len(fields) > 1 else 1.0))
    return any_of(trees)


def boosted(tree: Any, boost: float) -> Any:
    """The tree with a boost."""
    tree.boost = boost
    return tree


def _single(ask: Ask, name: str, piece: Piece) -> Any:
    """One word in one field; None where the field cannot hold it."""
    match piece.form:
        case "inflected":
            return Inflected(name, piece.word)
        case "beginning":
            return Beginning(name, piece.word)
        case "typed":
            return _typed(ask, name, piece.word)
        case "pattern":
            return query.Wildcard(name, piece.word) if name not in ("from", "to") else None
        case "fuzzy":
            near = _similar(ask, name, piece)[:EXPANSIONS]
            return any_of([query.Term(name, word) for word in near]) if near else None
    return query.Term(name, piece.word)


def _typed(ask: Ask, name: str, word: str) -> Any:
    """A word that may be unfinished: what begins so, and the inflections that do not."""
    if not ask.others(word):
        return Beginning(name, word)
    return query.DisjunctionMax([Beginning(name, word), Inflected(name, word)])


def _similar(ask: Ask, name: str, piece: Piece) -> list[str]:
    found: list[str] = ask.searcher.ixreader.terms_within(name, piece.word, piece.edits, prefix=1)
    return found


def _sequence(ask: Ask, name: str, found: list[Piece]) -> Any:
    """Words one after another in one field."""
    if all(piece.form == "exact" for piece in found):
        return query.Phrase(name, [piece.word for piece in found])
    return SpanNear2([_slot(name, piece) for piece in found], slop=1, ordered=True)


def _slot(name: str, piece: Piece) -> Any:
    match piece.form:
        case "beginning" | "typed":
            return Beginning(name, piece.word)
        case "inflected":
            return Inflected(name, piece.word)
        case "pattern":
            return query.Wildcard(name, piece.word)
        case "fuzzy":
            return query.FuzzyTerm(name, piece.word, maxdist=piece.edits, prefixlength=1)
    return query.Term(name, piece.word)


def _near_slot(name: str, found: list[Piece]) -> Any:
    """A word, or a phrase of exact words."""
    return _slot(name, found[0]) if len(found) == 1 else query.Phrase(name, [piece.word for piece in found])


def _near_pattern(found: list[Piece]) -> str:
    """For `index.highlight`."""
    words_ = [f"{piece.word}*" if piece.form == "typed" else piece.pattern for piece in found]
    return words_[0] if len(words_) == 1 else f'"{" ".join(words_)}"'


def near_part(ask: Ask, near: Near, fields: Sequence[str], negated: bool = False) -> Part | None:
    """Words near each other, in one field at a time; a field of one line (sender, addressee) is not asked."""
    slots = []
    for text in near.parts:
        found = _within_caps(ask, pieces(text))
        if not found:
            raise QueryError("near wants a word on each side.", "Write: served near/3 soup.", text.start)
        if len(found) > 1:
            found = [Piece("exact", piece.word) for piece in found]
        slots.append(found)
    trees = [
        boosted(
            SpanNear2([_near_slot(name, found) for found in slots], slop=near.distance, ordered=False), BOOSTS[name]
        )
        for name in fields
        if name not in ("from", "to")
    ]
    if not negated:
        pattern = f"near/{near.distance} " + " ".join(_near_pattern(found) for found in slots)
        ask.terms += _placed(fields, [pattern])
    shown = [_shown(text) for text in near.parts]
    between = f" within {near.distance} words of " if near.distance > 1 else " next to "
    return Part(any_of(trees), between.join(shown), scored=True)
