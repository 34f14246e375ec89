"""The button under what cannot be had now: a press asks for it."""

from slack_sdk.models.blocks import ButtonElement

from handlers.kit.blocks import runs
from handlers.kit.criteria import criteria_as_typed
from handlers.kit.messages import say
from store.types import Criteria

_AT = 24  # of the buttons of one message no two have one place


def ask_for_them(locale: str, wanted: Criteria, quantity: int, nonce: str) -> ButtonElement:
    """A button that asks for so many numbers of a place and kind that look so; a run is as long as it says."""
    quantity = wanted.digits.in_a_row or quantity
    command = f"request {quantity} {criteria_as_typed(wanted)}".strip()
    return runs(say(locale, "button-ask-for-them"), command, nonce, at=_AT)
