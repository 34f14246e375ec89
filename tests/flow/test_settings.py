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
from tests.flow.slack import PRIVATE, View


def saved(desk: Desk) -> Workspace:
    with desk.database.reading() as db:
        return workspaces.find(db, SAMPLE.id)


def changes(by: Member, view: View, section: str) -> View:
    """Press the button of a section in the overview: its modal, which lies on it."""
    assert by.presses_of(view, f"change_setting:{section}") == ""
    return by.modal()


def test_what_an_admin_sets_is_kept_and_on_the_record(desk: Desk, ada: Member) -> None:
    view = ada.opens("settings licences")
    assert view.standing("phone_system") == "60"
    ada.submits(
        view,
        enterprise_e5="30",
        phone_system="0",
        audio_conferencing="1",
        credits=["set_up", "auto_recharge"],
        balance="120.50",
    )
    assert "Settings saved." in ada.modal().words
    ada.submits(ada.opens("settings desk"), language="fr", notices="general")
    ada.submits(ada.opens("settings holds"), hold_minutes="5")
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
    assert desk.record("settings") == [SettingsAction.SETTINGS_CHANGED] * 3
    again = ada.opens("settings licences")
    assert again.standing("credits") == ["set_up", "auto_recharge"]
    assert again.standing("balance") == "120.50"


@pytest.mark.parametrize(
    ("name", "button", "before", "after", "said"),
    [
        pytest.param(
            "ada",
            "Change",
            "How many teammates must approve: *1*",
            "How many teammates must approve: *3*",
            "Settings saved.",
            id="en",
        ),
        pytest.param(
            "chloe",
            "Modifier",
            "Combien de collègues doivent approuver\u00a0: *1*",
            "Combien de collègues doivent approuver\u00a0: *3*",
            "Réglages enregistrés.",
            id="fr",
        ),
    ],
)
def test_a_section_lies_on_the_overview_which_is_new_when_it_is_seen_again(
    desk: Desk, name: str, button: str, before: str, after: str, said: str
) -> None:
    by = Member.of(desk, name)
    desk.change("user", user=name, is_admin=True)
    try:
        overview = by.opens("settings")
        assert set(overview.buttons) == {button}
        assert before in overview.words
        section = changes(by, overview, "approvals")
        assert [view.id for view in by.modals()] == [overview.id, section.id]
        assert by.submits(section, approvals="3")["response"] is None
        (again,) = by.modals()
        assert again.id == overview.id
        assert said in again.words
        assert after in again.words
        changes(by, again, "holds")
        by.closes(by.modal())
        assert [view.id for view in by.modals()] == [overview.id]
    finally:
        desk.change("user", user=name, is_admin=name == "ada")
    assert saved(desk).policy.approvals == 3


@pytest.mark.parametrize("said", ["approvals", "validations", "Approbations", "APPROVAL"])
def test_a_section_is_opened_at_once_by_its_name_in_either_language(ada: Member, said: str) -> None:
    view = ada.opens(f"settings {said}")
    assert "approvals" in view.inputs
    ada.submits(view, approvals="2")
    (overview,) = ada.modals()
    assert "How many teammates must approve: *2*" in overview.words


def test_a_section_that_is_nearly_called_so_is_offered(ada: Member) -> None:
    answer = ada.types("settings aprovals")
    assert "no section “aprovals”" in answer.text
    assert ada.chooses(answer, "settings approvals").inputs[0] == "approvals"


def test_where_two_change_the_same_the_second_is_told_and_may_keep_theirs(desk: Desk, ada: Member, ben: Member) -> None:
    desk.change("user", user="ben", is_admin=True)
    try:
        view = changes(ada, ada.opens("settings"), "approvals")
        ben.submits(ben.opens("settings approvals"), approvals="3", approvals_from="2")
        told = ada.submits(view, approvals="2", extension_minutes="7")
        assert told["response"]["response_action"] == "update"
        again = ada.modal()
        assert again.id == view.id
        assert f"{ben.mention} has set this to *3* meanwhile. You entered *2*:" in again.words
        assert saved(desk).policy.approvals == 3
        assert (again.standing("approvals"), again.standing("extension_minutes")) == ("2", "7")
        assert ada.submits(again)["response"] is None
        assert "How many teammates must approve: *2*" in ada.modal().words
    finally:
        desk.change("user", user="ben", is_admin=False)
    policy = saved(desk).policy
    assert (policy.approvals, policy.extension_minutes, policy.from_quantity) == (2, 7, 2)
    assert desk.record("settings") == [SettingsAction.SETTINGS_CHANGED] * 2


def test_where_slack_draws_no_modal_on_another_it_takes_its_place(desk: Desk, ada: Member) -> None:
    overview = ada.opens("settings")
    desk.fault("views.push", status=500)
    section = changes(ada, overview, "holds")
    assert [view.id for view in ada.modals()] == [overview.id]
    ada.submits(section, hold_minutes="20")
    assert "Minutes a hold lasts: *20*" in ada.modal().words


def test_the_channels_language_the_quota_and_the_minutes_follow_the_settings(desk: Desk, ada: Member) -> None:
    for section, fields in (
        ("desk", {"language": "fr"}),
        ("licences", {"phone_system": "50000"}),
        ("holds", {"hold_minutes": "60"}),
    ):
        ada.submits(ada.opens(f"settings {section}"), **fields)
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
    desk.change("user", user="ben", is_admin=True)
    try:
        ben.opens("settings")
    finally:
        desk.change("user", user="ben", is_admin=False)


def test_who_is_no_admin_any_more_cannot_save_them(desk: Desk, ada: Member) -> None:
    view = ada.opens("settings licences")
    desk.change("user", user="ada", is_admin=False)
    try:
        ada.submits(view, phone_system="50000")
        assert "Only admins of this workspace" in ada.modal().words
        assert saved(desk) == SAMPLE
    finally:
        desk.change("user", user="ada", is_admin=True)


def test_a_channel_where_the_desk_cannot_post_is_refused_at_its_field(desk: Desk, ada: Member) -> None:
    answer = ada.submits(ada.opens("settings desk"), notices=PRIVATE, language="fr")
    assert answer["response"] == {
        "response_action": "errors",
        "errors": {"notices": "The desk cannot post there. Invite it with /invite @numberdesk first."},
    }
    assert ada.modal().standing("language") == "fr"
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
    payload = sent(desk, ada, "holds" if field == "hold_minutes" else "licences")
    payload["view"]["state"]["values"][field][field]["value"] = typed
    payload["view"]["id"] = f"V-{field}-{typed}"
    answer = desk.post("deliver", type="interactive", payload=payload)["responses"][0]["body"]
    assert answer["response_action"] == "errors"
    assert error in answer["errors"][field]
    assert saved(desk) == SAMPLE


def sent(desk: Desk, ada: Member, section: str) -> dict[str, Any]:
    """What Slack delivers when the settings of a section are sent as they stand."""
    ada.submits(ada.opens(f"settings {section}"))
    submission = next(entry for entry in desk.log("interactive") if entry["arguments"]["type"] == "view_submission")
    payload: dict[str, Any] = deepcopy(submission["arguments"])
    return payload
