"""No text reaches a screen, a stream or the clipboard past `corpus.clean.visible`: read from the source.

What is written here are the only places that may touch what draws, writes or speaks, each with its reason. A new one
fails until somebody has thought about it; one that is gone fails as well. At run time
`tests/e2e/test_hostile_screen.py` notes every text that reaches the last door unclean.
"""

from __future__ import annotations

import ast
import tomllib

import pytest

from tests.house.text_paths import ROOT, Call, calls, clean

CALLS = tuple(calls())
TUI = tuple(call for call in CALLS if call.module.startswith("tui/"))

PIECES = "pieces of rows: made clean where a row is, and every line passes `tui.view.harmless`"
OWN_WORDS = "words of ours"

DRAWS = {
    ("tui/app.py", "Rejoinder._fatal_error", "Text"): "the line that is left after a fault",
    ("tui/commands_thread.py", "cited_by", "Text"): "lines joined of what `one_line` gave",
    ("tui/ingesting.py", "_rate_column.Rate.render", "Text"): "a number",
    ("tui/printing.py", "text", "Text"): "empty; what is put into it is cleaned there",
    ("tui/painting.py", "_filtered_style", "Segment"): "a letter x, for its style",
    ("tui/painting.py", "LineStrip.__getattr__", "Segment"): PIECES,
    ("tui/screens/desk.py", "Desk.compose", "Static"): OWN_WORDS,
    ("tui/screens/first_use.py", "FirstUse.body", "Static"): "a folder's name, cleaned",
    ("tui/screens/first_use.py", "FirstUse.body", "Content"): "the same",
    ("tui/screens/first_use.py", "FirstUse.body", "Input"): OWN_WORDS,
    ("tui/screens/first_use.py", "FirstUse._say", "Content"): "an error or a folder's name, cleaned",
    ("tui/screens/notheld.py", "NotHeldScreen.body", "Static"): "what is known of a letter, cleaned",
    ("tui/screens/notheld.py", "NotHeldScreen.body", "Content"): "the same",
    ("tui/screens/plain.py", "PlainScreen.render_lines", "Segment"): "whole lines, cleaned when the screen was made",
    ("tui/screens/tables.py", "LedgerScreen.body", "Static"): "empty",
    ("tui/screens/tables.py", "LedgerScreen.on_ledger_screen_ready", "Content"): "a sentence, cleaned",
    ("tui/screens/tables.py", "WantListScreen.body", "Static"): "empty",
    ("tui/screens/tables.py", "WantListScreen.on_want_list_screen_ready", "Content"): "notices, cleaned",
    ("tui/thread_print.py", "rich_tree", "Tree"): "what `text` made",
    ("tui/view/harmless.py", "Harmless.apply", "Segment"): "the last door itself",
    ("tui/view/paint.py", "paint_line", "Segment"): "a flow's text, cleaned in `tui.view.flow`; our margin",
    ("tui/widgets/later.py", "Later.render", "Content.assemble"): OWN_WORDS,
    ("tui/widgets/letter_view.py", "LetterView.paint", "Segment"): OWN_WORDS,
    ("tui/widgets/peek.py", "Peek.rows", "Segment"): "a sentence, cleaned when the dock was made",
    ("tui/widgets/peek.py", "Peek._rule", "Segment"): "a heading, cleaned when the dock was made",
    ("tui/widgets/proof_lines.py", "ProofLines.render", "Content"): OWN_WORDS,
    ("tui/widgets/proof_lines.py", "ProofLines.render", "Content.assemble"): OWN_WORDS,
    ("tui/widgets/proof_lines.py", "ProofLines._lines", "Content"): OWN_WORDS,
    ("tui/widgets/proof_lines.py", "_wrapped", "Content.assemble"): PIECES,
    ("tui/widgets/rows.py", "Rows.paint", "Segment"): "a row, cleaned there",
    ("tui/widgets/rule.py", "Rule.render", "Content.assemble"): "a title, cleaned when it was said",
    ("tui/widgets/written.py", "Written.style_of", "Content.assemble"): OWN_WORDS,
    ("tui/widgets/written.py", "strip_of", "Segment"): PIECES,
}
"""Where text becomes something drawn: module, function, what it becomes; why that is well."""

NOT_TOLD = {
    *(place for place, reason in DRAWS.items() if reason in (PIECES, OWN_WORDS)),
    ("tui/commands_thread.py", "cited_by", "Text"),
    ("tui/ingesting.py", "_rate_column.Rate.render", "Text"),
    ("tui/view/harmless.py", "Harmless.apply", "Segment"),
    ("tui/view/paint.py", "paint_line", "Segment"),
    ("tui/screens/plain.py", "PlainScreen.render_lines", "Segment"),
    ("tui/widgets/peek.py", "Peek.rows", "Segment"),
    ("tui/widgets/peek.py", "Peek._rule", "Segment"),
}
"""Those whose text is not seen to be clean from their function alone; the reason above says where it was made so."""

WRITES = {
    ("tui/cli.py", "click.echo"): "errors, each cleaned",
    ("tui/printing.py", "click.echo"): "lines, cleaned",
    ("tui/printing.py", "self.console.print"): "what `text` made, and tables of it",
    ("tui/printing.py", "self._stream.write"): "the same in ASCII",
    ("tui/export.py", "click.echo"): "JSON escaped by `as_json`, cells and texts cleaned",
    ("tui/streams.py", "self._stream.write"): "the last door of both streams",
    ("tui/wire.py", "os.write"): "the terminal: pictures of `tui.thin_line`, and what the driver lets be said",
    ("tui/queries.py", "os.write"): "a file",
    ("corpus/readers/worker.py", "os.write"): "a pipe to the program that asked",
    ("index/second.py", "sys.stdout.write"): "the same",
    ("tui/app.py", "self._driver.write"): "the clipboard, as `tui.terminal` encodes it",
    ("tui/app.py", "self._driver.show_plain"): "whole lines, which the driver cleans once more",
    ("tui/driver.py", "self._wire.say_instead"): "the same",
    ("tui/app.py", "self.panic"): "a sentence, cleaned",
    ("tui/commands.py", "print"): "`python -m tui.commands`: the page on keys",
    ("tui/pictures.py", "print"): "`python -m tui.pictures`: names of files made",
    ("index/fields.py", "print"): "`python -m index.fields`: the page on the query language",
}
"""Where something is written that a person may see."""

SINKS = ("click.echo", "os.write", "sys.stdout.write", "sys.stderr.write", "sys.__stdout__.write", "print", "input")
NEVER = {
    **dict.fromkeys(("from_markup", "from_ansi", "from_text", "render_str"), "reads markup or sequences out of text"),
    **dict.fromkeys(
        ("Markdown", "RichLog", "Log", "Pretty", "Syntax", "Traceback", "Button", "Label"), "draws unasked"
    ),
    **dict.fromkeys(("notify", "copy_to_clipboard", "set_title", "open_url", "print_exception"), "Textual's own way"),
    **dict.fromkeys(
        ("secho", "style", "echo_via_pager", "prompt", "confirm", "progressbar", "edit"), "click's own way"
    ),
    **dict.fromkeys(
        ("warn", "getLogger", "basicConfig", "excepthook", "print_exc"), "writes to standard error by itself"
    ),
    **dict.fromkeys(("system", "popen", "spawnlp", "execvp"), "a program that would have the terminal"),
}
"""Calls that nothing makes, by the last part of their names, and why."""


def of(call: Call) -> tuple[str, str, str]:
    return call.module, call.function, call.name


def drawing(call: Call) -> bool:
    head = call.name.partition(".")[0]
    return head in ("Segment", "Content", "Text", "Static", "Input", "TextArea", "Panel", "Tree") and (
        call.name in (head, "Content.assemble", "Content.styled", "Text.assemble", "Text.styled")
    )


def test_text_is_drawn_only_where_it_is_known_to_be() -> None:
    found = {of(call) for call in TUI if drawing(call)}
    assert found == set(DRAWS)


def test_what_is_drawn_is_clean_or_told_where_it_was_made_so() -> None:
    unclean = {of(c) for c in TUI if drawing(c) and c.node.args and not clean(c.node.args[0], c.scope)}
    assert unclean - {place for place in unclean if place[2] == "Static"} <= NOT_TOLD
    for call in TUI:
        if call.name == "Static" and call.node.args and not clean(call.node.args[0], call.scope):
            assert isinstance(call.node.args[0], ast.Call), of(call)
            assert ast.unparse(call.node.args[0].func) == "Content", of(call)


def test_what_stands_in_tables_and_trees_is_clean() -> None:
    """To Rich a string in a table is text as it comes."""
    rows = [call for call in TUI if call.name in ("table.add_row", "Tree")]
    assert len(rows) > 5
    for call in rows:
        for cell in call.node.args:
            made = isinstance(cell, ast.Call) and ast.unparse(cell.func) == "cited_by"
            assert made or clean(cell, call.scope), ast.unparse(call.node)


EXPRESSIONS = [
    ("'words of ours'", True),
    ("visible(letter.title)", True),
    ("clean.visible(letter.title)", True),
    ("letter.title", False),
    ("f'{one_line(hit.id)} · {count:,}'", True),
    ("f'{one_line(hit.id)} · {hit.sender}'", False),
    ("visible(a) + b", False),
    ("visible(a) + ' ' * n", True),
    ("visible(a) if a else b", False),
    ("' '.join(visible(x) for x in xs)", True),
    ("' '.join(xs)", False),
    ("fit(visible(a), width)", True),
    ("fit(a, width)", False),
    ("visible(a).replace('x', b)", False),
    ("title(letter)", False),
    ("known", True),
    ("changed", False),
    ("given", False),
]


@pytest.mark.parametrize(("expression", "expected"), EXPRESSIONS)
def test_what_is_taken_for_clean(expression: str, expected: bool) -> None:
    source = f"def f(given, a, b):\n    known = visible(a)\n    changed = visible(a)\n    changed = b\n    {expression}"
    (scope,) = ast.parse(source).body
    assert isinstance(scope, ast.FunctionDef)
    last = scope.body[-1]
    assert isinstance(last, ast.Expr)
    assert clean(last.value, scope) is expected


def test_words_are_written_only_where_they_are_known_to_be() -> None:
    named = {name for _, name in WRITES}
    found = {(c.module, c.name) for c in CALLS if c.name in SINKS or c.name in named}
    ways = (".console.print", "_driver.write", "_driver.show_plain", "wire.say_instead")
    found |= {(c.module, c.name) for c in CALLS if c.name.endswith(ways)}
    assert found == set(WRITES)


@pytest.mark.parametrize("module", ["tui/cli.py", "tui/printing.py"])
def test_what_is_echoed_is_clean(module: str) -> None:
    echoes = [call for call in TUI if call.module == module and call.name == "click.echo"]
    assert echoes
    for call in echoes:
        assert clean(call.node.args[0], call.scope), ast.unparse(call.node)


def test_nothing_takes_a_way_of_its_own() -> None:
    found = [(of(c), NEVER[c.name.rpartition(".")[2]]) for c in CALLS if c.name.rpartition(".")[2] in NEVER]
    assert found == []
    for call in CALLS:
        for word in call.node.keywords:
            assert (word.arg, ast.unparse(word.value)) not in [("markup", "True"), ("emoji", "True")], of(call)
            assert word.arg not in ("border_title", "border_subtitle", "sub_title"), of(call)


def test_a_program_started_from_here_never_has_the_terminal() -> None:
    started = [c for c in CALLS if c.name.startswith("subprocess.")]
    assert started
    for call in started:
        words = {word.arg: ast.unparse(word.value) for word in call.node.keywords}
        held = words.get("capture_output") == "True" or {"stdout", "stderr"} <= set(words)
        assert held, (of(call), words)
        assert not words.get("shell"), of(call)


def test_every_line_of_every_widget_passes_the_last_door() -> None:
    """Nobody else says what filters a widget has, and whoever paints his lines himself asks for them."""
    overriding = {}
    for path in sorted((ROOT / "tui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name in (
                "get_line_filters",
                "render_lines",
                "_render_content",
                "filtered",
            ):
                overriding[f"{path.stem}.{node.name}"] = ast.unparse(node)
    shared = overriding.pop("painting.filtered")
    assert "widget.get_line_filters()" in shared
    assert "apply_filter" in shared
    assert set(overriding) == {
        "app.get_line_filters",
        "plain.render_lines",
        "scroller.render_lines",
        "written.render_lines",
    }
    assert "[self._door, *super().get_line_filters()]" in overriding["app.get_line_filters"]
    for painting in ("scroller.render_lines", "written.render_lines"):
        assert "filtered(self, " in overriding[painting]
    assert "apply_filter" in overriding["plain.render_lines"]
    assert "self.get_line_filters()" in overriding["plain.render_lines"]


def test_every_command_begins_behind_the_streams_door() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert set(scripts.values()) == {"tui.entry:main"}
    source = (ROOT / "tui" / "entry.py").read_text("utf-8")
    main = next(n for n in ast.parse(source).body if isinstance(n, ast.FunctionDef) and n.name == "main")
    assert ast.unparse(main.body[-1]) == "with harmless():\n    sys.exit(_run(sys.argv[1:]))"


def test_what_is_read_is_cleaned_once_for_all_formats() -> None:
    made = [call for call in CALLS if call.name == "Source"]
    assert {call.module for call in made} == {"corpus/readers/draft.py"}
    for call in made:
        assert ast.unparse(call.node.args[0]).startswith("clean.visible("), ast.unparse(call.node)
