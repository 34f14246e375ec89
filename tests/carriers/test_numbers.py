"""Numbers of carriers from a reservation to their end: what members are told of others, ends, extensions and rests."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.batches import show
from handlers.carriers import clock, holding, nightly
from handlers.carriers.entries import CarrierAction
from handlers.carriers.owing import CarrierOutbox
from handlers.holds import show as showing
from handlers.inventory import listing
from handlers.kit.blocks import pretty
from handlers.kit.cards import CardOutbox
from handlers.kit.reply import Reply
from handlers.kit.transaction import MemberTransaction, transact
from store import batches, numbers, workspaces
from store.batches.types import BatchId
from store.carriers.types import State
from store.holds.types import Hold, Outcome
from store.outbox.table import OutboxRow
from store.session import Database
from store.types import E164
from store.workspaces.types import Policy
from tests.carriers.conftest import Side
from tests.carriers.desk import AtCarrier, at_carrier, sells_more
from tests.databases import Databases, connect_for_now
from tests.desk import ADA, BEN, CHANNEL, click, fill
from tests.rules.shown import words
from tests.store import serving


@pytest.fixture
def database(databases: Databases) -> Iterator[Database]:
    made = connect_for_now(databases.new("sqlite"))
    yield made
    made.close()


@pytest.fixture
def at(database: Database, side: Side) -> AtCarrier:
    sells_more(side, 50)
    return at_carrier(database, side)


def test_what_somebody_else_got_is_said_and_leaves_the_hold_and_the_quota(at: AtCarrier) -> None:
    hold = at.reserve(3)
    assert at.desk.in_use() == 3
    gone, *others = at.desk.took(hold)
    at.side.control("take", numbers=[gone])
    at.work()
    assert at.told(hold, CarrierAction.GONE) == [gone]
    with at.desk.database.reading() as db:
        told = db.scalars(select(OutboxRow.channel).where(OutboxRow.kind == CarrierOutbox.TOLD)).all()
    assert told == [BEN.user]
    assert at.desk.took(hold) == others
    assert at.desk.in_use() == 2


def test_a_hold_all_of_which_somebody_else_got_is_over(at: AtCarrier) -> None:
    hold = at.reserve(2)
    at.side.control("take", numbers=at.desk.took(hold))
    at.work()
    ended = at.desk.fresh(hold)
    assert (ended.outcome, ended.closed_by) == (Outcome.RELEASED, None)
    assert at.desk.in_use() == 0
    assert at.open_tasks() == 0


def test_what_is_let_go_is_given_back_where_that_can_be_and_else_held_again(at: AtCarrier) -> None:
    hold = at.reserve(2)
    at.work()
    at.desk.release(BEN, hold)
    at.work()
    gives_back = at.side.client.rules.gives_back
    assert at.states(hold) == {State.ENDED if gives_back else State.DROPPING}
    assert set(at.side.states(*at.desk.took(hold))) == {"free" if gives_back else "reserved"}
    if not gives_back:
        again = at.desk.held(BEN.workspace, at.desk.again(BEN, hold))
        assert at.desk.took(again) == at.desk.took(hold)
        assert at.states(again) == {State.HELD}
        at.desk.acquire(BEN, again)
        at.work_on(until=lambda: at.open_tasks() == 0)
        assert at.states(again) == {State.OURS}


def test_an_extension_asks_the_carrier_and_ends_where_it_ends(at: AtCarrier) -> None:
    at.desk.set(policy=Policy(approvals=1, extension_minutes=60), hold_minutes=10)
    hold = at.reserve(1)
    at.work()
    at.desk.asks(BEN, hold)
    at.work()
    extended = at.desk.fresh(hold)
    (line,) = at.lines(hold)
    assert line.until
    assert hold.until < extended.until <= line.until - timedelta(seconds=60)
    at.desk.approve(ADA, at.desk.asked(hold))
    at.work_on(until=lambda: at.open_tasks() == 0)
    assert at.states(hold) == {State.OURS}


def test_what_a_carrier_grants_little_by_little_is_asked_for_until_it_is_long_enough(at: AtCarrier) -> None:
    at.desk.set(policy=Policy(approvals=1, extension_minutes=60), hold_minutes=10)
    hold = at.reserve(1)
    at.work()
    at.desk.asks(BEN, hold)
    at.work()
    wanted = hold.until + timedelta(minutes=60)
    kept_up = 0
    while at.side.now < wanted - timedelta(minutes=5):
        at.side.pass_time(timedelta(minutes=3))
        kept_up += clock.keep_up(at.desk.tools)
        at.work()
        assert at.desk.fresh(hold).is_live(at.side.now)
    assert at.desk.fresh(hold).until == wanted
    assert bool(kept_up) is (at.side.name == "acs")  # the other grants it all at once
    told = [entry.deed.action for entry in at.desk.entries(hold.name)]
    assert CarrierAction.NOT_EXTENDED not in told
    at.desk.approve(ADA, at.desk.asked(hold))
    at.work_on(until=lambda: at.open_tasks() == 0)
    assert at.states(hold) == {State.OURS}


def acquired(at: AtCarrier) -> tuple[Hold, E164]:
    """A number that was acquired, and released: it rests for thirty days."""
    hold = at.reserve(1)
    at.work()
    at.desk.acquire(BEN, hold)
    at.work_on(until=lambda: at.open_tasks() == 0)
    (e164,) = at.desk.took(hold)
    with at.desk.database.begin() as db:
        numbers.release(db, hold.workspace, [e164], at.desk.tools.now() + timedelta(days=30))
    return hold, e164


def test_no_hold_is_kept_up_for_longer_than_its_carrier_ever_holds(database: Database, acs: Side) -> None:
    sells_more(acs, 5)
    at = at_carrier(database, acs)
    hold, cap = at.reserve(1), acs.client.rules.hold_cap
    assert cap
    at.work()
    wanted = at.side.now + 2 * cap

    def extend(tx: MemberTransaction) -> Reply:
        assert holding.last_until(tx, hold, wanted) < wanted
        return Reply()

    transact(at.desk.tools, click(BEN), extend)
    at.work()
    while at.side.now < hold.held_at + cap:
        at.side.pass_time(timedelta(minutes=3))
        clock.keep_up(at.desk.tools)
        at.work()
    ended, (line,) = at.desk.fresh(hold), at.lines(hold)
    assert line.at_most
    assert hold.held_at + cap - timedelta(minutes=15) < ended.until <= line.at_most - holding.MARGIN
    actions = [entry.deed.action for entry in at.desk.entries(hold.name)]
    assert actions.count(CarrierAction.NOT_EXTENDED) == 1, "who holds it is told that there is no more"
    assert at.open_tasks() == 0


def test_what_a_carrier_will_not_have_back_is_told_once_and_asked_again(at: AtCarrier) -> None:
    at.desk.set(notices=CHANNEL)
    hold, e164 = acquired(at)
    at.side.pass_time(timedelta(days=31))
    assert clock.give_up_rested(at.desk.tools) == 1
    at.side.control("fault", operation="give_up", times=2, status=422)
    nightly.begin(at.desk.tools)
    for _ in range(2):
        at.work_on(until=lambda: at.open_tasks() == 0)
        assert at.states(hold) == {State.NOT_GIVEN_UP}
        assert "will not have this number back" in words(listing.show(at.desk.tools, click(BEN), e164))
        at.side.pass_time(timedelta(days=1))
        nightly.ring(at.desk.tools)
    (line,) = at.lines(hold)
    assert line.code
    told = [entry.deed.action for entry in at.desk.entries(e164)]
    assert told.count(CarrierAction.NOT_GIVEN_UP) == 1
    with at.desk.database.reading() as db:
        kinds = list(db.scalars(select(OutboxRow.kind)))
    assert kinds.count(CarrierOutbox.NOT_GIVEN_UP) == 1
    at.work_on(until=lambda: at.open_tasks() == 0)
    assert at.states(hold) == {State.GIVEN_UP}
    assert at.side.states(e164) == ["free"]
    assert "will not have" not in words(listing.show(at.desk.tools, click(BEN), e164))


def test_the_card_of_what_was_acquired_names_the_stocks_numbers_beside_the_carriers(at: AtCarrier) -> None:
    fill(at.desk.database, 2)
    hold = at.reserve(4)
    at.work()
    stocks, others, mine, theirs = at.desk.took(hold)
    at.desk.acquire(BEN, hold, stocks, mine)
    at.work_on(until=lambda: at.states(hold) >= {State.OURS})
    with at.desk.database.reading() as db:
        workspace = workspaces.find(db, hold.workspace)
        said = words(showing.render(at.desk.tools, db, workspace, at.desk.fresh(hold), "en"))
    assert [pretty(each) in said for each in (stocks, others, mine)] == [True, False, True]
    assert "2 of 4" in said
    if not at.side.client.rules.gives_back:
        assert pretty(theirs) in said
        again = at.desk.held(BEN.workspace, at.desk.again(BEN, hold))
        with at.desk.database.reading() as db:
            said = words(showing.render(at.desk.tools, db, workspace, at.desk.fresh(hold), "en"))
        assert f"Held again by <@{BEN.user}>: *{again.name}*" in said


def cards_owed(at: AtCarrier, hold: Hold) -> int:
    """How often the card of a hold was owed: its row is renewed while it waits."""
    with at.desk.database.reading() as db:
        return sum(
            db.scalars(
                select(OutboxRow.version).where(OutboxRow.subject == hold.name, OutboxRow.kind == CardOutbox.CARD)
            )
        )


def test_a_released_number_is_given_up_when_its_rest_ends(at: AtCarrier) -> None:
    hold, e164 = acquired(at)
    at.side.pass_time(timedelta(days=29))
    assert clock.give_up_rested(at.desk.tools) == 0
    assert at.side.states(e164) == ["owned"]
    at.side.pass_time(timedelta(days=2))
    drawn = [cards_owed(at, hold)]
    assert clock.give_up_rested(at.desk.tools) == 1
    drawn.append(cards_owed(at, hold))
    at.work_on(until=lambda: at.open_tasks() == 0)
    drawn.append(cards_owed(at, hold))
    assert drawn == sorted(set(drawn)), "its card shows that it is being given up, and that it was"
    assert at.states(hold) == {State.GIVEN_UP}
    assert at.side.states(e164) == ["free"]


def test_the_card_of_a_release_says_that_its_carrier_has_the_number_back(at: AtCarrier) -> None:
    hold = at.reserve(1)
    at.work()
    at.desk.acquire(BEN, hold)
    at.work_on(until=lambda: at.open_tasks() == 0)
    (e164,) = at.desk.took(hold)
    serving.release(at.desk, e164)
    with at.desk.database.reading() as db:
        (batch,) = batches.find_all(db, hold.workspace, [BatchId(1)])
        told = {locale: words(show.render(at.desk.tools, db, batch, locale)) for locale in ("en", "fr")}
    assert "what a carrier gave is given up there" in told["en"]
    assert "résilié chez l\u2019opérateur" in told["fr"]
