"""Who writes a letter and to whom, as far as the mentions in it need to know: whose is "my", "your", "X's"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus import author_words as words
from corpus import office_words, states
from corpus.model import Party


class Author(StrEnum):
    """Whose communication is meant, seen from the letter that mentions it."""

    OWN = "own"
    YOURS = "the addressee's"
    OTHER = "another's"
    UNKNOWN = "not said"


@dataclass(frozen=True, slots=True)
class Identity:
    """Who writes and to whom, as far as mentions need it."""

    names: tuple[str, ...]
    """States (or organizations) of the senders."""
    offices: tuple[str, ...]
    """Offices of senders that stand for no State: `Secretary-General`, `President of the Security Council`."""
    addressees: tuple[str, ...]
    date: str | None

    @staticmethod
    def of(senders: Sequence[Party], addressees: Sequence[str], date: str | None) -> Identity:
        """The identity of a letter's own senders."""
        names = tuple(p.of for p in senders if p.of)
        return Identity(names, tuple(p.office for p in senders if not p.of), tuple(addressees), date)

    @property
    def is_state(self) -> bool:
        """Whether a State or an observer writes, and not an officer or a body of the Organization."""
        return any(map(states.known, self.names))

    @property
    def name(self) -> str | None:
        """The senders' States, or the office of one that stands for no State; all of them, since "our" is any one's."""
        names = list(dict.fromkeys(self.names))
        if len(names) > 1:
            return f"representatives of {', '.join(names[:-1])} and {names[-1]}"
        return next(iter((*names, *self.offices)), None)

    def owns(self, phrase: str) -> bool:
        """Whether `phrase` names one of the senders; an envoy for a State or a society in it is not."""
        if office_words.ENVOY.search(phrase) or (
            office_words.PRIVATE.search(phrase) and not office_words.PRIVATE.search(" ".join(self.names))
        ):
            return False
        named = any(states.mentions(phrase, name) for name in self.names)
        return named or any(words.is_office(phrase, office) for office in self.offices)

    def addresses(self, phrase: str) -> bool:
        """Whether `phrase` names one of the addressees by office."""
        return not office_words.ENVOY.search(phrase) and any(
            words.is_office(phrase, office) for office in self.addressees
        )
