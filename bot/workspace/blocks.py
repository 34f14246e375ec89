"""Blocks as Slack keeps them: with every id there and text objects whole; and the elements in them."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.workspace.refused import Refused
from bot.workspace.state import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An element with an action_id, and the block that it stands in; both as Slack keeps them, with every id there."""

    block: Json
    element: Json

    @property
    def block_id(self) -> str:
        """The app's own id of the block, or one made up."""
        block_id: str = self.block["block_id"]
        return block_id

    @property
    def action_id(self) -> str:
        """The app's own id of the element, or one made up."""
        action_id: str = self.element["action_id"]
        return action_id

    @property
    def type(self) -> str:
        """The element's type, such as `button`: not the block's."""
        element_type: str = self.element["type"]
        return element_type

    @property
    def is_input(self) -> bool:
        """Whether it is a field of a form, which waits to be sent with it unless its block has `dispatch_action`."""
        return bool(self.block["type"] == "input")


def stored(blocks: list[Json]) -> list[Json]:
    """As they come back from Slack: a copy with made-up ids where the app gave none."""
    copies = [_whole(block) for block in blocks]
    for block in copies:
        block.setdefault("block_id", secrets.token_hex(3))
        for element in _elements(block):
            element.setdefault("action_id", secrets.token_hex(3))
    return copies


def interactive(blocks: list[Json]) -> Iterator[Found]:
    """The elements in which a member can do something, in the order in which they are shown."""
    for block in blocks:
        for element in _elements(block):
            if "action_id" in element:
                yield Found(block=block, element=element)


def find(blocks: list[Json], action_id: str, block_id: str | None = None) -> Found:
    """The first element with this action_id, in this block where one is named. Raises Refused("no_such_element")."""
    for found in interactive(blocks):
        if found.action_id == action_id and block_id in (None, found.block_id):
            return found
    raise Refused("no_such_element")


def _elements(block: Json) -> list[Json]:
    match block["type"]:
        case "section":
            accessory = block.get("accessory")
            return [accessory] if accessory and accessory["type"] != "image" else []
        case "actions" | "context_actions":
            return list(block["elements"])
        case "input":
            return [block["element"]]
        case _:
            return []


def _whole(value: Any) -> Any:
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if not isinstance(value, dict):
        return value
    copy = {key: _whole(item) for key, item in value.items()}
    if isinstance(copy.get("text"), str):
        if copy.get("type") == "plain_text":
            copy.setdefault("emoji", True)
        elif copy.get("type") == "mrkdwn":
            copy.setdefault("verbatim", False)
    return copy
