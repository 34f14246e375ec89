"""What is said in the threads of port orders' cards is kept with the order; all else that is said is dropped unread."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from handlers.kit import access, roles
from handlers.kit.member import Member, Standing
from handlers.kit.tools import SlackSilent, Tools
from handlers.kit.transaction import Transaction, transact_by_clock
from handlers.ports import owing
from handlers.ports import rules as port_rules
from handlers.ports.entries import PortAction
from store import ports, workspaces
from store.ports import comments
from store.ports.types import Comment, FileUse, PortOrder
from store.types import ChannelId, WorkspaceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message in a thread: `thread` and `ts` are the ts of the first and of this one; `files` have id and name."""

    channel: ChannelId
    thread: str
    ts: str
    text: str
    files: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A message in a thread that was deleted."""

    channel: ChannelId
    thread: str
    ts: str


def concerns_an_order(tools: Tools, workspace: WorkspaceId, said: Said | Gone) -> bool:
    """Whether a message stands in the thread of an order's card."""
    with tools.reading() as db:
        return ports.with_card(db, workspace, said.channel, said.thread) is not None


def keep(tools: Tools, by: Member, said: Said) -> None:
    """Keep what a member said; of files the first is taken for the signed letter, where one is awaited.

    Raises SlackSilent where Slack does not say who they are: it tells of the message again.
    """
    if by.standing is Standing.UNKNOWN:
        raise SlackSilent
    if roles.enter(by):
        return
    with tools.reading() as db:
        workspace = workspaces.find(db, by.workspace)
    knowing = access.knowing(tools, by, workspace)
    transact_by_clock(tools, by.workspace, partial(_keep, knowing, said), by)


def edit(tools: Tools, by: Member, said: Said) -> None:
    """Keep what a comment says now that somebody has edited, as far as it was kept."""
    transact_by_clock(tools, by.workspace, partial(_edit, said), by)


def forget(tools: Tools, workspace: WorkspaceId, gone: Gone) -> None:
    """Keep a comment no longer that was deleted. Slack does not say by whom."""
    transact_by_clock(tools, workspace, partial(_forget, gone))


def _edit(said: Said, tx: Transaction) -> int:
    order = _order(tx, said)
    if order is None or not comments.edit(tx.db, order, said.ts, said.text, _names(said)):
        return 0
    tx.channel, tx.message = said.channel, said.ts
    tx.record(PortAction.PORT_COMMENT_EDITED, order.name, before={}, after={})
    return 1


def _forget(gone: Gone, tx: Transaction) -> int:
    order = _order(tx, gone)
    by = comments.delete(tx.db, order, gone.ts) if order else None
    if order is None or by is None:
        return 0
    tx.channel, tx.message = gone.channel, gone.ts
    tx.record(PortAction.PORT_COMMENT_DELETED, order.name, before={"by": by}, after={})
    return 1


def _order(tx: Transaction, said: Said | Gone) -> PortOrder | None:
    found = ports.with_card(tx.db, tx.workspace.id, said.channel, said.thread)
    return ports.find(tx.db, tx.workspace.id, found, lock=True) if found else None


def _names(said: Said) -> tuple[str, ...]:
    return tuple(name for _, name in said.files)


def _keep(by: Member, said: Said, tx: Transaction) -> int:
    order = _order(tx, said)
    if order is None:
        return 0
    at = datetime.fromtimestamp(float(said.ts), UTC)
    comment = Comment(by=by.user, at=at, text=said.text, files=_names(said))
    if not comments.add(tx.db, order, said.ts, comment):
        return 0
    tx.channel, tx.message = said.channel, said.ts
    tx.record(PortAction.PORT_COMMENTED, order.name, before={}, after={"files": len(said.files)})
    if said.files and not roles.port(tx.workspace, by) and port_rules.is_editable(order):
        file, _ = said.files[0]
        tx.owe(owing.fetch(order, by.user, file, FileUse.PERHAPS_LETTER))
    return 1
