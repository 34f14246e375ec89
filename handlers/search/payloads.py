"""What a member pressed in the answer to a search, read once."""

import re

from handlers.holds import Reserve
from handlers.kit.fields import Carried, needed, word
from handlers.kit.words import BadInput, Vocabulary, Words
from handlers.search.requests import PAGE, AskSearch, read_search
from store.places import Places
from store.types import E164


def reserve_these(value: Carried, places: Places) -> Reserve:
    """The numbers a search showed, and what it looked for. Raises BadInput."""
    command, these = needed(value, "search"), value.get("these")
    if command.split()[:1] != ["search"] or not isinstance(these, list) or len(these) > PAGE:
        raise BadInput("stale-button")
    search = read_search(Words(command, Vocabulary(verbs=("search",)), ""), places)
    if isinstance(search, AskSearch):
        raise BadInput("stale-button")
    shown = tuple(E164(e164) for e164 in map(word, these) if re.fullmatch(r"\+[0-9]{3,15}", e164))
    quantity = search.wanted.digits.in_a_row or search.quantity or len(these)
    if not quantity:
        raise BadInput("stale-button")
    return Reserve(wanted=search.wanted, quantity=quantity, these=shown, source=search.source)
