"""What Slack asks of several keys together, or of a whole surface."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from bot.workspace.blockkit.schema import At, Rule

Json = dict[str, Any]


def exactly_one(first: str, second: str) -> Rule:
    """One of the two, and not both. It is at the type that Slack points."""

    def rule(value: Json, at: At) -> Iterator[str]:
        if (first in value) == (second in value):
            yield (at / "type").fault(f"must define either `{first}` or `{second}`")

    return rule


def at_least_one(*keys: str) -> Rule:
    """One or more of these. It is at the type that Slack points."""

    def rule(value: Json, at: At) -> Iterator[str]:
        if not any(key in value for key in keys):
            yield (at / "type").fault("must define either " + " or ".join(f"`{key}`" for key in keys))

    return rule


def among_options(initial: str) -> Rule:
    """What is chosen at first is offered, and of several all stand in one group."""

    def rule(value: Json, at: At) -> Iterator[str]:
        groups = value.get("option_groups") or [value]
        chosen = value.get(initial, [])
        wanted = [_bare(option) for option in (chosen if isinstance(chosen, list) else [chosen])]
        offers = [[_bare(option) for option in group.get("options", [])] for group in groups]
        if not any(all(option in offer for option in wanted) for offer in offers):
            yield (at / initial).fault("must be one of the provided options")

    return rule


def no_more_than_may_be_selected(initial: str) -> Rule:
    """As many at first as a member could choose."""

    def rule(value: Json, at: At) -> Iterator[str]:
        most = value.get("max_selected_items")
        if most is not None and len(value.get(initial, [])) > most:
            yield (at / initial).fault(f"no more than {most} items allowed")

    return rule


def in_order(*keys: str) -> Rule:
    """Numbers, written as such or as text, that must not go down."""

    def rule(value: Json, at: At) -> Iterator[str]:
        for low, high in pairwise(key for key in keys if key in value):
            if Decimal(value[low]) > Decimal(value[high]):
                yield (at / high).fault(f"must not be less than `{low}`")

    return rule


def initial_value_fits(value: Json, at: At) -> Iterator[str]:
    """What stands in a text field at first is no longer than its `max_length`, in characters."""
    most = value.get("max_length")
    if most is not None and len(value.get("initial_value", "")) > most:
        yield (at / "initial_value").fault(f"must be less than {most + 1} characters")


def submit_where_input_stands(view: Json, at: At) -> Iterator[str]:
    """A modal with a field can be sent."""
    for i, block in enumerate(view["blocks"]):
        if block["type"] == "input" and "submit" not in view:
            yield (at / "blocks" / i / "input").fault("must define `submit` to use `input` block")


def unique(key: str) -> Rule:
    """No value of `key` twice, however deep."""

    def rule(blocks: object, at: At) -> Iterator[str]:
        seen = set()
        for found, place in _everywhere(key, blocks, at):
            if found in seen:
                yield place.fault(f'`{key}` "{found}" already exists')
            seen.add(found)

    return rule


def one_focus(blocks: object, at: At) -> Iterator[str]:
    """At most one element of a view is where one types first."""
    focused = [place for found, place in _everywhere("focus_on_load", blocks, at) if found]
    for place in focused[1:]:
        yield place.fault("only one element can set `focus_on_load`")


def _everywhere(key: str, value: object, at: At) -> Iterator[tuple[Any, At]]:
    if isinstance(value, dict):
        if key in value:
            yield value[key], at / key
        for name, inner in value.items():
            yield from _everywhere(key, inner, at / name)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _everywhere(key, inner, at / i)


def _bare(value: Any) -> Any:
    """An option without how its text is drawn: Slack fills these two in when they are not given."""
    if not isinstance(value, dict):
        return value
    return {key: _bare(inner) for key, inner in value.items() if key not in ("emoji", "verbatim")}
