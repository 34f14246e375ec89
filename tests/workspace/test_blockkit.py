"""What may stand where in Block Kit, and Slack's words for what is wrong."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.workspace.blockkit import check_blocks, check_view
from bot.workspace.blockkit.schema import Surface
from tests.table import table
from tests.workspace.blockkit_payloads import (
    BLOCKS,
    ELEMENTS,
    URL,
    Json,
    actions,
    button,
    confirm,
    field,
    group,
    grouped,
    in_modal,
    modal,
    mrkdwn,
    multi_select,
    option,
    plain,
    rich_list,
    rich_section,
    rich_text,
    section,
    select,
    text_input,
)

SURFACES: tuple[Surface, ...] = ("message", "modal", "home")
NOT_EVERYWHERE: dict[str, set[Surface]] = {
    # blocks
    "alert": {"modal"},
    "carousel": {"message", "home"},
    "container": {"message"},
    "context_actions": {"message"},
    "file": {"message"},
    "markdown": {"message"},
    "plan": {"message"},
    "table": {"message"},
    "task_card": {"message"},
    # elements
    "datetimepicker": {"message", "modal"},
    "email_text_input": {"modal"},
    "feedback_buttons": {"message"},
    "file_input": {"modal"},
    "icon_button": {"message"},
    "number_input": {"modal"},
    "rich_text_input": {"modal", "home"},
    "url_text_input": {"modal"},
    "workflow_button": {"message"},
}
NOT_PICKED = {  # all others may stand in a section, in actions and in an input
    "button": {"section", "actions"},
    "overflow": {"section", "actions"},
    "workflow_button": {"section", "actions"},
    "image": {"section", "context"},
    "feedback_buttons": {"context_actions"},
    "icon_button": {"context_actions"},
    "datetimepicker": {"actions", "input"},
    "rich_text_input": {"actions", "input"},
    "plain_text_input": {"input"},
    "email_text_input": {"input"},
    "url_text_input": {"input"},
    "number_input": {"input"},
    "file_input": {"input"},
}


@table("surface", SURFACES)
@table("block", BLOCKS)
def test_a_block_stands_only_on_its_surfaces(block: str, surface: Surface) -> None:
    allowed = surface in NOT_EVERYWHERE.get(block, SURFACES)
    refusal = [f"unsupported type: {block} [json-pointer:/blocks/0/type]"]
    assert check_blocks([BLOCKS[block]], surface=surface) == ([] if allowed else refusal)


@table("surface", SURFACES)
@table("element", ELEMENTS)
def test_an_element_stands_only_in_its_blocks_on_its_surfaces(element: str, surface: Surface) -> None:
    holders = {
        "section": section(accessory=ELEMENTS[element]),
        "actions": actions(ELEMENTS[element]),
        "input": field(ELEMENTS[element]),
        "context": {"type": "context", "elements": [ELEMENTS[element]]},
        "context_actions": {"type": "context_actions", "elements": [ELEMENTS[element]]},
    }
    takes_it = {name for name, block in holders.items() if not check_blocks([block], surface=surface)}
    places = NOT_PICKED.get(element, {"section", "actions", "input"})
    assert takes_it == (places if surface in NOT_EVERYWHERE.get(element, SURFACES) else set())


FIRST_TWO = [option(0), option(1)]
ENTER = {"trigger_actions_on": ["on_enter_pressed"]}


@table(
    "block",
    [
        pytest.param(section(fields=[mrkdwn(), plain()], text=plain()), id="a section with text and fields"),
        pytest.param(section(accessory=button(confirm=confirm(style="danger"))), id="a button that asks first"),
        pytest.param(actions(grouped(group(option(1)), initial_option=option(1))), id="a first option in a group"),
        pytest.param(actions(multi_select(initial_options=FIRST_TWO)), id="two first options"),
        pytest.param(
            actions(select(initial_option={"value": "0", "text": {**plain(), "emoji": True}})),
            id="a first option whose text says how it is drawn",
        ),
        pytest.param(
            actions({"type": "conversations_select", "filter": {"include": ["public"]}}),
            id="a filter of conversations",
        ),
        pytest.param(actions({"type": "overflow", "options": [option(url=URL)]}), id="a link in an overflow"),
        pytest.param(actions({"type": "checkboxes", "options": [option(text=mrkdwn())]}), id="mrkdwn in checkboxes"),
        pytest.param(
            actions(
                {"type": "datepicker", "initial_date": "2026-02-28"}, {"type": "timepicker", "initial_time": "23:59"}
            ),
            id="a first date and time",
        ),
        pytest.param(
            field(text_input(dispatch_action_config=ENTER, min_length=2, max_length=2), dispatch_action=True),
            id="an input that acts on Enter",
        ),
        pytest.param(
            field({"type": "number_input", "is_decimal_allowed": True, "min_value": "-1.5", "initial_value": "10"}),
            id="a number that is greater though its text is not",
        ),
        pytest.param(rich_text(rich_list(rich_section({"type": "user", "user_id": "U1"}))), id="a mention in a list"),
    ],
)
def test_is_taken(block: Json) -> None:
    assert in_modal(block) == []


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["type", "text", "x"]), inner),
)


@given(st.data())
def test_whatever_is_spoilt_is_refused_or_taken_but_never_breaks_the_checker(data: st.DataObject) -> None:
    view = deepcopy(modal(*BLOCKS.values(), *(actions(element) for element in ELEMENTS.values())))
    for _ in range(data.draw(st.integers(1, 3))):
        holder, key = data.draw(st.sampled_from(list(places(view))))
        holder[key] = data.draw(JUNK)
    assert all("[json-pointer:/view" in fault for fault in check_view(view))


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every key of every object and every index of every list."""
    keys = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from places(value[key])
