"""Show a batch: as its card shows it, or with all its lines."""

from handlers.batches import lookup
from handlers.batches.forecast import forecast
from handlers.batches.views import card as views
from handlers.batches.views import modals
from handlers.kit import answers, roles
from handlers.kit.blocks import FIRST
from handlers.kit.member import Click
from handlers.kit.reply import Message, Reply, opens, says
from handlers.kit.sources import POOL, source
from handlers.kit.tools import Tools
from handlers.kit.words import BadInput
from store import approvals, batches, workspaces
from store.batches.types import DONE, Batch, BatchId, Stage
from store.session import Db


def show(tools: Tools, click: Click, of: BatchId) -> Reply:
    """Answer with what the batch's card shows."""
    locale = click.member.locale
    with tools.reading() as db:
        workspace, batch = workspaces.find(db, click.member.workspace), _begun(db, click, of)
        if refusal := roles.search(workspace, click.member):
            return answers.may_not(locale, refusal, workspace)
        message = render(tools, db, batch, locale)
    return says(message.text, *message.blocks)


def show_lines(tools: Tools, click: Click, of: BatchId) -> Reply:
    """Open a modal with every line and what it came to; of one that waits for approval, what it would."""
    locale = click.member.locale
    with tools.reading() as db:
        workspace, batch = workspaces.find(db, click.member.workspace), _begun(db, click, of)
        if refusal := roles.search(workspace, click.member):
            return answers.may_not(locale, refusal, workspace)
        listed, verb = batches.lines(db, batch), tools.features.verbs[batch.verb]
        if batch.stage is Stage.ASKED:
            listed = forecast(db, workspace, verb, batch, listed, tools.now())
        came = source(of_carriers=batches.has_carriers(db, batch)) if verb.rests else POOL
    return opens(modals.lines(locale, verb, batch, listed, tools.now(), came))


def render(tools: Tools, db: Db, batch: Batch, locale: str) -> Message:
    """The batch's card as it is now."""
    done, verb = batches.lines(db, batch, outcome=DONE, limit=FIRST), tools.features.verbs[batch.verb]
    data = views.BatchCard(
        batch=batch,
        verb=verb,
        numbers=[each.e164 for each in done if each.e164],
        now=tools.now(),
        request=approvals.of_batch(db, batch),
        restored=batches.restored_of(db, batch) if verb.rests else 0,
        source=source(of_carriers=batches.has_carriers(db, batch)) if verb.rests else POOL,
    )
    return views.batch(locale, data)


def _begun(db: Db, click: Click, of: BatchId) -> Batch:
    """A batch that others may see: a draft is none yet, and one that was forgotten never was."""
    batch = lookup.find(db, click.member.workspace, of)
    if batch.stage in (Stage.DRAFT, Stage.FORGOTTEN):
        raise BadInput("no-such-batch", batch=batch.name)
    return batch
