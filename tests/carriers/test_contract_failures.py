"""What every carrier's client does where its carrier fails, refuses it, or answers what nobody knows."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from structlog.testing import capture_logs

from bot.carriers.registry import CLIENTS
from handlers.kit.carriers import CarrierBusy, CarrierRefused, CarrierSilent, LineState
from tests.carriers.conftest import SEATTLE, SOON, Side, numbers_of, states_of


def prepared(side: Side) -> dict[str, Callable[[], Any]]:
    """A call of each operation, with all that has to be there before."""
    held, offers = side.hold(), side.offers()
    ours = side.hold(1)
    side.order(ours)
    side.pass_time(SOON)
    (number,) = numbers_of(ours)
    far = side.now + timedelta(minutes=50)
    return {
        "search": lambda: side.client.search(SEATTLE, within=5),
        "hold": lambda: side.client.hold(uuid4(), offers),
        "held": lambda: side.client.held(held.reference),
        "extend": lambda: side.client.extend(held, far),
        "drop": lambda: side.client.drop(held, numbers_of(held)[:1]),
        "order": lambda: side.order(held),
        "ordered": lambda: side.client.ordered(held.reference),
        "give_up": lambda: side.client.give_up(number),
        "owned": lambda: side.client.owned(number),
    }


OPERATIONS = ("search", "hold", "held", "extend", "drop", "order", "ordered", "give_up", "owned")
LOOKS = ("search", "held", "ordered", "owned")


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_carrier_that_is_busy_says_when_to_come_again(side: Side, operation: str) -> None:
    if operation == "drop" and not side.client.rules.gives_back:
        pytest.skip("this carrier gives nothing back, and says so in its rules")
    call = prepared(side)[operation]
    before = side.state()
    side.control("fault", operation=operation, status=429, retry_after=7.5)
    with pytest.raises(CarrierBusy) as busy:
        call()
    assert busy.value.retry_after == 7.5
    assert side.state() == before
    call()


@pytest.mark.parametrize("operation", OPERATIONS)
def test_only_looks_are_ever_repeated(side: Side, operation: str) -> None:
    if operation == "drop" and not side.client.rules.gives_back:
        pytest.skip("this carrier gives nothing back, and says so in its rules")
    call = prepared(side)[operation]
    before = len(side.calls())
    side.control("fault", operation=operation, drop=True, times=5)
    with pytest.raises(CarrierSilent):
        call()
    sent = [method for method, _ in side.calls()[before:]]
    assert sent.count("GET") == 2 if operation in LOOKS else len([each for each in sent if each != "GET"]) == 1


@pytest.mark.parametrize("operation", [each for each in OPERATIONS if each not in LOOKS])
def test_a_failure_inside_the_carrier_leaves_open_what_was_done(side: Side, operation: str) -> None:
    if operation == "drop" and not side.client.rules.gives_back:
        pytest.skip("this carrier gives nothing back, and says so in its rules")
    call = prepared(side)[operation]
    side.control("fault", operation=operation, status=500)
    with pytest.raises(CarrierSilent):
        call()


def test_a_wrong_key_is_refused_and_told_nowhere(side: Side) -> None:
    key = side.account.key[:-4] + "AAAA"
    with (
        closing(CLIENTS[side.name](replace(side.account, key=key), lambda: side.now)) as client,
        capture_logs() as logs,
        pytest.raises(CarrierRefused) as refused,
    ):
        client.check()
    assert refused.value.code
    told = [repr(client), repr(vars(client)), repr(replace(side.account, key=key)), repr(refused.value), repr(logs)]
    assert not [each for each in told if key in each]
    assert refused.value.__cause__ is None


def test_the_carriers_own_log_masks_the_key(side: Side) -> None:
    side.offers()
    lines = side.slack.http.get(f"/_control/carrier/{side.name}/log").text
    assert '"method": "GET"' in lines
    assert side.account.key not in lines


def test_a_carrier_that_cannot_be_reached_has_done_nothing(side: Side) -> None:
    account = replace(side.account, url="http://127.0.0.1:9")
    with closing(CLIENTS[side.name](account, lambda: side.now)) as client, pytest.raises(CarrierBusy):
        client.hold(uuid4(), side.offers())


def test_a_word_that_we_do_not_know_is_an_alarm(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    held = side.hold(1)
    side.order(held)
    answer = type(side.running).answer

    async def strange(self: Any, asked: Any) -> Any:
        answered = await answer(self, asked)
        assert answered
        return replace(answered, body=_with_strange_words(answered.body))

    monkeypatch.setattr(type(side.running), "answer", strange)
    with capture_logs() as logs:
        ordered = side.client.ordered(held.reference)
    assert states_of(ordered) == {LineState.UNKNOWN}
    assert ordered
    assert ordered.lines[0].code == "quantum"
    assert [entry for entry in logs if entry["log_level"] == "error" and "quantum" in entry["value"]]


@pytest.mark.parametrize("body", [pytest.param({}, id="empty"), pytest.param({"data": None}, id="without what counts")])
def test_an_answer_that_says_nothing_is_never_taken_for_there_being_nothing(
    side: Side, monkeypatch: pytest.MonkeyPatch, body: Any
) -> None:
    """Else what was bought would be bought again."""
    held = side.hold(1)
    side.order(held)
    side.pass_time(SOON)
    answer = type(side.running).answer

    async def hollow(self: Any, asked: Any) -> Any:
        answered = await answer(self, asked)
        assert answered
        return replace(answered, body=body)

    monkeypatch.setattr(type(side.running), "answer", hollow)
    looks: tuple[Callable[[], Any], ...] = (
        lambda: side.client.held(held.reference),
        lambda: side.client.ordered(held.reference),
        lambda: side.client.owned(held.lines[0].number),
        lambda: side.client.all_owned(),
    )
    for look in looks:
        with pytest.raises((CarrierBusy, CarrierSilent)):
            look()


def _with_strange_words(body: Any) -> Any:
    if isinstance(body, list):
        return [_with_strange_words(each) for each in body]
    if isinstance(body, dict):
        return {name: "quantum" if name == "status" else _with_strange_words(each) for name, each in body.items()}
    return body
