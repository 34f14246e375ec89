"""Who may do what with port orders: by role, of one's own workspace alone, and the same click once."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace

import pytest

from handlers import desk as front
from handlers.kit.member import Click, Member
from handlers.kit.refusals import AccessRefusal, RoleRefusal
from handlers.kit.reply import DONE, Reply
from handlers.kit.words import BadInput
from handlers.ports import PORTS, follow_up, letters, show, wizard
from handlers.ports.follow_up import Send, Update
from handlers.ports.letters import Signed
from handlers.ports.owing import PortOutbox
from handlers.ports.requests import ListOrders
from handlers.ports.rules import NO_NEWS, PortRefusal
from handlers.ports.step_payloads import Written
from handlers.ports.views import update as modals
from handlers.ports.views.step_view import Step
from store import ports
from store.ports.types import Capacity, Field, OrderId, PortOrder, State
from store.workspaces.types import ADMINS, Circle, Roles, Who
from tests.desk import ADA, BEN, CHLOE, DEV, EVE, HOME, TELEPHONY, Desk, click, member
from tests.orders import NUMBERS, SIGNER, draft, followers, found, fresh, listed, owed, ready, send, sent
from tests.table import table

Do = Callable[[Desk, Click, OrderId], object]
FAY = member("UFAY")
OF_TELEPHONY = Who(circle=Circle.GROUP, group=TELEPHONY)
INSIDER, OUTSIDER = (replace(CHLOE, groups={TELEPHONY: is_in}) for is_in in (True, False))
STRANGER = OrderId(99)


def _step(desk: Desk, by: Click, of: OrderId) -> Reply:
    typed = Written(step=Step.SIGNER, order=of, fields={Field.TITLE: "Ms"})
    return wizard.next_step(desk.tools, by, typed)


def _hand_in(desk: Desk, by: Click, of: OrderId) -> Reply:
    return letters.hand_in(desk.tools, by, Signed(order=of, file="F7", signer=SIGNER))


def _shown(desk: Desk, of: OrderId) -> str:
    with desk.database.reading() as db:
        order = ports.find(db, HOME, of)
    return modals.shown(order) if order else ""


def _send(desk: Desk, by: Click, of: OrderId) -> Reply:
    return follow_up.send(desk.tools, by, Send(order=of, capacity=Capacity.NOT_YET, shown=_shown(desk, of)))


def _contacting(desk: Desk, by: Click, of: OrderId) -> Reply:
    shown = _shown(desk, of)
    return follow_up.update(desk.tools, by, Update(order=of, to=State.CONTACTING, news=NO_NEWS, shown=shown))


WRITING = [
    pytest.param(lambda desk, by, of: wizard.go_on(desk.tools, by, of), id="go on"),
    pytest.param(_step, id="write"),
    pytest.param(
        lambda desk, by, of: wizard.back(desk.tools, by, Written(step=Step.ADDRESS, order=of)), id="write, and go back"
    ),
    pytest.param(lambda desk, by, of: letters.make(desk.tools, by, of), id="make the letter"),
    pytest.param(lambda desk, by, of: letters.ask(desk.tools, by, of), id="open the letter's modal"),
    pytest.param(_hand_in, id="hand the letter in"),
    pytest.param(lambda desk, by, of: follow_up.ask_to_send(desk.tools, by, of), id="open the sending modal"),
    pytest.param(_send, id="send"),
    pytest.param(lambda desk, by, of: follow_up.cancel(desk.tools, by, of), id="cancel"),
    pytest.param(lambda desk, by, of: follow_up.confirm_capacity(desk.tools, by, of), id="confirm the capacity"),
    pytest.param(lambda desk, by, of: follow_up.ask_what_to_take_out(desk.tools, by, of), id="ask what to take out"),
    pytest.param(lambda desk, by, of: follow_up.take_out(desk.tools, by, of, NUMBERS[0]), id="take out"),
]
FETCHING = pytest.param(lambda desk, by, of: letters.fetch(desk.tools, by, of), id="fetch the letter")
MOVING = [
    pytest.param(
        _contacting,
        id="move",
    ),
    pytest.param(lambda desk, by, of: follow_up.ask_for_update(desk.tools, by, of), id="open the modal to move"),
]
OTHERS = [
    pytest.param(lambda desk, by, of: follow_up.follow(desk.tools, by, of), id="follow"),
    pytest.param(lambda desk, by, of: follow_up.unfollow(desk.tools, by, of), id="unfollow"),
    pytest.param(lambda desk, by, of: show.show(desk.tools, by, of), id="show"),
]


@pytest.fixture
def order(desk: Desk) -> PortOrder:
    """A complete draft of BEN's."""
    return ready(desk)


@pytest.mark.parametrize("do", WRITING)
def test_only_who_has_the_role_writes_sends_and_cancels(desk: Desk, do: Do) -> None:
    order = ready(desk)
    desk.set(roles=Roles(port=OF_TELEPHONY))
    before = desk.everything()
    assert refusal(do(desk, click(OUTSIDER), order.id)) == RoleRefusal.MAY_NOT_PORT
    assert desk.everything() == before
    assert not refusal(do(desk, click(INSIDER), order.id))


def test_only_who_has_the_role_begins_an_order(desk: Desk) -> None:
    desk.set(roles=Roles(port=ADMINS))
    first = Written(step=Step.NUMBERS, order=None, typed=listed(NUMBERS))
    before = desk.everything()
    assert wizard.new(desk.tools, click(BEN)).refusal == RoleRefusal.MAY_NOT_PORT
    assert wizard.next_step(desk.tools, click(BEN), first).refusal == RoleRefusal.MAY_NOT_PORT
    assert desk.everything() == before
    assert wizard.next_step(desk.tools, click(ADA), first).view


@pytest.mark.parametrize(
    ("letters_role", "by", "refused"),
    [
        pytest.param(ADMINS, ADA, "", id="an admin"),
        pytest.param(ADMINS, BEN, RoleRefusal.MAY_NOT_FETCH, id="not who asked for the order"),
        pytest.param(OF_TELEPHONY, INSIDER, "", id="who is in the group"),
        pytest.param(OF_TELEPHONY, OUTSIDER, RoleRefusal.MAY_NOT_FETCH, id="not who is not in it"),
        pytest.param(OF_TELEPHONY, CHLOE, AccessRefusal.UNKNOWN, id="nobody while Slack is silent"),
    ],
)
def test_who_may_fetch_a_signed_letter(desk: Desk, letters_role: Who, by: Member, refused: str) -> None:
    order = ready(desk)
    desk.set(roles=Roles(letters=letters_role))
    before = desk.everything()
    assert letters.fetch(desk.tools, click(by), order.id).refusal == refused
    kinds = {kind for _, kind, _ in owed(desk).values()}
    assert (PortOutbox.SIGNED in kinds) is not bool(refused)
    assert (desk.everything() == before) is bool(refused)


@pytest.mark.parametrize("do", MOVING)
def test_only_an_admin_says_what_a_carrier_made_of_an_order(desk: Desk, do: Do) -> None:
    order = sent(desk)
    before = desk.everything()
    assert refusal(do(desk, click(BEN), order.id)) == PortRefusal.MAY_NOT_MOVE
    assert desk.everything() == before
    assert not refusal(do(desk, click(ADA), order.id))


@table("action", sorted(PORTS.actions))
def test_no_guest_presses_anything(desk: Desk, order: PortOrder, action: str) -> None:
    before = desk.everything()
    carried = {"order": order.id, "step": Step.ACCOUNT.value}
    assert front.press(desk.tools, click(DEV), action, carried, {}).refusal == AccessRefusal.GUEST
    assert desk.everything() == before


@table("callback", sorted(PORTS.submissions))
def test_no_guest_sends_a_modal(desk: Desk, order: PortOrder, callback: str) -> None:
    before = desk.everything()
    carried = f'{{"order": {order.id}, "step": "review"}}'
    assert front.submit(desk.tools, click(DEV), callback, carried, {}).refusal == AccessRefusal.GUEST
    assert desk.everything() == before


@table("do", [*WRITING, FETCHING, *MOVING, *OTHERS])
def test_an_order_of_another_workspace_is_no_order(desk: Desk, order: PortOrder, do: Do) -> None:
    before = desk.everything()
    told = []
    for of in (order.id, STRANGER):
        with pytest.raises(BadInput) as bad:
            do(desk, click(EVE), of)
        told.append((bad.value.key, bad.value.values))
    assert told == [("no-such-order", {"order": "PO-1"}), ("no-such-order", {"order": "PO-99"})]
    assert desk.everything() == before


def test_of_two_orders_of_the_same_name_ones_own_is_meant(desk: Desk) -> None:
    theirs, own = ready(desk), ready(desk, EVE)
    assert theirs.name == own.name
    assert send(desk, own, EVE) == DONE
    assert (fresh(desk, theirs).state, fresh(desk, own).state) == (State.DRAFT, State.PROCESSING)


def test_what_is_listed_and_found_is_of_ones_own_workspace(desk: Desk) -> None:
    draft(desk)
    assert "No port order is open" in show.show_list(desk.tools, click(EVE), ListOrders()).text
    assert "neither here nor in the pool" in show.status(desk.tools, click(EVE), NUMBERS[0]).text


CLICKS = [
    pytest.param(draft, _step, id="a step"),
    pytest.param(draft, _hand_in, id="handing the letter in"),
    pytest.param(ready, lambda desk, by, of: send(desk, found(desk, of), by.member, key=by.key), id="sending"),
    pytest.param(sent, lambda desk, by, of: follow_up.cancel(desk.tools, by, of), id="cancelling"),
    pytest.param(
        ready, lambda desk, by, of: follow_up.take_out(desk.tools, by, of, NUMBERS[0]), id="taking numbers out"
    ),
    pytest.param(draft, lambda desk, by, of: letters.make(desk.tools, by, of), id="making the letter"),
    pytest.param(ready, lambda desk, by, of: letters.fetch(desk.tools, by, of), id="fetching the letter"),
    pytest.param(draft, lambda desk, by, of: follow_up.confirm_capacity(desk.tools, by, of), id="the capacity"),
    pytest.param(
        sent,
        _contacting,
        id="moving",
    ),
    pytest.param(draft, lambda desk, by, of: follow_up.follow(desk.tools, by, of), id="following"),
]


@pytest.mark.parametrize(("make", "do"), CLICKS)
def test_the_same_click_twice_is_one(desk: Desk, make: Callable[[Desk], PortOrder], do: Do) -> None:
    order = make(desk)
    first = do(desk, click(ADA, "the same"), order.id)
    after = desk.everything()
    assert said(do(desk, click(ADA, "the same"), order.id)) == said(first)
    assert desk.everything() == after


def test_the_same_first_step_twice_is_one_order(desk: Desk) -> None:
    first = Written(step=Step.NUMBERS, order=None, typed=listed(NUMBERS))
    replies = [wizard.next_step(desk.tools, click(BEN, "the same"), first) for _ in range(2)]
    assert said(replies[0]) == said(replies[1])
    assert len(desk.everything()["port_orders"]) == 1


def test_whoever_follows_or_asked_for_an_order_follows_it_once(desk: Desk) -> None:
    order = draft(desk, followers=(CHLOE.user,))
    before = desk.everything()
    for by in (BEN, CHLOE):
        assert "already" in follow_up.follow(desk.tools, click(by), order.id).text
    assert "so you hear of each change" in follow_up.unfollow(desk.tools, click(BEN), order.id).text
    assert "You do not follow" in follow_up.unfollow(desk.tools, click(FAY), order.id).text
    assert desk.everything() == before
    follow_up.unfollow(desk.tools, click(CHLOE), order.id)
    follow_up.follow(desk.tools, click(FAY), order.id)
    assert followers(desk, order) == [FAY.user]


def said(reply: object) -> str:
    """An answer, the same whether it was given or remembered."""
    assert isinstance(reply, Reply)
    return json.dumps(asdict(reply))


def refusal(reply: object) -> str:
    assert isinstance(reply, Reply)
    return reply.refusal
