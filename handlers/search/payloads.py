"""What a member pressed in the answer to a search, read once."""

import re

from handlers.holds import Reserve
from handlers.kit.fields import Carried, needed, word
from handlers.kit.words import BadInput, Vocabulary, Words
from handlers.search.requests import PAGE, read_search
from store.places import Places
from store.types import E164


def reserve_these(value: Carried, places: Places) -> Reserve:
    """The numbers a search showed, and what it looked for. Raises BadInput."""
    command, these = needed(value, "search"), value.get("these")
    if command.split()[:1] != ["search"] or not isinstance(these, list) or not 0 < len(these) <= PAGE:
        raise BadInput("stale-button")
    search = read_search(Words(command, Vocabulary(verbs=("search",)), ""), places)
    shown = tuple(E164(e164) for e164 in map(word, these) if re.fullmatch(r"\+[0-9]{3,15}", e164))
    return Reserve(wanted=search.wanted, quantity=search.quantity or len(these), these=shown)
