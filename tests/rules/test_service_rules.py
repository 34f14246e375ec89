"""What can be assigned, made the default, taken away, released and restored, as tables."""

from dataclasses import replace

import pytest

from handlers.inventory import rules
from handlers.inventory.rules import Assigned, InventoryRefusal
from handlers.kit.refusals import Refusal
from handlers.quota.rules import QuotaRefusal
from store.holds.types import HoldId
from store.inventory.types import Owned
from store.numbers.types import Permit, Status
from store.services.types import Service, ServiceId, ServiceKind
from store.types import E164, Kind, WorkspaceId
from store.workspaces.types import Credits, Licences, Workspace
from tests.rules.shown import SEATTLE
from tests.table import table

WORKSPACE = Workspace(id=WorkspaceId("T1"), licences=Licences(phone_system=51), credits=Credits(set_up=True))
NO_CREDITS = replace(WORKSPACE, credits=Credits())
NO_LICENCE = replace(WORKSPACE, licences=Licences())
FIRST, SECOND, THIRD = (E164(f"+1206555010{at}") for at in range(3))
FREE_OF_CHARGE = E164("+18335550100")

TOLL = Owned(e164=FIRST, place=SEATTLE, kind=Kind.TOLL, status=Status.ACQUIRED, hold=HoldId(1))
TOLL_FREE = replace(TOLL, e164=FREE_OF_CHARGE, kind=Kind.TOLL_FREE)
RESTING, PORTING = replace(TOLL, status=Status.RESTING), replace(TOLL, status=Status.PORTING, hold=None, port_order=7)
PORTED = replace(TOLL, hold=None, port_order=7)


def service(kind: ServiceKind) -> Service:
    return Service(workspace=WORKSPACE.id, id=ServiceId(1), kind=kind, name="Contoso")


def assigned_to(kind: ServiceKind, owned: Owned = TOLL, *, is_default: bool = False) -> Owned:
    return replace(owned, service=service(kind), is_default=is_default)


BRIDGE, ATTENDANT, QUEUE = ServiceKind.BRIDGE, ServiceKind.ATTENDANT, ServiceKind.QUEUE
ON_BRIDGE, DEFAULT = assigned_to(BRIDGE), assigned_to(BRIDGE, is_default=True)


@table("kind", ServiceKind)
@table(
    ("owned", "refusal"),
    [
        pytest.param(TOLL, None, id="an acquired number"),
        pytest.param(PORTED, None, id="a ported number"),
        pytest.param(TOLL_FREE, None, id="a toll-free number"),
        pytest.param(None, InventoryRefusal.NOT_OURS, id="a number of others"),
        pytest.param(RESTING, InventoryRefusal.IS_RESTING, id="a number that rests"),
        pytest.param(PORTING, InventoryRefusal.IS_PORTING, id="a number that is on its way"),
        pytest.param(ON_BRIDGE, InventoryRefusal.IS_ASSIGNED, id="a number of a bridge"),
        pytest.param(assigned_to(QUEUE), InventoryRefusal.IS_ASSIGNED, id="a number of a queue"),
    ],
)
def test_what_can_be_assigned(owned: Owned | None, kind: ServiceKind, refusal: Refusal | None) -> None:
    assert rules.assign(WORKSPACE, owned, kind, as_default=False) == refusal


@table(
    ("workspace", "owned", "kind", "refusal"),
    [
        pytest.param(WORKSPACE, TOLL, BRIDGE, None, id="a toll number of a bridge"),
        pytest.param(WORKSPACE, TOLL, ATTENDANT, InventoryRefusal.DEFAULT_OF_BRIDGES, id="an attendant has no default"),
        pytest.param(WORKSPACE, TOLL, QUEUE, InventoryRefusal.DEFAULT_OF_BRIDGES, id="a queue has no default"),
        pytest.param(WORKSPACE, TOLL_FREE, BRIDGE, InventoryRefusal.DEFAULT_IS_TOLL, id="a toll-free number, never"),
        pytest.param(
            WORKSPACE, TOLL_FREE, QUEUE, InventoryRefusal.DEFAULT_OF_BRIDGES, id="a toll-free number of a queue"
        ),
        pytest.param(
            NO_CREDITS, TOLL_FREE, BRIDGE, InventoryRefusal.DEFAULT_IS_TOLL, id="a toll-free number before credits"
        ),
        pytest.param(WORKSPACE, ON_BRIDGE, QUEUE, InventoryRefusal.IS_ASSIGNED, id="that it is assigned comes first"),
        pytest.param(WORKSPACE, None, QUEUE, InventoryRefusal.NOT_OURS, id="that it is not ours comes first"),
    ],
)
def test_what_can_be_assigned_as_the_default(
    workspace: Workspace, owned: Owned | None, kind: ServiceKind, refusal: Refusal | None
) -> None:
    assert rules.assign(workspace, owned, kind, as_default=True) == refusal


@table(
    ("workspace", "owned", "refusal"),
    [
        pytest.param(NO_CREDITS, TOLL_FREE, QuotaRefusal.NO_CREDITS, id="toll-free before credits"),
        pytest.param(NO_LICENCE, TOLL_FREE, QuotaRefusal.NO_LICENCE, id="toll-free when the licences are gone"),
        pytest.param(NO_CREDITS, TOLL, None, id="toll before credits"),
        pytest.param(NO_LICENCE, TOLL, None, id="toll when the licences are gone"),
    ],
)
def test_only_toll_free_numbers_need_credits_to_be_assigned(
    workspace: Workspace, owned: Owned, refusal: Refusal | None
) -> None:
    assert rules.assign(workspace, owned, QUEUE, as_default=False) == refusal


NOBODY: list[Assigned] = []
WITHOUT_DEFAULT = [(FREE_OF_CHARGE, Kind.TOLL_FREE, False)]
WITH_DEFAULT = [(SECOND, Kind.TOLL, True), (FREE_OF_CHARGE, Kind.TOLL_FREE, False), (THIRD, Kind.TOLL, False)]


@table(
    ("owned", "kind", "there", "as_default", "becomes"),
    [
        pytest.param(TOLL, BRIDGE, NOBODY, False, True, id="the first of a bridge"),
        pytest.param(TOLL, BRIDGE, WITHOUT_DEFAULT, False, True, id="the first toll number, after a toll-free one"),
        pytest.param(TOLL, BRIDGE, WITH_DEFAULT, False, False, id="the second toll number"),
        pytest.param(TOLL, BRIDGE, WITH_DEFAULT, True, True, id="the second, if so wished"),
        pytest.param(TOLL_FREE, BRIDGE, NOBODY, False, False, id="a toll-free number, though it is the first"),
        pytest.param(TOLL, ATTENDANT, NOBODY, False, False, id="the first of an attendant"),
        pytest.param(TOLL, QUEUE, NOBODY, False, False, id="the first of a queue"),
    ],
)
def test_which_number_becomes_the_default(
    owned: Owned, kind: ServiceKind, there: list[Assigned], as_default: bool, becomes: bool
) -> None:
    assert rules.becomes_default(owned, kind, there, as_default=as_default) is becomes


@table(
    ("owned", "refusal"),
    [
        pytest.param(ON_BRIDGE, None, id="a toll number of a bridge"),
        pytest.param(DEFAULT, None, id="the one that is it already"),
        pytest.param(None, InventoryRefusal.NOT_OURS, id="a number of others"),
        pytest.param(TOLL, InventoryRefusal.NOT_ASSIGNED, id="a number that serves nothing"),
        pytest.param(RESTING, InventoryRefusal.NOT_ASSIGNED, id="a number that rests"),
        pytest.param(assigned_to(ATTENDANT), InventoryRefusal.DEFAULT_OF_BRIDGES, id="a number of an attendant"),
        pytest.param(assigned_to(QUEUE), InventoryRefusal.DEFAULT_OF_BRIDGES, id="a number of a queue"),
        pytest.param(assigned_to(BRIDGE, TOLL_FREE), InventoryRefusal.DEFAULT_IS_TOLL, id="a toll-free number"),
    ],
)
def test_which_number_can_be_made_the_default(owned: Owned | None, refusal: Refusal | None) -> None:
    assert rules.make_default(owned) == refusal


ALONE = [(FIRST, Kind.TOLL, True)]
BESIDE_TOLL_FREE = [*ALONE, (FREE_OF_CHARGE, Kind.TOLL_FREE, False)]
BESIDE_OTHERS = [*BESIDE_TOLL_FREE, (SECOND, Kind.TOLL, False), (THIRD, Kind.TOLL, False)]


@table(
    ("owned", "there", "following", "refusal"),
    [
        pytest.param(ON_BRIDGE, WITH_DEFAULT, None, None, id="one that is not the default"),
        pytest.param(assigned_to(QUEUE), NOBODY, None, None, id="one of a queue"),
        pytest.param(DEFAULT, ALONE, None, None, id="the default, which is the last"),
        pytest.param(DEFAULT, BESIDE_TOLL_FREE, None, None, id="the default, when only toll-free numbers are left"),
        pytest.param(
            DEFAULT, BESIDE_OTHERS, None, InventoryRefusal.NAME_NEXT_DEFAULT, id="the default, naming no other"
        ),
        pytest.param(DEFAULT, BESIDE_OTHERS, THIRD, None, id="the default, naming the next"),
        pytest.param(
            DEFAULT, BESIDE_OTHERS, FIRST, InventoryRefusal.NAME_NEXT_DEFAULT, id="the default, naming itself"
        ),
        pytest.param(
            DEFAULT,
            BESIDE_OTHERS,
            FREE_OF_CHARGE,
            InventoryRefusal.NAME_NEXT_DEFAULT,
            id="the default, naming a toll-free one",
        ),
        pytest.param(
            DEFAULT,
            BESIDE_OTHERS,
            E164("+12065550199"),
            InventoryRefusal.NAME_NEXT_DEFAULT,
            id="the default, naming one of elsewhere",
        ),
        pytest.param(TOLL, NOBODY, None, InventoryRefusal.NOT_ASSIGNED, id="one that serves nothing"),
        pytest.param(None, NOBODY, None, InventoryRefusal.NOT_OURS, id="one of others"),
    ],
)
def test_what_can_be_taken_from_its_service(
    owned: Owned | None, there: list[Assigned], following: E164 | None, refusal: Refusal | None
) -> None:
    assert rules.unassign(owned, there, following) == refusal


def test_only_the_other_toll_numbers_can_be_the_next_default() -> None:
    assert rules.next_defaults(FIRST, BESIDE_OTHERS) == [SECOND, THIRD]


@table(
    ("owned", "refusal"),
    [
        pytest.param(TOLL, None, id="an acquired number"),
        pytest.param(PORTED, None, id="a ported number"),
        pytest.param(TOLL_FREE, None, id="a toll-free number"),
        pytest.param(ON_BRIDGE, InventoryRefusal.IS_ASSIGNED, id="a number that is assigned"),
        pytest.param(RESTING, InventoryRefusal.IS_RESTING, id="a number that was released"),
        pytest.param(PORTING, InventoryRefusal.IS_PORTING, id="a number that is on its way"),
        pytest.param(None, InventoryRefusal.NOT_OURS, id="a number of others"),
    ],
)
def test_what_can_be_released(owned: Owned | None, refusal: Refusal | None) -> None:
    assert rules.release(owned) == refusal


RESTING_TOLL_FREE = replace(TOLL_FREE, status=Status.RESTING)
RESTING_PORTED = replace(PORTED, status=Status.RESTING)
RESTING_PORTED_TOLL_FREE = replace(RESTING_TOLL_FREE, hold=None, port_order=7)


@table(
    ("workspace", "owned", "in_use", "refusal"),
    [
        pytest.param(WORKSPACE, RESTING, 19, None, id="the last of the quota"),
        pytest.param(WORKSPACE, RESTING, 20, QuotaRefusal.OVER_QUOTA, id="one over the quota"),
        pytest.param(NO_LICENCE, RESTING, 0, QuotaRefusal.NO_LICENCE, id="without a licence"),
        pytest.param(NO_CREDITS, RESTING_TOLL_FREE, 0, QuotaRefusal.NO_CREDITS, id="toll-free without credits"),
        pytest.param(WORKSPACE, RESTING_TOLL_FREE, 0, None, id="toll-free with credits"),
        pytest.param(WORKSPACE, RESTING_PORTED, 20, None, id="a ported one, outside the quota"),
        pytest.param(NO_LICENCE, RESTING_PORTED, 20, None, id="a ported one without a licence"),
        pytest.param(WORKSPACE, RESTING_PORTED_TOLL_FREE, 20, None, id="a ported toll-free one with credits"),
        pytest.param(
            NO_CREDITS,
            RESTING_PORTED_TOLL_FREE,
            0,
            QuotaRefusal.NO_CREDITS,
            id="a ported toll-free one without credits",
        ),
        pytest.param(WORKSPACE, TOLL, 0, InventoryRefusal.NOT_RESTING, id="one that does not rest"),
        pytest.param(WORKSPACE, ON_BRIDGE, 0, InventoryRefusal.NOT_RESTING, id="one that is assigned"),
        pytest.param(WORKSPACE, PORTING, 0, InventoryRefusal.NOT_RESTING, id="one that is on its way"),
        pytest.param(WORKSPACE, None, 0, InventoryRefusal.NOT_RESTING, id="one of others"),
    ],
)
def test_what_can_be_restored(workspace: Workspace, owned: Owned | None, in_use: int, refusal: Refusal | None) -> None:
    permit = Permit(workspace=workspace.id, quantity=1)
    assert rules.restore(workspace, owned, in_use) == (refusal or permit)
