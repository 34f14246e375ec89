"""Port orders to show and to judge."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from handlers.ports import open_points
from handlers.ports.views.letter import NAME_LENGTH
from handlers.ports.views.steps import FIELDS
from handlers.ports.views.update import COMMENT_LENGTH
from store.ports.types import Capacity, Field, MediaType, OrderId, PortOrder, Reason, SignedLetter, State
from store.types import E164, ChannelId, Kind, UserId, WorkspaceId
from store.workspaces.types import Workspace

ASKER, BRINGER = UserId("U0123456789"), UserId("U9876543210")
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # a Monday
TODAY = NOW.date()
FOC = NOW + timedelta(days=7)
WORKSPACE = Workspace(id=WorkspaceId("T1"))
BTN, FIRST, SECOND = E164("+12065550199"), E164("+12065550100"), E164("+12065550101")
SAID: Mapping[str, str] = {
    Field.CARRIER: "Old Carrier",
    Field.ACCOUNT: "ACC-123456",
    Field.BTN: BTN,
    Field.PIN: "4711",
    Field.COMPANY: "Example Corporation",
    Field.DOMAIN: "example.com",
    Field.AUTHORISED: "Ben Harrison",
    Field.TITLE: "Head of Telephony",
    Field.PHONE: "+12065550177",
    Field.EMAIL: "ben@example.com",
    Field.STREET: "1200 Fifth Avenue",
    Field.CITY: "Seattle",
    Field.REGION: "Washington",
    Field.POSTCODE: "98101",
    Field.WANTED_DATE: "2026-04-01",
    Field.WANTED_TIME: "10:00",
    Field.LANGUAGE: "en",
}
DRAFT = PortOrder(
    workspace=WORKSPACE.id,
    id=OrderId(7),
    requested_by=ASKER,
    channel=ChannelId("C0123456789"),
    created_at=NOW - timedelta(days=3),
    since=NOW - timedelta(days=3),
    country="US",
    kind=Kind.TOLL,
    fields=SAID,
    numbers=(FIRST, SECOND),
)


def order(state: State = State.DRAFT, **changes: Any) -> PortOrder:
    """An order that says all it must, in a state, with what belongs to that state."""
    foc = FOC if state in (State.APPROVED, State.PENDING, State.COMPLETED) else None
    reason = Reason.PIN if state is State.ERROR else None
    return replace(DRAFT, **{"state": state, "foc": foc, "reason": reason} | changes)


def saying(said: Mapping[str, str], of: PortOrder = DRAFT) -> PortOrder:
    """An order with some fields changed."""
    return replace(of, fields={**of.fields, **said})


def with_letter(of: PortOrder, **changes: Any) -> PortOrder:
    """An order with a letter that says what it says, signed by who had to sign."""
    letter = SignedLetter(
        by=BRINGER,
        at=NOW,
        name="letter.pdf",
        media_type=MediaType.PDF,
        size=10_000_000,
        sha256="f" * 64,
        signer=of.says(Field.AUTHORISED),
        fields=open_points.in_the_letter(of),
        numbers=frozenset(of.numbers),
    )
    return replace(of, letter=replace(letter, **changes))


def many(count: int) -> tuple[E164, ...]:
    """So many numbers of Seattle, of which there can be 10,000."""
    return tuple(E164(f"+1206556{at:04}") for at in range(count))


def worst(text: str, state: State = State.DRAFT, count: int = 2) -> PortOrder:
    """An order with the longest name there can be, in which everything that can be typed is this text."""
    typed = {str(name): text[:most] for step in FIELDS.values() for name, most in step.items()}
    fields: dict[str, str] = {**SAID, **typed, Field.BTN: BTN, Field.PHONE: BTN}
    of = order(state, id=OrderId(2**31 - 1), fields=fields, comment=text[:COMMENT_LENGTH], numbers=many(count))
    return with_letter(of, name=text[:100], signer=text[:NAME_LENGTH])


READY = replace(with_letter(DRAFT), capacity=Capacity.CONFIRMED)
