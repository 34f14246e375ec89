"""What is shown of a hold of any size is taken by Slack and says what it must, in both languages."""

import json
from dataclasses import replace
from itertools import cycle
from typing import Any

import pytest

from bot.workspace.blockkit import check_view
from handlers.holds.entries import HoldAction
from handlers.holds.payloads import hold as hold_of
from handlers.holds.requests import Reserve
from handlers.holds.views import answers, card, choose, lines, numbers
from handlers.kit.blocks import FIRST, pretty
from handlers.kit.cards import lost_channel
from handlers.kit.reply import Message
from handlers.quota import Left
from store.audit.types import Deed
from store.holds.types import HeldNumber, Hold, Outcome
from store.places import describe, known_places
from store.types import ChannelId, Digits, Kind, Place
from store.workspaces.types import LOCALES
from tests.rules import shown
from tests.rules.shown import NOW, SIZES, e164s, elements, held, hold, labels, refused_by_slack, words
from tests.table import table

EVERY_SIZE = table("size", SIZES)
BOTH_LANGUAGES = table("locale", LOCALES)


def card_of(locale: str, of: Hold) -> Message:
    first = e164s(of.acquired if of.outcome is Outcome.ACQUIRED else of.size)[:FIRST]
    return card.card(locale, card.HoldCard(hold=of, numbers=first, room=Left(left=17, quota=1_500), now=NOW))


@BOTH_LANGUAGES
@EVERY_SIZE
@table(
    "state",
    [
        pytest.param(hold, id="live"),
        pytest.param(lambda size: shown.acquired(size, size, "x" * 500), id="acquired whole"),
        pytest.param(lambda size: shown.acquired(size, 1, "<&>*" * 125), id="acquired in part, with the worst note"),
        pytest.param(shown.released, id="released"),
        pytest.param(shown.ran_out, id="ran out"),
        pytest.param(shown.held_again, id="held again"),
    ],
)
def test_a_card_is_taken_by_slack(locale: str, size: int, state: Any) -> None:
    message = card_of(locale, state(size))
    assert refused_by_slack(message) == []
    assert "*" not in message.text


@table(
    ("of", "english", "french"),
    [
        pytest.param(
            hold(3),
            ["Show numbers", "Acquire numbers", "Release"],
            ["Afficher les numéros", "Acquérir des numéros", "Libérer"],
            id="live",
        ),
        pytest.param(
            shown.acquired(3, 2), ["Show numbers", "Assign"], ["Afficher les numéros", "Attribuer"], id="acquired"
        ),
        pytest.param(shown.released(3), [], [], id="released"),
        pytest.param(shown.ran_out(3), ["Hold again"], ["Réserver à nouveau"], id="ran out"),
        pytest.param(
            replace(hold(3), until=NOW), ["Hold again"], ["Réserver à nouveau"], id="ran out, and not yet announced"
        ),
        pytest.param(shown.held_again(3), [], [], id="held again"),
    ],
)
def test_a_card_has_the_buttons_of_its_state(of: Hold, english: list[str], french: list[str]) -> None:
    assert labels(card_of("en", of)) == english
    assert labels(card_of("fr", of)) == french


@BOTH_LANGUAGES
def test_every_button_of_a_card_names_its_hold_and_its_state(locale: str) -> None:
    values = [[json.loads(button["value"]) for button in shown.buttons(card_of(locale, of))] for of in changed(hold(3))]
    assert {hold_of(value) for state in values for value in state} == {hold(3).id}
    assert [len({value["nonce"] for value in state}) for state in values] == [1, 1]
    assert values[0][0]["nonce"] != values[1][0]["nonce"]


def changed(of: Hold) -> list[Hold]:
    return [of, replace(of, version=of.version + 1)]


@BOTH_LANGUAGES
def test_only_releasing_asks_first(locale: str) -> None:
    confirmed = [button["action_id"] for button in shown.buttons(card_of(locale, hold(3))) if "confirm" in button]
    assert confirmed == [card.RELEASE]


@BOTH_LANGUAGES
@EVERY_SIZE
def test_a_card_shows_up_to_ten_numbers_and_counts_the_others(locale: str, size: int) -> None:
    said = words(card_of(locale, hold(size)))
    assert said.count("`") // 2 == min(size, 10)
    assert ("and " in said or "de plus" in said) == (size > 10)


def test_a_card_says_who_what_where_until_when_and_what_is_left() -> None:
    said = words(card_of("en", hold(3)))
    for part in ("<@U0123456789>", "3 toll numbers", "Seattle, Washington, United States", "17 of 1,500"):
        assert part in said
    assert f"<!date^{int(hold(3).until.timestamp())}^{{time}}|14:32 UTC>" in said


def test_a_note_can_mention_nobody() -> None:
    said = words(card_of("en", shown.acquired(3, 2, "<!channel> *now* <@U1>")))
    assert "<!channel>" not in said
    assert "<@U1>" not in said


@BOTH_LANGUAGES
@EVERY_SIZE
def test_all_numbers_are_in_the_modal_that_shows_them(locale: str, size: int) -> None:
    view = numbers.numbers(locale, hold(size), held(size)).to_dict()
    said = "\n".join(element["text"] for element in elements(view) if isinstance(element.get("text"), str))
    assert check_view(view) == []
    assert all(f"`{pretty(e164)}`" in said for e164 in e164s(size))


@BOTH_LANGUAGES
def test_numbers_of_the_longest_places_fit_though_each_is_in_another(locale: str) -> None:
    places = known_places()
    cities = [city for country in places.countries() for city in places.cities(country)]
    longest = sorted(cities, key=lambda city: len(describe(city, locale)), reverse=True)
    everywhere = [
        HeldNumber(e164=e164, place=city, outcome=None)
        for e164, city in zip(e164s(1_500), cycle(longest), strict=False)
    ]
    view = numbers.numbers(locale, hold(1_500, place=Place(country="US")), everywhere)
    assert check_view(view.to_dict()) == []
    few = numbers.numbers(locale, hold(40), everywhere[:40])
    assert check_view(few.to_dict()) == []


def test_acquired_numbers_are_marked() -> None:
    view = numbers.numbers("en", shown.acquired(1, 1), held(1, outcome=Outcome.ACQUIRED)).to_dict()
    assert "✓" in view["blocks"][0]["fields"][0]["text"]


@BOTH_LANGUAGES
@EVERY_SIZE
def test_the_modal_in_which_numbers_are_chosen_is_taken_by_slack(locale: str, size: int) -> None:
    view = choose.acquire(locale, hold(size), held(size) if size <= 100 else []).to_dict()
    assert check_view(view) == []
    assert json.loads(view["private_metadata"]) == {"hold": hold(size).id}


@EVERY_SIZE
def test_numbers_are_chosen_as_their_count_allows(size: int) -> None:
    view = choose.acquire("en", hold(size), held(size) if size <= 100 else []).to_dict()
    choosing = [block["element"] for block in view["blocks"] if block.get("block_id") in (choose.NUMBERS, choose.WHICH)]
    kinds = {True: "checkboxes", False: "multi_static_select"}
    if size > 100:
        assert [element["type"] for element in choosing] == ["radio_buttons"]
        assert choosing[0]["initial_option"]["value"] == choose.ALL
        return
    assert [element["type"] for element in choosing] == [kinds[size <= 10]]
    assert choosing[0]["initial_options"] == choosing[0]["options"]
    assert len(choosing[0]["options"]) == size


@BOTH_LANGUAGES
@EVERY_SIZE
@table("kind", Kind)
@table("place", [shown.SEATTLE, None], ids=["city", "any"])
def test_the_one_who_reserved_is_answered_in_words(locale: str, size: int, kind: Kind, place: Place | None) -> None:
    of = hold(size, kind, place)
    asked = Reserve(wanted=of.wanted, quantity=size + 1)
    these = Reserve(wanted=of.wanted, quantity=min(size, 10), these=tuple(e164s(min(size, 10))))
    for answer in (
        answers.held(locale, of, asked=asked, others=0, elsewhere=True),
        answers.held(locale, of, asked=these, others=1, elsewhere=False),
        answers.held_again(locale, of, wanted=size, same=size),
        answers.held_again(locale, of, wanted=size + 1, same=0),
        answers.none_left(locale, asked, "n"),
        answers.cannot_post(locale),
        *(answers.not_again(locale, ended, NOW) for ended in (of, shown.held_again(size), shown.released(size))),
        answers.not_again(locale, shown.acquired(size, 1), NOW),
    ):
        assert refused_by_slack(answer) == []


def test_fewer_and_other_numbers_are_said_plainly() -> None:
    asked = Reserve(wanted=hold(3).wanted, quantity=5)
    assert "You asked for 5, but only 3" in answers.held("en", hold(3), asked=asked, others=0, elsewhere=False).text
    these = Reserve(wanted=hold(3).wanted, quantity=3, these=tuple(e164s(3)))
    assert "2 of the numbers shown had been taken" in (
        answers.held("en", hold(3), asked=these, others=2, elsewhere=False).text
    )
    taxi = replace(asked, wanted=replace(asked.wanted, digits=Digits(ends="8294")))
    assert "that looks so" in answers.none_left("en", taxi, "n").text
    assert "that looks so" not in answers.none_left("en", asked, "n").text
    assert "1 are the same" not in answers.held_again("en", hold(3), wanted=3, same=1).text


def deed(action: str, **after: Any) -> Deed:
    return Deed(workspace=hold(1).workspace, at=NOW, who=shown.COLLEAGUE, action=action, subject="H-1", after=after)


@BOTH_LANGUAGES
@EVERY_SIZE
def test_what_is_told_under_a_card_is_taken_by_slack(locale: str, size: int) -> None:
    for message in (
        lines.line(locale, hold(size), deed(HoldAction.ACQUIRED, numbers=e164s(1))),
        lines.line(locale, hold(size), deed(HoldAction.ACQUIRED, numbers=e164s(size))),
        lines.line(locale, hold(size), deed(HoldAction.RELEASED)),
        lines.line(locale, hold(size), deed(HoldAction.HELD_AGAIN, again="H-13")),
        lines.warning(locale, hold(size), None),
        lines.ended(locale, [shown.ran_out(size)], {}),
        lines.ended(locale, [shown.ran_out(size)] * 500, {}),
        lost_channel(locale, hold(size), ChannelId("C2")),
    ):
        assert message
        assert refused_by_slack(message) == []


def test_a_warning_mentions_the_one_who_holds() -> None:
    assert lines.warning("en", hold(3), None).text.startswith("<@U0123456789>")


def test_holds_that_end_together_are_counted_and_twenty_of_them_named() -> None:
    told = lines.ended("en", [shown.ran_out(3)] * 25, {}).text.splitlines()
    assert told[0].startswith("25 holds ended, and 75 numbers went back to the pool")
    assert len(told) == 1 + 20 + 1
    assert told[-1] == "and 5 more"
