"""What carriers pushed: each piece of news counts once, however often it is sent."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Index, delete

from store.base import Base, column
from store.session import Db
from store.upsert import insert

REMEMBERED = timedelta(days=30)


class CarrierNewsRow(Base):
    """A piece of news that was heard, by the carrier's own id of it, and when (real time)."""

    __tablename__ = "carrier_news"

    carrier: ColumnElement[str] = column(primary_key=True)
    news: ColumnElement[str] = column(primary_key=True)
    heard_at: ColumnElement[datetime]

    __table_args__ = (Index("carrier_news_heard", "heard_at"),)


def heard(db: Db, carrier: str, news: str, now: datetime) -> bool:
    """Remember a piece of news, and forget what is too old to be sent again. Whether nobody had heard it yet."""
    db.execute(delete(CarrierNewsRow).where(CarrierNewsRow.heard_at < now - REMEMBERED))
    row = insert(db.dialect.name, CarrierNewsRow).values(carrier=carrier, news=news, heard_at=now)
    return db.scalar(row.on_conflict_do_nothing().returning(CarrierNewsRow.news)) is not None
