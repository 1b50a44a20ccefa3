"""`rejoinder search`: shapes, orders, forms and statuses, on the sample."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.tui.shapes import CONTEXT, HIT, IN_LINE, PAGE, misfits
from tests.tui.shell import run


def test_json_is_what_the_contract_says(sample_library: Path) -> None:
    done = run("search", "customs", "--json", library=sample_library)
    page = json.loads(done.stdout)
    assert misfits(page, PAGE) == []
    assert done.exit_code == 0
    assert done.stderr == ""
    assert page["query"] == "customs"
    assert page["total"] == len(page["hits"]) > 5
    assert page["exact_total"] is True
    for hit in page["hits"]:
        for snippet in hit["snippets"]:
            assert all(snippet["text"][start:end].lower().startswith("custom") for start, end in snippet["marks"])
    assert dict(page["facets"]["kind"])["letter"] <= page["total"]


def test_a_limit_cuts_the_hits_and_never_the_total(sample_library: Path) -> None:
    whole = json.loads(run("search", "customs", "--json", library=sample_library).stdout)
    cut = json.loads(run("search", "customs", "--json", "--limit", "2", library=sample_library).stdout)
    assert cut["hits"] == whole["hits"][:2]
    assert cut["total"] == whole["total"]
    assert run("search", "customs", "--limit", "0", library=sample_library).stdout == ""


def test_json_lines_are_the_hits(sample_library: Path) -> None:
    whole = json.loads(run("search", "customs", "--json", library=sample_library).stdout)["hits"]
    lines = [
        json.loads(line) for line in run("search", "customs", "--jsonl", library=sample_library).stdout.split("\n")[:-1]
    ]
    assert [misfits(line, {"schema": int, **HIT}) for line in lines] == [[]] * len(whole)
    assert [{k: v for k, v in line.items() if k != "schema"} for line in lines] == whole


def test_csv_has_a_head_and_a_row_a_hit(sample_library: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("search", "customs", "--csv", library=sample_library).stdout)))
    hits = json.loads(run("search", "customs", "--json", library=sample_library).stdout)["hits"]
    columns = ["id", "symbols", "date", "sender", "addressee", "kind", "title", "score", "snippet", "sha256"]
    assert list(rows[0]) == columns
    assert [row["id"] for row in rows] == [hit["id"] for hit in hits]
    assert rows[0]["symbols"] == "; ".join(hits[0]["symbols"])


def test_a_pipe_gets_one_line_a_letter_with_tabs_between(sample_library: Path) -> None:
    done = run("search", "owls", library=sample_library)
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert {len(row) for row in rows} == {4}
    assert rows[0][1:3] == ["2023-05-30", "Sarnholt"]
    assert "3 letters" in done.stderr
    assert "\x1b" not in done.output


def test_the_first_column_names_a_letter_that_show_finds(sample_library: Path) -> None:
    """A symbol that others tell is no part of it: `rejoinder show "$(rejoinder search … | cut -f1)"`."""
    for line in run("search", "owls OR customs", library=sample_library).stdout.splitlines():
        assert run("show", line.split("\t")[0], library=sample_library).exit_code == 0


def test_always_lights_the_words_in_a_pipe_too_and_never_never(sample_library: Path) -> None:
    assert "\x1b[1;33mowls\x1b[0m" in run("search", "owls", "--color", "always", library=sample_library).stdout
    assert "\x1b" not in run("search", "owls", "--color", "never", library=sample_library).stdout


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("served", "near/3", "soup"), {"A/76/790-S/2022/312"}),
        (("session:57", "item:39"), {"A/57/803", "A/57/815", "A/57/828", "A/57/840"}),
        (('kind:"note verbale"', "date:2018"), {"A/72/855", "A/72/868"}),
        (("owls", "-logbook"), {"A/77/906-S/2023/418"}),  # a word with a hyphen before it is no option
        (("--", "owls", "-logbook"), {"A/77/906-S/2023/418"}),
    ],
)
def test_words_filters_and_symbols(sample_library: Path, words: tuple[str, ...], ids: set[str]) -> None:
    before, after = (words[:1], words[1:]) if words[0] == "--" else ((), words)
    done = run("search", "--json", "--library", str(sample_library), *before, *after)
    assert {hit["id"] for hit in json.loads(done.stdout)["hits"]} == ids


def test_a_symbol_in_any_spelling_finds_its_letter_first(sample_library: Path) -> None:
    """Here the symbol of a letter whose own text has lost it, told by two others."""
    hits = json.loads(run("search", "s", "2023", "450", "--json", library=sample_library).stdout)["hits"]
    assert hits[0]["id"] == "2023-06-14 Penwick"
    assert hits[0]["inferred_symbols"] == ["A/77/931", "S/2023/450"]


@pytest.mark.parametrize(("sort", "backward"), [("date", True), ("date-oldest", False)])
def test_sorted_by_date(sample_library: Path, sort: str, backward: bool) -> None:
    hits = json.loads(run("search", "customs", "--sort", sort, "--json", library=sample_library).stdout)["hits"]
    dates = [hit["date"] for hit in hits if hit["date"]]
    assert dates == sorted(dates, reverse=backward)


def test_words_in_context_lead_to_their_places(sample_library: Path) -> None:
    found = json.loads(run("search", "owls", "--context", "--json", library=sample_library).stdout)
    assert misfits(found, CONTEXT) == []
    assert found["total"] == len(found["context"]) == 4
    few = run("search", "owls", "--context", "--json", "--limit", "1", library=sample_library)
    assert (json.loads(few.stdout)["total"], len(json.loads(few.stdout)["context"])) == (4, 1)
    assert (
        "4 places, the first 1 shown"
        in run("search", "owls", "--context", "--limit", "1", library=sample_library).stderr
    )
    for line in found["context"]:
        shown = json.loads(run("show", line["id"], "--json", library=sample_library).stdout)
        (block,) = [p["text"] for p in shown["paragraphs"] if p["id"] == line["in"]]
        assert block[line["offset"] :].startswith(line["match"])
        assert line["left"].rstrip()[-10:] in " ".join(block[: line["offset"]].split()) + " "


def test_words_in_context_in_every_form(sample_library: Path) -> None:
    found = json.loads(run("search", "owls", "--context", "--json", library=sample_library).stdout)["context"]
    rows = list(csv.DictReader(io.StringIO(run("search", "owls", "--context", "--csv", library=sample_library).stdout)))
    assert [{**row, "offset": int(row["offset"])} for row in rows] == found
    lines = run("search", "owls", "--context", "--jsonl", library=sample_library).stdout.splitlines()
    assert all(misfits(json.loads(line), {"schema": int, **IN_LINE}) == [] for line in lines)
    plain = run("search", "owls", "--context", library=sample_library).stdout.splitlines()
    assert plain[0].split("\t")[0] == f"{found[0]['id']}#{found[0]['in']}"
    right = json.loads(run("search", "owls", "--context", "--sort", "right", "--json", library=sample_library).stdout)
    assert {line["offset"] for line in right["context"]} == {line["offset"] for line in found}
    assert [line["right"] for line in right["context"]] != [line["right"] for line in found]


def test_facets_are_counts(sample_library: Path) -> None:
    page = json.loads(run("search", "customs", "--facets", "--json", library=sample_library).stdout)
    rows = list(
        csv.DictReader(io.StringIO(run("search", "customs", "--facets", "--csv", library=sample_library).stdout))
    )
    assert ["kind", "letter", str(dict(page["facets"]["kind"])["letter"])] in [list(row.values()) for row in rows]
    plain = run("search", "customs", "--facets", library=sample_library).stdout
    assert f"year\t2006\t{dict(page['facets']['year'])['2006']}" in plain.splitlines()


def test_grouped_hits_are_the_same_hits_with_exchanges_together(sample_library: Path) -> None:
    def ids(*words: str) -> list[str]:
        return [hit["id"] for hit in json.loads(run("search", *words, "--json", library=sample_library).stdout)["hits"]]

    plain, grouped = ids("the lighthouse OR customs"), ids("the lighthouse OR customs", "--group")
    assert sorted(plain) == sorted(grouped)
    chain = [grouped.index(one) for one in ("A/61/204-S/2006/511", "A/61/233-S/2006/547", "S/2006/602")]
    assert max(chain) - min(chain) <= 5  # the exchange about the customs post has six hits


def test_a_symbol_that_is_not_held_leads_to_who_cites_it_and_to_its_address(sample_library: Path) -> None:
    done = run("search", "A/60/871", library=sample_library)
    assert "A/60/871 is not held. 2 letters here cite it; its address is https://" in done.stderr
    assert {line.split("\t")[0] for line in done.stdout.splitlines()} == {"A/61/233-S/2006/547", "S/2006/448"}
    assert "is not held" not in run("search", "A/61/233", library=sample_library).stderr


def test_a_line_of_the_masthead_is_told_from_the_author_s_words(sample_library: Path) -> None:
    query = "item:multilingualism"
    (found, *_) = json.loads(run("search", query, "--json", library=sample_library).stdout)["hits"]
    assert [snippet["masthead"] for snippet in found["snippets"]] == [True]
    words = found["snippets"][0]["text"]
    assert f"\tmasthead: {words}" in run("search", query, library=sample_library).stdout
    assert f" Its masthead: “{words}”" in run("search", query, "--plain", library=sample_library).stdout


def test_nothing_found_is_status_1_with_an_offer(sample_library: Path) -> None:
    done = run("search", "lighthuose", library=sample_library)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "Did you mean: lighthouse" in done.stderr
    found = json.loads(run("search", "lighthuose", "--json", library=sample_library).stdout)
    assert (found["total"], found["suggestion"]) == (0, "lighthouse")
    assert "Did you mean: lighthouse" in run("search", "lighthuose", "--context", library=sample_library).stderr


def test_a_query_at_fault_is_status_2_and_its_place_is_pointed_at(sample_library: Path) -> None:
    done = run("search", 'owls "customs post', library=sample_library)
    query, caret, words = done.stderr.splitlines()
    assert done.exit_code == 2
    assert query[caret.index("^")] == '"'
    assert words.endswith(".")


@pytest.mark.parametrize(
    "words",
    [
        ("search",),
        ("search", "owls", "--limt", "3"),
        ("search", "owls", "--sort", "size"),
        ("search", "owls", "--sort", "left"),  # only words in context have a left
        ("search", "owls", "--json", "--csv"),
        ("search", "owls", "--facets", "--context"),
        ("search", "owls", "--limit", "-1"),
    ],
)
def test_what_cannot_be_understood_is_status_2_in_one_line(sample_library: Path, words: tuple[str, ...]) -> None:
    done = run(*words, library=sample_library)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


def test_no_library_is_status_3_and_says_how_to_make_one(tmp_path: Path) -> None:
    done = run("search", "owls", library=tmp_path / "none")
    assert done.exit_code == 3
    assert "rejoinder index FOLDER" in done.stderr


def test_rows_one_a_line_come_in_pieces_and_are_the_same(sample_library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = run("search", "the", "--limit", "47", "--json", library=sample_library)
    monkeypatch.setattr("tui.commands_search.PIECE", 7)
    pieces = run("search", "the", "--limit", "47", "--jsonl", library=sample_library)
    assert [json.loads(line)["id"] for line in pieces.stdout.splitlines()] == [
        h["id"] for h in json.loads(whole.stdout)["hits"]
    ]
    assert len(pieces.stdout.splitlines()) == 47
    table = run("search", "the", "--limit", "1000", "--csv", library=sample_library).stdout.splitlines()
    assert len(table) - 1 == json.loads(whole.stdout)["total"]
