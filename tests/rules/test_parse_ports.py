"""Commands about port orders are read, and answered with commands that would do where they cannot be."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from handlers import desk
from handlers.help.requests import ShowHelp
from handlers.kit.words import BadInput
from handlers.ports.requests import STATE_WORDS, ListOrders, NewOrder, ShowOrder, Status, as_typed
from store.places import known_places
from store.ports.types import OrderId, State
from store.types import E164
from tests.rules.reading import is_read_or_leads_on
from tests.table import table

PLACES = known_places()
ALL_OPEN, PO_7 = ListOrders(), ShowOrder(order=OrderId(7))
LONDON = Status(e164=E164("+442079460000"))
SOME_STATES = tuple(f"port list {word}" for word in ("draft", "processing", "contacting", "approved", "pending"))


@table(
    ("typed", "request_"),
    [
        pytest.param("port", ALL_OPEN, id="all that are open"),
        pytest.param("PORT", ALL_OPEN, id="in capitals"),
        pytest.param("port list", ALL_OPEN, id="a list"),
        pytest.param("port LIST open", ALL_OPEN, id="all that are open, said so"),
        pytest.param("port new", NewOrder(), id="a new one"),
        pytest.param("port New", NewOrder(), id="a new one, in capitals"),
        pytest.param("port list contacting", ListOrders(state=State.CONTACTING), id="of a state"),
        pytest.param("port list Contacting", ListOrders(state=State.CONTACTING), id="of a state, in capitals"),
        pytest.param("port list page:2", ListOrders(page=2), id="a page"),
        pytest.param("port page: 2", ListOrders(page=2), id="a page after a space"),
        pytest.param("port list page:3 error", ListOrders(state=State.ERROR, page=3), id="a page of a state"),
        pytest.param("port PO-7", PO_7, id="one"),
        pytest.param("port po7", PO_7, id="one without its hyphen"),
        pytest.param("port Po-0007", PO_7, id="one with zeros"),
        pytest.param("port PO-999999999", ShowOrder(order=OrderId(999_999_999)), id="the last that can be named"),
        pytest.param("status +44 20 7946 0000", LONDON, id="a number in groups"),
        pytest.param("status +442079460000", LONDON, id="a number in E.164"),
        pytest.param("status <tel:+442079460000|+44 20 7946 0000>", LONDON, id="a number that Slack links"),
        pytest.param("status +44 (0)20-7946.0000", LONDON, id="a number as it is written on paper"),
        pytest.param('status "+44 20 7946 0000"', LONDON, id="a number in quotes"),
        pytest.param("help port", ShowHelp(topic="port"), id="help"),
        pytest.param("help status", ShowHelp(topic="status"), id="help with where a number is"),
    ],
)
def test_a_command_about_port_orders_is_read(typed: str, request_: object) -> None:
    assert desk.read_command(typed, PLACES) == request_


@table(("state", "word"), STATE_WORDS.items())
def test_orders_of_every_state_can_be_listed(state: State, word: str) -> None:
    assert desk.read_command(f"port list {word}", PLACES) == ListOrders(state=state)


def test_every_state_has_a_word_of_its_own() -> None:
    assert set(STATE_WORDS) == set(State)
    assert len(set(STATE_WORDS.values())) == len(State)
    assert not [word for word in STATE_WORDS.values() if " " in word or word == "open"]


@given(st.builds(ListOrders, state=st.none() | st.sampled_from(State), page=st.integers(1, 100_000)))
def test_a_list_is_read_as_it_was_typed_out(ask: ListOrders) -> None:
    assert desk.read_command(as_typed(ask), PLACES) == ask


@table(
    ("typed", "key", "said", "corrected"),
    [
        pytest.param("port numbers", "bad-port", "numbers", ("port list", "port new"), id="something else"),
        pytest.param("port 7", "bad-port", "7", ("port list", "port new"), id="a bare number"),
        pytest.param("port PO-0", "bad-port", "PO-0", ("port list", "port new"), id="no order has the number 0"),
        pytest.param("port PO-1234567890", "bad-port", "PO-1234567890", ("port list", "port new"), id="too long"),
        pytest.param("port contacting", "bad-port", "contacting", ("port list", "port new"), id="a state alone"),
        pytest.param("port list contactin", "bad-state", "contactin", ("port list contacting",), id="nearly a state"),
        pytest.param("port list canceled", "bad-state", "canceled", ("port list cancelled",), id="as Americans write"),
        pytest.param("port list nonsense", "bad-state", "nonsense", SOME_STATES, id="no state at all"),
        pytest.param("port list page:0", "bad-page", "0", ("port list page:1",), id="a page that there is not"),
        pytest.param("port new error", "bad-extra", "error", ("port new",), id="too much for a new one"),
        pytest.param("port list error now", "bad-extra", "now", ("port list error",), id="too much for a list"),
        pytest.param("port PO-7 please", "bad-extra", "please", ("port PO-7",), id="too much for one"),
        pytest.param("status", "missing-number", "", ("help status",), id="no number"),
        pytest.param("status hello", "bad-number", "hello", ("help status",), id="a word"),
        pytest.param("status PO-7", "bad-number", "PO-7", ("help status",), id="an order"),
        pytest.param("status 020 7946 0000", "no-such-number", "020 7946 0000", ("help status",), id="which country"),
        pytest.param(
            "status +44 20 7946 0000 please",
            "bad-extra",
            "please",
            ("status +44 20 7946 0000",),
            id="a word more",
        ),
        pytest.param("prot list", "bad-verb", "prot", ("port list",), id="nearly the verb"),
        pytest.param("stauts +442079460000", "bad-verb", "stauts", ("status +442079460000",), id="nearly status"),
    ],
)
def test_what_is_wrong_is_said_with_commands_that_would_do(
    typed: str, key: str, said: str, corrected: tuple[str, ...]
) -> None:
    with pytest.raises(BadInput) as caught:
        desk.read_command(typed, PLACES)
    bad = caught.value
    assert (bad.key, bad.values["said"], bad.corrected) == (key, said, corrected)
    for command in corrected:
        desk.read_command(command, PLACES)


WORDS = st.one_of(
    st.sampled_from(["port", "status", "new", "list", "open", "error", "eror", "transfer", '"contacting carrier"']),
    st.sampled_from(["PO-7", "po7", "PO-0", "PO-", "H-12", "7", "page:2", "page:", "page:x", "+", "+44 20 7946 0000"]),
    st.text(max_size=8),
)


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(["port", "status"]), st.lists(WORDS, max_size=5))
@example("port", ["PO-7"] * 500)
@example("status", ["+4"] * 500)
def test_whatever_stands_behind_the_verb_is_a_request_or_leads_to_one(verb: str, words: list[str]) -> None:
    is_read_or_leads_on(" ".join([verb, *words]), PLACES)
