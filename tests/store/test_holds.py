"""Holds: written, found, closed; what a hold took stays written with it."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from store import holds
from store.holds.types import Hold, HoldId, Outcome, Purpose
from store.numbers import held_numbers
from store.types import ChannelId, Criteria, Kind
from tests.desk import A_MOMENT, ADA, AWAY, BEN, CHLOE, EVE, HOLD_LASTS, HOME, START, TOLL_FREE, Desk, a_hold, fill

WARNED_AFTER = timedelta(minutes=8)
NOTE = "for the bakery"


@pytest.mark.parametrize(
    "hold",
    [
        pytest.param(a_hold(), id="in a city"),
        pytest.param(a_hold(wanted=TOLL_FREE), id="in a country"),
        pytest.param(a_hold(wanted=Criteria(place=None, kind=Kind.TOLL)), id="anywhere"),
    ],
)
def test_a_hold_is_found_as_it_was_written(desk: Desk, hold: Hold) -> None:
    e164s = fill(desk.database, 1)
    with desk.database.begin() as db:
        holds.write(db, hold, e164s, warn_at=None)
    assert desk.fresh(hold) == hold
    assert desk.outcomes(hold) == {e164s[0]: None}


def test_holds_are_numbered_from_one_in_each_workspace(desk: Desk) -> None:
    fill(desk.database, 3)
    assert [desk.hold(BEN, 1).name, desk.hold(EVE, 1).name, desk.hold(BEN, 1).name] == ["H-1", "H-1", "H-2"]


def test_a_hold_is_not_found_from_another_workspace(desk: Desk) -> None:
    fill(desk.database, 1)
    held = desk.hold(BEN, 1)
    with desk.database.reading() as db:
        assert holds.find(db, AWAY, held.id) is None
        assert holds.find_all(db, AWAY, [held.id]) == []


def test_several_holds_are_found_in_order(desk: Desk) -> None:
    fill(desk.database, 3)
    first, second, third = (desk.hold(BEN, 1) for _ in range(3))
    with desk.database.reading() as db:
        assert holds.find_all(db, HOME, [third.id, first.id, HoldId(9)]) == [first, third]
    assert second.id == 2


@pytest.mark.parametrize(
    ("digits", "found"),
    [
        pytest.param("", 12, id="no digits"),
        pytest.param("0000011", 1, id="the end of one"),
        pytest.param("00001", 3, id="some in the middle"),
        pytest.param("99", 0, id="none"),
        pytest.param("%", 0, id="not a pattern"),
        pytest.param("_", 0, id="not a wildcard"),
    ],
)
def test_numbers_of_a_hold_are_found_by_their_digits(desk: Desk, digits: str, found: int) -> None:
    made = fill(desk.database, 12)
    held = desk.hold(BEN, 12)
    with desk.database.reading() as db:
        listed = [number.e164 for number in held_numbers(db, held, containing=digits)]
    assert listed == [e164 for e164 in made if digits in e164]
    assert len(listed) == found


def test_the_first_numbers_of_a_hold_can_be_asked_for(desk: Desk) -> None:
    made = fill(desk.database, 5)
    held = desk.hold(BEN, 5)
    with desk.database.reading() as db:
        assert [number.e164 for number in held_numbers(db, held, limit=2)] == made[:2]


def test_what_was_acquired_of_a_hold_can_be_asked_for(desk: Desk) -> None:
    made = fill(desk.database, 3)
    held = desk.hold(BEN, 3)
    desk.acquire(BEN, held, made[1])
    with desk.database.reading() as db:
        [kept] = held_numbers(db, held, outcome=Outcome.ACQUIRED)
    assert kept.e164 == made[1]


def test_an_acquired_hold_says_who_kept_how_many_what_for(desk: Desk) -> None:
    kept, released = fill(desk.database, 2)
    held = desk.hold(BEN, 2)
    desk.clock.advance(A_MOMENT)
    desk.acquire(ADA, held, kept)
    assert desk.fresh(held) == replace(
        held,
        version=2,
        outcome=Outcome.ACQUIRED,
        closed_at=START + A_MOMENT,
        closed_by=ADA.user,
        acquired=1,
        purpose=Purpose.CALL_QUEUE,
        note=NOTE,
    )
    assert desk.outcomes(held) == {kept: Outcome.ACQUIRED, released: Outcome.RELEASED}


def test_a_released_hold_says_who_gave_it_back(desk: Desk) -> None:
    made = fill(desk.database, 2)
    held = desk.hold(BEN, 2)
    desk.clock.advance(A_MOMENT)
    desk.release(ADA, held)
    assert desk.fresh(held) == replace(
        held, version=2, outcome=Outcome.RELEASED, closed_at=START + A_MOMENT, closed_by=ADA.user
    )
    assert desk.outcomes(held) == dict.fromkeys(made, Outcome.RELEASED)


def test_a_hold_that_ran_out_was_closed_at_its_end_and_by_nobody(desk: Desk) -> None:
    made = fill(desk.database, 2)
    held = desk.hold(BEN, 2)
    close_ended(desk, held.until + timedelta(hours=1))
    assert desk.fresh(held) == replace(held, version=2, outcome=Outcome.RAN_OUT, closed_at=held.until)
    assert desk.outcomes(held) == dict.fromkeys(made, Outcome.RAN_OUT)


def test_closing_what_ended_takes_holds_whose_time_is_up_and_no_others(desk: Desk) -> None:
    fill(desk.database, 5)
    ended, released, acquired = (desk.hold(BEN, 1) for _ in range(3))
    desk.release(BEN, released)
    desk.acquire(BEN, acquired)
    desk.clock.advance(A_MOMENT)
    live = desk.hold(BEN, 1)
    assert close_ended(desk, ended.until - A_MOMENT) == []
    assert close_ended(desk, ended.until) == [ended]
    assert close_ended(desk, ended.until) == []
    assert desk.fresh(live) == live


def test_closing_what_ended_takes_the_oldest_first_and_only_so_many(desk: Desk) -> None:
    fill(desk.database, 3)
    third = desk.hold(BEN, 1)
    desk.set(hold_minutes=5)
    first = desk.hold(BEN, 1)
    desk.clock.advance(A_MOMENT)
    second = desk.hold(BEN, 1)
    assert close_ended(desk, third.until, limit=2) == [first, second]
    assert close_ended(desk, third.until, limit=2) == [third]


def test_closing_what_ended_leaves_other_workspaces_alone(desk: Desk) -> None:
    fill(desk.database, 2)
    own, others = desk.hold(BEN, 1), desk.hold(EVE, 1)
    with desk.database.reading() as db:
        assert sorted(holds.with_ended(db, own.until)) == [HOME, AWAY]
    assert close_ended(desk, own.until) == [own]
    assert desk.fresh(others) == others
    with desk.database.reading() as db:
        assert holds.with_ended(db, own.until) == [AWAY]


def test_a_warning_is_due_once(desk: Desk) -> None:
    fill(desk.database, 1)
    held = desk.hold(BEN, 1)
    assert warnings(desk, WARNED_AFTER - A_MOMENT) == []
    assert warnings(desk, WARNED_AFTER) == [held]
    assert warnings(desk, WARNED_AFTER) == []


@pytest.mark.parametrize("end", [pytest.param("release", id="released"), pytest.param("acquire", id="acquired")])
def test_nobody_is_warned_of_the_end_of_a_hold_that_was(desk: Desk, end: str) -> None:
    fill(desk.database, 1)
    getattr(desk, end)(BEN, desk.hold(BEN, 1))
    assert warnings(desk, WARNED_AFTER) == []


def test_nobody_is_warned_after_the_end(desk: Desk) -> None:
    fill(desk.database, 1)
    desk.hold(BEN, 1)
    assert warnings(desk, HOLD_LASTS) == []


def test_a_hold_without_a_warning_has_none_due(desk: Desk) -> None:
    fill(desk.database, 1)
    desk.set(hold_minutes=1)
    desk.hold(BEN, 1)
    assert warnings(desk, timedelta(seconds=59)) == []


def test_a_hold_that_was_held_again_says_as_what_and_by_whom(desk: Desk) -> None:
    fill(desk.database, 1)
    ended = desk.hold(BEN, 1)
    desk.clock.advance(HOLD_LASTS)
    again = desk.held(HOME, desk.again(CHLOE, ended))
    told = desk.fresh(ended)
    assert (told.again, told.again_by, told.version) == (again.id, CHLOE.user, 2)


@pytest.mark.parametrize("ts", ["1772442600.000100", None])
def test_where_a_card_is_belongs_to_no_new_state(desk: Desk, ts: str | None) -> None:
    fill(desk.database, 1)
    held = desk.hold(BEN, 1)
    with desk.database.begin() as db:
        holds.card_posted(db, held, channel=ChannelId("C2"), ts=ts)
    assert desk.fresh(held) == replace(held, channel=ChannelId("C2"), card_ts=ts)


def close_ended(desk: Desk, now: datetime, limit: int = 100) -> list[Hold]:
    with desk.database.begin() as db:
        return holds.close_ended(db, HOME, now, limit=limit)


def warnings(desk: Desk, after: timedelta) -> list[Hold]:
    with desk.database.begin() as db:
        return holds.take_warnings(db, START + after, limit=100)
