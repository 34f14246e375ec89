"""Every night each workspace is compared with its carriers, and what differs is told once.

What a carrier would not have back is offered to it again.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from functools import partial

from handlers.carriers import comparison
from handlers.carriers.views import compared
from handlers.kit.blocks import section
from handlers.kit.carriers import Carrier
from handlers.kit.messages import say
from handlers.kit.outgoing import Post
from handlers.kit.reply import Message
from handlers.kit.timer import Timer
from handlers.kit.tools import Tools
from handlers.kit.transaction import Transaction, transact_by_clock
from handlers.kit.words import COMMAND
from store import workspaces
from store.carriers import comparisons, lines, tasks
from store.carriers.types import Operation, State
from store.outbox.types import ClaimedItem
from store.types import WorkspaceId

_AT = time(3, 0, tzinfo=UTC)
_AT_ONCE = 20  # workspaces


def begin(tools: Tools) -> None:
    """Have the clock compare workspaces whose first carrier was set up meanwhile."""
    with tools.reading() as db:
        new = comparisons.never_compared(db)
    for workspace in new:
        if tools.carriers.of(workspace):
            with tools.begin() as db:
                comparisons.look_again(db, workspace, tools.now())


def ring(tools: Tools) -> int:
    """Owe comparisons where it is time to. Says in how many workspaces."""
    with tools.reading() as db:
        due = comparisons.due(db, tools.now(), limit=_AT_ONCE)
    return sum(_owe(tools, workspace) for workspace in due)


def compare(tools: Tools, workspace: WorkspaceId, carrier: Carrier) -> None:
    """Ask a carrier what it bills, and tell what differs. Raises what carriers raise; asked in no transaction."""
    billed = comparison.billed(carrier)
    name = carrier.rules.name

    def work(tx: Transaction) -> int:
        comparison.note(tx, name, billed)
        comparison.tell(tx, name)
        return 1

    transact_by_clock(tools, workspace, work)


def put(tools: Tools, claimed: ClaimedItem) -> Post | None:
    """Where a carrier and a workspace differ; nothing where they agree again."""
    owing = claimed.owing
    name = owing.detail["carrier"]
    titles = {carrier.rules.name: carrier.rules.title for carrier in tools.carriers.of(owing.workspace)}
    with tools.reading() as db:
        locale = workspaces.find(db, owing.workspace).locale
        found = comparisons.differences(db, owing.workspace, name)
    if not found:
        return None
    said = compared.told(locale, titles.get(name, name), found)
    hint = say(locale, "carrier-see", command=COMMAND)
    return Post(
        message=Message(text=said.replace("*", ""), blocks=[section(f":warning: {said}\n{hint}")]),
        channel=owing.channel,
    )


def _owe(tools: Tools, workspace: WorkspaceId) -> int:
    names = sorted(carrier.rules.name for carrier in tools.carriers.of(workspace))
    return transact_by_clock(tools, workspace, partial(_look, names))


def _look(names: Sequence[str], tx: Transaction) -> int:
    for name in names:
        tasks.owe(tx.db, tx.workspace.id, name, Operation.COMPARE, name, tx.real_now)
        for each in lines.in_state(tx.db, tx.workspace.id, name, State.NOT_GIVEN_UP):  # perhaps it has it back now
            tasks.owe(tx.db, tx.workspace.id, name, Operation.GIVE_UP, each.e164, tx.real_now, hold=each.hold)
    comparisons.look_again(tx.db, tx.workspace.id, _next_night(tx.now))
    return 1


def _next_night(now: datetime) -> datetime:
    """The next night's moment after now."""
    tonight = datetime.combine(now.astimezone(UTC).date(), _AT)
    return tonight if tonight > now else tonight + timedelta(days=1)


TIMERS = (Timer(name="carriers", next_due=comparisons.next_due, ring=ring),)
