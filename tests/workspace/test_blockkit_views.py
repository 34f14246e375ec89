"""What Slack refuses of blocks together, in modals and in Home tabs, and its words for it."""

import pytest

from bot.workspace.blockkit import check_blocks, check_view
from tests.table import table
from tests.workspace.blockkit_payloads import (
    Json,
    actions,
    button,
    field,
    home,
    modal,
    mrkdwn,
    plain,
    section,
    select,
    text_input,
)


@table(
    ("blocks", "refusal"),
    [
        pytest.param({}, "must provide an array [json-pointer:/blocks]", id="no array"),
        pytest.param(
            [section(block_id="x"), section(block_id="x")],
            '`block_id` "x" already exists [json-pointer:/blocks/1/block_id]',
            id="a block_id twice",
        ),
        pytest.param(
            [actions(button(action_id="x"), button(action_id="x"))],
            '`action_id` "x" already exists [json-pointer:/blocks/0/elements/1/action_id]',
            id="an action_id twice in a block",
        ),
        pytest.param(
            [section(accessory=button(action_id="x")), actions(button(action_id="x"))],
            '`action_id` "x" already exists [json-pointer:/blocks/1/elements/0/action_id]',
            id="an action_id twice in two blocks",
        ),
    ],
)
def test_blockstogether_are_refused(blocks: object, refusal: str) -> None:
    assert check_blocks(blocks, surface="message") == [refusal]


ASKING = field(text_input())


@table(
    "view",
    [
        pytest.param(modal(ASKING, close=plain(), clear_on_close=True, notify_on_close=True), id="a modal that asks"),
        pytest.param({"type": "modal", "title": plain(), "blocks": [section()]}, id="a modal that only tells"),
        pytest.param(modal(actions(button(action_id="a"), button(action_id="b"))), id="a modal with two buttons"),
        pytest.param(modal(), id="a modal without blocks"),
        pytest.param(modal(field(select(focus_on_load=True))), id="a modal with one focus"),
        pytest.param(home(ASKING, private_metadata="x", callback_id="x"), id="a Home that asks"),
    ],
)
def test_a_view_is_taken(view: Json) -> None:
    assert check_view(view) == []


@table(
    ("view", "words", "at"),
    [
        pytest.param([], "must provide an object", "", id="a view that is no object"),
        pytest.param({"blocks": []}, "missing required field: type", "", id="a view without type"),
        pytest.param({"type": "dialog"}, "unsupported type: dialog", "/type", id="an unknown type of view"),
        pytest.param({"type": "modal", "blocks": []}, "missing required field: title", "", id="a modal without title"),
        pytest.param(
            {"type": "modal", "title": plain()}, "missing required field: blocks", "", id="a modal without blocks"
        ),
        pytest.param(modal(title=mrkdwn()), "unsupported type: mrkdwn", "/title/type", id="mrkdwn as title"),
        pytest.param(modal(id="V1"), "invalid additional property: id", "", id="a view as Slack sent it"),
        pytest.param(modal(state={}), "invalid additional property: state", "", id="a view with its state"),
        pytest.param(home(submit=plain()), "invalid additional property: submit", "", id="a Home with submit"),
        pytest.param(home(title=plain()), "invalid additional property: title", "", id="a Home with a title"),
        pytest.param(
            {"type": "modal", "title": plain(), "blocks": [section(), ASKING]},
            "must define `submit` to use `input` block",
            "/blocks/1/input",
            id="an input without submit",
        ),
        pytest.param(
            modal({"type": "markdown", "text": "x"}),
            "unsupported type: markdown",
            "/blocks/0/type",
            id="markdown in a modal",
        ),
        pytest.param(
            modal(field(select(focus_on_load=True)), field(text_input(focus_on_load=True))),
            "only one element can set `focus_on_load`",
            "/blocks/1/element/focus_on_load",
            id="two that want the focus",
        ),
    ],
)
def test_a_view_is_refused(view: object, words: str, at: str) -> None:
    assert check_view(view) == [f"{words} [json-pointer:/view{at}]"]


def test_each_fault_is_told() -> None:
    faulty = modal({"type": "divider", "text": plain()}, {"type": "foo"}, callback_id=7)
    assert check_view(faulty) == [
        "invalid additional property: text [json-pointer:/view/blocks/0]",
        "unsupported type: foo [json-pointer:/view/blocks/1/type]",
        "must provide a string [json-pointer:/view/callback_id]",
    ]
