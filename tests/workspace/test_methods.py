"""Every Web API method, called as form and as JSON; and with odd arguments, to which the answer is in Slack's words."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from bot.workspace.keys import Keys
from bot.workspace.web_api import METHODS
from tests.workspace.conftest import Desk
from tests.workspace.slack import ADA, CHANNEL, Json, Slack
from tests.workspace.views import modal, opened

BLOCKS = [{"type": "divider"}]
HOME = {"type": "home", "blocks": BLOCKS}
POST = {"channel": CHANNEL, "text": "x", "blocks": BLOCKS}
GROUP = "S0TELEPH1"

Prepared = Callable[[Slack, Desk], Json]


def said(name: str = "ts") -> Prepared:
    """A message of the desk's own, its ts under this name."""

    def prepared(slack: Slack, _desk: Desk) -> Json:
        return {"channel": CHANNEL, name: slack.api("chat.postMessage", channel=CHANNEL, text="x").json()["ts"]}

    return prepared


def triggered(slack: Slack, desk: Desk) -> Json:
    slack.command()
    return {"trigger_id": desk.last("command")["trigger_id"], "view": modal()}


def pressed(slack: Slack, desk: Desk) -> Json:
    """A trigger of a button in a modal."""
    button = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}}
    view_id = opened(slack, desk, modal({"type": "actions", "elements": [button]}))
    slack.post("click", user="ada", view_id=view_id, action_id="go")
    return {"trigger_id": desk.last("action")["trigger_id"], "view": modal()}


def shown(slack: Slack, desk: Desk) -> Json:
    return {"view_id": opened(slack, desk), "view": modal()}


def begun(slack: Slack, _desk: Desk) -> Json:
    begun = slack.api("files.getUploadURLExternal", filename="a.csv", length=3).json()
    slack.http.post(begun["upload_url"], content=b"a,b")
    return {"files": [{"id": begun["file_id"], "title": "numbers"}], "channel_id": CHANNEL}


def uploaded(slack: Slack, desk: Desk) -> Json:
    return {"file": slack.api("files.completeUploadExternal", **begun(slack, desk)).json()["files"][0]["id"]}


def exactly(**arguments: Any) -> Prepared:
    return lambda _slack, _desk: arguments


CALLS: dict[str, tuple[Prepared, str | None]] = {  # its arguments, and a key of its answer
    "api.test": (exactly(), "args"),
    "auth.test": (exactly(), "user_id"),
    "blocks.validate": (exactly(blocks=BLOCKS), None),
    "bots.info": (exactly(bot="B0DESK001"), "bot"),
    "chat.delete": (said(), "ts"),
    "chat.getPermalink": (said("message_ts"), "permalink"),
    "chat.postEphemeral": (exactly(**POST, user=ADA), "message_ts"),
    "chat.postMessage": (exactly(**POST, metadata={"event_type": "e", "event_payload": {}}), "message"),
    "chat.update": (lambda slack, desk: {**said()(slack, desk), "text": "y"}, "text"),
    "conversations.history": (exactly(channel=CHANNEL, limit=15, include_all_metadata=True), "messages"),
    "conversations.info": (exactly(channel=CHANNEL), "channel"),
    "conversations.join": (exactly(channel=CHANNEL), "channel"),
    "conversations.list": (exactly(types="public_channel,im", exclude_archived=True), "channels"),
    "conversations.members": (exactly(channel=CHANNEL), "members"),
    "conversations.open": (exactly(users=ADA, return_im=True), "channel"),
    "conversations.replies": (said(), "messages"),
    "files.completeUploadExternal": (begun, "files"),
    "files.delete": (uploaded, None),
    "files.getUploadURLExternal": (exactly(filename="a.csv", length=3), "upload_url"),
    "files.info": (uploaded, "file"),
    "files.list": (exactly(channel=CHANNEL, count=5, page=1, ts_from=0), "files"),
    "reactions.add": (lambda slack, desk: {**said("timestamp")(slack, desk), "name": "eyes"}, None),
    "team.info": (exactly(), "team"),
    "usergroups.list": (exactly(include_users=True), "usergroups"),
    "usergroups.users.list": (exactly(usergroup=GROUP), "users"),
    "users.conversations": (exactly(user=ADA, types="public_channel"), "channels"),
    "users.info": (exactly(user=ADA, include_locale=True), "user"),
    "users.list": (exactly(limit=3), "members"),
    "views.open": (triggered, "view"),
    "views.publish": (exactly(user_id=ADA, view=HOME), "view"),
    "views.push": (pressed, "view"),
    "views.update": (shown, "view"),
}


def test_every_method_is_tried() -> None:
    assert set(CALLS) == set(METHODS) - {"apps.connections.open"}  # which the bots here begin with


@pytest.mark.parametrize("body", ["form", "json"])
@pytest.mark.parametrize("method", CALLS)
def test_a_method_answers(slack: Slack, desk: Desk, method: str, body: str) -> None:
    prepared, key = CALLS[method]
    answer = called(slack, method, prepared(slack, desk), body)
    assert answer["ok"], answer
    assert key is None or key in answer


def called(slack: Slack, method: str, arguments: Json, body: str) -> Json:
    headers = {"authorization": f"Bearer {Keys().bot_token}"}
    if body == "json":
        answer = slack.http.post(f"/api/{method}", json=arguments, headers=headers)
    else:
        form = {key: value if isinstance(value, str) else json.dumps(value) for key, value in arguments.items()}
        answer = slack.http.post(f"/api/{method}", data=form, headers=headers)
    assert answer.status_code == 200
    told: Json = answer.json()
    return told


ODD: list[Any] = ["", 0, -1, True, 2.5, "nan", "@nobody", [], [1], [{}], {}, {"a": 1}]
ASKED = {  # what the calls above leave out
    "chat.postMessage": ["thread_ts", "reply_broadcast"],
    "conversations.history": ["oldest", "latest", "cursor"],
    "conversations.list": ["limit", "cursor"],
    "conversations.replies": ["oldest", "limit"],
    "files.list": ["ts_to", "user"],
    "views.update": ["hash", "external_id"],
}


@pytest.mark.parametrize("method", CALLS)
def test_to_odd_arguments_the_answer_is_in_slacks_words(slack: Slack, desk: Desk, method: str) -> None:
    arguments = CALLS[method][0](slack, desk)
    for name in [*arguments, *ASKED.get(method, [])]:
        for odd in ODD:
            answer = called(slack, method, {**arguments, name: odd}, "json")
            assert answer["ok"] or answer["error"].replace("_", "").isalpha()


# What Slack's documentation of these objects has, November 2026.
CONVERSATION = {
    *("id", "name", "is_channel", "is_group", "is_im", "is_mpim", "is_private", "created", "is_archived", "is_general"),
    *(
        "unlinked",
        "name_normalized",
        "is_shared",
        "is_frozen",
        "is_org_shared",
        "is_pending_ext_shared",
        "pending_shared",
    ),
    *("context_team_id", "updated", "parent_conversation", "creator", "is_ext_shared", "shared_team_ids"),
    *("pending_connected_team_ids", "is_member", "topic", "purpose", "previous_names", "last_read"),
}
DIRECT = {"id", "created", "is_im", "is_org_shared", "user", "last_read", "unread_count", "is_open", "priority"}
VIEW = {
    *(
        "id",
        "team_id",
        "type",
        "title",
        "close",
        "submit",
        "blocks",
        "private_metadata",
        "callback_id",
        "state",
        "hash",
    ),
    *("clear_on_close", "notify_on_close", "root_view_id", "previous_view_id", "app_id", "external_id", "bot_id"),
}


def test_a_conversation_is_told_as_documented(slack: Slack) -> None:
    told = slack.api("conversations.info", channel=CHANNEL).json()["channel"]
    assert set(told) == CONVERSATION
    counted = slack.api("conversations.info", channel=CHANNEL, include_num_members=True).json()["channel"]
    assert counted == told | {"num_members": 5}
    assert set(slack.api("conversations.info", channel="D0ADA0001").json()["channel"]) >= DIRECT


def test_a_home_tab_is_told_as_documented(slack: Slack) -> None:
    published = slack.api("views.publish", user_id=ADA, view={"type": "home", "blocks": []}).json()["view"]
    assert set(published) >= VIEW


def test_metadata_is_taken_away_by_an_empty_object(slack: Slack) -> None:
    metadata = {"event_type": "a", "event_payload": {}}
    ts = slack.api("chat.postMessage", channel=CHANNEL, text="x", metadata=metadata).json()["ts"]
    assert slack.api("chat.update", channel=CHANNEL, ts=ts, text="y").json()["message"]["metadata"] == metadata
    assert "metadata" not in slack.api("chat.update", channel=CHANNEL, ts=ts, text="y", metadata={}).json()["message"]
