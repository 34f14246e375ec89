"""The migrations make exactly the tables that the code describes, on both engines."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import CheckConstraint, MetaData, Table, insert, inspect, select, update
from sqlalchemy.exc import IntegrityError

from handlers.holds.entries import HoldAction
from handlers.settings.entries import SettingsAction
from store import audit, migrate, workspaces
from store.audit.table import EntryRow
from store.audit.types import Deed, Finding
from store.outbox.table import OutboxRow
from store.schema import Base
from store.session import Database, Db, connect
from store.types import ChannelId, WorkspaceId
from store.workspaces.types import Licences, Policy, Workspace
from tests.databases import Databases
from tests.desk import AUDIT_KEY, AWAY, HOME, START
from tests.table import table


def test_migrations_make_the_tables_that_are_described(database: Database) -> None:
    migrate.check(database.engine)


@table("table", sorted(Base.metadata.tables))
def test_migrations_make_the_checks_that_are_described(database: Database, table: str) -> None:
    described = {
        str(constraint.name)
        for constraint in Base.metadata.tables[table].constraints
        if isinstance(constraint, CheckConstraint)
    }
    made = {check["name"] for check in inspect(database.engine).get_check_constraints(table)}
    assert made == described


@pytest.fixture
def old(engine_name: str, databases: Databases) -> Iterator[Database]:
    """A database of before there were approvals, with entries of two workspaces and lines owed about them."""
    made = connect(databases.new(engine_name))
    migrate.downgrade(made.engine, "0001")
    with made.begin() as db:
        for workspace in OLD_WORKSPACES:
            put_old(db, "workspaces", workspace)
        for entry in OLD_ENTRIES:
            put_old(db, "entries", entry)
        for debt in OLD_DEBTS:
            put_old(db, "outbox", debt)
    yield made
    made.close()


def put_old(db: Db, table: str, row: dict[str, Any]) -> None:
    described = Table(table, MetaData(), autoload_with=db)
    db.execute(insert(described).values(row))


def workspace_row(id_: str, **changes: Any) -> dict[str, Any]:
    plain = {"enterprise_e5": 0, "phone_system": 0, "audio_conferencing": 0, "credits_set_up": False}
    return {"id": id_, **plain, "credits_auto_recharge": False, "locale": "en", "hold_minutes": 10, **changes}


def entry_row(id_: int, workspace: str, action: str, subject: str, **changes: Any) -> dict[str, Any]:
    said = {"channel": "C1", "before": {"size": 2}, "after": {"note": "é"}, "who": "UBEN"}
    return {"id": id_, "workspace": workspace, "at": MOMENT, "action": action, "subject": subject, **said, **changes}


def line_row(workspace: str, subject: str, entry: int) -> dict[str, Any]:
    what = {"workspace": workspace, "kind": "line", "subject": subject, "item": str(entry)}
    when = {"version": 1, "owed_at": MOMENT, "due_at": MOMENT, "tries": 0}
    return {**what, **when, "detail": {"hold": 1, "entry": entry}, "channel": "C1", "lane": "posts C1"}


MOMENT = datetime(2026, 3, 2, 9, 0, 0, 123456)  # noqa: DTZ001 (as the old tables are read)
OLD_WORKSPACES = [
    workspace_row("T1", phone_system=60, locale="fr", hold_minutes=7, notices="C5"),
    workspace_row("T2", enterprise_e5=1),
    workspace_row("T3"),
    workspace_row("T4", audio_conferencing=1),
    workspace_row("T5", notices="C5"),
]
OLD_ENTRIES = [
    entry_row(1, "T1", "reserved", "H-1"),
    entry_row(2, "T2", "reserved", "H-1", channel=None),
    entry_row(3, "T2", "ran_out", "H-1", who=None, at=MOMENT - timedelta(minutes=5)),
    entry_row(4, "T1", "released", "H-1", after={}),
    entry_row(7, "T1", "settings_changed", "settings"),
]
OLD_DEBTS = [line_row("T1", "H-1", 4), line_row("T2", "H-1", 2), line_row("T2", "H-1", 3), line_row("T1", "H-1", 7)]


def test_entries_of_before_there_were_seals_are_numbered_and_sealed_in_each_workspace(old: Database) -> None:
    migrate.upgrade(old.engine, AUDIT_KEY)
    with old.reading() as db:
        assert [audit.verify(db, workspace, AUDIT_KEY) for workspace in (HOME, AWAY)] == [
            Finding(workspace=HOME, sound=3),
            Finding(workspace=AWAY, sound=2),
        ]
        assert [entry.deed.action for entry, _ in audit.every(db, HOME, 99)] == [
            HoldAction.RESERVED,
            HoldAction.RELEASED,
            SettingsAction.SETTINGS_CHANGED,
        ]
        entry = audit.find(db, AWAY, 2)
    assert entry
    assert entry.deed == Deed(
        workspace=AWAY,
        at=MOMENT.replace(tzinfo=UTC) - timedelta(minutes=5),
        who=None,
        action=HoldAction.RAN_OUT,
        subject="H-1",
        channel=ChannelId("C1"),
        before={"size": 2},
        after={"note": "é"},
    )


def test_an_upgraded_record_goes_on_with_the_next_number(old: Database) -> None:
    migrate.upgrade(old.engine, AUDIT_KEY)
    with old.begin() as db:
        adding = audit.Addition(key=AUDIT_KEY, tip=workspaces.lock(db, HOME).tip)
        assert adding.add(Deed(workspace=HOME, at=START, who=None, action=HoldAction.RAN_OUT, subject="H-2")) == 4
        adding.write(db)
    with old.reading() as db:
        assert audit.verify(db, HOME, AUDIT_KEY) == Finding(workspace=HOME, sound=4)


def test_an_upgraded_record_is_only_added_to(old: Database) -> None:
    migrate.upgrade(old.engine, AUDIT_KEY)
    with pytest.raises(IntegrityError, match="the record is only added to"), old.begin() as db:
        db.execute(update(EntryRow).values(name="ada"))


def test_what_is_owed_about_an_entry_is_owed_about_the_same_entry(old: Database) -> None:
    migrate.upgrade(old.engine, AUDIT_KEY)
    with old.reading() as db:
        owed = db.execute(select(OutboxRow).order_by(OutboxRow.id)).all()
        told = [audit.find(db, WorkspaceId(debt.workspace), debt.detail["entry"]) for debt in owed]
    assert [debt.item for debt in owed] == ["2", "1", "2", "3"]
    assert [str(debt.detail["entry"]) for debt in owed] == [debt.item for debt in owed]
    assert [entry and entry.deed.action for entry in told] == [
        HoldAction.RELEASED,
        HoldAction.RESERVED,
        HoldAction.RAN_OUT,
        SettingsAction.SETTINGS_CHANGED,
    ]


def test_settings_are_kept_and_who_had_some_is_set_up(old: Database) -> None:
    migrate.upgrade(old.engine, AUDIT_KEY)
    with old.reading() as db:
        found = [workspaces.find(db, WorkspaceId(f"T{number}")) for number in range(1, 6)]
    assert found[0] == Workspace(
        id=HOME,
        licences=Licences(phone_system=60),
        locale="fr",
        hold_minutes=7,
        notices=ChannelId("C5"),
        set_up=True,
        greeted=True,
    )
    assert [workspace.set_up for workspace in found] == [True, True, False, True, True]
    assert {workspace.policy for workspace in found} == {Policy()}


def test_an_upgrade_can_be_taken_back_and_made_again(old: Database) -> None:
    migrate.upgrade(old.engine, AUDIT_KEY)
    with old.reading() as db:
        before = [[each for each, _ in audit.every(db, workspace, 99)] for workspace in (HOME, AWAY)]
    migrate.downgrade(old.engine, "0001")
    migrate.upgrade(old.engine, AUDIT_KEY)
    migrate.check(old.engine)
    with old.reading() as db:
        assert [[each for each, _ in audit.every(db, workspace, 99)] for workspace in (HOME, AWAY)] == before
        assert audit.verify(db, AWAY, AUDIT_KEY) == Finding(workspace=AWAY, sound=2)


def test_what_the_upgrade_brought_is_taken_back_with_it(database: Database) -> None:
    made = inspect(database.engine).get_table_names()
    migrate.downgrade(database.engine, "0001")
    try:
        left = set(inspect(database.engine).get_table_names())
        brought = {name for name in made if name.startswith(("port_", "number_digits", "carrier_"))}
        brought |= {
            "services",
            "assignments",
            "heartbeats",
            "batches",
            "batch_lines",
            "outages",
            "pool_places",
            "wanted",
        }
        assert {"requests", "approvals", "homes"} | brought == set(made) - left
    finally:
        migrate.upgrade(database.engine, AUDIT_KEY)
