"""Search finds what a look at each number finds, a page at a time, whatever others take and give back meanwhile."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from re import fullmatch
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from handlers.search.nearest import narrower
from handlers.search.requests import Search
from store import numbers
from store.numbers import matching, nearest, runs
from store.numbers.digits import national
from store.numbers.ease import ease
from store.numbers.search import choose, count, find
from store.numbers.table import NumberRow
from store.numbers.types import Cursor, Page, PoolNumber, Run
from store.session import Database
from store.types import E164, Criteria, Digits, Kind, Place
from tests.databases import ENGINES, Databases, connect_for_now
from tests.desk import AWAY, HOME, START

SEATTLE = Place(country="US", region="Washington", city="Seattle")
LONDON = Place(country="GB", city="London")
IN_STOCK = [
    *(PoolNumber(e164=E164(f"+1206555{n:04}"), place=SEATTLE, kind=Kind.TOLL) for n in range(600) if n % 10 != 7),
    *(PoolNumber(e164=E164(f"+442079{n:06}"), place=LONDON, kind=Kind.TOLL) for n in range(460_090, 460_150)),
    *(PoolNumber(e164=E164(f"+1800555{n:04}"), place=Place(country="US"), kind=Kind.TOLL_FREE) for n in range(40)),
]
FOR_LONG = START + timedelta(days=9)
PLACES = [None, SEATTLE, LONDON, Place(country="US")]
PATTERNS = st.text("0123456789*", max_size=7)
CRITERIA = st.builds(
    Criteria,
    place=st.sampled_from(PLACES),
    kind=st.sampled_from(Kind),
    digits=st.builds(Digits, starts=PATTERNS, contains=PATTERNS, ends=PATTERNS, easy=st.booleans())
    | st.sampled_from(["0100", "46*1", "0", "5550", "2065", "007", "1206"]).map(lambda said: Digits(contains=said))
    | st.sampled_from(["206", "0207", "20", "5", "2079460"]).map(lambda said: Digits(starts=said)),
)


@pytest.fixture(scope="module", params=ENGINES)
def stocked(databases: Databases, request: pytest.FixtureRequest) -> Iterator[Database]:
    """A pool that no test changes for good."""
    made = connect_for_now(databases.new(request.param))
    with made.begin() as db:
        numbers.add(db, IN_STOCK, START)
    yield made
    made.close()


def looks_so(number: PoolNumber, wanted: Criteria) -> bool:
    """What search must find, said once more without a database."""
    digits = national(number.e164)
    place = wanted.place
    starts, contains, ends = (pattern.replace("*", r"\d") for pattern in wanted.digits.patterns)
    beginnings = {starts, starts.removeprefix("0") or starts}
    return (
        number.kind is wanted.kind
        and (place is None or (place.country == number.place.country and place.city in ("", number.place.city)))
        and any(fullmatch(rf"{start}\d*", digits) for start in beginnings)
        and fullmatch(rf"\d*{contains}\d*", digits) is not None
        and fullmatch(rf"\d*{ends}", digits) is not None
    )


def pages(database: Database, wanted: Criteria, limit: int) -> Iterator[Sequence[E164]]:
    return ([number.e164 for number in page.numbers] for page in all_pages(database, wanted, limit))


def all_pages(database: Database, wanted: Criteria, limit: int) -> Iterator[Page]:
    ended: Cursor | None = None
    while True:
        with database.reading() as db:
            page = find(db, HOME, wanted, START, limit=limit, ended=ended)
        yield page
        if page.ended is None:
            return
        ended = page.ended


SLOW_DATABASE = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SLOW_DATABASE
@given(wanted=CRITERIA, limit=st.sampled_from([9, 50]))
def test_all_that_looks_so_is_found_and_nothing_else(stocked: Database, wanted: Criteria, limit: int) -> None:
    expected = {number.e164 for number in IN_STOCK if looks_so(number, wanted)}
    shown = [e164 for page in pages(stocked, wanted, limit) for e164 in page]
    assert len(shown) == len(set(shown))
    assert set(shown) == expected
    with stocked.reading() as db:
        assert count(db, HOME, wanted, START).number == len(expected)
    if wanted.digits.easy:
        points = [ease(e164) for e164 in shown]
        assert points == sorted(points, reverse=True)


@SLOW_DATABASE
@given(wanted=CRITERIA, taken=st.sets(st.sampled_from(IN_STOCK), max_size=120), data=st.data())
def test_pages_show_nothing_twice_and_skip_nothing_while_others_take_and_give_back(
    stocked: Database, wanted: Criteria, taken: set[PoolNumber], data: st.DataObject
) -> None:
    gone = {number.e164 for number in taken}
    back = data.draw(st.sets(st.sampled_from(sorted(gone)))) if gone else set()
    of = pages(stocked, wanted, 10)
    first = next(of)
    later = START + timedelta(minutes=1)
    with stocked.begin() as db:
        for e164, at in [(e164, later if e164 in back else FOR_LONG) for e164 in gone]:
            db.execute(update(NumberRow).where(NumberRow.e164 == e164).values(available_at=at))
    try:
        shown = [*first, *(e164 for page in of for e164 in page)]
    finally:
        with stocked.begin() as db:
            db.execute(update(NumberRow).values(available_at=START))
    expected = {number.e164 for number in IN_STOCK if looks_so(number, wanted)}
    assert len(shown) == len(set(shown))
    assert expected - gone <= set(shown) <= expected
    assert set(shown) & gone <= set(first)


ORDERED = st.builds(
    Digits,
    contains=st.sampled_from(["", "", "0100", "5*5"]),
    near=st.sampled_from([None, E164("+12065550300"), E164("+442079460142")]),
    easy=st.booleans(),
) | st.builds(Digits, in_a_row=st.integers(2, 9), ends=st.sampled_from(["", "1*"]))


@SLOW_DATABASE
@given(
    place=st.sampled_from(PLACES),
    digits=ORDERED,
    held=st.sets(st.sampled_from(IN_STOCK), max_size=300),
    elsewhere=st.sets(st.sampled_from(IN_STOCK), max_size=300),
    own=st.sets(st.sampled_from(IN_STOCK), max_size=100),
)
def test_nothing_is_shown_or_chosen_that_cannot_be_had_at_that_moment(
    stocked: Database,
    place: Place | None,
    digits: Digits,
    held: set[PoolNumber],
    elsewhere: set[PoolNumber],
    own: set[PoolNumber],
) -> None:
    wanted = Criteria(place=place, kind=Kind.TOLL, digits=digits)
    changes: list[tuple[dict[str, object], set[PoolNumber]]] = [
        ({"kept_for": AWAY}, elsewhere),
        ({"kept_for": HOME}, own),
        ({"available_at": FOR_LONG}, held),
    ]
    try:
        with stocked.begin() as db:
            for change, of in changes:
                these = NumberRow.e164.in_([number.e164 for number in of])
                db.execute(update(NumberRow).where(these).values(change))
        shown = [
            e164
            for page in all_pages(stocked, wanted, 60)
            for e164 in [*(number.e164 for number in page.numbers), *(each for run in page.runs for each in run)]
        ]
        with stocked.reading() as db:
            chosen = choose(db, HOME, wanted, 7, START)
    finally:
        with stocked.begin() as db:
            db.execute(update(NumberRow).values(available_at=START, kept_for=""))
    to_be_had = {
        number.e164 for number in IN_STOCK if number not in held | (elsewhere - own) and looks_so(number, wanted)
    }
    as_long = {e164 for e164 in to_be_had if not digits.near or len(e164) == len(digits.near)}
    assert len(shown) == len(set(shown))
    assert set(shown) | set(chosen) <= as_long
    assert digits.in_a_row or set(shown) == as_long


@SLOW_DATABASE
@given(
    near=st.integers(0, 700).map(lambda n: E164(f"+1206555{n:04}")) | st.just(E164("+442079460142")),
    place=st.sampled_from(PLACES),
    limit=st.sampled_from([20, 400]),
)
def test_the_nearest_come_first(stocked: Database, near: E164, place: Place | None, limit: int) -> None:
    wanted = Criteria(place=place, kind=Kind.TOLL, digits=Digits(near=near))
    fitting = [number.e164 for number in IN_STOCK if looks_so(number, wanted) and len(number.e164) == len(near)]
    fitting.sort(key=lambda e164: (abs(int(e164[1:]) - int(near[1:])), e164))
    assert [e164 for page in pages(stocked, wanted, limit) for e164 in page] == fitting


@SLOW_DATABASE
@given(
    in_a_row=st.integers(2, 70),
    place=st.sampled_from(PLACES),
    limit=st.sampled_from([2, 10]),
    ends=st.sampled_from(["", "", "1*"]),
)
def test_a_run_is_as_long_as_can_be_and_has_no_gap(
    stocked: Database, in_a_row: int, place: Place | None, limit: int, ends: str
) -> None:
    wanted = Criteria(place=place, kind=Kind.TOLL, digits=Digits(in_a_row=in_a_row, ends=ends))
    fitting = {number.e164 for number in IN_STOCK if looks_so(number, wanted)}
    shown = [run for page in all_pages(stocked, wanted, limit) for run in page.runs]
    members = [e164 for run in shown for e164 in run]
    assert len(members) == len(set(members))
    assert set(members) <= fitting
    firsts = [E164(f"+{int(run.first[1:]) - 1}") for run in shown]
    lasts = [E164(f"+{int(run.first[1:]) + run.size}") for run in shown]
    assert fitting.isdisjoint([*firsts, *lasts])
    assert all(run.size >= in_a_row for run in shown)
    assert shown or not any(set(Run(first=each, size=in_a_row, place=SEATTLE)) <= fitting for each in fitting)


def test_where_not_all_is_looked_at_it_is_said(stocked: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "MOST_LOOKED_AT", 50)
    monkeypatch.setattr(nearest, "MOST_LOOKED_AT", 50)
    monkeypatch.setattr(runs, "MOST_LOOKED_AT", 50)
    us, anywhere = Place(country="US"), None

    def looked(place: Place | None, kind: Kind = Kind.TOLL, **digits: Any) -> tuple[int, bool]:
        with stocked.reading() as db:
            page = find(db, HOME, Criteria(place=place, kind=kind, digits=Digits(**digits)), START, limit=10)
        return len(page.numbers) + len(page.runs), page.total.gave_up

    assert looked(anywhere, near=E164("+12065550300")) == (10, False)
    assert looked(us, Kind.TOLL_FREE, near=E164("+12065550300")) == (0, True), "too far away"
    assert looked(LONDON, near=E164("+12065550300")) == (0, False), "a city is looked through wherever it is"
    assert looked(LONDON, near=E164("+442079460000")) == (10, False)
    assert looked(anywhere, ends="17*") == (0, True), "those of London are looked at first"
    by_range = looked(anywhere, starts="206", contains="55")
    assert by_range == (10, True), "how they start is found by a range, whichever fifty of it are looked at"
    assert looked(SEATTLE, in_a_row=9) == (4, True)
    assert looked(LONDON, in_a_row=60) == (0, True)


def test_what_is_narrowed_is_narrowed_to_where_such_numbers_are(stocked: Database) -> None:
    def cities(wanted: Criteria, narrow: Callable[..., Iterator[Search]]) -> set[Place | None]:
        with stocked.reading() as db:
            return {part.wanted.place for part in narrow(db, HOME, Search(wanted=wanted), START)}

    anywhere = Criteria(place=None, kind=Kind.TOLL, digits=Digits(starts="20"))
    assert cities(anywhere, narrower) == {SEATTLE, LONDON}
    assert cities(replace(anywhere, digits=Digits(ends="46012*")), narrower) == {LONDON}
    assert cities(replace(anywhere, digits=Digits(in_a_row=20)), narrower) == {LONDON}
