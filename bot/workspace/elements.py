"""What each element's value is called in Slack's payloads, and how a person's plain value becomes one.

By https://docs.slack.dev/reference/block-kit/block-elements, November 2026.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from bot.workspace.blocks import Found, interactive
from bot.workspace.refused import Refused
from bot.workspace.state import Json

Plain = str | Sequence[str] | None  # what a person gives: a text, an option's value, an id, or some of them


@dataclass(frozen=True, slots=True)
class Kind:
    """How elements of a type keep their values; `many`: as a list."""

    key: str  # where the value is, in `state.values` and in an action
    initial: str | None = None  # where the app puts the first value
    many: bool = False


KINDS = {
    "plain_text_input": Kind("value", "initial_value"),
    "number_input": Kind("value", "initial_value"),
    "email_text_input": Kind("value", "initial_value"),
    "url_text_input": Kind("value", "initial_value"),
    "rich_text_input": Kind("rich_text_value", "initial_value"),
    "static_select": Kind("selected_option", "initial_option"),
    "external_select": Kind("selected_option", "initial_option"),
    "radio_buttons": Kind("selected_option", "initial_option"),
    "users_select": Kind("selected_user", "initial_user"),
    "channels_select": Kind("selected_channel", "initial_channel"),
    "conversations_select": Kind("selected_conversation", "initial_conversation"),
    "datepicker": Kind("selected_date", "initial_date"),
    "timepicker": Kind("selected_time", "initial_time"),
    "datetimepicker": Kind("selected_date_time", "initial_date_time"),
    "multi_static_select": Kind("selected_options", "initial_options", many=True),
    "multi_external_select": Kind("selected_options", "initial_options", many=True),
    "checkboxes": Kind("selected_options", "initial_options", many=True),
    "multi_users_select": Kind("selected_users", "initial_users", many=True),
    "multi_channels_select": Kind("selected_channels", "initial_channels", many=True),
    "multi_conversations_select": Kind("selected_conversations", "initial_conversations", many=True),
    "file_input": Kind("files", many=True),
}
_FROM_OPTIONS = ("selected_option", "selected_options")
EXTERNAL = ("external_select", "multi_external_select")


def initial_values(blocks: list[Json]) -> Json:
    """`state.values` of blocks that nobody touched yet."""
    values: Json = {}
    for found in interactive(blocks):
        if kind := KINDS.get(found.type):
            first = found.element.get(kind.initial) if kind.initial else None
            put(values, found, _value(kind, found.type, first))
    return values


def kept_values(blocks: list[Json], before: Json) -> Json:
    """`state.values` after an update: what stood under the same ids, in an element of the same type, stays."""
    values = initial_values(blocks)
    for found in interactive(blocks):
        old = before.get(found.block_id, {}).get(found.action_id)
        if old and old["type"] == found.type and _can_still_be_had(found, old):
            put(values, found, old)
    return values


def put(values: Json, found: Found, value: Json) -> None:
    """Set an element's value, by its block and then its action, in such a `state.values`."""
    values.setdefault(found.block_id, {})[found.action_id] = value


def is_empty(value: Json) -> bool:
    """Whether nothing was typed or chosen. Raises KeyError for an element that has no value, such as a button."""
    return not value[KINDS[value["type"]].key]


def chosen(found: Found, plain: Plain, look_up: Callable[[str, str], Any]) -> Json:
    """A person's plain value as Slack writes it in `state.values`.

    `look_up(key, word)` is asked for what is not in the element itself: a file, a member, an offered option. Raises
    Refused: no_such_input, one_value_only, invalid_value, or what `look_up` does.
    """
    if found.type not in KINDS:
        raise Refused("no_such_input", action_id=found.action_id)
    kind = KINDS[found.type]
    words = [word for word in ([plain] if isinstance(plain, str) else plain or ()) if word]
    if not kind.many and len(words) > 1:
        raise Refused("one_value_only", action_id=found.action_id)
    things = [_thing(found, kind, word, look_up) for word in words]
    return _value(kind, found.type, things if kind.many else next(iter(things), None))


def option_of(found: Found, word: str) -> Json | None:
    """The element's own option with this value, whatever its group; None where it has none."""
    return next((option for option in all_options(found.element) if option["value"] == word), None)


def all_options(holder: Json) -> Iterable[Json]:
    """Of an element, or of an answer to a block_suggestion, grouped or not."""
    yield from holder.get("options") or ()
    for group in holder.get("option_groups") or ():
        yield from group["options"]


def _thing(found: Found, kind: Kind, word: str, look_up: Callable[[str, str], Any]) -> Any:
    if kind.key in _FROM_OPTIONS:
        return option_of(found, word) or look_up(kind.key, word)
    if read := _READ.get(kind.key):
        return _understood(read, word)
    return word if kind.key == "value" else look_up(kind.key, word)


def _understood(read: Callable[[str], Any], word: str) -> Any:
    try:
        return read(word)
    except ValueError:
        raise Refused("invalid_value", value=word) from None


def _rich_text(words: str) -> Json:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": words}]}
    return {"type": "rich_text", "elements": [section]}


_READ: dict[str, Callable[[str], Any]] = {
    "selected_date": lambda word: date.fromisoformat(word).isoformat(),
    "selected_time": lambda word: time.fromisoformat(word).strftime("%H:%M"),
    "selected_date_time": int,
    "rich_text_value": _rich_text,
}


def _value(kind: Kind, element_type: str, value: Any) -> Json:
    empty: Any = [] if kind.many else None
    return {"type": element_type, kind.key: empty if value is None or value == "" else value}


def _can_still_be_had(found: Found, old: Json) -> bool:
    kind = KINDS[found.type]
    if kind.key not in _FROM_OPTIONS or found.type in EXTERNAL:
        return True
    selected = old[kind.key]
    options = selected if kind.many else [selected] if selected else []
    return all(option_of(found, option["value"]) for option in options)
