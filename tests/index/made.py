"""Letters made in a line, and libraries of them: what the tests of look-ups and threads are made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.model import (
    Basis,
    Block,
    BlockKind,
    Citation,
    CitationKind,
    Description,
    Holding,
    Letter,
    LetterKind,
    Party,
    Relation,
    RelationKind,
    Span,
)
from corpus.symbols import Symbol
from index.batch import Batch
from index.library import Library


@dataclass(frozen=True)
class Said:
    """A sentence that names a letter: "answers A/60/1-S/2006/2 of 2006-03-04 by Valdmark", parts left out at will."""

    kind: str
    symbols: tuple[str, ...] = ()
    date: str | None = None
    sender: str | None = None


def said(words: str) -> Said:
    """Read the short form above."""
    kind, _, rest = words.partition(" ")
    rest, _, sender = rest.partition("by ")
    name, _, date = rest.partition("of ")
    halves = tuple(half.display for half in Symbol(name.strip().replace(" ", "")).halves) if name.strip() else ()
    return Said(kind, halves, date.strip() or None, sender.strip() or None)


def letter(
    symbol: str = "",
    date: str | None = None,
    sender: str = "Kestravia",
    *sayings: str,
    mentions: Iterable[str] = (),
    to: tuple[str, ...] = ("Secretary-General",),
    kind: LetterKind = LetterKind.LETTER,
    language: str = "en",
    path: str = "",
) -> Letter:
    """A letter of one sentence a paragraph; `symbol` may be joint, `""` is one that was lost."""
    own = tuple(half.display for half in Symbol(symbol).halves) if symbol else ()
    spoken = [said(words) for words in sayings]
    lines = [f"{s.kind} {'-'.join(s.symbols)} of {s.date} by {s.sender}." for s in spoken]
    lines += [f"See {name}." for name in mentions] + [f"Written on {date} by {sender} as {symbol}."]
    spans, text = _laid(lines)
    blocks = tuple(Block(f"p{n}", BlockKind.PARAGRAPH, span) for n, span in enumerate(spans, 1))
    relations = [_relation(s, block) for s, block in zip(spoken, blocks, strict=False)]
    cited = [_mention(m, block) for m, block in zip(mentions, blocks[len(spoken) :], strict=False)]
    sha256 = hashlib.sha256((path + text).encode()).hexdigest()
    return Letter(
        text=text, kind=kind, title=f"Letter dated {date} from {sender}", date=date, distributed=None, symbols=own,
        organs=(), distribution=None, original_language=None, language=language, session=None, sc_year=None,
        agenda_items=(), senders=tuple(Party("Permanent Representative", name) for name in sender.split(" and ")),
        addressees=to, blocks=blocks, parts=(), signatures=(), notes=(), markers=(), citations=tuple(cited),
        relations=tuple(relations), request=None, quotations=(), warnings=(),
        holdings=(Holding(path or f"/made/{sha256[:12]}.txt", "text", language, sha256),),
    )  # fmt: skip


def _laid(lines: list[str]) -> tuple[list[Span], str]:
    spans, place = [], 0
    for line in lines:
        spans.append(Span(place, place + len(line)))
        place += len(line) + 2
    return spans, "\n\n".join(lines)


def _relation(s: Said, block: Block) -> Relation:
    told = Description(s.date, s.sender)
    basis = Basis.ALL if s.symbols and s.date and s.sender else Basis.SYMBOL if s.symbols else Basis.DESCRIPTION
    return Relation(RelationKind(s.kind), s.symbols, told, block.id, block.span, basis)


def _mention(symbol: str, block: Block) -> Citation:
    span = Span(block.span.start + 4, block.span.end - 1)
    return Citation(CitationKind.SYMBOL, span, block.id, tuple(half.display for half in Symbol(symbol).halves))


def library(path: Path, letters: Iterable[Letter]) -> Library:
    """A library of these letters, written at once."""
    made = Library.open(path, create=True)
    add(made, letters)
    return made


def add(held: Library, letters: Iterable[Letter]) -> None:
    """Add letters to a library, as one generation."""
    batch = Batch(held.index)
    for one in letters:
        batch.add(one)
    batch.commit()


def drop(held: Library, one: Letter) -> None:
    """Take a letter away again."""
    batch = Batch(held.index)
    for holding in one.holdings:
        batch.drop(holding.path, holding.sha256)
    batch.commit()
