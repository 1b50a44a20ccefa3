"""What a letter is: frozen values, and one text that every one of them points into.

A `Letter` has one `text`. Its blocks stand in it in reading order, separated by a blank line; footnote markers have
been taken out of it and are kept as `Marker` values. Every `Span` counts code points in that text. Nothing here knows
rows, columns or files' bytes, and nothing here imports anything of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.block_kind import BlockKind as BlockKind


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in `Letter.text`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words the span covers in `text`."""
        return text[self.start : self.end]


class LetterKind(StrEnum):
    """What was circulated (contracts.md)."""

    LETTER = "letter"
    IDENTICAL = "identical letters"
    NOTE_VERBALE = "note verbale"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text with one job. Together the blocks cover the text, in order, without overlap."""

    id: str
    """`p4`, `a1.p2`, `n1`, `a1.n1`; `t1` title, `h1` head, `s1` signature, `m1` masthead, `k1` marks, `f1` furniture;
    inside a part each is prefixed with the part's id (`a1.h1`). Paragraphs, quotations, items and tables are `p`."""
    kind: BlockKind
    span: Span
    part: str = ""
    """`""` the letter proper, `a1` its first annex, `a1.e1` that annex's first enclosure."""
    level: int = 0
    """Depth of a heading or list item, 0 outermost."""
    name: str = ""
    """What furniture or masthead line this is, in one word: `running head`, `job number`, `symbol`, `date`."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Where a footnote marker stood: between two code points of the text."""

    label: str
    at: int
    block: str
    note: str | None
    """The id of the note it belongs to; None for a marker whose note was not found."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote with its own block; `Letter.markers` tells where it is called."""

    id: str
    label: str
    span: Span
    part: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """A sender: `office` in English canonical form, `of` as printed, without its article."""

    office: str
    of: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item number as printed (`74 (a)`) and its title, `""` where none was printed."""

    number: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """An annex, enclosure or appendix. `parent` is `""` for an annex of the letter itself."""

    id: str
    kind: str
    """`annex`, `enclosure` or `appendix`."""
    label: str
    title: str
    parent: str = ""
    date: str | None = None
    author: str | None = None
    language: str | None = None
    """As in "[Original: Arabic]"."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature: the name after (Signed), and the lines of office below it."""

    name: str
    lines: tuple[str, ...]
    span: Span
    part: str = ""


@dataclass(frozen=True, slots=True)
class Description:
    """A communication told without a symbol: what the words give, None where they give nothing."""

    date: str | None = None
    sender: str | None = None
    addressee: str | None = None


class CitationKind(StrEnum):
    """How a source is named."""

    SYMBOL = "symbol"
    RESOLUTION = "resolution"
    """In words: "resolution 2334 (2016)"."""
    LETTER = "letter"
    """Described: "his letter of 4 March"."""
    SHORT = "short form"
    """"the aforementioned letter"; stands for the symbols or the description of its antecedent."""
    SOURCE = "source"
    """A book, an article, a treaty, a web page."""
    MISSION_NOTE = "mission note"
    """A mission's own note number, `CML/14/2019`."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One place where a source is named."""

    kind: CitationKind
    span: Span
    block: str
    symbols: tuple[str, ...] = ()
    """Canonical keys in display form, each half by itself: `("A/74/676", "S/2020/90")`."""
    locator: str | None = None
    """`annex`, `para. 4`: where in the source."""
    guess: bool = False
    """True where the symbol was repaired from damaged text."""
    described: Description | None = None


class RelationKind(StrEnum):
    """What a letter does with another communication (contracts.md)."""

    ANSWERS = "answers"
    FOLLOWS = "follows"
    TRANSMITS = "transmits"
    CITES = "cites"


class Basis(StrEnum):
    """What a relation rests on: facts, never a percentage."""

    ALL = "symbol+date+sender"
    SYMBOL = "symbol"
    DESCRIPTION = "description"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from this letter to another communication, with the passage that proves it."""

    kind: RelationKind
    symbols: tuple[str, ...]
    """Every half of the target's symbol; `()` where none is printed."""
    described: Description
    """What the words say of the target's date, sender and addressee, for checking the symbol against."""
    block: str
    evidence: Span
    basis: Basis
    part: str = ""
    """The annex that makes the relation, `""` for the letter itself."""


@dataclass(frozen=True, slots=True)
class Request:
    """The closing request: organs and items under which circulation was asked for."""

    organs: tuple[str, ...]
    agenda_items: tuple[str, ...]
    span: Span
    agrees: bool
    """Whether the masthead shows the same organs and items."""


@dataclass(frozen=True, slots=True)
class Holding:
    """One file of a letter."""

    path: str
    format: str
    language: str | None
    sha256: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A circulated communication, read. Fields are as contracts.md prints them unless said otherwise."""

    text: str
    kind: LetterKind
    title: str | None
    date: str | None
    """ISO date of the letter, as its title gives it."""
    distributed: str | None
    symbols: tuple[str, ...]
    """Its own, each half by itself, in display form."""
    organs: tuple[str, ...]
    distribution: str | None
    original_language: str | None
    language: str
    """ISO 639-1 code of the text itself, `und` where it cannot be told."""
    session: int | str | None
    sc_year: int | None
    agenda_items: tuple[AgendaItem, ...]
    senders: tuple[Party, ...]
    addressees: tuple[str, ...]
    blocks: tuple[Block, ...]
    parts: tuple[Part, ...]
    signatures: tuple[Signature, ...]
    notes: tuple[Note, ...]
    markers: tuple[Marker, ...]
    citations: tuple[Citation, ...]
    relations: tuple[Relation, ...]
    request: Request | None
    quotations: tuple[Span, ...]
    warnings: tuple[str, ...]
    holdings: tuple[Holding, ...]

    @property
    def id(self) -> str:
        """The joint symbol, else date and senders, else the first of the file's sha-256 (contracts.md)."""
        if self.symbols:
            return "-".join(self.symbols)
        who = " and ".join(p.of or p.office for p in self.senders[:2]) + (
            " and others" if len(self.senders) > 2 else ""
        )
        if self.date or who:
            return " ".join(filter(None, (self.date or "undated", who)))
        return self.holdings[0].sha256[:12] if self.holdings else "unnamed"

    @property
    def sender(self) -> str:
        """The senders in one phrase, as shown in a row: "Cuba and South Africa", "Secretary-General"."""
        return " and ".join(p.of or p.office for p in self.senders)

    def block(self, block_id: str) -> Block | None:
        """The block of that id, None where there is none."""
        return next((b for b in self.blocks if b.id == block_id), None)

    def block_at(self, offset: int) -> Block:
        """The block an offset of the text stands in; between two blocks, the earlier one."""
        return max(
            (b for b in self.blocks if b.span.start <= offset), key=lambda b: b.span.start, default=self.blocks[0]
        )
