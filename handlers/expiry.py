"""What the clock does: announce holds that ended, and warn before they do. The numbers need neither."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from handlers.act import card
from handlers.tools import Tools
from store import audit, holds, outbox
from store.types import Action, Deed, Hold, Owed, Owing

_AT_ONCE = 500  # holds in one transaction


def announce_ended(tools: Tools) -> int:
    """Close the holds whose time ran out and owe their cards and one notice for each channel. Says how many."""
    count = 0
    while True:
        with tools.begin() as db:
            ended = holds.close_ended(db, tools.now(), limit=_AT_ONCE)
            audit.record_all(db, map(_deed, ended))
            outbox.owe(db, [*map(card, ended), *_notices(ended)], tools.real_now())
        count += len(ended)
        if len(ended) < _AT_ONCE:
            return count


def warn(tools: Tools) -> int:
    """Owe a warning for each hold that ends soon. Says how many."""
    with tools.begin() as db:
        soon = holds.take_warnings(db, tools.now(), limit=_AT_ONCE)
        outbox.owe(db, [_owing(hold, Owed.WARNING) for hold in soon], tools.real_now())
    return len(soon)


def _deed(hold: Hold) -> Deed:
    return Deed(
        workspace=hold.workspace,
        at=hold.until,
        who=None,
        action=Action.RAN_OUT,
        subject=hold.name,
        channel=hold.channel,
        before={"size": hold.size},
    )


def _notices(ended: Sequence[Hold]) -> list[Owing]:
    """One for the holds of one channel, in the thread of the first of them."""
    of_channel = attrgetter("workspace", "channel")
    together = [list(holds) for _, holds in groupby(sorted(ended, key=of_channel), key=of_channel)]
    return [_owing(first, Owed.ENDED, holds=[hold.id for hold in (first, *others)]) for first, *others in together]


def _owing(hold: Hold, kind: Owed, **detail: list[int]) -> Owing:
    return Owing(
        workspace=hold.workspace,
        kind=kind,
        subject=hold.name,
        channel=hold.channel,
        detail={"hold": hold.id, **detail},
    )
