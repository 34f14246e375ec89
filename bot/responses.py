"""Answers that follow a click, to the address that came with it."""

from typing import Any

import structlog
from slack_sdk.webhook import WebhookClient

from bot.directory import FAILURES
from bot.modals import ANSWER_WITHIN
from bot.slack_errors import told
from handlers.kit.reply import Reply

Json = dict[str, Any]
log = structlog.get_logger()


def as_message(reply: Reply) -> Json:
    """A reply as a message that one member sees."""
    blocks = {"blocks": list(reply.blocks)} if reply.blocks else {}
    return {"response_type": "ephemeral", "text": reply.text, **blocks}


def respond(url: str, body: Json) -> None:
    """Send it to a click's response_url; what comes of it is logged."""
    try:
        answer = WebhookClient(url, timeout=ANSWER_WITHIN, retry_handlers=[]).send_dict(body)
    except FAILURES as failure:
        log.warning("a click was not answered", error=told(failure))
        return
    if answer.status_code != 200:
        log.warning("a click was not answered", status=answer.status_code)
