"""A file that a member gave ends in words to who gave it, though Slack fails at it to the last try."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.sender import TRIES
from handlers.ports import port_list
from handlers.ports.views.step_view import Step
from tests.desk import BEN, Desk
from tests.orders import begin, step
from tests.store.sending import sender, settle
from tests.store.toy_slack import ToySlack, no, toy_slack


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Its time is real time, as it is in production."""
    return replace(desk, tools=replace(desk.tools, now=desk.real_clock), clock=desk.real_clock)


@pytest.fixture
def slack(desk: Desk) -> Iterator[ToySlack]:
    with toy_slack(desk.real_clock) as made:
        yield made


def told(desk: Desk, slack: ToySlack) -> list[str]:
    """What the member who gave a file is told of it in the end."""
    step(desk, Step.NUMBERS, begin(desk), BEN, file="F1")
    sending = sender(desk, slack)
    settle(desk, sending.drain, step=timedelta(minutes=1))
    sending.stop()
    return [
        str(said["text"])
        for said in slack.messages
        if said["channel"] == f"D{BEN.user}" and "be used" in str(said["text"])
    ]


def test_a_file_that_slack_never_hands_over_is_told_as_such(desk: Desk, slack: ToySlack) -> None:
    slack.happens["files.info"] = no("some_new_error")
    [said] = told(desk, slack)
    assert "Slack did not hand it over" in said
    assert slack.calls.count("files.info") == TRIES


def test_a_file_at_which_reading_fails_to_the_last_try_is_told_as_such(
    desk: Desk, slack: ToySlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("a defect of ours")

    file = {"user": BEN.user, "name": "my numbers.csv", "size": 5, "url_private_download": f"{slack.url}/x"}
    slack.happens["files.info"] = lambda _given: {"ok": True, "file": file}
    slack.happens["x"] = lambda _given: {"number": "+12065550100"}
    monkeypatch.setattr(port_list, "read_csv", fails)
    with capture_logs():  # ten tracebacks take longer than all else
        [said] = told(desk, slack)
    assert "reading it failed" in said
    assert "my numbers.csv" in said
    assert slack.calls.count("files.info") == TRIES
