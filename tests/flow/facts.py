"""All that a desk's database, record and channels hold at one moment, for what must be true of them together."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from sqlalchemy import select

from store import approvals, audit, holds, outbox
from store.approvals.table import ApprovalRequestRow
from store.approvals.types import ApprovalRequest, RequestId
from store.audit.table import EntryRow
from store.audit.types import Deed, Finding
from store.holds.table import HoldRow
from store.holds.types import Hold, HoldId, Outcome
from store.numbers import held_numbers
from store.numbers.table import NumberRow
from store.outbox.types import Backlog
from store.session import Db
from store.types import E164
from store.workspaces.types import Workspace
from tests.flow.desk import Desk
from tests.flow.product import AUDIT_KEY
from tests.flow.slack import Message

NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """The time during which a hold had a number: to NEVER where it was acquired."""

    e164: E164
    hold: Hold
    until: datetime

    def covers(self, when: datetime) -> bool:
        return self.hold.held_at <= when < self.until


@dataclass(frozen=True, kw_only=True)
class Facts:
    now: datetime
    settings: Workspace
    holds: Sequence[Hold]
    took: Mapping[HoldId, Mapping[E164, Outcome | None]]
    numbers: Mapping[E164, Any]  # the rows of those that somebody has or had
    requests: Mapping[HoldId, Sequence[ApprovalRequest]]  # oldest first
    deeds: Mapping[str, Sequence[Deed]]  # of each subject, oldest first
    record: Finding
    backlog: Backlog
    messages: Sequence[Message]  # those that everybody sees

    @cached_property
    def spells(self) -> list[Spell]:
        """In the order in which they began."""
        return [
            Spell(e164=e164, hold=hold, until=_until(hold, outcome))
            for hold in sorted(self.holds, key=lambda hold: hold.held_at)
            for e164, outcome in self.took[hold.id].items()
        ]

    @cached_property
    def spells_of(self) -> Mapping[E164, Sequence[Spell]]:
        of: dict[E164, list[Spell]] = defaultdict(list)
        for spell in self.spells:
            of[spell.e164].append(spell)
        return of

    @property
    def notices(self) -> list[Message]:
        """In the thread of a card and told to all, or, where no card is there yet, by themselves: a text alone."""
        alone = [each for each in self.messages if not each.is_reply and not each.body.get("blocks")]
        return [each for each in self.messages if each.is_broadcast] + [
            each for each in alone if not each.is_broadcast and not each.text.startswith("So much waited")
        ]

    @cached_property
    def unshown(self) -> frozenset[str]:
        """The holds that were over before they could be shown, as far as lines name and count them."""
        lines = [message.text for message in self.messages if message.text.startswith("So much waited")]
        named = {name for line in lines for name in re.findall(r"\bH-\d+", line)}
        more = sum(int(count) for line in lines for count in re.findall(r"and (\d+) more", line))
        without = {hold.name for hold in self.holds if hold.outcome and not self.cards(hold)}
        return frozenset(without if named <= without and len(without) == len(named) + more else named)

    def cards(self, hold: Hold) -> list[Message]:
        return [message for message in self.messages if f" · *{hold.name}*" in message.words]

    def under(self, hold: Hold) -> Iterator[Message]:
        """What is said in the thread of a hold's card, notices apart."""
        for message in self.messages:
            if message.body.get("thread_ts") == hold.card_ts != message.ts and not message.is_broadcast:
                yield message


def facts(desk: Desk, settings: Workspace) -> Facts:
    said = [message for channel in desk.get("state")["channels"] for message in desk.messages(channel["id"])]
    now = desk.now()
    with desk.database.reading() as db:
        all_holds = holds.find_all(db, settings.id, [HoldId(each) for each in db.scalars(select(HoldRow.id))])
        subjects = db.scalars(select(EntryRow.subject).distinct()).all()
        return Facts(
            now=now,
            settings=settings,
            holds=all_holds,
            took={hold.id: {each.e164: each.outcome for each in held_numbers(db, hold)} for hold in all_holds},
            numbers=_numbers(db),
            requests=_requests(db, settings),
            record=audit.verify(db, settings.id, AUDIT_KEY.encode()),
            deeds={subject: [entry.deed for entry in audit.of(db, settings.id, subject)] for subject in subjects},
            backlog=outbox.backlog(db, now),
            messages=said,
        )


def _numbers(db: Db) -> dict[E164, Any]:
    rows = db.execute(select(NumberRow).where(NumberRow.workspace.is_not(None)))
    return {E164(row.e164): row for row in rows}


def _requests(db: Db, settings: Workspace) -> Mapping[HoldId, Sequence[ApprovalRequest]]:
    of: dict[HoldId, list[ApprovalRequest]] = defaultdict(list)
    for id_ in db.scalars(
        select(ApprovalRequestRow.id).where(ApprovalRequestRow.workspace == settings.id).order_by(ApprovalRequestRow.id)
    ):
        request = approvals.find(db, settings.id, RequestId(id_))
        if request and request.hold:
            of[request.hold].append(request)
    return of


def _until(hold: Hold, outcome: Outcome | None) -> datetime:
    if outcome is Outcome.ACQUIRED:
        return NEVER
    return hold.closed_at or hold.until
