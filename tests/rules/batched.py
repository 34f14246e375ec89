"""Batches for tests of what they look like: of a thousand lines, of every outcome, with the longest names."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from handlers.batches.lines import BatchRefusal
from handlers.batches.views.card import BatchCard
from handlers.desk import FEATURES
from handlers.inventory.rules import InventoryRefusal
from handlers.kit.blocks import FIRST
from handlers.kit.file_faults import MORE, FileFault, Unused
from handlers.kit.number_reading import Unread
from handlers.quota.rules import QuotaRefusal
from store.approvals.types import ApprovalRequest
from store.batches.types import DONE, RESTORED, Batch, BatchId, Line, Met, Stage, Verb
from store.services.types import ServiceKind
from store.types import E164, ChannelId, WorkspaceId
from store.workspaces.types import LOCALES
from tests.rules.owned import LONGEST_NUMBER, NAMES
from tests.rules.shown import (
    HOLDER,
    NOW,
    WORST,
    e164s,
)
from tests.rules.shown import request as a_request
from tests.table import table

BOTH_LANGUAGES = table("locale", LOCALES)
Wrong = dict[str, Any] | None
WHYS = ("batch-file-no-list", "batch-file-too-long", *FileFault)
WRONG: list[Wrong] = [None, *(Unused(why=why, columns=[WORST, 7, MORE]).kept() for why in WHYS)]
NAMES_OF_WRONG = [each["why"] if each else "nothing" for each in WRONG]
VERBS = FEATURES.verbs
EVERY_VERB = table("verb", Verb)
EVERY_NAME = table("name", NAMES.values(), ids=NAMES)
COUNTS = table("count", [0, 1, 10, 11, 1_000])
REFUSALS = (
    *(
        InventoryRefusal.NOT_OURS,
        InventoryRefusal.IS_RESTING,
        InventoryRefusal.IS_PORTING,
        InventoryRefusal.IS_ASSIGNED,
        InventoryRefusal.NOT_ASSIGNED,
    ),
    *(
        InventoryRefusal.DEFAULT_OF_BRIDGES,
        InventoryRefusal.DEFAULT_IS_TOLL,
        InventoryRefusal.NAME_NEXT_DEFAULT,
        InventoryRefusal.NO_SERVICE,
    ),
    *(InventoryRefusal.LONG_NAME, BatchRefusal.SAID_BEFORE, QuotaRefusal.NO_CREDITS, QuotaRefusal.NO_LICENCE),
)
EVERY_OUTCOME = (DONE, RESTORED, *REFUSALS)
NUMBERS = e164s(1_000)


def batch(verb: Verb = Verb.RELEASE, stage: Stage = Stage.DONE, **changes: Any) -> Batch:
    """A batch with the longest name there can be, of a thousand lines."""
    made = Batch(
        workspace=WorkspaceId("T1"),
        id=BatchId(2**31 - 1),
        verb=verb,
        asked_by=HOLDER,
        channel=ChannelId("C1"),
        since=NOW,
        stage=stage,
        size=1_000,
        done=1_000 if stage is Stage.DONE else 0,
        until=NOW + timedelta(days=30) if verb is Verb.RELEASE and stage is Stage.DONE else None,
    )
    return replace(made, **changes)


def decided(outcome: str | None, number: int = 1, name: str = "Contoso", e164: E164 | None = LONGEST_NUMBER) -> Line:
    met = Met(kind=ServiceKind.ATTENDANT, name=name)
    return Line(number=number, said=WORST[:80], e164=e164, outcome=outcome, met=met, is_default=outcome == DONE)


def many(name: str = "Contoso", outcome: str | None = None) -> list[Line]:
    """A thousand lines, of every outcome in turn or of one."""
    every = [*EVERY_OUTCOME, *Unread]
    lines = []
    for at, e164 in enumerate(NUMBERS):
        came_to = outcome or every[at % len(every)]
        lines.append(decided(came_to, at + 1, name, None if came_to in list(Unread) else e164))
    return lines


def request(size: int = 1_000, **changes: Any) -> ApprovalRequest:
    asked = a_request(size, **changes)
    return replace(asked, hold=None, batch=batch().id)


def sight(of: Batch, **more: Any) -> BatchCard:
    return BatchCard(batch=of, verb=VERBS[of.verb], numbers=NUMBERS[:FIRST], now=NOW, **more)
