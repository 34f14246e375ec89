"""Slack is never asked while a transaction is open: who waits for an answer holds no locks."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from types import ModuleType

import pytest
from sqlalchemy import QueuePool

from handlers.batches import drafts, lines
from handlers.desk import press, type_command
from handlers.holds import expiry
from handlers.home import home
from handlers.kit import delivery, homes
from handlers.kit.member import Group, Member
from handlers.kit.reply import Reply
from handlers.kit.tools import SlackSilent
from handlers.kit.words import BadField
from handlers.ports import port_list, wizard
from handlers.record import log
from handlers.record.requests import Log
from handlers.settings import settings
from handlers.settings.requests import ShowSettings
from store.approvals.types import ApprovalRequest
from store.batches.types import Form, Verb
from store.holds.types import Hold
from store.outbox.types import ClaimedItem
from store.session import Database
from store.types import ChannelId, GroupId, UserId, WorkspaceId
from store.workspaces.types import Circle, Policy, Roles, Who
from tests.desk import (
    ADA,
    BEN,
    CHANNEL,
    CHLOE,
    HOLD_LASTS,
    HOME,
    START,
    TELEPHONY,
    Desk,
    SlacksWord,
    a_hold,
    click,
    fill,
    member,
)
from tests.rules.fields import conversation, typed
from tests.store.owing import claim, pay
from tests.store.setting import save

NOTICES, ELSEWHERE = ChannelId("C5"), ChannelId("C6")
DORA = member("UDORA")
STALE = ClaimedItem(
    id=1, owing=homes.home(HOME, ADA.user), lane="home", version=1, tries=0, tried_since=None, owed_at=START
)  # ADA's Home tab
TEAM = Who(circle=Circle.GROUP, group=TELEPHONY)


def in_transaction(database: Database) -> bool:
    """Whether any connection is in use."""
    pools = [engine.pool for engine in (database.engine, database.reader)]
    return any(isinstance(pool, QueuePool) and pool.checkedout() for pool in pools)


@pytest.mark.parametrize("way", ["begin", "reading"])
def test_a_transaction_would_be_seen(database: Database, way: str) -> None:
    assert not in_transaction(database)
    with getattr(database, way)():
        assert in_transaction(database)


def _set_notices(desk: Desk, _hold: Hold) -> None:
    with suppress(BadField):  # where the desk cannot post
        save(desk, click(ADA), **conversation("notices", ELSEWHERE))


def _again(desk: Desk, hold: Hold) -> object:
    desk.clock.advance(HOLD_LASTS)
    return desk.again(BEN, hold)


@pytest.mark.parametrize(
    ("ask", "asked"),
    [
        pytest.param(lambda desk, _hold: desk.reserve(BEN, 1), [CHANNEL, NOTICES], id="reserve"),
        pytest.param(_again, [CHANNEL, NOTICES], id="hold again"),
        pytest.param(
            _set_notices,
            [ELSEWHERE],
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


@dataclass(slots=True)
class Watched:
    """What Slack says of people, and whether a transaction was open when it was asked."""

    desk: Desk
    seen: list[bool] = field(default_factory=list)

    def member(self, workspace: WorkspaceId, user: UserId) -> Member:
        return self._word().member(workspace, user)

    def groups(self, workspace: WorkspaceId) -> Mapping[GroupId, Group]:
        return self._word().groups(workspace)

    def is_in(self, workspace: WorkspaceId, channel: ChannelId, user: UserId) -> bool:
        return self._word().is_in(workspace, channel, user)

    def admins(self, workspace: WorkspaceId) -> Iterable[UserId]:
        return self._word().admins(workspace)

    def members_of(self, workspace: WorkspaceId, channel: ChannelId) -> Iterable[UserId]:
        return self._word().members_of(workspace, channel)

    def _word(self) -> SlacksWord:
        self.seen.append(in_transaction(self.desk.database))
        return self.desk.slack


def _press(desk: Desk, action: str, request: ApprovalRequest) -> Reply:
    return press(desk.tools, click(CHLOE), action, {"hold": request.hold, "request": request.id}, {})


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda desk, request: desk.approve(ADA, request), id="approve"),
        pytest.param(lambda desk, request: desk.decline(ADA, request), id="decline"),
        pytest.param(lambda desk, request: _press(desk, "decline", request), id="ask why one declines"),
        pytest.param(lambda desk, request: _press(desk, "approve", request), id="press, where groups have roles"),
        pytest.param(lambda desk, _request: home.opened(desk.tools, click(ADA)), id="home"),
        pytest.param(lambda desk, _request: home.put_home(desk.tools, STALE), id="home drawn again"),
        pytest.param(
            lambda desk, _request: settings.show(desk.tools, click(ADA), ShowSettings(section="approvals")),
            id="settings",
        ),
        pytest.param(
            lambda desk, _request: save(
                desk,
                click(ADA),
                **typed("approvals", "2"),
                **conversation("notices", NOTICES),
            ),
            id="change settings",
        ),
        pytest.param(lambda desk, _request: type_command(desk.tools, click(CHLOE), "log"), id="type a command"),
        pytest.param(lambda desk, _request: _send(desk), id="send what is owed"),
    ],
)
def test_slack_is_asked_of_people_outside_transactions(
    desk: Desk, ask: Callable[[Desk, ApprovalRequest], object]
) -> None:
    desk.slack.telephony = frozenset({ADA.user, CHLOE.user, DORA.user})
    desk.set(policy=Policy(approvals=3, approvers=TEAM), roles=Roles(search=TEAM))
    fill(desk.database, 2)
    home.opened(desk.tools, click(ADA))
    request = desk.asks(BEN, desk.hold(BEN, 2))
    desk.approve(DORA, request)
    watched = Watched(desk)
    ask(replace(desk, tools=replace(desk.tools, people=watched)), request)
    assert watched.seen
    assert not any(watched.seen)


def _send(desk: Desk) -> None:
    """Put into words all that is owed, one's own messages and Home tabs too."""
    desk.decline(ADA, desk.asked(a_hold()))
    while debt := claim(desk):
        delivery.render(desk.tools, debt)
        pay(desk, debt)


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda desk, request: desk.take_back(CHLOE, request), id="take back"),
        pytest.param(lambda desk, request: desk.withdraw(BEN, request), id="withdraw"),
        pytest.param(lambda desk, request: desk.release(BEN, desk.found(HOME, request.hold)), id="release"),
        pytest.param(lambda desk, _request: log.log(desk.tools, click(BEN), Log()), id="log"),
        pytest.param(
            lambda desk, request: expiry.announce_ended(desk.at(request.asked_at + HOLD_LASTS).tools), id="announce"
        ),
    ],
)
def test_slack_need_not_be_asked_to(desk: Desk, ask: Callable[[Desk, ApprovalRequest], object]) -> None:
    desk.set(policy=Policy(approvals=2))
    fill(desk.database, 2)
    request = desk.asks(BEN, desk.hold(BEN, 2))
    desk.approve(CHLOE, request)
    watched = Watched(desk)
    ask(replace(desk, tools=replace(desk.tools, people=watched)), request)
    assert watched.seen == []


LISTS = [
    pytest.param(
        lambda desk, typed: wizard.send_step(desk.tools, click(ADA), {"step": "numbers"}, typed_list(typed)),
        port_list,
        "_judge",
        id="of a port order",
    ),
    pytest.param(
        lambda desk, typed: drafts.look(
            desk.tools, click(ADA), drafts.Written(verb=Verb.RELEASE, form=Form(typed=typed))
        ),
        lines,
        "_line",
        id="of a batch",
    ),
]


@pytest.mark.parametrize(("send", "reader", "reads"), LISTS)
def test_a_long_list_is_read_while_nobody_waits_for_a_lock(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, send: Callable[[Desk, str], object], reader: ModuleType, reads: str
) -> None:
    read, seen = getattr(reader, reads), []

    @cache  # as it is in a port order's list
    def watched(*said: object) -> object:
        seen.append(in_transaction(desk.database))
        return read(*said)

    monkeypatch.setattr(reader, reads, watched)
    send(desk, "+12065550100-+12065550149")
    assert len(seen) >= 50
    assert not any(seen)


def typed_list(said: str) -> dict[str, dict[str, dict[str, str]]]:
    return {"list": {"list": {"value": said}}}


def test_a_list_of_more_numbers_than_there_may_be_is_refused_at_its_field(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(port_list, "MOST_LISTED", 20)
    before = desk.everything()
    with pytest.raises(BadField, match="port-too-many"):
        wizard.send_step(desk.tools, click(ADA), {"step": "numbers"}, typed_list("+12065550100-+12065550149"))
    assert desk.everything() == before
