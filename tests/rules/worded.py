"""All messages as they stand in the rooms' files: their keys, the values they name, what they are chosen by."""

from collections.abc import Iterator
from functools import cache

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from handlers.desk import FEATURES
from handlers.kit import messages
from store.batches.types import Verb
from store.types import Kind

FOLDERS = [messages.KIT, *(each.words for each in FEATURES.all if each.words)]
KNOWN: dict[str, tuple[str, ...]] = {
    "kind": tuple(Kind),
    "offer": (*Kind, "none"),
    "verb": tuple(Verb),
    "asker": ("none",),
    "channel": ("none",),
    "origin": ("none",),
    "fate": ("pool",),
    "source": ("carriers",),
    "part": ("all", "one"),
}  # what is chosen by, if not a count; what else there is is told in words that hold for all of it


class Choices(Visitor):
    """Gathers what is chosen by, and between which variants."""

    def __init__(self) -> None:
        self.all: list[tuple[frozenset[str], list[ftl.Variant]]] = []

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802 (fluent's name)
        self.all.append((names(node.selector), node.variants))
        self.generic_visit(node)


class Variables(Visitor):
    """Gathers the variables of a message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def names(node: ftl.BaseNode) -> frozenset[str]:
    """The variables that stand in a message or in a part of one."""
    found = Variables()
    found.visit(node)
    return frozenset(found.names)


def choices(node: ftl.BaseNode) -> list[tuple[frozenset[str], list[ftl.Variant]]]:
    """What a message is chosen by, and its variants, for each choice in it."""
    found = Choices()
    found.visit(node)
    return found.all


@cache
def parsed(locale: str) -> dict[str, ftl.Message]:
    """Each message of a language by its key."""
    found = {}
    for message in _messages(locale):
        assert message.id.name not in found, f"{message.id.name} is there twice"
        found[message.id.name] = message
    return found


@cache
def variables(locale: str) -> dict[str, frozenset[str]]:
    """The variables of each message of a language."""
    return {key: names(message) for key, message in parsed(locale).items()}


def _messages(locale: str) -> Iterator[ftl.Message]:
    for folder in FOLDERS:
        body = FluentParser().parse((folder / f"{locale}.ftl").read_text("utf-8")).body
        assert not [entry.content for entry in body if isinstance(entry, ftl.Junk)]
        yield from (entry for entry in body if isinstance(entry, ftl.Message))


KEYS = sorted(variables("en"))
