"""What cannot be had now is asked for, seen to, and told of once when the pool has as many, whichever way they came."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from handlers import desk as door
from handlers.kit.cards import CardOutbox
from handlers.kit.member import Member
from handlers.kit.reply import Reply
from handlers.wanted import watch
from handlers.wanted.entries import WantedAction
from handlers.wanted.owing import WantedOutbox
from store import numbers, wanted
from store.holds.types import HoldId
from store.numbers import stock
from store.numbers.table import NumberRow
from store.numbers.types import PoolNumber, Status
from store.outbox.table import OutboxRow
from store.types import E164, Criteria, Digits, Kind, Place, WorkspaceId
from store.wanted.types import Stage, WantedId, WantedNumbers
from tests.desk import ADA, AWAY, BEN, CHLOE, EVE, HOLD_LASTS, HOME, Desk, click, fill
from tests.store.statements import statements, without_index

GENEVA = Place(country="CH", city="Geneva")


def types(desk: Desk, by: Member, text: str) -> Reply:
    return door.type_command(desk.tools, click(by), text)


def presses(desk: Desk, by: Member, action: str, number: int, **fields: str) -> Reply:
    if fields:
        stated: Any = {name: {name: {"value": value}} for name, value in fields.items()}
        return door.submit(desk.tools, click(by), action, f'{{"wanted":{number}}}', stated)
    return door.press(desk.tools, click(by), action, {"wanted": number}, {})


def comes_in(desk: Desk, count: int, place: Place = GENEVA, kept_for: WorkspaceId | None = None) -> None:
    with desk.database.begin() as db:
        made = [
            PoolNumber(e164=E164(f"+4122555{at:04}"), place=place, kind=Kind.TOLL, kept_for=kept_for)
            for at in range(count)
        ]
        stock.put(db, made, desk.clock.now)


def stands(desk: Desk, number: int = 1) -> WantedNumbers:
    with desk.database.reading() as db:
        found = wanted.find(db, HOME, WantedId(number))
    assert found
    return found


def owed(desk: Desk, kind: str) -> list[str]:
    """The names of what is owed so."""
    with desk.database.reading() as db:
        return list(db.scalars(select(OutboxRow.subject).where(OutboxRow.kind == kind).order_by(OutboxRow.id)))


def told(desk: Desk) -> list[str]:
    """The names of the requests of which who asked is to be told."""
    return owed(desk, WantedOutbox.NEWS)


def test_what_is_asked_for_is_there_only_as_it_is_to_look(desk: Desk) -> None:
    assert "R-1" in types(desk, BEN, "request 2 Genf ends:7").text
    assert "R-2" in types(desk, BEN, "request Genf consecutive:4").text, "the same place, but to look otherwise"
    assert "R-1" in types(desk, BEN, "request 1 Genf ends:7").text, "the same"
    comes_in(desk, 3)
    watch.look(desk.tools)
    assert told(desk) == []
    comes_in(desk, 18)
    watch.look(desk.tools)
    assert told(desk) == ["R-1", "R-2"]
    presses(desk, BEN, "reserve_wanted", 1)
    with desk.database.reading() as db:
        held = db.scalars(select(NumberRow.e164).where(NumberRow.status == Status.HELD)).all()
    assert sorted(held) == ["+41225550007", "+41225550017"]


def test_those_that_come_first_are_held_once_what_was_asked_for_is_there(desk: Desk) -> None:
    assert "R-1" in types(desk, BEN, "request 2 Genf near:+41225550009").text
    assert "R-2" in types(desk, BEN, "request 1 Genf easy").text, "the same place, but others come first"
    assert "R-1" in types(desk, BEN, "request 3 Genf near:+41225550009").text, "the same"
    comes_in(desk, 15)
    watch.look(desk.tools)
    assert told(desk) == ["R-1", "R-2"]
    presses(desk, BEN, "reserve_wanted", 1)
    presses(desk, BEN, "reserve_wanted", 2)
    held = [sorted(desk.took(each)) for each in (desk.found(HOME, HoldId(1)), desk.found(HOME, HoldId(2)))]
    assert held == [["+41225550008", "+41225550009"], ["+41225550000"]]


def test_what_is_near_a_number_of_ours_is_asked_for_and_held_in_its_place(desk: Desk) -> None:
    comes_in(desk, 1)
    assert "*R-1*" in types(desk, BEN, "request 2 near:+41225550000").text
    near = Criteria(place=GENEVA, kind=Kind.TOLL, digits=Digits(near=E164("+41225550000")))
    assert stands(desk).wanted == near
    types(desk, BEN, "reserve 1 near:+41225550000")
    assert desk.found(HOME, HoldId(1)).wanted == near


def test_what_is_near_is_of_the_same_country(desk: Desk) -> None:
    fill(desk.database, 5)
    assert "*R-1*" in types(desk, BEN, "request 1 near:+41225550000").text
    assert "+1 206" not in types(desk, BEN, "search near:+41225550000").text
    comes_in(desk, 1)
    assert watch.look(desk.tools) == 1


@pytest.fixture
def asked(desk: Desk) -> Desk:
    """A desk where BEN has asked for two numbers of Geneva."""
    assert "*R-1*" in types(desk, BEN, "request 2 Genf").text
    return desk


def test_a_request_is_written_down_with_its_card(asked: Desk) -> None:
    request = stands(asked)
    assert (request.asked_by, request.quantity, request.wanted.place, request.stage) == (
        BEN.user,
        2,
        GENEVA,
        Stage.OPEN,
    )
    assert [entry.deed.action for entry in asked.entries("R-1")] == [WantedAction.ASKED]
    assert owed(asked, CardOutbox.CARD) == ["R-1"]


def test_what_can_be_had_need_not_be_asked_for_nor_twice(asked: Desk) -> None:
    fill(asked.database, 2)
    assert "need ask" in types(asked, BEN, "request 2 Seattle").text
    assert "already: *R-1*" in types(asked, BEN, "request 5 Geneva CH").text
    assert "*R-2*" in types(asked, CHLOE, "request 5 Geneva CH").text


def test_as_many_as_were_asked_for_are_told_of_once(asked: Desk) -> None:
    comes_in(asked, 1)
    assert watch.look(asked.tools) == 0
    comes_in(asked, 2)
    assert (watch.look(asked.tools), stands(asked).stage, told(asked)) == (1, Stage.IN_STOCK, ["R-1"])
    comes_in(asked, 4)
    asked.clock.advance(timedelta(days=1))
    assert watch.look(asked.tools) == 0
    assert "You hold *2 toll numbers*" in presses(asked, BEN, "reserve_wanted", 1).text


def test_what_another_workspace_keeps_is_not_told_of(asked: Desk) -> None:
    comes_in(asked, 2, kept_for=AWAY)
    assert (watch.look(asked.tools), told(asked)) == (0, [])


@pytest.mark.parametrize("how", ["released", "ran out"])
def test_numbers_that_go_back_are_told_of(desk: Desk, how: str) -> None:
    fill(desk.database, 3)
    hold = desk.hold(BEN, 3)
    assert "*R-1*" in types(desk, CHLOE, "request 3 Seattle").text
    assert watch.look(desk.tools) == 0
    if how == "released":
        types(desk, BEN, f"release {hold.name}")
    else:
        desk.clock.advance(HOLD_LASTS)
    assert (watch.look(desk.tools), told(desk)) == (1, ["R-1"])


def test_an_admin_takes_a_request_and_another_comes_too_late(asked: Desk) -> None:
    assert presses(asked, CHLOE, "take_wanted", 1).refusal == "refused-wanted-admins-only"
    presses(asked, ADA, "take_wanted", 1)
    assert (stands(asked).stage, stands(asked).seen_to_by) == (Stage.TAKEN, ADA.user)
    assert presses(asked, ADA, "take_wanted", 1).refusal == "refused-wanted-taken"
    comes_in(asked, 2)
    assert watch.look(asked.tools) == 1
    assert presses(asked, ADA, "decline_wanted", 1, wanted_reason="late").refusal == "refused-wanted-over"


def test_a_request_is_declined_with_a_reason_that_who_asked_is_told(asked: Desk) -> None:
    assert presses(asked, CHLOE, "decline_wanted", 1, wanted_reason="no").refusal == "refused-wanted-admins-only"
    presses(asked, ADA, "decline_wanted", 1, wanted_reason="too dear")
    assert (stands(asked).stage, stands(asked).reason, told(asked)) == (Stage.DECLINED, "too dear", ["R-1"])
    assert asked.verify().flaw is None


def test_only_who_asked_withdraws_and_may_then_ask_again(asked: Desk) -> None:
    assert presses(asked, ADA, "withdraw_wanted", 1).refusal == "refused-wanted-not-the-asker"
    assert "R-1 is withdrawn" in presses(asked, BEN, "withdraw_wanted", 1).text
    assert presses(asked, BEN, "withdraw_wanted", 1).refusal == "refused-wanted-over"
    assert "*R-2*" in types(asked, BEN, "request 2 Geneva CH").text
    assert "R-2" in types(asked, CHLOE, "requests").text


def test_another_workspace_sees_and_touches_none_of_it(asked: Desk) -> None:
    assert "R-1" not in types(asked, EVE, "requests").text
    with pytest.raises(Exception, match="stale-button"):
        presses(asked, EVE, "withdraw_wanted", 1)


def test_the_database_itself_refuses_what_makes_no_sense(asked: Desk) -> None:
    request = stands(asked)
    for stage, reason in ((Stage.DECLINED, ""), (Stage.WITHDRAWN, "why")):
        with pytest.raises(IntegrityError), asked.database.begin() as db:
            wanted.close(db, request, stage, at=request.asked_at, by=BEN.user, reason=reason)


def test_an_import_looks_for_who_asks_once_by_an_index(asked: Desk) -> None:
    with statements(asked.database) as executed:
        comes_in(asked, 500)
    [looked] = [each for each in executed if "UPDATE wanted" in each.sql]
    with asked.database.reading() as db:
        db.exec_driver_sql("SELECT 1")
    with asked.database.begin() as db:
        if db.dialect.name == "postgresql":
            db.exec_driver_sql("SET LOCAL enable_seqscan = off")
        assert without_index(looked.plan(db), ["wanted"]) == []
    with asked.database.reading() as db:
        assert numbers.find(db, E164("+41225550001"))
