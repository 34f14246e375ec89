"""What a batch can do: it has a card, and approval may be asked for what it releases."""

from collections.abc import Collection, Mapping
from datetime import datetime

from slack_sdk.models.blocks import Block

from handlers import approvals
from handlers.batches import execution, lookup, show
from handlers.batches.entries import BatchAction
from handlers.batches.requests import NAME
from handlers.batches.views import lines
from handlers.batches.views.words import APPROVAL_WORDS
from handlers.kit import roles
from handlers.kit.blocks import so_many
from handlers.kit.cards import ThreadLine, card
from handlers.kit.member import Member
from handlers.kit.refusals import Refusal
from handlers.kit.reply import Message
from handlers.kit.sources import POOL, source
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction
from store import batches
from store.approvals.types import ApprovalRequest
from store.audit.types import Entry
from store.batches.types import Batch, BatchId, Stage
from store.session import Db
from store.types import E164, ChannelId, WorkspaceId
from store.workspaces.types import Workspace


class BatchApproval:
    """Approval is asked for doing what a batch says; it waits as long as nobody decides."""

    words = APPROVAL_WORDS

    def find(self, db: Db, workspace: WorkspaceId, number: int, *, lock: bool = False) -> Batch:
        return lookup.find(db, workspace, BatchId(number), lock=lock)

    def find_all(self, db: Db, workspace: WorkspaceId, numbers: Collection[int]) -> list[Batch]:
        return batches.find_all(db, workspace, [BatchId(number) for number in numbers])

    def waits(self, _thing: Batch, _now: datetime) -> bool:
        return True

    def ends(self, thing: Batch) -> datetime:
        return thing.since

    def changed(self, tx: MemberTransaction, thing: Batch) -> None:
        batches.changed(tx.db, thing)

    def may_have(self, workspace: Workspace, asker: Member) -> Refusal | None:
        return roles.manage(workspace, asker)

    def grant(self, tx: MemberTransaction, thing: Batch, request: ApprovalRequest) -> None:
        # The clock does the lines for the one who asked, so that the record says whose wish they were.
        tx.owe(card(execution.begin(tx, thing, request)))

    def decline(self, tx: MemberTransaction, thing: Batch) -> None:
        batches.move(tx.db, thing, Stage.DECLINED, tx.now, due_at=None)

    def withdraw(self, tx: MemberTransaction, thing: Batch) -> None:
        batches.move(tx.db, thing, Stage.WITHDRAWN, tx.now, due_at=None)

    def numbers(self, locale: str, _thing: Batch, count: int) -> str:
        return so_many(locale, count)

    def values(self, _locale: str, _thing: Batch) -> Mapping[str, str | int]:
        return {}

    def what_for(self, _locale: str, _request: ApprovalRequest) -> list[Block]:
        return []

    def costs(self, _db: Db, _locale: str, _thing: Batch, _request: ApprovalRequest) -> str:
        return ""


APPROVAL = BatchApproval()


class BatchSubject:
    """A batch has a card."""

    key = "batch"
    name = NAME

    def find(self, db: Db, workspace: WorkspaceId, number: int, *, lock: bool = False) -> Batch | None:
        return batches.find(db, workspace, BatchId(number), lock=lock)

    def card_posted(self, db: Db, thing: Batch, *, channel: ChannelId, ts: str | None) -> Batch:
        return batches.card_posted(db, thing, channel=channel, ts=ts)

    def is_over(self, _thing: Batch) -> bool:
        return False

    def card(self, tools: Tools, db: Db, _workspace: Workspace, thing: Batch, locale: str) -> Message:
        return show.render(tools, db, thing, locale)

    def line(self, tools: Tools, db: Db, thing: Batch, entry: Entry, locale: str) -> ThreadLine | None:
        if entry.deed.action == BatchAction.RELEASE_ASKED:
            asked = approvals.asked(db, APPROVAL, thing, entry, locale)
            return ThreadLine(message=asked) if asked else None
        of = (
            source(of_carriers=batches.has_carriers(db, thing)) if entry.deed.action == BatchAction.REST_ENDED else POOL
        )
        message = lines.line(locale, tools.features.verbs[thing.verb], thing, entry.deed, of)
        if message is None:
            return approvals.told(db, APPROVAL, thing, entry, locale)
        return ThreadLine(message=message, broadcast=entry.deed.action == BatchAction.REST_ENDED)

    def about_number(self, _tools: Tools, _db: Db, _workspace: Workspace, _number: int, _locale: str) -> str | None:
        return None

    def that_had(self, _db: Db, _workspace: WorkspaceId, _e164: E164) -> list[int]:
        return []
