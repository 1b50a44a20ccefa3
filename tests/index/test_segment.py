"""What goes into a segment comes out of it: terms, postings, positions, columns, entries; merged and with deletes."""

from __future__ import annotations

import itertools
from collections import Counter
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.schema import FACETS, TEXTS
from index.segment import build, merge, postings
from index.segment.arrays import best, ranges, stable_order, summed
from index.segment.build import Document, Run
from index.segment.dictionary import Dictionary, packed, squeezed
from index.segment.folder import SegmentFolder
from index.segment.read import Segment
from index.segment.section import BLOCK, DamagedBlock, Section, SectionWriter

FIELDS = tuple(sorted(["id", "key", *TEXTS, *FACETS]))
entries = st.lists(st.binary(min_size=1, max_size=6).filter(lambda b: b != b"\xff" * len(b)), unique=True, max_size=200)
word = st.sampled_from(["a", "ab", "abc", "b", "ba", "é", "z9", "a/79/1"])
documents = st.builds(
    Document,
    texts=st.dictionaries(st.sampled_from(TEXTS), st.lists(word, max_size=12)),
    exact=st.dictionaries(st.sampled_from(["id", "key"]), st.lists(st.binary(min_size=1, max_size=3), max_size=3)),
    facets=st.dictionaries(st.sampled_from(FACETS), st.lists(st.sampled_from(["Penwick", "Türkiye", ""]), max_size=3)),
    date=st.sampled_from([0, 19460101, 20251231]),
    row=st.binary(max_size=20),
    stored=st.binary(max_size=50),
)


def section(path: Path, dtype: str, values: Any) -> Section:
    writer = SectionWriter(path, dtype)
    writer.write(values)
    writer.close()
    return Section(path)


@given(st.lists(st.integers(0, 2**32 - 1), max_size=50), st.data())
def test_a_section_gives_back_what_was_written(values: list[int], data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        found = section(Path(folder) / "s", "<u4", np.array(values, dtype=np.uint32))
        assert found.whole().tolist() == values
        start = data.draw(st.integers(0, len(values)))
        end = data.draw(st.integers(start, len(values)))
        assert found.take(start, end).tolist() == values[start:end]


@pytest.mark.parametrize("size", [1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK])
def test_a_damaged_block_is_never_served_and_the_others_are(tmp_path: Path, size: int) -> None:
    data = bytes(number % 251 for number in range(size))
    section(tmp_path / "s", "u1", data)
    raw = bytearray((tmp_path / "s").read_bytes())
    raw[size - 1] ^= 1
    (tmp_path / "s").write_bytes(raw)
    found = Section(tmp_path / "s")
    last = (size - 1) // BLOCK * BLOCK
    if last:
        assert found.raw(0, last) == data[:last]
    for _ in range(2):  # it is not taken for good the second time
        with pytest.raises(DamagedBlock, match="block"):
            found.take(last, size)


@pytest.mark.parametrize("end", ["cut", "grown", "magic", "count", "checksums", "empty"])
def test_a_section_whose_end_is_not_what_was_written_does_not_open(tmp_path: Path, end: str) -> None:
    path = tmp_path / "s"
    section(path, "<u4", np.arange(1000))
    raw = bytearray(path.read_bytes())
    if end == "cut":
        raw = raw[:-1]
    elif end == "grown":
        raw += b"\0"
    elif end == "empty":
        raw = bytearray()
    else:
        raw[{"magic": -1, "count": -20, "checksums": 4001}[end]] ^= 1
    path.write_bytes(raw)
    with pytest.raises(DamagedBlock):
        Section(path)


@given(entries, st.binary(min_size=1, max_size=3).filter(lambda b: b != b"\xff" * len(b)))
def test_a_dictionary_finds_entries_prefixes_and_ranges(held: list[bytes], asked: bytes) -> None:
    held = sorted(held)
    with TemporaryDirectory() as name:
        folder = Path(name)
        blob, offsets = packed(held)
        found = Dictionary(section(folder / "b", "u1", blob), section(folder / "o", "<u8", offsets))
        assert list(found.entries(0, len(found))) == held
        assert [found.find(entry) for entry in held] == list(range(len(held)))
        assert found.find(asked) == (held.index(asked) if asked in held else -1)
        first, last = found.range(asked)
        assert held[first:last] == [entry for entry in held if entry.startswith(asked)]
        first, last = found.between(asked, b"\xfe")
        assert held[first : max(first, last)] == [entry for entry in held if asked <= entry < b"\xfe"]


def model(found: list[Document]) -> dict[str, Any]:
    """What a segment of these documents must say."""
    postings: dict[tuple[str, bytes], dict[int, list[int]]] = {}
    for number, document in enumerate(found):
        for name, words in document.texts.items():
            for place, text in enumerate(words):
                postings.setdefault((name, text.encode()), {}).setdefault(number, []).append(place)
        exact = {(name, term) for name, terms in document.exact.items() for term in terms}
        for key in exact:
            postings.setdefault(key, {})[number] = []
    return postings


def check(segment: Segment, found: list[Document]) -> None:
    expected = model(found)
    assert segment.docs == len(found)
    terms = [(name, text) for name in FIELDS for text in segment.texts(*segment.prefix(name, b""))]
    assert terms == sorted(expected, key=lambda key: (FIELDS.index(key[0]), key[1]))
    for (name, text), docs in expected.items():
        number = segment.find(name, text)
        own, tf = segment.postings(number, number + 1)
        assert own.tolist() == sorted(docs)
        assert tf.tolist() == [max(1, len(docs[doc])) for doc in sorted(docs)]
        places, counts = segment.positions(number, np.arange(len(own)))
        assert places.tolist() == [place for doc in sorted(docs) for place in docs[doc]]
        assert counts.tolist() == [len(docs[doc]) for doc in sorted(docs)]
    for name in TEXTS:
        assert segment.lengths(name).tolist() == [len(document.texts.get(name, ())) for document in found]
    for name in FACETS:
        column = segment.facet(name)
        starts = column.pointer.tolist()
        shown = [[column.values[o] for o in column.ordinals[a:b].tolist()] for a, b in itertools.pairwise(starts)]
        assert shown == [list(dict.fromkeys(document.facets.get(name, ()))) for document in found]
    assert segment.dates.tolist() == [document.date for document in found]
    assert [segment.row(doc) for doc in range(len(found))] == [document.row for document in found]
    assert [segment.stored(doc) for doc in range(len(found))] == [document.stored for document in found]


def written(folder: Path, name: str, found: list[Document]) -> Segment:
    run = Run(FIELDS)
    for document in found:
        run.add(document)
    run.write(folder / name)
    return Segment(folder / name)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(documents, min_size=1, max_size=6), min_size=1, max_size=4), st.data())
def test_runs_merge_into_a_segment_of_what_lives(groups: list[list[Document]], data: st.DataObject) -> None:
    with TemporaryDirectory() as name:
        folder, sources, expected = Path(name), [], []
        for number, group in enumerate(groups):
            run = written(folder, f"run-{number}", group)
            check(run, group)
            live = data.draw(st.none() | st.lists(st.booleans(), min_size=len(group), max_size=len(group)))
            sources.append((run, None if live is None else np.array(live)))
            expected += [d for d, kept in zip(group, live or [True] * len(group), strict=True) if kept]
        if expected:
            files = merge.merge(sources, folder / "merged")
            check(Segment(folder / "merged"), expected)
            assert {path.name for path in (folder / "merged").iterdir()} == set(files)


def test_merging_in_pieces_gives_the_same_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(3)
    groups = [
        [
            Document(texts={"body": [f"w{n}" for n in chance.zipf(1.3, 60) % 400]}, exact={"id": [b"x%d" % i]})
            for i in range(20)
        ]
        for _ in range(3)
    ]
    runs = [(written(tmp_path, f"run-{n}", group), None) for n, group in enumerate(groups)]
    whole = merge.merge(runs, tmp_path / "whole")
    monkeypatch.setattr(merge, "CHUNK", 50)
    assert merge.merge(runs, tmp_path / "pieces") == whole


def test_far_places_and_great_frequencies_are_whole(tmp_path: Path) -> None:
    long = ["the"] * 300 + ["x"] * 70_000 + ["end", "the"]
    found = [
        Document(texts={"body": ["the", "end"]}),
        Document(texts={"body": long}),
        Document(texts={"body": ["the"]}),
    ]
    run = written(tmp_path, "run", found)
    for segment in (run, Segment(_merged(tmp_path, run))):
        the = segment.find("body", b"the")
        docs, tf = segment.postings(the, the + 1)
        assert (docs.tolist(), tf.tolist()) == ([0, 1, 2], [1, 301, 1])
        assert segment.positions(the, np.array([1]))[0].tolist() == [*range(300), 70_301]
        end = segment.find("body", b"end")
        assert segment.positions(end, np.array([0, 1]))[0].tolist() == [1, 70_300]
        x = segment.find("body", b"x")
        assert segment.postings(x, x + 1)[1].tolist() == [build.MOST]


def _merged(folder: Path, run: Segment) -> Path:
    merge.merge([(run, None)], folder / "merged")
    return folder / "merged"


def test_the_best_are_precomputed_and_so_are_heavy_beginnings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from index.segment import finish

    monkeypatch.setattr(finish, "TOP_FROM", 150)
    monkeypatch.setattr(finish, "BEGINNING_FROM", 150)
    chance = np.random.default_rng(5)
    found = [Document(texts={"body": ["ab"] * int(chance.integers(1, 9)) + ["abc", "b"] * int(chance.integers(0, 2))})
             for _ in range(400)]  # fmt: skip
    segment = Segment(_merged(tmp_path, written(tmp_path, "run", found)))
    number = segment.find("body", b"ab")
    docs, tf = segment.postings(number, number + 1)
    top = segment.top(number)
    assert top is not None
    score = tf / (tf + finish.norms(segment.lengths("body"), segment.totals["body"] / 400)[docs])
    assert sorted(score[np.searchsorted(docs, top[0])].tolist()) == sorted(np.sort(score)[-128:].tolist())
    heavy = segment.beginning("body", b"ab")
    assert heavy is not None
    expected = [sum(w.startswith("ab") for w in d.texts["body"]) for d in found]
    assert segment.beginning_frequencies(heavy).tolist() == expected
    assert segment.beginning_top(heavy)[2] == sum(count > 0 for count in expected)
    assert segment.beginning("body", b"z") is None


def test_forms_of_a_stem_are_those_of_the_segment(tmp_path: Path) -> None:
    run = written(tmp_path, "run", [Document(texts={"body": ["violate", "violated", "violating", "treaty"]})])
    segment = Segment(_merged(tmp_path, run))
    assert list(segment.forms("violat")) == ["violate", "violated", "violating"]
    assert list(segment.forms("treati")) == []


@given(st.lists(st.integers(0, 2**32 - 1), max_size=60))
def test_sorting_is_stable(values: list[int]) -> None:
    array = np.array(values, dtype=np.uint32)
    assert stable_order(array).tolist() == np.argsort(array, kind="stable").tolist()


@given(st.lists(st.sampled_from([0.5, 1.0, 1.5, 2.0]), max_size=300), st.integers(1, 20))
def test_the_best_are_the_best_and_ties_go_by_number(values: list[float], k: int) -> None:
    expected = sorted(range(len(values)), key=lambda i: (-values[i], i))[:k]
    assert best(np.array(values), k).tolist() == expected


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 5)), max_size=20))
def test_ranges_and_sums(pairs: list[tuple[int, int]]) -> None:
    starts, counts = (np.array([pair[i] for pair in pairs], dtype=np.int64) for i in (0, 1))
    assert ranges(starts, counts).tolist() == [s + i for s, c in pairs for i in range(c)]
    keys, sums = summed(starts, counts)
    expected = Counter[int]()
    for start, size in pairs:
        expected[start] += size
    assert dict(zip(keys.tolist(), sums.tolist(), strict=True)) == dict(expected)


def failing(path: Path, opened: list[postings.PostingsWriter]) -> None:
    with SegmentFolder(path) as folder:
        opened.append(postings.PostingsWriter(folder))
        raise RuntimeError


def test_a_folder_left_by_an_error_has_no_open_files(tmp_path: Path) -> None:
    opened: list[postings.PostingsWriter] = []
    with pytest.raises(RuntimeError):
        failing(tmp_path / "s", opened)
    with pytest.raises(ValueError, match="closed"):
        opened[0]._docs.write(np.arange(3))


@pytest.mark.parametrize("name", ["stored", "row"])
def test_a_damaged_entry_is_never_served_and_the_others_are(tmp_path: Path, name: str) -> None:
    """Read without its block's checksum, by its own."""
    letters = [b"a letter about a lighthouse " * n for n in (1, 9, 4)]
    written(tmp_path, "run", [Document(**{name: letter}) for letter in letters])
    path = tmp_path / "run" / {"stored": "stored.blob", "row": "rows.blob"}[name]
    whole = path.read_bytes()
    harmless: list[int] = []
    start, end, _ = np.cumsum([len(squeezed(letter)) for letter in letters]).tolist()
    for place in range(start, end):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x20]) + whole[place + 1 :])
        read = getattr(Segment(tmp_path / "run"), name)
        assert [read(doc) for doc in (0, 2)] == [letters[0], letters[2]]
        with suppress(DamagedBlock):
            assert read(1) == letters[1]  # a bit that fills the last byte says nothing
            harmless.append(place)
    assert len(harmless) <= 1


def test_what_is_read_ahead_is_checked_and_what_is_expected_is_not(tmp_path: Path) -> None:
    document = Document(texts={"body": ["ferry"], "title": ["ferry"]}, row=b"row", stored=b"letter")
    folder = _merged(tmp_path, written(tmp_path, "run", [document]))
    segment = Segment(folder)
    for name in ("rows", "stored"):
        segment.expect(name, 0)
    segment.read_ahead(["title", "notes"])
    path = folder / "tf"
    whole = path.read_bytes()
    path.write_bytes(bytes([whole[0] ^ 1]) + whole[1:])
    Segment(folder).expect("stored", 0)
    with pytest.raises(DamagedBlock):
        Segment(folder).read_ahead(["title"])
