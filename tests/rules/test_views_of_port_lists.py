"""Several port orders at once, and where a number is: taken by Slack, with buttons that lead to each."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.workspace.blockkit import check_blocks
from handlers import desk
from handlers.kit import fields as fields_of
from handlers.kit.fields import unpacked
from handlers.kit.reply import Reply
from handlers.ports import open_points
from handlers.ports.requests import ListOrders, NewOrder, ShowOrder
from handlers.ports.views import lists
from handlers.ports.views.lists import PAGE, Listing
from store.holds.types import HoldId
from store.numbers.types import Kept, Status
from store.places import known_places
from store.ports.types import Field, OrderId, PortOrder, Reason, State
from store.types import Kind, WorkspaceId
from store.workspaces.types import LOCALES
from tests.rules.orders import DRAFT, FIRST, FOC, NOW, TODAY, WORKSPACE, order, worst
from tests.rules.shown import NONCE, SEATTLE, WORST, buttons, elements, labels, mentioned, refused_by_slack, words
from tests.table import table

PLACES = known_places()
BOTH_LANGUAGES = table("locale", LOCALES)
TEXTS = table("text", ["", WORST, "&" * 1_000], ids=["nothing", "mentions", "escaped"])
OURS, THEIRS = WORKSPACE.id, WorkspaceId("T2")


def listing(orders: list[PortOrder], total: int | None = None) -> Listing:
    named = [replace(each, id=OrderId(999_999_999 - at)) for at, each in enumerate(orders)]
    points = {each.id: open_points.open_points(each, WORKSPACE, TODAY) for each in named}
    return Listing(orders=named, points=points, total=len(named) if total is None else total, now=NOW)


def page(locale: str, of: Listing, ask: ListOrders | None = None) -> Reply:
    return lists.orders(locale, ask or ListOrders(), of, NONCE)


def asked(reply: Reply) -> list[object]:
    """What the buttons ask for."""
    return [desk.read_command(fields_of.command(unpacked(each["value"])), PLACES) for each in buttons(reply)]


def lacking(text: str, state: State) -> PortOrder:
    """An order with as many open points as there can be."""
    of = worst(text, state)
    late = {**of.fields, Field.CITY: "", Field.WANTED_DATE: "2026-03-03", Field.BTN: of.numbers[0]}
    return replace(of, fields=late, kind=None, country="")


@BOTH_LANGUAGES
@TEXTS
@table("count", [1, PAGE])
@table("state", State)
def test_a_page_of_orders_is_taken_by_slack(locale: str, state: State, count: int, text: str) -> None:
    reply = page(locale, listing([lacking(text, state)] * count, total=10_000))
    assert refused_by_slack(reply) == []
    assert "*" not in reply.text
    assert not mentioned(words(reply))


@BOTH_LANGUAGES
@table("reason", Reason)
def test_a_page_of_refused_orders_says_why_each_was(locale: str, reason: Reason) -> None:
    reply = page(locale, listing([order(State.ERROR, reason=reason)] * PAGE))
    assert refused_by_slack(reply) == []


@BOTH_LANGUAGES
@table("state", [None, *State])
def test_where_there_is_no_order_one_can_be_begun(locale: str, state: State | None) -> None:
    reply = page(locale, listing([]), ListOrders(state=state))
    assert refused_by_slack(reply) == []
    assert asked(reply) == [NewOrder()]


def test_an_order_of_a_page_says_what_it_is_where_it_is_and_what_is_to_be_done() -> None:
    said = words(page("en", listing([replace(order(State.APPROVED), since=NOW)])))
    for part in (
        "*PO-999999999* · 2 toll numbers, United States, from Old Carrier",
        f"*Transfer approved* since <!date^{int(NOW.timestamp())}^",
        f"<!date^{int(FOC.timestamp())}^",
        "• Support has not confirmed the high concurrent capacity",
    ):
        assert part in said


def test_a_transfer_is_listed_as_pending_before_anybody_has_said_so() -> None:
    late = order(State.APPROVED, foc=NOW + timedelta(hours=23))
    assert "*Transfer pending*" in words(page("en", listing([late])))


@table(
    ("ask", "total", "further"),
    [
        pytest.param(ListOrders(), PAGE, [], id="all on one page"),
        pytest.param(ListOrders(), PAGE + 1, [ListOrders(page=2)], id="more than a page"),
        pytest.param(
            ListOrders(state=State.ERROR, page=2), 100, [ListOrders(state=State.ERROR, page=3)], id="more of a state"
        ),
        pytest.param(ListOrders(page=2), 2 * PAGE, [], id="the last page"),
    ],
)
def test_every_order_of_a_page_can_be_shown_and_a_new_one_begun(
    ask: ListOrders, total: int, further: list[object]
) -> None:
    of = listing([DRAFT] * PAGE, total)
    reply = page("en", of, ask)
    assert asked(reply) == [*(ShowOrder(order=each.id) for each in of.orders), *further, NewOrder()]
    first = (ask.page - 1) * PAGE + 1
    assert f"{first}–{first + PAGE - 1} of {total}" in words(reply)  # noqa: RUF001 (from one to another)
    turning = [unpacked(each["value"]) for each in buttons(reply) if fields_of.turns(unpacked(each["value"]))]
    assert len(turning) == len(further)


@BOTH_LANGUAGES
@TEXTS
@table(("count", "total"), [(0, 0), (1, 1), (5, 5), (5, 10_000)])
def test_the_open_orders_of_a_home_tab_are_taken_by_slack(locale: str, count: int, total: int, text: str) -> None:
    blocks = [
        block.to_dict()
        for block in lists.home(locale, listing([lacking(text, State.ERROR)] * count, total), NONCE, may_begin=True)
    ]
    assert check_blocks(blocks, surface="home") == []
    pressed = [each for each in elements(blocks) if each.get("type") == "button"]
    assert len(pressed) == count + 1
    assert len({each["action_id"] for each in pressed}) == count + 1


def kept(
    status: Status,
    workspace: WorkspaceId = OURS,
    until: datetime | None = None,
    *,
    hold: int | None = None,
    port_order: int | None = None,
) -> Kept:
    return Kept(
        e164=FIRST,
        place=SEATTLE,
        kind=Kind.TOLL,
        status=status,
        available_at=until,
        workspace=workspace,
        hold=HoldId(hold) if hold else None,
        port_order=port_order,
    )


LATER = NOW + timedelta(minutes=10)


@BOTH_LANGUAGES
@table(
    ("of", "orders", "said"),
    [
        pytest.param(None, [], "This number is neither here nor in the pool.", id="nowhere"),
        pytest.param(kept(Status.FREE, until=NOW), [], "It is in the pool: Seattle, Washington", id="in the pool"),
        pytest.param(kept(Status.HELD, until=NOW), [], "It is in the pool", id="on a hold that ran out"),
        pytest.param(kept(Status.HELD, until=LATER, hold=12), [], "on hold with H-12", id="on hold"),
        pytest.param(kept(Status.HELD, THEIRS, LATER, hold=12), [], "It is not free.", id="on hold elsewhere"),
        pytest.param(kept(Status.ACQUIRED, hold=12), [], "It is ours, acquired with H-12", id="ours"),
        pytest.param(kept(Status.ACQUIRED, port_order=7), [], "It is ours, acquired with PO-7", id="ours by an order"),
        pytest.param(kept(Status.ACQUIRED, THEIRS, hold=12), [], "It is not free.", id="acquired elsewhere"),
        pytest.param(kept(Status.PORTING, port_order=7), [order(State.PROCESSING)], "*PO-7*", id="on its way here"),
        pytest.param(kept(Status.PORTING, THEIRS, port_order=7), [], "It is not free.", id="on its way elsewhere"),
        pytest.param(None, [DRAFT], "*PO-7* · 2 toll numbers", id="in a draft"),
        pytest.param(None, [worst(WORST, State.ERROR)], "*PO-2147483647*", id="in a refused order"),
    ],
)
def test_where_a_number_is_is_said(locale: str, of: Kept | None, orders: list[PortOrder], said: str) -> None:
    reply = lists.where_is(locale, FIRST, of, orders, OURS, NOW)
    assert refused_by_slack(reply) == []
    assert not mentioned(words(reply))
    assert words(reply).startswith("*+1 206-555-0100*")
    assert said in words(lists.where_is("en", FIRST, of, orders, OURS, NOW))


def test_of_a_number_elsewhere_nothing_more_is_told() -> None:
    told = {
        words(lists.where_is("en", FIRST, kept(status, THEIRS, LATER, hold=12), [], OURS, NOW))
        for status in (Status.HELD, Status.ACQUIRED, Status.PORTING)
    }
    assert told == {"*+1 206-555-0100*\nIt is not free."}


def test_the_list_of_orders_has_a_button_in_both_languages() -> None:
    assert labels(page("en", listing([]))) == ["New port order"]
    assert labels(page("fr", listing([]))) == ["Nouvel ordre de portage"]
