"""Signatures: the name after (Signed), and the lines of office below or just above it.

A note verbale is not signed; a name without "(Signed)" is none of a signatory.
"""

from __future__ import annotations

import re

from corpus.rows import Row

SIGNED = re.compile(
    r"\*{0,2}[(\[]\s?(?:Signed|Signé[es]?|Firmado|Signature|Подпись|Signed by)\s?[)\]]\*{0,2}\s*", re.IGNORECASE
)
_OFFICE = re.compile(
    r"(?:Acting |Deputy |Alternate )?(?:Ambassador|Permanent|President|Secretary|Minister|Charg|Chair"
    r"|Representative|Prime|Director|"
    r"Head|Counsellor|Under-Secretary|Assistant|Special|High|Observer|First|Embajador|Representante|Ambassadeur|Ministre|Ministro|Vice|Foreign|"
    r"Repr[ée]sent|L[’']|Le |La |El |The )",
)
_PROSE = re.compile(r"\b(?:is|are|was|were|has|have|shall|will|which|that)\b")
MAX_LINES = 9
"""Lines of office below a name: the longest seen have six."""


def is_signed(text: str) -> bool:
    """Whether a row begins a signature."""
    return bool(SIGNED.match(text)) and len(text) < 120


def goes_on(rows: list[Row], row: Row, pitch: float) -> bool:
    """Whether a row below a name still belongs to its signature."""
    last = rows[-1]
    if SIGNED.fullmatch(last.text):
        return True
    if len(rows) > MAX_LINES or len(row.text) > 110 or row.line.style.startswith("h"):
        return False
    if row.is_set:
        if row.page != last.page or (row.bold and len(row.text) > 20):
            return False
        step = (row.line.top or 0) - (last.line.top or 0)
        return 0 < step <= 1.3 * (pitch or 12) and row.left > 200
    if (_PROSE.search(row.text) and len(row.text) > 60) or (row.page != last.page and row.blank > 2):
        return False
    if not row.blank:
        return (not re.match(r"\W|\d", row.text) and not row.text.endswith(".")) or row.text.endswith("a.i.")
    # Converters put an empty line between all lines of a signature, or between none.
    spaced = last.blank == 1 or not _OFFICE.match(last.text)
    sentence = row.text.endswith(".") and not row.text.endswith("a.i.")
    return row.blank == 1 and bool(_OFFICE.match(row.text)) and len(row.text) < 70 and spaced and not sentence


def office_above(row: Row) -> bool:
    """Whether a row just above "(Signed)" is the signatory's office: the order of some prints."""
    return bool(_OFFICE.match(row.text)) and len(row.text) < 60 and not row.text.endswith(".")


_TOGETHER = re.compile(
    r"Co-?(?:chair(?:persons|s)|facilitators|presidents|coordinators)\b"
    r"|(?:Permanent )?(?:Representatives|Observers|Ambassadors)\b|Co-?présidents|Copresidentes|Cofacilitadores",
    re.IGNORECASE,
)
_STATE = re.compile(r"(?<=\w)\.? \((?:the )?[^\W\d_a-z][^()\d]{3,50}\)$")
"""Missions and joint letters print whom a signatory stands for behind the name: "(Signed) A. Name (Penwick)"."""
_NAME = re.compile(r"(?:[^\W\d_][\w.’'-]*\.? ){1,4}[^\W\d_a-z][\w.’'-]*")


def read_all(texts: list[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Every name with its lines of office: one "(Signed)" may stand above several names that share an office."""
    name, lines = read(texts)
    shared = next((index for index, line in enumerate(lines) if _TOGETHER.match(line)), 0)
    others = [line for line in lines[:shared] if _NAME.fullmatch(line) and not _OFFICE.match(line)]
    if not shared or len(others) != shared:
        return [(name, lines)]
    return [(one, lines[shared:]) for one in (name, *others)]


def read(texts: list[str]) -> tuple[str, tuple[str, ...]]:
    """Name and lines of office of a signature's rows."""
    rest = list(texts)
    above: list[str] = []
    while rest and not SIGNED.match(rest[0]):
        above.append(rest.pop(0))
    if not rest:
        return "", tuple(above)
    name = SIGNED.sub("", rest.pop(0)).strip()
    if not name and rest:
        name = rest.pop(0)
    return _STATE.sub("", name.strip(" *_")), (*above, *rest)
