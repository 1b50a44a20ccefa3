"""What a terminal sends, as Textual's messages. What is pasted is text, whatever stands in it.

Textual's parser looks for keys inside a paste too: an ESC that begins no sequence it knows is given out as keys, so
that a pasted word could quit, search or send. Most terminals take control characters out of a paste; tmux does not.
"""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.message import Message

from corpus.clean import visible

START, END = "\x1b[200~", "\x1b[201~"
"""What stands around a paste (xterm's mode 2004)."""

LONGEST = 100_000
"""Characters taken of a paste: five times what any input here takes. The parser needs a second for a million."""


class Keyboard:
    """Bytes in, messages out. Bytes that are no UTF-8 are replacement characters, not the end of the program."""

    def __init__(self, debug: bool = False) -> None:
        self._parser = XTermParser(debug)
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._before = ""
        """The last characters outside a paste: its beginning may come in two pieces."""
        self._held: str | None = None
        """Inside a paste, what may be the beginning of its end; None outside."""
        self._room = 0

    def feed(self, data: bytes) -> Iterable[Message]:
        """What these bytes say, after those before them."""
        text = self._harmless(self._decode(data))
        return self._parser.feed(text) if text else ()  # nothing would mean the end to it

    def tick(self) -> Iterable[Message]:
        """What time says: an ESC that nothing followed was the key."""
        return self._parser.tick()

    def _harmless(self, text: str) -> str:
        """The text with every paste in it cleaned."""
        out: list[str] = []
        while text:
            text = self._outside(text, out) if self._held is None else self._inside(text, out)
        return "".join(out)

    def _outside(self, text: str, out: list[str]) -> str:
        joined = self._before + text
        at = joined.find(START)
        if at < 0:
            self._before = joined[1 - len(START) :]
            out.append(text)
            return ""
        after = at + len(START) - len(self._before)
        out.append(text[:after])
        self._held, self._before, self._room = "", "", LONGEST
        return text[after:]

    def _inside(self, text: str, out: list[str]) -> str:
        held = (self._held or "") + text
        words, end, rest = held.partition(END)
        if end:
            self._held = None
        else:
            kept = next(size for size in range(len(END) - 1, -1, -1) if held.endswith(END[:size]))
            words, self._held = held[: len(held) - kept], END[:kept]
        words = visible(words.replace("\r\n", "\n").replace("\r", "\n"))[: self._room]
        self._room -= len(words)
        out += (words, end)
        return rest
