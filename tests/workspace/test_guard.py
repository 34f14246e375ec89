"""The workspace serves this machine and its own page: no other page that a browser here shows can use it."""

from urllib.parse import urlsplit

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.workspace.slack import Slack

NAVIGATES = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}


def port(slack: Slack) -> str:
    return str(urlsplit(slack.url).port)


def ask(slack: Slack, path: str = "/_control/state", method: str = "GET", **headers: str) -> httpx.Response:
    """Ask with these headers, `PORT` in them being the workspace's."""
    said = {name.replace("_", "-"): value.replace("PORT", port(slack)) for name, value in headers.items()}
    return slack.http.request(method, path, headers=said, content=b"{}" if method == "POST" else None)


@pytest.mark.parametrize(
    "headers",
    [
        *[{"host": f"{name}:PORT"} for name in ("127.0.0.1", "localhost", "LocalHost", "[::1]")],
        *[{"origin": f"http://{name}:PORT"} for name in ("127.0.0.1", "localhost", "[::1]")],
        {"sec_fetch_site": "same-origin"},
        {"sec_fetch_site": "none"},
    ],
)
def test_our_own_are_served(slack: Slack, headers: dict[str, str]) -> None:
    assert ask(slack, **headers).status_code == 200


@pytest.mark.parametrize(
    ("headers", "error"),
    [
        *[
            ({"host": host}, "foreign_host")
            for host in (
                "evil.example",
                "evil.example:PORT",
                "127.0.0.1",
                "127.0.0.1:1",
                "localhost.evil.example:PORT",
                "",
            )
        ],
        *[
            ({"origin": origin}, "foreign_origin")
            for origin in ("http://evil.example", "null", "https://localhost:PORT", "http://localhost:3000", "")
        ],
        ({"host": "evil.example:PORT", "origin": "http://evil.example:PORT"}, "foreign_host"),
        *[({"sec_fetch_site": site}, "foreign_origin") for site in ("cross-site", "same-site")],
        ({name.replace("-", "_"): value for name, value in NAVIGATES.items()}, "foreign_origin"),
    ],
)
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/_control/state"),
        ("POST", "/_control/reset"),
        ("POST", "/api/api.test"),
        ("GET", "/api/api.test"),
        ("POST", "/response/x"),
        ("POST", "/upload/x"),
        ("GET", "/nowhere"),
    ],
)
def test_no_other_page_is_served(slack: Slack, headers: dict[str, str], error: str, method: str, path: str) -> None:
    answer = ask(slack, path, method, **{"content_type": "application/json"} | headers)
    assert (answer.status_code, answer.json()) == (403, {"ok": False, "error": error})


def test_a_link_leads_to_the_page_but_no_frame_shows_it(slack: Slack) -> None:
    assert slack.http.get("/", headers=NAVIGATES).status_code == 404  # no page is served here, but it may be asked for
    assert slack.http.get("/", headers=NAVIGATES | {"sec-fetch-dest": "iframe"}).status_code == 403


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}])
def test_no_other_page_opens_a_socket(slack: Slack, headers: dict[str, str]) -> None:
    url = slack.web_client("xapp-local-numberdesk").apps_connections_open(app_token="xapp-local-numberdesk")["url"]
    with pytest.raises(InvalidStatus, match="403"), connect(url, additional_headers=headers):
        pass
    with connect(url) as ours:  # the ticket was not used
        assert "hello" in str(ours.recv())


@pytest.mark.parametrize("body", [None, b"", b"{}", b'{"user": "ada"}'])
@pytest.mark.parametrize(
    "content_type", [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]
)
@pytest.mark.parametrize("path", ["reset", "disconnect", "home", "nothing"])
def test_what_changes_something_says_that_it_is_json(
    slack: Slack, path: str, content_type: str | None, body: bytes | None
) -> None:
    headers = {"content-type": content_type} if content_type else {}
    answer = slack.http.post(f"/_control/{path}", content=body, headers=headers)
    assert answer.status_code == 400
    assert answer.json()["ok"] is False


@pytest.mark.parametrize("body", [b"", b"{}"])
def test_it_may_be_empty(slack: Slack, body: bytes) -> None:
    headers = {"content-type": "application/json; charset=utf-8"}
    assert slack.http.post("/_control/reset", content=body, headers=headers).json() == {"ok": True}


@pytest.mark.parametrize("body", [b"\xff", b"{", b"[" * 200_000, b"null", b"[]", b'"x"', b"1e999", b'{"a": NaN}'])
def test_what_is_no_json_object_is_refused_in_the_form_of_all_refusals(slack: Slack, body: bytes) -> None:
    headers = {"content-type": "application/json"}
    answer = slack.http.post("/_control/clock", content=body, headers=headers)
    assert (answer.status_code, answer.json()["ok"]) == (400, False)
    assert answer.json()["error"]
