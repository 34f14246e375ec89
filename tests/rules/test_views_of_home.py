"""The Home tab, empty and full: taken by Slack, says what to do first, and its buttons do what they say."""

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.workspace.blockkit import VIEW_WEIGHT_MOST, check_view, view_weight
from handlers import desk
from handlers.approvals import payloads as approvals_payloads
from handlers.approvals.requests import Decision
from handlers.approvals.views.buttons import APPROVE, DECLINE
from handlers.holds.subject import APPROVAL
from handlers.home import views as home
from handlers.kit import answers
from handlers.kit import fields as fields_of
from handlers.kit.messages import say
from handlers.kit.refusals import AccessRefusal, Refusal
from handlers.kit.topics import Group
from handlers.ports.views.lists import Listing
from handlers.quota import views as quota
from handlers.settings.requests import ShowSettings
from store.approvals.types import RequestId
from store.holds.types import HoldId
from store.numbers.types import InUse
from store.places import known_places
from store.types import ChannelId, Kind, WorkspaceId
from store.workspaces.types import LOCALES, Licences, Workspace
from tests.rules import shown
from tests.rules.shown import (
    EVERY_CIRCLE,
    HOLDER,
    NONCE,
    NOW,
    TEAMMATES,
    WORST,
    e164s,
    elements,
    hold,
    mentioned,
    request,
    words_of,
)
from tests.table import table

PLACES = known_places()
BOTH_LANGUAGES = table("locale", LOCALES)
NAMED = EVERY_CIRCLE[2]
IN_USE = {Kind.TOLL: InUse(held=1_500, acquired=1), Kind.TOLL_FREE: InUse(held=1, acquired=1)}


def sight(locale: str = "en", **changes: Any) -> home.HomeTab:
    """Of a member who has nothing, in a workspace that is set up."""
    workspace = Workspace(id=WorkspaceId("T1"), licences=Licences(phone_system=60))
    empty = home.HomeTab(
        waiting=[],
        live=[],
        asked={},
        orders=Listing(orders=[], points={}, total=0, now=NOW),
        acquired=[],
        quota=quota.quota(locale, workspace, {kind: InUse() for kind in Kind}),
        is_new=False,
        may_set=False,
        may_port=True,
    )
    return replace(empty, **changes)


def full(locale: str, count: int = 50) -> home.HomeTab:
    holds = [replace(hold(1_500), id=HoldId(at)) for at in range(1, count + 1)]
    asked = [
        replace(request(1_500, approvals=4, who=NAMED, note=WORST), id=RequestId(at), hold=HoldId(at))
        for at in range(1, count + 1)
    ]
    kept = (shown.acquired(1_500, 1_500, WORST[:500]), e164s(1_500))
    return sight(
        locale,
        waiting=[(APPROVAL, *each) for each in zip(holds, asked, strict=True)],
        live=holds,
        asked={each.hold: each for each in asked},
        acquired=[kept] * home.ACQUIRED,
        quota=quota.quota(locale, Workspace(id=WorkspaceId("T1")), IN_USE),
        is_new=True,
        may_set=True,
    )


def drawn(locale: str, of: home.HomeTab) -> dict[str, Any]:
    view: dict[str, Any] = home.home(locale, of, NONCE).to_dict()
    return view


def pressed(view: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What each button carries, by its action."""
    found = [element for element in elements(view) if element.get("type") == "button"]
    return {button["action_id"]: json.loads(button["value"]) for button in found}


@BOTH_LANGUAGES
@table("is_new", [False, True], ids=["set up", "new"])
@table("may_set", [False, True], ids=["a member", "who may change settings"])
def test_an_empty_home_tab_is_taken_by_slack(locale: str, is_new: bool, may_set: bool) -> None:
    assert check_view(drawn(locale, sight(locale, is_new=is_new, may_set=may_set))) == []


@BOTH_LANGUAGES
@table("count", [1, 2, 8, 9, 10, 11, 50])
def test_a_full_home_tab_is_taken_by_slack(locale: str, count: int) -> None:
    view = drawn(locale, full(locale, count))
    assert check_view(view) == []
    assert view_weight(view) < VIEW_WEIGHT_MOST


@BOTH_LANGUAGES
@table("refusal", [AccessRefusal.GUEST, AccessRefusal.STRANGER, AccessRefusal.UNKNOWN])
def test_who_may_not_use_the_desk_sees_why_and_nothing_else(locale: str, refusal: Refusal) -> None:
    view = home.closed(answers.refused(locale, refusal)).to_dict()
    assert check_view(view) == []
    assert words_of(view) == answers.refused(locale, refusal).text


@table(
    "said",
    [
        pytest.param("When a teammate asks for numbers, you can decide here.", id="nothing waits"),
        pytest.param("`/numbers reserve 3 US Washington Seattle`", id="nothing held"),
        pytest.param("Numbers that your teammates and you acquire show here.", id="nothing acquired"),
    ],
)
def test_an_empty_home_tab_says_what_to_do_first(said: str) -> None:
    assert said in words_of(drawn("en", sight()))


def test_the_example_of_an_empty_home_tab_is_a_command() -> None:
    (example,) = [part for part in words_of(drawn("en", sight())).split("`") if part.startswith("/numbers reserve")]
    desk.read_command(example.removeprefix("/numbers "), PLACES)


def test_the_quota_is_shown_as_bars_for_both_kinds() -> None:
    said = words_of(drawn("en", sight()))
    assert "*Toll* ▱▱▱▱▱▱▱▱▱▱ 20 of 20 left" in said
    assert "*Toll-free* ▱▱▱▱▱▱▱▱▱▱ 20 of 20 left" in said


@BOTH_LANGUAGES
@table(
    ("may_set", "verbs"),
    [
        pytest.param(False, ["port new", "search", "log", "help"], id="a member"),
        pytest.param(True, ["port new", "search", "settings", "log", "help"], id="who may change settings"),
    ],
)
def test_the_buttons_run_commands(locale: str, may_set: bool, verbs: list[str]) -> None:
    carried = pressed(drawn(locale, sight(locale, may_set=may_set)))
    groups = [f"help {say(locale, group.word)}" for group in Group]
    assert [fields_of.command(value) for value in carried.values()] == [*verbs, *groups]
    for value in carried.values():
        desk.read_command(fields_of.command(value), PLACES)
        assert fields_of.nonce(value) == NONCE


@BOTH_LANGUAGES
def test_a_new_workspace_leads_to_the_first_steps_who_may_take_them(locale: str) -> None:
    of = sight(locale, is_new=True, may_set=True)
    first = next(iter(pressed(drawn(locale, of)).values()))
    assert desk.read_command(fields_of.command(first), PLACES) == ShowSettings()


def test_all_others_are_told_that_an_admin_must_set_the_desk_up() -> None:
    told = words_of(drawn("en", sight(is_new=True)))
    assert "This number desk is not set up yet." in told
    assert "This number desk is not set up yet." not in words_of(drawn("en", sight()))


@BOTH_LANGUAGES
def test_what_waits_for_a_member_is_decided_there_each_with_its_own_buttons(locale: str) -> None:
    carried = pressed(drawn(locale, replace(full(locale, 3), live=[])))
    for verb in (APPROVE, DECLINE):
        decisions = [approvals_payloads.decision(value) for action, value in carried.items() if action.startswith(verb)]
        assert decisions == [Decision(request=RequestId(at), ref={"hold": at}) for at in (1, 2, 3)]


def test_a_press_in_the_home_tab_counts_for_the_state_that_it_shows() -> None:
    waiting = [(APPROVAL, replace(hold(3), version=version), request(3)) for version in (1, 2)]
    nonces = [fields_of.nonce(pressed(drawn("en", sight(waiting=[each])))[_approve(each[2])]) for each in waiting]
    assert nonces == ["H-2147483647.1", "H-2147483647.2"]


def _approve(of: Any) -> str:
    return f"{APPROVE}:{of.id}"


@BOTH_LANGUAGES
def test_a_home_tab_mentions_those_who_ask_and_who_acquired_and_none_who_could_approve(locale: str) -> None:
    assert mentioned(words_of(drawn(locale, full(locale)))) == {f"<@{HOLDER}>", f"<@{shown.COLLEAGUE}>"}
    assert not {f"<@{user}>" for user in TEAMMATES} & mentioned(words_of(drawn(locale, full(locale))))


def test_more_than_are_shown_are_counted() -> None:
    said = words_of(drawn("en", full("en"))).splitlines()
    assert "and 42 more" in said  # that wait
    assert "and 40 more" in said  # that are held


def test_a_hold_shows_its_end_its_channel_and_what_it_awaits() -> None:
    asked = {hold(3).id: request(3, approvals=2)}
    said = words_of(drawn("en", sight(live=[hold(3)], asked=asked)))
    time = f"<!date^{int(hold(3).until.timestamp())}^{{time}}|14:32 UTC>"
    assert f"*3 toll numbers* in Seattle, Washington, United States until {time} · *H-2147483647* in <#C1>" in said
    assert "Approval is awaited: 2 of 5." in said


@table("channel", ["D0BEN", "U0BEN0001"])
def test_a_hold_whose_card_is_in_the_members_own_messages_names_no_channel(channel: str) -> None:
    own = replace(hold(3), channel=ChannelId(channel))
    assert "<#" not in words_of(drawn("en", sight(live=[own])))
    assert "in your own messages" in words_of(drawn("en", sight(live=[own])))


def test_numbers_that_were_acquired_show_who_when_and_what_for() -> None:
    of = shown.acquired(3, 3, "for the <!channel>")
    said = words_of(drawn("en", sight(acquired=[(of, e164s(6))])))
    assert f"<@{shown.COLLEAGUE}> · <!date^" in said
    assert "· Call queue · for the &lt;!channel&gt;" in said
    assert "`+44 20 7946 0004` and 1 more" in said
