"""Which dates a communication bears, and when and by whom something was said at a meeting."""

from __future__ import annotations

import re

from corpus import author_words, dates, office_words
from corpus.author_names import author_named
from corpus.identity import Author, Identity
from corpus.model import Span


def own_dates(before: str, after: str, *, verb: bool) -> list[dates.FoundDate]:
    """The dates that a communication bears: not those of what it is about, told after its own.

    "On D, I addressed a letter to you" dates it as well, where what it is about is all that follows.
    """
    days = dates.find(after) or in_figures(after)
    sent = _SENT_ON.match(before) or (_WROTE_ON.match(before) if verb else None)
    told = min((m.start() for p in (author_words.ABOUT, _BY_WHICH_WE) if (m := p.search(after))), default=len(after))
    if sent and not any(d.end <= told for d in days):
        return list(dates.find(sent["day"]))
    if verb:
        return [d for d in days if d.end <= told and d.start < _NEAR]
    for about in author_words.ABOUT.finditer(after):
        if days and days[0].end <= about.start():
            return [d for d in days if d.end <= about.start() or _DATED.search(after[: d.start])]
    return list(days)


def in_figures(after: str) -> tuple[dates.FoundDate, ...]:
    """Dates in figures right after "dated", or after a note's number and a slash: "13.11.1998", "No. 974/8.5.2012".

    Day first, as everywhere but in one State; the month first where it can be nothing else. A month before its day
    ("dated September 27") needs no year.
    """
    found = []
    for match in _FIGURES.finditer(after):
        day, month, year = int(match["day"]), int(match["month"]), match["year"]
        day, month = (month, day) if month > 12 else (day, month)
        century = "" if len(year) == 4 else "19" if int(year) > 45 else "20"
        found += [
            dates.FoundDate(*match.span("all"), d.iso) for d in dates.find(f"{century}{year}-{month:02}-{day:02}")
        ]
    if not found and (named := _MONTH_DAY.search(after)):
        given = dates.find(f"{named['day']} {named['month']}")
        found = [dates.FoundDate(named.start("month"), named.end("day"), one.iso) for one in given]
    return tuple(found)


_FIGURES = re.compile(
    r"(?:\b(?:dated|of|du|de|de fecha|datée du)\s|\b[Nn]os?\.\s[\w./ ]{1,20}?/)"
    r"(?P<all>(?P<day>[0-3]?\d)(?P<joint>[./-])(?P<month>[0-3]?\d)(?P=joint)(?P<year>(?:19|20)\d\d|\d\d))(?![\w/-]"
    r"|\.\d)"
)
_MONTH_DAY = re.compile(
    rf"\b(?:dated|of)\s(?P<month>{dates.MONTH_NAMES})\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\w/-])", re.I
)


def adjoining(text: str, sentence: Span, noun: int) -> dates.FoundDate | None:
    """The date right before a noun, after its article or its author: "your 3 May letter"."""
    at = max(sentence.start, noun - 60)
    last = [word for word in text[at:noun].lower().split() if word not in ("identical", "joint")][-1:]
    if not last or not (
        last[0].rstrip(",").isdigit() or last[0] in dates.MONTHS
    ):  # Nearly always; the pattern is slow.
        return None
    match = _ADJOINING.search(text, at, noun)
    days = dates.find(match["day"]) if match else ()
    if not match or len(days) != 1:
        return None
    return dates.FoundDate(match.start("day"), match.end("day"), days[0].iso)


_ADJOINING = re.compile(
    rf"(?:\b(?:the|this|that|its|his|her|their|your|our|my)|['’]s?|\b[A-Z]\w+)\s"
    rf"(?P<day>(?:[0-3]?\d\s(?:{dates.MONTH_NAMES})|(?:{dates.MONTH_NAMES})\s[0-3]?\d,?)(?:\s(?:19|20)\d\d)?,?)\s"
    r"(?:identical\s|joint\s)?$",
    re.I,
)
_NEAR = 60
"""Characters from "wrote" to the day on which somebody did."""
_BY_WHICH_WE = re.compile(r"\bby which\b")
_SENT_ON = re.compile(
    r"\W*(?:On|Le|El)\s(?P<day>[^,.;]{6,24}),?\s[^.;]{0,80}\b(?:addressed|sent|transmitted|submitted"
    r"|dispatched)\b[^.;]{0,40}$"
)
"""From the head of a sentence to a letter: the day on which it was sent."""
_WROTE_ON = re.compile(r"\W*(?:On|Le|El)\s(?P<day>[^,.;]{6,24}?\d{4}),?\s[^.;]{0,60}$")
_DATED = re.compile(r"\b(?:dated|datée?s? du|en date du|de fecha)\s+(?:\d{1,2}\s+\w*\s*(?:,|and|et|y)\s+)*$")


def spoken(
    text: str, sentence: Span, noun: Span, after: str, told: tuple[Author, str | None], who: Identity
) -> tuple[Author, str | None, str]:
    """Author, name and dating words of something said at a meeting that is told before or after it."""
    before = text[max(sentence.start, noun.start - 300) : noun.start]
    author, sender = told
    if author is Author.UNKNOWN and (speaker := _SPEAKER.search(before) or _MISUSER.search(before)):
        author, sender = author_named(speaker["who"], who)
    if author is Author.OTHER and not dates.find(after):
        held = (
            _AT_MEETING.search(before)
            or _ON_DAY.match(before)
            or _HELD_ON.search(text, noun.end, min(sentence.end, noun.end + 500))
        )
        after = held["day"] if held else after
    return author, sender, after


_AT_MEETING = re.compile(
    r"\b(?:meeting|debate|session|briefing|consultations|Council|Assembly"
    r"|Committee)\b[^;.]{0,140}?\bon\s(?P<day>\d{1,2}\s\w+(?:\s\d{4})?)\b"
)
"""Before "accusations": the day of the meeting at which they were made."""
_ON_DAY = re.compile(
    r"\W*On\s(?P<day>\d{1,2}\s\w+(?:\s\d{4})?),?\s[^.;]{0,80}\b(?:meeting|debate|session|briefing|Council|Assembly"
    r"|Committee)\b"
)
_HELD_ON = re.compile(r"\b(?:held|made|delivered|given|convened)\s(?:there\s)?on\s(?P<day>\d{1,2}\s\w+(?:\s\d{4})?)\b")
_SPEAKER = re.compile(
    r",\s(?:the\s)?(?P<who>(?:[A-Z]\w+\s)*(?:representative|Representative|delegation|delegate|Ambassador|Minister)\s"
    rf"(?:[Ff]or Foreign Affairs\s)?of\s(?:the\s)?{office_words.NAME})\s(?:\w+\s){{0,5}}$"
)
"""Right before "accusations": who made them."""
_MISUSER = re.compile(
    r"\b[Tt]he\s(?P<who>(?:[A-Z]\w+\s)*(?:representative|Representative|delegation|delegate|Ambassador|Minister)\s"
    rf"(?:[Ff]or Foreign Affairs\s)?of\s(?:the\s)?{office_words.NAME})\s(?:has\s|had\s)?(?:\w+\s)?"
    r"(?:used|misused|abused|exploited|took advantage of|availed (?:him|her|it)self of)\s[^;.]{0,120}$"
)
"""Before "accusations": who used an occasion to make them."""
