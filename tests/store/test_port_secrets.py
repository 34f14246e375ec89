"""Account number and PIN of a port order are kept encrypted, shown to who may see them, and go once it has ended."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import JSON, column, table, update

from handlers.kit.member import Member
from handlers.kit.reply import DONE
from handlers.ports import clock, wizard
from handlers.ports.entries import PortAction
from handlers.ports.settings import SECRET_DAYS
from handlers.ports.step_payloads import Written
from handlers.ports.views.step_view import Step
from handlers.record import log
from store import migrate
from store.ports import secrets
from store.ports.types import SECRETS, Field, OrderId, PortOrder
from store.session import connect
from store.vault import WrongKey
from store.workspaces.types import Roles, Who
from tests.databases import Databases
from tests.desk import ADA, AUDIT_KEY, BEN, CHLOE, HOME, START, Desk, click, open_desk
from tests.orders import BRITISH_NUMBER, NUMBERS, cancel, complete, draft, fresh, ready, send, sent, step
from tests.store.sealing import DEED

NUMBER, CODE = "7731-ACCOUNT", "9021-PIN"
SAID: dict[str, str] = {Field.ACCOUNT: NUMBER, Field.PIN: CODE}
FIELDS = {Field.CARRIER: "Old Telco", Field.BTN: "+12065550199", **SAID}


def plain(desk: Desk, order: PortOrder) -> dict[str, str]:
    return secrets.opened(desk.tools.vault, fresh(desk, order))


def seen(desk: Desk, order: PortOrder, by: Member) -> str:
    """The step in which they are written, as it opens for a member."""
    return repr(step(desk, Step.NUMBERS, order, by, typed="\n".join(NUMBERS)).view)


def test_they_stand_nowhere_in_the_database_that_could_be_read(desk: Desk) -> None:
    order = ready(desk, fields=SAID)
    back = wizard.back(desk.tools, click(BEN), Written(step=Step.ADDRESS, order=order.id))
    assert NUMBER in repr(back.view), "for who wrote it"
    assert send(desk, order) == DONE
    for told in (NUMBER, CODE):
        assert told not in repr(desk.everything())
    assert plain(desk, order) == SAID


def test_the_same_step_sent_twice_is_answered_the_same_though_its_answer_is_encrypted(desk: Desk) -> None:
    order = draft(desk, fields=SAID)
    one, other = [step(desk, Step.NUMBERS, order, key="one click", typed="\n".join(NUMBERS)) for _ in range(2)]
    assert one == other
    assert CODE in repr(one.view)


@pytest.mark.parametrize(
    ("by", "roles", "may"),
    [
        pytest.param(BEN, Roles(), True, id="who wrote it"),
        pytest.param(ADA, Roles(), True, id="an admin"),
        pytest.param(CHLOE, Roles(), False, id="who may port"),
        pytest.param(CHLOE, Roles(letters=Who()), True, id="who may fetch letters"),
    ],
)
def test_they_are_shown_to_who_wrote_them_and_to_who_may_fetch_letters(
    desk: Desk, by: Member, roles: Roles, may: bool
) -> None:
    order = draft(desk, fields=SAID)
    desk.set(roles=roles)
    shown = seen(desk, order, by)
    assert (NUMBER in shown, CODE in shown) == (may, may)
    assert (secrets.MASK in shown) is not may


def test_who_may_not_see_them_leaves_them_as_they_are_or_writes_others(desk: Desk) -> None:
    order = ready(desk, fields=SAID)
    hidden = dict.fromkeys(SECRETS, secrets.MASK)
    step(desk, Step.ACCOUNT, order, CHLOE, fields={**FIELDS, **hidden})
    assert plain(desk, order) == SAID
    assert fresh(desk, order) == order, "nothing was changed, so the letter is still the order's"
    step(desk, Step.ACCOUNT, order, CHLOE, fields={**FIELDS, **hidden, Field.PIN: "4"})
    assert plain(desk, order) == {**SAID, Field.PIN: "4"}
    assert "the letter" in send(desk, order).text
    step(desk, Step.ACCOUNT, order, CHLOE, fields={**FIELDS, **hidden, Field.PIN: ""})
    assert plain(desk, order) == {Field.ACCOUNT: NUMBER}


def test_of_an_order_that_is_split_each_part_has_its_own(desk: Desk) -> None:
    order = draft(desk, these=[*NUMBERS, BRITISH_NUMBER], fields=SAID)
    other = fresh(desk, replace(order, id=OrderId(2)))
    assert plain(desk, other) == SAID
    assert other.says(Field.PIN) != fresh(desk, order).says(Field.PIN)


ENDS = [pytest.param(complete, id="completed"), pytest.param(cancel, id="cancelled")]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("days", [None, 3])
def test_some_days_after_the_order_ended_they_are_gone(
    desk: Desk, end: Callable[[Desk, PortOrder], object], days: int | None
) -> None:
    if days is not None:
        desk.set(extra={SECRET_DAYS.name: days})
    order = sent(desk, fields=SAID)
    desk.clock.advance(timedelta(days=99))
    assert clock.forget(desk.tools) == 0, "it is open"
    desk.clock.now = START
    end(desk, order)
    desk.clock.advance(timedelta(days=days or 30, seconds=-1))
    assert clock.forget(desk.tools) == 0
    desk.clock.advance(timedelta(seconds=1))
    assert [clock.forget(desk.tools) for _ in range(2)] == [1, 0]
    gone = fresh(desk, order)
    assert (gone.sealed, gone.says(Field.ACCOUNT), gone.says(Field.PIN)) == (None, "", "")
    assert secrets.MASK not in repr(desk.everything()["port_letters"])
    assert desk.entries(order.name)[-1].deed.action == PortAction.PORT_SECRETS_GONE


def test_they_open_with_no_other_order(desk: Desk) -> None:
    order = draft(desk, fields=SAID)
    with pytest.raises(WrongKey):
        secrets.opened(desk.tools.vault, replace(order, id=OrderId(9)))


def test_an_entry_of_long_ago_that_has_them_does_not_show_them(desk: Desk) -> None:
    told = {"account": NUMBER, "pin": CODE, "carrier": "Old Telco"}
    deed = replace(DEED, subject="PO-1", action=PortAction.PORT_EDITED, before={}, after=told)
    (number,) = desk.record(deed)
    file = io.StringIO()
    log.write(desk.tools, HOME, number, file)
    assert "Old Telco" in file.getvalue()
    assert NUMBER not in file.getvalue()
    assert CODE not in file.getvalue()


def test_what_was_kept_in_clear_is_encrypted_by_the_upgrade(engine_name: str, databases: Databases) -> None:
    desk = open_desk(connect(databases.new(engine_name)))
    order = ready(desk, fields=SAID)
    engine = desk.database.engine
    migrate.downgrade(engine, "0012")
    with engine.begin() as db:  # as the version before had it
        for name in ("port_orders", "port_letters"):
            rows = table(name, column("fields", JSON()))
            fields = {**fresh_fields(order), **SAID} | ({"scope": "partial"} if name == "port_letters" else {})
            db.execute(update(rows).values(fields=fields))
    with pytest.raises(ValueError, match="the key is needed"):
        migrate.upgrade(engine, b"")
    migrate.upgrade(engine, AUDIT_KEY)
    migrate.check(engine)
    assert NUMBER not in repr(desk.everything())
    assert plain(desk, order) == SAID
    desk.database.close()


def fresh_fields(order: PortOrder) -> dict[str, Any]:
    return {name: said for name, said in order.fields.items() if name not in SECRETS}
