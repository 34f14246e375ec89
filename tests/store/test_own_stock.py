"""Stock of one's own: kept for one workspace or for all, counted by place, taken out and put in again."""

from dataclasses import replace

from store import numbers
from store.numbers import search, stock
from store.numbers.stock import InService, StockCount
from store.numbers.types import PoolNumber
from store.types import E164, Criteria, Kind, Place, WorkspaceId
from tests.desk import AWAY, BEN, EVE, HOME, SEATTLE, START, TOLL, Desk, fill
from tests.store.statements import scanned, statements, without_index

TACOMA = Place(country="US", region="Washington", city="Tacoma")


def keep(desk: Desk, kept_for: WorkspaceId | None, *ends: int, place: Place = SEATTLE) -> list[E164]:
    """Put numbers into the pool that one workspace alone may have."""
    made = [E164(f"+1206555{end:04}") for end in ends]
    with desk.database.begin() as db:
        numbers = [PoolNumber(e164=e164, place=place, kind=Kind.TOLL, kept_for=kept_for) for e164 in made]
        stock.put(db, numbers, START)
    return made


def test_what_is_kept_for_one_workspace_is_had_by_no_other(desk: Desk) -> None:
    kept, shared = keep(desk, AWAY, 100, 101), keep(desk, None, 102)
    assert (desk.to_be_had(), desk.to_be_had(workspace=AWAY)) == (1, 3)
    with desk.database.reading() as db:
        assert [each.e164 for each in search.find(db, HOME, TOLL, START, limit=9).numbers] == shared
        assert {each.e164 for each in search.find(db, AWAY, TOLL, START, limit=9).numbers} == {*kept, *shared}
    assert desk.took(desk.hold(BEN, 3)) == shared
    assert "*H-" not in desk.reserve(BEN, 1, these=tuple(kept)).text
    assert desk.took(desk.hold(EVE, 3)) == kept


def test_another_workspace_does_not_learn_of_what_is_kept(desk: Desk) -> None:
    keep(desk, AWAY, 100)
    with desk.database.reading() as db:
        assert stock.by_place(db, HOME, None, START, limit=9) == []
        assert stock.count_places(db, HOME, None) == 0
        [told] = stock.by_place(db, AWAY, None, START, limit=9)
        found = numbers.find(db, E164("+12065550100"))
    assert told == StockCount(place=SEATTLE, kind=Kind.TOLL, free=1, held=0, resting=0)
    assert found
    assert (found.is_kept_from(HOME, START), found.is_kept_from(AWAY, START)) == (True, False)


def test_stock_is_counted_by_place_and_kind_a_page_at_a_time(desk: Desk) -> None:
    fill(desk.database, 4)
    keep(desk, HOME, 100, 101)
    keep(desk, None, 102, place=TACOMA)
    desk.hold(BEN, 1)
    with desk.database.reading() as db:
        everywhere = stock.by_place(db, HOME, None, START, limit=9)
        assert everywhere == [
            StockCount(place=SEATTLE, kind=Kind.TOLL, free=5, held=1, resting=0),
            StockCount(place=TACOMA, kind=Kind.TOLL, free=1, held=0, resting=0),
        ]
        assert stock.by_place(db, HOME, None, START, limit=1, offset=1) == everywhere[1:]
        assert stock.by_place(db, HOME, TACOMA, START, limit=9) == everywhere[1:]
        assert stock.count_places(db, HOME, Place(country="US")) == 2


def test_unused_numbers_are_removed_and_can_be_put_in_again(desk: Desk) -> None:
    free, held = keep(desk, None, 100), keep(desk, None, 101)
    desk.release(BEN, desk.hold(BEN, 2))  # holds tell of both for ever
    hold = desk.hold(BEN, 1)
    (held, free) = (desk.took(hold), [e164 for e164 in (*free, *held) if e164 not in desk.took(hold)])
    with desk.database.begin() as db:
        assert stock.remove(db, [*free, *held, E164("+12065550199")], START) == set(free)
        assert stock.known(db, free) == {}
    assert desk.to_be_had() == 0
    assert desk.took(hold) == held
    keep(desk, HOME, 100, 101)
    assert (desk.to_be_had(), desk.to_be_had(workspace=AWAY)) == (1, 0)


def test_what_is_in_service_comes_in_as_acquired_and_counts_unless_it_was_ported(desk: Desk) -> None:
    [taken, *_] = keep(desk, None, 100)
    [kept_away] = keep(desk, AWAY, 101)
    new, ported = E164("+12065550102"), E164("+12065550103")
    here = [InService(e164=e164, place=SEATTLE, kind=Kind.TOLL) for e164 in (taken, kept_away, new, ported)]
    here[-1] = replace(here[-1], imported_as="PO-7")
    with desk.database.begin() as db:
        assert stock.bring(db, HOME, here, START, of_the_pool=False) == {new, ported}
        for _ in range(2):
            assert stock.bring(db, HOME, here, START, of_the_pool=True) == {taken, new, ported}
        assert set(numbers.counting(db, [taken, new, ported])) == {taken, new}
    assert desk.in_use() == 2
    assert desk.to_be_had() == 0


def test_the_first_of_a_city_are_found_by_the_index_however_many_are_kept_for_others(desk: Desk) -> None:
    keep(desk, AWAY, *range(2_000))
    keep(desk, HOME, 2_001)
    with desk.database.begin() as db:
        db.exec_driver_sql("ANALYZE")
    with statements(desk.database) as asked, desk.database.reading() as db:
        search.find(db, HOME, TOLL, START, limit=10)
        stock.by_place(db, HOME, None, START, limit=10)
    with desk.database.reading() as db:
        counted, first, by_place = (each.plan(db) for each in asked)
    assert without_index(first, {"numbers"}) == without_index(counted, {"numbers"}) == []
    assert "numbers" not in scanned(by_place)


def test_anywhere_includes_what_is_kept_for_the_workspace(desk: Desk) -> None:
    keep(desk, HOME, 100)
    keep(desk, AWAY, 101)
    assert desk.to_be_had(Criteria(place=None, kind=Kind.TOLL)) == 1
