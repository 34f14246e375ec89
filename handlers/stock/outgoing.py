"""Numbers go out of the pool: those that a file lists and nobody uses; and a file of all that is in it."""

import csv
from collections.abc import Iterable
from itertools import islice
from typing import TextIO

from handlers.kit.cells import text
from handlers.kit.number_reading import Unread
from handlers.kit.table_stream import LongTable
from handlers.stock.entries import StockAction
from handlers.stock.job import Job, Tally, record
from handlers.stock.refusals import LineFault, RefusedLine
from store import audit, workspaces
from store.numbers import stock
from store.types import E164

COLUMNS = ("number", "country", "region", "city", "kind", "note", "workspace")
_PART = 1_000  # numbers


def take_out(job: Job, table: LongTable, tally: Tally) -> None:
    """Take the numbers that a table lists out of the pool; those in use are told of and stay. Raises UnreadFile."""
    with job.tools.reading() as db:
        known = audit.workspaces(db)
    numbers = iter(_numbers(table, tally))
    while part := dict(islice(numbers, _PART)):
        with job.tools.begin() as db:
            for workspace in known:
                workspaces.lock(db, workspace)
            there = stock.known(db, part)
            gone = stock.remove(db, list(part), job.tools.now())
            if gone:
                record(db, job, known, StockAction.REMOVED, sorted(gone))
        tally.done += len(gone)
        for e164, line in part.items():
            if e164 not in gone:
                why = LineFault.IN_USE if e164 in there else LineFault.NOT_THERE
                tally.refuse(RefusedLine(line=line, said=e164, why=why))
        tally.tell()
    tally.tell()


def write(job: Job, file: TextIO) -> None:
    """Write all that is in the pool as CSV. Only some of it is in memory at a time."""
    table = csv.writer(file)
    table.writerow(COLUMNS)
    with job.tools.reading() as db:
        for number in stock.every(db):
            place = number.place
            cells = (place.country, place.region, place.city, number.kind, number.note, number.kept_for or "")
            table.writerow([number.e164, *map(text, map(str, cells))])


def _numbers(table: LongTable, tally: Tally) -> Iterable[tuple[E164, int]]:
    for line, cells in table.lines():
        row = table.row(cells)
        for said, span in row.spans() if row.said else ():
            if isinstance(span, range):
                yield from ((E164(f"+{digits}"), line) for digits in span)
            else:
                tally.refuse(RefusedLine(line=line, said=said, why=span if isinstance(span, Unread) else str(span)))
