"""Where a card goes: the channel it was asked for in, where the desk may post there; else the channel for notices."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.local import SAMPLE
from tests.flow.desk import Desk
from tests.flow.member import Member
from tests.flow.product import Product
from tests.flow.slack import GENERAL, PRIVATE

SEATTLE = "reserve 2 US Washington Seattle"


@pytest.fixture
def forgets(desk: Desk) -> Iterator[None]:
    """Start the bot again after the test: it remembers for a minute where it may post."""
    yield
    desk.kill_bot()


def test_a_card_is_posted_where_it_was_asked_for(desk: Desk, ada: Member) -> None:
    ada.at(GENERAL).types(SEATTLE)
    desk.card("H-1", channel=GENERAL)
    assert desk.messages() == []


@pytest.mark.usefixtures("alone")
def test_in_a_direct_message_the_card_is_posted_there(desk: Desk, ben: Member) -> None:
    ben.at("@ben").types(SEATTLE)
    card = desk.card("H-1", channel="@ben")
    assert ben.at("@ben").submits(ben.at("@ben").chooses(card, "Acquire numbers"))["ok"]
    desk.card("H-1", "acquired", channel="@ben")


def test_in_a_private_channel_without_the_desk_a_search_is_answered(ben: Member) -> None:
    found = ben.at(PRIVATE).types("search US Washington Seattle")
    assert len(found.numbers) == 10


def test_from_a_private_channel_without_the_desk_the_card_goes_to_the_channel_for_notices(
    desk: Desk, ben: Member
) -> None:
    told = ben.at(PRIVATE).types(SEATTLE).text
    assert "You hold *2 toll numbers*" in told
    assert "The desk cannot post here, so the card is in <#C0PHONES1>." in told
    desk.card("H-1")


@pytest.mark.usefixtures("forgets")
def test_with_no_channel_for_notices_nothing_is_held_until_the_desk_is_invited(shared: Product, ben: Member) -> None:
    desk = shared.desk
    shared.set_up(replace(SAMPLE, notices=None))
    told = ben.at(PRIVATE).types(SEATTLE).text
    assert "nothing is held. Invite it with `/invite @numberdesk`" in told
    assert desk.in_use().held == 0

    desk.post("member", channel=PRIVATE, user="numberdesk", present=True)
    assert "You hold *2 toll numbers*" in ben.at(PRIVATE).types(SEATTLE).text
    desk.card("H-1", channel=PRIVATE)


@pytest.mark.usefixtures("forgets")
def test_where_slack_does_not_say_whether_the_desk_may_post_nothing_is_held(desk: Desk, ben: Member) -> None:
    desk.fault("users.conversations", error="internal_error")
    assert "nothing was changed. Please try again." in ben.at(PRIVATE).types(SEATTLE).text
    assert desk.in_use().held == 0
    assert "You hold" in ben.at(PRIVATE).types(SEATTLE).text
