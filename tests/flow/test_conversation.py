"""The desk in the conversation itself: spoken to in a channel or a thread, and asked about the numbers of a message."""

from tests.flow.desk import Desk, eventually
from tests.flow.member import Member
from tests.flow.slack import PHONES, Message

DESK = "<@U0DESK001>"


def told_in_thread(member: Member, thread: str, count: int) -> Message:
    """What the desk told a member alone, in a thread, as the last of so many."""
    return eventually(
        lambda: (
            of_thread[-1]
            if len(of_thread := [each for each in member.told() if each.body.get("thread_ts") == thread]) == count
            else None
        )
    )


def test_who_speaks_to_the_desk_in_a_thread_is_answered_there_alone(desk: Desk, ada: Member, chloe: Member) -> None:
    thread = desk.post("message", user="ben", channel=PHONES, text="We need some for Seattle")["message_ts"]
    said = f"{DESK} reserve 3 Seattle"
    desk.post("message", user="ada", channel=PHONES, text=said, thread_ts=thread)
    assert "You hold *3 toll numbers*" in told_in_thread(ada, thread, 1).text
    desk.card("H-1")
    desk.post("message", user="chloe", channel=PHONES, text=f"please {DESK} search Seattle ends:42", thread_ts=thread)
    found = told_in_thread(chloe, thread, 1)
    assert "finit par *42*" in found.words
    assert [
        each.text for each in desk.messages(PHONES) if each.body.get("thread_ts") == thread and each.is_broadcast
    ] == []


def test_what_needs_a_window_comes_as_a_button(desk: Desk, ada: Member) -> None:
    desk.post("message", user="ada", channel=PHONES, text=f"{DESK} search")
    answer = eventually(lambda: next((each for each in ada.told() if each.buttons == ["Open"]), None))
    ada.presses(answer, "Open")
    assert "search_country" in ada.modal().inputs


def test_all_numbers_of_a_message_are_looked_up(desk: Desk, ada: Member, ben: Member) -> None:
    ben.types("reserve 1 Seattle")
    desk.card("H-1")
    text = "Ours? <tel:+12065550100|206-555-0100>, (206) 555\u20110101; +44 20 7946 0000 and +49 30 901820, at 10:30"
    ts = desk.post("message", user="ben", channel=PHONES, text=text)["message_ts"]
    desk.post("shortcut", user="ada", callback_id="look_up_numbers", channel=PHONES, message_ts=ts)
    answer = eventually(lambda: next((each for each in ada.told() if "numbers in this message" in each.text), None))
    lines = answer.words.splitlines()
    assert len(answer.numbers) == 4
    assert any("+1 206-555-0100" in line and "on hold with H-1" in line for line in lines)
    assert any("+1 206-555-0101" in line and "in the pool" in line for line in lines)
    assert any("+49 30 901820" in line and "neither here nor in the pool" in line for line in lines)


def test_the_search_opens_from_everywhere(ada: Member, desk: Desk) -> None:
    desk.post("shortcut", user="ada", callback_id="search_numbers")
    assert "search_country" in ada.modal().inputs
