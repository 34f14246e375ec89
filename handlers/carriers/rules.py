"""Who may see to carriers."""

from handlers.kit.member import Member
from handlers.kit.refusals import Refusal


class CarrierRefusal(Refusal):
    """Why somebody may not."""

    ADMINS_ONLY = "refused-carriers-admins-only"


def see_to(member: Member) -> Refusal | None:
    """Who may see how it stands with carriers, and adopt what they bill: admins alone."""
    return None if member.is_admin else CarrierRefusal.ADMINS_ONLY
