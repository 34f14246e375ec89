"""What real Slack would refuse in blocks and views, said in its own words with a JSON pointer.

The tables (blocks, elements, objects, rich_text, views) say what is allowed, in the words of schema.py.
"""

import json
from typing import Any

from bot.workspace.blockkit.schema import At, Surface
from bot.workspace.blockkit.views import MESSAGE_BLOCKS, VIEW, VIEW_BLOCKS

BLOCKS_TEXT_MOST = 10_000  # characters in a message; Slack names no number, measured between 9,597 and 11,341
VIEW_WEIGHT_MOST = 250_000  # bytes


def check_blocks(blocks: object, *, surface: Surface, pointer: str = "/blocks") -> list[str]:
    """What is wrong with the blocks of a message or view. Empty: nothing."""
    shape = MESSAGE_BLOCKS if surface == "message" else VIEW_BLOCKS
    return list(shape.faults(blocks, At(pointer, surface)))


def check_view(view: object) -> list[str]:
    """What is wrong with a modal or Home tab, its blocks included, whatever it weighs."""
    surface: Surface = "home" if isinstance(view, dict) and view.get("type") == "home" else "modal"
    return list(VIEW.faults(view, At("/view", surface)))


def view_weight(view: object) -> int:
    """Bytes of JSON; Slack's own word for too many is `view_too_large`."""
    return len(json.dumps(view).encode())


def blocks_text_length(blocks: Any) -> int:
    """Characters of all texts in a message's blocks; Slack's word for too many is `msg_blocks_too_long`."""
    if isinstance(blocks, list):
        return sum(map(blocks_text_length, blocks))
    if not isinstance(blocks, dict):
        return 0
    own = blocks.get("text")
    return (len(own) if isinstance(own, str) else 0) + sum(map(blocks_text_length, blocks.values()))
