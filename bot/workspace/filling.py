"""What a person typed and chose, put into `state.values`."""

from copy import deepcopy
from dataclasses import replace
from typing import Any

from bot.workspace import client, modals
from bot.workspace.blocks import Found, find
from bot.workspace.elements import KINDS, Plain, chosen, initial_values, option_of, put
from bot.workspace.payloads import Surface
from bot.workspace.refused import Refused
from bot.workspace.shapes import file_json
from bot.workspace.state import Json, Member, View
from bot.workspace.workspace import Workspace

Values = dict[str, dict[str, Plain]]  # block_id, then action_id


def fill(workspace: Workspace, view: View, values: Values) -> View:
    """Type all this into a view.

    Raises Refused: no_such_element, no_such_input, one_value_only, invalid_value, no_such_option, user_not_found,
    channel_not_found, file_not_found.
    """
    filled = deepcopy(view.values)
    for block_id, typed in values.items():
        for action_id, plain in typed.items():
            found = find(view.blocks, action_id, block_id)
            put(filled, found, _value(workspace, view, view.user, found, plain))
    return modals.keep(workspace, replace(view, values=filled))


def acted(workspace: Workspace, surface: Surface, member: Member, found: Found, selected: Plain) -> Json:
    """The value that an action tells; a button has none of its own. Nothing selected: what stands there already.

    Raises Refused: no_such_option, or as fill does.
    """
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
    return _value(workspace, surface, member.id, found, selected)


def remember(workspace: Workspace, surface: Surface, member: Member, found: Found, value: Json) -> Surface:
    """A choice stays where it was made: in the view, or in that member's sight of the message."""
    if isinstance(surface, View):
        values = deepcopy(surface.values)
        put(values, found, value)
        return modals.keep(workspace, replace(surface, values=values))
    put(surface.message.chosen.setdefault(member.id, initial_values(surface.blocks)), found, value)
    return surface


def offered(workspace: Workspace, surface: Surface, found: Found) -> dict[str, Json]:
    """Options the desk offered so far for an external select, by value."""
    where = surface.id if isinstance(surface, View) else surface.message.ts
    return workspace.state.offered.setdefault((where, found.block_id, found.action_id), {})


def _value(workspace: Workspace, surface: Surface, member_id: str, found: Found, plain: Plain) -> Json:
    def look_up(key: str, word: str) -> Any:
        if key.startswith("selected_option"):
            return _offered_option(_shown_first(found) | offered(workspace, surface, found), word)
        if key.startswith("selected_user"):
            return workspace.state.member(word).id
        if key == "files":
            return file_json(workspace.state.file(word), workspace.url)
        return _offered_channel(workspace, found, word, member_id)

    return chosen(found, plain, look_up)


def _shown_first(found: Found) -> dict[str, Json]:
    """The options that an external select shows from the first, by value."""
    one, several = found.element.get("initial_option"), found.element.get("initial_options")
    return {option["value"]: option for option in [*([one] if one else []), *(several or [])]}


def _offered_channel(workspace: Workspace, found: Found, word: str, member_id: str) -> str:
    channel = workspace.state.channel(word)
    if not client.offers(found, channel, member_id):
        raise Refused("channel_not_found")
    return channel.id


def _offered_option(options: dict[str, Json], word: str) -> Json:
    if word not in options:
        raise Refused("no_such_option")
    return options[word]
