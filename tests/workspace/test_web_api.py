"""Who is let in, and what the Web API says of people and channels."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from slack_sdk.errors import SlackApiError

from bot.workspace.keys import Keys
from tests.workspace.conftest import run_workspace
from tests.workspace.slack import ADA, CHANNEL, Json, Slack


@pytest.mark.parametrize(
    ("method", "token", "error"),
    [
        pytest.param("auth.test", None, "not_authed", id="no token"),
        pytest.param("auth.test", "xoxb-wrong", "invalid_auth", id="a wrong token"),
        pytest.param("auth.test", Keys().app_token, "not_allowed_token_type", id="the app's token for the bot's work"),
        pytest.param("apps.connections.open", Keys().bot_token, "not_allowed_token_type", id="and the other way"),
        pytest.param("chat.scheduleMessage", Keys().bot_token, "unknown_method", id="a method that is not there"),
    ],
)
def test_who_is_not_let_in(slack: Slack, method: str, token: str | None, error: str) -> None:
    answer = slack.api(method, token=token)
    assert (answer.status_code, answer.json()["error"]) == (200, error)


def test_asking_whether_slack_is_there_needs_no_token(slack: Slack) -> None:
    assert slack.api("api.test", token=None, foo="bar").json() == {"ok": True, "args": {"foo": "bar"}}
    assert slack.api("api.test", token=None, error="odd").json()["error"] == "odd"


def test_a_desk_that_was_deactivated_is_not_let_in(slack: Slack) -> None:
    slack.post("user", user="numberdesk", deleted=True)
    assert slack.api("auth.test").json()["error"] == "account_inactive"


def test_files_are_listed_page_by_page(slack: Slack) -> None:
    ids = [slack.post("upload", user="ada", name="x.pdf", content_base64="eA==")["file_id"] for _ in range(3)]
    pages = [slack.api("files.list", count=2, page=page).json() for page in (1, 2)]
    assert [[file["id"] for file in page["files"]] for page in pages] == [ids[:2], ids[2:]]
    assert pages[1]["paging"] == {"count": 2, "total": 3, "page": 2, "pages": 2}


def test_slack_sdk_gets_its_answers(slack: Slack) -> None:
    client = slack.web_client()
    assert client.auth_test()["user"] == "numberdesk"
    assert client.users_info(user=ADA, include_locale=True)["user"]["locale"] == "en-US"
    assert client.chat_postMessage(channel=CHANNEL, text="x", blocks=[{"type": "divider"}])["ok"]
    with pytest.raises(SlackApiError, match="channel_not_found"):
        client.conversations_info(channel="C0NOWHERE")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("ada", {"is_admin": True, "is_restricted": False, "locale": "en-US"}, id="an admin"),
        pytest.param("chloe", {"is_admin": False, "locale": "fr-FR"}, id="somebody French"),
        pytest.param("dev", {"is_restricted": True, "is_ultra_restricted": False}, id="a guest"),
        pytest.param("eve", {"team_id": "T0PARTNER", "is_stranger": True}, id="somebody of another workspace"),
    ],
)
def test_what_is_told_of_a_member(slack: Slack, name: str, expected: Json) -> None:
    user_id = next(user["id"] for user in slack.state()["users"] if user["name"] == name)
    told = slack.api("users.info", user=user_id, include_locale=True).json()["user"]
    assert expected.items() <= told.items()
    assert told["profile"]["display_name"] == name


def test_a_change_of_a_member_shows(slack: Slack) -> None:
    slack.post("user", user="ben", is_admin=True, locale="fr-FR")
    ben = slack.web_client().users_info(user="U0BEN0001", include_locale=True)["user"]
    assert (ben["is_admin"], ben["locale"]) == (True, "fr-FR")


def test_a_deleted_member_has_no_rights_any_more(slack: Slack) -> None:
    slack.post("user", user="ben", deleted=True)
    ben = slack.api("users.info", user="U0BEN0001").json()["user"]
    assert ben["deleted"]
    assert "is_admin" not in ben


@pytest.mark.parametrize(
    ("types", "names"),
    [
        pytest.param("public_channel", {"phone-numbers", "general", "shared-partner"}, id="public"),
        pytest.param("private_channel", set[str](), id="private, of which it is in none"),
        pytest.param("public_channel,private_channel", {"phone-numbers", "general", "shared-partner"}, id="both"),
    ],
)
def test_channels_the_desk_is_in(slack: Slack, types: str, names: set[str]) -> None:
    channels = slack.api("users.conversations", types=types).json()["channels"]
    assert {channel["name"] for channel in channels} == names


def test_a_channel_it_was_invited_to_is_in_its_list(slack: Slack) -> None:
    slack.post("member", channel="private-ops", user="numberdesk", present=True)
    channels = slack.api("users.conversations", types="private_channel").json()["channels"]
    assert [channel["name"] for channel in channels] == ["private-ops"]
    assert slack.api("chat.postMessage", channel=channels[0]["id"], text="thanks").json()["ok"]


def test_direct_messages_are_in_the_list(slack: Slack) -> None:
    channels = slack.api("conversations.list", types="im").json()["channels"]
    assert {channel["user"] for channel in channels} == {user["id"] for user in slack.state()["users"]}


def test_lists_come_in_pages(slack: Slack) -> None:
    client = slack.web_client()
    names = [user["name"] for page in client.users_list(limit=2) for user in page["members"]]
    assert names == ["ada", "ben", "chloe", "dev", "eve", "numberdesk"]


def test_the_user_group_and_its_members(slack: Slack) -> None:
    (group,) = slack.api("usergroups.list", include_users=True).json()["usergroups"]
    assert (group["handle"], group["users"]) == ("telephony", ["U0ADA0001", "U0BEN0001"])
    slack.post("usergroup", handle="telephony", users=["chloe"])
    assert slack.api("usergroups.users.list", usergroup=group["id"]).json()["users"] == ["U0CHLOE01"]


def test_arguments_come_as_form_too(slack: Slack) -> None:
    headers = {"authorization": f"Bearer {Keys().bot_token}"}
    blocks = '[{"type": "divider"}]'
    form = {"channel": CHANNEL, "text": "x", "blocks": blocks, "metadata": '{"event_type":"a","event_payload":{}}'}
    assert slack.http.post("/api/chat.postMessage", data=form, headers=headers).json()["ok"]
    assert slack.messages()[0]["blocks"][0]["type"] == "divider"


def test_tokens_are_never_in_the_log(slack: Slack) -> None:
    slack.api("api.test", note=f"see {Keys().bot_token} and xoxp-somebody-elses")
    slack.http.post("/api/auth.test", data={"token": Keys().bot_token})
    log = slack.http.get("/_control/log").text
    assert Keys().bot_token not in log
    assert "xoxp-somebody-elses" not in log
    assert "xoxp-***" in log


def test_the_log_tells_each_call_with_its_answer(slack: Slack) -> None:
    slack.api("chat.postMessage", channel="C0NOWHERE", text="x")
    (entry,) = slack.log()
    assert {"seq": 1, "direction": "to_slack", "method": "chat.postMessage", "status": 200}.items() <= entry.items()
    assert entry["arguments"] == {"channel": "C0NOWHERE", "text": "x"}
    assert entry["response"] == {"ok": False, "error": "channel_not_found"}


def test_the_log_can_be_kept_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl"
    for slack in run_workspace(tmp_path, log_file=file):
        slack.api("api.test")
        slack.api("auth.test", token=None)
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    assert [(line["method"], line["response"]["ok"]) for line in lines] == [("api.test", True), ("auth.test", False)]


def test_a_file_that_the_environment_names_takes_the_log_of_many_workspaces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "calls.jsonl"
    monkeypatch.setenv("NUMBERDESK_SLACK_LOG", str(file))
    for one in run_workspace(tmp_path):
        for two in run_workspace(tmp_path):
            for slack in (one, two, one):
                slack.api("api.test", note="x" * 100_000)
    assert [json.loads(line)["seq"] for line in file.read_text().splitlines()] == [1, 1, 2]


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Slack]:
    scopes = frozenset({"chat:write", "channels:read"})
    yield from run_workspace(tmp_path_factory.mktemp("narrow"), scopes=scopes)


@pytest.mark.parametrize(
    ("method", "arguments", "needed"),
    [
        pytest.param("users.info", {"user": ADA}, "users:read", id="people"),
        pytest.param("conversations.history", {"channel": CHANNEL}, "channels:history", id="history"),
        pytest.param("conversations.list", {"types": "im"}, "im:read", id="direct messages"),
        pytest.param("files.list", {}, "files:read", id="files"),
    ],
)
def test_a_scope_that_is_missing_is_named(narrow: Slack, method: str, arguments: Json, needed: str) -> None:
    answer = narrow.api(method, **arguments).json()
    assert answer == {
        "ok": False,
        "error": "missing_scope",
        "needed": needed,
        "provided": "channels:read,chat:write",
    }


def test_without_the_scope_for_public_channels_one_must_be_in_them(narrow: Slack) -> None:
    narrow.post("member", channel=CHANNEL, user="numberdesk", present=False)
    assert narrow.api("chat.postMessage", channel=CHANNEL, text="x").json()["error"] == "not_in_channel"


def test_the_desks_time_is_written_for_the_bot_to_read(slack: Slack) -> None:
    before = slack.state()["now"]
    now = slack.post("clock", advance_seconds=600)["now"]
    assert now - before == pytest.approx(600, abs=5)
    assert float(Path(slack.clock_file).read_text()) == 600
    ts = slack.api("chat.postMessage", channel=CHANNEL, text="later").json()["ts"]
    assert float(ts) == pytest.approx(now, abs=5)


def test_time_does_not_go_back(slack: Slack) -> None:
    assert slack.post("clock", advance_seconds=-1)["ok"] is False
