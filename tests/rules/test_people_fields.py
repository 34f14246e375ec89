"""Who approves, who may do what and where, as an admin sets it: read, or refused at the field that cannot be."""

from dataclasses import replace
from typing import Any

import pytest

from handlers.kit.fields import Fields
from handlers.kit.settings import merge, read
from handlers.kit.words import BadField
from store.types import ChannelId, GroupId, UserId, WorkspaceId
from store.workspaces.columns import ROWS, WHO_APPROVES
from store.workspaces.types import Circle, Policy, Roles, Who, Workspace
from tests.rules.fields import conversations, people, selected, setting_up, typed
from tests.table import table

TELEPHONY = GroupId("S0TELEPHONY")
IN_A_GROUP = Who(circle=Circle.GROUP, group=TELEPHONY)
NEW = Workspace(id=WorkspaceId("T1"))
ADA, BEN, CHLOE = "U0ADA0001", "U0BEN0001", "W0CHLOE01"


MAY = {row.name: row.field.partition(".")[2] for row in ROWS if row.section == "roles"}


def settings(fields: Fields, now: Workspace = NEW) -> Workspace:
    """The workspace with all that was sent, where is not known what was shown."""
    return merge(now, read(ROWS, fields, {})).workspace


def policy(**fields: Any) -> Policy:
    return settings(setting_up(**fields)).policy


@table(
    ("chosen", "who"),
    [
        pytest.param("anyone", Who(), id="any member"),
        pytest.param("admins", Who(circle=Circle.ADMINS), id="admins"),
        pytest.param("group:S0TELEPHONY", IN_A_GROUP, id="a user group"),
    ],
)
def test_who_approves_is_read(chosen: str, who: Who) -> None:
    assert policy(**selected("approvers", chosen)).approvers == who


def test_who_is_named_counts_only_where_named_members_approve() -> None:
    fields = selected("approvers", "admins") | people("approver_members", ADA, BEN)
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
    assert policy(**people("approver_members", *said)).approvers == named


@table(
    ("field", "said", "read"),
    [
        pytest.param("approvals", "0", {"approvals": 0}, id="nobody must approve"),
        pytest.param("approvals_toll_free", "0", {"toll_free": 0}, id="nobody must approve toll-free numbers"),
        pytest.param("approvals_toll_free", "", {"toll_free": None}, id="toll-free like toll"),
        pytest.param("approvals_toll_free", None, {"toll_free": None}, id="toll-free left empty"),
        pytest.param("approvals_from", "1", {"from_quantity": 1}, id="from the first number on"),
        pytest.param("approvals_from", "1500", {"from_quantity": 1_500}, id="from the largest quantity on"),
        pytest.param("extension_minutes", "0", {"extension_minutes": 0}, id="no extension"),
        pytest.param("extension_minutes", "60", {"extension_minutes": 60}, id="an hour's extension"),
    ],
)
def test_a_policy_is_read(field: str, said: str | None, read: dict[str, Any]) -> None:
    assert policy(**typed(field, said)) == replace(policy(), **read)


def test_five_may_have_to_approve() -> None:
    enough = people("approver_members", *(f"U0MEMBER{at}" for at in range(5)))
    assert policy(**typed("approvals", "5"), **enough).approvals == 5


def test_more_than_fifty_members_are_not_named() -> None:
    many = people("approver_members", *(f"U0MEMBER{at}" for at in range(WHO_APPROVES.most + 1)))
    with pytest.raises(BadField, match="settings-too-many-approvers") as bad:
        policy(**many)
    assert (bad.value.field, bad.value.values) == ("approver_members", {"most": 50})


@table(("name", "role"), MAY.items())
@table(
    ("chosen", "who"),
    [
        pytest.param("anyone", Who(), id="any member"),
        pytest.param("admins", Who(circle=Circle.ADMINS), id="admins"),
        pytest.param("group:S0TELEPHONY", IN_A_GROUP, id="a user group"),
    ],
)
def test_who_may_do_what_is_read(role: str, name: str, chosen: str, who: Who) -> None:
    roles = settings(setting_up(**selected(name, chosen))).roles
    others = settings(setting_up()).roles
    assert roles == replace(others, **{role: who})


@table("name", ["approvers", *MAY])
@table(
    "chosen", [None, "", "nobody", "group", "group:", "group:C0GENERAL", "group:S0X Y", "group:S0X\n", 12, []], ids=repr
)
def test_what_nobody_can_choose_is_refused_at_its_field(name: str, chosen: Any) -> None:
    with pytest.raises(BadField, match="settings-not-a-choice") as bad:
        settings(setting_up(**selected(name, chosen)))
    assert bad.value.field == name


@table("name", MAY)
def test_roles_are_not_given_to_members_by_name(name: str) -> None:
    with pytest.raises(BadField, match="settings-not-a-choice"):
        settings(setting_up(**selected(name, "named")))


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
    read = settings(setting_up(**conversations("channels", *said))).channels
    assert read == tuple(map(ChannelId, channels))


@table("said", [None, "C0GENERAL", 12, {}], ids=repr)
def test_what_is_no_list_of_channels_is_an_empty_one(said: Any) -> None:
    fields = setting_up(channels={"channels": {"selected_conversations": said}})
    assert settings(fields, replace(NEW, channels=(ChannelId("C1"),))).channels == ()


def test_what_a_modal_does_not_ask_for_stays_as_it_is() -> None:
    now = replace(
        NEW,
        policy=Policy(toll_free=5, from_quantity=9, extension_minutes=60),
        roles=Roles(search=IN_A_GROUP),
        channels=(ChannelId("C1"),),
        hold_minutes=60,
    )
    asked = {"enterprise_e5", "phone_system", "audio_conferencing", "credits", "balance"}
    fields = {name: value for name, value in setting_up().items() if name in asked}
    after = settings(fields, now)
    assert replace(after, licences=now.licences, credits=now.credits) == now
