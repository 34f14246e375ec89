"""Whatever JSON a button or a modal brings, it becomes a value or is refused in words; nothing else is raised."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from handlers import payloads
from handlers.parse import BadField, BadInput
from handlers.views import acquire as acquiring
from handlers.views import decline as declining
from handlers.views import settings as setting
from store.places import known_places
from store.types import Workspace, WorkspaceId
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
NAMES += [setting.E5, setting.PHONE, setting.AUDIO, setting.CREDITS, setting.BALANCE, setting.LANGUAGE]
NAMES += [setting.NOTICES, setting.MINUTES, acquiring.FIND_ACTION, declining.REASON]
NAMES += [setting.APPROVALS, setting.TOLL_FREE, setting.FROM, setting.APPROVERS, setting.NAMED, setting.EXTENSION]
NAMES += [setting.CHANNELS, *setting.ROLES.values()]
SELECTED = ["selected_option", "selected_options", "selected_conversation", "selected_conversations", "selected_users"]
ELEMENTS = ANYTHING | st.dictionaries(
    st.sampled_from(["value", *SELECTED]),
    ANYTHING | st.fixed_dictionaries({"value": VALUES}) | st.lists(VALUES | st.fixed_dictionaries({"value": VALUES})),
)
FIELDS = st.dictionaries(
    st.sampled_from(NAMES), ANYTHING | st.dictionaries(st.sampled_from(NAMES), ELEMENTS, max_size=3)
)
CARRIED = st.dictionaries(
    st.sampled_from(["hold", "request", "channel", "message", "nonce", "run", "search", "these", "turn"]),
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
    again = payloads.carried(json.dumps(carried))
    for reader in (payloads.hold, payloads.nonce, payloads.typed, payloads.turns, payloads.decision):
        read(lambda reader=reader: reader(again))  # type: ignore[misc] # one of five kinds of answer
    payloads.place(again)
    read(lambda: payloads.reason(fields))
    read(lambda: payloads.reserve_these(again, PLACES))
    read(lambda: payloads.acquire(again, fields))
    read(lambda: payloads.settings(fields, NEW))
    read(lambda: payloads.settings(setting_up(**fields), NEW))


@settings(deadline=None)
@given(st.text(max_size=100))
def test_any_text_is_carried_as_an_object(text: str) -> None:
    assert isinstance(payloads.carried(text), dict)
