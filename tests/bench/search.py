"""Search through the store's own functions beside the same questions in hand-written SQL, in pools of any size."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import text

from bot.clock import real_now
from store.numbers import search
from store.session import Database, Db, connect
from store.types import Criteria, Digits
from tests.bench.measure import Measure, percentile
from tests.bench.scene import SEATTLE, Scene, workspace

ROUNDS = 60
SIZES = (100_000, 1_000_000, 10_000_000)
QUICK_SIZES = (20_000, 100_000)
MOST_OF_REFERENCE = {"search": 1.5, "pattern": 3.0}
MOST_GROWTH = 1.5
LONGEST = 1_000.0  # milliseconds, for the worst pattern
RUN, MOST_OF_RUN = 20, 100.0  # milliseconds
PAGE = 10

_PLACE = "country = 'US' AND region = 'Washington' AND city = 'Seattle'"
_BOTH = {
    "hand": f"""
        SELECT e164, country, region, city, kind, available_at FROM numbers
        WHERE kind = 'toll' AND available_at <= :now AND {_PLACE}
        ORDER BY country, region, city, available_at, e164 LIMIT 11""",
    "count": f"""
        SELECT count(*) FROM (SELECT 1 FROM numbers
        WHERE kind = 'toll' AND available_at <= :now AND {_PLACE} LIMIT 10001) AS counted""",
}
_PATTERN = {
    "postgresql": """
        WITH hits AS MATERIALIZED (SELECT * FROM numbers WHERE digit_groups(e164) @> CAST(:groups AS smallint[])
        AND e164 LIKE '%' || :digits || '%' AND kind = 'toll' AND available_at <= :now {and_place} LIMIT 10001)
        SELECT *, count(*) OVER () FROM hits ORDER BY country, region, city, available_at, e164 LIMIT 11""",
    "sqlite": """
        WITH hits AS MATERIALIZED (SELECT numbers.* FROM number_digits CROSS JOIN numbers
        ON numbers.e164 = '+' || number_digits.rowid WHERE number_digits MATCH :phrase
        AND kind = 'toll' AND available_at <= :now {and_place} LIMIT 10001)
        SELECT *, count(*) OVER () FROM hits ORDER BY country, region, city, available_at, e164 LIMIT 11""",
}
Ask = Callable[[Db], object]


def measures(scene: Scene) -> Iterator[Measure]:
    """Place and kind, patterns, and runs; the largest pool is the one that patterns are looked for in."""
    at_size: list[tuple[int, float]] = []
    for size in QUICK_SIZES if scene.quick else SIZES:
        database = connect(scene.database_of(size))
        now = real_now()
        ours, reference = _in_turn(database, _asking(SEATTLE, now), _by_hand(now))
        at_size.append((size, ours))
        yield _measure(scene, f"search, {size:,} numbers", ours, reference, "search")
        if size == max(QUICK_SIZES if scene.quick else SIZES):
            yield from _patterns(scene, database, now)
            yield from _runs(scene, database, now)
        database.close()
    for (_, small), (size, large) in pairwise([at_size[0], at_size[-1]]):
        yield Measure(
            name=f"search, {size:,} numbers beside {at_size[0][0]:,}",
            engine=scene.engine,
            unit="p95 ms",
            ours=large,
            reference=small,
            ratio_bound=("most", MOST_GROWTH),
        )


def _patterns(scene: Scene, database: Database, now: datetime) -> Iterator[Measure]:
    with database.reading() as db:
        some = str(db.scalar(text("SELECT max(e164) FROM numbers")))
    for place, where in ((None, "anywhere"), (SEATTLE.place, "in a city")):
        for digits, what in ((some[-4:], "4 digits"), (some[-7:], "7 digits"), ("5858585", "7 digits, absent")):
            wanted = Criteria(place=place, kind=SEATTLE.kind, digits=Digits(contains=digits))
            by_hand = _pattern_by_hand(scene.engine, digits, now, in_city=place is not None)
            ours, reference = _in_turn(database, _asking(wanted, now), by_hand)
            yield _measure(scene, f"pattern {where}, {what}", ours, reference, "pattern")
    for pattern in ("7*7*7", "*9", "404"):
        worst = Criteria(place=None, kind=SEATTLE.kind, digits=Digits(ends=pattern, contains="8*6"))
        took = [_took(database, _asking(worst, now)) for _ in range(5)]
        yield Measure(
            name=f"pattern without four digits, {pattern}",
            engine=scene.engine,
            unit="most ms",
            ours=max(took),
            ours_bound=("most", LONGEST),
        )


def _runs(scene: Scene, database: Database, now: datetime) -> Iterator[Measure]:
    wanted = replace(SEATTLE, digits=Digits(in_a_row=RUN))
    with database.reading() as db:
        in_city = search.count(db, workspace(0), SEATTLE, now, most=10**6).number
    took = [_took(database, _asking(wanted, now)) for _ in range(ROUNDS)]
    yield Measure(
        name=f"runs of {RUN} in a city of {in_city:,}",
        engine=scene.engine,
        unit="p95 ms",
        ours=percentile(took, 95),
        ours_bound=("most", MOST_OF_RUN),
    )


def _asking(wanted: Criteria, now: datetime) -> Ask:
    return lambda db: search.find(db, workspace(0), wanted, now, limit=PAGE)


def _by_hand(now: datetime) -> Ask:
    asks = [text(sql) for sql in _BOTH.values()]

    def ask(db: Db) -> object:
        return [db.execute(each, {"now": _kept(db, now)}).all() for each in asks]

    return ask


def _pattern_by_hand(engine: str, digits: str, now: datetime, *, in_city: bool) -> Ask:
    statement = text(_PATTERN[engine].format(and_place=f"AND {_PLACE}" if in_city else ""))
    groups = [int(digits[at : at + 4]) for at in range(len(digits) - 3)]
    given: dict[str, Any] = {"postgresql": {"groups": groups, "digits": digits}, "sqlite": {"phrase": f'"{digits}"'}}
    return lambda db: db.execute(statement, {"now": _kept(db, now), **given[engine]}).all()


def _kept(db: Db, now: datetime) -> Any:
    """A moment as the engine keeps it."""
    return now if db.dialect.name == "postgresql" else f"{now:%Y-%m-%d %H:%M:%S.%f}"


def _in_turn(database: Database, ours: Ask, reference: Ask) -> tuple[float, float]:
    """The 95th percentiles of both, in milliseconds, asked in turn."""
    took: tuple[list[float], list[float]] = ([], [])
    for round_ in range(5 + ROUNDS):
        for side, ask in zip(took, (ours, reference), strict=True):
            ms = _took(database, ask)
            side.extend([ms] if round_ >= 5 else [])  # the first warm up
    return percentile(took[0], 95), percentile(took[1], 95)


def _took(database: Database, ask: Ask) -> float:
    began = time.perf_counter()
    with database.reading() as db:
        ask(db)
    return (time.perf_counter() - began) * 1000


def _measure(scene: Scene, name: str, ours: float, reference: float, bound: str) -> Measure:
    return Measure(
        name=name,
        engine=scene.engine,
        unit="p95 ms",
        ours=ours,
        reference=reference,
        ratio_bound=("most", MOST_OF_REFERENCE[bound]),
    )
