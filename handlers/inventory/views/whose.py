"""Whose a number is."""

from datetime import datetime

from handlers.kit.messages import say
from handlers.kit.number_kinds import NoService, home_and_kind
from store.numbers.types import Kept, Status
from store.places import describe
from store.types import E164, WorkspaceId


def whose(locale: str, e164: E164, kept: Kept | None, own: WorkspaceId, now: datetime) -> str:
    """Whether a number is unknown, free, somebody else's, held here or ours; "" where a port order tells of it."""
    if kept is None or kept.is_removed or kept.is_kept_from(own, now):
        why = home_and_kind(e164, "")
        if isinstance(why, NoService):
            return say(locale, "port-number-no-service", why=say(locale, why))
        return say(locale, "port-number-unknown")
    place = describe(kept.place, locale)
    if kept.available_at is not None and kept.available_at <= now:
        return say(locale, "port-number-free", place=place)
    if kept.workspace != own:
        return say(locale, "port-number-taken")
    if kept.status is Status.PORTING:
        return ""
    by = f"H-{kept.hold}" if kept.hold else f"PO-{kept.port_order}" if kept.port_order else say(locale, "by-import")
    match kept.status:
        case Status.HELD:
            return say(locale, "port-number-held", place=place, by=by)
        case Status.ORDERED:
            return say(locale, "port-number-ordered", place=place, by=by)
        case _:
            return say(locale, "port-number-ours", place=place, by=by)
