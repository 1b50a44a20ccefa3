"""A strict reader of what a program sends to a terminal: text, and the closed list of sequences that are ours."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.clean import visible

PRINTED = re.compile(r"\x1b\[[0-9;]*m|\r{0,2}\n|\t")
"""What a command may print beside text: colours and weights, ends of lines, tabs between cells. A terminal adds a
carriage return to every end of a line, those of CSV too, which have one."""

BAR = re.compile(r"\x1b\[[0-9;]*m|\r\n|\n|\r\x1b\[2K|\x1b\[2K|\x1b\[\d*A|\x1b\[\?25[lh]|\r")
"""What the bar of a long run may send."""

_SET = "25 7 1000 1002 1003 1004 1006 1015 1016 1049 2004 2026 2048".replace(" ", "|")
DRAWN = re.compile(
    r"\x1b\[[0-9;]*[HmKJrABCDLMXP@]|\x1bM|\r|\n|\x08"  # the picture
    rf"|\x1b\[\?(?:{_SET})[hl]|\x1b\[\?20(?:26|48)\$p|\x1b\[[<>][0-9;]*u"  # modes
)
"""What the screen may send: the picture's own sequences, and modes that are undone at the end."""

CLIPBOARD = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent, apart."""

    text: str
    """The characters between the sequences."""
    sequences: tuple[str, ...]
    clipboard: tuple[str, ...]
    """What was put on the clipboard, decoded."""
    faults: tuple[str, ...]
    """Whatever is neither text that cannot act nor one of ours, with the twenty characters after it."""


def read(data: bytes | str, ours: re.Pattern[str], *, clipboard: bool = False) -> Sent:
    """Take apart what was sent; bytes that are no UTF-8 are a fault."""
    sent = data.decode("utf-8", "surrogateescape") if isinstance(data, bytes) else data
    text, sequences, taken, faults = [], [], [], []
    at = 0
    while at < len(sent):
        found = ours.match(sent, at)
        copied = CLIPBOARD.match(sent, at) if clipboard and found is None else None
        if found is not None and found.end() > at:
            sequences.append(found.group())
            at = found.end()
        elif copied is not None:
            taken.append(base64.b64decode(copied[1], validate=True).decode("utf-8"))
            at = copied.end()
        else:
            if visible(sent[at]) != sent[at] and not _spelt(sent, at):
                faults.append(ascii(sent[at : at + 20]))
            text.append(sent[at])
            at += 1
    faults += [ascii(c) for words in taken for c in words if visible(c) != c]
    return Sent("".join(text), tuple(sequences), tuple(taken), tuple(faults))


def _spelt(sent: str, at: int) -> bool:
    """Whether a joiner stands where a script spells with it; what follows may have been cut off."""
    return sent[at] in "\u200c\u200d" and visible(f"{sent[at - 1 : at]}{sent[at]}\u0915")[-2] == sent[at]


def acted(sent: Sent, tokens: Iterable[str]) -> list[str]:
    """The tokens that stand inside a sequence: arguments of somebody else's."""
    whole = "\0".join(sent.sequences)
    return [token for token in tokens if token in whole]
