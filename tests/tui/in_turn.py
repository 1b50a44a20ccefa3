"""`python -m tests.tui.in_turn FILE`: runs the command lines of a JSON file in one program, at one terminal."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path

from tui.cli import main

for words in json.loads(Path(sys.argv[1]).read_text("ascii")):
    sys.argv = ["rejoinder", *words]
    with suppress(SystemExit):
        main()
    print("== done ==", flush=True)
