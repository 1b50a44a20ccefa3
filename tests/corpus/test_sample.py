"""The sample: neutral, invented, complete, small, and the same whenever it is made again."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from itertools import chain
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from corpus.sample import sample_folder
from corpus.state_tables import ROWS
from tests.sample import make_sample
from tests.sample.markup import read

STATES = {
    *("Aubrelle", "Cordalia", "Kestravia", "Lumeria", "Marjania"),
    *("Oronesia", "Penwick", "Sarnholt", "Tarsovia", "Valdmark"),
}
FOLDER = sample_folder()
FILES = sorted(path for path in FOLDER.iterdir() if path.is_file())
TRUTH: list[dict[str, Any]] = [
    json.loads(line) for line in (FOLDER.parent / "truth.jsonl").read_text("utf-8").splitlines()
]


def words_of(path: Path) -> str:
    """The words of a file: of its source where it was made from one."""
    source = make_sample.SOURCES / f"{path.stem}.txt"
    raw = source.read_bytes() if source.exists() else path.read_bytes()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


def letters() -> list[dict[str, Any]]:
    """One row for every letter, in order of date; a letter in two languages counts once."""
    rows = {tuple(row["symbols"]) or row["slug"]: row for row in TRUTH if row["kind"] != "other"}
    return sorted(rows.values(), key=lambda row: str(row["date"]))


def quarrels() -> dict[str, list[str]]:
    """For each exchange in which exactly two States write alone, who wrote, in order."""
    wrote: dict[str, list[str]] = defaultdict(list)
    for row in letters():
        if len(row["senders"]) == 1 and row["senders"][0]["of"]:
            wrote[row["exchange"]].append(row["senders"][0]["of"])
    pairs = {}
    for exchange, authors in wrote.items():
        parties = {state for state, count in Counter(authors).items() if count > 1} or set(authors)
        pairs[exchange] = [author for author in authors if author in parties]
    return pairs


def test_truth_covers_every_file_and_nothing_else() -> None:
    assert sorted(row["slug"] for row in TRUTH) == sorted(path.stem for path in FILES)


def test_there_are_five_formats_and_about_sixty_files() -> None:
    counts = Counter(path.suffix for path in FILES)
    assert set(counts) == {".txt", ".md", ".html", ".docx", ".pdf"}
    assert min(counts.values()) >= 7
    assert 55 <= len(FILES) <= 70


def test_the_sample_stays_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.parent.rglob("*") if path.is_file()) < 1_500_000


def test_only_invented_states_write() -> None:
    assert {sender["of"] for row in TRUTH for sender in row["senders"]} - {""} == STATES


def test_no_real_state_is_named_anywhere() -> None:
    names = set(chain.from_iterable(re.split(r"[=,]", re.split(r"[~|]", row)[0]) for row in ROWS.strip().splitlines()))
    pattern = re.compile(rf"\b({'|'.join(re.escape(name.strip()) for name in names)})\b")
    assert [(path.name, found[0]) for path in FILES if (found := pattern.search(words_of(path)))] == []


@pytest.mark.parametrize(("exchange", "authors"), sorted(quarrels().items()))
def test_two_parties_write_equally_often_and_in_turn(exchange: str, authors: list[str]) -> None:
    counts = Counter(authors)
    assert len(counts) == 2, exchange
    assert len(set(counts.values())) == 1, counts


def test_no_party_has_more_last_words_than_its_opposite() -> None:
    last: dict[frozenset[str], Counter[str]] = defaultdict(Counter)
    for authors in quarrels().values():
        last[frozenset(authors)][authors[-1]] += 1
    assert {
        pair: counts for pair, counts in last.items() if len(set(counts.values())) != 1 or set(counts) != pair
    } == {}


def test_no_party_is_answered_more_sharply_than_it_answers() -> None:
    """Between two States, each answers the other the same number of times, give or take the one who began."""
    by_symbol = {symbol: row["senders"][0]["of"] for row in letters() for symbol in row["symbols"] if row["senders"]}
    answers: Counter[tuple[str, str]] = Counter()
    for row in letters():
        for relation in row["relations"]:
            target = relation["target"]
            if relation["kind"] == "answers" and isinstance(target, str) and target in by_symbol and row["senders"]:
                answers[(row["senders"][0]["of"], by_symbol[target])] += 1
    for authors in quarrels().values():
        one, other = sorted(set(authors))
        assert abs(answers[(one, other)] - answers[(other, one)]) <= 2, (one, other, answers)


def test_every_proof_and_every_note_stands_in_its_file() -> None:
    missing = []
    for path in FILES:
        row = next(row for row in TRUTH if row["slug"] == path.stem)
        text = flat(words_of(path))
        wanted = [relation["evidence"] for relation in row["relations"]] + row["signatories"]
        wanted += [part for place in row["note_places"] for part in (place["after"], place["note"])]
        missing += [(path.name, phrase) for phrase in wanted if flat(phrase) not in text]
    assert missing == []


def flat(text: str) -> str:
    """Letters and figures only, without tags, entities, link targets and marks, so that layout does not matter."""
    text = re.sub(r"\{[^{}]*\}|<[^>]*>|\]\([^)]*\)|&[a-z]+;|&#\d+;|^(##?#?|>>) ", " ", text, flags=re.MULTILINE)
    return " ".join(re.findall(r"\w+", text))


def test_making_the_sample_again_gives_the_same_bytes(tmp_path: Path) -> None:
    made = make_sample.make(tmp_path)
    assert {path.name for path in made} == {path.name for path in FILES if path.suffix in (".docx", ".pdf")}
    assert [path.name for path in made if path.read_bytes() != (FOLDER / path.name).read_bytes()] == []


def test_a_note_too_long_for_its_page_is_carried_over() -> None:
    """The trait that reading must survive is really there: the note begins on the first page and ends on the second."""
    document = pypdfium2.PdfDocument(FOLDER / "A_76_774.pdf")
    first, second = (" ".join(page.get_textpage().get_text_range().split()) for page in document)
    assert "The drawings" not in second
    assert "Copies of the drawings" in first
    assert "first Friday of the month" in second
    document.close()


def test_the_markup_reads_runs_tables_and_notes() -> None:
    source = read(make_sample.SOURCES / "A_70_957.txt")
    table = next(item for item in source.items if item.kind == "table")
    assert table.rows[2] == ["Second", "Green{a}", "Red"]
    assert set(table.notes) == {"a", "b"}
    assert source.symbols == ["A/70/957", "S/2016/624"]


def test_the_questions_ask_for_letters_that_are_there() -> None:
    questions = json.loads((Path(__file__).parent.parent / "index" / "sample_questions.json").read_text("utf-8"))
    ids = {"-".join(row["symbols"]) or f"{row['date']} {row['senders'][0]['of']}" for row in TRUTH}
    assert {expected for question in questions for expected in question["expect"]} <= ids
    assert {question["how"] for question in questions} <= {"set", "top3"}
