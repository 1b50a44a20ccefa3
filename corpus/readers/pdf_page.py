"""One page of a PDF, and the questions that may be put to it. Distances in points from the page's top left."""

from __future__ import annotations

import ctypes
import re
from itertools import repeat
from typing import Any, NamedTuple

_BLOCK = 4096
"""Characters by which the memory for a page's text grows."""
_SPACES = re.compile(" +")

BOLD = 600
"""Font weight from which a character counts as bold (regular is 400, bold 700)."""


class Box(NamedTuple):
    """A character's cell: its advance wide, its font's ascent and descent high, so that a line's bottoms agree."""

    left: float
    right: float
    top: float
    bottom: float
    height: float
    """Ascent and descent together."""


def is_raised(box: Box, size: float, bottom: float) -> bool:
    """Whether a cell is smaller than the cells of its line (`size` high) and stands above their `bottom`."""
    return 0 < box.height < 0.82 * size and box.bottom < bottom - 0.12 * size


class Page:
    """A loaded page; a context manager, since its memory is the library's."""

    def __init__(self, document: Any, number: int) -> None:
        from pypdfium2 import raw

        self._raw = raw
        self._document = document.raw
        self._page = raw.FPDF_LoadPage(document.raw, number)
        self._text = raw.FPDFText_LoadPage(self._page) if self._page else None
        self.ok = bool(self._text)
        self.width = raw.FPDF_GetPageWidthF(self._page) if self.ok else 0.0
        self.height = raw.FPDF_GetPageHeightF(self._page) if self.ok else 0.0
        self._rect = raw.FS_RECTF()
        self.text = self._read() if self.ok else ""

    def __enter__(self) -> Page:
        return self

    def __exit__(self, *_: object) -> None:
        if self._text:
            self._raw.FPDFText_ClosePage(self._text)
        if self._page:
            self._raw.FPDF_ClosePage(self._page)

    def _read(self) -> str:
        """The page's characters, one code point for each character that the library counts."""
        raw = self._raw
        count = raw.FPDFText_CountChars(self._text)
        if count <= 0:
            return ""
        # In whole blocks, since an array of a new length is a new type, which takes longer to make than to fill.
        units = (ctypes.c_ushort * ((2 * count + 2) // _BLOCK * _BLOCK + _BLOCK))()
        written = raw.FPDFText_GetText(self._text, 0, count, units)
        text = bytes(memoryview(units).cast("B")[: 2 * max(0, written - 1)]).decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return text
        # Characters without a code or beyond the basic plane: ask for each, so that places stay the library's.
        codes = (raw.FPDFText_GetUnicode(self._text, index) for index in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)

    def box(self, index: int) -> Box:
        """The cell of one character."""
        rect = self._rect
        if not self._raw.FPDFText_GetLooseCharBox(self._text, index, rect):
            return Box(0.0, 0.0, 0.0, 0.0, 0.0)
        top, bottom = self.height - rect.top, self.height - rect.bottom
        return Box(rect.left, rect.right, top, bottom, bottom - top)

    def is_bold(self, index: int) -> bool:
        """Whether a character's font is bold; by its name where the file does not carry the font and so no weight."""
        weight = self._raw.FPDFText_GetFontWeight(self._text, index)
        return bool(weight >= BOLD or (weight <= 0 and b"Bold" in self._font(index)))

    def _font(self, index: int) -> bytes:
        name = ctypes.create_string_buffer(128)
        self._raw.FPDFText_GetFontInfo(self._text, index, name, 128, ctypes.c_int())
        return name.value

    def guessed(self) -> list[int]:
        """Where the library guessed a space from a gap, since the file has none there; of several, the first is asked.

        All at once, since one space in thirty is a guess and one line in ten has any.
        """
        places = [match.start() for match in _SPACES.finditer(self.text)]
        asked = map(self._raw.FPDFText_IsGenerated, repeat(self._text), places)
        return [place for place, answer in zip(places, asked, strict=True) if answer == 1]

    def font_size(self, index: int) -> float:
        """The size that a character's font was set in, before the page scales it."""
        return float(self._raw.FPDFText_GetFontSize(self._text, index))

    def links(self) -> list[tuple[float, float, float, str]]:
        """Web links as (left, right, height of its middle, address); one that runs over lines is several."""
        raw, found = self._raw, []
        at, link = ctypes.c_int(0), raw.FPDF_LINK()
        while self.ok and raw.FPDFLink_Enumerate(self._page, at, link):
            address = self._address(link)
            if address and raw.FPDFLink_GetAnnotRect(link, self._rect):
                rect = self._rect
                found.append((rect.left, rect.right, self.height - (rect.top + rect.bottom) / 2, address))
        return found

    def _address(self, link: Any) -> str:
        raw = self._raw
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            return ""
        size = min(raw.FPDFAction_GetURIPath(self._document, action, None, 0), 4096)
        buffer = ctypes.create_string_buffer(size + 1)
        raw.FPDFAction_GetURIPath(self._document, action, buffer, size)
        return buffer.value.decode("utf-8", "replace")

    def rules(self) -> list[tuple[float, float, float]]:
        """Thin horizontal lines drawn on the page, as (left, right, top)."""
        raw, found = self._raw, []
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        for index in range(raw.FPDFPage_CountObjects(self._page)):
            item = raw.FPDFPage_GetObject(self._page, index)
            if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
                continue
            known = raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
            if known and top.value - bottom.value < 3 and right.value - left.value > 20:
                found.append((left.value, right.value, self.height - top.value))
        return found

    def is_picture(self) -> bool:
        """Whether the page has next to no text (a running head at most) and a picture."""
        raw = self._raw
        if not self.ok or len(self.text) > 120:
            return False
        kinds = (
            raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(self._page, index))
            for index in range(raw.FPDFPage_CountObjects(self._page))
        )
        return any(kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM) for kind in kinds)
