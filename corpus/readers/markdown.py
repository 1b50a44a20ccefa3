"""Markdown as PDF converters produce it: read line by line, since it is a picture of pages and not of a document tree.

Signs of syntax (`**`, `#`, link brackets) become runs and styles and leave the text; addresses behind links stay in
their run and, where they are not empty, in `dropped`. A bold stretch may run over several lines. Nothing else goes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.readers.draft import Draft
from corpus.readers.plain import decode
from corpus.source import Line, Run

_BLOCK = re.compile(r"(?P<heading>#{1,6}) +|(?P<quote>(?:> ?)+)|\[\^(?P<note>\w{1,20})\]: *")
_TOKEN = re.compile(
    r"\\(?P<escape>[!-/:-@\[-`{-~])"
    r"|!?\[(?P<label>[^\[\]\n]{0,500})\]\((?P<address>[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000})?)\)"
    r"|\[\^(?P<ref>\w{1,20})\]"
    r"|<(?P<close>/?)(?P<tag>sup|b|strong|i|em|br)\s*/?>"
    r"|(?P<stars>\*{1,3})"
    r"|(?<!\w)(?P<open>_{1,2})(?=\w)|(?<=[\w.,;)])(?P<shut>_{1,2})(?!\w)"
)
_TAGS = {"sup": "superscript", "b": "bold", "strong": "bold", "i": "italic", "em": "italic"}
_PLAIN = re.compile(r"[\\\[<*_]")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_MASTHEAD = re.compile(r"Distr\.")
"""A row of the masthead's table: what stands in its cells are lines, not values."""


def read(data: bytes) -> Draft:
    """A Markdown file, any encoding."""
    return read_text(decode(data))


def read_text(text: str) -> Draft:
    """The lines of Markdown text; gaps of two or more blank lines and form feeds end a page."""
    draft = Draft("markdown")
    state = _Inline()
    page = blank = 0
    begun = False
    for raw in text.split("\n"):
        page += raw.count("\f") if begun else 0
        line = raw.replace("\f", "").rstrip()
        blank = 0 if line else blank + 1
        page += begun and blank == 2
        begun = begun or bool(line)
        if not line:
            state.reset()
        _add(draft, line, page, state)
    return draft


def _add(draft: Draft, line: str, page: int, state: _Inline) -> None:
    style = ""
    match = _BLOCK.match(line)
    if match:
        line = line[match.end() :]
        if match["heading"]:
            style, line = f"h{len(match['heading'])}", line.rstrip("#").rstrip()
        else:
            style = f"note:{match['note']}" if match["note"] else "blockquote"
    elif line.startswith("|") and line.endswith("|") and len(line) > 1:
        if set(line) <= set("|:- "):
            return
        style = "td"
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if _MASTHEAD.search(line):
            for part in (piece for cell in cells for piece in _BREAK.split(cell) if piece.strip()):
                text, runs = state.read(part.strip(), draft)
                draft.add(text, Line(0, 0, page), runs)
            return
        line = _BREAK.sub(" ", "  ".join(cells))
        _extend_table(draft)
    text, runs = state.read(line, draft)
    draft.add(text, Line(0, 0, page, style=style), runs)


def _extend_table(draft: Draft) -> None:
    here = len(draft)
    if draft.tables and draft.tables[-1][1] == here:
        draft.tables[-1] = (draft.tables[-1][0], here + 1)
    else:
        draft.tables.append((here, here + 1))


@dataclass
class _Inline:
    """What is open from one line to the next: bold, italic, raised."""

    open: dict[str, int] = field(default_factory=dict)

    def reset(self) -> None:
        """A blank line ends everything that was left open."""
        self.open.clear()

    def read(self, line: str, draft: Draft) -> tuple[str, list[Run]]:
        """A line without its signs, and the runs they stand for."""
        if not self.open and not _PLAIN.search(line):
            return line, []
        parts: list[str] = []
        runs: list[Run] = []
        self.open = dict.fromkeys(self.open, 0)
        length = done = 0
        for token in _TOKEN.finditer(line):
            plain = line[done : token.start()]
            parts.append(plain)
            length += len(plain)
            word = self._token(token, length, runs, draft, line)
            parts.append(word)
            length += len(word)
            done = token.end()
        parts.append(line[done:])
        text = "".join(parts)
        runs += [Run(start, len(text), kind) for kind, start in self.open.items() if start < len(text)]
        return text, runs

    def _token(self, token: re.Match[str], at: int, runs: list[Run], draft: Draft, line: str) -> str:
        if token["escape"]:
            return token["escape"]
        if token["address"] is not None:
            label = token["label"].replace("**", "")
            runs.append(Run(at, at + len(label), "link", token["address"]))
            if token["address"].strip("#"):
                draft.dropped.append(("address", token["address"]))
            return label
        if token["ref"]:
            runs.append(Run(at, at + len(token["ref"]), "noteref", token["ref"]))
            return token["ref"]
        if token["tag"]:
            kind = _TAGS.get(token["tag"], "")
            if kind:
                self._turn(kind, at, runs, closing=bool(token["close"]))
            return ""
        return self._stars(token, at, runs, line)

    def _stars(self, token: re.Match[str], at: int, runs: list[Run], line: str) -> str:
        sign = token["stars"] or token["open"] or token["shut"]
        kinds = {1: ["italic"], 2: ["bold"], 3: ["bold", "italic"]}[len(sign)]
        before, after = line[max(0, token.start() - 1) : token.start()], line[token.end() : token.end() + 1]
        closing = all(kind in self.open for kind in kinds)
        if (closing and before.isspace()) or (not closing and (not after or after.isspace())):
            return sign  # An asterisk that stands beside a space opens or closes nothing: a note's mark.
        if not closing and len(sign) == 1 and line.find(sign, token.end()) < 0:
            return sign  # Two and more may close on a later line, a single one closes on its own.
        for kind in kinds:
            self._turn(kind, at, runs, closing=closing)
        return ""

    def _turn(self, kind: str, at: int, runs: list[Run], *, closing: bool) -> None:
        if closing and kind in self.open:
            start = self.open.pop(kind)
            if start < at:
                runs.append(Run(start, at, kind))
        elif not closing:
            self.open.setdefault(kind, at)
