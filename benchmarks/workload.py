"""What is asked of every engine: the same questions, drawn from the letters themselves by how common their words are.

Letters come as files of 1,000, made once in a working folder: `fields` for our writer, `tokens` (the same text as our
words joined by spaces) for the peers, so that every engine indexes the same tokens whatever its own tokenizer would do.
"""

from __future__ import annotations

import pickle
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.letters import documents
from benchmarks.prose import PHRASES
from index.analysis import fold, words
from index.schema import TEXTS
from index.segment.keys import aliases

FILE = 1000
"""Letters a file."""
LOOKED_AT = 20_000
"""Letters from which questions are drawn."""
TYPED = (
    "freedom of navigation", "joint customs post", "harbour authorities statement", "the lighthouse keeper",
    "boundary commission protocol", "fishing season licence", "river pilots", "convention on the crossing",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: a class of `CLASSES` and what it is about."""

    kind: str
    words: tuple[str, ...] = ()
    """Words, the last unfinished for `typing` and `prefix`; a symbol for look-ups."""
    sender: str = ""
    years: tuple[int, int] = (0, 0)


def prepare(folder: Path, count: int) -> None:
    """Write the letters, unless they are there."""
    folder.mkdir(parents=True, exist_ok=True)
    for first in range(0, count, FILE):
        path = folder / f"fields-{first // FILE:04}.pickle"
        if not path.exists():
            made = list(documents(min(FILE, count - first), first))
            (folder / f"tokens-{first // FILE:04}.pickle").write_bytes(pickle.dumps([tokens(d) for d in made], 5))
            path.write_bytes(pickle.dumps(made, 5))


def tokens(fields: dict[str, Any]) -> dict[str, Any]:
    """What a peer is given of a letter."""
    kept = {name: " ".join(words(fields[name])) for name in TEXTS}
    keys = [key for key in fields["key"] if "/" in key]
    return kept | {
        "key": keys,
        "alias": [alias for key in keys for alias in aliases(key)],
        "sender": [fold(sender) for sender in fields["sender"]],
        "year": int(fields["year"][0]),
        "date": fields["date"],
        "stored": fields["stored"],
    }


def read(folder: Path, kind: str, count: int, first: int = 0) -> Iterator[dict[str, Any]]:
    """The letters again, `kind` being `fields` or `tokens`."""
    for number in range(first // FILE, -(-count // FILE)):
        held = pickle.loads((folder / f"{kind}-{number:04}.pickle").read_bytes())
        start = number * FILE
        yield from held[max(0, first - start) : count - start]


def questions(folder: Path, count: int) -> dict[str, list[Ask]]:
    """Every class with its questions."""
    chance = random.Random(7)
    found, pairs, seen = Counter[str](), [], []
    for document in read(folder, "tokens", min(count, LOOKED_AT)):
        own = document["body"].split()
        found.update(set(own))
        at = chance.randrange(len(own) - 2)
        pairs.append(tuple(own[at : at + 2]))
        seen.append(document)
    n = len(seen)
    plain = sorted(word for word in found if word.isascii() and word.isalpha())
    common, mid, low = (
        chance.sample(kept, min(len(kept), 60))
        for kept in (
            [word for word in plain if low < found[word] / n <= high]
            for low, high in ((0.12, 0.75), (0.01, 0.12), (0.001, 0.01))
        )
    )
    rare = chance.sample([word for word in plain if found[word] <= 12 and len(word) > 4], 20)
    some = [word for word in mid + low if len(word) >= 6]
    made = {
        "term": [Ask("term", (word,)) for word in common[:40] + mid[:40] + rare],
        "and": [Ask("and", (a, b)) for a, b in zip(common, mid + low, strict=False)][:40]
        + [Ask("and", tuple(chance.sample(common, 2))) for _ in range(40)],
        "or": [Ask("or", (a, b)) for a, b in zip(common, mid, strict=False)][:40]
        + [Ask("or", tuple(chance.sample(common, 2))) for _ in range(20)],
        "phrase": [Ask("phrase", tuple(words(phrase))) for phrase in PHRASES]
        + [Ask("phrase", pair) for pair in chance.sample(pairs, 60)],
        "prefix": [Ask("prefix", (word[:size],)) for word in some[:30] for size in (2, 3, 4)],
        "typing": [
            Ask("typing", tuple(text[:size].split()))
            for text in TYPED for size in range(1, len(text) + 1) if text[size - 1] != " "
        ],
        "fuzzy": [Ask("fuzzy", (_mistyped(chance, word),)) for word in some[:40]],
        "facets": [Ask("facets", (word,)) for word in common[:30] + mid[:30]],
        "snippets": [Ask("snippets", (word,)) for word in mid[:30] + common[:15]],
    }  # fmt: skip
    made["filter"] = [_narrowed(chance, chance.choice(common), chance.choice(seen)) for _ in range(60)]
    made["parse"] = [Ask("parse", ask.words) for ask in made["typing"][::3] + made["and"][:20] + made["term"][:20]]
    return made | _symbols(chance, seen)


def _mistyped(chance: random.Random, word: str) -> str:
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + chance.choice("aeioukst") + word[at + 1 :]


def _narrowed(chance: random.Random, word: str, letter: dict[str, Any]) -> Ask:
    first = 1995 + chance.randrange(25)
    return Ask("filter", (word,), letter["sender"][0], (first, first + chance.randrange(1, 10)))


def _symbols(chance: random.Random, seen: list[dict[str, Any]]) -> dict[str, list[Ask]]:
    keys = chance.sample([key for letter in seen for key in letter["key"]], 120)
    halves = [key for key in keys if "-" not in key]
    joint = [key for key in keys if "-" in key] or halves
    return {
        "symbol, a half": [Ask("key", (key,)) for key in halves[:60]],
        "symbol, joint": [Ask("key", (key,)) for key in joint[:60]],
        "symbol, beginning": [Ask("key prefix", (key[: chance.randrange(4, 8)],)) for key in halves[:60]],
        "symbol without organ": [Ask("alias prefix", (key.split("/", 1)[1],)) for key in halves[:60]],
        "serial alone": [Ask("alias prefix", (key.rsplit("/", 1)[1],)) for key in halves[:60]],
    }
