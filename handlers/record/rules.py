"""Who may take the record away."""

from handlers.kit.member import Member
from handlers.kit.refusals import Refusal


class RecordRefusal(Refusal):
    """Why the record is not given."""

    ADMINS_ONLY = "refused-admins-only"


def export(member: Member) -> Refusal | None:
    """Who may take the whole record away."""
    return None if member.is_admin else RecordRefusal.ADMINS_ONLY
