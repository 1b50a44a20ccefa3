"""Text handed to the terminal's clipboard by whatever way arrives there, and how that is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from corpus.clean import visible
from tui import tmux
from tui.terminal import to_clipboard

SENT = "sent to your terminal"
"""Never "copied": nothing tells whether a terminal took it."""


def hand(text: str, environ: Mapping[str, str], write: Callable[[str], None]) -> str:
    """Hand text over, by `write` to the terminal or through tmux, and say where it went.

    May wait for tmux, at most `tmux.PATIENCE` twice. Raises UsageError where the text is too long or there is no
    clipboard.
    """
    sequence = to_clipboard(text, environ)
    around = tmux.asked(environ)
    if around is None:
        write(sequence)
        return SENT
    passed = around.passes
    if passed:
        write(to_clipboard(text, environ, nested=around.nested))
    # Where the terminal gets the wrapped one it needs no second; a tmux around this one may take either.
    outward = around.hands_on and (around.nested or not passed)
    loaded = tmux.load(visible(text), environ, outward=outward)
    if not passed and not loaded:
        write(sequence)
    if passed or not loaded or outward:
        return f"{SENT} and to tmux's buffer" if loaded else SENT
    return "in tmux's buffer (its prefix, then ]) · `rejoinder doctor terminal` tells how it gets further"
