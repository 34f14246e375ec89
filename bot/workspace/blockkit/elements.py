"""Block elements: in which blocks and on which surfaces each may stand, and its keys.

https://docs.slack.dev/reference/block-kit/block-elements, November 2026
"""

from collections.abc import Mapping

from bot.workspace.blockkit.objects import (
    ALT_TEXT,
    CONFIRM,
    CONVERSATION_FILTER,
    DISPATCH_ACTION_CONFIG,
    MRKDWN_OPTION,
    OPTION,
    OPTION_GROUP,
    OVERFLOW_OPTION,
    SLACK_FILE,
    STYLE,
    URL,
    WORKFLOW,
    plain_text,
)
from bot.workspace.blockkit.rich_text import RICH_TEXT
from bot.workspace.blockkit.rules import (
    among_options,
    exactly_one,
    in_order,
    initial_value_fits,
    no_more_than_may_be_selected,
)
from bot.workspace.blockkit.schema import Flag, Integer, Items, Object, Shape, String, Typed

Keys = Mapping[str, Shape]

ID = String(least=1)
NUMBER = String(like=r"-?\d+(\.\d+)?")
DATE = String(like=r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
TIME = String(like=r"([01]\d|2[0-3]):[0-5]\d")

ACTION: Keys = {"action_id": String(255, least=1)}
CONFIRMED: Keys = {**ACTION, "confirm": CONFIRM}
CHOSEN: Keys = {**CONFIRMED, "focus_on_load": Flag()}
SELECTED: Keys = {**CHOSEN, "placeholder": plain_text(150)}
SEVERAL: Keys = {**SELECTED, "max_selected_items": Integer(1)}
OFFERED: Keys = {"options": Items(OPTION, 100), "option_groups": Items(OPTION_GROUP, 100)}
TYPED: Keys = {
    **ACTION,
    "placeholder": plain_text(150),
    "focus_on_load": Flag(),
    "dispatch_action_config": DISPATCH_ACTION_CONFIG,
}
PICKED = ("section", "actions", "input")

IMAGE = Object(
    inside=("section", "context"),
    needs={"alt_text": ALT_TEXT},
    may={"image_url": URL, "slack_file": SLACK_FILE},
    rules=(exactly_one("image_url", "slack_file"),),
)
FEEDBACK_BUTTON = Object(
    needs={"text": plain_text(75), "value": String(2000)},
    may={"accessibility_label": String(75)},
)

BUTTONS = {
    "button": Object(
        inside=("section", "actions", "card"),
        needs={"text": plain_text(75)},
        may={
            **CONFIRMED,
            "url": URL,
            "value": String(2000),
            "style": STYLE,
            "accessibility_label": String(75),
            "agent_prompt": String(4000),
            "agent_prompt_display": String(),
            "visible_to_user_ids": Items(ID, 10),
        },
    ),
    "workflow_button": Object(
        inside=("section", "actions"),
        on=("message",),
        needs={"text": plain_text(75), "workflow": WORKFLOW},
        may={**ACTION, "style": STYLE, "accessibility_label": String(75)},
    ),
    "icon_button": Object(
        inside=("context_actions",),
        on=("message",),
        needs={"icon": ID, "text": plain_text(75)},
        may={
            **CONFIRMED,
            "value": String(2000),
            "accessibility_label": String(75),
            "visible_to_user_ids": Items(ID, 10),
        },
    ),
    "feedback_buttons": Object(
        inside=("context_actions",),
        on=("message",),
        needs={"positive_button": FEEDBACK_BUTTON, "negative_button": FEEDBACK_BUTTON},
        may=ACTION,
    ),
    "overflow": Object(
        inside=("section", "actions"),
        needs={"options": Items(OVERFLOW_OPTION, 5)},
        may=CONFIRMED,
    ),
}

CHOICES = {
    "checkboxes": Object(
        inside=PICKED,
        needs={"options": Items(MRKDWN_OPTION, 10)},
        may={**CHOSEN, "initial_options": Items(MRKDWN_OPTION)},
        rules=(among_options("initial_options"),),
    ),
    "radio_buttons": Object(
        inside=PICKED,
        needs={"options": Items(MRKDWN_OPTION, 10)},
        may={**CHOSEN, "initial_option": MRKDWN_OPTION},
        rules=(among_options("initial_option"),),
    ),
    "datepicker": Object(inside=PICKED, may={**SELECTED, "initial_date": DATE}),
    "timepicker": Object(inside=PICKED, may={**SELECTED, "initial_time": TIME, "timezone": ID}),
    "datetimepicker": Object(
        inside=("actions", "input"),
        on=("message", "modal"),
        may={**CHOSEN, "initial_date_time": Integer(1_000_000_000, 9_999_999_999)},
    ),
}

SELECTS = {
    "static_select": Object(
        inside=PICKED,
        may={**SELECTED, **OFFERED, "initial_option": OPTION},
        rules=(exactly_one("options", "option_groups"), among_options("initial_option")),
    ),
    "external_select": Object(
        inside=PICKED,
        may={**SELECTED, "min_query_length": Integer(0), "initial_option": OPTION},
    ),
    "users_select": Object(inside=PICKED, may={**SELECTED, "initial_user": ID}),
    "channels_select": Object(
        inside=PICKED,
        may={**SELECTED, "initial_channel": ID, "response_url_enabled": Flag()},
    ),
    "conversations_select": Object(
        inside=PICKED,
        may={
            **SELECTED,
            "initial_conversation": ID,
            "default_to_current_conversation": Flag(),
            "response_url_enabled": Flag(),
            "filter": CONVERSATION_FILTER,
        },
    ),
}

MULTI_SELECTS = {
    "multi_static_select": Object(
        inside=PICKED,
        may={**SEVERAL, **OFFERED, "initial_options": Items(OPTION)},
        rules=(
            exactly_one("options", "option_groups"),
            among_options("initial_options"),
            no_more_than_may_be_selected("initial_options"),
        ),
    ),
    "multi_external_select": Object(
        inside=PICKED,
        may={**SEVERAL, "min_query_length": Integer(0), "initial_options": Items(OPTION)},
        rules=(no_more_than_may_be_selected("initial_options"),),
    ),
    "multi_users_select": Object(
        inside=PICKED,
        may={**SEVERAL, "initial_users": Items(ID)},
        rules=(no_more_than_may_be_selected("initial_users"),),
    ),
    "multi_channels_select": Object(
        inside=PICKED,
        may={**SEVERAL, "initial_channels": Items(ID)},
        rules=(no_more_than_may_be_selected("initial_channels"),),
    ),
    "multi_conversations_select": Object(
        inside=PICKED,
        may={
            **SEVERAL,
            "initial_conversations": Items(ID),
            "default_to_current_conversation": Flag(),
            "filter": CONVERSATION_FILTER,
        },
        rules=(no_more_than_may_be_selected("initial_conversations"),),
    ),
}

INPUTS = {
    "plain_text_input": Object(
        inside=("input",),
        may={
            **TYPED,
            "initial_value": String(3000),
            "multiline": Flag(),
            "min_length": Integer(0, 3000),
            "max_length": Integer(1, 3000),
        },
        rules=(in_order("min_length", "max_length"), initial_value_fits),
    ),
    "rich_text_input": Object(
        inside=("actions", "input"),
        on=("modal", "home"),
        may={
            **TYPED,
            "initial_value": Typed({"rich_text": RICH_TEXT}),
            "min_lines": Integer(1),
            "max_lines": Integer(1),
        },
        rules=(in_order("min_lines", "max_lines"),),
    ),
    "email_text_input": Object(inside=("input",), on=("modal",), may={**TYPED, "initial_value": String()}),
    "url_text_input": Object(inside=("input",), on=("modal",), may={**TYPED, "initial_value": String()}),
    "number_input": Object(
        inside=("input",),
        on=("modal",),
        needs={"is_decimal_allowed": Flag()},
        may={**TYPED, "initial_value": NUMBER, "min_value": NUMBER, "max_value": NUMBER},
        rules=(in_order("min_value", "initial_value", "max_value"),),
    ),
    "file_input": Object(
        inside=("input",),
        on=("modal",),
        may={**ACTION, "filetypes": Items(ID), "max_files": Integer(1, 10)},
    ),
}

ELEMENTS = {"image": IMAGE, **BUTTONS, **CHOICES, **SELECTS, **MULTI_SELECTS, **INPUTS}


def element_of(block: str) -> Typed:
    """Any element that may stand in a block of this type."""
    return Typed({name: element for name, element in ELEMENTS.items() if block in element.inside})
