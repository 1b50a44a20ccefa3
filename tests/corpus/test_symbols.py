"""One symbol at a time: spelling, key, display, halves, order, what is typed, files' names, addresses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import symbol_tables as tables
from corpus.symbol_forms import possible
from corpus.symbols import Symbol, address, canonical, from_file_name, parse, partial

SPELLINGS = [
    ("A/77/794", "A/77/794", "already canonical"),
    ("a/77/794", "A/77/794", "small letters"),
    ("A/77/794-S/2023/185", "A/77/794-S/2023/185", "joint"),
    ("A/77/794–S/2023/185", "A/77/794-S/2023/185", "en dash"),
    ("A/77/794 - S/2023/185", "A/77/794-S/2023/185", "spaces round the dash"),
    ("A/77/794S/2023/185", "A/77/794-S/2023/185", "the dash lost"),
    ("A/77/794 S/2023/185", "A/77/794-S/2023/185", "a space for the dash"),
    ("A79/798", "A/79/798", "a stroke left out"),
    ("a79/798-s2025/110", "A/79/798-S/2025/110", "in both halves"),
    ("79/798-S/2025/110", "A/79/798-S/2025/110", "before the Council's half the Assembly's"),
    ("a/es10/1022", "A/ES-10/1022", "a hyphen left out"),
    ("A/es 10/1022", "A/ES-10/1022", "a space for it"),
    ("ES-10/1022", "A/ES-10/1022", "the Assembly alone has such sessions"),
    ("a/s27/2", "A/S-27/2", "a special session"),
    ("S 2023 185", "S/2023/185", "spaces for slashes"),
    ("s 2023 185", "S/2023/185", "spaces, small letters"),
    ("(S/2023/185)", "S/2023/185", "brackets of the sentence"),
    ("[A/77/794-S/2023/185](#)", "A/77/794-S/2023/185", "a Markdown link"),
    ("S/2023/185*", "S/2023/185", "asterisk of a reissue"),
    ("S/2023/185.", "S/2023/185", "full stop of the sentence"),
    ("S/RES/2334 (2016)", "S/RES/2334(2016)", "space before the year"),
    ("s/res/2334", "S/RES/2334(2016)", "year filled in from the table"),
    ("S/RES/2334(2016)", "S/RES/2334(2016)", "no space"),
    ("A/RES/2625 (XXV)", "A/RES/2625(XXV)", "Roman session"),
    ("A/RES/3367 A (XXX)", "A/RES/3367A(XXX)", "split resolution"),
    ("A/62/6 (Sect. 21)", "A/62/6(Sect.21)", "section in brackets"),
    ("A/62/6 (Sect 21)", "A/62/6(Sect.21)", "its full stop lost"),
    ("S/PV.6201 (Resumption 1)", "S/PV.6201(Resumption1)", "resumed meeting"),
    ("S/1999/25/ADD.43", "S/1999/25/Add.43", "capitals of a suffix"),
    ("TD/B/WP(XXXV)/MISC.1/REV.1", "TD/B/WP(XXXV)/Misc.1/Rev.1", "capitals throughout"),
    ("A/ES-10/1042", "A/ES-10/1042", "emergency special session"),
    ("A/ES-10/1042-S/2025/506", "A/ES-10/1042-S/2025/506", "its hyphen is no joint"),
    ("A/S-27/20", "A/S-27/20", "special session, not the Council"),
    ("A/58/837-S/2004/567-E/2004/81", "A/58/837-S/2004/567-E/2004/81", "three organs"),
    ("S/2024", "S/2024", "a serial of 1950, when a person typed it by itself"),
    ("A/520/Rev.17", "A/520/Rev.17", "standing document"),
    ("A⁄77⁄794", "A/77/794", "fraction slash"),
    ("А/77/794", "A/77/794", "Cyrillic A"),
    ("A/77/\u200b794", "A/77/794", "zero-width space"),
    ("GEGN.2/2025/35", "GEGN.2/2025/35", "a head with a full stop"),
    ("CD/1299", "CD/1299", "short head with a serial of four digits"),
    ("A/79/L.45", "A/79/L.45", "draft"),
    ("A/CONF.151/26/Rev.1 (Vol. I)", "A/CONF.151/26/Rev.1(Vol.I)", "volume"),
    ("A/78/PV.4", "A/78/PV.4", "record of a session"),
    ("A/HRC/RES/22/23", "A/HRC/RES/22/23", "Human Rights Council"),
    ("E/1992", "E/1992", "serial that looks like a year"),
]

NO_SPELLINGS = [
    ("A5/1", "a sheet of paper, not the fifth session"),
    ("S5/3", "no year"),
    ("s27/2", "a special session only behind the Assembly's letter"),
    ("", "nothing"),
    ("A", "head only"),
    ("A/77", "session only"),
    ("A/ES-10", "emergency session only"),
    ("A/C.3", "a body"),
    ("E/CN.4", "a body"),
    ("A/RES/", "cut off"),
    ("A/RES/77", "a resolution without its number"),
    ("S/RES", "no number"),
    ("A/77/0", "serials begin at 1"),
    ("A/20/5", "sessions before the thirty-first are not in symbols"),
    ("A/155/5", "a session beyond this century"),
    ("S/1993/5", "years are in the Council's symbols since 1994"),
    ("E/1977/5", "years are in the Economic and Social Council's since 1978"),
    ("S/2023/2001", "beyond the bound of a year"),
    ("S/27001", "beyond the bound of serials"),
    ("A/11001", "beyond the bound of serials"),
    ("S/2356/2025", "of another organization"),
    ("ID/4", "short head with one part"),
    ("ST/5", "the Secretariat's symbols name a series"),
    ("hello", "a word"),
    ("HIV/AIDS", "a word with a slash"),
    ("S/N 4711", "a serial number"),
    ("22/03/2023", "a date"),
    ("A/77/794 and S/2023/185", "two symbols and a word"),
    ("A/77/794-", "an open joint"),
    ("A/79/798 (2025)", "a year belongs to resolutions only"),
    ("x" * 400, "too long to be one"),
]


@pytest.mark.parametrize(("text", "key", "why"), SPELLINGS)
def test_any_spelling_gives_the_key(text: str, key: str, why: str) -> None:
    assert canonical(text) == key, why


@pytest.mark.parametrize(("text", "why"), NO_SPELLINGS)
def test_what_is_no_symbol_has_no_key(text: str, why: str) -> None:
    assert canonical(text) is None, why


@pytest.mark.parametrize(("key", "why"), [(key, why) for _, key, why in SPELLINGS])
def test_a_key_and_its_display_give_the_key_again(key: str, why: str) -> None:
    assert canonical(key) == key, why
    assert canonical(Symbol(key).display) == key, why


@pytest.mark.parametrize(
    ("key", "display"),
    [
        ("S/RES/2334(2016)", "S/RES/2334 (2016)"),
        ("A/RES/3367A(XXX)", "A/RES/3367 A (XXX)"),
        ("A/RES/31/16A", "A/RES/31/16 A"),
        ("A/RES/997(ES-I)", "A/RES/997 (ES-I)"),
        ("A/62/6(Sect.21)", "A/62/6 (Sect. 21)"),
        ("S/PV.6201(Resumption1)", "S/PV.6201 (Resumption 1)"),
        ("A/CONF.151/26/Rev.1(Vol.I)", "A/CONF.151/26/Rev.1 (Vol. I)"),
        ("TD/B/WP(XXXV)/Misc.1/Rev.1", "TD/B/WP(XXXV)/Misc.1/Rev.1"),
        ("S/AC.44/2004/(02)/5", "S/AC.44/2004/(02)/5"),
        ("S/AC.37/2003/(1455)/12", "S/AC.37/2003/(1455)/12"),
        ("PCNICC/2000/WGRPE(7)/DP.1", "PCNICC/2000/WGRPE(7)/DP.1"),
        ("A/77/794-S/2023/185", "A/77/794-S/2023/185"),
    ],
)
def test_display_has_the_spaces_of_print(key: str, display: str) -> None:
    assert Symbol(key).display == display
    assert str(Symbol(key)) == display


def test_halves_are_symbols_of_one_organ() -> None:
    assert [h.key for h in Symbol("A/ES-10/51-S/2000/1185").halves] == ["A/ES-10/51", "S/2000/1185"]
    assert Symbol("A/S-27/20").halves == (Symbol("A/S-27/20"),)
    assert Symbol("A/58/837-S/2004/567-E/2004/81").halves[2] == Symbol("E/2004/81")


@pytest.mark.parametrize(
    ("key", "organ", "session", "year"),
    [
        ("A/79/818-S/2025/156", "General Assembly", 79, 2025),
        ("S/2025/156", "Security Council", None, 2025),
        ("A/ES-10/1042", "General Assembly", "ES-10", None),
        ("A/S-27/20", "General Assembly", "S-27", None),
        ("A/RES/77/1", "General Assembly", 77, None),
        ("S/RES/2334(2016)", "Security Council", None, 2016),
        ("A/10298", "General Assembly", None, None),
        ("S/15947", "Security Council", None, None),
        ("E/2025/78", "Economic and Social Council", None, 2025),
        ("ST/AI/2001/5", "Secretariat", None, 2001),
        ("CERD/C/AZE/CO/6", "", None, None),
        ("T/1234", "Trusteeship Council", None, None),
        ("E/CN.4/1999/79/Add.1", "Economic and Social Council", None, 1999),
    ],
)
def test_what_a_symbol_says_of_its_document(key: str, organ: str, session: object, year: int | None) -> None:
    symbol = Symbol(key)
    assert (symbol.organ, symbol.session, symbol.year) == (organ, session, year)


@pytest.mark.parametrize(
    ("key", "resolution", "record", "draft", "letter"),
    [
        ("S/RES/2334(2016)", True, False, False, False),
        ("A/HRC/DEC/2/102", True, False, False, False),
        ("S/PV.9970", False, True, False, False),
        ("A/C.4/64/SR.22", False, True, False, False),
        ("A/79/L.45", False, False, True, False),
        ("S/PRST/2015/24", False, False, False, False),
        ("S/2025/156", False, False, False, True),
        ("A/79/818-S/2025/156", False, False, False, True),
        ("A/ES-10/1042", False, False, False, True),
        ("S/15947", False, False, False, True),
        ("S/2025/71/Rev.1", False, False, False, True),
        ("E/2025/78", False, False, False, True),
        ("E/2025/L.24", False, False, True, False),
        ("A/HRC/17/27", False, False, False, False),
        ("E/CN.4/1999/79", False, False, False, False),
        ("A/79/6(Sect.3)", False, False, False, False),
    ],
)
def test_kinds_of_documents(key: str, resolution: bool, record: bool, draft: bool, letter: bool) -> None:
    symbol = Symbol(key)
    assert (symbol.is_resolution, symbol.is_record, symbol.is_draft, symbol.may_be_letter) == (
        resolution, record, draft, letter,
    )  # fmt: skip


def test_order_counts_numbers_as_numbers() -> None:
    keys = ["A/79/9", "A/79/10", "A/79/10/Add.1", "A/80/1", "S/2023/9", "S/2023/185", "S/2024/1"]
    assert [s.key for s in sorted(map(Symbol, reversed(keys)), key=lambda s: s.sort_key)] == keys


def test_prefixes_end_in_a_slash_and_come_from_each_half() -> None:
    assert Symbol("A/79/818-S/2025/156").prefixes() == ("A/", "A/79/", "S/", "S/2025/")


@pytest.mark.parametrize(
    ("typed", "prefix"),
    [
        ("a/79/8", "A/79/8"),
        ("A/79/", "A/79/"),
        ("s/2023", "S/2023"),
        ("s 2023 18", "S/2023/18"),
        ("79/818", "79/818"),
        ("2023/185", "2023/185"),
        ("2023/", "2023/"),
        ("79", "79"),
        ("a/es-10/10", "A/ES-10/10"),
        ("s/res/23", "S/RES/23"),
        ("A/79/818–S/20", "A/79/818-S/20"),
        ("S / 2023 / 1", "S/2023/1"),
        ("S/2023/185*", "S/2023/185"),
        ("", None),
        ("armenia", None),
        ("and/or", None),
        ("x/79", None),
        ("A/" + "1" * 90, None),
    ],
)
def test_the_beginning_of_a_key(typed: str, prefix: str | None) -> None:
    assert partial(typed) == prefix


@pytest.mark.parametrize(
    ("name", "key", "why"),
    [
        ("A_65_708--S_2011_47-EN.pdf", "A/65/708-S/2011/47", "as the digital library names files"),
        ("A_65_708&S_2011_47-EN.pdf", "A/65/708-S/2011/47", "as it did before"),
        ("S_RES_2334_(2016)-EN.pdf", "S/RES/2334(2016)", "bracket after an underscore"),
        ("S_RES_2729-2407697E.xml", "S/RES/2729(2024)", "job number after the symbol"),
        ("2002/a/57/307/corr_1.xml", "A/57/307/Corr.1", "a path of the parallel corpus"),
        ("1994/s/res/918_1994_.xml", "S/RES/918(1994)", "its brackets are underscores"),
        ("folder/S_2025_277.pdf", "S/2025/277", "in a folder"),
        ("S_2023_664_es.pdf", "S/2023/664", "language after an underscore"),
        ("A_ES-10_1043_S_2025_529.pdf", "A/ES-10/1043-S/2025/529", "halves set apart by an underscore"),
        ("undocs_S_2016_88.txt", "S/2016/88", "with the host's name"),
        ("000_d35109883efa0c00.txt", None, "a hash"),
        ("N2306879.pdf", None, "a job number"),
        ("note_verbale_2022.txt", None, "words"),
        ("letter.txt", None, "a word"),
        ("A_C_3.pdf", None, "a body"),
    ],
)
def test_file_names(name: str, key: str | None, why: str) -> None:
    symbol = from_file_name(name)
    assert (symbol.key if symbol else None) == key, why


def test_the_address_escapes_the_symbol_of_the_first_half() -> None:
    assert address(Symbol("A/79/818-S/2025/156")) == (
        "https://documents.un.org/api/symbol/access?s=A%2F79%2F818&l=en&t=pdf"
    )
    assert address(Symbol("S/RES/2334(2016)")).split("s=")[1].startswith("S%2FRES%2F2334%282016%29&")


def test_the_table_of_resolutions_has_each_year_in_rising_order() -> None:
    years, firsts = zip(*tables.FIRST_RESOLUTION.items(), strict=True)
    assert list(years) == list(range(1946, 2026))
    assert sorted(set(firsts)) == list(firsts)


@pytest.mark.parametrize(
    ("number", "year"),
    [
        (1, 1946), (15, 1946), (16, 1947), (83, 1950), (242, 1967), (338, 1973), (425, 1978), (598, 1987), (678, 1990),
        (799, 1992), (853, 1993), (1325, 2000), (1373, 2001), (1559, 2004), (1701, 2006), (1929, 2010), (2085, 2012),
        (2231, 2015), (2334, 2016), (2397, 2017), (2560, 2020), (2561, 2021), (2623, 2022), (2680, 2023), (2721, 2023),
        (2722, 2024), (2767, 2024), (2768, 2025), (2786, 2025), (2787, None), (0, None), (-3, None),
    ],
)  # fmt: skip
def test_the_year_of_a_resolution(number: int, year: int | None) -> None:
    assert tables.year_of_resolution(number) == year


@pytest.mark.parametrize(
    ("half", "year", "can_be"),
    [
        ("S/2024", None, False),
        ("S/2024", 1951, True),
        ("S/2024", 2024, False),
        ("S/1993", None, True),
        ("S/2024/Add.1", None, True),
        ("E/1992", None, True),
        ("E/1992", 1951, True),
        ("E/2024", 2024, False),
        ("A/64", None, False),
        ("A/64", 1946, True),
        ("S/99", None, False),
        ("S/100", None, True),
        ("S/99", 1975, True),
        ("S/99", 1976, False),
        ("A/64/Add.1", None, True),
        ("S/27000", None, True),
        ("A/31/1", None, True),
        ("A/30/1", None, False),
        ("S/1994/1", None, True),
        ("E/1978/1", None, True),
        ("A/79/2000", None, True),
        ("A/79/2001", None, False),
        ("T/31/1", None, False),
    ],
)
def test_what_can_be_depends_on_the_year(half: str, year: int | None, can_be: bool) -> None:
    assert possible(half, year=year) is can_be


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ASETRCPVNadsrecov/.-–()* 0123456789IVX", max_size=30))
def test_canonical_is_its_own_canonical(text: str) -> None:
    key = canonical(text)
    if key is not None:
        assert canonical(key) == key
        assert all(parse(half.key) == half for half in Symbol(key).halves)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_nothing_a_person_types_raises(text: str) -> None:
    parse(text)
    partial(text)
    from_file_name(text)
