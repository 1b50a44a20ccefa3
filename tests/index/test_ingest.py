"""Folders into a library: added, unchanged, updated, removed, failed, and what makes two files one letter."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import LibraryDamaged, LibraryLocked
from index import entries, generation, ingest, rows
from index.library import Library
from index.results import Cancelled, Progress, Report

pytestmark = pytest.mark.usefixtures("quick_disk")

HEAD = "United Nations\n\n{symbol}\n\nGeneral Assembly\n\nDistr.: General\n\n{date}\n\n"
BODY = (
    "Letter dated {date} from the Permanent Representative of {sender} to the United Nations addressed to the"
    " Secretary-General\n\nI have the honour to state that {words}.\n\n(Signed) Ada Ostrel\n"
)


def write(
    folder: Path, name: str, words: str, symbol: str = "", date: str = "6 March 2006", sender: str = "Kestravia"
) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    head = HEAD.format(symbol=symbol, date=date) if symbol else ""
    path.write_text(head + BODY.format(date=date, sender=sender, words=words), "utf-8")
    return path


@pytest.fixture
def held(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library", create=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    write(folder, "one.txt", "the lighthouse is lit", "A/60/701")
    write(folder, "two.txt", "the customs post is closed", "A/60/702", "8 March 2006", "Valdmark")
    write(folder, "three.txt", "the ferry runs again", date="9 March 2006")
    return folder


def counts(report: Report) -> tuple[int, int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.removed, report.letters


def test_added_then_unchanged_and_not_read_again(held: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert counts(held.ingest([folder])) == (3, 0, 0, 0, 3)
    assert held.identify("A/60/701") == ("A/60/701",)
    assert held.identify("2006-03-09 Kestravia") == ("2006-03-09 Kestravia",)
    generation = held.index.snapshot.generation
    monkeypatch.setattr(ingest, "Guard", _unwanted)
    assert counts(held.ingest([folder])) == (0, 0, 3, 0, 3)
    assert held.index.snapshot.generation == generation  # nothing changed, nothing written


def _unwanted() -> None:
    raise AssertionError("an unchanged file was read")


def test_a_changed_file_replaces_its_letter(held: Library, folder: Path) -> None:
    held.ingest([folder])
    write(folder, "one.txt", "the lighthouse is dark", "A/60/701")
    assert counts(held.ingest([folder])) == (0, 1, 2, 0, 3)
    assert "is dark" in held.letter("A/60/701").text
    write(folder, "one.txt", "the lighthouse is dark", "A/60/799")
    assert counts(held.ingest([folder])) == (0, 1, 2, 0, 3)
    assert (held.identify("A/60/701"), held.identify("A/60/799")) == ((), ("A/60/799",))


def test_a_file_that_is_gone_takes_its_letter_along(held: Library, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write(other, "four.txt", "the mine is shut", "A/60/704")
    held.ingest([folder, other])
    (folder / "one.txt").unlink()
    (other / "four.txt").unlink()
    assert counts(held.ingest([folder])) == (0, 0, 2, 1, 3)  # the other folder was not asked for
    assert held.identify("A/60/701") == ()
    assert held.identify("A/60/704") == ("A/60/704",)


def test_a_moved_file_is_not_read_again(held: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held.ingest([folder])
    (folder / "one.txt").rename(folder / "moved.txt")
    monkeypatch.setattr(ingest, "Guard", _unwanted)
    assert counts(held.ingest([folder])) == (1, 0, 2, 1, 3)
    assert [h.path for h in held.letter("A/60/701").holdings] == [str(folder / "moved.txt")]


def test_a_file_that_fails_is_one_line_and_the_run_goes_on(held: Library, folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing of one")
    (folder / "empty.docx").write_bytes(b"")
    os.mkfifo(folder / "pipe.txt")
    report = held.ingest([folder, folder / "nowhere.txt"])
    assert (report.added, report.letters) == (3, 3)
    assert sorted(Path(path).name for path, _ in report.failed) == [
        "broken.pdf",
        "empty.docx",
        "nowhere.txt",
        "pipe.txt",
    ]
    assert all(reason and "\n" not in reason for _, reason in report.failed)


def test_a_letter_that_can_no_longer_be_read_stays(held: Library, folder: Path) -> None:
    held.ingest([folder])
    (folder / "one.txt").write_bytes(b"")
    report = held.ingest([folder])
    assert (len(report.failed), report.removed, report.letters) == (1, 0, 3)
    assert "is lit" in held.letter("A/60/701").text


def test_copies_formats_and_languages_are_holdings_of_one_letter(held: Library, folder: Path) -> None:
    write(folder, "copy.txt", "the lighthouse is lit", "A/60/701")
    (folder / "three.md").write_text((folder / "three.txt").read_text("utf-8"), "utf-8")  # no symbol: the same text
    french = (
        "Nations Unies\n\nA/60/701\n\nAssemblée générale\n\nDistr. générale\n\n6 mars 2006\n\n"
        "Lettre datée du 6 mars 2006, adressée au Secrétaire général par le Représentant permanent de Kestravia auprès"
        " de l’Organisation des Nations Unies\n\n"
        "J’ai l’honneur de vous informer que le phare est allumé et que la mer est calme dans la baie.\n"
    )
    (folder / "one-fr.txt").write_text(french, "utf-8")
    report = held.ingest([folder])
    assert (report.added, report.letters) == (6, 3)
    versions = held.versions("A/60/701")
    assert {Path(h.path).name for one in versions for h in one.holdings} == {"one.txt", "copy.txt", "one-fr.txt"}
    assert [one.language for one in versions] == ["en", "fr"]
    assert {Path(h.path).name for h in held.letter("2006-03-09 Kestravia").holdings} == {"three.txt", "three.md"}


def test_one_of_two_files_goes_and_the_other_still_shows_the_letter(held: Library, folder: Path) -> None:
    write(folder, "one.txt", "the lighthouse is lit and its keeper well", "A/60/701")
    write(folder, "reissued.txt", "the lighthouse is lit", "A/60/701")
    held.ingest([folder])
    assert held.count() == 3
    assert "keeper" in held.letter("A/60/701").text  # the longer one is shown
    (folder / "one.txt").unlink()
    assert counts(held.ingest([folder])) == (0, 0, 3, 1, 3)
    shown = held.letter("A/60/701")
    assert "keeper" not in shown.text
    assert [Path(h.path).name for h in shown.holdings] == ["reissued.txt"]


def test_a_file_changes_and_another_with_the_same_letter_stays(held: Library, folder: Path) -> None:
    write(folder, "one.txt", "the lighthouse is lit and its keeper well", "A/60/701")
    write(folder, "reissued.txt", "the lighthouse is lit", "A/60/701")
    held.ingest([folder])
    write(folder, "one.txt", "the harbour is open", "A/60/705")
    held.ingest([folder])
    assert "is lit" in held.letter("A/60/701").text
    assert "harbour" in held.letter("A/60/705").text
    assert held.count() == 4


def test_a_file_takes_over_what_another_had(held: Library, folder: Path) -> None:
    held.ingest([folder])
    before = (folder / "one.txt").read_text("utf-8")
    write(folder, "one.txt", "the harbour is open", "A/60/705")
    (folder / "zz.txt").write_text(before, "utf-8")
    held.ingest([folder])
    assert [Path(h.path).name for h in held.letter("A/60/701").holdings] == ["zz.txt"]
    assert held.count() == 4


def test_a_symbol_shared_by_letters_of_two_dates_does_not_swallow_one(held: Library, folder: Path) -> None:
    write(folder, "misread.txt", "the mine is shut", "A/60/701", "1 April 2006")
    held.ingest([folder])
    assert set(held.identify("A/60/701")) == {"A/60/701"}  # the exact ID
    assert {held.letter(name).date for name in ("A/60/701", "A/60/701 (2)")} == {"2006-03-06", "2006-04-01"}


def test_ids_of_one_date_and_sender_follow_the_sha_whatever_the_order(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    paths = [write(folder, f"{n}.txt", f"paragraph {n} is the only one") for n in range(3)]
    shown = []
    for number, order in enumerate((paths, paths[::-1])):
        with Library.open(tmp_path / f"library{number}", create=True) as held:
            for path in order:
                held.ingest([path])
            ids = ["2006-03-06 Kestravia", "2006-03-06 Kestravia (2)", "2006-03-06 Kestravia (3)"]
            shown.append([held.letter(one).text for one in ids])
    assert shown[0] == shown[1]


def test_progress_counts_files_and_failures(held: Library, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    told: list[Progress] = []
    held.ingest([folder], progress=told.append)
    assert [(one.done, one.total) for one in told] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert told[-1].failed == 1
    assert {Path(one.path).name for one in told} == {path.name for path in folder.iterdir()}


def test_what_was_written_stays_when_a_run_is_told_to_stop(
    held: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "WINDOW", 1)
    told: list[Progress] = []
    with pytest.raises(Cancelled):
        held.ingest([folder], progress=told.append, cancel=lambda: len(told) == 2)
    assert held.count() == 2
    assert held.verify() == ()
    assert held.ingest([folder]).letters == 3


def test_batches_are_generations_and_letters_meet_across_them(
    held: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "WINDOW", 1)
    monkeypatch.setattr(ingest, "BATCH", 1)
    write(folder, "zz.txt", "the lighthouse is lit", "A/60/701")
    assert held.ingest([folder]).letters == 3
    assert held.index.snapshot.generation >= 4
    assert len(held.letter("A/60/701").holdings) == 2


def test_the_same_with_several_readers(held: Library, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    for number in range(40):
        write(folder, f"{number}.txt", f"item {number} stands", f"A/60/{800 + number}", f"{number % 28 + 1} May 2006")
    assert counts(held.ingest([folder])) == (40, 0, 0, 0, 40)  # one reader a core
    assert [held.letter(f"A/60/{800 + n}").symbols for n in range(40)] == [(f"A/60/{800 + n}",) for n in range(40)]


def test_another_writer_is_waited_for_and_then_told(
    held: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole: Callable[..., object] = type(held.index).writer
    monkeypatch.setattr(type(held.index), "writer", lambda self, **more: whole(self, timeout=0.1, **more))
    with held.index.store.lock(), pytest.raises(LibraryLocked):
        held.ingest([folder])
    assert held.ingest([folder]).letters == 3


def test_a_threads_links_follow_every_update(held: Library, folder: Path) -> None:
    words = (
        "I refer to the letter dated 6 March 2006 from the Permanent Representative of Kestravia addressed to the"
        " Secretary-General (A/60/701), the allegations in which are rejected"
    )
    write(folder, "two.txt", words, "A/60/702", "8 March 2006", "Valdmark")
    held.ingest([folder])
    assert [(e.source, e.target) for e in held.thread("A/60/701").edges] == [("A/60/702", "A/60/701")]
    write(folder, "two.txt", "nothing of the kind was written", "A/60/702", "8 March 2006", "Valdmark")
    held.ingest([folder])
    assert held.thread("A/60/701").edges == ()


@pytest.mark.parametrize("told", [True, False])
def test_a_library_of_an_older_layout_is_made_again(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, told: bool
) -> None:
    monkeypatch.setattr(generation, "SCHEMA_VERSION", 1)
    with Library.open(tmp_path / "library", create=True) as library:
        library.ingest([folder])
    monkeypatch.undo()
    elsewhere = write(tmp_path / "elsewhere", "four.txt", "the ford is dry", "A/60/704")
    with Library.open(tmp_path / "library") as older:
        before = older.outdated
        if not told:
            monkeypatch.setattr(ingest, "known_files", _damaged)
        report = older.ingest([elsewhere])
        assert report.added == (4 if told else 1)
        assert len(report.failed) == (0 if told else 1)
        assert (before, older.outdated) == (True, False)
        assert older.count() == report.letters == report.added


def test_only_an_older_layout_may_lack_the_list_of_its_files(
    held: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held.ingest([folder])
    monkeypatch.setattr(ingest, "known_files", _damaged)
    with pytest.raises(LibraryDamaged):
        held.ingest([folder])


def _damaged(index: object) -> dict[str, str]:
    raise LibraryDamaged("often.at is missing.", "")


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"[1,2", b"{}", b"\xff", b'["A/60/1",3,null,"","","","",[],0]', b"[" * 100_000]
)
def test_a_row_or_an_entry_that_is_none_is_damage(data: bytes) -> None:
    with pytest.raises(LibraryDamaged):
        rows.loads(data)
    with pytest.raises(LibraryDamaged):
        entries.loads(data + b"\n" + data)
