"""Settings under two hands: only what a member changed is kept, and where both changed the same it is told."""

from dataclasses import dataclass, replace
from typing import Any

import pytest

from handlers.desk import press, submit, type_command
from handlers.kit.fields import unpacked
from handlers.kit.member import Member
from handlers.kit.reply import Reply
from handlers.kit.tools import SlackSilent
from handlers.kit.words import BadField
from handlers.settings.entries import SettingsAction
from store import workspaces
from store.audit.types import Finding
from store.session import Database
from store.types import ChannelId, GroupId, UserId, WorkspaceId
from store.workspaces.columns import APPROVALS, ROWS
from store.workspaces.kinds import WholeNumber
from store.workspaces.settings import Setting
from store.workspaces.types import ADMINS, Circle, Policy, Roles, Who, Workspace
from tests.desk import ADA, BEN, CHLOE, DEV, HOME, TELEPHONY, Desk, SlacksWord, click
from tests.rules.fields import as_sent, conversation, people, selected, typed
from tests.rules.shown import refused_by_slack, words_of
from tests.store.sealing import remember
from tests.store.setting import save, shown

IN_THE_GROUP = Who(circle=Circle.GROUP, group=TELEPHONY)
NEW = WorkspaceId("T9")
NAMED = Policy(approvals=1, approvers=Who(circle=Circle.NAMED, members=(ADA.user, BEN.user)))
WARN = Setting(name="warn_minutes", section="holds", kind=WholeNumber(most=5), default=2, label="settings-minutes")


@pytest.fixture
def two(desk: Desk) -> Desk:
    """A desk where BEN may change settings, too, and one approval is needed."""
    desk.set(policy=Policy(approvals=1), roles=Roles(settings=IN_THE_GROUP))
    return desk


def now(desk: Desk) -> Workspace:
    with desk.database.reading() as db:
        return workspaces.find(db, HOME)


def opens(desk: Desk, by: Member, section: str) -> dict[str, Any]:
    """The modal of a section, as it is shown to a member."""
    reply = type_command(desk.tools, click(by), f"settings {section}")
    assert reply.view, reply.text
    return dict(reply.view)


def sends(desk: Desk, by: Member, view: dict[str, Any], **changed: Any) -> Reply:
    """Send it with some of its fields changed."""
    return submit(desk.tools, click(by), view["callback_id"], view["private_metadata"], {**as_sent(view), **changed})


def changes(desk: Desk) -> list[tuple[Any, dict[str, Any]]]:
    """Who changed which settings to what, oldest first."""
    return [(entry.deed.who, dict(entry.deed.after)) for entry in desk.entries("settings")]


def test_what_a_member_did_not_touch_stays_as_another_has_set_it_meanwhile(two: Desk) -> None:
    of_ada, of_ben = opens(two, ADA, "approvals"), opens(two, BEN, "approvals")
    sends(two, BEN, of_ben, **typed("approvals", "3"))
    assert sends(two, ADA, of_ada, **typed("extension_minutes", "7")).returns
    assert (now(two).policy.approvals, now(two).policy.extension_minutes) == (3, 7)
    assert changes(two) == [(BEN.user, {"approvals": 3}), (ADA.user, {"extension_minutes": 7})]


def test_where_both_changed_the_same_it_is_told_who_and_to_what_and_sent_again_it_is_kept(two: Desk) -> None:
    of_ada, of_ben = opens(two, ADA, "approvals"), opens(two, BEN, "approvals")
    sends(two, BEN, of_ben, **typed("approvals", "3"), **typed("approvals_from", "9"))
    before = two.everything()
    told = sends(two, ADA, of_ada, **typed("approvals", "2"), **typed("extension_minutes", "7"))
    assert two.everything() == before
    assert told.view
    assert not told.returns
    assert refused_by_slack(told) == []
    assert f"<@{BEN.user}> has set this to *3* meanwhile. You entered *2*:" in words_of(told.view)
    assert "Nothing has been saved yet." in words_of(told.view)
    again = dict(told.view)
    assert as_sent(again)["approvals"]["approvals"]["value"] == "2"
    assert as_sent(again)["extension_minutes"]["extension_minutes"]["value"] == "7"
    assert sends(two, ADA, again).returns
    policy = now(two).policy
    assert (policy.approvals, policy.extension_minutes, policy.from_quantity) == (2, 7, 9)
    assert changes(two)[1] == (ADA.user, {"approvals": 2, "extension_minutes": 7})


def test_who_is_told_may_leave_it_as_the_other_has_set_it(two: Desk) -> None:
    of_ada, of_ben = opens(two, ADA, "approvals"), opens(two, BEN, "approvals")
    sends(two, BEN, of_ben, **typed("approvals", "3"))
    told = sends(two, ADA, of_ada, **typed("approvals", "2"))
    assert told.view
    sends(two, ADA, dict(told.view), **typed("approvals", "3"))
    assert changes(two) == [(BEN.user, {"approvals": 3})]


def test_a_third_change_meanwhile_is_told_again(two: Desk) -> None:
    of_ada, of_ben = opens(two, ADA, "approvals"), opens(two, BEN, "approvals")
    sends(two, BEN, of_ben, **typed("approvals", "3"))
    told = sends(two, ADA, of_ada, **typed("approvals", "2"))
    sends(two, BEN, opens(two, BEN, "approvals"), **typed("approvals", "4"))
    assert told.view
    anew = sends(two, ADA, dict(told.view))
    assert "has set this to *4* meanwhile. You entered *2*:" in words_of(anew.view)
    assert now(two).policy.approvals == 4


def test_what_both_have_set_alike_is_no_conflict(two: Desk) -> None:
    of_ada, of_ben = opens(two, ADA, "approvals"), opens(two, BEN, "approvals")
    sends(two, BEN, of_ben, **typed("approvals", "3"))
    assert sends(two, ADA, of_ada, **typed("approvals", "3")).returns
    assert changes(two) == [(BEN.user, {"approvals": 3})]


def test_where_the_record_does_not_tell_who_it_was_it_was_somebody(two: Desk) -> None:
    of_ada = opens(two, ADA, "holds")
    two.set(hold_minutes=30)
    told = sends(two, ADA, of_ada, **typed("hold_minutes", "20"))
    assert "Somebody has set this to *30* meanwhile. You entered *20*:" in words_of(told.view)


def test_two_who_take_the_first_steps_are_told_of_each_other(desk: Desk) -> None:
    desk.set(set_up=False, roles=Roles(settings=IN_THE_GROUP))
    of_ada, of_ben = opens(desk, ADA, ""), opens(desk, BEN, "")
    assert of_ada["callback_id"] == "first_steps"
    sends(desk, BEN, of_ben, **typed("phone_system", "70"))
    told = sends(desk, ADA, of_ada, **typed("phone_system", "80"))
    assert told.view
    assert told.view["callback_id"] == "first_steps"
    assert f"<@{BEN.user}> has set this to *70*" in words_of(told.view)
    assert sends(desk, ADA, dict(told.view)).text == "Settings saved."
    assert now(desk).licences.phone_system == 80


def test_first_steps_that_change_nothing_set_the_workspace_up_and_are_no_entry_of_the_record(desk: Desk) -> None:
    desk.set(set_up=False, greeted=False)
    with desk.database.begin() as db:
        remember(last_seal="")(db)  # nothing was done there yet
    assert sends(desk, ADA, opens(desk, ADA, "")).text == "Settings saved."
    assert (now(desk).set_up, now(desk).greeted) == (True, True)
    assert changes(desk) == []
    assert desk.verify() == Finding(workspace=HOME, sound=0)


def test_where_nothing_was_changed_it_says_so_and_the_record_says_nothing(desk: Desk) -> None:
    reply = sends(desk, ADA, opens(desk, ADA, "roles"))
    assert reply.returns
    assert "Nothing was changed." in words_of(reply.view)
    assert changes(desk) == []


def test_a_modal_that_does_not_say_what_it_showed_keeps_what_differs(desk: Desk) -> None:
    assert save(desk, click(ADA), {}, **typed("hold_minutes", "20"), **typed("rest_days", "30")).text
    assert changes(desk) == [(ADA.user, {"hold_minutes": 20})]


def test_a_section_comes_back_to_an_overview_that_tells_what_is_set_now(desk: Desk) -> None:
    view = type_command(desk.tools, click(ADA), "settings").view
    assert view
    (button,) = (block["accessory"] for block in view["blocks"] if block.get("block_id") == "settings_holds")
    pushed = press(desk.tools, click(ADA), button["action_id"], unpacked(button["value"]), {})
    assert pushed.pushes
    assert pushed.view
    saved = sends(desk, ADA, dict(pushed.view), **typed("hold_minutes", "20"))
    assert saved.returns
    assert "Settings saved." in words_of(saved.view)
    assert "Minutes a hold lasts: *20*" in words_of(saved.view)


def test_a_section_is_opened_where_the_desk_may_not_be_used(desk: Desk) -> None:
    desk.set(channels=(ChannelId("C0ELSE"),))
    value = {"section": "desk"}
    assert press(desk.tools, click(ADA), "change_setting:desk", value, {}).view
    assert press(desk.tools, click(BEN), "change_setting:desk", value, {}).refusal == "refused-settings"


@dataclass(slots=True)
class Meddling(SlacksWord):
    """Slack's word, and somebody who sets three approvals the moment that BEN is first asked about."""

    desk: Desk | None = None

    def member(self, workspace: WorkspaceId, user: UserId) -> Member:
        desk, self.desk = self.desk, None
        if desk:
            desk.set(policy=replace(NAMED, approvals=3))
        return SlacksWord.member(self, workspace, user)


def test_what_was_asked_of_slack_before_the_lock_is_asked_again_where_the_settings_moved(desk: Desk) -> None:
    desk.set(policy=NAMED)
    view = opens(desk, ADA, "approvals")
    meddled = replace(desk, tools=replace(desk.tools, people=Meddling(desk=desk)))
    told = sends(meddled, ADA, view, **typed("approvals", "2"))
    assert "has set this to *3* meanwhile. You entered *2*:" in words_of(told.view)
    assert now(desk).policy.approvals == 3


@pytest.mark.parametrize(
    ("approvals", "toll_free", "named", "needed"),
    [
        pytest.param("0", "", (), 1, id="nobody, though nobody must approve"),
        pytest.param("1", "", (), 1, id="nobody"),
        pytest.param("2", "", (ADA,), 2, id="fewer than must approve"),
        pytest.param("2", "", (ADA, ADA), 2, id="one twice, and two must approve"),
        pytest.param("1", "3", (ADA, BEN), 3, id="fewer than must approve toll-free numbers"),
        pytest.param("3", "1", (ADA, BEN), 3, id="enough for toll-free numbers alone"),
        pytest.param("2", "", (ADA, DEV), 2, id="one of them a guest"),
    ],
)
def test_too_few_named_members_are_refused_at_their_field(
    desk: Desk, approvals: str, toll_free: str, named: tuple[Member, ...], needed: int
) -> None:
    counts = typed("approvals", approvals) | typed("approvals_toll_free", toll_free)
    who = selected("approvers", "named") | people("approver_members", *(member.user for member in named))
    with pytest.raises(BadField, match="settings-too-few-approvers") as bad:
        save(desk, click(ADA), **counts, **who)
    assert (bad.value.field, bad.value.values) == ("approver_members", {"needed": needed})


def test_where_slack_is_silent_nothing_is_kept_and_nothing_that_was_typed_is_lost(desk: Desk) -> None:
    def silent(_workspace: WorkspaceId, _channel: ChannelId) -> bool:
        raise SlackSilent

    deaf = replace(desk, tools=replace(desk.tools, can_post=silent))
    before = desk.everything()
    told = save(deaf, click(ADA), **selected("language", "fr"), **conversation("notices", "C0FIVE"))
    assert told.errors.keys() == {"language"}
    assert "Slack did not tell the desk" in told.errors["language"]
    assert desk.everything() == before


def test_a_policy_that_was_not_touched_is_not_asked_about_again(desk: Desk) -> None:
    desk.set(policy=Policy(approvals=3, approvers=Who(circle=Circle.GROUP, group=GroupId("S0GONE"))))
    assert save(desk, click(ADA), **typed("extension_minutes", "5")).text
    with pytest.raises(BadField, match="settings-too-few-approvers"):
        save(desk, click(ADA), **typed("approvals", "2"))


def test_a_modal_that_comes_twice_is_answered_alike_and_kept_once(desk: Desk) -> None:
    carried, by_key = shown(desk), click(ADA, "the same click")
    first = save(desk, by_key, carried, **typed("hold_minutes", "20"))
    assert save(desk, by_key, carried, **typed("hold_minutes", "20")) == first
    assert [entry.deed.action for entry in desk.entries("settings")] == [SettingsAction.SETTINGS_CHANGED]


def test_a_setting_without_a_column_is_kept(database: Database) -> None:
    with database.begin() as db:
        wanted = WARN.put(workspaces.lock(db, NEW), 4)
        workspaces.save(db, wanted)
    with database.reading() as db:
        found = workspaces.find(db, NEW)
    assert found == wanted
    assert WARN.of(found) == 4


def test_every_setting_is_kept_in_the_column_that_its_row_says(database: Database) -> None:
    wanted = Workspace(id=NEW, roles=Roles(search=ADMINS, port=ADMINS), policy=Policy(approvals=0))
    with database.begin() as db:
        workspaces.lock(db, NEW)
        workspaces.save(db, wanted)
    with database.reading() as db:
        found = workspaces.find(db, NEW)
    assert {row.name: row.of(found) for row in ROWS} == {row.name: row.of(wanted) for row in ROWS}
    assert APPROVALS.of(found) == 0


def test_who_may_not_change_settings_opens_no_section(desk: Desk) -> None:
    assert type_command(desk.tools, click(CHLOE), "settings approvals").refusal == "refused-settings"
