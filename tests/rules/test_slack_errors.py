"""What becomes of a failure of a call to Slack: by its table, else by its shape."""

from http.client import RemoteDisconnected
from ssl import SSLError
from urllib.error import HTTPError, URLError

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web import SlackResponse

from bot.slack_errors import REMEDIES, Remedy, is_sure, of_error, remedy, retry_after, told


def failed(error: str, method: str = "chat.postMessage", status: int = 200, asks: str | None = None) -> SlackApiError:
    answer = SlackResponse(
        client=WebClient(),
        http_verb="POST",
        api_url=f"https://slack.com/api/{method}",
        req_args={},
        data={"ok": False, "error": error},
        headers={} if asks is None else {"Retry-After": asks},
        status_code=status,
    )
    return SlackApiError(error, answer)  # type: ignore[no-untyped-call] # slack_sdk gives it no types


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        ("ratelimited", Remedy.WAIT),
        ("account_inactive", Remedy.SLEEP),
        ("team_access_not_granted", Remedy.SLEEP),
        ("ekm_access_denied", Remedy.SLEEP),
        ("message_not_found", Remedy.NEW_CARD),
        ("restricted_action_thread_locked", Remedy.ELSEWHERE),
        ("cannot_reply_to_message", Remedy.ELSEWHERE),
        ("user_disabled", Remedy.DROP),
        ("msg_blocks_too_long", Remedy.PARK),
        ("messages_tab_disabled", Remedy.PARK),
        # of these no page tells
        ("token_suspended", Remedy.SLEEP),
        ("workspace_unavailable", Remedy.SLEEP),
        ("restricted_action_some_new_channel", Remedy.ELSEWHERE),
        ("channel_deleted", Remedy.ELSEWHERE),
        ("user_deactivated", Remedy.DROP),
        ("invalid_something", Remedy.PARK),
        ("something_too_long", Remedy.PARK),
        ("rate_limit_of_a_kind", Remedy.WAIT),
        ("nobody_knows_why", Remedy.AGAIN),
    ],
)
def test_an_error_has_its_remedy(error: str, expected: Remedy) -> None:
    assert remedy(failed(error)) is expected


@pytest.mark.parametrize(
    ("method", "error", "expected"),
    [
        ("conversations.history", "not_in_channel", Remedy.AGAIN),
        ("conversations.replies", "channel_not_found", Remedy.AGAIN),
        ("chat.postMessage", "not_in_channel", Remedy.ELSEWHERE),
        ("conversations.join", "is_archived", Remedy.ELSEWHERE),
        ("chat.delete", "message_not_found", Remedy.DROP),
    ],
)
def test_one_word_may_mean_two_things(method: str, error: str, expected: Remedy) -> None:
    assert remedy(failed(error, method)) is of_error(error, method) is expected


@pytest.mark.parametrize(
    ("failure", "expected", "sure"),
    [
        pytest.param(URLError("refused"), Remedy.SLEEP, False, id="no connection"),
        pytest.param(TimeoutError(), Remedy.SLEEP, False, id="no answer in time"),
        pytest.param(RemoteDisconnected(""), Remedy.SLEEP, False, id="no answer at all"),
        pytest.param(SSLError(), Remedy.SLEEP, False, id="no trust"),
        pytest.param(HTTPError("", 503, "", None, None), Remedy.SLEEP, False, id="an upload's server fails"),  # type: ignore[arg-type]
        pytest.param(HTTPError("", 403, "", None, None), Remedy.AGAIN, False, id="an upload is refused"),  # type: ignore[arg-type]
        pytest.param(OSError(28, "no space"), Remedy.AGAIN, False, id="a disk that is full"),
        pytest.param(SlackRequestError("no"), Remedy.AGAIN, False, id="the client's own"),
        pytest.param(failed("any", status=502), Remedy.SLEEP, False, id="Slack's server fails"),
        pytest.param(failed("any", status=429), Remedy.WAIT, True, id="too much"),
        pytest.param(failed("Received a response in a non-JSON format: <html>"), Remedy.SLEEP, False, id="a page"),
        pytest.param(failed("fatal_error"), Remedy.SLEEP, False, id="perhaps some of it was done"),
        pytest.param(failed("is_archived"), Remedy.ELSEWHERE, True, id="nothing was done"),
    ],
)
def test_a_failure_has_its_remedy_and_says_whether_nothing_was_done(
    failure: Exception, expected: Remedy, sure: bool
) -> None:
    assert (remedy(failure), is_sure(failure)) == (expected, sure)


@pytest.mark.parametrize(
    ("asks", "waits"), [(None, 1), ("", 1), ("0", 1), ("30", 30), ("86400", 300), ("soon", 1), ("-5", 1), ("1.5", 1)]
)
def test_slack_is_waited_for_as_long_as_it_asks_up_to_a_bound(asks: str | None, waits: int) -> None:
    assert retry_after(failed("ratelimited", status=429, asks=asks), 300) == waits


def test_no_error_has_two_remedies() -> None:
    from bot.slack_errors import _TABLE

    assert len(REMEDIES) == sum(len(errors.split()) for errors in _TABLE.values())


def test_a_failure_is_told_in_slacks_own_word() -> None:
    assert (told(failed("is_archived")), told(TimeoutError())) == ("is_archived", "TimeoutError")
