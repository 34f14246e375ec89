"""Workspaces: what admins set is kept as it was set; one never seen before has no settings yet."""

from decimal import Decimal

import pytest

from store import workspaces
from store.session import Database
from store.types import ChannelId, GroupId, UserId, WorkspaceId
from store.workspaces.types import ADMINS, Circle, Credits, Licences, Policy, Roles, Tip, Who, Workspace
from tests.desk import BEN, HOME, Desk, fill

NEW = WorkspaceId("T9")


def test_a_workspace_never_seen_before_has_no_settings(database: Database) -> None:
    with database.reading() as db:
        assert workspaces.find(db, NEW) == Workspace(id=NEW)


def test_a_workspace_never_seen_before_is_written_down_when_it_is_locked(database: Database) -> None:
    with database.begin() as db:
        assert workspaces.lock(db, NEW) == Workspace(id=NEW)
        assert workspaces.lock(db, NEW) == Workspace(id=NEW)


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param(Workspace(id=NEW), id="as it begins"),
        pytest.param(
            Workspace(
                id=NEW,
                licences=Licences(enterprise_e5=1, phone_system=2, audio_conferencing=3),
                credits=Credits(set_up=True, balance=Decimal("1234567890.05"), auto_recharge=True),
                locale="fr",
                notices=ChannelId("C7"),
                hold_minutes=60,
                policy=Policy(
                    approvals=5,
                    toll_free=0,
                    from_quantity=10,
                    approvers=Who(circle=Circle.NAMED, members=(UserId("U1"), UserId("U2"))),
                    extension_minutes=60,
                ),
                roles=Roles(
                    search=Who(circle=Circle.GROUP, group=GroupId("S1")),
                    reserve=ADMINS,
                    release=Who(),
                    settings=Who(circle=Circle.GROUP, group=GroupId("S2")),
                ),
                channels=(ChannelId("C2"), ChannelId("C1")),
                set_up=True,
                greeted=True,
            ),
            id="everything set",
        ),
        pytest.param(Workspace(id=NEW, credits=Credits(set_up=True, balance=Decimal("0.00"))), id="nothing left"),
    ],
)
def test_settings_are_kept_as_they_were_set(database: Database, wanted: Workspace) -> None:
    with database.begin() as db:
        workspaces.lock(db, NEW)
        workspaces.save(db, wanted)
    with database.reading() as db:
        assert workspaces.find(db, NEW) == wanted


def test_settings_of_one_workspace_are_not_anothers(database: Database) -> None:
    with database.begin() as db:
        for workspace in (NEW, WorkspaceId("T8")):
            workspaces.lock(db, workspace)
        workspaces.save(db, Workspace(id=NEW, hold_minutes=5))
        assert workspaces.find(db, WorkspaceId("T8")).hold_minutes == 10


def test_saving_settings_leaves_the_end_of_the_record_as_it_is(desk: Desk) -> None:
    fill(desk.database, 1)
    desk.hold(BEN, 1)
    with desk.database.begin() as db:
        tip = workspaces.lock(db, HOME).tip
        workspaces.save(db, Workspace(id=HOME, tip=Tip(number=9, seal="made up")))
        assert workspaces.lock(db, HOME).tip == tip
    assert desk.verify().flaw is None


def test_who_was_greeted_stays_greeted(database: Database) -> None:
    with database.begin() as db:
        workspaces.lock(db, NEW)
        workspaces.greet(db, NEW)
        assert workspaces.find(db, NEW) == Workspace(id=NEW, greeted=True)
