"""Letters made of a few invented sentences, read for what they cite and answer."""

from __future__ import annotations

from corpus.citations import find_citations
from corpus.model import Block, BlockKind, Citation, Marker, Note, Part, Party, Relation, Span

PARTY = Party("Permanent Representative", "Sarnholt")


def compose(text: str, part: str = "") -> tuple[str, list[Block], list[Note], list[Marker]]:
    """Paragraphs set apart by blank lines; one that begins with "¹ " is the note called by "¹" in an earlier one."""
    whole, blocks, notes, markers = "", [], [], []
    calls: dict[str, tuple[int, str]] = {}
    for n, words in enumerate(text.split("\n\n"), 1):
        note = words[:2] in ("¹ ", "² ", "³ ")
        name = f"{part}.p{n}" if part else f"p{n}"
        if note:
            label, words, name = words[0], words[2:], f"n{words[0]}"
        for call in "¹²³":
            if call in words:
                calls[call] = (len(whole) + words.index(call), name)
                words = words.replace(call, "")
        span = Span(len(whole), len(whole) + len(words))
        blocks.append(Block(name, BlockKind.NOTE if note else BlockKind.PARAGRAPH, span, part))
        if note:
            notes.append(Note(name, label, span, part))
            markers.append(Marker(label, *calls[label], name))
        whole += words + "\n\n"
    return whole, blocks, notes, markers


def relations(
    text: str,
    *,
    senders: tuple[Party, ...] = (PARTY,),
    to: tuple[str, ...] = ("Secretary-General",),
    date: str = "2025-06-20",
    part: str = "",
    author: str | None = None,
) -> tuple[Relation, ...]:
    """The relations of a letter of those paragraphs, of an annex where `part` names one."""
    from corpus.relations import find_relations

    whole, blocks, notes, markers = compose(text, part)
    parts = [Part(part, "annex", "Annex", "", author=author)] if part else []
    told = {"date": date, "senders": senders, "addressees": to, "own": ()}
    cited = find_citations(whole, blocks, **told)  # type: ignore[arg-type]
    found = find_relations(
        whole,
        blocks,
        notes=notes,
        markers=markers,
        parts=parts,
        citations=cited,
        **told,  # type: ignore[arg-type]
    )
    for relation in found:
        assert any(b.span.start <= relation.evidence.start and relation.evidence.end <= b.span.end for b in blocks)
    return found


def citations(text: str, *, date: str = "2025-06-20", to: tuple[str, ...] = ("Secretary-General",)) -> list[Citation]:
    """The citations of a letter of those paragraphs."""
    whole, blocks, _, _ = compose(text)
    return list(find_citations(whole, blocks, date=date, senders=(PARTY,), addressees=to, own=()))


def links(text: str, **given: object) -> list[str]:
    """Kind and target of each relation, in one line: `answers S/2025/1`, `follows 2025-03-04`."""
    shown = []
    for one in relations(text, **given):  # type: ignore[arg-type]
        target = one.symbols[0] if one.symbols else one.described.date or one.described.sender or "?"
        shown.append(f"{one.kind.value} {target}")
    return shown
