"""Which releases need approval and how many, and where it is asked for and told."""

from dataclasses import replace

from store.numbers.types import Status
from store.workspaces.types import Credits
from tests.flow.asking import decline
from tests.flow.batching import (
    FIFTH,
    FIRST,
    FOURTH,
    SECOND,
    asks,
    confirms,
    does,
    needs,
    owns,
    previews,
    resting,
    statuses,
)
from tests.flow.desk import eventually
from tests.flow.member import Member
from tests.flow.product import Product
from tests.flow.slack import GENERAL

ACQUIRED, RESTING = Status.ACQUIRED, Status.RESTING


def test_the_home_tab_shows_what_waits_and_it_is_decided_there(
    owned: Product, ada: Member, ben: Member, chloe: Member
) -> None:
    desk = owned.desk
    assert "asks to release" not in ada.home().words
    asks(ben, FIRST, SECOND)
    eventually(lambda: f"{ben.mention} asks to release *2 numbers* · *B-1* · 0 of 1" in ada.home().words)
    assert "demande à libérer *2 numéros* · *B-1*" in chloe.home().words
    assert "asks to release" not in ben.home().words
    ada.presses(ada.home(), "Approve")
    assert "You approved B-1." in ada.modal().words
    desk.card("B-1", "released *2 numbers*")
    assert "asks to release" not in ada.home().words


def test_who_asked_and_is_not_in_the_channel_is_told_the_verdict_in_their_own_messages_and_language(
    owned: Product, ada: Member, ben: Member, chloe: Member
) -> None:
    desk = owned.desk
    for name, listed in (("B-1", FIRST), ("B-2", SECOND)):
        confirms(chloe, previews(chloe.at(GENERAL), "release", listed))
        chloe.closes(chloe.modal())
        desk.card(name, channel=GENERAL)
    desk.post("member", channel=GENERAL, user="chloe", present=False)
    ada.at(GENERAL).presses(desk.card("B-1", channel=GENERAL), "Approve")
    told = desk.said("approuvée par", "@chloe")
    assert told.text.startswith("Votre demande de libérer *1 numéro* (B-1) est approuvée par")
    assert told.numbers == [FIRST]
    decline(desk.card("B-2", channel=GENERAL), ben.at(GENERAL), "non")
    assert "tout reste à nous. Motif\xa0: non" in desk.said("a refusé votre demande de libérer", "@chloe").text


def test_what_is_asked_in_ones_own_messages_is_decided_where_notices_go(
    owned: Product, ada: Member, ben: Member
) -> None:
    desk = owned.desk
    confirms(ben, previews(ben.at("@ben"), "release", FIRST))
    ada.presses(desk.card("B-1", "asks to release"), "Approve")
    desk.card("B-1", "released *1 number*")
    assert desk.cards("B-1", "@ben") == []
    owned.set_up(replace(needs(), notices=None))
    preview = previews(ben.at("@ben"), "release", SECOND)
    assert "nobody would see the request in your own messages" in confirms(ben, preview).words
    assert statuses(desk, (SECOND,)) == [ACQUIRED]


def test_a_single_release_is_asked_for_too(owned: Product, ada: Member, ben: Member) -> None:
    desk = owned.desk
    view = ben.opens(f"release {FIRST}")
    assert "A teammate must approve first." in view.words
    ben.submits(view)
    assert "B-1 waits for approval" in ben.modal().words
    assert statuses(desk, (FIRST,)) == [ACQUIRED]
    assert ada.presses(desk.card("B-1"), "Approve") == "You approved B-1. The number is being released."
    desk.card("B-1", "released *1 number*")


def test_few_numbers_need_no_approval_and_toll_free_ones_as_many_as_the_policy_says(
    owned: Product, ada: Member, ben: Member, chloe: Member
) -> None:
    desk = owned.desk
    owned.set_up(resting(credits=Credits(set_up=True)))
    owns(ben, "reserve 2 US type:toll-free", "H-2")
    owned.set_up(replace(needs(approvals=1, toll_free=2, from_quantity=2), credits=Credits(set_up=True)))
    does(ben, "release", FIRST)
    assert statuses(desk, (FIRST,)) == [RESTING]
    assert "2 teammates must approve first." in previews(ben, "release", SECOND, "+1 800 555 0100").words
    ben.closes(ben.modal())
    card = asks(ben, SECOND, "+1 800 555 0100", named="B-3")
    for by, given in ((ada, "1 of 2"), (chloe, "released *2 numbers*")):
        by.presses(card, "Approve")
        card = desk.card("B-3", given)
    assert f"Approved by {ada.mention}, {chloe.mention}" in card.words
    assert statuses(desk, (SECOND,)) == [RESTING]


def test_the_setting_is_a_box_to_tick_and_what_was_asked_before_stays_as_it_was_asked(
    shared: Product, ada: Member, ben: Member
) -> None:
    desk = shared.desk
    shared.set_up(resting())
    owns(ben)
    view = ada.opens("settings approvals")
    assert view.standing("approve_releases") == []
    ada.submits(view, approve_releases=["approve_releases"], approvals="1")
    ada.closes(ada.modal())
    card = asks(ben, FIRST)
    assert ada.opens("settings approvals").standing("approve_releases") == ["approve_releases"]
    ada.submits(ada.modal(), approve_releases=[])
    ada.closes(ada.modal())
    does(ben, "release", SECOND)
    assert statuses(desk, (FIRST, SECOND)) == [ACQUIRED, RESTING]
    ada.presses(card, "Approve")
    desk.card("B-1", "released *1 number*")
    assert statuses(desk, (FIRST,)) == [RESTING]


def test_assigning_needs_no_approval(owned: Product, ben: Member) -> None:
    does(ben, "assign", FOURTH, FIFTH, kind="queue", name="Sales")
    does(ben, "unassign", FOURTH)
    assert statuses(owned.desk) == [ACQUIRED] * 5
