"""One workspace never sees or touches another's: not its holds, its numbers, its record, nor what is owed to it."""

from collections.abc import Callable

import pytest

from handlers.approvals import decide
from handlers.approvals.requests import Decision
from handlers.holds import acquire, expiry, release, reserve, show
from handlers.holds.selection import Selection
from handlers.holds.views.choose import NUMBERS
from handlers.home import home
from handlers.kit.member import Member
from handlers.kit.words import BadInput
from handlers.quota import show as quota
from handlers.quota.requests import ShowQuota
from handlers.search import search
from handlers.search.requests import Search
from store.approvals.types import RequestId
from store.holds.types import HoldId, Purpose
from store.types import E164
from store.workspaces.types import Policy
from tests.desk import AWAY, BEN, CHLOE, EVE, HOLD_LASTS, HOME, TOLL, Desk, click, fill, member
from tests.rules.fields import typed
from tests.store.owing import claim
from tests.store.setting import save

FAY = member("UFAY", AWAY)
Press = Callable[[Desk, Member, HoldId], object]


def _acquire(desk: Desk, by: Member, hold: HoldId) -> object:
    picked = tuple(E164(f"+1206{number:07}") for number in range(5))  # whatever anybody holds
    ask = acquire.Acquire(hold=hold, choice=Selection(field=NUMBERS, picked=picked), purpose=Purpose.NOT_YET, note="")
    return acquire.acquire(desk.tools, click(by), ask)


PRESSES = [
    pytest.param(lambda desk, by, hold: show.show(desk.tools, click(by), hold), id="show"),
    pytest.param(lambda desk, by, hold: show.show_numbers(desk.tools, click(by), hold), id="show numbers"),
    pytest.param(lambda desk, by, hold: acquire.choose(desk.tools, click(by), hold), id="choose"),
    pytest.param(lambda desk, by, hold: acquire.find(desk.tools, click(by), {"hold": hold}, "1206"), id="find numbers"),
    pytest.param(lambda desk, by, hold: release.release(desk.tools, click(by), hold), id="release"),
    pytest.param(lambda desk, by, hold: reserve.hold_again(desk.tools, click(by), hold), id="hold again"),
    pytest.param(_acquire, id="acquire"),
]


@pytest.mark.parametrize("press", PRESSES)
@pytest.mark.parametrize("ended", [False, True])
def test_a_hold_of_another_workspace_is_no_hold(desk: Desk, press: Press, ended: bool) -> None:
    fill(desk.database, 2)
    theirs = desk.hold(BEN, 2)
    if ended:
        desk.clock.advance(HOLD_LASTS)
    before = desk.everything()
    assert said(desk, press, EVE, theirs.id) == said(desk, press, EVE, HoldId(99)).replace("H-99", theirs.name)
    assert desk.everything() == before


@pytest.mark.parametrize("press", PRESSES)
def test_of_two_holds_of_the_same_name_ones_own_is_meant(desk: Desk, press: Press) -> None:
    fill(desk.database, 5)
    theirs, own = desk.hold(BEN, 2), desk.hold(EVE, 3)
    assert theirs.id == own.id
    said(desk, press, EVE, own.id)
    assert desk.fresh(theirs) == theirs
    assert set(desk.outcomes(theirs).values()) == {None}
    assert desk.in_use(HOME) == 2


def said(desk: Desk, press: Press, by: Member, hold: HoldId) -> str:
    """What somebody sees who presses a button that names a hold, be it an answer or what was wrong."""
    try:
        return str(press(desk, by, hold))
    except BadInput as bad:
        return f"{bad.key} {bad.values}"


def _decision(hold: HoldId) -> Decision:
    return Decision(request=RequestId(1), ref={"hold": hold})


DECISIONS = [
    pytest.param(lambda desk, by, hold: decide.approve(desk.tools, click(by), _decision(hold)), id="approve"),
    pytest.param(lambda desk, by, hold: decide.take_back(desk.tools, click(by), _decision(hold)), id="take back"),
    pytest.param(lambda desk, by, hold: decide.ask_why(desk.tools, click(by), _decision(hold)), id="ask why"),
    pytest.param(lambda desk, by, hold: decide.decline(desk.tools, click(by), _decision(hold), "no"), id="decline"),
    pytest.param(lambda desk, by, hold: decide.withdraw(desk.tools, click(by), _decision(hold)), id="withdraw"),
]


@pytest.mark.parametrize("press", DECISIONS)
def test_a_request_of_another_workspace_is_no_request(desk: Desk, press: Press) -> None:
    desk.set(policy=Policy(approvals=2))
    fill(desk.database, 2)
    theirs = desk.hold(BEN, 2)
    desk.approve(CHLOE, desk.asks(BEN, theirs))
    before = desk.everything()
    assert said(desk, press, EVE, theirs.id) == "no-such-hold {'hold': 'H-1'}"
    assert desk.everything() == before


@pytest.mark.parametrize("press", DECISIONS)
def test_of_two_requests_of_the_same_name_ones_own_is_meant(desk: Desk, press: Press) -> None:
    fill(desk.database, 5)
    for workspace in (HOME, AWAY):
        desk.set(workspace, policy=Policy(approvals=2))
    theirs, own = desk.hold(BEN, 2), desk.hold(FAY, 3)
    request, _ = desk.asks(BEN, theirs), desk.asks(FAY, own)
    desk.approve(CHLOE, request)
    before = desk.asked(theirs)
    said(desk, press, EVE, own.id)
    said(desk, press, FAY, own.id)
    assert desk.asked(theirs) == before
    assert desk.fresh(theirs).outcome is None


def test_a_request_is_decided_with_its_own_hold_alone(desk: Desk) -> None:
    """A button carries both; one made up of two buttons is none."""
    desk.set(policy=Policy())
    fill(desk.database, 2)
    hold, other = desk.hold(BEN, 1), desk.hold(BEN, 1)
    request = desk.asks(BEN, hold)
    before = desk.everything()
    with pytest.raises(BadInput, match="stale-button"):
        decide.approve(desk.tools, click(CHLOE), Decision(request=request.id, ref=other.ref))
    assert desk.everything() == before


def test_a_home_shows_nothing_of_another_workspace(desk: Desk) -> None:
    fill(desk.database, 10)
    before = home.home(desk.tools, EVE, "key").to_dict()
    desk.acquire(BEN, desk.hold(BEN, 5))
    desk.set(policy=Policy())
    desk.asks(BEN, desk.hold(BEN, 5))
    assert home.home(desk.tools, EVE, "key").to_dict() == before


def test_the_settings_of_one_workspace_ask_nobody_in_another(desk: Desk) -> None:
    desk.set(policy=Policy(approvals=5))
    fill(desk.database, 1)
    hold = desk.hold(EVE, 1)
    desk.acquire(EVE, hold)
    assert desk.fresh(hold).acquired == 1


def test_numbers_that_another_workspace_holds_are_not_shown(desk: Desk) -> None:
    made = fill(desk.database, 3)
    held = desk.took(desk.hold(BEN, 2))
    shown = str(search.search(desk.tools, click(EVE), Search(wanted=TOLL)).blocks)
    assert [e164 for e164 in made if e164 in shown] == [e164 for e164 in made if e164 not in held]


def test_numbers_that_another_workspace_holds_cannot_be_reserved_by_name(desk: Desk) -> None:
    made = fill(desk.database, 4)
    theirs = desk.took(desk.hold(BEN, 2))
    own = desk.held(AWAY, desk.reserve(EVE, 2, these=tuple(theirs)))
    assert set(desk.took(own)) == set(made) - set(theirs)


def test_a_quota_says_nothing_of_another_workspace(desk: Desk) -> None:
    fill(desk.database, 10)
    before = quota.quota(desk.tools, click(EVE), ShowQuota())
    desk.acquire(BEN, desk.hold(BEN, 5))
    desk.hold(BEN, 5)
    assert quota.quota(desk.tools, click(EVE), ShowQuota()) == before


def test_settings_of_another_workspace_are_not_touched(desk: Desk) -> None:
    fill(desk.database, 1)
    save(desk, click(EVE), **typed("hold_minutes", "1"))
    assert desk.hold(BEN, 1).until - desk.clock() == HOLD_LASTS


def test_what_is_owed_and_recorded_is_of_the_workspace_whose_hold_it_is(desk: Desk) -> None:
    fill(desk.database, 2)
    holds = [desk.hold(BEN, 1), desk.hold(EVE, 1)]
    desk.clock.advance(HOLD_LASTS)
    expiry.announce_ended(desk.tools)
    for hold in holds:
        assert {entry.deed.workspace for entry in desk.entries(hold.name, hold.workspace)} == {hold.workspace}
    claimed = [debt for debt in (claim(desk), claim(desk)) if debt]
    assert {debt.owing.workspace for debt in claimed} == {HOME, AWAY}
