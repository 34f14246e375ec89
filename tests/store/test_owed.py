"""What is owed is put into words from the state as it is when it is sent, and goes where it can be read."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from handlers.holds import expiry
from handlers.holds.owing import HoldOutbox
from handlers.kit import delivery
from handlers.kit.outgoing import Post
from handlers.kit.reply import Message
from store.holds.types import Hold
from store.outbox.types import ClaimedItem
from store.types import ChannelId, UserId
from tests.desk import ADA, BEN, CHANNEL, HOLD_LASTS, Desk, fill
from tests.store.owing import claim, claimed

TS = "1772442600.000100"
NOTICES = ChannelId("C5")
BENS_OWN = ChannelId(BEN.user)


def test_a_card_is_posted_and_from_then_on_edited(desk: Desk) -> None:
    hold = held(desk)
    assert [(post.channel, post.edit) for post in send_all(desk)] == [(CHANNEL, None)]
    assert desk.fresh(hold).card_ts == TS
    desk.release(BEN, hold)
    assert [(post.edit, post.thread) for post in send_all(desk)] == [(TS, None), (None, TS)]


def test_ten_changes_in_a_burst_are_one_card_that_shows_the_last(desk: Desk) -> None:
    hold = held(desk)
    desk.release(BEN, hold)
    card, line = send_all(desk)
    assert "released" in str(card.message.text)
    assert (card.edit, line.thread) == (None, TS)


def test_a_card_that_changed_while_it_was_sent_is_edited_at_once(desk: Desk) -> None:
    hold = held(desk)
    debt, post = next_post(desk)
    desk.release(BEN, hold)
    delivery.posted(desk.tools, debt, post, channel=CHANNEL, ts=TS)
    assert [post.edit for post in send_all(desk)] == [TS, None]


def test_an_end_is_told_in_the_thread_and_shown_to_the_channel(desk: Desk) -> None:
    held(desk)
    send_all(desk)
    run_out(desk)
    [_, notice] = send_all(desk)
    assert (notice.thread, notice.broadcast) == (TS, True)


def test_a_warning_mentions_the_holder_in_the_thread(desk: Desk) -> None:
    hold = held(desk)
    send_all(desk)
    warn(desk, hold)
    [warning] = send_all(desk)
    assert warning.thread == TS
    assert f"<@{BEN.user}>" in warning.message.text


def test_a_warning_that_comes_too_late_is_not_said(desk: Desk) -> None:
    hold = held(desk)
    send_all(desk)
    warn(desk, hold)
    desk.clock.advance(HOLD_LASTS)
    debt = claimed(desk)
    assert delivery.render(desk.tools, debt) is None
    delivery.nothing_to_say(desk.tools, debt)
    assert desk.everything()["outbox"] == []


def test_a_card_that_was_deleted_is_posted_anew(desk: Desk) -> None:
    hold = held(desk)
    send_all(desk)
    desk.release(BEN, hold)
    debt, post = next_post(desk)
    assert post.edit == TS
    delivery.card_lost(desk.tools, debt)
    assert [(post.channel, post.edit, post.thread) for post in send_all(desk)] == [
        (CHANNEL, None, None),
        (CHANNEL, None, TS),
    ]


def test_what_was_to_be_told_under_a_deleted_card_is_told_under_the_new_one(desk: Desk) -> None:
    hold = held(desk)
    send_all(desk)
    warn(desk, hold)
    debt, post = next_post(desk)
    assert debt.owing.kind == HoldOutbox.WARNING
    delivery.card_lost(desk.tools, debt)
    card, warning = send_all(desk)
    assert (card.edit, card.thread, warning.thread) == (None, None, TS)
    assert warning.message == post.message


@pytest.mark.parametrize(
    ("notices", "found", "told"),
    [
        pytest.param(NOTICES, NOTICES, [], id="goes to the channel for notices"),
        pytest.param(None, BENS_OWN, [ADA.user], id="else to the holder, and an admin is told"),
        pytest.param(CHANNEL, BENS_OWN, [ADA.user], id="also where it is the channel for notices that is lost"),
    ],
)
def test_what_cannot_be_posted_in_its_channel(
    desk: Desk, notices: ChannelId | None, found: ChannelId, told: list[UserId]
) -> None:
    desk.set(notices=notices)
    hold = held(desk)
    debt, _ = next_post(desk)
    assert delivery.channel_lost(desk.tools, debt, ADA.user)
    assert [post.channel for post in send_all(desk)] == [found, *told]
    assert (desk.fresh(hold).channel, desk.fresh(hold).card_ts) == (found, TS)


def test_where_no_admin_is_known_none_is_told(desk: Desk) -> None:
    held(desk)
    debt, _ = next_post(desk)
    assert delivery.channel_lost(desk.tools, debt, None)
    assert [post.channel for post in send_all(desk)] == [BENS_OWN]


def test_beyond_somebodys_own_messages_there_is_nowhere_to_go(desk: Desk) -> None:
    held(desk)
    debt, _ = next_post(desk)
    own = replace(debt, owing=replace(debt.owing, channel=BENS_OWN))
    before = desk.everything()
    assert not delivery.channel_lost(desk.tools, own, ADA.user)
    assert desk.everything() == before


@pytest.mark.parametrize(
    "lost",
    [
        pytest.param(lambda desk, debt: delivery.card_lost(desk.tools, debt), id="its card"),
        pytest.param(lambda desk, debt: delivery.channel_lost(desk.tools, debt, None), id="its channel"),
        pytest.param(
            lambda desk, debt: delivery.posted(
                desk.tools, debt, Post(message=Message(text=""), channel=CHANNEL), channel=CHANNEL, ts=TS
            ),
            id="nothing",
        ),
    ],
)
def test_a_debt_whose_hold_is_not_there_is_ticked_off(desk: Desk, lost: Callable[[Desk, ClaimedItem], object]) -> None:
    """No hold is ever deleted; a debt of one that is not there must not be tried for ever all the same."""
    held(desk)
    debt = claimed(desk)
    gone = replace(debt, owing=replace(debt.owing, detail={"hold": 99}))
    assert delivery.render(desk.tools, gone) is None
    lost(desk, gone)
    assert desk.everything()["outbox"] == []


def held(desk: Desk) -> Hold:
    fill(desk.database, 2)
    return desk.hold(BEN, 2)


def warn(desk: Desk, hold: Hold) -> None:
    desk.clock.advance(0.9 * (hold.until - desk.clock()))
    expiry.warn(desk.tools)


def run_out(desk: Desk) -> None:
    desk.clock.advance(HOLD_LASTS)
    expiry.announce_ended(desk.tools)


def next_post(desk: Desk) -> tuple[ClaimedItem, Post]:
    """What is to be sent next."""
    debt = claimed(desk)
    post = delivery.render(desk.tools, debt)
    assert isinstance(post, Post)
    return debt, post


def send_all(desk: Desk) -> list[Post]:
    """Send as the sender does; every message has the same ts."""
    sent = []
    while debt := claim(desk):
        if post := delivery.render(desk.tools, debt):
            assert isinstance(post, Post)
            delivery.posted(desk.tools, debt, post, channel=post.channel, ts=TS)
            sent.append(post)
    return sent
