"""A card that is not the one which is kept up to date is taken out once one of its buttons is pressed."""

import json
from dataclasses import replace
from typing import Any

import pytest
from slack_sdk.models.blocks import ActionsBlock, ButtonElement

from handlers.desk import press
from handlers.holds.views.card import SHOW
from handlers.kit import delivery
from handlers.kit.cards import CardOutbox
from handlers.kit.outgoing import Post, Retract
from store import holds
from store.holds.types import Hold
from tests.desk import BEN, CHANNEL, Desk, click, fill
from tests.store.owing import claim, claimed, pay

CARD, ORPHAN = "1772442600.000100", "1772442600.000200"


@pytest.fixture
def hold(desk: Desk) -> Hold:
    """One whose card is posted."""
    fill(desk.database, 2)
    return desk.hold(BEN, 2)


def button(desk: Desk, named: str) -> dict[str, Any]:
    """What a button of the card carries that is owed; the card is posted then."""
    debt = claimed(desk)
    post = delivery.render(desk.tools, debt)
    assert isinstance(post, Post)
    delivery.posted(desk.tools, debt, post, channel=CHANNEL, ts=CARD)
    while debt := claim(desk):  # type: ignore[assignment] # none is left in the end
        pay(desk, debt)
    elements = [each for block in post.message.blocks if isinstance(block, ActionsBlock) for each in block.elements]
    value = next(each.value for each in elements if isinstance(each, ButtonElement) and each.action_id == named)
    carried: dict[str, Any] = json.loads(value or "")
    return carried


def test_an_orphaned_card_is_taken_out_when_it_is_pressed_and_answered_all_the_same(desk: Desk, hold: Hold) -> None:
    value = button(desk, SHOW)
    assert press(desk.tools, replace(click(BEN), message=ORPHAN), SHOW, value, {}).view
    debt = claimed(desk)
    assert debt.owing.kind == CardOutbox.MOVED
    assert delivery.render(desk.tools, debt) == Retract(channel=CHANNEL, ts=ORPHAN)
    assert desk.fresh(hold).card_ts == CARD


def test_nothing_else_is_taken_out(desk: Desk, hold: Hold) -> None:
    value = button(desk, SHOW)
    press(desk.tools, replace(click(BEN), message=CARD), SHOW, value, {})  # the card itself
    press(desk.tools, replace(click(BEN), message=ORPHAN), SHOW, {**value, "card": None}, {})  # an answer's button
    press(desk.tools, click(BEN), SHOW, value, {})  # in no message
    with desk.database.begin() as db:
        holds.card_posted(db, desk.fresh(hold), channel=CHANNEL, ts=None)
    press(desk.tools, replace(click(BEN), message=ORPHAN), SHOW, value, {})  # it may be the card that is just posted
    assert claim(desk) is None
