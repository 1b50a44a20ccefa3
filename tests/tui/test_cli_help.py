"""Every command and every option says what it does, and an unknown one is answered in a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.tui.shell import run
from tui.cli import COMMANDS, cli


def every_command() -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """(words that name it, the command), those of groups too."""
    ctx = click.Context(cli)
    waiting = [((name,), cli.get_command(ctx, name)) for name in cli.list_commands(ctx)]
    while waiting:
        words, command = waiting.pop()
        assert command is not None
        yield words, command
        if isinstance(command, click.Group):
            waiting += [((*words, name), command.get_command(ctx, name)) for name in command.list_commands(ctx)]


ALL = list(every_command())


@pytest.mark.parametrize(("words", "command"), ALL, ids=[" ".join(words) for words, _ in ALL])
def test_commands_and_options_have_help(words: tuple[str, ...], command: click.Command) -> None:
    assert command.help
    assert command.get_short_help_str(200).endswith(".")
    for param in command.params:
        if isinstance(param, click.Option):
            assert param.help, f"{' '.join(words)} {param.opts[0]} has no help"
            assert param.help.endswith("."), param.help
        else:
            assert param.make_metavar(click.Context(command))
    shown = run(*words, "--help")
    assert shown.exit_code == 0
    assert all(option in shown.stdout for param in command.params for option in param.opts if option.startswith("-"))
    assert max(map(len, shown.stdout.splitlines())) <= 100


def test_the_list_of_commands_is_the_table() -> None:
    shown = run("--help").stdout
    for name, (_, words) in COMMANDS.items():
        assert f"  {name}" in shown
        assert words.split()[0] in shown
    assert run("-h").stdout == shown


@pytest.mark.parametrize("words", [("show", "--jsno", "x"), ("doctor", "libary"), ("ledger", "one"), ("index",)])
def test_what_is_misspelt_is_answered_in_one_line_with_where_help_is(words: tuple[str, ...]) -> None:
    done = run(*words)
    assert done.exit_code == 2
    (line,) = done.stderr.splitlines()
    assert f"rejoinder {words[0]} --help" in line


def test_the_version_is_one_line() -> None:
    assert run("--version").stdout.startswith("rejoinder ")


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("rejoinder sh", {"plain,show"}),
        ("rejoinder show --mark", {"plain,--markdown"}),
        ("rejoinder show --library {} a/61/2", {"plain,A/61/204-S/2006/511", "plain,A/61/233-S/2006/547"}),
        ("rejoinder thread --library {} S/2006/54", {"plain,A/61/233-S/2006/547"}),
        ("rejoinder thread --library /none S/2006/54", set()),
    ],
)
def test_a_shell_completes_names_options_and_ids(sample_library: Path, words: str, offered: set[str]) -> None:
    typed = words.format(sample_library)
    done = run(_REJOINDER_COMPLETE="bash_complete", COMP_WORDS=typed, COMP_CWORD=str(len(typed.split()) - 1))
    assert set(done.stdout.split("\n")) - {""} == offered
    assert done.stderr == ""
