"""Files: whose they are, where they are shared, and what Slack tells of them."""

from typing import Any

import pytest

from bot.workspace.keys import Keys
from tests.workspace.conftest import Desk
from tests.workspace.slack import ADA, CHANNEL, Json, Slack
from tests.workspace.test_people import events

# What Slack's documentation of the file object has of a file like these, November 2026.
DOCUMENTED = {
    *("id", "created", "timestamp", "name", "title", "mimetype", "filetype", "pretty_type", "user", "editable", "size"),
    *("mode", "is_external", "external_type", "is_public", "public_url_shared", "display_as_bot", "username"),
    *("url_private", "url_private_download", "permalink", "permalink_public", "comments_count", "is_starred"),
    *("shares", "channels", "groups", "ims", "has_rich_preview"),
}


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


@pytest.mark.parametrize(
    ("channel", "kind", "channel_id", "is_public"),
    [
        pytest.param("phone-numbers", "channels", CHANNEL, True, id="in a public channel"),
        pytest.param("private-ops", "groups", "C0PRIVOPS", False, id="in a private channel"),
        pytest.param("@ada", "ims", "D0ADA0001", False, id="in direct messages"),
    ],
)
def test_a_file_tells_where_it_is(slack: Slack, channel: str, kind: str, channel_id: str, is_public: bool) -> None:
    file_id = slack.post("upload", user="ada", name="loa.pdf", content_base64="JVBERi0=")["file_id"]
    alone = slack.api("files.info", file=file_id).json()["file"]
    assert [alone[each] for each in ("is_public", "channels", "groups", "ims", "shares")] == [False, [], [], [], {}]
    ts = slack.post("message", user="ada", channel=channel, files=[file_id])["message_ts"]
    file = slack.api("files.info", file=file_id).json()["file"]
    assert file["is_public"] is is_public
    assert {each: file[each] for each in ("channels", "groups", "ims") if file[each]} == {kind: [channel_id]}
    ((shared,),) = file["shares"]["public" if is_public else "private"].values()
    assert shared["ts"] == ts
    assert set(file) >= DOCUMENTED


def uploaded(slack: Slack, **arguments: Any) -> Json:
    begun = slack.api("files.getUploadURLExternal", filename="a b#?.csv", length=3, **arguments).json()
    slack.http.post(begun["upload_url"], content=b"a,b")
    return {"files": [{"id": begun["file_id"]}]}


@pytest.mark.parametrize(
    ("where", "shared"),
    [
        pytest.param({"channels": "C0PHONES1,C0GENERAL"}, ["C0PHONES1", "C0GENERAL"], id="channels"),
        pytest.param({"channels": f"C0PHONES1, {ADA}"}, ["C0PHONES1", "D0ADA0001"], id="a channel and a member"),
        pytest.param({"channel_id": "C0PHONES1", "channels": "C0PHONES1"}, ["C0PHONES1"], id="one channel twice"),
        pytest.param({}, [], id="nowhere"),
    ],
)
def test_an_upload_is_shared_where_it_is_said(slack: Slack, where: Json, shared: list[str]) -> None:
    (file,) = slack.api("files.completeUploadExternal", **uploaded(slack), **where).json()["files"]
    assert [*file["channels"], *file["ims"]] == shared
    for channel in shared:
        assert slack.messages(channel)[-1]["files"][0]["id"] == file["id"]
    assert "a%20b%23%3F.csv" in file["url_private"]
    allowed = slack.http.get(file["url_private"], headers={"authorization": f"Bearer {Keys().bot_token}"})
    assert allowed.content == b"a,b"


@pytest.mark.parametrize(
    ("where", "error"),
    [
        ({"channels": "C0PHONES1,C0NOWHERE"}, "channel_not_found"),
        ({"channels": "C0PRIVOPS"}, "channel_not_found"),
        ({"channels": "C0PHONES1,C0GENERAL", "thread_ts": "1.000001"}, "invalid_arguments"),
    ],
)
def test_an_upload_that_is_refused_is_shared_nowhere(slack: Slack, where: Json, error: str) -> None:
    assert slack.api("files.completeUploadExternal", **uploaded(slack), **where).json()["error"] == error
    assert slack.messages() == []


def test_a_picture_is_told_in_a_thousand_characters(slack: Slack) -> None:
    begin: Json = {"filename": "a.png", "length": 3}
    assert slack.api("files.getUploadURLExternal", **begin, alt_txt="x" * 1000).json()["ok"]
    assert slack.api("files.getUploadURLExternal", **begin, alt_txt="x" * 1001).json()["error"] == "alt_txt_too_large"
