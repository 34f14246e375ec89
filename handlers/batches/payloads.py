"""What a member pressed or sent about batches, read once."""

from handlers.batches.drafts import Written
from handlers.batches.views import modals
from handlers.kit.fields import Carried, Fields, counted, file, needed, picked, selected, typed_within
from handlers.kit.words import BadField, BadInput
from store.batches.types import BatchId, Form, Verb
from store.folding import kept
from store.services.types import ServiceKind


def batch(value: Carried) -> BatchId:
    """The batch that a button or a modal is about. Raises BadInput."""
    return BatchId(counted(value, "batch"))


def written(value: Carried, fields: Fields) -> Written:
    """The modal with a list, as it was sent. Raises BadField, BadInput."""
    verb, kind = needed(value, "verb"), selected(fields, modals.KIND)
    if verb not in list(Verb):
        raise BadInput("stale-button")
    if kind and kind not in list(ServiceKind):
        raise BadField(modals.KIND, "settings-not-a-choice")
    form = Form(
        typed=typed_within(fields, modals.LIST, modals.LIST_LENGTH, "port-too-long"),
        kind=ServiceKind(kind) if kind else None,
        name=kept(selected(fields, modals.NAME, modals.FIND_NAME)),
    )
    if bool(form.kind) != bool(form.name):
        raise BadField(modals.NAME if form.kind else modals.KIND, "batch-half-a-service")
    of = batch(value) if "batch" in value else None
    given, keeps = file(fields, modals.FILE), modals.KEEP not in fields or modals.KEEP in picked(fields, modals.KEEP)
    return Written(verb=Verb(verb), form=form, file=given, batch=of, keeps=keeps)
