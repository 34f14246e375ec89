"""The words in which Block Kit's tables are written. Each knows what Slack would say of a wrong value."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Protocol

Surface = Literal["message", "modal", "home"]
EVERYWHERE: tuple[Surface, ...] = ("message", "modal", "home")


@dataclass(frozen=True, slots=True)
class At:
    """Where in a payload one stands, and on which surface it is to be shown."""

    pointer: str
    surface: Surface

    def __truediv__(self, key: str | int) -> "At":
        return replace(self, pointer=f"{self.pointer}/{key}")

    def fault(self, words: str) -> str:
        """What is wrong here, as Slack words it: with a JSON pointer to the place."""
        return f"{words} [json-pointer:{self.pointer}]"


class Shape(Protocol):
    """What a value must look like."""

    def faults(self, value: object, at: At) -> Iterator[str]:
        """What Slack would say of a value at this place; nothing where it is right. Any value may come."""


Rule = Callable[[Any, At], Iterator[str]]  # about several keys at once, so asked only where each for itself is right


@dataclass(frozen=True, slots=True)
class String(Shape):
    """A text of `least` to `most` characters, and of the form `like` (a regular expression) as a whole."""

    most: int | None = None
    least: int = field(default=0, kw_only=True)
    like: str = field(default="", kw_only=True)

    def faults(self, value: object, at: At) -> Iterator[str]:
        if not isinstance(value, str):
            yield at.fault("must provide a string")
        elif len(value) < self.least:
            yield at.fault(f"must be more than {self.least - 1} characters")
        elif self.most is not None and len(value) > self.most:
            yield at.fault(f"must be less than {self.most + 1} characters")
        elif self.like and not re.fullmatch(self.like, value):
            yield at.fault("failed to match schema")


@dataclass(frozen=True, slots=True)
class Word(Shape):
    """One of a few words."""

    words: tuple[str, ...]

    def faults(self, value: object, at: At) -> Iterator[str]:
        if not isinstance(value, str):
            yield at.fault("must provide a string")
        elif value not in self.words:
            yield at.fault("must be a valid enum value")


@dataclass(frozen=True, slots=True)
class Integer(Shape):
    """A whole number of `least` to `most`, both allowed; None: however large."""

    least: int
    most: int | None = None

    def faults(self, value: object, at: At) -> Iterator[str]:
        if not isinstance(value, int) or isinstance(value, bool):
            yield at.fault("must provide an integer")
        elif value < self.least:
            yield at.fault(f"must be greater than {self.least - 1}")
        elif self.most is not None and value > self.most:
            yield at.fault(f"must be less than {self.most + 1}")


@dataclass(frozen=True, slots=True)
class Number(Shape):
    """Whole or not, of any size."""

    def faults(self, value: object, at: At) -> Iterator[str]:
        if not isinstance(value, int | float) or isinstance(value, bool):
            yield at.fault("must provide a number")


@dataclass(frozen=True, slots=True)
class Flag(Shape):
    """True or false, and no number in their place."""

    def faults(self, value: object, at: At) -> Iterator[str]:
        if not isinstance(value, bool):
            yield at.fault("must provide a boolean")


@dataclass(frozen=True, slots=True)
class OrNull(Shape):
    """Of the optional keys and items, Slack takes null for the fewest."""

    shape: Shape

    def faults(self, value: object, at: At) -> Iterator[str]:
        if value is not None:
            yield from self.shape.faults(value, at)


@dataclass(frozen=True, slots=True)
class Items(Shape):
    """A list of `least` to `most` values that each look so. `rules` are about the whole of it."""

    each: Shape
    most: int | None = None
    least: int = field(default=1, kw_only=True)
    rules: tuple[Rule, ...] = field(default=(), kw_only=True)

    def faults(self, value: object, at: At) -> Iterator[str]:
        if not isinstance(value, list):
            yield at.fault("must provide an array")
        elif len(value) < self.least:
            yield at.fault(f"must provide at least {self.least} items")
        elif self.most is not None and len(value) > self.most:
            yield at.fault(f"no more than {self.most} items allowed")
        else:
            wrong = [fault for i, item in enumerate(value) for fault in self.each.faults(item, at / i)]
            yield from wrong or _broken(self.rules, value, at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Object(Shape):
    """Keys it needs and keys it may have; any other is refused. `on` and `inside` say where it may stand."""

    needs: Mapping[str, Shape] = field(default_factory=dict)
    may: Mapping[str, Shape] = field(default_factory=dict)
    on: tuple[Surface, ...] = EVERYWHERE
    inside: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()

    def faults(self, value: object, at: At) -> Iterator[str]:
        if isinstance(value, dict):
            wrong = list(self._wrong_keys(value, at))
            yield from wrong or _broken(self.rules, value, at)
        else:
            yield at.fault("must provide an object")

    def _wrong_keys(self, value: dict[str, object], at: At) -> Iterator[str]:
        known = {**self.needs, **self.may}
        for key in self.needs:
            if key not in value:
                yield at.fault(f"missing required field: {key}")
        for key, of_key in value.items():
            if key in known:
                yield from known[key].faults(of_key, at / key)
            else:
                yield at.fault(f"invalid additional property: {key}")


@dataclass(frozen=True, slots=True)
class Typed(Shape):
    """An object whose `type` says which of these it is."""

    types: Mapping[str, Object]

    def faults(self, value: object, at: At) -> Iterator[str]:
        if not isinstance(value, dict):
            yield at.fault("must provide an object")
        elif "type" not in value:
            yield at.fault("missing required field: type")
        elif not isinstance(value["type"], str):
            yield (at / "type").fault("must provide a string")
        elif not (known := self.types.get(value["type"])) or at.surface not in known.on:
            yield (at / "type").fault(f"unsupported type: {value['type']}")
        else:
            rest = {key: of_key for key, of_key in value.items() if key != "type"}
            yield from known.faults(rest, at)


def _broken(rules: tuple[Rule, ...], value: object, at: At) -> Iterator[str]:
    for rule in rules:
        yield from rule(value, at)
