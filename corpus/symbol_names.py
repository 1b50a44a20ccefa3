"""Symbols as people and files write them: one spelling by itself, a beginning, a file's name, an address."""

from __future__ import annotations

import re
from urllib.parse import quote

from corpus.patterns import late
from corpus.symbol_forms import HALF, HEAD, Symbol, fill_year, fold, possible, spell

_WHOLE = late(HALF, re.I)
_JOINT = late(rf"\s*-\s*(?={HEAD}/)", re.I)
_BARE_JOINT = late(r"(?<=\d)\s*(?=[SE]/\d{4}/\d)", re.I)
_EDGE = " \t\r\n()[]<>.,;:*\"'“”‘’«»"
_LANGUAGE = late(r"[-_](?:EN|FR|ES|AR|RU|ZH|DE|OT|E|F|S|A|R|C|\d{7,8}[A-Z]?)$", re.I)
_FILE_SUFFIX = late(r"\.(?:pdf|docx?|xml|html?|txt|md|wpf|wpd)$", re.I)
_RUN_ON = late(r"(?<![\w/])(?:A(?=\d{2,3}/\d)|[SE](?=(?:19|20)\d\d/\d))", re.I)
_NO_ORGAN = late(r"^(?=\d{2,3}/\d+\s?-\s?S/?\d{4}/\d)", re.I)
_SPECIAL = late(r"(?<![\w/])(A/)?(ES|(?<=A/)S)\s?[-/]?\s?(?=\d{1,2}/)", re.I)
_CORPUS_PATH = late(r"(?:^|/)(?:19|20)\d\d/((?:[a-z_]+)/.+)$")


def parse(text: str) -> Symbol | None:
    """The symbol that `text` spells as a whole, joint or single, in any spelling; None where it is none.

    Takes small letters, any dash, and spaces for slashes: "a/77/794 – s/2023/185", "S 2023 185".
    """
    if len(text) > 300:
        return None
    plain = fold(text).text
    link = re.fullmatch(r"\s*\[([^\]]*)\]\([^)]*\)\s*", plain)
    plain = (link.group(1) if link else plain).strip(_EDGE)
    if plain.count("(") > plain.count(")"):
        plain += ")"
    if "/" not in plain:
        plain = re.sub(r"(?<=[\w.])[\s_]+(?=[\w])", "/", plain)
    plain = re.sub(r"\s*/\s*", "/", re.sub(r"\s+", " ", plain))
    plain = _spread(plain)
    plain = _BARE_JOINT.sub("-", plain) if "-" not in plain.replace("ES-", "") else plain
    plain = re.sub(r"(?<=\d)/(?=[SE]/\d{4}/\d+$)", "-", plain, flags=re.I)
    halves = [_half(raw) for raw in _JOINT.split(plain)]
    if not all(halves) or len(halves) > 4:
        return None
    return Symbol("-".join(half for half in halves if half))


def _spread(plain: str) -> str:
    """With what people leave out: "A79/798", "a/es10/1022", the Assembly of "ES-10/1022" and "79/798-S/2025/110"."""
    return _SPECIAL.sub(r"A/\2-", _RUN_ON.sub(r"\g<0>/", _NO_ORGAN.sub("A/", plain)))


def _half(raw: str) -> str | None:
    raw = re.sub(r"\s+", "", raw)
    cased = spell(raw)
    if not re.fullmatch(HALF, cased):
        return None
    half = fill_year(cased)
    return half if possible(half, typed=True) else None


def canonical(text: str) -> str | None:
    """The key of the symbol that `text` spells, None where it is none."""
    symbol = parse(text)
    return symbol.key if symbol else None


def partial(text: str) -> str | None:
    """The beginning of a key that a person has typed so far: "a/79/8" → "A/79/8", "2023/185", "79/818".

    None where no key can begin or go on so. A beginning without a head is a session or year with a serial.
    """
    plain = re.sub(r"\s*([/-])\s*", r"\1", fold(text).text.strip().rstrip("*"))
    if "/" not in plain:
        plain = re.sub(r"\s+", "/", plain)
    plain = _spread(re.sub(r"\s+", "", plain))
    if not plain or len(plain) > 80:
        return None
    if re.fullmatch(r"\d{1,5}(?:/\d{0,4})?", plain):
        return plain
    if not re.fullmatch(rf"{HEAD}(?:/[\w.()-]*)+", plain, re.I):
        return None
    return spell(plain)


def from_file_name(name: str) -> Symbol | None:
    """The symbol a file's name spells, as the Organization's library and corpora write them; a name can lie.

    `A_65_708--S_2011_47-EN.pdf`, `S_RES_2334_(2016)-EN.pdf`, `2002/a/57/307/corr_1.xml`.
    """
    stem = _FILE_SUFFIX.sub("", fold(name).text)
    if (path := _CORPUS_PATH.search(stem)) and path.group(1)[0] in "aset":
        return _from_path(path.group(1))
    stem = stem.rpartition("/")[2]
    stem = re.sub(r"^undocs_", "", _LANGUAGE.sub("", stem))
    halves = [re.sub(r"_(?=\()", "", half).replace("_", "/") for half in re.split("--|&", stem)]
    if not all("/" in half for half in halves):
        return None
    return parse("-".join(halves))


def _from_path(path: str) -> Symbol | None:
    """`a/57/307/corr_1` and `s/res/918_1994_`: dots and brackets as underscores."""
    path = re.sub(r"(?<=/)(corr|add|rev|amend|c|cn|ac|conf|sub|l|pv|sr|wp|wg)_(\d+)", r"\1.\2", path)
    path = re.sub(r"_(\d{4}|[ivxl]+|resumption_?\d|part_?\w+|sect_?\d+)_$", r"(\1)", path).replace("_", "")
    return parse(path)


def address(symbol: Symbol) -> str:
    """Where the Organization publishes it, in English, as PDF: the address of its documents service."""
    key = symbol.halves[0].key if "-" in symbol.key else symbol.key
    plain = key.replace("/", "").isalnum()
    quoted = key.replace("/", "%2F") if plain and key.isascii() else quote(key, safe="")
    return f"https://documents.un.org/api/symbol/access?s={quoted}&l=en&t=pdf"
