"""What members said in the threads of port orders' cards."""

from sqlalchemy import select

from store.ports.table import PortCommentRow
from store.ports.types import Comment, PortOrder
from store.session import Db
from store.types import UserId
from store.upsert import insert


def add(db: Db, order: PortOrder, ts: str, comment: Comment) -> bool:
    """Keep what the message `ts` says. False: it is kept already, for Slack may tell of a message more than once."""
    key = {"workspace": order.workspace, "port_order": order.id, "ts": ts}
    said = {"by": comment.by, "at": comment.at, "text": comment.text, "files": list(comment.files)}
    new = insert(db.dialect.name, PortCommentRow).values(**key, **said).on_conflict_do_nothing()
    return db.scalar(new.returning(PortCommentRow.ts)) is not None


def last(db: Db, order: PortOrder, *, limit: int) -> list[Comment]:
    """The last of what was said about an order, oldest first."""
    of_order = (PortCommentRow.workspace == order.workspace, PortCommentRow.port_order == order.id)
    latest = select(PortCommentRow).where(*of_order).order_by(PortCommentRow.at.desc(), PortCommentRow.ts.desc())
    rows = db.execute(latest.limit(limit)).all()
    return [Comment(by=UserId(row.by), at=row.at, text=row.text, files=tuple(row.files)) for row in reversed(rows)]
