"""`rejoinder show`, `resolve` and `parse`: letters in every form, each with the sha-256 of its source."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from corpus.contract import to_json
from corpus.letter import read_letter
from corpus.sample import sample_folder
from tests.tui.shapes import LETTER, RESOLVED, SHOWN, UNREADABLE, misfits
from tests.tui.shell import run
from tui.view.wrap import cells

LIGHTHOUSE = "2023-06-14 Penwick"


@pytest.mark.parametrize("path", sorted(sample_folder().iterdir()), ids=lambda path: path.name)
def test_every_letter_of_the_sample_has_the_shape_of_the_contract(path: Path) -> None:
    printed = json.loads(json.dumps(to_json(read_letter(path))))
    assert misfits(printed, LETTER) == []
    places = {p["id"]: p["text"] for p in printed["paragraphs"]} | {n["id"]: n["text"] for n in printed["footnotes"]}
    for relation in printed["relations"]:
        assert any(relation["evidence"] in text for text in places.values())
    for citation in printed["citations"]:
        if citation["in"] in places:
            assert places[citation["in"]][citation["offset"] :].startswith(citation["text"])


def test_parse_prints_an_object_a_line_and_goes_on_after_a_bad_file(tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"no pdf")
    good = sample_folder() / "A_57_803.md"
    done = run("parse", bad, tmp_path / "none.txt", good)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 4
    assert [misfits(row, UNREADABLE) for row in rows[:2]] == [[], []]
    assert [row["path"] for row in rows] == [str(bad), str(tmp_path / "none.txt"), str(good)]
    assert misfits(rows[2], LETTER) == []
    assert rows[2]["sha256"] == hashlib.sha256(good.read_bytes()).hexdigest()
    assert run("parse", good).exit_code == 0


@pytest.mark.parametrize(
    "words", [("A/61/233",), ("s/2006/547",), ("a–61–233".replace("–", "/"),), ("S", "2006", "547")]
)
def test_any_spelling_of_either_half_shows_the_letter(sample_library: Path, words: tuple[str, ...]) -> None:
    done = run("show", *words, library=sample_library)
    assert done.exit_code == 0
    assert done.stdout.startswith("A/61/233-S/2006/547 · Letter, 18 August 2006\nValdmark → Secretary-General\n")


@pytest.mark.parametrize("form", ["--text", "--markdown", "--json"])
@pytest.mark.parametrize("letter", ["A/61/233", LIGHTHOUSE, "A/75/902"])
def test_every_form_names_the_source_with_its_sha256(sample_library: Path, letter: str, form: str) -> None:
    done = run("show", letter, form, library=sample_library)
    held = json.loads(run("show", letter, "--json", library=sample_library).stdout)["holdings"]
    assert held
    for holding in held:
        assert holding["sha256"] == hashlib.sha256(Path(holding["path"]).read_bytes()).hexdigest()
        assert holding["sha256"] in done.stdout


def test_text_keeps_to_eighty_columns_and_has_every_word(sample_library: Path) -> None:
    for letter in ("A/61/233", LIGHTHOUSE, "A/68/890", "A/75/902", "A/72/855"):
        done = run("show", letter, library=sample_library)
        assert max(cells(line) for line in done.stdout.splitlines()) <= 80
        shown = json.loads(run("show", letter, "--json", library=sample_library).stdout)
        kept = "".join(done.stdout.split())
        for paragraph in shown["paragraphs"]:
            if not any(note["at"] and note["at"]["paragraph"] == paragraph["id"] for note in shown["footnotes"]):
                assert "".join(paragraph["text"].split()) in kept
        assert all("".join(note["text"].split()) in kept for note in shown["footnotes"])


def test_json_is_the_parsed_letter_with_its_files(sample_library: Path) -> None:
    shown = json.loads(run("show", "A/64/826", "--json", library=sample_library).stdout)
    assert misfits(shown, SHOWN) == []
    assert shown["id"] == "A/64/826-S/2010/301"
    assert shown["language"] == "en"
    french = json.loads(run("show", "A/64/826", "--json", "--language", "fr", library=sample_library).stdout)
    assert french["language"] == "fr"
    assert french["path"].endswith("A_64_826-FR.docx")
    none = run("show", "A/64/826", "--language", "ar", library=sample_library)
    assert none.exit_code == 1
    assert "en, fr" in none.stderr


def test_a_letter_that_lost_its_symbol_says_who_tells_it(sample_library: Path) -> None:
    text = run("show", LIGHTHOUSE, library=sample_library).stdout
    assert text.splitlines()[0] == LIGHTHOUSE
    flat = " ".join(text.split())
    assert "No symbol in the text; A/77/931-S/2023/450 is inferred from A/77/948-S/2023/482" in flat
    shown = json.loads(run("show", LIGHTHOUSE, "--json", library=sample_library).stdout)
    assert (shown["symbols"], shown["inferred_symbols"]) == ([], ["A/77/931", "S/2023/450"])
    assert "A/77/948-S/2023/482" in shown["inferred_from"]


def test_a_pin_prints_the_passage_with_its_citation(sample_library: Path) -> None:
    done = run("show", "a/61/233#p2", library=sample_library)
    passage, citation, sha256 = done.stdout.splitlines()
    shown = json.loads(run("show", "A/61/233", "--json", library=sample_library).stdout)
    (second,) = [paragraph["text"] for paragraph in shown["paragraphs"] if paragraph["id"] == "p2"]
    assert passage == f"“{second}”"
    assert "(A/61/233-S/2006/547)" in citation
    assert "[#p2]" in citation
    assert sha256 == f"sha-256 {shown['sha256']}"


@pytest.mark.parametrize(
    ("pin", "said"),
    [
        ("A/61/233#p99", "Its paragraphs are p1 to p"),
        ("A/61/233#n99", "Its notes are n1 to n"),
        ("A/61/233#p1n9", "No note “9” is called in p1 of A/61/233-S/2006/547."),
        ("A/61/233#a9.p1", "It has no annex."),
    ],
)
def test_a_place_that_is_not_there_leads_to_those_that_are(sample_library: Path, pin: str, said: str) -> None:
    done = run("show", pin, library=sample_library)
    assert (done.exit_code, done.stdout) == (1, "")
    assert said in done.stderr


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ("A/60/871", 1, "2 letters here cite it; its address is https://"),  # cited, not held
        ("61/2", 1, "Perhaps A/61/204-S/2006/511 or A/61/233-S/2006/547?"),
        ("the moon", 1, "Search for it: rejoinder search the moon"),
    ],
)
def test_what_is_not_held_leads_on(sample_library: Path, words: str, status: int, said: str) -> None:
    done = run("show", words, library=sample_library)
    assert done.exit_code == status
    assert said in done.stderr
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


PASSAGE = "See A/61/204–S/2006/511 and resolution 37/10; also A/60/871, and nothing of 1974/75."


@pytest.mark.parametrize("how", ["words", "standard input"])
def test_resolve_finds_symbols_and_the_letters_that_bear_them(sample_library: Path, how: str) -> None:
    words, said = ((PASSAGE,), "") if how == "words" else (("-",), PASSAGE)
    done = run("resolve", *words, "--json", library=sample_library, said=said)
    found = json.loads(done.stdout)
    assert misfits(found, RESOLVED) == []
    assert all(one["text"] in PASSAGE for one in found["found"])
    held = {tuple(one["symbols"]): one["letters"] for one in found["found"]}
    assert held[("A/61/204", "S/2006/511")] == ["A/61/204-S/2006/511"]
    assert held[("A/RES/37/10",)] == []
    assert held[("A/60/871",)] == []
    assert done.exit_code == 0


def test_resolve_prints_a_line_each_and_says_when_there_is_none(sample_library: Path) -> None:
    lines = run("resolve", PASSAGE, library=sample_library).stdout.splitlines()
    assert "A/60/871\tA/60/871\tnot held" in lines
    none = run("resolve", "no symbol in here", library=sample_library)
    assert (none.exit_code, none.stdout) == (1, "")
    assert json.loads(run("resolve", "none", "--json", library=sample_library).stdout)["found"] == []


def test_resolve_takes_any_bytes(sample_library: Path) -> None:
    done = run("resolve", "-", "--json", library=sample_library, said=b"\xff\xfe see A/60/871 \x00\x1b[2J")
    assert [one["symbols"] for one in json.loads(done.stdout)["found"]] == [["A/60/871"]]


def test_resolve_takes_one_symbol_as_people_type_it(sample_library: Path) -> None:
    found = json.loads(run("resolve", "s/2006/511", "--json", library=sample_library).stdout)["found"]
    assert [(one["text"], one["letters"]) for one in found] == [("s/2006/511", ["A/61/204-S/2006/511"])]
