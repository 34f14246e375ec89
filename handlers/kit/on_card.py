"""Buttons that say that they stand in a card: so a card that is not kept up to date is known when one is pressed."""

import json
from collections.abc import Sequence

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement

from handlers.kit.fields import Carried, unpacked

_ON_CARD = "card"


def mark(card: Sequence[Block]) -> None:
    """Let the buttons of a card say that they stand in one."""
    for block in card:
        for element in block.elements if isinstance(block, ActionsBlock) else ():
            if isinstance(element, ButtonElement):
                carried = {**unpacked(element.value), _ON_CARD: True}
                element.value = json.dumps(carried, separators=(",", ":"), ensure_ascii=False)


def is_on_card(value: Carried) -> bool:
    """Whether a button says so."""
    return value.get(_ON_CARD) is True
