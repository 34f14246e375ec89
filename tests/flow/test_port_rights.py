"""Who may do what with port orders, what the settings change, and what nobody may: touch another workspace's."""

import json
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from bot.local import SAMPLE
from handlers.ports import PORTS
from store import ports, workspaces
from store.ports.types import OrderId, PortOrder
from store.types import E164, ChannelId, GroupId, Kind, UserId, WorkspaceId
from store.workspaces.types import ADMINS, Circle, Roles, Who, Workspace
from tests.flow.asking import press_of
from tests.flow.desk import Desk, eventually
from tests.flow.member import Member
from tests.flow.porting import (
    FIRST_DAY,
    MONDAY,
    PDF,
    STEPS,
    card,
    cards,
    comments,
    errors,
    fills,
    forged,
    found,
    go_to,
    has_sent,
    opens,
    presses,
    received,
    replies,
    says,
    signs,
    uploads,
    writes,
)
from tests.flow.product import Product

pytestmark = pytest.mark.usefixtures("monday")
TELEPHONY = Who(circle=Circle.GROUP, group=GroupId("S0TELEPH1"))
OTHER = WorkspaceId("T0OTHER01")


def test_only_a_group_ports_where_that_is_set_and_others_look_follow_and_comment(
    shared: Product, ben: Member, chloe: Member
) -> None:
    desk = shared.desk
    shared.set_up(replace(SAMPLE, roles=Roles(port=TELEPHONY)))
    writes(ben)
    signs(ben)
    before = found(desk)
    refused = [chloe.types("port new").text]
    buttons = ("Continue", "Make the letter", "Add the signed letter", "Send order", "Take out numbers", "Cancel order")
    refused += [presses(chloe, label) for label in buttons]
    assert [words for words in refused if "<!subteam^S0TELEPH1>" not in words] == []
    assert chloe.modals() == []
    assert found(desk) == before
    assert "*PO-1*" in chloe.types("port PO-1").words
    assert "Vous suivez PO-1" in presses(chloe, "Follow")
    replies(chloe, "Bravo", uploads(chloe, PDF))
    eventually(lambda: comments(desk))
    desk.settle()
    kept = found(desk).letter
    assert kept
    assert kept.by == ben.id


def test_who_lost_the_right_meanwhile_can_neither_go_on_with_a_step_nor_send(
    shared: Product, ben: Member, chloe: Member
) -> None:
    desk = shared.desk
    desk.change("usergroup", handle="telephony", users=["ben", "chloe"])
    shared.set_up(replace(SAMPLE, roles=Roles(port=TELEPHONY)))
    writes(ben)
    signs(ben)
    step, sending = opens(ben, "Continue"), opens(chloe, "Send order")
    desk.change("usergroup", handle="telephony", users=["ada"])
    ben.submits(step)
    chloe.submits(sending, capacity="confirmed")
    for by in (ben, chloe):
        assert "<!subteam^S0TELEPH1>" in by.modal().words
    assert "*Draft*" in card(desk).words


def test_signed_letters_are_for_those_who_are_set(shared: Product, ben: Member, chloe: Member) -> None:
    shared.set_up(replace(SAMPLE, roles=Roles(letters=TELEPHONY)))
    writes(chloe)
    signs(chloe)
    assert "<!subteam^S0TELEPH1>" in presses(chloe, "Signed letter")
    presses(ben, "Signed letter")
    assert received(ben, "PO-1-signed") == PDF
    assert shared.desk.texts("@chloe") == []


def test_only_admins_say_what_the_carriers_make_of_an_order(
    desk: Desk, ada: Member, ben: Member, chloe: Member
) -> None:
    has_sent(ben)
    assert "Only admins of this workspace can say" in presses(ben, "Update status")
    assert "Seuls les administrateurs" in presses(chloe, "Update status")
    says(ada, "contacting_carrier")
    sent = forged(desk, "view_submission", "port_updated")
    sent["user"] |= {"id": ben.id, "name": "ben", "username": "ben"}
    sent["view"] |= {"id": "V0FORGED1"}
    sent["view"]["state"]["values"]["state"]["state"]["selected_option"]["value"] = "error"
    sent["view"]["state"]["values"]["reason"]["reason"] = {
        "type": "static_select",
        "selected_option": {"value": "pin"},
    }
    (answer,) = desk.post("deliver", type="interactive", payload=sent)["responses"]
    assert "Only admins of this workspace can say" in str(answer["body"])
    assert "*Contacting carrier*" in card(desk).words


def test_guests_and_members_of_other_workspaces_have_nothing_to_do_with_port_orders(
    desk: Desk, dev: Member, eve: Member
) -> None:
    for text in ("port", "port new", "port list draft", "port PO-1", "status +1 425 555 0100"):
        assert "Guests cannot use the number desk." in dev.types(text).text
        assert "belongs to the workspace that installed it" in eve.types(text).text
    assert cards(desk) == []


def test_a_guests_presses_are_refused_and_what_a_guest_says_is_not_kept(desk: Desk, ben: Member, dev: Member) -> None:
    writes(ben)
    desk.post("member", channel="phone-numbers", user="dev", present=True)
    before = found(desk)
    for label in card(desk).buttons:
        assert "Guests cannot use the number desk." in presses(dev, label), label
    replies(dev, "me too", uploads(dev, PDF))
    replies(ben, "no")
    eventually(lambda: comments(desk))
    desk.settle()
    assert comments(desk) == ["no"]
    assert found(desk) == before


def test_a_member_of_another_workspace_in_a_shared_channel_is_refused_under_the_card_too(
    desk: Desk, ada: Member, eve: Member
) -> None:
    fills(ada.at("shared-partner"), ada.at("shared-partner").opens("port new"), STEPS[0])
    shown = card(desk, channel="shared-partner")
    for label in shown.buttons:
        assert "belongs to the workspace that installed it" in eve.presses(shown, label), label
    desk.post("message", user="eve", channel="shared-partner", text="mine?", thread_ts=shown.ts)
    desk.post("message", user="ada", channel="shared-partner", text="no", thread_ts=shown.ts)
    eventually(lambda: comments(desk))
    assert comments(desk) == ["no"]


def test_who_may_not_search_may_not_look_at_orders_either(shared: Product, ada: Member, ben: Member) -> None:
    writes(ben)
    shared.set_up(replace(SAMPLE, roles=Roles(search=ADMINS)))
    for text in ("port", "port PO-1", "status +1 425 555 0100"):
        assert "Only admins of this workspace" in ben.types(text).text
        assert "PO-1" in ada.types(text).text


def test_country_lead_days_and_silent_days_are_what_the_settings_say(
    desk: Desk, ada: Member, ben: Member, chloe: Member
) -> None:
    view = ada.opens("settings ports")
    assert errors(ada, view, country="XX") == {"country": "“XX” is not the code of a country."}
    assert "port_lead_days" in errors(ada, view, country="fr", port_lead_days="FR")
    assert ada.submits(view, port_lead_days="FR 3, us 12", port_silent_days_processing="1")["ok"]
    ada.closes(ada.modal())
    fields = fills(chloe, chloe.opens("port new"), {"list": "01 99 00 12 34"}, *STEPS[1:4])
    assert found(desk).numbers == ("+33199001234",)
    assert "jeudi 5 juillet 2035" in errors(chloe, fields, wanted_date="2035-07-04")["wanted_date"]
    chloe.closes(chloe.modal())
    view = fills(ben, ben.opens("port new"), *STEPS[:4])
    assert "12 business days" in errors(ben, view, wanted_date=FIRST_DAY)["wanted_date"]
    fills(ben, view, {**STEPS[4], "wanted_date": "2035-07-19"}, {})
    signs(ben, "PO-2")
    ben.submits(opens(ben, "Send order", "PO-2"), capacity="confirmed")
    card(desk, "*Processing*", order="PO-2")
    go_to(desk, MONDAY.replace(day=3, minute=1))
    desk.said("PO-2 · Nothing new since")
    changed = "Country: US → FR, Lead time by country, in business days: – → FR 3, US 12"  # noqa: RUF001
    assert changed in ada.types("log since:7d @ada").text


@pytest.fixture
def theirs(desk: Desk) -> PortOrder:
    """An order of another workspace."""
    order = PortOrder(
        workspace=OTHER,
        id=OrderId(7),
        requested_by=UserId("U0OTHER01"),
        channel=ChannelId("C0OTHER01"),
        created_at=desk.now(),
        since=desk.now(),
        country="US",
        kind=Kind.TOLL,
        numbers=(E164("+14255550100"),),
    )
    with desk.database.begin() as db:
        workspaces.lock(db, OTHER)
        workspaces.save(db, Workspace(id=OTHER))
        ports.write(db, order)
    return order


def test_an_order_of_another_workspace_is_neither_shown_nor_touched_whatever_is_delivered(
    desk: Desk, ada: Member, theirs: PortOrder
) -> None:
    assert "There is no port order PO-7" in ada.types("port PO-7").text
    assert "No port order is open." in ada.types("port").text
    has_sent(ada)
    for action in PORTS.actions:
        told = press(desk, ada, action, {"order": 7, "step": "date"})
        assert "There is no port order PO-7" in told, action
    says(ada, "contacting_carrier")
    for kind in ("port_updated", "port_sent", "port_signed", "port_step"):
        payload = deepcopy(forged(desk, "view_submission", kind))
        metadata = json.loads(payload["view"]["private_metadata"])
        payload["view"] |= {"private_metadata": json.dumps(metadata | {"order": 7}), "id": f"V0{kind.upper()}"}
        (answer,) = desk.post("deliver", type="interactive", payload=payload)["responses"]
        assert "There is no port order PO-7" in str(answer["body"]), kind
    with desk.database.reading() as db:
        assert ports.find(db, OTHER, OrderId(7)) == theirs


@pytest.mark.parametrize(
    "value",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"order": "1; DROP TABLE port_orders"}, id="a statement"),
        pytest.param({"order": 2_000_000_000}, id="an order that does not exist"),
    ],
)
def test_a_button_that_carries_nonsense_is_answered_in_words(desk: Desk, ada: Member, value: dict[str, Any]) -> None:
    writes(ada)
    before = found(desk)
    for action in PORTS.actions:
        told = press(desk, ada, action, value)
        assert told, action
        assert "our side" not in told, action
    assert ada.modals() == []
    assert found(desk) == before


def press(desk: Desk, by: Member, action: str, value: dict[str, Any]) -> str:
    """Press a button that no card of ours has. What is answered."""
    payload = press_of(desk, by, {"action_id": action, "value": json.dumps(value | {"nonce": action})})
    before = len(by.told())
    desk.post("deliver", type="interactive", payload=payload)
    return "\n".join(message.text for message in by.told()[before:])
