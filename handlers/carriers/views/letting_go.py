"""What becomes of numbers that nobody here holds any more: in the pool, with their carriers, or kept there for us."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from handlers.carriers.holding import MARGIN
from handlers.kit.messages import plain, say, slack_time
from handlers.kit.sources import POOL
from store.carriers import lines as stored
from store.carriers.states import RESERVED
from store.carriers.types import Line, State
from store.holds.types import Hold, HoldId
from store.session import Db

_LEAVING = (*RESERVED, State.DROPPING, State.ENDED)


def fate_of(db: Db, locale: str, hold: Hold, now: datetime) -> str:
    """What becomes of what nobody holds any more of a hold; POOL where all of it came from the stock."""
    return fates_of(db, locale, [hold], now)[hold.id]


def fates_of(db: Db, locale: str, holds: Sequence[Hold], now: datetime) -> dict[HoldId, str]:
    """What becomes of what nobody holds any more of some holds of one workspace; see `fate_of`."""
    found = stored.of_holds(db, [hold for hold in holds if hold.at_carriers])
    return {hold.id: fate(locale, hold, found.get(hold.id, ()), now) for hold in holds}


def fate(locale: str, hold: Hold, lines: Sequence[Line], now: datetime) -> str:
    """The same, of a hold whose numbers at carriers are these: words that may stand after a colon."""
    leaving = sorted((line for line in lines if line.state in _LEAVING), key=attrgetter("title"))
    if not hold.at_carriers:
        return POOL
    some = [say(locale, "fate-pool")] if hold.size - hold.acquired > len(leaving) else []
    return "; ".join([*some, *_at_carriers(locale, leaving, now)])


def _at_carriers(locale: str, leaving: Sequence[Line], now: datetime) -> Iterator[str]:
    for title, its in groupby(leaving, key=attrgetter("title")):
        kept = [line for line in its if line.kept_to_end and line.state is not State.ENDED]
        until = min((line.until for line in kept if line.until), default=None)
        if until and until - MARGIN > now:
            yield say(locale, "fate-kept", carrier=plain(title), time=slack_time(until))
        elif kept and not until:
            yield say(locale, "fate-kept-a-while", carrier=plain(title))
        else:
            yield say(locale, "fate-back", carrier=plain(title))
