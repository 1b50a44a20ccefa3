"""The command line: the commands of `tui.entry`, each in a module that is imported when it is asked for.

`rejoinder --version` and `rejoinder parse` load neither textual nor whoosh.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from corpus.clean import visible
from corpus.errors import QueryError, RejoinderError
from tui.entry import COMMANDS, main, named

INTERRUPTED = 130


class Commands(click.Group):
    """A group that imports a command when it is asked for, and takes anything else as something to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in `--help`, from the table: nothing is imported for it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a pipe that was closed is told apart from nothing found."""
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError as error:
            raise ClosedPipe from error
        return done

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Name the command `open` where none is named; a shell that completes the first word is given the names."""
        return super().parse_args(ctx, args if ctx.resilient_parsing and not args else named(args))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="rejoinder", prog_name="rejoinder", message="%(prog)s %(version)s")
def cli() -> None:
    """Read United Nations correspondence: search it, follow its footnotes, see who answered whom.

    \b
    rejoinder                 open the library
    rejoinder A/79/818        open a letter, by either half of its symbol in any spelling
    rejoinder customs post    open a search
    rejoinder -- WORDS        always a search, whatever the words look like

    Names, options and IDs complete: eval "$(_REJOINDER_COMPLETE=bash_source rejoinder)"; zsh and fish likewise.
    """


def run() -> int:
    """Run the command that was asked for; its exit status."""
    return status_of(lambda: cli.main(standalone_mode=False, prog_name="rejoinder"))


def status_of(command: Callable[[], int | None]) -> int:
    """What a command ends with; an error is one line with its next step, never a traceback."""
    try:
        status = command()
        sys.stdout.flush()
    except (click.exceptions.Abort, KeyboardInterrupt):
        status = INTERRUPTED
    except click.ClickException as error:
        status = misused(error)
    except click.exceptions.Exit as leave:
        status = leave.exit_code
    except (BrokenPipeError, ClosedPipe):
        status = _closed_pipe()
    except RejoinderError as error:
        status = told(error)
    except OSError as error:
        status = refused(error)
    except Exception as error:
        status = unexpected(error)
    return int(status or 0)


class ClosedPipe(Exception):
    """Nobody reads on. click would end a BrokenPipeError with status 1, which means "nothing found" here."""


def told(error: RejoinderError) -> int:
    """Say an error on standard error, with the place where a query is at fault; its exit status."""
    query: Any = getattr(error, "query", "")
    if isinstance(error, QueryError) and query:
        click.echo(visible(query), err=True)
        click.echo(" " * error.position + "^", err=True)
    click.echo(visible(str(error)), err=True)
    return error.exit_status


def misused(error: click.ClickException) -> int:
    """Say in one line what of the command line cannot be understood, and where its help is; the exit status."""
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path if ctx else "rejoinder"
    message = " ".join(error.format_message().split())
    end = "" if message.endswith((".", "?")) else "."
    click.echo(visible(f"{message}{end} Help: {path} --help"), err=True)
    return error.exit_code


def refused(error: OSError) -> int:
    """Say in one line what the system would not do: a full disk, a folder one may not write to; the exit status."""
    if error.filename is None and error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF):
        return unexpected(error)
    what = f"{os.fsdecode(error.filename)}" if error.filename else "The output could not be written"
    click.echo(visible(f"{what}: {(error.strerror or 'input/output error').lower()}."), err=True)
    _closed_pipe()
    return RejoinderError.exit_status


def unexpected(error: Exception) -> int:
    """Say that something went wrong that should not have, and where its details are; the exit status."""
    from tui.log import told as told_of_fault

    click.echo(visible(told_of_fault(error)), err=True)
    return RejoinderError.exit_status


def _closed_pipe() -> int:
    """Nobody reads on: end quietly. Python would complain once more when it closes standard output at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    main()
