"""The one table of commands: bindings, footer, palette, help and docs/keys.md all come from it.

`python -m tui.commands` prints docs/keys.md. A person may bind other keys in `keys.toml` (see `rebound`).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from corpus.clean import visible

PANES = {
    "everywhere": "everywhere outside inputs",
    "search": "search line",
    "motion": "motion, the same in every pane",
    "results": "results",
    "letter": "letter",
    "thread": "thread",
    "facets": "facets",
    "timeline": "timeline",
    "context": "words in context",
    "lookup": "symbol look-up",
    "lists": "lists and tables over the screen",
}
"""Where a command works, and how that place is called."""


class Command(NamedTuple):
    """Something a person can do: keys in Textual's names, the action that does it, and its words."""

    id: str
    pane: str
    keys: tuple[str, ...]
    action: str
    name: str
    """Two or three words, for footer and palette."""
    help: str
    footer: bool = False
    """Whether the footer shows it while its pane has the focus."""


def _c(pane: str, id_: str, keys: str, action: str, name: str, help_: str, footer: bool = False) -> Command:
    return Command(f"{pane}.{id_}", pane, tuple(keys.split()), action, name, help_, footer)


COMMANDS: tuple[Command, ...] = (
    _c("everywhere", "search", "slash", "focus_search", "search", "Go to the search line", True),
    _c("everywhere", "symbol", "s", "lookup", "symbol", "Look up a symbol in any spelling", True),
    _c("everywhere", "next", "tab", "next_pane", "next pane", "Go to the next pane"),
    _c("everywhere", "previous", "shift+tab", "previous_pane", "previous pane", "Go to the previous pane"),
    _c("everywhere", "results", "f1", "pane('results')", "results", "Go to the results"),
    _c("everywhere", "letter", "f2", "pane('letter')", "letter", "Go to the letter"),
    _c("everywhere", "thread", "f3", "pane('thread')", "thread", "Go to the thread"),
    _c("everywhere", "facets", "f4", "pane('facets')", "facets", "Narrow by sender, year, item, kind, language"),
    _c("everywhere", "timeline", "f5", "pane('timeline')", "timeline", "Hits by month or year"),
    _c("everywhere", "context", "f6 c", "pane('context')", "words in context", "The hits as concordance lines"),
    _c("everywhere", "zoom", "z", "zoom", "zoom", "Give the pane the whole width, and back"),
    _c(
        "everywhere", "back", "backspace less_than_sign", "back", "back", "Back over places, letters and searches", True
    ),
    _c("everywhere", "forward", "greater_than_sign", "forward", "forward", "Forward again"),
    _c("everywhere", "way", "H", "way", "the way", "List the way one has come"),
    _c("everywhere", "next-match", "n", "next_match", "next match", "Next place of a search term in the letter"),
    _c("everywhere", "previous-match", "N", "previous_match", "previous match", "Previous place of a search term"),
    _c("everywhere", "bookmark", "m", "bookmark", "set bookmark", "Set a bookmark on the paragraph one reads"),
    _c("everywhere", "bookmarks", "apostrophe", "bookmarks", "bookmarks", "Go to a bookmark or a marked letter"),
    _c("everywhere", "cite", "y", "cite", "citation", "Send the letter's citation to the terminal's clipboard"),
    _c("everywhere", "take", "Y", "take", "passage", "Send the selected passage with its citation"),
    _c("everywhere", "ledger", "L", "ledger", "ledger", "What the open letter's two parties wrote to each other"),
    _c("everywhere", "missing", "W", "missing", "want-list", "What is cited and not held"),
    _c("everywhere", "history", "R", "history", "query history", "Queries asked before"),
    _c("everywhere", "mouse", "M", "mouse", "mouse", "Mouse on or off"),
    _c("everywhere", "plain", "P", "plain", "plain screen", "The pane's text without borders, to select from"),
    _c("everywhere", "theme", "T", "theme", "theme", "The next theme: dark, light, high contrast, 16 colours"),
    _c("everywhere", "help", "question_mark", "help", "keys", "The keys that work here, now", True),
    _c("everywhere", "palette", "colon ctrl+p", "command_palette", "palette", "Every command by name"),
    _c("everywhere", "suspend", "ctrl+z", "suspend_process", "suspend", "Back to the shell; `fg` returns"),
    _c("everywhere", "quit", "q", "quit", "quit", "Quit"),
    _c("everywhere", "interrupt", "ctrl+c", "interrupt", "interrupt", "Quit with status 130"),
    _c("search", "open", "enter", "submit", "open", "Search now and go to the results; a symbol opens at once", True),
    _c("search", "down", "down", "results_down", "down", "Move in the results"),
    _c("search", "up", "up", "results_up", "up", "Move in the results"),
    _c("search", "complete", "tab", "complete", "complete", "Accept an open completion, else the next pane", True),
    _c("search", "history", "f7", "history", "query history", "Queries asked before"),
    _c("search", "leave", "escape", "leave", "to the results", "Go to the results", True),
    _c("motion", "down", "j down", "line_down", "down", "A line or row down"),
    _c("motion", "up", "k up", "line_up", "up", "A line or row up"),
    _c("motion", "half-down", "d", "half_down", "half a page down", "Half a page down"),
    _c("motion", "half-up", "u", "half_up", "half a page up", "Half a page up"),
    _c("motion", "page-down", "space pagedown", "page_down", "page down", "A page down"),
    _c("motion", "page-up", "b pageup", "page_up", "page up", "A page up"),
    _c("motion", "first", "home", "first", "first", "The first line or row"),
    _c("motion", "first-of-two", "g", "first_of_two", "first", "Twice: the first line or row"),
    _c("motion", "last", "G end", "last", "last", "The last line or row"),
    _c("results", "open", "enter", "choose", "open", "Open the letter", True),
    _c("results", "mark", "x", "mark", "mark", "Mark the row, or take its mark away"),
    _c("results", "next-mark", "X", "next_mark", "next marked", "Go to the next marked row"),
    _c("results", "sort", "o", "sort", "sort", "By relevance, newest, oldest, symbol", True),
    _c("results", "group", "O", "group", "group", "Rows of one exchange together"),
    _c(
        "letter",
        "peek",
        "f",
        "peek",
        "note",
        "Look at a note: its number or sign follows, or a bare digit",
        True,
    ),
    _c("letter", "notes", "F", "notes", "notes", "List all notes"),
    _c("letter", "next-link", "right_square_bracket l right", "next_link", "next link", "Next citation or marker"),
    _c("letter", "previous-link", "left_square_bracket h left", "previous_link", "previous link", "Previous one"),
    _c("letter", "follow", "enter", "follow", "follow", "Follow the link, or go to the note", True),
    _c("letter", "preview", "p", "preview", "preview", "The first lines of what a link leads to"),
    _c("letter", "next-paragraph", "right_curly_bracket J", "next_paragraph", "next paragraph", "Next paragraph"),
    _c("letter", "previous-paragraph", "left_curly_bracket K", "previous_paragraph", "previous", "Previous paragraph"),
    _c("letter", "annex", "A", "next_annex", "next annex", "Go to the next annex"),
    _c("letter", "outline", "o", "outline", "outline", "Headings and annexes", True),
    _c("letter", "fold", "O", "fold", "fold", "Fold or unfold the annexes"),
    _c("letter", "select", "V", "select", "select", "Select a passage; motion extends it"),
    _c("letter", "facts", "i", "facts", "facts", "Agenda items with titles, files and their sha-256"),
    _c("letter", "close", "escape", "close", "close", "Close the note, else the selection, else the link"),
    _c("thread", "view", "t", "view", "tree, list, lanes", "Another view of the exchange", True),
    _c("thread", "open", "enter", "choose", "open", "Open the letter", True),
    _c("thread", "evidence", "e", "evidence", "proof", "Go to the passage that proves the link", True),
    _c("thread", "fold", "h left", "fold", "fold", "Fold what hangs on this letter"),
    _c("thread", "unfold", "l right", "unfold", "unfold", "Unfold it"),
    _c("facets", "narrow", "enter", "choose", "narrow", "Keep only these; on what is kept, all again", True),
    _c("facets", "widen", "minus", "widen", "widen", "Take the last narrowing back", True),
    _c("timeline", "earlier", "h left", "earlier", "earlier", "The bar before: a month or a year", True),
    _c("timeline", "later", "l right", "later", "later", "The bar after", True),
    _c("timeline", "narrow", "enter", "choose", "narrow", "Keep only this month or year", True),
    _c("timeline", "widen", "minus", "widen", "widen", "Take the last narrowing back", True),
    _c("context", "left", "h left", "sort_left", "sort by left", "Sort by what stands left", True),
    _c("context", "right", "l right", "sort_right", "sort by right", "Sort by what stands right", True),
    _c("context", "open", "enter", "choose", "open there", "Open the letter at that place", True),
    _c("lookup", "open", "enter", "open", "open", "Open it; where it is not held, who cites it", True),
    _c("lookup", "down", "down", "line_down", "down", "The next one"),
    _c("lookup", "up", "up", "line_up", "up", "The one before"),
    _c("lookup", "address", "f8", "address", "address", "Send the address it is published at to the terminal", True),
    _c("lookup", "close", "escape", "close", "close", "Close", True),
    _c("lists", "open", "enter", "choose", "open", "Open it, go there, or do it", True),
    _c("lists", "address", "f8", "address", "address", "Send the address it is published at to the terminal"),
    _c("lists", "drop", "x delete", "drop", "take away", "Take the bookmark or the mark away"),
    _c("lists", "plain", "P", "plain", "plain screen", "Its text without borders, to select from"),
    _c("lists", "close", "escape q", "close", "close", "Close", True),
)

SHOWN = {
    "slash": "/",
    "question_mark": "?",
    "colon": ":",
    "apostrophe": "'",
    "minus": "-",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift-Tab",
    "backspace": "Backspace",
    "delete": "Delete",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
}
"""Textual's names of keys, as a person reads them."""

MOVING = ("results", "letter", "thread", "facets", "timeline", "context")
"""Panes in which motion works."""


def shown(key: str) -> str:
    """A key as a person reads it: `ctrl+p` → `Ctrl-P`, `slash` → `/`."""
    if key.startswith("ctrl+"):
        return f"Ctrl-{key[5:].upper()}"
    return SHOWN.get(key, key.upper() if key[:1] == "f" and key[1:].isdigit() else key)


def working_in(pane: str, table: Iterable[Command] = COMMANDS) -> list[Command]:
    """The commands that work while a pane has the focus: its own, motion, and those that work everywhere."""
    also = {"search": (), "lookup": (), "lists": ("motion",)}.get(pane, ("motion", "everywhere"))
    order = [pane, *also]
    return sorted((c for c in table if c.pane in order), key=lambda c: order.index(c.pane))


def clashes(table: Iterable[Command] = COMMANDS) -> list[str]:
    """Keys that would mean two things under one focus, in words."""
    found = []
    rows = list(table)
    for pane in PANES:
        if pane in ("everywhere", "motion"):
            continue
        owner: dict[str, Command] = {}
        for command in working_in(pane, rows):
            for key in command.keys:
                if key in owner and owner[key].id != command.id:
                    found.append(f"{shown(key)} means both “{owner[key].name}” and “{command.name}” in {PANES[pane]}")
                owner.setdefault(key, command)
    return sorted(set(found))


def rebound(path: Path, table: tuple[Command, ...] = COMMANDS) -> tuple[tuple[Command, ...], list[str]]:
    """The table with a person's own keys, and what is wrong with them, in words; a wrong line changes nothing.

    The file is TOML: `"letter.peek" = "f ctrl+f"` under `[keys]`, commands by their id, keys apart by spaces.
    """
    try:
        written = path.read_text("utf-8")
    except FileNotFoundError:
        return table, []
    except (OSError, ValueError) as error:
        return table, [f"{path.name} cannot be read: {error}"]
    import tomllib  # 1 ms, for those who have keys of their own

    try:
        wanted: Any = tomllib.loads(written).get("keys", {})
    except ValueError as error:
        return table, [f"{path.name} cannot be read: {error}"]
    if not isinstance(wanted, dict):
        return table, [f"{path.name} has no table [keys]"]
    known = {c.id: c for c in table}
    wrong = [f"{path.name} names “{id_}”, which is no command" for id_ in wanted if id_ not in known]
    for id_, keys in wanted.items():
        if id_ not in known:
            continue
        if not isinstance(keys, str) or not keys.split():
            wrong.append(f"{path.name} gives “{id_}” no keys")
            continue
        changed = {**known, id_: known[id_]._replace(keys=tuple(visible(keys).split()))}
        new = set(clashes(changed.values())) - set(clashes(known.values()))
        if new:
            wrong.extend(sorted(new))
        else:
            known = changed
    return tuple(known.values()), wrong


def as_markdown(table: Iterable[Command] = COMMANDS) -> str:
    """docs/keys.md."""
    rows = list(table)
    lines = ["# Keys", "", "Made by `make docs` from `tui/commands.py`. In an input every printable key types.", ""]
    for pane, title in PANES.items():
        lines += [f"## {title[0].upper()}{title[1:]}", "", "| key | does | id |", "|---|---|---|"]
        for command in rows:
            if command.pane == pane:
                keys = " ".join(f"`{shown(k)}`" for k in command.keys)
                lines.append(f"| {keys} | {command.help} | `{command.id}` |")
        lines.append("")
    lines += [
        "Other keys: `~/.config/rejoinder/keys.toml`, a table `[keys]` with lines such as",
        '`"letter.peek" = "f ctrl+f"`. A key that would then mean two things is reported and left as it was.',
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(as_markdown())
