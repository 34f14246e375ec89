"""What members read: help, the Home tab, their own language; and nothing anybody typed that would ping somebody."""

import json
import re

from tests.flow.desk import Desk
from tests.flow.member import Member
from tests.flow.slack import Message

SEATTLE = "reserve 2 US Washington Seattle"


def test_a_bare_command_shows_what_can_be_done_and_its_buttons_do_it(ada: Member) -> None:
    shown = ada.types("")
    assert "/numbers reserve 3 US Washington Seattle" in shown.words
    assert shown.buttons[-3:] == ["Search", "Quota", "Settings"]
    form = ada.chooses(shown, "Search")
    assert "Search numbers" in form.words
    ada.closes(form)
    assert "Service numbers of this workspace" in ada.presses(shown, "Quota")
    assert "Desk settings" in ada.chooses(shown, "Settings").words


def test_who_may_not_change_the_settings_is_not_offered_them(ben: Member) -> None:
    assert ben.types("help").buttons[-2:] == ["Search", "Quota"]


def test_a_group_of_the_help_takes_the_place_of_what_was_shown(ada: Member) -> None:
    shown = ada.types("help")
    assert "/numbers release many" not in shown.words
    assert "/numbers release many" in ada.presses(shown, "Hold and acquire")
    (shown,) = ada.told()
    assert "/numbers port PO-7" in ada.presses(shown, "Port orders")
    (shown,) = ada.told()
    assert "/numbers search GB London" in ada.presses(shown, "Overview")
    assert len(ada.told()) == 1


def test_help_can_be_had_on_each_word(ada: Member) -> None:
    for topic in ("search", "reserve", "show", "release", "quota", "log", "export", "settings", "help"):
        assert f"/numbers {topic}" in ada.types(f"help {topic}").text


def test_help_can_be_had_on_a_group_in_ones_language(ada: Member, chloe: Member) -> None:
    assert ada.types("help find").text.startswith("*Find numbers*")
    shown = chloe.types("")
    assert shown.buttons[0] == "Trouver des numéros"
    assert "combien sont disponibles" in chloe.presses(shown, "Trouver des numéros")
    assert chloe.types("help reserver").text.startswith("*Réserver et acquérir*")
    assert "help trouver" in chloe.types("help truover").buttons


def test_show_answers_with_what_the_card_shows(desk: Desk, ada: Member, ben: Member) -> None:
    ada.types(SEATTLE)
    shown = ben.types("show H-1")
    assert shown.numbers == desk.card("H-1").numbers
    assert "There is no hold H-2 in this workspace." in ben.types("show H-2").text


def test_the_home_tab_shows_the_quota_and_what_can_be_done(desk: Desk, ada: Member, chloe: Member) -> None:
    ada.types("reserve 5 US Washington Seattle")
    home = ada.home()
    assert "15 of 20 left" in home.words
    assert "Service numbers of this workspace" in home.words
    ada.presses(home, "Search")
    assert "15 of 20 toll numbers left in the quota" in ada.modal().words
    assert "Numéros de service" in chloe.home().words
    assert desk.in_use().held == 5


def test_members_are_answered_in_their_language_and_channels_in_theirs(desk: Desk, chloe: Member) -> None:
    assert "Vous avez réservé" in chloe.types(SEATTLE).text
    card = desk.card("H-1")
    assert f"{chloe.mention} holds *2 toll numbers*" in card.words
    view = chloe.chooses(card, "Acquire numbers")
    assert view.body["title"]["text"] == "Acquérir des numéros"
    assert "Je ne connais pas" in chloe.types("serch Paris").text


def test_a_member_who_changes_their_language_is_answered_in_it_at_once(desk: Desk, ben: Member) -> None:
    assert "You hold" in ben.types(SEATTLE).text
    desk.change("user", user="ben", locale="fr-FR")
    try:
        assert "Vous avez réservé" in ben.types(SEATTLE).text
    finally:
        desk.change("user", user="ben", locale="en-US")


def test_nothing_that_a_member_typed_pings_or_formats_anything(desk: Desk, ada: Member) -> None:
    ada.types(SEATTLE)
    ada.submits(
        ada.chooses(desk.card("H-1"), "Acquire numbers"), note="<!channel> <@U0BEN0001> *now* <https://a.example|b>"
    )
    card = desk.card("H-1", "Note: &lt;!channel&gt; &lt;@U0BEN0001&gt; *\u200bnow*")
    answers = [ada.types(f"{verb} <!channel> <@U0BEN0001>") for verb in ("", "search", "reserve 3", "help", "show")]
    for message in (card, *answers):
        assert not pings(message)


def pings(message: Message) -> bool:
    said = re.sub(r"<!date[^>]*>", "", json.dumps(message.body))
    return any(ping in said for ping in ("<!", "<@U0BEN0001>", "<https:"))
