"""Exchanges of the real collection, written out by hand before anything was measured, and what threads make of them.

Symbols and dates alone; who wants to read the letters asks for them where they are published. `MISSED` names what is
known not to be found and why: a row that is found after all fails the test, so that the list stays true.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from index.library import Library
from index.results import Edge
from tests.index.made import add, letter

pytestmark = pytest.mark.usefixtures("quick_disk")

EXCHANGES = {
    "a protest against two letters": [
        ("A/79/818", "answers", "A/79/798"),
        ("A/79/818", "answers", "A/79/802"),
    ],
    "a statement and its rebuttal": [("A/79/758", "answers", "A/79/730")],
    "accusation and answer, with eight earlier letters and a report": [
        ("S/2025/277", "answers", "S/2025/260"),
        ("S/2025/260", "follows", "S/2024/252"),
        ("S/2025/260", "follows", "S/2024/326"),
        ("S/2025/260", "follows", "S/2024/336"),
        ("S/2025/260", "follows", "S/2024/510"),
        ("S/2025/260", "follows", "S/2024/690"),
        ("S/2025/260", "follows", "A/79/604"),
        ("S/2025/260", "follows", "S/2024/843"),
        ("S/2025/260", "follows", "S/2024/988"),
        ("S/2025/260", "cites", "S/2025/239"),
    ],
    "a request and its answer": [("S/2025/288", "answers", "S/2025/287")],
    "a request for more time": [("S/2025/225", "answers", "S/2025/224")],
    "one answer to two letters": [
        ("S/2025/322", "answers", "S/2025/268"),
        ("S/2025/322", "answers", "S/2025/295"),
    ],
    "an office merged and its mandate": [
        ("2016-01-28 President of the Security Council", "answers", "S/2016/88"),
        ("S/2016/1128", "cites", "S/2016/89"),
        ("2016-12-29 President of the Security Council", "answers", "S/2016/1128"),
    ],
    "an envoy and the next": [
        ("2011-07-29 President of the Security Council", "answers", "S/2011/474"),
        ("S/2016/258", "follows", "S/2011/474"),
        ("S/2016/258", "cites", "S/2011/475"),
        ("2016-03-17 President of the Security Council", "answers", "S/2016/258"),
    ],
    "an office and its plan": [
        ("2012-06-21 President of the Security Council", "answers", "S/2012/469"),
        ("S/2016/488", "follows", "S/2012/469"),
        ("2016-05-26 President of the Security Council", "answers", "S/2016/488"),
    ],
    "a commission, begun by a predecessor": [
        ("2015-12-23 President of the Security Council", "answers", "S/2015/1025"),
        ("S/2017/78", "follows", "S/2015/1025"),
        ("S/2017/78", "cites", "S/2015/1026"),
        ("2017-01-26 President of the Security Council", "answers", "S/2017/78"),
    ],
}
MISSED: dict[tuple[str, str, str], str] = {}
FOLDERS = ("pdf", "text", "other")


def test_every_file_goes_through_once(real: Library, letters: Path) -> None:
    files = [path for name in FOLDERS for path in (letters / name).iterdir()]
    again = real.ingest([letters / name for name in FOLDERS])
    assert (again.failed, again.added, again.unchanged) == ((), 0, len(files))


def link(real: Library, source: str, kind: str, target: str) -> Edge | None:
    """The edge of that kind between the two, found from either end."""
    from_id, thread = real.identify(source)[0], real.thread(source)
    named = {node.id: node.symbols for node in thread.nodes}
    return next(
        (e for e in thread.edges if e.source == from_id and e.kind == kind and target in named[e.target]),
        None,
    )


@pytest.mark.parametrize(
    ("source", "kind", "target"), [row for rows in EXCHANGES.values() for row in rows], ids=lambda value: str(value)
)
def test_an_exchange_written_out_by_hand_is_found_with_its_passage(
    real: Library, source: str, kind: str, target: str
) -> None:
    found = link(real, source, kind, target)
    assert (found is None) == ((source, kind, target) in MISSED)
    if found is None:
        return
    text = real.letter(found.source).text
    assert text[found.offset : found.offset + len(found.evidence)] == found.evidence
    assert found.kind == "cites" or found.agrees.difference == ""


@pytest.mark.parametrize(
    ("date", "sender", "symbol"),
    [
        ("2016-01-14", "Secretary-General", "S/2016/88"),
        ("2016-01-28", "President of the Security Council", "S/2016/89"),
        ("2016-12-27", "Secretary-General", "S/2016/1128"),
        ("2016-12-29", "President of the Security Council", None),  # nobody cites it
    ],
)
def test_symbols_lost_and_recovered(real: Library, date: str, sender: str, symbol: str | None) -> None:
    found = real.candidate(f"{date} {sender}")
    assert found.symbols == ((symbol,) if symbol else ())
    assert bool(found.inferred_from) == bool(symbol)


def test_a_report_is_a_document_and_no_letter_of_the_exchange(real: Library) -> None:
    thread = real.thread("S/2025/277")
    assert {node.document for node in thread.nodes if node.symbols == ("S/2025/239",)} == {True}


def test_the_first_letter_alone_and_with_a_witness(letters: Path, tmp_path: Path) -> None:
    first = next((letters / "text").glob("000_*.txt"))
    with Library.open(tmp_path, create=True) as held:
        held.ingest([first])
        thread = held.thread("2023-03-22 Azerbaijan")
        nodes = {node.id: node for node in thread.nodes}
        answered = nodes["A/77/794-S/2023/185"]
        assert (answered.held, answered.date, answered.sender) == (False, "2023-03-08", "Armenia")
        assert [e.target for e in thread.edges if e.kind == "answers" and not nodes[e.target].held] == [answered.id]
        assert (nodes[thread.focus].symbols, nodes[thread.focus].inferred_from) == ((), ())
        add(
            held,
            [letter("A/77/830", "2023-04-03", "Armenia", "answers A/77/812-S/2023/222 of 2023-03-22 by Azerbaijan")],
        )
        focus = next(node for node in held.thread("A/77/812").nodes if node.id == "2023-03-22 Azerbaijan")
        assert (focus.symbols, focus.inferred_from) == (("A/77/812", "S/2023/222"), ("A/77/830",))
