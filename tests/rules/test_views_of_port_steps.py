"""The modals of a port order are taken by Slack whatever they say, and sent as they are shown say the same again."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle, islice
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.workspace.blockkit import VIEW_WEIGHT_MOST, check_view, view_weight
from handlers.kit import fields as fields_of
from handlers.kit.fields import unpacked
from handlers.kit.times import at_field
from handlers.ports import PORTS, open_points, rules, step_payloads
from handlers.ports.open_points import Point, Warned
from handlers.ports.port_list import Bad, Listed, RefusedNumber
from handlers.ports.rules import Mover
from handlers.ports.views import letter, steps, update
from handlers.ports.views.step_view import STEPS, Step, StepView
from handlers.ports.views.steps import LIST, LIST_LENGTH, SCOPE
from store.ports.types import Capacity, Field, OrderId, PortOrder, Reason, Scope, State
from store.types import Kind
from store.workspaces.types import LOCALES
from tests.rules.fields import as_sent
from tests.rules.orders import DRAFT, FIRST, NOW, many, order, saying, with_letter, worst
from tests.rules.shown import TEAMMATES, WORST, elements, mentioned, words_of
from tests.table import table

BOTH_LANGUAGES = table("locale", LOCALES)
TEXTS = table("text", ["", WORST, "&" * 3_000], ids=["nothing", "mentions", "escaped"])
EVERY_STEP = table("step", Step)


def refused(text: str, count: int) -> tuple[RefusedNumber, ...]:
    return tuple(RefusedNumber(said=text[:80] or "x", why=why, detail="PO-3") for why in islice(cycle(Bad), count))


def fullest(step: Step, text: str, count: int, parts: int) -> StepView:
    """A step that says as much as it can."""
    of = replace(worst(text, State.ERROR, count), typed=text[:LIST_LENGTH], version=10_000)
    others = [replace(of, id=OrderId(0), numbers=many(25)) for _ in range(parts - 1)]
    return StepView(
        step=step,
        order=of,
        listed=Listed(refused=refused(text, count), doubled=count),
        followers=TEAMMATES[:20],
        parts=[of, *others],
        points=[*Point],
        warnings=[*Warned],
        unlisted=count,
        awaits_file=True,
    )


def shown(locale: str, sight: StepView) -> dict[str, Any]:
    return steps.steps(locale, sight).to_dict()


def faults(view: Mapping[str, Any]) -> list[str]:
    return [*check_view(view), *(["too heavy"] if view_weight(view) > VIEW_WEIGHT_MOST else [])]


@BOTH_LANGUAGES
@EVERY_STEP
def test_a_step_of_a_new_order_is_taken_by_slack(locale: str, step: Step) -> None:
    empty = replace(DRAFT, fields={}, numbers=(), country="", kind=None)
    assert faults(shown(locale, StepView(step=step, order=empty))) == []


@BOTH_LANGUAGES
def test_the_first_step_of_an_order_that_is_not_kept_yet_is_taken_by_slack(locale: str) -> None:
    view = shown(locale, StepView(step=Step.NUMBERS, order=None))
    assert faults(view) == []
    assert unpacked(view["private_metadata"]) == {"step": "numbers"}


@BOTH_LANGUAGES
@EVERY_STEP
@TEXTS
@table("count", [0, 1, 999, 10_000])
def test_a_step_is_taken_by_slack(locale: str, step: Step, text: str, count: int) -> None:
    assert faults(shown(locale, fullest(step, text, count, 1))) == []


@pytest.mark.slow
@BOTH_LANGUAGES
@EVERY_STEP
@table("parts", [2, 11, 400])
def test_a_step_of_an_order_that_becomes_many_is_taken_by_slack(locale: str, step: Step, parts: int) -> None:
    assert faults(shown(locale, fullest(step, "", 10_000, parts))) == []


@BOTH_LANGUAGES
@EVERY_STEP
def test_what_was_typed_mentions_nobody_in_a_step(locale: str, step: Step) -> None:
    said = words_of(shown(locale, fullest(step, WORST, 10, 2)))
    assert mentioned(said) <= {f"<@{user}>" for user in TEAMMATES[:20]}


@BOTH_LANGUAGES
@EVERY_STEP
@table("scope", Scope)
def test_a_step_that_is_sent_as_it_is_shown_says_the_same_again(locale: str, step: Step, scope: Scope) -> None:
    of = replace(DRAFT, scope=scope, typed="206 555 0100\n206 555 0101")
    view = shown(locale, StepView(step=step, order=of, followers=TEAMMATES[:2], unlisted=1))
    read = step_payloads.written(unpacked(view["private_metadata"]), as_sent(view), "GB")
    assert (read.step, read.order) == (step, of.id)
    assert {**of.fields, **read.fields} == of.fields
    assert read.scope in (None, scope)
    assert read.typed in ("", of.typed)
    assert read.followers in (None, TEAMMATES[:2])
    assert read.keeps


def test_every_step_but_the_first_and_the_last_asks_for_what_it_is_about() -> None:
    asked = {step: [*as_sent(shown("en", StepView(step=step, order=DRAFT)))] for step in Step}
    assert asked[Step.NUMBERS] == [LIST, steps.FILE]
    assert asked[Step.ACCOUNT] == [Field.CARRIER, Field.ACCOUNT, Field.BTN, Field.PIN, SCOPE]
    assert asked[Step.DATE] == [Field.WANTED_DATE, Field.WANTED_TIME, steps.NOTIFY, Field.LANGUAGE]
    assert asked[Step.REVIEW] == []
    assert set(Field) <= {name for names in asked.values() for name in names}


@table(("at", "step"), [*enumerate(Step)])
def test_the_steps_lead_on_and_back(at: int, step: Step) -> None:
    assert steps.next_step(step) is STEPS[min(at + 1, 5)]
    assert steps.step_before(step) is STEPS[max(at - 1, 0)]


@BOTH_LANGUAGES
@EVERY_STEP
def test_every_step_but_the_first_leads_back(locale: str, step: Step) -> None:
    view = shown(locale, StepView(step=step, order=replace(DRAFT, version=4)))
    pressed = [unpacked(each["value"]) for each in elements(view) if each.get("type") == "button"]
    assert [step_payloads.as_typed(value, {}).step for value in pressed] == ([] if step is Step.NUMBERS else [step])
    assert {fields_of.nonce(value) for value in pressed} <= {f"PO-7.4.{step}"}
    assert view["callback_id"] in PORTS.submissions
    assert steps.BACK in PORTS.actions


def test_the_review_says_what_the_order_says_what_it_becomes_and_what_is_open() -> None:
    free = replace(DRAFT, id=OrderId(0), kind=Kind.TOLL_FREE, numbers=many(1))
    sight = StepView(
        step=Step.REVIEW,
        order=DRAFT,
        listed=Listed(refused=(RefusedNumber(said="hello", why=Bad.NOT_A_NUMBER),)),
        parts=[DRAFT, free],
        points=[Point.NO_LETTER],
        warnings=[Warned.GAPS],
        followers=TEAMMATES[:1],
    )
    said = words_of(shown("en", sight))
    for part in (
        "Step 6 of 6 · Review · *PO-7*",
        "*These become 2 orders*",
        "*PO-7* · 2 toll numbers, United States",
        "*a new order* · 1 toll-free number, United States",
        "• hello: this is not a number",
        "Old Carrier, ACC-123456, +1 206-555-0199",
        "Wednesday, April 1, 2026, 10:00",
        f"<@{TEAMMATES[0]}>",
        ":warning: British geographic blocks",
        "• The signed letter of authorisation is not there yet.",
    ):
        assert part in said
    assert "4711" not in said


@BOTH_LANGUAGES
@table("said", ["+9991234567", "call me", "+12065550"])
def test_a_telephone_number_that_was_kept_as_it_was_typed_can_be_seen_again(locale: str, said: str) -> None:
    of = saying({Field.BTN: said, Field.PHONE: said})
    for step in Step:
        view = shown(locale, StepView(step=step, order=of, points=open_points.before_the_letter(of)))
        assert faults(view) == []
    assert said in words_of(shown(locale, StepView(step=Step.REVIEW, order=of)))


@BOTH_LANGUAGES
@TEXTS
@table("capacity", Capacity)
def test_the_modal_in_which_an_order_is_sent_is_taken_by_slack(locale: str, text: str, capacity: Capacity) -> None:
    view = update.send(locale, replace(worst(text), capacity=capacity), [*Warned]).to_dict()
    assert faults(view) == []
    assert not mentioned(words_of(view))
    chosen = as_sent(view)[update.CAPACITY][update.CAPACITY]["selected_option"]
    assert (chosen["value"] if chosen else Capacity.UNSAID) == capacity


def test_who_sends_an_order_is_told_never_to_cancel_the_old_service() -> None:
    assert "*Never cancel the old service before the transfer*" in words_of(update.send("en", DRAFT, []).to_dict())


MOVABLE = [state for state in State if rules.moves(state, Mover.ADMIN)]


@BOTH_LANGUAGES
@TEXTS
@table("state", MOVABLE)
def test_the_modal_in_which_an_order_is_moved_is_taken_by_slack(locale: str, text: str, state: State) -> None:
    states = rules.moves(state, Mover.ADMIN)
    view = update.update(locale, worst(text, state), states, NOW).to_dict()
    assert faults(view) == []
    assert not mentioned(words_of(view))
    offered = {block["block_id"]: block["element"].get("options", []) for block in view["blocks"][1:]}
    assert [option["value"] for option in offered[update.STATE]] == states
    assert [option["value"] for option in offered[update.REASON]] == list(Reason)


def test_the_foc_is_shown_in_the_zone_of_the_numbers() -> None:
    approved = order(State.APPROVED, foc=datetime(2026, 7, 1, 2, 30, tzinfo=UTC))
    sent = as_sent(update.update("en", approved, rules.moves(State.APPROVED, Mover.ADMIN), NOW).to_dict())
    date = sent[update.DATE][update.DATE]["selected_date"]
    time = sent[update.TIME][update.TIME]["selected_time"]
    zone = sent[update.ZONE][update.FIND_ZONE]["selected_option"]["value"]
    assert (date, time, zone) == ("2026-06-30", "19:30", "America/Los_Angeles")
    assert at_field(date, time, zone, update.TIME).at == approved.foc


@table(
    ("numbers", "zone"),
    [
        pytest.param((FIRST,), "America/Los_Angeles", id="Seattle"),
        pytest.param(("+442079460000",), "Europe/London", id="London"),
        pytest.param(("+18662530000",), "UTC", id="toll-free ones, which are everywhere"),
        pytest.param((), "UTC", id="none yet"),
    ],
)
def test_the_zone_is_told_from_the_numbers(numbers: Any, zone: str) -> None:
    assert update.zone_of(replace(DRAFT, numbers=numbers)) == zone


@given(st.text(max_size=20) | st.sampled_from(["new york", "paris", "  UTC", "/", "e"]))
def test_no_more_time_zones_are_found_than_slack_shows_and_all_can_be_used(said: str) -> None:
    found = [option.to_dict() for option in update.zones(said, NOW)]
    assert len(found) <= 100
    assert all(len(option["text"]["text"]) <= 75 and option["value"] in update.all_zones() for option in found)


@table(
    ("said", "first"),
    [
        ("New York", "America/New York (UTC-05:00)"),
        ("kolkata", "Asia/Kolkata (UTC+05:30)"),
        ("", "UTC (UTC+00:00)"),
    ],
)
def test_a_time_zone_is_found_by_a_part_of_its_name(said: str, first: str) -> None:
    assert update.zones(said, NOW)[0].to_dict()["text"]["text"] == first


@BOTH_LANGUAGES
@TEXTS
@table("signer", [None, "", "worst"])
def test_the_modal_for_the_signed_letter_is_taken_by_slack(locale: str, text: str, signer: str | None) -> None:
    of = worst(text)
    if signer is None:
        of = replace(of, letter=None)
    elif not signer:
        of = with_letter(of, signer="")
    view = letter.signed(locale, of).to_dict()
    assert faults(view) == []
    assert not mentioned(words_of(view))
    optional = {block["block_id"]: block["optional"] for block in view["blocks"][1:]}
    assert optional == {letter.FILE: of.letter is not None, letter.SIGNER: False}


@BOTH_LANGUAGES
def test_the_modal_in_which_numbers_are_taken_out_is_taken_by_slack(locale: str) -> None:
    assert faults(update.take_out(locale, worst(WORST)).to_dict()) == []


def modals(of: PortOrder) -> list[dict[str, Any]]:
    return [
        letter.signed("en", of).to_dict(),
        update.send("en", of, []).to_dict(),
        update.update("en", of, [State.ERROR], NOW).to_dict(),
        update.take_out("en", of).to_dict(),
    ]


def test_every_modal_carries_its_order_and_is_read_by_somebody() -> None:
    for view in modals(DRAFT):
        assert step_payloads.order(json.loads(view["private_metadata"])) == DRAFT.id
        assert view["callback_id"] in PORTS.submissions
