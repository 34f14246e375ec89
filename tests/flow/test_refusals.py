"""Who may not, and what may not be: always in words, with what would change it, and nothing is held."""

from dataclasses import replace

import pytest

from bot.local import SAMPLE
from store.types import Kind
from store.workspaces.types import Credits, Licences, Workspace
from tests.flow.desk import ALONE, Desk
from tests.flow.member import Member
from tests.flow.product import Product

SEATTLE = "reserve 2 US Washington Seattle"


@pytest.mark.parametrize("text", ["", "help", "search GB London", SEATTLE, "quota", "settings", "nonsense"])
@pytest.mark.parametrize(
    ("who", "words"),
    [
        pytest.param("dev", "Guests cannot use the number desk.", id="a guest"),
        pytest.param("eve", "members of other workspaces cannot use it here", id="a stranger"),
    ],
)
def test_guests_and_strangers_get_words_and_nothing_else(
    desk: Desk, request: pytest.FixtureRequest, who: str, words: str, text: str
) -> None:
    member: Member = request.getfixturevalue(who)
    answer = member.types(text)
    assert words in answer.text
    assert answer.buttons == []
    assert desk.in_use().held == 0


def test_a_guest_who_presses_or_looks_at_the_home_tab_gets_words(desk: Desk, ada: Member, dev: Member) -> None:
    ada.types(SEATTLE)
    card = desk.card("H-1")
    for label in card.buttons:
        assert "Guests cannot use the number desk." in dev.presses(card, label)
    assert dev.modals() == []
    assert "Guests cannot use the number desk." in dev.home().words
    assert desk.in_use().held == 2


def test_where_slack_does_not_say_who_somebody_is_nothing_is_granted(desk: Desk, ada: Member) -> None:
    desk.change("user", user="ada")  # what was known of her is forgotten
    desk.fault("users.info", error="internal_error")
    assert ada.types(SEATTLE).text == ("Slack did not say what you may do, so nothing was changed. Please try again.")
    assert desk.in_use().held == 0
    assert "You hold" in ada.types(SEATTLE).text


def test_slack_saying_it_too_late_is_as_good_as_not_at_all(desk: Desk, ada: Member) -> None:
    desk.change("user", user="ada")
    desk.fault("users.info", delay_seconds=1.5)
    assert "Please try again." in ada.types(SEATTLE).text


@pytest.mark.parametrize(
    ("settings", "text", "words"),
    [
        pytest.param(
            Workspace(id=SAMPLE.id, greeted=True),
            SEATTLE,
            "It needs at least one of: Enterprise E5, the Phone System add-on, the Audio Conferencing add-on.",
            id="no licence",
        ),
        pytest.param(
            SAMPLE, "reserve 1 US type:toll-free", "Toll-free numbers need Communications Credits", id="no credits"
        ),
        pytest.param(SAMPLE, "reserve 21 US Washington Seattle", "only 20 of 20 left", id="more than the quota"),
        pytest.param(
            SAMPLE, "reserve 1 DE", "They are ordered with a request form", id="a country that takes requests"
        ),
        pytest.param(
            replace(SAMPLE, credits=Credits(set_up=True)),
            "reserve 1 SE type:toll-free",
            "No toll-free number is available in Sweden just now",
            id="a kind that is not in stock",
        ),
    ],
)
def test_what_may_not_be_reserved_is_refused_with_what_would_change_it(
    shared: Product, ada: Member, settings: Workspace, text: str, words: str
) -> None:
    shared.set_up(settings)
    assert words in ada.types(text).text
    assert shared.desk.in_use().held == shared.desk.in_use(Kind.TOLL_FREE).held == 0
    assert shared.desk.messages() == []


def test_toll_and_toll_free_have_a_quota_each(shared: Product, ada: Member) -> None:
    shared.set_up(replace(SAMPLE, credits=Credits(set_up=True)))
    ada.types("reserve 20 US Washington Seattle")
    assert "You hold *20 toll-free numbers*" in ada.types("reserve 20 US type:toll-free").text
    assert "is used up" in ada.types("reserve 1 US type:toll-free").text


def test_licences_that_ended_meanwhile_keep_a_hold_from_being_acquired(shared: Product, ada: Member) -> None:
    desk = shared.desk
    ada.types(SEATTLE)
    view = ada.chooses(desk.card("H-1"), "Acquire numbers")
    shared.set_up(Workspace(id=SAMPLE.id))
    ada.submits(view)
    assert "This workspace has no licence for service numbers." in ada.modal().words
    assert desk.in_use().acquired == 0


def test_only_the_holder_or_an_admin_decides_a_hold(desk: Desk, ada: Member, ben: Member, chloe: Member) -> None:
    ben.types(SEATTLE)
    card = desk.card("H-1")
    for label in ("Acquire numbers", "Release"):
        assert f"{ben.mention}, à qui appartient la réservation H-1" in chloe.presses(card, label)
    assert chloe.modals() == []
    assert desk.in_use().held == 2
    assert "You released H-1" in ada.presses(card, "Release")


def test_a_confirm_dialog_that_is_declined_releases_nothing(desk: Desk, ada: Member) -> None:
    ada.types(SEATTLE)
    assert ada.presses(desk.card("H-1"), "Release", confirm=False) == ""
    assert desk.in_use().held == 2


def test_the_quota_shows_licences_acquired_held_and_left_and_whom_to_ask(
    shared: Product, ada: Member, ben: Member
) -> None:
    desk = shared.desk
    shared.set_up(replace(ALONE, licences=Licences(enterprise_e5=30)))
    ada.types("reserve 5 US Washington Seattle")
    view = ada.chooses(desk.card("H-1"), "Acquire numbers")
    ada.submits(view, numbers=view.options("numbers")[:3])
    ben.types("reserve 2 GB London")
    shown = ben.types("quota").words
    assert "30 Enterprise E5, 0 Phone System, 0 Audio Conferencing" in shown
    assert "▰▰▱▱▱▱▱▱▱▱ 15 of 20 left · 3 acquired, 2 held" in shown
    assert "▱▱▱▱▱▱▱▱▱▱ 20 of 20 left · 0 acquired, 0 held" in shown
    assert "ask an admin" in shown
    assert "support for business products" in shown
