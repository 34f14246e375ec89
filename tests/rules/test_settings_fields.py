"""The settings that an admin sends are read, or refused at the field that cannot be."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from handlers.kit.fields import Fields
from handlers.kit.messages import say
from handlers.kit.settings import merge, read
from handlers.kit.words import BadField
from store.types import ChannelId, GroupId, UserId, WorkspaceId
from store.workspaces.columns import APPROVALS_TOLL_FREE, HOLD_MINUTES, REST_DAYS, ROWS
from store.workspaces.settings import Setting
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
    policy=Policy(approvals=2, toll_free=1, from_quantity=3, approvers=NAMED, extension_minutes=15, releases=True),
    roles=Roles(reserve=IN_A_GROUP, manage=ADMINS),
    channels=(ChannelId("C0GENERAL"), ChannelId("G0PRIVATE")),
    locale="fr",
    notices=ChannelId("C1"),
    hold_minutes=10,
    rest_days=45,
    country="GB",
    port_lead_days={"GB": 7, "FR": 12},
    port_silent_days={"processing": 4},
)


def settings(fields: Fields, now: Workspace = NEW) -> Workspace:
    """The workspace with all that was sent, where is not known what was shown."""
    return merge(now, read(ROWS, fields, {})).workspace


def test_settings_are_read() -> None:
    assert settings(setting_up()) == SET


def test_the_first_steps_leave_all_else_as_it_is() -> None:
    now = replace(
        SET,
        policy=Policy(toll_free=0, from_quantity=7, extension_minutes=20),
        roles=Roles(search=IN_A_GROUP, reserve=ADMINS, release=IN_A_GROUP, settings=IN_A_GROUP),
        hold_minutes=33,
        greeted=True,
    )
    taken = settings(first_steps(), now)
    policy = replace(now.policy, approvals=2, approvers=NAMED)
    assert taken == replace(now, licences=SET.licences, credits=SET.credits, policy=policy)


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
            pytest.param(name, said, "settings-not-whole", id=f"{name}: {said or 'nothing'}")
            for name in ("enterprise_e5", "phone_system", "audio_conferencing")
            for said in ("", "-1", "1.5", "many", "10000001", "1" * 30, "٣")
        ),
        *(
            pytest.param("balance", said, "settings-not-a-balance", id=f"balance: {said}")
            for said in ("-1", "NaN", "Infinity", "1e3", "1,000", "1,000.00", "1_0", "1.001", "lots", "9" * 13)
        ),
        *(
            pytest.param("hold_minutes", said, "settings-not-whole", id=f"minutes: {said or 'none'}")
            for said in ("", "0", "61", "10.5", "ten")
        ),
        *(
            pytest.param("approvals", said, "settings-not-whole", id=f"approvals: {said or 'none'}")
            for said in ("", "-1", "6", "1.5", "one", "٣")
        ),
        *(
            pytest.param(
                "approvals_toll_free", said, "settings-not-whole-or-nothing", id=f"approvals for toll-free: {said}"
            )
            for said in ("-1", "6", "1.5", "one")
        ),
        *(
            pytest.param("approvals_from", said, "settings-not-whole", id=f"from how many on: {said or 'none'}")
            for said in ("", "0", "1501", "1,000", "many")
        ),
        *(
            pytest.param("extension_minutes", said, "settings-not-whole", id=f"extension: {said or 'none'}")
            for said in ("", "-1", "61", "0.5", "long")
        ),
        *(
            pytest.param("rest_days", said, "settings-not-whole", id=f"days of rest: {said or 'none'}")
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
    assert settings(setting_up(**typed("rest_days", str(days)))).rest_days == days


def test_without_a_channel_for_notices_there_is_none() -> None:
    fields = setting_up(notices={"notices": {"selected_conversation": None}})
    assert settings(fields).notices is None


@table("said", ["de", "", None, "EN", 12])
def test_a_language_we_have_not_is_refused_at_its_field(said: object) -> None:
    with pytest.raises(BadField, match="settings-not-a-choice") as bad:
        settings(setting_up(**selected("language", said)))
    assert bad.value.field == "language"


@table(
    ("row", "said", "english", "french"),
    [
        pytest.param(
            HOLD_MINUTES, "0", "A whole number from 1 to 60.", "Un nombre entier de 1 à 60.", id="minutes of a hold"
        ),
        pytest.param(
            REST_DAYS, "181", "A whole number from 0 to 180.", "Un nombre entier de 0 à 180.", id="days of rest"
        ),
        pytest.param(
            APPROVALS_TOLL_FREE,
            "6",
            "A whole number from 0 to 5, or nothing.",
            "Un nombre entier de 0 à 5, ou rien.",
            id="approvals for toll-free numbers",
        ),
    ],
)
def test_a_refusal_tells_the_settings_own_range(row: Setting[Any], said: str, english: str, french: str) -> None:
    with pytest.raises(BadField) as bad:
        settings(setting_up(**typed(row.block_id, said)))
    assert say("en", bad.value.key, **bad.value.values) == english
    assert say("fr", bad.value.key, **bad.value.values) == french


@table("before", [False, True])
@table(
    ("fields", "after"),
    [
        pytest.param(setting_up(**picked("approve_releases", "approve_releases")), True, id="ticked"),
        pytest.param(setting_up(**picked("approve_releases")), False, id="not ticked"),
        pytest.param(setting_up(**picked("approve_releases", "something else")), False, id="something else ticked"),
        pytest.param(first_steps(), None, id="not asked"),
    ],
)
def test_whether_releases_are_approved_is_a_tick_and_stays_where_nothing_is_asked(
    before: bool, fields: Fields, after: bool | None
) -> None:
    now = replace(NEW, policy=Policy(releases=before))
    assert settings(fields, now).policy.releases is (before if after is None else after)
