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
from handlers.views import settings as setting
from store.places import known_places
from store.types import WorkspaceId
from tests.rules.fields import ONE, choosing, setting_up

PLACES = known_places()
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
NAMES = [acquiring.NUMBERS, acquiring.WHICH, acquiring.FIND, acquiring.RANGES, acquiring.PURPOSE, acquiring.NOTE]
NAMES += [setting.E5, setting.PHONE, setting.AUDIO, setting.CREDITS, setting.BALANCE, setting.LANGUAGE]
NAMES += [setting.NOTICES, setting.MINUTES, acquiring.FIND_ACTION]
ELEMENTS = ANYTHING | st.dictionaries(
    st.sampled_from(["value", "selected_option", "selected_options", "selected_conversation"]),
    ANYTHING | st.fixed_dictionaries({"value": ANYTHING}) | st.lists(st.fixed_dictionaries({"value": ANYTHING})),
)
FIELDS = st.dictionaries(
    st.sampled_from(NAMES), ANYTHING | st.dictionaries(st.sampled_from(NAMES), ELEMENTS, max_size=3)
)
CARRIED = st.dictionaries(
    st.sampled_from(["hold", "nonce", "run", "search", "these", "turn"]),
    ANYTHING | st.sampled_from(["search US", "search", 12]) | st.lists(ANYTHING | st.just(ONE), max_size=12),
)


def read(work: Callable[[], object]) -> None:
    """Only these two may be raised; both are put into words."""
    with suppress(BadInput, BadField):
        work()


@settings(deadline=None)
@given(CARRIED, FIELDS)
@example({"hold": 1}, choosing())
@example({}, setting_up())
def test_any_json_is_a_value_or_is_refused_in_words(carried: dict[str, Any], fields: dict[str, Any]) -> None:
    again = payloads.carried(json.dumps(carried))
    for reader in (payloads.hold, payloads.nonce, payloads.typed, payloads.turns):
        read(lambda reader=reader: reader(again))  # type: ignore[misc] # one of four kinds of answer
    read(lambda: payloads.reserve_these(again, PLACES))
    read(lambda: payloads.acquire(again, fields))
    read(lambda: payloads.settings(WorkspaceId("T1"), fields))
    read(lambda: payloads.settings(WorkspaceId("T1"), setting_up(**fields)))


@settings(deadline=None)
@given(st.text(max_size=100))
def test_any_text_is_carried_as_an_object(text: str) -> None:
    assert isinstance(payloads.carried(text), dict)
