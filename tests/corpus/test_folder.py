"""Which files of a folder are read, and what is said of the others."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from corpus import folder
from corpus.folder import Failure
from corpus.readers import MAX_BYTES


def names(found: list[Path | Failure]) -> list[str]:
    return [item.name for item in found if isinstance(item, Path)]


def failures(found: list[Path | Failure]) -> dict[str, str]:
    return {Path(item.path).name: item.error for item in found if isinstance(item, Failure)}


def test_files_of_known_suffix_sorted_and_hidden_ones_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.PDF", "c.md", "notes.xls", ".hidden.txt", "sub/d.html", ".git/e.txt", "z.docx"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x")
    assert names(list(folder.walk([tmp_path]))) == ["a.PDF", "b.txt", "c.md", "z.docx", "d.html"]


def test_what_tells_about_a_folder_is_no_letter_unless_it_is_named(tmp_path: Path) -> None:
    for name in ("README.md", "readme.txt", "LICENSE.txt", "letter.md", "readme-of-a-mission.txt"):
        (tmp_path / name).write_text("x")
    assert names(list(folder.walk([tmp_path]))) == ["letter.md", "readme-of-a-mission.txt"]
    assert names(list(folder.walk([tmp_path / "README.md"]))) == ["README.md"]


def test_what_is_no_regular_file_is_told_and_not_opened(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("x")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "good.txt").write_text("x")
    os.mkfifo(inside / "pipe.txt")  # opening it would wait for ever
    (inside / "link.txt").symlink_to(outside)
    (inside / "near.txt").symlink_to(inside / "good.txt")
    (inside / "gone.txt").symlink_to(inside / "nothing")
    (inside / "loop.txt").symlink_to(inside / "loop.txt")
    (inside / "device.txt").symlink_to("/dev/null")
    with socket.socket(socket.AF_UNIX) as server:
        previous = Path.cwd()
        os.chdir(inside)  # a socket's path is limited to about a hundred characters
        try:
            server.bind("socket.txt")
        finally:
            os.chdir(previous)
        found = list(folder.walk([inside]))
    assert names(found) == ["good.txt"]
    told = failures(found)
    assert told["pipe.txt"] == "is a named pipe, not a regular file"
    assert told["socket.txt"] == "is a socket, not a regular file"
    assert told["link.txt"] == told["device.txt"] == "is a link out of the folder"
    assert "cannot be opened" in told["gone.txt"]
    assert "loop.txt" in told


def test_a_link_to_a_folder_outside_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.txt").write_text("x")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "way").symlink_to(outside)
    (inside / "round").symlink_to(inside)
    assert list(folder.walk([inside])) == []


def test_a_file_named_itself_is_tried_whatever_its_suffix(tmp_path: Path) -> None:
    odd = tmp_path / "letter.dat"
    odd.write_text("x")
    assert list(folder.walk([odd, odd])) == [odd]
    assert failures(list(folder.walk([tmp_path / "none.txt"])))["none.txt"].startswith("cannot be opened")


def test_a_file_above_the_size_cap_is_told(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)  # sparse: takes no room
    assert failures(list(folder.walk([tmp_path]))) == {"large.txt": "is larger than 64 MB"}
