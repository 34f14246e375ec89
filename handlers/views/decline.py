"""The modal in which somebody says why they decline."""

import json

from slack_sdk.models.blocks import InputBlock, PlainTextInputElement
from slack_sdk.models.views import View

from handlers.messages import say
from handlers.views.parts import counted, mention, plain_text, section
from store.types import Hold, Request

CALLBACK = "decline"
REASON = "reason"
REASON_LENGTH = 300


def decline(locale: str, hold: Hold, request: Request) -> View:
    numbers = counted(locale, len(request.numbers), hold.wanted.kind)
    intro = say(locale, "decline-intro", asker=mention(request.asked_by), numbers=numbers, hold=hold.name)
    element = PlainTextInputElement(action_id=REASON, multiline=True, max_length=REASON_LENGTH)
    return View(
        type="modal",
        callback_id=CALLBACK,
        private_metadata=json.dumps({"hold": hold.id, "request": request.id}),
        title=plain_text(say(locale, "decline-title")),
        submit=plain_text(say(locale, "button-decline")),
        close=plain_text(say(locale, "button-cancel")),
        blocks=[section(intro), InputBlock(block_id=REASON, label=say(locale, "decline-reason"), element=element)],
    )
