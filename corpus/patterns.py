"""Regular expressions that are compiled when they are first used.

Those of the text rules take 27 ms to compile, a tenth of a start, and few of them are asked by a first search.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("fullmatch", "match", "search", "finditer", "findall", "split", "sub", "subn")


class _Late:
    def __init__(self, expression: str, flags: int) -> None:
        self._expression, self._flags = expression, flags

    def __getattr__(self, name: str) -> Any:
        """Asked only for what is not there yet: afterwards a method costs what the compiled pattern's costs."""
        compiled = re.compile(self._expression, self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def late(expression: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, at its first use; a wrong expression is told then."""
    return cast("re.Pattern[str]", _Late(expression, flags))
