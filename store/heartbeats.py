"""That somebody keeps the clock, whichever process that is: told by them now and then, and known to all."""

from datetime import datetime

from sqlalchemy import ColumnElement, select

from store.base import Base, column
from store.session import Db
from store.upsert import insert

SCHEDULER = "scheduler"
HEALTH = "health"  # who asks how the desk is doing makes sure that it can be written to


class HeartbeatRow(Base):
    """When a part of the desk last did what it is there for, in real time."""

    __tablename__ = "heartbeats"

    name: ColumnElement[str] = column(primary_key=True)
    at: ColumnElement[datetime]


def beat(db: Db, name: str, now: datetime) -> None:
    """Tell that a part is at it."""
    row = insert(db.dialect.name, HeartbeatRow).values(name=name, at=now)
    db.execute(row.on_conflict_do_update(index_elements=["name"], set_={"at": row.excluded.at}))


def last(db: Db, name: str) -> datetime | None:
    """When a part last told so; None: never."""
    return db.scalar(select(HeartbeatRow.at).where(HeartbeatRow.name == name))
