"""The letter pane: everything a person does in a letter. Its keys are in the one command table (`tui.commands`)."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from corpus.model import BlockKind, Letter
from tui.bindings import bindings
from tui.places import Place
from tui.state import State
from tui.view.facts import Known
from tui.view.marks import Marks
from tui.view.paint import Lit
from tui.widgets.letter_messages import Said
from tui.widgets.links import Links
from tui.widgets.outline import outline
from tui.widgets.rows import ListDialog

_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTATION, BlockKind.TABLE, BlockKind.HEADING})


class LetterPane(Links):
    """Shows one letter. `show` opens it; messages tell what is wanted beyond it.

    Where `state` is given, the pane returns to where one was in a letter and remembers where one leaves it.
    """

    BINDINGS = bindings("letter", "motion")

    def __init__(self, state: State | None = None, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.state = state
        self._terms: tuple[str, ...] = ()

    def show(
        self,
        letter: Letter,
        *,
        at: int | None = None,
        terms: Sequence[str] = (),
        held: frozenset[str] = frozenset(),
        known: Known | None = None,
    ) -> None:
        """Open a letter at an offset, else where one was in it, else at its beginning.

        `terms` are lit (patterns of `index.highlight.find_all`); `held` are the symbols whose letters can be opened.
        """
        self.remember()
        self.present(letter, held, known)
        self._from, self._called_from, self._label = None, -1, ""
        self.find(terms)
        was = self.state.place(letter.id) if self.state is not None and at is None else None
        self.here = at if at is not None else (was[0] if was else 0)
        self.stand(*(was or (0, 0)))
        if at is not None:
            self.go(at)
        self.tell_paragraph()

    def clear(self) -> None:
        """Show no letter; where one was in it is remembered."""
        self.remember()
        self.letter, self.marks, self.known = None, Marks((), {}, {}, {}), Known()
        self.lit, self.peek, self.here, self._from = Lit(), None, 0, None
        self.stand(0)

    def restore(self, place: Place) -> None:
        """Return to a place in the letter shown: the very line on top, the landing line marked."""
        self._from = None
        self.peek = None
        self.light(focus=-1, selection=())
        self.reveal(place.offset)
        self.here = place.here if place.here >= 0 else place.offset
        self.stand(place.offset, place.lead)
        self._landing = self.here
        self.refresh()
        self.tell_paragraph()

    def remember(self) -> None:
        """Keep the place in the state, if any."""
        if self.state is not None and self.letter is not None:
            place = self.place()
            self.state.remember(place.letter, place.offset, place.lead)

    def on_resize(self, event: events.Resize) -> None:
        """Lines come with the first layout, and with them the number of the paragraph."""
        self.call_after_refresh(self.tell_paragraph)

    def on_unmount(self) -> None:
        """The last place is kept on the disk."""
        self.remember()
        if self.state is not None:
            self.state.save()

    # Search terms

    def find(self, terms: Sequence[str]) -> None:
        """Light the places of search terms; none of them is current yet."""
        if self.letter is None:
            return
        self._terms = tuple(terms)
        self.light(matches=_matches(self.letter, terms), match_now=-1)

    def action_next_match(self) -> None:
        """`n`."""
        self._walk_matches(1)

    def action_previous_match(self) -> None:
        """`N`."""
        self._walk_matches(-1)

    def _walk_matches(self, step: int) -> None:
        matches = self.lit.matches
        if not matches:
            unseen = self.letter is not None and _matches(self.letter, self._terms, hidden=True)
            told = (
                "only the masthead of this letter has the words" if unseen else "no search term stands in this letter"
            )
            self.post_message(Said(told))
            return
        now, here = self.lit.match_now, self.position()
        if now >= 0 and self.here == matches[now][0]:
            now = (now + step) % len(matches)
        else:
            after = next((i for i, (start, _) in enumerate(matches) if start >= here), len(matches))
            now = after % len(matches) if step > 0 else (after - 1) % len(matches)
        self.light(match_now=now)
        self.go(matches[now][0], landing=False)
        self.post_message(Said(f"match {now + 1} of {len(matches)}"))
        self.tell_paragraph()

    # Paragraphs, annexes, outline, facts

    def action_next_paragraph(self) -> None:
        """`}`, `J`."""
        self._walk_paragraphs(1)

    def action_previous_paragraph(self) -> None:
        """`{`, `K`."""
        self._walk_paragraphs(-1)

    def _walk_paragraphs(self, step: int) -> None:
        layout = self.layout_now
        if layout is None or self.letter is None:
            return
        shown = [i for i in layout.order if self.letter.blocks[i].kind in _READ]
        offset = self._to if self.selecting else self.position()
        line = layout.line_of(offset)
        firsts = [layout.lines_of(i)[0] for i in shown]
        ahead = [n for n, first in enumerate(firsts) if (first > line if step > 0 else first < line)]
        if not ahead:
            return
        target = ahead[0] if step > 0 else ahead[-1]
        start = self.letter.blocks[shown[target]].span.start
        if self.selecting:
            self.extend(start)
            return
        self.here = start
        self.show_top(firsts[target])
        self.tell_paragraph()

    def action_next_annex(self) -> None:
        """`A`: the next annex, the first one after the last; a folded one is unfolded."""
        if self.letter is None or not self.letter.parts:
            self.post_message(Said("this letter has no annex"))
            return
        begins = [
            (p.id, next((b.span.start for b in self.letter.blocks if b.part == p.id), -1)) for p in self.letter.parts
        ]
        tops = [(part, start) for part, start in begins if start >= 0 and "." not in part]
        here = self.position()
        part, start = next(((p, s) for p, s in tops if s > here), tops[0] if tops else ("", 0))
        self.folded -= {part}
        self.jump_to_offset(start)

    def action_outline(self) -> None:
        """`o`: headings and annexes; Enter goes there, and folds or unfolds the annex one is already in."""
        letter = self.letter
        if letter is None:
            return
        entries = outline(letter, self.folded)

        def chosen(row: int | None) -> None:
            if row is not None:
                entry = entries[row]
                self.folded -= {entry.part}
                self.jump_to_offset(entry.offset)

        here = max((n for n, e in enumerate(entries) if e.offset <= self.position()), default=0)
        self.app.push_screen(ListDialog("Outline", [e.row for e in entries], here), chosen)

    def action_fold(self) -> None:
        """Fold the annex one reads, or all of them from the letter itself; unfold them again."""
        if self.letter is None or not self.letter.parts:
            self.post_message(Said("this letter has no annex to fold"))
            return
        top = self.letter.block_at(self.position()).part.partition(".")[0]
        tops = {p.id for p in self.letter.parts if not p.parent}
        wanted = {top} if top else tops
        self.folded = self.folded - wanted if wanted <= self.folded else self.folded | wanted
        self.stand(*self._kept)

    def action_facts(self) -> None:
        """`i`: items with titles, holdings and sha-256 above the letter; again: the short form."""
        self.full_facts = not self.full_facts
        self.stand(0)
        self.here = 0

    def action_close(self) -> None:
        """Esc: one layer: the dock, else the selection, else the link walked to, else the search terms' light."""
        if self.peek is not None:
            self.open_peek(None)
        elif self.selecting:
            self.unselect()
        elif self.lit.focus >= 0:
            self.light(focus=-1)


def _matches(letter: Letter, terms: Sequence[str], *, hidden: bool = False) -> tuple[tuple[int, int], ...]:
    """Where search terms stand in what is shown of a letter, in order; where `hidden`, in its masthead."""
    if not terms:
        return ()
    from index.highlight import find_all, merged, place_of, placed

    unshown = (BlockKind.MASTHEAD,) if hidden else (BlockKind.MASTHEAD, BlockKind.FURNITURE)
    spans = [b.span for b in letter.blocks if b.kind in unshown]
    found = find_all(letter.text, [term for term in terms if not placed(term)[0]])
    for term in terms:
        if places := placed(term)[0]:
            each = ((start, end, letter.block_at(start)) for start, end in find_all(letter.text, (term,)))
            found += [(start, end) for start, end, at in each if place_of(at.kind.value, at.part) in places]
    return tuple((a, b) for a, b in merged(found) if hidden == any(span.start <= a < span.end for span in spans))
