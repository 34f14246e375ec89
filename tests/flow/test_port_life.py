"""A port order goes from state to state as the table has it, and everybody concerned hears of each move once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.local import SAMPLE
from store.types import Kind
from store.workspaces.types import Credits
from tests.flow.desk import Desk, eventually
from tests.flow.member import Member
from tests.flow.porting import (
    AT_FOC,
    FIVE,
    FOC,
    MONDAY,
    approved,
    card,
    cards,
    errors,
    found,
    go_to,
    has_sent,
    next_step,
    opens,
    presses,
    says,
    sends,
    signs,
    under,
    writes,
)
from tests.flow.product import Product

pytestmark = pytest.mark.usefixtures("monday")
A_DAY, A_MINUTE = timedelta(days=1), timedelta(minutes=1)


def test_each_move_is_told_once_in_the_channel_and_to_who_asked_and_who_follows_in_their_language(
    desk: Desk, ada: Member, ben: Member
) -> None:
    has_sent(ben, notify=["chloe"])
    says(ada, "contacting_carrier", comment="Sent *them* a mail <!here>")
    says(ada, "transfer_approved", foc_date="2035-07-05", foc_time="10:00")
    says(ada, "transfer_approved", **FOC)
    go_to(desk, AT_FOC - A_DAY + A_MINUTE)
    desk.said("PO-1 · Transfer pending:", "@ben")
    go_to(desk, AT_FOC - timedelta(hours=1) + A_MINUTE)
    desk.said("An hour to go", "@ben")
    go_to(desk, AT_FOC)
    desk.said("The transfer is due", "@ben")
    says(ada, "completed")
    told = [
        ("moved it from “Draft” to Processing.\nNever cancel", "de «\u202fBrouillon\u202f» à En traitement.\nNe"),
        ("to Contacting carrier.\n“Sent \u200bthem\u200b a mail &lt;!here&gt;”", "à Opérateur contacté.\n"),
        ("Transfer approved by the losing carrier", "Transfert approuvé par"),
        ("Another FOC", "Autre FOC"),
        ("Transfer pending:", "Transfert imminent\xa0:"),
        ("An hour to go", "Encore une heure"),
        ("The transfer is due. Now:\n• call each number from outside\n•", "Le transfert est dû. Maintenant\xa0:\n• a"),
        ("to Completed.\nThe numbers are here: they are acquired, outside", "à Terminé.\nLes numéros sont là"),
    ]
    for at, channel in enumerate(("@ben", "@chloe")):
        said = desk.texts(channel)
        assert len(said) == len(told)
        assert [words[at] for words, text in zip(told, said, strict=True) if words[at] not in text] == []
    lines = under(desk)
    assert [line.text for line in lines][-len(told) :] == desk.texts("@ben")
    assert [line.text for line in lines if line.is_broadcast] == [
        text for text in desk.texts("@ben") if "An hour to go" not in text and "is due" not in text
    ]
    assert desk.texts("@ada") == []


def test_the_channel_reads_its_workspaces_language(shared: Product, ada: Member, ben: Member) -> None:
    shared.set_up(replace(SAMPLE, locale="fr"))
    writes(ben)
    presses(ben, "Annuler l\N{RIGHT SINGLE QUOTATION MARK}ordre")
    assert "*Annulé* depuis" in card(shared.desk, "*Annulé*").words
    assert "de «\u202fBrouillon\u202f» à Annulé." in under(shared.desk)[-1].text
    assert "from “Draft” to Cancelled." in shared.desk.texts("@ben")[-1]
    assert ada.types("port").text.startswith("No port order is open.")


def test_the_card_shows_what_is_done_where_it_is_and_what_is_next(desk: Desk, ada: Member, ben: Member) -> None:
    has_sent(ben)
    approved(ada)
    shown = card(desk, "*Transfer approved* since").words
    assert f"<!date^{AT_FOC.timestamp():.0f}^" in shown
    done, ahead = shown.split("*Transfer approved · <!date^")
    order = [done.index(f"\n✓ {state} · <!date^") for state in ("Draft", "Processing", "Contacting carrier")]
    assert order == sorted(order)
    assert ahead.index("Transfer pending") < ahead.index("Completed")
    assert len(cards(desk)) == 1


def test_an_update_that_arrives_twice_moves_an_order_once(desk: Desk, ada: Member, ben: Member) -> None:
    has_sent(ben)
    says(ada, "contacting_carrier")
    sent = next(entry["arguments"] for entry in reversed(desk.log("interactive")))
    assert sent["type"] == "view_submission"
    desk.post("deliver", type="interactive", payload=sent, times=2)
    assert sum("Contacting carrier" in line.text for line in under(desk)) == 1
    assert sum("Contacting carrier" in text for text in desk.texts("@ben")) == 1


def test_the_foc_is_read_in_the_zone_of_the_numbers_or_another_and_must_be_ahead(
    desk: Desk, ada: Member, ben: Member
) -> None:
    has_sent(ben)
    says(ada, "contacting_carrier")
    view = opens(ada, "Update status")
    assert view.standing("foc_zone") == "America/Los_Angeles"
    assert "foc_date" in errors(ada, view, state="transfer_approved")
    assert "foc_time" in errors(ada, view, state="transfer_approved", foc_date="2035-07-06")
    past = errors(ada, view, state="transfer_approved", foc_date="2035-07-02", foc_time="01:59")
    assert past == {"foc_date": "This is past: there it is 2035-07-02 02:00 now."}
    assert "Europe/Paris" in ada.finds(view, "foc_zone", "paris")
    ada.submits(view, state="transfer_approved", **FOC, foc_zone="Europe/Paris")
    assert "|2035-07-06 08:00 UTC>" in card(desk, "*Transfer approved*").words
    view = opens(ada, "Update status")
    assert view.options("state") == ["transfer_approved", "error"]
    assert (view.standing("foc_date"), view.standing("foc_time")) == ("2035-07-06", "01:00")
    same = errors(ada, view, state="transfer_approved")
    assert same == {"foc_date": "This is the FOC that the order has already."}
    assert "past" in errors(ada, view, state="transfer_approved", foc_date="2035-07-01")["foc_date"]


def test_a_foc_of_less_than_a_day_ahead_makes_the_transfer_pending_at_once(
    desk: Desk, ada: Member, ben: Member
) -> None:
    has_sent(ben)
    approving = {"foc_date": "2035-07-02", "foc_time": "12:00"}
    says(ada, "contacting_carrier")
    told = says(ada, "transfer_approved", **approving)
    assert (
        "PO-1: the transfer (FOC) was understood as Monday, July 2, 2035, 12:00, America/Los Angeles (UTC-07:00)."
        in told
    )
    assert "Cancel order" not in card(desk, "*Transfer pending* since").buttons
    desk.said("PO-1 · Transfer pending:", "@ben")
    assert found(desk).state == "transfer_pending"


def test_silence_is_told_after_so_many_business_days_and_again_after_as_many_more(
    desk: Desk, ada: Member, ben: Member, chloe: Member
) -> None:
    has_sent(ben)
    next_step(chloe, chloe.opens("port new"), list="+1 425 555 0110")
    go_to(desk, MONDAY + timedelta(days=4) - A_MINUTE)
    desk.said(f"PO-2 · {chloe.mention}, this draft has waited")
    nothing = "PO-1 · Nothing new since"
    assert nothing not in "".join(desk.texts())
    go_to(desk, MONDAY + timedelta(days=4) + A_MINUTE)  # Friday: the fourth of July does not count
    assert "still Processing." in desk.said(nothing).text
    go_to(desk, MONDAY + timedelta(days=9) + 2 * A_MINUTE)
    eventually(lambda: sum(nothing in text for text in desk.texts()) == 2)
    says(ada, "contacting_carrier")
    go_to(desk, MONDAY + timedelta(days=16) + 3 * A_MINUTE)
    desk.said("still Contacting carrier.")
    desk.settle()
    assert sum(nothing in text for text in desk.texts("@ben")) == 3


def test_an_order_can_be_cancelled_until_the_transfer_is_pending(desk: Desk, ada: Member, ben: Member) -> None:
    ways: tuple[list[str], ...] = ([], ["error"], ["contacting_carrier"], ["contacting_carrier", "transfer_approved"])
    more: dict[str, dict[str, str]] = {"transfer_approved": FOC, "error": {"reason": "no_answer"}}
    for number, way in enumerate(ways, 1):
        order = f"PO-{number}"
        writes(ben)
        signs(ben, order)
        sends(ben, order=order)
        for state in way:
            says(ada, state, order, **more.get(state, {}))
        assert presses(ben, "Cancel order", order) == f"You cancelled {order}."
        assert card(desk, "*Cancelled* since", order=order).buttons == ["Signed letter"]
        assert under(desk, order)[-1].is_broadcast
        assert "to Cancelled." in desk.texts("@ben")[-1]


def test_numbers_are_outside_the_quota_once_they_are_here(desk: Desk, ada: Member, ben: Member, chloe: Member) -> None:
    has_sent(ben)
    approved(ada)
    go_to(desk, AT_FOC - A_MINUTE)
    card(desk, "*Transfer pending* since")
    assert "Cancel order" not in card(desk).buttons
    says(ada, "completed")
    assert card(desk, "*Completed* since").buttons == ["Assign", "Signed letter"]
    assert desk.in_use().acquired == 0
    assert "20 of 20" in ben.types("quota").text
    assert "It is ours, acquired with PO-1: United States" in ben.types("status +1 425 555 0102").text
    assert "Il est à nous, acquis par PO-1" in chloe.types("status +1 425 555 0102").text
    assert "this number is ours already" in errors(ben, ben.opens("port new"), list="+1 425 555 0102")["list"]


def test_toll_free_numbers_come_where_there_are_the_credits_for_them(
    shared: Product, desk: Desk, ada: Member, ben: Member
) -> None:
    shared.set_up(replace(SAMPLE, credits=Credits(set_up=True)))
    has_sent(ben, list="+1 844 555 0100-0101")
    assert opens(ada, "Update status").standing("foc_zone") == "UTC"
    ada.closes(ada.modal())
    approved(ada)
    go_to(desk, AT_FOC - timedelta(hours=7))
    says(ada, "completed")
    assert desk.in_use(Kind.TOLL_FREE).acquired == 0
    assert "acquired with PO-1: United States" in ben.types("status +1 844 555 0101").text
    assert "*Completed*" in card(desk).words


def test_numbers_of_the_pool_are_named_and_the_others_can_go_on(desk: Desk, ben: Member, chloe: Member) -> None:
    view = next_step(ben, ben.opens("port new"), list=f"{FIVE}, +1 206 555 0100")
    assert "+1 206-555-0100: this number is in the desk\u2019s own pool: reserve it instead" in ben.modal().words
    ben.closes(view)
    assert len(found(desk).numbers) == 5
    chloe.types("reserve 1 US Washington Seattle")
    refused = errors(ben, ben.opens("port new"), list="+1 206 555 0100, +1 206 555 0101")["list"]
    assert "this number is on hold" in refused
    assert "own pool" in refused


def test_a_capacity_that_is_not_confirmed_yet_stays_an_open_point_until_it_is(
    desk: Desk, ben: Member, chloe: Member
) -> None:
    has_sent(ben, capacity="not_yet")
    point = "• Support has not confirmed the high concurrent capacity"
    assert point in card(desk).words
    assert point in ben.types("port").words
    assert "Merci\xa0: la capacité de PO-1 est confirmée." in presses(chloe, "Capacity is confirmed")
    desk.settle()
    shown = card(desk)
    assert point not in shown.words
    assert "Capacity is confirmed" not in shown.buttons
    assert under(desk)[-1].text.endswith("says that support has confirmed the high concurrent capacity.")
    assert desk.texts("@chloe") == []


def test_who_follows_an_order_hears_of_it_until_they_do_not(
    desk: Desk, ada: Member, ben: Member, chloe: Member
) -> None:
    has_sent(ben)
    assert "Vous suivez PO-1" in presses(chloe, "Follow")
    assert "You hear of PO-1 already." in presses(ben, "Follow")
    assert "so you hear of each change" in presses(ben, "Unfollow")
    says(ada, "contacting_carrier")
    assert f"Followed by {chloe.mention}" in card(desk).words
    assert len(desk.texts("@chloe")) == 1
    assert "Vous ne suivez plus PO-1." in presses(chloe, "Unfollow")
    assert "You do not follow PO-1." in presses(ada, "Unfollow")
    says(ada, "error", reason="pin")
    assert len(desk.texts("@chloe")) == 1
