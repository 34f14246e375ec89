"""What holds allow: who decides on them, what a country offers, when their end is announced. No clock, no database."""

from datetime import timedelta

from handlers.kit import roles
from handlers.kit.member import Member
from handlers.kit.refusals import Refusal
from store.places import Offer
from store.types import Kind, UserId
from store.workspaces.types import Workspace


class HoldRefusal(Refusal):
    """Why numbers cannot be held, or what is held not be decided on."""

    NOT_OFFERED = "refused-not-offered"
    ON_REQUEST = "refused-on-request"
    NO_AGREEMENT = "refused-no-agreement"
    NOT_THE_HOLDER = "refused-not-the-holder"


def offers(offer: Offer, kind: Kind) -> Refusal | None:
    """Whether a country's numbers of this kind can be had from the pool."""
    if offer.takes_request:
        return HoldRefusal.ON_REQUEST
    return None if (offer.toll if kind is Kind.TOLL else offer.toll_free) else HoldRefusal.NOT_OFFERED


def decide(member: Member, holder: UserId) -> Refusal | None:
    """Who may acquire what a hold took: the one who holds, or an admin."""
    return None if member.is_admin or member.user == holder else HoldRefusal.NOT_THE_HOLDER


def release(workspace: Workspace, member: Member, holder: UserId) -> Refusal | None:
    """Who may release what a hold took: the one who holds, or who may release what others hold."""
    return None if member.user == holder else roles.may(workspace.roles.release, member, HoldRefusal.NOT_THE_HOLDER)


def warning_after(lasting: timedelta) -> timedelta | None:
    """How long after its beginning a hold's end is announced: two minutes before it, half-way in short ones."""
    if lasting <= timedelta(minutes=1):
        return None
    return lasting / 2 if lasting <= timedelta(minutes=4) else lasting - timedelta(minutes=2)
