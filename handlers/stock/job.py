"""What is to be done with a file of stock, for whom, and what has come of it."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from handlers.kit.member import Member
from handlers.kit.tools import Tools
from handlers.stock.judging import GoodLine
from handlers.stock.refusals import LineFault, RefusedLine
from store import audit, workspaces
from store.audit.types import Deed
from store.session import Db
from store.types import E164, UserId, WorkspaceId

OPERATOR = UserId("operator")  # who runs the desk, from its command line


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is done with a file called `source`, and by whom.

    `here` is the workspace of who asks, which can put in nothing for another; None: from the command line. `owner` has
    the numbers in service that name no workspace. `dry`: nothing is changed.
    """

    tools: Tools
    by: Member
    source: str
    here: WorkspaceId | None = None
    owner: WorkspaceId | None = None
    in_service: bool = False
    dry: bool = False

    @property
    def may_empty_the_pool(self) -> bool:
        """Whether numbers of the pool may come in as in service: who runs the desk alone knows that they are.

        For whoever is in Slack it would be a way round quota, credits and the approval of others.
        """
        return self.here is None


@dataclass(slots=True)
class Tally:
    """What has come of a file so far: `done` numbers were taken, `there` are those that had been before.

    All other lines were refused, which are counted by their reason. `strangers` are workspaces that the desk does not
    know, for which numbers came in all the same.
    """

    done: int = 0
    there: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    strangers: set[WorkspaceId] = field(default_factory=set)
    on_refused: Callable[[RefusedLine], None] = lambda _line: None
    _part: list[RefusedLine] = field(default_factory=list)

    def refuse(self, line: RefusedLine) -> None:
        """Count a line that was not taken, of which is to be told."""
        if line.why == LineFault.THERE_ALREADY:
            self.there += 1
        else:
            self.refused[line.why] += 1
        self._part.append(line)

    def tell(self) -> None:
        """Tell of the lines of a part that were not taken, in their order."""
        for line in sorted(self._part, key=lambda line: line.line):
            self.on_refused(line)
        self._part.clear()


class Seen:
    """The numbers of a file so far, each with its first line. They are kept on disk, for there may be millions."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("", check_same_thread=False)
        self._db.execute("CREATE TABLE seen (e164 INTEGER PRIMARY KEY, line INTEGER)")

    def first(self, lines: Iterable[GoodLine | RefusedLine], tally: Tally) -> list[GoodLine]:
        """Those that say a number for the first time; all others are refused."""
        good = []
        for each in lines:
            if isinstance(each, RefusedLine):
                tally.refuse(each)
                continue
            number = int(each.e164[1:])
            new = self._db.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (number, each.line)).rowcount
            if new:
                good.append(each)
            else:
                (line,) = self._db.execute("SELECT line FROM seen WHERE e164 = ?", (number,)).fetchone()
                tally.refuse(turned_down(each, LineFault.SAID_BEFORE, str(line)))
        return good

    def close(self) -> None:
        """Forget all."""
        self._db.close()


def turned_down(line: GoodLine, why: str, detail: str = "") -> RefusedLine:
    """A line that could have been taken, as far as the file tells."""
    return RefusedLine(line=line.line, said=line.e164, why=why, detail=detail)


def record(db: Db, job: Job, into: Sequence[WorkspaceId], action: str, numbers: Sequence[E164]) -> None:
    """Write into the records of workspaces what was done with some numbers, in the transaction that does it."""
    for workspace in sorted(into):
        adding = audit.Addition(key=job.tools.audit_key, tip=workspaces.lock(db, workspace).tip)
        adding.add(
            Deed(
                workspace=workspace,
                at=job.tools.now(),
                who=job.by.user,
                name=job.by.name,
                action=action,
                subject="stock",
                after={
                    "count": len(numbers),
                    "source": job.source,
                    "first": min(numbers),
                    "last": max(numbers),
                },
            )
        )
        adding.write(db)
