"""What is set of carriers: which are asked and in which order, what a number may cost, and that it is not resold."""

from handlers.kit.settings import Section
from store.workspaces.kinds import Amount, CarrierOrder, Tick
from store.workspaces.settings import Setting

STOCK = "stock"  # what is typed for the stock, where a carrier's name could stand

SECTION = Section(name="carriers", title="settings-section-carriers", typed="settings-typed-carriers", order=47)
CARRIER_ORDER = Setting(
    name="carriers",
    section=SECTION.name,
    kind=CarrierOrder(stock=STOCK),
    default=(),
    label="settings-carriers",
    hint="settings-carriers-hint",
    empty="settings-carriers-empty",
)
CARRIER_PRICE = Setting(
    name="carrier_price",
    section=SECTION.name,
    kind=Amount(),
    default=None,
    label="settings-carrier-price",
    hint="settings-carrier-price-hint",
    empty="settings-carrier-price-empty",
)
NO_RESALE = Setting(
    name="no_resale",
    section=SECTION.name,
    kind=Tick(option="no_resale", text="settings-no-resale-text"),
    default=False,
    label="settings-no-resale",
    hint="settings-no-resale-hint",
    empty="settings-no-resale-empty",
)
SETTINGS = (CARRIER_ORDER, CARRIER_PRICE, NO_RESALE)
