"""/numbers settings: for admins; what cannot be meant is said at its field, and the rest stays as it was typed."""

from copy import deepcopy
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.local import SAMPLE
from handlers.settings.entries import SettingsAction
from store import workspaces
from store.types import ChannelId
from store.workspaces.types import Credits, Licences, Workspace
from tests.flow.desk import Desk
from tests.flow.member import Member
from tests.flow.slack import PRIVATE


def saved(desk: Desk) -> Workspace:
    with desk.database.reading() as db:
        return workspaces.find(db, SAMPLE.id)


def test_what_an_admin_sets_is_kept_and_on_the_record(desk: Desk, ada: Member) -> None:
    view = ada.opens("settings")
    assert view.standing("phone_system") == "60"
    ada.submits(
        view,
        enterprise_e5="30",
        phone_system="0",
        audio_conferencing="1",
        credits=["set_up", "auto_recharge"],
        balance="120.50",
        language="fr",
        notices="general",
        hold_minutes="5",
    )
    assert "Settings saved." in ada.modal().words
    assert saved(desk) == Workspace(
        id=SAMPLE.id,
        licences=Licences(enterprise_e5=30, audio_conferencing=1),
        credits=Credits(set_up=True, balance=Decimal("120.50"), auto_recharge=True),
        locale="fr",
        notices=ChannelId("C0GENERAL"),
        hold_minutes=5,
        set_up=True,
        greeted=True,
    )
    assert desk.record("settings") == [SettingsAction.SETTINGS_CHANGED]
    again = ada.opens("settings")
    assert again.standing("credits") == ["set_up", "auto_recharge"]
    assert again.standing("balance") == "120.50"


def test_the_channels_language_the_quota_and_the_minutes_follow_the_settings(desk: Desk, ada: Member) -> None:
    ada.submits(ada.opens("settings"), language="fr", phone_system="50000", hold_minutes="60")
    assert "You hold *25 toll numbers*" in ada.types("reserve 25 GB London").text
    card = desk.card("H-1")
    assert f"{ada.mention} a réservé *25 numéros payants*" in card.words
    assert "1\u202f475 sur 1\u202f500" in card.words
    hold = desk.hold("H-1")
    assert hold.until - hold.held_at == timedelta(minutes=60)


def test_only_admins_see_the_settings(ben: Member) -> None:
    assert "Only admins of this workspace" in ben.types("settings").text
    assert ben.modals() == []


def test_who_is_made_an_admin_may_change_them_at_once(desk: Desk, ben: Member) -> None:
    ben.types("settings")
    desk.post("user", user="ben", is_admin=True)
    try:
        ben.opens("settings")
    finally:
        desk.post("user", user="ben", is_admin=False)


def test_who_is_no_admin_any_more_cannot_save_them(desk: Desk, ada: Member) -> None:
    view = ada.opens("settings")
    desk.post("user", user="ada", is_admin=False)
    try:
        ada.submits(view, phone_system="50000")
        assert "Only admins of this workspace" in ada.modal().words
        assert saved(desk) == SAMPLE
    finally:
        desk.post("user", user="ada", is_admin=True)


def test_a_channel_where_the_desk_cannot_post_is_refused_at_its_field(desk: Desk, ada: Member) -> None:
    answer = ada.submits(ada.opens("settings"), notices=PRIVATE, phone_system="70")
    assert answer["response"] == {
        "response_action": "errors",
        "errors": {"notices": "The desk cannot post there. Invite it with /invite @numberdesk first."},
    }
    assert ada.modal().standing("phone_system") == "70"
    assert saved(desk) == SAMPLE


@pytest.mark.parametrize(
    ("field", "typed", "error"),
    [
        pytest.param("phone_system", "-1", "A whole number from 0 to", id="fewer licences than none"),
        pytest.param("enterprise_e5", "2.5", "A whole number from 0 to", id="half a licence"),
        pytest.param("audio_conferencing", "", "A whole number from 0 to", id="no count at all"),
        pytest.param("balance", "much", "An amount such as", id="no amount"),
        pytest.param("balance", "-1", "An amount such as", id="a debt"),
        pytest.param("balance", "NaN", "An amount such as", id="not a number at all"),
        pytest.param("hold_minutes", "0", "A whole number from 1 to 60", id="no time at all"),
        pytest.param("hold_minutes", "61", "A whole number from 1 to 60", id="more than an hour"),
    ],
)
def test_what_a_members_own_slack_would_stop_is_refused_at_its_field_too(
    desk: Desk, ada: Member, field: str, typed: str, error: str
) -> None:
    payload = sent(desk, ada)
    payload["view"]["state"]["values"][field][field]["value"] = typed
    payload["view"]["id"] = f"V-{field}-{typed}"
    answer = desk.post("deliver", type="interactive", payload=payload)["responses"][0]["body"]
    assert answer["response_action"] == "errors"
    assert error in answer["errors"][field]
    assert saved(desk) == SAMPLE


def sent(desk: Desk, ada: Member) -> dict[str, Any]:
    """What Slack delivers when the settings are sent as they stand."""
    ada.submits(ada.opens("settings"))
    submission = next(entry for entry in desk.log("interactive") if entry["arguments"]["type"] == "view_submission")
    payload: dict[str, Any] = deepcopy(submission["arguments"])
    return payload
