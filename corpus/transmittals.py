"""What a letter forwards: "I have the honour to transmit herewith a letter from the Minister (see annex)"."""

from __future__ import annotations

import re

from corpus import dates, reply_words
from corpus.author_names import named_author
from corpus.identity import Identity
from corpus.model import Description

_FORWARDED = re.compile(
    r"(?<!present )(?<!this )\b(?:letters?|notes? verbales?|(?:joint |press |political )?statements?|commentary"
    r"|comments?|declaration|messages?|communiqué|joint communiqué|press release|memorandum|aide[- ]memoire|appeal"
    r"|resolution of the Parliament|telegrams?|cablegrams?|lettres?|déclarations?|communiqué"
    r"|cartas?|declaraci(?:ón|ones)|mensaje|comunicado"
    r"|(?P<paper>reports?|plan|pledges|rapport|informe))\b(?!\s+(?:and its annex|and the annex))",
    re.I,
)
_ANOTHERS = re.compile(r"\b(?:letters?|notes? verbales?|communications?)\b[^.;]*,\s(?:and\s)?\w+ing$", re.I)
"""Up to the verb of forwarding: it is the letter just named that forwards, "the letter …, transmitting a note"."""
_NEAR = 160
"""Characters from the verb of forwarding to what is forwarded."""
_DATED = re.compile(
    r"\b(?:dated|issued on|delivered on|adopted on|of|datée du|en date du|du|de fecha|del|de)\s*$", re.I
)


def transmitted(words: str, who: Identity) -> Description | None:
    """Date and author of the communication that a sentence forwards, None where it forwards none.

    Papers (reports, plans) count only with an author of their own: one's own report is no communication of another.
    """
    verb = reply_words.FORWARD.search(words)
    noun = _FORWARDED.search(words, verb.end()) if verb and reply_words.HEREWITH.search(words) else None
    if not verb or not noun or noun.start() - verb.end() > _NEAR or _ANOTHERS.search(words, 0, verb.end()):
        return None
    if reply_words.REPLY.search(words, verb.end(), noun.start()):
        return None
    stop = reply_words.REPLY.search(words, noun.end())
    after = words[noun.end() : stop.start() if stop else len(words)]
    sender = named_author(after)
    if noun.group("paper") and (sender is None or who.owns(sender)):
        return None
    return Description(_dated(after, who), sender or who.name)


def _dated(after: str, who: Identity) -> str | None:
    """The date that the communication bears, not one of what it is about."""
    for day in dates.find(after):
        if _DATED.search(after[: day.start]):
            return dates.with_year(day.iso, who.date)
    return None
