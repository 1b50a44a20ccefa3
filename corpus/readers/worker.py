"""The other side of `corpus.readers.guard`: reads one file after another until its input ends.

Runs with limits on memory, time and written files. Nothing that a document says is executed; still, whatever breaks
here breaks here only.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from contextlib import suppress
from dataclasses import asdict, is_dataclass
from importlib import import_module
from pathlib import Path

from corpus.errors import RejoinderError
from corpus.model import Letter
from corpus.readers.guard import FAILED, FRAME, JSON, LETTER


def main(memory: int, seconds: int) -> None:
    """Serve requests of the guard; `memory` in bytes, `seconds` after which a file ends the worker."""
    _limit(memory)
    # Linux hands the size of the process that started this one on to it: no file of ours has asked for that much.
    most = max(memory, _grown())
    answers = os.dup(1)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)  # Whatever a library prints must not stand between two answers.
    while head := _take(FRAME.size):
        request = json.loads(_take(FRAME.unpack(head)[1]))
        signal.alarm(seconds)
        kind, body = _answer(request["path"], request["function"])
        signal.alarm(0)
        _give(answers, FRAME.pack(kind, len(body)) + body)
        if _grown() > most:
            return


def _limit(memory: int) -> None:
    import resource

    limits = {resource.RLIMIT_AS: memory, resource.RLIMIT_CORE: 0, resource.RLIMIT_FSIZE: 0}
    for name, value in limits.items():
        with suppress(OSError, ValueError):
            resource.setrlimit(name, (value, value))


def _grown() -> int:
    """The largest size that this process ever had, in bytes; for systems that do not keep the limit."""
    import resource

    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size if sys.platform == "darwin" else size * 1024


def _answer(path: str, function: str) -> tuple[int, bytes]:
    name = os.fsdecode(bytes.fromhex(path))
    try:
        module, _, attribute = function.partition(":")
        result = getattr(import_module(module), attribute)(Path(name))
        if isinstance(result, Letter):
            return LETTER, import_module("corpus.stored").dumps(result)
        value = asdict(result) if is_dataclass(result) and not isinstance(result, type) else result
        return JSON, json.dumps(value).encode()
    except RejoinderError as error:
        return FAILED, _words(error.message, error.hint)
    except MemoryError:
        return FAILED, _words(f"{os.path.basename(name)} asks for too much memory.", "Split it into smaller files.")
    except RecursionError:
        return FAILED, _words(f"{os.path.basename(name)} is nested too deeply.", "")
    except Exception as error:
        return FAILED, _words(f"{os.path.basename(name)} could not be read ({type(error).__name__}).", "It is damaged.")


def _words(message: str, hint: str) -> bytes:
    return json.dumps({"message": message, "hint": hint}).encode()


def _take(size: int) -> bytes:
    parts = bytearray()
    while len(parts) < size:
        part = os.read(0, size - len(parts))
        if not part:
            return b""
        parts += part
    return bytes(parts)


def _give(stream: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(stream, view) :]
