"""A database in which so much has happened that nobody may read a table of it from end to end."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import insert, text, update

from handlers.holds.entries import HoldAction
from handlers.kit.cards import CardOutbox
from store.answers import AnswerRow
from store.approvals.table import ApprovalRequestRow, ApprovalRow
from store.approvals.types import Verdict
from store.audit.table import EntryRow
from store.holds.table import HoldNumberRow, HoldRow
from store.holds.types import Outcome, Purpose
from store.numbers.table import NumberRow
from store.outbox.table import OutboxRow
from store.ports.table import PortAlarmRow, PortCommentRow, PortFollowerRow, PortLetterRow, PortNumberRow, PortOrderRow
from store.ports.types import Alarm, State
from store.schema import Base
from store.session import Database
from store.types import Kind
from store.workspaces.table import WorkspaceRow
from tests.desk import AWAY, CHANNEL, EVE, HOLD_LASTS, START

NUMBERS, HOLDS = 20_000, 3_000
SOON = START + timedelta(days=100, minutes=4)  # by the real clock: a debt is not put off for longer than that
LONG_AGO, MUCH_LATER = START - timedelta(days=1), START + timedelta(days=999)
# The outbox is not among them: what is paid is deleted, and the sender looks through what is left in its order.
LARGE = frozenset({"numbers", "holds", "hold_numbers", "entries", "answers", "requests", "approvals"})
LARGE |= {"port_orders", "port_numbers", "port_followers", "port_comments", "port_letters", "port_alarms"}


def fill_up(database: Database) -> None:
    """Write down what a busy workspace, AWAY, leaves behind."""
    rows: list[tuple[type[Base], Callable[[int], dict[str, Any]], int]] = [
        (NumberRow, _number, NUMBERS),
        (HoldRow, _hold, HOLDS),
        (HoldNumberRow, _hold_number, HOLDS),
        (EntryRow, _entry, HOLDS),
        (ApprovalRequestRow, _request, HOLDS),
        (ApprovalRow, _approval, HOLDS),
        (AnswerRow, _answer, HOLDS),
        (OutboxRow, _debt, HOLDS),
        (PortOrderRow, _order, HOLDS),
        (PortNumberRow, lambda number: _of_order(number) | {"e164": f"+1{number:010}", "is_open": False}, HOLDS),
        (PortFollowerRow, lambda number: _of_order(number) | {"member": "UFAY"}, HOLDS),
        (PortCommentRow, _comment, HOLDS),
        (PortLetterRow, _letter, HOLDS),
        (PortAlarmRow, lambda number: _of_order(number) | {"alarm": Alarm.SILENT, "at": MUCH_LATER}, HOLDS),
    ]
    with database.begin() as db:
        for table, row, quantity in rows:
            db.execute(insert(table), [row(number) for number in range(1, quantity + 1)])
        db.execute(update(WorkspaceRow).where(WorkspaceRow.id == AWAY).values(last_entry=HOLDS))
    if database.engine.dialect.name == "postgresql":  # it does so by itself from time to time; SQLite never does
        with database.begin() as db:
            db.execute(text("ANALYZE"))


def _number(number: int) -> dict[str, Any]:
    city = {"region": f"Region {number % 20}", "city": f"City {number % 200}"}
    return {"e164": f"+1{number:010}", "country": "US", "kind": Kind.TOLL, "available_at": LONG_AGO, **city}


def _hold(number: int) -> dict[str, Any]:
    """One that ran out long ago."""
    times = {"held_at": LONG_AGO, "until": LONG_AGO + HOLD_LASTS, "closed_at": LONG_AGO + HOLD_LASTS}
    who = {"workspace": AWAY, "id": number, "held_by": EVE.user, "channel": CHANNEL}
    what = {"region": "", "city": "", "kind": Kind.TOLL, "size": 1, "outcome": Outcome.RAN_OUT}
    return {**who, **what, **times}


def _hold_number(number: int) -> dict[str, Any]:
    return {"workspace": AWAY, "hold": number, "e164": f"+1{number:010}", "outcome": Outcome.RAN_OUT}


def _entry(number: int) -> dict[str, Any]:
    subject = {"action": HoldAction.RAN_OUT, "subject": f"H-{number}", "before": {"size": 1}, "after": {}}
    said = {"number": number, "at": LONG_AGO, "who": f"U{number % 100}", "name": "", "seal": ""}
    return {"workspace": AWAY, **said, **subject}


def _request(number: int) -> dict[str, Any]:
    """One that ended with its hold."""
    asked = {"workspace": AWAY, "id": number, "hold": number, "asked_by": EVE.user, "asked_at": LONG_AGO}
    what = {"numbers": [f"+1{number:010}"], "purpose": Purpose.NOT_YET, "note": "", "needed": 1, "approvers": {}}
    return {**asked, **what, "verdict": Verdict.RAN_OUT, "closed_at": LONG_AGO + HOLD_LASTS}


def _approval(number: int) -> dict[str, Any]:
    return {"workspace": AWAY, "request": number, "member": "UFAY", "asked_by": EVE.user, "at": LONG_AGO}


def _answer(number: int) -> dict[str, Any]:
    return {"workspace": AWAY, "member": EVE.user, "click": f"old {number}", "at": START, "reply": {}}


def _debt(number: int) -> dict[str, Any]:
    """One that is put off."""
    what = {"workspace": AWAY, "kind": CardOutbox.LINE, "subject": f"H-{number}", "item": "", "detail": {}}
    return {**what, "channel": CHANNEL, "lane": "posts C1", "owed_at": LONG_AGO, "due_at": SOON}


def _order(number: int) -> dict[str, Any]:
    """One that has ended, under a card of its own: of ten one was cancelled."""
    who = {"workspace": AWAY, "id": number, "requested_by": EVE.user, "channel": CHANNEL, "card_ts": f"{number}.0"}
    what = {"created_at": LONG_AGO, "since": LONG_AGO, "country": "US", "kind": Kind.TOLL, "capacity": "confirmed"}
    is_completed = number % 10 > 0
    ended = {"state": State.COMPLETED, "foc": LONG_AGO} if is_completed else {"state": State.CANCELLED, "foc": None}
    return {**who, **what, **ended}


def _of_order(number: int) -> dict[str, Any]:
    return {"workspace": AWAY, "port_order": number}


def _comment(number: int) -> dict[str, Any]:
    return {**_of_order(number), "ts": f"{number}.1", "by": EVE.user, "at": LONG_AGO, "text": "well", "files": []}


def _letter(number: int) -> dict[str, Any]:
    what = {"name": "letter.pdf", "media_type": "application/pdf", "size": 1, "sha256": "", "content": b"%"}
    said = {"signer": "", "fields": {}, "numbers": [f"+1{number:010}"]}
    return {**_of_order(number), "by": EVE.user, "at": LONG_AGO, **what, **said}
