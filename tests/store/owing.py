"""Short words for tests of what is owed to Slack: to owe, to claim, to pay."""

from datetime import timedelta
from typing import Any

from handlers.kit.cards import CardOutbox
from store import outbox
from store.outbox.types import ClaimedItem, OutboxItem
from store.types import ChannelId, WorkspaceId
from tests.desk import CHANNEL, HOME, Desk

ELSEWHERE = ChannelId("C2")


def owing(
    kind: str = CardOutbox.CARD,
    subject: str = "H-1",
    channel: ChannelId = CHANNEL,
    workspace: WorkspaceId = HOME,
    **more: Any,
) -> OutboxItem:
    """Something owed about a subject."""
    return OutboxItem(workspace=workspace, kind=kind, subject=subject, channel=channel, **more)


def owe(desk: Desk, *owed: OutboxItem) -> None:
    with desk.database.begin() as db:
        outbox.owe(db, owed, desk.real_clock())


def claim(desk: Desk) -> ClaimedItem | None:
    """Claim as the sender does."""
    with desk.database.begin() as db:
        outbox.open_lanes(db, desk.real_clock())
    with desk.database.begin() as db:
        return outbox.claim(db, desk.real_clock(), desk.tools.features.messages)


def claimed(desk: Desk) -> ClaimedItem:
    """Claim what must be there to be claimed."""
    debt = claim(desk)
    assert debt
    return debt


def pay(desk: Desk, debt: ClaimedItem) -> None:
    """Tick a debt off, and let the next one into its lane."""
    with desk.database.begin() as db:
        outbox.paid(db, debt, desk.real_clock())


def put_off(desk: Desk, debt: ClaimedItem, by: timedelta) -> None:
    with desk.database.begin() as db:
        outbox.put_off(db, debt, desk.real_clock(), desk.real_clock() + by, "fatal_error")


def park(desk: Desk, debt: ClaimedItem) -> None:
    with desk.database.begin() as db:
        outbox.park(db, debt, desk.real_clock(), "is_archived")


def in_order(desk: Desk) -> list[tuple[str, str, str]]:
    """Pay all there is to pay, and say in which order: subject, kind, item."""
    paid = []
    while debt := claim(desk):
        pay(desk, debt)
        paid.append((debt.owing.subject, debt.owing.kind, debt.owing.item))
    return paid
