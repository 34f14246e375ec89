"""What is there outlives an upgrade, and its taking back, as far as the older tables can have it."""

from dataclasses import replace
from typing import Any

from sqlalchemy import MetaData, Table, select

from handlers.approvals.entries import ApprovalAction
from handlers.holds.entries import HoldAction
from store import migrate, services, workspaces
from store.numbers.ease import ease
from store.numbers.table import NumberRow
from store.services.table import AssignmentRow
from store.services.types import ServiceKind
from store.session import Database, connect
from store.workspaces.types import Policy
from tests.databases import Databases
from tests.desk import AUDIT_KEY, BEN, CHLOE, HOME, START, fill, open_desk
from tests.orders import NUMBERS, complete, owed, refuse, sent, stock
from tests.store.test_migrations import line_row, put_old


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
            put_old(db, "outbox", line_row("T1", subject, 1) | {"kind": kind, "item": item, "detail": {}})
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
            put_old(
                db, "services", {"workspace": HOME, "id": id_, "kind": kind, "name": name, "folded": name.casefold()}
            )
            for at in of:
                row = {"e164": made[int(at)], "workspace": HOME, "service": id_, "is_default": at == of[0]}
                put_old(db, "assignments", row)
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


def test_services_that_look_alike_in_letters_of_other_scripts_stay_and_the_first_is_meant(
    engine_name: str, databases: Databases
) -> None:
    desk = open_desk(connect(databases.new(engine_name)))
    migrate.downgrade(desk.database.engine, "0023")
    cyrillic = "\u0421\u043entoso"
    with desk.database.begin() as db:
        for id_, kind, name in ((1, "bridge", "Contoso"), (2, "bridge", cyrillic), (3, "queue", cyrillic)):
            put_old(
                db, "services", {"workspace": HOME, "id": id_, "kind": kind, "name": name, "folded": name.casefold()}
            )
    migrate.upgrade(desk.database.engine, AUDIT_KEY)
    with desk.database.reading() as db:
        assert {each.id: each.name for each in services.page(db, HOME, limit=9)} == {
            1: "Contoso",
            2: cyrillic,
            3: cyrillic,
        }
        assert [each.id for each in services.named(db, HOME, cyrillic, ServiceKind.BRIDGE)] == [1]
        assert [each.id for each in services.named(db, HOME, "Contoso", ServiceKind.QUEUE)] == [3]
    desk.database.close()
