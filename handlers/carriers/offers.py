"""What carriers offer, asked for before any transaction: several at once, and nobody waits for a slow one."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from handlers.carriers.settings import CARRIER_ORDER, STOCK
from handlers.carriers.wanted import asked, choose
from handlers.kit.carriers import (
    Carrier,
    CarrierBusy,
    CarrierName,
    CarrierOffer,
    CarrierRefused,
    CarrierRules,
    CarrierSilent,
    Found,
)
from handlers.kit.tools import Tools
from store import deadline
from store.types import Criteria
from store.workspaces.types import Workspace

PATIENCE = 1.5  # seconds for which carriers are waited for
LEFT_FOR_US = 0.9  # seconds in which the rest of an answer is made
_WORTH_ASKING = 0.2  # seconds; in less nobody answers
_AT_ONCE = 16  # carriers asked by one process


class Trouble(StrEnum):
    """Why nothing is known of what a carrier offers; each is the key of its words."""

    LATE = "carrier-late"  # it has not answered in time
    BUSY = "carrier-busy"  # it is asked too often
    DOWN = "carrier-down"  # it cannot be reached, or says nothing that can be understood
    REFUSED = "carrier-refused"  # it will not answer us: who runs the desk must see to it


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """What one carrier offers of what is wanted, the best first, or why that is not known.

    `looked_at`: so many of its numbers were looked through here, for it cannot be asked for all that is wanted; 0: it
    was asked for just that. `more`: it may have others.
    """

    rules: CarrierRules
    offers: Sequence[CarrierOffer] = ()
    more: bool = False
    looked_at: int = 0
    trouble: Trouble | None = None


def names(tools: Tools, workspace: Workspace) -> list[CarrierName]:
    """The carriers that a workspace may use, in the order in which they are asked."""
    return [carrier.rules.name for carrier in usable(tools, workspace)]


def usable(tools: Tools, workspace: Workspace) -> list[Carrier]:
    """The carriers that are set up for a workspace and that its admins want to be asked, in their order."""
    there = {carrier.rules.name: carrier for carrier in tools.carriers.of(workspace.id)}
    if not there:
        return []
    wanted = CARRIER_ORDER.of(workspace) or sorted(there)
    return [there[CarrierName(name)] for name in wanted if name in there]


def offers_for(tools: Tools, workspace: Workspace, wanted: Criteria, limit: int, source: str = "") -> Sequence[Offers]:
    """What each carrier that a workspace may use offers, in its order; of `source` alone where one is said.

    May ask carriers, so it is never called in a transaction. It takes PATIENCE seconds at most, and less where less
    time is left.
    """
    if source == STOCK:
        return ()
    carriers = [carrier for carrier in usable(tools, workspace) if source in ("", carrier.rules.name)]
    if not carriers:
        return ()
    within = min(PATIENCE, deadline.left() - LEFT_FOR_US)
    if within < _WORTH_ASKING:
        return [Offers(rules=carrier.rules, trouble=Trouble.LATE) for carrier in carriers]
    asking = [_threads().submit(_search(carrier, workspace, wanted, limit, within)) for carrier in carriers]
    wait(asking, timeout=within)
    return [_come(carrier, answer, wanted, limit) for carrier, answer in zip(carriers, asking, strict=True)]


def _search(carrier: Carrier, workspace: Workspace, wanted: Criteria, limit: int, within: float) -> Callable[[], Found]:
    want = asked(wanted, workspace.country, carrier.rules, limit)
    return lambda: carrier.search(want, within=within)


def _come(carrier: Carrier, answer: Future[Found], wanted: Criteria, limit: int) -> Offers:
    """What has come of asking a carrier until now."""
    rules = carrier.rules
    if not answer.done():
        answer.cancel()
        return Offers(rules=rules, trouble=Trouble.LATE)
    try:
        found = answer.result()
    except CarrierBusy:
        return Offers(rules=rules, trouble=Trouble.BUSY)
    except CarrierSilent:
        return Offers(rules=rules, trouble=Trouble.DOWN)
    except CarrierRefused:
        return Offers(rules=rules, trouble=Trouble.REFUSED)
    chosen = choose(wanted, found.offers, rules, limit)
    return Offers(
        rules=rules,
        offers=chosen.offers,
        more=found.more or chosen.more,
        looked_at=chosen.looked_at,
    )


@cache
def _threads() -> ThreadPoolExecutor:
    """For all that ask carriers; they begin when somebody first does."""
    return ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="carrier")
