"""What of inventory the record tells, and in which words."""

from datetime import datetime
from enum import StrEnum

from handlers.kit.blocks import brief
from handlers.kit.entries import LONGEST, EntryWords, Values
from handlers.kit.messages import moment
from store.audit.types import Deed


class InventoryAction(StrEnum):
    """What was done, as the record names it."""

    ASSIGNED = "assigned"
    UNASSIGNED = "unassigned"
    DEFAULT_CHANGED = "default_changed"
    SERVICE_RENAMED = "service_renamed"
    NUMBER_RELEASED = "number_released"
    RESTORED = "restored"


def _service(_locale: str, deed: Deed) -> Values:
    return {"service": brief(str(deed.after.get("service") or deed.before.get("service")), LONGEST)}


def _renamed(_locale: str, deed: Deed) -> Values:
    before, after = (brief(str(said["name"]), LONGEST) for said in (deed.before, deed.after))
    return {"before": before, "service": after}


def _rests(_locale: str, deed: Deed) -> Values:
    return {"time": moment(datetime.fromisoformat(deed.after["until"]))}


ENTRIES: dict[str, EntryWords] = {
    InventoryAction.ASSIGNED: EntryWords(key="log-assigned", values=_service),
    InventoryAction.UNASSIGNED: EntryWords(key="log-unassigned", values=_service),
    InventoryAction.DEFAULT_CHANGED: EntryWords(key="log-default_changed", values=_service),
    InventoryAction.SERVICE_RENAMED: EntryWords(key="log-service_renamed", values=_renamed),
    InventoryAction.NUMBER_RELEASED: EntryWords(key="log-number_released", values=_rests, counts=-1),
    InventoryAction.RESTORED: EntryWords(key="log-restored", counts=1),
}
