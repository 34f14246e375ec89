"""What is done with several numbers at once, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NewType

from store.services.types import ServiceKind
from store.types import E164, ChannelId, UserId, WorkspaceId

BatchId = NewType("BatchId", int)  # counted in each workspace from 1: B-1
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
    UNDER_WAY = "under_way"  # some lines are decided, others wait
    DONE = "done"  # all lines are decided, whatever they came to
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    FORGOTTEN = "forgotten"  # a draft that nobody went on with


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What stands in the modal of a batch: the list, and the service of lines that name none."""

    typed: str = ""
    kind: ServiceKind | None = None  # None: no service is named
    name: str = ""


NOTHING = Form()


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A service as it was called when a line was decided."""

    kind: ServiceKind
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One number of a batch, or what was said instead of one."""

    number: int  # from 1, as the lines were listed
    said: str
    e164: E164 | None  # None: what was said is no number
    kind: ServiceKind | None = None  # of the service that the line itself names; None: the form's
    name: str = ""
    as_default: bool = False  # asked to become its service's default
    from_file: bool = False
    outcome: str | None = None  # DONE, RESTORED or the key of a refusal; None while it waits
    met: Met | None = None  # the service that the number went to, left, or is in the way
    is_default: bool = False  # became the default of that service


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Several numbers to be assigned, unassigned or released: each line by itself, in parts, until all are decided."""

    workspace: WorkspaceId
    id: BatchId
    verb: Verb
    asked_by: UserId
    channel: ChannelId  # where its card is
    since: datetime  # UTC, when it came into its stage
    form: Form = NOTHING
    stage: Stage = Stage.DRAFT
    size: int = 0  # lines
    done: int = 0  # lines that came to DONE, restored ones among them
    refused: int = 0  # lines that came to a refusal
    awaits_file: bool = False  # more lines come with a file
    read_as: Mapping[str, Any] | None = None  # what the file was taken for, as JSON
    until: datetime | None = None  # UTC, the end of the rest of what it released
    card_ts: str | None = None  # Slack's name of the card's message; None: it is not posted
    version: int = 1  # counts what is shown: the same button of another version is another click

    @property
    def name(self) -> str:
        """What members call it, and the record its subject: B-3."""
        return f"B-{self.id}"

    @property
    def owner(self) -> UserId:
        """Whose it is."""
        return self.asked_by

    @property
    def ref(self) -> Mapping[str, int]:
        """What a button or an outbox row carries to find it again."""
        return {"batch": self.id}
