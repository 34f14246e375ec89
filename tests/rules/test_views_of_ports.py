"""The card of a port order is taken by Slack whatever it says, and shows what is done, where it is and what is next."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

import pytest

from handlers import desk
from handlers.inventory.requests import Assign
from handlers.kit import fields as fields_of
from handlers.kit.fields import unpacked
from handlers.kit.reply import Message
from handlers.ports import PORTS, step_payloads
from handlers.ports.open_points import Point
from handlers.ports.views import card
from store.places import known_places
from store.ports.types import Capacity, Field, OrderId, PortOrder, Reason, Scope, State
from store.types import UserId
from store.workspaces.types import LOCALES
from tests.rules.orders import ASKER, BRINGER, DRAFT, FOC, NOW, READY, many, order, saying, with_letter, worst
from tests.rules.shown import TEAMMATES, WORST, buttons, labels, mentioned, refused_by_slack, words
from tests.table import table

BOTH_LANGUAGES = table("locale", LOCALES)
EVERY_COUNT = table("count", [0, 1, 999, 10_000])
TEXTS = table("text", ["", WORST, "&" * 1_000], ids=["nothing", "mentions", "what is escaped longest"])
REACHED = {state: NOW - timedelta(days=20 - at) for at, state in enumerate(State)}
WAY = ("Draft", "Processing", "Contacting carrier", "Transfer approved", "Transfer pending", "Completed")
EVERY_POINT = [point for point in Point if point is not Point.BTN_IS_THERE]  # beside BTN_IS_MISSING it cannot be


def card_of(
    of: PortOrder,
    locale: str = "en",
    *,
    points: Sequence[Point] = (),
    reached: Mapping[State, datetime] = REACHED,
    followers: Sequence[UserId] = (),
    now: datetime = NOW,
) -> Message:
    return card.card(locale, card.OrderCard(order=of, points=points, reached=reached, followers=followers, now=now))


def timeline(of: PortOrder, reached: Mapping[State, datetime] = REACHED, now: datetime = NOW) -> list[str]:
    """Each state that the card shows, with its mark and without its time."""
    lines = words(card_of(of, reached=reached, now=now)).splitlines()
    return [line.split(" · ")[0].replace("*", "") for line in lines if line[0] in "✓●○✗"]


@BOTH_LANGUAGES
@EVERY_COUNT
@TEXTS
@table("state", State)
def test_a_card_is_taken_by_slack(locale: str, state: State, count: int, text: str) -> None:
    message = card_of(worst(text, state, count), locale, points=EVERY_POINT, followers=TEAMMATES[:20])
    assert refused_by_slack(message) == []
    assert "*" not in message.text


@BOTH_LANGUAGES
def test_a_card_of_which_nothing_is_said_yet_is_taken_by_slack(locale: str) -> None:
    empty = replace(DRAFT, country="", kind=None, fields={}, numbers=())
    assert refused_by_slack(card_of(empty, locale, points=[Point.NO_NUMBERS, Point.FIELDS], reached={})) == []


@cache
def words_of_error(reason: Reason, locale: str) -> str:
    return words(card_of(order(State.ERROR, reason=reason), locale))


@BOTH_LANGUAGES
@TEXTS
@table("reason", Reason)
def test_the_card_of_a_refused_order_says_why_and_what_to_do(locale: str, text: str, reason: Reason) -> None:
    message = card_of(replace(worst(text, State.ERROR), reason=reason), locale, points=[Point.CAPACITY])
    assert refused_by_slack(message) == []
    others = [words_of_error(other, locale) for other in Reason if other is not reason]
    assert words_of_error(reason, locale) not in others


@BOTH_LANGUAGES
@table("scope", Scope)
@table("point", Point)
def test_every_open_point_is_shown(locale: str, point: Point, scope: Scope) -> None:
    of = with_letter(saying({Field.CITY: ""}, replace(DRAFT, scope=scope)), signer="Ada Lovelace")
    message = card_of(of, locale, points=[point])
    assert refused_by_slack(message) == []
    (shown,) = [line for line in words(message).splitlines() if line.startswith("• ")]
    assert len(shown) > len("• ")


def test_open_points_say_what_they_are_about() -> None:
    of = with_letter(saying({Field.CITY: "", Field.POSTCODE: ""}), signer="Ada Lovelace")
    said = words(card_of(of, points=[Point.FIELDS, Point.BTN_IS_MISSING, Point.WRONG_SIGNER]))
    assert "• Missing: City, Postcode" in said
    assert "• A full port includes the BTN, and +1 206-555-0199 is not among the numbers." in said
    assert "• The letter is signed by Ada Lovelace, and the authorised person is Ben Harrison." in said


@BOTH_LANGUAGES
@table("said", ["+9991234567", "0199", "+"])
def test_a_telephone_number_that_was_not_understood_is_shown_as_it_was_typed(locale: str, said: str) -> None:
    of = saying({Field.BTN: said, Field.PHONE: said}, replace(DRAFT, scope=Scope.FULL))
    assert refused_by_slack(card_of(of, locale, points=[Point.FIELDS])) == []


@BOTH_LANGUAGES
@table("count", [50, 1_000])
def test_a_card_that_very_many_follow_is_taken_by_slack(locale: str, count: int) -> None:
    followers = [UserId(f"U555{at:07}") for at in range(count)]
    assert refused_by_slack(card_of(READY, locale, followers=followers)) == []


@BOTH_LANGUAGES
@table("state", State)
def test_a_card_mentions_who_asked_who_follows_and_who_brought_the_letter(locale: str, state: State) -> None:
    message = card_of(worst(WORST, state), locale, points=EVERY_POINT, followers=TEAMMATES[:3])
    known = {f"<@{user}>" for user in (ASKER, BRINGER, *TEAMMATES[:3])}
    assert mentioned(words(message)) == known
    assert not mentioned(message.text)


@table(
    ("state", "marks"),
    [
        (State.DRAFT, "●○○○○○"),
        (State.PROCESSING, "✓●○○○○"),
        (State.CONTACTING, "✓✓●○○○"),
        (State.APPROVED, "✓✓✓●○○"),
        (State.PENDING, "✓✓✓✓●○"),
        (State.COMPLETED, "✓✓✓✓✓✓"),
    ],
)
def test_a_card_shows_what_is_done_where_it_is_and_what_is_next(state: State, marks: str) -> None:
    assert timeline(order(state)) == [f"{mark} {name}" for mark, name in zip(marks, WAY, strict=True)]


@table(("state", "name"), [(State.ERROR, "Refused by the losing carrier"), (State.CANCELLED, "Cancelled")])
def test_an_order_that_ended_before_its_transfer_shows_how_far_it_had_come(state: State, name: str) -> None:
    far = dict.fromkeys((State.DRAFT, State.PROCESSING, State.CONTACTING, state), NOW)
    assert timeline(order(state), far) == ["✓ Draft", "✓ Processing", "✓ Contacting carrier", f"✗ {name}"]


def test_an_order_that_is_sent_again_begins_its_way_anew() -> None:
    assert timeline(order(State.PROCESSING))[:3] == ["✓ Draft", "● Processing", "○ Contacting carrier"]


def test_a_transfer_is_shown_as_pending_before_anybody_has_said_so() -> None:
    late = order(State.APPROVED, foc=NOW + timedelta(hours=23))
    not_said: dict[State, datetime] = {state: at for state, at in REACHED.items() if state is not State.PENDING}
    assert timeline(late, not_said)[4] == "● Transfer pending"
    assert "Transfer pending since" in card_of(late, reached=not_said).text
    assert "Cancel order" not in labels(card_of(late, reached=not_said))


def test_a_card_says_when_each_state_was_reached() -> None:
    since = f"<!date^{int(REACHED[State.CONTACTING].timestamp())}^{{date_short_pretty}} {{time}}|2026-02-12 09:00 UTC>"
    message = card_of(order(State.CONTACTING))
    assert f"*Contacting carrier* since {since}" in words(message)
    assert f"● *Contacting carrier · {since}*" in words(message)
    assert f"Contacting carrier since {since}" in message.text


def test_a_card_says_what_it_is_who_asked_and_what_was_agreed() -> None:
    said = words(card_of(with_letter(order(State.APPROVED, comment="a call at 9")), followers=TEAMMATES[:1]))
    for part in (
        "*PO-7* · 2 toll numbers, United States, from Old Carrier",
        f"Transfer (FOC): <!date^{int(FOC.timestamp())}^",
        "“a call at 9”",
        "`+1 206-555-0100`, `+1 206-555-0101`",
        f"Requested by <@{ASKER}>",
        f"Followed by <@{TEAMMATES[0]}>",
        f"Signed letter of <!date^{int(NOW.timestamp())}^",
        f"from <@{BRINGER}>",
    ):
        assert part in said


def test_a_card_shows_the_wanted_date_until_there_is_a_foc() -> None:
    wanted = "Wanted for Wednesday, April 1, 2026"
    assert wanted in words(card_of(DRAFT))
    assert wanted not in words(card_of(order(State.APPROVED)))
    assert wanted not in words(card_of(order(State.CANCELLED)))


@table(("count", "more"), [(10, ""), (11, "and 1 more"), (999, "and 989 more")])
def test_a_card_names_ten_numbers_and_counts_the_others(count: int, more: str) -> None:
    said = words(card_of(replace(DRAFT, numbers=many(count))))
    assert said.count("`") == 20
    assert more in said


WRITING = ["Continue", "Make the letter", "Add the signed letter", "Send order", "Take out numbers"]
AGAIN = ["Edit", "Make the letter", "Add the signed letter", "Send again", "Take out numbers"]
FOLLOWING = ["Follow", "Unfollow"]
ON_ITS_WAY = ["Update status", *FOLLOWING]


@table(
    ("of", "offered"),
    [
        pytest.param(order(State.DRAFT), [*WRITING, *FOLLOWING, "Cancel order"], id="a draft"),
        pytest.param(
            order(State.DRAFT, numbers=many(1)), [*WRITING[:-1], *FOLLOWING, "Cancel order"], id="of one number"
        ),
        pytest.param(
            with_letter(DRAFT, signer=""),
            [
                "Continue",
                "Make the letter",
                "Say who signed",
                *WRITING[3:],
                *FOLLOWING,
                "Signed letter",
                "Cancel order",
            ],
            id="a letter of which nobody said who signed",
        ),
        pytest.param(READY, [*WRITING, *FOLLOWING, "Signed letter", "Cancel order"], id="ready to be sent"),
        pytest.param(order(State.PROCESSING), [*ON_ITS_WAY, "Cancel order"], id="sent"),
        pytest.param(
            with_letter(order(State.PROCESSING, capacity=Capacity.NOT_YET)),
            ["Update status", "Capacity is confirmed", *FOLLOWING, "Signed letter", "Cancel order"],
            id="sent without the word on capacity",
        ),
        pytest.param(order(State.CONTACTING), [*ON_ITS_WAY, "Cancel order"], id="contacting the carrier"),
        pytest.param(order(State.APPROVED), [*ON_ITS_WAY, "Cancel order"], id="approved"),
        pytest.param(order(State.PENDING), ON_ITS_WAY, id="pending: too late to cancel"),
        pytest.param(order(State.APPROVED, foc=NOW + timedelta(hours=1)), ON_ITS_WAY, id="pending, unannounced"),
        pytest.param(order(State.ERROR), [*AGAIN, *FOLLOWING, "Cancel order"], id="refused"),
        pytest.param(order(State.COMPLETED), ["Assign"], id="completed"),
        pytest.param(with_letter(order(State.COMPLETED)), ["Assign", "Signed letter"], id="completed, with its letter"),
        pytest.param(order(State.CANCELLED), [], id="cancelled"),
        pytest.param(with_letter(order(State.CANCELLED)), ["Signed letter"], id="cancelled, with its letter"),
    ],
)
def test_a_card_offers_what_can_be_done_in_its_state(of: PortOrder, offered: list[str]) -> None:
    assert labels(card_of(of)) == offered


@table(
    ("points", "style"),
    [
        pytest.param([], "primary", id="nothing is open"),
        pytest.param([Point.CAPACITY], "primary", id="the capacity, which is asked for then"),
        pytest.param([Point.NO_LETTER, Point.CAPACITY], None, id="the letter"),
    ],
)
def test_an_order_that_can_be_sent_shows_it(points: list[Point], style: str | None) -> None:
    (send,) = [button for button in buttons(card_of(READY, points=points)) if button["action_id"] == card.SEND]
    assert send.get("style") == style


@BOTH_LANGUAGES
def test_an_order_is_not_cancelled_before_somebody_was_asked(locale: str) -> None:
    asked = {button["action_id"] for button in buttons(card_of(READY, locale)) if "confirm" in button}
    assert asked == {card.CANCEL}


@BOTH_LANGUAGES
@table("state", State)
def test_every_button_carries_the_order_and_its_version_and_leads_somewhere(locale: str, state: State) -> None:
    of = replace(with_letter(order(state)), id=OrderId(12), version=4, capacity=Capacity.NOT_YET)
    carried = {button["action_id"]: unpacked(button["value"]) for button in buttons(card_of(of, locale))}
    if assign := carried.pop("run:0", None):
        assert desk.read_command(fields_of.command(assign), known_places()) == Assign()
    assert carried.keys() <= PORTS.actions.keys()
    assert {step_payloads.order(value) for value in carried.values()} == {OrderId(12)}
    assert {fields_of.nonce(value) for value in carried.values()} == {"PO-12.4"}
