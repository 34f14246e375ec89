"""The pool: a number can be had when its `available_at` is not after now, and there is no other test."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, event

from store import holds, numbers
from store.holds.types import Hold, HoldId
from store.numbers.search import find
from store.numbers.types import InUse, Permit, Taking
from store.session import Database, Db
from store.types import E164, Criteria, Kind, Place
from tests.desk import (
    A_MOMENT,
    AWAY,
    BEN,
    EVE,
    HOLD_LASTS,
    HOME,
    QUOTA,
    SEATTLE,
    START,
    TOLL,
    TOLL_FREE,
    Desk,
    a_hold,
    fill,
)

Change = Callable[[Db, Hold, datetime], int]

SPOKANE = Place(country="US", region="Washington", city="Spokane")
SINGAPORE = Place(country="SG", city="Singapore")
TWO = [E164("+12060000000"), E164("+12060000001")]  # the first that `fill` makes


def test_a_pool_is_empty_until_numbers_are_added(desk: Desk) -> None:
    with desk.database.reading() as db:
        assert numbers.is_empty(db)
    fill(desk.database, 1)
    with desk.database.reading() as db:
        assert not numbers.is_empty(db)


def test_adding_no_numbers_adds_none(desk: Desk) -> None:
    with desk.database.begin() as db:
        numbers.add(db, [], START)
        assert numbers.is_empty(db)


@pytest.mark.parametrize(
    ("place", "kind", "found"),
    [
        pytest.param(None, Kind.TOLL, 1 + 2 + 4, id="anywhere"),
        pytest.param(Place(country="US"), Kind.TOLL, 1 + 2, id="a country"),
        pytest.param(Place(country="US", region="Washington"), Kind.TOLL, 1 + 2, id="a region"),
        pytest.param(Place(country="US", region="Oregon"), Kind.TOLL, 0, id="a region without numbers"),
        pytest.param(SEATTLE, Kind.TOLL, 1, id="a city"),
        pytest.param(SINGAPORE, Kind.TOLL, 4, id="a city in no region"),
        pytest.param(Place(country="US"), Kind.TOLL_FREE, 8, id="a country's toll-free numbers"),
        pytest.param(SEATTLE, Kind.TOLL_FREE, 0, id="toll-free numbers have no city"),
    ],
)
def test_only_what_is_wanted_is_found(desk: Desk, place: Place | None, kind: Kind, found: int) -> None:
    fill(desk.database, 1, SEATTLE)
    fill(desk.database, 2, SPOKANE)
    fill(desk.database, 4, SINGAPORE)
    fill(desk.database, 8, Place(country="US"), Kind.TOLL_FREE)
    assert desk.to_be_had(Criteria(place=place, kind=kind)) == found


@pytest.mark.parametrize(
    ("after", "found"),
    [
        pytest.param(timedelta(0), 3, id="held"),
        pytest.param(HOLD_LASTS - A_MOMENT, 3, id="just before the end"),
        pytest.param(HOLD_LASTS, 5, id="at the very end"),
        pytest.param(HOLD_LASTS * 100, 5, id="long after the end"),
    ],
)
def test_held_numbers_can_be_had_from_the_end_of_the_hold(desk: Desk, after: timedelta, found: int) -> None:
    fill(desk.database, 5)
    desk.hold(BEN, 2)
    desk.clock.advance(after)
    assert desk.to_be_had() == found


def test_acquired_numbers_are_never_in_the_pool_again(desk: Desk) -> None:
    fill(desk.database, 5)
    desk.acquire(BEN, desk.hold(BEN, 2))
    desk.clock.advance(timedelta(days=10_000))
    assert desk.to_be_had() == 3


def test_a_page_shows_the_numbers_of_a_city_that_were_unused_longest_first(desk: Desk) -> None:
    first, second, third = fill(desk.database, 3)
    held = desk.held(HOME, desk.reserve(BEN, 1, these=(first,)))
    desk.clock.advance(A_MOMENT)
    desk.release(BEN, held)
    assert page(desk, limit=5) == [second, third, first]


def test_pages_follow_one_another_without_a_gap(desk: Desk) -> None:
    made = fill(desk.database, 7)
    assert [page(desk, limit=3, offset=offset) for offset in (0, 3, 6, 9)] == [made[:3], made[3:6], made[6:], []]


def test_a_number_on_a_page_says_where_it_is(desk: Desk) -> None:
    fill(desk.database, 1, SINGAPORE)
    with desk.database.reading() as db:
        [number] = find(db, HOME, Criteria(place=None, kind=Kind.TOLL), START, limit=1).numbers
    assert (number.place, number.kind) == (SINGAPORE, Kind.TOLL)


@pytest.mark.parametrize(
    ("asked", "taken"),
    [
        pytest.param(1, 1, id="one"),
        pytest.param(5, 5, id="all there are"),
        pytest.param(6, 5, id="more than there are"),
    ],
)
def test_taking_takes_what_is_asked_for_as_far_as_it_can_be_had(desk: Desk, asked: int, taken: int) -> None:
    made = fill(desk.database, 5)
    assert take(desk, asked) == made[:taken]


def test_taking_named_numbers_takes_no_others(desk: Desk) -> None:
    made = fill(desk.database, 5)
    assert take(desk, 3, these=[made[4], E164("+4930")]) == [made[4]]


def test_taking_named_numbers_takes_only_those_of_the_place_and_kind(desk: Desk) -> None:
    made = fill(desk.database, 1, SPOKANE)
    assert take(desk, 1, these=made) == []


def test_what_is_held_cannot_be_taken(desk: Desk) -> None:
    made = fill(desk.database, 2)
    taken = desk.took(desk.hold(BEN, 1))
    assert take(desk, 5) == [e164 for e164 in made if e164 not in taken]


@pytest.fixture
def bad_plans(database: Database) -> Iterator[None]:
    """PostgreSQL may run a subquery once for each row of the outer table, as it does when told to avoid all else."""
    if database.engine.dialect.name != "postgresql":
        yield
        return
    event.listen(database.engine, "begin", _avoid_good_plans)
    yield
    event.remove(database.engine, "begin", _avoid_good_plans)


@pytest.mark.usefixtures("bad_plans")
def test_no_more_are_taken_than_asked_for_whatever_the_plan(desk: Desk) -> None:
    fill(desk.database, 5)
    assert desk.hold(BEN, 2).size == 2


def _avoid_good_plans(db: Connection) -> None:
    for plan in ("hashagg", "sort", "hashjoin", "mergejoin", "material", "indexscan", "bitmapscan"):
        db.exec_driver_sql(f"SET LOCAL enable_{plan} = off")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(numbers.give_back, id="gives back"),
        pytest.param(
            lambda db, hold, now: numbers.acquire(db, hold, TWO, now, Permit(workspace=hold.workspace, quantity=2)),
            id="acquires",
        ),
    ],
)
@pytest.mark.parametrize(
    ("whose", "after", "changed"),
    [
        pytest.param({}, HOLD_LASTS - A_MOMENT, 2, id="its own, to the last moment"),
        pytest.param({}, HOLD_LASTS, 0, id="no more once it ended"),
        pytest.param({"id": HoldId(2)}, timedelta(0), 0, id="not another hold's"),
        pytest.param({"workspace": AWAY}, timedelta(0), 0, id="not another workspace's"),
    ],
)
def test_a_hold_disposes_of_what_it_still_has(
    desk: Desk, change: Change, whose: dict[str, Any], after: timedelta, changed: int
) -> None:
    assert fill(desk.database, 2) == TWO
    held = desk.hold(BEN, 2)
    with desk.database.begin() as db:
        assert change(db, replace(held, **whose), START + after) == changed


def test_numbers_given_back_can_be_had_at_once(desk: Desk) -> None:
    fill(desk.database, 2)
    held = desk.hold(BEN, 2)
    with desk.database.begin() as db:
        numbers.give_back(db, held, START)
    assert desk.to_be_had() == 2


def test_in_use_are_the_held_and_the_acquired_of_a_workspace_for_each_kind(desk: Desk) -> None:
    fill(desk.database, 15)
    fill(desk.database, 5, Place(country="US"), Kind.TOLL_FREE)
    desk.hold(BEN, 3)
    desk.acquire(BEN, desk.hold(BEN, 4))
    desk.hold(BEN, 2, TOLL_FREE)
    desk.hold(EVE, 5)
    with desk.database.reading() as db:
        assert numbers.in_use(db, HOME, START) == {
            Kind.TOLL: InUse(held=3, acquired=4),
            Kind.TOLL_FREE: InUse(held=2),
        }


def test_numbers_of_ended_holds_are_not_in_use(desk: Desk) -> None:
    fill(desk.database, 5)
    desk.hold(BEN, 3)
    desk.clock.advance(HOLD_LASTS)
    assert desk.in_use() == 0


def take(desk: Desk, quantity: int, these: list[E164] | None = None) -> list[E164]:
    with desk.database.begin() as db:
        taking = Taking(workspace=HOME, wanted=TOLL, now=START, until=START + HOLD_LASTS, quota=QUOTA)
        taken = numbers.take(db, taking, quantity, these=these)
        if taken.hold:
            holds.write(db, a_hold(taken.hold), taken.numbers, warn_at=None)
    return list(taken.numbers)


def page(desk: Desk, *, limit: int, offset: int = 0) -> list[E164]:
    with desk.database.reading() as db:
        return [number.e164 for number in find(db, HOME, TOLL, desk.clock(), limit=limit, offset=offset).numbers]
