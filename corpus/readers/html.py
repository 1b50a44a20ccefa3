"""HTML as UNISPAL prints letters, as Word and mammoth save them, and generic pages, through selectolax.

Each block element is one line, `<br>` begins another, and an empty line parts blocks. A table row whose cells hold one
line each is one line, two spaces between the cells; where cells hold several lines (a masthead laid out as a table) the
cells follow one another as columns. Scripts, styles and what is hidden never become text; navigation, hidden words and
alternative texts are in `dropped`. Footnotes that are linked (Word's `_ftn1`, mammoth's `footnote-1`) become `noteref`
runs and lines of style `note:KEY`, their numbers and back links left to the key.
"""

from __future__ import annotations

import re
from typing import Any

from corpus.readers.draft import Draft
from corpus.readers.html_lines import Lines
from corpus.readers.plain import decode

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_SILENT = {"script", "style", "head", "template", "noscript", "iframe", "object", "svg", "math", "select", "textarea"}
_ASIDE = {"nav", "footer", "aside", "form", "button"}
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article blockquote body caption center dd details div dl dt fieldset figcaption figure "
        "h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody tfoot thead ul",
    )
)
_STYLED = {f"h{level}": f"h{level}" for level in range(1, 7)} | {"li": "li", "blockquote": "blockquote"}
_INLINE = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic", "sup": "superscript"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CSS = {
    "bold": re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE),
    "italic": re.compile(r"font-style\s*:\s*italic", re.IGNORECASE),
    "superscript": re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE),
}
_NOTE = re.compile(r"#?_?(?:ftn|edn|fn|footnote|endnote)[-_:]?(\w{1,20})", re.IGNORECASE)
_BACK = re.compile(r"#_?(?:ftn|edn|fn|footnote|endnote)[-_:]?ref", re.IGNORECASE)


def read(data: bytes) -> Draft:
    """An HTML page; its encoding is the one it names, else found out."""
    match = _CHARSET.search(data[:2048])
    if match:
        try:
            return read_html(data.decode(match[1].decode("ascii")))
        except (LookupError, UnicodeDecodeError):
            pass
    return read_html(decode(data))


def read_html(text: str, form: str = "html") -> Draft:
    """The lines of HTML text; `form` is the format that the source will bear."""
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(text).root
    draft = Draft(form)
    if root is not None:
        _walk(root, Lines(draft))
    return draft


def _walk(root: Any, lines: Lines) -> None:
    """The tree in document order, with a stack of our own: a page may be nested deeper than Python calls go."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        node, left = stack.pop()
        if left:
            _leave(node, lines)
            continue
        if node.tag == "-text":
            lines.words(node.text_content or "")
            continue
        if not _enter(node, lines):
            continue
        stack.append((node, True))
        child = node.last_child
        while child is not None:
            stack.append((child, False))
            child = child.prev


def _enter(node: Any, lines: Lines) -> bool:
    """Open an element; False where its content is passed over."""
    tag = node.tag
    if tag in _SILENT or tag.startswith(("-", "!", "_")):
        return False
    attributes = node.attributes
    style = attributes.get("style") or ""
    if tag in _ASIDE or "hidden" in attributes or _HIDDEN.search(style):
        words = " ".join((node.text(separator=" ") or "").split())
        if words:
            lines.draft.dropped.append(("navigation" if tag in _ASIDE else "hidden", words))
        return False
    if tag == "br":
        lines.end_line()
    elif tag == "img":
        if attributes.get("alt"):
            lines.draft.dropped.append(("alternative text", str(attributes["alt"])))
    elif tag == "a":
        return _enter_link(attributes, lines)
    else:
        _open(tag, attributes, style, lines)
    return True


def _open(tag: str, attributes: dict[str, str | None], style: str, lines: Lines) -> None:
    if tag == "tr":
        lines.open_row()
    elif tag in ("td", "th"):
        lines.open_cell()
    elif tag in _BLOCKS:
        if tag == "hr":
            lines.page += 1
        note = _NOTE.fullmatch(attributes.get("id") or "")
        lines.open_block(f"note:{note[1]}" if note and "ref" not in note[1] else _STYLED.get(tag, ""), tag == "pre")
    kinds = [kind for kind, pattern in _CSS.items() if style and pattern.search(style)]
    lines.open_runs(([_INLINE[tag]] if tag in _INLINE else []) + kinds)


def _enter_link(attributes: dict[str, str | None], lines: Lines) -> bool:
    address = (attributes.get("href") or "").strip()
    if _BACK.match(address):
        # A back link is the note's own number or an arrow: the key says it. Word puts the note's name on it.
        name = _NOTE.fullmatch(attributes.get("name") or attributes.get("id") or "")
        if name and "ref" not in name[1]:
            lines.restyle(f"note:{name[1]}")
        return False
    note = _NOTE.fullmatch(address) if address.startswith("#") else None
    lines.open_runs(["noteref" if note else "link"] if address else [], note[1] if note else address)
    return True


def _leave(node: Any, lines: Lines) -> None:
    tag = node.tag
    if tag not in ("br", "img"):
        lines.close_runs()
    if tag == "tr":
        lines.close_row()
    elif tag in ("td", "th"):
        lines.close_cell()
    elif tag in _BLOCKS:
        lines.close_block()
