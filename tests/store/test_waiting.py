"""Approvers that are not there are told of; a request for a release that nobody decides ends by itself."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.approvals import RELEASE_DAYS, watch
from handlers.approvals.entries import ApprovalAction
from handlers.approvals.owing import ApprovalOutbox
from handlers.batches import clock
from handlers.batches.entries import BatchAction
from handlers.kit.cards import CardOutbox
from handlers.kit.member import Standing
from store import approvals, batches
from store.approvals.types import RequestId, Verdict
from store.batches.types import BatchId, Stage
from store.holds.types import HoldId
from store.types import E164, UserId
from store.workspaces.types import ADMINS, Circle, Policy, Who
from tests.desk import ADA, BEN, CHLOE, HOME, TELEPHONY, Desk, fill
from tests.orders import owed
from tests.store.serving import own, release

GROUP = Who(circle=Circle.GROUP, group=TELEPHONY)


def asked(desk: Desk, approvers: Who, needed: int = 1) -> str:
    """CHLOE asks to acquire; the name of her hold."""
    fill(desk.database, 2)
    desk.set(policy=Policy(approvals=needed, approvers=approvers))
    hold = desk.hold(CHLOE, 2)
    desk.asks(CHLOE, hold)
    watch.look(desk.tools)
    return hold.name


def told(desk: Desk, of: str = "H-1") -> int:
    """How often it was said that too few can approve."""
    return [entry.deed.action for entry in desk.entries(of)].count(ApprovalAction.LACKING)


def has_left(desk: Desk, *users: UserId) -> None:
    for user in users:
        desk.slack.members[user] = replace(desk.slack.member(HOME, user), standing=Standing.STRANGER)


def nobody_in_the_group(desk: Desk) -> None:
    desk.slack.telephony = frozenset()


def only_the_asker_in_the_group(desk: Desk) -> None:
    desk.slack.telephony = frozenset({CHLOE.user})


def only_the_asker_in_the_channel(desk: Desk) -> None:
    desk.slack.left = {ADA.user, BEN.user}


LACKING = [
    pytest.param(GROUP, nobody_in_the_group, id="an empty group"),
    pytest.param(GROUP, only_the_asker_in_the_group, id="a group of who asks"),
    pytest.param(GROUP, lambda desk: has_left(desk, ADA.user, BEN.user), id="a group whose members left"),
    pytest.param(
        Who(circle=Circle.NAMED, members=(BEN.user,)), lambda desk: has_left(desk, BEN.user), id="one who left"
    ),
    pytest.param(Who(circle=Circle.NAMED, members=(CHLOE.user,)), lambda _desk: None, id="who asks, alone"),
    pytest.param(ADMINS, lambda desk: has_left(desk, ADA.user), id="the only admin left"),
    pytest.param(Who(), only_the_asker_in_the_channel, id="nobody else in the channel"),
]


@pytest.mark.parametrize(("approvers", "go"), LACKING)
def test_a_request_that_nobody_can_approve_is_told_of_at_once(
    desk: Desk, approvers: Who, go: Callable[[Desk], object]
) -> None:
    go(desk)
    name = asked(desk, approvers)
    assert told(desk) == 1
    assert desk.asked(desk.found(HOME, HoldId(1))).lacking
    assert (name, CardOutbox.LINE, str(desk.entries(name)[-1].number)) in owed(desk).values()


@pytest.mark.parametrize(("approvers", "go"), LACKING)
def test_and_whenever_it_becomes_so(desk: Desk, approvers: Who, go: Callable[[Desk], object]) -> None:
    asked(desk, approvers)
    if told(desk):
        return  # it was so from the beginning
    go(desk)
    assert watch.look(desk.tools) == 0, "nobody has said that anything changed"
    watch.look_again(desk.tools, HOME)
    assert [watch.look(desk.tools) for _ in range(2)] == [1, 0]
    assert told(desk) == 1
    watch.look_again(desk.tools, HOME)
    watch.look(desk.tools)
    assert told(desk) == 1, "it is said once"


def test_without_any_word_it_is_looked_at_daily_and_said_again_once_it_was_otherwise(desk: Desk) -> None:
    own(desk, 1)
    desk.set(policy=Policy(approvals=1, approvers=GROUP, releases=True))
    release(desk, number_of(desk), by=CHLOE)
    assert watch.look(desk.tools) == 1
    nobody_in_the_group(desk)
    desk.clock.advance(watch.DAILY)
    assert watch.look(desk.tools) == 1
    assert told(desk, "B-1") == 1
    desk.slack.telephony = frozenset({BEN.user})
    desk.clock.advance(watch.DAILY)
    watch.look(desk.tools)
    nobody_in_the_group(desk)
    desk.clock.advance(watch.DAILY)
    watch.look(desk.tools)
    assert told(desk, "B-1") == 2


def test_as_many_as_must_have_to_be_there(desk: Desk) -> None:
    asked(desk, GROUP, needed=3)
    assert told(desk) == 1


def test_where_slack_is_silent_nothing_is_said_and_it_is_asked_again_later(desk: Desk) -> None:
    desk.slack.silent = True
    asked(desk, GROUP)
    assert told(desk) == 0
    desk.slack.silent = False
    nobody_in_the_group(desk)
    desk.clock.advance(timedelta(minutes=5))
    assert watch.look(desk.tools) == 1
    assert told(desk) == 1


def test_what_is_decided_is_looked_at_no_more(desk: Desk) -> None:
    asked(desk, GROUP)
    desk.approve(BEN, desk.asked(desk.found(HOME, HoldId(1))))
    desk.clock.advance(2 * watch.DAILY)
    assert watch.look(desk.tools) == 0


@pytest.mark.parametrize("days", [None, 2])
def test_a_request_for_a_release_that_nobody_decides_ends_and_who_asked_is_told(desk: Desk, days: int | None) -> None:
    own(desk, 1)
    desk.set(policy=Policy(approvals=1, releases=True))
    if days is not None:
        desk.set(extra={RELEASE_DAYS.name: days})
    release(desk, number_of(desk), by=CHLOE)
    desk.clock.advance(timedelta(days=days or 7, seconds=-1))
    assert clock.ring(desk.tools) == 0
    desk.clock.advance(timedelta(seconds=1))
    assert [clock.ring(desk.tools) for _ in range(2)] == [1, 0]
    with desk.database.reading() as db:
        batch = batches.find(db, HOME, BatchId(1))
        request = approvals.find(db, HOME, RequestId(1))
    assert batch
    assert request
    assert (batch.stage, request.verdict, request.closed_by) == (Stage.WITHDRAWN, Verdict.RAN_OUT, None)
    assert [entry.deed.action for entry in desk.entries("B-1")][-1] == BatchAction.REQUEST_ENDED
    assert ("B-1", ApprovalOutbox.VERDICT, "1") in owed(desk).values()
    assert "ended" in desk.approve(BEN, request).text
    assert desk.in_use() == 1, "nothing is released"


def number_of(desk: Desk) -> E164:
    return E164(desk.everything()["numbers"][0][0])
