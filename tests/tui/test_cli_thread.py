"""`rejoinder thread`, `missing` and `ledger`: shapes, sentences, tables."""

from __future__ import annotations

import csv
import io
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from index.results import Agreement, Edge, Node, Thread
from tests.tui.shapes import LEDGER, MISSING, THREAD, misfits
from tests.tui.shell import run
from tui.thread_print import IN_TREE, joint, plain_lines, rich_tree, shortened

AGREED = Agreement(symbol=True, date=True, sender=True)


def node(symbol: str, date: str | None, sender: str, held: bool = True, **other: object) -> Node:
    return Node(symbol, tuple(symbol.split("-")), date, sender, "", held, **other)  # type: ignore[arg-type]


def edge(source: str, target: str, kind: str = "answers", evidence: str = "", **other: object) -> Edge:
    return Edge(source, target, kind, evidence, "p1", 0, "symbol", other.pop("agrees", AGREED), **other)  # type: ignore[arg-type]


def test_json_is_what_the_contract_says(sample_library: Path) -> None:
    done = run("thread", "a/61/233", "--json", library=sample_library)
    thread = json.loads(done.stdout)
    assert misfits(thread, THREAD) == []
    assert thread["focus"] == "A/61/233-S/2006/547"
    nodes = {node["id"]: node for node in thread["nodes"]}
    assert len(nodes) == len(thread["nodes"])
    assert nodes["A/60/871"]["held"] is False
    links = {(e["from"], e["to"]): e for e in thread["edges"]}
    answer = links["A/61/233-S/2006/547", "A/61/204-S/2006/511"]
    assert answer["kind"] == "answers"
    assert answer["agrees"] == {"symbol": True, "date": True, "sender": True}
    assert {end for pair in links for end in pair} <= set(nodes)
    for link in thread["edges"]:
        later, earlier = nodes[link["from"]]["date"], nodes[link["to"]]["date"]
        assert not later or not earlier or later >= earlier
        if nodes[link["from"]]["held"]:
            shown = json.loads(run("show", link["from"], "--json", library=sample_library).stdout)
            places = {p["id"]: p["text"] for p in shown["paragraphs"]} | {
                n["id"]: n["text"] for n in shown["footnotes"]
            }
            assert link["evidence"] in places[link["paragraph"]]


def test_the_plain_form_is_that_of_the_sketch() -> None:
    thread = Thread(
        "A/61/233-S/2006/547",
        (
            node("A/61/233-S/2006/547", "2006-08-18", "Valdmark"),
            node("S/2006/448", "2006-07-12", "Valdmark"),
            node("A/61/204-S/2006/511", "2006-08-04", "Kestravia"),
            node("A/60/871", "2006-05-30", "Valdmark", held=False, cited_by=3),
        ),
        (
            edge(
                "A/61/204-S/2006/511",
                "S/2006/448",
                evidence="I write in connection with the letter dated 12 July 2006",
            ),
            edge("A/61/233-S/2006/547", "A/61/204-S/2006/511"),
        ),
    )
    assert list(plain_lines(thread)) == [
        "Exchange around A/61/233-S/2006/547, 4 letters, 1 not held.",
        "1. 30 May 2006, Valdmark, A/60/871 (not held, cited by 3).",
        "2. 12 July 2006, Valdmark, S/2006/448.",
        "3. 4 August 2006, Kestravia, A/61/204-S/2006/511. Answers 2: "
        '"I write in connection with the letter dated 12 July 2006".',
        "4. 18 August 2006, Valdmark, A/61/233-S/2006/547 (this letter). Answers 3.",
    ]


@pytest.mark.parametrize(
    ("edges", "told"),
    [
        ((edge("c", "a", "follows", "as said"), edge("c", "b", "follows", "as said")), 'Follows 1 and 2: "as said".'),
        ((edge("c", "a", "transmits", part="a1"),), "Transmits (in an annex) 1."),
        ((edge("c", "a", candidates=("a", "b")),), "Answers 1 or 2."),  # two that fit stay two
        ((edge("c", "a", evidence='the "post".'),), "Answers 1: \"the 'post'\"."),
        (
            (edge("c", "a", agrees=Agreement(True, False, True, "the symbol is of 6 March, the text says 8 March")),),
            "Answers 1. But the symbol is of 6 March, the text says 8 March.",
        ),
    ],
)
def test_links_in_sentences(edges: tuple[Edge, ...], told: str) -> None:
    nodes = (node("a", "2001-01-01", "A"), node("b", "2001-01-02", "B"), node("c", "2001-01-03", "C"))
    assert list(plain_lines(Thread("a", nodes, edges)))[3] == f"3. 3 January 2001, C, c. {told}"


def test_what_is_inferred_undated_or_a_document_says_so() -> None:
    nodes = (
        node("a", None, ""),
        node("S/2006/1", "2006-01-02", "B", inferred_from=("x", "y")),
        node("A/60/845", None, "", held=False, document=True, cited_by=1),
    )
    head, *lines = plain_lines(Thread("a", nodes, ()))
    assert head == "Exchange around a, 2 letters, 1 document cited."
    assert lines == [
        "1. 2 January 2006, B, S/2006/1 (symbol inferred from 2 letters).",
        "2. A/60/845 (document; not held, cited by 1).",
        "3. a (this letter).",
    ]


@pytest.mark.parametrize(
    ("symbols", "name"),
    [
        (("A/61/233", "S/2006/547"), "A/61/233-S/2006/547"),
        (("A/75/902", "E/2021/71", "S/2021/549"), "A/75/902-E/2021/71-S/2021/549"),
        (("A/60/852/Add.1", "A/60/852/Add.2"), "A/60/852/Add.1, A/60/852/Add.2"),  # two documents
        ((), ""),
    ],
)
def test_halves_are_joined_and_several_documents_listed(symbols: tuple[str, ...], name: str) -> None:
    assert joint(symbols) == name


def test_evidence_is_cut_at_a_word() -> None:
    assert shortened("word " * 60, 20) == "word word word word …"
    assert shortened("short.") == "short"


def test_a_chain_of_a_thousand_letters_stays_on_the_screen() -> None:
    from rich.console import Console

    names = [f"S/2006/{n}" for n in range(1, 1001)]
    nodes = tuple(node(name, f"2006-01-{1 + n // 40:02}", "A") for n, name in enumerate(names))
    edges = tuple(edge(later, earlier, evidence="x " * IN_TREE) for earlier, later in pairwise(names))
    console = Console(file=io.StringIO(), width=80)
    console.print(rich_tree(Thread(names[0], nodes, edges)))
    drawn = console.file.getvalue()  # type: ignore[attr-defined]
    assert "999: ↩ answered by" in drawn
    assert max(map(len, drawn.splitlines())) <= 80
    assert max(len(re.match(r"[ │├└─]*", line).group()) for line in drawn.splitlines()) <= 24  # type: ignore[union-attr]


def test_a_row_of_the_tree_says_which_of_two_letters_answers_the_other() -> None:
    from rich.console import Console

    nodes = (node("a", "2001-01-01", "A"), node("b", "2001-01-02", "A"), node("c", "2001-01-03", "C"))
    edges = (edge("c", "a", evidence="your letters"), edge("c", "b", evidence="your letters"))
    console = Console(file=io.StringIO(), width=80)
    console.print(rich_tree(Thread("a", nodes, edges)))
    drawn = console.file.getvalue()  # type: ignore[attr-defined]
    assert [line.strip() for line in drawn.splitlines()] == [
        "Exchange around a, 3 letters.",
        "└── 1 January 2001, A, a (this letter)",
        "└── ↩ answered by · 3 January 2001, C, c  “your letters”",
        "└── ↩ answers · 2 January 2001, A, b",
    ]


def test_a_letter_not_held_has_an_exchange_and_an_unknown_one_none(sample_library: Path) -> None:
    done = run("thread", "A/60/871", library=sample_library)
    assert "30 May 2006, Valdmark, A/60/871 (this letter; not held, cited by 2)" in done.stdout
    assert run("thread", "the moon", library=sample_library).exit_code == 1


def test_the_want_list(sample_library: Path) -> None:
    found = json.loads(run("missing", "--json", library=sample_library).stdout)
    assert misfits(found, MISSING) == []
    counts = [row["count"] for row in found["rows"]]
    assert counts == sorted(counts, reverse=True)
    (wanted,) = [row for row in found["rows"] if row["symbols"] == ["A/60/871"]]
    assert set(wanted["cited_by"]) == {"S/2006/448", "A/61/233-S/2006/547"}
    assert wanted["count"] == 2
    assert wanted["address"].startswith("https://")
    rows = list(csv.DictReader(io.StringIO(run("missing", "--csv", library=sample_library).stdout)))
    assert [int(row["count"]) for row in rows] == counts
    assert {row["document"] for row in rows} == {"true", "false"}
    assert len(run("missing", "--limit", "3", library=sample_library).stdout.splitlines()) == 3


def test_the_ledger(sample_library: Path) -> None:
    done = run("ledger", "kestravia", "Valdmark", "--json", library=sample_library)
    found = json.loads(done.stdout)
    assert misfits(found, LEDGER) == []
    rows = {row["letter"]: row for row in found["rows"]}
    first = rows["S/2006/448"]
    assert (first["date"], first["from"], first["answered_by"], first["days"]) == (
        "2006-07-12",
        "Valdmark",
        ["A/61/204-S/2006/511"],
        23,
    )
    assert [row["date"] for row in found["rows"]] == sorted(row["date"] for row in found["rows"])
    table = list(
        csv.DictReader(io.StringIO(run("ledger", "Kestravia", "Valdmark", "--csv", library=sample_library).stdout))
    )
    assert [row["letter"] for row in table] == list(rows)
    plain = run("ledger", "Kestravia", "Valdmark", library=sample_library)
    assert "2006-07-12\tValdmark\tS/2006/448\tA/61/204-S/2006/511\t23" in plain.stdout.splitlines()
    assert found["head"] in plain.stderr


def test_a_party_nobody_is_called_by_gets_those_called_nearly_so(sample_library: Path) -> None:
    done = run("ledger", "Kestrvia", "Atlantis", library=sample_library)
    assert done.exit_code == 1
    assert "No sender here is called “Kestrvia”. Did you mean “Kestravia”?" in done.stderr
    assert "No sender here is called “Atlantis”." in done.stderr.splitlines()
    notices = json.loads(run("ledger", "Kestrvia", "Valdmark", "--json", library=sample_library).stdout)["notices"]
    assert len(notices) == 1


def test_every_export_carries_the_files_sha256(sample_library: Path) -> None:
    shown = json.loads(run("show", "S/2006/448", "--json", library=sample_library).stdout)
    files = sorted(holding["sha256"] for holding in shown["holdings"])
    hits = json.loads(run("search", "symbol:S/2006/448", "--json", library=sample_library).stdout)["hits"]
    assert [hit["sha256"] for hit in hits] == [files]
    nodes = json.loads(run("thread", "S/2006/448", "--json", library=sample_library).stdout)["nodes"]
    assert {node["id"]: node["sha256"] for node in nodes}["S/2006/448"] == files
    assert all(bool(node["sha256"]) == node["held"] for node in nodes)
    rows = json.loads(run("ledger", "Kestravia", "Valdmark", "--json", library=sample_library).stdout)["rows"]
    assert {row["letter"]: row["sha256"] for row in rows}["S/2006/448"] == files


def test_a_ledger_of_strangers_is_empty_and_says_so(sample_library: Path) -> None:
    done = run("ledger", "Atlantis", "Lemuria", library=sample_library)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr
