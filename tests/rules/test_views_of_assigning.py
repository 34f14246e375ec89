"""The modals about numbers and services, and what is told of both: taken by Slack, and mentioning nobody."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.workspace.blockkit import check_view
from handlers import desk
from handlers.batches.lines import BatchRefusal
from handlers.holds.views import card
from handlers.inventory.requests import Assign
from handlers.inventory.rules import InventoryRefusal
from handlers.inventory.views import assign, listing
from handlers.kit.fields import Fields, command, nonce, turns, unpacked
from handlers.kit.meanwhile import fingerprint
from handlers.kit.refusals import Refusal
from handlers.kit.reply import Message, says
from handlers.ports.views import card as orders
from handlers.quota import Left, QuotaRefusal
from store.inventory.types import NumberUse
from store.places import known_places
from store.ports.types import OrderId, PortOrder, Reason, State
from store.services.types import ServiceKind
from store.types import E164, ChannelId, Kind, WorkspaceId
from store.workspaces.types import LOCALES
from tests.rules.fields import as_sent
from tests.rules.owned import LONGEST_NUMBER, NAMES, SEATTLE_NUMBER, owned, service
from tests.rules.shown import (
    HOLDER,
    NONCE,
    NOW,
    acquired,
    buttons,
    e164s,
    labels,
    mentioned,
    refused_by_slack,
    words_of,
)
from tests.table import table

BOTH_LANGUAGES = table("locale", LOCALES)
EVERY_NAME = table("name", NAMES.values(), ids=NAMES)
EVERY_KIND = table("kind", ServiceKind)
NUMBER = SEATTLE_NUMBER.e164
ALL_OF_IT = Assign(e164=NUMBER, kind=ServiceKind.QUEUE, name="Sales", as_default=True)


def standing(view: dict[str, Any]) -> Fields:
    """What the modal says when it is sent as it was shown."""
    return as_sent(view)


@BOTH_LANGUAGES
@EVERY_NAME
@table(
    "ask",
    [
        pytest.param(Assign(), id="nothing said"),
        pytest.param(Assign(e164=LONGEST_NUMBER), id="a number"),
        pytest.param(Assign(kind=ServiceKind.BRIDGE, as_default=True), id="a kind"),
    ],
)
def test_the_modal_that_assigns_is_taken_by_slack(locale: str, name: str, ask: Assign) -> None:
    for said in ("", name):
        view = assign.assign(locale, Assign(e164=ask.e164, kind=ask.kind, name=said, as_default=ask.as_default))
        assert check_view(view.to_dict()) == []
        assert not mentioned(json.dumps(view.to_dict()["blocks"][:2]))


def test_the_modal_that_assigns_shows_what_was_said() -> None:
    fields = standing(assign.assign("en", ALL_OF_IT).to_dict())
    assert fields[assign.NUMBER][assign.FIND_NUMBER]["selected_option"]["value"] == NUMBER
    assert fields[assign.KIND][assign.KIND]["selected_option"]["value"] == "queue"
    assert fields[assign.NAME][assign.FIND_NAME]["selected_option"]["value"] == "Sales"
    assert fields[assign.DEFAULT][assign.DEFAULT]["selected_options"]
    nothing = standing(assign.assign("en", Assign()).to_dict())
    assert nothing[assign.NUMBER][assign.FIND_NUMBER]["selected_option"] is None
    assert not nothing[assign.DEFAULT][assign.DEFAULT]["selected_options"]


@BOTH_LANGUAGES
@EVERY_NAME
@table("count", [1, 2, 100, 101, 1_000])
def test_the_modal_for_the_next_default_is_taken_by_slack(locale: str, name: str, count: int) -> None:
    of = owned(NumberUse.ASSIGNED, name=name, is_default=True)
    view = assign.next_default(locale, of, service(name), e164s(count)).to_dict()
    assert check_view(view) == []
    assert not mentioned(words_of(view))
    assert unpacked(view["private_metadata"]) == {"number": of.e164}


@BOTH_LANGUAGES
@EVERY_NAME
def test_the_modal_that_renames_is_taken_by_slack(locale: str, name: str) -> None:
    view = assign.rename(locale, service(name, number=7)).to_dict()
    assert check_view(view) == []
    assert unpacked(view["private_metadata"]) == {"service": 7, "shown": fingerprint(name)}
    assert standing(view)[assign.NAME][assign.NAME]["value"] == name


@BOTH_LANGUAGES
@table("days", [0, 1, 30, 180])
def test_the_modal_that_releases_is_taken_by_slack_and_says_whether_there_is_a_way_back(locale: str, days: int) -> None:
    view = assign.release(locale, LONGEST_NUMBER, NOW if days else None, 0).to_dict()
    assert check_view(view) == []
    assert unpacked(view["private_metadata"]) == {"number": LONGEST_NUMBER}
    assert (f"<!date^{int(NOW.timestamp())}^" in words_of(view)) == bool(days)


@BOTH_LANGUAGES
@table("days", [0, 30])
def test_what_was_released_can_be_had_back_with_one_click_while_it_rests(locale: str, days: int) -> None:
    reply = listing.released(locale, NUMBER, NOW if days else None, NONCE)
    assert refused_by_slack(reply) == []
    assert [unpacked(button["value"])["do"] for button in buttons(reply)] == (["restore"] if days else [])


def test_the_way_back_is_called_restore() -> None:
    assert labels(listing.released("en", NUMBER, NOW, NONCE)) == ["Restore"]


@BOTH_LANGUAGES
@EVERY_NAME
@EVERY_KIND
def test_what_is_told_of_a_service_is_taken_by_slack_and_mentions_nobody(
    locale: str, name: str, kind: ServiceKind
) -> None:
    of = owned(NumberUse.ASSIGNED, name=name, kind=kind)
    told = [
        *(
            assign.assigned(locale, of, service(name, kind), is_default=is_default, others=others)
            for is_default in (False, True)
            for others in (False, True)
        ),
        assign.unassigned(locale, of, service(name, kind)),
        assign.default_changed(locale, of, service(name, kind)),
    ]
    for text in told:
        assert refused_by_slack(says(text)) == []
        assert not mentioned(text)


OF_A_NUMBER = [refusal for refusal in Refusal if refusal.startswith(("refused-is-", "refused-default-"))]
OF_A_NUMBER += [
    InventoryRefusal.NOT_OURS,
    InventoryRefusal.NOT_ASSIGNED,
    InventoryRefusal.NOT_RESTING,
    InventoryRefusal.NAME_NEXT_DEFAULT,
]
OF_A_NUMBER += [
    QuotaRefusal.NO_CREDITS,
    QuotaRefusal.NO_LICENCE,
    InventoryRefusal.NO_SERVICE,
    InventoryRefusal.LONG_NAME,
    BatchRefusal.SAID_BEFORE,
]


@BOTH_LANGUAGES
@EVERY_NAME
@table("refusal", OF_A_NUMBER)
def test_every_refusal_of_a_number_is_said_in_words_and_named_for_the_log(
    locale: str, name: str, refusal: Refusal
) -> None:
    for of in (None, owned(NumberUse.ACQUIRED), owned(NumberUse.ASSIGNED, name=name)):
        reply = assign.refused(locale, refusal, NUMBER, of)
        assert refused_by_slack(reply) == []
        assert not mentioned(reply.text)
        assert reply.refusal == refusal


@table(
    ("kind", "said"),
    [
        pytest.param(ServiceKind.BRIDGE, "Who has it in an invitation should move to another number.", id="a bridge"),
        pytest.param(ServiceKind.QUEUE, "is not assigned to Call queue *Contoso Seattle* any more.", id="a queue"),
    ],
)
def test_taking_a_number_from_a_bridge_reminds_of_the_invitations(kind: ServiceKind, said: str) -> None:
    told = assign.unassigned("en", owned(NumberUse.ASSIGNED, kind=kind), service(kind=kind))
    assert said in told
    assert ("invitation" in told) == (kind is ServiceKind.BRIDGE)


def test_another_default_reminds_of_the_invitations_and_the_first_does_not() -> None:
    def told(*, others: bool) -> str:
        return assign.assigned("en", owned(NumberUse.ASSIGNED), service(), is_default=True, others=others)

    assert "Invitations that were sent before keep the old one." in told(others=True)
    assert "It is its default number." in told(others=False)
    assert "nvitation" not in told(others=False)


@table("kind", [ServiceKind.ATTENDANT, ServiceKind.QUEUE])
def test_an_attendant_or_a_queue_is_reached_through_its_resource_account(kind: ServiceKind) -> None:
    told = assign.assigned("en", owned(NumberUse.ASSIGNED), service(kind=kind), is_default=False, others=False)
    assert "resource account, which needs a licence of its own" in told


@BOTH_LANGUAGES
@EVERY_NAME
def test_names_that_are_found_are_options_that_slack_takes(locale: str, name: str) -> None:
    known = [service(f"{at} {name}"[:60], number=at) for at in range(1, 100)]
    offered = [option.to_dict() for option in assign.names(locale, f" {name}  ", known)]
    assert len(offered) <= 100
    assert max(len(option["text"]["text"]) for option in offered) <= 75
    assert max(len(option["value"]) for option in offered) <= 75
    assert offered[0]["value"] == " ".join(name.split())[:60]


@table(
    ("said", "offered"),
    [
        pytest.param("", ["Contoso"], id="nothing typed"),
        pytest.param("  ", ["Contoso"], id="only spaces"),
        pytest.param("contoso", ["Contoso"], id="one that is known, in small letters"),
        pytest.param("Conto", ["Conto", "Contoso"], id="the beginning of one that is known"),
        pytest.param("Sales  desk", ["Sales desk", "Contoso"], id="a new one"),
        pytest.param("x" * 70, ["x" * 60, "Contoso"], id="a new one that is too long"),
    ],
)
def test_what_was_typed_is_offered_as_a_new_name_unless_it_is_known(said: str, offered: list[str]) -> None:
    known = [service("Contoso"), service("Contoso", ServiceKind.QUEUE, 2)]
    assert [option.value for option in assign.names("en", said, known)] == offered


def test_an_option_of_a_number_shows_it_as_people_write_it() -> None:
    option = assign.option(E164("+12065550100")).to_dict()
    assert (option["text"]["text"], option["value"]) == ("+1 206-555-0100", "+12065550100")


COMPLETED = PortOrder(
    workspace=WorkspaceId("T1"),
    id=OrderId(7),
    requested_by=HOLDER,
    channel=ChannelId("C1"),
    created_at=NOW,
    since=NOW,
    state=State.COMPLETED,
    country="US",
    kind=Kind.TOLL,
    numbers=(NUMBER,),
    foc=NOW,
    version=9,
)


def of_order(locale: str, order: PortOrder) -> Message:
    return orders.card(locale, orders.OrderCard(order=order, points=(), reached={}, followers=(), now=NOW))


@BOTH_LANGUAGES
def test_the_cards_of_what_was_acquired_and_ported_lead_to_the_modal_that_assigns(locale: str) -> None:
    sight = card.HoldCard(hold=acquired(3, 3), numbers=e164s(3), room=Left(left=17, quota=20), now=NOW)
    for shown in (card.card(locale, sight), of_order(locale, COMPLETED)):
        (value,) = [value for button in buttons(shown) if "run" in (value := unpacked(button["value"]))]
        assert desk.read_command(command(value), known_places()) == Assign()
        assert nonce(value)
        assert not turns(value)


@table("state", [state for state in State if state is not State.COMPLETED])
def test_only_a_port_order_that_is_completed_offers_to_assign(state: State) -> None:
    foc = NOW + timedelta(days=9) if state in (State.APPROVED, State.PENDING) else None
    reason = Reason.PIN if state is State.ERROR else None
    assert "Assign" not in labels(of_order("en", replace(COMPLETED, state=state, foc=foc, reason=reason)))
