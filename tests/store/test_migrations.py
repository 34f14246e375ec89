"""The migrations make exactly the tables that the code describes, on both engines."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import CheckConstraint, MetaData, Table, insert, inspect, select, update
from sqlalchemy.exc import IntegrityError

from handlers.approvals.entries import ApprovalAction
from handlers.holds.entries import HoldAction
from handlers.settings.entries import SettingsAction
from store import audit, migrate, services, workspaces
from store.audit.table import EntryRow
from store.audit.types import Deed, Finding
from store.numbers.ease import ease
from store.numbers.table import NumberRow
from store.outbox.table import OutboxRow
from store.schema import Base
from store.services.table import AssignmentRow
from store.services.types import ServiceKind
from store.session import Database, Db, connect
from store.types import ChannelId, WorkspaceId
from store.workspaces.types import Licences, Policy, Workspace
from tests.databases import Databases
from tests.desk import AUDIT_KEY, AWAY, BEN, CHLOE, HOME, START, fill, open_desk
from tests.orders import NUMBERS, complete, owed, refuse, sent, stock
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
            _put(db, "workspaces", workspace)
        for entry in OLD_ENTRIES:
            _put(db, "entries", entry)
        for debt in OLD_DEBTS:
            _put(db, "outbox", debt)
    yield made
    made.close()


def _put(db: Db, table: str, row: dict[str, Any]) -> None:
    described = Table(table, MetaData(), autoload_with=db)
    db.execute(insert(described).values(row))


def _workspace(id_: str, **changes: Any) -> dict[str, Any]:
    plain = {"enterprise_e5": 0, "phone_system": 0, "audio_conferencing": 0, "credits_set_up": False}
    return {"id": id_, **plain, "credits_auto_recharge": False, "locale": "en", "hold_minutes": 10, **changes}


def _entry(id_: int, workspace: str, action: str, subject: str, **changes: Any) -> dict[str, Any]:
    said = {"channel": "C1", "before": {"size": 2}, "after": {"note": "é"}, "who": "UBEN"}
    return {"id": id_, "workspace": workspace, "at": MOMENT, "action": action, "subject": subject, **said, **changes}


def _line(workspace: str, subject: str, entry: int) -> dict[str, Any]:
    what = {"workspace": workspace, "kind": "line", "subject": subject, "item": str(entry)}
    when = {"version": 1, "owed_at": MOMENT, "due_at": MOMENT, "tries": 0}
    return {**what, **when, "detail": {"hold": 1, "entry": entry}, "channel": "C1", "lane": "posts C1"}


MOMENT = datetime(2026, 3, 2, 9, 0, 0, 123456)  # noqa: DTZ001 (as the old tables are read)
OLD_WORKSPACES = [
    _workspace("T1", phone_system=60, locale="fr", hold_minutes=7, notices="C5"),
    _workspace("T2", enterprise_e5=1),
    _workspace("T3"),
    _workspace("T4", audio_conferencing=1),
    _workspace("T5", notices="C5"),
]
OLD_ENTRIES = [
    _entry(1, "T1", "reserved", "H-1"),
    _entry(2, "T2", "reserved", "H-1", channel=None),
    _entry(3, "T2", "ran_out", "H-1", who=None, at=MOMENT - timedelta(minutes=5)),
    _entry(4, "T1", "released", "H-1", after={}),
    _entry(7, "T1", "settings_changed", "settings"),
]
OLD_DEBTS = [_line("T1", "H-1", 4), _line("T2", "H-1", 2), _line("T2", "H-1", 3), _line("T1", "H-1", 7)]


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
        brought |= {"services", "assignments", "heartbeats", "batches", "batch_lines", "outages", "pool_places"}
        assert {"requests", "approvals", "homes"} | brought == set(made) - left
    finally:
        migrate.upgrade(database.engine, AUDIT_KEY)


def test_a_desk_that_was_used_can_be_taken_back(engine_name: str, databases: Databases) -> None:
    desk = open_desk(connect(databases.new(engine_name)))
    desk.set(policy=Policy(approvals=2))
    fill(desk.database, 2)
    hold = desk.hold(BEN, 2)
    desk.approve(CHLOE, desk.asks(BEN, hold))
    migrate.downgrade(desk.database.engine, "0001")
    migrate.upgrade(desk.database.engine, AUDIT_KEY)
    assert desk.fresh(hold) == replace(hold, version=3)
    assert [entry.deed.action for entry in desk.entries(hold.name)] == [
        HoldAction.RESERVED,
        ApprovalAction.ASKED,
        ApprovalAction.APPROVED,
    ]
    assert desk.verify().flaw is None
    desk.database.close()


def test_numbers_outlive_the_upgrade_to_port_orders_and_its_taking_back(engine_name: str, databases: Databases) -> None:
    desk = open_desk(connect(databases.new(engine_name)))
    fill(desk.database, 3)
    desk.acquire(BEN, desk.hold(BEN, 1))
    desk.hold(BEN, 1)
    before, points = _numbers(desk.database), _points(desk.database)
    assert {row["status"] for row in before} == {"free", "held", "acquired"}
    migrate.downgrade(desk.database.engine, "0002")
    assert _numbers(desk.database) == before
    migrate.upgrade(desk.database.engine, AUDIT_KEY)
    migrate.check(desk.database.engine)
    assert _numbers(desk.database) == before
    assert _points(desk.database) == points == {row["e164"]: ease(row["e164"]) for row in before}
    desk.database.close()


_LATER = {"port_order", "ease", "kept_for", "note", "imported_as", "got_by", "got_at"}


def _numbers(database: Database) -> list[dict[str, Any]]:
    """All numbers, as far as they say the same before there were port orders, and points, and after."""
    with database.reading() as db:
        described = Table("numbers", MetaData(), autoload_with=db)
        rows = db.execute(select(described).order_by(described.c.e164)).mappings()
        return [{name: value for name, value in row.items() if name not in _LATER} for row in rows]


def _points(database: Database) -> dict[str, int]:
    with database.reading() as db:
        return {row.e164: row.ease for row in db.execute(select(NumberRow.e164, NumberRow.ease))}


def test_what_port_orders_brought_goes_and_the_pool_stays(engine_name: str, databases: Databases) -> None:
    """What an order brought has no place in the old tables; a pool must not become smaller."""
    desk = open_desk(connect(databases.new(engine_name)))
    first, second, third = NUMBERS
    complete(desk, sent(desk, these=[first, second]))
    desk.clock.now = START
    stock(desk, [third])
    migrate.downgrade(desk.database.engine, "0002")
    rows = _numbers(desk.database)
    assert {row["e164"]: (row["status"], row["hold"]) for row in rows} == {third: ("free", None)}
    migrate.upgrade(desk.database.engine, AUDIT_KEY)
    migrate.check(desk.database.engine)
    assert desk.verify().flaw is None
    desk.database.close()


def test_what_was_owed_about_port_orders_is_owed_no_more_once_there_are_none(
    engine_name: str, databases: Databases
) -> None:
    desk = open_desk(connect(databases.new(engine_name)))
    order = refuse(desk, sent(desk))
    fill(desk.database, 1)
    desk.hold(BEN, 1)
    assert {subject for subject, _, _ in owed(desk).values()} > {"H-1", order.name}
    migrate.downgrade(desk.database.engine, "0002")
    assert {subject for subject, _, _ in owed(desk).values()} == {"H-1"}
    desk.database.close()


OWED_AS_BEFORE = [
    ("fetch", "B-7 UBEN", "F1", "batch_fetch"),
    ("fetch", "PO-7 UBEN", "F1", "fetch"),
    ("export", "export UADA", "numberdesk-numbers-20260302-090000.csv", "export_numbers"),
    ("export", "export UBEN", "numberdesk-log-20260302-090000.csv", "export"),
    ("card", "B-7", "", "card"),
]


def test_what_was_owed_is_owed_to_the_room_that_knows_of_it(engine_name: str, databases: Databases) -> None:
    desk = open_desk(connect(databases.new(engine_name)))
    migrate.downgrade(desk.database.engine, "0005")
    with desk.database.begin() as db:
        for kind, subject, item, _ in OWED_AS_BEFORE:
            _put(db, "outbox", _line("T1", subject, 1) | {"kind": kind, "item": item, "detail": {}})
    migrate.upgrade(desk.database.engine, AUDIT_KEY)
    assert _kinds(desk.database) == [kind for *_, kind in OWED_AS_BEFORE]
    migrate.downgrade(desk.database.engine, "0005")
    assert _kinds(desk.database) == [kind for kind, *_ in OWED_AS_BEFORE]
    migrate.upgrade(desk.database.engine, AUDIT_KEY)
    desk.database.close()


def _kinds(database: Database) -> list[str]:
    with database.reading() as db:
        described = Table("outbox", MetaData(), autoload_with=db)
        return list(db.scalars(select(described.c.kind).order_by(described.c.id)))


def test_settings_outlive_the_upgrade_to_those_without_a_column(engine_name: str, databases: Databases) -> None:
    desk = open_desk(connect(databases.new(engine_name)))
    desk.set(hold_minutes=20, locale="fr", extra={"warn_minutes": 4})
    with desk.database.reading() as db:
        before = workspaces.find(db, HOME)
    migrate.downgrade(desk.database.engine, "0005")
    migrate.upgrade(desk.database.engine, AUDIT_KEY)
    migrate.check(desk.database.engine)
    with desk.database.reading() as db:
        assert workspaces.find(db, HOME) == replace(before, extra={})
    desk.database.close()


ALIKE = {  # services of before: their numbers, the default of each first
    1: ("bridge", "Contoso", ["0", "1"]),
    2: ("bridge", "Contoso\u200b", ["2", "3"]),
    3: ("bridge", "\u202eContoso", []),
    4: ("queue", "Contoso\u200b", ["4"]),
    5: ("bridge", "\u200b", ["5"]),
    6: ("bridge", "L\u2019Or\u00e9al", []),
    7: ("bridge", "L'Oreal", ["6"]),
}


def test_services_whose_names_look_alike_become_the_oldest_with_one_default(
    engine_name: str, databases: Databases
) -> None:
    desk = open_desk(connect(databases.new(engine_name)))
    made = fill(desk.database, 7)
    migrate.downgrade(desk.database.engine, "0014")
    with desk.database.begin() as db:
        for id_, (kind, name, of) in ALIKE.items():
            _put(db, "services", {"workspace": HOME, "id": id_, "kind": kind, "name": name, "folded": name.casefold()})
            for at in of:
                row = {"e164": made[int(at)], "workspace": HOME, "service": id_, "is_default": at == of[0]}
                _put(db, "assignments", row)
    migrate.upgrade(desk.database.engine, AUDIT_KEY)
    with desk.database.reading() as db:
        every = services.page(db, HOME, limit=99)
        there = {row.e164: (row.service, row.is_default) for row in db.execute(select(AssignmentRow).order_by("e164"))}
        assert {each.id: each.name for each in every} == {
            1: "Contoso",
            4: "Contoso",
            5: "U+200B",
            6: "L\u2019Or\u00e9al",
        }
        assert [each.id for each in services.named(db, HOME, "contoso\u200b", ServiceKind.BRIDGE)] == [1]
    assert [there[e164] for e164 in made] == [
        (1, True),
        (1, False),
        (1, False),
        (1, False),
        (4, True),
        (5, True),
        (6, True),
    ]
    desk.database.close()
