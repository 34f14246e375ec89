"""Port orders as they are read: each with its numbers and its letter."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select

from store.ports.table import PortLetterRow, PortNumberRow
from store.ports.types import Capacity, MediaType, OrderId, PortOrder, Reason, Scope, SignedLetter, State
from store.session import Db
from store.types import E164, ChannelId, Kind, UserId, WorkspaceId

_LETTER = (
    *(PortLetterRow.port_order, PortLetterRow.by, PortLetterRow.at, PortLetterRow.name, PortLetterRow.media_type),
    *(PortLetterRow.size, PortLetterRow.sha256, PortLetterRow.signer, PortLetterRow.fields, PortLetterRow.numbers),
)


def read_orders(db: Db, which: Select[Any]) -> list[PortOrder]:
    """Orders of one workspace with their numbers and letters: three statements, however many there are."""
    rows = db.execute(which).all()
    if not rows:
        return []
    workspace, ids = WorkspaceId(rows[0].workspace), [row.id for row in rows]
    numbers, letters = _numbers(db, workspace, ids), _letters(db, workspace, ids)
    return [_order(row, numbers.get(row.id, ()), letters.get(row.id)) for row in rows]


def _numbers(db: Db, workspace: WorkspaceId, ids: Sequence[int]) -> dict[int, list[E164]]:
    these = (PortNumberRow.workspace == workspace, PortNumberRow.port_order.in_(ids))
    found: dict[int, list[E164]] = {}
    for row in db.execute(
        select(PortNumberRow.port_order, PortNumberRow.e164).where(*these).order_by(PortNumberRow.e164)
    ):
        found.setdefault(row.port_order, []).append(E164(row.e164))
    return found


def _letters(db: Db, workspace: WorkspaceId, ids: Sequence[int]) -> dict[int, SignedLetter]:
    these = (PortLetterRow.workspace == workspace, PortLetterRow.port_order.in_(ids))
    return {row.port_order: _letter(row) for row in db.execute(select(*_LETTER).where(*these))}


def _letter(row: Any) -> SignedLetter:
    return SignedLetter(
        by=UserId(row.by),
        at=row.at,
        name=row.name,
        media_type=MediaType(row.media_type),
        size=row.size,
        sha256=row.sha256,
        signer=row.signer,
        fields=row.fields,
        numbers=frozenset(map(E164, row.numbers)),
    )


def _order(row: Any, numbers: Sequence[E164], letter: SignedLetter | None) -> PortOrder:
    return PortOrder(
        workspace=WorkspaceId(row.workspace),
        id=OrderId(row.id),
        requested_by=UserId(row.requested_by),
        channel=ChannelId(row.channel),
        created_at=row.created_at,
        state=State(row.state),
        since=row.since,
        card_ts=row.card_ts,
        version=row.version,
        country=row.country,
        kind=Kind(row.kind) if row.kind else None,
        scope=Scope(row.scope),
        fields=row.fields,
        sealed=row.sealed,
        typed=row.typed,
        numbers=tuple(numbers),
        capacity=Capacity(row.capacity),
        foc=row.foc,
        reason=Reason(row.reason) if row.reason else None,
        comment=row.comment,
        letter=letter,
    )
