"""The settings that an admin sends are read, or refused at the field that cannot be."""

from decimal import Decimal

import pytest

from handlers import payloads
from handlers.parse import BadField
from handlers.payloads import Fields
from handlers.views import settings as setting
from store.types import ChannelId, Credits, Licences, Workspace, WorkspaceId
from tests.rules.fields import selected, setting_up, typed

WORKSPACE = WorkspaceId("T1")


def settings(fields: Fields) -> Workspace:
    return payloads.settings(WORKSPACE, fields)


def test_settings_are_read() -> None:
    assert settings(setting_up()) == Workspace(
        id=WORKSPACE,
        licences=Licences(enterprise_e5=1, phone_system=60, audio_conferencing=0),
        credits=Credits(set_up=True, balance=Decimal("120.50"), auto_recharge=False),
        locale="fr",
        notices=ChannelId("C1"),
        hold_minutes=10,
    )


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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
    ],
)
def test_a_setting_that_cannot_be_is_refused_at_its_field(field: str, said: str, key: str) -> None:
    with pytest.raises(BadField) as bad:
        settings(setting_up(**typed(field, said)))
    assert (bad.value.field, bad.value.key) == (field, key)


@pytest.mark.parametrize("minutes", [1, 60])
def test_a_hold_may_last_from_one_minute_to_sixty(minutes: int) -> None:
    assert settings(setting_up(**typed("hold_minutes", str(minutes)))).hold_minutes == minutes


def test_without_a_channel_for_notices_there_is_none() -> None:
    fields = setting_up(notices={"notices": {"selected_conversation": None}})
    assert settings(fields).notices is None


def test_a_language_we_have_not_is_english() -> None:
    assert settings(setting_up(**selected("language", "de"))).locale == "en"
