"""What Slack refuses in a block, and its words for it."""

import pytest

from bot.workspace.blockkit import check_blocks
from tests.table import table
from tests.workspace.blockkit_payloads import (
    URL,
    Json,
    actions,
    button,
    confirm,
    field,
    group,
    image,
    mrkdwn,
    multi_select,
    option,
    options,
    plain,
    rich_list,
    rich_section,
    rich_text,
    section,
    select,
    text_input,
)

EMPTY = {"type": "plain_text", "text": ""}
NOT_OFFERED = "must be one of the provided options"


@table(
    ("block", "words", "at"),
    [
        # keys
        pytest.param({"text": mrkdwn()}, "missing required field: type", "", id="no type"),
        pytest.param({"type": 7}, "must provide a string", "/type", id="a type that is no word"),
        pytest.param({"type": "foo"}, "unsupported type: foo", "/type", id="an unknown type"),
        pytest.param("hello", "must provide an object", "", id="a block that is no object"),
        pytest.param(section(color="red"), "invalid additional property: color", "", id="an unknown key"),
        pytest.param({"type": "section"}, "must define either `text` or `fields`", "/type", id="an empty section"),
        pytest.param({"type": "header"}, "missing required field: text", "", id="a header without text"),
        pytest.param(
            {"type": "image", "image_url": URL}, "missing required field: alt_text", "", id="an image without alt_text"
        ),
        pytest.param(
            image(slack_file={"id": "F1"}),
            "must define either `image_url` or `slack_file`",
            "/type",
            id="an image from two places",
        ),
        # values
        pytest.param(section(text="hello"), "must provide an object", "/text", id="a bare string for a text"),
        pytest.param(section(text=None), "must provide an object", "/text", id="null for a text"),
        pytest.param(section(text=EMPTY), "must be more than 0 characters", "/text/text", id="an empty text"),
        pytest.param(section(fields=mrkdwn()), "must provide an array", "/fields", id="no array"),
        pytest.param(section(fields=[]), "must provide at least 1 items", "/fields", id="an empty array"),
        pytest.param(section(expand="yes"), "must provide a boolean", "/expand", id="a word for a boolean"),
        pytest.param(image(image_url="x.png"), "failed to match schema", "/image_url", id="an address that is none"),
        pytest.param(actions(), "must provide at least 1 items", "/elements", id="actions without elements"),
        pytest.param(
            actions(button(style="blue")), "must be a valid enum value", "/elements/0/style", id="an unknown style"
        ),
        pytest.param(actions(button(style=None)), "must provide a string", "/elements/0/style", id="null for a style"),
        pytest.param(
            actions({"type": "datepicker", "initial_date": "2026-13-01"}),
            "failed to match schema",
            "/elements/0/initial_date",
            id="a thirteenth month",
        ),
        pytest.param(
            actions({"type": "timepicker", "initial_time": "24:00"}),
            "failed to match schema",
            "/elements/0/initial_time",
            id="a twenty-fifth hour",
        ),
        pytest.param(
            actions({"type": "datetimepicker", "initial_date_time": 999_999_999}),
            "must be greater than 999999999",
            "/elements/0/initial_date_time",
            id="a moment of nine digits",
        ),
        # plain_text
        pytest.param(
            {"type": "header", "text": mrkdwn()}, "unsupported type: mrkdwn", "/text/type", id="mrkdwn in a header"
        ),
        pytest.param(
            actions(button(text=mrkdwn())), "unsupported type: mrkdwn", "/elements/0/text/type", id="mrkdwn on a button"
        ),
        pytest.param(
            actions(select(options=[option(text=mrkdwn())])),
            "unsupported type: mrkdwn",
            "/elements/0/options/0/text/type",
            id="mrkdwn in a select",
        ),
        pytest.param(
            section(text={**mrkdwn(), "emoji": True}),
            "invalid additional property: emoji",
            "/text",
            id="emoji in mrkdwn",
        ),
        # confirm dialogs
        pytest.param(
            actions(button(confirm=confirm(title=mrkdwn()))),
            "unsupported type: mrkdwn",
            "/elements/0/confirm/title/type",
            id="mrkdwn as a dialog's title",
        ),
        pytest.param(
            actions(button(confirm={"title": plain(), "text": plain(), "confirm": plain()})),
            "missing required field: deny",
            "/elements/0/confirm",
            id="a dialog without a no",
        ),
        # options
        pytest.param(
            actions({"type": "static_select"}),
            "must define either `options` or `option_groups`",
            "/elements/0/type",
            id="a select without options",
        ),
        pytest.param(
            actions(select(option_groups=[group(option())])),
            "must define either `options` or `option_groups`",
            "/elements/0/type",
            id="options beside groups",
        ),
        pytest.param(
            actions(select(options=[])), "must provide at least 1 items", "/elements/0/options", id="no option at all"
        ),
        pytest.param(
            actions(select(options=[option(url=URL)])),
            "invalid additional property: url",
            "/elements/0/options/0",
            id="a link in a select",
        ),
        pytest.param(
            actions(select(initial_option=option(9))),
            NOT_OFFERED,
            "/elements/0/initial_option",
            id="a foreign first option",
        ),
        pytest.param(
            actions(select(initial_option=option(0, text=plain(2)))),
            NOT_OFFERED,
            "/elements/0/initial_option",
            id="a first option that reads otherwise",
        ),
        pytest.param(
            actions({"type": "checkboxes", "options": options(2), "initial_options": [option(0), option(9)]}),
            NOT_OFFERED,
            "/elements/0/initial_options",
            id="one of two first options foreign",
        ),
        pytest.param(
            actions(
                {
                    "type": "multi_static_select",
                    "option_groups": [group(option(0)), group(option(1))],
                    "initial_options": [option(0), option(1)],
                }
            ),
            NOT_OFFERED,
            "/elements/0/initial_options",
            id="first options of two groups",
        ),
        pytest.param(
            actions(multi_select(initial_options=options(2), max_selected_items=1)),
            "no more than 1 items allowed",
            "/elements/0/initial_options",
            id="more first options than may be chosen",
        ),
        pytest.param(
            actions({"type": "multi_users_select", "initial_users": ["U1", "U2"], "max_selected_items": 1}),
            "no more than 1 items allowed",
            "/elements/0/initial_users",
            id="more first users than may be chosen",
        ),
        pytest.param(
            actions(multi_select(max_selected_items=0)),
            "must be greater than 0",
            "/elements/0/max_selected_items",
            id="none may be chosen",
        ),
        pytest.param(
            actions({"type": "conversations_select", "filter": {}}),
            "must define either `include` or `exclude_external_shared_channels` or `exclude_bot_users`",
            "/elements/0/filter/type",
            id="an empty filter",
        ),
        # inputs
        pytest.param(
            field(text_input(), label=mrkdwn()), "unsupported type: mrkdwn", "/label/type", id="mrkdwn as label"
        ),
        pytest.param(
            field(text_input(min_length=3, max_length=2)),
            "must not be less than `min_length`",
            "/element/max_length",
            id="a least length above the greatest",
        ),
        pytest.param(
            field(text_input(initial_value="xyz", max_length=2)),
            "must be less than 3 characters",
            "/element/initial_value",
            id="a first value too long for its input",
        ),
        pytest.param(
            field(text_input(min_length=True)), "must provide an integer", "/element/min_length", id="true for a number"
        ),
        pytest.param(
            field(text_input(dispatch_action_config={"trigger_actions_on": ["on_blur"]})),
            "must be a valid enum value",
            "/element/dispatch_action_config/trigger_actions_on/0",
            id="an unknown trigger",
        ),
        # rich text and tables
        pytest.param(
            rich_text(rich_list({"type": "text", "text": "x"})),
            "unsupported type: text",
            "/elements/0/elements/0/type",
            id="a text straight in a list",
        ),
        pytest.param(
            rich_text(rich_section({"type": "text", "text": "x", "style": {"loud": True}})),
            "invalid additional property: loud",
            "/elements/0/elements/0/style",
            id="an unknown style of rich text",
        ),
        pytest.param(
            {"type": "table", "rows": [[{"type": "raw_number", "value": "7", "text": "7"}]]},
            "must provide a number",
            "/rows/0/0/value",
            id="a cell whose number is a text",
        ),
    ],
)
def test_a_block_is_refused(block: Json, words: str, at: str) -> None:
    assert check_blocks([block], surface="message") == [f"{words} [json-pointer:/blocks/0{at}]"]
