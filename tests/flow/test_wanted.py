"""What cannot be had now is asked for from where it was not found, and told of in each one's own language."""

from tests.flow.desk import Desk, eventually
from tests.flow.member import Member
from tests.flow.slack import Message


def told(desk: Desk, who: str, words: str) -> Message:
    """What a member is told in their own messages, once."""

    def found() -> Message | None:
        return next((each for each in desk.messages(f"@{who}") if words in each.words), None)

    return eventually(found)


def test_numbers_are_asked_for_and_told_of_when_they_are_back(desk: Desk, ben: Member, chloe: Member) -> None:
    ben.types("reserve 2 US Washington Seattle")
    assert "*R-1*" in chloe.types("request 100 Seattle").text
    assert "Open: an admin can see to it" in desk.card("R-1").words
    ben.types("release H-1")
    news = told(desk, "chloe", "que vous aviez demandés sont disponibles (R-1)")
    refused = chloe.at("@chloe").presses(news, "Réserver")
    assert "20" in refused, "the quota is said when they are reserved"
    assert "In stock since" in desk.card("R-1", "In stock").words


def test_nothing_found_asks_with_a_press_and_an_admin_says_why_not(desk: Desk, ada: Member, ben: Member) -> None:
    nothing = ben.types("search Genève")
    assert nothing.buttons == ["Ask for them"]
    assert "*R-1*" in ben.presses(nothing, "Ask for them")
    ada.presses(desk.card("R-1"), "I see to it")
    card = desk.card("R-1", f"{ada.mention} sees to it")
    assert "Only admins decide" in ben.presses(card, "Decline")
    assert ada.submits(ada.chooses(card, "Decline"), wanted_reason="Not before May")["ok"]
    told(desk, "ben", "Not before May")
    assert "declined it" in desk.card("R-1", "declined it").words
    assert "Nobody asks for numbers" in ben.types("requests").text


def test_a_request_outlives_the_bot_and_keeps_how_its_numbers_are_to_look(
    desk: Desk, ben: Member, chloe: Member
) -> None:
    ben.types("reserve 1 Seattle ends:0177")
    nothing = chloe.types("search Seattle ends:0177")
    assert "`ends:0177`" in nothing.words
    assert "*R-1*" in chloe.presses(nothing, "Les demander")
    desk.settle()
    desk.kill_bot()
    eventually(desk.is_up)
    ben.types("release H-1")
    news = told(desk, "chloe", "ends:0177")
    chloe.at("@chloe").presses(news, "Réserver")
    assert list(desk.took("H-2")) == ["+12065550177"]
