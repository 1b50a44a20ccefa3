"""Names of States: what is one State under two names, what are two, and what a text mentions."""

from __future__ import annotations

import pytest

from corpus.states import forms, key, known, mentions, same

SAME = [
    ("Türkiye", "Turkey", "renamed in 2022"),
    ("United Arab Emirates", "UAE", "as desk officers type it"),
    ("United Kingdom", "UK", "likewise"),
    ("Democratic Republic of the Congo", "DRC", "likewise"),
    ("Eswatini", "Swaziland", "renamed in 2018"),
    ("Democratic Republic of the Congo", "Zaire", "renamed in 1997, the same State"),
    ("Cabo Verde", "Cape Verde", "asked to be called so in 2013"),
    ("Myanmar", "Burma", "renamed in 1989"),
    ("Sri Lanka", "Ceylon", "renamed in 1972"),
    ("Burkina Faso", "Upper Volta", "renamed in 1984"),
    ("Benin", "Dahomey", "renamed in 1975"),
    ("Cambodia", "Democratic Kampuchea", "one seat under three names"),
    ("Czechia", "Czech Republic", "the short name, since 2016"),
    ("North Macedonia", "the former Yugoslav Republic of Macedonia", "renamed in 2019"),
    ("Belarus", "Byelorussian SSR", "a member since 1945, renamed in 1991"),
    ("Ukraine", "Ukrainian SSR", "a member since 1945, renamed in 1991"),
    ("Libya", "Libyan Arab Jamahiriya", "renamed in 2011"),
    ("State of Palestine", "Palestine", "the observer's names"),
    ("Germany", "Federal Republic of Germany", "the State that went on in 1990"),
    ("Syrian Arab Republic", "Syria", "long and short"),
    ("Islamic Republic of Iran", "Iran (Islamic Republic of)", "as titles and as lists print it"),
    ("the Sudan", "Republic of the Sudan", "articles"),
    ("Republic of Serbia", "Serbia", "a long form that no row lists"),
    ("Royaume-Uni", "United Kingdom", "French"),
    ("Países Bajos", "Netherlands", "Spanish"),
    ("Viet Nam", "Vietnam", "two spellings"),
    ("Russia", "Russian Federation", "short and long"),
]

TWO = [
    ("Russian Federation", "Union of Soviet Socialist Republics", "continued its seat, but wrote under another name"),
    ("Czechia", "Czechoslovakia", "a successor, admitted anew in 1993"),
    ("Slovakia", "Czechoslovakia", "a successor, admitted anew in 1993"),
    ("Serbia", "Yugoslavia", "a successor, admitted anew in 2000"),
    ("Germany", "German Democratic Republic", "two members until 1990"),
    ("Serbia", "Serbia and Montenegro", "admitted in 2000 under another name, and another State from 2006"),
    ("Yemen", "Democratic Yemen", "two members until 1990"),
    ("Egypt", "United Arab Republic", "a union of two States from 1958"),
    ("Congo", "Democratic Republic of the Congo", "neighbours"),
    ("Guinea", "Guinea-Bissau", "neighbours"),
    ("Guinea", "Equatorial Guinea", "one name in another"),
    ("Niger", "Nigeria", "one name in another"),
    ("Sudan", "South Sudan", "one name in another"),
    ("Republic of Korea", "Democratic People's Republic of Korea", "one name in another"),
    ("Dominica", "Dominican Republic", "one name in another"),
    ("Samoa", "American Samoa", "a territory"),
    ("Ireland", "Northern Ireland", "a part of another State"),
]

MENTIONED = [
    ("the Permanent Representative of the Islamic Republic of Iran", "Iran (Islamic Republic of)", True),
    ("the Iranian delegation", "Islamic Republic of Iran", True),
    ("the Turkish representative", "Türkiye", True),
    ("the Permanent Representative of South Sudan", "Sudan", False),
    ("the Permanent Representative of Equatorial Guinea", "Guinea", False),
    ("the Permanent Representative of Nigeria", "Niger", False),
    ("the Permanent Representative of Guinea-Bissau", "Guinea", False),
    ("the Permanent Representative of the Democratic Republic of the Congo", "Congo", False),
    ("the Permanent Representative of the Dominican Republic", "Dominica", False),
    ("United Kingdom of Great Britain and Northern Ireland", "Ireland", False),
    ("the Democratic People’s Republic of Korea", "Republic of Korea", False),
    ("Romania", "Oman", False),
    ("Papua New Guinea", "Guinea", False),
    ("the Congolese Government", "Democratic Republic of the Congo", True),
    ("the Congolese Government", "Congo", True),
    ("the Soviet delegation", "Union of Soviet Socialist Republics", True),
    ("the Soviet delegation", "Russian Federation", False),
    ("Czechoslovakia", "Slovakia", False),
    ("Kestravia wrote", "Kestravia", True),
    ("anything", "", False),
]


@pytest.mark.parametrize(("one", "other", "reason"), SAME)
def test_one_state_under_two_names(one: str, other: str, reason: str) -> None:
    assert same(one, other), reason
    assert same(other, one), reason


@pytest.mark.parametrize(("one", "other", "reason"), TWO)
def test_two_states(one: str, other: str, reason: str) -> None:
    assert not same(one, other), reason


@pytest.mark.parametrize(("text", "name", "expected"), MENTIONED)
def test_what_a_text_mentions(text: str, name: str, expected: bool) -> None:
    assert mentions(text, name) is expected


def test_an_unknown_name_is_itself() -> None:
    assert key("the Republic of Kestravia") == "kestravia"
    assert not known("Kestravia")
    assert known("the Sudan")
    assert not same("", "")


def test_forms_begin_with_the_given_name() -> None:
    assert forms("Turkey")[0] == "Turkey"
    assert {"Türkiye", "Turkish", "Turquie"} <= set(forms("Turkey"))
    assert forms("") == ()
