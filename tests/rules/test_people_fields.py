"""Who approves, who may do what and where, as an admin sets it: read, or refused at the field that cannot be."""

from dataclasses import replace
from typing import Any

import pytest

from handlers.kit.words import BadField
from handlers.settings import payloads as settings_payloads
from handlers.settings.views import modals as setting
from store.types import ChannelId, GroupId, UserId, WorkspaceId
from store.workspaces.types import Circle, Policy, Roles, Who, Workspace
from tests.rules.fields import conversations, people, selected, setting_up, typed
from tests.table import table

TELEPHONY = GroupId("S0TELEPHONY")
IN_A_GROUP = Who(circle=Circle.GROUP, group=TELEPHONY)
NEW = Workspace(id=WorkspaceId("T1"))
ADA, BEN, CHLOE = "U0ADA0001", "U0BEN0001", "W0CHLOE01"


def policy(**fields: Any) -> Policy:
    return settings_payloads.settings(setting_up(**fields), NEW).policy


@table(
    ("chosen", "who"),
    [
        pytest.param("anyone", Who(), id="any member"),
        pytest.param("admins", Who(circle=Circle.ADMINS), id="admins"),
        pytest.param("group:S0TELEPHONY", IN_A_GROUP, id="a user group"),
    ],
)
def test_who_approves_is_read(chosen: str, who: Who) -> None:
    assert policy(**selected(setting.APPROVERS, chosen)).approvers == who


def test_who_is_named_counts_only_where_named_members_approve() -> None:
    fields = selected(setting.APPROVERS, "admins") | people(setting.NAMED, ADA, BEN)
    assert policy(**fields).approvers == Who(circle=Circle.ADMINS)


@table(
    ("said", "members"),
    [
        pytest.param((ADA, BEN), (ADA, BEN), id="two"),
        pytest.param((ADA, CHLOE, ADA), (ADA, CHLOE), id="one of them twice"),
        pytest.param((ADA, None, 12, "C0GENERAL", "U1\n", "ada", BEN), (ADA, BEN), id="what is no member is nobody"),
    ],
)
def test_named_members_approve(said: tuple[Any, ...], members: tuple[str, ...]) -> None:
    named = Who(circle=Circle.NAMED, members=tuple(map(UserId, members)))
    assert policy(**people(setting.NAMED, *said)).approvers == named


@table(
    ("approvals", "toll_free", "named", "needed"),
    [
        pytest.param("0", "", (), 1, id="nobody, though nobody must approve"),
        pytest.param("1", "", (), 1, id="nobody"),
        pytest.param("2", "", (ADA,), 2, id="fewer than must approve"),
        pytest.param("2", "", (ADA, ADA), 2, id="one twice, and two must approve"),
        pytest.param("1", "3", (ADA, BEN), 3, id="fewer than must approve toll-free numbers"),
        pytest.param("3", "1", (ADA, BEN), 3, id="enough for toll-free numbers alone"),
    ],
)
def test_too_few_named_members_are_refused_at_their_field(
    approvals: str, toll_free: str, named: tuple[str, ...], needed: int
) -> None:
    counts = typed(setting.APPROVALS, approvals) | typed(setting.TOLL_FREE, toll_free)
    with pytest.raises(BadField, match="settings-too-few-approvers") as bad:
        policy(**counts, **people(setting.NAMED, *named))
    assert (bad.value.field, bad.value.values) == (setting.NAMED, {"needed": needed})


@table(
    ("field", "said", "read"),
    [
        pytest.param(setting.APPROVALS, "0", {"approvals": 0}, id="nobody must approve"),
        pytest.param(setting.TOLL_FREE, "0", {"toll_free": 0}, id="nobody must approve toll-free numbers"),
        pytest.param(setting.TOLL_FREE, "", {"toll_free": None}, id="toll-free like toll"),
        pytest.param(setting.TOLL_FREE, None, {"toll_free": None}, id="toll-free left empty"),
        pytest.param(setting.FROM, "1", {"from_quantity": 1}, id="from the first number on"),
        pytest.param(setting.FROM, "1500", {"from_quantity": 1_500}, id="from the largest quantity on"),
        pytest.param(setting.EXTENSION, "0", {"extension_minutes": 0}, id="no extension"),
        pytest.param(setting.EXTENSION, "60", {"extension_minutes": 60}, id="an hour's extension"),
    ],
)
def test_a_policy_is_read(field: str, said: str | None, read: dict[str, Any]) -> None:
    assert policy(**typed(field, said)) == replace(policy(), **read)


def test_five_may_have_to_approve_and_no_more() -> None:
    enough = people(setting.NAMED, *(f"U0MEMBER{at}" for at in range(5)))
    assert policy(**typed(setting.APPROVALS, "5"), **enough).approvals == setting.MOST_APPROVALS == 5


@table(("role", "name"), setting.ROLES.items())
@table(
    ("chosen", "who"),
    [
        pytest.param("anyone", Who(), id="any member"),
        pytest.param("admins", Who(circle=Circle.ADMINS), id="admins"),
        pytest.param("group:S0TELEPHONY", IN_A_GROUP, id="a user group"),
    ],
)
def test_who_may_do_what_is_read(role: str, name: str, chosen: str, who: Who) -> None:
    roles = settings_payloads.settings(setting_up(**selected(name, chosen)), NEW).roles
    others = settings_payloads.settings(setting_up(), NEW).roles
    assert roles == replace(others, **{role: who})


@table("name", [setting.APPROVERS, *setting.ROLES.values()])
@table(
    "chosen", [None, "", "nobody", "group", "group:", "group:C0GENERAL", "group:S0X Y", "group:S0X\n", 12, []], ids=repr
)
def test_what_nobody_can_choose_is_refused_at_its_field(name: str, chosen: Any) -> None:
    with pytest.raises(BadField, match="settings-not-a-choice") as bad:
        settings_payloads.settings(setting_up(**selected(name, chosen)), NEW)
    assert bad.value.field == name


@table("name", setting.ROLES.values())
def test_roles_are_not_given_to_members_by_name(name: str) -> None:
    with pytest.raises(BadField, match="settings-not-a-choice"):
        settings_payloads.settings(setting_up(**selected(name, "named")), NEW)


@table(
    ("said", "channels"),
    [
        pytest.param((), (), id="all"),
        pytest.param(("C0GENERAL",), ("C0GENERAL",), id="one"),
        pytest.param(("C0GENERAL", "G0PRIVATE", "C0GENERAL"), ("C0GENERAL", "G0PRIVATE"), id="one of them twice"),
        pytest.param(
            ("C0GENERAL", "D0BEN", "U0BEN0001", None, 12, "<!channel>"), ("C0GENERAL",), id="what is no channel is none"
        ),
    ],
)
def test_channels_are_read(said: tuple[Any, ...], channels: tuple[str, ...]) -> None:
    read = settings_payloads.settings(setting_up(**conversations(setting.CHANNELS, *said)), NEW).channels
    assert read == tuple(map(ChannelId, channels))


@table("said", [None, "C0GENERAL", 12, {}], ids=repr)
def test_what_is_no_list_of_channels_is_an_empty_one(said: Any) -> None:
    fields = setting_up(channels={"channels": {"selected_conversations": said}})
    assert settings_payloads.settings(fields, replace(NEW, channels=(ChannelId("C1"),))).channels == ()


def test_what_a_modal_does_not_ask_for_stays_as_it_is() -> None:
    now = replace(
        NEW,
        policy=Policy(toll_free=5, from_quantity=9, extension_minutes=60),
        roles=Roles(search=IN_A_GROUP),
        channels=(ChannelId("C1"),),
        hold_minutes=60,
    )
    asked = {setting.E5, setting.PHONE, setting.AUDIO, setting.CREDITS, setting.BALANCE}
    fields = {name: value for name, value in setting_up().items() if name in asked}
    after = settings_payloads.settings(fields, now)
    assert replace(after, licences=now.licences, credits=now.credits, set_up=False) == now
