"""What a member types and chooses: what the bot is told of it, and what their own Slack stops."""

from typing import Any

import pytest

from bot.workspace.elements import KINDS
from tests.workspace.blockkit_payloads import ELEMENTS, option
from tests.workspace.conftest import Desk
from tests.workspace.slack import ADA, BEN, CHANNEL, Json, Slack
from tests.workspace.views import field, modal, opened, submit, text

WHOLE = {"type": "number_input", "is_decimal_allowed": False}
SMALL = {**WHOLE, "min_value": "-5", "max_value": "60"}
MULTI: Json = {"type": "multi_static_select", "options": [option(0), option(1)]}
EMAIL, ADDRESS = {"type": "email_text_input"}, {"type": "url_text_input"}


@pytest.mark.parametrize(
    ("element", "typed", "error"),
    [
        pytest.param({}, None, "required", id="empty"),
        pytest.param(MULTI, [], "required", id="nothing chosen"),
        pytest.param({"max_length": 3}, "four", "too_long", id="too long"),
        pytest.param({}, "x" * 3001, "too_long", id="too long for any text"),
        pytest.param({"min_length": 3}, "no", "too_short", id="too short"),
        pytest.param(WHOLE, "x", "not_a_number", id="no number"),
        pytest.param(WHOLE, "nan", "not_a_number", id="a number only computers know"),
        pytest.param(WHOLE, "1.5", "not_a_whole_number", id="not whole"),
        pytest.param(SMALL, "61", "too_large", id="too large"),
        pytest.param(SMALL, "-6", "too_small", id="too small"),
        pytest.param(EMAIL, "ada at example.com", "not_an_email", id="no email address"),
        pytest.param(ADDRESS, "example.com", "not_a_url", id="no web address"),
        pytest.param({**MULTI, "max_selected_items": 1}, ["0", "1"], "too_many", id="too many chosen"),
    ],
)
def test_what_the_members_own_slack_stops_is_not_delivered(
    slack: Slack, desk: Desk, element: Json, typed: str | None, error: str
) -> None:
    view_id = opened(slack, desk, modal(field("note", **element)))
    desk.seen.clear()
    assert submit(slack, view_id, note=typed) == {"ok": False, "error": error, "block_id": "note_block"}
    assert desk.seen == []
    assert len(slack.views()) == 1


@pytest.mark.parametrize(
    ("element", "typed"),
    [
        pytest.param({"min_length": 2, "max_length": 3}, "two", id="as long as may be"),
        pytest.param({}, "x" * 3000, id="as long as any text may be"),
        pytest.param(SMALL, "60", id="as large as may be"),
        pytest.param(SMALL, -5, id="as small as may be, as a number"),
        pytest.param(EMAIL, "ada.ek+desk@mail.example.com", id="an email address"),
        pytest.param(ADDRESS, "https://example.com/a?b=c", id="a web address"),
        pytest.param({**MULTI, "max_selected_items": 2}, ["0", "1"], id="as many as may be chosen"),
    ],
)
def test_what_the_members_own_slack_lets_pass(slack: Slack, desk: Desk, element: Json, typed: object) -> None:
    view_id = opened(slack, desk, modal(field("note", **element)))
    assert submit(slack, view_id, note=typed)["ok"]


def test_what_is_optional_may_be_empty_and_what_is_not_named_keeps_what_it_shows(slack: Slack, desk: Desk) -> None:
    view_id = opened(slack, desk, modal(field("a", optional=True), field("b", initial_value="shown")))
    assert submit(slack, view_id, a=None)["ok"]
    values = desk.last("submission")["view"]["state"]["values"]
    assert [values["a_block"]["a"]["value"], values["b_block"]["b"]["value"]] == [None, "shown"]


FIRST = {"type": "plain_text", "text": "x", "emoji": True}
CHOSEN = [{"text": FIRST, "value": "0"}]
RICH = {
    "type": "rich_text",
    "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "hi"}]}],
}
STATES: dict[str, tuple[Any, Json]] = {  # of each element: what a person gives, and what the bot is told
    "plain_text_input": ("hi", {"value": "hi"}),
    "number_input": ("7", {"value": "7"}),
    "email_text_input": ("a@b.co", {"value": "a@b.co"}),
    "url_text_input": ("https://b.co", {"value": "https://b.co"}),
    "rich_text_input": ("hi", {"rich_text_value": RICH}),
    "static_select": ("0", {"selected_option": CHOSEN[0]}),
    "external_select": ("0", {"selected_option": CHOSEN[0]}),
    "radio_buttons": ("0", {"selected_option": CHOSEN[0]}),
    "users_select": ("ben", {"selected_user": BEN}),
    "channels_select": ("phone-numbers", {"selected_channel": CHANNEL}),
    "conversations_select": ("@ada", {"selected_conversation": "D0ADA0001"}),
    "datepicker": ("2030-01-31", {"selected_date": "2030-01-31"}),
    "timepicker": ("09:05", {"selected_time": "09:05"}),
    "datetimepicker": (1900000000, {"selected_date_time": 1900000000}),
    "multi_static_select": (["0"], {"selected_options": CHOSEN}),
    "multi_external_select": (["0"], {"selected_options": CHOSEN}),
    "checkboxes": (["0"], {"selected_options": CHOSEN}),
    "multi_users_select": (["ben", "ada"], {"selected_users": [BEN, ADA]}),
    "multi_channels_select": (["phone-numbers", "C0GENERAL"], {"selected_channels": [CHANNEL, "C0GENERAL"]}),
    "multi_conversations_select": (["private-ops"], {"selected_conversations": ["C0PRIVOPS"]}),
}


def test_each_element_that_is_filled_in_is_tried() -> None:
    assert set(STATES) == set(KINDS) - {"file_input"}


@pytest.mark.parametrize("kind", STATES)
def test_each_element_tells_its_value_by_its_own_key(slack: Slack, desk: Desk, kind: str) -> None:
    view_id = opened(slack, desk, modal(field("it", optional=True, **ELEMENTS[kind])))
    plain, told = STATES[kind]
    empty: Json = {key: [] if isinstance(value, list) else None for key, value in told.items()}
    assert slack.views()[0]["state"]["values"]["it_block"]["it"] == {"type": kind, **empty}

    if "external" in kind:
        desk.answers["options"] = lambda ack, _body, _client: ack(options=CHOSEN)
        slack.post("options", user="ada", view_id=view_id, action_id="it", query="try")
    assert submit(slack, view_id, it=plain)["ok"]
    assert desk.last("submission")["view"]["state"]["values"]["it_block"]["it"] == {"type": kind, **told}


def test_an_overflow_in_a_modal_is_told_and_not_kept(slack: Slack, desk: Desk) -> None:
    overflow = {**ELEMENTS["overflow"], "action_id": "more"}
    view_id = opened(slack, desk, modal({"type": "actions", "block_id": "acts", "elements": [overflow]}))
    assert slack.post("click", user="ada", view_id=view_id, action_id="more", selected="0")["ok"]
    told = desk.last("action")
    assert told["actions"][0]["selected_option"] == CHOSEN[0]
    assert told["view"]["state"]["values"] == {}


@pytest.mark.parametrize(
    ("element", "selected"),
    [
        pytest.param({"type": "channels_select"}, "private-ops", id="a private channel among channels"),
        pytest.param({"type": "channels_select"}, "@ada", id="direct messages among channels"),
        pytest.param({"type": "conversations_select"}, "@ben", id="somebody else's direct messages"),
        pytest.param(
            {"type": "conversations_select", "filter": {"include": ["public"]}}, "private-ops", id="another kind"
        ),
        pytest.param(
            {"type": "conversations_select", "filter": {"exclude_external_shared_channels": True}},
            "shared-partner",
            id="one that is shared with others",
        ),
    ],
)
def test_a_channel_that_the_select_does_not_show(slack: Slack, desk: Desk, element: Json, selected: str) -> None:
    view_id = opened(slack, desk, modal(field("it", **element)))
    assert submit(slack, view_id, it=selected)["error"] == "channel_not_found"


def test_a_chosen_channel_comes_with_a_way_to_answer_there(slack: Slack, desk: Desk) -> None:
    view_id = opened(slack, desk, modal(field("it", type="conversations_select", response_url_enabled=True)))
    submit(slack, view_id, it="general")
    (way,) = desk.last("submission")["response_urls"]
    assert {"block_id": "it_block", "action_id": "it", "channel_id": "C0GENERAL"}.items() <= way.items()
    slack.http.post(way["response_url"], json={"text": "done", "response_type": "in_channel"})
    assert [said["text"] for said in slack.messages("general")] == ["done"]


@pytest.mark.parametrize(
    ("query", "asked"), [pytest.param("ab", 0, id="too little"), pytest.param("abc", 1, id="enough")]
)
def test_the_bot_is_asked_for_options_from_the_third_character_on(
    slack: Slack, desk: Desk, query: str, asked: int
) -> None:
    view_id = opened(slack, desk, modal(field("pick", type="external_select")))
    answer = slack.post("options", user="ada", view_id=view_id, action_id="pick", query=query)
    assert answer == {"options": []}
    assert [kind for kind, _ in desk.seen].count("options") == asked


def test_asked_for_options_the_bot_is_not_told_what_was_typed_meanwhile(slack: Slack, desk: Desk) -> None:
    view_id = opened(slack, desk, modal(field("kind", **MULTI), field("pick", type="external_select")))
    slack.post("click", user="ada", view_id=view_id, action_id="kind", selected=["0"])
    slack.post("options", user="ada", view_id=view_id, action_id="pick", query="abc")
    assert desk.last("options")["view"]["state"]["values"]["kind_block"]["kind"]["selected_options"] == []
    assert slack.views()[0]["state"]["values"]["kind_block"]["kind"]["selected_options"] == CHOSEN


def test_what_an_external_select_shows_from_the_first_can_be_sent_though_it_was_never_offered(
    slack: Slack, desk: Desk
) -> None:
    view_id = opened(slack, desk, modal(field("pick", type="external_select", initial_option=CHOSEN[0])))
    assert submit(slack, view_id, pick=CHOSEN[0]["value"])["ok"]
    sent = desk.last("submission")["view"]["state"]["values"]["pick_block"]["pick"]["selected_option"]
    assert sent["value"] == CHOSEN[0]["value"]


@pytest.mark.parametrize(
    "offer",
    [
        pytest.param({"options": [{"text": text("206"), "value": "206"}]}, id="options"),
        pytest.param(
            {"option_groups": [{"label": text("WA"), "options": [{"text": text("206"), "value": "206"}]}]}, id="groups"
        ),
    ],
)
def test_an_external_select_finds_as_one_types(slack: Slack, desk: Desk, offer: Json) -> None:
    view_id = opened(slack, desk, modal(field("pick", type="multi_external_select", min_query_length=0)))
    desk.answers["options"] = lambda ack, _body, _client: ack(**offer)
    assert submit(slack, view_id, pick=["206"])["error"] == "no_such_option"

    answer = slack.post("options", user="ada", view_id=view_id, action_id="pick", query="20")
    told = desk.last("options")
    assert (told["value"], told["action_id"], told["block_id"]) == ("20", "pick", "pick_block")
    assert told["view"]["id"] == view_id
    assert list(answer) == list(offer)
    assert submit(slack, view_id, pick=["206"])["ok"]
    chosen = desk.last("submission")["view"]["state"]["values"]["pick_block"]["pick"]["selected_options"]
    assert [each["value"] for each in chosen] == ["206"]


def test_a_button_is_nothing_to_fill_in(slack: Slack, desk: Desk) -> None:
    button = {"type": "button", "action_id": "more", "text": text("More")}
    view_id = opened(slack, desk, modal({"type": "actions", "block_id": "more_block", "elements": [button]}))
    assert submit(slack, view_id, more="x")["error"] == "no_such_input"


@pytest.mark.parametrize(
    ("offer", "answer"),
    [
        pytest.param({"options": []}, {"options": []}, id="nothing found"),
        pytest.param({"options": [{"text": text("x" * 76), "value": "x"}]}, "invalid_options", id="too long"),
        pytest.param(
            {"options": [{"text": text("x"), "value": str(i)} for i in range(101)]}, "invalid_options", id="too many"
        ),
    ],
)
def test_what_an_external_select_can_show(slack: Slack, desk: Desk, offer: Json, answer: Json | str) -> None:
    view_id = opened(slack, desk, modal(field("pick", type="external_select", min_query_length=2)))
    desk.answers["options"] = lambda ack, _body, _client: ack(**offer)
    told = slack.post("options", user="ada", view_id=view_id, action_id="pick", query="20")
    assert answer in (told, told.get("error"))


def test_a_file_is_handed_in(slack: Slack, desk: Desk) -> None:
    view_id = opened(slack, desk, modal(field("loa", type="file_input")))
    file_id = slack.post("upload", user="ada", name="loa.pdf", content_base64="JVBERi0=")["file_id"]
    assert submit(slack, view_id, loa=[file_id])["ok"]
    (file,) = desk.last("submission")["view"]["state"]["values"]["loa_block"]["loa"]["files"]
    assert (file["id"], file["name"], file["mimetype"], file["size"]) == (file_id, "loa.pdf", "application/pdf", 5)


@pytest.mark.parametrize(
    ("element", "names", "error"),
    [
        pytest.param({"filetypes": ["pdf"]}, ["loa.png"], "wrong_filetype", id="of another type"),
        pytest.param({"max_files": 1}, ["a.pdf", "b.pdf"], "too_many", id="too many"),
        pytest.param({"max_files": 2, "filetypes": ["pdf"]}, ["a.pdf", "b.PDF"], None, id="as wanted"),
    ],
)
def test_which_files_can_be_handed_in(
    slack: Slack, desk: Desk, element: Json, names: list[str], error: str | None
) -> None:
    view_id = opened(slack, desk, modal(field("loa", type="file_input", **element)))
    files = [slack.post("upload", user="ada", name=name, content_base64="JVBERi0=")["file_id"] for name in names]
    assert submit(slack, view_id, loa=files).get("error") == error
