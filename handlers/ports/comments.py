"""What is said in the threads of port orders' cards is kept with the order; all else that is said is dropped unread."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from handlers.kit import access, roles
from handlers.kit.member import Member, Standing
from handlers.kit.tools import Tools
from handlers.kit.transaction import Transaction, transact_by_clock
from handlers.ports import owing
from handlers.ports import rules as port_rules
from handlers.ports.entries import PortAction
from store import ports, workspaces
from store.ports import comments
from store.ports.types import Comment, FileUse
from store.types import ChannelId, WorkspaceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message in a thread: `thread` and `ts` are the ts of the first and of this one; `files` have id and name."""

    channel: ChannelId
    thread: str
    ts: str
    text: str
    files: tuple[tuple[str, str], ...] = ()


def concerns_an_order(tools: Tools, workspace: WorkspaceId, said: Said) -> bool:
    """Whether a message stands in the thread of an order's card."""
    with tools.reading() as db:
        return ports.with_card(db, workspace, said.channel, said.thread) is not None


def keep(tools: Tools, by: Member, said: Said) -> None:
    """Keep what a member said; of files the first is taken for the signed letter, where one is awaited."""
    if by.standing in (Standing.GUEST, Standing.STRANGER):
        return
    with tools.reading() as db:
        workspace = workspaces.find(db, by.workspace)
    knowing = access.knowing(tools, by, workspace)
    transact_by_clock(tools, by.workspace, partial(_keep, knowing, said), by)


def _keep(by: Member, said: Said, tx: Transaction) -> int:
    found = ports.with_card(tx.db, tx.workspace.id, said.channel, said.thread)
    order = ports.find(tx.db, tx.workspace.id, found, lock=True) if found else None
    if order is None:
        return 0
    at = datetime.fromtimestamp(float(said.ts), UTC)
    comment = Comment(by=by.user, at=at, text=said.text, files=tuple(name for _, name in said.files))
    if not comments.add(tx.db, order, said.ts, comment):
        return 0
    tx.channel, tx.message = said.channel, said.ts
    tx.record(PortAction.PORT_COMMENTED, order.name, before={}, after={"files": len(said.files)})
    may = not roles.enter(by) and not roles.port(tx.workspace, by)
    if said.files and may and port_rules.is_editable(order):
        file, _ = said.files[0]
        tx.owe(owing.fetch(order, by.user, file, FileUse.PERHAPS_LETTER))
    return 1
