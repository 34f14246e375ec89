"""What each click was answered, so that the same click twice is one click."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ForeignKey, Index, bindparam, delete, select, tuple_
from sqlalchemy.orm import Mapped, mapped_column

from store.base import Base
from store.session import Db
from store.types import UserId, WorkspaceId
from store.upsert import insert

KEPT_FOR = timedelta(minutes=30)


class AnswerRow(Base):
    """What a member's click was answered, so that the same click again is answered the same."""

    __tablename__ = "answers"

    workspace: Mapped[str] = mapped_column(ForeignKey("workspaces.id"), primary_key=True)
    member: Mapped[str] = mapped_column(primary_key=True)
    click: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    reply: Mapped[dict[str, Any]]

    __table_args__ = (Index("answers_by_age", "at"),)


_KEY = (AnswerRow.workspace, AnswerRow.member, AnswerRow.click)
_FIND = select(AnswerRow.reply).where(
    AnswerRow.workspace == bindparam("workspace"),
    AnswerRow.member == bindparam("member"),
    AnswerRow.click == bindparam("click"),
    AnswerRow.at > bindparam("since"),
)


def find(db: Db, workspace: WorkspaceId, member: UserId, click: str, now: datetime) -> Mapping[str, Any] | None:
    """Return the answer to this click if it was given within the last 30 minutes."""
    given = {"workspace": workspace, "member": member, "click": click, "since": now - KEPT_FOR}
    answer: Mapping[str, Any] | None = db.scalar(_FIND, given)
    return answer


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
