"""The road of every change: one transaction, the workspace locked, each click answered once."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from handlers.member import Click, Member
from handlers.reply import Reply
from handlers.tools import Tools
from store import answers, audit, outbox, workspaces
from store.session import Db
from store.types import Action, Deed, Hold, Owed, Owing, Workspace


@dataclass(slots=True, kw_only=True)
class Act:
    """A change under way. Its workspace is locked, so what is counted stays counted until the end."""

    db: Db
    workspace: Workspace
    click: Click
    now: datetime
    real_now: datetime
    changed: bool = False

    @property
    def member(self) -> Member:
        return self.click.member

    def record(self, action: Action, subject: str, *, before: Mapping[str, Any], after: Mapping[str, Any]) -> int:
        """Write what was done into the record, and return the entry's id."""
        self.changed = True
        deed = Deed(
            workspace=self.workspace.id,
            at=self.now,
            who=self.member.user,
            action=action,
            subject=subject,
            channel=self.click.channel or None,
            before=before,
            after=after,
        )
        return audit.record(self.db, deed)

    def owe(self, *owed: Owing) -> None:
        outbox.owe(self.db, owed, self.real_now)


def act(tools: Tools, click: Click, work: Callable[[Act], Reply]) -> Reply:
    """Do `work` in one transaction. The same click again within 30 minutes gets the first one's answer.

    Only what changed something is remembered: a refusal may be asked again, and a corrected modal sent again.
    """
    member = click.member
    with tools.begin() as db:
        workspace = workspaces.lock(db, member.workspace)
        now = tools.now()  # read under the lock: this is when it is decided
        earlier = answers.find(db, member.workspace, member.user, click.key, now)
        if earlier is not None:
            return Reply(**earlier)

        doing = Act(db=db, workspace=workspace, click=click, now=now, real_now=tools.real_now())
        reply = work(doing)
        if doing.changed:
            answers.keep(db, member.workspace, member.user, click.key, asdict(reply), now)
    return reply


def card(hold: Hold) -> Owing:
    """The hold's card is stale."""
    return Owing(
        workspace=hold.workspace,
        kind=Owed.CARD,
        subject=hold.name,
        channel=hold.channel,
        detail={"hold": hold.id},
        edits=hold.card_ts is not None,
    )


def line(hold: Hold, entry: int) -> Owing:
    """An entry of the record is to be told in the thread under the hold's card."""
    return Owing(
        workspace=hold.workspace,
        kind=Owed.LINE,
        subject=hold.name,
        channel=hold.channel,
        item=str(entry),
        detail={"hold": hold.id, "entry": entry},
    )
