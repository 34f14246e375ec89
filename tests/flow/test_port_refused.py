"""Losing carriers refuse, and the desk refuses what the table does not have: each in words that say what to do."""

from copy import deepcopy
from typing import Any

import pytest

from store.ports.types import Reason, State
from tests.flow.asking import press_of, stale
from tests.flow.desk import Desk
from tests.flow.member import Member
from tests.flow.porting import (
    AT_FOC,
    FOC,
    approved,
    card,
    errors,
    fields,
    fills,
    forged,
    found,
    go_to,
    has_sent,
    letter,
    next_step,
    opens,
    presses,
    says,
    sends,
    signs,
    under,
    writes,
)
from tests.flow.slack import Json, Message

pytestmark = pytest.mark.usefixtures("monday")
# Why, what to fix, the same in French, and in which step it is fixed.
REASONS = {
    "account_number": ("account number is wrong", "latest bill", "numéro de compte", "Account"),
    "authorised_person": ("authorised person is not", "new letter signed", "nouvelle lettre", "Signatory"),
    "btn": ("(BTN) is wrong", "main number", "numéro principal du compte", "Account"),
    "company_name": ("name is not as", "25 characters", "25 caractères", "Service address"),
    "service_address": ("address or postcode is wrong", "not where the bills go", "code postal", "Service address"),
    "pin": ("PIN is wrong or missing", "Ask the losing carrier for", "code PIN", "Account"),
    "not_portable": ("A number cannot be ported", "Take it out", "Un numéro ne se porte pas", "Numbers"),
    "special_feature": ("special feature, such as a hunt group", "remove the feature", "sonnerie", "Numbers"),
    "wrong_number_type": ("number type is wrong", "separate orders", "type de numéro", "Numbers"),
    "wrong_port_type": ("BTN must stay or go", "Choose full or partial", "total comprend le BTN", "Account"),
    "another_order": ("Another order for these numbers", "ended or cancelled", "Un autre ordre", "Numbers"),
    "several_accounts": ("accounts are mixed", "take out the numbers", "comptes sont", "Numbers"),
    "account_frozen": ("account is frozen", "one to three weeks", "une à trois semaines", "Numbers"),
    "foc_refused": ("expired or was refused", "another wanted date", "autre date", "Date and people"),
    "no_answer": ("does not answer", "Call the losing carrier", "ne répond pas", "Numbers"),
}
STATES = {
    "draft": "*Draft*",
    "processing": "*Processing*",
    "contacting_carrier": "*Contacting carrier*",
    "transfer_approved": "*Transfer approved*",
    "transfer_pending": "*Transfer pending*",
    "error": "*Refused by the losing carrier*",
    "completed": "*Completed*",
    "cancelled": "*Cancelled*",
}
MOVES: dict[str, list[str]] = {
    "draft": [],
    "processing": ["contacting_carrier", "error"],
    "contacting_carrier": ["transfer_approved", "error"],
    "transfer_approved": ["transfer_approved", "error"],
    "transfer_pending": ["completed", "error"],
    "error": [],
    "completed": [],
    "cancelled": [],
}


def test_each_reason_of_a_losing_carrier_is_told_with_what_to_fix_and_edit_opens_where_that_is(
    desk: Desk, ada: Member, ben: Member
) -> None:
    has_sent(ben, notify=["chloe"])
    assert opens(ada, "Update status").options("reason") == list(REASONS) == list(Reason)
    for reason, (why, fix, french, step) in REASONS.items():
        says(ada, "error", reason=reason)
        told = [card(desk, "Refused by the losing carrier* since").words, under(desk)[-1].text, desk.texts("@ben")[-1]]
        assert [words for words in told if why not in words or fix not in words] == [], reason
        assert french in desk.texts("@chloe")[-1], reason
        assert "Refusé par" in desk.texts("@chloe")[-1]
        view = opens(ben, "Edit")
        assert f"· {step} · *PO-1*" in view.words, reason
        ben.closes(view)
        sends(ben, label="Send again")


def test_a_refused_order_is_edited_where_it_stands_and_sent_again_without_typing_anything_else(
    desk: Desk, ada: Member, ben: Member
) -> None:
    has_sent(ben)
    before = found(desk)
    says(ada, "error", reason="service_address", comment="It is 98109")
    assert "“It is 98109”" in card(desk, "Refused").words
    view = opens(ben, "Edit")
    assert view.standing("street") == "1 Main St"
    view = next_step(ben, view, postcode="98109")
    fills(ben, view, {}, {}, {})
    assert ben.modals() == []
    after = found(desk)
    assert after.fields == {**before.fields, "postcode": "98109"}
    assert after.numbers == before.numbers
    assert b"%PDF" in letter(ben)
    signs(ben)
    sends(ben, label="Send again")
    assert "moved it from “Refused by the losing carrier” to Processing" in under(desk)[-1].text


def test_numbers_are_taken_out_into_an_order_that_says_the_same_and_the_others_go_on_with_their_letter(
    desk: Desk, ada: Member, ben: Member
) -> None:
    has_sent(ben, notify=["chloe"])
    says(ada, "error", reason="not_portable")
    view = opens(ben, "Take out numbers")
    assert "is no number of this order." in errors(ben, view, numbers="+1 425 555 0110")["numbers"]
    no_number = "“hello” is not a number with its country's code, such as +44 20 7946 0000."
    assert errors(ben, view, numbers="hello") == {"numbers": no_number}
    all_ = errors(ben, view, numbers="+1 425 555 0100-0104")
    assert all_ == {"numbers": "Leave at least one number in the order."}
    next_step(ben, view, numbers="+1 425 555 0103-0104")
    assert "put numbers into orders of their own: PO-2 (2)." in under(desk)[-1].text
    assert card(desk, order="PO-2").numbers == ["+14255550103", "+14255550104"]
    assert fields(found(desk, "PO-2")) == fields(found(desk))
    assert "Followed by <@U0CHLOE01>" in card(desk, order="PO-2").words
    sends(ben, label="Send again")
    assert card(desk).numbers == [f"+1425555010{last}" for last in range(3)]
    assert "*Draft*" in card(desk, order="PO-2").words


def test_an_error_needs_a_reason_that_there_is(ada: Member, ben: Member) -> None:
    has_sent(ben)
    view = opens(ada, "Update status")
    assert errors(ada, view, state="error") == {"reason": "Choose the losing carrier's reason."}
    assert ada.submits(view, state="error", reason="pin")["ok"]


def test_moves_that_the_table_does_not_have_are_refused_in_words_whatever_is_delivered(
    desk: Desk, ada: Member, ben: Member
) -> None:
    has_sent(ben, list="+1 425 555 0110")
    says(ada, "contacting_carrier")
    says(ada, "transfer_approved", foc_date="2035-07-20", foc_time="10:00")
    sent = forged(desk, "view_submission", "port_updated")
    presses(ben, "Cancel order")
    only_moves_of_the_table(desk, sent, "PO-1", "cancelled")
    writes(ben)
    only_moves_of_the_table(desk, sent, "PO-2", "draft")
    signs(ben, "PO-2")
    sends(ben, order="PO-2")
    only_moves_of_the_table(desk, sent, "PO-2", "processing")
    says(ada, "error", "PO-2", reason="pin")
    only_moves_of_the_table(desk, sent, "PO-2", "error")
    sends(ben, order="PO-2", label="Send again")
    says(ada, "contacting_carrier", "PO-2")
    only_moves_of_the_table(desk, sent, "PO-2", "contacting_carrier")
    says(ada, "transfer_approved", "PO-2", **FOC)
    only_moves_of_the_table(desk, sent, "PO-2", "transfer_approved")
    go_to(desk, AT_FOC)
    only_moves_of_the_table(desk, sent, "PO-2", "transfer_pending")
    says(ada, "completed", "PO-2")
    only_moves_of_the_table(desk, sent, "PO-2", "completed")


def only_moves_of_the_table(desk: Desk, sent: Json, order: str, state: str) -> None:
    """Deliver an update to each state that the order cannot go to now: it is answered in words and changes nothing."""
    card(desk, STATES[state], order=order)
    before, told = found(desk, order), {}
    for to in State:
        if to not in MOVES[state]:
            payload = deepcopy(sent)
            payload["view"] |= {"id": f"V0FORGED{to}", "hash": order + state}
            payload["view"]["private_metadata"] = f'{{"order":{before.id}}}'
            values: dict[str, Any] = payload["view"]["state"]["values"]
            values["state"]["state"]["selected_option"]["value"] = to.value
            values["reason"]["reason"] = {"type": "static_select", "selected_option": {"value": "pin"}}
            (answer,) = desk.post("deliver", type="interactive", payload=payload)["responses"]
            told[to] = str(answer["body"])
    assert {to: words for to, words in told.items() if "and from there it cannot go to" not in words} == {}
    assert found(desk, order) == before


def test_what_can_be_done_with_drafts_alone_is_refused_in_words_later(desk: Desk, ada: Member, ben: Member) -> None:
    writes(ben)
    signs(ben)
    old = card(desk, "Signed letter of")
    sends(ben)
    only_of_drafts(desk, ben, old)
    approved(ada)
    go_to(desk, AT_FOC)
    card(desk, "*Transfer pending* since")
    only_of_drafts(desk, ben, old, "Cancel order")
    says(ada, "completed")
    only_of_drafts(desk, ben, old, "Cancel order")


def only_of_drafts(desk: Desk, by: Member, old: Message, *too_late: str) -> None:
    """Press what is on the card of a draft, though it is none any more: it is answered in words and changes nothing."""
    before = found(desk)
    for label in ("Continue", "Make the letter", "Add the signed letter", "Send order", "Take out numbers"):
        assert "only drafts and refused orders can be changed." in stale(desk, by, old, label), label
    for label in too_late:
        assert "and from there it cannot go to “Cancelled”." in stale(desk, by, old, label)
    assert by.modals() == []
    assert found(desk) == before


def test_a_step_that_is_sent_when_the_order_was_sent_already_changes_nothing(
    desk: Desk, ada: Member, ben: Member
) -> None:
    writes(ben)
    signs(ben)
    view = opens(ada, "Continue")
    sends(ben)
    ada.presses(view, "Back")
    assert "only drafts and refused orders can be changed." in ada.modal().words
    assert ada.modals()[0].body["title"]["text"] != "Port order"
    before = found(desk).fields
    view = ben.opens("port new")
    ben.submits(view, list="+1 425 555 0110")
    sent = forged(desk, "view_submission", "port_step")
    sent["view"] |= {"private_metadata": '{"step":"address","order":1}', "id": "V0FORGED1"}
    (answer,) = desk.post("deliver", type="interactive", payload=sent)["responses"]
    assert "only drafts and refused orders can be changed." in str(answer["body"])
    assert found(desk).fields == before


def test_who_says_later_what_somebody_said_already_is_told_where_the_order_is_by_now(
    desk: Desk, ada: Member, ben: Member
) -> None:
    has_sent(ben)
    says(ada, "contacting_carrier")
    late = forged(desk, "view_submission", "port_updated")
    late["view"] |= {"id": "V0LATE0001"}
    (answer,) = desk.post("deliver", type="interactive", payload=late)["responses"]
    assert "PO-1 is in the state “Contacting carrier”, and from there it cannot go" in str(answer["body"])
    desk.settle()
    assert sum("Contacting carrier" in text for text in desk.texts("@ben")) == 1


def test_an_order_that_is_over_has_nothing_to_update(desk: Desk, ada: Member, ben: Member) -> None:
    has_sent(ben)
    old = card(desk, "*Processing*").button("Update status")
    presses(ben, "Cancel order")
    told = ada.told()
    desk.post("deliver", type="interactive", payload=press_of(desk, ada, old))
    assert "there is nothing for you to change about that." in ada.told()[-1].text
    assert len(ada.told()) > len(told)
