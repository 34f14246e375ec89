"""The services with their numbers are taken by Slack, mention nobody, and can be renamed."""

from typing import Any

from handlers import desk
from handlers.inventory.rules import Assigned
from handlers.inventory.views import assign
from handlers.kit.fields import command, turns, unpacked
from store.places import known_places
from store.services.types import Service, ServiceId, ServiceKind
from store.types import E164, Kind
from store.workspaces.types import LOCALES
from tests.rules.owned import NAMES, service
from tests.rules.shown import (
    NONCE,
    buttons,
    e164s,
    labels,
    mentioned,
    refused_by_slack,
    words,
)
from tests.table import table

PLACES = known_places()
BOTH_LANGUAGES = table("locale", LOCALES)
EVERY_NAME = table("name", NAMES.values(), ids=NAMES)


def full(locale: str, count: int, name: str, assigned: int) -> Any:
    """A page of services, each with so many numbers, the last of them the default."""
    there: list[Assigned] = [(e164, Kind.TOLL, e164 == e164s(assigned)[-1]) for e164 in e164s(assigned)]
    of: list[tuple[Service, list[Assigned]]] = [
        (service(name, list(ServiceKind)[at % 3], at), there) for at in range(1, count + 1)
    ]
    return assign.services(locale, 1, 1_000, of, NONCE)


@BOTH_LANGUAGES
@EVERY_NAME
@table("count", [1, assign.PAGE])
@table("assigned", [0, 1, 12, 13, 150])
def test_a_page_of_services_is_taken_by_slack(locale: str, name: str, count: int, assigned: int) -> None:
    reply = full(locale, count, name, assigned)
    assert refused_by_slack(reply) == []
    assert not mentioned(words(reply) + reply.text)


@BOTH_LANGUAGES
def test_no_services_are_answered_with_how_to_make_one(locale: str) -> None:
    assert "`/numbers assign" in assign.services(locale, 1, 0, [], NONCE).text


def test_services_show_their_numbers_and_which_is_the_default() -> None:
    there = [(E164("+12065550100"), Kind.TOLL, True), (E164("+18335550100"), Kind.TOLL_FREE, False)]
    reply = assign.services("en", 1, 2, [(service(), there), (service("Sales", ServiceKind.QUEUE, 2), [])], NONCE)
    said = words(reply)
    assert "Audio-conferencing bridge *Contoso Seattle*\n`+1 206-555-0100` ★, `+1 833-555-0100`" in said
    assert "Call queue *Sales*\nno number is assigned to it" in said
    assert [unpacked(button["value"])["service"] for button in buttons(reply)] == [1, 2]
    assert labels(reply) == ["Rename", "Rename"]


def test_of_many_numbers_of_a_service_some_are_shown_and_the_rest_is_counted() -> None:
    assert "and 138 more" in words(full("en", 1, "Contoso", 150))


def test_the_next_page_of_the_services_is_a_command() -> None:
    *_, further = buttons(full("en", assign.PAGE, "Contoso", 1))
    value = unpacked(further["value"])
    assert desk.read_command(command(value), PLACES) == desk.read_command("services page:2", PLACES)
    assert turns(value)


def test_a_service_of_the_list_is_known_by_its_number() -> None:
    (button,) = buttons(assign.services("en", 1, 1, [(service(number=7), [])], NONCE))
    assert ServiceId(unpacked(button["value"])["service"]) == 7
