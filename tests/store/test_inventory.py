"""The workspace's own numbers are listed by every filter, page by page, shown one by one, and taken away as a file."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from handlers.inventory import listing, report
from handlers.inventory.owing import InventoryOutbox
from handlers.inventory.requests import ExportNumbers, ListNumbers, Report
from handlers.kit import delivery
from handlers.kit.outgoing import Upload
from handlers.kit.refusals import RoleRefusal
from handlers.kit.reply import Reply
from handlers.kit.words import BadInput
from handlers.record.entries import RecordAction
from store import inventory
from store.inventory.types import EVERY, Filter, NumberUse
from store.numbers.types import Status
from store.types import E164, ChannelId, Criteria, Kind, Place
from store.workspaces.types import ADMINS, Licences, Roles
from tests.desk import ADA, AWAY, BEN, CHLOE, EVE, HOME, SEATTLE, START, TOLL_FREE, Desk, click
from tests.store.owing import claimed
from tests.store.serving import (
    PORTED,
    QUEUE,
    REST,
    after_rest,
    assign,
    exported,
    listed,
    own,
    owned,
    ported,
    release,
    sent,
    service,
    show_list,
)
from tests.store.statements import statements
from tests.table import table

LONDON, GB = Place(country="GB", city="London"), Place(country="GB")
OF_LONDON = Criteria(place=LONDON, kind=Kind.TOLL)


@pytest.fixture
def stocked(desk: Desk) -> dict[str, E164]:
    """One number that stands in each way there is, and some of another workspace."""
    free, first, second, third = (*own(desk, wanted=TOLL_FREE), *own(desk, 3))
    (british,) = own(desk, by=CHLOE, wanted=OF_LONDON)
    assign(desk, first, "Contoso")
    assign(desk, second, "Sales", QUEUE)
    release(desk, third)
    (here,) = ported(desk, E164("+442079460009"))
    coming, _ = sent(desk, *PORTED).numbers
    (theirs,) = own(desk, by=EVE)
    assign(desk, theirs, "Contoso", by=EVE)
    sent(desk, E164("+442079460005"), workspace=AWAY)
    return {
        "free": free,
        "of a bridge": first,
        "of a queue": second,
        "resting": third,
        "of London": british,
        "ported": here,
        "porting": coming,
        "porting too": PORTED[1],
    }


@table(
    ("wanted", "found"),
    [
        pytest.param(
            EVERY,
            ["free", "of a bridge", "of a queue", "resting", "of London", "ported", "porting", "porting too"],
            id="every",
        ),
        pytest.param(Filter(place=Place(country="US")), ["free", "of a bridge", "of a queue", "resting"], id="country"),
        pytest.param(Filter(place=SEATTLE), ["of a bridge", "of a queue", "resting"], id="city"),
        pytest.param(
            Filter(place=GB), ["of London", "ported", "porting", "porting too"], id="a country with ported numbers"
        ),
        pytest.param(Filter(place=LONDON), ["of London"], id="a city with ported numbers in its country"),
        pytest.param(Filter(kind=Kind.TOLL_FREE), ["free"], id="toll-free"),
        pytest.param(Filter(uses=(NumberUse.ACQUIRED,)), ["free", "of London", "ported"], id="acquired"),
        pytest.param(Filter(uses=(NumberUse.ASSIGNED,)), ["of a bridge", "of a queue"], id="assigned"),
        pytest.param(Filter(uses=(NumberUse.RESTING,)), ["resting"], id="resting"),
        pytest.param(Filter(uses=(NumberUse.PORTING,)), ["porting", "porting too"], id="porting"),
        pytest.param(
            Filter(uses=(NumberUse.RESTING, NumberUse.PORTING)),
            ["resting", "porting", "porting too"],
            id="resting or porting",
        ),
        pytest.param(Filter(containing="2079460"), ["ported", "porting", "porting too"], id="some figures"),
        pytest.param(Filter(containing="_"), [], id="figures that are none"),
        pytest.param(
            Filter(place=GB, kind=Kind.TOLL, uses=(NumberUse.ACQUIRED,), containing="0009"),
            ["ported"],
            id="all at once",
        ),
        pytest.param(Filter(place=Place(country="FR")), [], id="nothing there"),
    ],
)
def test_the_list_is_filtered(desk: Desk, stocked: dict[str, E164], wanted: Filter, found: list[str]) -> None:
    assert listed(desk, wanted) == sorted(stocked[name] for name in found)


@table(
    ("uses", "found"),
    [
        pytest.param((), ["of a bridge"], id="whatever the use"),
        pytest.param((NumberUse.ASSIGNED,), ["of a bridge"], id="assigned"),
        pytest.param((NumberUse.ACQUIRED,), [], id="acquired, and so of no service"),
        pytest.param((NumberUse.PORTING,), [], id="porting, and so of no service"),
        pytest.param((NumberUse.ASSIGNED, NumberUse.PORTING), ["of a bridge"], id="assigned or porting"),
    ],
)
def test_the_list_is_filtered_by_service(
    desk: Desk, stocked: dict[str, E164], uses: tuple[NumberUse, ...], found: list[str]
) -> None:
    wanted = Filter(services=(service(desk, "Contoso").id,), uses=uses)
    assert listed(desk, wanted) == [stocked[name] for name in found]


@table("use", NumberUse)
def test_each_use_that_can_be_asked_for_lists_numbers_that_stand_so(
    desk: Desk, stocked: dict[str, E164], use: NumberUse
) -> None:
    assert stocked
    with desk.database.reading() as db:
        found = inventory.page(db, HOME, Filter(uses=(use,)), desk.clock(), limit=99)
    assert {NumberUse.ASSIGNED.value if each.service else each.status.value for each in found} <= {use.value}


def test_a_number_is_shown_with_who_got_it_when_and_how(desk: Desk, stocked: dict[str, E164]) -> None:
    british, here = owned(desk, stocked["of London"]), owned(desk, stocked["ported"])
    assert british
    assert here
    assert (british.place, british.got_by, british.got_at, british.hold) == (LONDON, CHLOE.user, START, 3)
    assert (here.place, here.got_by, here.hold, here.port_order) == (GB, ADA.user, None, 1)
    resting = owned(desk, stocked["resting"])
    assert resting
    assert (resting.status, resting.available_at) == (Status.RESTING, START + REST)


def test_a_number_is_the_workspaces_own_no_longer_than_its_rest_lasts(desk: Desk, stocked: dict[str, E164]) -> None:
    number = stocked["resting"]
    assert owned(after_rest(desk, early=REST / 1_000_000), number)
    assert owned(after_rest(desk), number) is None
    assert number not in listed(after_rest(desk))


@table("name", ["free", "porting", "of a bridge"])
def test_another_workspace_sees_nothing_of_it(desk: Desk, stocked: dict[str, E164], name: str) -> None:
    assert owned(desk, stocked[name], AWAY) is None
    assert not set(stocked.values()) & set(listed(desk, workspace=AWAY))
    shown = str(listing.show(desk.tools, click(EVE), stocked[name]).blocks)
    assert not {word for word in ("UBEN", "UADA", "H-1", "PO-", "Contoso") if word in shown}


def test_a_list_is_turned_page_by_page(desk: Desk) -> None:
    desk.set(licences=Licences(phone_system=500))
    numbers = own(desk, 23)
    pages = [show_list(desk, ListNumbers(page=page)).text.splitlines() for page in (1, 2, 3)]
    shown = [line.split("`")[1] for lines in pages for line in lines]
    assert [len(lines) for lines in pages] == [10, 10, 3]
    assert shown == [f"+1 206-{number[5:8]}-{number[8:]}" for number in numbers]
    assert "There is no page 4" in show_list(desk, ListNumbers(page=4)).text


def test_all_are_read_some_at_a_time_and_none_is_left_out(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inventory, "_AT_A_TIME", 3)
    numbers = [*own(desk, 7), *sent(desk, *PORTED).numbers]
    with desk.database.reading() as db:
        found = [each.e164 for each in inventory.every(db, HOME, EVERY, desk.clock())]
    assert found == sorted(numbers)


def test_the_list_of_a_service_is_asked_by_its_name(desk: Desk, stocked: dict[str, E164]) -> None:
    assert stocked["of a queue"][-4:] in show_list(desk, ListNumbers(service="SALES")).text
    assert len(show_list(desk, ListNumbers(service="Contoso")).text.splitlines()) == 1
    with pytest.raises(BadInput) as bad:
        show_list(desk, ListNumbers(service="Nobody"))
    assert bad.value.key == "no-such-service"
    with pytest.raises(BadInput):
        _export(desk, service="Nobody")
    with pytest.raises(BadInput):
        show_list(desk, ListNumbers(service="Sales"), EVE)


@pytest.mark.parametrize(
    "look",
    [
        pytest.param(lambda desk: show_list(desk, ListNumbers()), id="list"),
        pytest.param(lambda desk: listing.show(desk.tools, click(BEN), PORTED[0]), id="a number"),
        pytest.param(lambda desk: _export(desk), id="export"),
        pytest.param(lambda desk: report.report(desk.tools, click(BEN), Report()), id="report"),
    ],
)
def test_only_those_who_may_search_look(desk: Desk, look: Callable[[Desk], Reply]) -> None:
    desk.set(roles=Roles(search=ADMINS))
    before = desk.everything()
    assert look(desk).refusal == RoleRefusal.MAY_NOT_SEARCH
    assert desk.everything() == before


def test_the_page_of_a_number_tells_its_whole_history(desk: Desk) -> None:
    (number,) = own(desk)
    assign(desk, number)
    said = "\n".join(str(block) for block in listing.show(desk.tools, click(BEN), number).blocks)
    assert [said.find(word) for word in ("assigned a number to Contoso", "acquired", "reserved")] == sorted(
        said.find(word) for word in ("assigned a number to Contoso", "acquired", "reserved")
    )
    assert "reserved" in said


def _export(desk: Desk, wanted: Filter = EVERY, service: str = "", key: str = "") -> Reply:
    return listing.export(desk.tools, click(BEN, key), ExportNumbers(wanted=wanted, service=service))


def test_an_export_is_recorded_and_owed_once_to_who_asked_for_it(desk: Desk, stocked: dict[str, E164]) -> None:
    assert stocked
    assert _export(desk, Filter(kind=Kind.TOLL), "Sales", "1") == _export(desk, Filter(kind=Kind.TOLL), "Sales", "1")
    (entry,) = desk.entries("numbers")
    assert (entry.deed.action, entry.deed.who) == (RecordAction.EXPORTED, BEN.user)
    debt = claimed(desk)
    while debt.owing.kind != InventoryOutbox.EXPORT:
        debt = claimed(desk)
    assert debt.owing.channel == ChannelId(BEN.user)
    upload = delivery.render(desk.tools, debt)
    assert isinstance(upload, Upload)
    assert upload.name == f"numberdesk-numbers-20260302-{entry.number}.csv"
    assert listing.filter_of(dict(debt.owing.detail["numbers"])) == Filter(
        kind=Kind.TOLL, services=(service(desk, "Sales").id,)
    )


@pytest.mark.parametrize(
    "wanted",
    [
        EVERY,
        Filter(place=SEATTLE, kind=Kind.TOLL, uses=(NumberUse.RESTING, NumberUse.ASSIGNED), containing="0100"),
        Filter(place=GB),
    ],
    ids=["every", "all said", "a country"],
)
def test_the_filter_of_an_export_is_read_as_it_was_kept(desk: Desk, wanted: Filter) -> None:
    _export(desk, wanted)
    (debt,) = [claimed(desk)]
    assert listing.filter_of(dict(debt.owing.detail["numbers"])) == wanted


def test_an_export_says_all_of_each_number(desk: Desk, stocked: dict[str, E164]) -> None:
    rows = {row["number"]: row for row in exported(desk)}
    assert list(rows) == sorted(stocked.values())
    bridge = rows[stocked["of a bridge"]]
    assert bridge == {
        "number": stocked["of a bridge"],
        "country": "US",
        "region": "Washington",
        "city": "Seattle",
        "kind": "toll",
        "status": "assigned",
        "service_kind": "bridge",
        "service": "Contoso",
        "default": "yes",
        "acquired_by": BEN.user,
        "acquired_at": START.isoformat(),
        "hold": "H-2",
        "port_order": "",
        "rests_until": "",
    }
    assert rows[stocked["resting"]]["rests_until"] == (START + REST).isoformat()
    assert (rows[stocked["ported"]]["port_order"], rows[stocked["ported"]]["hold"]) == ("PO-1", "")
    assert (rows[stocked["porting"]]["status"], rows[stocked["porting"]]["country"]) == ("porting", "GB")
    assert [row["number"] for row in exported(desk, Filter(uses=(NumberUse.RESTING,)))] == [stocked["resting"]]
    assert stocked["of London"] not in {row["number"] for row in exported(desk, workspace=AWAY)}


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@sum", '=HYPERLINK("x")'])
def test_what_a_spreadsheet_would_run_is_told_to_be_text(desk: Desk, name: str) -> None:
    (number,) = own(desk)
    assign(desk, number, name)
    (row,) = exported(desk)
    assert (row["number"], row["service"]) == (number, f"'{name}")


def test_three_thousand_numbers_are_exported_with_few_statements(desk: Desk) -> None:
    desk.set(licences=Licences(phone_system=50_000))
    numbers = [*own(desk, 1_500), *own(desk, 1_500, wanted=replace(TOLL_FREE, place=SEATTLE))]
    with statements(desk.database) as executed:
        rows = exported(desk)
    assert [row["number"] for row in rows] == sorted(numbers)
    assert len(executed) <= 5
