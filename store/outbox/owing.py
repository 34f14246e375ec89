"""Owing: rows of the outbox are written, or those that wait are renewed."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Boolean, bindparam, case, exists, literal, or_, select, union_all

from store.base import Utc
from store.homes import HomeRow
from store.outbox.table import OutboxRow
from store.outbox.types import HOME, OutboxItem
from store.session import Db
from store.upsert import insert

EDITS, HOMES = "edits", "homes"

_KEY = ("workspace", "kind", "subject", "item")


def owe(db: Db, owed: Sequence[OutboxItem], now: datetime, *, homes: Sequence[OutboxItem] = ()) -> None:
    """Owe each of these. What is owed already and not yet paid is owed once, with a new version.

    What was parked of the same subjects is tried again: they have changed. Of `homes` those are owed alone whose
    member has ever opened their Home tab.
    """
    rows = [
        {
            "workspace": owing.workspace,
            "kind": owing.kind,
            "subject": owing.subject,
            "item": owing.item,
            "detail": dict(owing.detail),
            "channel": owing.channel,
            "lane": _lane_of(owing),
            "now": now,
            "always": always,
        }
        for some, always in ((owed, True), (homes, False))
        for owing in some
    ]
    if rows:
        db.execute(_owe(db.dialect.name), rows)


def _lane_of(owing: OutboxItem) -> str:
    if owing.kind == HOME:
        return HOMES
    return EDITS if owing.edits else f"posts {owing.channel}"


def again(due_at: Any) -> dict[str, Any]:
    """What is true of a debt that was parked and is tried again: no try counted, no death held against it."""
    return {"parked_at": None, "tries": 0, "due_at": due_at, "claims_ended": OutboxRow.claims}


@cache
def _owe(dialect: str) -> Any:
    """One statement for a row and what was parked of its subject, so that it can be run for many rows at once."""
    own = {
        name: bindparam(name, type_=OutboxRow.__table__.c[name].type) for name in (*_KEY, "detail", "channel", "lane")
    }
    fresh = {"version": literal(1), "tries": literal(0), "claims": literal(0), "claims_ended": literal(0)}
    when = {name: bindparam("now", type_=Utc()) for name in ("owed_at", "due_at")}
    has_opened = exists().where(HomeRow.workspace == own["workspace"], HomeRow.member == own["channel"])
    it = select(*(own | fresh | when).values()).where(or_(bindparam("always", type_=Boolean()), has_opened))
    parked = OutboxRow.aliased()
    too = {name: getattr(parked, name) for name in own} | fresh | when
    beside = or_(*(getattr(parked, name) != own[name] for name in ("kind", "item")))
    of_subject = (parked.workspace == own["workspace"], parked.subject == own["subject"], parked.parked_at.is_not(None))
    both = union_all(it, select(*too.values()).where(*of_subject, beside))
    once = insert(dialect, OutboxRow).from_select(list(too), both, include_defaults=False)
    anew = {name: once.excluded[name] for name in ("detail", "channel", "lane")}
    anew |= {"version": OutboxRow.version + 1} | {
        name: case((OutboxRow.parked_at.is_(None), getattr(OutboxRow, name)), else_=value)
        for name, value in again(once.excluded.due_at).items()
    }
    return once.on_conflict_do_update(index_elements=_KEY, set_=anew | {"tries": 0})
