"""Everything the desk does finds its rows by an index, however many there are."""

import io
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, text, update

from handlers import acquire, expiry, home, log, owed, quota, search, show
from handlers.owed import Post, Publish
from handlers.requests import Log, Search
from store import answers
from store.session import Database, connect
from store.tables import (
    AnswerRow,
    ApprovalRow,
    Base,
    DebtRow,
    EntryRow,
    HoldNumberRow,
    HoldRow,
    NumberRow,
    RequestRow,
    WorkspaceRow,
)
from store.types import (
    Action,
    Hold,
    Kind,
    Licences,
    Outcome,
    Owed,
    Place,
    Policy,
    Purpose,
    Request,
    UserId,
    Verdict,
    Wanted,
)
from tests.databases import ENGINES, Databases
from tests.desk import ALONE, AWAY, BEN, CHANNEL, CHLOE, EVE, HOLD_LASTS, START, Desk, click, open_desk
from tests.store.owing import claim, leave_lane
from tests.store.statements import Statement, scanned, statements

NUMBERS, HOLDS = 20_000, 3_000
# The outbox is not among them: what is paid is deleted, and the sender looks through what is left in its order.
LARGE = {"numbers", "holds", "hold_numbers", "entries", "answers", "requests", "approvals"}
A_CITY = Wanted(place=Place(country="US", region="Region 7", city="City 7"), kind=Kind.TOLL)
ANYWHERE = Wanted(place=None, kind=Kind.TOLL)
LONG_AGO = START - timedelta(days=1)


@pytest.fixture(scope="module", params=ENGINES)
def full(databases: Databases, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """A desk that has been busy for long."""
    desk = open_desk(connect(databases.new(request.param)))
    desk.set(licences=Licences(phone_system=50_000))
    _fill(desk.database)
    yield desk
    desk.database.close()


def _fill(database: Database) -> None:
    rows: list[tuple[type[Base], Callable[[int], dict[str, Any]], int]] = [
        (NumberRow, _number, NUMBERS),
        (HoldRow, _hold, HOLDS),
        (HoldNumberRow, _hold_number, HOLDS),
        (EntryRow, _entry, HOLDS),
        (RequestRow, _request, HOLDS),
        (ApprovalRow, _approval, HOLDS),
        (AnswerRow, _answer, HOLDS),
        (DebtRow, _debt, HOLDS),
    ]
    with database.begin() as db:
        for table, row, quantity in rows:
            db.execute(insert(table), [row(number) for number in range(1, quantity + 1)])
        db.execute(update(WorkspaceRow).where(WorkspaceRow.id == AWAY).values(last_entry=HOLDS))
    if database.engine.dialect.name == "postgresql":  # it does so by itself from time to time; SQLite never does
        with database.begin() as db:
            db.execute(text("ANALYZE"))


def _number(number: int) -> dict[str, Any]:
    city = {"region": f"Region {number % 20}", "city": f"City {number % 200}"}
    return {"e164": f"+1{number:010}", "country": "US", "kind": Kind.TOLL, "available_at": LONG_AGO, **city}


def _hold(number: int) -> dict[str, Any]:
    """One that ran out long ago."""
    times = {"held_at": LONG_AGO, "until": LONG_AGO + HOLD_LASTS, "closed_at": LONG_AGO + HOLD_LASTS}
    who = {"workspace": AWAY, "id": number, "held_by": EVE.user, "channel": CHANNEL}
    what = {"region": "", "city": "", "kind": Kind.TOLL, "size": 1, "outcome": Outcome.RAN_OUT}
    return {**who, **what, **times}


def _hold_number(number: int) -> dict[str, Any]:
    return {"workspace": AWAY, "hold": number, "e164": f"+1{number:010}", "outcome": Outcome.RAN_OUT}


def _entry(number: int) -> dict[str, Any]:
    subject = {"action": Action.RAN_OUT, "subject": f"H-{number}", "before": {"size": 1}, "after": {}}
    said = {"number": number, "at": LONG_AGO, "who": f"U{number % 100}", "name": "", "seal": ""}
    return {"workspace": AWAY, **said, **subject}


def _request(number: int) -> dict[str, Any]:
    """One that ended with its hold."""
    asked = {"workspace": AWAY, "id": number, "hold": number, "asked_by": EVE.user, "asked_at": LONG_AGO}
    what = {"numbers": [f"+1{number:010}"], "purpose": Purpose.NOT_YET, "note": "", "needed": 1, "approvers": {}}
    return {**asked, **what, "verdict": Verdict.RAN_OUT, "closed_at": LONG_AGO + HOLD_LASTS}


def _approval(number: int) -> dict[str, Any]:
    return {"workspace": AWAY, "request": number, "member": "UFAY", "asked_by": EVE.user, "at": LONG_AGO}


def _answer(number: int) -> dict[str, Any]:
    return {"workspace": AWAY, "member": EVE.user, "click": f"old {number}", "at": START, "reply": {}}


def _debt(number: int) -> dict[str, Any]:
    """One that is put off."""
    what = {"workspace": AWAY, "kind": Owed.LINE, "subject": f"H-{number}", "item": "", "detail": {}}
    return {**what, "channel": CHANNEL, "lane": "posts C1", "owed_at": LONG_AGO, "due_at": START + timedelta(days=999)}


def _send(desk: Desk, _hold: Hold) -> None:
    while debt := claim(desk):
        post = owed.render(desk.tools, debt)
        if isinstance(post, Post):
            owed.posted(desk.tools, debt, post, channel=post.channel, ts="1.0")
        else:
            assert isinstance(post, Publish)
            owed.nothing_to_say(desk.tools, debt)
        leave_lane(desk, debt)


def _announce(desk: Desk, hold: Hold) -> int:
    return expiry.announce_ended(desk.at(hold.until).tools)


def _asks(desk: Desk, hold: Hold, needed: int = 1) -> Request:
    desk.set(policy=Policy(approvals=needed))
    request = desk.asks(BEN, hold)
    desk.set(policy=ALONE)
    return request


def _approve_and_take_back(desk: Desk, hold: Hold) -> None:
    request = _asks(desk, hold, needed=2)
    desk.approve(CHLOE, request)
    desk.take_back(CHLOE, request)


def _ask_and_hold_again(desk: Desk, hold: Hold) -> None:
    _asks(desk, hold)
    desk.set(policy=Policy())
    desk.at(hold.until).again(BEN, hold)
    desk.set(policy=ALONE)


def _log(desk: Desk, ask: Log) -> None:
    log.log(desk.tools, click(EVE), ask)


def _forget(desk: Desk, _hold: Hold) -> None:
    with desk.database.begin() as db:
        answers.forget_old(db, LONG_AGO)


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(lambda desk, _hold: desk.reserve(BEN, 3, A_CITY), id="reserve"),
        pytest.param(lambda desk, _hold: desk.reserve(BEN, 3, ANYWHERE), id="reserve anywhere"),
        pytest.param(lambda desk, hold: desk.acquire(BEN, hold, desk.took(hold)[0]), id="acquire"),
        pytest.param(lambda desk, hold: desk.release(BEN, hold), id="release"),
        pytest.param(lambda desk, hold: desk.at(hold.until).again(BEN, hold), id="hold again"),
        pytest.param(_announce, id="announce"),
        pytest.param(lambda desk, hold: expiry.warn(desk.at(hold.until).tools), id="warn"),
        pytest.param(_send, id="send"),
        pytest.param(_forget, id="forget old answers"),
        pytest.param(lambda desk, _hold: search.search(desk.tools, click(BEN), Search(wanted=A_CITY)), id="search"),
        pytest.param(lambda desk, _hold: quota.quota(desk.tools, click(BEN)), id="quota"),
        pytest.param(lambda desk, hold: show.show(desk.tools, click(BEN), hold.id), id="show"),
        pytest.param(lambda desk, hold: acquire.find(desk.tools, click(BEN), hold.id, "77"), id="find numbers"),
        pytest.param(lambda desk, hold: desk.entries(hold.name), id="record"),
        pytest.param(lambda desk, hold: desk.approve(CHLOE, _asks(desk, hold)), id="approve"),
        pytest.param(lambda desk, hold: desk.decline(CHLOE, _asks(desk, hold)), id="decline"),
        pytest.param(lambda desk, hold: desk.withdraw(BEN, _asks(desk, hold)), id="withdraw"),
        pytest.param(lambda desk, hold: (_asks(desk, hold), desk.release(BEN, hold)), id="release what is asked for"),
        pytest.param(_approve_and_take_back, id="take back"),
        pytest.param(lambda desk, hold: (_asks(desk, hold), _announce(desk, hold)), id="announce with a request"),
        pytest.param(_ask_and_hold_again, id="hold again and ask again"),
        pytest.param(lambda desk, _hold: log.log(desk.tools, click(BEN), Log()), id="log"),
        pytest.param(lambda desk, hold: _log(desk, Log(about=hold.id)), id="log of a hold"),
        pytest.param(lambda desk, hold: _log(desk, Log(about=desk.took(hold)[0])), id="log of a number"),
        pytest.param(lambda desk, _hold: _log(desk, Log(who=UserId("U77"))), id="log of a member"),
        pytest.param(lambda desk, _hold: _log(desk, Log(since=timedelta(hours=1))), id="log of the last hour"),
        pytest.param(lambda desk, _hold: log.export(desk.tools, click(EVE)), id="export"),
        pytest.param(lambda desk, _hold: log.write(desk.tools, AWAY, 20, io.StringIO()), id="write the export"),
        pytest.param(lambda desk, hold: (_asks(desk, hold), home.opened(desk.tools, click(CHLOE))), id="home"),
        pytest.param(lambda desk, _hold: home.opened(desk.tools, click(EVE)), id="home where much has ended"),
    ],
)
def test_no_large_table_is_read_from_end_to_end(full: Desk, work: Callable[[Desk, Hold], object]) -> None:
    hold = full.hold(BEN, 3, A_CITY)
    with statements(full.database) as executed:
        work(full, hold)
    assert executed
    with full.database.begin() as db:
        plans = {statement.sql: statement.plan(db) for statement in executed}
    assert {sql: plan for sql, plan in plans.items() if scanned(plan) & LARGE} == {}


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        pytest.param("SELECT * FROM numbers WHERE status = 'held'", {"numbers"}, id="a scan is seen"),
        pytest.param("SELECT * FROM numbers WHERE e164 = '+1'", set(), id="a search is none"),
    ],
)
def test_plans_are_read_right(full: Desk, sql: str, found: set[str]) -> None:
    with full.database.reading() as db:
        assert scanned(Statement(sql=sql, parameters=()).plan(db)) == found
