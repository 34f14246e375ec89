"""The modal in which somebody says why they decline."""

from typing import Any

from slack_sdk.models.blocks import InputBlock, PlainTextInputElement
from slack_sdk.models.views import View

from handlers.kit.approvable import Approvable, Requested
from handlers.kit.blocks import form, mention, section
from handlers.kit.messages import say
from store.approvals.types import ApprovalRequest

CALLBACK = "decline"
REASON = "reason"
REASON_LENGTH = 300


def decline(locale: str, of: Approvable[Any], thing: Requested, request: ApprovalRequest) -> View:
    """The modal that asks why; the reason has REASON_LENGTH characters at most."""
    numbers = of.numbers(locale, thing, len(request.numbers))
    asker = mention(request.asked_by)
    values = {**of.values(locale, thing), "asker": asker, "numbers": numbers, "hold": thing.name}
    intro = say(locale, of.words.decline_intro, **values)
    element = PlainTextInputElement(action_id=REASON, multiline=True, max_length=REASON_LENGTH)
    return form(
        locale,
        CALLBACK,
        "decline-title",
        "button-decline",
        carried={**thing.ref, "request": request.id},
        blocks=[section(intro), InputBlock(block_id=REASON, label=say(locale, "decline-reason"), element=element)],
    )
