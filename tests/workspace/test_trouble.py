"""Faults on demand, and rate limits."""

import time
from collections.abc import Iterator

import httpx
import pytest
from slack_sdk.errors import SlackApiError

from tests.workspace.conftest import Desk, run_workspace
from tests.workspace.slack import CHANNEL, Json, Slack

TOO_MANY = {"ok": False, "error": "ratelimited"}
AWAY = {"ok": False, "error": "service_unavailable"}


def post(slack: Slack, channel: str = CHANNEL) -> httpx.Response:
    return slack.api("chat.postMessage", channel=channel, text="x")


def test_the_next_calls_fail_as_asked_and_then_no_more(slack: Slack) -> None:
    slack.post("fault", method="chat.postMessage", times=2, error="internal_error")
    assert [post(slack).json()["ok"] for _ in range(3)] == [False, False, True]
    assert len(slack.messages()) == 1


@pytest.mark.parametrize(
    ("fault", "status", "body"),
    [
        pytest.param({"error": "is_archived"}, 200, {"ok": False, "error": "is_archived"}, id="an error"),
        pytest.param({"status": 500}, 500, {"ok": False, "error": "internal_error"}, id="a server error"),
        pytest.param({"error": "ratelimited", "retry_after": 7}, 429, TOO_MANY, id="too many, by Slack's word"),
        pytest.param({"status": 503, "error": "service_unavailable"}, 503, AWAY, id="a server error with a word"),
        pytest.param({"status": 429, "retry_after": 7}, 429, TOO_MANY, id="too many"),
    ],
)
def test_how_a_call_may_fail(slack: Slack, fault: Json, status: int, body: Json) -> None:
    slack.post("fault", method="chat.postMessage", **fault)
    answer = post(slack)
    assert (answer.status_code, answer.json()) == (status, body)
    assert answer.headers.get("retry-after") == ("7" if status == 429 else None)


def test_a_fault_of_one_channel_spares_the_others(slack: Slack) -> None:
    slack.post("fault", method="chat.postMessage", error="fatal_error", channel="general")
    assert [post(slack).json()["ok"], post(slack, "C0GENERAL").json()["ok"]] == [True, False]


def test_a_lost_answer_is_to_something_that_was_done(slack: Slack) -> None:
    slack.post("fault", method="chat.postMessage", drop=True)
    with pytest.raises(httpx.RemoteProtocolError):
        post(slack)
    assert [said["text"] for said in slack.messages()] == ["x"]
    slack.post("fault", method="chat.postMessage", drop=True)
    with pytest.raises(OSError, match=r"closed|reset"):
        slack.web_client().chat_postMessage(channel=CHANNEL, text="y")
    assert [said["text"] for said in slack.messages()] == ["x", "y"]
    assert slack.log()[-1]["status"] == "dropped"


def test_a_late_answer_is_to_something_that_was_done_at_once(slack: Slack) -> None:
    slack.post("fault", method="chat.postMessage", delay_seconds=0.3)
    started = time.monotonic()
    assert post(slack).json()["ok"]
    assert time.monotonic() - started > 0.3


def test_a_response_url_can_fail_too(slack: Slack, desk: Desk) -> None:
    slack.command()
    slack.post("fault", method="response_url", status=500)
    url = desk.last("command")["response_url"]
    assert [slack.http.post(url, json={"text": "x"}).status_code for _ in range(2)] == [500, 200]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({}, id="what is missing"),
        pytest.param({"method": "x", "colour": "red"}, id="what nobody knows"),
        pytest.param({"method": "x", "times": 0}, id="what makes no sense"),
        pytest.param({"method": "x", "channel": "nowhere"}, id="what is not there"),
    ],
)
def test_a_wrong_call_is_told_what_is_wrong(slack: Slack, body: Json) -> None:
    answer = slack.http.post("/_control/fault", json=body)
    assert answer.status_code == 400
    assert answer.json()["ok"] is False
    assert answer.json()["error"]


@pytest.mark.usefixtures("desk")
def test_a_reset_leaves_nothing_but_the_connections(slack: Slack) -> None:
    before = slack.state()
    post(slack)
    slack.post("user", user="ben", is_admin=True)
    slack.post("clock", advance_seconds=100)
    slack.post("fault", method="chat.postMessage", error="fatal_error")
    slack.post("reset")
    after = slack.state()
    assert after["connections"]
    assert {**after, "now": 0} == {**before, "now": 0}
    assert after["now"] - before["now"] < 50
    assert slack.messages() == []
    assert slack.log() == []
    assert post(slack).json()["ok"]


@pytest.fixture(scope="module")
def limited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Slack]:
    yield from run_workspace(tmp_path_factory.mktemp("limited"), rate_limits=True)


def test_one_channel_takes_a_short_burst_and_then_a_message_a_second(limited: Slack) -> None:
    limited.post("reset")
    answers = [post(limited) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[-1].json() == {"ok": False, "error": "ratelimited"}
    assert answers[-1].headers["retry-after"] == "1"
    assert post(limited, "C0GENERAL").json()["ok"]
    time.sleep(1.05)
    assert [post(limited).status_code for _ in range(2)] == [200, 429]


@pytest.mark.parametrize(
    ("method", "most"),
    [
        pytest.param("users.list", 20, id="tier 2"),
        pytest.param("team.info", 50, id="tier 3"),
        pytest.param("files.info", 100, id="tier 4"),
    ],
)
def test_a_method_may_be_called_so_often_in_a_minute(limited: Slack, method: str, most: int) -> None:
    limited.post("reset")
    answers = [limited.api(method) for _ in range(most + 1)]
    assert [answer.status_code for answer in answers] == [200] * most + [429]
    assert 55 <= int(answers[-1].headers["retry-after"]) <= 60


def test_slack_sdk_understands_the_limit(limited: Slack) -> None:
    limited.post("reset")
    for _ in range(3):
        post(limited)
    with pytest.raises(SlackApiError) as limit:
        limited.web_client().chat_postMessage(channel=CHANNEL, text="x")
    assert limit.value.response.headers["Retry-After"] == "1"
