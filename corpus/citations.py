"""Every place where a letter names a source: by symbol, in words, by description or by a short form.

    find_citations(text, blocks, date=, senders=, addressees=, own=) -> tuple[Citation, ...]

Read are the body, headings of annexes, annexes and notes; masthead, title, signatures and furniture name nothing that
is cited. A symbol is cited wherever it stands, the agenda document of an asterisk note too. `corpus.relations` decides
what a citation means; here it is found, with its place, its locator and, without a symbol, its description.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus import dates, resolutions
from corpus.communications import mentions_in
from corpus.identity import Author, Identity
from corpus.mention import Mention, within
from corpus.model import Block, BlockKind, Citation, CitationKind, Description, Party, Span
from corpus.nouns import Noun
from corpus.sentences import sentences
from corpus.symbol_find import Found, find

READ = frozenset(
    (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.ITEM, BlockKind.TABLE, BlockKind.NOTE)
)
"""Kinds of blocks in which sources are named."""
_PLACE = (
    r"(?:annex(?:es)?|annexe|anexo|enclosures?|appendix|appendice|apéndice)(?:\s[IVX]+|\s\d{1,2})?"
    r"|(?:paras?\.|paragraphs?|párrs?\.|párrafos?|paragraphes?)\s\d{1,4}(?:\s?\([a-z]\))?(?:(?:\s?[-–]\s?"
    r"|\s(?:and|to|et|y)\s)\d{1,4})?"
    r"|(?:pp?\.|sect\.|section|chap\.|chapter|art\.|article)\s[\dIVX]{1,5}(?:(?:\s?[-–]\s?|\s(?:and|to)\s)\d{1,4})?"
)
_LOCATOR = re.compile(rf"\s?,\s(?P<first>{_PLACE})(?P<more>(?:,\s(?:{_PLACE})){{0,3}})(?!\w)")
_MISSION = re.compile(
    r"(?<![\w/])(?:(?P<kind>(?:[Nn]otes?\s[Vv]erbales?|NV)\s(?:\(?(?:No|Ref|ref)\.?:?\s?)?)|(?:(?:HA|NV"
    r"|No\.)\s)(?=\d))"
    r"(?P<number>[A-Z0-9][A-Z0-9.\-]*(?:/[A-Z0-9.\-]*\w)*\d[\w/\-]*)"
    r"|(?<![\w/])(?P<bare>[A-Z]{2,4}/\d{1,3}/(?:19|20)\d\d)(?![\w/])"
)
_SOURCE = re.compile(
    r"\bpp?\.\s?\d|\bvol\.\s?\d|\bPress,\s\d{4}|\((?:[^()]*,\s)?(?:19|20)\d\d\)|https?://|www\.|\bISBN\b"
    r"|\bTreaty Series\b|\bI\.C\.J\.\s"
)
_DIGIT = re.compile(r"\d")
_IBID = re.compile(r"\s*(?:Ibid|Idem|Op\. cit|See above|Ver nota|Voir note)\b", re.I)


def find_citations(
    text: str,
    blocks: Sequence[Block],
    *,
    date: str | None,
    senders: Sequence[Party],
    addressees: Sequence[str],
    own: Sequence[str],
) -> tuple[Citation, ...]:
    """Every citation of a letter, in the order of its text.

    `own` are the letter's own symbols (each half, display form): they cite nothing. `date` is the letter's ISO date;
    its year tells a serial from a year, and completes dates without one.
    """
    who = Identity.of(senders, addressees, date)
    year = int(date[:4]) if date else None
    mine = frozenset(own)
    cited: list[Citation] = []
    antecedents: list[Citation] = []
    for block in blocks:
        if block.kind in READ and len(block.span):
            cited += _in_block(text, block, year, mine, who, antecedents)
    return tuple(sorted(cited, key=lambda c: (c.span.start, c.span.end)))


def certain(text: str, span: Span, own: frozenset[str], year: int | None = None) -> tuple[Found, ...]:
    """The symbols printed right in `span`, offsets in `text`, without the letter's own."""
    return tuple(f for f in _shifted(text, span, year) if not f.guess and not _is_own(f, own))


def _shifted(text: str, span: Span, year: int | None) -> Iterator[Found]:
    for f in find(span.of(text), year=year):
        yield Found(f.start + span.start, f.end + span.start, f.symbols, f.guess, f.ranged)


def _is_own(found: Found, own: frozenset[str]) -> bool:
    return any(half.display in own for symbol in found.symbols for half in symbol.halves)


def _in_block(
    text: str, block: Block, year: int | None, own: frozenset[str], who: Identity, antecedents: list[Citation]
) -> list[Citation]:
    words = block.span.of(text)
    found = [f for f in _shifted(text, block.span, year) if not _is_own(f, own)] if "/" in words else []
    cited = [_by_symbol(text, f, block) for f in found]
    if _DIGIT.search(words):
        cited += _resolutions(words, block, found)
        cited += _mission_notes(words, block, [c.span for c in cited])
    if block.kind is not BlockKind.HEADING:
        cited += _described(text, block, [f for f in found if not f.guess], who, antecedents)
    if block.kind is BlockKind.NOTE and not cited and _SOURCE.search(words) and not _IBID.match(words):
        cited.append(Citation(CitationKind.SOURCE, _without_label(words, block), block.id))
    return cited


def _by_symbol(text: str, found: Found, block: Block) -> Citation:
    symbols = tuple(half.display for symbol in found.symbols for half in symbol.halves)
    place = _LOCATOR.match(text, found.end, block.span.end)
    locator = (place["first"] + place["more"]) if place else None
    return Citation(CitationKind.SYMBOL, Span(found.start, found.end), block.id, symbols, locator, found.guess)


def _resolutions(words: str, block: Block, found: Sequence[Found]) -> Iterator[Citation]:
    base = block.span.start
    for one in resolutions.find(words):
        if not any(f.start < base + one.end and base + one.start < f.end for f in found):
            span = Span(base + one.start, base + one.end)
            yield Citation(CitationKind.RESOLUTION, span, block.id, (one.symbol.display,))


def _mission_notes(words: str, block: Block, taken: Sequence[Span]) -> Iterator[Citation]:
    for match in _MISSION.finditer(words):
        group = "number" if match["number"] else "bare"
        span = Span(block.span.start + match.start(group), block.span.start + match.end(group))
        if not any(t.start < span.end and span.start < t.end for t in taken):
            yield Citation(CitationKind.MISSION_NOTE, span, block.id)


def _described(
    text: str, block: Block, found: Sequence[Found], who: Identity, antecedents: list[Citation]
) -> Iterator[Citation]:
    """Letters told without a symbol, and short forms bound to what was last named before them."""
    for sentence in sentences(text, block.span):
        for mention in mentions_in(text, sentence, within(found, sentence), who):
            if mention.noun is not Noun.LETTER:
                continue
            if mention.short and (before := _antecedent(mention, antecedents)):
                yield Citation(
                    CitationKind.SHORT, _phrase(text, mention), block.id, before.symbols, described=before.described
                )
            elif told := _told(text, mention, block):
                antecedents.append(told)
                if not mention.found:
                    yield told
                    yield from _others(text, mention, block, who)


def _told(text: str, mention: Mention, block: Block) -> Citation | None:
    symbols = tuple(half.display for f in mention.found for s in f.symbols for half in s.halves)
    if not symbols and not mention.dates:
        return None
    first = mention.dates[0] if mention.dates else None
    described = Description(first, mention.sender, mention.addressee)
    return Citation(CitationKind.LETTER, _phrase(text, mention), block.id, symbols, described=described)


def _others(text: str, mention: Mention, block: Block, who: Identity) -> Iterator[Citation]:
    """Of letters told by their dates alone ("dated 20 and 25 February"), those after the first, at their dates."""
    if not mention.plural or len(mention.dates) < 2:
        return
    wanted = list(mention.dates[1:])
    for day in dates.find(text[mention.span.end : mention.sentence.end]):
        if wanted and dates.with_year(day.iso, who.date) == wanted[0]:
            described = Description(wanted.pop(0), mention.sender, mention.addressee)
            span = Span(mention.span.end + day.start, mention.span.end + day.end)
            yield Citation(CitationKind.LETTER, span, block.id, described=described)


def _antecedent(mention: Mention, antecedents: Sequence[Citation]) -> Citation | None:
    """The last one named; the last by the same hand for "my letter", "your letter" and "his letter"."""
    for one in reversed(antecedents):
        told = one.described.sender if one.described else None
        if mention.author is Author.UNKNOWN or told is None or told == mention.sender:
            return one
    return None


def _phrase(text: str, mention: Mention) -> Span:
    """The mention's words up to its first date, or the noun alone: what is underlined."""
    tail = re.compile(r"(?:\s+(?:in question|under reference|referred to above))?").match(text, mention.span.end)
    end = tail.end() if tail and mention.short else mention.span.end
    return Span(mention.span.start, min(end, mention.sentence.end))


def _without_label(words: str, block: Block) -> Span:
    start = len(words) - len(words.lstrip())
    return Span(block.span.start + start, block.span.start + len(words.rstrip().rstrip(".")))
