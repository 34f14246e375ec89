"""Numbers in service to show: acquired, assigned to services with the worst names there can be, resting, porting."""

from dataclasses import replace
from datetime import timedelta

from handlers.inventory.rules import NAME_LENGTH
from store.holds.types import HoldId
from store.inventory.types import NumberUse, Owned
from store.numbers.types import Status
from store.services.types import Service, ServiceId, ServiceKind
from store.types import E164, Kind, Place, WorkspaceId
from tests.rules.shown import COLLEAGUE, NOW, SEATTLE, WORST

LONGEST_NUMBER = E164("+491234567890123")
NAMES = {
    "plain": "Contoso Seattle",
    "mentions": WORST[:NAME_LENGTH],
    "escaped": "&" * NAME_LENGTH,
    "marks": "*_~`" * (NAME_LENGTH // 4),
    "emoji": "😀" * NAME_LENGTH,
}
SEATTLE_NUMBER = Owned(
    e164=E164("+12065550100"),
    place=SEATTLE,
    kind=Kind.TOLL,
    status=Status.ACQUIRED,
    hold=HoldId(2**31 - 1),
    got_by=COLLEAGUE,
    got_at=NOW,
)


def service(name: str = "Contoso Seattle", kind: ServiceKind = ServiceKind.BRIDGE, number: int = 1) -> Service:
    return Service(workspace=WorkspaceId("T1"), id=ServiceId(number), kind=kind, name=name)


def owned(
    use: NumberUse,
    e164: E164 = SEATTLE_NUMBER.e164,
    *,
    name: str = "Contoso Seattle",
    kind: ServiceKind = ServiceKind.BRIDGE,
    place: Place = SEATTLE,
    is_default: bool = False,
) -> Owned:
    """A number that stands so."""
    number = replace(SEATTLE_NUMBER, e164=e164, place=place)
    match use:
        case NumberUse.ASSIGNED:
            return replace(number, service=service(name, kind), is_default=is_default)
        case NumberUse.ORDERED:
            return replace(number, status=Status.ORDERED)
        case NumberUse.RESTING:
            return replace(number, status=Status.RESTING, available_at=NOW + timedelta(days=30))
        case NumberUse.PORTING:
            return replace(number, status=Status.PORTING, hold=None, port_order=2**31 - 1)
        case _:
            return number
