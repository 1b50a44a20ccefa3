"""Agenda items of a masthead: their numbers, and their titles joined over lines and paired in order.

"Agenda items 14, 32 and 74 (a)", "Item 116 (c) of the preliminary list*", "Point 3 de l'ordre du jour provisoire*",
"Temas 3 y 4 del programa". One title follows for each number, in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from corpus.model import AgendaItem
from corpus.rows import Row

_LINE = re.compile(
    r"(?:Agenda )?items? \d|Points? \d[^.]{0,300}(?:ordre du jour|liste pr[ée]liminaire)|Points? \d|Temas? \d",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3}(?:\s?\([a-z]{1,2}\)|\s[a-z]\))*(?:(?:,| and| et| y|, and)\s\([a-z]{1,2}\))*")
_RANGE = re.compile(r"\(([a-z])\)\s?(?:[-–—]|to)\s?\(([a-z])\)")
_SUB = re.compile(r"\(?\b[a-z]{1,2}\)")
_GOES_ON = re.compile(r"(?:and |et |y )?\d{1,3}(?:[ ,(]|$)|\([a-z]\)")
_OF_LIST, _THE_LIST = re.compile(r"\bof the$"), re.compile(r"(?:provisional agenda|preliminary list)\W*$")
_LIST = re.compile(r"\b(?:of the|de l|de la|del|to the)\b.*$", re.IGNORECASE)


def is_item_line(text: str) -> bool:
    """Whether a line begins the numbers."""
    return bool(_LINE.match(text))


def numbers(text: str) -> list[str]:
    """The item numbers of "items 74 (a) and (b), 132 and 135": `74 (a)`, `74 (b)`, `132`, `135`."""
    found: list[str] = []
    text = _RANGE.sub(_spelt, text)
    for match in _NUMBER.finditer(text):
        subs = _SUB.findall(match.group())
        first = re.match(r"\d+", match.group())
        number = first.group() if first else ""
        if len(subs) > 1 and re.search(r"(?:,|and|et|y)\s\(", match.group()):
            found += [f"{number} {sub}" for sub in subs]
        else:
            found.append(" ".join([number, *subs]))
    return list(dict.fromkeys(found))


def read(found: list[Row], names: dict[int, str]) -> tuple[tuple[AgendaItem, ...], dict[int, str]]:
    """Items with titles, and what each row used for them is. `names` tells the rows that are something else already."""
    items: list[AgendaItem] = []
    named: dict[int, str] = {}
    index = 0
    while index < len(found):
        if not is_item_line(found[index].text):
            index += 1
            continue
        end = index + 1
        while end < len(found) and not names.get(end) and _GOES_ON.match(found[end].text) and _open(found, end):
            end += 1
        if end < len(found) and _OF_LIST.search(found[end - 1].text) and _THE_LIST.match(found[end].text):
            end += 1
        said = " ".join(row.text for row in found[index:end])
        listed = numbers(_LIST.sub("", said))
        named.update(dict.fromkeys(range(index, end), "agenda items"))
        last = _titles_end(found, end, names)
        named.update(dict.fromkeys(range(end, last), "agenda title"))
        items += _pair(listed, found[end:last], found[end - 1])
        index = last
    return tuple(items), named


def _spelt(match: re.Match[str]) -> str:
    """The range "(a)–(c)" as the list it stands for."""
    first, last = ord(match[1]), ord(match[2])
    if not first < last <= first + 15:
        return match.group()
    return ", ".join(f"({chr(letter)})" for letter in range(first, last)) + f" and ({match[2]})"


def _open(found: list[Row], end: int) -> bool:
    """Whether the numbers go on in row `end`: the row above ends openly, or numbers cannot begin a title."""
    return bool(re.search(r"(?:,|and|et|y|\d)$", found[end - 1].text))


def _titles_end(found: list[Row], start: int, names: dict[int, str]) -> int:
    end = start
    while end < len(found) and names.get(end, "") in ("", "organ") and not is_item_line(found[end].text):
        if _larger(found[end], found[start - 1]):
            break  # The document's own subject, which some reports and requests set above the title.
        if names.get(end) == "organ" and (end == start or len(found[end].text) < 40):
            break
        end += 1
    return end


def _larger(row: Row, above: Row) -> bool:
    return bool(row.line.size and above.line.size and row.line.size > 1.15 * above.line.size)


def _pair(listed: list[str], titles: list[Row], above: Row) -> list[AgendaItem]:
    groups = _groups(titles, above, len(listed))
    if len(groups) != len(listed):
        groups = groups if len(groups) < len(listed) and len(listed) == 1 else []
    texts = [*groups, *[""] * len(listed)]
    return [AgendaItem(number, texts[place]) for place, number in enumerate(listed)]


def _groups(titles: list[Row], above: Row, wanted: int) -> list[str]:
    """Rows joined to titles: a gap begins one where there are any; else a capital after a line that can end one."""
    if wanted == 1:
        return [" ".join(row.text for row in titles)] if titles else []
    if not titles:
        return []
    by_gap: list[str] = []
    before = above
    for row in titles:
        if row.line.top is not None and before.line.top is not None:
            gap = row.line.top - before.line.top > 1.6 * (row.line.size or 9)
        else:
            gap = row.blank > 0
        if gap or not by_gap:
            by_gap.append(row.text)
        else:
            by_gap[-1] += " " + row.text
        before = row
    if len(by_gap) == wanted:
        return by_gap
    by_lead = _joined(titles, lambda row, _: row.lead <= titles[0].lead)
    if not titles[0].is_set and len(by_lead) == wanted:
        return by_lead
    by_capital = _joined(titles, lambda row, before: row.text[:1].isupper() and not _OPEN.search(before))
    return by_capital if len(by_capital) == wanted else _by_width(titles)


def _by_width(titles: list[Row]) -> list[str]:
    """Titles that end with a short line: the lines of one that goes on are filled, and names begin with capitals."""
    full = 0.75 * max(len(row.text) for row in titles)
    short = {after.number for before, after in pairwise(titles) if len(before.text) < full}
    return _joined(titles, lambda row, _: row.number in short and row.text[:1].isupper())


_OPEN = re.compile(r"(?:,|\b(?:of|the|and|to|in|for|on|by|with|from|its|de|des|du|la|le|les|et|y|del))$", re.IGNORECASE)
"""Words that no title ends with, in capitals too."""


def _joined(titles: list[Row], opens: Callable[[Row, str], bool]) -> list[str]:
    """Titles, a new one wherever `opens` says so of a row and the words before it."""
    found: list[str] = []
    for row in titles:
        if not found or opens(row, found[-1]):
            found.append(row.text)
        else:
            found[-1] += " " + row.text
    return found
