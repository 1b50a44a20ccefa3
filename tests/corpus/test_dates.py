"""Dates as letters write them: languages, shared months and years, and what is no date."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.dates import find, parse, with_year

TEXTS = [
    ("dated 8 March 2023 from", ["2023-03-08"], "the Organization's own form"),
    ("dated 29th June 1946", ["1946-06-29"], "an ordinal"),
    ("November 21, 1974", ["1974-11-21"], "month first"),
    ("20 and 25 February 2025", ["2025-02-20", "2025-02-25"], "a shared month"),
    ("25 February and 20 March 2008", ["2008-02-25", "2008-03-20"], "a shared year"),
    ("16 June and 7 and 21 July 2025", ["2025-06-16", "2025-07-07", "2025-07-21"], "both"),
    ("12 July, 4 and 18 August and 22 September 2006",
     ["2006-07-12", "2006-08-04", "2006-08-18", "2006-09-22"], "four letters of one year"),
    ("8, 12 and 14 May 2025", ["2025-05-08", "2025-05-12", "2025-05-14"], "three days of a month"),
    ("on 13 May, in which", ["--05-13"], "no year"),
    ("in March 2023", ["2023-03"], "no day"),
    ("en date du 1er mai 2025", ["2025-05-01"], "French first"),
    ("datée du 18 août 1979", ["1979-08-18"], "French accents"),
    ("de fecha 16 de agosto de 2007", ["2007-08-16"], "Spanish"),
    ("el 3 de mayo del 2007", ["2007-05-03"], "Spanish del"),
    ("от 24 декабря 1991 года", ["1991-12-24"], "Russian"),
    ("في 5 آذار/مارس 2024", ["2024-03-05"], "Arabic, both names of the month"),
    ("12.XI.1957", ["1957-11-12"], "a Roman month"),
    ("2025-05-04", ["2025-05-04"], "ISO"),
    ("31 April 2025", [], "a day that is not"),
    ("30 February 2024", [], "another"),
    ("29 February 2024", ["2024-02-29"], "a leap day"),
    ("29 February 2023", [], "and none"),
    ("paragraphs 4 and 5", [], "numbers alone"),
    ("A/79/818 May", [], "a symbol's serial"),
    ("22/03/2023", [], "figures alone: day and month could be either"),
    ("they may 5 times", [], "may is a verb"),
    ("4 March 2020, June 5, 2021, 12.XI.1957, 2025-05-04 and May 2023",
     ["2020-03-04", "2021-06-05", "1957-11-12", "2025-05-04", "2023-05"], "every form beside every other"),
    ("on 4 March 2020 and in May 2021", ["2020-03-04", "2021-05"], "a year that is taken, and one that is free"),
    ("on 4 March, 2019 having passed", ["2019-03-04"], "a year that no other form may take again"),
]  # fmt: skip

WHOLE = [
    ("8 March 2023", "2023-03-08"),
    (" (8 March 2023). ", "2023-03-08"),
    ("24 декабря 1991 года", "1991-12-24"),
    ("March 2023", None),
    ("8 March", None),
    ("dated 8 March 2023 from", None),
    ("8 and 9 March 2023", None),
    ("", None),
]

YEARS = [
    ("--03-08", "2025-06-20", "2025-03-08", "earlier in the letter's year"),
    ("--06-20", "2025-06-20", "2025-06-20", "the same day"),
    ("--06-21", "2025-06-20", "2024-06-21", "not yet: the year before"),
    ("2020-03-08", "2025-06-20", "2020-03-08", "a full date stays"),
    ("2023-03", "2025-06-20", None, "no day"),
    ("--03-08", None, None, "no letter's date to go by"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), TEXTS)
def test_dates_in_a_text(text: str, expected: list[str], reason: str) -> None:
    assert [one.iso for one in find(text)] == expected, reason


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_a_text_that_is_a_date(text: str, expected: str | None) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(("iso", "latest", "expected", "reason"), YEARS)
def test_a_missing_year_is_that_of_the_letter_or_the_one_before(
    iso: str, latest: str | None, expected: str | None, reason: str
) -> None:
    assert with_year(iso, latest) == expected, reason


@given(st.dates(min_value=__import__("datetime").date(1946, 1, 1)))
def test_a_date_as_print_has_it_is_read_back(day: __import__("datetime").date) -> None:  # type: ignore[valid-type]
    if day.year < 2100:
        assert parse(f"{day.day} {day:%B} {day.year}") == day.isoformat()


@settings(deadline=None)
@given(st.text(alphabet="0123456789 /-.,andMarchyof", max_size=120))
def test_any_text_is_read(text: str) -> None:
    found = find(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
