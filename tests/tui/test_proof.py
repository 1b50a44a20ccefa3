"""The proof under the thread: the passage is cut where there is little room, what agrees never is."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from tui.view.rows import Piece
from tui.widgets.proof_lines import ProofLines

PASSAGE = Piece("“" + "With reference to the letter dated 4 August 2006 from Kestravia. " * 12 + "” ", "text")
FACTS = Piece("p1 · symbol ✓, date ✗ differs, sender ✓", "date")


class Host(App[None]):
    def compose(self) -> ComposeResult:
        yield ProofLines()


SIZES = [((34, 24), 6), ((34, 40), 10), ((60, 50), 12), ((200, 24), 6), *(((width, 40), 10) for width in range(20, 60))]


@pytest.mark.parametrize(("size", "lines"), SIZES)
async def test_what_agrees_is_told_whatever_the_passage_takes(size: tuple[int, int], lines: int) -> None:
    async with Host().run_test(size=size) as pilot:
        proof = pilot.app.query_one(ProofLines)
        proof.tell([PASSAGE, FACTS])
        await pilot.pause()
        shown = [proof.render_line(y).text.strip() for y in range(proof.size.height)]
        assert " ".join(shown).endswith(FACTS.text)
        assert any(line.endswith("…") for line in shown) or shown[-2].endswith("”")
        assert len(shown) <= lines


async def test_a_short_proof_takes_what_it_needs_and_none_takes_nothing() -> None:
    async with Host().run_test(size=(80, 40)) as pilot:
        proof = pilot.app.query_one(ProofLines)
        proof.tell([Piece("“Your letter.” "), FACTS])
        await pilot.pause()
        assert proof.size.height == 3
        proof.tell([])
        await pilot.pause()
        assert not proof.display
