"""Files with the lines of a batch, fetched from Slack."""

from functools import partial

from handlers.act import Work, by_clock
from handlers.batches import forecast, lines, owing
from handlers.batches.lines import TooMany
from handlers.member import Member
from handlers.outgoing import Arrived
from handlers.tools import Tools
from store import batches, outbox, workspaces
from store.batch_types import Batch, Line, Stage
from store.types import BatchId, Debt

MOST = 1_000_000  # bytes


def take(tools: Tools, debt: Debt, by: Member, arrived: Arrived) -> None:
    """Put what a file lists into the draft that it was given for, owe the look at it, and pay the debt."""
    with tools.reading() as db:
        country = workspaces.find(db, debt.owing.workspace).country
    by_clock(tools, debt.owing.workspace, partial(_take, debt, arrived, country), by)


def _take(debt: Debt, arrived: Arrived, country: str, doing: Work) -> int:
    detail = debt.owing.detail
    batch = batches.find(doing.db, doing.workspace.id, BatchId(detail["batch"]), lock=True)
    if batch and batch.stage is Stage.DRAFT:
        listed = _listed(doing, batch, arrived, country)
        wrong = listed if isinstance(listed, str) else ""
        if not isinstance(listed, str):
            batch = batches.rewrite(doing.db, batch, listed)
        doing.owe(owing.preview(batch, str(detail["view"]), wrong))
    outbox.paid(doing.db, debt, doing.real_now)
    return 1


def _listed(doing: Work, batch: Batch, arrived: Arrived, country: str) -> list[Line] | str:
    """The lines of a draft with those of the file, in their turn; or the key of what is wrong with it."""
    if not arrived.content:
        return "batch-file-not-had"
    pasted = [line for line in batches.lines(doing.db, batch) if not line.from_file]
    try:
        found = lines.read_file(batch.verb, arrived.content, batch.form, country)
        if found is None:
            return "batch-file-no-list"
        together = lines.together(pasted, found)
    except TooMany:
        return "batch-file-too-long"
    return forecast.in_turn(doing.db, doing.workspace, batch.verb, together, doing.now)
