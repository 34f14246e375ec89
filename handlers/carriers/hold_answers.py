"""What carriers answered of holds is written down: which numbers they have, and until when."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from handlers.carriers.calls import Answer
from handlers.carriers.entries import CarrierAction
from handlers.carriers.holding import MARGIN
from handlers.carriers.written import by_reason, found, look_later, move, price_of, record, tell, tick_off
from handlers.kit.cards import card, line
from handlers.kit.carriers import CarrierRules, LineState
from handlers.kit.transaction import Transaction
from store import holds, numbers
from store.carriers import lines as stored
from store.carriers.types import Line, State, Task
from store.holds.types import Hold
from store.numbers import at_carriers
from store.outbox.timing import pause

_BEFORE_STAMP = timedelta(minutes=5)  # a hold that is to last on is extended: before the warning that it ends soon
_AT_LEAST = timedelta(seconds=1)  # that a hold lasts, by its own constraint


def hold(tx: Transaction, task: Task, rules: CarrierRules, answer: Answer) -> None:
    """Numbers are held, or somebody else got them. Raises TaskLost."""
    hold, lines = found(tx, task)
    if hold is None:
        return tick_off(tx, task)
    waits = [each for each in answer.said.values() if each.state is LineState.PENDING]
    held, gone = _held_and_gone(lines, answer)
    _write_held(tx, rules, answer, held)
    dropped = [each for each in gone if each.state is State.DROPPING]
    stored.move(tx.db, [each for each in dropped if each.until is None], State.ENDED, tx.now)
    if lost := [each for each in gone if each.state is State.TO_HOLD]:
        hold = _write_gone(tx, hold, lost, answer)
    if hold.is_live(tx.now) and held:
        hold = _end_with_carrier(tx, hold)
        record(tx, CarrierAction.HELD, hold, held)
    holds.changed(tx.db, hold)
    tx.owe(card(hold))
    tx.concerns(hold.held_by)
    if waits:
        return look_later(tx, task, after=pause(task.tries))
    return tick_off(tx, task)


def _held_and_gone(lines: Sequence[Line], answer: Answer) -> tuple[list[Line], list[Line]]:
    held: list[Line] = []
    gone: list[Line] = []
    for each in lines:
        said = answer.said.get(each.e164)
        if each.state not in (State.TO_HOLD, State.DROPPING) or (said and said.state is LineState.PENDING):
            continue
        (held if said and said.state is LineState.HELD else gone).append(each)
    return held, gone


def _write_held(tx: Transaction, rules: CarrierRules, answer: Answer, held: Sequence[Line]) -> None:
    at_most = tx.now + rules.hold_cap if rules.hold_cap else None

    def told(each: Line) -> dict[str, Any]:
        said = answer.said[each.e164]
        until = said.until or tx.now + rules.hold_for
        return {"until": until, "at_most": at_most, "held_as": answer.id, **price_of(said)}

    move(tx, State.HELD, [each for each in held if each.state is State.TO_HOLD], told)
    for each in held:
        if each.state is not State.TO_HOLD:  # nobody here waits for it any more, and the carrier keeps it until then
            stored.note(tx.db, each, tx.now, **told(each))


def _write_gone(tx: Transaction, hold: Hold, gone: Sequence[Line], answer: Answer) -> Hold:
    """Somebody else got these numbers. A hold that has none left is over."""
    by_why = by_reason(gone, answer)
    for why, some in by_why:
        stored.move(tx.db, some, State.GONE, tx.now, **why)
    these = [each.e164 for each in gone]
    if not hold.is_live(tx.now):
        return hold
    at_carriers.lost(tx.db, tx.workspace.id, these, tx.now)
    if len(these) == hold.size:
        holds.close_released(tx.db, hold, by=None, now=tx.now)
        hold = holds.find(tx.db, hold.workspace, hold.id) or hold
    else:
        hold = holds.leave_out(tx.db, hold, these)
    for why, some in by_why:
        tell(tx, hold, record(tx, CarrierAction.GONE, hold, some, **why), to_asker=True)
    return hold


def _end_with_carrier(tx: Transaction, hold: Hold) -> Hold:
    """The hold, as it ends: a minute before the first of its carriers' stamps, where that is earlier."""
    stamps = [each.until for each in stored.of_hold(tx.db, hold) if each.state is State.HELD and each.until]
    until = max(min(stamps) - MARGIN, tx.now, hold.held_at + _AT_LEAST)
    if until >= hold.until:
        return hold
    numbers.extend(tx.db, hold, tx.now, until)
    return holds.end_at(tx.db, hold, until=until, warn_at=_warn_at(tx.now, until))


def _warn_at(now: datetime, until: datetime) -> datetime | None:
    """Two minutes before the end, if that is still to come."""
    at = until - timedelta(minutes=2)
    return at if at > now else None


def extend(tx: Transaction, task: Task, _rules: CarrierRules, answer: Answer) -> None:
    """A hold lasts as long as its carriers give. Raises TaskLost."""
    hold, lines = found(tx, task)
    tick_off(tx, task)
    held = [each for each in lines if each.state is State.HELD]
    for each in held:
        if (said := answer.said.get(each.e164)) and said.until:
            stored.note(tx.db, each, tx.now, until=said.until)
    if hold is None or not held or not hold.is_live(tx.now):
        return
    theirs = [each for each in stored.of_hold(tx.db, hold) if each.state is State.HELD]
    stamps = [each.until for each in theirs if each.until]
    wanted = datetime.fromisoformat(task.detail["until"])
    until = min(wanted, min(stamps) - MARGIN)
    if until > hold.until:
        numbers.extend(tx.db, hold, tx.now, until)
        hold = holds.end_at(tx.db, hold, until=until, warn_at=_warn_at(tx.now, until))
    goes_on = not answer.refused and _goes_on(
        tx, [each for each in theirs if each.reference == held[0].reference], wanted
    )
    action = CarrierAction.EXTENDED if goes_on or until >= wanted else CarrierAction.NOT_EXTENDED
    entry = record(tx, action, hold, held, until=hold.until.isoformat())
    tx.owe(card(hold), *([] if goes_on else [line(hold, entry)]))


def _goes_on(tx: Transaction, held: Sequence[Line], wanted: datetime) -> bool:
    """Have the carrier asked once more before its stamp, where it may hold longer than it has granted till now."""
    first = min(held, key=lambda each: each.until or wanted)
    stamp = first.until or wanted
    longest = min(wanted, first.at_most - MARGIN) if first.at_most else wanted
    at = stamp - _BEFORE_STAMP
    if stamp - MARGIN >= longest or at <= tx.now:
        return False
    for each in held:
        stored.note(tx.db, each, tx.now, wanted_until=wanted, extend_at=at)
    return True


def drop(tx: Transaction, task: Task, rules: CarrierRules, _answer: Answer) -> None:
    """What nobody here holds any more was given back, where it can be. Raises TaskLost."""
    hold, lines = found(tx, task)
    tick_off(tx, task)
    dropping = [each for each in lines if each.state is State.DROPPING]
    # What cannot be given back is the carrier's to keep until its stamp; what has none was never held.
    stored.move(tx.db, [each for each in dropping if rules.gives_back or each.until is None], State.ENDED, tx.now)
    if hold and dropping:
        holds.changed(tx.db, hold)
        tx.owe(card(hold))
