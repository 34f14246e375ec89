"""Modals for the tests: made, opened for ada, submitted by her."""

from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient

from tests.workspace.conftest import Desk
from tests.workspace.slack import Json, Slack


def text(words: str) -> Json:
    return {"type": "plain_text", "text": words}


def field(action_id: str, *, optional: bool = False, **element: Any) -> Json:
    return {
        "type": "input",
        "block_id": f"{action_id}_block",
        "label": text(action_id),
        "optional": optional,
        "element": {"type": "plain_text_input", "action_id": action_id, **element},
    }


def modal(*blocks: Json, **more: Any) -> Json:
    shown = list(blocks) or [field("note", optional=True)]
    return {
        "type": "modal",
        "callback_id": "ask",
        "title": text("Ask"),
        "submit": text("Send"),
        "close": text("No"),
        "blocks": shown,
        **more,
    }


def opens(view: Json) -> Any:
    def answer(ack: Ack, body: Json, client: WebClient) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=view)
        ack()

    return answer


def opened(slack: Slack, desk: Desk, view: Json | None = None) -> str:
    """The id of a modal that ada has open."""
    desk.answers["command"] = opens(view or modal())
    slack.command()
    view_id: str = slack.views()[-1]["id"]
    return view_id


def submit(slack: Slack, view_id: str, **values: Any) -> Json:
    plain = {f"{name}_block": {name: value} for name, value in values.items()}
    return slack.post("submit", user="ada", view_id=view_id, values=plain)
