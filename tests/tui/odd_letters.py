"""Invented letters whose characters are drawn in unusual ways: wide, from right to left, with marks on them."""

from __future__ import annotations

from pathlib import Path

_HEAD = """United Nations A/62/{n}–S/2007/{n}
General Assembly
Security Council
Distr.: General
{day} May 2007
Original: English

Letter dated {day} May 2007 from the Permanent Representative of Kestravia to the United Nations addressed to the
Secretary-General

"""

PASSAGES = {
    "wide": "The notice read 港口關閉 and, below it, 税関は閉まっている。 Nobody answered; 부두는 비어 있었다.",
    "right to left": "The delegate said: مرحبا بكم في الميناء, and the reply was שלום לכם, on page 12 (A/61/204).",
    "marks": "Vla\u0301d, Ve\u0323\u0302rn, q\u0308uay, \u0e17\u0e48\u0e32\u0e40\u0e23\u0e37\u0e2d, and n\u0303o more.",
    "accents": "Señor Đặng of Türkiye wrote to Zürich – “à propos” – of ½ §3 ¶4 … №7 • ±5 % × 2 → ∞.",
    "drawn": "│ a table │ of boxes ├──┤ in a letter ▌█▒ and superscripts x² y³ ⁴ ₅.",
    "long": "港" * 90 + " " + "e\u0301" * 90 + " " + "ab" * 90,
}


def write_letters(folder: Path) -> None:
    """One letter a passage, and one of them all, each long enough to scroll."""
    texts = {**PASSAGES, "all": "\n\n".join(PASSAGES.values())}
    for number, text in enumerate(texts.values(), 601):
        body = "\n\n".join(f"{part}. {text} I write of the customs post again." for part in range(1, 13))
        (folder / f"{number}.txt").write_text(_HEAD.format(n=number, day=number - 590) + body, "utf-8")
