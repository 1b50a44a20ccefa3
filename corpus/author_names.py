"""Names of authors and addressees in the words around a communication: "from the Permanent Representative of X"."""

from __future__ import annotations

import re

from corpus import author_words as words
from corpus import capitals, office_words, states
from corpus.identity import Author, Identity


def named_author(after: str) -> str | None:
    """The author named after a noun ("from the Permanent Representative of X"), None for nobody.

    What the letter is about is left out: "concerning attacks by X" names no author.
    """
    about = words.ABOUT.search(after)
    told = after[: about.start()] if about else after
    for match in office_words.FROM.finditer(told):
        if not words.nobody(match["who"]):
            more = office_words.AND_OTHERS.match(told, match.end())
            return clean(match["who"] + (more.group() if more else ""))
    for match in office_words.OF.finditer(told):
        if not words.nobody(match["who"]) and words.near(told[: match.start()]):
            return clean(match["who"])
    late = office_words.FROM_OFFICE.search(after, about.end()) if about else None
    if (late := late or office_words.AT_REQUEST.search(after)) and not words.nobody(late["who"]):
        return clean(late["who"])
    return None


def addressee_in(after: str) -> str | None:
    """To whom a communication was addressed, as its sentence tells: "to you", "to the Secretary-General"."""
    match = words.TO.search(after)
    return match["to"] if match else None


def possessive_in(phrase: str) -> str:
    """The possessive among the words before a noun, in small letters; `""` for none."""
    match = words.POSSESSIVE.search(phrase)
    return match.group(1).lower() if match else ""


def clean(name: str) -> str:
    """A name without "to the United Nations" and without its genitive."""
    name = office_words.ARTICLE.sub("", office_words.AT_UN.sub("", name))
    return re.sub(r"['’]s?$", "", name).strip(" ,.")


def state_in(phrase: str) -> str | None:
    """The State that an office names, in its longest form: "Minister for the Sea of the Kingdom of X"."""
    for match in office_words.LAST_OF.finditer(phrase):
        name = phrase[match.end() :].strip(" ,.")
        if states.known(name):
            return name
    return phrase if states.known(phrase) else None


def author_named(name: str, who: Identity) -> tuple[Author, str | None]:
    """Whose a communication is of which the author's name is known."""
    return classed(clean(name), who)


def classed(name: str, who: Identity) -> tuple[Author, str | None]:
    """Whose a communication of that author is: one's own (named as the senders are), the addressee's, another's.

    A capital stands for its State: "Tehran's letter", "the regime in Tehran".
    """
    name = capitals.state_of(office_words.SEAT.sub("", name)) or name
    if who.owns(name):
        return Author.OWN, who.name
    if who.addresses(name):
        return Author.YOURS, next(iter(who.addressees), None)
    return Author.OTHER, name
