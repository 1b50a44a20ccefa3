"""The looks: dark and light, high contrast, and the terminal's own sixteen colours.

One accent for what can be followed, one colour for matches, dim for what is not held or inferred; every meaning also
has a word or a glyph. Contrast of text on ground: 11:1 dark, 12:1 light; dim text at least 4.5:1.
"""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="dark",
    primary="#7fb4ca",
    secondary="#8a9a7b",
    accent="#7fb4ca",
    warning="#e6c384",
    error="#e46876",
    success="#98bb6c",
    foreground="#d8d6cc",
    background="#16181d",
    surface="#20232a",
    panel="#20232a",
    boost="#252932",
    dark=True,
    variables={"text-muted": "#8f939e", "rule": "#3a3f4a", "input-selection-background": "#7fb4ca 30%"},
)
LIGHT = Theme(
    name="light",
    primary="#0b5c8a",
    secondary="#5f6b3c",
    accent="#0b5c8a",
    warning="#9a4d00",
    error="#b3261e",
    success="#2f6b2f",
    foreground="#24262b",
    background="#fbfaf6",
    surface="#f0eee7",
    panel="#f0eee7",
    boost="#e9e6dc",
    dark=False,
    variables={"text-muted": "#5b5e66", "rule": "#cfccc2", "input-selection-background": "#0b5c8a 25%"},
)
CONTRAST = Theme(
    name="contrast",
    primary="#ffffff",
    secondary="#ffffff",
    accent="#66e0ff",
    warning="#ffff00",
    error="#ff8080",
    success="#80ff80",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    boost="#303030",
    dark=True,
    variables={"text-muted": "#d0d0d0", "rule": "#ffffff", "input-selection-background": "#505050"},
)
SIXTEEN = Theme(
    name="sixteen",
    primary="ansi_blue",
    secondary="ansi_cyan",
    accent="ansi_cyan",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    ansi=True,
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        "text-muted": "ansi_bright_black",
        "rule": "ansi_bright_black",
    },
)
THEMES = (DARK, LIGHT, CONTRAST, SIXTEEN)
"""In the order in which `T` walks them."""


def chosen(look: str, *, sparing: bool) -> str:
    """The theme to begin with: what `--theme` asks for, else sixteen colours where bytes or colours are few."""
    if look in {theme.name for theme in THEMES}:
        return look
    return SIXTEEN.name if sparing else DARK.name


def after(name: str) -> str:
    """The theme that follows `name`."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
