"""The direction of imports at run time (import-linter checks it statically, `make lint`)."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOADED = "; import sys; print(*sorted({name.partition('.')[0] for name in sys.modules}))"


def loads(code: str) -> set[str]:
    """The top-level modules that a fresh interpreter holds after running `code`."""
    done = subprocess.run([sys.executable, "-c", code + LOADED], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("code", "never"),
    [
        (
            "import corpus.letter, corpus.contract, corpus.stored",
            {"numpy", "whoosh", "textual", "rich", "click", "index", "tui"},
        ),
        ("import index, index.library", {"textual", "rich", "click", "tui"}),
        ("import tui.cli", {"textual", "whoosh", "numpy"}),
    ],
)
def test_a_room_loads_only_what_it_may(code: str, never: set[str]) -> None:
    assert not loads(code) & never


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["parse", "--help"]])
def test_light_commands_load_neither_the_screen_nor_the_engine(words: list[str]) -> None:
    code = (
        f"import sys; sys.argv = ['rejoinder', *{words!r}]\n"
        "try:\n    from tui.cli import main; main()\nexcept SystemExit:\n    pass\nimport sys"
    )
    done = loads(code)
    assert not done & {"textual", "whoosh", "numpy"}


def test_parse_loads_neither_the_screen_nor_the_engine(tmp_path_factory: pytest.TempPathFactory) -> None:
    letter = tmp_path_factory.mktemp("one") / "letter.txt"
    letter.write_text("Letter dated 3 May 1993 from the Permanent Representative of Kestravia\n\nNothing.\n", "utf-8")
    code = (
        f"import sys; sys.argv = ['rejoinder', 'parse', {str(letter)!r}]\n"
        "try:\n    from tui.cli import main; main()\nexcept SystemExit:\n    pass\nimport sys"
    )
    assert not loads(code) & {"textual", "whoosh", "numpy"}
