"""What is set of carriers: which are asked and in which order, what a number may cost, and that it is not resold."""

from handlers import approvals
from handlers.kit.settings import Check, Section
from handlers.kit.tools import Tools
from store.workspaces.columns import APPROVALS, APPROVALS_TOLL_FREE, APPROVERS
from store.workspaces.kinds import Amount, CarrierOrder, Tick
from store.workspaces.settings import Setting
from store.workspaces.types import Workspace

_NAME = "carriers"
STOCK = "stock"  # what is typed for the stock, where a carrier's name could stand

CARRIER_ORDER = Setting(
    name="carriers",
    section=_NAME,
    kind=CarrierOrder(stock=STOCK),
    default=(),
    label="settings-carriers",
    hint="settings-carriers-hint",
    empty="settings-carriers-empty",
)
CARRIER_PRICE = Setting(
    name="carrier_price",
    section=_NAME,
    kind=Amount(),
    default=None,
    label="settings-carrier-price",
    hint="settings-carrier-price-hint",
    empty="settings-carrier-price-empty",
)
NO_RESALE = Setting(
    name="no_resale",
    section=_NAME,
    kind=Tick(option="no_resale", text="settings-no-resale-text"),
    default=False,
    label="settings-no-resale",
    hint="settings-no-resale-hint",
    empty="settings-no-resale-empty",
)


def _enough(tools: Tools, workspace: Workspace) -> None:
    """Whether so many may approve as a dear number needs. Raises BadField, SlackSilent."""
    if CARRIER_PRICE.of(workspace) is not None:
        approvals.enough(tools, workspace, further=1)


SECTION = Section(
    name=_NAME,
    title="settings-section-carriers",
    typed="settings-typed-carriers",
    order=47,
    checks=(
        Check(
            of=frozenset({CARRIER_PRICE.name, APPROVALS.name, APPROVALS_TOLL_FREE.name, APPROVERS.name}), work=_enough
        ),
    ),
)
SETTINGS = (CARRIER_ORDER, CARRIER_PRICE, NO_RESALE)
