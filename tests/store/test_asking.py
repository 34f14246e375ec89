"""When approval is asked for, how many must agree, how long it can be awaited, where, and what may change meanwhile."""

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.holds import acquire, expiry
from handlers.holds.entries import HoldAction
from handlers.kit.cards import CardOutbox
from handlers.kit.reply import DONE
from handlers.quota.rules import QuotaRefusal
from store import holds
from store.approvals.types import ApprovalRequest, Verdict
from store.holds.types import Hold, Outcome
from store.types import ChannelId, Kind, Place
from store.workspaces.types import ADMINS, Credits, Licences, Policy, Who
from tests.desk import (
    A_MOMENT,
    ADA,
    BEN,
    CHLOE,
    HOLD_LASTS,
    HOME,
    SEATTLE,
    TOLL,
    TOLL_FREE,
    Desk,
    choice,
    click,
    fill,
    hold_in,
)
from tests.store.owing import in_order

NOTICES = ChannelId("C5")
BENS_OWN = ChannelId("D1")
TS = "1772442600.000100"


def asked(desk: Desk, policy: Policy, quantity: int = 2) -> tuple[Hold, ApprovalRequest]:
    """Numbers that BEN asks for."""
    desk.set(policy=policy)
    fill(desk.database, quantity)
    hold = desk.hold(BEN, quantity)
    return hold, desk.asks(BEN, hold)


@pytest.mark.parametrize(
    ("policy", "kind", "quantity", "needed"),
    [
        pytest.param(Policy(approvals=0), Kind.TOLL, 3, 0, id="none"),
        pytest.param(Policy(), Kind.TOLL, 1, 1, id="one, unless somebody says otherwise"),
        pytest.param(Policy(approvals=5), Kind.TOLL, 3, 5, id="as many as the policy says"),
        pytest.param(Policy(approvals=2), Kind.TOLL_FREE, 3, 2, id="as many for toll-free"),
        pytest.param(Policy(approvals=1, toll_free=3), Kind.TOLL_FREE, 3, 3, id="more for toll-free"),
        pytest.param(Policy(approvals=1, toll_free=3), Kind.TOLL, 3, 1, id="not more for toll"),
        pytest.param(Policy(approvals=1, toll_free=0), Kind.TOLL_FREE, 3, 0, id="none for toll-free"),
        pytest.param(Policy(approvals=0, toll_free=1), Kind.TOLL_FREE, 3, 1, id="only for toll-free"),
        pytest.param(Policy(from_quantity=3), Kind.TOLL, 2, 0, id="none for fewer than the policy minds"),
        pytest.param(Policy(from_quantity=3), Kind.TOLL, 3, 1, id="one from as many on"),
    ],
)
def test_so_many_must_agree(desk: Desk, policy: Policy, kind: Kind, quantity: int, needed: int) -> None:
    desk.set(policy=policy)
    fill(desk.database, 3, SEATTLE if kind is Kind.TOLL else Place(country="US"), kind)
    hold = desk.hold(BEN, 3, TOLL if kind is Kind.TOLL else TOLL_FREE)
    assert desk.acquire(BEN, hold, *desk.took(hold)[:quantity]) == DONE
    if needed:
        assert desk.asked(hold).needed == needed
        assert desk.fresh(hold).outcome is None
    else:
        assert desk.fresh(hold).acquired == quantity


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(Policy(approvals=0), id="nobody"),
        pytest.param(Policy(approvals=5), id="more"),
        pytest.param(Policy(approvals=2, approvers=ADMINS), id="others"),
        pytest.param(Policy(approvals=2, from_quantity=99), id="only for many numbers"),
    ],
)
def test_the_policy_at_the_time_of_asking_holds_whoever_must_agree_by_now(desk: Desk, now: Policy) -> None:
    hold, request = asked(desk, Policy(approvals=2))
    desk.approve(CHLOE, request)
    desk.set(policy=now)
    assert desk.fresh(hold).outcome is None
    assert (desk.asked(hold).needed, desk.asked(hold).approvers) == (2, Who())
    desk.approve(ADA, request)
    assert desk.fresh(hold).outcome is Outcome.ACQUIRED


def test_the_last_approval_is_refused_where_the_quota_has_become_too_small(desk: Desk) -> None:
    hold, request = asked(desk, Policy(), quantity=6)
    desk.set(licences=Licences(phone_system=1))
    before = desk.everything()
    reply = desk.approve(CHLOE, request)
    assert (reply.refusal, "only 5 of 5 left" in reply.text) == (QuotaRefusal.OVER_QUOTA, True)
    assert desk.everything() == before
    desk.set(licences=Licences(phone_system=60))
    desk.approve(CHLOE, request)
    assert desk.fresh(hold).outcome is Outcome.ACQUIRED


def test_the_last_approval_is_refused_where_the_licences_are_gone(desk: Desk) -> None:
    _, request = asked(desk, Policy())
    desk.set(licences=Licences())
    before = desk.everything()
    assert desk.approve(CHLOE, request).refusal == QuotaRefusal.NO_LICENCE
    assert desk.everything() == before


def test_the_last_approval_is_refused_where_credits_are_not_set_up_any_more(desk: Desk) -> None:
    desk.set(policy=Policy())
    fill(desk.database, 1, Place(country="US"), Kind.TOLL_FREE)
    request = desk.asks(BEN, desk.hold(BEN, 1, TOLL_FREE))
    desk.set(credits=Credits(set_up=False))
    before = desk.everything()
    assert desk.approve(CHLOE, request).refusal == QuotaRefusal.NO_CREDITS
    assert desk.everything() == before


def test_more_than_the_quota_allows_is_refused_before_anybody_is_asked(desk: Desk) -> None:
    desk.set(policy=Policy())
    fill(desk.database, 6)
    hold = desk.hold(BEN, 6)
    desk.set(licences=Licences(phone_system=1))
    before = desk.everything()
    assert desk.acquire(BEN, hold).refusal == QuotaRefusal.OVER_QUOTA
    assert desk.everything() == before


def test_a_hold_lasts_longer_while_approval_is_awaited_and_so_do_its_numbers(desk: Desk) -> None:
    hold, request = asked(desk, Policy(extension_minutes=30))
    later = hold.until + timedelta(minutes=30)
    extended = desk.fresh(hold)
    assert (extended.until, extended.extended_minutes) == (later, 30)
    assert desk.entries(hold.name)[-1].deed.after["until"] == later.isoformat()
    for at, live in ((hold.until, True), (later - A_MOMENT, True), (later, False)):
        assert extended.is_live(at) == live
        assert desk.at(at).to_be_had() == (0 if live else 2)
        assert desk.at(at).in_use() == (2 if live else 0)
    desk.at(later - A_MOMENT).approve(CHLOE, request)
    assert desk.fresh(hold).outcome is Outcome.ACQUIRED


def test_a_hold_is_extended_once_however_often_approval_is_asked_for(desk: Desk) -> None:
    hold, request = asked(desk, Policy(extension_minutes=30))
    extended = desk.fresh(hold).until
    desk.withdraw(BEN, request)
    assert desk.fresh(hold).until == extended
    desk.asks(BEN, hold)
    assert desk.fresh(hold).until == extended


def test_an_extended_hold_is_warned_of_two_minutes_before_its_later_end(desk: Desk) -> None:
    hold, _ = asked(desk, Policy(extension_minutes=30))
    soon = desk.fresh(hold).until - timedelta(minutes=2)
    assert expiry.warn(desk.at(soon - A_MOMENT).tools) == 0
    assert expiry.warn(desk.at(soon).tools) == 1


def test_a_hold_that_was_warned_of_and_then_extended_is_warned_of_again(desk: Desk) -> None:
    desk.set(policy=Policy(extension_minutes=30))
    fill(desk.database, 1)
    hold = desk.hold(BEN, 1)
    desk.clock.advance(timedelta(minutes=9))
    assert expiry.warn(desk.tools) == 1
    desk.asks(BEN, hold)
    desk.clock.advance(timedelta(minutes=29))
    assert expiry.warn(desk.tools) == 1


def test_an_extended_hold_ends_at_its_later_end_and_not_before(desk: Desk) -> None:
    hold, _ = asked(desk, Policy(extension_minutes=1))
    assert expiry.announce_ended(desk.at(hold.until).tools) == 0
    assert expiry.announce_ended(desk.at(desk.fresh(hold).until).tools) == 1
    assert desk.asked(hold).verdict is Verdict.RAN_OUT


def test_whoever_asks_with_a_slow_clock_for_what_others_hold_by_now_is_told_that_it_ended(desk: Desk) -> None:
    desk.set(policy=Policy(extension_minutes=5))
    fill(desk.database, 2)
    hold = desk.hold(BEN, 2)
    desk.at(hold.until).hold(CHLOE, 1)
    before = desk.everything()
    assert "H-1 ended" in desk.at(hold.until - A_MOMENT).acquire(BEN, hold).text
    assert desk.everything() == before


def test_a_request_from_somebodys_own_messages_is_refused_where_nobody_would_see_it(desk: Desk) -> None:
    hold = in_own_messages(desk)
    before = desk.everything()
    assert "nobody would see the request" in ask_from_own(desk, hold)
    assert desk.everything() == before


def test_a_request_from_somebodys_own_messages_moves_the_card_to_the_channel_for_notices(desk: Desk) -> None:
    desk.set(notices=NOTICES)
    hold = in_own_messages(desk)
    in_order(desk)
    assert ask_from_own(desk, hold) == ""
    moved = desk.fresh(hold)
    assert (moved.channel, moved.card_ts) == (NOTICES, None)
    assert [(kind, item) for _, kind, item in in_order(desk)] == [
        (CardOutbox.CARD, ""),
        (CardOutbox.MOVED, TS),
        (CardOutbox.LINE, str(desk.entries(hold.name)[-1].number)),
    ]


def test_whoever_is_in_the_channel_for_notices_approves_what_was_moved_there(desk: Desk) -> None:
    desk.set(notices=NOTICES)
    hold = in_own_messages(desk)
    ask_from_own(desk, hold)
    desk.approve(CHLOE, desk.asked(hold))
    assert desk.fresh(hold).outcome is Outcome.ACQUIRED


def test_holding_again_asks_again_for_the_same_numbers(desk: Desk) -> None:
    hold, request = asked(desk, Policy())
    desk.clock.advance(HOLD_LASTS)
    expiry.announce_ended(desk.tools)
    reply = desk.again(CHLOE, hold)
    again = desk.found(HOME, hold_in(reply))
    assert "teammates are asked again" in reply.text
    repeated = desk.asked(again)
    assert (repeated.asked_by, repeated.numbers, repeated.note) == (CHLOE.user, request.numbers, request.note)
    desk.approve(BEN, repeated)
    assert desk.fresh(again).acquired == 2


def test_holding_again_before_the_end_was_told_asks_again_too(desk: Desk) -> None:
    hold, _ = asked(desk, Policy())
    desk.clock.advance(HOLD_LASTS)
    reply = desk.again(BEN, hold)
    assert "teammates are asked again" in reply.text
    expiry.announce_ended(desk.tools)
    assert desk.asked(hold).verdict is Verdict.RAN_OUT
    assert desk.asked(desk.found(HOME, hold_in(reply))).verdict is None


def test_holding_again_what_needs_no_approval_any_more_acquires_it(desk: Desk) -> None:
    hold, _ = asked(desk, Policy())
    desk.clock.advance(HOLD_LASTS)
    desk.set(policy=Policy(approvals=0))
    reply = desk.again(BEN, hold)
    assert "No approval is needed any more" in reply.text
    assert desk.found(HOME, hold_in(reply)).outcome is Outcome.ACQUIRED


def test_holding_again_asks_nobody_where_other_numbers_are_held_instead(desk: Desk) -> None:
    hold, _ = asked(desk, Policy())
    desk.clock.advance(HOLD_LASTS)
    desk.reserve(CHLOE, 1)
    fill(desk.database, 1)
    desk.clock.advance(A_MOMENT)
    reply = desk.again(BEN, hold)
    assert "nobody is asked yet" in reply.text
    assert [deed.deed.action for deed in desk.entries(f"H-{hold_in(reply)}")] == [HoldAction.RESERVED]


@pytest.mark.parametrize("decided", ["withdraw", "never"])
def test_holding_again_asks_nobody_where_nothing_waited_at_the_end(desk: Desk, decided: str) -> None:
    desk.set(policy=Policy())
    fill(desk.database, 1)
    hold = desk.hold(BEN, 1)
    if decided == "withdraw":
        desk.withdraw(BEN, desk.asks(BEN, hold))
    desk.clock.advance(HOLD_LASTS)
    reply = desk.again(BEN, hold)
    assert "ask" not in reply.text
    assert [deed.deed.action for deed in desk.entries(f"H-{hold_in(reply)}")] == [HoldAction.RESERVED]


def in_own_messages(desk: Desk) -> Hold:
    """A hold whose card is in BEN's own messages."""
    desk.set(policy=Policy())
    fill(desk.database, 1)
    hold = desk.hold(BEN, 1)
    with desk.database.begin() as db:
        return holds.card_posted(db, hold, channel=BENS_OWN, ts=TS)


def ask_from_own(desk: Desk, hold: Hold) -> str:
    """What BEN is told who asks for all of it there."""
    at = replace(click(BEN), channel=BENS_OWN)
    return acquire.acquire(desk.tools, at, choice(hold, *desk.took(hold))).text
