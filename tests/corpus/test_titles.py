"""Titles of invented letters in the set forms of eight decades: kind, date, senders, addressees."""

from __future__ import annotations

import time

import pytest

from corpus import heading, titles
from corpus.model import Party
from corpus.rows import rows
from tests.corpus.reading import letter_of

UN = "to the United Nations"
SG, PSC, PGA = "Secretary-General", "President of the Security Council", "President of the General Assembly"
PR, CDA, PM, PO = "Permanent Representative", "Chargé d'affaires a.i.", "Permanent Mission", "Permanent Observer"

SENDERS = [
    # The commonest form since the 1950s.
    (f"the Permanent Representative of Penwick {UN}", [(PR, "Penwick")]),
    # Before Permanent Representatives there were representatives, and heads of delegations.
    ("the representative of Penwick", [("Representative", "Penwick")]),
    # A chargé is named with his mission; print before and after the 1990s sets commas differently.
    (f"the Chargé d’affaires a.i. of the Permanent Mission of Penwick {UN}", [(CDA, "Penwick")]),
    (f"the Chargé d'affaires, a.i., of the Permanent Mission of Penwick {UN}", [(CDA, "Penwick")]),
    (f"the Charge d'affaires a.i. of Penwick {UN}", [(CDA, "Penwick")]),
    (f"the Acting Permanent Representative of Penwick {UN}", [("Acting Permanent Representative", "Penwick")]),
    (f"the Deputy Permanent Representative of Penwick {UN}", [("Deputy Permanent Representative", "Penwick")]),
    # Observers are States, entities and organizations.
    (f"the Permanent Observer of the State of Penwick {UN}", [(PO, "State of Penwick")]),
    (f"the Acting Permanent Observer of Penwick {UN}", [(PO, "Penwick")]),
    (f"the Permanent Observer of the League of Harbours {UN}", [(PO, "League of Harbours")]),
    # Several: one phrase, or one for each office; States whose name holds "and" stay whole.
    (f"the Permanent Representatives of Penwick and Sarnholt {UN}", [(PR, "Penwick"), (PR, "Sarnholt")]),
    (
        f"the Permanent Representatives of Bosnia and Herzegovina, Penwick and Trinidad and Tobago {UN}",
        [(PR, "Bosnia and Herzegovina"), (PR, "Penwick"), (PR, "Trinidad and Tobago")],
    ),
    (
        "the Permanent Representative of Penwick and the Chargé d’affaires a.i. of the Permanent Mission of Lumeria"
        " to the United Nations",
        [(PR, "Penwick"), (CDA, "Lumeria")],
    ),
    # The capacity in which a representative writes does not make another sender.
    (
        f"the Permanent Representative of Penwick {UN}, in his capacity as Chair of the Group of Landlocked Harbours,",
        [(PR, "Penwick")],
    ),
    (f"the Permanent Representative of Penwick {UN} on behalf of the Group of Harbours", [(PR, "Penwick")]),
    # Missions at other seats.
    ("the Permanent Representative of Penwick to the United Nations Office at Geneva", [(PR, "Penwick")]),
    (
        "the Permanent Representative of Penwick to the United Nations Office and other international organizations in"
        " Geneva",
        [(PR, "Penwick")],
    ),
    ("the Permanent Representative of Penwick to the United Nations (Vienna)", [(PR, "Penwick")]),
    ("the Permanent Representative of Penwick to the Conference on Disarmament", [(PR, "Penwick")]),
    ("the Permanent Representative of Penwick to the International Atomic Energy Agency", [(PR, "Penwick")]),
    # Ministers have two "of"; heads of State are Presidents too, but not of a body.
    ("the Minister for Foreign Affairs of Penwick", [("Minister for Foreign Affairs", "Penwick")]),
    (
        "the Minister of Foreign Affairs of the Republic of Penwick",
        [("Minister of Foreign Affairs", "Republic of Penwick")],
    ),
    (
        "the Prime Minister and Minister for Foreign Affairs of Penwick",
        [("Prime Minister and Minister for Foreign Affairs", "Penwick")],
    ),
    (
        "the Ministers for Foreign Affairs of Penwick and Sarnholt",
        [("Minister for Foreign Affairs", "Penwick"), ("Minister for Foreign Affairs", "Sarnholt")],
    ),
    ("the President of Penwick", [("President", "Penwick")]),
    ("the President of the Security Council", [(PSC, "")]),
    (
        "the President of the International Tribunal for Harbours",
        [("President of the International Tribunal for Harbours", "")],
    ),
    ("the Secretary-General", [(SG, "")]),
    ("the Chair of the Peacebuilding Commission", [("Chair", "Peacebuilding Commission")]),
    (
        "the Chairman of the Security Council Committee established pursuant to resolution 1267 (1999)",
        [("Chair", "Security Council Committee established pursuant to resolution 1267 (1999)")],
    ),
    ("the Co-Chairs of the Open-ended Working Group", [("Co-Chair", "Open-ended Working Group")]),
    ("the Executive Secretary of the Harbour Commission", [("Executive Secretary", "Harbour Commission")]),
    ("the Permanent Missions of Penwick and Sarnholt to the United Nations", [(PM, "Penwick"), (PM, "Sarnholt")]),
]


@pytest.mark.parametrize(("sender", "parties"), SENDERS)
def test_senders_have_their_office_and_their_state(sender: str, parties: list[tuple[str, str]]) -> None:
    found, to = titles.read(f"Letter dated 6 August 1990 from {sender} addressed to the Secretary-General")
    assert found == tuple(Party(office, of) for office, of in parties)
    assert to == (SG,)


ADDRESSEES = [
    ("the Secretary-General", [SG]),
    ("the President of the Security Council", [PSC]),
    ("the Secretary-General and the President of the Security Council", [SG, PSC]),
    ("the Secretary-General and to the President of the Security Council", [SG, PSC]),
    (
        "the Secretary-General, the President of the General Assembly and the President of the Security Council",
        [SG, PGA, PSC],
    ),
    ("the Presidents of the General Assembly and the Security Council", [PGA, PSC]),
    ("the President of the General Assembly at its fifty-eighth session", [PGA]),
    (
        "the Secretary-General and the President of the Economic and Social Council",
        [SG, "President of the Economic and Social Council"],
    ),
    (
        "the Secretary-General and the Permanent Representatives of the members of the Security Council",
        [SG, "Permanent Representatives of the members of the Security Council"],
    ),
    ("the Chair of the Special Committee on Harbours", ["Chair of the Special Committee on Harbours"]),
    # Other bodies have Secretaries-General too.
    ("the Secretary-General of the Conference", ["Secretary-General of the Conference"]),
    (
        "the Secretary-General of the League of Harbours and the President of the Security Council",
        ["Secretary-General of the League of Harbours", PSC],
    ),
    ("the Secretariat", ["Secretariat"]),
    ("the Permanent Mission of Sarnholt to the United Nations", ["Permanent Mission of Sarnholt"]),
]


@pytest.mark.parametrize(("to", "offices"), ADDRESSEES)
def test_addressees_are_named_in_order(to: str, offices: list[str]) -> None:
    title = f"Letter dated 6 August 2003 from the Permanent Representative of Penwick {UN} addressed to {to}"
    assert titles.read(title) == ((Party(PR, "Penwick"),), tuple(offices))


FORMS = [
    # Capitals, as print had it until 1997.
    (
        "LETTER DATED 12 MAY 1987 FROM THE PERMANENT REPRESENTATIVE OF PENWICK TO THE UNITED NATIONS ADDRESSED TO"
        " THE SECRETARY-GENERAL",
        ("letter", "1987-05-12", [(PR, "Penwick")], [SG]),
    ),
    # The date last, and "to" for "addressed to": 1946 to 1955.
    (
        "LETTER FROM THE REPRESENTATIVE OF PENWICK TO THE SECRETARY-GENERAL, DATED 4 MAY 1948",
        ("letter", "1948-05-04", [("Representative", "Penwick")], [SG]),
    ),
    (
        "CABLEGRAM DATED 29 JUNE 1950 FROM THE MINISTER FOR FOREIGN AFFAIRS OF PENWICK ADDRESSED TO THE"
        " SECRETARY-GENERAL",
        ("letter", "1950-06-29", [("Minister for Foreign Affairs", "Penwick")], [SG]),
    ),
    (
        "Letter dated 7 May 2007 from the Secretary-General to the President of the Security Council",
        ("letter", "2007-05-07", [(SG, "")], [PSC]),
    ),
    (
        f"Identical letters dated 6 and 7 August 2003 from the Permanent Representative of Penwick {UN} addressed to"
        " the Secretary-General and the President of the Security Council",
        ("identical letters", "2003-08-06", [(PR, "Penwick")], [SG, PSC]),
    ),
    (
        f"Note verbale dated 6 August 2003 from the Permanent Mission of Penwick {UN} addressed to the"
        " Secretary-General",
        ("note verbale", "2003-08-06", [(PM, "Penwick")], [SG]),
    ),
    # French and Spanish name the addressee first.
    (
        "Lettre datée du 1er août 2003, adressée au Président du Conseil de sécurité par la Chargée d’affaires par"
        " intérim de la Mission permanente de Penwick auprès de l’Organisation des Nations Unies",
        ("letter", "2003-08-01", [(CDA, "Penwick")], [PSC]),
    ),
    (
        "LETTRE DATEE DU 6 AOUT 1983, ADRESSEE AU SECRETAIRE GENERAL PAR LE REPRESENTANT PERMANENT DE PENWICK AUPRES DE"
        " L'ORGANISATION DES NATIONS UNIES",
        ("letter", "1983-08-06", [(PR, "Penwick")], [SG]),
    ),
    (
        "Lettre, en date du 6 août 1983, adressée au Président du Conseil de sécurité par le représentant permanent de"
        " Penwick",
        ("letter", "1983-08-06", [(PR, "Penwick")], [PSC]),
    ),
    (
        "Lettres identiques datées du 6 août 2003, adressées au Secrétaire général et au Président du Conseil de"
        " sécurité par la Représentante permanente de Penwick auprès de l’Organisation des Nations Unies",
        ("identical letters", "2003-08-06", [(PR, "Penwick")], [SG, PSC]),
    ),
    (
        "Lettre datée du 6 août 2003, adressée à la Présidente de l’Assemblée générale par les Représentants permanents"
        " de Penwick et de Sarnholt auprès de l’Organisation des Nations Unies",
        ("letter", "2003-08-06", [(PR, "Penwick"), (PR, "Sarnholt")], [PGA]),
    ),
    (
        "Lettre datée du 6 août 2003, adressée au Secrétaire général par le Président du Conseil de sécurité",
        ("letter", "2003-08-06", [(PSC, "")], [SG]),
    ),
    (
        "Note verbale datée du 6 août 2003, adressée au Secrétaire général par la Mission permanente de Penwick auprès"
        " de l’Organisation des Nations Unies",
        ("note verbale", "2003-08-06", [(PM, "Penwick")], [SG]),
    ),
    (
        "Carta de fecha 6 de agosto de 2003 dirigida a la Presidencia del Consejo de Seguridad por la Encargada de"
        " Negocios Interina de la Misión Permanente de Penwick ante las Naciones Unidas",
        ("letter", "2003-08-06", [(CDA, "Penwick")], [PSC]),
    ),
    (
        "Cartas idénticas de fecha 6 de agosto de 2003 dirigidas al Secretario General y al Presidente del Consejo de"
        " Seguridad por el Representante Permanente de Penwick ante las Naciones Unidas",
        ("identical letters", "2003-08-06", [(PR, "Penwick")], [SG, PSC]),
    ),
    (
        "Nota verbal de fecha 6 de agosto de 2003 dirigida al Secretario General por la Misión Permanente de Penwick"
        " ante las Naciones Unidas",
        ("note verbale", "2003-08-06", [(PM, "Penwick")], [SG]),
    ),
    # A State whose long form has a preposition keeps it.
    (
        "Lettre datée du 6 août 2003, adressée au Secrétaire général par la Représentante permanente de la République"
        " islamique de Penwick auprès de l’Organisation des Nations Unies",
        ("letter", "2003-08-06", [(PR, "République islamique de Penwick")], [SG]),
    ),
    # A committee's own "par la résolution" does not begin the sender.
    (
        "Note verbale datée du 6 août 2003, adressée au Président du Comité du Conseil de sécurité créé par la"
        " résolution 1267 (1999) par la Mission permanente de Penwick auprès de l’Organisation des Nations Unies",
        (
            "note verbale",
            "2003-08-06",
            [(PM, "Penwick")],
            ["Chair of the Security Council Committee established pursuant to resolution 1267 (1999)"],
        ),
    ),
    (
        "Nota verbal de fecha 6 de agosto de 2003 dirigida a la Presidencia del Comité por la Misión Permanente de"
        " Penwick ante las Naciones Unidas",
        ("note verbale", "2003-08-06", [(PM, "Penwick")], ["Chair of the Committee"]),
    ),
    # Russian: office and addressee; the State keeps the case it is printed in.
    (
        "Письмо Постоянного представителя Азербайджана при Организации Объединенных Наций от 6 августа 2003 года на имя"
        " Генерального секретаря",
        ("letter", "2003-08-06", [(PR, "Азербайджана")], [SG]),
    ),
]


@pytest.mark.parametrize(("title", "facts"), FORMS)
def test_a_title_tells_kind_date_sender_and_addressee(
    title: str, facts: tuple[str, str, list[tuple[str, str]], list[str]]
) -> None:
    kind, date, senders, to = facts
    read = titles.read(title)
    assert (heading.kind(title).value, titles.date_of(title)) == (kind, date)
    assert read == (tuple(Party(office, of) for office, of in senders), tuple(to))


@pytest.mark.parametrize(("title", "facts"), FORMS)
def test_a_title_is_found_over_lines_and_ends_before_the_text(
    title: str, facts: tuple[str, str, list[tuple[str, str]], list[str]]
) -> None:
    words = title.split()
    lines = [" ".join(words[at : at + 7]) for at in range(0, len(words), 7)]
    letter = letter_of("\n".join([*lines, "", "I have the honour to write to you about the harbour of Penwick.", ""]))
    assert letter.title == title
    assert letter.kind.value == facts[0]
    assert [b.span.of(letter.text) for b in letter.blocks][-1].startswith("I have the honour")


NO_TITLES = [
    "Note by the Secretary-General",
    "Letter of transmittal",
    "Letters of credence",
    "Communications received from Member States",
    "Report of the Secretary-General",
    "Carta de las Naciones Unidas",
    "Lettre d’information",
]


@pytest.mark.parametrize("line", NO_TITLES)
def test_other_headings_are_no_titles(line: str) -> None:
    source = letter_of(f"{line}\n\nThe harbour was surveyed.\n")
    assert source.kind.value == "other"


@pytest.mark.parametrize("unit", ["POR DU ", "par le ", "addressed to the ", "dirigida al "])
def test_a_title_of_any_length_is_looked_at_in_linear_time(unit: str) -> None:
    began = time.process_time()
    letter_of("Letter dated 6 August 2003 from " + unit * (60_000 // len(unit)) + "\n\nI write.\n")
    assert time.process_time() - began < 2


def test_an_addressee_named_after_an_and_belongs_to_the_title() -> None:
    from corpus.readers import plain

    text = (
        f"Identical letters dated 6 August 2003 from the Permanent Representative of Penwick {UN} addressed to the\n"
        "Secretary-General\nand the President of the Security Council\n\nI write.\n"
    )
    found = heading.find(rows(plain.read_text(text).source("")))
    assert found is not None
    assert found.last == 3
