"""A batch's card: one message that always shows how far it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from slack_sdk.models.blocks import Block, ButtonElement

from handlers import approvals
from handlers.kit.batchable import BatchVerb
from handlers.kit.blocks import actions, bar, context, first, mention, section, so_many
from handlers.kit.cards import press
from handlers.kit.messages import moment, plain, say
from handlers.kit.reply import Message
from handlers.kit.sources import POOL
from store.approvals.types import ApprovalRequest, Verdict
from store.batches.types import Batch, Stage
from store.types import E164

LINES, RESTORE = "batch_lines", "restore_batch"


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchCard:
    """What a card shows of a batch at one moment: its first numbers, and how many that it released were restored."""

    batch: Batch
    verb: BatchVerb
    numbers: Sequence[E164]
    now: datetime
    request: ApprovalRequest | None = None
    restored: int = 0
    source: str = POOL

    @property
    def rests(self) -> int:
        """How many of its numbers still rest."""
        until = self.batch.until
        return self.batch.done - self.restored if until and self.now < until else 0


def batch(locale: str, data: BatchCard) -> Message:
    """The card of a batch: what is asked, how far it is, or what came of it."""
    asked = data.request if data.batch.stage is Stage.ASKED else None
    head, *rest = _asked(locale, data, asked) if asked else _STAGES[data.batch.stage](locale, data)
    text = head.to_dict()["text"]["text"]
    return Message(text=text.replace("*", ""), blocks=[head, *rest])


def _asked(locale: str, data: BatchCard, request: ApprovalRequest) -> list[Block]:
    return [
        section(_head(locale, data, "batch-card-asked", len(request.numbers))),
        section(first(locale, request.numbers, len(request.numbers))),
        section(approvals.standing(locale, request)),
        actions(
            *approvals.decide_buttons(locale, request, data.batch),
            *approvals.reconsider_buttons(locale, request, data.batch),
            _lines(locale, data),
        ),
    ]


def _under_way(locale: str, data: BatchCard) -> list[Block]:
    of = data.batch
    decided = of.done + of.refused
    progress = say(locale, "batch-progress", bar=bar(decided, of.size), decided=decided, size=of.size)
    return [
        section(_head(locale, data, data.verb.words.under_way, of.size)),
        section(progress),
        *_refused(locale, data),
        actions(_lines(locale, data)),
    ]


def _done(locale: str, data: BatchCard) -> list[Block]:
    of = data.batch
    shown = [section(first(locale, data.numbers, of.done - data.restored))] if data.numbers else []
    restore = [press(locale, of, "menu-restore", RESTORE)] if data.rests else []
    return [
        section(_head(locale, data, data.verb.words.done, of.done)),
        *shown,
        *_refused(locale, data),
        *_rest(locale, data),
        actions(*restore, _lines(locale, data)),
    ]


def _rest(locale: str, data: BatchCard) -> list[Block]:
    """How the numbers rest that were released, and who agreed."""
    of, said = data.batch, []
    if data.verb.rests and of.done:
        if of.until is None:
            said.append(say(locale, "batch-back", source=data.source))
        elif data.restored == of.done:
            said.append(say(locale, "batch-all-restored"))
        else:
            said += [say(locale, "batch-restored", count=data.restored)] if data.restored else []
            key = "batch-rest" if data.rests else "batch-rest-ended"
            said.append(say(locale, key, time=moment(of.until), source=data.source))
    if data.request:
        said.append(say(locale, "card-approved-by", by=approvals.mentions(each.by for each in data.request.approvals)))
    return [context(*said)] if said else []


def _declined(locale: str, data: BatchCard) -> list[Block]:
    request = data.request
    by = mention(request.closed_by) if request and request.closed_by else ""
    reason = say(locale, "card-reason", reason=plain(request.reason)) if request else ""
    count = len(request.numbers) if request else 0
    return [section(_head(locale, data, "batch-card-declined", count, by=by)), section(reason)]


def _withdrawn(locale: str, data: BatchCard) -> list[Block]:
    count = len(data.request.numbers) if data.request else 0
    ran_out = data.request is not None and data.request.verdict is Verdict.RAN_OUT
    return [section(_head(locale, data, "batch-card-ran-out" if ran_out else "batch-card-withdrawn", count))]


def _head(locale: str, data: BatchCard, key: str, count: int, **values: str) -> str:
    of = data.batch
    return say(locale, key, asker=mention(of.asked_by), numbers=so_many(locale, count), batch=of.name, **values)


def _refused(locale: str, data: BatchCard) -> list[Block]:
    count = data.batch.refused
    return [section(say(locale, "batch-refused", count=count))] if count else []


def _lines(locale: str, data: BatchCard) -> ButtonElement:
    return press(locale, data.batch, "button-lines", LINES)


_STAGES = {
    Stage.UNDER_WAY: _under_way,
    Stage.DONE: _done,
    Stage.DECLINED: _declined,
    Stage.WITHDRAWN: _withdrawn,
}
