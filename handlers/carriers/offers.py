"""What carriers offer, asked for before any transaction: several at once, and nobody waits for a slow one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.carriers.settings import CARRIER_ORDER, STOCK
from handlers.carriers.together import Trouble, together
from handlers.carriers.wanted import asked, choose
from handlers.kit.carriers import (
    Carrier,
    CarrierName,
    CarrierOffer,
    CarrierRules,
    Found,
)
from handlers.kit.tools import Tools
from handlers.kit.words import BadInput
from store.types import Criteria
from store.workspaces.types import Workspace

# Numbers of a carrier that a search shows, on all its pages; who reserves asks for as many, so that what somebody was
# shown is among them.
MOST_OFFERED = 100


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


def check_source(tools: Tools, workspace: Workspace, source: str, typed: Callable[[str], str]) -> None:
    """Raises BadInput where numbers are wanted of a source that there is not; `typed` is the command for another."""
    there = [STOCK, *names(tools, workspace)]
    if source not in ("", *there):
        raise BadInput("no-such-source", *map(typed, there), said=source, there=", ".join(there))


def usable(tools: Tools, workspace: Workspace) -> list[Carrier]:
    """The carriers that are set up for a workspace and that its admins want to be asked, in their order."""
    there = {carrier.rules.name: carrier for carrier in tools.carriers.of(workspace.id)}
    if not there:
        return []
    wanted = CARRIER_ORDER.of(workspace) or sorted(there)
    return [there[CarrierName(name)] for name in wanted if name in there]


def offers_for(tools: Tools, workspace: Workspace, wanted: Criteria, limit: int, source: str = "") -> Sequence[Offers]:
    """What each carrier that a workspace may use offers, in its order; of `source` alone where one is said.

    May ask carriers, so it is never called in a transaction. It takes no longer than `together` does.
    """
    if source == STOCK:
        return ()
    carriers = [carrier for carrier in usable(tools, workspace) if source in ("", carrier.rules.name)]
    if not carriers:
        return ()
    calls = [_search(carrier, workspace, wanted, limit) for carrier in carriers]
    return [_come(carrier, answer, wanted, limit) for carrier, answer in zip(carriers, together(calls), strict=True)]


def _search(carrier: Carrier, workspace: Workspace, wanted: Criteria, limit: int) -> Callable[[float], Found]:
    want = asked(wanted, workspace.country, carrier.rules, limit)
    return lambda within: carrier.search(want, within=within)


def _come(carrier: Carrier, answer: Found | Trouble, wanted: Criteria, limit: int) -> Offers:
    """What has come of asking a carrier."""
    if isinstance(answer, Trouble):
        return Offers(rules=carrier.rules, trouble=answer)
    chosen = choose(wanted, answer.offers, carrier.rules, limit)
    return Offers(
        rules=carrier.rules,
        offers=chosen.offers,
        more=answer.more or chosen.more,
        looked_at=chosen.looked_at,
    )
