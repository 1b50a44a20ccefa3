"""Letters in prose, as many as one asks for, for measuring: text files to be parsed, or a library at once.

    python -m benchmarks.letters DIR --letters N              text files, one a letter
    python -m benchmarks.letters DIR --letters N --library    a library, filled without parsing

Each letter has about 640 words: a masthead, the formulas that open and close a letter, an exchange that it belongs to
(`benchmarks.planted`), invented prose (`benchmarks.prose`), notes with citations, and an annex in one of seven. All
follow from a seed: the same number gives the same letter, whatever the number of letters. What the words say of
symbols, dates and parties is true of the letters made, so that threads can be measured too.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.planted import Plan, plans
from benchmarks.prose import SEED, Prose
from benchmarks.written import Draft, printed, to_letter
from corpus.model import Letter


def draft(plan: Plan) -> Draft:
    """The words of a planned letter."""
    chance = np.random.default_rng([SEED, 1, plan.number])
    prose = Prose(np.random.default_rng([SEED, 2, plan.number // 10, plan.number % 10]))
    made = Draft(plan)
    body = prose.sentences(int(np.clip(chance.lognormal(6.02, 0.45), 120, 3000)))
    made.paragraph(f"{_opening(plan)} {body[0]}", note=_note(plan))
    for start in range(1, len(body), 4):
        note = f"See {body[start][:40].rsplit(' ', 1)[0].lower()}, para. {start}." if chance.random() < 0.15 else ""
        made.paragraph(" ".join(body[start : start + 4]), note=note)
    made.paragraph(_closing(plan))
    made.sign(prose.name())
    if chance.random() < 1 / 7:
        made.annex("Statement of the competent authorities", prose.sentences(90))
    return made


def day(plan: Plan) -> str:
    """A letter's date as its title prints it."""
    return f"{plan.dated.day} {plan.dated:%B %Y}"


def _opening(plan: Plan) -> str:
    if plan.link is None:
        return "Upon instructions from my Government, I have the honour to bring the following to your attention."
    kind, other = plan.link
    if kind == "follows":
        return f"Further to my letter dated {day(other)} ({other.symbol}), I have the honour to state the following."
    return (
        f"I write in connection with the letter dated {day(other)} from the Permanent Representative of "
        f"{other.sender} to the United Nations addressed to the {other.addressee} ({other.symbol}), and wish to reply."
    )


def _note(plan: Plan) -> str:
    return f"See {plan.lost[0]}, annex." if plan.lost else ""


def _closing(plan: Plan) -> str:
    bodies = []
    if plan.items:
        items = " and ".join(filter(None, (", ".join(plan.items[:-1]), plan.items[-1])))
        word = "item" if len(plan.items) == 1 else "items"
        bodies.append(f"of the General Assembly, under agenda {word} {items}")
    if plan.symbols[-1].startswith("S"):
        bodies.append("of the Security Council")
    where = ", and ".join(bodies)
    return f"I should be grateful if you would have the present letter circulated as a document {where}."


def letters(count: int, first: int = 0) -> Iterator[Letter]:
    """Letters from number `first` on, as reading their files would give them."""
    return (to_letter(draft(plan)) for plan in plans(count, first))


def documents(count: int, first: int = 0) -> Iterator[dict[str, Any]]:
    """The same as fields of the index."""
    from index.documents import fields

    return (fields([letter]) for letter in letters(count, first))


def fill(library: Path, count: int, made: Iterable[dict[str, Any]] | None = None) -> None:
    """Make a library of `count` letters at `library` in one generation, without files and without parsing."""
    from index.store import open_index

    with open_index(library, create=True).writer() as writer:
        for fields in documents(count) if made is None else made:
            writer.add_document(**fields)


def write(folder: Path, count: int) -> None:
    """Text files, named by symbol."""
    folder.mkdir(parents=True, exist_ok=True)
    for plan in plans(count):
        name = plan.symbols[0].replace("/", "_") + ".txt"
        (folder / name).write_text(printed(draft(plan)), encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--letters", type=int, default=1000)
    parser.add_argument("--library", action="store_true", help="fill a library instead of writing text files")
    options = parser.parse_args()
    (fill if options.library else write)(options.folder, options.letters)
    return 0


if __name__ == "__main__":
    sys.exit(main())
