"""What each click was answered, so that the same click twice is one click."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Index, and_, bindparam, delete, select, tuple_

from store import workspaces
from store.base import Base, column
from store.session import Db
from store.types import UserId, WorkspaceId
from store.upsert import insert
from store.workspaces.table import WorkspaceRow
from store.workspaces.types import Workspace

KEPT_FOR = timedelta(minutes=30)


class AnswerRow(Base):
    """What a member's click was answered, so that the same click again is answered the same."""

    __tablename__ = "answers"

    workspace: ColumnElement[str] = column(ForeignKey("workspaces.id"), primary_key=True)
    member: ColumnElement[str] = column(primary_key=True)
    click: ColumnElement[str] = column(primary_key=True)
    at: ColumnElement[datetime]
    reply: ColumnElement[dict[str, Any]]

    __table_args__ = (Index("answers_by_age", "at"),)


_KEY = (AnswerRow.workspace, AnswerRow.member, AnswerRow.click)
_IS_OF_CLICK = and_(AnswerRow.member == bindparam("member"), AnswerRow.click == bindparam("click"))
_FIND = select(AnswerRow.at, AnswerRow.reply).where(AnswerRow.workspace == bindparam("workspace"), _IS_OF_CLICK)
# PostgreSQL waits for the lock and hands out the workspace as it is then, but all else as it was before.
_BEFORE = WorkspaceRow.aliased()
_LOCK_AND_FIND = (
    select(WorkspaceRow, _BEFORE.last_entry.label("last_entry_before"), AnswerRow.at, AnswerRow.reply)
    .join(_BEFORE, _BEFORE.id == WorkspaceRow.id)
    .outerjoin(AnswerRow, and_(AnswerRow.workspace == WorkspaceRow.id, _IS_OF_CLICK))
    .where(WorkspaceRow.id == bindparam("workspace"))
    .with_for_update(key_share=True, of=WorkspaceRow)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a click was answered, and when."""

    at: datetime
    reply: Mapping[str, Any]

    def still_holds(self, now: datetime) -> bool:
        """Whether the same click again gets this: for 30 minutes."""
        return self.at > now - KEPT_FOR


def lock_and_find(db: Db, workspace: WorkspaceId, member: UserId, click: str) -> tuple[Workspace, Answer | None]:
    """Lock a workspace as `workspaces.lock` does, and return it with what this click was answered last.

    Whatever is answered for good adds to the record of the workspace; so if nothing was added while the lock was
    waited for, there is no answer that was not seen.
    """
    given = {"workspace": workspace, "member": member, "click": click}
    row = db.execute(_LOCK_AND_FIND, given).first()
    if row is None:
        locked, is_seen = workspaces.lock(db, workspace), False
    else:
        locked, is_seen = workspaces.read(row), row.last_entry == row.last_entry_before
    if not is_seen:
        row = db.execute(_FIND, given).first()
    return locked, Answer(at=row.at, reply=row.reply) if row and row.at else None


def keep(db: Db, workspace: WorkspaceId, member: UserId, click: str, reply: Mapping[str, Any], now: datetime) -> None:
    """Remember the answer to a click, in place of one that has grown too old."""
    answer = {"workspace": workspace, "member": member, "click": click, "at": now, "reply": dict(reply)}
    db.execute(_keep(db.dialect.name), answer)


def forget_old(db: Db, now: datetime, *, limit: int = 500) -> int:
    """Drop up to so many of the answers that no repeat can get any more, the oldest first. Says how many there were."""
    oldest = select(*_KEY).where(AnswerRow.at <= now - KEPT_FOR).order_by(AnswerRow.at).limit(limit)
    return db.execute(delete(AnswerRow).where(tuple_(*_KEY).in_(oldest))).rowcount


@cache
def _keep(dialect: str) -> Any:
    kept = insert(dialect, AnswerRow)
    anew = {"at": kept.excluded.at, "reply": kept.excluded.reply}
    return kept.on_conflict_do_update(index_elements=["workspace", "member", "click"], set_=anew)
