"""What a member pressed or sent about holds, read once."""

from handlers.holds.acquire import Acquire
from handlers.holds.selection import Selection
from handlers.holds.views import choose as acquiring
from handlers.kit.fields import (
    Carried,
    Fields,
    counted,
    picked,
    selected,
    typed,
    typed_within,
    word,
)
from handlers.kit.words import BadInput
from store.holds.types import HoldId, Purpose
from store.types import E164


def hold(value: Carried) -> HoldId:
    """The hold that a button or a modal is about. Raises BadInput."""
    return HoldId(counted(value, "hold"))


def acquire(value: Carried, fields: Fields) -> Acquire:
    """The choice of the modal in which numbers are acquired. Raises BadInput, BadField."""
    note = typed_within(fields, acquiring.NOTE, acquiring.NOTE_LENGTH, "acquire-too-long")
    purpose = selected(fields, acquiring.PURPOSE)
    known = purpose in list(Purpose)
    return Acquire(
        hold=hold(value),
        choice=_choice(fields),
        purpose=Purpose(purpose) if known else Purpose.NOT_YET,
        note=note,
        seen=word(value.get("seen")),
    )


def _choice(fields: Fields) -> Selection:
    if acquiring.NUMBERS in fields:
        return Selection(field=acquiring.NUMBERS, picked=tuple(map(E164, picked(fields, acquiring.NUMBERS))))
    which = selected(fields, acquiring.WHICH)
    if which not in (acquiring.ALL, acquiring.ONLY, acquiring.EXCEPT):
        raise BadInput("stale-button")
    found = picked(fields, acquiring.FIND, acquiring.FIND_ACTION)
    ranges = typed(fields, acquiring.RANGES)
    return Selection(field=acquiring.FIND, which=which, picked=tuple(map(E164, found)), ranges=ranges)
