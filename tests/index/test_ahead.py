"""What may be typed next is answered before it is asked for: the likeliest first, as it would be, out of the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from index import ahead
from index.ahead import Ahead
from index.library import Answered, Asked, Foretold, Library
from index.results import Cancelled, Page, Request
from tests.index.made import add, letter, library

MOST = 512


@pytest.fixture(autouse=True)
def idle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_idle", lambda: True)
    monkeypatch.setattr(ahead, "LONGEST", 60.0)


@pytest.fixture
def sample(sample_library: Path) -> Iterator[Library]:
    with Library.open(sample_library) as opened:
        yield opened


def always(_: float) -> bool:
    """Nothing comes."""
    return True


def told(library: Library, line: str, pauses: Callable[[float], bool] = always) -> dict[str, Answered]:
    """What is told of what may follow a line, in order."""
    found: dict[str, Answered] = {}
    looking = Ahead(lambda foretold, answered: found.update({foretold[1].query: answered}), MOST)
    looking.work(library, Request(line), len(line), pauses)
    return found


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("lighthou", "lighthous"),
        ("Lighthou", "Lighthous"),
        ("customs lighthou", "customs lighthous"),
        ("lighthouse", "lighthouse "),
        ('"customs po', '"customs pos'),
        ("from:kes", "from:kest"),
        ("fro", "from"),
        ("A/61/23", "A/61/233"),
    ],
)
def test_what_the_words_and_offers_of_a_library_go_on_with_is_foretold(sample: Library, line: str, first: str) -> None:
    assert first in list(told(sample, line))[:3]


def test_the_likeliest_letter_comes_first(sample: Library) -> None:
    shares = ahead._shares(sample.index.snapshot, "c")
    plain: dict[str, int] = {}
    for word, count_ in sample.index.snapshot.terms("body", b"c").items():
        following = word.decode()[1:2] or " "
        plain[following] = plain.get(following, 0) + count_
    assert shares == pytest.approx({letter: weight / sum(plain.values()) for letter, weight in plain.items()})
    one_more = [line[1] for line in told(sample, "c") if len(line) == 2]
    likely = ahead._letters(sample, "c")
    assert len(one_more) > 3
    assert one_more == sorted(one_more, key=lambda letter: (-likely[letter], letter))


@pytest.mark.parametrize("line", ["", "li", "customs ", "from:"])
def test_it_is_what_would_be_answered(sample: Library, line: str) -> None:
    found = told(sample, line)
    assert found
    for query, (page, offered) in found.items():
        expected, also = sample.as_typed(Request(query), len(query))
        assert isinstance(page, Page)
        assert isinstance(expected, Page)
        assert page._replace(seconds=0.0) == expected._replace(seconds=0.0)
        assert offered == also
        assert query.startswith(line)
        assert 0 < len(query) - len(line) <= ahead.TOGETHER


def test_in_the_middle_of_a_line_what_is_behind_stays(sample: Library) -> None:
    found: list[Asked] = []
    Ahead(lambda foretold, _: found.append(foretold[1:]), MOST).work(sample, Request("lighthou post"), 8, always)
    assert (Request("lighthous post"), 9) in found


def test_what_comes_is_heard_and_nothing_is_told_twice(sample: Library) -> None:
    found: list[Asked] = []
    looking = Ahead(lambda foretold, _: found.append(foretold[1:]), MOST)
    looks = count()
    with pytest.raises(Cancelled):
        looking.work(sample, Request("l"), 1, lambda _: next(looks) < 150)
    before = len(found)
    assert before
    with pytest.raises(Cancelled):  # what is told already is passed over, and yet looked up
        looking.work(sample, Request("l"), 1, lambda _: False)
    looking.work(sample, Request("l"), 1, always)
    assert len(found) > before
    assert len(found) == len(set(found))


def test_while_every_core_is_busy_nothing_is_answered(monkeypatch: pytest.MonkeyPatch, sample: Library) -> None:
    waited: list[float] = []
    monkeypatch.setattr(ahead, "_idle", lambda: len(waited) > 3)
    assert told(sample, "lighthou", lambda seconds: waited.append(seconds) or True if seconds else True)
    assert waited == [ahead.BUSY] * 4
    monkeypatch.setattr(ahead, "_idle", lambda: False)
    monkeypatch.setattr(ahead, "LONGEST", 0.02)
    assert not told(sample, "lighthou")


def test_no_more_is_remembered_than_who_is_told_keeps(sample: Library) -> None:
    found: list[Asked] = []
    looking = Ahead(lambda foretold, _: found.append(foretold[1:]), 2)
    for line in ("lighthou", "lighthou", "from:kes", "lighthou"):
        looking.work(sample, Request(line), len(line), always)
    assert found.count((Request("lighthous"), 9)) > 1


def test_a_newer_state_is_told_anew(tmp_path: Path) -> None:
    held = library(tmp_path, [letter("S/2023/1", "2023-01-02")])
    found: list[Page] = []

    def tell(_: Foretold, answered: Answered) -> None:
        assert isinstance(answered[0], Page)
        found.append(answered[0])

    with Library.open(tmp_path) as reading:
        looking = Ahead(tell, MOST)
        for total in (1, 2):
            looking.work(reading, Request("writte"), 6, always)
            assert [page.total for page in found if page.request.query == "written"] == [total]
            found.clear()
            add(held, [letter("S/2023/2", "2023-01-03")])
            reading.refresh()
