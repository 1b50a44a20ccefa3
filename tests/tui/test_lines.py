"""Arrangement of panes, lines of words, keys in the footer, the log: what needs no screen."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tui.log import LARGEST, note
from tui.view.arrangement import MEASURE, shown, widths
from tui.view.layout import measure
from tui.view.rows import Piece, shorter_date
from tui.view.wrap import cells
from tui.widgets.keys_line import pieces
from tui.widgets.line import clipped, fitted


def written(line: list[Piece]) -> str:
    return "".join(piece.text for piece in line)


SHOWN = [
    # width, active, side, zoomed, columns
    (80, "left", "left", False, ("left",)),
    (89, "middle", "right", False, ("middle",)),
    (90, "middle", "right", False, ("middle", "right")),  # the letter with what stood beside it last
    (90, "left", "right", False, ("left", "middle")),
    (119, "right", "left", False, ("middle", "right")),
    (120, "middle", "left", False, ("left", "middle", "right")),
    (200, "middle", "left", True, ("middle",)),
]


@pytest.mark.parametrize(("width", "active", "side", "zoomed", "columns"), SHOWN)
def test_columns_in_view(width: int, active: str, side: str, zoomed: bool, columns: tuple[str, ...]) -> None:
    assert shown(width, active, side, zoomed) == columns


@pytest.mark.parametrize("width", range(90, 301))
def test_columns_fill_the_width_and_the_letter_has_most_of_it(width: int) -> None:
    for side in ("left", "right"):
        columns = shown(width, "middle", side)
        sizes = widths(width, columns)
        left, text = measure(sizes["middle"] - (columns[0] != "middle"))
        assert left > 0 or text < MEASURE  # never text from edge to edge
        assert sum(sizes.values()) == width
        assert sizes["middle"] == max(sizes.values())
        assert min(sizes.values()) >= 34


LINES = [
    # left, right, width, yields, line
    ("from: Kestravia", "relevance", 26, False, "from: Kestravia  relevance"),
    ("from: Kestravia", "relevance", 20, False, "from: Kes… relevance"),
    ("from: Kestravia", "relevance", 20, True, "from: Kestravia     "),
    ("x", "relevance", 5, False, "rele…"),
    ("長崎の手紙", "", 6, False, "長崎… "),  # a double width character is not halved
    ("x", "", 0, False, ""),
]


@pytest.mark.parametrize(("left", "right", "width", "yields", "line"), LINES)
def test_a_line_is_as_wide_as_it_is(left: str, right: str, width: int, yields: bool, line: str) -> None:
    made = written(fitted([Piece(left)], [Piece(right)] if right else [], width, yields))
    assert made == line
    assert cells(made) == width


def test_what_is_cut_says_so() -> None:
    assert written(clipped([Piece("ab"), Piece("cdef")], 4)) == "abc…"
    assert written(clipped([Piece("ab"), Piece("cd")], 4)) == "abcd"


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_help_is_never_left_out_of_the_footer(width: int) -> None:
    for pane in ("results", "letter", "thread"):
        line = written(pieces(pane, narrow=width < 90, width=width))
        assert "? keys" in line
        assert cells(line.rstrip()) <= width


def test_where_one_pane_hides_the_others_the_footer_says_how_to_reach_them() -> None:
    assert written(pieces("results", narrow=True, width=80)).startswith(" F1 results  F2 letter  F3 thread")
    assert "F1" not in written(pieces("results", narrow=False, width=120))


@pytest.mark.parametrize(("date", "words"), [("2006-08-04", "4 Aug 06"), (None, ""), ("2006", "2006")])
def test_dates_in_narrow_panes(date: str | None, words: str) -> None:
    assert shorter_date(date) == words


def test_a_fault_is_kept_for_nobody_else_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    try:
        raise ValueError("a letter's words")
    except ValueError as error:
        said = note(error)
    path = tmp_path / "rejoinder" / "log"
    assert said == f"Details are in {path}."
    assert "a letter's words" in path.read_text("utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_text("x" * (LARGEST + 1), "utf-8")
    note(ValueError("again"))
    assert path.stat().st_size < 1000


def test_while_one_types_the_footer_names_the_key_that_opens_every_command() -> None:
    assert "Ctrl-P commands" in written(pieces("search", narrow=True, width=80))
