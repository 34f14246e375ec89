"""Services by their names: made, found and renamed by those who may, all on the record, apart in each workspace."""

import pytest
from sqlalchemy.exc import IntegrityError

from handlers import desk as tx
from handlers.inventory import assign as assigning
from handlers.inventory.assign import Renaming
from handlers.inventory.entries import InventoryAction
from handlers.inventory.plan import Change
from handlers.inventory.requests import Assign
from handlers.inventory.rules import InventoryRefusal
from handlers.kit.feature import Find
from handlers.kit.member import Member
from handlers.kit.refusals import AccessRefusal, RoleRefusal
from handlers.kit.reply import DONE
from handlers.kit.words import BadField, BadInput
from store import services
from store.inventory import assigned_numbers
from store.services.types import ServiceId
from store.types import E164, Kind
from store.workspaces.types import ADMINS, Roles
from tests.desk import ADA, AWAY, BEN, CHLOE, DEV, EVE, HOME, TOLL_FREE, Desk, click
from tests.store.serving import (
    BRIDGE,
    PORTED,
    QUEUE,
    assign,
    default_of,
    make_default,
    own,
    owned,
    release,
    rename,
    send_modal,
    sent,
    service,
    there,
    unassign,
)
from tests.table import table


def test_a_service_is_renamed_and_keeps_its_numbers(desk: Desk) -> None:
    (number,) = own(desk)
    assign(desk, number, "Contoso")
    assert rename(desk, service(desk, "Contoso"), "Fabrikam") == DONE
    assert default_of(desk, "Fabrikam") == number
    assert rename(desk, service(desk, "Fabrikam"), "FABRIKAM") == DONE
    assert service(desk, "fabrikam").name == "FABRIKAM"


def test_a_service_cannot_be_renamed_to_another_of_its_kind(desk: Desk) -> None:
    numbers = own(desk, 3)
    for number, (name, kind) in zip(numbers, [("Contoso", QUEUE), ("Sales", QUEUE), ("Front", BRIDGE)], strict=True):
        assign(desk, number, name, kind)
    before = desk.everything()
    with pytest.raises(BadField) as bad:
        rename(desk, service(desk, "Contoso"), "sáles")
    assert (bad.value.key, bad.value.values) == ("service-name-taken", {"said": "sáles"})
    assert desk.everything() == before
    assert rename(desk, service(desk, "Contoso"), "Front") == DONE


def test_a_name_that_another_gave_meanwhile_is_not_lost_under_an_older_modal(desk: Desk) -> None:
    assign(desk, own(desk)[0])
    shown = service(desk, "Contoso")
    assert rename(desk, shown, "Fabrikam", ADA) == DONE
    with pytest.raises(BadField) as bad:
        rename(desk, shown, "Northwind")
    assert (bad.value.key, bad.value.values) == ("renamed-meanwhile", {"name": "Fabrikam"})
    assert rename(desk, shown, "Contoso") == DONE  # sent as it was opened: nothing was changed in it
    assert service(desk, "Fabrikam")


def test_a_service_that_is_not_there_cannot_be_renamed(desk: Desk) -> None:
    assign(desk, own(desk, by=EVE)[0], by=EVE)
    with pytest.raises(BadInput):
        assigning.rename(desk.tools, click(BEN), Renaming(service=ServiceId(1), name="Mine", shown=""))
    with pytest.raises(BadInput):
        assigning.ask_for_name(desk.tools, click(BEN), ServiceId(1))
    assert service(desk, "Contoso", AWAY)


def test_the_modal_assigns_and_says_so_or_why_not(desk: Desk) -> None:
    (number,) = own(desk)
    wish = Change(e164=number, kind=QUEUE, name="Sales", as_default=False)
    assert "is assigned to Call queue *Sales*" in send_modal(desk, wish).text
    assert set(there(desk, "Sales")) == {number}
    again = send_modal(desk, wish)
    assert again.refusal == InventoryRefusal.IS_ASSIGNED
    assert again.text


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(Assign(), id="nothing said"),
        pytest.param(Assign(kind=BRIDGE), id="a kind alone"),
        pytest.param(Assign(kind=BRIDGE, name="Contoso"), id="no number"),
    ],
)
def test_what_was_not_said_is_asked_for(desk: Desk, ask: Assign) -> None:
    before = desk.everything()
    assert assigning.assign(desk.tools, click(BEN), ask).view
    assert desk.everything() == before


def test_a_number_that_cannot_be_assigned_is_refused_before_the_modal(desk: Desk) -> None:
    (number,) = own(desk)
    assert assigning.assign(desk.tools, click(BEN), Assign(e164=number)).view
    release(desk, number)
    assert assigning.assign(desk.tools, click(BEN), Assign(e164=number)).refusal == InventoryRefusal.IS_RESTING


@pytest.mark.parametrize("number", [None, E164("+12060000000")], ids=["no number", "a number"])
def test_a_name_that_is_too_long_is_refused_before_the_modal(desk: Desk, number: E164 | None) -> None:
    own(desk)
    for length in (61, 76, 300):
        with pytest.raises(BadInput) as bad:
            assigning.assign(desk.tools, click(BEN), Assign(e164=number, kind=QUEUE, name="x" * length))
        assert bad.value.key == "bad-service-name"


@pytest.mark.parametrize("by", [pytest.param(BEN, id="a member"), pytest.param(DEV, id="a guest, by a forged click")])
def test_only_those_who_may_manage_do(desk: Desk, by: Member) -> None:
    first, second = own(desk, 2, by=ADA)
    assign(desk, first, by=ADA)
    desk.set(roles=Roles(manage=ADMINS))
    before = desk.everything()
    contoso = service(desk, "Contoso")
    for reply in (
        assign(desk, second, by=by),
        unassign(desk, first, by=by),
        make_default(desk, first, by),
        rename(desk, contoso, "Mine", by),
        assigning.ask_where(desk.tools, click(by), Assign()),
        assigning.ask_for_name(desk.tools, click(by), contoso.id),
        release(desk, second, by),
    ):
        assert reply.refusal == RoleRefusal.MAY_NOT_MANAGE
        assert "Only admins" in reply.text
    assert desk.everything() == before
    assert not assign(desk, second, by=ADA).refusal


def test_guests_do_nothing_with_numbers(desk: Desk) -> None:
    (number,) = own(desk)
    before = desk.everything()
    for text in (f"assign {number} to queue Sales", f"release {number}", "list", "services", "report", number):
        assert tx.type_command(desk.tools, click(DEV), text).refusal == AccessRefusal.GUEST
    assert desk.everything() == before


def test_all_that_is_done_is_on_the_record(desk: Desk) -> None:
    first, second = own(desk, 2)
    assign(desk, first)
    assign(desk, second, by=CHLOE)
    make_default(desk, second)
    unassign(desk, second, first, ADA)
    rename(desk, service(desk, "Contoso"), "Fabrikam")
    told = [(entry.deed.action, entry.deed.who) for number in (first, second) for entry in desk.entries(number)]
    assert told == [
        (InventoryAction.ASSIGNED, BEN.user),
        (InventoryAction.ASSIGNED, CHLOE.user),
        (InventoryAction.DEFAULT_CHANGED, BEN.user),
        (InventoryAction.UNASSIGNED, ADA.user),
    ]
    (assigned,) = desk.entries(first)
    assert assigned.deed.after == {"service": "Contoso", "kind": "bridge", "default": True}
    taken = desk.entries(second)[-1].deed
    assert taken.before["service"] == "Contoso"
    assert taken.after["default"] == first
    (renamed,) = desk.entries("service 1")
    assert (renamed.deed.action, renamed.deed.before, renamed.deed.after) == (
        InventoryAction.SERVICE_RENAMED,
        {"name": "Contoso"},
        {"name": "Fabrikam"},
    )
    assert desk.verify().flaw is None


def test_another_default_is_on_the_record_with_the_one_there_was(desk: Desk) -> None:
    first, second = own(desk, 2)
    for number in (first, second):
        assign(desk, number)
    make_default(desk, second)
    assert desk.entries(second)[-1].deed.before == {"default": first}


def test_the_same_click_twice_is_one(desk: Desk) -> None:
    first, second = own(desk, 2)
    assert assign(desk, first, key="1") == assign(desk, first, key="1")
    assign(desk, second)
    assert unassign(desk, second, key="2") == unassign(desk, second, key="2")
    assert len(desk.entries(first)) == 1
    assert len(desk.entries(second)) == 2


def test_a_service_counts_anew_in_each_workspace_and_touches_no_other(desk: Desk) -> None:
    (ours,), (theirs,) = own(desk), own(desk, by=EVE)
    assign(desk, ours)
    assign(desk, theirs, by=EVE)
    assert service(desk, "Contoso").id == service(desk, "Contoso", AWAY).id == 1
    before = [entry.deed for entry in desk.entries(ours)]
    for reply in (unassign(desk, ours, by=EVE), make_default(desk, ours, EVE), release(desk, ours, EVE)):
        assert reply.refusal == InventoryRefusal.NOT_OURS
    assert [entry.deed for entry in desk.entries(ours)] == before
    assert there(desk, "Contoso") == {ours: True}
    assert there(desk, "Contoso", AWAY) == {theirs: True}


def _found(desk: Desk, find: Find, said: str, by: Member = BEN) -> list[str]:
    """What a list that finds as one types offers."""
    return [str(option.value) for option in find(desk.tools, click(by), {}, said)]


def test_what_finds_as_one_types_finds_only_what_can_be_assigned_here(desk: Desk) -> None:
    first, second, third = own(desk, 3)
    own(desk, by=EVE)
    assign(desk, first, "Contoso Seattle")
    release(desk, second)
    sent(desk, *PORTED)
    assert _found(desk, assigning.find_numbers, "") == [third]
    assert _found(desk, assigning.find_numbers, "0000002") == [third]
    assert _found(desk, assigning.find_numbers, "999") == []
    assert _found(desk, assigning.find_names, "SEATT") == ["SEATT", "Contoso Seattle"]
    assert _found(desk, assigning.find_names, "", EVE) == []
    for said in ("Portland", "%", "_"):
        assert _found(desk, assigning.find_names, said) == [said]  # as a new one


@pytest.mark.parametrize(("one", "other"), [("☎", "★"), ("C++", "C#"), ("Front desk", "Front-desk")])
def test_names_that_differ_in_more_than_accents_and_capitals_are_of_two_services(
    desk: Desk, one: str, other: str
) -> None:
    first, second = own(desk, 2)
    assign(desk, first, one, QUEUE)
    assign(desk, second, other, QUEUE)
    found = [owned(desk, number) for number in (first, second)]
    assert [each and each.service and each.service.name for each in found] == [one, other]


def test_services_are_shown_by_kind_and_name_page_by_page(desk: Desk) -> None:
    numbers = own(desk, 10)
    for at, number in enumerate(numbers):
        assign(desk, number, f"Queue {at:02}", QUEUE)
    first, second, third = (assigning.show(desk.tools, click(BEN), page).text for page in (1, 2, 3))
    assert [f"Queue {at:02}" in first for at in range(10)] == [True] * 8 + [False] * 2
    assert [f"Queue {at:02}" in second for at in range(10)] == [False] * 8 + [True] * 2
    assert "Queue" not in third.replace("Call queue", "")
    assert "There are no services yet" in assigning.show(desk.tools, click(EVE), 1).text
    assert "There are no services yet" not in third


def test_numbers_of_a_service_come_with_their_kind(desk: Desk) -> None:
    (number,), (free,) = own(desk), own(desk, wanted=TOLL_FREE)
    for each in (number, free):
        assign(desk, each)
    of = service(desk, "Contoso")
    with desk.database.reading() as db:
        assert assigned_numbers(db, [of]) == {of.id: sorted([(number, Kind.TOLL, True), (free, Kind.TOLL_FREE, False)])}
        assert assigned_numbers(db, []) == {}


@table("written", ["Contoso\u200b", "\u2066CONTOSO\u2069", "\uff23ontoso", "Co\u00adntoso", "Cóntoso\u3164"])
def test_names_that_look_alike_are_one_bridge_with_one_default(desk: Desk, written: str) -> None:
    first, second = own(desk, 2)
    assign(desk, first, "Contoso")
    assign(desk, second, written, as_default=True)
    assert default_of(desk, "Contoso") == second
    with desk.database.reading() as db:
        assert services.count(db, HOME) == 1
    with pytest.raises(IntegrityError), desk.database.begin() as db:
        services.make(db, HOME, [(BRIDGE, written)])
