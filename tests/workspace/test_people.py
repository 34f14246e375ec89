"""What people do by themselves, and the events that tell the desk of it."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.workspace.keys import Keys
from tests.workspace.conftest import Desk, run_workspace
from tests.workspace.slack import ADA, BEN, CHANNEL, Json, Slack


def events(slack: Slack, desk: Desk, count: int = 1) -> list[Json]:
    slack.wait_for(lambda: len(desk.seen) >= count)
    return [body["event"] for _, body in desk.seen]


@pytest.mark.parametrize(
    ("channel", "channel_type"),
    [pytest.param("general", "channel", id="in a channel"), pytest.param("@ada", "im", id="to the desk")],
)
def test_what_somebody_says(slack: Slack, desk: Desk, channel: str, channel_type: str) -> None:
    ts = slack.post("message", user="ada", channel=channel, text="hello")["message_ts"]
    (event,) = events(slack, desk)
    told = {"type": "message", "user": ADA, "text": "hello", "ts": ts, "channel_type": channel_type}
    assert told.items() <= event.items()
    assert slack.messages(channel)[-1]["text"] == "hello"


def test_a_mention_is_told_as_such(slack: Slack, desk: Desk) -> None:
    slack.post("message", user="ada", channel="general", text="hey @numberdesk and @ben, not me@ben")
    kinds = {event["type"]: event["text"] for event in events(slack, desk, 2)}
    bot = slack.state()["bot"]["user_id"]
    text = f"hey <@{bot}> and <@{BEN}>, not me@ben"
    assert kinds == {"message": text, "app_mention": text}


def test_the_desk_hears_nothing_of_a_channel_it_is_not_in(slack: Slack, desk: Desk) -> None:
    slack.post("message", user="ada", channel="private-ops", text="secret")
    slack.post("message", user="ada", channel="general", text="public")
    assert [event["text"] for event in events(slack, desk)] == ["public"]


@pytest.mark.parametrize(
    ("path", "body", "expected"),
    [
        pytest.param("user", {"user": "ben", "is_admin": True}, {"type": "user_change"}, id="rights"),
        pytest.param(
            "usergroup",
            {"handle": "telephony", "users": ["ada", "chloe"]},
            {"type": "subteam_members_changed", "added_users": ["U0CHLOE01"], "removed_users": [BEN]},
            id="a user group",
        ),
        pytest.param(
            "member",
            {"channel": "general", "user": "eve", "present": True},
            {"type": "member_joined_channel", "user": "U0EVE0001", "channel": "C0GENERAL"},
            id="joining",
        ),
        pytest.param(
            "member",
            {"channel": "general", "user": "ben", "present": False},
            {"type": "member_left_channel", "user": BEN, "channel": "C0GENERAL"},
            id="leaving",
        ),
    ],
)
def test_a_change_is_told(slack: Slack, desk: Desk, path: str, body: Json, expected: Json) -> None:
    slack.post(path, **body)
    (event,) = events(slack, desk)
    assert expected.items() <= event.items()


def test_each_event_has_an_id_of_its_own(slack: Slack, desk: Desk) -> None:
    for text in ("a", "b"):
        slack.post("message", user="ada", channel="general", text=text)
    events(slack, desk, 2)
    bodies = [body for _, body in desk.seen]
    assert len({body["event_id"] for body in bodies}) == 2
    assert {(body["team_id"], body["type"]) for body in bodies} == {(slack.state()["team"]["id"], "event_callback")}


@pytest.fixture(scope="module")
def choosy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Slack]:
    yield from run_workspace(tmp_path_factory.mktemp("choosy"), events=frozenset({"message.im"}))


def test_only_what_the_app_subscribed_to_is_sent(choosy: Slack) -> None:
    choosy.post("message", user="ada", channel="general", text="in a channel")
    choosy.post("message", user="ada", channel="@ada", text="to the desk")
    sent = choosy.wait_for(lambda: [entry for entry in choosy.log() if entry["direction"] == "to_bot"])
    assert [entry["arguments"]["event"]["text"] for entry in sent] == ["to the desk"]


def shared_file(slack: Slack, **more: Any) -> Json:
    file_id = slack.post("upload", user="ada", name="loa.pdf", content_base64="JVBERi0=")["file_id"]
    slack.post("message", user="ada", channel=CHANNEL, text="the letter", files=[file_id], **more)
    files: list[Json] = slack.get("files")["files"]
    return files[0]


def test_a_file_in_a_thread(slack: Slack, desk: Desk) -> None:
    parent = slack.api("chat.postMessage", channel=CHANNEL, text="order").json()["ts"]
    file = shared_file(slack, thread_ts=parent)
    told = {event["type"]: event for event in events(slack, desk, 2)}
    assert told["file_shared"]["file_id"] == file["id"]
    assert told["message"]["thread_ts"] == parent
    assert told["message"]["files"][0]["id"] == file["id"]
    assert file["channels"] == [CHANNEL]


def test_a_private_file_is_for_the_bots_token_only(slack: Slack) -> None:
    shared_file(slack)
    url = slack.messages()[0]["files"][0]["url_private"]
    allowed = slack.http.get(url, headers={"authorization": f"Bearer {Keys().bot_token}"})
    assert (allowed.content, allowed.headers["content-type"]) == (b"%PDF-", "application/pdf")
    assert slack.http.get(url).headers["content-type"].startswith("text/html")


def test_the_desk_uploads_a_file_into_a_thread(slack: Slack) -> None:
    client = slack.web_client()
    parent = client.chat_postMessage(channel=CHANNEL, text="order")["ts"]
    client.files_upload_v2(
        channel=CHANNEL, thread_ts=parent, filename="numbers.csv", content="a,b", initial_comment="yours"
    )
    said = slack.messages()[-1]
    assert (said["text"], said["thread_ts"], said["files"][0]["name"]) == ("yours", parent, "numbers.csv")
    (file,) = slack.get("files")["files"]
    assert (file["name"], file["size"]) == ("numbers.csv", 3)
    assert slack.http.get(file["path"]).text == "a,b"
    assert [each["id"] for each in client.files_list(channel=CHANNEL)["files"]] == [file["id"]]

    assert client.files_info(file=file["id"])["file"]["title"] == "numbers.csv"
    assert client.files_delete(file=file["id"])["ok"]
    assert slack.get("files")["files"] == []


def test_a_file_of_somebody_else_is_not_the_desks_to_delete(slack: Slack) -> None:
    file = shared_file(slack)
    assert slack.api("files.delete", file=file["id"]).json()["error"] == "cant_delete_file"
    assert slack.api("files.info", file="F0NOWHERE").json()["error"] == "file_not_found"
