"""What came of a file, in words."""

from collections.abc import Iterator

from handlers.kit.blocks import brief, counted
from handlers.kit.messages import say
from handlers.kit.number_reading import Unread
from handlers.quota import QuotaRefusal, quota, use
from handlers.stock.job import Job, Tally
from handlers.stock.refusals import LineFault, RefusedLine
from store import audit, numbers, workspaces

_SAID = 80


def line_in_words(locale: str, line: RefusedLine) -> str:
    """A line that was refused, and why."""
    why = _refusal_in_words(locale, line.why, line.detail)
    if line.why in (LineFault.COLUMN, LineFault.COLUMN_IN_SERVICE):
        return why
    return say(locale, "stock-line", line=line.line, said=brief(line.said, _SAID), why=why)


def summary(locale: str, tally: Tally) -> Iterator[str]:
    """How many lines were not taken, by reason: those that were there already, then the commonest first."""
    there = [(LineFault.THERE_ALREADY, tally.there)] if tally.there else []
    for why, count in [*there, *tally.refused.most_common()]:
        yield say(locale, "stock-so-many", count=count, why=_refusal_in_words(locale, why, "…"))


def strangers_told(locale: str, tally: Tally) -> Iterator[str]:
    """The workspaces for which numbers came in and which the desk does not know."""
    for workspace in sorted(tally.strangers):
        yield say(locale, "stock-stranger", workspace=workspace)


def quota_told(job: Job, locale: str = "en") -> Iterator[str]:
    """What the quota of each workspace says of what it has in use now, where it has anything."""
    with job.tools.reading() as db:
        for id_ in audit.workspaces(db):
            workspace = workspaces.find(db, id_)
            for kind, used in numbers.in_use(db, id_, job.tools.now()).items():
                allowed = quota(workspace.licences)
                if not used.total:
                    continue
                said = counted(locale, used.total, kind)
                yield say(locale, "stock-quota", workspace=id_, numbers=said, quota=allowed)
                if used.total > allowed:
                    yield say(locale, "stock-over-quota", workspace=id_, over=used.total - allowed)
                if use(workspace, kind) is QuotaRefusal.NO_CREDITS:
                    yield say(locale, "stock-no-credits", workspace=id_)


def _refusal_in_words(locale: str, why: str, detail: str) -> str:
    if why.startswith("refused-"):  # what the room of numbers in service says of its own
        return say(locale, "stock-not-assigned")
    if why == Unread.AMBIGUOUS:
        return say(locale, "number-bad-which", choices=brief(detail, _SAID))
    return say(locale, why, detail=brief(detail, _SAID))
