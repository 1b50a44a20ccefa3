"""The fields of the query language: one table for the parser, completion and docs/query-language.md.

`python -m index.fields` prints the document.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A field as a person types it: `name:value`."""

    name: str
    meaning: str
    """What `name:value` finds, in words."""
    values: str
    """What may stand behind the colon."""
    example: str
    facet: str | None = None
    """Facet of the library whose values are offered while typing."""
    fixed: tuple[str, ...] = ()
    """Every value there is, where they are few."""
    aliases: tuple[str, ...] = ()


SYMBOLS = "a symbol in any spelling, or a date and a sender"

FIELDS = (
    Field(
        "from",
        "letters of that sender; a State by any name the Organization has used for it",
        "a State, an office or a name",
        "from:kestravia",
        "sender",
        aliases=("sender", "by"),
    ),
    Field(
        "to",
        "letters to that addressee",
        "an office or an organ, `sg` and `sc` for short",
        'to:"security council"',
        "addressee",
        aliases=("addressee",),
    ),
    Field(
        "date",
        "letters of that day, month, year or time",
        "a date, two with `..` between them, or one after `>`, `>=`, `<`, `<=`",
        "date:2022..2023",
        "year",
        aliases=("year", "dated"),
    ),
    Field("session", "documents of that session of the Assembly", "a number, `ES-10`", "session:77", "session"),
    Field(
        "item",
        "letters under that agenda item",
        "a number, or words of its title in the masthead",
        "item:34",
        "item",
        aliases=("items",),
    ),
    Field("symbol", "letters whose symbol begins so", "a symbol or its beginning", "symbol:S/2023"),
    Field("cites", "letters that cite that document", SYMBOLS, "cites:A/RES/62/243"),
    Field("answers", "letters that answer that letter", SYMBOLS, "answers:A/61/204"),
    Field("follows", "letters that follow up that letter of the same author", SYMBOLS, "follows:S/2006/448"),
    Field("transmits", "letters that forward that document", SYMBOLS, "transmits:A/60/845"),
    Field(
        "kind",
        "letters of that kind",
        "`letter`, `identical letters`, `note verbale`, `other`",
        'kind:"note verbale"',
        fixed=("letter", "identical letters", "note verbale", "other"),
    ),
    Field("lang", "letters held in that language", "a code or a name", "lang:fr", "language", aliases=("language",)),
    Field(
        "in",
        "looks for the words beside it only there",
        "`body`, `title`, `notes`, `annex`",
        "in:notes fennimoor",
        fixed=("body", "title", "notes", "annex"),
    ),
    Field(
        "has",
        "letters with annexes, with footnotes, or answered by another letter of this library",
        "`annex`, `footnotes`, `answer`",
        "has:annex",
        fixed=("annex", "footnotes", "answer"),
    ),
    Field(
        "no",
        "letters without; `no:answer`: no letter *of this library* is known to answer it",
        "as `has:`",
        "no:answer",
        fixed=("annex", "footnotes", "answer"),
    ),
    Field("title", "words of the title or of an agenda item's", "a word or a phrase", "title:dictionary"),
    Field("body", "words of the letter itself, without notes and annexes", "a word or a phrase", "body:lighthouse"),
    Field("notes", "words of its footnotes", "a word or a phrase", "notes:memoirs", aliases=("note", "footnotes")),
    Field("annex", "words of its annexes", "a word or a phrase", "annex:statute", aliases=("annexes",)),
)

BY_NAME = {name: field for field in FIELDS for name in (field.name, *field.aliases)}
"""Every name a field may be typed by."""

PLACES = {"body": ("body",), "title": ("title",), "notes": ("notes",), "annex": ("annexes",)}
"""Fields of the index behind `in:` and the fields of words."""

SIGNS = (
    ("customs post", "both words, anywhere in a letter, in any inflection"),
    ('"customs post"', "exactly these words, one after another, over the end of a paragraph too"),
    ('"violated"', "exactly this word, without its inflections"),
    ("customs -post", "the first word without the second"),
    ("customs OR border", "either word; OR in capitals"),
    ("(customs OR border) closed", "brackets keep together"),
    ("served near/3 soup", "two words at most three apart, in either order; quotations may stand near too"),
    ("turkey", "a State by the other names it had too: Türkiye; in quotation marks by this one only"),
    ("aggress*", "words that begin so; `*` stands for any letters, `?` inside a word for one"),
    ("kestrel~", "words one or two letters away, for names spelt in several ways (`~1`: one letter at most)"),
    ("A/61/204", "a symbol in any spelling, alone: the letter itself, then those that cite it"),
    ("4 August 2006", "a date, alone: letters of that day; also `2006-08`, `2006`"),
    ("61st session", "a session, alone: documents of that session"),
)
"""What can be typed without a field, and what it finds."""

_HEAD = """# The query language

One line says everything. What was understood stands in the status line, in words. Letter case and accents never matter.
The last word may be unfinished while you type. Fields can be combined with words and with each other:
`from:kestravia date:2006 "customs post"`. A value with spaces stands in quotation marks; `-` before a field excludes;
`from:(kestravia OR valdmark)` asks one field for several values.

This page is made from the program (`make docs`).

"""

_TAIL = """
## Limits

- A query may have 64 words and fields; what goes beyond is left out, and it is said. Brackets nest up to 40 deep.
- A query may have 4 words with `*` or `?` inside, each with at most 3 of these signs. Such a word stands for at most
  4,096 words of the library, and as many as stand in 6,000,000 places, the commonest; a longer list is said.
- Words without a field are looked for in the letter, its title, the titles of its agenda items, its notes and annexes,
  its sender and its addressee. Where only the masthead has them, the row shows its line and says so.
- "Answered" means: by a letter of this library whose text says so.
- Words such as "of" and "the" are searched like any other. Beside other words they are lit only in quotation marks.
"""


def document() -> str:
    """docs/query-language.md."""
    lines = ["## Words", "", "| you type | it finds |", "|---|---|"]
    lines += [f"| `{typed}` | {finds} |" for typed, finds in SIGNS]
    lines += ["", "## Fields", "", "| field | finds | value | example | also |", "|---|---|---|---|---|"]
    for field in FIELDS:
        also = ", ".join(f"`{alias}:`" for alias in field.aliases)
        lines.append(f"| `{field.name}:` | {field.meaning} | {field.values} | `{field.example}` | {also} |")
    return _HEAD + "\n".join(lines) + "\n" + _TAIL


if __name__ == "__main__":
    print(document(), end="")
