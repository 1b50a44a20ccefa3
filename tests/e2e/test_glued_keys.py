"""Keys that come in one packet, as a slow line brings them, do what they do one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.terminal import rejoinder


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("/locksmith\r\r", "▌A/61/233-S/2006/547"),
        ("/\x15\x1b[200~locksmith\x1b[201~\r\r", "▌A/61/233-S/2006/547"),
        ("/locksmith\r\r1", "── note 1"),
        ("s61/204\r", "A/61/204-S/2006/511 · Letter"),
        ("?q/lighthouse\x15locksmith\r\r", "▌A/61/233-S/2006/547"),
    ],
    ids=["two Enters", "a paste between keys", "a note of the letter opened", "the look-up", "through dialogs"],
)
def test_they_go_one_after_another(keys: str, shown: str, tmp_path: Path, sample_library: Path) -> None:
    with rejoinder(tmp_path, "--library", str(sample_library), size=(80, 24)) as terminal:
        terminal.wait_for("60 letters")
        terminal.press("\x1b")  # to the results; alone, since with a letter behind it would be Alt
        terminal.press(keys)
        terminal.wait_for(shown)


def test_what_is_typed_after_a_letter_s_name_is_for_the_letter(tmp_path: Path, sample_library: Path) -> None:
    with rejoinder(tmp_path, "--library", str(sample_library), size=(80, 24)) as terminal:
        terminal.wait_for("60 letters")
        terminal.press("\x1b")
        terminal.press("/61/233\rG")
        assert "61/233G" not in terminal.wait_for("▌A/61/233-S/2006/547")
