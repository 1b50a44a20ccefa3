"""Passages and lines in context, on letters made for the purpose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.passages import Passage
from index.snippets import SIDE, WIDTH, Passages, in_context, lit, one_line, snippets

FILLER = "Nothing of note is said in this sentence of the letter. " * 8


def letter(*blocks: tuple[str, str, str]) -> Passages:
    """A letter of (id, kind, text) blocks; an id with a dot stands in an annex."""
    text, passages = "", []
    for name, kind, words in blocks:
        start = len(text)
        text += words
        passages.append(Passage(name, kind, start, len(text), name.partition(".")[0] if "." in name else ""))
        text += "\n\n"
    return Passages(text, passages)


def test_the_window_with_the_most_different_words_comes_first() -> None:
    made = letter(
        ("p1", "paragraph", f"An owl. {FILLER}"), ("p2", "paragraph", f"{FILLER} The owl and the lamp. {FILLER}")
    )
    first, second = snippets([made], ("owl", "lamp"))
    assert (first.block, second.block) == ("p2", "p1")
    assert [first.text[start:end] for start, end in first.marks] == ["owl", "lamp"]


def test_the_second_passage_shows_words_the_first_did_not() -> None:
    words = ["The owl here.", "The owl again.", "A lamp there.", "A lamp."]
    made = letter(*((f"p{n}", "paragraph", f"{text} {FILLER}") for n, text in enumerate(words, 1)))
    assert [one.block for one in snippets([made], ("owl", "lamp"))] == ["p1", "p3"]


def test_forms_of_one_word_are_not_different_words() -> None:
    forms = ("p1", "paragraph", f"Owls, owlets and an owlery. {FILLER}")
    made = letter(forms, ("p2", "paragraph", f"{FILLER} An owl, and a lamp. {FILLER}"))
    assert snippets([made], ("owl*", "lamp"), 1)[0].block == "p2"


@pytest.mark.parametrize("often", [1, 40], ids=["every place weighed", "more places than are weighed"])
def test_what_stands_least_is_shown_before_a_beginning_that_stands_everywhere(often: int) -> None:
    """Of "border p", as it is typed: the border, wherever it stands, and what begins with p beside it."""
    made = letter(
        ("p1", "paragraph", "Peace, post and port are put past. " * often),
        ("p2", "paragraph", f"{FILLER} At the border a pilot passed. {FILLER}"),
    )
    (shown,) = snippets([made], ("~border", "p*"), 1)
    assert [shown.text[start:end] for start, end in shown.marks] == ["border", "pilot", "passed"]


def test_a_passage_says_which_place_is_to_be_seen_first() -> None:
    made = letter(("p1", "paragraph", f"{FILLER} Pilots passed the post at the border, as planned. {FILLER}"))
    for most in (1, 2):
        shown = snippets([made], ("~border", "p*"), most)[0]
        assert shown.text[shown.foremost :].startswith("border")


def test_of_words_that_stand_as_often_the_first_is_shown() -> None:
    made = letter(("p1", "paragraph", f"A pilot. {FILLER}"), ("p2", "paragraph", f"{FILLER} The border. {FILLER}"))
    assert snippets([made], ("~border", "p*"), 1)[0].block == "p2"


@pytest.mark.parametrize(("name", "kind"), [("a1.p1", "paragraph"), ("n1", "note")])
def test_the_letter_itself_comes_before_annexes_and_notes(name: str, kind: str) -> None:
    made = letter((name, kind, f"The owl. {FILLER}"), ("p1", "paragraph", f"{FILLER} The owl."))
    assert snippets([made], ("owl",), 1)[0].block == "p1"


@pytest.mark.parametrize(("kind", "shown", "end"), [("paragraph", "They spoke of the owl  and of the lamp.", 29),
                                                     ("heading", "They spoke of the owl", 21)])  # fmt: skip
def test_a_phrase_that_goes_on_in_the_next_block_is_shown_whole_where_that_is_of_its_kind(
    kind: str, shown: str, end: int
) -> None:
    """It is found so, since a page may end there: a hit that shows no place would tell nobody why."""
    made = letter(("p1", "paragraph", "They spoke of the owl"), ("p2", kind, "and of the lamp."))
    (found,) = snippets([made], ('"owl and of"',))
    assert (found.text, found.marks) == (shown, ((18, end),))


def test_a_title_of_an_item_over_two_lines_of_the_masthead_is_shown_whole() -> None:
    made = letter(("m1", "masthead", "The prevention of"), ("m2", "masthead", "storks"), ("m3", "masthead", "Owls"))
    (found,) = snippets([made], ('"of storks"',))
    assert (found.text, found.marks, found.masthead) == ("The prevention of  storks", ((15, 25),), True)


def test_a_match_in_furniture_is_not_shown() -> None:
    made = letter(("f1", "furniture", "Owls"), ("p1", "paragraph", "How it begins."))
    assert not lit(made, ("owls",))
    (opening,) = snippets([made], ("owls",))
    assert (opening.text, opening.marks) == ("How it begins.", ())


def test_a_match_in_the_masthead_is_shown_where_there_is_no_other() -> None:
    made = letter(("m1", "masthead", "Agenda item 12: owls"), ("p1", "paragraph", "How it begins."))
    assert not lit(made, ("owls",))
    (item,) = snippets([made], ("owls",))
    assert (item.text, item.marks, item.block) == ("Agenda item 12: owls", ((16, 20),), "m1")
    (opening,) = snippets([letter(("m1", "masthead", "A/61/204"), ("p1", "paragraph", "It begins."))], ("a/61/204",))
    assert opening.text == "It begins."  # a letter's own symbol stands in its row
    more = letter(("m1", "masthead", "Agenda item 12: owls"), ("p1", "paragraph", "It begins with owls."))
    assert [one.block for one in snippets([more], ("owls",))] == ["p1"]


@pytest.mark.parametrize(
    ("term", "blocks"),
    [
        ("in/masthead owl", []),
        ("owl", ["t1", "p1", "a1.p1", "a1.n1"]),
        ("in/notes owl", ["a1.n1"]),
        ("in/title owl", ["t1"]),
        ("in/body owl", ["p1"]),
        ("in/annex ~owls", ["a1.p1"]),
        ("in/annex,notes ow*", ["a1.p1", "a1.n1"]),
        ("in/body near/2 ~the ~owl", ["p1"]),
    ],
)
def test_a_term_meant_in_a_place_is_met_there_alone(term: str, blocks: list[str]) -> None:
    kinds = [("t1", "title"), ("p1", "paragraph"), ("a1.p1", "paragraph"), ("a1.n1", "note")]
    made = letter(*((name, kind, "The owl.") for name, kind in kinds))
    assert list(dict.fromkeys(place.block.id for place in lit(made, (term,)))) == blocks


def test_places_that_are_not_shown_hide_none_behind_them() -> None:
    made = letter(
        ("m1", "masthead", "Post " * 40), ("p1", "paragraph", "How it begins."), ("p2", "paragraph", "A post.")
    )
    assert snippets([made], ("po*",), 1)[0].text == "A post."


def test_a_letter_without_a_paragraph_has_no_opening() -> None:
    assert snippets([letter(("m1", "masthead", "United Nations"))], ()) == ()


def test_the_version_that_has_the_words_is_shown() -> None:
    french = letter(("p1", "paragraph", "La chouette du phare."))
    english = letter(("p1", "paragraph", "The owl of the lighthouse."))
    assert snippets([english, french], ("chouette",))[0].text == "La chouette du phare."


def test_nothing_in_a_passage_acts() -> None:
    made = letter(("p1", "paragraph", "The owl\x1b[31m of\nthe\tlamp\u202e."))
    (snippet,) = snippets([made], ("owl",))
    assert snippet.text == "The owl␛[31m of the lamp\ufffd."
    assert in_context(made, "A/1", ("owl",))[0].right == "␛[31m of the lamp\ufffd."


def test_a_word_that_is_longer_than_a_snippet_is_shown_whole() -> None:
    word = "w" * 300
    (snippet,) = snippets([letter(("p1", "paragraph", f"{FILLER}{word} end"))], (word,))
    assert [snippet.text[start:end] for start, end in snippet.marks] == [word]


BLOCKS = st.lists(
    st.lists(st.sampled_from(["owl", "lamp", "the", "A/61/204-S/2006/511", "é", "long" * 20]), min_size=1, max_size=80)
    .map(" ".join),
    min_size=1,
    max_size=4,
)  # fmt: skip


@given(
    BLOCKS, st.lists(st.sampled_from(["owl", "~lamp", "o*", "a/61/204", '"owl lamp"', "near/3 owl the"]), min_size=1)
)
def test_marks_stand_on_words_of_the_letter(texts: list[str], terms: list[str]) -> None:
    made = letter(*((f"p{n}", "paragraph", text) for n, text in enumerate(texts, 1)))
    for snippet in snippets([made], terms):
        passage = made.text[snippet.offset : snippet.offset + len(snippet.text)]
        assert snippet.text == one_line(passage)
        assert len(snippet.text) <= WIDTH + 100
        assert all(0 <= start < end <= len(snippet.text) for start, end in snippet.marks)
        assert all(one[1] <= two[0] for one, two in zip(snippet.marks, snippet.marks[1:], strict=False))
    for line in in_context(made, "A/1", terms):
        assert one_line(made.text[line.offset : line.offset + len(line.match)]) == line.match
        assert len(line.left) <= SIDE
        assert len(line.right) <= SIDE
