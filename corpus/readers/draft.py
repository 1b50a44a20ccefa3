"""The sheet every reader writes on: lines one after another, then a `Source`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus import clean
from corpus.source import Line, Run, Source

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# A raised digit that follows a unit of length is a power, not a marker: km², m³.
_RAISED_RUN = re.compile(r"(?<!\b[kcdm]m)(?<!\bm)[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_POWER = re.compile(r"(?<=\b[kcdm]m[23])|(?<=\bm[23])")
_UNTIDY = re.compile("[ﬀ-ﬆ\xad\u061c\u200b\u200e\u200f\u2060\ufe00-\ufe0f\ufeff]")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u0400-\u04ff]")
MAX_CHARACTERS = 5_000_000
"""Of one source. A page has about 2,300, so these are two thousand pages; the longest letter here has 0.2 million."""


class Draft:
    """Collects lines; `page`, geometry and style of a line are those of `corpus.source.Line`."""

    def __init__(self, form: str, *, paged: bool = False) -> None:
        self.form = form
        self.paged = paged
        self.tables: list[tuple[int, int]] = []
        self.dropped: list[tuple[str, str]] = []
        self.warnings: list[str] = []
        self._texts: list[str] = []
        self._lines: list[Line] = []
        self._length = 0

    def __len__(self) -> int:
        return len(self._lines)

    def last(self) -> str:
        """The line written last, `""` where there is none."""
        return self._texts[-1] if self._texts else ""

    def texts(self) -> tuple[str, ...]:
        """The lines so far."""
        return tuple(self._texts)

    def add(self, text: str, line: Line | None = None, runs: Iterable[Run] = ()) -> None:
        """Append one line. `line` is a pattern for geometry, page and style; its range is set here.

        Raises OverflowError past MAX_CHARACTERS.
        """
        text, fixed = _tidy(text, tuple(runs))
        text, fixed = _powers(text, fixed)
        start = self._length
        self._length += len(text) + 1
        if self._length > MAX_CHARACTERS:
            raise OverflowError("more than five million characters")
        self._texts.append(text)
        end = start + len(text)
        p = line or Line(0, 0, 0)
        rtl = p.rtl or is_rtl(text)
        # Spelt out, since `dataclasses.replace` takes ten times as long and there is one call a line.
        self._lines.append(
            Line(start, end, p.page, fixed, p.left, p.right, p.top, p.size, p.below_rule, p.style, p.column, rtl)
        )

    def source(self, sha256: str) -> Source:
        """The finished source, its text made harmless (`corpus.clean.visible` keeps every place)."""
        while self._texts and not self._texts[-1]:
            self._texts.pop()
            self._lines.pop()
        return Source(
            clean.visible("\n".join(self._texts)),
            tuple(self._lines),
            self.form,
            sha256,
            self.paged,
            tuple(self.tables),
            tuple(self.dropped),
            tuple(self.warnings),
        )


def _tidy(text: str, runs: tuple[Run, ...]) -> tuple[str, tuple[Run, ...]]:
    """Spell out ligatures, drop what prints nothing, turn raised digits into digits with a run; places follow."""
    if "\n" in text or "\r" in text:
        text = text.replace("\n", " ").replace("\r", " ")
    if not text.isascii():
        text = clean.spaces(text)
        if _UNTIDY.search(text):
            text, runs = _respell(text, runs)
        raised = [Run(m.start(), m.end(), "superscript") for m in _RAISED_RUN.finditer(text)]
        if raised:
            known = {(run.start, run.end) for run in runs if run.kind in ("superscript", "noteref")}
            runs += tuple(run for run in raised if (run.start, run.end) not in known)
            text = _RAISED_RUN.sub(lambda match: match.group().translate(_RAISED), text)
    return text, tuple(sorted((run for run in runs if run.start < run.end), key=_place)) if runs else ()


def _place(run: Run) -> tuple[int, int]:
    return run.start, run.end


def is_rtl(text: str) -> bool:
    """Whether a line reads from right to left: more Arabic or Hebrew letters than others."""
    if text.isascii() or not _RTL.search(text):
        return False
    return len(_RTL.findall(text)) > len(_LATIN.findall(text))


def _powers(text: str, runs: tuple[Run, ...]) -> tuple[str, tuple[Run, ...]]:
    """Raised 2 and 3 after a unit of length as the signs ² and ³ that they are."""
    if not runs:
        return text, runs
    powers = [run for run in runs if run.kind == "superscript" and _POWER.match(text, run.end)]
    for run in powers:
        text = text[: run.start] + ("²" if text[run.start] == "2" else "³") + text[run.end :]
    return text, tuple(run for run in runs if run not in powers) if powers else runs


def _respell(text: str, runs: tuple[Run, ...]) -> tuple[str, tuple[Run, ...]]:
    places = [0]
    parts: list[str] = []
    for char in text:
        parts.append(clean.invisible(clean.ligatures(char)))
        places.append(places[-1] + len(parts[-1]))
    return "".join(parts), tuple(replace(run, start=places[run.start], end=places[run.end]) for run in runs)


def close_up(text: str, runs: list[Run]) -> tuple[str, list[Run]]:
    """Without the space that extraction puts before a raised sign: markers follow their word without one."""
    if not runs:
        return text, runs
    gone = {
        run.start - 1
        for run in runs
        if run.kind == "superscript" and run.start > 1 and text[run.start - 1] == " " and text[run.start - 2] != " "
    }
    if not gone:
        return text, runs
    places = [0]
    for index in range(len(text)):
        places.append(places[-1] + (index not in gone))
    kept = "".join(char for index, char in enumerate(text) if index not in gone)
    return kept, [replace(run, start=places[run.start], end=places[run.end]) for run in runs]
