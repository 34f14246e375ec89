"""Home tabs: who has opened theirs is known, and theirs is owed again when something of theirs changes."""

from collections.abc import Callable

import pytest

from handlers.home import home
from handlers.kit.cards import CardOutbox
from handlers.kit.homes import HomeOutbox
from handlers.kit.member import Member
from handlers.kit.tools import SlackSilent
from store import homes
from store.holds.types import Hold
from store.outbox.types import OutboxItem
from store.types import UserId, WorkspaceId
from store.workspaces.types import ADMINS, Policy
from tests.desk import ADA, AWAY, BEN, CHLOE, DEV, EVE, HOLD_LASTS, HOME, Desk, click, fill
from tests.store.owing import claim, pay

Work = Callable[[Desk, Hold], object]


@pytest.fixture
def opened(desk: Desk) -> Desk:
    """A desk whose ADA, BEN, CHLOE and EVE have opened their Home tabs; nobody's is owed."""
    desk.set(policy=Policy())
    fill(desk.database, 5)
    for by in (ADA, BEN, CHLOE, EVE):
        home.opened(desk.tools, click(by))
    return desk


def known(desk: Desk, workspace: WorkspaceId, *among: UserId) -> list[UserId]:
    with desk.database.reading() as db:
        return homes.of(db, workspace, among or None)


def owed(desk: Desk) -> set[UserId]:
    """Whose Home tabs are owed."""
    found: list[OutboxItem] = []
    while debt := claim(desk):
        found.append(debt.owing)
        pay(desk, debt)
    return {UserId(owing.channel) for owing in found if owing.kind == HomeOutbox.HOME}


def test_who_has_opened_theirs_is_remembered_once(opened: Desk) -> None:
    before = opened.everything()
    home.opened(opened.tools, click(BEN))
    assert opened.everything() == before
    assert known(opened, HOME) == sorted([ADA.user, BEN.user, CHLOE.user])


def test_of_some_members_those_are_found_who_have(opened: Desk) -> None:
    assert known(opened, HOME, BEN.user, UserId("UDORA")) == [BEN.user]
    assert known(opened, AWAY, BEN.user) == []
    with opened.database.reading() as db:
        assert homes.of(db, HOME, []) == []


def test_a_guests_home_is_closed_and_not_kept_up_to_date(desk: Desk) -> None:
    view = home.opened(desk.tools, click(DEV))
    assert "Guests" in str(view.to_dict())
    assert known(desk, HOME) == []


@pytest.mark.parametrize(
    ("work", "concerned"),
    [
        pytest.param(lambda desk, hold: desk.release(BEN, hold), [BEN], id="one's own hold is released"),
        pytest.param(lambda desk, hold: desk.release(ADA, hold), [BEN], id="an admin releases it"),
        pytest.param(lambda desk, _hold: desk.reserve(CHLOE, 1), [CHLOE], id="one reserves"),
        pytest.param(lambda desk, hold: desk.asks(BEN, hold), [ADA, BEN, CHLOE], id="one asks for approval"),
        pytest.param(
            lambda desk, hold: (desk.set(policy=Policy(approvals=0)), desk.acquire(BEN, hold)),
            [ADA, BEN, CHLOE],
            id="one acquires without asking",
        ),
        pytest.param(lambda desk, hold: desk.at(hold.until).again(CHLOE, hold), [CHLOE], id="another holds again"),
        pytest.param(lambda desk, _hold: desk.reserve(BEN, 99), [], id="nothing changes"),
    ],
)
def test_a_home_is_drawn_again_when(opened: Desk, work: Work, concerned: list[Member]) -> None:
    hold = opened.hold(BEN, 2)
    owed(opened)
    work(opened, hold)
    assert owed(opened) == {by.user for by in concerned}


@pytest.mark.parametrize(
    "decide",
    [
        pytest.param(lambda desk, hold: desk.approve(CHLOE, desk.asked(hold)), id="approves"),
        pytest.param(lambda desk, hold: desk.decline(CHLOE, desk.asked(hold)), id="declines"),
        pytest.param(lambda desk, hold: desk.withdraw(BEN, desk.asked(hold)), id="withdraws"),
        pytest.param(lambda desk, hold: desk.release(BEN, hold), id="releases"),
    ],
)
def test_everybodys_home_of_that_workspace_is_drawn_again_when_somebody(opened: Desk, decide: Work) -> None:
    hold = opened.hold(BEN, 2)
    opened.asks(BEN, hold)
    owed(opened)
    decide(opened, hold)
    assert owed(opened) == {ADA.user, BEN.user, CHLOE.user}


def test_ten_changes_in_a_burst_draw_a_home_once(opened: Desk) -> None:
    for _ in range(5):
        opened.release(BEN, opened.hold(BEN, 1))
    homes_owed = [row for row in opened.everything()["outbox"] if HomeOutbox.HOME in row]
    assert len(homes_owed) == 1


def test_homes_have_a_lane_of_their_own(opened: Desk) -> None:
    opened.hold(BEN, 1)
    lanes = {}
    while debt := claim(opened):
        lanes[debt.owing.kind] = debt.lane
        pay(opened, debt)
    assert lanes[HomeOutbox.HOME] == "homes"
    assert lanes[CardOutbox.CARD] != "homes"


def shown(desk: Desk, by: Member) -> str:
    return str(home.home(desk.tools, by, "key").to_dict())


def test_what_waits_for_ones_approval_is_shown_to_those_who_may_and_have_not(opened: Desk) -> None:
    opened.set(policy=Policy(approvals=2))
    request = opened.asks(BEN, opened.hold(BEN, 2))
    asks = "<@UBEN> asks for"
    assert [asks in shown(opened, by) for by in (ADA, BEN, CHLOE, EVE)] == [True, False, True, False]
    opened.approve(CHLOE, request)
    assert [asks in shown(opened, by) for by in (ADA, CHLOE)] == [True, False]
    opened.slack.left.add(ADA.user)
    assert asks not in shown(opened, ADA)


def test_only_admins_are_shown_what_admins_approve(opened: Desk) -> None:
    opened.set(policy=Policy(approvers=ADMINS))
    opened.asks(BEN, opened.hold(BEN, 2))
    assert ["<@UBEN> asks for" in shown(opened, by) for by in (ADA, CHLOE)] == [True, False]


def test_a_hold_that_ended_is_shown_no_more_though_nobody_has_announced_it(opened: Desk) -> None:
    hold = opened.hold(BEN, 2)
    opened.asks(BEN, hold)
    assert hold.name in shown(opened, BEN)
    opened.clock.advance(HOLD_LASTS)
    assert hold.name not in shown(opened, BEN)
    assert hold.name not in shown(opened, CHLOE)


def test_what_was_acquired_lately_is_shown_to_all_of_the_workspace(opened: Desk) -> None:
    hold = opened.hold(BEN, 1)
    opened.approve(CHLOE, opened.asks(BEN, hold))
    assert ["206" in shown(opened, by) for by in (ADA, BEN, CHLOE, EVE)] == [True, True, True, False]


def test_a_home_that_needs_slacks_word_is_not_drawn_while_slack_is_silent(opened: Desk) -> None:
    opened.asks(BEN, opened.hold(BEN, 2))
    opened.slack.silent = True
    with pytest.raises(SlackSilent):
        shown(opened, CHLOE)


def test_a_home_that_could_not_be_drawn_is_owed(desk: Desk) -> None:
    home.opened(desk.tools, click(CHLOE))
    home.draw_later(desk.tools, click(CHLOE))
    assert owed(desk) == {CHLOE.user}
