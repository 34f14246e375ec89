"""Whatever others may call says in words what it is for."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.rules.test_house import MODULES, ROOT
from tests.table import table

TOLD = [path for path in MODULES if not {"workspace", "versions"} & set(path.parts[:-1]) and path.read_text("utf-8")]
Defined = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def public(within: ast.Module | ast.ClassDef) -> Iterator[tuple[Defined, ast.ClassDef | None]]:
    """Functions and classes that may be used from outside, each with the class it stands in."""
    for node in within.body:
        if isinstance(node, Defined) and not node.name.startswith("_"):
            yield node, within if isinstance(within, ast.ClassDef) else None
            if isinstance(node, ast.ClassDef):
                yield from public(node)


def is_protocol(node: ast.ClassDef | None) -> bool:
    return node is not None and any(ast.unparse(base).startswith("Protocol") for base in node.bases)


# What the kit's protocols tell of a method holds for each class that has it: it is not told again there.
TOLD_BY_THE_KIT = {
    node.name
    for path in TOLD
    if path.parent.name == "kit"
    for node, of in public(tree(path))
    if is_protocol(of) and ast.get_docstring(node)
}


def needs_none(node: Defined, of: ast.ClassDef | None) -> bool:
    """Whether a kit's protocol tells of it; or it is a property of a protocol, of which the protocol itself tells."""
    is_property = "property" in map(ast.unparse, node.decorator_list)
    bases = [ast.unparse(base) for base in of.bases] if of else []
    return (of is not None and node.name in TOLD_BY_THE_KIT) or (is_property and any("Protocol" in b for b in bases))


@table("path", TOLD, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_opens_with_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree(path))


@table("path", TOLD, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_public_says_what_it_is_for(path: Path) -> None:
    silent = [node.name for node, of in public(tree(path)) if not ast.get_docstring(node) and not needs_none(node, of)]
    assert silent == []


def test_the_kit_tells_of_what_rooms_put_in() -> None:
    assert {"card", "find", "grant", "carry_out"} <= TOLD_BY_THE_KIT
