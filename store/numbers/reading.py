"""What is known of numbers by their names."""

from collections.abc import Collection

from sqlalchemy import select

from store.holds.types import HoldId
from store.many import among
from store.numbers.table import NumberRow
from store.numbers.types import Kept, Status
from store.session import Db
from store.types import E164, Kind, Place, WorkspaceId


def kept(db: Db, numbers: Collection[E164], *, lock: bool = False) -> list[Kept]:
    """What is known of these numbers, in order; `lock` keeps them so until the transaction ends."""
    these = select(NumberRow).where(among(db, NumberRow.e164, numbers)).order_by(NumberRow.e164)
    rows = db.execute(these.with_for_update() if lock else these)
    return [
        Kept(
            e164=E164(row.e164),
            place=Place(country=row.country, region=row.region, city=row.city),
            kind=Kind(row.kind),
            status=Status(row.status),
            available_at=row.available_at,
            workspace=WorkspaceId(row.workspace) if row.workspace else None,
            hold=HoldId(row.hold) if row.hold else None,
            port_order=row.port_order,
            kept_for=WorkspaceId(row.kept_for) if row.kept_for else None,
            note=row.note,
        )
        for row in rows
    ]
