"""A letter as the fields of the index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from corpus import stored
from corpus.model import Block, BlockKind, Citation, CitationKind, Description, Letter, Relation, RelationKind, Span
from corpus.sentences import sentences
from corpus.symbols import Symbol
from index import keys
from index.entries import MAX_EVIDENCE, MAX_MENTION, Entry, Link, Mention

_UNSEARCHED = frozenset((BlockKind.MASTHEAD, BlockKind.FURNITURE, BlockKind.NOTE, BlockKind.TITLE))
_ANNEX = re.compile(r"annexe?|anexo|enclosure|appendi|apéndice", re.I)
_LONG = 32_000
"""Bytes of one exact value that the dictionary takes; longer ones are cut."""


def fields(versions: Sequence[Letter], letter_id: str | None = None) -> dict[str, Any]:
    """The document of one letter, for the writer's `add_document`.

    `versions` are its texts, one a language, the one shown first at the head; each with the files that hold it.
    """
    letter = versions[0]
    letter_id = letter_id or letter.id
    entry = entry_of(letter, letter_id)
    texts = _texts(versions)
    held = [holding for version in versions for holding in version.holdings]
    return {
        **texts,
        **_facets(versions),
        **_links(letter),
        "id": letter_id[:_LONG],
        "key": sorted({key for version in versions for key in keys.own(version)} | {f"base:{letter.id}"}),
        "party": entry.parties,
        "order": order(letter.symbols) or letter_id,
        "path": [f"{h.path}\t{h.sha256}" for h in held],
        "sha256": sorted({h.sha256 for h in held}),
        "date": int(letter.date.replace("-", "")) if letter.date else None,
        "row": entry.dumps(),
        "stored": b"\n".join(stored.dumps(replace(version, holdings=version.holdings)) for version in versions),
    }


def order(symbols: Sequence[str]) -> str:
    """What sorts by symbol as people do: numbers as numbers, padded to eight digits."""
    if not symbols:
        return ""
    parts = Symbol(keys.canonical(symbols[0])).sort_key
    return "/".join(text or f"{number:08}" for _, number, text in parts)


def entry_of(letter: Letter, letter_id: str) -> Entry:
    """What is kept at hand of a letter."""
    links = [_link(letter, relation) for relation in letter.relations]
    return Entry(
        letter_id,
        letter.symbols,
        letter.date,
        letter.sender,
        " and ".join(letter.addressees),
        letter.kind.value,
        letter.title or "",
        tuple(dict.fromkeys(_named(link) for link in links if link.kind == RelationKind.ANSWERS)),
        len(letter.notes),
        tuple(dict.fromkeys(keys.party(sender) for sender in letter.senders)),
        tuple(links),
        tuple(_mentions(letter)),
    )


def _named(link: Link) -> str:
    if link.symbols:
        return link.symbols[0]
    return " ".join(filter(None, (link.date, link.sender))) or "an earlier letter"


def _link(letter: Letter, relation: Relation) -> Link:
    said = relation.described
    return Link(
        relation.kind.value,
        relation.symbols,
        said.date,
        said.sender,
        relation.block,
        relation.evidence.start,
        relation.evidence.of(letter.text)[: _whole(letter.text, relation.evidence, MAX_EVIDENCE)],
        relation.basis.value,
        relation.part,
        any(_annexed(cited, relation) for cited in letter.citations),
    )


def _whole(text: str, span: Span, most: int) -> int:
    """How many characters of a passage are kept: all, else whole words of at most `most` characters."""
    if span.end - span.start <= most:
        return span.end - span.start
    space = text.rfind(" ", span.start, span.start + most + 1)
    return space - span.start if space > span.start else most


def _annexed(cited: Citation, relation: Relation) -> bool:
    """Whether a citation of the relation's target, in its block, names an annex: "(A/60/1, annex)"."""
    if cited.block != relation.block or set(cited.symbols).isdisjoint(relation.symbols):
        return False
    return bool(cited.locator and _ANNEX.match(cited.locator))


def _mentions(letter: Letter) -> list[Mention]:
    """Documents cited that no relation names: each once, where it is first named."""
    related = {symbol for relation in letter.relations for symbol in relation.symbols} | set(letter.symbols)
    found: dict[str, Mention] = {}
    for cited in _surely_cited(letter):
        if cited.symbols[0] not in found and related.isdisjoint(cited.symbols):
            found[cited.symbols[0]] = _mention(letter, cited)
    return list(found.values())


def _mention(letter: Letter, cited: Citation) -> Mention:
    block = letter.block(cited.block) or letter.block_at(cited.span.start)
    around = next((s for s in sentences(letter.text, block.span) if s.start <= cited.span.start < s.end), cited.span)
    start = around.start
    if cited.span.end - start > MAX_MENTION:
        start = letter.text.find(" ", cited.span.end - MAX_MENTION, cited.span.start) + 1 or cited.span.start
    length = _whole(letter.text, Span(start, around.end), MAX_MENTION)
    evidence = letter.text[start : max(cited.span.end, start + length)]
    return Mention(cited.symbols, block.id, start, evidence, block.part)


def _surely_cited(letter: Letter) -> list[Citation]:
    kinds = (CitationKind.SYMBOL, CitationKind.RESOLUTION)
    return [c for c in letter.citations if c.symbols and not c.guess and c.kind in kinds]


def _links(letter: Letter) -> dict[str, list[str]]:
    """Keys of what the letter cites, and of what it answers, follows and transmits."""
    own = {keys.canonical(symbol) for symbol in letter.symbols}
    found: dict[str, set[str]] = {"cites": set(), "answers": set(), "follows": set(), "transmits": set()}
    for cited in _surely_cited(letter):
        said = cited.described or Description()
        found["cites"].update(keys.targets(cited.symbols, said.date, said.sender))
    for relation in letter.relations:
        named = keys.targets(relation.symbols, relation.described.date, relation.described.sender)
        found["cites"].update(named)
        if relation.kind.value in found:
            found[relation.kind.value].update(named)
    return {name: sorted(values - own) for name, values in found.items()}


def _texts(versions: Sequence[Letter]) -> dict[str, str]:
    parts: dict[str, list[str]] = {"body": [], "title": [], "notes": [], "annexes": [], "agenda": []}
    for letter in versions:
        for block in letter.blocks:
            field = _field(block)
            if field:
                parts[field].append(block.span.of(letter.text))
        parts["title"].append(letter.title or "")
        parts["agenda"] += [item.title for item in letter.agenda_items]
        parts["annexes"] += [part.title for part in letter.parts]
    parts["title"] += parts["agenda"]
    texts = {name: "\n".join(found) for name, found in parts.items()}
    texts["from"] = "\n".join(_who(versions))
    texts["to"] = "\n".join(addressee for letter in versions for addressee in letter.addressees)
    return texts


def _field(block: Block) -> str | None:
    if block.kind is BlockKind.NOTE:
        return "notes"
    if block.kind in _UNSEARCHED:
        return None
    return "annexes" if block.part else "body"


def _who(versions: Iterable[Letter]) -> Iterable[str]:
    """Senders as printed, and under the name that all names of a State share."""
    for letter in versions:
        for sender in letter.senders:
            yield " ".join(filter(None, (sender.office, sender.of, sender.name)))
            yield keys.party(sender)


def _facets(versions: Sequence[Letter]) -> dict[str, list[str]]:
    letter = versions[0]
    has = [name for name, some in (("annex", letter.parts), ("footnotes", letter.notes)) if some]
    return {
        "sender": [p.of or p.office for p in letter.senders],
        "addressee": list(letter.addressees),
        "year": [letter.date[:4]] if letter.date else [],
        "month": [letter.date[:7]] if letter.date else [],
        "session": [str(letter.session)] if letter.session is not None else [],
        "item": list(dict.fromkeys(item.number for item in letter.agenda_items)),
        "kind": [letter.kind.value],
        "language": sorted({v.language for v in versions}),
        "format": sorted({h.format for v in versions for h in v.holdings}),
        "has": has,
    }
