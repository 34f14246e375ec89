"""The modal in which somebody says why they decline."""

from slack_sdk.models.blocks import InputBlock, PlainTextInputElement
from slack_sdk.models.views import View

from handlers.approvals.views import request as approval
from handlers.kit.blocks import form, mention, section
from handlers.kit.cards import Requested, detail
from handlers.kit.messages import say
from store.approvals.types import ApprovalRequest

CALLBACK = "decline"
REASON = "reason"
REASON_LENGTH = 300


def decline(locale: str, thing: Requested, request: ApprovalRequest) -> View:
    numbers = approval.numbers(locale, thing, len(request.numbers))
    asker = mention(request.asked_by)
    intro = say(locale, approval.key("decline-intro", thing), asker=asker, numbers=numbers, hold=thing.name)
    element = PlainTextInputElement(action_id=REASON, multiline=True, max_length=REASON_LENGTH)
    return form(
        locale,
        CALLBACK,
        "decline-title",
        "button-decline",
        carried={**detail(thing), "request": request.id},
        blocks=[section(intro), InputBlock(block_id=REASON, label=say(locale, "decline-reason"), element=element)],
    )
