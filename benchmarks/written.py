"""A generated letter on paper, and as the `Letter` that reading it gives: made from the same pieces."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from benchmarks.planted import ITEMS, Plan
from corpus.model import (
    AgendaItem,
    Basis,
    Block,
    BlockKind,
    Citation,
    CitationKind,
    Description,
    Holding,
    Letter,
    LetterKind,
    Marker,
    Note,
    Part,
    Party,
    Relation,
    RelationKind,
    Request,
    Signature,
    Span,
)  # fmt: skip

_UNITS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TENS = {4: "fort", 5: "fift", 6: "sixt", 7: "sevent", 8: "eight"}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class Draft:
    """A letter's pieces in order."""

    plan: Plan
    pieces: list[tuple[str, BlockKind, str, str]] = field(default_factory=list)
    """(id, kind, words, part)."""
    marks: dict[str, str] = field(default_factory=dict)
    """Block → the label of the note called at its end."""
    notes: list[str] = field(default_factory=list)
    signatory: str = ""
    annexed: str = ""
    """The annex's title."""

    def paragraph(self, words: str, note: str = "") -> None:
        """Add one of the letter proper, with a note called at its end."""
        name = f"p{len(self.pieces) + 1}"
        self.pieces.append((name, BlockKind.PARAGRAPH, words, ""))
        if note:
            self.notes.append(note)
            self.marks[name] = str(len(self.notes))

    def sign(self, name: str) -> None:
        """Add the signature."""
        self.signatory = name
        self.pieces.append(("s1", BlockKind.SIGNATURE, f"(Signed) {name}\nAmbassador\nPermanent Representative", ""))

    def annex(self, title: str, sentences: list[str]) -> None:
        """Add an annex of two or three paragraphs."""
        self.annexed = title
        self.pieces.append(("a1.h1", BlockKind.HEADING, title, "a1"))
        for number, start in enumerate(range(0, len(sentences), 3), 1):
            words = " ".join(sentences[start : start + 3])
            self.pieces.append((f"a1.p{number}", BlockKind.PARAGRAPH, words, "a1"))


def title(plan: Plan) -> str:
    """The heading of a letter."""
    return (
        f"Letter dated {plan.dated.day} {plan.dated:%B %Y} from the Permanent Representative of {plan.sender} to the "
        f"United Nations addressed to the {plan.addressee}"
    )


def _organs(plan: Plan) -> list[str]:
    halves = {"A": "General Assembly", "S": "Security Council"}
    return [halves[symbol[0]] for symbol in plan.symbols]


def masthead(plan: Plan) -> list[str]:
    """Its lines, blank ones between groups."""
    organs = _organs(plan)
    lines = ["United Nations", "–".join(plan.symbols), "", *organs, ""]
    lines += ["Distr.: General", f"{plan.dated.day} {plan.dated:%B %Y}", "Original: English", ""]
    if "General Assembly" in organs:
        lines += ["General Assembly", f"{_ordinal(plan.session)} session"]
        word = "item" if len(plan.items) == 1 else "items"
        lines += [f"Agenda {word} {' and '.join(filter(None, (', '.join(plan.items[:-1]), plan.items[-1])))}", ""]
        lines += [line for item in plan.items for line in (ITEMS[item], "")]
    if "Security Council" in organs:
        lines += ["Security Council", f"{_ordinal(plan.dated.year - 1945)} year", ""]
    return lines


def _ordinal(number: int) -> str:
    tens, unit = divmod(number, 10)
    return f"{_TENS[tens]}y-{_UNITS[unit - 1]}".capitalize() if unit else f"{_TENS[tens]}ieth".capitalize()


def printed(draft: Draft) -> str:
    """The letter as a text file."""
    lines = [*masthead(draft.plan), title(draft.plan), ""]
    parts = ""
    for name, _, words, part in draft.pieces:
        if part != parts:
            lines += _notes(draft)
            lines += [f"Annex to the {title(draft.plan)[0].lower()}{title(draft.plan)[1:]}", ""]
            parts = part
        lines += [words + draft.marks.get(name, "").translate(_RAISED), ""]
    return "\n".join([*lines, *([] if parts else _notes(draft))])


def _notes(draft: Draft) -> list[str]:
    return [
        line for label, note in enumerate(draft.notes, 1) for line in (f"{str(label).translate(_RAISED)} {note}", "")
    ]


def to_letter(draft: Draft) -> Letter:
    """The letter as read."""
    plan = draft.plan
    head = [line for line in masthead(plan) if line]
    pieces = [(f"m{n}", BlockKind.MASTHEAD, line, "") for n, line in enumerate(head, 1)]
    pieces += [("t1", BlockKind.TITLE, title(plan), ""), *draft.pieces]
    pieces += [(f"n{n}", BlockKind.NOTE, note, "") for n, note in enumerate(draft.notes, 1)]
    text = "\n\n".join(words for _, _, words, _ in pieces)
    blocks, at = [], 0
    for name, kind, words, part in pieces:
        blocks.append(Block(name, kind, Span(at, at + len(words)), part))
        at += len(words) + 2
    spans = {block.id: block.span for block in blocks}
    markers = tuple(Marker(label, spans[name].end, name, f"n{label}") for name, label in draft.marks.items())
    notes = tuple(Note(f"n{n}", str(n), spans[f"n{n}"]) for n in range(1, len(draft.notes) + 1))
    organs = tuple(_organs(plan))
    kinds = [block.id for block in blocks if block.kind is BlockKind.PARAGRAPH and not block.part]
    signed = Signature(draft.signatory, ("Ambassador", "Permanent Representative"), spans["s1"])
    part = (Part("a1", "annex", "Annex", draft.annexed),) if draft.annexed else ()
    digest = hashlib.sha256(text.encode()).hexdigest()
    name = plan.symbols[0].replace("/", "_") + ".txt"
    return Letter(
        text, LetterKind.LETTER, title(plan), plan.dated.isoformat(), plan.dated.isoformat(), plan.symbols, organs,
        "General", "English", "en", plan.session if plan.items else None,
        plan.dated.year - 1945 if "Security Council" in organs else None,
        tuple(AgendaItem(item, ITEMS[item]) for item in plan.items),
        (Party("Permanent Representative", plan.sender),), (plan.addressee,), tuple(blocks), part, (signed,), notes,
        markers, tuple(_citations(draft, text, spans)), tuple(_relations(plan, spans)),
        Request(organs, plan.items, spans[kinds[-1]], True), (), (),
        (Holding(name, "text", "en", digest),),
    )  # fmt: skip


def _described(plan: Plan, other: Plan, kind: str) -> Description:
    sender = f"Permanent Representative of {other.sender}" if kind == "answers" else plan.sender
    return Description(other.dated.isoformat(), sender, other.addressee if kind == "answers" else None)


def _citations(draft: Draft, text: str, spans: dict[str, Span]) -> list[Citation]:
    plan, found = draft.plan, []
    if plan.link is not None:
        kind, other = plan.link
        start = text.index(other.symbol, spans["p1"].start)
        span = Span(start, start + len(other.symbol))
        found.append(Citation(CitationKind.SYMBOL, span, "p1", other.symbols, described=_described(plan, other, kind)))
    for symbol in plan.lost:
        start = text.index(symbol, spans["n1"].start)
        found.append(Citation(CitationKind.SYMBOL, Span(start, start + len(symbol)), "n1", (symbol,), "annex"))
    return found


def _relations(plan: Plan, spans: dict[str, Span]) -> list[Relation]:
    if plan.link is None:
        return []
    kind, other = plan.link
    said = _described(plan, other, kind)
    return [Relation(RelationKind(kind), other.symbols, said, "p1", spans["p1"], Basis.ALL)]
