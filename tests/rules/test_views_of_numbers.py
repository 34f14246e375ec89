"""The list of numbers, all about one, and the services are taken by Slack, and their menus do what they say."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from handlers import desk
from handlers.batches.requests import Many
from handlers.inventory.requests import ListNumbers
from handlers.inventory.views import listing
from handlers.kit.fields import command, nonce, turns, unpacked
from handlers.ports.views.lists import order_line
from handlers.record import entry_line
from store.batches.types import Verb
from store.holds.types import HoldId
from store.inventory.types import Filter, NumberUse, Owned
from store.numbers.types import Kept, Status
from store.places import describe, known_places
from store.ports.types import OrderId, PortOrder, State
from store.services.types import ServiceKind
from store.types import ChannelId, Kind, Place, WorkspaceId
from store.workspaces.types import LOCALES
from tests.rules.deeds import entry
from tests.rules.owned import LONGEST_NUMBER, NAMES, SEATTLE_NUMBER, owned
from tests.rules.shown import (
    COLLEAGUE,
    HOLDER,
    NONCE,
    NOW,
    SEATTLE,
    TEAMMATES,
    as_json,
    buttons,
    e164s,
    elements,
    labels,
    mentioned,
    refused_by_slack,
    words,
)
from tests.table import table

PLACES = known_places()
BOTH_LANGUAGES = table("locale", LOCALES)
EVERY_NAME = table("name", NAMES.values(), ids=NAMES)
EVERY_USE = table("use", list(NumberUse))
LONGEST_OPTION = 75
LATER = NOW + timedelta(days=1)
LONGEST_PLACE = max(
    (city for country in PLACES.countries() for city in PLACES.cities(country)), key=lambda at: len(describe(at, "fr"))
)
TOLL_FREE = replace(owned(NumberUse.ASSIGNED), kind=Kind.TOLL_FREE)


def sight(of: Owned | None = SEATTLE_NUMBER, **changes: Any) -> listing.NumberPage:
    """All that is known of a number of which nothing is on record."""
    e164 = of.e164 if of else SEATTLE_NUMBER.e164
    known = listing.NumberPage(
        e164=e164, owned=of, kept=None, told=(), history=(), workspace=WorkspaceId("T1"), now=NOW
    )
    return replace(known, **changes)


def kept(**changes: Any) -> Kept:
    """The number in the pool."""
    number = SEATTLE_NUMBER
    free = Kept(
        e164=number.e164,
        place=number.place,
        kind=number.kind,
        status=Status.FREE,
        available_at=NOW,
        workspace=None,
        hold=None,
        port_order=None,
    )
    return replace(free, **changes)


def menus(shown: Any) -> list[dict[str, Any]]:
    return [element for element in elements(as_json(shown)) if element.get("type") == "overflow"]


def verbs(menu: dict[str, Any]) -> list[object]:
    return [unpacked(option["value"])["do"] for option in menu["options"]]


@BOTH_LANGUAGES
@EVERY_USE
@EVERY_NAME
@table("total", [1, 10, 11, 3_000])
def test_a_list_is_taken_by_slack(locale: str, use: NumberUse, name: str, total: int) -> None:
    shown = [owned(use, e164, name=name, place=LONGEST_PLACE, is_default=True) for e164 in e164s(min(total, 10))]
    reply = listing.numbers(locale, ListNumbers(), shown, total, NONCE)
    assert refused_by_slack(reply) == []
    assert mentioned(words(reply)) == ({f"<@{COLLEAGUE}>"})
    assert mentioned(reply.text) == ({f"<@{COLLEAGUE}>"})


@BOTH_LANGUAGES
def test_an_empty_list_and_one_past_the_end_are_answered(locale: str) -> None:
    empty = listing.numbers(locale, ListNumbers(page=9), [], 0, NONCE)
    past = listing.numbers(locale, ListNumbers(page=9), [], 12, NONCE)
    assert refused_by_slack(empty) == refused_by_slack(past) == []
    assert "9" in past.text
    assert "9" not in empty.text


@table(
    ("page", "shown", "total", "further"),
    [
        pytest.param(1, 10, 10, [], id="all on one page"),
        pytest.param(1, 10, 11, ["Next page"], id="more than a page"),
        pytest.param(2, 1, 11, [], id="the last page"),
    ],
)
def test_a_list_has_a_next_page_while_there_is_one(page: int, shown: int, total: int, further: list[str]) -> None:
    listed = [owned(NumberUse.ACQUIRED, e164) for e164 in e164s(shown)]
    found = labels(listing.numbers("en", ListNumbers(page=page), listed, total, NONCE))
    assert found == [*further, "Assign many numbers", "Unassign many numbers", "Release many numbers"]


@table(
    "ask",
    [
        pytest.param(ListNumbers(), id="of all"),
        pytest.param(
            ListNumbers(wanted=Filter(place=SEATTLE, kind=Kind.TOLL, uses=(NumberUse.ACQUIRED,))), id="of a city"
        ),
        pytest.param(ListNumbers(wanted=Filter(containing="0100"), service="Front desk", page=4), id="of a service"),
        pytest.param(ListNumbers(wanted=Filter(place=SEATTLE), service="Front desk"), id="of a city and a service"),
    ],
)
def test_the_next_page_is_of_the_same_list(ask: ListNumbers) -> None:
    listed = [owned(NumberUse.ACQUIRED, e164) for e164 in e164s(10)]
    button, *many = buttons(listing.numbers("en", ask, listed, 1_000, NONCE))
    assert [desk.read_command(command(unpacked(each["value"])), PLACES) for each in many] == [
        Many(verb=verb) for verb in Verb
    ]
    value = unpacked(button["value"])
    assert desk.read_command(command(value), PLACES) == replace(ask, page=ask.page + 1)
    assert turns(value)


def test_a_line_says_all_of_a_number() -> None:
    of = owned(NumberUse.ASSIGNED, kind=ServiceKind.QUEUE, name="Sales")
    of = replace(of, hold=HoldId(12))
    said = str(as_json(listing.numbers("en", ListNumbers(), [of], 1, NONCE))[0]["text"]["text"])
    when = f"<!date^{int(NOW.timestamp())}^"
    assert said.startswith("`+1 206-555-0100` · assigned · Seattle, Washington, United States · Call queue *Sales* · ")
    assert f"<@{COLLEAGUE}> · {when}" in said
    assert said.endswith("H-12")


@table(
    ("of", "said"),
    [
        pytest.param(owned(NumberUse.ACQUIRED), "acquired", id="acquired"),
        pytest.param(owned(NumberUse.ASSIGNED, is_default=True), "*Contoso Seattle* ★", id="the default has a star"),
        pytest.param(
            owned(NumberUse.RESTING), "resting · Seattle, Washington, United States · in the pool again", id="rests"
        ),
        pytest.param(owned(NumberUse.PORTING), f"PO-{2**31 - 1}", id="comes with an order"),
    ],
)
def test_a_line_says_how_a_number_stands(of: Owned, said: str) -> None:
    assert said in words(listing.numbers("en", ListNumbers(), [of], 1, NONCE))


@table(
    ("of", "can"),
    [
        pytest.param(owned(NumberUse.ACQUIRED), ["assign", "release", "history"], id="acquired"),
        pytest.param(owned(NumberUse.ASSIGNED), ["default", "unassign", "history"], id="of a bridge"),
        pytest.param(owned(NumberUse.ASSIGNED, is_default=True), ["unassign", "history"], id="the default of a bridge"),
        pytest.param(TOLL_FREE, ["unassign", "history"], id="a toll-free number of a bridge"),
        pytest.param(owned(NumberUse.ASSIGNED, kind=ServiceKind.QUEUE), ["unassign", "history"], id="of a queue"),
        pytest.param(owned(NumberUse.ORDERED), ["history"], id="ordered"),
        pytest.param(owned(NumberUse.RESTING), ["restore", "history"], id="resting"),
        pytest.param(owned(NumberUse.PORTING), ["history"], id="porting"),
    ],
)
def test_a_menu_offers_what_can_be_done(of: Owned, can: list[str]) -> None:
    (menu,) = menus(listing.numbers("en", ListNumbers(), [of], 1, NONCE))
    assert verbs(menu) == can
    pressed = [unpacked(button["value"]) for button in buttons(listing.number("en", sight(of), NONCE))]
    assert [value["do"] for value in pressed] == can[:-1]


@BOTH_LANGUAGES
@EVERY_USE
def test_what_an_option_carries_is_short_enough_and_of_its_own_row(locale: str, use: NumberUse) -> None:
    rows = [owned(use, e164) for e164 in (LONGEST_NUMBER, *e164s(9))]
    found = menus(listing.numbers(locale, ListNumbers(), rows, 10, NONCE))
    assert len({menu["action_id"] for menu in found}) == 10
    carried = [[unpacked(option["value"]) for option in menu["options"]] for menu in found]
    assert [{value["number"] for value in values} for values in carried] == [{row.e164} for row in rows]
    assert max(len(option["value"]) for menu in found for option in menu["options"]) <= LONGEST_OPTION
    nonces = [nonce(value) for values in carried for value in values]
    assert len(set(nonces)) == len(nonces)


def test_an_option_is_another_click_in_another_answer() -> None:
    first, again = (
        menus(listing.numbers("en", ListNumbers(), [SEATTLE_NUMBER], 1, key)) for key in (NONCE, f"{NONCE}0")
    )
    assert first[0]["options"][0]["value"] != again[0]["options"][0]["value"]


@BOTH_LANGUAGES
@EVERY_USE
@EVERY_NAME
def test_the_page_of_a_number_is_taken_by_slack(locale: str, use: NumberUse, name: str) -> None:
    reply = listing.number(locale, sight(owned(use, name=name, place=LONGEST_PLACE)), NONCE)
    assert refused_by_slack(reply) == []
    assert mentioned(words(reply)) == {f"<@{COLLEAGUE}>"}


@BOTH_LANGUAGES
@table("action", desk.FEATURES.entries)
def test_the_page_of_a_number_with_its_history_is_taken_by_slack(locale: str, action: str) -> None:
    history = [entry_line(desk.FEATURES.entries, locale, entry(action))] * listing.HISTORY
    reply = listing.number(locale, sight(history=history), NONCE)
    assert refused_by_slack(reply) == []
    assert mentioned(words(reply)) <= {f"<@{user}>" for user in (COLLEAGUE, HOLDER, *TEAMMATES)}


@table(
    ("of", "said"),
    [
        pytest.param(None, "This number is neither here nor in the pool.", id="nobody knows it"),
        pytest.param(kept(), "It is in the pool: Seattle, Washington, United States.", id="free"),
        pytest.param(
            kept(status=Status.HELD, workspace=WorkspaceId("T1"), hold=HoldId(7), available_at=LATER),
            "It is on hold with H-7: Seattle",
            id="on hold here",
        ),
        pytest.param(
            kept(status=Status.HELD, workspace=WorkspaceId("T2"), hold=HoldId(7), available_at=LATER),
            "It is not free.",
            id="on hold elsewhere",
        ),
        pytest.param(
            kept(status=Status.ACQUIRED, workspace=WorkspaceId("T2"), hold=HoldId(7), available_at=None),
            "It is not free.",
            id="of another workspace",
        ),
        pytest.param(
            kept(status=Status.RESTING, workspace=WorkspaceId("T2"), hold=HoldId(7), available_at=LATER),
            "It is not free.",
            id="resting after another workspace",
        ),
        pytest.param(
            kept(status=Status.RESTING, workspace=WorkspaceId("T1"), hold=HoldId(7)),
            "It is in the pool",
            id="at the second its rest ends",
        ),
        pytest.param(
            kept(status=Status.PORTING, workspace=WorkspaceId("T2"), port_order=1, available_at=None),
            "It is not free.",
            id="on its way to another workspace",
        ),
    ],
)
def test_the_page_of_a_number_of_others_says_no_more_than_it_may(of: Kept | None, said: str) -> None:
    reply = listing.number("en", sight(None, kept=of), NONCE)
    assert said in words(reply)
    assert "H-7" not in words(reply) or "on hold with" in said
    assert not buttons(reply)
    assert refused_by_slack(reply) == []


def test_a_number_of_a_port_order_shows_the_order_with_its_number() -> None:
    order = PortOrder(
        workspace=WorkspaceId("T1"),
        id=OrderId(7),
        requested_by=HOLDER,
        channel=ChannelId("C1"),
        created_at=NOW,
        since=NOW,
        state=State.PROCESSING,
        country="US",
        kind=Kind.TOLL,
        numbers=(SEATTLE_NUMBER.e164,),
    )
    reply = listing.number("en", sight(owned(NumberUse.PORTING), told=[order_line("en", order, (), NOW)]), NONCE)
    assert "PO-7" in words(reply)
    assert "Processing" in words(reply)
    assert refused_by_slack(reply) == []


def test_a_place_of_which_only_the_country_is_known_is_named() -> None:
    of = replace(owned(NumberUse.PORTING), place=Place(country="GB"))
    assert "· United Kingdom ·" in words(listing.numbers("en", ListNumbers(), [of], 1, NONCE))
