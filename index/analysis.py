"""Whoosh's analyzers over `index.folding`: words, and values kept whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whoosh.analysis import Analyzer, Token

from index.folding import fold, spans, stem, words

__all__ = ["ValueAnalyzer", "WordAnalyzer", "fold", "spans", "stem", "words"]


class WordAnalyzer(Analyzer):  # type: ignore[misc]
    """Whoosh's view of `words`: tokens with positions, and with characters where asked."""

    def __call__(self, value: str, **options: Any) -> Iterator[Any]:
        """One token, filled anew for every word, as Whoosh's analyzers do."""
        start_position, start_character = options.get("start_pos", 0), options.get("start_char", 0)
        token = Token(
            positions=options.get("positions", False), chars=options.get("chars", False), mode=options.get("mode", "")
        )
        # A pattern ("light*house") comes untokenized: it is folded and stays in one piece.
        found = spans(value) if options.get("tokenize", True) else [(fold(value), 0, len(value))]
        for position, (word, start, end) in enumerate(found):
            token.text, token.original, token.boost, token.stopped = word, word, 1.0, False
            token.pos = start_position + position
            token.startchar, token.endchar = start_character + start, start_character + end
            yield token


class ValueAnalyzer(Analyzer):  # type: ignore[misc]
    """A whole value as one folded token: senders, symbols, kinds."""

    def __call__(self, value: str, **options: Any) -> Iterator[Any]:
        """The one token."""
        token = Token(positions=False, chars=options.get("chars", False), mode=options.get("mode", ""))
        token.text = token.original = fold(value)
        token.boost, token.stopped, token.pos = 1.0, False, 0
        token.startchar, token.endchar = 0, len(value)
        yield token
