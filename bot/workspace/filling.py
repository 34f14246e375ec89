"""What a person typed and chose: put into `state.values`, and looked over as the member's own Slack does."""

from copy import deepcopy
from dataclasses import replace
from typing import Any

from bot.workspace import modals
from bot.workspace.blocks import Found, find, interactive
from bot.workspace.elements import KINDS, Plain, chosen, is_empty, option_of, put
from bot.workspace.payloads import Surface
from bot.workspace.refused import Refused
from bot.workspace.shapes import file_json
from bot.workspace.state import Json, Member, View
from bot.workspace.workspace import Workspace

Values = dict[str, dict[str, Plain]]  # block_id, then action_id


def fill(workspace: Workspace, view: View, values: Values) -> View:
    """Type all this into a view."""
    filled = deepcopy(view.values)
    for block_id, typed in values.items():
        for action_id, plain in typed.items():
            found = find(view.blocks, action_id, block_id)
            put(filled, found, _value(workspace, view, found, plain))
    return modals.keep(workspace, replace(view, values=filled))


def acted(workspace: Workspace, surface: Surface, found: Found, selected: Plain) -> Json:
    """The value that an action tells; a button has none of its own. Nothing selected: what stands there already."""
    if found.type == "overflow":
        option = option_of(found, selected) if isinstance(selected, str) else None
        if option is None:
            raise Refused("no_such_option")
        return {"selected_option": option}
    if found.type not in KINDS:
        return {}
    if selected is None and isinstance(surface, View):
        standing: Json = surface.values[found.block_id][found.action_id]
        return standing
    return _value(workspace, surface, found, selected)


def remember(workspace: Workspace, surface: Surface, member: Member, found: Found, value: Json) -> Surface:
    """A choice stays where it was made: in the view, or in that member's sight of the message."""
    if isinstance(surface, View):
        values = deepcopy(surface.values)
        put(values, found, value)
        return modals.keep(workspace, replace(surface, values=values))
    put(surface.message.chosen.setdefault(member.id, {}), found, value)
    return surface


def offered(workspace: Workspace, surface: Surface, found: Found) -> dict[str, Json]:
    """Options the desk offered so far for an external select, by value."""
    where = surface.id if isinstance(surface, View) else surface.message.ts
    return workspace.state.offered.setdefault((where, found.block_id, found.action_id), {})


def first_wrong(view: View) -> tuple[str, str] | None:
    """What keeps the member's own Slack from sending the view: the block and what is wrong with it."""
    for found in interactive(view.blocks):
        if found.is_input and found.type in KINDS and (wrong := _wrong(found, view)):
            return found.block_id, wrong
    return None


def _wrong(found: Found, view: View) -> str | None:
    value = view.values[found.block_id][found.action_id]
    if is_empty(value):
        return None if found.block.get("optional") else "required"
    typed = value[KINDS[found.type].key]
    if isinstance(typed, list):
        return "too_many" if len(typed) > found.element.get("max_selected_items", len(typed)) else None
    if found.type == "number_input":
        return _wrong_number(found.element, typed)
    if found.type == "plain_text_input":
        if len(typed) > found.element.get("max_length", 3000):
            return "too_long"
        return "too_short" if len(typed) < found.element.get("min_length", 0) else None
    return None


def _wrong_number(element: Json, typed: str) -> str | None:
    try:
        number = float(typed)
    except ValueError:
        return "not_a_number"
    if not element["is_decimal_allowed"] and not number.is_integer():
        return "not_a_whole_number"
    if number < float(element.get("min_value", number)):
        return "too_small"
    return "too_large" if number > float(element.get("max_value", number)) else None


def _value(workspace: Workspace, surface: Surface, found: Found, plain: Plain) -> Json:
    def look_up(key: str, word: str) -> Any:
        if key.startswith("selected_option"):
            return _offered_option(offered(workspace, surface, found), word)
        if key.startswith("selected_user"):
            return workspace.state.member(word).id
        if key == "files":
            return file_json(workspace.state.file(word), workspace.url)
        return workspace.state.channel(word).id

    return chosen(found, plain, look_up)


def _offered_option(options: dict[str, Json], word: str) -> Json:
    if word not in options:
        raise Refused("no_such_option")
    return options[word]
