"""The modals of a batch: the list, what it would come to, and what it came to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from slack_sdk.models.blocks import Block, CheckboxesElement, ExternalDataSelectElement, Option, StaticSelectElement
from slack_sdk.models.views import View

from handlers.batches.views.parts import listed, means
from handlers.holds.views.card import press
from handlers.inventory.views import assign as assigning
from handlers.kit import blocks as parts
from handlers.kit.blocks import actions, asked, file_input, section, text_input
from handlers.kit.messages import moment, say
from store.batches.types import DONE, Batch, BatchId, Form, Line, Stage, Verb
from store.services.types import ServiceKind

FORM, CONFIRM = "batch_form", "batch_confirm"
BACK, SEE = "batch_back", "batch_see"
LIST, FILE, KEEP, KIND, NAME = "list", "file", "keep", "kind", "name"
LIST_LENGTH = 3_000  # as Slack allows


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a draft would come to: its lines as they were listed, each decided.

    `until` is when a rest would end that began now, None where there is none; `needed` teammates must agree first.
    """

    batch: Batch
    lines: Sequence[Line]
    until: datetime | None
    needed: int


def form(locale: str, verb: Verb, written: Form, of: BatchId | None = None, *, wrong: str = "", kept: int = 0) -> View:
    """Ask for a list. `wrong` is the key of what was wrong with a file, `kept` how many lines came from one."""
    said = [f":warning: {say(locale, wrong)}"] if wrong else []
    intro = section("\n".join([say(locale, f"batch-intro-{verb}"), *said]))
    hint = "batch-list-hint-service" if verb is Verb.ASSIGN else "batch-list-hint"
    listing = text_input(LIST, written.typed, LIST_LENGTH, multiline=True)
    return parts.form(
        locale,
        FORM,
        f"batch-title-{verb}",
        "button-preview",
        carried={"verb": verb.value} | ({"batch": of} if of else {}),
        blocks=[
            intro,
            asked(locale, LIST, "batch-list", listing, hint=hint, optional=True),
            asked(locale, FILE, "batch-file", file_input(FILE), hint="batch-file-hint", optional=True),
            *(_keep(locale, kept) if kept else []),
            *(_service(locale, written) if verb is Verb.ASSIGN else []),
        ],
    )


def _keep(locale: str, kept: int) -> list[Block]:
    """Ask whether the lines stay that came from a file."""
    tick = Option(text=parts.plain_text(say(locale, "batch-keep", count=kept)), value=KEEP)
    boxes = CheckboxesElement(action_id=KEEP, options=[tick], initial_options=[tick])
    return [asked(locale, KEEP, "batch-kept", boxes, hint="batch-kept-hint", optional=True)]


def _service(locale: str, written: Form) -> list[Block]:
    """The service of lines that name none."""
    kinds = {kind: assigning.kind_option(locale, kind) for kind in ServiceKind}
    kind = StaticSelectElement(
        action_id=KIND,
        options=list(kinds.values()),
        initial_option=kinds[written.kind] if written.kind else None,
    )
    name = ExternalDataSelectElement(
        action_id=assigning.FIND_NAME,
        placeholder=parts.plain_text(say(locale, "assign-name-placeholder")),
        initial_option=assigning.name_option(written.name) if written.name else None,
        min_query_length=0,
    )
    return [
        asked(locale, KIND, "assign-kind", kind, hint="batch-kind-hint", optional=True),
        asked(locale, NAME, "assign-name", name, hint="assign-name-hint", optional=True),
    ]


def reading(locale: str, batch: Batch) -> View:
    """Say that a file is being read; what it would come to takes the place of this."""
    title = say(locale, f"batch-title-{batch.verb}")
    buttons = actions(press(locale, batch, "button-see", SEE), press(locale, batch, "button-back", BACK))
    return parts.modal(locale, title, [section(say(locale, "batch-reading")), buttons])


def preview(locale: str, sight: Preview) -> View:
    """Say line by line what would happen, and ask whether that is meant."""
    batch, done = sight.batch, sum(line.outcome == DONE for line in sight.lines)
    said = [say(locale, f"batch-preview-{batch.verb}", done=done, size=len(sight.lines))]
    if batch.verb is Verb.RELEASE and done:
        said.append(rests(locale, sight.until))
    said += means(locale, batch, sight.lines)
    said += [say(locale, "batch-needs", needed=sight.needed)] if sight.needed and done else []
    back = actions(press(locale, batch, "button-back", BACK))
    blocks = [section("\n".join(said)), *listed(locale, batch, sight.lines), back]
    title = f"batch-title-{batch.verb}"
    if not done:
        return parts.modal(locale, say(locale, title), blocks)
    return parts.form(
        locale,
        CONFIRM,
        title,
        f"menu-{batch.verb}",
        carried={"batch": batch.id, "version": batch.version},
        blocks=blocks,
    )


def rests(locale: str, until: datetime | None) -> str:
    """What becomes of numbers that are released."""
    return say(locale, "batch-rests", time=moment(until)) if until else say(locale, "batch-at-once")


def report(locale: str, batch: Batch) -> str:
    """What a batch has come to, in one line."""
    return say(locale, f"batch-report-{batch.verb}", done=batch.done, size=batch.size, batch=batch.name)


def lines(locale: str, batch: Batch, decided: Sequence[Line], now: datetime) -> View:
    """What each line has come to; of one that waits for approval, what it would."""
    done = sum(line.outcome == DONE for line in decided)
    said = [report(locale, batch)]
    if batch.stage is Stage.ASKED:
        said = [say(locale, f"batch-preview-{batch.verb}", done=done, size=batch.size)]
    elif batch.verb is Verb.RELEASE and batch.done:
        ended = batch.until is not None and batch.until <= now
        said.append(say(locale, "batch-back") if ended else rests(locale, batch.until))
    said += means(locale, batch, decided)
    blocks = [section("\n".join(said)), *listed(locale, batch, decided)]
    return parts.modal(locale, say(locale, "batch-lines-title", batch=batch.name), blocks)
