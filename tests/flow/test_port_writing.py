"""Port orders are written in steps: nothing is typed twice, and one bad number does not sink the others."""

from datetime import timedelta

import pytest

from bot.local import SAMPLE
from handlers.ports.entries import PortAction
from store import audit
from store.types import Kind
from tests.flow.desk import Desk
from tests.flow.member import Member
from tests.flow.porting import (
    FIRST_DAY,
    FIVE,
    MONDAY,
    STEPS,
    card,
    cards,
    errors,
    fields,
    fills,
    forged,
    found,
    next_step,
    opens,
    presses,
    under,
    uploads,
    writes,
)

pytestmark = pytest.mark.usefixtures("monday")
ACCOUNT = STEPS[1]
MIXED = "+1 425 555 0100-0102\n+1 833 555 0100\n+44 161 234 0000, +44 161 234 0002"


def test_an_order_is_written_in_six_steps_and_its_card_shows_what_is_still_to_do(desk: Desk, ben: Member) -> None:
    view = ben.opens("port new")
    for at, usual in enumerate(STEPS, 1):
        assert f"Step {at} of 6" in view.words
        view = next_step(ben, view, **usual)
    assert ben.modals() == []
    shown = card(desk, "Wanted for Tuesday, July 17, 2035")
    for words in (
        "*PO-1* · 5 toll numbers, United States, from Old Carrier\n*Draft* since <!date^",
        "• The signed letter of authorisation is not there yet.",
        "• Support has not confirmed the high concurrent capacity of service numbers yet.",
        f"Requested by {ben.mention}",
    ):
        assert words in shown.words
    assert shown.numbers == [f"+1425555010{last}" for last in range(5)]
    assert "Update status" not in shown.buttons
    assert desk.record("PO-1")[0] == PortAction.PORT_DRAFTED


def test_an_order_begins_on_home_too_and_its_card_is_where_notices_go(desk: Desk, chloe: Member) -> None:
    assert chloe.presses(chloe.home(), "Nouvel ordre de portage") == ""
    next_step(chloe, chloe.modal(), list=FIVE)
    assert "Étape 2 sur 6 · Compte · *PO-1*" in chloe.modal().words
    assert f"Requested by {chloe.mention}" in card(desk).words


def test_nothing_is_kept_before_the_first_step_is_sent(desk: Desk, ben: Member) -> None:
    view = ben.opens("port new")
    assert "kept from the first “Next” on" in view.words
    ben.closes(view)
    assert cards(desk) == []
    assert "No port order is open." in ben.types("port").text


def test_a_first_step_that_arrives_twice_begins_one_order(desk: Desk, ben: Member) -> None:
    next_step(ben, ben.opens("port new"), list=FIVE)
    sent = forged(desk, "view_submission", "port_step")
    answers = desk.post("deliver", type="interactive", payload=sent, times=2)["responses"]
    assert all("*PO-1*" in str(answer["body"]) for answer in answers)
    desk.settle()
    assert len(cards(desk)) == 1
    assert desk.record("PO-1") == [PortAction.PORT_DRAFTED]


def test_what_was_typed_stays_when_one_goes_back_wrong_things_too(desk: Desk, ben: Member) -> None:
    view = next_step(ben, ben.opens("port new"), list=f"{FIVE}\nhello")
    assert "btn" in errors(ben, view, **ACCOUNT | {"btn": "12"})
    ben.presses(ben.modal(), "Back")
    assert ben.modal().standing("list") == f"{FIVE}\nhello"
    view = next_step(ben, ben.modal())
    assert [view.standing(name) for name in ACCOUNT] == ["Old Carrier", "A-4711", "12", "1234", "partial"]
    view = next_step(ben, view, btn="+1 425 555 0199")
    ben.closes(next_step(ben, view, **STEPS[2]))
    view = opens(ben, "Continue")
    assert "Step 4 of 6" in view.words
    for name in ("company", "btn"):
        ben.presses(ben.modal(), "Back")
        assert ben.modal().standing(name) == {"company": STEPS[2]["company"], "btn": "+14255550199"}[name]
    assert len(cards(desk)) == 1


def test_each_bad_number_is_named_with_its_reason_and_the_good_ones_go_on(desk: Desk, ben: Member) -> None:
    writes(ben)
    ben.types("reserve 1 US New York New York")
    assert list(desk.took("H-1")) == ["+12125550100"]
    bad = {
        "hello": "this is not a number",
        "+1 425 555 01": "there is no such number",
        "+800 1234 5678": "universal international freephone numbers (+800) cannot be ported",
        "+44 845 222 2222": "British 0843, 0844, 0845, 0870, 0871 and 0872 numbers cannot be ported",
        "+44 7400 123456": "mobile numbers can only be ported in the United States and Puerto Rico",
        "+1 425-555-0110-0109": "this range ends before it begins, or has more than 10,000 numbers",
        "+1 212-555-0100": "this number is on hold",
        "+1 425-555-0104": "this number is in the open order PO-1",
    }
    view = next_step(ben, ben.opens("port new"), list="\n".join(["+1 425 555 0110", *bad, "(425) 555-0110"]))
    assert "*1 toll number, United States*" in view.words
    assert "1 number was there twice and counts once." in view.words
    for shown in (view, fills(ben, view, *STEPS[1:-1])):
        assert "8 were left out:" in shown.words
        for said, why in bad.items():
            assert f"• {said}: {why}" in shown.words
    assert found(desk, "PO-2").numbers == ("+14255550110",)


def test_a_list_without_any_number_that_can_be_ported_is_refused_at_its_field(desk: Desk, chloe: Member) -> None:
    view = chloe.opens("port new")
    said = errors(chloe, view, list="+44 7400 123456\n+800 1234 5678")["list"]
    for words in (
        "aucun numéro qui puisse être porté",
        "+44 7400 123456\xa0: les numéros mobiles",
        "+800 1234 5678\xa0: les numéros gratuits internationaux universels (+800) ne se portent pas",
    ):
        assert words in said
    assert "aucun numéro qui puisse être porté" in errors(chloe, view, list="")["list"]
    assert cards(desk) == []


def test_a_range_is_all_its_numbers(desk: Desk, ben: Member) -> None:
    view = next_step(ben, ben.opens("port new"), list="+1 425 555 0100-0149")
    assert "*50 toll numbers, United States*" in view.words
    assert found(desk).numbers == tuple(f"+1425555{last:04}" for last in range(100, 150))
    assert "and 40 more" in card(desk).words


def test_a_mixed_list_becomes_an_order_for_each_kind_and_country_each_with_its_card(desk: Desk, ben: Member) -> None:
    view = next_step(ben, ben.opens("port new"), list=MIXED)
    assert "*These become 3 orders*" in view.words
    view = fills(ben, view, *STEPS[1:-1])
    for part in (
        "*PO-1* · 3 toll numbers, United States",
        "*a new order* · 1 toll-free number, United States",
        "*a new order* · 2 toll numbers, United Kingdom",
    ):
        assert part in view.words
    assert "British geographic blocks should be without gaps" in view.words
    next_step(ben, view)
    told = [message.text for message in under(desk)]
    assert told == [f"PO-1 · {ben.mention} put numbers into orders of their own: PO-2 (1), PO-3 (2)."]
    assert [shown.words.splitlines()[0] for shown in cards(desk)] == [
        "PO-1 · 3 toll numbers, United States, from Old Carrier",
        "PO-2 · 1 toll-free number, United States, from Old Carrier",
        "PO-3 · 2 toll numbers, United Kingdom, from Old Carrier",
    ]
    orders = [found(desk, f"PO-{number}") for number in (1, 2, 3)]
    assert [(order.kind, order.country) for order in orders] == [
        (Kind.TOLL, "US"),
        (Kind.TOLL_FREE, "US"),
        (Kind.TOLL, "GB"),
    ]
    assert fields(orders[0]) == fields(orders[1]) == fields(orders[2])


def test_more_numbers_than_one_order_may_have_become_several_orders(desk: Desk, ben: Member) -> None:
    writes(ben, list="+44 3069 990000-990999")
    told = under(desk)[-1].text
    assert told == f"PO-1 · {ben.mention} put numbers into orders of their own: PO-2 (1)."
    assert "999 toll numbers, United Kingdom" in card(desk).words
    assert found(desk, "PO-2").numbers == ("+443069990999",)


@pytest.mark.parametrize(
    ("btn", "scope", "said"),
    [
        pytest.param("+1 425 555 0199", "full", "A full port includes the BTN", id="a full port without it"),
        pytest.param("(425) 555-0104", "partial", "A partial port leaves the BTN out", id="a partial port with it"),
    ],
)
def test_the_btn_must_go_with_a_full_port_and_stay_with_a_partial_one(
    desk: Desk, ben: Member, btn: str, scope: str, said: str
) -> None:
    view = next_step(ben, ben.opens("port new"), list=FIVE)
    assert said in errors(ben, view, **ACCOUNT | {"btn": btn, "scope": scope})["btn"]
    other = "full" if scope == "partial" else "partial"
    assert "Step 3 of 6" in next_step(ben, ben.modal(), scope=other).words
    assert found(desk).scope == other


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        pytest.param("2035-07-16", "mardi 17 juillet 2035", id="too soon"),
        pytest.param("2035-07-21", "lundi 23 juillet 2035", id="a Saturday"),
        pytest.param("2035-09-03", "mardi 4 septembre 2035", id="a holiday"),
    ],
)
def test_a_date_that_cannot_be_is_answered_with_the_next_that_can(chloe: Member, wanted: str, first: str) -> None:
    view = fills(chloe, chloe.opens("port new"), *STEPS[:4])
    said = errors(chloe, view, wanted_date=wanted)["wanted_date"]
    assert said.startswith("Les opérateurs ont besoin de 10 jours ouvrés, et la date doit en être un.")
    assert said.endswith(f"{first}.")
    assert "Étape 6 sur 6" in next_step(chloe, view, wanted_date=FIRST_DAY).words


def test_what_is_no_telephone_number_is_named_at_its_field(ben: Member) -> None:
    view = fills(ben, ben.opens("port new"), *STEPS[:3])
    said = errors(ben, view, **STEPS[3] | {"phone": "hello"})
    assert said == {"phone": "“hello” is not a number with its country's code, such as +44 20 7946 0000."}


@pytest.mark.parametrize("name", ["numbers.csv", "numbers.txt"])
def test_a_csv_file_is_read_whatever_its_name_and_told_in_the_thread_and_to_who_gave_it(
    desk: Desk, chloe: Member, name: str
) -> None:
    content = "Nom;Numéro\nAccueil;+1 425 555 0110\nRoaming;+44 7400 123456\nAccueil;+1 425 555 0100\n".encode("cp1252")
    view = next_step(chloe, chloe.opens("port new"), list=FIVE, file=uploads(chloe, content, name))
    assert "Votre fichier est en cours de lecture" in view.words
    told = under(desk)[-1].text
    for words in (
        f"added 1 number from {name}. The numbers were read from “Numéro”, for its heading. Not read: “Nom”.",
        "so they were taken for Windows-1252: Numéro.",
        "\n1 was left out:\n• +44 7400 123456: mobile numbers can only be ported",
    ):
        assert words in told
    assert f"a ajouté 1 numéro de {name}." in desk.said("PO-1", "@chloe").words
    assert found(desk).numbers[-1] == "+14255550110"
    chloe.presses(view, "Retour")
    assert "Garder 1 numéro" in chloe.modal().words
    next_step(chloe, chloe.modal(), keep=[])
    assert len(found(desk).numbers) == 5


def test_a_file_that_cannot_be_used_is_told_to_who_gave_it_and_the_order_stays_as_it_is(
    desk: Desk, ada: Member, ben: Member
) -> None:
    writes(ben)
    unused = "could not be used: it is"
    files = {
        uploads(ben, b"+1 425 555 0110\n" * 70_000, "large.csv"): f"large.csv {unused} larger than 1 MB.",
        uploads(ben, bytes(range(256)), "binary.csv"): f"binary.csv {unused} no text, or its letters",
        uploads(ada, b"+1 425 555 0110", "adas.csv"): f"adas.csv {unused} not yours.",
    }
    for file, why in files.items():
        presses(ben, "Continue")
        for _ in range(5):
            ben.presses(ben.modal(), "Back")
        next_step(ben, ben.modal(), file=file)
        assert why in desk.said(why, "@ben").text
        ben.closes(ben.modal())
    assert len(found(desk).numbers) == 5


def test_another_member_goes_on_with_a_draft_where_it_stopped(desk: Desk, ada: Member, ben: Member) -> None:
    ben.closes(fills(ben, ben.opens("port new"), *STEPS[:2]))
    assert "Missing: Organisation's name, Street and number" in card(desk, "Missing: Organisation").words
    view = opens(ada, "Continue")
    assert "Step 3 of 6 · Service address · *PO-1*" in view.words
    fills(ada, view, *STEPS[2:])
    shown = card(desk, "Wanted for").words
    assert "Missing" not in shown
    assert f"Requested by {ben.mention}" in shown
    assert "ada changed a port order (" in ben.types("log PO-1").text


def test_a_draft_that_waits_is_remembered_once_two_days_after_somebody_last_did_something(
    desk: Desk, ben: Member, chloe: Member
) -> None:
    view = next_step(ben, ben.opens("port new"), list=FIVE)
    desk.advance(days=1, hours=23)
    next_step(ben, view, **ACCOUNT)
    desk.advance(days=2, seconds=1)
    waits = f"PO-1 · {ben.mention}, this draft has waited since"
    desk.said(waits)
    desk.said(waits, "@ben")
    with desk.database.reading() as db:
        reminded = audit.of(db, SAMPLE.id, "PO-1")[-1].deed
    assert (reminded.action, reminded.who) == (PortAction.PORT_REMINDED, None)
    assert reminded.at - MONDAY >= timedelta(days=3, hours=23)
    next_step(chloe, chloe.opens("port new"), list="+1 425 555 0110")
    desk.advance(days=9)
    desk.said(f"PO-2 · {chloe.mention}, this draft has waited since")
    desk.settle()
    assert sum(waits in text for text in desk.texts()) == 1


def test_a_draft_is_cancelled_once_that_was_confirmed_and_its_numbers_may_go_elsewhere(
    desk: Desk, ben: Member, chloe: Member
) -> None:
    writes(ben)
    assert ben.presses(card(desk), "Cancel order", confirm=False) == ""
    assert "*Draft*" in card(desk).words
    assert presses(ben, "Cancel order") == "You cancelled PO-1."
    assert card(desk, "*Cancelled*").buttons == []
    assert under(desk)[-1].text == f"PO-1 · {ben.mention} moved it from “Draft” to Cancelled."
    assert "*5 numéros payants, États-Unis*" in next_step(chloe, chloe.opens("port new"), list=FIVE).words
