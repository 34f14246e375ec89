"""Who decides on requests for numbers. No clock, no database."""

from handlers.kit.member import Member
from handlers.kit.refusals import Refusal
from store.wanted.types import Stage, WantedNumbers


class WantedRefusal(Refusal):
    """Why somebody may not decide on a request."""

    ADMINS_ONLY = "refused-wanted-admins-only"
    NOT_THE_ASKER = "refused-wanted-not-the-asker"
    OVER = "refused-wanted-over"
    TAKEN = "refused-wanted-taken"


def take(member: Member, request: WantedNumbers) -> Refusal | None:
    """Who may see to a request: an admin, as long as nobody does."""
    if refusal := decline(member, request):
        return refusal
    return WantedRefusal.TAKEN if request.stage is Stage.TAKEN else None


def decline(member: Member, request: WantedNumbers) -> Refusal | None:
    """Who may decline a request that waits: an admin."""
    if not member.is_admin:
        return WantedRefusal.ADMINS_ONLY
    return None if request.waits else WantedRefusal.OVER


def withdraw(member: Member, request: WantedNumbers) -> Refusal | None:
    """Who may withdraw a request that waits: the one who asked."""
    if member.user != request.asked_by:
        return WantedRefusal.NOT_THE_ASKER
    return None if request.waits else WantedRefusal.OVER
