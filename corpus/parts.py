"""Annexes, enclosures and appendices: their headings, and how they lie inside one another.

A heading stands alone: "Annex", "Annex II", "Enclosure 3", "Annex to the letter dated …" over two or three lines.
After an unnumbered "Annex" no second annex of the letter can follow, so what is called annex below it lies inside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.heading import words
from corpus.rows import Row

_WORDS = {
    "annex": "annex", "annexe": "annex", "anexo": "annex", "приложение": "annex", "مرفق": "annex", "المرفق": "annex",
    "enclosure": "enclosure", "pièce jointe": "enclosure", "documento adjunto": "enclosure", "adjunto": "enclosure",
    "attachment": "enclosure", "appendix": "appendix",
    "appendice": "appendix", "apéndice": "appendix", "добавление": "appendix",
}  # fmt: skip
_SORTED = "|".join(sorted(_WORDS, key=lambda w: -len(w)))
_COVER = (
    r"(?:letters?|lettres?|cartas?|notes? |notas? |communi|comuni|reports?|rapport|informe|telegram|cable|письм|нот)"
)
"""What an annex can belong to: "Annex to the note verbale", "Annexe aux lettres identiques", "Anexo de la nota"."""
_HEAD = re.compile(
    rf"(?P<word>{_SORTED})(?P<number>\s+(?:[IVXLJTil1]{{1,5}}|\d{{1,2}}|[A-Z]|(?:No\.?|no|N[°º]|№) ?\d))?\*{{0,2}}"
    rf"(?P<to>\s+(?:to|à|aux?|de|del|al?|du|к)\s.{{0,40}}?\b{_COVER}.*|\s+ال(?:رسا|مذكر).*)?"
    r"(?P<title>\s?[.:–—-]\s+(?-i:[^\W\d_a-z]).{2,150}?(?<!\.)|[.:])?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\w+ [IVX]{1,5}", re.IGNORECASE)
_RUNS_ON = re.compile(
    r"(?:,|\b(?:of|in|see|to|and|the|from|under|with|voir|de|et|y|en|la|véase|del|al|el))$", re.IGNORECASE
)
"""How a line ends whose sentence goes on with "annex II" on the next."""
_DEPTH = {"annex": 0, "enclosure": 1, "appendix": 2}


@dataclass(frozen=True, slots=True)
class Head:
    """The rows `first` to `last` (not included) are a part's heading."""

    first: int
    last: int
    kind: str
    label: str
    """`Annex I`; without the letter it belongs to."""
    number: str
    text: str
    title: str = ""
    """What follows on the same line: "Annex I: List of incidents"."""


@dataclass(frozen=True, slots=True)
class Place:
    """A part's id and its parent's."""

    id: str
    parent: str


def heads(found: list[Row], start: int) -> list[Head]:
    """Every part's heading at or after row `start`."""
    result: list[Head] = []
    index = start
    while index < len(found):
        head = _head(found, index)
        if head:
            result.append(head)
            index = head.last
        else:
            index += 1
    return result


def _head(found: list[Row], index: int) -> Head | None:
    row = found[index]
    match = _HEAD.fullmatch(row.text)
    if (
        not match
        or (not row.text[:1].isupper() and not row.line.rtl)
        or not _stands_alone(found, index, bool(match["to"]))
    ):
        return None
    title = (match["title"] or "").lstrip(" .:–—-")
    if title and not _is_titled(found, index):
        return None
    number = (match["number"] or "").strip()
    if number.islower():
        return None
    end = index + 1
    if match["to"]:
        end = _to_end(found, index)
    kind = _WORDS[match["word"].casefold()]
    label = f"{match['word'].capitalize() if match['word'].isupper() else match['word']} {number}".strip()
    return Head(index, end, kind, label, number, words(found[index:end]), title)


def _is_titled(found: list[Row], index: int) -> bool:
    """Whether a line with a word for annex and more on it is a heading: bold, or alone between empty lines."""
    row = found[index]
    if row.bold or row.line.style.startswith("h"):
        return True
    return not row.is_set and row.blank > 0 and (index + 1 == len(found) or found[index + 1].blank > 0)


def _stands_alone(found: list[Row], index: int, named: bool) -> bool:
    """At a page's top, bold or larger in print; after an empty line or a page's foot elsewhere."""
    row = found[index]
    if row.is_set:
        return row.bold or (row.line.size or 0) > 10 or row.line.rtl or (index > 0 and found[index - 1].page < row.page)
    if row.line.style.startswith("h") or row.bold:
        return True
    if index == 0 or row.blank > 0 or found[index - 1].page < row.page:
        return True
    before = found[index - 1].text
    alone = bool(_NUMBERED.fullmatch(row.text)) and not _RUNS_ON.search(before)
    return len(before) < (60 if named or alone else 20)


def _to_end(found: list[Row], first: int) -> int:
    end = first + 1
    while end < len(found) and end - first < 14:
        row, before = found[end], found[end - 1]
        if row.is_set:
            size = before.line.size or 0
            if row.page != before.page or abs((row.line.size or 0) - size) > 0.6 or not row.bold:
                break
            if (row.line.top or 0) - (before.line.top or 0) > 1.6 * size:
                break
        elif (
            row.blank
            or row.line.style != before.line.style
            or re.search(
                r"(?:Secretary-General|Security Council|General Assembly|Consejo de Seguridad|Secretario General)$",
                before.text,
            )
        ):
            break
        end += 1
    return end


def nest(found: list[Head]) -> list[Place]:
    """Ids and parents: `a1`, `a1.e1`, `a1.e1.x1`; an enclosure without an annex is `e1`."""
    places: list[Place] = []
    open_parts: list[tuple[Head, str]] = []
    counts: dict[tuple[str, str], int] = {}
    for head in found:
        next_of = next((at for at, (outer, _) in enumerate(open_parts) if _follows(outer, head)), None)
        del open_parts[len(open_parts) if next_of is None else next_of :]
        while open_parts and not _holds(open_parts[-1][0], head):
            open_parts.pop()
        parent = open_parts[-1][1] if open_parts else ""
        letter = {"annex": "a", "enclosure": "e", "appendix": "x"}[head.kind]
        counts[parent, letter] = counts.get((parent, letter), 0) + 1
        own = f"{letter}{counts[parent, letter]}"
        places.append(Place(f"{parent}.{own}" if parent else own, parent))
        open_parts.append((head, places[-1].id))
    return places


def _follows(outer: Head, head: Head) -> bool:
    """Whether a part goes on in the numbers of an open one: after "Annex I" and its enclosures comes "Annex II"."""
    before, number = _value(outer.number), _value(head.number)
    return outer.kind == head.kind and before is not None and number == before + 1


def _holds(outer: Head, inner: Head) -> bool:
    """Whether `inner` lies in `outer`.

    A letter's own annexes are numbered where they are several, and go on from one to the next: what is called annex
    without a number, or begins the numbers again, is an annex of the annex above it.
    """
    if outer.kind == inner.kind:
        bare = inner.text == inner.label or bool(inner.title)
        return outer.kind == "annex" and bare and (not outer.number or _begins_again(outer.number, inner.number))
    return _DEPTH[outer.kind] < _DEPTH[inner.kind] or (
        outer.kind == "enclosure" and inner.kind == "annex" and bool(outer.number)
    )


def _begins_again(before: str, number: str) -> bool:
    if not number:
        return True
    values = [_value(before), _value(number)]
    return values[0] is not None and values[1] == 1 and values[0] >= 1


def _value(number: str) -> int | None:
    """A part's number: "IV", "4" or "D"; None for what is none."""
    if number.isdigit():
        return int(number)
    if re.fullmatch(r"[IVXLJTl1]+", number):
        roman = {"I": 1, "V": 5, "X": 10, "L": 50, "J": 1, "T": 1, "l": 1, "1": 1}
        values = [roman[sign] for sign in number]
        return sum(-v if any(v < w for w in values[i + 1 :]) else v for i, v in enumerate(values))
    return ord(number) - 64 if re.fullmatch(r"[A-Z]", number) else None
