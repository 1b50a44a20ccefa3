"""Dangers that are kept out by never doing a thing: read from the source of the three rooms."""

from __future__ import annotations

import ast
import pickle
import shutil
from pathlib import Path

import pytest

from index.library import Library
from index.results import Request
from tests.attacks import ATTACKS, EVERYTHING
from tests.house.text_paths import ROOMS, ROOT, Call, calls
from tests.tui.shell import run

CALLS = tuple(calls())
SHIPPED = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]

WRITING = {
    ("index/answering.py", "answer"),
    ("index/arraywriter.py", "ArrayWriter.__init__"),
    ("index/generation.py", "NextGeneration._aside"),
    ("index/generation.py", "NextGeneration.move"),
    ("index/library.py", "Library.open"),
    ("index/repair.py", "_forget"),
    ("index/store.py", "Store.sweep"),
    ("index/segment/folder.py", "SegmentFolder.__init__"),
    ("index/segment/folder.py", "sync_folder"),
    ("index/segment/section.py", "SectionWriter.__init__"),
    ("index/store.py", "Store.create"),
    ("index/store.py", "Store.publish"),
    ("index/store.py", "remove"),
    ("tui/entry.py", "_open_closed_streams"),
    ("tui/cli.py", "_closed_pipe"),
    ("tui/commands_library.py", "sample_library"),
    ("tui/log.py", "note"),
    ("tui/pictures.py", "make"),
    ("tui/queries.py", "Queries._append"),
    ("tui/queries.py", "Queries._shorten"),
    ("tui/state.py", "State.open"),
    ("tui/state.py", "State.save"),
    ("tui/state.py", "_write"),
}
"""What makes, changes or removes a file: a library, what is remembered, the log, the README's pictures, /dev/null.
Nothing is exported to a file, so no symbol and no title is ever a path."""

UNPACKERS = {"pickle", "marshal", "shelve", "dill", "joblib", "yaml"}
"""What runs or crashes at bytes of somebody else's."""
AMONG_OURSELVES = {"index/second.py": {"marshal"}, "index/line.py": {"pickle"}}
"""Who talks so to a process of its own, by a pipe or a socket that nobody else has an end of."""

_MAKES = ("write_text", "write_bytes", "touch", "mkdir", "rename", "unlink", "rmdir", "symlink_to", "hardlink_to")
_OF_OS = ("os.open", "os.replace", "os.rename", "os.unlink", "os.remove", "os.makedirs", "os.mkdir", "os.symlink")


def writes(call: Call) -> bool:
    """Whether a call may make, change or remove a file."""
    last = call.name.rpartition(".")[2]
    if call.name in _OF_OS or call.name.startswith(("shutil.", "tempfile.")) or last in _MAKES:
        return call.name not in ("shutil.get_terminal_size", "shutil.which")
    mode = [ast.unparse(a) for a in (*call.node.args, *(k.value for k in call.node.keywords if k.arg == "mode"))]
    return last == "open" and any(m.strip("'\"")[:1] in ("w", "a", "x") and len(m) <= 5 for m in mode)


def test_files_are_written_only_where_they_are_known_to_be() -> None:
    found = {call.place for call in CALLS if writes(call)} - {("corpus/readers/worker.py", "main")}
    assert found == WRITING


def test_nothing_is_unpickled_or_evaluated() -> None:
    for path in SHIPPED:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            used = {name.split(".")[0] for name in names} & UNPACKERS
            assert used <= AMONG_OURSELVES.get(path.relative_to(ROOT).as_posix(), set()), path
    for call in CALLS:
        assert call.name not in ("eval", "exec", "compile", "__import__"), call.place
        for word in call.node.keywords:
            assert (word.arg, ast.unparse(word.value)) != ("allow_pickle", "True"), call.place


def test_a_pickle_among_the_library_s_files_is_never_read(hostile_library: Path, tmp_path: Path) -> None:
    """Whoosh's own table of contents is one: whoever can write into the folder would run what he likes."""
    struck = tmp_path / "struck"

    class Bomb:
        def __reduce__(self) -> tuple[object, tuple[object, ...]]:
            return Path.touch, (struck,)

    folder = tmp_path / "library"
    shutil.copytree(hostile_library, folder)
    for name in ("_MAIN_1.toc", "MAIN_1.seg", "MAIN_WRITELOCK", "generation-2.pickle"):
        (folder / name).write_bytes(pickle.dumps(Bomb()))
    with Library.open(folder) as library:
        assert library.count() > 100
        library.verify()
        library.search(Request("hostile"))
    assert not struck.exists()


def test_a_symbol_is_never_a_path(hostile_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("United Nations A/61/1\n\nLetter dated 4 August 2006\n\nsecret words")
    monkeypatch.chdir(tmp_path)
    ways = [attack.text for attack in ATTACKS if attack.name.startswith("paths")]
    for name in (*ways, str(secret), "secret.txt", "../secret.txt", f"{tmp_path.name}/secret.txt", "file://secret.txt"):
        for command in ("show", "thread"):
            done = run(command, name, library=hostile_library)
            assert done.exit_code == 1, (command, name)
            assert "secret words" not in done.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["secret.txt"]


def test_every_export_of_a_letter_names_the_sha_256_of_its_file(hostile_library: Path) -> None:
    with Library.open(hostile_library) as library:
        (holding,) = library.letter(EVERYTHING).holdings
    for way in ("--json", "--markdown"):
        assert holding.sha256 in run("show", EVERYTHING, way, library=hostile_library).stdout
