"""Along an exchange by keys alone: each letter names the one it answers, Enter goes there, Backspace comes back."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.terminal import rejoinder

CHAIN = ("A/40/388-S/17299", "S/17231", "A/40/301-S/17160", "A/40/247-S/17066", "A/40/212-S/17018")


def test_five_letters_are_walked_to_the_first_and_back(sample_library: Path, tmp_path: Path) -> None:
    with rejoinder(tmp_path, CHAIN[0], "--library", str(sample_library)) as terminal:

        def head() -> str:
            return terminal.lines[1].lstrip(" ▌")

        terminal.wait_for("¶")
        assert head().startswith(CHAIN[0])
        for symbol in CHAIN[1:]:
            for links in range(1, 6):  # a letter that answers two names another first
                terminal.press("gg" + "]" * links)
                terminal.press("\r", 0.4)
                if head().startswith(symbol):
                    break
                terminal.press("\x7f", 0.4)
            assert head().startswith(symbol), terminal.text
        for symbol in reversed(CHAIN[:-1]):
            for _ in range(8):
                if head().startswith(symbol):
                    break
                terminal.press("\x7f", 0.4)
            assert head().startswith(symbol), terminal.text
