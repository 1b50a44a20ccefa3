"""Other names of a State: for finding a letter by the name it did not use."""

from __future__ import annotations

import pytest

from corpus.states import other_names


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Turkey", ("Türkiye",)),
        ("türkiye", ("Turkey",)),
        ("Swaziland", ("Eswatini",)),
        ("burma", ("Myanmar",)),
        ("Zaire", ("Democratic Republic of the Congo", "DRC")),
        ("Armenia", ()),  # "Republic of Armenia" holds the name itself
        ("Turkish", ()),  # an adjective is no name
        ("Kestravia", ()),
        ("", ()),
    ],
)
def test_other_names(name: str, others: tuple[str, ...]) -> None:
    assert other_names(name) == others
