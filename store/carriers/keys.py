"""Keys to carriers, each encrypted: of one workspace, or of every one that has none of its own."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import CheckConstraint, ColumnElement, delete, select

from store.base import Base, column
from store.session import Db
from store.types import WorkspaceId
from store.upsert import insert
from store.vault import SEAL, Vault

EVERY = WorkspaceId("")  # in place of a workspace


class CarrierKeyRow(Base):
    """An account at a carrier, its key encrypted."""

    __tablename__ = "carrier_keys"

    workspace: ColumnElement[str] = column(primary_key=True)  # EVERY is no workspace, so it refers to none
    carrier: ColumnElement[str] = column(primary_key=True)
    url: ColumnElement[str]
    sealed: ColumnElement[bytes]
    public_key: ColumnElement[str] = column(default="")
    added_at: ColumnElement[datetime]

    __table_args__ = (
        CheckConstraint("carrier <> ''", "of_a_carrier"),
        CheckConstraint("substr(url, 1, 4) = 'http'", "reached_by_http"),
        CheckConstraint(f"length(sealed) > {SEAL}", "sealed_at_all"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedKey:
    """An account at a carrier. `public_key` is what its news is signed with; "": none is believed."""

    workspace: WorkspaceId
    carrier: str
    url: str
    sealed: bytes = field(repr=False)
    public_key: str = ""
    added_at: datetime  # UTC


def seal(vault: Vault, workspace: WorkspaceId, carrier: str, url: str, key: str) -> bytes:
    """A key, encrypted so that it opens for this workspace, carrier and address alone."""
    return vault.seal(key.encode(), _about(workspace, carrier, url))


def open_key(vault: Vault, kept: SealedKey) -> str:
    """The key of an account. Raises WrongKey where the vault's key is another by now."""
    return vault.open(kept.sealed, _about(kept.workspace, kept.carrier, kept.url)).decode()


def keep(db: Db, key: SealedKey) -> None:
    """Write an account down, in place of the one that was there."""
    changes = {"url": key.url, "sealed": key.sealed, "public_key": key.public_key, "added_at": key.added_at}
    db.execute(
        insert(db.dialect.name, CarrierKeyRow)
        .values(workspace=key.workspace, carrier=key.carrier, **changes)
        .on_conflict_do_update(index_elements=["workspace", "carrier"], set_=changes)
    )


def all_kept(db: Db) -> list[SealedKey]:
    """All accounts, by carrier; the one of every workspace first."""
    row = CarrierKeyRow
    asked = select(CarrierKeyRow.__table__).order_by(row.carrier, row.workspace)
    return [SealedKey(**found) for found in db.execute(asked).mappings()]


def remove(db: Db, workspace: WorkspaceId, carrier: str) -> bool:
    """Forget an account and its key. False: there was none."""
    row = CarrierKeyRow
    return db.execute(delete(row).where(row.workspace == workspace, row.carrier == carrier)).rowcount > 0


def _about(workspace: WorkspaceId, carrier: str, url: str) -> str:
    return f"{workspace or '*'}/carrier/{carrier}/{url}"
