"""Modals: opened by a trigger, stacked, changed, closed; and the Home tab."""

import time
from types import SimpleNamespace

import pytest
from slack_bolt import Ack
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.settings import SLACK_WAITS
from bot.workspace import triggers
from tests.workspace.conftest import Desk
from tests.workspace.slack import ADA, CHANNEL, Json, Slack
from tests.workspace.views import field, modal, opened, opens, submit, text


def test_a_modal_is_opened_by_a_trigger(slack: Slack, desk: Desk) -> None:
    opened(slack, desk, modal(field("note", initial_value="hm"), private_metadata="H-12"))
    (view,) = slack.views()
    assert (view["type"], view["callback_id"], view["private_metadata"]) == ("modal", "ask", "H-12")
    assert view["state"]["values"] == {"note_block": {"note": {"type": "plain_text_input", "value": "hm"}}}
    assert slack.views("ben") == []


def test_what_was_typed_is_submitted_and_the_modal_closes(slack: Slack, desk: Desk) -> None:
    view_id = opened(slack, desk, modal(field("note"), field("more", optional=True)))
    assert submit(slack, view_id, note="for the bridge") == {"ok": True, "response": None}

    view = desk.last("submission")["view"]
    assert view["id"] == view_id
    assert view["state"]["values"] == {
        "note_block": {"note": {"type": "plain_text_input", "value": "for the bridge"}},
        "more_block": {"more": {"type": "plain_text_input", "value": None}},
    }
    assert slack.views() == []


def test_errors_keep_the_modal_open_with_what_was_typed(slack: Slack, desk: Desk) -> None:
    errors = {"note_block": "not like this"}
    view_id = opened(slack, desk)
    desk.answers["submission"] = lambda ack, _body, _client: ack(response_action="errors", errors=errors)
    answer = submit(slack, view_id, note="kept")
    assert answer == {"ok": True, "response": {"response_action": "errors", "errors": errors}}
    (view,) = slack.views()
    assert view["state"]["values"]["note_block"]["note"]["value"] == "kept"


def test_an_error_at_no_input_is_one_nobody_would_see(slack: Slack, desk: Desk) -> None:
    view_id = opened(slack, desk)
    desk.answers["submission"] = lambda ack, _body, _client: ack(response_action="errors", errors={"other": "x"})
    assert submit(slack, view_id)["error"] == "invalid_response_action"
    assert len(slack.views()) == 1


def test_an_update_in_the_ack_changes_the_modal(slack: Slack, desk: Desk) -> None:
    view_id = opened(slack, desk)
    desk.answers["submission"] = lambda ack, _body, _client: ack(
        response_action="update", view=modal(callback_id="next")
    )
    before = slack.views()[0]["hash"]
    submit(slack, view_id, note="typed")
    (view,) = slack.views()
    assert (view["id"], view["callback_id"]) == (view_id, "next")
    assert view["hash"] != before
    assert view["state"]["values"]["note_block"]["note"]["value"] == "typed"


def test_modals_stack_three_deep_and_can_be_cleared(slack: Slack, desk: Desk) -> None:
    view_id = opened(slack, desk)
    desk.answers["submission"] = lambda ack, _body, _client: ack(response_action="push", view=modal())
    submit(slack, view_id)
    submit(slack, slack.views()[-1]["id"])
    stack = slack.views()
    assert [view["root_view_id"] for view in stack] == [view_id] * 3
    assert [view["previous_view_id"] for view in stack] == [None, stack[0]["id"], stack[1]["id"]]

    assert submit(slack, stack[-1]["id"])["error"] == "push_limit_reached"
    assert slack.post("submit", user="ada", view_id=view_id)["error"] == "view_not_on_top"
    desk.answers["submission"] = lambda ack, _body, _client: ack(response_action="clear")
    submit(slack, stack[-1]["id"])
    assert slack.views() == []


def test_a_broken_view_in_the_ack_keeps_the_modal(slack: Slack, desk: Desk) -> None:
    view_id = opened(slack, desk)
    desk.answers["submission"] = lambda ack, _body, _client: ack(response_action="update", view={"type": "modal"})
    assert submit(slack, view_id)["error"] == "invalid_arguments"
    assert len(slack.views()) == 1


@pytest.mark.parametrize(
    ("close", "closed", "is_cleared", "left"),
    [
        pytest.param({}, 1, False, 1, id="its button goes back one"),
        pytest.param({"all_views": True}, 2, True, 0, id="its cross closes all"),
    ],
)
def test_closing(slack: Slack, desk: Desk, close: Json, closed: int, is_cleared: bool, left: int) -> None:
    view_id = opened(slack, desk, modal(notify_on_close=True))
    desk.answers["submission"] = lambda ack, _body, _client: ack(
        response_action="push", view=modal(notify_on_close=True)
    )
    submit(slack, view_id)
    slack.post("close", user="ada", view_id=slack.views()[-1]["id"], **close)
    told = [body for kind, body in desk.seen if kind == "closed"]
    assert [body["is_cleared"] for body in told] == [is_cleared] * closed
    assert len(slack.views()) == left


def test_the_desk_is_told_of_closing_only_if_it_asked(slack: Slack, desk: Desk) -> None:
    slack.post("close", user="ada", view_id=opened(slack, desk))
    assert [kind for kind, _ in desk.seen] == ["command"]


def test_a_trigger_is_used_once(slack: Slack, desk: Desk) -> None:
    opened(slack, desk)
    trigger_id = desk.last("command")["trigger_id"]
    again = slack.api("views.open", trigger_id=trigger_id, view=modal()).json()
    assert again == {"ok": False, "error": "exchanged_trigger_id"}
    made_up = slack.api("views.open", trigger_id="1.2.3", view=modal()).json()
    assert made_up == {"ok": False, "error": "invalid_trigger_id"}


def test_a_trigger_dies_after_three_seconds(slack: Slack, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    slack.command()
    late = time.monotonic() + SLACK_WAITS
    monkeypatch.setattr(triggers, "time", SimpleNamespace(monotonic=lambda: late))
    answer = slack.api("views.open", trigger_id=desk.last("command")["trigger_id"], view=modal()).json()
    assert answer == {"ok": False, "error": "expired_trigger_id"}


def test_a_broken_view_does_not_spend_the_trigger(slack: Slack, desk: Desk) -> None:
    slack.command()
    trigger_id = desk.last("command")["trigger_id"]
    without_submit = {key: value for key, value in modal().items() if key != "submit"}
    broken = slack.api("views.open", trigger_id=trigger_id, view=without_submit).json()
    assert broken["error"] == "invalid_arguments"
    assert "must define `submit` to use `input` block" in broken["response_metadata"]["messages"][0]
    assert slack.api("views.open", trigger_id=trigger_id, view=modal()).json()["ok"]


def test_an_external_id_is_one_views_only(slack: Slack, desk: Desk) -> None:
    opened(slack, desk, modal(external_id="order-7"))
    desk.answers.clear()
    slack.command()
    trigger_id = desk.last("command")["trigger_id"]
    again = slack.api("views.open", trigger_id=trigger_id, view=modal(external_id="order-7")).json()
    assert again == {"ok": False, "error": "duplicate_external_id"}
    renamed = slack.api("views.update", external_id="order-7", view=modal(callback_id="b", external_id="order-7"))
    assert renamed.json()["view"]["callback_id"] == "b"


def test_a_view_has_its_weight(slack: Slack, desk: Desk) -> None:
    slack.command()
    heavy = modal(*(field(f"n{i}", initial_value="x" * 3000) for i in range(90)))
    answer = slack.api("views.open", trigger_id=desk.last("command")["trigger_id"], view=heavy).json()
    assert answer == {"ok": False, "error": "view_too_large"}


def test_an_update_needs_the_hash_it_was_made_for(slack: Slack, desk: Desk) -> None:
    view_id = opened(slack, desk)
    old = slack.views()[0]["hash"]
    assert slack.api("views.update", view_id=view_id, hash=old, view=modal(callback_id="b")).json()["ok"]
    late = slack.api("views.update", view_id=view_id, hash=old, view=modal(callback_id="c")).json()
    assert late == {"ok": False, "error": "hash_conflict"}
    assert slack.api("views.update", view_id="V0GONE", view=modal()).json()["error"] == "not_found"


def test_an_update_keeps_what_stands_under_the_same_ids(slack: Slack, desk: Desk) -> None:
    select: Json = {"type": "static_select", "options": [{"text": text("One"), "value": "one"}]}
    blocks = [
        field("note", dispatch_action_config={"trigger_actions_on": ["on_enter_pressed"]}),
        field("pick", **select),
    ]
    blocks[0]["dispatch_action"] = True
    view_id = opened(slack, desk, modal(*blocks))
    values = {"pick_block": {"pick": "one"}}
    slack.post("click", user="ada", view_id=view_id, action_id="note", selected="typed", values=values)
    told = desk.last("action")
    assert told["actions"][0]["value"] == "typed"
    assert told["container"] == {"type": "view", "view_id": view_id}
    assert told["view"]["state"]["values"]["pick_block"]["pick"]["selected_option"]["value"] == "one"

    renamed = {**blocks[1], "block_id": "pick_again"}
    slack.api("views.update", view_id=view_id, view=modal(blocks[0], renamed))
    values = slack.views()[0]["state"]["values"]
    assert values["note_block"]["note"]["value"] == "typed"
    assert values["pick_again"]["pick"]["selected_option"] is None


def test_a_button_in_a_modal_may_open_one_on_top(slack: Slack, desk: Desk) -> None:
    button = {"type": "button", "action_id": "more", "text": text("More")}
    view_id = opened(slack, desk, modal({"type": "actions", "elements": [button]}))

    def push(ack: Ack, body: Json, client: WebClient) -> None:
        client.views_push(trigger_id=body["trigger_id"], view=modal())
        ack()

    desk.answers["action"] = push
    slack.post("click", user="ada", view_id=view_id, action_id="more")
    assert [view["previous_view_id"] for view in slack.views()] == [None, view_id]


def test_pushing_needs_a_modal_to_push_on(slack: Slack, desk: Desk) -> None:
    slack.command()
    with pytest.raises(SlackApiError, match="not_found"):
        desk.client.views_push(trigger_id=desk.last("command")["trigger_id"], view=modal())


def test_the_home_tab_is_drawn_when_it_is_opened(slack: Slack, desk: Desk) -> None:
    def publish(ack: Ack, body: Json, client: WebClient) -> None:
        client.views_publish(user_id=body["event"]["user"], view={"type": "home", "blocks": [{"type": "divider"}]})
        ack()

    desk.answers["event"] = publish
    view = slack.post("home", user="ada")["view"]
    told = desk.last("event")["event"]
    assert (told["type"], told["user"], told["tab"]) == ("app_home_opened", ADA, "home")
    assert [block["type"] for block in view["blocks"]] == ["divider"]
    again = slack.post("home", user="ada")["view"]
    assert again["id"] == view["id"]
    assert again["hash"] != view["hash"]


def test_a_button_on_the_home_tab(slack: Slack, desk: Desk) -> None:
    blocks = [{"type": "actions", "elements": [{"type": "button", "action_id": "go", "text": text("Go")}]}]
    view = slack.api("views.publish", user_id=ADA, view={"type": "home", "blocks": blocks}).json()["view"]
    slack.post("click", user="ada", view_id=view["id"], action_id="go")
    told = desk.last("action")
    assert (told["view"]["type"], told["container"]["view_id"]) == ("home", view["id"])
    assert slack.post("click", user="ben", view_id=view["id"], action_id="go")["error"] == "view_not_found"


def test_a_modal_in_a_message_button_is_seen_by_who_pressed(slack: Slack, desk: Desk) -> None:
    blocks = [{"type": "actions", "elements": [{"type": "button", "action_id": "go", "text": text("Go")}]}]
    ts = slack.api("chat.postMessage", channel=CHANNEL, text="x", blocks=blocks).json()["ts"]
    desk.answers["action"] = opens(modal())
    slack.post("click", user="ben", channel=CHANNEL, message_ts=ts, action_id="go")
    assert (len(slack.views("ben")), slack.views("ada")) == (1, [])
