"""What a hold can do: it has a card, and approval is asked for what is acquired of it."""

from collections.abc import Collection, Mapping
from datetime import datetime

from slack_sdk.models.blocks import Block

from handlers import approvals, carriers
from handlers.holds import acquisition, lookup, show
from handlers.holds.requests import NAME
from handlers.holds.views import lines
from handlers.holds.views.card import wish
from handlers.holds.views.words import APPROVAL_WORDS
from handlers.kit import roles
from handlers.kit.blocks import counted, where
from handlers.kit.cards import ThreadLine
from handlers.kit.member import Member
from handlers.kit.messages import slack_time
from handlers.kit.refusals import Refusal
from handlers.kit.reply import Message
from handlers.kit.sources import source
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction
from store import holds, numbers
from store.approvals.types import ApprovalRequest
from store.audit.types import Entry
from store.holds.types import Hold, HoldId, Outcome
from store.session import Db
from store.types import E164, ChannelId, WorkspaceId
from store.workspaces.types import Workspace


class HoldApproval:
    """Approval is asked for acquiring numbers of a hold, as long as it lasts."""

    words = APPROVAL_WORDS

    def find(self, db: Db, workspace: WorkspaceId, number: int, *, lock: bool = False) -> Hold:
        return lookup.find(db, workspace, HoldId(number), lock=lock)

    def find_all(self, db: Db, workspace: WorkspaceId, numbers: Collection[int]) -> list[Hold]:
        return holds.find_all(db, workspace, [HoldId(number) for number in numbers])

    def waits(self, thing: Hold, now: datetime) -> bool:
        return thing.is_live(now)

    def ends(self, thing: Hold) -> datetime:
        return thing.until

    def changed(self, tx: MemberTransaction, thing: Hold) -> None:
        holds.changed(tx.db, thing)

    def may_have(self, workspace: Workspace, asker: Member) -> Refusal | None:
        return roles.reserve(workspace, asker)

    def grant(self, tx: MemberTransaction, thing: Hold, request: ApprovalRequest) -> None:
        chosen = acquisition.Purchase(numbers=request.numbers, purpose=request.purpose, note=request.note)
        acquisition.keep(tx, thing, chosen, request)

    def decline(self, tx: MemberTransaction, thing: Hold) -> None:
        numbers.give_back(tx.db, thing, tx.now)
        carriers.let_go(tx, [thing])
        holds.close_released(tx.db, thing, by=tx.member.user, now=tx.now)

    def withdraw(self, tx: MemberTransaction, thing: Hold) -> None:
        holds.changed(tx.db, thing)

    def numbers(self, locale: str, thing: Hold, count: int) -> str:
        return counted(locale, count, thing.wanted.kind)

    def values(self, locale: str, thing: Hold) -> Mapping[str, str | int]:
        place, time = where(locale, thing.wanted.place), slack_time(thing.until)
        return {"place": place, "time": time, "source": source(of_carriers=thing.at_carriers)}

    def what_for(self, locale: str, request: ApprovalRequest) -> list[Block]:
        return [wish(locale, request)]

    def costs(self, db: Db, locale: str, thing: Hold, request: ApprovalRequest) -> str:
        return carriers.costs_of(db, locale, thing, request.numbers)


APPROVAL = HoldApproval()


class HoldSubject:
    """A hold has a card."""

    key = "hold"
    name = NAME

    def find(self, db: Db, workspace: WorkspaceId, number: int, *, lock: bool = False) -> Hold | None:
        return holds.find(db, workspace, HoldId(number), lock=lock)

    def card_posted(self, db: Db, thing: Hold, *, channel: ChannelId, ts: str | None) -> Hold:
        return holds.card_posted(db, thing, channel=channel, ts=ts)

    def is_over(self, thing: Hold) -> bool:
        return thing.outcome in (Outcome.RELEASED, Outcome.RAN_OUT)

    def card(self, tools: Tools, db: Db, workspace: Workspace, thing: Hold, locale: str) -> Message:
        return show.render(tools, db, workspace, thing, locale)

    def line(self, tools: Tools, db: Db, thing: Hold, entry: Entry, locale: str) -> ThreadLine | None:
        fate = carriers.fate_of(db, locale, thing, tools.now())
        message = lines.line(locale, thing, entry.deed, fate) or carriers.line(locale, thing, entry.deed)
        return ThreadLine(message=message) if message else approvals.told(db, APPROVAL, thing, entry, locale)

    def about_number(self, _tools: Tools, _db: Db, _workspace: Workspace, _number: int, _locale: str) -> str | None:
        return None

    def that_had(self, db: Db, workspace: WorkspaceId, e164: E164) -> list[int]:
        return list(holds.that_took(db, workspace, e164))
