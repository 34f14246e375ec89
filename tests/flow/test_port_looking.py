"""Where a port order is can be asked for anywhere; what is said in its thread stays with it, and nothing else does."""

from typing import Any

import pytest

from handlers.ports.entries import PortAction
from tests.flow.desk import Desk, eventually
from tests.flow.member import Member
from tests.flow.porting import (
    AT_FOC,
    FOC,
    approved,
    card,
    comments,
    go_to,
    has_sent,
    next_step,
    presses,
    replies,
    says,
    uploads,
    writes,
)
from tests.flow.slack import GENERAL, PHONES
from tests.flow.test_home import drawn

pytestmark = pytest.mark.usefixtures("monday")
OTHER = "+1 425 555 0110"


def test_open_orders_are_listed_latest_first_with_their_open_points(ada: Member, ben: Member, chloe: Member) -> None:
    has_sent(ben, list=OTHER, capacity="not_yet")
    says(ada, "contacting_carrier")
    next_step(ben, ben.opens("port new"), list="+1 425 555 0111")
    writes(ben, list="+1 425 555 0112")
    presses(ben, "Cancel order", "PO-3")
    listed = ben.types("port")
    first, second = listed.text.split("PO-1 · ")
    assert "PO-2 · 1 toll number, United States\nDraft since <!date^" in first
    assert "• Missing: Losing carrier" in first
    assert "1 toll number, United States, from Old Carrier\nContacting carrier since <!date^" in second
    assert "• Support has not confirmed the high concurrent capacity" in second
    assert "PO-3" not in listed.text
    assert listed.buttons == ["PO-2", "PO-1", "New port order"]
    assert "*PO-2* · 1 toll number" in ben.presses(listed, "PO-2")
    assert "Opérateur contacté depuis" in chloe.types("port list").text


@pytest.mark.parametrize(
    ("state", "listed"),
    [
        pytest.param("draft", "PO-2 ·", id="drafts"),
        pytest.param("processing", "PO-1 ·", id="sent ones"),
        pytest.param("error", "No port order is in the state “Refused by the losing carrier”.", id="none there"),
        pytest.param("open", "PO-2 ·", id="all that are open"),
        pytest.param("drafty", "I do not know the state “drafty”.", id="no state"),
    ],
)
def test_the_orders_in_one_state_are_listed_where_that_is_asked(ben: Member, state: str, listed: str) -> None:
    has_sent(ben, list=OTHER)
    writes(ben)
    assert ben.types(f"port list {state}").text.startswith(listed)


def test_a_long_list_has_pages(ben: Member) -> None:
    for last in range(9):
        next_step(ben, ben.opens("port new"), list=f"+1 425 555 013{last}")
    listed = ben.types("port list")
    assert listed.buttons == [*(f"PO-{number}" for number in range(9, 1, -1)), "Next page", "New port order"]
    assert "PO-1 ·" in ben.presses(listed, "Next page")


def test_an_order_is_shown_in_the_readers_language_with_what_was_last_said_about_it(
    desk: Desk, ben: Member, chloe: Member
) -> None:
    has_sent(ben)
    replies(chloe, "Ils <b>ont</b> répondu *hier*", uploads(chloe, b"x", "facture.txt"))
    eventually(lambda: comments(desk))
    shown = chloe.types("port PO-1")
    assert "*PO-1* · 5 numéros payants, États-Unis, de Old Carrier\n*En traitement* depuis" in shown.words
    assert shown.numbers == [f"+1425555010{last}" for last in range(5)]
    assert f"*Derniers commentaires*\n{chloe.mention} · <!date^" in shown.words
    assert "Ils &lt;b&gt;ont&lt;/b&gt; répondu" in shown.words
    assert "facture.txt" in shown.words
    assert "*Last said about it*" in ben.types("port po-1").words
    assert "There is no port order PO-99 in this workspace." in ben.types("port PO-99").text
    assert chloe.presses(shown, "Suivre").startswith("Vous suivez PO-1")


def test_where_a_number_is_can_be_asked_however_it_is_written(
    desk: Desk, ada: Member, ben: Member, chloe: Member
) -> None:
    has_sent(ben)
    approved(ada)
    told = ben.types("status +1 (425) 555-0102").text
    assert told.startswith("+1 425-555-0102\nPO-1 · 5 toll numbers, United States, from Old Carrier\nTransfer approved")
    assert f"<!date^{AT_FOC.timestamp():.0f}^" in told
    assert "Transfert approuvé depuis" in chloe.types("status +14255550102").text
    ben.types("reserve 1 US New York New York")
    for number, where in {
        "+1 212 555 0100": "It is on hold with H-1: New York",
        "+1 212 555 0101": "It is in the pool: New York",
        "+1 844 555 0100": "This number is neither here nor in the pool.",
        "12": "There is no such number as “12”",
    }.items():
        assert where in ben.types(f"status {number}").text
    go_to(desk, AT_FOC)
    card(desk, "*Transfer pending*")
    assert "Transfer pending" in ben.types("status +1 425 555 0102").text


def test_home_shows_the_open_orders_and_is_drawn_again_when_one_moves(
    desk: Desk, ada: Member, ben: Member, chloe: Member
) -> None:
    assert "No port order is open." in ben.home().words
    assert "Ordres de portage" in chloe.home().words
    has_sent(ben, capacity="not_yet")
    shown = drawn(desk, ben, "*Processing* since")
    assert "*PO-1* · 5 toll numbers, United States, from Old Carrier" in shown.words
    assert "• Support has not confirmed" in shown.words
    says(ada, "error", reason="pin")
    shown = drawn(desk, ben, "Refused by the losing carrier* since")
    assert "The PIN is wrong or missing." in shown.words
    drawn(desk, chloe, "Le code PIN est erroné ou manque.")
    ben.presses(ben.home(), "PO-1")
    assert "*PO-1* · 5 toll numbers" in ben.modal().words
    ben.closes(ben.modal())
    presses(ben, "Cancel order")
    drawn(desk, ben, "No port order is open.")


def test_the_log_of_an_order_tells_its_whole_story(desk: Desk, ada: Member, ben: Member, chloe: Member) -> None:
    has_sent(ben, list="+1 425 555 0100")
    says(ada, "contacting_carrier")
    says(ada, "transfer_approved", **FOC)
    says(ada, "error", reason="pin")
    presses(chloe, "Follow")
    presses(ben, "Cancel order")
    told = [line.split(" · ")[1] for line in ben.types("log PO-1").text.splitlines() if line.startswith("<!date^")]
    done = (
        "ben moved a port order: Cancelled",
        "chloe follows a port order",
        "ada moved a port order: Refused by the losing carrier (The PIN is wrong or missing.)",
        "ada moved a port order: Transfer approved (<!date^",
        "ada moved a port order: Contacting carrier",
        "ben moved a port order: Processing",
        "ben spoke of capacity",
        "ben brought a signed letter (",
    )
    assert [line for line, what in zip(told, done, strict=False) if not line.startswith(what)] == []
    assert "a fait passer un ordre de portage" in chloe.types("log PO-1").text
    assert desk.record("PO-1")[0] == PortAction.PORT_DRAFTED


def test_what_is_said_in_the_thread_is_kept_and_what_is_said_elsewhere_is_not(
    desk: Desk, ada: Member, ben: Member, chloe: Member
) -> None:
    has_sent(ben)
    ben.types("reserve 1 US New York New York")
    desk.post("message", user="ben", channel=PHONES, text="beside it")
    desk.post("message", user="ben", channel=GENERAL, text="elsewhere")
    desk.post("message", user="ben", channel="@ben", text="to the desk alone")
    other = desk.post("message", user="ben", channel=PHONES, text="a thread of our own")["message_ts"]
    desk.post("message", user="ben", channel=PHONES, text="in it", thread_ts=other)
    desk.post("message", user="ben", channel=PHONES, text="under a hold", thread_ts=desk.card("H-1").ts)
    replies(ada, "They called.")
    replies(chloe, "Encore ?", uploads(chloe, b"x", "devis.odt"))
    eventually(lambda: len(comments(desk)) == 2)
    assert comments(desk) == ["They called.", "Encore ?"]
    assert desk.record("PO-1").count(PortAction.PORT_COMMENTED) == 2
    for text in ("beside it", "elsewhere", "alone", "in it", "under a hold"):
        assert text not in ben.types("port PO-1").words


def test_what_slack_tells_twice_is_kept_once(desk: Desk, ben: Member) -> None:
    writes(ben)
    replies(ben, "They called.", uploads(ben, b"%PDF-1.7 x", "letter.pdf"))
    card(desk, "Signed letter of")
    told: list[Any] = [entry["arguments"] for entry in desk.log("events_api")]
    event = next(each for each in told if each["event"].get("text") == "They called.")
    desk.post("deliver", type="events_api", payload=event, times=2)
    desk.post("deliver", type="events_api", payload={**event, "event_id": "Ev0ANOTHER"})
    desk.settle()
    assert comments(desk) == ["They called."]
    assert desk.record("PO-1").count(PortAction.LETTER_SIGNED) == 1
    assert desk.record("PO-1").count(PortAction.PORT_COMMENTED) == 1


def test_edits_and_what_the_desk_says_itself_are_no_comments(desk: Desk, ben: Member) -> None:
    has_sent(ben)
    replies(ben, "first")
    eventually(lambda: comments(desk))
    told: list[Any] = [entry["arguments"] for entry in desk.log("events_api")]
    event = next(each for each in told if each["event"].get("text") == "first")
    for change in ({"subtype": "message_changed"}, {"subtype": "bot_message"}, {"bot_id": "B0DESK001"}):
        ts = f"{float(event['event']['ts']) + 1:.6f}"
        desk.post("deliver", type="events_api", payload={**event, "event": {**event["event"], **change, "ts": ts}})
    replies(ben, "last")
    eventually(lambda: "last" in comments(desk))
    assert comments(desk) == ["first", "last"]
