"""Numbers are assigned to services and taken away: each to one at a time, a bridge with one default."""

import pytest

from handlers.inventory.rules import InventoryRefusal
from handlers.kit.refusals import Refusal
from handlers.quota.rules import QuotaRefusal
from store import services
from store.services.types import ServiceKind
from store.types import E164
from store.workspaces.types import Credits
from tests.desk import CHLOE, HOME, TOLL_FREE, Desk
from tests.store.serving import (
    ATTENDANT,
    BRIDGE,
    PORTED,
    QUEUE,
    assign,
    default_of,
    make_default,
    not_ours,
    own,
    owned,
    ported,
    release,
    sent,
    service,
    there,
    unassign,
)


@pytest.mark.parametrize("kind", ServiceKind)
def test_an_acquired_number_is_assigned_to_a_service_that_is_new(desk: Desk, kind: ServiceKind) -> None:
    (number,) = own(desk)
    assert "`+1 206-000-0000` is assigned to" in assign(desk, number, "Contoso", kind).text
    found = owned(desk, number)
    assert found
    assert found.service == service(desk, "Contoso")
    assert (found.service.kind, found.service.id, found.service.name) == (kind, 1, "Contoso")
    assert found.is_default == (kind is BRIDGE)


def test_a_number_is_assigned_to_a_service_that_is_known_however_it_is_written(desk: Desk) -> None:
    first, second = own(desk, 2)
    assign(desk, first, "Café du Nord", QUEUE)
    assign(desk, second, "cafe  du nord", QUEUE)
    assert set(there(desk, "CAFÉ DU NORD")) == {first, second}
    assert service(desk, "cafe du nord").name == "Café du Nord"


def test_services_of_two_kinds_may_have_the_same_name(desk: Desk) -> None:
    first, second = own(desk, 2)
    assign(desk, first, "Contoso", QUEUE)
    assign(desk, second, "Contoso", ATTENDANT)
    with desk.database.reading() as db:
        assert {found.kind for found in services.named(db, HOME, "Contoso")} == {QUEUE, ATTENDANT}


def test_a_ported_number_is_assigned_too(desk: Desk) -> None:
    number, _ = ported(desk, *PORTED)
    assign(desk, number)
    assert default_of(desk, "Contoso") == number


def test_a_number_serves_one_service_at_a_time(desk: Desk) -> None:
    (number,) = own(desk)
    assign(desk, number, "Contoso")
    before = desk.everything()
    reply = assign(desk, number, "Sales", QUEUE)
    assert reply.refusal == InventoryRefusal.IS_ASSIGNED
    assert "Audio-conferencing bridge *Contoso*: unassign it first" in reply.text
    assert desk.everything() == before
    unassign(desk, number)
    assign(desk, number, "Sales", QUEUE)
    assert set(there(desk, "Sales")) == {number}


@pytest.mark.parametrize(
    ("case", "refusal"),
    [
        pytest.param("held", InventoryRefusal.NOT_OURS, id="one that is only held"),
        pytest.param("away", InventoryRefusal.NOT_OURS, id="one of another workspace"),
        pytest.param("unknown", InventoryRefusal.NOT_OURS, id="one that nobody knows"),
        pytest.param("resting", InventoryRefusal.IS_RESTING, id="one that rests"),
        pytest.param("rested", InventoryRefusal.NOT_OURS, id="one whose rest has ended"),
        pytest.param("porting", InventoryRefusal.IS_PORTING, id="one that a port order is to bring"),
    ],
)
def test_what_cannot_be_used_is_not_assigned(desk: Desk, case: str, refusal: Refusal) -> None:
    number = _in_case(desk, case)
    before = desk.everything()
    assert assign(desk, number).refusal == refusal
    assert desk.everything() == before


def _in_case(desk: Desk, case: str) -> E164:
    if case == "porting":
        return sent(desk, *PORTED).numbers[0]
    if not case.startswith("rest"):
        return not_ours(desk, case)
    (number,) = own(desk)
    desk.set(rest_days=30 if case == "resting" else 0)
    release(desk, number)
    return number


def test_the_first_toll_number_of_a_bridge_becomes_its_default_and_later_ones_do_not(desk: Desk) -> None:
    (free,) = own(desk, wanted=TOLL_FREE)
    first, second = own(desk, 2)
    assign(desk, free)
    assert default_of(desk, "Contoso") is None
    assert "It is its default number." in assign(desk, first).text
    assert "default" not in assign(desk, second).text
    assert there(desk, "Contoso") == {free: False, first: True, second: False}


def test_a_number_that_is_assigned_as_the_default_takes_the_place_of_the_one_there_was(desk: Desk) -> None:
    first, second = own(desk, 2)
    assign(desk, first)
    assert "Invitations that were sent before keep the old one." in assign(desk, second, as_default=True).text
    assert default_of(desk, "Contoso") == second


def test_the_default_is_changed_by_one_click(desk: Desk) -> None:
    first, second = own(desk, 2)
    for number in (first, second):
        assign(desk, number)
    assert "is the default of *Contoso* now. Invitations" in make_default(desk, second, CHLOE).text
    assert default_of(desk, "Contoso") == second
    before = desk.everything()
    assert "is the default of *Contoso* already" in make_default(desk, second).text
    assert desk.everything() == before


@pytest.mark.parametrize("kind", [QUEUE, ATTENDANT])
def test_only_bridges_have_a_default(desk: Desk, kind: ServiceKind) -> None:
    first, second = own(desk, 2)
    assign(desk, first, kind=kind)
    assert make_default(desk, first).refusal == InventoryRefusal.DEFAULT_OF_BRIDGES
    assert assign(desk, second, kind=kind, as_default=True).refusal == InventoryRefusal.DEFAULT_OF_BRIDGES
    assert default_of(desk, "Contoso") is None


def test_a_toll_free_number_is_never_the_default(desk: Desk) -> None:
    first, second = own(desk, 2, wanted=TOLL_FREE)
    assign(desk, first)
    assert make_default(desk, first).refusal == InventoryRefusal.DEFAULT_IS_TOLL
    assert assign(desk, second, as_default=True).refusal == InventoryRefusal.DEFAULT_IS_TOLL
    assert default_of(desk, "Contoso") is None


def test_a_toll_free_number_is_assigned_only_while_credits_are_set_up(desk: Desk) -> None:
    (free,), (number,) = own(desk, wanted=TOLL_FREE), own(desk)
    desk.set(credits=Credits())
    reply = assign(desk, free)
    assert reply.refusal == QuotaRefusal.NO_CREDITS
    assert "`/numbers settings`" in reply.text
    assert not assign(desk, number).refusal
    desk.set(credits=Credits(set_up=True))
    assert not assign(desk, free).refusal


def test_the_default_is_not_taken_away_without_naming_the_next_while_there_are_others(desk: Desk) -> None:
    first, second, third = own(desk, 3)
    (free,) = own(desk, wanted=TOLL_FREE)
    for number in (first, second, third, free):
        assign(desk, number)
    before = desk.everything()
    for wrong in (None, first, free, E164("+12065550199")):
        view = unassign(desk, first, wrong).view
        assert view
        assert [option["value"] for option in view["blocks"][1]["element"]["options"]] == [second, third]
    assert desk.everything() == before
    assert "is not assigned to Audio-conferencing bridge *Contoso* any more" in unassign(desk, first, third).text
    assert there(desk, "Contoso") == {free: False, second: False, third: True}


def test_the_last_toll_number_is_taken_away_though_it_is_the_default(desk: Desk) -> None:
    (number,), (free,) = own(desk), own(desk, wanted=TOLL_FREE)
    for each in (number, free):
        assign(desk, each)
    assert not unassign(desk, number).view
    assert there(desk, "Contoso") == {free: False}


def test_what_serves_nothing_cannot_be_taken_away(desk: Desk) -> None:
    (number,) = own(desk)
    before = desk.everything()
    assert unassign(desk, number).refusal == InventoryRefusal.NOT_ASSIGNED
    assert make_default(desk, number).refusal == InventoryRefusal.NOT_ASSIGNED
    assert unassign(desk, E164("+12065550199")).refusal == InventoryRefusal.NOT_OURS
    assert desk.everything() == before
