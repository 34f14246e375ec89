"""Each of Slack's limits, with a payload just inside and one just outside."""

from collections.abc import Callable

import pytest

from bot.workspace.blockkit import blocks_text_length, check_view, view_weight
from tests.workspace.blockkit_payloads import (
    actions,
    button,
    card,
    confirm,
    container,
    feedback,
    field,
    group,
    grouped,
    image,
    in_message,
    in_modal,
    modal,
    mrkdwn,
    multi_select,
    option,
    options,
    plain,
    rich_list,
    rich_text,
    section,
    select,
    table,
    text_input,
    url,
    video,
    words,
)

Limits = dict[str, tuple[int, Callable[[int], list[str]]]]  # what, how many at most, what is said of so many

LENGTHS: Limits = {
    "block_id": (255, lambda n: in_message(section(block_id=words(n)))),
    "section's text": (3000, lambda n: in_message(section(text=mrkdwn(n)))),
    "section's field": (2000, lambda n: in_message(section(fields=[mrkdwn(n)]))),
    "header": (150, lambda n: in_message({"type": "header", "text": plain(n)})),
    "context's text": (3000, lambda n: in_message({"type": "context", "elements": [mrkdwn(n)]})),
    "image block's alt_text": (2000, lambda n: in_message(image(alt_text=words(n)))),
    "image block's image_url": (3000, lambda n: in_message(image(image_url=url(n)))),
    "image block's title": (2000, lambda n: in_message(image(title=plain(n)))),
    "input's label": (2000, lambda n: in_modal(field(text_input(), label=plain(n)))),
    "input's hint": (2000, lambda n: in_modal(field(text_input(), hint=plain(n)))),
    "markdown's text": (12_000, lambda n: in_message({"type": "markdown", "text": words(n)})),
    "video's title": (199, lambda n: in_message(video(title=plain(n)))),
    "video's author": (49, lambda n: in_message(video(author_name=words(n)))),
    "card's title": (150, lambda n: in_message(card(title=plain(n)))),
    "card's subtitle": (150, lambda n: in_message(card(subtitle=plain(n)))),
    "card's body": (200, lambda n: in_message(card(body=plain(n)))),
    "container's title": (150, lambda n: in_message(container(title=plain(n)))),
    "container's subtitle": (150, lambda n: in_message(container(subtitle=plain(n)))),
    "alert's text": (200, lambda n: in_modal({"type": "alert", "text": mrkdwn(n)})),
    "action_id": (255, lambda n: in_message(actions(button(action_id=words(n))))),
    "button's text": (75, lambda n: in_message(actions(button(text=plain(n))))),
    "button's value": (2000, lambda n: in_message(actions(button(value=words(n))))),
    "button's url": (3000, lambda n: in_message(actions(button(url=url(n))))),
    "button's accessibility_label": (75, lambda n: in_message(actions(button(accessibility_label=words(n))))),
    "button's agent_prompt": (4000, lambda n: in_message(actions(button(agent_prompt=words(n))))),
    "feedback button's text": (75, lambda n: in_message(feedback(text=plain(n)))),
    "feedback button's value": (2000, lambda n: in_message(feedback(value=words(n)))),
    "image element's alt_text": (2000, lambda n: in_message(section(accessory=image(alt_text=words(n))))),
    "image element's image_url": (3000, lambda n: in_message(section(accessory=image(image_url=url(n))))),
    "placeholder": (150, lambda n: in_message(actions(select(placeholder=plain(n))))),
    "text input's initial_value": (3000, lambda n: in_modal(field(text_input(initial_value=words(n))))),
    "option's text": (75, lambda n: in_message(actions(select(options=[option(text=plain(n))])))),
    "option's description": (75, lambda n: in_message(actions(select(options=[option(description=plain(n))])))),
    "option's value": (150, lambda n: in_message(actions(select(options=[option(value=words(n))])))),
    "option group's label": (75, lambda n: in_message(actions(grouped(group(option(), label=plain(n)))))),
    "confirm's title": (100, lambda n: in_message(actions(button(confirm=confirm(title=plain(n)))))),
    "confirm's text": (300, lambda n: in_message(actions(button(confirm=confirm(text=mrkdwn(n)))))),
    "confirm's yes": (30, lambda n: in_message(actions(button(confirm=confirm(confirm=plain(n)))))),
    "confirm's no": (30, lambda n: in_message(actions(button(confirm=confirm(deny=plain(n)))))),
    "modal's title": (24, lambda n: check_view(modal(title=plain(n)))),
    "modal's submit": (24, lambda n: check_view(modal(submit=plain(n)))),
    "modal's close": (24, lambda n: check_view(modal(close=plain(n)))),
    "private_metadata": (3000, lambda n: check_view(modal(private_metadata=words(n)))),
    "callback_id": (255, lambda n: check_view(modal(callback_id=words(n)))),
    "external_id": (255, lambda n: check_view(modal(external_id=words(n)))),
}

COUNTS: Limits = {
    "blocks in a message": (50, lambda n: in_message(*[section()] * n)),
    "blocks in a view": (100, lambda n: in_modal(*[section()] * n)),
    "fields in a section": (10, lambda n: in_message(section(fields=[mrkdwn()] * n))),
    "elements in actions": (25, lambda n: in_message(actions(*[button()] * n))),
    "elements in context": (10, lambda n: in_message({"type": "context", "elements": [mrkdwn()] * n})),
    "elements in context_actions": (5, lambda n: in_message(feedback(times=n))),
    "rows in a table": (100, lambda n: in_message(table(rows=n))),
    "columns in a table": (20, lambda n: in_message(table(columns=n))),
    "actions in a card": (3, lambda n: in_message(card(actions=[button()] * n))),
    "cards in a carousel": (10, lambda n: in_message({"type": "carousel", "elements": [card()] * n})),
    "blocks in a container": (10, lambda n: in_message(container(child_blocks=[section()] * n))),
    "options in a select": (100, lambda n: in_message(actions(select(options=options(n))))),
    "options in a multi-select": (100, lambda n: in_message(actions(multi_select(options=options(n))))),
    "options in an option group": (100, lambda n: in_message(actions(grouped(group(*options(n)))))),
    "option groups": (100, lambda n: in_message(actions(grouped(*[group(option())] * n)))),
    "options in checkboxes": (10, lambda n: in_message(actions({"type": "checkboxes", "options": options(n)}))),
    "options in radio buttons": (10, lambda n: in_message(actions({"type": "radio_buttons", "options": options(n)}))),
    "options in an overflow": (5, lambda n: in_message(actions({"type": "overflow", "options": options(n)}))),
    "first options of a multi-select": (
        2,
        lambda n: in_message(actions(multi_select(initial_options=options(n), max_selected_items=2))),
    ),
}

AMOUNTS: Limits = {
    "text input's min_length": (3000, lambda n: in_modal(field(text_input(min_length=n)))),
    "text input's max_length": (3000, lambda n: in_modal(field(text_input(max_length=n)))),
    "files of a file_input": (10, lambda n: in_modal(field({"type": "file_input", "max_files": n}))),
    "indent of a list": (8, lambda n: in_message(rich_text(rich_list(indent=n)))),
}


@pytest.mark.parametrize("what", LENGTHS)
def test_a_text_may_be_as_long_as_its_limit_and_no_longer(what: str) -> None:
    most, faults = LENGTHS[what]
    assert faults(most) == []
    assert without_pointers(faults(most + 1)) == [f"must be less than {most + 1} characters"]


@pytest.mark.parametrize("what", COUNTS)
def test_there_may_be_as_many_as_the_limit_and_no_more(what: str) -> None:
    most, faults = COUNTS[what]
    assert faults(most) == []
    assert without_pointers(faults(most + 1)) == [f"no more than {most} items allowed"]


@pytest.mark.parametrize("what", AMOUNTS)
def test_an_amount_may_be_as_great_as_its_limit_and_no_greater(what: str) -> None:
    most, faults = AMOUNTS[what]
    assert faults(most) == []
    assert without_pointers(faults(most + 1)) == [f"must be less than {most + 1}"]


def test_a_view_weighs_what_its_json_does() -> None:
    assert view_weight(modal(section(), callback_id=words(9))) == view_weight(modal(section(), callback_id="")) + 9
    assert view_weight({"type": "home", "blocks": []}) == len('{"type": "home", "blocks": []}')


def test_all_texts_of_a_message_count_together() -> None:
    menu = select(options=[option(text=plain(5))], placeholder=plain(6))
    blocks = [section(text=mrkdwn(1), fields=[plain(2)], accessory=button(text=plain(4))), actions(menu)]
    assert blocks_text_length(blocks) == 1 + 2 + 4 + 5 + 6


def without_pointers(faults: list[str]) -> list[str]:
    return [fault.split(" [json-pointer:")[0] for fault in faults]
