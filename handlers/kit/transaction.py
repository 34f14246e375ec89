"""The road of every change: one transaction, the workspace locked, each click answered once."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from handlers.kit import answers, homes, roles
from handlers.kit.member import Click, Member
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from store import answers as given
from store import audit, deadline, outbox, workspaces
from store.audit.types import Deed
from store.outbox.types import OutboxItem
from store.session import Db
from store.troubles import FAILURES
from store.types import ChannelId, UserId, WorkspaceId
from store.workspaces.types import Workspace

_ASKS_WITHIN = 2.0  # seconds, for what became of a change whose commit was not confirmed
_SEALED = "sealed"


@dataclass(slots=True, kw_only=True)
class Transaction:
    """A change under way. Its workspace is locked, so what is counted stays counted until the end.

    `who` does it; without anybody the clock does. `channel` and `message` (its ts) are where it was asked.
    """

    tools: Tools
    db: Db
    workspace: Workspace
    now: datetime
    real_now: datetime
    adding: audit.Addition
    who: UserId | None = None
    name: str = ""
    channel: ChannelId | None = None
    message: str | None = None
    changed: bool = False
    _owed: list[OutboxItem] = field(default_factory=list)
    _concerned: set[UserId] | None = field(default_factory=set)  # None: everybody

    def record(self, action: str, subject: str, *, before: Mapping[str, Any], after: Mapping[str, Any]) -> int:
        """Write what was done into the record, and return the entry's number."""
        self.changed = True
        deed = Deed(
            workspace=self.workspace.id,
            at=self.now,
            who=self.who,
            name=self.name,
            action=action,
            subject=subject,
            channel=self.channel,
            message=self.message,
            before=before,
            after=after,
        )
        return self.adding.add(deed)

    def owe(self, *owed: OutboxItem) -> None:
        """Owe Slack, or somebody in Slack, these; a row of the same kind and subject that waits is renewed."""
        self._owed += owed

    def concerns(self, *members: UserId) -> None:
        """What these members' Home tabs show has changed."""
        if self._concerned is not None:
            self._concerned.update(members)

    def concerns_everybody(self) -> None:
        """What every member's Home tab shows has changed."""
        self._concerned = None

    def finish(self) -> None:
        """Write down what was gathered on the way."""
        self.adding.write(self.db)
        stale = homes.stale(self.db, self.workspace.id, self._concerned)
        outbox.owe(self.db, self._owed, self.real_now, homes=stale)


@dataclass(slots=True, kw_only=True)
class MemberTransaction(Transaction):
    """A change that a member's click makes."""

    click: Click

    @property
    def member(self) -> Member:
        """Who clicked."""
        return self.click.member

    def owe_file(self, kind: str, name: str, **detail: Any) -> None:
        """Owe the member a file of this name, in their own messages."""
        to = ChannelId(self.member.user)
        told = {"name": name, **detail}
        self.owe(
            OutboxItem(
                workspace=self.workspace.id, kind=kind, subject=f"{kind} {to}", channel=to, item=name, detail=told
            )
        )


class Rollback(Exception):
    """Takes back all that the transaction changed, and answers so."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.text)
        self.reply = reply


class Unconfirmed(Exception):
    """The database did not say whether it kept a change, nor can it be asked: it may have been done."""


def transact(
    tools: Tools, click: Click, work: Callable[[MemberTransaction], Reply], *, anywhere: bool = False
) -> Reply:
    """Do `work` in one transaction. The same click again within 30 minutes gets the first one's answer.

    Only what changed something is remembered: a refusal may be asked again, and a corrected modal sent again. Unless
    `anywhere`, it must be done where the desk may be used. Raises what `work` raises, a Rollback apart: BadInput and
    BadField for what the member wrote; one of store.troubles.FAILURES where the database failed, and TooLate where it
    took too long, both with nothing changed; Unconfirmed where that cannot be told.
    """
    asked_to_commit = False

    def whole(tx: MemberTransaction) -> Reply:
        nonlocal asked_to_commit
        reply = _once(tx, work)
        asked_to_commit = tx.changed
        return reply

    try:
        return _transact(tools, click, whole, anywhere=anywhere)
    except Rollback as undone:
        return undone.reply
    except FAILURES as failure:
        if not asked_to_commit:
            raise
        return _kept_or_raise(tools, click, failure)


def transact_as_manager(tools: Tools, click: Click, work: Callable[[MemberTransaction], Reply]) -> Reply:
    """Do `work` with numbers that were acquired, which only some may. Raises what `transact` raises."""

    def managed(tx: MemberTransaction) -> Reply:
        refusal = roles.manage(tx.workspace, tx.member)
        return answers.may_not(tx.member.locale, refusal, tx.workspace) if refusal else work(tx)

    return transact(tools, click, managed)


def _transact(tools: Tools, click: Click, work: Callable[[MemberTransaction], Reply], *, anywhere: bool) -> Reply:
    member = click.member
    with tools.begin() as db:
        workspace, earlier = given.lock_and_find(db, member.workspace, member.user, click.key)
        now = tools.now()  # read under the lock: this is when it is decided
        if earlier and earlier.still_holds(now):
            return _remembered(tools, click, earlier.reply)
        if not anywhere and roles.here(workspace, click):
            return answers.not_here(member.locale, workspace)

        adding = audit.Addition(key=tools.audit_key, tip=workspace.tip)
        tx = MemberTransaction(
            tools=tools,
            db=db,
            workspace=workspace,
            now=now,
            real_now=tools.real_now(),
            adding=adding,
            who=member.user,
            name=member.name,
            channel=click.channel or None,
            message=click.message or None,
            click=click,
        )
        return work(tx)


def _once(tx: MemberTransaction, work: Callable[[MemberTransaction], Reply]) -> Reply:
    """Do `work`, and remember what the click is answered if that changed something."""
    reply = work(tx)
    tx.finish()
    if tx.changed:
        given.keep(tx.db, tx.workspace.id, tx.member.user, tx.click.key, _to_remember(tx, reply), tx.now)
    return reply


def _kept_or_raise(tools: Tools, click: Click, failure: Exception) -> Reply:
    """The answer to a click whose change was kept though the database's word of it got lost; else raise the failure.

    Whoever was at it holds the workspace's lock until they have ended one way or the other.
    """
    member = click.member
    try:
        with deadline.within(_ASKS_WITHIN), tools.begin() as db:
            _, kept = given.lock_and_find(db, member.workspace, member.user, click.key)
    except (*FAILURES, deadline.TooLate):
        raise Unconfirmed from failure
    if kept is None or not kept.still_holds(tools.now()):
        raise failure
    return _remembered(tools, click, kept.reply)


def _to_remember(tx: MemberTransaction, reply: Reply) -> dict[str, Any]:
    """An answer as it is kept for when the click is repeated; encrypted where it shows what is."""
    answer = asdict(reply)
    if not reply.is_secret:
        return answer
    return {_SEALED: tx.tools.vault.seal(json.dumps(answer).encode(), _about(tx.click)).hex()}


def _remembered(tools: Tools, click: Click, kept: Mapping[str, Any]) -> Reply:
    if _SEALED not in kept:
        return Reply(**kept)
    return Reply(**json.loads(tools.vault.open(bytes.fromhex(kept[_SEALED]), _about(click))))


def _about(click: Click) -> str:
    return f"{click.member.workspace}/{click.member.user}/{click.key}/answer"


def transact_by_clock(
    tools: Tools, workspace: WorkspaceId, work: Callable[[Transaction], int], by: Member | None = None
) -> int:
    """Do what is due in a workspace, in one transaction. Says how much was. `by` whom, where a member gave cause."""
    with tools.begin() as db:
        locked = workspaces.lock(db, workspace)
        adding = audit.Addition(key=tools.audit_key, tip=locked.tip)
        tx = Transaction(
            tools=tools,
            db=db,
            workspace=locked,
            now=tools.now(),
            real_now=tools.real_now(),
            adding=adding,
            who=by.user if by else None,
            name=by.name if by else "",
        )
        count = work(tx)
        tx.finish()
    return count
