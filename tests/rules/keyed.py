"""Where the code gives keys of messages, and whether they stand there whole."""

import ast
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields

from handlers.kit.approvable import ApprovalWords
from handlers.kit.batchable import BatchWords

Parameters = dict[str, list[list[str]]]  # of functions, by their names; more than one can be called the same

# What is a key to begin with, by what is called; of all other functions it is found out.
KEYED = {
    "say": {"key"},
    "BadInput": {"key"},
    "BadField": {"key"},
    "EntryWords": {"key"},
    "ApprovalWords": {field.name for field in fields(ApprovalWords)},
    "BatchWords": {field.name for field in fields(BatchWords)},
}


def formed(source: ast.AST) -> Iterator[tuple[int, str]]:
    """Texts that are put together, letters among them: their lines, and a pattern of what they come out as."""
    for node in ast.walk(source):
        if isinstance(node, ast.JoinedStr):
            parts = [str(part.value) if isinstance(part, ast.Constant) else "" for part in node.values]
            if re.search("[a-z]", "".join(parts)):
                yield node.lineno, "".join(re.escape(part) or ".+" for part in parts)


def put_together(sources: Collection[ast.AST], around: Collection[ast.AST]) -> list[str]:
    """The calls with a key that is put together, in code that is used with what is `around` it."""
    read = [*sources, *around]
    takes, keyed = parameters(read), keys(read)
    return [
        ast.unparse(call)
        for source in sources
        for call in calls(source)
        for name, given in arguments(call, takes)
        if name in keyed.get(called(call), ()) and is_put_together(given)
    ]


def is_put_together(given: ast.expr) -> bool:
    match given:
        case ast.JoinedStr() | ast.Call(func=ast.Attribute(attr="format")):
            return True
        case ast.BinOp():
            return any(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in ast.walk(given))
    return False


def keys(sources: Collection[ast.AST]) -> dict[str, set[str]]:
    """Which parameters of which functions are keys: those that are handed on as one."""
    takes, found = parameters(sources), {name: set(names) for name, names in KEYED.items()}
    functions = [(function, list(calls(function))) for source in sources for function in definitions(source)]
    while True:
        before = sum(map(len, found.values()))
        for function, inner in functions:
            of_keys = (call for call in inner if called(call) in found)
            given = [of for call in of_keys for name, of in arguments(call, takes) if name in found[called(call)]]
            handed_on = {of.id for of in given if isinstance(of, ast.Name)} & set(all_parameters(function))
            if handed_on:
                found.setdefault(function.name, set()).update(handed_on)
        if sum(map(len, found.values())) == before:
            return found


def parameters(sources: Iterable[ast.AST]) -> Parameters:
    """What can be given by its place, to functions and to classes that have an `__init__`."""
    found: Parameters = defaultdict(list)
    for node in (node for source in sources for node in ast.walk(source)):
        if isinstance(node, ast.ClassDef):
            inits = [each for each in definitions(node) if each.name == "__init__"]
            found[node.name] += [by_place(init)[1:] for init in inits]
        elif isinstance(node, ast.FunctionDef):
            found[node.name].append(by_place(node))
    return found


def arguments(call: ast.Call, takes: Parameters) -> Iterator[tuple[str, ast.expr]]:
    """What is given in a call, by the name of the parameter."""
    for names in takes.get(called(call), []):
        yield from zip(names, call.args, strict=False)
    yield from ((keyword.arg, keyword.value) for keyword in call.keywords if keyword.arg)


def calls(source: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(source) if isinstance(node, ast.Call))


def definitions(source: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(source) if isinstance(node, ast.FunctionDef))


def called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def by_place(function: ast.FunctionDef) -> list[str]:
    return [each.arg for each in (*function.args.posonlyargs, *function.args.args)]


def all_parameters(function: ast.FunctionDef) -> list[str]:
    return [*by_place(function), *(each.arg for each in function.args.kwonlyargs)]
