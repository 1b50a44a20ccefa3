"""The closing request: in which organs, and under which agenda items, circulation was asked for.

"I should be grateful if you would have the present letter circulated as a document of the General Assembly, under
agenda items N, and of the Security Council" and its kin (the domain notes, 2.5), in English, French and Spanish.
"""

from __future__ import annotations

import re

from corpus import agenda
from corpus.model import AgendaItem, Request, Span

_DOCUMENT = re.compile(
    r"\b(?:circulat|issu|distribut|publish|distribu|publi)\w*\b.{0,200}?\b(?:documents?|documentos?)\b",
    re.IGNORECASE | re.DOTALL,
)
_BROUGHT = re.compile(r"\b(?:bring|be brought)\b.{0,120}\bto the attention of\b", re.IGNORECASE | re.DOTALL)
_ASKED = re.compile(
    r"grateful|request|kindly|appreciate|would you|ask|reconnaissant|obligé|prie|agradec|solicit|ruego|tenga a bien",
    re.IGNORECASE,
)
_ORGANS = (
    (re.compile(r"General Assembly|\bAssembly\b|Assemblée générale|Asamblea General", re.I), "General Assembly"),
    (re.compile(r"Security Council|Conseil de sécurité|Consejo de Seguridad", re.I), "Security Council"),
    (
        re.compile(r"Economic and Social Council|Conseil économique et social|Consejo Económico y Social", re.I),
        "Economic and Social Council",
    ),
    (
        re.compile(r"Human Rights Council|Conseil des droits de l.homme|Consejo de Derechos Humanos", re.I),
        "Human Rights Council",
    ),
)
_COUNCIL = re.compile(r"\bof the Council\b|\bdu Conseil\b|\bdel Consejo\b")
_ITEMS = re.compile(
    r"(?:agenda items?|items?|points?|temas?)\s+(?P<numbers>\d[\d\s(),a-z]*?)(?=\s*(?:,? (?:and|et|y) (?:of|as"
    r"|under|de|del|du|comme|como|by)\b|of the|de l|de la|del|,? (?:entitled|intitul|titulad)|[.;“\"]|$|, (?:of"
    r"|and of|as)\b))",
    re.IGNORECASE,
)


def find(text: str, spans: list[Span], organs: tuple[str, ...], items: tuple[AgendaItem, ...]) -> Request | None:
    """The last of `spans` (the letter's own paragraphs) that asks for circulation, checked against the masthead."""
    for span in reversed(spans):
        words = span.of(text)
        document = _DOCUMENT.search(words)
        if not _ASKED.search(words) or not (document or _BROUGHT.search(words)):
            continue
        tail = words[document.start() if document else 0 :]
        named = sorted((match.start(), organ) for pattern, organ in _ORGANS if (match := pattern.search(tail)))
        asked = tuple(organ for _, organ in named) or tuple(
            o for o in organs if _COUNCIL.search(tail) and "Council" in o
        )
        numbers = tuple(dict.fromkeys(n for match in _ITEMS.finditer(tail) for n in agenda.numbers(match["numbers"])))
        shown = {item.number for item in items}
        agrees = not (organs and asked and set(asked) != set(organs)) and (
            not items or set(numbers) == shown or not numbers
        )
        return Request(asked, numbers, span, agrees)
    return None
