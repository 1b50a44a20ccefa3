"""From a file to a `Letter`: read, sort the rows, compose the text, then say what it cites and answers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from corpus import heading, masthead, mend, parties, quotations, request, symbols, titles, untitled
from corpus.citations import find_citations
from corpus.compose import Composed, compose
from corpus.language import language
from corpus.model import BlockKind, Holding, Letter, LetterKind, Party
from corpus.offsets import Conservation
from corpus.readers import read_source
from corpus.relations import find_relations
from corpus.source import Source
from corpus.zones import Zones, sort

_VERBALE = re.compile(
    r"(?:The )?(?P<sender>(?:Permanent (?:Observer )?Mission|Office|Ministry|Secretariat"
    r"|Embassy)[^.]{3,160}?)\s+presents?\s+its\s+compliments"
    r"\s+to\s+(?P<to>[^.]{3,200}?)\s+and\b"
    r"|(?P<fr>(?:La |L.)?Mission permanente[^.]{3,120}?) présente ses compliments (?:à|au) (?P<frto>[^.]{3,160}?) et\b"
    r"|(?P<es>(?:La )?Misi[oó]n Permanente[^.]{3,120}?) saluda atentamente (?:a|al) (?P<esto>[^.]{3,160}?) y\b",
    re.IGNORECASE,
)
_ORGAN_OF = {"A": "General Assembly", "S": "Security Council", "E": "Economic and Social Council"}


@dataclass(frozen=True, slots=True)
class _Head:
    """What the title, or the opening where there is none, tells."""

    kind: LetterKind
    title: str | None
    date: str | None
    senders: tuple[Party, ...]
    addressees: tuple[str, ...]


def read_letter(path: Path) -> Letter:
    """The letter in a file; raises UnreadableFile for one that gives no text."""
    return read_with_provenance(path)[0]


def read_with_provenance(path: Path) -> tuple[Letter, Conservation]:
    """The letter and what of it came from where in `read_source(path).text`."""
    return assemble(read_source(path), str(path))


def assemble(source: Source, path: str) -> tuple[Letter, Conservation]:
    """A letter from its source; `path` is kept as given. The same source gives the same letter, ids included."""
    zones = sort(source)
    done = compose(source, zones)
    text, blocks = done.composer.text, tuple(done.composer.blocks)
    own = _symbols(zones)
    head = _head(zones, text, done, own)
    facts = zones.facts
    organs = tuple(facts.organs) or tuple(dict.fromkeys(_ORGAN_OF[s[0]] for s in own if s[:2] in ("A/", "S/", "E/")))
    paragraphs = [b.span for b in blocks if b.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and not b.part]
    asked = request.find(text, paragraphs, organs, facts.agenda_items)
    told = {"date": head.date or facts.distributed, "senders": head.senders, "addressees": head.addressees, "own": own}
    citations = find_citations(text, blocks, **told)  # type: ignore[arg-type]
    relations = find_relations(
        text,
        blocks,
        notes=done.notes,
        markers=done.markers,
        parts=done.parts,
        citations=citations,
        request=asked.span if asked else None,
        **told,  # type: ignore[arg-type]
    )
    body = "\n".join(span.of(text) for span in paragraphs)
    spoken = language(body or text)
    letter = Letter(
        text=text,
        kind=head.kind,
        title=head.title,
        date=head.date,
        distributed=facts.distributed,
        symbols=own,
        organs=organs,
        distribution=facts.distribution,
        original_language=facts.original_language,
        language=spoken,
        session=facts.session,
        sc_year=facts.sc_year,
        agenda_items=facts.agenda_items,
        senders=head.senders,
        addressees=head.addressees,
        blocks=blocks,
        parts=tuple(done.parts),
        signatures=tuple(done.signatures),
        notes=tuple(done.notes),
        markers=tuple(done.markers),
        citations=citations,
        relations=relations if head.kind is not LetterKind.OTHER else (),
        request=asked,
        quotations=quotations.find(text, blocks),
        warnings=(*source.warnings, *_warnings(done, spoken), *_guessed(zones)),
        holdings=(Holding(path, source.format, spoken, source.sha256),),
    )
    return letter, done.composer.record()


def _head(zones: Zones, text: str, done: Composed, own: tuple[str, ...]) -> _Head:
    blocks = done.composer.blocks
    if masthead.of_another_series(own):
        return _Head(LetterKind.OTHER, _first_heading(zones, text, done), None, (), ())
    if zones.title:
        title = heading.words(zones.title)
        shown = " ".join(next(b for b in blocks if b.kind is BlockKind.TITLE).span.of(text).split())
        senders, addressees = titles.read(title)
        if not senders:
            senders, told = untitled.conveyed(text, blocks)
            addressees = addressees or told
        if not addressees:
            addressees = untitled.filed(text, blocks)
        date = titles.date_of(title, zones.facts.distributed)
        if date is None and not {"symbol", "distribution"} & set(zones.facts.names.values()):
            date = untitled.date_of(text, blocks, above=True)
        return _Head(heading.kind(title), shown, date, senders, addressees)
    opening = " ".join(b.span.of(text) for b in blocks[:25] if b.kind is not BlockKind.FURNITURE)[:4000]
    verbale = _VERBALE.search(opening)
    if verbale:
        sender = verbale["sender"] or verbale["fr"] or verbale["es"]
        to = verbale["to"] or verbale["frto"] or verbale["esto"]
        date = untitled.date_of(text, blocks)
        return _Head(LetterKind.NOTE_VERBALE, None, date, parties.senders(sender), parties.addressees(to))
    named = zones.facts.names.values()
    if untitled.is_letter(text) and "symbol" not in named and "distribution" not in named:
        who, to = untitled.senders(done.signatures) or untitled.headed(text, blocks), untitled.addressees(text, blocks)
        return _Head(LetterKind.LETTER, None, untitled.date_of(text, blocks), who, to)
    return _Head(LetterKind.OTHER, _first_heading(zones, text, done), None, (), ())


def _first_heading(zones: Zones, text: str, done: Composed) -> str | None:
    """What a document that is no letter is called: its first heading."""
    return next((b.span.of(text) for b in done.composer.blocks if b.kind is BlockKind.HEADING), None)


def _symbols(zones: Zones) -> tuple[str, ...]:
    """Own symbols: those of the masthead, else those that recur in running heads; never the first of the body."""
    if zones.facts.symbols:
        return tuple(zones.facts.symbols)
    heads: Counter[str] = Counter()
    for row, name in zones.furniture.items():
        if name == "running head":
            heads.update(
                half.display for hit in symbols.find(row.text, guesses=False) for s in hit.symbols for half in s.halves
            )
    return tuple(half for half, count in heads.items() if count > 1)


def _guessed(zones: Zones) -> list[str]:
    """What of a title was read by likeness or inferred."""
    title = heading.words(zones.title)
    read = ", ".join(f"{was} as {now}" for was, now in mend.changed(title))
    told = [f"the title is damaged, and sender or addressee are a guess: {read}"] if read else []
    if titles.date_of(title) != titles.date_of(title, zones.facts.distributed):
        told.append("the title gives no year: it is taken from the date of distribution, and is a guess")
    return told


def _warnings(done: Composed, spoken: str) -> list[str]:
    lost = [f"marker {m.label} in {m.block} has no note" for m in done.markers if m.note is None]
    called = {m.note for m in done.markers}
    lost += [f"note {n.label} ({n.id}) has no marker" for n in done.notes if n.id not in called]
    if spoken not in ("en", "fr", "es", "und"):
        lost.append(f"the text is in a language ({spoken}) whose formulas are not read: symbols, dates and notes only")
    return lost
