"""What Slack says of people is remembered for a minute, forgotten once it says that something changed, not made up."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

import pytest
from slack_sdk import WebClient

from bot import directory
from bot.directory import ASK_WITHIN, LEFT_TO_ANSWER, RIGHTS_KEPT, Directory
from handlers.kit.member import Group, Standing
from handlers.kit.tools import SlackSilent
from store import deadline
from store.deadline import TooLate
from store.types import ChannelId, GroupId, UserId, WorkspaceId

TEAM, BEN = WorkspaceId("T1"), UserId("UBEN")
PHONES, ELSEWHERE = ChannelId("C1"), ChannelId("C2")
GROUP = GroupId("S1")
Ask = Callable[[Directory], object]


@dataclass(slots=True)
class Answers:
    """What a Slack would answer, and which methods were called; `silent` refuses them all."""

    name: str = "ben"
    users: list[str] = field(default_factory=lambda: ["UBEN"])
    channels: list[str] = field(default_factory=lambda: ["C1"])
    is_admin: bool = False
    said: dict[str, Any] = field(default_factory=dict)  # of BEN, beside what is said of anybody
    silent: bool = False
    called: list[str] = field(default_factory=list)
    within: list[float] = field(default_factory=list)

    def client(self, url: str, within: float) -> WebClient:
        self.within.append(within)
        return WebClient("xoxb-1", base_url=url, timeout=1, retry_handlers=[])

    def answer(self, method: str, asked: dict[str, str]) -> dict[str, Any]:
        self.called.append(method)
        if self.silent:
            return {"ok": False, "error": "internal_error"}
        return {"ok": True, **getattr(self, method.replace(".", "_"))(asked)}

    def users_info(self, _asked: dict[str, str]) -> dict[str, Any]:
        return {"user": self._ben()}

    def users_list(self, _asked: dict[str, str]) -> dict[str, Any]:
        return {"members": [self._ben()]}

    def _ben(self) -> dict[str, Any]:
        profile = {"display_name": self.name}
        ben = {"id": BEN, "team_id": TEAM, "locale": "fr-FR", "is_admin": self.is_admin, "profile": profile}
        return ben | self.said

    def usergroups_list(self, asked: dict[str, str]) -> dict[str, Any]:
        users = {"users": self.users} if asked.get("include_users") in ("1", "true", "True") else {}
        return {"usergroups": [{"id": GROUP, "handle": "telephony", **users}]}

    def users_conversations(self, asked: dict[str, str]) -> dict[str, Any]:
        """In pages of one."""
        at = int(asked.get("cursor") or 0)
        following = str(at + 1) if at + 1 < len(self.channels) else ""
        found = [{"id": channel} for channel in self.channels[at : at + 1]]
        return {"channels": found, "response_metadata": {"next_cursor": following}}


@dataclass(slots=True)
class Stopwatch:
    """Shows what `time.monotonic` would; stands until it is moved."""

    now: float = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Stopwatch:
    stopwatch = Stopwatch()
    monkeypatch.setattr(directory, "time", stopwatch)
    return stopwatch


@pytest.fixture
def known(answers: Answers, watch: Stopwatch) -> Iterator[Directory]:
    """A directory of a workspace whose own language is French."""
    assert watch.now
    with _served(answers) as url:
        yield Directory(lambda _workspace, within: answers.client(url, within), lambda _workspace: "fr")


@contextmanager
def _served(answers: Answers) -> Iterator[str]:
    class Slack(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            said = self.rfile.read(int(self.headers["Content-Length"])).decode()
            asked = {name: value[0] for name, value in parse_qs(said).items()}
            body = json.dumps(answers.answer(self.path.removeprefix("/api/"), asked)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self) -> None:
            self.do_POST()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Slack) as server:
        Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}/api/"
        server.shutdown()


def test_a_member_has_the_name_and_standing_that_slack_says(known: Directory, answers: Answers) -> None:
    member = known.member(TEAM, BEN)
    assert (member.name, member.standing, member.locale) == ("ben", Standing.MEMBER, "fr")
    assert answers.called == ["users.info"]


@pytest.mark.parametrize(
    ("said", "zone"),
    [("America/New_York", "America/New_York"), ("Nowhere/Atlantis", "UTC"), ("../etc/passwd", "UTC"), (None, "UTC")],
)
def test_a_member_lives_by_the_time_zone_that_slack_says(
    known: Directory, answers: Answers, said: str | None, zone: str
) -> None:
    answers.said = {"tz": said}
    assert known.member(TEAM, BEN).zone == zone


def test_the_groups_have_their_handles_and_members(known: Directory) -> None:
    assert known.groups(TEAM) == {GROUP: Group(handle="telephony", users=frozenset({BEN}))}


def test_a_group_that_is_empty_has_nobody(known: Directory, answers: Answers) -> None:
    answers.users = []
    assert known.groups(TEAM)[GROUP].users == frozenset()


def test_a_member_is_in_the_channels_of_all_pages(known: Directory, answers: Answers) -> None:
    answers.channels = ["C8", "C9", "C1"]
    assert known.is_in(TEAM, PHONES, BEN)
    assert not known.is_in(TEAM, ELSEWHERE, BEN)
    assert answers.called == ["users.conversations"] * 3


ASKS = [
    pytest.param(lambda known: known.member(TEAM, BEN), id="who somebody is"),
    pytest.param(lambda known: known.groups(TEAM), id="who is in which group"),
    pytest.param(lambda known: known.is_in(TEAM, PHONES, BEN), id="where somebody is"),
    pytest.param(lambda known: known.is_in(TEAM, ELSEWHERE, BEN), id="where somebody is not"),
]


@pytest.mark.parametrize("ask", ASKS)
def test_it_is_remembered_for_a_minute(known: Directory, answers: Answers, watch: Stopwatch, ask: Ask) -> None:
    assert RIGHTS_KEPT == 60
    first = ask(known)
    watch.now += 59.9
    assert ask(known) == first
    assert len(answers.called) == 1
    watch.now += 0.2
    assert ask(known) == first
    assert len(answers.called) == 2


def test_that_a_member_is_in_no_channel_is_remembered_too(known: Directory, answers: Answers) -> None:
    answers.channels = []
    assert not known.is_in(TEAM, PHONES, BEN)
    assert not known.is_in(TEAM, PHONES, BEN)
    assert len(answers.called) == 1


def test_one_workspaces_groups_are_not_anothers(known: Directory, answers: Answers) -> None:
    known.groups(TEAM)
    answers.users = ["UEVE"]
    assert known.groups(WorkspaceId("T2"))[GROUP].users == {UserId("UEVE")}
    assert known.groups(TEAM)[GROUP].users == {BEN}


def test_what_is_forgotten_of_a_member_is_asked_anew(known: Directory, answers: Answers) -> None:
    _all(known)
    answers.name, answers.is_admin, answers.users, answers.channels = "benjamin", True, [], ["C2"]
    assert _all(known) == ("ben", False, True, True)
    known.forget_member(TEAM, BEN)
    assert _all(known) == ("benjamin", True, False, False)


def test_what_is_forgotten_of_groups_is_asked_anew_and_nothing_else(known: Directory, answers: Answers) -> None:
    _all(known)
    answers.name, answers.is_admin, answers.users, answers.channels = "benjamin", True, [], ["C2"]
    known.forget_groups(TEAM)
    assert _all(known) == ("ben", False, False, True)


def test_forgetting_what_was_never_known_is_nothing(known: Directory) -> None:
    known.forget_member(TEAM, BEN)
    known.forget_groups(TEAM)


@pytest.mark.parametrize("ask", ASKS[1:])
def test_where_slack_is_silent_nothing_is_known(known: Directory, answers: Answers, ask: Ask) -> None:
    answers.silent = True
    with pytest.raises(SlackSilent):
        ask(known)


@pytest.mark.parametrize("ask", ASKS[1:])
def test_silence_is_not_remembered(known: Directory, answers: Answers, ask: Ask) -> None:
    answers.silent = True
    with pytest.raises(SlackSilent):
        ask(known)
    answers.silent = False
    ask(known)


@pytest.mark.parametrize("ask", ASKS[1:])
def test_what_is_too_old_is_not_told_though_slack_is_silent(
    known: Directory, answers: Answers, watch: Stopwatch, ask: Ask
) -> None:
    ask(known)
    answers.silent = True
    ask(known)
    watch.now += RIGHTS_KEPT
    with pytest.raises(SlackSilent):
        ask(known)


@pytest.mark.parametrize("ask", ASKS)
def test_a_look_up_gets_what_is_left_of_the_time_that_a_member_waits(
    known: Directory, answers: Answers, watch: Stopwatch, ask: Ask
) -> None:
    answers.channels = ["C8", "C9", "C1"]  # each page is a call of its own
    with deadline.within(LEFT_TO_ANSWER + 0.6):
        ask(known)
    watch.now += RIGHTS_KEPT
    ask(known)
    half = len(answers.within) // 2
    assert half in (1, 3)
    assert all(0 < within <= 0.6 for within in answers.within[:half])
    assert answers.within[half:] == [ASK_WITHIN] * half


@pytest.mark.parametrize("ask", ASKS[1:])
def test_nothing_is_looked_up_when_that_time_is_over(known: Directory, answers: Answers, ask: Ask) -> None:
    with deadline.within(LEFT_TO_ANSWER), pytest.raises(SlackSilent):
        ask(known)
    assert answers.called == []


def test_where_nobody_says_what_a_member_reads_it_is_english(known: Directory, answers: Answers) -> None:
    def locale_of(_workspace: WorkspaceId) -> str:
        raise TooLate

    answers.silent = True
    lost = Directory(known._client_of, locale_of)
    assert lost.member(TEAM, BEN).locale == "en"


def test_a_member_of_whom_slack_is_silent_may_nothing_and_reads_the_workspaces_language(
    known: Directory, answers: Answers
) -> None:
    answers.silent = True
    member = known.member(TEAM, BEN)
    assert (member.standing, member.name, member.locale) == (Standing.UNKNOWN, "", "fr")


def _all(known: Directory) -> tuple[str, bool, bool, bool]:
    """Name, whether an admin, whether in the group, whether in the channel."""
    member = known.member(TEAM, BEN)
    return member.name, member.is_admin, BEN in known.groups(TEAM)[GROUP].users, known.is_in(TEAM, PHONES, BEN)


SISTER, ORGANISATION = "T2", "E1"
BELONGS = [
    pytest.param({"team_id": ORGANISATION, "enterprise_user": {"teams": [SISTER, TEAM]}}, True, id="organisation"),
    pytest.param({"team_id": SISTER, "enterprise_user": {"teams": [SISTER, TEAM]}}, True, id="of a sister and ours"),
    pytest.param({"team_id": SISTER, "enterprise_user": {"teams": [SISTER]}}, False, id="of a sister alone"),
    pytest.param({"team_id": ORGANISATION, "enterprise_user": {"teams": []}}, False, id="of no workspace at all"),
    pytest.param({"team_id": ORGANISATION, "enterprise_user": {}}, False, id="of workspaces that are not said"),
    pytest.param({"team_id": TEAM, "enterprise_user": {"teams": [SISTER]}}, False, id="of ours no more"),
    pytest.param({"team_id": None, "enterprise_user": {"teams": [SISTER]}}, False, id="of a sister, without a home"),
    pytest.param({"team_id": ORGANISATION}, False, id="of an organisation that says no more"),
    pytest.param({"team_id": SISTER}, False, id="of another workspace, in a shared channel"),
    pytest.param({"team_id": TEAM, "is_stranger": True}, False, id="a stranger by Slack's own word"),
    pytest.param({"team_id": TEAM, "is_bot": True}, False, id="a bot"),
    pytest.param({"team_id": TEAM, "deleted": True}, False, id="somebody who left"),
]


@pytest.mark.parametrize(("said", "is_ours"), BELONGS)
@pytest.mark.parametrize("is_admin", [False, True], ids=["a member", "an admin"])
def test_who_belongs_to_the_workspace_is_a_member_and_who_does_not_a_stranger(
    known: Directory, answers: Answers, said: dict[str, Any], is_ours: bool, is_admin: bool
) -> None:
    answers.said, answers.is_admin = said, is_admin
    theirs = Standing.ADMIN if is_admin else Standing.MEMBER
    assert known.member(TEAM, BEN).standing is (theirs if is_ours else Standing.STRANGER)
    assert known.an_admin(TEAM) == (BEN if is_ours and is_admin else None)
