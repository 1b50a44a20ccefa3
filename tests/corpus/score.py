"""Compares a parsed letter with what a reader found in it: exact fields, and sets with precision and recall."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]

EXACT = (
    *(
        "symbols",
        "kind",
        "date",
        "distributed",
        "original_language",
        "session",
        "sc_year",
        "agenda_items",
        "of",
        "office",
    ),
    *("addressees", "signatories", "annexes", "footnotes", "footnote_markers"),
)
SETS = ("cites", "resolutions", "answers", "follows")
FOR_OTHERS = ("symbols", "kind")
"""Of a document that is no letter only these are compared: the labels' other keys are about letters."""


def plain(text: object) -> str:
    """Words only: case, accents, punctuation and spacing do not count."""
    folded = unicodedata.normalize("NFKD", str(text or "")).casefold().replace("a.i.", "ai")
    return " ".join(re.findall(r"[\w.]+", "".join(c for c in folded if not unicodedata.combining(c))))


def symbol(text: str) -> str:
    """A symbol without its spaces, in capitals."""
    return re.sub(r"\s+", "", text).upper()


def amount(value: object) -> int:
    """A list's length, or the number itself."""
    return len(value) if isinstance(value, list) else int(str(value or 0))


def markers(row: Row) -> list[str]:
    """The footnotes' labels, bare."""
    notes = row.get("footnotes")
    found = [note["marker"] for note in notes] if isinstance(notes, list) else row["footnote_markers"]
    return sorted(str(label).strip("()[]./ ") for label in found)


def exact(name: str, row: Row) -> object:
    """The value of an exact field in the form in which two rows are compared."""
    if name in ("of", "office"):
        return sorted({re.sub(r"^the ", "", plain(sender[name])) for sender in row["senders"]})
    if name == "symbols":
        return sorted(map(symbol, row[name]))
    if name == "agenda_items":
        return sorted({letters(item if isinstance(item, str) else item["number"]) for item in row[name]})
    if name == "addressees":
        return sorted({re.sub(r"^the ", "", plain(addressee)) for addressee in row[name]})
    if name == "signatories":
        return [plain(signed) for signed in row[name]]
    if name in ("annexes", "footnotes"):
        return amount(row[name])
    if name == "footnote_markers":
        return markers(row)
    return plain(row[name]) if name in ("kind", "original_language") else row[name]


def aim(relation: Row) -> str:
    """What a relation points at: a symbol, else the date of what is described; `""` where neither is known."""
    target = relation["target"]
    return str(target["date"] or "") if isinstance(target, dict) else symbol(target or "")


def members(name: str, row: Row) -> set[str]:
    """A set-valued field's members."""
    if name == "cites":
        return set(map(symbol, row["cites"]))
    if name == "resolutions":
        return {f"{plain(r['organ'])} {symbol(str(r['number']))}" for r in row["resolutions_in_words"]}
    return {aim(relation) for relation in row["relations"] if relation["kind"] == name} - {""}


@dataclass(slots=True)
class Score:
    """What was right, over all rows; `misses` says in words what was not."""

    rows: int = 0
    letters: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(EXACT, 0))
    compared: dict[str, int] = field(default_factory=lambda: dict.fromkeys(EXACT, 0))
    both: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SETS, 0))
    wanted: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SETS, 0))
    given: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SETS, 0))
    misses: dict[str, list[str]] = field(default_factory=dict)

    def miss(self, name: str, line: str) -> None:
        """Notes a miss of `name`."""
        self.misses.setdefault(name, []).append(line)

    def add(self, truth: Row, read: Row) -> None:
        """Compares one document."""
        letter = truth["kind"] != "other"
        for name in EXACT if letter else FOR_OTHERS:
            want, have = exact(name, truth), exact(name, read)
            self.compared[name] += 1
            self.right[name] += want == have
            if want != have:
                self.miss(name, f"{truth['slug']}: want {want!r}, got {have!r}")
        for name in SETS if letter else ():
            wants, has = members(name, truth), members(name, read)
            self.both[name] += len(wants & has)
            self.wanted[name] += len(wants)
            self.given[name] += len(has)
            if wants != has:
                self.miss(name, f"{truth['slug']}: missed {sorted(wants - has)}, extra {sorted(has - wants)}")

    def share(self, name: str) -> float:
        """The share of documents in which an exact field is right; F1 of a set."""
        if name in EXACT:
            return self.right[name] / max(1, self.compared[name])
        return 2 * self.both[name] / max(1, self.wanted[name] + self.given[name])


def misplaced(truth: Row, read: Row) -> Iterable[str]:
    """Notes whose marker stands elsewhere than after the words that the truth gives, or whose text begins otherwise."""
    texts = {part["id"]: part["text"] for part in read["paragraphs"]}
    for place in truth["note_places"]:
        label, after, begins = place["marker"], letters(place["after"]), letters(place["note"])
        for note in read["footnotes"]:
            at = note["at"]
            before = letters(texts.get(at["paragraph"], "")[: at["offset"]]) if at else ""
            mine = note["marker"].strip("()[]./ ") == label and letters(note["text"]).startswith(begins)
            if mine and (before.endswith(after[-40:]) or label.startswith("*")):
                break
        else:
            yield f"{truth['slug']}: note {label} is not after “{place['after'][-40:]}”"


def letters(text: str) -> str:
    """Only letters and figures, run together: spacing and punctuation of any format drop out."""
    return "".join(re.findall(r"\w+", text))
