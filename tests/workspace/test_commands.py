"""Slash commands: what the bot is told, and what becomes of its acknowledgement."""

import pytest

from tests.workspace.conftest import Desk
from tests.workspace.slack import ADA, CHANNEL, Slack


def test_the_bot_is_told_who_asks_and_where(slack: Slack, desk: Desk) -> None:
    assert slack.command("reserve 3") == {"ok": True, "response": None, "message_ts": None}

    told = desk.last("command")
    assert {
        "command": "/numbers",
        "text": "reserve 3",
        "user_id": ADA,
        "user_name": "ada",
        "channel_id": CHANNEL,
        "channel_name": "phone-numbers",
        "team_id": slack.state()["team"]["id"],
        "is_enterprise_install": "false",
    }.items() <= told.items()
    assert told["response_url"].startswith(slack.url)


@pytest.mark.parametrize(
    ("user", "channel", "name"),
    [
        pytest.param("ada", "private-ops", "privategroup", id="a private channel has no name there"),
        pytest.param("ben", "@ben", "directmessage", id="direct messages"),
        pytest.param("eve", "shared-partner", "shared-partner", id="somebody of another workspace"),
    ],
)
def test_where_a_command_was_typed(slack: Slack, desk: Desk, user: str, channel: str, name: str) -> None:
    slack.command(user=user, channel=channel)
    assert desk.last("command")["channel_name"] == name


def test_the_answer_in_the_ack_is_seen_by_the_one_who_asked_only(slack: Slack, desk: Desk) -> None:
    desk.answers["command"] = lambda ack, _body, _client: ack("three held")
    done = slack.command()

    assert done["response"] == {"text": "three held"}
    assert slack.messages() == []
    assert slack.messages(user="ben") == []
    (seen,) = slack.messages(user="ada")
    assert (seen["text"], seen["ts"], seen["ephemeral_to"]) == ("three held", done["message_ts"], ADA)


def test_an_answer_in_channel_is_seen_by_all(slack: Slack, desk: Desk) -> None:
    desk.answers["command"] = lambda ack, _body, _client: ack(text="for all", response_type="in_channel")
    done = slack.command()
    assert [(said["text"], said["ts"]) for said in slack.messages()] == [("for all", done["message_ts"])]


def test_the_log_tells_what_came_of_it(slack: Slack, desk: Desk) -> None:
    desk.answers["command"] = lambda ack, _body, _client: ack("three held")
    slack.command("reserve 3")
    (entry,) = slack.log()
    assert (entry["direction"], entry["method"], entry["status"]) == ("to_bot", "slash_commands", 200)
    assert entry["arguments"]["text"] == "reserve 3"
    assert entry["response"] == {"text": "three held"}


def test_an_answer_with_broken_blocks_is_not_shown(slack: Slack, desk: Desk) -> None:
    desk.answers["command"] = lambda ack, _body, _client: ack(blocks=[{"type": "hat"}])
    done = slack.command()
    assert (done["ok"], done["error"], done["response"]["error"]) == (
        False,
        "invalid_command_response",
        "invalid_blocks",
    )
    assert slack.messages(user="ada") == []


def test_a_very_long_command_arrives_whole(slack: Slack, desk: Desk) -> None:
    slack.command("x" * 200_000)
    assert len(desk.last("command")["text"]) == 200_000


def test_who_left_the_organisation_can_do_nothing(slack: Slack) -> None:
    slack.post("user", user="ben", deleted=True)
    assert slack.command(user="ben")["error"] == "account_inactive"


@pytest.mark.parametrize(
    ("user", "channel", "error"),
    [
        pytest.param("nobody", "general", "user_not_found", id="nobody"),
        pytest.param("ada", "nowhere", "channel_not_found", id="nowhere"),
        pytest.param("chloe", "private-ops", "not_in_channel", id="where one is not"),
    ],
)
def test_a_command_nobody_could_type_is_a_wrong_call(slack: Slack, user: str, channel: str, error: str) -> None:
    wrong = {"user": user, "channel": channel, "command": "/numbers"}
    answer = slack.http.post("/_control/command", json=wrong)
    assert (answer.status_code, answer.json()["error"]) == (400, error)
