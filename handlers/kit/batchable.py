"""What can be done with many numbers at once is known by what it can do."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from slack_sdk.models.blocks import Block

from handlers.kit.headings import Column
from store.batches.types import Form, Line, Met, Verb
from store.services.types import ServiceKind
from store.session import Db
from store.workspaces.types import Workspace

if TYPE_CHECKING:  # a transaction has the tools, which have what can be done
    from handlers.kit.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchWords:
    """The keys of the messages that tell of a batch of one verb."""

    title: str
    intro: str
    list_hint: str
    confirm: str  # of the button that begins it
    preview: str
    line: str
    report: str
    under_way: str  # on the card
    done: str  # on the card


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The service that numbers are to go to, as far as a line says it."""

    kind: ServiceKind | None = None
    name: str = ""
    as_default: bool = False
    fault: str = ""  # the key of the refusal of a row that cannot be understood


NO_TARGET = Target()


class BatchVerb(Protocol):
    """Something that is done with many numbers.

    `rests`: what it lets go rests and can be restored. `columns` of a table are read beside the numbers.
    """

    verb: Verb
    words: BatchWords
    rests: bool
    columns: Collection[Column]

    def parts(self, text: str) -> Sequence[tuple[str, Target]]:
        """A pasted list in parts: what of each are numbers, and where they are to go."""

    def target(self, cells: Mapping[Column, str]) -> Target:
        """Where the number of a table's row is to go, by the cells of its columns."""

    def fields(self, locale: str, form: Form) -> list[Block]:
        """The fields of the modal that ask for what lines do not say themselves."""

    def in_turn(self, db: Db, workspace: Workspace, lines: Sequence[Line], now: datetime) -> list[Line]:
        """The lines in the order in which they are to be done."""

    def forecast(self, db: Db, workspace: Workspace, form: Form, lines: Sequence[Line], now: datetime) -> list[Line]:
        """What lines that wait would come to, each done after those before it."""

    def carry_out(self, tx: "Transaction", form: Form, lines: Sequence[Line], until: datetime | None) -> list[Line]:
        """Do what lines say, as far as it can be; `until` is when a rest ends that begins now."""

    def needed(self, db: Db, workspace: Workspace, lines: Sequence[Line], now: datetime) -> int:
        """How many teammates must agree to what these lines would come to."""

    def met(self, locale: str, met: Met | None) -> str:
        """The service that a line met, in words."""

    def means(self, locale: str, lines: Sequence[Line]) -> list[str]:
        """What must be known of what is done."""
