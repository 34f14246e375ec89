"""What is owed to Slack about batches, put into words from the state as it is when it is sent."""

from handlers.approvals.owing import ApprovalOutbox
from handlers.approvals.views import request as approval
from handlers.batches import files, show, write
from handlers.batches.entries import BatchAction
from handlers.batches.views import answers, modals
from handlers.batches.views import lines as views
from handlers.holds.views import lines
from handlers.kit.cards import CardOutbox
from handlers.kit.outgoing import Fetch, Outgoing, Post, Turn
from handlers.kit.reply import Message
from handlers.kit.tools import Tools
from handlers.ports.owing import PortOutbox
from store import approvals, audit, batches, workspaces
from store.approvals.types import RequestId
from store.audit.types import Deed
from store.batches.types import Batch, BatchId, Stage
from store.outbox.types import ClaimedItem, OutboxItem
from store.session import Db
from store.types import ChannelId, UserId, is_channel
from store.workspaces.types import Workspace

_IN_THE_CHANNEL = (CardOutbox.CARD, CardOutbox.LINE)


def render(tools: Tools, debt: ClaimedItem) -> Outgoing | None:
    """Put a debt about a batch into words; None where there is nothing to say any more."""
    owing = debt.owing
    reader = None if owing.kind in _IN_THE_CHANNEL else tools.people.member(owing.workspace, UserId(owing.channel))
    with tools.reading() as db:
        workspace = workspaces.find(db, owing.workspace)
        batch = batches.find(db, workspace.id, BatchId(owing.detail["batch"]))
        if batch is None:
            return None
        locale = reader.locale if reader else workspace.locale
        match owing.kind:
            case CardOutbox.CARD:
                return Post(message=show.render(tools, db, batch, locale), channel=batch.channel, edit=batch.card_ts)
            case CardOutbox.LINE:
                return _line(db, batch, owing, locale)
            case ApprovalOutbox.VERDICT:
                return _verdict(db, batch, owing, locale)
            case CardOutbox.LOST_CHANNEL:
                return Post(message=lines.lost_channel(locale, batch, ChannelId(owing.item)), channel=owing.channel)
            case BatchOutbox.PREVIEW:
                return _preview(tools, db, workspace, batch, owing, locale)
    if owing.kind is PortOutbox.FETCH and reader and batch.stage is Stage.DRAFT:
        file = str(owing.detail["file"])
        return Fetch(
            file=file, by=reader.user, most=files.MOST, take=lambda arrived: files.take(tools, debt, reader, arrived)
        )
    return None


def _line(db: Db, batch: Batch, owing: OutboxItem, locale: str) -> Post | None:
    entry = audit.find(db, batch.workspace, owing.detail["entry"])
    message = _told(db, batch, entry.deed, locale) if entry else None
    if entry is None or message is None:
        return None
    for_all = entry.deed.action is BatchAction.REST_ENDED and is_channel(batch.channel) and batch.card_ts is not None
    return Post(message=message, channel=batch.channel, thread=batch.card_ts, broadcast=for_all)


def _told(db: Db, batch: Batch, deed: Deed, locale: str) -> Message | None:
    if deed.action is not BatchAction.RELEASE_ASKED:
        return views.line(locale, batch, deed)
    request = approvals.find(db, batch.workspace, RequestId(deed.after["request"]))
    return lines.asked(locale, batch, request) if request else None


def _verdict(db: Db, batch: Batch, owing: OutboxItem, locale: str) -> Post | None:
    request = approvals.find(db, batch.workspace, RequestId(owing.detail["request"]))
    if request is None:
        return None
    told = approval.verdict(locale, batch, request)
    return Post(message=told, channel=owing.channel, unless_in=batch.channel)


def _preview(tools: Tools, db: Db, workspace: Workspace, batch: Batch, owing: OutboxItem, locale: str) -> Turn | None:
    """The modal that waits shows what the draft would come to; where it is closed, its owner is told."""
    if batch.stage is not Stage.DRAFT or batch.version != owing.detail["version"]:
        return None  # its owner has gone on
    wrong = str(owing.detail["wrong"])
    if wrong:
        view = modals.form(locale, batch.verb, batch.form, batch.id, wrong=wrong, kept=len(write.from_file(db, batch)))
    else:
        view = modals.preview(locale, write.foreseen(db, workspace, batch, tools.now()))
    told = Post(message=answers.read(locale, batch, wrong), channel=owing.channel)
    return Turn(view_id=str(owing.detail["view"]), view=view, channel=batch.channel, otherwise=told)
