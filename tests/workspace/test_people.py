"""What people do by themselves, and the events that tell the desk of it."""

from collections.abc import Iterator

import pytest

from tests.workspace.conftest import Desk, run_workspace
from tests.workspace.slack import ADA, BEN, Json, Slack

# What Slack's own type of a `user_change` always has: UserChangeEvent of @slack/types 2.15, November 2026.
MEMBER = {
    *("id", "team_id", "name", "deleted", "color", "real_name", "tz", "tz_label", "tz_offset", "profile", "is_admin"),
    *("is_owner", "is_primary_owner", "is_restricted", "is_ultra_restricted", "is_bot", "updated", "is_app_user"),
    *("is_email_confirmed", "locale"),
}
PROFILE = {
    *("title", "phone", "skype", "real_name", "real_name_normalized", "display_name", "display_name_normalized"),
    *("status_text", "status_text_canonical", "status_emoji", "status_emoji_display_info", "status_expiration"),
    *("avatar_hash", "first_name", "last_name", "team", "fields"),
    *(f"image_{size}" for size in (24, 32, 48, 72, 192, 512)),
}


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
    event = next(event for event in events(slack, desk) if event["type"] == expected["type"])
    assert expected.items() <= event.items()


def test_a_user_group_that_changed_is_told_whole_too(slack: Slack, desk: Desk) -> None:
    slack.post("usergroup", handle="telephony", users=["chloe", "chloe"])
    told = {event["type"]: event for event in events(slack, desk, 2)}
    group, changed = told["subteam_updated"]["subteam"], told["subteam_members_changed"]
    assert (group["users"], group["user_count"], group["is_subteam"]) == (["U0CHLOE01"], 1, True)
    assert (changed["added_users_count"], changed["removed_users_count"]) == (1, 2)
    assert changed["date_previous_update"] < changed["date_update"] == group["date_update"]


def test_a_member_who_changed_is_told_whole(slack: Slack, desk: Desk) -> None:
    slack.post("user", user="chloe", locale="en-GB")
    (event,) = events(slack, desk)
    assert MEMBER - event["user"].keys() == PROFILE - event["user"]["profile"].keys() == set()


def test_a_member_who_was_deactivated_is_told_with_less(slack: Slack, desk: Desk) -> None:
    slack.post("user", user="ben", deleted=True)
    (event,) = events(slack, desk)
    assert (event["user"]["deleted"], "is_admin" in event["user"]) == (True, False)
    assert event["cache_ts"] == event["user"]["updated"]


def test_what_was_said_is_changed_by_who_said_it(slack: Slack, desk: Desk) -> None:
    ts = slack.post("message", user="ada", channel="general", text="hello")["message_ts"]
    assert slack.post("edit", user="ben", channel="general", message_ts=ts, text="x")["error"] == "cant_update_message"
    assert slack.post("edit", user="ada", channel="general", message_ts=ts, text="hello @ben")["ok"]
    event = events(slack, desk, 2)[-1]
    assert (event["subtype"], event["hidden"], event["channel_type"]) == ("message_changed", True, "channel")
    assert (event["previous_message"]["text"], event["message"]["text"]) == ("hello", f"hello <@{BEN}>")
    assert (event["message"]["ts"], event["message"]["edited"]["user"]) == (ts, ADA)
    assert slack.messages("general")[-1]["text"] == f"hello <@{BEN}>"


@pytest.mark.parametrize("answered", [False, True])
def test_what_was_said_is_deleted_and_leaves_a_mark_where_it_was_answered(
    slack: Slack, desk: Desk, answered: bool
) -> None:
    ts = slack.post("message", user="ada", channel="general", text="hello")["message_ts"]
    if answered:
        slack.post("message", user="ben", channel="general", text="yes?", thread_ts=ts)
    slack.post("delete", channel="general", message_ts=ts)
    event = events(slack, desk, 2 + answered)[-1]
    assert (event["previous_message"]["text"], event["hidden"]) == ("hello", True)
    if answered:
        assert (event["subtype"], event["message"]["subtype"]) == ("message_changed", "tombstone")
    else:
        assert (event["subtype"], event["deleted_ts"]) == ("message_deleted", ts)


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
