"""What is done with several numbers at once, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from store.services.types import ServiceKind
from store.types import E164, ChannelId, UserId, WorkspaceId

BatchId = NewType("BatchId", int)
DONE, RESTORED = "done", "restored"  # what a line came to, beside the keys of refusals


class Verb(StrEnum):
    """What is done with the numbers."""

    ASSIGN = "assign"
    UNASSIGN = "unassign"
    RELEASE = "release"


class Stage(StrEnum):
    """How far a batch has come."""

    DRAFT = "draft"  # only who writes it sees it
    ASKED = "asked"  # teammates must agree
    UNDER_WAY = "under_way"
    DONE = "done"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    FORGOTTEN = "forgotten"  # a draft that nobody went on with


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What stands in the modal of a batch: the list, and the service of lines that name none."""

    typed: str = ""
    kind: ServiceKind | None = None
    name: str = ""


NOTHING = Form()


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A service as it was called when a line was decided."""

    kind: ServiceKind
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One number of a batch, or what was `said` instead of one. Lines are numbered from 1 as they were listed.

    `kind` and `name` are of the service that the line itself says; of one that says nothing the batch's form says it.
    `outcome` is DONE, RESTORED or the key of a refusal; None while the line waits. `met` is the service that the number
    went to, left, or is in the way; `is_default`: it became the default there.
    """

    number: int
    said: str
    e164: E164 | None
    kind: ServiceKind | None = None
    name: str = ""
    as_default: bool = False
    from_file: bool = False
    outcome: str | None = None
    met: Met | None = None
    is_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Several numbers to be assigned, unassigned or released, each line by itself and all of it or nothing.

    `since` is when it came into its stage, `until` the end of the rest of what it released. `done` and `refused` count
    the lines that are decided. While it `awaits_file`, lines are still to come.
    """

    workspace: WorkspaceId
    id: BatchId
    verb: Verb
    asked_by: UserId
    channel: ChannelId
    since: datetime
    form: Form = NOTHING
    stage: Stage = Stage.DRAFT
    size: int = 0
    done: int = 0
    refused: int = 0
    awaits_file: bool = False
    until: datetime | None = None
    card_ts: str | None = None
    version: int = 1

    @property
    def name(self) -> str:
        return f"B-{self.id}"

    @property
    def owner(self) -> UserId:
        """Whose it is."""
        return self.asked_by

    @property
    def ref(self) -> Mapping[str, int]:
        """What a button or an outbox row carries to find it again."""
        return {"batch": self.id}
