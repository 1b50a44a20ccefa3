"""Mastheads of invented letters in the layouts of five decades, as converters and readers of text hand them over."""

from __future__ import annotations

from typing import Any

import pytest

from corpus import agenda
from corpus.letter import assemble
from corpus.readers import markdown
from tests.corpus.reading import letter_of

SPLIT_1987 = """\
UNITED
NATIONS                                                   A S

          General Assembly                     Distr.
          Security Council                     GENERAL

                                               A/42/286
                                               S/18863
                                               13 May 1987
                                               ENGLISH
                                               ORIGINAL: RUSSIAN


GENERAL ASSEMBLY                               SECURITY COUNCIL
Forty-second session                           Forty-second year
Items 39, 66 and 73 of the preliminary list*
THE SITUATION IN THE HARBOUR
REVIEW OF THE IMPLEMENTATION OF THE DECLARATION ON
  THE STRENGTHENING OF HARBOURS
PEACEFUL SETTLEMENT OF DISPUTES BETWEEN STATES


           Letter dated 12 May 1987 from the Permanent Representative of
           Penwick to the United Nations addressed to the
           Secretary-General


     I have the honour to transmit herewith a statement (see annex).

     I request that this letter be circulated as a document of the General Assembly, under items 39, 66 and 73 of \
the preliminary list, and of the Security Council.

                                   (Signed)  A. PENMAN
                                             Ambassador
                                             Permanent Representative


*    A/42/50.

87-12345   0123i  (E)                                         /...
"""
"""Before 1997 the masthead was split: symbols, date and languages under Distr. GENERAL."""

COUNCIL_1948 = """\
United Nations                Nations Unies

SECURITY                      CONSEIL
COUNCIL                       DE SECURITE

                              GENERAL

                              S/736
                              4 May 1948
                              ENGLISH
                              ORIGINAL: FRENCH


LETTER DATED 4 MAY 1948 FROM THE REPRESENTATIVE OF PENWICK ADDRESSED
TO THE PRESIDENT OF THE SECURITY COUNCIL

I have the honour to bring to the attention of the Security Council the following telegram.

(Signed) J. PENMAN
"""
"""In the 1940s the distribution stood alone, and two languages side by side."""

SERIAL_1965 = """\
UNITED NATIONS
SECURITY
COUNCIL

Distr.
GENERAL

S/6358/Rev.1
18 May 1965

ORIGINAL: ENGLISH

LETTER DATED 18 MAY 1965 FROM THE PERMANENT REPRESENTATIVE OF PENWICK
ADDRESSED TO THE SECRETARY-GENERAL

I have the honour to refer to my letter of 12 May 1965 (S/6345).

Accept, Sir, etc.

(Signed) J. PENMAN
Permanent Representative of Penwick
to the United Nations
"""
"""Serial symbols, with a revision."""

FRENCH_1979 = """\
NATIONS UNIES

CONSEIL DE SECURITE

Distr.
GENERALE

S/13545
18 septembre 1979
FRANCAIS
ORIGINAL : ANGLAIS

LETTRE DATEE DU 17 SEPTEMBRE 1979, ADRESSEE AU PRESIDENT DU CONSEIL DE SECURITE PAR LE REPRESENTANT PERMANENT DE \
PENWICK AUPRES DE L'ORGANISATION DES NATIONS UNIES

D'ordre de mon gouvernement, j'ai l'honneur de vous transmettre ce qui suit.

Le Représentant permanent,

(Signé) J. PENMAN
"""
"""French capitals without accents; the office above the signature."""

FRENCH_2008 = """\
Nations Unies A/62/812–S/2008/291

Assemblée générale
Conseil de sécurité

Distr. générale
2 mai 2008
Français
Original : anglais et français

Assemblée générale
Soixante-deuxième session
Points 17 et 53 a) de l'ordre du jour
La situation dans le port
Développement durable : port

Conseil de sécurité
Soixante-troisième année

Lettre datée du 30 avril 2008, adressée au Secrétaire général par le Représentant permanent de Penwick auprès de \
l'Organisation des Nations Unies

J'ai l'honneur de vous faire tenir ci-joint une déclaration (voir annexe).

Je vous serais reconnaissant de bien vouloir faire distribuer le texte de la présente lettre et de son annexe \
comme document de l'Assemblée générale, au titre des points 17 et 53 a) de l'ordre du jour, et du Conseil de \
sécurité.

L'Ambassadeur,
Représentant permanent
(Signé) Jean Penman

Annexe à la lettre datée du 30 avril 2008 adressée au Secrétaire général par le Représentant permanent de Penwick \
auprès de l'Organisation des Nations Unies

[Original : français]

Déclaration du port

Le port est ouvert.
"""
"""French sub-items close with one bracket; two originals."""

SPANISH_2008 = """\
Naciones Unidas A/62/812-S/2008/291

Asamblea General
Consejo de Seguridad

Distr. general
2 de mayo de 2008
Español
Original: inglés

Asamblea General
Sexagésimo segundo período de sesiones
Temas 17 y 53 del programa
La situación en el puerto
Desarrollo sostenible

Consejo de Seguridad
Sexagésimo tercer año

Cartas idénticas de fecha 30 de abril de 2008 dirigidas al Secretario General y al Presidente del Consejo de \
Seguridad por el Representante Permanente de Penwick ante las Naciones Unidas

Tengo el honor de transmitirle adjunta una declaración (véase el anexo).

Le agradecería que hiciera distribuir la presente carta y su anexo como documento de la Asamblea General, en \
relación con los temas 17 y 53 del programa, y del Consejo de Seguridad.

(Firmado) Juan Penman
Embajador
Representante Permanente

Anexo I

Declaración

El puerto está abierto.

Anexo II

Otra

El puerto está cerrado.
"""
"""Spanish programme items and the Council's year."""

EMERGENCY_2000 = """\
United Nations A/ES-10/51–S/2000/1185

General Assembly
Security Council

Distr.: General
13 December 2000

Original: English

General Assembly
Tenth emergency special session
Agenda item 5
Illegal actions in the Harbour and the rest of the Quay

Security Council
Fifty-fifth year

Identical letters dated 13 December 2000 from the Permanent Observer of Penwick to the United Nations addressed \
to the Secretary-General and the President of the Security Council

I write again.
"""
"""An emergency special session is named, not numbered, and its hyphen joins nothing."""

FLATTENED = """\
United Nations A/62/883–S/2008/399 General Assembly Security Council Distr.: General 18 June 2008 Original: English
Sixty-second session Sixty-third year
Agenda items 17 and 53
The situation in the harbour
Sustainable development

Letter dated 17 June 2008 from the Permanent Representative of Penwick to the United Nations addressed to the \
Secretary-General

I write.
"""
"""A converter's one line for what print sets in eight."""

ECOSOC_1997 = """\
United Nations E/1997/12

Economic and Social Council

Distr.: General
3 February 1997

ORIGINAL: ENGLISH AND FRENCH

Substantive session of 1997
Item 5 (b) of the provisional agenda*
COORDINATION QUESTIONS

Letter dated 31 January 1997 from the Permanent Representative of Penwick to the United Nations addressed to the \
President of the Economic and Social Council

I write.

-----
* To be issued.
"""
"""Sessions of the Economic and Social Council are years."""

HUMAN_RIGHTS_2011 = """\
United Nations A/HRC/17/G/3

General Assembly

Distr.: General
8 June 2011

Original: English

Human Rights Council
Seventeenth session
Agenda item 4
Human rights situations that require the Council's attention

Note verbale dated 6 June 2011 from the Permanent Mission of Penwick to the United Nations Office at Geneva \
addressed to the Office of the United Nations High Commissioner for Human Rights

The Permanent Mission of Penwick presents its compliments to the Office of the High Commissioner and has the \
honour to transmit a reply.
"""
"""The Human Rights Council sits under the Assembly's name."""

ASSEMBLY_1974 = """\
UNITED NATIONS
GENERAL ASSEMBLY

Distr.
GENERAL
A/9669
26 July 1974
ENGLISH
ORIGINAL: FRENCH

Twenty-ninth session

REQUEST FOR THE INCLUSION OF A SUPPLEMENTARY ITEM IN THE AGENDA OF THE TWENTY-NINTH SESSION

SITUATION IN THE HARBOUR

Letter dated 25 July 1974 from the Permanent Representative of Penwick to the United Nations addressed to the \
Secretary-General

On instructions from my Government, I have the honour to request the inclusion of an item.
"""
"""A request for an item has no item yet."""

SPECIAL_2002 = """\
United Nations A/S-27/20

General Assembly

Distr.: General
6 May 2002
English
Original: Arabic/English

Twenty-seventh special session
Agenda items 8 and 9

Letter dated 3 May 2002 from the Permanent Representative of Penwick to the United Nations addressed to the \
Secretary-General

I write.
"""
"""A special session, and originals joined by a stroke."""

COMMITTEE_2007 = """\
United Nations S/AC.44/2007/12

Security Council

Distr.: General
6 May 2007

Original: English

Security Council Committee established
pursuant to resolution 1540 (2004)

Note verbale dated 3 May 2007 from the Permanent Mission of Penwick to the United Nations addressed to the \
Chairman of the Committee

The Permanent Mission of Penwick to the United Nations presents its compliments.
"""
"""A committee of the Council has neither session nor items."""

FACTS: dict[str, tuple[str, dict[str, Any]]] = {
    "split print of 1987": (
        SPLIT_1987,
        {
            "symbols": ("A/42/286", "S/18863"),
            "organs": ("General Assembly", "Security Council"),
            "distribution": "General",
            "distributed": "1987-05-13",
            "original_language": "Russian",
            "session": 42,
            "sc_year": 42,
            "items": [
                ("39", "THE SITUATION IN THE HARBOUR"),
                ("66", "REVIEW OF THE IMPLEMENTATION OF THE DECLARATION ON THE STRENGTHENING OF HARBOURS"),
                ("73", "PEACEFUL SETTLEMENT OF DISPUTES BETWEEN STATES"),
            ],
        },
    ),
    "the Council in 1948": (
        COUNCIL_1948,
        {
            "symbols": ("S/736",),
            "organs": ("Security Council",),
            "distribution": "General",
            "distributed": "1948-05-04",
            "original_language": "French",
            "session": None,
            "sc_year": None,
            "items": [],
        },
    ),
    "a serial symbol": (
        SERIAL_1965,
        {"symbols": ("S/6358/Rev.1",), "distributed": "1965-05-18", "original_language": "English", "items": []},
    ),
    "French capitals": (
        FRENCH_1979,
        {
            "symbols": ("S/13545",),
            "organs": ("Security Council",),
            "distribution": "General",
            "distributed": "1979-09-18",
            "original_language": "English",
        },
    ),
    "French": (
        FRENCH_2008,
        {
            "symbols": ("A/62/812", "S/2008/291"),
            "organs": ("General Assembly", "Security Council"),
            "distribution": "General",
            "distributed": "2008-05-02",
            "original_language": "English and French",
            "session": 62,
            "sc_year": 63,
            "items": [("17", "La situation dans le port"), ("53 a)", "Développement durable : port")],
        },
    ),
    "Spanish": (
        SPANISH_2008,
        {
            "symbols": ("A/62/812", "S/2008/291"),
            "distributed": "2008-05-02",
            "original_language": "English",
            "session": 62,
            "sc_year": 63,
            "items": [("17", "La situación en el puerto"), ("53", "Desarrollo sostenible")],
        },
    ),
    "an emergency special session": (
        EMERGENCY_2000,
        {
            "symbols": ("A/ES-10/51", "S/2000/1185"),
            "session": "ES-10",
            "sc_year": 55,
            "items": [("5", "Illegal actions in the Harbour and the rest of the Quay")],
        },
    ),
    "flattened": (
        FLATTENED,
        {
            "symbols": ("A/62/883", "S/2008/399"),
            "distribution": "General",
            "distributed": "2008-06-18",
            "original_language": "English",
            "session": 62,
            "sc_year": 63,
            "items": [("17", "The situation in the harbour"), ("53", "Sustainable development")],
        },
    ),
    "the Economic and Social Council": (
        ECOSOC_1997,
        {
            "symbols": ("E/1997/12",),
            "organs": ("Economic and Social Council",),
            "session": 1997,
            "original_language": "English and French",
            "items": [("5 (b)", "COORDINATION QUESTIONS")],
        },
    ),
    "the Human Rights Council": (
        HUMAN_RIGHTS_2011,
        {
            "symbols": ("A/HRC/17/G/3",),
            "organs": ("General Assembly", "Human Rights Council"),
            "session": 17,
            "items": [("4", "Human rights situations that require the Council's attention")],
        },
    ),
    "a request for an item": (
        ASSEMBLY_1974,
        {"symbols": ("A/9669",), "session": 29, "original_language": "French", "items": []},
    ),
    "a special session": (
        SPECIAL_2002,
        {
            "symbols": ("A/S-27/20",),
            "session": "S-27",
            "original_language": "Arabic and English",
            "items": [("8", ""), ("9", "")],
        },
    ),
    "a committee of the Council": (
        COMMITTEE_2007,
        {"symbols": ("S/AC.44/2007/12",), "organs": ("Security Council",), "session": None, "items": []},
    ),
}


@pytest.mark.parametrize("name", FACTS)
def test_a_masthead_is_read_whatever_its_layout(name: str) -> None:
    text, facts = FACTS[name]
    letter = letter_of(text)
    read: dict[str, Any] = {"items": [(item.number, item.title) for item in letter.agenda_items]}
    read |= {key: getattr(letter, key) for key in facts if key != "items"}
    assert {key: read[key] for key in facts} == facts


LANGUAGES = [
    ("Original: English", "English"),
    ("ORIGINAL: RUSSIAN", "Russian"),
    ("Original : anglais", "English"),
    ("Original: español/inglés", "Spanish and English"),
    ("Original: Arabic, English and French", "Arabic, English and French"),
    # Scans: letters misread, the colon too.
    ("ORIGTNAL: FRENCH", "French"),
    ("QRITGTNAL; RUSSIAN", "Russian"),
    # A word before a language that is not ORIGINAL says nothing.
    ("Translation: French", None),
]


@pytest.mark.parametrize(("line", "language"), LANGUAGES)
def test_the_original_language_is_read_from_scans_too(line: str, language: str | None) -> None:
    text = COUNCIL_1948.replace("ORIGINAL: FRENCH", line)
    assert letter_of(text).original_language == language


YEARS = [
    ("2025 session", 2025),
    ("Substantive session of 1997", 1997),
    ("First regular session of 1985", 1985),
    ("Second regular session, 1978", 1978),
    ("Resumed organizational session for 1994", 1994),
    ("Session de fond de 1997", 1997),
]


@pytest.mark.parametrize(("line", "year"), YEARS)
def test_sessions_of_the_economic_and_social_council_go_by_their_year(line: str, year: int) -> None:
    assert letter_of(ECOSOC_1997.replace("Substantive session of 1997", line)).session == year


LISTS = [
    ("items 74 (a) and (b), 132 and 135", ["74 (a)", "74 (b)", "132", "135"]),
    ("items 20, 75 (a)–(c) and 130", ["20", "75 (a)", "75 (b)", "75 (c)", "130"]),
    ("item 9 (b) to (d)", ["9 (b)", "9 (c)", "9 (d)"]),
    ("items 66 (a)", ["66 (a)"]),
    ("points 34 et 68 a)", ["34", "68 a)"]),
]


@pytest.mark.parametrize(("words", "items"), LISTS)
def test_numbers_of_items_are_told_apart(words: str, items: list[str]) -> None:
    assert agenda.numbers(words) == items


def test_a_masthead_set_as_a_table_of_markdown_is_read_cell_by_cell() -> None:
    text = (
        "**United Nations** A/62/883–S/2008/399\n\n| | |\n|---|---|\n"
        "| **General Assembly**<br>**Security Council** | Distr.: General<br>18 June 2008<br>Original: English |\n\n"
        "## Letter dated 17 June 2008 from the representative of Penwick addressed to the Secretary-General\n\n"
        "The lamp is lit.\n\n| Month | Lamps |\n|---|---|\n| May<br>June | 4 |\n"
    )
    letter = assemble(markdown.read_text(text).source(""), "")
    assert (letter[0].distributed, letter[0].original_language) == ("2008-06-18", "English")
    assert letter[0].organs == ("General Assembly", "Security Council")
    assert "May June  4" in letter[0].text


def test_a_session_that_a_sentence_speaks_of_is_not_the_documents() -> None:
    text = "United Nations S/RES/9901 (2024)\nDistr.: General\n4 May 2024\n\n1. Decides to report at its\n"
    assert letter_of(text + "seventy-eighth session.\n2. Remains seized.\n").session is None


OWN_LINES = ["United Nations S/1048", "Nations Unies S/1048", "Организация Объединенных Наций S/1048", "联合国 S/1048"]


@pytest.mark.parametrize("line", OWN_LINES)
def test_the_name_of_the_organization_stands_beside_its_symbol(line: str) -> None:
    text = f"{line}\nDistr.: General\n4 October 1948\n\nLetter dated 3 October 1948 from the representative of Penwick"
    assert letter_of(text + " addressed to the Secretary-General\n\nThe lamp is lit.\n").symbols == ("S/1048",)


REISSUES = ["A/62/883*–S/2008/399*", "A/62/883–S/2008/399*", "A/62/883*-S/2008/399**"]


@pytest.mark.parametrize("printed", REISSUES)
def test_asterisks_of_a_reissue_are_no_part_of_a_symbol(printed: str) -> None:
    assert letter_of(FLATTENED.replace("A/62/883–S/2008/399", printed)).symbols == ("A/62/883", "S/2008/399")


def test_the_first_symbol_of_a_body_is_never_the_documents_own() -> None:
    text = SERIAL_1965.replace("S/6358/Rev.1\n", "")
    letter = letter_of(text)
    assert letter.symbols == ()
    assert "S/6345" in letter.text


def test_a_document_subject_is_no_agenda_title_of_a_request() -> None:
    assert "SITUATION IN THE HARBOUR" in [
        b.span.of(letter_of(ASSEMBLY_1974).text) for b in letter_of(ASSEMBLY_1974).blocks
    ]
