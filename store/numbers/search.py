"""Search in the pool, a page at a time.

All pages are of the moment of the first: what others take meanwhile is left out, what comes back meanwhile is not shown
a second time, and nothing is skipped.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from store.numbers.matching import MOST_COUNTED, count, find_in_order
from store.numbers.nearest import MOST_LOOKED_AT as MOST_BESIDE
from store.numbers.nearest import find_nearest
from store.numbers.rows import number
from store.numbers.runs import MOST_LOOKED_AT as MOST_IN_RUNS
from store.numbers.runs import find_runs, is_cut
from store.numbers.types import Counted, Cursor, Page
from store.session import Db
from store.types import E164, Criteria, WorkspaceId

__all__ = ["MOST_COUNTED", "available", "choose", "count", "find"]


def find(
    db: Db,
    workspace: WorkspaceId,
    wanted: Criteria,
    now: datetime,
    *,
    limit: int,
    offset: int = 0,
    ended: Cursor | None = None,
) -> Page:
    """A page of what can be had and looks as is asked, in the order that is asked for.

    It begins after where another `ended`, or with `offset` to skip. Runs are not counted, only shown.
    """
    as_of = ended.as_of if ended else now
    if wanted.digits.in_a_row:
        return _runs(db, workspace, wanted, as_of, limit, offset, ended)
    if wanted.digits.near:
        last = ended.e164 if ended else None
        found, gave_up = find_nearest(
            db, workspace, wanted, wanted.digits.near, as_of, limit=offset + limit + 1, ended=last
        )
        rows: Sequence[Row[Any]] = found[offset:]
        total = count(db, workspace, wanted, as_of)
        if not rows and not offset and ended is None:  # those there are lie far away, or have more or fewer digits
            total = Counted(number=0)
        if gave_up:
            total = replace(total, looked_at=MOST_BESIDE)
    else:
        total, rows = find_in_order(db, workspace, wanted, as_of, limit=limit + 1, offset=offset, ended=ended)
    shown = rows[:limit]
    following = None
    if len(rows) > limit:
        following = Cursor(e164=E164(shown[-1].e164), available_at=shown[-1].available_at, as_of=as_of)
    return Page(numbers=[number(row) for row in shown], total=total, ended=following)


def available(db: Db, workspace: WorkspaceId, wanted: Criteria, now: datetime, quantity: int) -> int:
    """How many of so many could be taken now; of a run all or none."""
    if wanted.digits.in_a_row:
        return quantity if find_runs(db, workspace, wanted, now, limit=1) else 0
    if wanted.digits.near:  # not too far away, as it is shown
        return len(find_nearest(db, workspace, wanted, wanted.digits.near, now, limit=quantity)[0])
    return count(db, workspace, wanted, now, most=quantity).number


def choose(db: Db, workspace: WorkspaceId, wanted: Criteria, quantity: int, now: datetime) -> list[E164]:
    """The numbers that come first, to be taken: of a run so many, or none."""
    page = find(db, workspace, wanted, now, limit=1 if wanted.digits.in_a_row else quantity)
    return [each for run in page.runs for each in run][:quantity] or [each.e164 for each in page.numbers]


def _runs(
    db: Db, workspace: WorkspaceId, wanted: Criteria, as_of: datetime, limit: int, offset: int, ended: Cursor | None
) -> Page:
    last = ended.e164 if ended else None
    runs = find_runs(db, workspace, wanted, as_of, limit=offset + limit + 1, ended=last)[offset:]
    shown, following = runs[:limit], None
    looked_at = MOST_IN_RUNS if is_cut(db, workspace, wanted, as_of) else 0
    if len(runs) > limit:
        following = Cursor(e164=shown[-1].first, available_at=as_of, as_of=as_of)
    return Page(
        runs=shown, total=Counted(number=len(shown), more=following is not None, looked_at=looked_at), ended=following
    )
