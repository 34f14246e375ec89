"""Numbers come in from a file: into the pool, or as the own ones of a workspace. A part at a time, each as a whole.

What is there already is left as it is, so that a file which was cut off half-way can be given again.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice

from handlers.inventory import Change, carry_out
from handlers.kit.table_stream import LongTable
from handlers.kit.transaction import Transaction, transact_by_clock
from handlers.stock.entries import StockAction
from handlers.stock.job import Job, Seen, Tally, record, turned_down
from handlers.stock.judging import GoodLine, Use, judge
from handlers.stock.refusals import LineFault, RefusedLine
from store import audit, workspaces
from store.batches.types import Verb
from store.folding import folded
from store.numbers import stock
from store.numbers.stock import InService
from store.numbers.types import Kept, PoolNumber
from store.types import E164, UserId, WorkspaceId

_Lines = Sequence[tuple[int, Sequence[str]]]
_Judged = list[GoodLine | RefusedLine]
InTurn = Callable[[Callable[[_Lines], _Judged], Iterable[_Lines]], Iterator[_Judged]]

PART = 2_000  # lines of a part; less than a second under the lock of a workspace
_PART_IN_SERVICE = 500  # of which each has entries of its own in the record


def bring_in(job: Job, table: LongTable, tally: Tally, in_turn: InTurn = map) -> None:
    """Take what a table lists, and count what came of it. `in_turn` judges parts in order, perhaps in other processes.

    Raises UnreadFile where the table ends in the middle of a cell.
    """
    judging = partial(judge, table.without_file(), in_service=job.in_service)
    seen, known = Seen(), _Known(job)
    try:
        for judged in in_turn(judging, _parts(table, _PART_IN_SERVICE if job.in_service else PART)):
            good = [line for line in seen.first(judged, tally) if _may(job, line, tally)]
            tally.strangers.update(known.strangers(good))
            if good and job.in_service:
                _take_in_service(job, known, good, tally)
            elif good:
                _take_stock(job, known, good, tally)
            tally.tell()
    finally:
        tally.tell()
        seen.close()


def _parts(table: LongTable, size: int) -> Iterator[_Lines]:
    lines = table.lines()
    while part := list(islice(lines, size)):
        yield part


class _Known:
    """The workspaces that the desk knows, as far as must be known; asked for once."""

    def __init__(self, job: Job) -> None:
        with job.tools.reading() as db:
            self.workspaces = audit.workspaces(db)
        self.defaults: set[tuple[WorkspaceId, str]] = set()  # the bridges whose default was named
        self.owner = job.owner or job.here or (self.workspaces[0] if len(self.workspaces) == 1 else None)
        self._of_the_rest = self.owner if job.in_service else None  # what names none is for all, or has an owner

    def strangers(self, lines: Iterable[GoodLine]) -> set[WorkspaceId]:
        """Workspaces of which nothing is known: where they have no typing mistake, they have yet to begin."""
        named = {line.kept_for or self._of_the_rest for line in lines}
        return {each for each in named if each and each not in self.workspaces}

    def names_default(self, owner: WorkspaceId, bridge: str) -> bool:
        """Whether this is the first line that names the default of a bridge."""
        named = (owner, folded(bridge))
        is_first = named not in self.defaults
        self.defaults.add(named)
        return is_first


def _may(job: Job, line: GoodLine, tally: Tally) -> bool:
    if job.here in (None, line.kept_for) or line.kept_for is None:
        return True
    tally.refuse(turned_down(line, LineFault.OTHER_WORKSPACE, line.kept_for))
    return False


def add_sample(job: Job, numbers: Sequence[PoolNumber]) -> int:
    """Put some numbers into the pool that no file lists, and say how many were not there yet."""
    return len(numbers) - len(_put(job, _Known(job), {number.e164: number for number in numbers}))


def _take_stock(job: Job, known: _Known, good: Sequence[GoodLine], tally: Tally) -> None:
    there = _put(job, known, {line.e164: _pool_number(line) for line in good})
    for line in good:
        if kept := there.get(line.e164):
            why = LineFault.THERE_ALREADY if line.agrees(kept) else LineFault.THERE_OTHERWISE
            tally.refuse(turned_down(line, why))
        else:
            tally.done += 1


def _put(job: Job, known: _Known, numbers: Mapping[E164, PoolNumber]) -> Mapping[E164, Kept]:
    """Put those of the numbers into the pool that are not there already; these are handed back."""
    if job.dry:
        with job.tools.reading() as db:
            return stock.known(db, numbers)
    kept_for = {number.kept_for for number in numbers.values() if number.kept_for}
    shared = any(number.kept_for is None for number in numbers.values())
    with job.tools.begin() as db:
        concerned = sorted(kept_for | (set(known.workspaces) if shared else set()))
        for workspace in concerned:  # as everybody does, before numbers are
            workspaces.lock(db, workspace)
        there = stock.known(db, numbers)
        new = [number for e164, number in numbers.items() if e164 not in there]
        stock.put(db, new, job.tools.now())
        for workspace in concerned:
            theirs = [number.e164 for number in new if number.kept_for in (None, workspace)]
            if theirs:
                record(db, job, [workspace], StockAction.IMPORTED, theirs)
    return there


def _take_in_service(job: Job, known: _Known, good: Sequence[GoodLine], tally: Tally) -> None:
    of: defaultdict[WorkspaceId, list[GoodLine]] = defaultdict(list)
    for line in good:
        owner = line.kept_for or known.owner
        if owner is None:
            tally.refuse(turned_down(line, LineFault.WHICH_WORKSPACE))
        elif line.use and line.use.is_default and not known.names_default(owner, line.use.name):
            tally.refuse(turned_down(line, LineFault.DEFAULT_TWICE, line.use.name))
        else:
            of[owner].append(line)
    for workspace, lines in of.items():
        if job.dry:
            with job.tools.reading() as db:
                there = stock.known(db, [line.e164 for line in lines])
            tally.done += len(_free_to_come(job, workspace, lines, there, tally))
        else:
            transact_by_clock(job.tools, workspace, partial(_come, job, lines, tally), job.by)


def _come(job: Job, lines: Sequence[GoodLine], tally: Tally, tx: Transaction) -> int:
    workspace = tx.workspace.id
    there = stock.known(tx.db, [line.e164 for line in lines], lock=True)
    coming = _free_to_come(job, workspace, lines, there, tally)
    brought = [_in_service(line) for line in coming]
    here = stock.bring(tx.db, workspace, brought, tx.now, of_the_pool=job.may_empty_the_pool)
    came = [line for line in coming if line.e164 in here]
    for line in came:
        after = {"source": job.source, **({"acquired_by": line.use.got_by} if line.use and line.use.got_by else {})}
        tx.record(StockAction.NUMBER_IMPORTED, line.e164, before={}, after=after)
    wishes = [_wish(line.e164, line.use) for line in came if line.use and line.use.kind]
    lines_of = {line.e164: line for line in came}
    for planned in carry_out(tx, Verb.ASSIGN, wishes):
        if planned.refusal:
            tally.refuse(turned_down(lines_of[planned.wish.e164], planned.refusal))
    tally.done += len(came)
    tx.concerns_everybody()
    return len(came)


def _free_to_come(
    job: Job, workspace: WorkspaceId, lines: Sequence[GoodLine], there: dict[E164, Kept], tally: Tally
) -> list[GoodLine]:
    """Those that nobody has or holds."""
    free = []
    for line in lines:
        kept = there.get(line.e164)
        if kept is None:
            free.append(line)
        elif kept.can_be_had_by(workspace, job.tools.now()):
            if job.may_empty_the_pool:
                free.append(line)
            else:
                tally.refuse(turned_down(line, LineFault.IN_POOL))
        elif kept.workspace == workspace and kept.is_owned:
            tally.refuse(turned_down(line, LineFault.THERE_ALREADY))
        else:
            tally.refuse(turned_down(line, LineFault.TAKEN))
    return free


def _wish(e164: E164, use: Use) -> Change:
    return Change(e164=e164, kind=use.kind, name=use.name, as_default=use.is_default, serves_already=True)


def _pool_number(line: GoodLine) -> PoolNumber:
    return PoolNumber(e164=line.e164, place=line.place, kind=line.kind, kept_for=line.kept_for, note=line.note)


def _in_service(line: GoodLine) -> InService:
    use = line.use or Use()
    return InService(
        e164=line.e164,
        place=line.place,
        kind=line.kind,
        note=line.note,
        imported_as=use.reference,
        got_by=UserId(use.got_by) if use.got_by else None,
        got_at=use.got_at,
        rests_until=use.rests_until,
    )
