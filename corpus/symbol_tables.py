"""Facts about document symbols, as data: who issues them, how their parts are spelt, how far the numbers go.

Sources: the Dag Hammarskjöld Library's guide to document symbols for heads, bodies and suffixes; the Organization's
lists of Council resolutions by year for `FIRST_RESOLUTION`; highest numbers seen for the bounds.
"""

from __future__ import annotations

from bisect import bisect_right


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ORGANS = {
    "A": "General Assembly",
    "S": "Security Council",
    "E": "Economic and Social Council",
    "T": "Trusteeship Council",
    "ST": "Secretariat",
}
"""Heads of the principal organs' series."""

SERIES = _words(
    "PCNICC CEDAW CESCR SPLOS OPCAT UNITAR UNEP CCPR CERD CRPD FCCC ICCD ISBA CLCS TPNW GEGN.2 UNFF IPBES CRC "
    "CAT CMW CED HRI HSP WFC NPT BWC CCW PBC IDB LOS JIU CBD CD DP TD ID DC AT"
)
"""Heads of bodies that issue a series of their own, with the parent organ not shown."""

SHORT_SERIES = frozenset(_words("CAT CED CRC LOS BWC ID CD DP TD DC AT JIU HRI"))
"""Heads that are also everyday abbreviations: one needs two more parts, or a serial of three digits, to be believed."""

BODIES = frozenset(_words("AC C CN CONF GC PC SC SUB WG BUR SPC HRC ICEF GR"))
"""Second parts that name a body; one alone, with its number, is the body and no document."""

NAMED_BODIES = frozenset(_words("BUR SPC HRC ICEF"))
"""Those of them that have no number."""

KINDS = frozenset(_words("RES PV SR PRST L R CRP WP INF NGO PET DEC AGENDA NC BUDGET EX MIN BR"))
"""Parts that name a kind of document."""

SUFFIXES = frozenset(_words("ADD AMEND AM CORR REV SUMMARY"))
"""Parts that come after the serial and stack."""

CASED = {
    w.upper(): w for w in _words("Add Amend Am Corr Rev Sub Agenda Misc Summary Sect Vol Part Resumption Prog Supp")
}
"""Words that are shown with small letters; everything else is shown in capitals. Compared without case."""

BRACKET_WORDS = ("Resumption", "Part", "Sect", "Vol", "Prog", "Supp", "Introduction", "Chap")
"""Words that may begin a bracketed tail: `A/62/6 (Sect. 21)`, `S/PV.6201 (Resumption 1)`."""

FIRST_SESSION_NUMBERED = 31
"""`A/<session>/<n>` since the thirty-first session (1976); plain serials before."""
FIRST_COUNCIL_YEAR = 1994
"""`S/<year>/<n>` since 1994; plain serials before."""
FIRST_ECOSOC_YEAR = 1978
"""`E/<year>/<n>` since 1978; plain serials before."""
LAST_SESSION, LAST_YEAR = 154, 2099
"""The session of 2099: beyond it a number is damage."""

LAST_SERIAL = {"A": 11_000, "S": 27_000, "E": 6_500, "T": 2_000}
"""Plain serials stay below: `S/15947` with a footnote number stuck on breaks it."""
LAST_IN_YEAR = 2_000
"""`A/<session>/<n>` and `S/<year>/<n>` stay below; seen are `A/53/1050` and `S/1994/1384`."""

FIRST_RESOLUTION = {
    1946: 1, 1947: 16, 1948: 38, 1949: 67, 1950: 79, 1951: 90, 1952: 97, 1953: 99, 1954: 104, 1955: 106,
    1956: 111, 1957: 122, 1958: 127, 1959: 132, 1960: 133, 1961: 161, 1962: 172, 1963: 178, 1964: 186, 1965: 200,
    1966: 220, 1967: 233, 1968: 245, 1969: 263, 1970: 276, 1971: 292, 1972: 308, 1973: 325, 1974: 345, 1975: 367,
    1976: 385, 1977: 403, 1978: 423, 1979: 444, 1980: 462, 1981: 485, 1982: 500, 1983: 529, 1984: 546, 1985: 560,
    1986: 581, 1987: 594, 1988: 607, 1989: 627, 1990: 647, 1991: 684, 1992: 726, 1993: 800, 1994: 893, 1995: 970,
    1996: 1036, 1997: 1093, 1998: 1147, 1999: 1220, 2000: 1285, 2001: 1335, 2002: 1387, 2003: 1453, 2004: 1522,
    2005: 1581, 2006: 1652, 2007: 1739, 2008: 1795, 2009: 1860, 2010: 1908, 2011: 1967, 2012: 2033, 2013: 2086,
    2014: 2133, 2015: 2196, 2016: 2260, 2017: 2337, 2018: 2400, 2019: 2451, 2020: 2505, 2021: 2561, 2022: 2618,
    2023: 2672, 2024: 2722, 2025: 2768,
}  # fmt: skip
"""Number of the Council's first resolution of each year."""
LAST_RESOLUTION = 2786
"""The highest number of 2025 that is known here; above it no year is filled in."""

_YEARS = tuple(FIRST_RESOLUTION)
_FIRSTS = tuple(FIRST_RESOLUTION.values())


def year_of_resolution(number: int) -> int | None:
    """The year the Council adopted its resolution `number`, None beyond what is known."""
    if not 1 <= number <= LAST_RESOLUTION:
        return None
    return _YEARS[bisect_right(_FIRSTS, number) - 1]
