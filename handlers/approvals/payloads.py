"""What a member pressed or sent about requests for approval, read once."""

from handlers.approvals.requests import Decision
from handlers.approvals.views import decline as declining
from handlers.kit.fields import Carried, Fields, counted, typed_within
from handlers.kit.words import BadField, BadInput
from store.approvals.types import RequestId


def decision(value: Carried) -> Decision:
    """The request that a button or a modal is about. Raises BadInput."""
    ref = {name: counted(value, name) for name, said in value.items() if type(said) is int and name != "request"}
    if not ref:
        raise BadInput("stale-button")
    return Decision(request=RequestId(counted(value, "request")), ref=ref)


def reason(fields: Fields) -> str:
    """Why somebody declines. Raises BadField where that is not said, or too long."""
    said = typed_within(fields, declining.REASON, declining.REASON_LENGTH, "decline-too-long")
    if not said:
        raise BadField(declining.REASON, "decline-no-reason")
    return said
