"""Short words for tests of batches: to write one, confirm it, let the clock go on, restore what it released."""

import json
from collections.abc import Iterable

import pytest

from handlers.batches import clock, drafts, execution, files
from handlers.batches.drafts import Written
from handlers.batches.owing import BatchOutbox
from handlers.inventory import cool_down
from handlers.kit.file_faults import FileFault
from handlers.kit.member import Member
from handlers.kit.outgoing import Arrived
from handlers.kit.reply import Reply
from store import approvals, batches
from store.approvals.types import ApprovalRequest
from store.batches.types import Batch, BatchId, Form, Line, Verb
from store.numbers.types import Status
from store.outbox.types import ClaimedItem
from store.services.types import ServiceKind
from store.types import E164, Criteria, WorkspaceId
from store.workspaces.types import Licences
from tests.desk import BEN, HOME, TOLL, TOLL_FREE, Desk, click
from tests.orders import stock
from tests.store.owing import claim, pay
from tests.store.serving import QUEUE, assign, owned, ported

ASSIGN, UNASSIGN, RELEASE = Verb.ASSIGN, Verb.UNASSIGN, Verb.RELEASE
MANY_LICENCES = Licences(phone_system=50_000)
EVERY_VERB = pytest.mark.parametrize("verb", Verb)
SALES = Form(kind=QUEUE, name="Sales")


def british(quantity: int) -> list[E164]:
    """Numbers that there can be."""
    return [E164(f"+44207946{number:04}") for number in range(quantity)]


def ours(desk: Desk, quantity: int, workspace: WorkspaceId = HOME) -> list[E164]:
    """Numbers of a workspace's own that can also be typed: ported ones, outside the quota."""
    return ported(desk, *british(quantity), workspace=workspace)


def acquired(desk: Desk, quantity: int, by: Member = BEN, first: int = 0) -> list[E164]:
    """Numbers that can be typed and that count against the quota."""
    return _from_pool(desk, [E164(f"+12065551{first + number:03}") for number in range(quantity)], TOLL, by)


def toll_free(desk: Desk, quantity: int = 1, by: Member = BEN) -> list[E164]:
    return _from_pool(desk, [E164(f"+1833555{100 + number:04}") for number in range(quantity)], TOLL_FREE, by)


def _from_pool(desk: Desk, these: list[E164], wanted: Criteria, by: Member) -> list[E164]:
    assert wanted.place
    stock(desk, these, wanted.place, wanted.kind)
    desk.acquire(by, desk.held(by.workspace, desk.reserve(by, len(these), wanted, tuple(these))))
    return these


def listed(these: Iterable[str]) -> str:
    return "\n".join(these)


def look(
    desk: Desk,
    verb: Verb,
    these: Iterable[str] = (),
    by: Member = BEN,
    *,
    kind: ServiceKind | None = None,
    name: str = "",
    file: str = "",
    batch: Batch | None = None,
    key: str = "",
) -> Reply:
    """Send the modal with a list, of a new batch or of a draft."""
    form = Form(typed=listed(these), kind=kind, name=name)
    written = Written(verb=verb, form=form, file=file, batch=batch.id if batch else None)
    return drafts.look(desk.tools, click(by, key), written)


def draft(desk: Desk, verb: Verb, these: Iterable[str], by: Member = BEN, *, form: Form = SALES) -> Batch:
    """A batch that was looked at; numbers that are assigned go to a queue where the list says nothing else."""
    goal = form if verb is ASSIGN else Form()
    return in_modal(desk, look(desk, verb, these, by, kind=goal.kind, name=goal.name), by.workspace)


def in_modal(desk: Desk, reply: Reply, workspace: WorkspaceId = HOME) -> Batch:
    """The batch that a modal is of: one that can be confirmed carries it, every other has a button that does."""
    assert reply.view, reply
    carried = json.loads(reply.view.get("private_metadata") or "{}")
    if "batch" not in carried:
        carried = json.loads(reply.view["blocks"][-1]["elements"][0]["value"])
    return found(desk, carried["batch"], workspace)


def confirm(desk: Desk, batch: Batch, by: Member = BEN, key: str = "") -> Reply:
    return execution.confirm(desk.tools, click(by, key), batch.id, fresh(desk, batch).version)


def begun(desk: Desk, verb: Verb, these: Iterable[str], by: Member = BEN, *, form: Form = SALES) -> Batch:
    """A batch that was confirmed: it is done, under way, or waits for approval."""
    batch = draft(desk, verb, these, by, form=form)
    assert not confirm(desk, batch, by).refusal
    return fresh(desk, batch)


def released(desk: Desk, these: Iterable[str], by: Member = BEN) -> Batch:
    return begun(desk, RELEASE, these, by)


def ring(desk: Desk) -> int:
    return clock.ring(desk.tools)


def to_the_end(desk: Desk, batch: Batch) -> Batch:
    """Let the clock go on until it has nothing to do any more."""
    while ring(desk):
        pass
    return fresh(desk, batch)


def restore_all(desk: Desk, batch: Batch, by: Member = BEN, key: str = "") -> Reply:
    return cool_down.restore_all(desk.tools, click(by, key), batch.id)


def fresh(desk: Desk, batch: Batch) -> Batch:
    """The batch as it is now."""
    return found(desk, batch.id, batch.workspace)


def found(desk: Desk, batch: int, workspace: WorkspaceId = HOME) -> Batch:
    with desk.database.reading() as db:
        there = batches.find(db, workspace, BatchId(batch))
    assert there
    return there


def lines(desk: Desk, batch: Batch) -> list[Line]:
    with desk.database.reading() as db:
        return batches.lines(db, batch)


def outcomes(desk: Desk, batch: Batch) -> list[str | None]:
    """What each line came to, as they were listed."""
    return [line.outcome for line in lines(desk, batch)]


def asked(desk: Desk, batch: Batch) -> ApprovalRequest:
    """The request for a batch, as it is now."""
    with desk.database.reading() as db:
        request = approvals.of_batch(db, batch)
    assert request
    return request


def actions(desk: Desk, subject: str, workspace: WorkspaceId = HOME) -> list[str]:
    return [entry.deed.action for entry in desk.entries(subject, workspace)]


def arrive(desk: Desk, content: bytes | FileFault, by: Member = BEN, name: str = "numbers.csv") -> None:
    """Pay what is owed up to the file that is to be fetched, and give that."""
    debt = next_owed(desk, BatchOutbox.FETCH)
    files.take(desk.tools, debt, by, Arrived(name=name, content=content))


def next_owed(desk: Desk, kind: str) -> ClaimedItem:
    """Pay what is owed up to the first of a kind, and return that."""
    while debt := claim(desk):
        if debt.owing.kind == kind:
            return debt
        pay(desk, debt)
    raise AssertionError(f"no {kind} is owed")


def make_ready(desk: Desk, verb: Verb, quantity: int = 3) -> list[E164]:
    """Numbers with which this can be done."""
    numbers = ours(desk, quantity)
    for number in numbers if verb is UNASSIGN else []:
        assign(desk, number, "Sales", QUEUE)
    return numbers


def is_done(desk: Desk, verb: Verb, e164: E164) -> bool:
    """Whether it has come to a number what the batch wants of it."""
    number = owned(desk, e164)
    assert number
    match verb:
        case Verb.ASSIGN:
            return number.service is not None
        case Verb.UNASSIGN:
            return number.service is None
        case Verb.RELEASE:
            return number.status is Status.RESTING
