"""What port orders allow, as tables: who moves them where, and when the clock rings."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from handlers.kit.refusals import Refusal
from handlers.ports import alarms, rules
from handlers.ports.rules import NO_NEWS, Mover, News, PortRefusal
from store.ports.types import Alarm, PortOrder, Reason, State
from store.workspaces.types import Workspace
from tests.rules.orders import FOC, NOW, WORKSPACE, order
from tests.table import table

DAY, HOUR, SECOND = timedelta(days=1), timedelta(hours=1), timedelta(seconds=1)
NEWS = News(foc=FOC, reason=Reason.PIN)
MEMBER, NEWS_OF_THE_CARRIER, CLOCK = {Mover.MEMBER}, {Mover.ADMIN, Mover.CARRIER}, {Mover.CLOCK}

# Every move there is. An order can be cancelled until a day before its transfer, and an error be sent again.
MOVES: dict[tuple[State, State], set[Mover]] = {
    (State.DRAFT, State.PROCESSING): MEMBER,
    (State.DRAFT, State.CANCELLED): MEMBER,
    (State.PROCESSING, State.CONTACTING): NEWS_OF_THE_CARRIER,
    (State.PROCESSING, State.ERROR): NEWS_OF_THE_CARRIER,
    (State.PROCESSING, State.CANCELLED): MEMBER,
    (State.CONTACTING, State.APPROVED): NEWS_OF_THE_CARRIER,
    (State.CONTACTING, State.ERROR): NEWS_OF_THE_CARRIER,
    (State.CONTACTING, State.CANCELLED): MEMBER,
    (State.APPROVED, State.APPROVED): NEWS_OF_THE_CARRIER,
    (State.APPROVED, State.ERROR): NEWS_OF_THE_CARRIER,
    (State.APPROVED, State.CANCELLED): MEMBER,
    (State.PENDING, State.COMPLETED): NEWS_OF_THE_CARRIER,
    (State.PENDING, State.ERROR): NEWS_OF_THE_CARRIER,
    (State.ERROR, State.PROCESSING): MEMBER,
    (State.ERROR, State.CANCELLED): MEMBER,
}


@table("mover", Mover)
@table("to", State)
@table("state", State)
def test_who_may_move_an_order_where(state: State, to: State, mover: Mover) -> None:
    may = mover in MOVES.get((state, to), set())
    assert rules.move(order(state), to, mover, NOW, NEWS) == (None if may else PortRefusal.NO_SUCH_MOVE)


@table("mover", [Mover.MEMBER, Mover.ADMIN, Mover.CARRIER])
@table("state", State)
def test_where_somebody_may_move_an_order_is_known_beforehand(state: State, mover: Mover) -> None:
    assert set(rules.moves(state, mover)) == {to for to in State if mover in MOVES.get((state, to), set())}


@table(
    ("before_the_foc", "refusal"),
    [
        pytest.param(24 * HOUR + SECOND, PortRefusal.NO_SUCH_MOVE, id="a second too soon"),
        pytest.param(24 * HOUR, None, id="a day before"),
        pytest.param(HOUR, None, id="an hour before"),
        pytest.param(-DAY, None, id="a day late"),
    ],
)
def test_a_transfer_is_pending_by_the_clock_from_a_day_before(before_the_foc: timedelta, refusal: Refusal) -> None:
    approved = order(State.APPROVED, foc=NOW + before_the_foc)
    assert rules.move(approved, State.PENDING, Mover.CLOCK, NOW) == refusal
    assert approved.state_at(NOW) is (State.APPROVED if refusal else State.PENDING)


@table(
    ("to", "mover", "refusal"),
    [
        pytest.param(State.CANCELLED, Mover.MEMBER, PortRefusal.NO_SUCH_MOVE, id="it cannot be cancelled any more"),
        pytest.param(State.APPROVED, Mover.ADMIN, PortRefusal.NO_SUCH_MOVE, id="its FOC cannot be changed any more"),
        pytest.param(State.COMPLETED, Mover.ADMIN, None, id="it can be completed"),
        pytest.param(State.ERROR, Mover.CARRIER, None, id="the carrier can still refuse it"),
    ],
)
def test_an_order_is_pending_though_the_clock_has_not_said_so_yet(
    to: State, mover: Mover, refusal: Refusal | None
) -> None:
    late = order(State.APPROVED, foc=NOW + HOUR)
    assert rules.move(late, to, mover, NOW, NEWS) == refusal


@table(
    ("state", "to", "news", "refusal"),
    [
        pytest.param(State.CONTACTING, State.APPROVED, NO_NEWS, PortRefusal.NO_FOC, id="approved without a FOC"),
        pytest.param(State.CONTACTING, State.APPROVED, News(foc=NOW), PortRefusal.NO_FOC, id="a FOC that is now"),
        pytest.param(
            State.CONTACTING, State.APPROVED, News(foc=NOW - DAY), PortRefusal.NO_FOC, id="a FOC that is past"
        ),
        pytest.param(State.CONTACTING, State.APPROVED, News(foc=NOW + SECOND), None, id="a FOC in a second"),
        pytest.param(State.APPROVED, State.APPROVED, NO_NEWS, PortRefusal.NO_FOC, id="another FOC that is none"),
        pytest.param(State.APPROVED, State.APPROVED, News(foc=FOC + DAY), None, id="another FOC"),
        pytest.param(State.CONTACTING, State.ERROR, NO_NEWS, PortRefusal.NO_REASON, id="refused without a reason"),
        pytest.param(State.CONTACTING, State.ERROR, News(reason=Reason.PIN), None, id="refused with a reason"),
        pytest.param(State.PENDING, State.COMPLETED, NO_NEWS, None, id="completed needs nothing"),
        pytest.param(State.DRAFT, State.APPROVED, NO_NEWS, PortRefusal.NO_SUCH_MOVE, id="what cannot be is said first"),
    ],
)
def test_what_a_move_brings_with_it(state: State, to: State, news: News, refusal: Refusal | None) -> None:
    assert rules.move(order(state), to, Mover.ADMIN, NOW, news) == refusal


@table("state", State)
def test_only_drafts_and_refused_orders_can_be_edited(state: State) -> None:
    assert rules.is_editable(order(state)) == (state in {State.DRAFT, State.ERROR})


MONDAY, FRIDAY = NOW, datetime(2026, 3, 6, 15, 30, tzinfo=UTC)


@table(
    ("of", "now", "rings"),
    [
        pytest.param(order(State.DRAFT), NOW, {Alarm.IDLE: NOW + 2 * DAY}, id="a draft after two days"),
        pytest.param(order(State.PROCESSING), MONDAY, {Alarm.SILENT: MONDAY + 3 * DAY}, id="sent: 3 business days"),
        pytest.param(order(State.PROCESSING), FRIDAY, {Alarm.SILENT: FRIDAY + 5 * DAY}, id="over a weekend"),
        pytest.param(order(State.CONTACTING), MONDAY, {Alarm.SILENT: MONDAY + 7 * DAY}, id="contacting: 5"),
        pytest.param(order(State.ERROR), MONDAY, {Alarm.SILENT: MONDAY + 2 * DAY}, id="refused: 2"),
        pytest.param(order(State.COMPLETED), NOW, {}, id="completed: never again"),
        pytest.param(order(State.CANCELLED), NOW, {}, id="cancelled: never again"),
        pytest.param(
            order(State.APPROVED),
            MONDAY,
            {
                Alarm.PENDING: FOC - DAY,
                Alarm.HOUR: FOC - HOUR,
                Alarm.CHECKLIST: FOC,
                Alarm.SILENT: MONDAY + 14 * DAY,
            },
            id="approved: a day and an hour before, and then",
        ),
        pytest.param(
            order(State.APPROVED, foc=NOW + 3 * HOUR),
            NOW,
            {
                Alarm.PENDING: NOW - 21 * HOUR,
                Alarm.HOUR: NOW + 2 * HOUR,
                Alarm.CHECKLIST: NOW + 3 * HOUR,
                Alarm.SILENT: NOW + 14 * DAY,
            },
            id="approved for today: pending at once",
        ),
        pytest.param(
            order(State.APPROVED, foc=NOW + HOUR),
            NOW,
            {Alarm.PENDING: NOW - 23 * HOUR, Alarm.CHECKLIST: NOW + HOUR, Alarm.SILENT: NOW + 14 * DAY},
            id="approved for in an hour: the hour is not told again",
        ),
        pytest.param(
            order(State.PENDING, foc=NOW + DAY),
            MONDAY,
            {Alarm.HOUR: NOW + 23 * HOUR, Alarm.CHECKLIST: NOW + DAY, Alarm.SILENT: NOW + 2 * DAY},
            id="pending: silence counts from the FOC",
        ),
        pytest.param(
            order(State.PENDING, foc=NOW - DAY), MONDAY, {Alarm.SILENT: NOW + DAY}, id="pending, and the FOC is past"
        ),
    ],
)
def test_when_the_clock_rings(of: PortOrder, now: datetime, rings: dict[Alarm, datetime]) -> None:
    assert alarms.alarms(of, WORKSPACE, now) == rings


@table(
    ("country", "silent_at"),
    [
        pytest.param("GB", "2026-04-08T09:00", id="Good Friday and Easter Monday in England"),
        pytest.param("US", "2026-04-06T09:00", id="neither in the US"),
        pytest.param("", "2026-04-08T09:00", id="no country yet: as in the workspace's"),
    ],
)
def test_silence_is_counted_in_the_carriers_own_business_days(country: str, silent_at: str) -> None:
    wednesday = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
    at = alarms.silent_at(order(State.PROCESSING, country=country), replace(WORKSPACE, country="GB"), wednesday)
    assert at == datetime.fromisoformat(f"{silent_at}+00:00")


@table(
    ("state", "days"),
    [
        (State.PROCESSING, 3),
        (State.CONTACTING, 5),
        (State.APPROVED, 10),
        (State.PENDING, 1),
        (State.ERROR, 2),
    ],
)
def test_a_workspace_can_set_how_many_silent_days_go_by(state: State, days: int) -> None:
    assert alarms.silent_days(WORKSPACE, state) == days
    of_its_own = replace(WORKSPACE, port_silent_days={state.value: 30})
    assert alarms.silent_days(of_its_own, state) == 30
    others = {other: alarms.silent_days(of_its_own, other) for other in alarms.SILENT_DAYS if other is not state}
    assert others == {other: alarms.SILENT_DAYS[other] for other in others}


def test_the_clock_rings_by_the_days_that_a_workspace_has_set() -> None:
    patient = Workspace(id=WORKSPACE.id, port_silent_days={"processing": 4})
    assert alarms.alarms(order(State.PROCESSING), patient, MONDAY) == {Alarm.SILENT: MONDAY + 4 * DAY}
