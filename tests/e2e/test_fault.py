"""A fault of ours while the screen is open: one line, the terminal as it was, the details in a file."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.e2e.terminal import Terminal, homes

FAULTY = """
import sys
from pathlib import Path
from tui.screens.browse import Browse
from tui.start import run_screen

def action_zoom(self):
    secret = "\\x1b]52;c;c2VjcmV0\\x07 words of a letter"
    raise ValueError(secret)

Browse.action_zoom = action_zoom
sys.exit(run_screen(Path(sys.argv[1])))
"""


def test_a_fault_is_one_line_and_its_details_a_file(tmp_path: Path, sample_library: Path) -> None:
    environ = {**homes(tmp_path), "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": str(tmp_path)}
    terminal = Terminal([sys.executable, "-c", FAULTY, str(sample_library)], 100, 30, environ)
    try:
        terminal.wait_for("60 letters")
        terminal.press("\x1b")
        before = len(terminal.received)
        terminal.press("z", 0.5)
        assert terminal.status() != 0
        after = terminal.received[before:]
        assert b"Something went wrong" in after
        assert b"ValueError" in after
        for never in (b"Traceback", b"words of a letter", b"]52;"):
            assert never not in after
        log = tmp_path / "state" / "rejoinder" / "log"
        assert "words of a letter" in log.read_text("utf-8")
        assert log.stat().st_mode & 0o777 == 0o600
    finally:
        terminal.close()
