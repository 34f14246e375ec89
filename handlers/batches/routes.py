"""What a member types, presses or sends about batches goes to the one who does it."""

from collections.abc import Callable

from handlers.batches import run, show, write
from handlers.batches.requests import Many, ShowBatch
from handlers.batches.views import card, modals
from handlers.batches.write import Written
from handlers.inventory import cool_down
from handlers.inventory.views import assign as assigning
from handlers.kit.fields import Carried, Fields, counted, file, needed, picked, selected, typed_within
from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.requests import OfBatches
from handlers.kit.tools import Tools
from handlers.kit.words import BadField, BadInput
from store.batches.types import BatchId, Form, Verb
from store.services.types import ServiceKind

__all__ = ["PRESSES", "SUBMITS", "run_command"]

Work = Callable[[Tools, Click, Carried, Fields], Reply]


def run_command(tools: Tools, click: Click, ask: OfBatches) -> Reply:
    """A command about batches was typed."""
    match ask:
        case Many():
            return write.ask(tools, click, ask)
        case ShowBatch(batch=batch):
            return show.show(tools, click, batch)


def _batch(value: Carried) -> BatchId:
    """The batch that a button or a modal is about."""
    return BatchId(counted(value, "batch"))


def _about(work: Callable[[Tools, Click, BatchId], Reply]) -> Work:
    return lambda tools, click, value, _fields: work(tools, click, _batch(value))


def _written(tools: Tools, click: Click, value: Carried, fields: Fields) -> Reply:
    verb, kind = needed(value, "verb"), selected(fields, modals.KIND)
    if verb not in list(Verb):
        raise BadInput("stale-button")
    if kind and kind not in list(ServiceKind):
        raise BadField(modals.KIND, "settings-not-a-choice")
    form = Form(
        typed=typed_within(fields, modals.LIST, modals.LIST_LENGTH, "port-too-long"),
        kind=ServiceKind(kind) if kind else None,
        name=" ".join(selected(fields, modals.NAME, assigning.FIND_NAME).split()),
    )
    if bool(form.kind) != bool(form.name):
        raise BadField(modals.NAME if form.kind else modals.KIND, "batch-half-a-service")
    of = _batch(value) if "batch" in value else None
    given, keeps = file(fields, modals.FILE), modals.KEEP not in fields or modals.KEEP in picked(fields, modals.KEEP)
    return write.look(tools, click, Written(verb=Verb(verb), form=form, file=given, batch=of, keeps=keeps))


def _confirmed(tools: Tools, click: Click, value: Carried, _fields: Fields) -> Reply:
    return run.confirm(tools, click, _batch(value), counted(value, "version"))


PRESSES: dict[str, Work] = {
    modals.BACK: _about(write.back),
    modals.SEE: _about(write.see),
    card.LINES: _about(show.show_lines),
    card.RESTORE: _about(cool_down.restore_all),
}
SUBMITS: dict[str, Work] = {modals.FORM: _written, modals.CONFIRM: _confirmed}
