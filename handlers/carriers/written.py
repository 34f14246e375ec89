"""What the answers of carriers have in common when they are written down, each in one transaction with its task."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from handlers.carriers.calls import Answer
from handlers.carriers.entries import CarrierAction
from handlers.carriers.owing import told
from handlers.kit.cards import card, line
from handlers.kit.carriers import CarrierLine
from handlers.kit.transaction import Transaction
from store import holds
from store.carriers import lines, tasks
from store.carriers.types import Line, State, Task
from store.holds.types import Hold


class TaskLost(Exception):
    """The task is in somebody else's hands, and so is what came of it."""


def tick_off(tx: Transaction, task: Task) -> None:
    """The task is done. Raises TaskLost."""
    if not tasks.done(tx.db, task):
        raise TaskLost


def look_later(tx: Transaction, task: Task, *, after: timedelta, looks: int = 0) -> None:
    """What became of it is to be looked at after a while (real time). Raises TaskLost."""
    if not tasks.put_off(tx.db, task, tx.real_now + after, in_doubt=True, looks=looks):
        raise TaskLost


def found(tx: Transaction, task: Task) -> tuple[Hold | None, list[Line]]:
    """The hold of a task, and all its numbers under the task's reference, both kept as they are till the end."""
    hold = holds.find(tx.db, task.workspace, task.hold, lock=True) if task.hold else None
    return hold, lines.of_reference(tx.db, task.workspace, UUID(task.subject), lock=True)


def owe_card(tx: Transaction, of: Line) -> None:
    """The card of the hold with which a number came, if it came with one, is to show how the number stands."""
    if of.hold and (hold := holds.find(tx.db, of.workspace, of.hold)):
        tx.owe(card(hold))


def record(tx: Transaction, action: CarrierAction, hold: Hold, its: Sequence[Line], **told_: Any) -> int:
    """Write into the record what a carrier did with numbers of a hold, and return the entry's number."""
    after = {"numbers": [each.e164 for each in its], "carrier": its[0].title, **told_}
    return tx.record(action, hold.name, before={}, after=after)


def move(tx: Transaction, to: State, its: Sequence[Line], told_: Callable[[Line], Mapping[str, Any]]) -> None:
    """Bring numbers into a state, those of which the same is told together."""
    for values, some in _alike(its, told_):
        lines.move(tx.db, some, to, tx.now, **values)


def tell(tx: Transaction, hold: Hold, entry: int, *, to_asker: bool) -> None:
    """Tell it under the card, and whoever asked for the numbers in their own messages where they do not see that."""
    tx.owe(line(hold, entry), *([told(hold, entry)] if to_asker else []))


def price_of(said: CarrierLine) -> dict[str, Any]:
    """What a line has of a price, as far as the carrier said one."""
    price = said.price
    return {"monthly": price.monthly, "upfront": price.upfront, "currency": price.currency} if price else {}


def by_reason(its: Sequence[Line], answer: Answer) -> list[tuple[dict[str, Any], list[Line]]]:
    """Numbers that are not to be had, by why: what is told of some is not told of others."""
    return _alike(its, lambda each: reason(each, answer))


def reason(each: Line, answer: Answer) -> dict[str, str]:
    """Why a number is not to be had: the carrier's own code and words; or that it did not even say."""
    said = answer.said.get(each.e164)
    if said and (said.code or said.detail):
        return {"code": said.code or str(said.state), "detail": said.detail}
    if answer.refused:
        return {"code": answer.refused.code or "refused", "detail": answer.refused.detail}
    return {"code": str(said.state) if said else "unsaid", "detail": ""}


def _alike(its: Sequence[Line], told_: Callable[[Line], Mapping[str, Any]]) -> list[tuple[dict[str, Any], list[Line]]]:
    """Numbers by what is told of them, in the order of the first of each."""
    alike: dict[tuple[tuple[str, Any], ...], list[Line]] = {}
    for each in its:
        alike.setdefault(tuple(sorted(told_(each).items())), []).append(each)
    return [(dict(values), some) for values, some in alike.items()]
