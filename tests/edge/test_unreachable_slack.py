"""Where Slack does not even say whose desk this is, who asked for something is told so, and events come again."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from slack_bolt import App, BoltRequest

from bot.build import make_app
from bot.directory import Directory
from bot.settings import Secret, Settings
from handlers.kit.messages import say
from store.session import Database
from store.workspaces.types import LOCALES
from tests.desk import Desk, open_desk
from tests.store.toy_slack import DROPPED, ToySlack, toy_slack
from tests.table import table

TOLD = "\n".join(say(locale, "slack-silent") for locale in LOCALES)
Json = dict[str, Any]
_OF_BEN: Json = {"user": {"id": "UBEN"}, "team": {"id": "T1"}, "trigger_id": "1.2"}
COMMAND: Json = {"command": "/numbers", "text": "quota", "user_id": "UBEN", "team_id": "T1", "trigger_id": "1.2"}
PRESS: Json = _OF_BEN | {
    "type": "block_actions",
    "actions": [{"type": "button", "action_id": "a", "block_id": "b", "value": "{}"}],
}
SUBMIT: Json = _OF_BEN | {
    "type": "view_submission",
    "view": {"id": "V1", "type": "modal", "callback_id": "c", "state": {"values": {}}},
}
MESSAGE: Json = {
    "type": "event_callback",
    "team_id": "T1",
    "event": {"type": "message", "channel": "C1", "ts": "1.2", "user": "UBEN", "text": "hello"},
}


@pytest.fixture
def desk(database: Database) -> Desk:
    return open_desk(database)


@pytest.fixture
def slack(desk: Desk) -> Iterator[ToySlack]:
    """Takes answers to clicks, and says nothing else."""
    with toy_slack(desk.real_clock) as made:
        made.happens["auth.test"] = lambda _given: DROPPED
        yield made


@pytest.fixture
def app(desk: Desk, slack: ToySlack) -> App:
    """The app of a process that has not heard of Slack yet."""
    settings = Settings(
        slack_bot_token=Secret("xoxb-1"), slack_signing_secret=Secret("secret"), slack_api_url=f"{slack.url}/api/"
    )
    directory = Directory(slack.client_of, lambda _workspace: "en")
    return make_app(settings, desk.tools, directory, lambda: None)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
@table(
    ("payload", "status", "in_ack", "sent"),
    [
        pytest.param(COMMAND, 200, True, False, id="a command"),
        pytest.param(PRESS, 200, False, True, id="a button"),
        pytest.param(SUBMIT, 503, False, False, id="a modal"),
        pytest.param(MESSAGE, 503, False, False, id="an event"),
    ],
)
def test_who_asks_is_told_and_an_event_comes_again(
    app: App, slack: ToySlack, payload: Json, status: int, in_ack: bool, sent: bool
) -> None:
    texts: list[str] = []
    slack.happens["click"] = lambda given: texts.append(given["text"])
    to = {"response_url": f"{slack.url}/response/click"} if payload is PRESS else {}
    answer = app.dispatch(BoltRequest(mode="socket_mode", body=payload | to))
    assert answer.status == status
    if in_ack:
        texts.append(json.loads(answer.body)["text"])
    assert texts == [TOLD] * (in_ack + sent)
    assert slack.calls[0] == "auth.test"
