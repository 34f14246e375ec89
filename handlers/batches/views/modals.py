"""The modals of a batch: the list, what it would come to, and what it came to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import Block, CheckboxesElement, Option
from slack_sdk.models.views import View

from handlers.batches.views.parts import listed, wrong_with_file
from handlers.kit import blocks as parts
from handlers.kit import read_as, understood
from handlers.kit.batchable import BatchVerb
from handlers.kit.blocks import actions, asked, context, file_input, section, text_input
from handlers.kit.cards import press
from handlers.kit.carriers import Price
from handlers.kit.messages import moment, say
from handlers.kit.prices import total
from handlers.kit.read_as import ReadAs
from handlers.kit.sources import POOL
from store.batches.types import DONE, Batch, BatchId, Form, Line, Stage

FORM, CONFIRM = "batch_form", "batch_confirm"
BACK, SEE = "batch_back", "batch_see"
LIST, FILE, KEEP = "list", "file", "keep"
KIND, NAME, FIND_NAME = "kind", "name", "find_service"  # of the service of lines that name none
LIST_LENGTH = 3_000  # as Slack allows


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a draft would come to: its lines as they were listed, each decided. `read_as` is how its list was read.

    `until` is when a rest would end that began now, None where there is none; `needed` teammates must agree first.
    `paid`: what each number costs that a carrier gave and that would rest.
    """

    batch: Batch
    lines: Sequence[Line]
    until: datetime | None
    needed: int
    read_as: Sequence[ReadAs] = ()
    paid: Sequence[Price | None] = ()


def form(
    locale: str,
    verb: BatchVerb,
    written: Form,
    of: BatchId | None = None,
    *,
    wrong: Mapping[str, Any] | None = None,
    kept: int = 0,
) -> View:
    """Ask for a list. `wrong` is what was wrong with a file, as it was kept; `kept` lines came from one."""
    said = [f":warning: {wrong_with_file(locale, wrong)}"] if wrong else []
    intro = section("\n".join([say(locale, verb.words.intro), *said]))
    listing = text_input(LIST, written.typed, LIST_LENGTH, multiline=True)
    return parts.form(
        locale,
        FORM,
        verb.words.title,
        "button-preview",
        carried={"verb": verb.verb.value} | ({"batch": of} if of else {}),
        blocks=[
            intro,
            asked(locale, LIST, "batch-list", listing, hint=verb.words.list_hint, optional=True),
            asked(locale, FILE, "batch-file", file_input(FILE), hint="batch-file-hint", optional=True),
            *(_keep(locale, kept) if kept else []),
            *verb.fields(locale, written),
        ],
    )


def _keep(locale: str, kept: int) -> list[Block]:
    """Ask whether the lines stay that came from a file."""
    tick = Option(text=parts.plain_text(say(locale, "batch-keep", count=kept)), value=KEEP)
    boxes = CheckboxesElement(action_id=KEEP, options=[tick], initial_options=[tick])
    return [asked(locale, KEEP, "batch-kept", boxes, hint="batch-kept-hint", optional=True)]


def reading(locale: str, verb: BatchVerb, batch: Batch) -> View:
    """Say that a file is being read; what it would come to takes the place of this."""
    title = say(locale, verb.words.title)
    buttons = actions(press(locale, batch, "button-see", SEE), press(locale, batch, "button-back", BACK))
    return parts.modal(locale, title, [section(say(locale, "batch-reading")), buttons])


def preview(locale: str, verb: BatchVerb, data: Preview) -> View:
    """Say line by line what would happen, and ask whether that is meant."""
    batch, done = data.batch, sum(line.outcome == DONE for line in data.lines)
    said = [say(locale, verb.words.preview, done=done, size=len(data.lines))]
    if verb.rests and done:
        said.append(rests(locale, data.until))
    if data.paid:
        said.append(say(locale, "batch-paid", count=len(data.paid), costs=total(locale, data.paid)))
    said += verb.means(locale, data.lines)
    said += [say(locale, "batch-needs", needed=data.needed)] if data.needed and done else []
    back = actions(press(locale, batch, "button-back", BACK))
    table = [context(understood.in_words(locale, batch.read_as))] if batch.read_as else []
    read = [*table, *read_as.shown(locale, data.read_as)]
    blocks = [section("\n".join(said)), *read, *listed(locale, verb, data.lines), back]
    if not done:
        return parts.modal(locale, say(locale, verb.words.title), blocks)
    return parts.form(
        locale,
        CONFIRM,
        verb.words.title,
        verb.words.confirm,
        carried={"batch": batch.id, "version": batch.version},
        blocks=blocks,
    )


def rests(locale: str, until: datetime | None) -> str:
    """What becomes of numbers that are released."""
    return say(locale, "batch-rests", time=moment(until)) if until else say(locale, "batch-at-once")


def report(locale: str, verb: BatchVerb, batch: Batch) -> str:
    """What a batch has come to, in one line."""
    return say(locale, verb.words.report, done=batch.done, size=batch.size, batch=batch.name)


def lines(
    locale: str, verb: BatchVerb, batch: Batch, decided: Sequence[Line], now: datetime, source: str = POOL
) -> View:
    """What each line has come to; of one that waits for approval, what it would."""
    done = sum(line.outcome == DONE for line in decided)
    said = [report(locale, verb, batch)]
    if batch.stage is Stage.ASKED:
        said = [say(locale, verb.words.preview, done=done, size=batch.size)]
    elif verb.rests and batch.done:
        ended = batch.until is not None and batch.until <= now
        said.append(say(locale, "batch-back", source=source) if ended else rests(locale, batch.until))
    said += verb.means(locale, decided)
    blocks = [section("\n".join(said)), *listed(locale, verb, decided)]
    return parts.modal(locale, say(locale, "batch-lines-title", batch=batch.name), blocks)
