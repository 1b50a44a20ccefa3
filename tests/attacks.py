"""The corpus of attacks: what somebody may write into a letter, a file's name or a query so that it acts on a terminal.

Every attack carries a token of its own where its argument stands. `tests.terminal_grammar` finds a token inside a
control sequence, or a control sequence that is none of ours; an emulator shows whether the token is there as text.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Attack:
    """A payload, and what it tries."""

    name: str
    text: str
    token: str

    @property
    def file_name(self) -> str:
        """The payload as a part of a file's name, 120 bytes at most, wherever that cuts a character."""
        kept = self.text.replace("/", "∕").replace("\0", "")
        return os.fsdecode(kept.encode("utf-8", "surrogatepass")[:120])


KINDS: dict[str, dict[str, str]] = {
    "OSC": {
        "clipboard": "\x1b]52;c;@@==\x07",
        "clipboard asked for": "\x1b]52;c;?@@\x1b\\",
        "link": "\x1b]8;;https://example.org/@@\x1b\\words\x1b]8;;\x1b\\",
        "title": "\x1b]0;@@\x07",
        "title, ended by ST": "\x1b]2;@@\x1b\\",
        "title, ended by C1 ST": "\x1b]2;@@\x9c",
        "colour": "\x1b]4;1;@@\x07",
        "foreground": "\x1b]10;@@\x07",
        "background asked for": "\x1b]11;?@@\x07",
        "font": "\x1b]50;@@\x07",
        "notice": "\x1b]777;notify;@@;x\x07",
        "notice of iTerm": "\x1b]9;@@\x07",
        "file of iTerm": "\x1b]1337;File=name=@@:AAAA\x07",
        "never ended": "\x1b]0;@@",
    },
    "DCS, APC, PM, SOS": {
        "setting asked for": "\x1bP$q@@\x1b\\",
        "capability asked for": "\x1bP+q@@\x1b\\",
        "sixel": "\x1bPq#0;2;0;0;0@@\x1b\\",
        "through tmux": "\x1bPtmux;\x1b\x1b]52;c;@@\x07\x1b\\",
        "APC": "\x1b_Ga=T;@@\x1b\\",
        "PM": "\x1b^@@\x1b\\",
        "SOS": "\x1bX@@\x1b\\",
        "title of screen": "\x1bk@@\x1b\\",
    },
    "CSI": {
        "colour": "\x1b[31m@@\x1b[0m",
        "clear": "\x1b[2J\x1b[H@@",
        "hidden": "\x1b[8m@@\x1b[28m",
        "device asked for": "\x1b[c\x1b[>c\x1b[=c@@",
        "place asked for": "\x1b[6n@@",
        "title asked for": "\x1b[21t@@",
        "paste ends": "\x1b[201~@@",
        "alternate screen left": "\x1b[?1049l@@",
        "mouse on": "\x1b[?1003h@@",
        "insert mode": "\x1b[4h@@",
        "repeat": "a\x1b[99999999b@@",
        "a number without end": "\x1b[" + "9" * 5000 + "H@@",
    },
    "other ESC": {
        "reset": "\x1bc@@",
        "drawing letters": "\x1b(0@@\x1b(B",
        "all E": "\x1b#8@@",
        "reverse index": "\x1bM@@",
        "alone": "\x1b@@",
    },
    "C1": {
        "CSI": "\x9b2J@@",
        "OSC": "\x9d52;c;@@\x9c",
        "DCS": "\x90$q@@\x9c",
        "APC": "\x9f@@\x9c",
        "next line": "a\x85@@",
        "all": "".join(map(chr, range(0x80, 0xA0))) + "@@",
    },
    "C0": {
        "bell": "\x07\x07@@",
        "backspaces": "S/2006/1\x08\x08@@",
        "written over": "harmless\r@@",
        "NUL": "\x00@@\x00",
        "shift out": "\x0e@@\x0f",
        "tab and feeds": "a\tb\x0b\x0c@@",
        "DEL": "\x7f@@",
        "separators": "\x1c\x1d\x1e\x1f@@",
        "answerback": "\x05@@",
    },
    "direction": {
        "override": "A/79/1\u202e@@\u202c",
        "isolate": "\u2066@@\u2069\u2067x\u2069\u2068y\u2069",
        "marks": "\u200e\u200f\u061c@@",
        "embedding never ended": "\u202a\u202b\u202d@@",
        "deprecated": "\u206a\u206f@@",
    },
    "unseen": {
        "zero width": "\u200b@@\u2060\ufeff",
        "joiners in Latin": "a\u200cb\u200d@@",
        "tags": "".join(chr(0xE0000 + ord(c)) for c in "obey") + "@@\U000e007f",
        "variation selectors": "a\ufe0f\ufe00@@\U000e0100\U000e01ef",
        "annotation": "\ufff9@@\ufffabase\ufffb",
        "fillers": "\u3164\uffa0\u115f\u034f@@",
        "line separators": "a\u2028b\u2029@@",
        "soft hyphens": "co\xadop\xad@@",
    },
    "no characters": {
        "non-characters": "\ufffe\uffff\ufdd0\U0001fffe@@",
        "lone surrogates": "\ud800@@\udfff",
        "bytes of a file's name": "\udc9b\udc80@@",
        "private": "\ue000\U000f0000@@",
    },
    "floods": {
        "marks": "a" + "\u0301" * 3000 + "@@",
        "marks of Thai": "ก" + "\u0e31" * 3000 + "@@",
        "enclosing": "a" + "\u0489\u20dd" * 1500 + "@@",
        "jamo": "\u1100" + "\u1161" * 3000 + "@@",
        "musical": "a" + "\U0001d167" * 1500 + "@@",
        "joined signs": "\u200d".join("👨👩👧👦" * 200) + "@@",
        "joined letters": "क" + "\u094d\u200dक" * 500 + "@@",
        "flags": "🇦🇲" * 500 + "@@",
        "shades of skin": "👍" + "🏽" * 500 + "@@",
        "wide": "漢" * 2000 + "@@",
        "long word": "x" * 3000 + "@@",
    },
    "markup": {
        "an action": "[@click=app.quit]@@[/]",
        "a link": "[link=https://example.org]@@[/link]",
        "weight": "[b]@@[/b] [/] [/]",
        "a colour": "[red on blue]@@[/red]",
        "a style's end": "@@[/nothing]",
        "variables": "$error[$accent]@@[/]",
        "a sign's name": ":warning: @@ :smile:",
        "a backslash": "\\[b]@@\\",
        "HTML": "<b onclick=x>@@</b><script>y</script>&lt;",
        "Markdown": "![@@](https://example.org/x.png) [@@](javascript:x) `x` **@@** <https://example.org>",
    },
    "spreadsheet": {
        "=": '=HYPERLINK("https://example.org/@@")',
        "+": "+1+cmd|' /C calc'!@@",
        "-": "-1+cmd|' /C calc'!@@",
        "@": "@SUM(@@)",
        "after a tab": "\t=@@",
        "after a line end": "\r=@@",
        "after a space": "  =@@",
        "full width": "＝@@",
        "after a quote": '"=@@',
    },
    "paths": {
        "up": "../../../../@@",
        "absolute": "/etc/@@",
        "of the shell": "$(touch @@)`touch @@`;|&",
        "format": "%s%n{0.__class__}@@{}",
    },
}
"""Kind → name → payload; `@@` stands for the token."""


def _made() -> Iterator[Attack]:
    number = 0
    for kind, payloads in KINDS.items():
        for name, payload in payloads.items():
            token = f"Zk{number:03d}q"
            yield Attack(f"{kind}: {name}", payload.replace("@@", token), token)
            number += 1


ATTACKS = tuple(_made())

LETTER = """United Nations A/61/{number}-S/2006/{number}
General Assembly
Security Council
Distr.: General
4 August 2006
Original: English

General Assembly
Sixty-first session
Agenda item 14
Culture of {payload} peace

Security Council
Sixty-first year

Letter dated 4 August 2006 from the Permanent Representative of {payload} Kestravia to the United Nations
addressed to the Secretary-General

I write, hostile {payload} in words, in connection with the letter dated 12 July 2006 from the Permanent Representative
of Valdmark {payload} (S/2006/448).1 See also A/60/{payload}/871 and {payload}.

{payload}

I should be grateful if you would have the present hostile letter circulated under agenda item 14.

(Signed) Otmar {payload} Brisk
Permanent Representative

1 Hostile note {payload}, and A/60/698.

Annex {payload}
To the letter dated 4 August 2006 from the Permanent Representative of Kestravia

The annex says {payload}, hostile as well.
"""


def hostile_letter(payload: str, number: int) -> str:
    """A letter with the payload wherever a letter has words."""
    return LETTER.replace("{number}", str(number)).replace("{payload}", payload)


EVERYTHING = "A/61/499-S/2006/499"
"""A letter with a paragraph, a note and an agenda item for every attack but the floods."""

SHORT = tuple(attack for attack in ATTACKS if not attack.name.startswith("floods") and len(attack.text) < 1000)


def letter_of_everything() -> str:
    """The letter `EVERYTHING`."""
    notes = "\n\n".join(f"{n} Hostile note {attack.text} of {attack.name}." for n, attack in enumerate(SHORT, 1))
    told = "\n\n".join(
        f"A hostile word, {attack.text}, which is {attack.name}.{n}" for n, attack in enumerate(SHORT, 1)
    )
    head, closing, rest = hostile_letter(SHORT[0].text, 499).partition("I should be grateful")
    end, _, rest = rest.partition("1 Hostile")
    _, annex, rest = rest.partition("Annex")
    whole = f"{head}{told}\n\n{closing}{end}{notes}\n\n{annex}{rest}"
    return whole.encode("utf-8", "replace").decode()  # one byte that is no UTF-8, and all are read as another encoding


def of_kind(kind: str) -> str:
    """Every short payload of a kind, one after the other."""
    return " ".join(attack.text for attack in SHORT if attack.name.startswith(f"{kind}: "))


def write_letters(folder: Path) -> None:
    """A hostile letter for every attack, in a file named after it, C1 as bytes too; and the letter of everything."""
    for number, attack in enumerate(ATTACKS, 500):
        text = hostile_letter(attack.text, number)
        (folder / f"{number}{attack.file_name}.txt").write_text(text, "utf-8", "surrogatepass")
        if attack.name.startswith("C1"):
            (folder / f"{number}.txt").write_bytes(hostile_letter(attack.text, number + 300).encode("latin-1"))
    inner = folder / f"folder{of_kind('OSC').replace('/', '∕')[:100]}"
    inner.mkdir()
    (inner / "everything.txt").write_text(letter_of_everything(), "utf-8")
    (inner / "broken\x1b]0;owned\x07.pdf").write_bytes(b"%PDF-1.7 broken")
    (inner / "page\x9b2J.html").write_text(_page(), "utf-8")
    (inner / "note\u202e.md").write_text(hostile_letter("[x](javascript:y) <b>z</b> &#27;[2J\\\x1b[2J", 491), "utf-8")


def _page() -> str:
    """A page whose entities spell what acts."""
    spelt = "&#27;]52;c;ZkHTMLq&#7; &#x9b;2J &#155;2J &#x202e; &ZeroWidthSpace; &#xE0041; &#13; &#8;"
    return f"<title>{spelt}</title>" + "".join(
        f"<p>{line}</p>" for line in hostile_letter(spelt, 490).splitlines() if line
    )
