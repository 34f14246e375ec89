"""Slack is never asked while a transaction is open: who waits for an answer holds no locks."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import QueuePool

from handlers import settings
from handlers.tools import SlackSilent
from store.session import Database
from store.types import ChannelId, Hold, Workspace, WorkspaceId
from tests.desk import ADA, BEN, CHANNEL, HOLD_LASTS, HOME, Desk, click, fill

NOTICES = ChannelId("C5")


def in_transaction(database: Database) -> bool:
    """Whether any connection is in use."""
    pools = [engine.pool for engine in (database.engine, database.reader)]
    return any(isinstance(pool, QueuePool) and pool.checkedout() for pool in pools)


@pytest.mark.parametrize("way", ["begin", "reading"])
def test_a_transaction_would_be_seen(database: Database, way: str) -> None:
    assert not in_transaction(database)
    with getattr(database, way)():
        assert in_transaction(database)


def _again(desk: Desk, hold: Hold) -> object:
    desk.clock.advance(HOLD_LASTS)
    return desk.again(BEN, hold)


@pytest.mark.parametrize(
    ("ask", "asked"),
    [
        pytest.param(lambda desk, _hold: desk.reserve(BEN, 1), [CHANNEL, NOTICES], id="reserve"),
        pytest.param(_again, [CHANNEL, NOTICES], id="hold again"),
        pytest.param(
            lambda desk, _hold: settings.save(desk.tools, click(ADA), Workspace(id=HOME, notices=NOTICES)),
            [NOTICES],
            id="settings",
        ),
        pytest.param(lambda desk, hold: desk.acquire(BEN, hold), [], id="acquire"),
        pytest.param(lambda desk, hold: desk.release(BEN, hold), [], id="release"),
    ],
)
@pytest.mark.parametrize("answer", [True, False])
def test_slack_is_asked_outside_transactions(
    desk: Desk, ask: Callable[[Desk, Hold], object], asked: list[ChannelId], answer: bool
) -> None:
    fill(desk.database, 2)
    desk.set(notices=NOTICES)
    hold = desk.hold(BEN, 1)
    seen: list[tuple[ChannelId, bool]] = []

    def can_post(_workspace: WorkspaceId, channel: ChannelId) -> bool:
        seen.append((channel, in_transaction(desk.database)))
        return answer

    ask(replace(desk, tools=replace(desk.tools, can_post=can_post)), hold)
    assert seen == [(channel, False) for channel in (asked[:1] if answer else asked)]


def test_where_slack_is_silent_nothing_is_changed(desk: Desk) -> None:
    def can_post(_workspace: WorkspaceId, _channel: ChannelId) -> bool:
        raise SlackSilent

    fill(desk.database, 2)
    before = desk.everything()
    with pytest.raises(SlackSilent):
        replace(desk, tools=replace(desk.tools, can_post=can_post)).reserve(BEN, 1)
    assert desk.everything() == before


@pytest.mark.parametrize(
    ("notices", "posts_to", "channel"),
    [
        pytest.param(NOTICES, {CHANNEL, NOTICES}, CHANNEL, id="where the member is"),
        pytest.param(NOTICES, {NOTICES}, NOTICES, id="else where notices go"),
        pytest.param(NOTICES, set(), None, id="else nothing is held"),
        pytest.param(None, set(), None, id="nor where no channel for notices is set"),
    ],
)
def test_a_card_is_posted(desk: Desk, notices: ChannelId | None, posts_to: set[str], channel: ChannelId | None) -> None:
    fill(desk.database, 1)
    desk.set(notices=notices)
    tools = replace(desk.tools, can_post=lambda _workspace, channel: channel in posts_to)
    replace(desk, tools=tools).reserve(BEN, 1)
    assert [hold[3] for hold in desk.everything()["holds"]] == ([channel] if channel else [])
