"""A plan says what comes of each wish, as if those before it had come true: the rules hold after every line."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.inventory.plan import Change, PlannedChange, Snapshot, plan
from handlers.inventory.rules import InventoryRefusal
from handlers.kit.refusals import Refusal
from handlers.quota.rules import QuotaRefusal
from store.batches.types import Verb
from store.folding import folded
from store.holds.types import HoldId
from store.inventory.types import Owned
from store.numbers.types import Status
from store.services.types import Service, ServiceId, ServiceKind
from store.types import E164, Kind, WorkspaceId
from store.workspaces.types import Credits, Licences, Workspace
from tests.desk import SEATTLE
from tests.table import table

WORKSPACE = Workspace(id=WorkspaceId("T1"), licences=Licences(phone_system=51), credits=Credits(set_up=True))
NO_CREDITS = replace(WORKSPACE, credits=Credits())
BRIDGE, QUEUE = ServiceKind.BRIDGE, ServiceKind.QUEUE
TOLLS = [E164(f"+1206555010{at}") for at in range(6)]
FREES = [E164(f"+1833555010{at}") for at in range(2)]
FIRST, SECOND, THIRD, *_ = TOLLS
FREE = FREES[0]
CONTOSO = Service(workspace=WORKSPACE.id, id=ServiceId(1), kind=BRIDGE, name="Contoso")
SALES = Service(workspace=WORKSPACE.id, id=ServiceId(2), kind=QUEUE, name="Sales")
ASSIGN, UNASSIGN, RELEASE = Verb.ASSIGN, Verb.UNASSIGN, Verb.RELEASE


def number(e164: E164, service: Service | None = None, *, is_default: bool = False) -> Owned:
    kind = Kind.TOLL_FREE if e164 in FREES else Kind.TOLL
    return Owned(
        e164=e164,
        place=SEATTLE,
        kind=kind,
        status=Status.ACQUIRED,
        hold=HoldId(1),
        service=service,
        is_default=is_default,
    )


def standing(*owned: Owned, workspace: Workspace = WORKSPACE) -> Snapshot:
    """These numbers, and the services with those that are assigned to them."""
    named = {(each.kind, folded(each.name)): each for each in (CONTOSO, SALES)}
    there = {
        key: [(one.e164, one.kind, one.is_default) for one in owned if one.service == service]
        for key, service in named.items()
    }
    return Snapshot(workspace=workspace, owned={each.e164: each for each in owned}, services=named, there=there)


def to(service: Service, *e164s: E164, default: E164 | None = None) -> list[Change]:
    return [Change(e164=e164, kind=service.kind, name=service.name, as_default=e164 == default) for e164 in e164s]


def came_to(verb: Verb, wishes: list[Change], stands: Snapshot) -> list[tuple[Refusal | None, bool]]:
    """Why each wish cannot come true, and whether its number becomes the default."""
    return [(each.refusal, each.is_default) for each in plan(verb, wishes, stands)]


ON_CONTOSO = [number(FIRST, CONTOSO, is_default=True), number(SECOND, CONTOSO), number(FREE, CONTOSO)]
DONE, DEFAULT = (None, False), (None, True)


@table(
    ("wishes", "stands", "outcomes"),
    [
        pytest.param(
            to(CONTOSO, FIRST, SECOND),
            standing(number(FIRST), number(SECOND)),
            [DEFAULT, DONE],
            id="the first of an empty bridge becomes its default",
        ),
        pytest.param(
            to(CONTOSO, FREE, FIRST),
            standing(number(FREE), number(FIRST)),
            [DONE, DEFAULT],
            id="the first toll number, after a toll-free one",
        ),
        pytest.param(
            to(CONTOSO, FIRST, SECOND, default=SECOND),
            standing(number(FIRST), number(SECOND)),
            [DEFAULT, DEFAULT],
            id="the one that is named takes the place of the first",
        ),
        pytest.param(
            to(CONTOSO, THIRD), standing(*ON_CONTOSO, number(THIRD)), [DONE], id="no later one of a bridge that has one"
        ),
        pytest.param(
            to(CONTOSO, THIRD, default=THIRD), standing(*ON_CONTOSO, number(THIRD)), [DEFAULT], id="a later one, named"
        ),
        pytest.param(
            to(CONTOSO, FREE, default=FREE),
            standing(number(FREE)),
            [(InventoryRefusal.DEFAULT_IS_TOLL, False)],
            id="never a toll-free one",
        ),
        pytest.param(
            [*to(SALES, FIRST), *to(CONTOSO, FIRST)],
            standing(number(FIRST)),
            [DONE, (InventoryRefusal.IS_ASSIGNED, False)],
            id="a number goes to one service",
        ),
        pytest.param(
            to(CONTOSO, FIRST),
            standing(number(FIRST, SALES)),
            [(InventoryRefusal.IS_ASSIGNED, False)],
            id="a number that serves another",
        ),
        pytest.param(
            [*to(SALES, FREE), *to(SALES, FIRST)],
            standing(number(FREE), number(FIRST), workspace=NO_CREDITS),
            [(QuotaRefusal.NO_CREDITS, False), DONE],
            id="toll-free before credits",
        ),
        pytest.param(to(SALES, FIRST), standing(), [(InventoryRefusal.NOT_OURS, False)], id="a number of others"),
        pytest.param(
            [Change(e164=FIRST)], standing(number(FIRST)), [(InventoryRefusal.NO_SERVICE, False)], id="to nothing"
        ),
        pytest.param(
            [Change(e164=FIRST, kind=QUEUE, name="x" * 61)],
            standing(number(FIRST)),
            [(InventoryRefusal.LONG_NAME, False)],
            id="to too long a name",
        ),
    ],
)
def test_what_comes_of_assigning(wishes: list[Change], stands: Snapshot, outcomes: list[object]) -> None:
    assert came_to(ASSIGN, wishes, stands) == outcomes


def test_a_service_that_is_new_is_the_same_for_all_lines_however_they_write_it() -> None:
    wishes = [Change(e164=FIRST, kind=BRIDGE, name="Café"), Change(e164=SECOND, kind=BRIDGE, name="CAFE")]
    first, second = plan(ASSIGN, wishes, standing(number(FIRST), number(SECOND)))
    assert first.service == second.service
    assert [first.is_default, second.is_default] == [True, False]
    assert second.default_before == FIRST


def test_each_that_is_named_the_default_takes_the_place_of_the_one_before_it() -> None:
    wishes = [wish for e164 in (FIRST, SECOND, THIRD) for wish in to(CONTOSO, e164, default=e164)]
    decided = plan(ASSIGN, wishes, standing(number(FIRST), number(SECOND), number(THIRD)))
    assert [each.default_before for each in decided] == [None, FIRST, SECOND]


@table(
    ("wishes", "outcomes"),
    [
        pytest.param([SECOND], [None], id="one that is not the default"),
        pytest.param([FREE], [None], id="a toll-free one"),
        pytest.param([FIRST], [InventoryRefusal.NAME_NEXT_DEFAULT], id="the default, while another toll number stays"),
        pytest.param([SECOND, FIRST], [None, None], id="the default, after the others"),
        pytest.param([FIRST, SECOND], [InventoryRefusal.NAME_NEXT_DEFAULT, None], id="the default before them"),
        pytest.param([SECOND, SECOND], [None, InventoryRefusal.NOT_ASSIGNED], id="one twice"),
        pytest.param([THIRD], [InventoryRefusal.NOT_ASSIGNED], id="one that serves nothing"),
        pytest.param([TOLLS[5]], [InventoryRefusal.NOT_OURS], id="one of others"),
    ],
)
def test_what_comes_of_unassigning(wishes: list[E164], outcomes: list[Refusal | None]) -> None:
    stands = standing(*ON_CONTOSO, number(THIRD))
    assert [why for why, _ in came_to(UNASSIGN, [Change(e164=e164) for e164 in wishes], stands)] == outcomes


@table(
    ("owned", "outcome"),
    [
        pytest.param(number(FIRST), None, id="one that serves nothing"),
        pytest.param(number(FIRST, SALES), InventoryRefusal.IS_ASSIGNED, id="one that serves something"),
        pytest.param(replace(number(FIRST), status=Status.RESTING), InventoryRefusal.IS_RESTING, id="one that rests"),
        pytest.param(
            replace(number(FIRST), status=Status.PORTING), InventoryRefusal.IS_PORTING, id="one that is on its way"
        ),
        pytest.param(number(SECOND), InventoryRefusal.NOT_OURS, id="one of others"),
    ],
)
def test_what_comes_of_releasing(owned: Owned, outcome: Refusal | None) -> None:
    twice = [Change(e164=FIRST)] * 2
    again = outcome or InventoryRefusal.IS_RESTING
    assert [why for why, _ in came_to(RELEASE, twice, standing(owned))] == [outcome, again]


E164S = st.sampled_from([*TOLLS, *FREES])
ASSIGNED = st.dictionaries(E164S, st.sampled_from([None, CONTOSO, SALES]), max_size=8)
NAMES = st.sampled_from(["Contoso", "CONTOSO", "Sales", "New", "néw", ""])
WISHES = st.builds(Change, e164=E164S, kind=st.sampled_from([BRIDGE, QUEUE]), name=NAMES, as_default=st.booleans())


def stands_so(assigned: dict[E164, Service | None]) -> Snapshot:
    """Numbers of services as they can be: of a bridge with toll numbers one is the default."""
    of_contoso = [e164 for e164, service in assigned.items() if service == CONTOSO and e164 in TOLLS]
    default = min(of_contoso, default=None)
    return standing(*(number(e164, service, is_default=e164 == default) for e164, service in assigned.items()))


def after(
    verb: Verb, decided: list[PlannedChange], stands: Snapshot
) -> dict[tuple[ServiceKind, str], dict[E164, bool]]:
    """The numbers of each service once the plan is carried out, and which of them is the default."""
    there = {key: {e164: is_default for e164, _, is_default in some} for key, some in stands.there.items()}
    for each in decided:
        if each.refusal or each.service is None:
            continue
        of = there.setdefault((each.service.kind, folded(each.service.name)), {})
        if verb is UNASSIGN:
            of.pop(each.wish.e164)
        else:
            of.update(dict.fromkeys(of, False) if each.is_default else {})
            of[each.wish.e164] = each.is_default
    return there


@settings(deadline=None)
@given(st.sampled_from([ASSIGN, UNASSIGN]), ASSIGNED, st.lists(WISHES, max_size=12))
def test_whatever_is_wished_each_bridge_with_a_toll_number_keeps_one_default_and_each_number_one_service(
    verb: Verb, assigned: dict[E164, Service | None], wishes: list[Change]
) -> None:
    stands = stands_so(assigned)
    before = {key: list(some) for key, some in stands.there.items()}
    there = after(verb, plan(verb, wishes, stands), stands)
    for (kind, _), some in there.items():
        has_toll = kind == BRIDGE and any(e164 in TOLLS for e164 in some)
        assert [e164 in TOLLS for e164, is_default in some.items() if is_default] == [True] * has_toll
    serving = [e164 for some in there.values() for e164 in some]
    assert len(serving) == len(set(serving))
    assert stands.there == before


@settings(deadline=None)
@given(ASSIGNED, st.sets(E164S))
def test_a_list_with_the_defaults_last_takes_all_of_a_bridge_away(
    assigned: dict[E164, Service | None], listed: set[E164]
) -> None:
    stands = stands_so(assigned)
    all_of_them = listed | {e164 for e164, service in assigned.items() if service == CONTOSO}
    wishes = [Change(e164=e164) for e164 in sorted(all_of_them, key=lambda e164: _is_default(stands, e164))]
    assert InventoryRefusal.NAME_NEXT_DEFAULT not in {each.refusal for each in plan(UNASSIGN, wishes, stands)}


def _is_default(stands: Snapshot, e164: E164) -> bool:
    return e164 in stands.owned and stands.owned[e164].is_default


@settings(deadline=None)
@given(st.sampled_from(Verb), ASSIGNED, st.lists(WISHES, max_size=12), st.integers(0, 12))
def test_a_plan_in_two_parts_is_the_plan_of_the_whole(
    verb: Verb, assigned: dict[E164, Service | None], wishes: list[Change], at: int
) -> None:
    """What is decided of a line does not hang on those that follow it."""
    stands = stands_so(assigned)
    assert plan(verb, wishes[:at], stands) == plan(verb, wishes, stands)[:at]
