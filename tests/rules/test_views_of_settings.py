"""The modals of the settings: taken by Slack with all user groups there can be, and showing what is set."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from bot.workspace.blockkit import VIEW_WEIGHT_MOST, check_view, view_weight
from handlers.kit.member import Group
from handlers.ports.alarms import SILENT_DAYS
from handlers.settings import payloads as settings_payloads
from handlers.settings.views import modals as setting
from store.types import ChannelId, GroupId, UserId, WorkspaceId
from store.workspaces.types import LOCALES, Circle, Credits, Licences, Policy, Roles, Who, Workspace
from tests.rules.fields import as_sent
from tests.rules.shown import TEAMMATES, elements
from tests.table import table

BOTH_LANGUAGES = table("locale", LOCALES)
MODALS = {"settings": setting.settings, "first steps": setting.first_steps}
BOTH_MODALS = table("modal", MODALS.values(), ids=MODALS)
LONGEST_HANDLE = 21  # that Slack takes


def groups(count: int) -> dict[GroupId, Group]:
    return {
        GroupId(f"S{at:010}"): Group(handle=f"{at:03}".ljust(LONGEST_HANDLE, "x"), users=frozenset())
        for at in range(count)
    }


def group(at: int) -> Who:
    return Who(circle=Circle.GROUP, group=GroupId(f"S{at:010}"))


NEW = Workspace(id=WorkspaceId("T1"))
ADMINS, NAMED = Who(circle=Circle.ADMINS), Who(circle=Circle.NAMED, members=TEAMMATES)
FULL = replace(
    NEW,
    licences=Licences(enterprise_e5=10_000_000, phone_system=1, audio_conferencing=60),
    credits=Credits(set_up=True, balance=Decimal("0.5"), auto_recharge=True),
    policy=Policy(approvals=5, toll_free=0, from_quantity=1_500, approvers=NAMED, extension_minutes=60),
    roles=Roles(search=ADMINS, reserve=group(0), release=Who(), settings=group(4), manage=group(5)),
    channels=tuple(ChannelId(f"C{at:010}") for at in range(100)),
    locale="fr",
    notices=ChannelId("C0NOTICES"),
    hold_minutes=60,
    rest_days=180,
    country="GB",
    port_lead_days={"GB": 7, "FR": 12},
    port_silent_days={"processing": 4, "error": 90},
)
OF_GROUPS = replace(
    NEW,
    policy=Policy(approvals=2, toll_free=3, approvers=group(3)),
    roles=Roles(search=group(1), reserve=group(2), release=group(3), settings=group(4)),
)
EVERY_WORKSPACE = table(
    "of",
    [
        pytest.param(NEW, id="nothing set"),
        pytest.param(FULL, id="everything set"),
        pytest.param(OF_GROUPS, id="groups everywhere"),
        pytest.param(replace(NEW, roles=Roles(search=group(999))), id="a group that is not there any more"),
    ],
)


@pytest.mark.slow
@BOTH_LANGUAGES
@BOTH_MODALS
@EVERY_WORKSPACE
@table("count", [0, 5, 100, 101, 450])
def test_the_settings_are_taken_by_slack(locale: str, modal: Any, of: Workspace, count: int) -> None:
    view = modal(locale, of, groups(count)).to_dict()
    assert check_view(view) == []
    assert view_weight(view) < VIEW_WEIGHT_MOST


@BOTH_LANGUAGES
@BOTH_MODALS
def test_the_longest_handle_fits_as_an_option(locale: str, modal: Any) -> None:
    view = modal(locale, NEW, {GroupId("S0LONG"): Group(handle="x" * 200, users=frozenset())}).to_dict()
    assert check_view(view) == []


@BOTH_LANGUAGES
@EVERY_WORKSPACE
@table("count", [0, 5, 450])
def test_settings_that_are_sent_as_they_were_shown_change_nothing(locale: str, of: Workspace, count: int) -> None:
    view = setting.settings(locale, of, groups(count)).to_dict()
    assert settings_payloads.settings(as_sent(view), NEW) == replace(of, set_up=True)


@BOTH_LANGUAGES
@EVERY_WORKSPACE
@table("count", [0, 5, 450])
def test_first_steps_that_are_sent_as_they_were_shown_change_nothing(locale: str, of: Workspace, count: int) -> None:
    view = setting.first_steps(locale, of, groups(count)).to_dict()
    assert settings_payloads.settings(as_sent(view), of) == replace(of, set_up=True)


def fields_of(view: dict[str, Any]) -> dict[str, Any]:
    return {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}


@BOTH_LANGUAGES
def test_the_first_steps_ask_for_licences_credits_approvals_and_a_channel(locale: str) -> None:
    assert list(fields_of(setting.first_steps(locale, NEW, {}).to_dict())) == [
        *(setting.E5, setting.PHONE, setting.AUDIO),
        *(setting.CREDITS, setting.BALANCE),
        *(setting.APPROVALS, setting.APPROVERS, setting.NAMED),
        setting.NOTICES,
    ]


@BOTH_LANGUAGES
def test_the_settings_ask_for_that_and_all_else(locale: str) -> None:
    first, all_of_them = (
        fields_of(modal(locale, NEW, {}).to_dict()) for modal in (setting.first_steps, MODALS["settings"])
    )
    more = {setting.LANGUAGE, setting.MINUTES, setting.TOLL_FREE, setting.FROM, setting.EXTENSION, setting.CHANNELS}
    more |= {
        setting.RELEASES,
        setting.REST,
        setting.COUNTRY,
        setting.LEAD,
        *(f"{setting.SILENT}_{state}" for state in SILENT_DAYS),
    }
    assert set(all_of_them) - set(first) == more | set(setting.ROLES.values())
    assert not set(first) - set(all_of_them)


def choices(of: Workspace, name: str, count: int = 0) -> list[str]:
    listed = fields_of(setting.settings("en", of, groups(count)).to_dict())[name]
    return [option["text"]["text"] for group in listed["option_groups"] for option in group["options"]]


def test_who_approves_is_any_member_of_the_channel_named_members_admins_or_a_group() -> None:
    assert choices(NEW, setting.APPROVERS) == ["Any member of the channel", "Named members", "Admins only"]
    assert choices(NEW, setting.APPROVERS, 1)[3:] == ["@000xxxxxxxxxxxxxxxxxx"]


@table("name", setting.ROLES.values())
def test_a_role_is_for_any_member_admins_or_a_group(name: str) -> None:
    assert choices(NEW, name) == ["Any member", "Admins only"]
    assert choices(NEW, name, 1)[2:] == ["@000xxxxxxxxxxxxxxxxxx"]


def test_groups_are_listed_by_their_handles() -> None:
    handles = choices(NEW, setting.APPROVERS, 450)[3:]
    assert handles == sorted(handles)
    assert len(handles) > 100


def test_a_group_that_is_set_is_listed_though_there_are_too_many() -> None:
    of = replace(NEW, policy=Policy(approvers=group(449)))
    assert "@449xxxxxxxxxxxxxxxxxx" in choices(of, setting.APPROVERS, 450)
    assert "@449xxxxxxxxxxxxxxxxxx" not in choices(NEW, setting.APPROVERS, 450)


@BOTH_LANGUAGES
@BOTH_MODALS
def test_the_settings_mention_nobody(locale: str, modal: Any) -> None:
    of = replace(OF_GROUPS, policy=Policy(approvers=NAMED))
    view = modal(locale, of, groups(5)).to_dict()
    assert "<" not in json.dumps(view)
    picked = {user for element in elements(view) for user in element.get("initial_users", [])}
    assert picked == set(map(UserId, TEAMMATES))
