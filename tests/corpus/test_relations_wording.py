"""Wording met in letters of other decades and other hands, in sentences made up for it, each with its reason."""

from __future__ import annotations

import pytest

from corpus.model import Party
from tests.corpus.told import links, relations


def _of(state: str, office: str = "Permanent Representative") -> dict[str, object]:
    return {"senders": (Party(office, state),)}


WORDING = [
    (
        "The representative of Chile has sent you a further letter, which was circulated on 13 May 2025 as a document"
        " of the General Assembly (A/79/900). His purpose is to mislead.",
        _of("Peru"),
        ["answers A/79/900"],
        "sent to our addressee, and contested in what follows",
    ),
    (
        "It may be best to ignore the intemperate communication of 3 May 2025 addressed to you by the acting permanent"
        " representative of Chile and circulated as document S/2025/270. Its charges are false.",
        _of("Peru"),
        ["answers S/2025/270"],
        "named in the opening only to be dismissed",
    ),
    (
        "The letters I addressed to you were circulated as documents S/2025/270 and Corr.1 and S/2025/275.",
        {},
        ["follows S/2025/270", "follows S/2025/275"],
        "a corrigendum is no second letter",
    ),
    (
        "You will recall the letter dated 3 May 2025 from the President of the Republic, addressed to you, on the"
        " provocative flights of 2 May.",
        _of("Cyprus"),
        ["follows 2025-05-03"],
        "an office without its State is our own",
    ),
    (
        "The Permanent Representative of Chile has drawn attention to a letter dated 3 May 2025 from the Minister for"
        " Foreign Affairs, whose charges my Government rejects.",
        _of("Peru"),
        ["answers 2025-05-03"],
        "but not where another State has the word",
    ),
    (
        "The Permanent Mission of France presents its compliments to the Secretariat and has the honour to refer to"
        " the views expressed by Chile regarding its maritime claims in its notes verbales dated 3 May 2025 and"
        " 5 May 2025.",
        _of("France", "Permanent Mission"),
        ["answers 2025-05-03", "answers 2025-05-05"],
        "another's acts turn 'its' to the other, and views are answered in the notes they stand in",
    ),
    (
        "The Permanent Mission of France presents its compliments to the Secretariat and, with reference to the claims"
        " made by Chile, has the honour to recall its note verbale dated 3 May 2025.",
        _of("France", "Permanent Mission"),
        ["follows 2025-05-03"],
        "'has the honour' turns it back",
    ),
    (
        "I write in response to the allegations made by the Permanent Representative of Chile in the statement he"
        " delivered at the 9911th meeting of the Security Council on 3 May 2025.",
        _of("Peru"),
        ["answers 2025-05-03"],
        "'he delivered' is the one just named, not the writer",
    ),
    (
        "Peru has rejected such charges through various communications to the Security Council, including a letter"
        " dated 3 May 2025 (S/2025/270).",
        _of("Peru"),
        ["follows S/2025/270"],
        "one singled out of our communications is ours",
    ),
    (
        "Our position was set out in previous communications, particularly the letter addressed to you on 3 May 2025 by"
        " the Foreign Minister of Peru (see A/79/900-S/2025/270).",
        _of("Peru"),
        ["follows A/79/900"],
        "'see' right after a letter's date and author tells where it stands",
    ),
    (
        "I am writing to you regarding the briefing held on 3 May 2025 on lamps (S/PV.9911). The representative of"
        " Chile made accusations there that are entirely unfounded.",
        _of("Peru"),
        ["answers S/PV.9911"],
        "a meeting named as the occasion, and what was said at it contested",
    ),
    (
        "I refer to the 9911th meeting of the Security Council, held on 3 May 2025 (S/PV.9911), on lamps.",
        {},
        [],
        "a meeting only named",
    ),
    (
        "Pursuant to my letters dated 3 and 7 May 2025 regarding the attack on our ships, I inform you that on 8 May"
        " 2025 another took place.",
        {"date": "2025-05-08"},
        ["follows 2025-05-03", "follows 2025-05-07"],
        "a date after what the letters are about is not theirs",
    ),
    (
        "Following the statements made by the Permanent Representative of Chile in the Council on 3 May 2025, I express"
        " our disagreement with his groundless accusations (see S/PV.9911).",
        _of("Peru"),
        ["answers S/PV.9911"],
        "a statement and the record it stands in are one",
    ),
    (
        "I have the honour to transmit herewith the press release of the Government of Rwanda in response to the press"
        " release issued by the United Nations Stabilization Mission in the Lake Region on 3 May 2025.",
        _of("Rwanda"),
        ["answers 2025-05-03"],
        "a mission of the United Nations has the word like anybody else",
    ),
    (
        "My Government recalls its letter of 3 May 2025 (S/2025/270), and insists that the false claims spread by Chile"
        " be withdrawn.",
        _of("Peru"),
        ["follows S/2025/270"],
        "'its letter' is the subject's; who is named later did not write it",
    ),
    (
        "I have the honour to refer to the letter dated 3 May 2025 from the Permanent Representative of Chile addressed"
        " to you, transmitting in an annex a copy of a press release issued by Chile on 2 May 2025, and to correct its"
        " inaccurate figures.",
        _of("Peru"),
        ["answers 2025-05-03"],
        "what the other letter forwards is part of it",
    ),
    (
        "I have the honour to refer, on instructions from my Government, to the letter of 3 May to you from the"
        " Permanent Representative of Chile which has been circulated to the members of the Special Committee in"
        " document A/AC.109/2025/11.",
        _of("Peru"),
        ["answers A/AC.109/2025/11"],
        "a committee's number is a letter's where the letter was issued under it",
    ),
    (
        "I refer to the letter dated 3 May 2025 from the Chair, based on the conclusions of the Committee"
        " (A/AC.109/2025/11).",
        {},
        ["answers 2025-05-03"],
        "and a paper's where it was not",
    ),
    (
        "I have the honour to convey to you a letter from the Minister for Foreign Affairs of Peru (see annex),"
        " addressing the letter dated 3 May 2025 communicated to the Council by the Permanent Mission of Chile.",
        _of("Peru"),
        ["answers 2025-05-03"],
        "a letter addressed by an annex is answered",
    ),
    (
        "As regards the distortion that the representative of Chile pleads to be an error, my Government is confident"
        " that a reading of his letter of 3 May 2025 will show how false it is.",
        _of("Peru"),
        ["answers 2025-05-03"],
        "'his' is never the writer's Government's",
    ),
    (
        "I refer to the letter dated 3 May 2025 from the Permanent Representative of Chile regarding Peru's letter"
        " (S/2025/270).",
        _of("Ecuador"),
        ["answers 2025-05-03", "cites S/2025/270"],
        "what the letter spoken to is about is only cited",
    ),
    (
        "I refer to the letter dated 3 May 2025 from the Chargé d'affaires a.i. of the Permanent Mission of Peru"
        " (S/2025/270).",
        _of("Peru"),
        ["follows S/2025/270"],
        "a chargé d'affaires writes for the State",
    ),
    (
        "I have the honour to refer to document A/79/900-S/2025/270, dated 3 May 2025, in which the documents of a"
        " summit were circulated at the request of Egypt, and to recall that the Council alone is competent.",
        _of("Cyprus"),
        ["answers A/79/900"],
        "what is circulated at a State's request is the State's",
    ),
    (
        "Further to the letter dated 3 May 2025 from the Permanent Representative of Chile, by which a press release of"
        " 2 May 2025 was circulated as a document of the United Nations (A/79/900-S/2025/270), I state the following.",
        _of("Peru"),
        ["answers A/79/900"],
        "what a letter carried was circulated under the letter's number",
    ),
    (
        "I would like to communicate my views on the positions put forth by Mr. Almeida in his letter to you of 3 May"
        " 2025.",
        _of("Peru"),
        ["answers 2025-05-03"],
        "views on what a person said in his letter",
    ),
    (
        "Since the accusation made by the capital on 3 May 2025 in a letter through you to the Council (S/2025/270),"
        " allow me to update you.",
        _of("Peru"),
        ["answers S/2025/270"],
        "what the writer calls an accusation is contested",
    ),
    (
        "I have the honour to refer to the letter from the Permanent Representative of Chile dated 3 May 2025. The"
        " letter appeared as Security Council document S/2025/270 of 5 May 2025.",
        _of("Peru"),
        ["answers S/2025/270"],
        "where the letter was issued is told in the next sentence",
    ),
    (
        "I transmit herewith Peru's response (see annex) to the allegations contained in the Chilean letter dated 3 May"
        " 2025 (S/2025/270) regarding vessels.",
        _of("Peru"),
        ["answers S/2025/270"],
        "a response goes along as an annex",
    ),
    (
        "I express my Government's strong objection to the content of the letter submitted by Chile, dated 3 May 2025"
        " (S/2025/270).",
        _of("Peru"),
        ["answers S/2025/270"],
        "an objection takes issue",
    ),
    (
        "In its letter of 3 May 2025 (S/2025/270), Chile once again resorts to fabrications.",
        _of("Peru"),
        ["answers S/2025/270"],
        "the State after the comma is the author, without an article as well",
    ),
    (
        "I wish to bring to your attention the following facts regarding the Chilean letter of 3 May 2025, document"
        " S/2025/270.",
        _of("Peru"),
        ["answers S/2025/270"],
        "what is brought to attention are facts, not the letter",
    ),
    (
        "With reference to your note SCA/4/25 (03) of 3 May 2025, the Permanent Mission of Peru informs you.",
        _of("Peru", "Permanent Mission"),
        ["answers 2025-05-03"],
        "your note, with its number before its date",
    ),
    (
        "The statement issued by the Foreign Ministry of Chile on 3 May 2025, circulated as document S/2025/270,"
        " distorts the facts.",
        _of("Peru"),
        ["answers S/2025/270"],
        "a statement circulated as a document",
    ),
    (
        "I reject the claims made by Chile and Brazil in their respective letters dated 3 May 2025 (S/2025/270) and"
        " 5 May 2025 (S/2025/275).",
        _of("Peru"),
        ["answers S/2025/270", "answers S/2025/275"],
        "'their' is never one writer's",
    ),
    (
        "We read with surprise the letter dated 3 May 2025 from the Permanent Representative of Chile (S/2025/270).",
        _of("Peru"),
        ["answers S/2025/270"],
        "surprise",
    ),
    (
        "My Government's position has been communicated to you in previous letters (see S/2025/270 and S/2025/275).",
        _of("Peru"),
        ["follows S/2025/270", "follows S/2025/275"],
        "letters of no date, named by their numbers; one's own position is told in one's own letters",
    ),
    (
        "The letter from Chile (S/2025/270) ignores the resolutions of the Council.",
        _of("Peru"),
        ["answers S/2025/270"],
        "the letter itself is found fault with",
    ),
    (
        "Mi Gobierno ya respondió en su carta de fecha 3 de mayo de 2025 (S/2025/270).",
        _of("Perú"),
        ["follows S/2025/270"],
        "su carta, said in it by our Government",
    ),
    (
        "The representatives of Chile and Brazil wrote to you on 3 May 2025 (S/2025/270). Their letter is misleading.",
        _of("Peru"),
        ["answers S/2025/270"],
        "told by its verb, contested in the next sentence",
    ),
    (
        "I inform you that I have received the concurrence of the Government of Chile by a letter dated 3 May 2025.",
        {"senders": (Party("Secretary-General", ""),), "to": ("President of the Security Council",)},
        ["cites 2025-05-03"],
        "what is received is not one's own",
    ),
    (
        "On 3 May 2025, I addressed a letter to the President of the Security Council by which I brought to the"
        " attention of members what has been lacking since 1 March 2025.",
        {"date": "2025-06-20"},
        ["follows 2025-05-03"],
        "the day on which it was addressed is told before it",
    ),
    (
        "The Government of Peru has studied the letter addressed to the President of the Security Council by the"
        " Permanent Representative of Chile on 3 May 2025 (S/2025/270) and makes the following observations.",
        _of("Peru"),
        ["answers S/2025/270"],
        "studied",
    ),
    (
        "With regard to the contents of document S/2025/270, my Government would like to clarify the following.",
        _of("Peru"),
        ["answers S/2025/270"],
        "what a document says is spoken to",
    ),
    (
        "I inform you that your letter dated 3 May 2025 addressed to my predecessor (S/2025/270) has been brought to"
        " the attention of the members.",
        {"senders": (Party("President of the Security Council", ""),), "to": ("Secretary-General",)},
        ["answers S/2025/270"],
        "a letter to a predecessor is not the predecessor's",
    ),
    (
        "In response to the request of the Council contained in the letter of its President of 3 May 2025 (S/2025/270),"
        " I submit the following.",
        {"senders": (Party("Secretary-General", ""),), "to": ("President of the Security Council",)},
        ["answers S/2025/270"],
        "what was said in it is another's, though the writer is the subject",
    ),
    (
        "Peru does not accept the terms of the letter dated 3 May 2025 (S/2025/270) from the Permanent Representative"
        " of Chile.",
        _of("Peru"),
        ["answers S/2025/270"],
        "not accepted",
    ),
    (
        "The Communications Unit of the Programme reported on 3 May 2025 what my Government rejects.",
        {},
        [],
        "a unit for communications is none",
    ),
]


@pytest.mark.parametrize(("text", "given", "expected", "reason"), WORDING)
def test_a_wording_of_other_hands(text: str, given: dict[str, object], expected: list[str], reason: str) -> None:
    assert [one for one in links(text, **given) if not one.startswith("transmits")] == expected, reason


def test_a_letter_of_either_party_is_told_of_both() -> None:
    told = (
        "Nothing prejudges the position stated by either party in its letters of 3 May and 5 May 2025 (S/2025/270 and"
    )
    both = (Party("Permanent Representative", "Chile"), Party("Permanent Representative", "Peru"))
    found = relations(f"{told} S/2025/275).", senders=both)
    assert [r.described.sender for r in found] == ["representatives of Chile and Peru"] * 2
