"""The settings that an admin sends are read, or refused at the field that cannot be."""

from dataclasses import replace
from decimal import Decimal

import pytest

from handlers.kit.fields import Fields
from handlers.kit.words import BadField
from handlers.settings import payloads as settings_payloads
from handlers.settings.views import modals as setting
from store.types import ChannelId, GroupId, UserId, WorkspaceId
from store.workspaces.types import Circle, Credits, Licences, Policy, Roles, Who, Workspace
from tests.rules.fields import first_steps, picked, selected, setting_up, typed
from tests.table import table

WORKSPACE = WorkspaceId("T1")
NEW = Workspace(id=WORKSPACE)
NAMED = Who(circle=Circle.NAMED, members=(UserId("U0ADA0001"), UserId("U0BEN0001")))
IN_A_GROUP = Who(circle=Circle.GROUP, group=GroupId("S0TELEPHONY"))
ADMINS = Who(circle=Circle.ADMINS)
SET = Workspace(
    id=WORKSPACE,
    licences=Licences(enterprise_e5=1, phone_system=60, audio_conferencing=0),
    credits=Credits(set_up=True, balance=Decimal("120.50"), auto_recharge=False),
    policy=Policy(approvals=2, toll_free=1, from_quantity=3, approvers=NAMED, extension_minutes=15),
    roles=Roles(reserve=IN_A_GROUP, manage=ADMINS),
    channels=(ChannelId("C0GENERAL"), ChannelId("G0PRIVATE")),
    locale="fr",
    notices=ChannelId("C1"),
    hold_minutes=10,
    set_up=True,
    rest_days=45,
    country="GB",
    port_lead_days={"GB": 7, "FR": 12},
    port_silent_days={"processing": 4},
)


def settings(fields: Fields, now: Workspace = NEW) -> Workspace:
    return settings_payloads.settings(fields, now)


def test_settings_are_read() -> None:
    assert settings(setting_up()) == SET


def test_the_first_steps_leave_all_else_as_it_is() -> None:
    now = replace(
        SET,
        policy=Policy(toll_free=0, from_quantity=7, extension_minutes=20),
        roles=Roles(search=IN_A_GROUP, reserve=ADMINS, release=IN_A_GROUP, settings=IN_A_GROUP),
        hold_minutes=33,
        set_up=False,
        greeted=True,
    )
    taken = settings(first_steps(), now)
    policy = replace(now.policy, approvals=2, approvers=NAMED)
    assert taken == replace(now, licences=SET.licences, credits=SET.credits, policy=policy, set_up=True)


@table(
    ("balance", "read"),
    [
        pytest.param("", None, id="not known"),
        pytest.param(None, None, id="left empty"),
        pytest.param("0", Decimal(0), id="nothing left"),
        pytest.param("120", Decimal(120), id="whole"),
        pytest.param("120,5", Decimal("120.5"), id="with a comma"),
        pytest.param("999999999999.99", Decimal("999999999999.99"), id="the largest"),
    ],
)
def test_a_balance_is_read(balance: str | None, read: Decimal | None) -> None:
    assert settings(setting_up(**typed("balance", balance))).credits.balance == read


@table(
    ("field", "said", "key"),
    [
        *(
            pytest.param(name, said, "settings-not-a-count", id=f"{name}: {said or 'nothing'}")
            for name in (setting.E5, setting.PHONE, setting.AUDIO)
            for said in ("", "-1", "1.5", "many", "10000001", "1" * 30, "٣")
        ),
        *(
            pytest.param("balance", said, "settings-not-a-balance", id=f"balance: {said}")
            for said in ("-1", "NaN", "Infinity", "1e3", "1,000", "1,000.00", "1_0", "1.001", "lots", "9" * 13)
        ),
        *(
            pytest.param("hold_minutes", said, "settings-not-minutes", id=f"minutes: {said or 'none'}")
            for said in ("", "0", "61", "10.5", "ten")
        ),
        *(
            pytest.param(setting.APPROVALS, said, "settings-not-approvals", id=f"approvals: {said or 'none'}")
            for said in ("", "-1", "6", "1.5", "one", "٣")
        ),
        *(
            pytest.param(setting.TOLL_FREE, said, "settings-not-approvals", id=f"approvals for toll-free: {said}")
            for said in ("-1", "6", "1.5", "one")
        ),
        *(
            pytest.param(setting.FROM, said, "settings-not-a-quantity", id=f"from how many on: {said or 'none'}")
            for said in ("", "0", "1501", "1,000", "many")
        ),
        *(
            pytest.param(setting.EXTENSION, said, "settings-not-an-extension", id=f"extension: {said or 'none'}")
            for said in ("", "-1", "61", "0.5", "long")
        ),
        *(
            pytest.param(setting.REST, said, "settings-not-approvals", id=f"days of rest: {said or 'none'}")
            for said in ("", "-1", "181", "1.5", "a month")
        ),
    ],
)
def test_a_setting_that_cannot_be_is_refused_at_its_field(field: str, said: str, key: str) -> None:
    with pytest.raises(BadField) as bad:
        settings(setting_up(**typed(field, said)))
    assert (bad.value.field, bad.value.key) == (field, key)


@table("minutes", [1, 60])
def test_a_hold_may_last_from_one_minute_to_sixty(minutes: int) -> None:
    assert settings(setting_up(**typed("hold_minutes", str(minutes)))).hold_minutes == minutes


@table("days", [0, 180])
def test_a_released_number_may_rest_from_no_day_to_half_a_year(days: int) -> None:
    assert settings(setting_up(**typed(setting.REST, str(days)))).rest_days == days


def test_without_a_channel_for_notices_there_is_none() -> None:
    fields = setting_up(notices={"notices": {"selected_conversation": None}})
    assert settings(fields).notices is None


@table("locale", ["en", "fr"])
def test_a_language_we_have_not_leaves_it_as_it_is(locale: str) -> None:
    assert settings(setting_up(**selected("language", "de")), replace(NEW, locale=locale)).locale == locale


@table("before", [False, True])
@table(
    ("fields", "after"),
    [
        pytest.param(setting_up(**picked(setting.RELEASES, setting.RELEASES)), True, id="ticked"),
        pytest.param(setting_up(**picked(setting.RELEASES)), False, id="not ticked"),
        pytest.param(setting_up(**picked(setting.RELEASES, "something else")), False, id="something else ticked"),
        pytest.param(setting_up(), None, id="not asked"),
    ],
)
def test_whether_releases_are_approved_is_a_tick_and_stays_where_nothing_is_asked(
    before: bool, fields: Fields, after: bool | None
) -> None:
    now = replace(NEW, policy=Policy(releases=before))
    assert settings(fields, now).policy.releases is (before if after is None else after)
