"""What numbers of carriers want before they are acquired: one approval more where they are dear, and an agreement."""

from collections.abc import Collection

from handlers.carriers.settings import CARRIER_PRICE, NO_RESALE
from handlers.kit.tools import Tools
from store.carriers import lines
from store.holds.types import Hold
from store.session import Db
from store.types import E164, WorkspaceId
from store.workspaces.types import Workspace


def further_approvals(db: Db, workspace: Workspace, hold: Hold, chosen: Collection[E164]) -> int:
    """How many more teammates must agree by what the chosen numbers cost a month: 1 where one is above the limit.

    What nobody says the price of may be above it.
    """
    limit = CARRIER_PRICE.of(workspace)
    if limit is None or not hold.at_carriers:
        return 0
    prices = [line.monthly for line in lines.of_hold(db, hold) if line.e164 in chosen]
    return int(any(price is None or price > limit for price in prices))


def wanting_agreement(tools: Tools, workspace: WorkspaceId) -> dict[str, str]:
    """What the carriers are called that sell only to who agrees not to resell, by name; asked in no transaction."""
    every = (carrier.rules for carrier in tools.carriers.of(workspace))
    return {rules.name: rules.title for rules in every if rules.wants_agreement}


def without_agreement(db: Db, workspace: Workspace, hold: Hold, wanting: dict[str, str]) -> str:
    """The first carrier of a hold's numbers that wants an agreement which nobody has given; "" where none does."""
    if not wanting or not hold.at_carriers or NO_RESALE.of(workspace):
        return ""
    return next((wanting[line.carrier] for line in lines.of_hold(db, hold) if line.carrier in wanting), "")
