"""Port orders: written, looked up, moved from state to state. A number is in one open order of a workspace at most."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, func, insert, select, update

from store.due import NextDue
from store.many import among, insert_each
from store.ports.reading import read_orders
from store.ports.table import PortAlarmRow, PortFollowerRow, PortLetterRow, PortNumberRow, PortOrderRow
from store.ports.types import OPEN, SECRETS, Alarm, Capacity, OrderId, PortOrder, Reason, SignedLetter, State
from store.session import Db
from store.types import E164, ChannelId, UserId, WorkspaceId
from store.upsert import insert as insert_or

_LAST = select(func.max(PortOrderRow.id)).where(PortOrderRow.workspace == bindparam("workspace"))


def next_id(db: Db, workspace: WorkspaceId) -> OrderId:
    """Return the number of the next order of a workspace that this transaction has locked."""
    return OrderId((db.scalar(_LAST, {"workspace": workspace}) or 0) + 1)


def write(db: Db, order: PortOrder) -> None:
    """Write down a new order, with its numbers. Raises IntegrityError where one is in another open order."""
    told = {"workspace": order.workspace, "id": order.id, "requested_by": order.requested_by, "channel": order.channel}
    began = {"created_at": order.created_at, "state": order.state, "since": order.since}
    db.execute(insert(PortOrderRow).values(**told, **began, **_written(order)))
    _write_numbers(db, order, order.numbers)


def save(db: Db, before: PortOrder, order: PortOrder) -> PortOrder:
    """Write what an order says now, and return it with its new version.

    Raises IntegrityError where a number is in another open order.
    """
    saved = replace(order, version=before.version + 1)
    _change(db, order, version=saved.version, **_written(order))
    was, are = set(before.numbers), set(order.numbers)
    if gone := was - are:
        db.execute(delete(PortNumberRow).where(*_of(PortNumberRow, order), among(db, PortNumberRow.e164, gone)))
    _write_numbers(db, order, are - was)
    return saved


def find(db: Db, workspace: WorkspaceId, id: OrderId, *, lock: bool = False) -> PortOrder | None:  # noqa: A002 (the field's own word)
    """Return an order of this workspace. `lock` keeps it as it is until the transaction ends."""
    one = select(PortOrderRow).where(PortOrderRow.workspace == workspace, PortOrderRow.id == id)
    return next(iter(read_orders(db, one.with_for_update() if lock else one)), None)


def with_card(db: Db, workspace: WorkspaceId, channel: ChannelId, ts: str) -> OrderId | None:
    """The order whose card is this message."""
    card = (PortOrderRow.workspace == workspace, PortOrderRow.channel == channel, PortOrderRow.card_ts == ts)
    found = db.scalar(select(PortOrderRow.id).where(*card))
    return OrderId(found) if found else None


def with_number(db: Db, workspace: WorkspaceId, e164: E164) -> list[OrderId]:
    """The orders of this workspace that have or had a number: the open one first, then the latest."""
    has = (PortNumberRow.workspace == workspace, PortNumberRow.e164 == e164)
    in_order = (PortNumberRow.is_open.desc(), PortNumberRow.port_order.desc())
    return [OrderId(each) for each in db.scalars(select(PortNumberRow.port_order).where(*has).order_by(*in_order))]


def count(db: Db, workspace: WorkspaceId, states: Collection[State]) -> int:
    """How many orders are in one of these states."""
    return db.scalar(select(func.count()).select_from(PortOrderRow).where(*_in(workspace, states))) or 0


def page(db: Db, workspace: WorkspaceId, states: Collection[State], *, limit: int, offset: int = 0) -> list[PortOrder]:
    """Some orders in one of these states, the latest first."""
    latest = select(PortOrderRow).where(*_in(workspace, states)).order_by(PortOrderRow.id.desc())
    return read_orders(db, latest.limit(limit).offset(offset))


def in_open_orders(db: Db, workspace: WorkspaceId, numbers: Sequence[E164]) -> dict[E164, OrderId]:
    """In which open order each of these numbers is; those that are in none are left out."""
    is_open = (PortNumberRow.workspace == workspace, PortNumberRow.is_open, among(db, PortNumberRow.e164, numbers))
    rows = db.execute(select(PortNumberRow.e164, PortNumberRow.port_order).where(*is_open))
    return {E164(e164): OrderId(order) for e164, order in rows}


def move(
    db: Db,
    order: PortOrder,
    to: State,
    now: datetime,
    *,
    foc: datetime | None = None,
    reason: Reason | None = None,
    comment: str = "",
) -> PortOrder:
    """Put an order into a state. Its numbers may be in another order once it is not open any more.

    Which moves there are is not asked here. Raises IntegrityError for a state without what belongs to it: APPROVED,
    PENDING and COMPLETED have a `foc` (UTC) and no other has, ERROR has a `reason` and no other has; and one that is
    sent has a country, a kind and a word on its capacity.
    """
    since = order.since if to is order.state else now
    moved: dict[str, Any] = {"state": to, "since": since, "foc": foc, "reason": reason, "comment": comment}
    _change(db, order, version=order.version + 1, **moved)
    if to not in OPEN:
        db.execute(update(PortNumberRow).where(*_of(PortNumberRow, order)).values(is_open=False))
    return replace(order, version=order.version + 1, **moved)


def changed(db: Db, order: PortOrder) -> PortOrder:
    """What is shown of an order has changed: its buttons are others now."""
    _change(db, order, version=order.version + 1)
    return replace(order, version=order.version + 1)


def said_of_capacity(db: Db, order: PortOrder, capacity: Capacity) -> PortOrder:
    """Keep what support said of the high concurrent capacity."""
    _change(db, order, capacity=capacity)
    return changed(db, replace(order, capacity=capacity))


def card_posted(db: Db, order: PortOrder, *, channel: ChannelId, ts: str | None) -> PortOrder:
    """Remember where the order's card is, and return it so; no ts: it is not posted (any more)."""
    _change(db, order, channel=channel, card_ts=ts)
    return replace(order, channel=channel, card_ts=ts)


def followers(db: Db, order: PortOrder) -> list[UserId]:
    """Who hears of each change, beside the one who asked for the order."""
    of_order = select(PortFollowerRow.member).where(*_of(PortFollowerRow, order)).order_by(PortFollowerRow.member)
    return [UserId(member) for member in db.scalars(of_order)]


def follow(db: Db, order: PortOrder, members: Iterable[UserId]) -> None:
    """Let these members hear of each change from now on."""
    rows = [{**_key(order), "member": member} for member in dict.fromkeys(members)]
    if rows:
        db.execute(insert_or(db.dialect.name, PortFollowerRow).on_conflict_do_nothing(), rows)


def unfollow(db: Db, order: PortOrder, members: Collection[UserId]) -> int:
    """Let these members hear of it no longer. How many of them did until now is handed back."""
    gone = delete(PortFollowerRow).where(*_of(PortFollowerRow, order), PortFollowerRow.member.in_(members))
    return db.execute(gone).rowcount


def keep_letter(db: Db, order: PortOrder, letter: SignedLetter, sealed: bytes) -> PortOrder:
    """Keep a signed letter, already encrypted, in place of the one there was."""
    db.execute(delete(PortLetterRow).where(*_of(PortLetterRow, order)))
    told = {"by": letter.by, "at": letter.at, "name": letter.name, "media_type": letter.media_type}
    is_ = {"size": letter.size, "sha256": letter.sha256, "signer": letter.signer, "fields": dict(letter.fields)}
    numbers = sorted(letter.numbers)
    db.execute(insert(PortLetterRow).values(**_key(order), **told, **is_, numbers=numbers, content=sealed))
    return changed(db, replace(order, letter=letter))


def say_signer(db: Db, order: PortOrder, letter: SignedLetter, signer: str) -> PortOrder:
    """Keep who signed the letter that is there."""
    db.execute(update(PortLetterRow).where(*_of(PortLetterRow, order)).values(signer=signer))
    return changed(db, replace(order, letter=replace(letter, signer=signer)))


def sealed_letter(db: Db, order: PortOrder) -> bytes | None:
    """The content of the signed letter, as it was encrypted."""
    return db.scalar(select(PortLetterRow.content).where(*_of(PortLetterRow, order)))


def set_alarms(db: Db, order: PortOrder, alarms: Mapping[Alarm, datetime]) -> None:
    """Let the clock do this with an order, each at its time (UTC), and nothing else."""
    db.execute(delete(PortAlarmRow).where(*_of(PortAlarmRow, order)))
    rows = [{**_key(order), "alarm": alarm, "at": at} for alarm, at in alarms.items()]
    if rows:
        db.execute(insert(PortAlarmRow), rows)


def alarms(db: Db, order: PortOrder) -> dict[Alarm, datetime]:
    """What the clock will do with an order, and when (UTC), the next first."""
    of_order = select(PortAlarmRow.alarm, PortAlarmRow.at).where(*_of(PortAlarmRow, order))
    return {Alarm(alarm): at for alarm, at in db.execute(of_order.order_by(PortAlarmRow.at, PortAlarmRow.alarm))}


def next_alarm() -> NextDue:
    """When the clock has something to do with an order next."""
    return select(PortAlarmRow.at).order_by(PortAlarmRow.at).limit(1)


def with_alarms(db: Db, now: datetime, *, limit: int) -> list[tuple[WorkspaceId, OrderId]]:
    """Orders of all workspaces with which the clock has something to do, those it is longest due with first.

    `limit` counts alarms: an order with two that are due comes once.
    """
    due = select(PortAlarmRow.workspace, PortAlarmRow.port_order).where(PortAlarmRow.at <= now)
    rows = db.execute(due.order_by(PortAlarmRow.at, PortAlarmRow.workspace).limit(limit))
    return list(dict.fromkeys((WorkspaceId(row.workspace), OrderId(row.port_order)) for row in rows))


def keep_secrets_until(db: Db, order: PortOrder, until: datetime) -> None:
    """Let the clock drop what an order that is closed has of secrets at a time (UTC)."""
    if order.sealed is not None:
        _change(db, order, sealed_until=until)


def next_secrets() -> NextDue:
    """When the secrets of an order are to go next."""
    ends = PortOrderRow.sealed_until
    return select(ends).where(ends.is_not(None)).order_by(ends).limit(1)


def with_old_secrets(db: Db, now: datetime, *, limit: int) -> list[tuple[WorkspaceId, OrderId]]:
    """Orders of all workspaces whose secrets are to go, those first that should be gone the longest."""
    old = select(PortOrderRow.workspace, PortOrderRow.id).where(PortOrderRow.sealed_until <= now)
    rows = db.execute(old.order_by(PortOrderRow.sealed_until, PortOrderRow.workspace).limit(limit))
    return [(WorkspaceId(row.workspace), OrderId(row.id)) for row in rows]


def drop_secrets(db: Db, order: PortOrder) -> PortOrder:
    """Keep no secret of an order any more, nor a mark of one; and return it so."""
    left = {name: said for name, said in order.fields.items() if name not in SECRETS}
    _change(db, order, fields=left, sealed=None, sealed_until=None)
    if order.letter:
        said = {name: said for name, said in order.letter.fields.items() if name not in SECRETS}
        db.execute(update(PortLetterRow).where(*_of(PortLetterRow, order)).values(fields=said))
    return replace(order, fields=left, sealed=None)


def _written(order: PortOrder) -> dict[str, Any]:
    return {
        "country": order.country,
        "kind": order.kind,
        "scope": order.scope,
        "fields": dict(order.fields),
        "sealed": order.sealed,
        "typed": order.typed,
    }


def _write_numbers(db: Db, order: PortOrder, numbers: Collection[E164]) -> None:
    insert_each(db, PortNumberRow, numbers, {**_key(order), "is_open": True})


def _key(order: PortOrder) -> dict[str, Any]:
    return {"workspace": order.workspace, "port_order": order.id}


def _of(table: Any, order: PortOrder) -> list[ColumnElement[bool]]:
    return [table.workspace == order.workspace, table.port_order == order.id]


def _in(workspace: WorkspaceId, states: Collection[State]) -> list[ColumnElement[bool]]:
    return [PortOrderRow.workspace == workspace, PortOrderRow.state.in_(states)]


def _change(db: Db, order: PortOrder, **values: Any) -> None:
    this = (PortOrderRow.workspace == order.workspace, PortOrderRow.id == order.id)
    db.execute(update(PortOrderRow).where(*this).values(**values))
