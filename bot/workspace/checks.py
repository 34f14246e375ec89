"""What Slack refuses in blocks, views and metadata, before anything is kept."""

import json
from typing import Any

from bot.workspace.refused import Refused
from bot.workspace.state import Json

TEXT_MOST = 4000  # characters that chat.update takes
BLOCKS_MOST = 10_000  # characters of all texts in a message's blocks; measured between 9,597 and 11,341
METADATA_MOST = 8_000  # bytes


def message_blocks(blocks: object) -> list[Json]:
    """The blocks of a message, or Refused."""
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise Refused("invalid_blocks_format")
    if _text_length(blocks) > BLOCKS_MOST:
        raise Refused("msg_blocks_too_long")
    return blocks


def view(body: object, *kinds: str) -> Json:
    """A view of one of these types, or Refused."""
    if not isinstance(body, dict):
        raise invalid_arguments(["must be an object [json-pointer:/view]"])
    if body.get("type") not in kinds:
        raise invalid_arguments([f"must be one of {', '.join(kinds)} [json-pointer:/view/type]"])
    return body


def metadata(value: object) -> Json:
    if not isinstance(value, dict) or not isinstance(value.get("event_type"), str):
        raise Refused("invalid_metadata_format")
    if not isinstance(value.get("event_payload"), dict):
        raise Refused("invalid_metadata_format")
    if len(json.dumps(value).encode()) > METADATA_MOST:
        raise Refused("metadata_too_large")
    return value


def invalid_arguments(messages: list[str]) -> Refused:
    return Refused("invalid_arguments", response_metadata={"messages": [f"[ERROR] {message}" for message in messages]})


def invalid_blocks(messages: list[str]) -> Refused:
    return Refused(
        "invalid_blocks",
        errors=messages,
        response_metadata={"messages": [f"[ERROR] {message}" for message in messages]},
    )


def _text_length(value: Any) -> int:
    if isinstance(value, list):
        return sum(_text_length(item) for item in value)
    if not isinstance(value, dict):
        return 0
    own = len(value["text"]) if isinstance(value.get("text"), str) else 0
    return own + sum(_text_length(item) for item in value.values())
