"""Batches: something is done with many numbers at once, looked at first, confirmed once, reported line by line."""

from pathlib import Path

from handlers.batches import clock, drafts, execution, outbox, payloads, show
from handlers.batches.cool_down import ends as rest_ends
from handlers.batches.drafts import new
from handlers.batches.entries import ENTRIES, BatchAction
from handlers.batches.execution import answer, start
from handlers.batches.lookup import find
from handlers.batches.owing import BatchOutbox
from handlers.batches.requests import MANY, Many, ShowBatch, read_many, take_batch
from handlers.batches.subject import APPROVAL, BatchSubject
from handlers.batches.views import card, modals
from handlers.batches.views.card import RESTORE
from handlers.batches.views.modals import KIND, NAME
from handlers.kit.feature import Feature
from handlers.kit.fields import counted

__all__ = [
    "BATCHES",
    "KIND",
    "MANY",
    "NAME",
    "RESTORE",
    "BatchAction",
    "Many",
    "ShowBatch",
    "answer",
    "find",
    "new",
    "read_many",
    "rest_ends",
    "start",
    "take_batch",
]

BATCHES = Feature(
    name="batches",
    words=Path(__file__).parent,
    runs={Many: drafts.ask, ShowBatch: lambda tools, click, ask: show.show(tools, click, ask.batch)},
    actions={
        modals.BACK: lambda tools, click, value, _fields: drafts.back(tools, click, payloads.batch(value)),
        modals.SEE: lambda tools, click, value, _fields: drafts.see(tools, click, payloads.batch(value)),
        card.LINES: lambda tools, click, value, _fields: show.show_lines(tools, click, payloads.batch(value)),
    },
    submissions={
        modals.FORM: lambda tools, click, value, fields: drafts.look(tools, click, payloads.written(value, fields)),
        modals.CONFIRM: lambda tools, click, value, _fields: execution.confirm(
            tools, click, payloads.batch(value), counted(value, "version")
        ),
    },
    messages={BatchOutbox.FETCH: outbox.put_fetch, BatchOutbox.PREVIEW: outbox.put_preview},
    subjects=(BatchSubject(),),
    approvables={BatchSubject.key: APPROVAL},
    entries=ENTRIES,
    timers=clock.TIMERS,
)
