"""Every command × every attack: in a pipe and at a terminal, not one byte of theirs goes out as control."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pexpect
import pytest
from markdown_it import MarkdownIt

from corpus.clean import visible
from tests.attacks import ATTACKS, EVERYTHING, KINDS, SHORT, Attack, hostile_letter, of_kind
from tests.terminal_grammar import BAR, PRINTED, acted, read
from tests.tui.shell import run
from tui.cli import cli

TOKENS = [attack.token for attack in ATTACKS]
MANY = ("--limit", "500")

ROWS: tuple[tuple[str, ...], ...] = (
    ("search", "hostile", *MANY),
    *(("search", "hostile", *MANY, flag) for flag in ("--plain", "--json", "--jsonl", "--csv", "--facets", "--group")),
    *(("search", "hostile", *MANY, "--context", *more) for more in ((), ("--json",), ("--csv",), ("--plain",))),
    ("search", "hostile", *MANY, "--facets", "--json"),
    ("search", "hostile", *MANY, "--color", "always", "--sort", "date"),
    *(("show", EVERYTHING, *more) for more in ((), ("--text",), ("--plain",), ("--markdown",), ("--json",))),
    ("show", EVERYTHING, "--color", "always", "--language", "en"),
    ("show", f"{EVERYTHING}#n1"),
    *(("thread", EVERYTHING, *more) for more in ((), ("--plain",), ("--json",), ("--color", "always"))),
    *(("missing", *more) for more in ((), ("--plain",), ("--json",), ("--csv",), (*MANY, "--color", "always"))),
    *(("ledger", "Kestravia", "Valdmark", *more) for more in ((), ("--plain",), ("--json",), ("--csv",))),
    ("ledger", "Kestravia", "Valdmark", "--color", "always"),
    *(("resolve", f"{EVERYTHING} and S/2006/448", *more) for more in ((), ("--plain",), ("--json",))),
    ("resolve", f"{EVERYTHING} and S/2006/448", "--color", "always"),
    ("doctor", "library"),
    ("doctor", "library", "--repair", "{in}"),
    ("doctor", "terminal"),
    ("doctor", "terminal", "--json"),
    ("index", "{in}"),
    ("index", "{in}", "--json"),
    ("index", "{in}", "--plain"),
    ("parse", "{inner}"),
    ("open", EVERYTHING, "--plain", "--color", "always", "--no-history", "--lean", "--theme", "dark"),
    ("open", "--words", "hostile", "--plain", "--resume", "--language", "en"),
    ("demo", "--lean"),
)
"""What is run; `test_every_command_and_flag_has_a_row` tells what is missing."""

TAKING: tuple[tuple[str, ...], ...] = (
    *(("search", "{}", *more) for more in ((), ("--json",), ("--context",))),
    ("search", '"{}'),
    ("search", "from:{} hostile"),
    ("search", "x", "--sort", "{}"),
    ("search", "x", "--limit", "{}"),
    *(("show", "{}", *more) for more in ((), ("--json",))),
    ("show", "x", "--language", "{}"),
    ("show", "--{}"),
    ("thread", "{}"),
    ("ledger", "{}", "Valdmark"),
    ("resolve", "{}"),
    ("resolve", "--json", "{} A/61/499 {}"),
    ("missing", "{}"),
    ("index", "/no/{}"),
    ("parse", "/no/{}"),
    ("doctor", "{}"),
    ("doctor", "library", "--library", "/no/{}"),
    ("search", "x", "--library", "/no/{}"),
    ("open", "{}", "--plain"),
    ("open", "x", "--theme", "{}"),
    ("{}",),
)
"""What takes words of somebody: a query, a name, a path."""


@pytest.fixture(autouse=True)
def _nothing_of_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))


def told(words: tuple[str, ...], library: Path) -> tuple[str, ...]:
    """A row with the folder of the letters in its place, or with one in it whose name is hostile too."""
    folder = library.parent / "in"
    inner = next(path for path in folder.iterdir() if path.is_dir())
    return tuple(word.replace("{in}", str(folder)).replace("{inner}", str(inner)) for word in words)


def given(payload: str) -> str:
    """A payload as a command line gives it: without NUL, bytes that are no UTF-8 as Python keeps them."""
    return os.fsdecode(payload.replace("\0", "").encode("utf-8", "surrogatepass"))


def faults(printed: str) -> list[str]:
    """What of the printed is neither harmless text nor a colour; empty where all is well."""
    sent = read(printed, PRINTED)
    return [*sent.faults, *acted(sent, TOKENS)]


def leaves(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command of the tree with the words that name it."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from leaves(found, (*path, name))
    else:
        yield path, command


def test_every_command_and_flag_has_a_row() -> None:
    for path, command in leaves(cli):
        rows = [row for row in ROWS if row[: len(path)] == path]
        assert rows, f"no row runs {path}"
        for option in command.params:
            if isinstance(option, click.Option) and option.name != "folder":
                assert any(set(option.opts) & set(row) for row in rows), f"no row gives {path} {option.opts}"


def pipe_names(words: tuple[str, ...]) -> str:
    return " ".join(words).replace(EVERYTHING, "ID")


@pytest.mark.parametrize("words", ROWS, ids=pipe_names)
def test_nothing_acts_in_a_pipe(hostile_library: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    library = None if words[0] in ("parse", "demo") or "terminal" in words else hostile_library
    if "--repair" in words:
        library = tmp_path / "library"
        shutil.copytree(hostile_library, library)
    done = run(*told(words, hostile_library), library=library)
    assert "Something went wrong" not in done.stderr
    assert "Traceback" not in done.output
    assert faults(done.output) == []
    assert done.output


def at_a_terminal(folder: Path, rows: list[list[str]], locale: str) -> bytes:
    """What rows of words print, all in one program whose terminal is 100 columns wide."""
    (folder / "rows").write_text(json.dumps(rows), "ascii")
    command = f"{sys.executable} -m tests.tui.in_turn {folder / 'rows'}"
    env = {**os.environ, "TERM": "xterm-256color", "LC_ALL": locale}
    env.pop("NO_COLOR", None)
    sent = pexpect.run(command, env=env, timeout=120, dimensions=(40, 100))
    assert isinstance(sent, bytes)
    assert "== done ==" in sent[-20:].decode()
    assert sent.count(b"== done ==") == len(rows)
    assert b"Traceback" not in sent
    assert b"Something went wrong" not in sent
    return sent


def test_nothing_acts_at_a_terminal(hostile_library: Path, tmp_path: Path) -> None:
    """Tables, trees and colours."""
    kept = [w for w in ROWS if w[0] not in ("demo", "index", "parse") and "--repair" not in w]
    where = ("--library", str(hostile_library))
    rows = [[*told(words, hostile_library), *(where if "terminal" not in words else ())] for words in kept]
    taking = [words for words in TAKING if words != ("{}",)]  # which would open the screen
    rows += [
        [word.replace("{}", payload) for word in words]
        for words in taking
        for payload in map(given, map(of_kind, KINDS))
    ]
    sent = at_a_terminal(tmp_path, rows, "C.UTF-8")
    found = read(sent, PRINTED)
    assert found.faults == ()
    assert acted(found, TOKENS) == []
    assert "\x1b[1m" in found.sequences
    assert "[@click=app.quit]" in found.text, "markup is words"


def test_a_terminal_without_unicode_is_sent_ascii_in_which_nothing_acts(hostile_library: Path, tmp_path: Path) -> None:
    asked = (("search", "hostile", *MANY), ("thread", EVERYTHING), ("missing",), ("show", EVERYTHING))
    sent = at_a_terminal(tmp_path, [[*words, "--library", str(hostile_library)] for words in asked], "C")
    assert sent.isascii()
    found = read(sent, PRINTED)
    assert found.faults == ()
    assert acted(found, TOKENS) == []
    assert "hostile" in found.text


def test_the_bar_shows_a_hostile_name_as_it_is(tmp_path: Path) -> None:
    env = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a\x1b]0;owned\x07[b]x.txt").write_text(hostile_letter("words", 500), "utf-8")
    words = ["-m", "tui.cli", "index", str(tmp_path / "in"), "--library", str(tmp_path / "library")]
    sent = pexpect.run(" ".join([sys.executable, *words]), env=env, timeout=60, encoding="utf-8", dimensions=(24, 100))
    assert "1 of 1 files" in sent
    assert "␛]0;owned␇[b]x.txt" in sent
    assert read(sent, BAR).faults == ()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_what_one_types_acts(hostile_library: Path, kind: str) -> None:
    payload = given(of_kind(kind) or KINDS[kind]["marks"])
    for words in TAKING:
        library = hostile_library if words[0] not in ("parse", "{}") and "--library" not in words else None
        done = run(*(word.replace("{}", payload) for word in words), library=library, said="")
        assert faults(done.output) == [], words
        assert "Something went wrong" not in done.stderr, words


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_of_a_query_acts(hostile_library: Path, attack: Attack) -> None:
    done = run("search", "--", given(attack.text), library=hostile_library)
    assert faults(done.output) == []
    assert "Something went wrong" not in done.stderr


def test_what_is_written_is_all_there(hostile_library: Path) -> None:
    """Cleaning hides nothing: every token stands in what is shown, its payload beside it in stand-ins."""
    for more in (("--text",), ("--markdown",), ("--json",)):
        done = run("show", EVERYTHING, *more, library=hostile_library)
        for attack in SHORT:
            assert attack.token in done.stdout, (attack.name, more)
    shown = " ".join(run("show", EVERYTHING, library=hostile_library).stdout.split())
    for attack in SHORT:
        if attack.name.startswith(("markup: a", "markup: w", "markup: v")) and "\\" not in attack.text:
            assert attack.text in shown, attack.name


def test_floods_are_cut_where_people_read(hostile_library: Path) -> None:
    for number, attack in enumerate(ATTACKS, 500):
        if attack.name.startswith("floods"):
            done = run("show", f"A/61/{number}", library=hostile_library)
            assert done.exit_code == 0
            for mark in "\u0301\u0e31\u0489\u20dd\u1161\U0001d167":
                assert mark * 9 not in done.stdout


def test_no_cell_computes(hostile_library: Path) -> None:
    """Excel, LibreOffice and Numbers begin a formula at these, after blanks too; the wide ones in some countries."""
    cells = []
    for words in (("search", "hostile", *MANY), ("search", "hostile", "--context", *MANY), ("missing", *MANY)):
        done = run(*words, "--csv", library=hostile_library)
        cells += [cell for row in csv.reader(io.StringIO(done.stdout)) for cell in row]
    assert len(cells) > 500
    for cell in cells:
        assert not cell.lstrip().startswith(tuple("=+-@＝＋－＠")), cell
    assert any(cell.startswith("'") for cell in cells)


def test_markdown_of_a_letter_links_nowhere(hostile_library: Path) -> None:
    letters = [EVERYTHING, *(f"A/61/{n}" for n, a in enumerate(ATTACKS, 500) if a.name.startswith(("markup", "paths")))]
    for letter in letters:
        done = run("show", letter, "--markdown", library=hostile_library)
        parser = MarkdownIt("gfm-like", {"html": True, "linkify": False})
        kinds = {t.type for block in parser.parse(done.stdout) for t in (block, *(block.children or ()))}
        assert not kinds & {"link_open", "image", "html_block", "html_inline", "code_inline", "fence", "code_block"}
        assert not kinds & {"strong_open", "em_open", "s_open"}


def test_json_gives_what_was_typed_back(hostile_library: Path) -> None:
    for attack in SHORT:
        asked = given(attack.text)
        done = run("search", "--json", "--", asked, library=hostile_library)
        if done.exit_code in (0, 1):
            assert visible(json.loads(done.stdout)["query"]) == visible(asked)


ENVIRONMENT = ("TERM", "COLORTERM", "TERM_PROGRAM", "LANG", "LC_ALL", "TMUX", "STY", "SSH_CONNECTION", "VTE_VERSION")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_the_environment_acts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    payload = given(of_kind(kind))
    told = dict.fromkeys(ENVIRONMENT, payload)
    for words in (("doctor", "terminal"), ("doctor", "terminal", "--json"), ("open", "x")):
        done = run(*words, library=tmp_path / "none" if words[0] == "open" else None, **told)
        assert faults(done.output) == [], words
        assert "Something went wrong" not in done.stderr, words
    homes = {f"XDG_{name}_HOME": str(tmp_path / payload.replace("/", "∕")[:60]) for name in ("DATA", "STATE", "CONFIG")}
    for words in (("search", "x"), ("show", "x"), ("doctor", "library"), ("open", "x")):
        done = run(*words, **homes)
        assert faults(done.output) == [], words
        assert done.exit_code == 3, words


def test_nothing_that_a_shell_completes_acts(hostile_library: Path) -> None:
    """What a shell is given to complete with is printed by the shell, at once."""
    offered = ""
    for begun in ("show A/61", "show S/2006/4", "thread A/61/49"):
        command, start = begun.split()
        words = f"rejoinder {command} --library {hostile_library} {start}"
        for shell in ("bash", "zsh"):
            asked = {"_REJOINDER_COMPLETE": f"{shell}_complete", "COMP_WORDS": words, "COMP_CWORD": "4"}
            done = run(**asked)
            assert faults(done.output) == [], (begun, shell)
            offered += done.output
    assert "A/61/499" in offered


def test_a_fault_quotes_nothing(hostile_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever an exception carries, one line is told of it, and its traceback goes where nobody else looks."""
    for attack in ATTACKS:

        def fail(*_: object, text: str = attack.text, **__: object) -> None:
            raise ValueError(text)

        monkeypatch.setattr("index.library.Library.search", fail)
        done = run("search", "x", library=hostile_library)
        assert done.exit_code == 4
        assert done.stdout == ""
        assert "ValueError" in done.stderr
        assert attack.token not in done.stderr
        assert "Traceback" not in done.output
        assert faults(done.output) == []
    log = tmp_path / "state" / "rejoinder" / "log"
    assert log.stat().st_mode & 0o777 == 0o600
    assert faults(log.read_text("utf-8")) == []
    assert ATTACKS[0].token in log.read_text("utf-8")
