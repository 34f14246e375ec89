"""The whole product as a newcomer starts it, and a real browser before its page."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from bot.workspace.server import HOST, listen
from tests.browser.tab import Tab

_OURS = ("SLACK_", "NUMBERDESK_", "DATABASE_URL")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
Open = Callable[..., Tab]
_PATIENCE = 60_000  # milliseconds, on a machine that has much else to do
expect.set_options(timeout=_PATIENCE)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("the page is tested in Chromium, and there is no `chromium` on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def product() -> Iterator[httpx.Client]:
    """`python -m bot`, seen through its control API."""
    listener = listen(0)
    port = listener.getsockname()[1]
    listener.close()
    clean = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    clean["NUMBERDESK_SLACK_WAITS"] = "10"  # which one test waits out
    argv = [sys.executable, "-m", "bot", "--port", str(port), "--no-rate-limits", "--carrier", "telnyx"]
    with (
        subprocess.Popen(argv, env=clean, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process,
        httpx.Client(base_url=f"http://{HOST}:{port}", timeout=60) as http,
    ):
        _wait_until_up(http)
        yield http
        process.terminate()


@pytest.fixture
def control(product: httpx.Client) -> Callable[..., Any]:
    """The control API, with nothing said yet in the workspace."""

    def call(path: str, **body: Any) -> Any:
        answer = product.post(f"/_control/{path}", json=body) if body else product.get(f"/_control/{path}")
        return answer.raise_for_status().json()

    _wait_until_up(product)
    product.post("/_control/reset", json={})
    return call


@pytest.fixture(scope="package")
def context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """A browser with these options, kept for the tests that follow: it need not fetch the scripts again."""
    with ExitStack() as stack:

        @cache
        def with_options(**options: str) -> BrowserContext:
            return stack.enter_context(browser.new_context(**options))  # type: ignore[arg-type] # names of options

        yield with_options


@pytest.fixture
def open_tab(context: Callable[..., BrowserContext], product: httpx.Client, control: object) -> Iterator[Open]:  # noqa: ARG001 - a fresh start
    """Open the page in a tab. Whatever the browser complains of fails the test."""
    pages: list[Page] = []
    complaints: list[str] = []

    def open_tab(user: str = "ada", channel: str = "phone-numbers", **options: str) -> Tab:
        page = context(**options).new_page()
        pages.append(page)
        _listen(page, complaints)
        page.goto(f"{product.base_url}?as={user}&channel={channel}")
        page.wait_for_function("window.did_handshake")  # what is done before that is lost
        return Tab(page)

    yield open_tab
    for page in pages:
        page.close()
    assert complaints == []


def _listen(page: Page, complaints: list[str]) -> None:
    page.set_default_timeout(_PATIENCE)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("request", lambda request: None if _is_here(request.url) else complaints.append(request.url))


def _is_here(url: str) -> bool:
    return url.startswith((f"http://{HOST}:", f"ws://{HOST}:", "data:", "blob:"))


def _wait_until_up(http: httpx.Client) -> None:
    deadline = time.monotonic() + 90
    while not _is_up(http):
        assert time.monotonic() < deadline, "the product did not start"
        time.sleep(0.1)


def _is_up(http: httpx.Client) -> bool:
    try:
        return bool(http.get("/_control/state").json()["connections"])
    except httpx.TransportError:
        return False
