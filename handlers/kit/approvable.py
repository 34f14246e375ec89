"""What teammates may have to agree to is known by what it can do."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from slack_sdk.models.blocks import Block

from handlers.kit.cards import Carded
from handlers.kit.member import Member
from handlers.kit.refusals import Refusal
from store.approvals.types import ApprovalRequest
from store.session import Db
from store.types import WorkspaceId
from store.workspaces.types import Workspace

if TYPE_CHECKING:  # a transaction has the tools, which have what can be approved
    from handlers.kit.transaction import MemberTransaction


class Requested(Carded, Protocol):
    """What approval is asked for: `size` numbers."""

    @property
    def size(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalWords:
    """The keys of the messages that tell of a request for approval of one kind of things."""

    asked: str  # told under the card, mentioning those who may approve
    cannot_ask_here: str
    approved_last: str
    was_approved: str
    verdict_approved: str
    verdict_declined: str
    verdict_ran_out: str
    request_ran_out: str
    decline_intro: str
    line_declined: str
    line_withdrawn: str
    withdrawn: str
    home: str


Thing = TypeVar("Thing", bound=Requested)


class Approvable(Protocol[Thing]):
    """A kind of things for which approval is asked: what becomes of one by each decision."""

    words: ApprovalWords

    def find(self, db: Db, workspace: WorkspaceId, number: int, *, lock: bool = False) -> Thing:
        """One of them; with `lock` it is kept as it is until the transaction ends. Raises BadInput: there is none."""

    def find_all(self, db: Db, workspace: WorkspaceId, numbers: Collection[int]) -> list[Thing]:
        """Those of these numbers that there are."""

    def waits(self, thing: Thing, now: datetime) -> bool:
        """Whether something can still be decided about it."""

    def ends(self, thing: Thing) -> datetime:
        """Until when it can be decided, or since when it cannot."""

    def changed(self, tx: "MemberTransaction", thing: Thing) -> None:
        """What is shown of it has changed: its buttons are others now."""

    def may_have(self, workspace: Workspace, asker: Member) -> Refusal | None:
        """Why who asked may not have it any more though everybody agrees, if so."""

    def grant(self, tx: "MemberTransaction", thing: Thing, request: ApprovalRequest) -> None:
        """Everybody who must has agreed: do it. Raises Rollback where it cannot be any more."""

    def decline(self, tx: "MemberTransaction", thing: Thing) -> None:
        """Somebody has refused: it will not be done."""

    def withdraw(self, tx: "MemberTransaction", thing: Thing) -> None:
        """Who asked does not any more."""

    def numbers(self, locale: str, thing: Thing, count: int) -> str:
        """So many of its numbers, in words."""

    def values(self, locale: str, thing: Thing) -> Mapping[str, str | int]:
        """What else the messages of its words may tell of it."""

    def what_for(self, locale: str, request: ApprovalRequest) -> list[Block]:
        """What the numbers are for, where that was said."""

    def costs(self, db: Db, locale: str, thing: Thing, request: ApprovalRequest) -> str:
        """What the numbers that are asked for cost, where somebody is to be paid for them; "" where nobody is."""
