"""The least of each block, element and view that Slack takes, to be spoilt by a test."""

from typing import Any

from bot.workspace.blockkit import check_blocks, check_view

Json = dict[str, Any]
URL = "https://example.com/"


def words(count: int) -> str:
    return "x" * count


def url(length: int) -> str:
    return URL.ljust(length, "x")


def plain(length: int = 1) -> Json:
    return {"type": "plain_text", "text": words(length)}


def mrkdwn(length: int = 1) -> Json:
    return {"type": "mrkdwn", "text": words(length)}


def section(**keys: object) -> Json:
    return {"type": "section", "text": mrkdwn(), **keys}


def actions(*elements: Json, **keys: object) -> Json:
    return {"type": "actions", "elements": list(elements), **keys}


def field(element: Json, **keys: object) -> Json:
    return {"type": "input", "label": plain(), "element": element, **keys}


def button(**keys: object) -> Json:
    return {"type": "button", "text": plain(), **keys}


def option(number: int = 0, **keys: object) -> Json:
    return {"text": plain(), "value": str(number), **keys}


def options(count: int) -> list[Json]:
    return [option(number) for number in range(count)]


def group(*offered: Json, **keys: object) -> Json:
    return {"label": plain(), "options": list(offered), **keys}


def select(**keys: object) -> Json:
    return {"type": "static_select", "options": options(2), **keys}


def grouped(*groups: Json, **keys: object) -> Json:
    return {"type": "static_select", "option_groups": list(groups), **keys}


def multi_select(**keys: object) -> Json:
    return {"type": "multi_static_select", "options": options(3), **keys}


def text_input(**keys: object) -> Json:
    return {"type": "plain_text_input", **keys}


def confirm(**keys: object) -> Json:
    return {"title": plain(), "text": mrkdwn(), "confirm": plain(), "deny": plain(), **keys}


def image(**keys: object) -> Json:
    return {"type": "image", "image_url": URL, "alt_text": "x", **keys}


def video(**keys: object) -> Json:
    return {
        "type": "video",
        "alt_text": "x",
        "title": plain(),
        "video_url": URL,
        "thumbnail_url": URL,
        **keys,
    }


def table(rows: int = 1, columns: int = 1, **keys: object) -> Json:
    return {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * columns] * rows, **keys}


def rich_text(*elements: Json) -> Json:
    return {"type": "rich_text", "elements": list(elements)}


def rich_section(*elements: Json) -> Json:
    return {"type": "rich_text_section", "elements": list(elements)}


def rich_list(*sections: Json, **keys: object) -> Json:
    return {"type": "rich_text_list", "style": "bullet", "elements": list(sections) or [rich_section()], **keys}


def card(**keys: object) -> Json:
    return {"type": "card", "title": plain(), **keys}


def container(**keys: object) -> Json:
    return {"type": "container", "title": plain(), "child_blocks": [section()], **keys}


def feedback(times: int = 1, **keys: object) -> Json:
    a_button = {"text": plain(), "value": "x"}
    pair = {"type": "feedback_buttons", "positive_button": {**a_button, **keys}, "negative_button": a_button}
    return {"type": "context_actions", "elements": [pair] * times}


def modal(*blocks: Json, **keys: object) -> Json:
    return {"type": "modal", "title": plain(), "submit": plain(), "blocks": list(blocks), **keys}


def home(*blocks: Json, **keys: object) -> Json:
    return {"type": "home", "blocks": list(blocks), **keys}


def in_message(*blocks: Json) -> list[str]:
    return check_blocks(list(blocks), surface="message")


def in_modal(*blocks: Json) -> list[str]:
    return check_view(modal(*blocks))


def in_home(*blocks: Json) -> list[str]:
    return check_view(home(*blocks))


ELEMENTS: dict[str, Json] = {  # one of each type
    "button": button(),
    "workflow_button": {"type": "workflow_button", "text": plain(), "workflow": {"trigger": {"url": URL}}},
    "icon_button": {"type": "icon_button", "icon": "trash", "text": plain()},
    "feedback_buttons": feedback()["elements"][0],
    "overflow": {"type": "overflow", "options": options(1)},
    "image": image(),
    "checkboxes": {"type": "checkboxes", "options": options(1)},
    "radio_buttons": {"type": "radio_buttons", "options": options(1)},
    "datepicker": {"type": "datepicker"},
    "timepicker": {"type": "timepicker"},
    "datetimepicker": {"type": "datetimepicker"},
    "static_select": select(),
    "external_select": {"type": "external_select"},
    "users_select": {"type": "users_select"},
    "channels_select": {"type": "channels_select"},
    "conversations_select": {"type": "conversations_select"},
    "multi_static_select": multi_select(),
    "multi_external_select": {"type": "multi_external_select"},
    "multi_users_select": {"type": "multi_users_select"},
    "multi_channels_select": {"type": "multi_channels_select"},
    "multi_conversations_select": {"type": "multi_conversations_select"},
    "plain_text_input": text_input(),
    "rich_text_input": {"type": "rich_text_input"},
    "email_text_input": {"type": "email_text_input"},
    "url_text_input": {"type": "url_text_input"},
    "number_input": {"type": "number_input", "is_decimal_allowed": False},
    "file_input": {"type": "file_input"},
}

TASK = {"type": "task_card", "task_id": "x", "title": "x", "status": "pending"}

BLOCKS: dict[str, Json] = {  # one of each type
    "section": section(),
    "divider": {"type": "divider"},
    "header": {"type": "header", "text": plain()},
    "image": image(),
    "context": {"type": "context", "elements": [mrkdwn(), plain(), image()]},
    "actions": actions(button()),
    "input": field(text_input()),
    "rich_text": rich_text(rich_section({"type": "text", "text": "x"}), rich_list()),
    "video": video(),
    "file": {"type": "file", "external_id": "x", "source": "remote"},
    "markdown": {"type": "markdown", "text": "x"},
    "table": table(column_settings=[None, {"align": "right"}]),
    "alert": {"type": "alert", "text": mrkdwn(), "level": "info"},
    "card": card(actions=[button()]),
    "carousel": {"type": "carousel", "elements": [card()]},
    "container": container(),
    "context_actions": feedback(),
    "task_card": TASK,
    "plan": {"type": "plan", "title": "x", "tasks": [TASK]},
}
