"""What a member pressed or sent about the workspace's own numbers, read once."""

import re

from handlers.inventory.assign import Renaming
from handlers.inventory.plan import Change
from handlers.inventory.rules import NAME_LENGTH
from handlers.inventory.views import assign as views
from handlers.kit.fields import Carried, Fields, counted, needed, picked, selected, typed_within, word
from handlers.kit.words import BadField, BadInput
from store.folding import kept
from store.services.types import ServiceId, ServiceKind
from store.types import E164


def number(value: Carried) -> E164:
    """The number that a button or a modal is about. Raises BadInput."""
    said = needed(value, "number")
    if not re.fullmatch(r"\+[1-9][0-9]{2,14}", said):
        raise BadInput("stale-button")
    return E164(said)


def service(value: Carried) -> ServiceId:
    """The service that a button or a modal is about. Raises BadInput."""
    return ServiceId(counted(value, "service"))


def renamed(value: Carried, fields: Fields) -> Renaming:
    """How a service is called from now on. Raises BadField, BadInput."""
    said = typed_within(fields, views.NAME, NAME_LENGTH, "port-too-long")
    if not said:
        raise BadField(views.NAME, "rename-no-name")
    return Renaming(service=service(value), name=said, shown=word(value.get("shown")))


def assigned(fields: Fields) -> Change:
    """Which number goes to which service. Raises BadField, BadInput."""
    kind = selected(fields, views.KIND)
    name = kept(selected(fields, views.NAME, views.FIND_NAME))
    if kind not in list(ServiceKind):
        raise BadField(views.KIND, "settings-not-a-choice")
    if not name or len(name) > NAME_LENGTH:
        raise BadField(views.NAME, "settings-not-a-choice")
    of = number({"number": selected(fields, views.NUMBER, views.FIND_NUMBER)})
    as_default = views.DEFAULT in picked(fields, views.DEFAULT)
    return Change(e164=of, kind=ServiceKind(kind), name=name, as_default=as_default)


def next_default(fields: Fields) -> E164:
    """Which number is the default from now on. Raises BadInput."""
    return number({"number": selected(fields, views.NUMBER)})
