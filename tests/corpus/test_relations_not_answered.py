"""Letters that are followed or only named: one's own, a friend's, a witness's, somebody else's."""

from __future__ import annotations

import pytest

from corpus.model import Party
from tests.corpus.told import links

_SG = {"senders": (Party("Secretary-General", ""),), "to": ("President of the Security Council",)}
_PERU = Party("Permanent Representative", "Peru")


def _of(state: str, office: str = "Permanent Representative") -> dict[str, object]:
    return {"senders": (Party(office, state),)}


ROWS = [
    (
        "The Council was informed of the dispute by the letter of the representative of Ecuador dated 3 "
        "May 2025 (S/2025/270).",
        _of("Peru"),
        ["cites S/2025/270"],
        "the dispute is the subject, not the letter disputed",
    ),
    (
        "At the request of the Permanent Representative of Chile in a letter dated 3 May 2025 "
        "(S/2025/270), the Council met.",
        _of("Peru"),
        ["cites S/2025/270"],
        "it asked for a meeting",
    ),
    (
        "At its 9911th meeting, on 5 May 2025, the Council considered the item on the basis of a letter "
        "from Chile (S/2025/270).",
        _of("Peru"),
        ["cites S/2025/270"],
        "an organ acted on it",
    ),
    (
        "The Council has been seized of this question since the letter of Uganda of 4 November 1976 (S/12200).",
        _of("Peru"),
        ["cites S/12200"],
        "since it",
    ),
    (
        "As the representative of Chile informed you in his letter of 3 May 2025 (S/2025/270), the attack"
        " was unprovoked and unjustified.",
        _of("Peru"),
        ["cites S/2025/270"],
        "called as a witness, however strong the words",
    ),
    (
        "We condemn this crime, as Brazil did in its letter of 3 May 2025 (S/2025/270).",
        _of("Peru"),
        ["cites S/2025/270"],
        "another condemned it too",
    ),
    (
        "My country regrets that the meeting asked for in the letter of Brazil (S/2025/270) was never held.",
        _of("Peru"),
        ["cites S/2025/270"],
        "what was asked for in it is regretted, not the letter",
    ),
    (
        "Chile itself admitted, in a letter dated 3 May 2025 (S/2025/270), that its forces had remained.",
        _of("Peru"),
        ["cites S/2025/270"],
        "an admission is used, not answered",
    ),
    (
        "My Government is grateful for the letter of the Minister for Foreign Affairs of Brazil of 3 May "
        "2025 (S/2025/270).",
        _of("Peru"),
        ["cites S/2025/270"],
        "gratitude",
    ),
    (
        "Peru aligns itself with the letter sent to you by the Permanent Representative of Brazil on 3 "
        "May 2025 (A/79/900).",
        _of("Peru"),
        ["cites A/79/900"],
        "alignment",
    ),
    (
        "The representative of Uganda requested an urgent meeting in a letter dated 3 May 2025 (S/2025/270).",
        _of("Peru"),
        ["cites S/2025/270"],
        "a request calls for no answer by third parties",
    ),
    (
        "The Secretary-General's letter of 3 May 2025 to the President of the Security Council "
        "(S/2025/270) gives the figures.",
        _of("Peru"),
        ["cites S/2025/270"],
        "it went to somebody else",
    ),
    (
        "The observers' findings are set out in the letter from the Chief of Staff dated 3 May 2025 (S/2025/270).",
        _of("Peru"),
        ["cites S/2025/270"],
        "who reports is not answered",
    ),
    (
        "The Committee considered a letter dated 3 May 2025 from the Permanent Representative of Chile (S/2025/270).",
        {"senders": (Party("Chair", ""),), "to": ("President of the Security Council",)},
        ["cites S/2025/270"],
        "a chair reports on letters",
    ),
    (
        "I have received a letter dated 3 May 2025 from the Minister for Foreign Affairs of Burundi (see "
        "annex), requesting assistance.",
        _SG,
        ["cites 2025-05-03"],
        "received and annexed",
    ),
    (
        "Our letter on 3 May 2025 responding to the letter of Chile of 1 May 2025 said so.",
        _of("Peru"),
        ["follows 2025-05-03", "cites 2025-05-01"],
        "our earlier letter has answered it",
    ),
    (
        "On 3 May 2025, the representative of Ghana conveyed to you the outcome of a meeting (S/2025/270).",
        _of("Peru"),
        [],
        "another has told it",
    ),
    (
        "The present letter supersedes that of 3 May 2025, circulated as document S/2025/270.",
        _of("Peru"),
        ["follows S/2025/270"],
        "'that of', beside the present letter, is one's own",
    ),
    (
        "I refer to previous communications, in particular those of 3 May 2025 (S/2025/270), by which "
        "attention was drawn to flights.",
        _of("Peru"),
        ["follows S/2025/270"],
        "previous ones of no author are the writer's",
    ),
    (
        "My predecessor informed you in his letter of 3 May 2025 (S/2025/270) of our intention.",
        _of("Peru"),
        ["follows S/2025/270"],
        "the predecessor's is ours",
    ),
    (
        "I refer to a letter from my predecessor dated 1 May 2025 (S/2025/265) and to her reply dated 3 "
        "May 2025 (S/2025/270).",
        _of("Peru"),
        ["follows S/2025/265", "cites S/2025/270"],
        "but a reply to it is not",
    ),
    (
        "I recall the letter that my Minister addressed to your predecessor on 3 May 2025 (S/2025/270).",
        _of("Peru"),
        ["follows S/2025/270"],
        "a letter that our minister addressed",
    ),
    (
        "You will find attached an updated version of the memorandum annexed to my letter of 3 May 2025 (S/2025/270).",
        _of("Peru"),
        ["follows S/2025/270"],
        "a new version goes along, not the letter",
    ),
    (
        "The position of my Government was communicated to you on 3 May 2025 (see S/2025/270).",
        _of("Peru"),
        ["follows S/2025/270"],
        "what was told earlier stands in an earlier letter",
    ),
    (
        "We have repeatedly drawn the attention of the Council to these flights (see S/2025/270 and S/2025/275).",
        _of("Peru"),
        ["follows S/2025/270", "follows S/2025/275"],
        "and so does what we have drawn attention to",
    ),
    (
        "Peru notified the Council on 3 May 2025 (S/2025/270) of its measures.",
        _of("Peru"),
        ["follows S/2025/270"],
        "and what our State has notified",
    ),
    (
        "Our earlier warning (S/2025/270) has gone unheeded.",
        _of("Peru"),
        ["follows S/2025/270"],
        "and our warning",
    ),
    (
        "Since I last wrote to you, on 3 May 2025 (S/2025/270), three more men have died.",
        _of("Peru"),
        ["follows S/2025/270"],
        "a conjunction before 'I' is nobody's name",
    ),
    (
        "I write further to our letters, the most recent of which is dated 3 May 2025 "
        "(A/ES-10/900-A/79/900-S/2025/270).",
        _of("State of Palestine", "Permanent Observer"),
        ["follows A/ES-10/900"],
        "three numbers joined are one letter",
    ),
    (
        "As I wrote on 3 May 2025 (S/2025/270), to which the Council responded on 7 May 2025 "
        "(S/2025/275), talks go on.",
        _SG,
        ["follows S/2025/270", "cites S/2025/275"],
        "the addressee's answer to ours is only named",
    ),
    (
        "The parties informed you, in a joint letter of 3 May 2025, that they had signed.",
        {"senders": (_PERU, Party("Permanent Representative", "Chile"))},
        ["follows 2025-05-03"],
        "the parties are the two who write",
    ),
    (
        "The letter dated 3 May 2025 from the Permanent Representatives of Ghana, Peru and Togo "
        "(A/79/900) remains valid.",
        _of("Peru"),
        ["follows A/79/900"],
        "one of several authors is us",
    ),
    (
        "We have joined the sponsors of the letter dated 3 May 2025 from the Permanent Representative of "
        "Brazil (A/79/900).",
        _of("Peru"),
        ["cites A/79/900"],
        "its sponsors are friends",
    ),
    (
        "We fully concur with the views in the letter of the representative of China of 3 May 2025 (S/2025/270).",
        _of("Peru"),
        ["cites S/2025/270"],
        "the writer concurs",
    ),
    (
        "Peru thanks the forty States that signed the letter of 3 May 2025 (A/79/900).",
        _of("Peru"),
        ["cites A/79/900"],
        "thanks for a letter of no one author",
    ),
]


@pytest.mark.parametrize(("text", "given", "expected", "reason"), ROWS)
def test_it_is_not_answered(text: str, given: dict[str, object], expected: list[str], reason: str) -> None:
    assert [one for one in links(text, **given) if not one.startswith("transmits")] == expected, reason
