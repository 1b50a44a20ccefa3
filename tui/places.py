"""The way one has come: places in letters and searches, back and forward. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Place(NamedTuple):
    """Somewhere one can return to: a letter at an offset, or a search.

    The first line in view is `lead` lines above the one that shows `offset`: blank lines have no offset of their own.
    The facts above a letter all have offset 0; within them `lead` is negative.
    """

    letter: str = ""
    """ID of the letter, `""` for a search."""
    offset: int = 0
    lead: int = 0
    query: str = ""
    """The search line as it stood; kept for letters too, so that the results beside them come back."""
    row: int = 0
    """The result under the cursor."""
    note: str = ""
    """Id of the note one had jumped to, for the list of the way."""
    here: int = -1
    """The reading position in view, -1 where it is the top."""
    narrow: tuple[tuple[str, str], ...] = ()
    """The facet values the search was narrowed by."""
    top: int = 0
    """The first line of the results in view."""
    beside: str = ""
    """For a search: ID of the letter that stood beside it, `""` for none."""

    def same_spot(self, other: Place) -> bool:
        """Whether both name one spot, to the offset; rows of results and reading positions do not count."""
        mine = (self.letter, self.offset, self.lead, self.query, self.narrow)
        return mine == (other.letter, other.offset, other.lead, other.query, other.narrow)


@dataclass(slots=True)
class History:
    """Places in the order they were visited, one of them current; like a browser's, but in one list.

    `leave` notes where one really was before going on; without it `back` would return to where one had arrived.
    """

    limit: int = 200
    places: list[Place] = field(default_factory=list)
    at: int = -1
    """Index of the current place, -1 while there is none."""

    @property
    def current(self) -> Place | None:
        """Where one is, None at the very start."""
        return self.places[self.at] if self.at >= 0 else None

    @property
    def can_go_back(self) -> bool:
        """Whether a place lies before this one."""
        return self.at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether a place lies after this one."""
        return self.at < len(self.places) - 1

    def leave(self, now: Place) -> None:
        """Replace the current place by what it has become through scrolling."""
        if self.at < 0:
            self.go(now)
        else:
            self.places[self.at] = now

    def go(self, place: Place) -> None:
        """Arrive somewhere new; what lay ahead is forgotten. The spot one is on already adds nothing."""
        current = self.current
        if current is not None and current.same_spot(place):
            self.places[self.at] = place
            return
        del self.places[self.at + 1 :]
        self.places.append(place)
        del self.places[: max(0, len(self.places) - self.limit)]
        self.at = len(self.places) - 1

    def back(self, now: Place | None = None) -> Place | None:
        """The place before; `now` is kept as what one returns to by `forward`. None where there is none."""
        return self._step(-1, now)

    def forward(self, now: Place | None = None) -> Place | None:
        """The place after; None where there is none."""
        return self._step(1, now)

    def jump(self, index: int, now: Place | None = None) -> Place | None:
        """Place `index` of the list of the way; None where there is none."""
        return self._step(index - self.at, now)

    def renamed(self, old: str, new: str) -> None:
        """A letter got another ID (a re-index inferred its symbol): its places keep their offsets."""
        self.places = [p._replace(letter=new) if p.letter == old else p for p in self.places]

    def _step(self, by: int, now: Place | None) -> Place | None:
        if not 0 <= self.at + by < len(self.places):
            return None
        if now is not None and self.at >= 0:
            self.places[self.at] = now
        self.at += by
        return self.places[self.at]
