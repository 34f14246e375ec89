"""The modal in which an admin says why they decline."""

from slack_sdk.models.blocks import InputBlock, PlainTextInputElement
from slack_sdk.models.views import View

from handlers.kit.blocks import form, section
from handlers.kit.messages import say
from handlers.wanted.views.card import summary
from store.wanted.types import WantedNumbers

CALLBACK = "decline_wanted"
REASON = "wanted_reason"
REASON_LENGTH = 300


def decline(locale: str, request: WantedNumbers) -> View:
    """The modal that asks why; the reason has REASON_LENGTH characters at most."""
    element = PlainTextInputElement(action_id=REASON, multiline=True, max_length=REASON_LENGTH)
    label = say(locale, "wanted-reason")
    return form(
        locale,
        CALLBACK,
        "wanted-decline-title",
        "button-wanted-decline",
        carried=request.ref,
        blocks=[section(summary(locale, request)), InputBlock(block_id=REASON, label=label, element=element)],
    )
