"""Who may see to the stock."""

from handlers.kit.member import Member
from handlers.kit.refusals import Refusal


class StockRefusal(Refusal):
    """Why somebody may not."""

    ADMINS_ONLY = "refused-stock-admins-only"


def see_to(member: Member) -> Refusal | None:
    """Who may see how much stock there is, and bring some in: admins alone."""
    return None if member.is_admin else StockRefusal.ADMINS_ONLY
