"""A long run over files on a terminal: a bar, a rate, the time left, and a Ctrl-C that keeps what was written."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.results import Cancel, Progress, Report
from tui.printing import in_ascii, one_line, say
from tui.terminal import draws_nothing

if TYPE_CHECKING:
    from rich.progress import Task
    from rich.text import Text

STEP = 0.1
"""Seconds between two pictures of the bar: a thousand files a second would else be a thousand pictures."""
TOLD = 10.0
"""Seconds between two lines that say how far it has come, where no bar is drawn."""


def ingested(run: Callable[..., Report], paths: Sequence[Path], *, plain: bool = False) -> Report:
    """What `run(paths, progress=…, cancel=…, waiting=…)` reports, its progress drawn on standard error.

    `plain`, and on a terminal that cannot draw: a line now and then. Silent where standard error is no
    terminal. Ctrl-C makes `run` stop at its next file and raise `Cancelled`; a second one interrupts at once.
    """
    with interruptible() as cancel, told_in_lines() if plain else drawn() as progress:
        return run(paths, progress=progress, cancel=cancel, waiting=_waiting)


def _waiting() -> None:
    say("Another Rejoinder is writing to this library; waiting for it …")


@contextmanager
def interruptible() -> Iterator[Cancel]:
    """Ctrl-C and SIGTERM as a `Cancel` that says stop; the second signal is what it was before."""
    asked: list[int] = []
    before: dict[int, Any] = {}

    def stop(number: int, frame: object) -> None:
        asked.append(number)
        for name, handler in before.items():
            signal.signal(name, handler)

    try:
        before.update({name: signal.signal(name, stop) for name in (signal.SIGINT, signal.SIGTERM)})
        yield lambda: bool(asked)
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


@contextmanager
def drawn() -> Iterator[Callable[[Progress], None] | None]:
    """What to call with progress; None where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    if draws_nothing(os.environ):
        with told_in_lines() as told:
            yield told
        return
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.completed:,} of {task.total:,} files", markup=False),
        BarColumn(24),
        _rate_column(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Bar(*columns, console=_console(), transient=True, refresh_per_second=4) as bar:
        task = bar.add_task("", total=None, visible=False)
        last = 0.0

        def show(progress: Progress) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last < STEP and progress.done < progress.total:
                return
            last = now
            failed = f"{progress.failed:,} failed · " if progress.failed else ""
            words = failed + one_line(Path(progress.path).name)
            bar.update(task, completed=progress.done, total=progress.total, description=words[:60], visible=True)

        yield show


@contextmanager
def told_in_lines() -> Iterator[Callable[[Progress], None]]:
    """A line every `TOLD` seconds, nothing painted over: for a screen reader."""
    last = time.monotonic()

    def tell(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= TOLD:
            last = now
            failed = f", {progress.failed:,} failed" if progress.failed else ""
            say(f"{progress.done:,} of {progress.total:,} files{failed}.")

    yield tell


def _console() -> Any:
    from rich.console import Console

    from tui.printing import Ascii

    narrow = in_ascii(os.environ, is_terminal=True)
    return Console(file=Ascii(sys.stderr) if narrow else sys.stderr, highlight=False, markup=False, emoji=False)  # type: ignore[arg-type]


def _rate_column() -> Any:
    from rich.progress import ProgressColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """Files a second."""

        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text(f"{speed:,.0f}/s" if speed else "", style="dim")

    return Rate()
