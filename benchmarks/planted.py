"""What each generated letter is: its symbols, parties and date, and which earlier letter it answers or follows.

Letters come in exchanges of ten. An exchange has two States (now and then a third one speaks) and one subject; each
letter is dated two to seven days after the one before. A letter after the first answers one of the other side (seven
in ten), follows its sender's own last one, or stands alone. The symbols of a session are given without a gap or a
double, so that any number of letters has one letter to a symbol, and the first 1,000 of 100,000 are the 1,000.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from benchmarks.prose import SEED, STATES

EXCHANGE = 10
"""Letters of an exchange."""
FIRST, SESSIONS = 49, 31
"""Sessions 49 to 79 of the Assembly: September 1994 to August 2025."""
ADDRESSEES = ("Secretary-General", "President of the Security Council")
ITEMS = {
    "14": "Culture of peace",
    "20": "Sustainable development",
    "34": "Protracted conflicts in the region of the lakes",
    "70": "Oceans and the law of the sea",
    "73": "Responsibility of States for internationally wrongful acts",
    "84": "The rule of law at the national and international levels",
    "105": "Review of the implementation of the declaration on good-neighbourliness",
    "131": "Measures to improve the keeping of lights",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """A letter before a word of it is written."""

    number: int
    """From 0."""
    symbols: tuple[str, ...]
    """A half or two, as printed."""
    session: int
    dated: date
    sender: str
    addressee: str
    items: tuple[str, ...]
    """Numbers of agenda items; empty for a letter to the Council alone."""
    link: tuple[str, Plan] | None = None
    """`answers` or `follows`, and which letter."""
    lost: tuple[str, ...] = ()
    """Symbols of a document it cites that no library of these letters holds."""

    @property
    def symbol(self) -> str:
        """As a citation prints it."""
        return "-".join(self.symbols)


def plans(count: int, first: int = 0) -> Iterator[Plan]:
    """Plans from number `first` up to but without `first + count`."""
    for exchange in range(first // EXCHANGE, -(-(first + count) // EXCHANGE)):
        yield from (plan for plan in exchanged(exchange) if first <= plan.number < first + count)


def exchanged(exchange: int) -> list[Plan]:
    """The plans of one exchange."""
    chance = np.random.default_rng([SEED, exchange])
    ranks = (chance.zipf(1.5, 3) - 1) % len(STATES)
    parties = [STATES[rank] for rank in dict.fromkeys([*ranks.tolist(), *range(3)])][:3]
    session = FIRST + exchange % SESSIONS
    day = date(session + 1945, 9, 15) + timedelta(days=int(chance.integers(0, 270)))
    found: list[Plan] = []
    for place in range(EXCHANGE):
        day += timedelta(days=int(chance.integers(2, 8)))
        sender = _speaker(chance, parties, found)
        link = _link(chance, found, sender)
        number = exchange * EXCHANGE + place
        symbols = _symbols(chance, session, day, exchange // SESSIONS * EXCHANGE + place + 1)
        named = sorted(ITEMS)
        items = tuple(sorted({named[i] for i in chance.integers(0, len(named), 3)}, key=int))
        addressee = ADDRESSEES[int(chance.random() < 0.2)]
        lost = (f"A/{session - 1}/{9000 + int(chance.integers(0, 900))}",) if chance.random() < 0.2 else ()
        found.append(
            Plan(
                number,
                symbols,
                session,
                day,
                sender,
                addressee,
                items if symbols[0].startswith("A") else (),
                link,
                lost,
            )
        )
    return found


def _speaker(chance: np.random.Generator, parties: list[str], found: list[Plan]) -> str:
    if not found:
        return parties[0]
    drawn = chance.random()
    if drawn < 0.08:
        return parties[2]
    last = found[-1].sender
    other = parties[1] if last == parties[0] else parties[0]
    return other if drawn < 0.7 else last


def _link(chance: np.random.Generator, found: list[Plan], sender: str) -> tuple[str, Plan] | None:
    drawn = chance.random()
    others = [plan for plan in found if plan.sender != sender]
    own = [plan for plan in found if plan.sender == sender]
    if others and drawn < 0.7:
        return "answers", others[-1] if chance.random() < 0.8 else others[0]
    return ("follows", own[-1]) if own and drawn < 0.9 else None


def _symbols(chance: np.random.Generator, session: int, day: date, serial: int) -> tuple[str, ...]:
    """Two halves (45 in 100), the Assembly's alone (40), the Council's alone (15)."""
    late = day.year - (session + 1945)
    halves = f"A/{session}/{serial}", f"S/{day.year}/{2 * serial - 1 + late}"
    drawn = chance.random()
    return halves if drawn < 0.45 else halves[:1] if drawn < 0.85 else halves[1:]
