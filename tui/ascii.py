"""Drawing for terminals whose locale has no Unicode: every cell keeps its width, so that nothing moves."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_DRAWN = str.maketrans(
    {
        **dict.fromkeys("─━═╌┄‐‑‒–—―−", "-"),
        **dict.fromkeys("│┃║▌▐▍▎▏╎┆▕", "|"),
        **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯╰", "+"),
        **dict.fromkeys("‘’‚′", "'"),
        **dict.fromkeys("“”„″«»", '"'),
        **dict.fromkeys("•·∙●▪", "*"),
        **dict.fromkeys("…", "~"),  # a full stop would make a cut passage look finished
        **dict.fromkeys("→▸▶⮕↦›", ">"),
        **dict.fromkeys("←◂◀⮌‹↩", "<"),
        **dict.fromkeys("↑▴▲", "^"),
        **dict.fromkeys("↓▾▼↵", "v"),
        **dict.fromkeys("✓✔", "y"),
        **dict.fromkeys("✉", "@"),
        **dict.fromkeys("▤", "="),
        **dict.fromkeys("⇥", ">"),
        **dict.fromkeys("✗✘×", "x"),
        **dict.fromkeys("○◌◦", "o"),
        **dict.fromkeys("▁▂", "."),
        **dict.fromkeys("▃▄", ":"),
        **dict.fromkeys("▅▆", "="),
        **dict.fromkeys("▇█", "#"),
        **dict.fromkeys("¶", "P"),
        **dict.fromkeys("§", "S"),
        "\N{NO-BREAK SPACE}": " ",
    }
)


@lru_cache(4096)
def _cell(character: str) -> str:
    """ASCII of the same width: the letter under its accents, a superscript's digit, else a question mark a cell."""
    from rich.cells import cell_len

    size = cell_len(character)
    base = unicodedata.normalize("NFKD", character)[0]
    return base if size == 1 and base.isascii() and base.isprintable() else "?" * size


def to_ascii(text: str) -> str:
    """`text` for a terminal that shows ASCII only; escape sequences pass as they are."""
    if text.isascii():
        return text
    drawn = text.translate(_DRAWN)
    return drawn if drawn.isascii() else "".join(c if c.isascii() else _cell(c) for c in drawn)
