"""Whether what the words say of a letter agrees with the letter that their symbol names; the difference in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from index import keys
from index.entries import Link
from index.results import Agreement

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SILENT = Agreement(None, None, None)


def with_letter(link: Link, own: Sequence[str], date: str | None, sender: str, parties: Sequence[str]) -> Agreement:
    """Compare with a letter that is held: `own` are the symbols printed on it, `parties` the keys of its senders."""
    symbol = not set(own).isdisjoint(link.symbols) if own and link.symbols else None
    dated = same_date(link.date, date)
    told = keys.authors(link.sender or "")
    sent = not told_apart(told, parties) if told and parties else None
    if link.annexed:  # what is told is told of an annex, whose date and author may well be others
        dated, sent = dated or None, sent or None
    differ = []
    if dated is False:
        differ.append(f"the {_name(link)} is of {_two(date, link.date)[0]}, the text says {_two(date, link.date)[1]}")
    if sent is False:
        differ.append(f"the {_name(link)} is by {sender}, the text says {keys.shown(link.sender or '')}")
    return Agreement(symbol, dated, sent, "; ".join(differ))


def with_others(link: Link, date: str | None, sender: str) -> Agreement:
    """Compare with what most other letters say of one that is not held."""
    dated = same_date(link.date, date)
    told, most = keys.authors(link.sender or ""), keys.authors(sender)
    sent = not told_apart(told, most) if told and most else None
    differ = []
    if dated is False:
        differ.append(f"other letters date it {_two(date, link.date)[0]}, this one {_two(date, link.date)[1]}")
    if sent is False:
        differ.append(f"other letters say it is by {sender}, this one by {keys.shown(link.sender or '')}")
    return Agreement(None, dated, sent, "; ".join(differ))


def told_apart(told: Sequence[str], parties: Sequence[str]) -> bool:
    """Whether none of the senders told is among the parties; of a letter by several, one is often named alone."""
    return set(told).isdisjoint(parties)


def _name(link: Link) -> str:
    return "symbol" if link.symbols else "letter"


def same_date(one: str | None, other: str | None) -> bool | None:
    """Whether two dates agree as far as the coarser goes ("2023-03" with "2023-03-08"); None where one is missing."""
    if not one or not other:
        return None
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def _two(one: str | None, other: str | None) -> tuple[str, str]:
    """Both dates in words, without the year where it is the same."""
    first, second = one or "", other or ""
    both = first[:4] == second[:4] and len(first) > 4 and len(second) > 4
    return in_words(first, not both), in_words(second, not both)


@lru_cache(maxsize=1024)
def in_words(date: str, year: bool = True) -> str:
    """ "2023-03-08" as "8 March 2023", "2023-03" as "March 2023"; without the year where `year` is False."""
    parts = date.split("-")
    if len(parts) < 2 or not parts[1].isdigit() or not 1 <= int(parts[1]) <= 12:
        return date
    words = [str(int(parts[2]))] if len(parts) > 2 and parts[2].isdigit() else []
    return " ".join([*words, _MONTHS[int(parts[1]) - 1], *([parts[0]] if year else [])])
