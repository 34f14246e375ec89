"""What members said in the threads of port orders' cards."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select, update
from sqlalchemy import delete as delete_from

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


def edit(db: Db, order: PortOrder, ts: str, text: str, files: Sequence[str]) -> bool:
    """Keep what the message `ts` says now. False: it is not kept, or says what it said."""
    row = db.execute(select(PortCommentRow.text, PortCommentRow.files).where(*_of(order, ts))).first()
    if row is None or (row.text, list(row.files)) == (text, list(files)):
        return False
    db.execute(update(PortCommentRow).where(*_of(order, ts)).values(text=text, files=list(files)))
    return True


def delete(db: Db, order: PortOrder, ts: str) -> UserId | None:
    """Keep the message `ts` no longer, and return who wrote it; None: it is not kept."""
    by = db.scalar(delete_from(PortCommentRow).where(*_of(order, ts)).returning(PortCommentRow.by))
    return UserId(by) if by else None


def last(db: Db, order: PortOrder, *, limit: int) -> list[Comment]:
    """The last of what was said about an order, oldest first."""
    of_order = (PortCommentRow.workspace == order.workspace, PortCommentRow.port_order == order.id)
    latest = select(PortCommentRow).where(*of_order).order_by(PortCommentRow.at.desc(), PortCommentRow.ts.desc())
    rows = db.execute(latest.limit(limit)).all()
    return [Comment(by=UserId(row.by), at=row.at, text=row.text, files=tuple(row.files)) for row in reversed(rows)]


def _of(order: PortOrder, ts: str) -> list[ColumnElement[bool]]:
    return [
        PortCommentRow.workspace == order.workspace,
        PortCommentRow.port_order == order.id,
        PortCommentRow.ts == ts,
    ]
