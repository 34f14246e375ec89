"""Buttons and selects in messages: what the bot is told, and where its answer may go."""

from typing import Any

import httpx
import pytest

from bot.workspace import triggers
from tests.workspace.conftest import Desk
from tests.workspace.slack import ADA, CHANNEL, Json, Slack
from tests.workspace.views import text


def option(value: str) -> Json:
    return {"text": text(value.title()), "value": value}


def button(**more: Any) -> Json:
    return {"type": "button", "action_id": "go", "text": text("Go"), "value": "H-12", **more}


ONE, TWO = option("one"), option("two")
CONFIRM = {"title": text("Sure?"), "text": text("Really"), "confirm": text("Yes"), "deny": text("No")}


def holding(element: Json) -> Json:
    """A block that may hold the element: multi-selects only stand in sections, a datetimepicker does not."""
    element = {**element, "action_id": "go"}
    if element["type"] == "datetimepicker":
        return {"type": "actions", "block_id": "b", "elements": [element]}
    return {"type": "section", "block_id": "b", "text": text("?"), "accessory": element}


def card(slack: Slack, *elements: Json) -> str:
    blocks = [{"type": "actions", "block_id": "acts", "elements": list(elements)}]
    ts: str = slack.api("chat.postMessage", channel=CHANNEL, text="card", blocks=blocks).json()["ts"]
    return ts


def click(slack: Slack, ts: str, *, user: str = "ada", **more: Any) -> Json:
    return slack.post("click", user=user, channel=CHANNEL, message_ts=ts, **{"action_id": "go", **more})


def test_the_bot_is_told_of_a_button(slack: Slack, desk: Desk) -> None:
    ts = card(slack, button())
    assert click(slack, ts) == {"ok": True, "response": None}

    told = desk.last("action")
    (action,) = told["actions"]
    assert {"type": "button", "action_id": "go", "block_id": "acts", "value": "H-12"}.items() <= action.items()
    assert told["container"] == {"type": "message", "message_ts": ts, "channel_id": CHANNEL, "is_ephemeral": False}
    assert told["message"]["ts"] == ts
    assert told["user"] == {"id": ADA, "username": "ada", "name": "ada", "team_id": slack.state()["team"]["id"]}
    assert told["state"] == {"values": {}}


@pytest.mark.parametrize(
    ("element", "selected", "key", "value"),
    [
        ({"type": "static_select", "options": [ONE, TWO]}, "two", "selected_option", "two"),
        ({"type": "radio_buttons", "options": [ONE, TWO]}, "one", "selected_option", "one"),
        ({"type": "checkboxes", "options": [ONE, TWO]}, ["one", "two"], "selected_options", ["one", "two"]),
        ({"type": "multi_static_select", "options": [ONE, TWO]}, ["two"], "selected_options", ["two"]),
        ({"type": "overflow", "options": [ONE, TWO]}, "two", "selected_option", "two"),
        ({"type": "users_select"}, "ben", "selected_user", "U0BEN0001"),
        ({"type": "multi_users_select"}, ["ben", "ada"], "selected_users", ["U0BEN0001", "U0ADA0001"]),
        ({"type": "conversations_select"}, "general", "selected_conversation", "C0GENERAL"),
        ({"type": "channels_select"}, "general", "selected_channel", "C0GENERAL"),
        ({"type": "multi_channels_select"}, ["general"], "selected_channels", ["C0GENERAL"]),
        ({"type": "multi_conversations_select"}, ["@ada"], "selected_conversations", ["D0ADA0001"]),
        ({"type": "datepicker"}, "2030-01-31", "selected_date", "2030-01-31"),
        ({"type": "timepicker"}, "13:45", "selected_time", "13:45"),
        ({"type": "datetimepicker"}, "1900000000", "selected_date_time", 1900000000),
    ],
    ids=lambda given: given["type"] if isinstance(given, dict) else "",
)
def test_each_element_has_its_own_keys(
    slack: Slack, desk: Desk, element: Json, selected: Any, key: str, value: Any
) -> None:
    ts = slack.api("chat.postMessage", channel=CHANNEL, text="x", blocks=[holding(element)]).json()["ts"]
    assert click(slack, ts, selected=selected)["ok"]

    (action,) = desk.last("action")["actions"]
    told = action[key]
    if key == "selected_option":
        assert (told["value"], told["text"]["text"]) == (value, value.title())
    elif key == "selected_options":
        assert [each["value"] for each in told] == value
    else:
        assert told == value
    if element["type"] != "overflow":
        assert desk.last("action")["state"]["values"]["b"]["go"][key] == told


def test_the_state_of_a_message_tells_untouched_elements_too(slack: Slack, desk: Desk) -> None:
    select = {"type": "static_select", "action_id": "one", "options": [ONE, TWO]}
    ts = card(slack, {**select, "initial_option": TWO}, {**select, "action_id": "two"}, button())
    click(slack, ts, action_id="two", selected="one")
    click(slack, ts)
    values = desk.last("action")["state"]["values"]["acts"]
    assert [values["one"]["selected_option"]["value"], values["two"]["selected_option"]["value"]] == ["two", "one"]
    click(slack, ts, user="ben")
    assert desk.last("action")["state"]["values"]["acts"]["two"]["selected_option"] is None


def test_no_more_can_be_chosen_than_the_element_lets_one(slack: Slack, desk: Desk) -> None:
    few = {"type": "multi_static_select", "options": [ONE, TWO], "max_selected_items": 1}
    ts = slack.api("chat.postMessage", channel=CHANNEL, text="x", blocks=[holding(few)]).json()["ts"]
    assert click(slack, ts, selected=["one", "two"]) == {"ok": False, "error": "too_many"}
    assert desk.seen == []


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        pytest.param({"action_id": "gone"}, "no_such_element", id="an element that is not there"),
        pytest.param({"block_id": "other"}, "no_such_element", id="in another block"),
        pytest.param({"message_ts": "1.000001"}, "message_not_found", id="a message that is not there"),
        pytest.param({"user": "eve"}, "not_in_channel", id="somebody who does not see the channel"),
    ],
)
def test_a_click_nobody_could_make_is_a_wrong_call(slack: Slack, wrong: Json, error: str) -> None:
    call = {"user": "ada", "channel": CHANNEL, "message_ts": card(slack, button()), "action_id": "go", **wrong}
    answer = slack.http.post("/_control/click", json=call)
    assert (answer.status_code, answer.json()["error"]) == (400, error)


@pytest.mark.parametrize(
    ("element", "selected"),
    [("datepicker", "31.1.2030"), ("timepicker", "a quarter to two"), ("datetimepicker", "soon")],
)
def test_a_value_that_is_none(slack: Slack, element: str, selected: str) -> None:
    ts = card(slack, {"type": element, "action_id": "go"})
    assert click(slack, ts, selected=selected)["error"] == "invalid_value"


def test_an_option_that_is_not_offered_cannot_be_chosen(slack: Slack) -> None:
    ts = card(slack, {"type": "static_select", "action_id": "go", "options": [ONE]})
    assert click(slack, ts, selected="two")["error"] == "no_such_option"


@pytest.mark.parametrize(("confirm", "clicks"), [pytest.param(True, 1, id="yes"), pytest.param(False, 0, id="no")])
def test_a_confirm_dialog_asks_first(slack: Slack, desk: Desk, confirm: bool, clicks: int) -> None:
    ts = card(slack, button(confirm=CONFIRM))
    assert click(slack, ts, confirm=confirm) == {"ok": True, "response": None}
    assert len(desk.seen) == clicks


def test_a_body_in_the_ack_of_a_button_is_dropped(slack: Slack, desk: Desk) -> None:
    desk.answers["action"] = lambda ack, _body, _client: ack("you pressed it")
    before = slack.messages(user="ada")
    ts = card(slack, button())
    click(slack, ts)
    assert len(slack.messages(user="ada")) == len(before) + 1
    assert "ignored_ack_body" in [entry["method"] for entry in slack.log()]


def respond(slack: Slack, url: str, **body: Any) -> httpx.Response:
    return slack.http.post(url, json=body)


def test_an_answer_to_the_response_url_is_for_the_one_who_clicked(slack: Slack, desk: Desk) -> None:
    ts = card(slack, button())
    click(slack, ts, user="ben")
    assert respond(slack, desk.last("action")["response_url"], text="done").status_code == 200
    assert [said["text"] for said in slack.messages(user="ada")] == ["card"]
    assert [said["text"] for said in slack.messages(user="ben")] == ["card", "done"]


def test_a_response_url_replaces_or_deletes_its_message(slack: Slack, desk: Desk) -> None:
    ts = card(slack, button())
    click(slack, ts)
    url = desk.last("action")["response_url"]
    respond(slack, url, text="changed", replace_original=True)
    (seen,) = slack.messages()
    assert (seen["ts"], seen["text"], "blocks" in seen) == (ts, "changed", False)
    respond(slack, url, delete_original=True)
    assert slack.messages() == []


def test_an_ephemeral_message_changes_only_by_its_own_click(slack: Slack, desk: Desk) -> None:
    blocks = [{"type": "actions", "elements": [button()]}]
    desk.answers["command"] = lambda ack, _body, _client: ack(text="yours", blocks=blocks)
    ts = slack.command()["message_ts"]
    from_command = respond(slack, desk.last("command")["response_url"], text="x", replace_original=True)
    assert from_command.json()["error"] == "message_not_found"

    assert click(slack, ts, user="ben")["error"] == "message_not_found"
    click(slack, ts)
    told = desk.last("action")
    assert "message" not in told
    assert told["container"] == {"type": "message", "message_ts": ts, "channel_id": CHANNEL, "is_ephemeral": True}
    respond(slack, told["response_url"], text="changed", replace_original=True)
    assert [(said["ts"], said["text"]) for said in slack.messages(user="ada")] == [(ts, "changed")]
    respond(slack, told["response_url"], delete_original=True)
    assert slack.messages(user="ada") == []


def test_a_response_url_has_five_uses(slack: Slack, desk: Desk) -> None:
    slack.command()
    url = desk.last("command")["response_url"]
    answers = [respond(slack, url, text=str(i)) for i in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [404]
    assert answers[5].json()["error"] == "used_url"
    assert len(slack.messages(user="ada")) == 5


def test_a_response_url_lives_for_thirty_minutes(slack: Slack, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    slack.command()
    assert triggers.RESPONSE_URL_LIVES == 30 * 60
    monkeypatch.setattr(triggers, "RESPONSE_URL_LIVES", 0.0)
    answer = respond(slack, desk.last("command")["response_url"], text="late")
    assert (answer.status_code, answer.json()["error"]) == (404, "expired_url")


def test_a_response_url_takes_an_object_only(slack: Slack, desk: Desk) -> None:
    slack.command()
    url = desk.last("command")["response_url"]
    answers = [slack.http.post(url, content=content) for content in (b"[]", b"hello")]
    assert [(answer.status_code, answer.json()["error"]) for answer in answers] == [(400, "invalid_payload")] * 2
    assert [entry["method"] for entry in slack.log()][-2:] == ["response_url"] * 2


def test_a_response_url_that_slack_never_gave(slack: Slack) -> None:
    answer = respond(slack, f"{slack.url}/response/made-up", text="x")
    assert (answer.status_code, answer.json()["error"]) == (404, "expired_url")


def test_a_response_url_takes_no_broken_blocks(slack: Slack, desk: Desk) -> None:
    slack.command()
    answer = respond(slack, desk.last("command")["response_url"], blocks=[{"type": "hat"}])
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_blocks")


def test_a_shortcut_on_a_message_tells_the_message(slack: Slack, desk: Desk) -> None:
    ts = card(slack, button())
    slack.post("shortcut", user="ada", callback_id="assign", channel=CHANNEL, message_ts=ts)
    told = desk.last("shortcut")
    assert (told["type"], told["callback_id"], told["message"]["ts"]) == ("message_action", "assign", ts)


def test_a_global_shortcut_has_a_trigger_only(slack: Slack, desk: Desk) -> None:
    slack.post("shortcut", user="ada", callback_id="search")
    told = desk.last("shortcut")
    assert (told["type"], told["callback_id"]) == ("shortcut", "search")
    assert told["trigger_id"]
    assert "channel" not in told
