"""What a row of a file with stock says: numbers that can be taken, or why not. No clock, no database.

It is done in other processes where there is much of it, so all that goes in and comes out can be pickled.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

import phonenumbers
from phonenumbers import PhoneNumber

from handlers.inventory import USES, kind_in_cell
from handlers.kit.blocks import KINDS
from handlers.kit.cells import bare, is_yes, one_of
from handlers.kit.headings import Column
from handlers.kit.kind_words import kind_called
from handlers.kit.number_kinds import NoService, own_home_and_kind
from handlers.kit.number_places import place_of, place_said
from handlers.kit.number_reading import Unread
from handlers.kit.row_ranges import RowFault
from handlers.kit.table_stream import LongTable
from handlers.kit.tables import Row
from handlers.kit.telephone import choices
from handlers.stock.refusals import LineFault, RefusedLine
from store.folding import kept
from store.inventory.types import NumberUse
from store.numbers.types import Kept
from store.services.types import ServiceKind
from store.types import E164, Kind, Place, WorkspaceId

NOTE_LENGTH = 200  # characters
_SAID = 80  # characters of what was written that are told again

POOL_COLUMNS = (Column.COUNTRY, Column.REGION, Column.CITY, Column.KIND, Column.NOTE, Column.WORKSPACE)
IN_SERVICE_COLUMNS = (
    *POOL_COLUMNS,
    *(Column.SERVICE_KIND, Column.SERVICE, Column.DEFAULT),
    *(Column.STATUS, Column.GOT_BY, Column.GOT_AT, Column.HOLD, Column.PORT_ORDER, Column.RESTS_UNTIL),
)

_PLAIN = re.compile(r"\+[1-9][0-9]{6,14}")
_WORKSPACE = re.compile(r"[TE][A-Z0-9]{0,20}")
_MEMBER = re.compile(r"[UW][A-Z0-9]{2,20}")
_REFERENCE = re.compile(r"(?:H|PO)-[1-9][0-9]{0,8}")
_NORTH_AMERICA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What a number in service does already; what nobody said is None or ""."""

    kind: ServiceKind | None = None
    name: str = ""
    is_default: bool = False
    got_by: str = ""
    got_at: datetime | None = None  # UTC
    reference: str = ""  # the hold or port order that brought it
    rests_until: datetime | None = None  # UTC


class GoodLine(NamedTuple):
    """A number that can be taken as far as the file tells; `use` is that of one in service.

    A tuple, for there may be millions, and between processes it travels in a third of the time of a dataclass.
    """

    line: int
    e164: E164
    place: Place
    kind: Kind
    kept_for: WorkspaceId | None
    note: str
    says_place: bool  # beside the country; else the numbering plan tells it
    use: Use | None = None

    def agrees(self, known: Kept) -> bool:
        """Whether all that the file says of the number is so already."""
        return (
            (not self.says_place or self.place == known.place)
            and self.note in ("", known.note)
            and self.kept_for in (None, known.kept_for)
        )


class _Refused(Exception):
    def __init__(self, why: str, detail: str = "") -> None:
        super().__init__(why)
        self.why, self.detail = why, detail


def judge(
    table: LongTable, lines: Iterable[tuple[int, Sequence[str]]], *, in_service: bool = False
) -> list[GoodLine | RefusedLine]:
    """What some lines of a table say, one after the other; `in_service`: of numbers that are in use already."""
    return [each for line, cells in lines for each in _judge(table, line, cells, in_service=in_service)]


def _judge(table: LongTable, line: int, cells: Sequence[str], *, in_service: bool) -> Iterator[GoodLine | RefusedLine]:
    row = table.row(cells)
    if not row.said:
        if any(map(str.strip, cells)):
            yield RefusedLine(line=line, said="", why=LineFault.NO_NUMBER)
        return
    for said, span in _spans(row):
        if not isinstance(span, range):
            meant = " / ".join(choices(said, row.country)) if span is Unread.AMBIGUOUS else ""
            yield RefusedLine(line=line, said=said[:_SAID], why=span, detail=meant)
            continue
        for digits in span:
            try:
                yield _good(table, line, E164(f"+{digits}"), row, in_service=in_service)
            except _Refused as refused:
                shown = said if len(span) == 1 else f"+{digits}"
                yield RefusedLine(line=line, said=shown[:_SAID], why=refused.why, detail=refused.detail[:_SAID])


def _spans(row: Row) -> Iterator[tuple[str, range | Unread | RowFault]]:
    """The numbers that a row names. Most files have them as they are called all over the world."""
    if row.fault is None and _PLAIN.fullmatch(row.said):
        yield row.said, range(int(row.said), int(row.said) + 1)
    else:
        yield from row.spans()


def _good(table: LongTable, line: int, e164: E164, row: Row, *, in_service: bool) -> GoodLine:
    number = phonenumbers.parse(e164)
    home, kind = _own(number, e164)
    country = _country(number, home, row, kind)
    said = _said(tuple(row.cells.items()))
    if said.kind not in (None, kind):
        raise _Refused(LineFault.WRONG_KIND, row.cells[Column.KIND])
    # What our own exports leave empty is unknown, or nowhere in particular.
    has_places = in_service and {Column.REGION, Column.CITY} & table.layout.others.keys()
    says_place = bool(said.region or said.city) and kind is Kind.TOLL
    is_placed = says_place or has_places or kind is Kind.TOLL_FREE
    return GoodLine(
        line=line,
        e164=e164,
        place=place_said(country, said.region, said.city) if is_placed else place_of(number, country),
        kind=kind,
        kept_for=said.kept_for,
        note=said.note,
        says_place=says_place,
        use=_use(said.cells) if in_service else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What a row says beside its number."""

    cells: Mapping[Column, str]
    kind: Kind | None
    region: str
    city: str
    note: str
    kept_for: WorkspaceId | None


@lru_cache(maxsize=1_000)  # most rows of a file say the same
def _said(said: tuple[tuple[Column, str], ...]) -> _Said:
    cells = {column: bare(cell) for column, cell in said if cell}
    kind = cells.get(Column.KIND, "")
    named = one_of(kind, KINDS) or kind_called(kind) if kind else None
    if kind and named is None:
        raise _Refused(LineFault.KIND_UNKNOWN, kind)
    note = kept(cells.get(Column.NOTE, ""))
    if len(note) > NOTE_LENGTH:
        raise _Refused(LineFault.NOTE, str(NOTE_LENGTH))
    kept_for = cells.get(Column.WORKSPACE, "")
    if kept_for and not _WORKSPACE.fullmatch(kept_for):
        raise _Refused(LineFault.WORKSPACE, kept_for)
    return _Said(
        cells=cells,
        kind=named,
        region=cells.get(Column.REGION, ""),
        city=cells.get(Column.CITY, ""),
        note=note,
        kept_for=WorkspaceId(kept_for) if kept_for else None,
    )


def _own(number: PhoneNumber, e164: E164) -> tuple[str, Kind]:
    """The country and the kind of a number, as the numbering plan has them."""
    own = own_home_and_kind(number, e164)
    if isinstance(own, tuple):
        return own
    if own in (NoService.FREEPHONE_800, NoService.GB_SPECIAL, NoService.MOBILE):
        raise _Refused(LineFault.NO_SERVICE_NUMBER)
    raise _Refused(own if phonenumbers.is_valid_number(number) else Unread.NOT_VALID)


def _country(number: PhoneNumber, home: str, row: Row, kind: Kind) -> str:
    """The country of a number: that of its row, if it can be, else its own."""
    said = row.country if row.cells.get(Column.COUNTRY) else home
    if row.by_calling_code and phonenumbers.country_code_for_region(said) == number.country_code:
        return home
    if row.fault is RowFault.COUNTRY:
        raise _Refused(LineFault.COUNTRY_UNKNOWN, row.cells.get(Column.COUNTRY, ""))
    # Countries share the toll-free numbers of +1, which phonenumbers all puts in the US.
    shared = kind is Kind.TOLL_FREE and number.country_code == _NORTH_AMERICA
    same_code = phonenumbers.country_code_for_region(said) == number.country_code
    if said != home and not (shared and same_code):
        raise _Refused(LineFault.WRONG_COUNTRY, said)
    return said


def _use(cells: Mapping[Column, str]) -> Use:
    status = cells.get(Column.STATUS, "")
    use = one_of(status, USES) if status else None
    if use in (NumberUse.PORTING, NumberUse.ORDERED):
        raise _Refused(LineFault.PORTING if use is NumberUse.PORTING else LineFault.ORDERED)
    kind_said, name = cells.get(Column.SERVICE_KIND, ""), kept(cells.get(Column.SERVICE, ""))
    kind = kind_in_cell(kind_said) if kind_said else None
    if bool(kind_said) != bool(name) or (kind_said and kind is None):
        raise _Refused(LineFault.SERVICE, f"{kind_said} {name}".strip())
    default = is_yes(cells[Column.DEFAULT]) if Column.DEFAULT in cells else False
    if default is None or (default and kind is not ServiceKind.BRIDGE):
        raise _Refused(LineFault.DEFAULT, cells.get(Column.DEFAULT, ""))
    reference = cells.get(Column.HOLD, "") or cells.get(Column.PORT_ORDER, "")
    if reference and not _REFERENCE.fullmatch(reference):
        raise _Refused(LineFault.REFERENCE, reference)
    got_by = cells.get(Column.GOT_BY, "")
    return Use(
        kind=kind,
        name=name,
        is_default=default,
        got_by=got_by if _MEMBER.fullmatch(got_by) else "",
        got_at=_time(cells.get(Column.GOT_AT, "")),
        reference=reference,
        rests_until=_time(cells.get(Column.RESTS_UNTIL, "")),
    )


def _time(said: str) -> datetime | None:
    """A time or a day by ISO 8601, in UTC where it says no zone."""
    if not said:
        return None
    try:
        time = datetime.fromisoformat(said)
    except ValueError:
        raise _Refused(LineFault.TIME, said) from None
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
