"""Whatever others may call says in words what it is for."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.rules.test_house import MODULES, ROOT
from tests.table import table

TOLD = [path for path in MODULES if "versions" not in path.parts and path.read_text("utf-8")]
Defined = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def public(within: ast.Module | ast.ClassDef) -> Iterator[tuple[Defined, ast.ClassDef | None]]:
    """Functions and classes that may be used from outside, each with the class it stands in."""
    for node in within.body:
        if isinstance(node, Defined) and not node.name.startswith("_"):
            yield node, within if isinstance(within, ast.ClassDef) else None
            if isinstance(node, ast.ClassDef):
                yield from public(node)


def classes(path: Path) -> list[ast.ClassDef]:
    return [node for node in tree(path).body if isinstance(node, ast.ClassDef)]


CLASSES = [node for path in TOLD for node in classes(path)]


def bases(node: ast.ClassDef) -> list[str]:
    return [ast.unparse(base).partition("[")[0] for base in node.bases]


def told_by(*of: ast.ClassDef) -> set[str]:
    """The methods of which these classes, or those they are made of, tell."""
    said = {each.name for node in of for each in node.body if isinstance(each, Defined) and ast.get_docstring(each)}
    above = [each for node in of for each in CLASSES if each.name in bases(node)]
    return said | (told_by(*above) if above else set())


# What the kit's protocols tell of a method holds for each class that has it.
OF_THE_KIT = [path for path in TOLD if path.parent.name == "kit"]
PROTOCOLS = [node for path in OF_THE_KIT for node in classes(path) if "Protocol" in bases(node)]
TOLD_BY_THE_KIT = told_by(*PROTOCOLS)


def needs_none(node: Defined, of: ast.ClassDef | None) -> bool:
    """Whether a protocol of the kit or a class above tells of it; or a protocol does of its own property."""
    if of is None:
        return False
    is_property = "property" in map(ast.unparse, node.decorator_list)
    return node.name in TOLD_BY_THE_KIT | told_by(of) or (is_property and "Protocol" in bases(of))


@table("path", TOLD, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_opens_with_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree(path))


@table("path", TOLD, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_public_says_what_it_is_for(path: Path) -> None:
    silent = [node.name for node, of in public(tree(path)) if not ast.get_docstring(node) and not needs_none(node, of)]
    assert silent == []


def test_the_kit_tells_of_what_rooms_put_in() -> None:
    assert {"card", "find", "grant", "carry_out"} <= TOLD_BY_THE_KIT
