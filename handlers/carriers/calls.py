"""What a carrier is asked for a task, outside every transaction: first what became of it, where it may have been done.

A call whose answer was lost, or before which a worker died, may have been carried out. So a task that was asked before
is looked for by our reference, and where the carrier's lists may lag behind once more a minute later; only then is it
sent again. That an order for named numbers cannot be carried out twice is the last net under it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from handlers.carriers import nightly
from handlers.carriers.holding import MARGIN
from handlers.carriers.settings import NO_RESALE
from handlers.kit.carriers import (
    Carrier,
    CarrierAnswer,
    CarrierLine,
    CarrierOffer,
    CarrierRefused,
    LineState,
    Price,
)
from handlers.kit.tools import Tools
from store import numbers, workspaces
from store.carriers import lines
from store.carriers.states import LEAVING
from store.carriers.types import Line, Operation, State, Task
from store.numbers.types import Kept
from store.types import E164
from store.workspaces.types import Workspace

_LOOKS = 2  # in vain, before it is sent again, where lists may lag


class NotFoundYet(Exception):
    """What was asked before is not found, and the carrier's lists may lag behind: look again in a minute."""


@dataclass(slots=True, kw_only=True)
class Asking:
    """A task in hand. `in_doubt`: the carrier may have done something of which we know nothing."""

    carrier: Carrier
    task: Task
    workspace: Workspace
    lines: Sequence[Line]
    kept: Mapping[E164, Kept]
    check: Callable[[], None]  # raises where the lease does not outlast another call
    in_doubt: bool
    is_sent: bool = field(default=False)

    @property
    def reference(self) -> UUID:
        """Ours, under which the hold or the order is found."""
        return self.lines[0].reference or UUID(self.task.subject)

    def in_state(self, *states: State) -> list[Line]:
        """The numbers of the task that are in one of these states."""
        return [line for line in self.lines if line.state in states]

    def send(self) -> None:
        """From now on something may be done that we do not know of."""
        self.check()
        self.in_doubt = self.is_sent = True

    def found(self, look: Callable[[], CarrierAnswer | None]) -> CarrierAnswer | None:
        """What became of what was asked before; None: it was not done, or never asked. Raises NotFoundYet."""
        if not self.in_doubt:
            return None
        self.check()
        there = look()
        if there is None and self.carrier.rules.lags and self.task.looks + 1 < _LOOKS:
            raise NotFoundYet
        return there


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a carrier said of each number, and its own name of the hold or order. `refused`: of those not named."""

    said: Mapping[E164, CarrierLine] = field(default_factory=dict)
    id: str = ""
    refused: CarrierRefused | None = None


def ask(tools: Tools, carrier: Carrier, task: Task, check: Callable[[], None]) -> tuple[Asking, Callable[[], Answer]]:
    """What is to be asked for a task, and the call that does so.

    The call raises CarrierBusy, CarrierSilent, NotFoundYet, and what `check` raises.
    """
    with tools.reading() as db:
        workspace = workspaces.find(db, task.workspace)
        if task.operation is Operation.COMPARE:
            of_task = []
        elif task.operation is Operation.GIVE_UP:
            line = lines.of_number(db, task.workspace, E164(task.subject), *LEAVING)
            of_task = [line] if line else []
        else:
            of_task = lines.of_reference(db, task.workspace, UUID(task.subject))
        held = [line.e164 for line in of_task] if task.operation is Operation.HOLD else []
        kept = {each.e164: each for each in numbers.find_each(db, held)} if held else {}
    asking = Asking(
        carrier=carrier,
        task=task,
        workspace=workspace,
        lines=of_task,
        kept=kept,
        check=check,
        in_doubt=task.asked_before,
    )
    if task.operation is Operation.COMPARE:
        return asking, lambda: _compare(tools, asking)
    return asking, lambda: _ASK[task.operation](asking) if of_task else Answer()


def _compare(tools: Tools, asking: Asking) -> Answer:
    """What it bills is compared with what is here: its own transaction tells of it, as often as it is compared."""
    nightly.compare(tools, asking.task.workspace, asking.carrier)
    return Answer()


def _hold(asking: Asking) -> Answer:
    carrier, wanted = asking.carrier, asking.in_state(State.TO_HOLD)
    answer = asking.found(lambda: carrier.held(asking.reference))
    if answer is None and wanted:
        asking.send()
        try:
            answer = carrier.hold(asking.reference, [_offer(line, asking.kept[line.e164]) for line in wanted])
        except CarrierRefused as refused:
            return Answer(refused=refused)
    return _read(answer)


def _extend(asking: Asking) -> Answer:
    """Longer twice does no harm, so that a hold that lasts long enough is the only thing to look for."""
    carrier, until = asking.carrier, datetime.fromisoformat(asking.task.detail["until"]) + MARGIN
    if not (held := asking.in_state(State.HELD)):
        return Answer()
    if asking.in_doubt:
        answer = carrier.held(held[0].held_under or asking.reference)
        if answer and all(line.until and line.until >= until for line in answer.lines):
            return _read(answer)
    asking.send()
    try:
        return _read(carrier.extend(_held(asking, held, as_held=True), until))
    except CarrierRefused as refused:
        return Answer(refused=refused)


def _drop(asking: Asking) -> Answer:
    """Given back twice is given back."""
    dropping = asking.in_state(State.DROPPING)
    if not dropping or not asking.carrier.rules.gives_back:
        return Answer()
    asking.send()
    try:
        answer = asking.carrier.drop(_held(asking, asking.lines, as_held=True), [line.e164 for line in dropping])
    except CarrierRefused as refused:  # it holds them no longer
        return Answer(refused=refused)
    return _read(answer)


def _order(asking: Asking) -> Answer:
    wanted = [line.e164 for line in asking.in_state(State.TO_ORDER, State.ASKED)]
    if not wanted:
        return Answer()
    carrier = asking.carrier
    if answer := asking.found(lambda: carrier.ordered(asking.reference) or _owned(asking, wanted)):
        return _read(answer)
    asking.send()
    held = _held(asking, asking.in_state(State.TO_ORDER, State.ASKED), as_held=False)
    try:
        return _read(carrier.order(held, wanted, agreed_not_to_resell=NO_RESALE.of(asking.workspace)))
    except CarrierRefused as refused:
        # Ours already is what was wanted: a number is owned once.
        ours = _owned(asking, wanted)
        return Answer(said=_read(ours).said, refused=refused)


def _poll(asking: Asking) -> Answer:
    return _read(asking.carrier.ordered(asking.reference))


def _give_up(asking: Asking) -> Answer:
    (line,) = asking.lines
    if asking.in_doubt:
        there = asking.carrier.owned(line.e164)
        if there is None or asking.task.looks:
            return Answer(said={line.e164: there or _ended(line)})
    asking.send()
    try:
        said = asking.carrier.give_up(line.e164)
    except CarrierRefused as refused:
        there = asking.carrier.owned(line.e164)
        return Answer(refused=refused) if there else Answer(said={line.e164: _ended(line)})
    return Answer(said={line.e164: said})


_ASK: Mapping[Operation, Callable[[Asking], Answer]] = {
    Operation.HOLD: _hold,
    Operation.EXTEND: _extend,
    Operation.DROP: _drop,
    Operation.ORDER: _order,
    Operation.POLL: _poll,
    Operation.GIVE_UP: _give_up,
}


def _read(answer: CarrierAnswer | None) -> Answer:
    return Answer(said={line.number: line for line in answer.lines}, id=answer.id) if answer else Answer()


def _owned(asking: Asking, wanted: Sequence[E164]) -> CarrierAnswer | None:
    """Those of some numbers that the carrier bills us for; None: none of them."""
    found = []
    for e164 in wanted:
        asking.check()
        if there := asking.carrier.owned(e164):
            found.append(there)
    return CarrierAnswer(reference=asking.reference, id="", lines=found) if found else None


def _held(asking: Asking, of: Sequence[Line], *, as_held: bool) -> CarrierAnswer:
    """A hold as the carrier knows it; `as_held`: by the reference of its hold, which may be another than an order's."""
    under = of[0].held_under if as_held else of[0].reference
    held = [CarrierLine(number=line.e164, state=LineState.HELD, until=line.until) for line in of]
    return CarrierAnswer(reference=under or asking.reference, id=of[0].held_as, lines=held)


def _ended(line: Line) -> CarrierLine:
    return CarrierLine(number=line.e164, state=LineState.ENDED)


def _offer(line: Line, kept: Kept) -> CarrierOffer:
    return CarrierOffer(number=line.e164, place=kept.place, kind=kept.kind, price=costs(line))


def costs(line: Line) -> Price | None:
    """What a number costs, as far as its carrier says."""
    return Price(monthly=line.monthly, upfront=line.upfront, currency=line.currency) if line.currency else None
