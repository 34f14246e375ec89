"""Requests for numbers that cannot be had now: asked, taken by an admin, ended by the stock or by somebody."""

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, insert, select, update

from store.due import NextDue
from store.session import Db
from store.types import ChannelId, Criteria, Digits, Kind, Place, UserId, WorkspaceId
from store.wanted.table import WantedRow
from store.wanted.types import WAITING, Stage, WantedId, WantedNumbers

_LAST = select(func.max(WantedRow.id)).where(WantedRow.workspace == bindparam("workspace"))
_WAITS = WantedRow.stage.in_(WAITING)


def next_id(db: Db, workspace: WorkspaceId) -> WantedId:
    """Return the number of the next request of a workspace that this transaction has locked."""
    return WantedId((db.scalar(_LAST, {"workspace": workspace}) or 0) + 1)


def write(db: Db, request: WantedNumbers) -> None:
    """Write down a request that waits. Raises IntegrityError where its member asks for the same already."""
    place = request.wanted.place or Place(country="")
    row = {
        "workspace": request.workspace,
        "id": request.id,
        "asked_by": request.asked_by,
        "asked_at": request.asked_at,
        "channel": request.channel,
        "quantity": request.quantity,
        "country": place.country,
        "region": place.region,
        "city": place.city,
        "kind": request.wanted.kind,
        "digits": _kept(request.wanted.digits),
        "look_at": request.asked_at,
    }
    db.execute(insert(WantedRow).values(row))


def find(db: Db, workspace: WorkspaceId, id: WantedId, *, lock: bool = False) -> WantedNumbers | None:  # noqa: A002 (the field's own word)
    """Return a request of this workspace; `lock` keeps it as it is until the transaction ends."""
    this = select(WantedRow).where(WantedRow.workspace == workspace, WantedRow.id == id)
    row = db.execute(this.with_for_update() if lock else this).first()
    return _request(row) if row else None


def same(db: Db, workspace: WorkspaceId, by: UserId, wanted: Criteria) -> WantedNumbers | None:
    """What waits of a member who asked for the same before."""
    place = wanted.place or Place(country="")
    here = (WantedRow.country == place.country, WantedRow.region == place.region, WantedRow.city == place.city)
    of = (WantedRow.workspace == workspace, WantedRow.asked_by == by, WantedRow.kind == wanted.kind)
    return next(iter(_requests(db, *of, *here, WantedRow.digits == _kept(wanted.digits), _WAITS)), None)


def waiting(db: Db, workspace: WorkspaceId, *, limit: int, offset: int = 0) -> list[WantedNumbers]:
    """Some of the requests that wait in a workspace, the oldest first."""
    return _requests(db, WantedRow.workspace == workspace, _WAITS, limit=limit, offset=offset)


def count_waiting(db: Db, workspace: WorkspaceId) -> int:
    """How many requests wait in a workspace."""
    of = select(func.count()).select_from(WantedRow).where(WantedRow.workspace == workspace, _WAITS)
    return db.scalar(of) or 0


def take(db: Db, request: WantedNumbers, by: UserId) -> WantedNumbers:
    """An admin sees to it from now on; it is handed back so."""
    return _change(db, request, stage=Stage.TAKEN, seen_to_by=by)


def close(
    db: Db, request: WantedNumbers, stage: Stage, *, at: datetime, by: UserId | None, reason: str = ""
) -> WantedNumbers:
    """End a request that waits, and hand it back so; `by` None: the clock did.

    Raises IntegrityError for DECLINED without a reason, and for any other stage with one.
    """
    return _change(db, request, stage=stage, closed_at=at, closed_by=by, reason=reason, look_at=None)


def card_posted(db: Db, request: WantedNumbers, *, channel: ChannelId, ts: str | None) -> WantedNumbers:
    """Remember where the request's card is, and return it so; no ts: it is not posted (any more)."""
    db.execute(update(WantedRow).where(*_this(request)).values(channel=channel, card_ts=ts))
    return replace(request, channel=channel, card_ts=ts)


def next_look() -> NextDue:
    """When the pool is to be looked into next for what is wanted."""
    at = WantedRow.look_at
    return select(at).where(at.is_not(None)).order_by(at).limit(1)


def workspaces_to_look_in(db: Db, now: datetime, *, limit: int) -> list[WorkspaceId]:
    """Some workspaces with requests for which the pool is to be looked into."""
    due = select(WantedRow.workspace).where(WantedRow.look_at <= now).distinct().limit(limit)
    return [WorkspaceId(each) for each in db.scalars(due)]


def to_look_for(db: Db, workspace: WorkspaceId, now: datetime, *, limit: int) -> list[WantedNumbers]:
    """The requests of a workspace, which this transaction has locked, for which the pool is to be looked into."""
    return _requests(db, WantedRow.workspace == workspace, WantedRow.look_at <= now, limit=limit)


def look_again(db: Db, requests: Sequence[WantedNumbers], at: datetime) -> None:
    """Look for these again at a time, as far as they wait still."""
    if requests:
        these = (WantedRow.workspace == requests[0].workspace, WantedRow.id.in_([each.id for each in requests]))
        db.execute(update(WantedRow).where(*these, WantedRow.look_at.is_not(None)).values(look_at=at))


def look_now(db: Db, spots: Collection[tuple[str, Kind]], now: datetime, workspace: WorkspaceId | None = None) -> None:
    """Numbers came into the pool, of these countries and kinds: look who asks for them, everywhere or in one workspace.

    One statement, however many numbers there are; where nobody waits it finds nothing, by an index.
    """
    countries, kinds = {country for country, _ in spots} | {""}, {kind for _, kind in spots}
    of = [WantedRow.workspace == workspace] if workspace else []
    asks = (WantedRow.look_at > now, WantedRow.country.in_(countries), WantedRow.kind.in_(kinds), *of)
    db.execute(update(WantedRow).where(*asks).values(look_at=now))


def _change(db: Db, request: WantedNumbers, **values: Any) -> WantedNumbers:
    version = request.version + 1
    db.execute(update(WantedRow).where(*_this(request)).values(**values, version=version))
    return replace(request, **{name: value for name, value in values.items() if name != "look_at"}, version=version)


def _this(request: WantedNumbers) -> tuple[ColumnElement[bool], ...]:
    return WantedRow.workspace == request.workspace, WantedRow.id == request.id


def _kept(digits: Digits) -> str:
    """How numbers are to look, as the table has it: alike for what is alike."""
    said = {name: value for name, value in asdict(digits).items() if value}
    return json.dumps(said, sort_keys=True, separators=(",", ":")) if said else ""


def _requests(db: Db, *which: ColumnElement[bool], limit: int = 1, offset: int = 0) -> list[WantedNumbers]:
    found = select(WantedRow).where(*which).order_by(WantedRow.id).limit(limit).offset(offset)
    return [_request(row) for row in db.execute(found)]


def _request(row: Any) -> WantedNumbers:
    place = Place(country=row.country, region=row.region, city=row.city) if row.country else None
    return WantedNumbers(
        workspace=WorkspaceId(row.workspace),
        id=WantedId(row.id),
        asked_by=UserId(row.asked_by),
        asked_at=row.asked_at,
        channel=ChannelId(row.channel),
        quantity=row.quantity,
        wanted=Criteria(place=place, kind=Kind(row.kind), digits=Digits(**json.loads(row.digits or "{}"))),
        stage=Stage(row.stage),
        seen_to_by=UserId(row.seen_to_by) if row.seen_to_by else None,
        closed_at=row.closed_at,
        closed_by=UserId(row.closed_by) if row.closed_by else None,
        reason=row.reason,
        card_ts=row.card_ts,
        version=row.version,
    )
