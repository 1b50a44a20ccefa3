"""Reads the source for calls that put text on a screen, a stream or a clipboard, and asks whether the text is clean."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("corpus", "index", "tui")

CLEANERS = frozenset({"visible", "shown", "one_line", "to_ascii", "text", "as_json", "escaped"})
"""Functions that give text in which nothing acts; all come down to `corpus.clean.visible`."""

KEEPERS = frozenset(
    {"shorten", "fit", "cut", "raised", "join", "rstrip", "strip", "center", "ljust", "rjust", "replace"}
)
"""Functions and methods whose result is clean where everything that goes in is."""

NUMBERS = frozenset({"len", "cells", "int", "min", "max", "round", "sum"})


@dataclass(frozen=True, slots=True)
class Call:
    """A call in a function of a module."""

    module: str
    function: str
    name: str
    """Dotted, as it is written: `click.echo`, `self.console.print`, `Segment`."""
    node: ast.Call
    scope: ast.AST

    @property
    def place(self) -> tuple[str, str]:
        """Module and function."""
        return self.module, self.function


def dotted(node: ast.expr) -> str:
    """A name as it is written, `?` for what is no name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return f"{dotted(node.func)}()" if isinstance(node, ast.Call) else "?"


def calls() -> Iterator[Call]:
    """Every call in the three rooms."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            module = path.relative_to(ROOT).as_posix()
            tree = ast.parse(path.read_text("utf-8"))
            yield from _within(module, "", tree, tree)


def _within(module: str, function: str, node: ast.AST, scope: ast.AST) -> Iterator[Call]:
    for child in ast.iter_child_nodes(node):
        name, inner = function, scope
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            name = f"{function}.{child.name}".lstrip(".")
            inner = scope if isinstance(child, ast.ClassDef) else child
        if isinstance(child, ast.Call):
            yield Call(module, function, dotted(child.func), child, scope)
        yield from _within(module, name, child, inner)


def clean(node: ast.expr, scope: ast.AST, depth: int = 0) -> bool:
    """Whether an expression is text in which nothing acts, as far as can be told from its function alone."""
    if depth > 6:
        return False
    match node:
        case ast.Constant():
            return True
        case ast.JoinedStr():
            return all(clean(part, scope, depth + 1) for part in node.values)
        case ast.FormattedValue():
            spec = ast.unparse(node.format_spec) if node.format_spec else ""
            return clean(node.value, scope, depth + 1) or spec.strip("f'\"").endswith((",", "d", "f", ",.0f"))
        case ast.BinOp():
            return clean(node.left, scope, depth + 1) and (
                isinstance(node.op, ast.Mult | ast.Mod) or clean(node.right, scope, depth + 1)
            )
        case ast.IfExp():
            return clean(node.body, scope, depth + 1) and clean(node.orelse, scope, depth + 1)
        case ast.BoolOp():
            return all(clean(value, scope, depth + 1) for value in node.values)
        case ast.Subscript():
            return clean(node.value, scope, depth + 1)
        case ast.List() | ast.Tuple():
            return all(clean(item, scope, depth + 1) for item in node.elts)
        case ast.Starred():
            return clean(node.value, scope, depth + 1)
        case ast.GeneratorExp() | ast.ListComp():
            return clean(node.elt, scope, depth + 1)
        case ast.Call():
            return _clean_call(node, scope, depth)
        case ast.Name():
            return _clean_name(node.id, scope, depth)
        case _:
            return False


def _clean_call(node: ast.Call, scope: ast.AST, depth: int) -> bool:
    name = dotted(node.func).rpartition(".")[2]
    if name in CLEANERS | NUMBERS:
        return True
    if name not in KEEPERS:
        return False
    owner = [node.func.value] if isinstance(node.func, ast.Attribute) else []
    return all(clean(part, scope, depth + 1) or _is_number(part) for part in [*owner, *node.args])


WIDTHS = frozenset({"width", "room", "size", "text"})
"""Names of numbers of cells, where something is cut to them."""


def _is_number(node: ast.expr) -> bool:
    names = [n.id for n in ast.walk(node) if isinstance(n, ast.Name)]
    return bool(names) and set(names) <= WIDTHS | NUMBERS


def _clean_name(name: str, scope: ast.AST, depth: int) -> bool:
    """Whether every assignment to a name in its function is of something clean; a parameter is not."""
    given: list[ast.expr] = []
    for node in ast.walk(scope):
        match node:
            case ast.Assign(targets=targets, value=value) if any(
                isinstance(t, ast.Name) and t.id == name for t in targets
            ):
                given.append(value)
            case ast.AugAssign(target=ast.Name(id=found), value=value) if found == name:
                given.append(value)
    return bool(given) and all(clean(value, scope, depth + 1) for value in given)
