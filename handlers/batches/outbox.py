"""What is owed about batches, their cards apart, put into words as things are when it is sent."""

from handlers.batches import drafts, files
from handlers.batches.views import answers, modals
from handlers.batches.views.parts import MOST
from handlers.kit.outgoing import Fetch, Post, Turn
from handlers.kit.tools import Tools
from store import batches, workspaces
from store.batches.types import BatchId, Stage
from store.outbox.types import ClaimedItem
from store.types import UserId


def put_fetch(tools: Tools, claimed: ClaimedItem) -> Fetch | None:
    """A file with lines for a draft is to be fetched; nothing where the draft is none any more."""
    owing = claimed.owing
    reader = tools.people.member(owing.workspace, UserId(owing.channel))
    with tools.reading() as db:
        batch = batches.find(db, owing.workspace, BatchId(owing.detail["batch"]))
    if batch is None or batch.stage is not Stage.DRAFT:
        return None
    return Fetch(
        file=str(owing.detail["file"]),
        by=reader.user,
        most=MOST,
        take=lambda arrived: files.take(tools, claimed, reader, arrived),
    )


def put_preview(tools: Tools, claimed: ClaimedItem) -> Turn | None:
    """The modal that waits shows what the draft would come to; where it is closed, its owner is told."""
    owing = claimed.owing
    locale = tools.people.member(owing.workspace, UserId(owing.channel)).locale
    with tools.reading() as db:
        workspace = workspaces.find(db, owing.workspace)
        batch = batches.find(db, workspace.id, BatchId(owing.detail["batch"]))
        if batch is None or batch.stage is not Stage.DRAFT or batch.version != owing.detail["version"]:
            return None  # its owner has gone on
        wrong, verb = owing.detail["wrong"], tools.features.verbs[batch.verb]
        if wrong:
            kept = len(drafts.from_file(db, batch))
            view = modals.form(locale, verb, batch.form, batch.id, wrong=wrong, kept=kept)
        else:
            view = modals.preview(locale, verb, drafts.foreseen(db, workspace, verb, batch, tools.now()))
    told = Post(message=answers.read(locale, verb, batch, wrong), channel=owing.channel)
    return Turn(view_id=str(owing.detail["view"]), view=view, channel=batch.channel, otherwise=told)
