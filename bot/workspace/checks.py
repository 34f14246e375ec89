"""What Slack refuses in blocks, views and metadata, before anything is kept."""

import json
import re

from bot.workspace.blockkit import (
    BLOCKS_TEXT_MOST,
    VIEW_WEIGHT_MOST,
    blocks_text_length,
    check_blocks,
    check_view,
    view_weight,
)
from bot.workspace.refused import Refused
from bot.workspace.state import Json

POST_MOST = 40_000  # characters of text that chat.postMessage takes
EDIT_MOST = 4000  # and chat.update
METADATA_MOST = 8_000  # bytes
_EVENT_TYPE = re.compile(r"[A-Za-z0-9_-]{1,255}")


def content(text: object, blocks: object, text_most: int = POST_MOST) -> Json:
    """The text and the blocks of a message, which has at least one of them.

    `text_most` is in characters. Raises Refused: no_text, invalid_arguments, msg_too_long, or as message_blocks
    does.
    """
    if not text and not blocks:
        raise Refused("no_text")
    if not isinstance(text, str | None):
        raise invalid_arguments(["must provide a string [json-pointer:/text]"])
    if text and len(text) > text_most:
        raise Refused("msg_too_long")
    return {"text": text or "", "blocks": None if blocks is None else message_blocks(blocks)}


def message_blocks(blocks: object) -> list[Json]:
    """The blocks of a message.

    Raises Refused: invalid_blocks_format, invalid_blocks (which says where and why), invalid_attachments (a second
    table), msg_blocks_too_long.
    """
    if not isinstance(blocks, list):
        raise Refused("invalid_blocks_format")
    if wrong := check_blocks(blocks, surface="message"):
        raise Refused("invalid_blocks", errors=wrong, response_metadata={"messages": _marked(wrong)})
    if sum(block["type"] == "table" for block in blocks) > 1:
        raise Refused("invalid_attachments", errors=["only_one_table_allowed"])
    if blocks_text_length(blocks) > BLOCKS_TEXT_MOST:
        raise Refused("msg_blocks_too_long")
    return blocks


def view(body: object, *kinds: str) -> Json:
    """A view of one of these types, `modal` or `home`. Raises Refused: invalid_arguments, view_too_large."""
    if not isinstance(body, dict):
        raise invalid_arguments(["must be an object [json-pointer:/view]"])
    if body.get("type") not in kinds:
        raise invalid_arguments([f"must be one of {', '.join(kinds)} [json-pointer:/view/type]"])
    if view_weight(body) > VIEW_WEIGHT_MOST:
        raise Refused("view_too_large")
    if wrong := check_view(body):
        raise invalid_arguments(wrong)
    return body


def offered(answer: object) -> Json:
    """The options that answer a block_suggestion, held to what a select may show; none are fine here.

    Raises Refused("invalid_options"), with what is wrong.
    """
    if not isinstance(answer, dict) or not (answer.get("options") or answer.get("option_groups")):
        return {"options": []}
    offer = {key: answer[key] for key in ("options", "option_groups") if key in answer}
    select = {"type": "static_select", "action_id": "offered", **offer}
    wrong = check_blocks([{"type": "actions", "elements": [select]}], surface="message")
    if wrong:
        raise Refused("invalid_options", errors=wrong)
    return offer


def metadata(value: object) -> Json:
    """The metadata of a message.

    Raises Refused: invalid_metadata_format, invalid_metadata_schema, metadata_too_large.
    """
    if not isinstance(value, dict) or not isinstance(value.get("event_type"), str):
        raise Refused("invalid_metadata_format")
    if not isinstance(value.get("event_payload"), dict):
        raise Refused("invalid_metadata_format")
    if not _EVENT_TYPE.fullmatch(value["event_type"]):
        raise Refused("invalid_metadata_schema")
    if len(json.dumps(value).encode()) > METADATA_MOST:
        raise Refused("metadata_too_large")
    return value


def invalid_arguments(messages: list[str]) -> Refused:
    """Slack's no to arguments that are missing or wrong, to be raised. Each message says what, and where."""
    return Refused("invalid_arguments", response_metadata={"messages": _marked(messages)})


def _marked(messages: list[str]) -> list[str]:
    return [f"[ERROR] {message}" for message in messages]
