"""The control API to the letter: what each call answers, and that a wrong one is told so."""

from typing import Any

import pytest

from tests.workspace.conftest import Desk
from tests.workspace.slack import ADA, CHANNEL, Json, Slack
from tests.workspace.views import field, modal, opened

FILE = {"user": "ada", "name": "loa.pdf", "content_base64": "JVBERi0="}
SHORTCUT = {"type": "shortcut", "callback_id": "x", "user": {"id": ADA}, "team": {"id": "T0LOCAL01"}}
SHA_256 = "38523c087796e5d5dd1cf9bad1fb026781a838dd9dd2cf8af58b9f6502a46778"


def test_the_state_tells_who_and_what_there_is(slack: Slack) -> None:
    state = slack.state()
    assert set(state) == {"team", "bot", "users", "channels", "usergroups", "connections", "now"}
    assert set(state["team"]) == {"id", "domain"}
    assert set(state["bot"]) == {"user_id", "bot_id", "app_id", "pid"}
    assert state["users"][2] == {
        "id": "U0CHLOE01",
        "name": "chloe",
        "team_id": state["team"]["id"],
        "locale": "fr-FR",
        "is_admin": False,
        "is_owner": False,
        "is_restricted": False,
        "deleted": False,
    }
    assert state["usergroups"] == [{"id": "S0TELEPH1", "handle": "telephony", "users": [ADA, "U0BEN0001"]}]


@pytest.mark.parametrize(
    ("name", "members", "is_private"),
    [
        pytest.param("phone-numbers", {"ada", "ben", "chloe", "dev", "desk"}, False, id="the desk's own"),
        pytest.param("general", {"ada", "ben", "chloe", "dev", "desk"}, False, id="everybody's"),
        pytest.param("shared-partner", {"ada", "eve", "desk"}, False, id="shared with another workspace"),
        pytest.param("private-ops", {"ada", "ben"}, True, id="private, without the desk"),
    ],
)
def test_the_sample_channels(slack: Slack, name: str, members: set[str], is_private: bool) -> None:
    state = slack.state()
    names = {user["id"]: user["name"] for user in state["users"]} | {state["bot"]["user_id"]: "desk"}
    channel = next(channel for channel in state["channels"] if channel["name"] == name)
    assert {names[member] for member in channel["members"]} == members
    assert (channel["is_private"], channel["is_im"], channel["user"]) == (is_private, False, None)


def test_each_member_has_direct_messages_with_the_desk(slack: Slack) -> None:
    state = slack.state()
    direct = {channel["user"]: channel["members"] for channel in state["channels"] if channel["is_im"]}
    desk = state["bot"]["user_id"]
    assert direct == {user["id"]: sorted([user["id"], desk]) for user in state["users"]}


@pytest.mark.parametrize("channel", ["phone-numbers", CHANNEL])
@pytest.mark.parametrize("user", ["ada", ADA, "@ada"])
def test_names_and_ids_will_do(slack: Slack, user: str, channel: str) -> None:
    ts = slack.post("message", user=user, channel=channel, text="hello")["message_ts"]
    assert [said["ts"] for said in slack.messages(channel, user=user)] == [ts]


def test_messages_are_one_flat_list_in_order_without_the_deleted(slack: Slack, desk: Desk) -> None:
    desk.answers["command"] = lambda ack, _body, _client: ack("only you")
    post = slack.web_client().chat_postMessage
    first = post(channel=CHANNEL, text="first")["ts"]
    gone = post(channel=CHANNEL, text="gone")["ts"]
    second = slack.post("message", user="ben", channel=CHANNEL, text="second")["message_ts"]
    reply = post(channel=CHANNEL, text="reply", thread_ts=first, reply_broadcast=True)["ts"]
    private = slack.command()["message_ts"]
    slack.api("chat.delete", channel=CHANNEL, ts=gone)
    slack.api("chat.update", channel=CHANNEL, ts=first, text="edited")

    assert [said["ts"] for said in slack.messages()] == [first, second, reply]
    assert [said["ts"] for said in slack.messages(user="ada")] == [first, second, reply, private]
    told = {said["ts"]: said for said in slack.messages(user="ada")}
    assert "edited" in told[first]
    assert (told[second]["user"], "bot_id" in told[second]) == ("U0BEN0001", False)
    assert (told[reply]["thread_ts"], told[reply]["subtype"]) == (first, "thread_broadcast")
    assert (told[private]["ephemeral_to"], told[private]["bot_id"]) == (ADA, slack.state()["bot"]["bot_id"])


def test_views_are_told_whole(slack: Slack, desk: Desk) -> None:
    opened(slack, desk, modal(field("note"), private_metadata="H-12"))
    (view,) = slack.views(ADA)
    wanted = "id hash type callback_id private_metadata title submit blocks state"
    assert set(wanted.split()) <= set(view)
    assert (view["private_metadata"], view["state"]["values"].keys()) == ("H-12", {"note_block"})


def test_files_are_told_with_where_to_fetch_them(slack: Slack) -> None:
    file_id = slack.post("upload", **FILE)["file_id"]
    slack.post("message", user="ada", channel=CHANNEL, text="", files=[file_id])
    (file,) = slack.get("files")["files"]
    path = file.pop("path")
    assert file == {"id": file_id, "name": "loa.pdf", "size": 5, "sha256": SHA_256, "channels": [CHANNEL]}
    assert slack.http.get(path).content == b"%PDF-"


def test_the_log_has_one_shape(slack: Slack, desk: Desk) -> None:
    slack.command()
    slack.http.post(desk.last("command")["response_url"], json={"text": "x"})
    slack.api("auth.test")
    lines = slack.log()
    assert [line["seq"] for line in lines] == [1, 2, 3]
    assert [(line["direction"], line["method"]) for line in lines] == [
        ("to_bot", "slash_commands"),
        ("to_slack", "response_url"),
        ("to_slack", "auth.test"),
    ]
    assert set(lines[0]) == {"seq", "at", "direction", "method", "arguments", "response", "status"}


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("path", "body", "answer"),
    [
        pytest.param("command", {"user": "ada", "channel": CHANNEL, "command": "/numbers"}, {"response", "message_ts"}),
        pytest.param("shortcut", {"user": "ada", "callback_id": "search"}, {"response"}),
        pytest.param("message", {"user": "ada", "channel": CHANNEL, "text": "x"}, {"message_ts"}),
        pytest.param("upload", FILE, {"file_id"}),
        pytest.param("user", {"user": "ben", "is_admin": True}, set()),
        pytest.param("usergroup", {"handle": "telephony", "users": ["ben"]}, set()),
        pytest.param("member", {"channel": "general", "user": "eve", "present": True}, set()),
        pytest.param("deliver", {"type": "interactive", "payload": SHORTCUT, "times": 2}, {"responses"}),
        pytest.param("fault", {"method": "chat.update", "times": 1, "drop": True, "channel": "general"}, set()),
        pytest.param("clock", {"advance_seconds": 60}, {"now"}),
        pytest.param("disconnect", {"reason": "warning"}, set()),
        pytest.param("reset", {}, set()),
    ],
)
def test_what_a_call_answers(slack: Slack, path: str, body: Json, answer: set[str]) -> None:
    told = slack.post(path, **body)
    assert set(told) - {"ok"} == answer
    assert told.get("ok", True)


CLICK = {"user": "ada", "channel": CHANNEL, "message_ts": "1.000001", "action_id": "go"}
COMMAND = {"user": "ada", "channel": CHANNEL, "command": "/numbers"}


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        pytest.param("POST", "command", {**COMMAND, "user": "nobody"}, id="somebody who is not there"),
        pytest.param("POST", "command", {**COMMAND, "colour": "red"}, id="a word that nobody knows"),
        pytest.param("POST", "command", {"user": "ada"}, id="a word too few"),
        pytest.param("POST", "command", [COMMAND], id="a list"),
        pytest.param("POST", "click", CLICK, id="a message that is not there"),
        pytest.param("POST", "click", {"user": "ada", "action_id": "go"}, id="a click nowhere"),
        pytest.param(
            "POST", "click", {"user": "ada", "action_id": "go", "view_id": "V1"}, id="a view that is not there"
        ),
        pytest.param("POST", "submit", {"user": "ada", "view_id": "V1"}, id="submitting it"),
        pytest.param("POST", "close", {"user": "ada", "view_id": "V1"}, id="closing it"),
        pytest.param("POST", "options", {"user": "ada", "view_id": "V1", "action_id": "x"}, id="typing there"),
        pytest.param("POST", "message", {"user": "ada", "channel": "@ben", "text": "x"}, id="others' direct messages"),
        pytest.param("POST", "shortcut", {"user": "ada", "callback_id": "x", "channel": CHANNEL}, id="half a message"),
        pytest.param("POST", "upload", {**FILE, "content_base64": "%"}, id="what is not base64"),
        pytest.param("POST", "deliver", {"type": "carrier_pigeon", "payload": {}}, id="an unknown way"),
        pytest.param("POST", "usergroup", {"handle": "nobodies", "users": []}, id="an unknown user group"),
        pytest.param("POST", "disconnect", {"reason": "boredom"}, id="an unknown reason"),
        pytest.param("POST", "dance", {}, id="an unknown call"),
        pytest.param("GET", "command", None, id="looking at what is to be done"),
        pytest.param("POST", "state", {}, id="doing what is to be looked at"),
        pytest.param("GET", "messages/nowhere", None, id="a channel that is not there"),
        pytest.param("GET", "messages/general?user=nobody", None, id="a reader who is not there"),
        pytest.param("GET", "views/nobody", None, id="views of nobody"),
        pytest.param("GET", "files/F1", None, id="a file that is not there"),
    ],
)
def test_a_wrong_call_is_told_so(slack: Slack, method: str, path: str, body: Any) -> None:
    answer = slack.http.request(method, f"/_control/{path}", json=body)
    assert answer.status_code == 400
    assert answer.json()["ok"] is False
    assert answer.json()["error"]
