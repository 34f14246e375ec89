"""Whatever JSON a button or a modal brings, it becomes a value or is refused in words; nothing else is raised."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from handlers.approvals import payloads as approvals_payloads
from handlers.approvals.views import decline as declining
from handlers.holds import payloads as holds_payloads
from handlers.holds.views import choose as acquiring
from handlers.kit import fields as fields_of
from handlers.kit.fields import unpacked
from handlers.kit.settings import merge
from handlers.kit.settings import read as read_settings
from handlers.kit.words import BadField, BadInput
from handlers.ports import events, step_payloads
from handlers.ports.comments import Said
from handlers.ports.views import step_view, steps
from handlers.search import payloads as search_payloads
from store.places import known_places
from store.ports.types import Field
from store.types import WorkspaceId
from store.workspaces.columns import ROWS
from store.workspaces.types import Workspace
from tests.rules.fields import ONE, choosing, first_steps, setting_up

PLACES = known_places()
NEW = Workspace(id=WorkspaceId("T1"))
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
VALUES = ANYTHING | st.sampled_from(["named", "anyone", "group:S0TELEPHONY", "group:", "U0BEN0001", "C0GENERAL"])
NAMES = [acquiring.NUMBERS, acquiring.WHICH, acquiring.FIND, acquiring.RANGES, acquiring.PURPOSE, acquiring.NOTE]
NAMES += [acquiring.FIND_ACTION, declining.REASON, *setting_up()]
OF_ORDERS = [*Field, steps.LIST, steps.FILE, steps.KEEP, steps.SCOPE, steps.NOTIFY]
SELECTED = ["selected_option", "selected_options", "selected_conversation", "selected_conversations", "selected_users"]
ELEMENTS = ANYTHING | st.dictionaries(
    st.sampled_from(["value", *SELECTED]),
    ANYTHING | st.fixed_dictionaries({"value": VALUES}) | st.lists(VALUES | st.fixed_dictionaries({"value": VALUES})),
)
FIELDS = st.dictionaries(
    st.sampled_from(NAMES), ANYTHING | st.dictionaries(st.sampled_from(NAMES), ELEMENTS, max_size=3)
)
OF_STEPS = ["files", "selected_date", "selected_time"]
STEP_VALUES = VALUES | st.sampled_from(
    ["+1 206 555 0100", "0199", "+", "ben@example.com", "a@b", "2026-04-01", "9999-12-31", "24:00", "F0123456789", "fr"]
)
STEP_FIELDS = st.dictionaries(
    st.sampled_from(OF_ORDERS),
    ANYTHING
    | st.dictionaries(
        st.sampled_from(OF_ORDERS),
        ANYTHING
        | st.dictionaries(
            st.sampled_from(["value", *SELECTED, *OF_STEPS]),
            STEP_VALUES | st.lists(STEP_VALUES | st.fixed_dictionaries({"id": STEP_VALUES})),
        ),
        max_size=3,
    ),
)
STEP_CARRIED = st.dictionaries(
    st.sampled_from(["step", "order"]), ANYTHING | st.sampled_from([*step_view.Step, 7, 2**31])
)
EVENTS = st.dictionaries(
    st.sampled_from(["channel", "thread_ts", "ts", "text", "files", "user"]),
    ANYTHING
    | st.sampled_from(["C0GENERAL", "1741098120.000100", "1741098121.000100"])
    | st.lists(st.fixed_dictionaries({"id": ANYTHING | st.just("F0123456789"), "name": ANYTHING})),
)
CARRIED = st.dictionaries(
    st.sampled_from(
        ["hold", "request", "channel", "message", "nonce", "run", "search", "these", "turn", "approvals", "locale"]
    ),
    ANYTHING
    | st.sampled_from(["search US", "search", 12, "C0GENERAL", "1741098120.000100"])
    | st.lists(ANYTHING | st.just(ONE), max_size=12),
)


def read(work: Callable[[], object]) -> None:
    """Only these two may be raised; both are put into words."""
    with suppress(BadInput, BadField):
        work()


@settings(deadline=None)
@given(CARRIED, FIELDS)
@example({"hold": 1}, choosing())
@example({}, first_steps())
@example({}, setting_up())
def test_any_json_is_a_value_or_is_refused_in_words(carried: dict[str, Any], fields: dict[str, Any]) -> None:
    again = unpacked(json.dumps(carried))
    for reader in (
        holds_payloads.hold,
        fields_of.nonce,
        fields_of.command,
        fields_of.turns,
        approvals_payloads.decision,
    ):
        read(lambda reader=reader: reader(again))  # type: ignore[misc] # one of five kinds of answer
    fields_of.place(again)
    read(lambda: approvals_payloads.reason(fields))
    read(lambda: search_payloads.reserve_these(again, PLACES))
    read(lambda: holds_payloads.acquire(again, fields))
    for sent in (fields, setting_up(**fields)):
        read(lambda sent=sent: merge(NEW, read_settings(ROWS, sent, again)))  # type: ignore[misc] # one of two


@settings(deadline=None)
@given(st.text(max_size=100))
def test_any_text_is_carried_as_an_object(text: str) -> None:
    assert isinstance(unpacked(text), dict)


@settings(deadline=None)
@given(STEP_CARRIED, STEP_FIELDS, st.sampled_from(["US", "GB", "", "XX"]))
def test_any_json_is_a_step_of_a_port_order_or_is_refused_in_words(
    carried: dict[str, Any], fields: dict[str, Any], country: str
) -> None:
    again = unpacked(json.dumps(carried))
    read(lambda: step_payloads.order(again))
    for step in step_view.Step:
        of = {**again, "step": step.value}
        read(lambda of=of: step_payloads.written(of, fields, country))  # type: ignore[misc] # one of each step
        read(lambda of=of: step_payloads.as_typed(of, fields))  # type: ignore[misc]
    read(lambda: step_payloads.as_typed(again, fields))


TYPED = st.dictionaries(st.sampled_from(Field), st.text(max_size=20) | STEP_VALUES.filter(lambda it: type(it) is str))


@settings(deadline=None)
@given(st.sampled_from([*steps.FIELDS]), TYPED)
def test_a_step_that_is_understood_is_understood_again_as_it_is_kept(
    step: step_view.Step, said: dict[str, Any]
) -> None:
    with suppress(BadField):
        once = step_payloads.written({"step": step}, fields_with(said), "US")
        assert step_payloads.written({"step": step}, fields_with(once.fields), "GB") == once


def fields_with(said: Mapping[str, Any]) -> dict[str, Any]:
    return {name: {name: {"value": value}} for name, value in said.items()}


@settings(deadline=None)
@given(EVENTS)
def test_any_event_is_something_said_in_a_thread_or_nothing(event: dict[str, Any]) -> None:
    said = events.said(event)
    if isinstance(said, Said):
        assert said.thread != said.ts
        assert all(id_ for id_, _ in said.files)
