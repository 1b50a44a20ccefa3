"""A typed word or quotation as words of the index: each exact, inflected, unfinished, a form or fuzzy."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus import symbols
from corpus.errors import QueryError
from index.analysis import fold, words
from index.asked import Text

STARS = 3
"""`*` and `?` groups of one word: a form with more would be tried at every place of every word."""
_FUZZY = re.compile(r"~([12]?)$")
_TOO_FAR = re.compile(r"\w~\d+$")
_ASKING = re.compile(r"\?+(?=\W|$)")
_STROKES = re.compile(r"(?<![^\s,;(])[A-Za-z][^\s/,;*?]*+/[^\s,;*?]*+")
_FORM = re.compile(r"[*?]")


@dataclass(frozen=True, slots=True)
class Piece:
    """One word of the index as asked for: `form` is exact, inflected, typed, beginning, pattern or fuzzy."""

    form: str
    word: str
    edits: int = 0

    @property
    def pattern(self) -> str:
        """For `index.highlight`; a fuzzy word has one for each word it stands for."""
        return {"inflected": "~", "typed": ""}.get(self.form, "") + self.word + "*" * (self.form == "beginning")


def pieces(text: Text) -> list[Piece]:
    """The words of a bare word or of a quotation; one for most, none for mere signs."""
    if not text.quoted and (known := symbols.parse(text.text)) is not None and "/" in text.text:
        found = [Piece("exact", word) for word in words(known.key)]
    elif (
        not text.quoted and (fuzzy := _FUZZY.search(text.text)) and len(split := words(text.text[: fuzzy.start()])) == 1
    ):
        return [Piece("fuzzy", split[0], int(fuzzy[1] or (2 if len(split[0]) > 5 else 1)))]
    elif not text.quoted and _TOO_FAR.search(text.text) and not _FUZZY.search(text.text):
        raise QueryError("A word may be one letter away, or two.", "Write kestrel~1 or kestrel~2.", text.start)
    else:
        found = _plain_or_forms(text)
    whole = len(found) == 1 and not text.quoted
    if whole and found[0].form == "exact" and found[0].word.isalpha():
        found = [Piece("inflected", found[0].word)]
    if text.unfinished and found and found[-1].form in ("exact", "inflected") and text.text[-1:].isalnum():
        found[-1] = Piece("typed" if whole else "beginning", found[-1].word)
    return found


def _plain_or_forms(text: Text) -> list[Piece]:
    typed = _ASKING.sub(" ", text.text) if not text.text.startswith("*") else text.text
    typed = _STROKES.sub(_spelt, typed)
    if not _FORM.search(typed):
        return [Piece("exact", word) for word in words(typed)]
    found = []
    for run in re.findall(r"[\w*?]+", fold(typed)):
        if not _FORM.search(run):
            found.append(Piece("exact", run))
        elif run.strip("*?"):
            found.append(_form(re.sub(r"\*+", "*", run), text))
    return found


def _spelt(typed: re.Match[str]) -> str:
    """A symbol as it is printed, so that it is one word however it was typed."""
    known = symbols.parse(typed.group())
    return known.key if known else typed.group()


def _form(run: str, text: Text) -> Piece:
    if run.endswith("*") and not _FORM.search(run[:-1]):
        return Piece("beginning", run[:-1])
    if len(_FORM.findall(run)) > STARS:
        raise QueryError(f"A word has at most {STARS} of the signs * and ?.", "Leave some away.", text.start)
    return Piece("pattern", run)
