"""Tokens into a tree of what was asked; brackets on a stack of our own, so that no depth of them can exhaust Python's.

asked     = all ("OR" all)*
all       = near+
near      = part ("near/5" part)*
part      = "-"? (word | "phrase" | field:value | field:( asked ) | "(" asked ")")
"""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.errors import QueryError
from index.asked import AllOf, AnyOf, Asked, Fielded, Near, Text, Without
from index.fields import BY_NAME
from index.tokens import Kind, Token, plain, tokens

DEPTH = 40
"""Brackets inside brackets; what evaluates the tree calls itself once for each."""
PARTS = 64
"""Words and fields of one query; more are left out, and it is said."""
LENGTH = 20_000
"""Characters of one query."""


@dataclass(slots=True)
class _Frame:
    """An open bracket, or the line itself; `pending` holds the name of a field or the sign that waits for a part."""

    start: int
    name: Token | None = None
    negated: bool = False
    done: list[AllOf] = field(default_factory=list)
    parts: list[Asked] = field(default_factory=list)
    waiting: list[Token] = field(default_factory=list)

    def close(self) -> Asked | None:
        """What stood between the brackets, None where nothing did."""
        alternatives = [*self.done, *([AllOf(tuple(self.parts))] if self.parts else [])]
        found = [one.parts[0] if len(one.parts) == 1 else one for one in alternatives]
        if not found:
            return None
        return found[0] if len(found) == 1 else AnyOf(tuple(found))


@dataclass(slots=True)
class Reading:
    """One line being read. `typing`: its end may be unfinished, and what is missing there is no fault."""

    line: str
    typing: bool
    notices: list[str] = field(default_factory=list)
    _frames: list[_Frame] = field(default_factory=list)
    _count: int = 0

    def read(self) -> Asked | None:
        """The tree, None where nothing is asked; QueryError with the place of the fault."""
        if len(self.line) > LENGTH:
            raise QueryError(f"A query has at most {LENGTH:,} characters.", "Shorten it.", LENGTH)
        self._frames = [_Frame(0)]
        for token in tokens(plain(self.line)):
            if self._count > PARTS:
                self.notices.append(f"Only the first {PARTS} words and fields were searched.")
                break
            self._take(token)
        return self._end()

    def _take(self, token: Token) -> None:
        frame = self._frames[-1]
        match token.kind:
            case Kind.NOT | Kind.FIELD | Kind.NEAR:
                self._wait(frame, token)
            case Kind.OR:
                self._either(frame, token)
            case Kind.AND:
                pass
            case Kind.OPEN:
                self._open(frame, token)
            case Kind.CLOSE:
                self._close(token)
            case _:
                self._part(frame, token)

    def _wait(self, frame: _Frame, token: Token) -> None:
        if token.kind is Kind.FIELD and token.text.lower() not in BY_NAME:
            raise _no_field(token)
        if token.kind is Kind.NEAR and (not frame.parts or frame.waiting or not _may_be_near(frame.parts[-1])):
            raise QueryError(
                "near stands between two words.",
                "Write: served near/3 soup; or put near in quotation marks.",
                token.start,
            )
        if frame.waiting and frame.waiting[-1].kind is Kind.FIELD:
            raise _no_value(frame.waiting[-1])
        frame.waiting.append(token)

    def _either(self, frame: _Frame, token: Token) -> None:
        if not frame.parts or frame.waiting:
            raise QueryError(
                "OR stands between two words.", 'Write: customs OR border; or "OR" for the word.', token.start
            )
        frame.done.append(AllOf(tuple(frame.parts)))
        frame.parts = []

    def _open(self, frame: _Frame, token: Token) -> None:
        if len(self._frames) > DEPTH:
            raise QueryError(f"Brackets nest at most {DEPTH} deep.", "Take some away.", token.start)
        name, negated = None, False
        for waiting in frame.waiting:
            if waiting.kind is Kind.NEAR:
                raise QueryError(
                    "near joins words, not brackets.", "Write each pair: a near/5 b OR a near/5 c.", token.start
                )
            name = waiting if waiting.kind is Kind.FIELD else name
            negated ^= waiting.kind is Kind.NOT
        frame.waiting = []
        self._frames.append(_Frame(token.start, name or frame.name, negated))

    def _close(self, token: Token) -> None:
        if len(self._frames) == 1:
            raise QueryError("This bracket was never opened.", "Take it away, or put ( before it.", token.start)
        self._refuse_waiting(self._frames[-1], token.start)
        inner, outer = self._frames[-1], self._frames[-2]
        if inner.name is not None and inner.name is not outer.name and not (inner.parts or inner.done):
            raise _no_value(inner.name)
        self._fold()

    def _fold(self) -> None:
        closed = self._frames.pop()
        found = closed.close()
        if found is not None:
            self._frames[-1].parts.append(Without(found) if closed.negated else found)

    def _part(self, frame: _Frame, token: Token) -> None:
        self._count += 1
        if self._count > PARTS:
            return
        text = self._text(token)
        name = next((t for t in frame.waiting if t.kind is Kind.FIELD), frame.name)
        finished = not self.typing or (text.quoted and token.closed)
        if name is not None and finished and not text.text.strip():
            raise _no_value(name)
        part: Asked = text if name is None else Fielded(BY_NAME[name.text.lower()].name, text, name.start)
        near = next((t for t in frame.waiting if t.kind is Kind.NEAR), None)
        negated = sum(t.kind is Kind.NOT for t in frame.waiting) % 2 == 1
        frame.waiting = []
        if near is not None:
            part = self._near(frame.parts.pop(), near, part, negated)
        elif negated:
            part = Without(part)
        frame.parts.append(part)

    def _near(self, before: Asked, near: Token, after: Asked, negated: bool) -> Asked:
        if negated or not isinstance(after, Text):
            raise QueryError("near stands between two words.", "Write: served near/3 soup.", near.start)
        distance = int(near.text or "0")
        if not distance:
            raise QueryError("near wants a number of words.", "Write: near/5.", near.start)
        inner = before.part if isinstance(before, Without) else before
        parts = inner.parts if isinstance(inner, Near) else (inner,)
        if isinstance(inner, Near) and inner.distance != distance:
            raise QueryError(
                "One number for all words that stand near.", f"Write near/{inner.distance} again.", near.start
            )
        joined = Near((*(p for p in parts if isinstance(p, Text)), after), distance)
        return Without(joined) if isinstance(before, Without) else joined

    def _text(self, token: Token) -> Text:
        quoted = token.kind is Kind.QUOTE
        unfinished = self.typing and token.end == len(self.line) and not (quoted and token.closed)
        if quoted and not token.closed:
            if not self.typing:
                raise QueryError("This quotation mark has no second.", 'Put " after the last word.', token.start)
            self.notices.append("The quotation mark is still open.")
        return Text(token.text, token.start + quoted, token.end - (quoted and token.closed), quoted, unfinished)

    def _end(self) -> Asked | None:
        if not self.typing and self._count <= PARTS:
            self._refuse_waiting(self._frames[-1], len(self.line))
            if self._frames[-1].done and not self._frames[-1].parts:
                raise QueryError("OR stands between two words.", "Add a word after it.", len(self.line))
            if len(self._frames) > 1:
                raise QueryError("This bracket is never closed.", "Put ) where it ends.", self._frames[-1].start)
        if len(self._frames) > 1:
            self.notices.append("A bracket is still open.")
        while len(self._frames) > 1:
            self._fold()
        return self._frames[0].close()

    def _refuse_waiting(self, frame: _Frame, position: int) -> None:
        for token in frame.waiting:
            if token.kind is Kind.FIELD:
                raise _no_value(token)
            sign = f"near/{token.text}" if token.kind is Kind.NEAR else token.text
            raise QueryError(f"A word is missing after {sign}.", "Add it, or take the sign away.", token.start)


def _may_be_near(part: Asked) -> bool:
    inner = part.part if isinstance(part, Without) else part
    return isinstance(inner, Text | Near)


def _no_value(name: Token) -> QueryError:
    known = BY_NAME[name.text.lower()]
    return QueryError(f"{known.name}: wants a value.", f"Write, for example: {known.example}", name.start)


def _no_field(name: Token) -> QueryError:
    from rapidfuzz.distance import OSA

    near = min(BY_NAME, key=lambda other: OSA.distance(name.text.lower(), other))
    if OSA.distance(name.text.lower(), near) <= (1 if len(name.text) < 5 else 2):
        hint = f"Was {BY_NAME[near].name}: meant? For the words themselves put them in quotation marks."
    else:
        names = ", ".join(dict.fromkeys(known.name for known in BY_NAME.values()))
        hint = f"Fields are {names}. For the words themselves put them in quotation marks."
    return QueryError(f"There is no field “{name.text}”.", hint, name.start)
