"""The desk over signed HTTP: the same story, forged deliveries refused, and a health that never waits."""

import copy
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text, update

from bot.sender import TRIES
from bot.workspace.delivery.signed_http import body_of, signature
from bot.workspace.delivery.words import Envelope
from bot.workspace.keys import Keys
from bot.workspace.server import HOST
from handlers.settings.entries import SettingsAction
from store.holds.types import Outcome
from store.outbox.table import OutboxRow
from store.workspaces.types import Licences
from tests.databases import Databases
from tests.flow.desk import ALONE, LONG_AGO, Desk, eventually
from tests.flow.member import Member
from tests.flow.product import Product, free_port, products
from tests.flow.promises import check
from tests.flow.slack import GENERAL, PRIVATE, Json

SEATTLE = "reserve 3 US Washington Seattle"


class OverHttp(Desk):
    """The desk where no socket is open: it is up when it says so."""

    def is_up(self) -> bool:
        try:
            return self.health()["ok"] is True
        except (httpx.HTTPError, OSError, ValueError):  # it has not started yet
            return False

    def health(self) -> Json:
        return health(self.port)

    @property
    def port(self) -> str:
        """Where the bot listens that the workspace started: only its command line tells."""
        arguments = Path(f"/proc/{self.pid}/cmdline").read_text().split("\0")
        return arguments[arguments.index("--port") + 1]

    @property
    def pid(self) -> int:
        pid: int = self.get("state")["bot"]["pid"]
        return pid

    def post_signed(self, kind: str, payload: Json) -> int:
        """Post something as Slack would, and return the HTTP status."""
        body, content_type = body_of(Envelope(type=kind, payload=payload))  # type: ignore[arg-type] # of the log
        at = str(int(time.time()))
        signed = {"x-slack-request-timestamp": at, "x-slack-signature": signature(body, at, Keys().signing_secret)}
        headers = {"content-type": content_type, **signed}
        return httpx.post(f"http://{HOST}:{self.port}/slack/events", content=body, headers=headers).status_code

    @property
    def resident(self) -> float:
        """The megabytes that the bot holds in memory."""
        return int(Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def health(port: int | str) -> Json:
    told: Json = httpx.get(f"http://{HOST}:{port}/healthz").json()
    return told


@pytest.fixture(scope="module")
def running(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Product]]:
    """In place of the one that connects by a socket."""
    folder = tmp_path_factory.mktemp
    with products(databases, lambda engine: folder(f"http-{engine}"), OverHttp, "--delivery", "http") as on:
        yield on


@pytest.fixture
def over_http(shared: Product) -> OverHttp:
    assert isinstance(shared.desk, OverHttp)
    assert shared.desk.get("state")["connections"] == []
    return shared.desk


def test_the_story_is_the_same(over_http: OverHttp, ada: Member, ben: Member) -> None:
    desk = over_http
    ada.types(SEATTLE)
    view = ada.chooses(desk.card("H-1"), "Acquire numbers")
    assert ada.submits(view, numbers=view.options("numbers")[:2])["ok"]
    ben.presses(desk.card("H-1", "asks to acquire"), "Approve")
    desk.card("H-1", "acquired *2 of 3 toll numbers*")

    ben.types("reserve 2 GB London")
    desk.card("H-2")
    desk.advance(minutes=8, seconds=1)
    desk.said("H-2 ends at")
    desk.advance(minutes=2)
    desk.said(f"The hold H-2 of {ben.mention} ended. Its 2 numbers went back to the pool.")
    assert "You hold the same *2 toll numbers*" in ada.presses(desk.card("H-2", "ended at"), "Hold again")
    assert "/numbers" in ada.home().words

    seen = check(desk)
    assert [hold.outcome for hold in seen.holds] == [Outcome.ACQUIRED, Outcome.RAN_OUT, None]


def test_settings_are_entered_and_an_error_stays_at_its_field(over_http: OverHttp, ada: Member) -> None:
    view = ada.opens("settings desk")
    assert list(ada.submits(view, notices=PRIVATE)["response"]["errors"]) == ["notices"]
    assert ada.submits(view, notices=GENERAL)["response"]["response_action"] == "update"
    assert over_http.record("settings") == [SettingsAction.SETTINGS_CHANGED]


def test_numbers_are_found_as_one_types(shared: Product, ada: Member) -> None:
    shared.set_up(replace(ALONE, licences=Licences(phone_system=50_000)))
    ada.types("reserve 101 GB London")
    view = ada.chooses(shared.desk.card("H-1"), "Acquire numbers")
    first, *_ = found = ada.finds(view, "find", "0")
    assert len(found) == 100
    assert ada.submits(view, which="only", find=[first])["response"] is None
    assert shared.desk.outcomes("H-1") == {Outcome.ACQUIRED: 1, Outcome.RELEASED: 100}


@pytest.mark.parametrize("forge", ["signature", "timestamp"])
def test_what_is_not_signed_or_too_old_is_refused_and_changes_nothing(
    over_http: OverHttp, ada: Member, forge: str
) -> None:
    desk = over_http
    ada.types(SEATTLE)
    card = desk.card("H-1")
    ada.closes(ada.chooses(card, "Acquire numbers"))
    ada.home()
    before = check(desk)
    genuine_command = desk.log("slash_commands")[-1]["arguments"]
    release = next(each for each in card.body["blocks"][-1]["elements"] if each["action_id"] == "release_hold")
    changes: Json = {
        "slash_commands": {"trigger_id": "another"},
        "interactive": {"actions": [release]},
        "events_api": {"event_id": "another"},
    }
    for way, change in changes.items():
        genuine = desk.log(way)[-1]["arguments"]
        answer = desk.post("deliver", type=way, payload=genuine | change, times=2, forge=forge)
        assert [each["status"] for each in answer["responses"]] == [401, 401]
    after = check(desk)
    assert (after.holds, after.deeds) == (before.holds, before.deeds)

    desk.post("deliver", type="slash_commands", payload=genuine_command | changes["slash_commands"])
    assert len(check(desk).holds) == 2
    desk.post("reset")  # Slack would log each refusal as a failure of the desk


def changed(draw: st.DrawFn, payload: Json) -> Json:
    """The payload with something in it taken out, or made something else."""
    payload = copy.deepcopy(payload)
    at: Any = payload
    while True:
        key = draw(st.sampled_from(range(len(at)) if isinstance(at, list) else sorted(at)))
        if not isinstance(at[key], dict | list) or not at[key] or draw(st.booleans()):
            break
        at = at[key]
    if draw(st.integers(0, 3)):
        at[key] = draw(ODD)
    else:
        del at[key]
    return payload


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.just("x" * 5000) | st.just('{"hold": 1}'),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "type", "value"]), inner),
    max_leaves=4,
)


def test_whatever_is_odd_in_what_is_signed_it_is_refused_or_answered_and_no_failure(
    shared: Product, over_http: OverHttp, ada: Member
) -> None:
    desk = over_http
    ada.types(SEATTLE)
    card = desk.card("H-1")
    ada.submits(ada.chooses(card, "Acquire numbers"))
    ada.home()
    desk.post("message", user="ben", channel=card.channel, text="hello", thread_ts=card.ts)
    desk.post("user", user="ben", locale="en-GB")
    desk.post("usergroup", handle="telephony", users=["ada"])
    desk.post("member", user="chloe", channel=GENERAL, present=False)
    eventually(lambda: len(desk.log("events_api")) == 5)
    genuine = [(entry["method"], entry["arguments"]) for entry in desk.log() if entry["direction"] == "to_bot"]
    before, statuses = shared.complaints(), set()

    @settings(max_examples=150, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def post(data: st.DataObject) -> None:
        kind, payload = data.draw(st.sampled_from(genuine))
        statuses.add(desk.post_signed(kind, data.draw(st.composite(changed)(payload))))

    post()
    assert statuses == {200, 400}
    assert shared.complaints() == before
    desk.post("reset")  # what members there are not were asked for is no mistake of the desk


def test_what_is_not_signed_takes_no_memory_however_long_it_is(over_http: OverHttp) -> None:
    desk = over_http
    url, before, long = f"http://{HOST}:{desk.port}/slack/events", desk.resident, 100_000_000
    forged = {"x-slack-request-timestamp": str(int(time.time())), "x-slack-signature": "v0=" + "0" * 64}

    def post(turn: int) -> int:
        body = iter([bytes(100_000)] * (long // 100_000)) if turn % 2 else bytes(long)  # in chunks, or as a whole
        return httpx.post(url, content=body, headers=forged if turn else {}, timeout=60).status_code

    with ThreadPoolExecutor(5) as pool:
        waiting = [pool.submit(post, turn) for turn in range(5)]
        most = before
        while not all(each.done() for each in waiting):
            most = max(most, desk.resident)
    assert [each.result() for each in waiting] == [401, 400, 400, 400, 400]
    assert most - before < 30


def test_health_tells_how_far_behind_the_desk_is(over_http: OverHttp, ada: Member) -> None:
    desk = over_http
    caught_up = desk.health()
    assert caught_up.items() >= {"ok": True, "problems": [], "outbox": 0, "outbox_age_seconds": 0.0}.items()
    desk.fault("chat.postMessage", status=429, retry_after=2)
    ada.types(SEATTLE)
    behind = eventually(lambda: told if (told := desk.health())["outbox_age_seconds"] > 0.5 else None)
    assert (behind["outbox"], behind["parked"]) == (1, 0)
    desk.settle()
    assert desk.health() == caught_up


def test_what_is_parked_is_counted_listed_and_sent_once_somebody_asks_for_it(
    shared: Product, over_http: OverHttp, ada: Member
) -> None:
    desk = over_http
    desk.fault("chat.postMessage", error="update_failed", times=2)
    ada.types(SEATTLE)
    eventually(lambda: tried(desk) == 1)
    with desk.database.begin() as db:
        db.execute(update(OutboxRow).values(tries=TRIES - 1, due_at=LONG_AGO))
    told = eventually(lambda: told if (told := desk.health())["parked"] else None)
    assert (told["problems"], told["parked"], told["outbox"]) == (["parked"], 1, 0)
    assert "\tcard\tH-1\tupdate_failed\n" in shared.run("outbox")
    assert desk.messages() == []

    assert "1 to be tried again" in shared.run("outbox", "--retry")
    check(desk)
    assert desk.health()["parked"] == 0


def tried(desk: Desk) -> int | None:
    """How often the only debt was tried and failed."""
    with desk.database.reading() as db:
        return db.scalar(select(OutboxRow.tries).where(OutboxRow.error.is_not(None)))


def test_health_answers_while_a_member_waits_for_slack(over_http: OverHttp, ada: Member) -> None:
    desk = over_http
    desk.change("user", user="ada", locale="en-GB")  # so that the desk asks for her anew
    desk.fault("users.info", delay_seconds=0.9)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(ada.types, SEATTLE)
        eventually(lambda: desk.log("users.info"))
        assert desk.health()["ok"]
        assert not waiting.done()
        assert "You hold *3 toll numbers*" in waiting.result().text


def test_health_tells_that_the_database_cannot_be_used_until_it_can(apart: Product) -> None:
    port = free_port()
    apart.start_bot("web", "--worker", "--host", HOST, "--port", str(port))
    eventually(lambda: _answers(port))
    for name, other, status in [("outbox", "taken_away", 503), ("taken_away", "outbox", 200)]:
        with apart.desk.database.begin() as db:
            db.execute(text(f"ALTER TABLE {name} RENAME TO {other}"))
        answer = httpx.get(f"http://{HOST}:{port}/healthz")
        assert (answer.status_code, answer.json()["database"]) == (status, status == 200)


def _answers(port: int) -> bool:
    try:
        return health(port)["ok"] is True
    except httpx.ConnectError:
        return False
