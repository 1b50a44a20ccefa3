"""Symbols that no noun claims: whose they are, as far as the words before them say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import dates, office_words, states
from corpus.author_names import author_named, clean, state_in
from corpus.identity import Author, Identity
from corpus.mention import Mention
from corpus.model import Span
from corpus.nouns import Noun
from corpus.symbol_find import Found


def bare(text: str, sentence: Span, orphans: Sequence[Found], who: Identity) -> list[Mention]:
    """A mention for each run of symbols that no noun of their sentence claims."""
    mentions = [m for one in orphans if (m := _complaint(text, sentence, one, who))]
    taken = {m.span.start for m in mentions}
    for run in _runs([one for one in orphans if one.start not in taken]):
        before = text[sentence.start : run[0].start]
        sender, days = _whose(before)
        author, sender = _teller(before, sender, who)
        span = Span(run[0].start, run[-1].end)
        mentions.append(Mention(Noun.DOCUMENT, span, sentence, author, sender, dates=days, found=run))
    return mentions


def _complaint(text: str, sentence: Span, one: Found, who: Identity) -> Mention | None:
    """What a State wrote, where its number follows the State: "X (S/2025/1) and Y (S/2025/2) have complained"."""
    named = _NAMED.search(text, max(sentence.start, one.start - 80), one.start)
    if not named or not states.known(named["who"]) or not _WROTE.search(text, one.end, sentence.end):
        return None
    author, sender = author_named(named["who"], who)
    return Mention(Noun.LETTER, Span(one.start, one.end), sentence, author, sender, found=(one,))


_NAMED = re.compile(
    r"(?:^|(?:,|\b(?:and|by|both|that|et|y))\s|[.;]\s)(?:[Tt]he\s|[Bb]oth\s)?"
    rf"(?P<who>{office_words.NAME})\s[(\[]$"
)
_WROTE = re.compile(
    r"\b(?:(?:have|has|had)\s(?:\w+\s){0,2}?)?(?:complain|accus|alleg|claim|assert|contend|protest|charg|wr[io]t"
    r"|inform|respon"
    r"|repl|maintain)\w*\b"
)
"""After a State's number: what it did in what bears it."""


def _runs(orphans: Sequence[Found]) -> list[tuple[Found, ...]]:
    """Symbols that no noun claims, those within 60 characters of one another together."""
    runs: list[list[Found]] = []
    for one in orphans:
        if runs and one.start - runs[-1][-1].end < 60:
            runs[-1].append(one)
        else:
            runs.append([one])
    return [tuple(run) for run in runs]


def _whose(before: str) -> tuple[str | None, tuple[str, ...]]:
    """Who acted, and when, where the words right before a symbol in brackets tell both."""
    act = _ACT.search(before[-240:])
    days = tuple(day.iso for day in dates.find(act["day"])) if act else ()
    return (act["who"], days) if act and days else (None, ())


_ACT = re.compile(
    r"\b(?:of|by) (?:the )?(?P<who>[A-Z][\w’'-]*(?: (?:of|the|for|and|[A-Z][\w’'-]*)){0,8})"
    r",? (?:on|of|dated) (?P<day>\d{1,2} [A-Z]\w+ \d{4}),? ?\((?:see (?:also )?)?$"
)
"""Whose act a bare symbol in brackets stands for: "the call of the Committee, on 3 May 2016 (see …"."""


def _teller(before: str, told: str | None, who: Identity) -> tuple[Author, str | None]:
    """Whose a bare symbol is, as far as the words right before it say."""
    named = None if told else _TELLER.search(before[-240:])
    name = next((n for n in named.groups() if n), None) if named else None
    if not name or not state_in(clean(name)):
        return Author.UNKNOWN, told
    return author_named(name, who)


_TELLER = re.compile(
    rf"(?:\b(?:by|par|por)\s+(?:the\s+|la\s+|le\s+|el\s+|l['’])?(?P<by>{office_words.SOMEBODY})"
    rf"|(?P<of>{office_words.NAME})['’]s?\s+(?:\w+\s+){{0,3}}?(?:claims?|complaints?|charges?|allegations?|assertions?"
    r"|accusations?|contentions?|version|account|arguments?|text|position|statements?)"
    rf"|(?:^|,\s|\bthat\s)(?:[Tt]he\s)?(?P<sent>{office_words.SOMEBODY})\s(?:has\s|have\s)?(?:\w+\s)?(?:circulated"
    rf"|submitted|issued|published"
    r"|distributed))\b[^.;()]{0,120}[ (\[]$"
)
"""Who says what stands under a bare symbol: "points raised by X in", "X's complaint, contained in", "X circulated"."""
