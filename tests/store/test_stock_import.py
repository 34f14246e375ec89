"""Files of stock come in line by line, whole or cut off, once; what goes out as a file comes in again unchanged."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.inventory import listing
from handlers.kit.table_stream import open_table
from handlers.stock import (
    IN_SERVICE_COLUMNS,
    OPERATOR,
    POOL_COLUMNS,
    Job,
    LineFault,
    RefusedLine,
    Tally,
    bring_in,
    take_out,
    write,
)
from handlers.stock.entries import StockAction
from store import inventory
from store.inventory.types import EVERY
from store.services.types import ServiceKind
from store.types import E164, Criteria, Kind, Place, WorkspaceId
from tests.desk import ADA, AWAY, BEN, HOME, SEATTLE, TOLL, Desk, open_desk
from tests.store.emptying import empty
from tests.table import table

_HEADINGS = "number,country,region,city,kind,note,workspace\n"
_OF_SERVICE = (
    "number,country,region,city,kind,status,service_kind,service,default,acquired_by,acquired_at,hold,port_order\n"
)


def came(
    desk: Desk, text: str, *, in_service: bool = False, dry: bool = False, here: WorkspaceId | None = None
) -> tuple[int, list[RefusedLine]]:
    """How many numbers came in from a file, and the lines that were not taken, which are told in order."""
    refused: list[RefusedLine] = []
    tally = Tally(on_refused=refused.append)
    job = Job(tools=desk.tools, by=ADA, source="a.csv", here=here, owner=HOME, in_service=in_service, dry=dry)
    table = open_table(io.BytesIO(text.encode()), "US", IN_SERVICE_COLUMNS if in_service else POOL_COLUMNS)
    assert table
    bring_in(job, table, tally)
    assert sum(tally.refused.values()) + tally.there == len(refused)
    assert [each.line for each in refused] == sorted(each.line for each in refused)
    return tally.done, refused


def of_pool(desk: Desk) -> str:
    file = io.StringIO()
    write(Job(tools=desk.tools, by=ADA, source=""), file)
    return file.getvalue()


@table(
    ("line", "why"),
    [
        pytest.param("12345,,,,,,", "port-bad-not-valid", id="no such number"),
        pytest.param("4.42E+11,,,,,,", "port-bad-spoilt", id="spoilt by a spreadsheet"),
        pytest.param(",,,,,a note,", LineFault.NO_NUMBER, id="no number"),
        pytest.param("+442079460000,US,,,,,", LineFault.WRONG_COUNTRY, id="another country"),
        pytest.param("+12065550100,Atlantis,,,,,", LineFault.COUNTRY_UNKNOWN, id="no country"),
        pytest.param("+18005550100,,,,toll,,", LineFault.WRONG_KIND, id="toll-free called toll"),
        pytest.param("+12065550100,,,,toll-free,,", LineFault.WRONG_KIND, id="toll called toll-free"),
        pytest.param("+12065550100,,,,mobile,,", LineFault.KIND_UNKNOWN, id="no kind"),
        pytest.param("+447911123456,,,,,,", LineFault.NO_SERVICE_NUMBER, id="a mobile number"),
        pytest.param(f"+12065550100,,,,,{'x' * 201},", LineFault.NOTE, id="a long note"),
        pytest.param("+12065550100,,,,,,acme", LineFault.WORKSPACE, id="no workspace's id"),
    ],
)
def test_a_line_that_is_wrong_is_refused_with_its_number_and_the_others_come_in(
    desk: Desk, line: str, why: str
) -> None:
    done, refused = came(desk, f"{_HEADINGS}+12065550199,US,,,payant,,\n{line}\n+18005550199,CA,,,toll-free,,\n")
    assert (done, [(each.line, each.why) for each in refused]) == (2, [(3, why)])
    empty(desk.database)
    open_desk(desk.database)


def test_missing_places_are_those_of_the_numbering_plan(desk: Desk) -> None:
    assert came(desk, "e164\n+15145550100\n+442079460000\n+33199000000\n+18005550100\n+12065550100\n")[0] == 5
    places = {
        row["number"]: (row["country"], row["region"], row["city"])
        for row in csv.DictReader(io.StringIO(of_pool(desk)))
    }
    assert places == {
        "+12065550100": ("US", "Washington", ""),
        "+15145550100": ("CA", "Quebec", ""),
        "+18005550100": ("US", "", ""),
        "+33199000000": ("FR", "", ""),
        "+442079460000": ("GB", "", "London"),
    }


def test_the_same_file_twice_changes_nothing_and_a_dry_run_neither(desk: Desk) -> None:
    text = f"{_HEADINGS}+12065550100,US,WA,Seattle,,x,\n2065550101,US,WA,Seattle,,,\n+12065550100,,,,,,\n"
    nothing = desk.everything()
    assert [each.why for each in came(desk, text, dry=True)[1]] == [LineFault.SAID_BEFORE]
    assert desk.everything() == nothing
    assert came(desk, text)[0] == desk.to_be_had() == 2
    once = desk.everything()
    done, refused = came(desk, text)
    assert (done, Counter(each.why for each in refused)) == (0, {LineFault.SAID_BEFORE: 1, LineFault.THERE_ALREADY: 2})
    otherwise = "+12065550100,US,OR,Salem,,,\n+12065550101,,,,,,T1\n+12065550101,,,,,,\n+12065550100,,,,,y,\n"
    assert [each.why for each in came(desk, _HEADINGS + otherwise)[1]] == [
        LineFault.THERE_OTHERWISE,
        LineFault.THERE_OTHERWISE,
        LineFault.SAID_BEFORE,
        LineFault.SAID_BEFORE,
    ]
    assert desk.everything() == once
    assert [entry.deed.after["count"] for entry in desk.entries("stock")] == [2]


def test_a_file_that_was_cut_off_half_way_is_completed_without_doubling(desk: Desk) -> None:
    lines = [f"+1206555{end:04},US,WA,Seattle,,," for end in range(4_500)]
    text = _HEADINGS + "\n".join(lines)

    def killed(work: object, parts: Iterator[Sequence[object]]) -> Iterator[object]:
        yield from (work(part) for part, _ in zip(parts, range(1), strict=False))  # type: ignore[operator]
        raise KeyboardInterrupt

    whole = open_table(io.BytesIO(text.encode()), "US", POOL_COLUMNS)
    assert whole
    with pytest.raises(KeyboardInterrupt):
        bring_in(Job(tools=desk.tools, by=ADA, source="a.csv"), whole, Tally(), killed)  # type: ignore[arg-type]
    assert desk.to_be_had() == 2_000
    assert came(desk, text)[0] == 2_500
    assert desk.to_be_had() == 4_500


def test_what_a_row_keeps_for_a_workspace_no_other_has_and_no_other_brings(desk: Desk) -> None:
    text = f"{_HEADINGS}+12065550100,US,WA,Seattle,,,{AWAY}\n+12065550101,US,WA,Seattle,,,\n"
    assert [each.why for each in came(desk, text, here=HOME)[1]] == [LineFault.OTHER_WORKSPACE]
    assert came(desk, text)[0] == 1
    assert (desk.to_be_had(), desk.to_be_had(workspace=AWAY)) == (1, 2)


def test_numbers_in_service_come_in_with_their_services_counted_and_on_the_record(desk: Desk) -> None:
    lines = [
        f"+12065550110,US,Washington,Seattle,toll,assigned,bridge,Contoso,,{BEN.user},2026-01-01T10:00:00+00:00,H-9,",
        "+12065550111,US,Washington,Seattle,toll,assigned,bridge,contoso,yes,,,,",
        "+12065550112,US,,,toll,acquired,,,,,,,PO-7",
        "+12065550113,US,,,toll,assigned,bridge,Contoso,yes,,,,",
        "+18005550110,US,,,toll_free,assigned,queue,Sales,,,,,",
        "+12065550114,US,,,toll,porting,,,,,,,PO-8",
        "+12065550115,US,,,toll,assigned,queue,Sales,yes,,,,",
    ]
    done, refused = came(desk, _OF_SERVICE + "\n".join(lines), in_service=True)
    assert (done, [(each.line, each.why) for each in refused]) == (
        4,
        [(5, LineFault.DEFAULT_TWICE), (7, LineFault.PORTING), (8, LineFault.DEFAULT)],
    )
    assert (desk.in_use(), desk.in_use(kind=Kind.TOLL_FREE)) == (2, 1)
    with desk.database.reading() as db:
        rows = {each.e164: each for each in inventory.every(db, HOME, EVERY, desk.clock())}
    bridge = rows[E164("+12065550110")].service
    assert bridge
    assert (bridge.kind, bridge.name) == (ServiceKind.BRIDGE, "Contoso")
    assert [e164 for e164, each in rows.items() if each.is_default] == ["+12065550111"]
    assert rows[E164("+12065550110")].got_by == BEN.user
    assert StockAction.NUMBER_IMPORTED in [entry.deed.action for entry in desk.entries("+12065550112")]
    assert desk.verify().flaw is None


def test_what_is_in_use_is_named_and_left_when_stock_is_taken_out(desk: Desk) -> None:
    came(desk, "number\n+12065550100\n+12065550101\n+12065550102\n")
    [held] = desk.took(desk.hold(BEN, 1, Criteria(place=Place(country="US"), kind=Kind.TOLL)))
    refused: list[RefusedLine] = []
    tally = Tally(on_refused=refused.append)
    table = open_table(io.BytesIO(b"number\n+12065550100-0102\n+12065550199\n"), "US", ())
    assert table
    take_out(Job(tools=desk.tools, by=ADA, source="a.csv"), table, tally)
    assert tally.done == 2
    assert {(each.said, each.why) for each in refused} == {
        (held, LineFault.IN_USE),
        ("+12065550199", LineFault.NOT_THERE),
    }
    assert StockAction.REMOVED in [entry.deed.action for entry in desk.entries("stock")]


_ENDS = st.lists(st.integers(100, 199), unique=True, min_size=1, max_size=6)
_NOTES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=12)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ends=_ENDS, note=_NOTES, kept_for=st.sampled_from(["", HOME, AWAY]), city=st.sampled_from(["Seattle", "Nowhere"])
)
def test_a_pool_that_was_exported_comes_in_again_unchanged(
    desk: Desk, ends: list[int], note: str, kept_for: str, city: str
) -> None:
    file = io.StringIO()
    rows = csv.writer(file)
    rows.writerow(("number", "country", "region", "city", "kind", "note", "workspace"))
    rows.writerows((f"+1206555{end:04}", "US", "Washington", city, "toll", note, kept_for) for end in ends)
    empty(desk.database)
    open_desk(desk.database)
    assert came(desk, file.getvalue())[0] == len(ends)
    exported = of_pool(desk)
    empty(desk.database)
    open_desk(desk.database)
    assert came(desk, exported)[0] == len(ends)
    assert of_pool(desk) == exported


def test_numbers_in_service_that_were_exported_come_in_again_unchanged(desk: Desk) -> None:
    came(desk, "number,country,region,city\n+12065550100,US,WA,Seattle\n+12065550101,US,WA,Seattle\n")
    desk.acquire(BEN, desk.hold(BEN, 1, TOLL))
    lines = ["+12065550112,US,,,toll,acquired,,,,,,,PO-7", "+12065550111,US,,,toll,assigned,bridge,B,yes,,,,"]
    came(desk, _OF_SERVICE + "\n".join(lines), in_service=True)

    def exported() -> str:
        file = io.StringIO()
        listing.write(desk.tools, HOME, EVERY, file)
        return file.getvalue()

    before = exported()
    empty(desk.database)
    open_desk(desk.database)
    assert came(desk, before, in_service=True) == (3, [])
    assert exported() == before
    assert SEATTLE.city in before
    assert OPERATOR not in before
