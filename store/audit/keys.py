"""Whether a key is the one that records are sealed with, known without reading them: by their ends."""

import hmac
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.exc import DataError, OperationalError

from store.audit.reading import UNREADABLE, in_order
from store.audit.seals import make_seal, make_tip
from store.audit.table import EntryRow
from store.session import Db
from store.troubles import is_away
from store.types import WorkspaceId
from store.workspaces.table import WorkspaceRow

_ENDS = (
    select(WorkspaceRow.id, WorkspaceRow.last_seal, EntryRow.number, EntryRow.seal)
    .join(EntryRow, and_(EntryRow.workspace == WorkspaceRow.id, EntryRow.number == WorkspaceRow.last_entry))
    .order_by(WorkspaceRow.id)
)


def sealed_with_another(db: Db, key: bytes) -> list[WorkspaceId]:
    """The workspaces whose record was sealed with another key than this.

    Where the end alone was tampered with, the first entry tells that the key is right; `verify` finds the rest.
    """
    try:
        ends = db.execute(_ENDS).all()
    except (DataError, OperationalError) as failure:
        if is_away(failure):
            raise
        return []  # garbage tells of no key
    return [
        WorkspaceId(row.id)
        for row in ends
        if not _ends_with(key, row) and not _begins_with(db, WorkspaceId(row.id), key)
    ]


def _ends_with(key: bytes, row: Any) -> bool:
    return hmac.compare_digest(make_tip(key, row.id, row.number, row.seal).seal.encode(), str(row.last_seal).encode())


def _begins_with(db: Db, workspace: WorkspaceId, key: bytes) -> bool:
    """Whether the first entry was sealed with the key; yes where it is not there, or garbage: that tells of no key."""
    try:
        first = in_order(db, workspace, EntryRow.number == 1).first()
        return first is None or hmac.compare_digest(make_seal(key, first._asdict(), ""), first.seal)
    except UNREADABLE:
        return True
