"""The menu of a number's row in the list."""

from collections.abc import Callable

from handlers.inventory import assign, cool_down, listing, payloads
from handlers.inventory.requests import Assign
from handlers.inventory.views import listing as views
from handlers.kit.fields import Carried, Fields, word
from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from handlers.kit.words import BadInput
from store.types import E164


def choose(tools: Tools, click: Click, value: Carried, _fields: Fields) -> Reply:
    """Do what was chosen. Raises BadInput."""
    verb = word(value.get("do"))
    if verb not in VERBS:
        raise BadInput("stale-button")
    return VERBS[verb](tools, click, payloads.number(value))


VERBS: dict[str, Callable[[Tools, Click, E164], Reply]] = {
    views.ASSIGN: lambda tools, click, e164: assign.ask_where(tools, click, Assign(e164=e164)),
    views.UNASSIGN: assign.unassign,
    views.RELEASE: cool_down.ask,
    views.RESTORE: cool_down.restore,
    views.DEFAULT: assign.make_default,
    views.HISTORY_OF: listing.show,
}
