"""Entries of the record to show: of each deed one that says as much as it can."""

from collections.abc import Mapping
from typing import Any

from handlers.approvals.entries import ApprovalAction
from handlers.batches.entries import BatchAction
from handlers.carriers.entries import CarrierAction
from handlers.carriers.telling import CompareAction
from handlers.holds.entries import HoldAction
from handlers.inventory.entries import InventoryAction
from handlers.ports.alarms import SILENT_DAYS
from handlers.ports.entries import PortAction
from handlers.ports.port_list import Bad
from handlers.record.entries import RecordAction
from handlers.settings.entries import SettingsAction
from handlers.stock.entries import StockAction
from handlers.wanted.entries import WantedAction
from store.audit.types import Deed, Entry
from store.ports.types import Alarm, Capacity, Field, Reason, State
from store.types import ChannelId, WorkspaceId
from store.workspaces.columns import ROWS
from tests.rules.shown import COLLEAGUE, HOLDER, NOW, TEAMMATES, WORST, e164s

CHANNEL = ChannelId("C0123456789")
LONGEST_NAME = WORST[:80]
MANY = " ".join(["named", *TEAMMATES])
CHANNELS = [f"C{at:010}" for at in range(100)]
SETTINGS = {
    **dict.fromkeys(("enterprise_e5", "phone_system", "audio_conferencing"), 10_000_000),
    **dict.fromkeys(("credits_set_up", "credits_auto_recharge"), True),
    "credits_balance": "999999999999.99",
    "locale": "fr",
    "notices": CHANNEL,
    **dict.fromkeys(("approvals", "approvals_toll_free", "approvals_from", "extension_minutes"), 60),
    "approve_releases": True,
    "channels": CHANNELS,
    **dict.fromkeys(("approvers", *(row.name for row in ROWS if row.section == "roles")), MANY),
    "hold_minutes": 60,
    "rest_days": 180,
    "country": "GB",
    "port_lead_days": ", ".join(["GB 90"] * 80),
    "port_secret_days": 365,
    "release_request_days": 90,
    "port_silent_days": ", ".join(f"{state} 90" for state in SILENT_DAYS),
}
EDITED: dict[str, Any] = {
    **{str(field): WORST for field in Field},
    "scope": "full",
    "numbers": e164s(1_500),
    "followers": TEAMMATES,
}
READ = {
    "file": WORST[:100],
    "added": 10_000,
    "left_out": 10_000,
    "refused": [[WORST[:80], Bad.IN_ORDER, "PO-2147483647"]] * 20,
}
SIGNED = {"sha256": "f" * 64, "size": 10_000_000, "media_type": "application/pdf", "signer": WORST[:100]}
PARTS = {f"PO-{2**31 - 1 - at}": 999 for at in range(400)}  # a list with numbers of all countries and both kinds
AT_CARRIER = {
    "carrier": WORST[:80],
    "numbers": e164s(1_500),
    "until": NOW.isoformat(),
    "code": WORST[:80],
    "detail": WORST[:300],
}
SERVICE = {"service": WORST[:60]}
COUNTED = {"request": 3, "approvals": 5, "needed": 5}
LONGEST: dict[str, tuple[Mapping[str, Any], Mapping[str, Any]]] = {  # of each deed: what was before it and after
    HoldAction.RESERVED: ({}, {"numbers": e164s(1_500), "until": NOW.isoformat()}),
    HoldAction.HELD_AGAIN: ({}, {"again": "H-2147483647"}),
    HoldAction.ACQUIRED: ({"size": 1_500}, {"numbers": e164s(1_500), "note": WORST, "asked_by": HOLDER}),
    HoldAction.RELEASED: ({"size": 1_500}, {}),
    HoldAction.RAN_OUT: ({"size": 1_500}, {}),
    ApprovalAction.ASKED: ({"size": 1_500}, {"numbers": e164s(1_500), "note": WORST, "needed": 5}),
    ApprovalAction.APPROVED: ({"approvals": 4}, COUNTED),
    ApprovalAction.TAKEN_BACK: ({"approvals": 5}, COUNTED),
    ApprovalAction.LAPSED: ({"approvals": 5}, COUNTED | {"lapsed": list(TEAMMATES)}),
    ApprovalAction.DECLINED: ({"size": 1_500}, {"request": 3, "asked_by": HOLDER, "reason": WORST[:300]}),
    ApprovalAction.LACKING: ({}, {"request": 3, "needed": 5, "asked_by": COLLEAGUE}),
    ApprovalAction.WITHDRAWN: (COUNTED, {"request": 3}),
    SettingsAction.SETTINGS_CHANGED: (SETTINGS, SETTINGS),
    RecordAction.EXPORTED: ({}, {}),
    StockAction.IMPORTED: ({}, {"count": 5_000, "source": WORST[:80], "first": "+1", "last": "+2"}),
    StockAction.REMOVED: ({}, {"count": 1_000, "source": WORST[:80], "first": "+1", "last": "+2"}),
    StockAction.NUMBER_IMPORTED: ({}, {"source": WORST[:80]}),
    InventoryAction.ASSIGNED: ({}, SERVICE | {"kind": "attendant", "default": False}),
    InventoryAction.UNASSIGNED: (SERVICE, SERVICE | {"default": e164s(1)[0]}),
    InventoryAction.DEFAULT_CHANGED: ({}, SERVICE),
    InventoryAction.SERVICE_RENAMED: ({"name": WORST[:60]}, {"name": WORST[:60]}),
    InventoryAction.NUMBER_RELEASED: ({}, {"until": NOW.isoformat()}),
    InventoryAction.RESTORED: ({}, {}),
    BatchAction.RELEASE_ASKED: ({}, {"request": 3, "numbers": e164s(1_000), "needed": 5}),
    BatchAction.REQUEST_ENDED: ({"approvals": 4, "needed": 5}, {"request": 3, "days": 90}),
    BatchAction.BATCH_BEGUN: ({}, {"verb": "release", "size": 1_000, "until": NOW.isoformat()}),
    BatchAction.BATCH_DONE: ({}, {"verb": "unassign", "done": 1_000, "size": 1_000}),
    BatchAction.BATCH_RESTORED: ({}, {"numbers": e164s(1_000)}),
    BatchAction.REST_ENDED: ({"size": 1_000}, {}),
    PortAction.PORT_DRAFTED: ({}, {"from": "PO-2147483647", "numbers": e164s(1_500)}),
    PortAction.PORT_EDITED: (EDITED, EDITED),
    PortAction.PORT_INSISTED: ({}, {"numbers": ["+12855550100"]}),
    PortAction.PORT_LISTED: ({}, READ),
    PortAction.PORT_DIVIDED: ({}, {"orders": PARTS}),
    PortAction.PORT_MOVED: (
        {"state": State.CONTACTING},
        {"state": State.ERROR, "reason": Reason.AUTHORISED_PERSON, "comment": WORST[:500]},
    ),
    PortAction.PORT_CAPACITY: ({"capacity": Capacity.NOT_YET}, {"capacity": Capacity.CONFIRMED}),
    PortAction.PORT_REMINDED: ({}, {"alarm": Alarm.HOUR, "state": State.PENDING, "since": NOW.isoformat()}),
    PortAction.PORT_FOLLOWED: ({}, {}),
    PortAction.PORT_UNFOLLOWED: ({}, {}),
    PortAction.PORT_COMMENTED: ({}, {"files": 10}),
    PortAction.PORT_COMMENT_EDITED: ({}, {}),
    PortAction.PORT_COMMENT_DELETED: ({"by": COLLEAGUE}, {}),
    PortAction.PORT_SECRETS_GONE: ({}, {}),
    PortAction.LETTER_MADE: ({}, {"numbers": 999}),
    PortAction.LETTER_SIGNED: ({}, SIGNED),
    PortAction.LETTER_SIGNER: ({}, {"signer": WORST[:100]}),
    PortAction.LETTER_FETCHED: ({}, {"sha256": "f" * 64}),
    **{action: ({}, AT_CARRIER) for action in CarrierAction},
    **{action: ({}, {"carrier": "acs", "title": WORST[:80]}) for action in CompareAction},
    **{action: ({}, {"quantity": 1_500, "what": WORST, "reason": WORST[:300]}) for action in WantedAction},
}


def entry(
    action: str,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    **deed: Any,
) -> Entry:
    longest = LONGEST[action]
    said = {"who": COLLEAGUE, "name": LONGEST_NAME, "subject": "H-2147483647", "channel": CHANNEL} | deed
    made = Deed(
        workspace=WorkspaceId("T1"),
        at=NOW,
        action=action,
        before=longest[0] if before is None else before,
        after=longest[1] if after is None else after,
        **said,
    )
    return Entry(number=2**31 - 1, deed=made)


def ada(action: str, **deed: Any) -> Entry:
    """What Ada did, to H-12 or PO-7 where nothing else is said."""
    subject = "PO-7" if action.startswith(("port_", "letter_")) else "H-12"
    return entry(action, **{"name": "Ada", "subject": subject} | deed)
