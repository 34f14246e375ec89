"""What is allowed: values in, a decision or a refusal out. No clock, no database."""

from bisect import bisect_right
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum

from handlers.member import Member, Standing
from store.places import Offer
from store.types import Credits, Kind, Licences, UserId, Workspace

# From how many licences on the quota is what, as the vendor publishes it.
_QUOTA = (
    (0, 0),
    (1, 5),
    (26, 10),
    (50, 20),
    (100, 30),
    (150, 40),
    (200, 65),
    (500, 90),
    (750, 110),
    (1_000, 125),
    (1_250, 135),
    (1_500, 160),
    (2_000, 210),
    (3_000, 420),
    (7_000, 500),
    (10_000, 600),
    (15_000, 700),
    (20_000, 1_000),
    (50_000, 1_500),
)
_FROM = [licences for licences, _ in _QUOTA]


LOW_BALANCE = Decimal(50)


class Refusal(StrEnum):
    """Why not. The value is the key of the message shown to the member."""

    GUEST = "refused-guest"
    STRANGER = "refused-stranger"
    UNKNOWN = "refused-unknown"
    ADMINS_ONLY = "refused-admins-only"
    NO_LICENCE = "refused-no-licence"
    NO_CREDITS = "refused-no-credits"
    OVER_QUOTA = "refused-over-quota"
    NOT_OFFERED = "refused-not-offered"
    ON_REQUEST = "refused-on-request"
    NOT_THE_HOLDER = "refused-not-the-holder"


def counted(licences: Licences) -> int:
    """How many licences count for the quota. An E5 holds the two others, so it counts twice."""
    return licences.phone_system + licences.audio_conferencing + 2 * licences.enterprise_e5


def quota(licences: Licences) -> int:
    """How many service numbers of each kind the licences allow."""
    return _QUOTA[bisect_right(_FROM, counted(licences)) - 1][1]


def enter(member: Member) -> Refusal | None:
    """Who may use the desk at all. Without Slack's word nobody may."""
    return {
        Standing.GUEST: Refusal.GUEST,
        Standing.STRANGER: Refusal.STRANGER,
        Standing.UNKNOWN: Refusal.UNKNOWN,
    }.get(member.standing)


def administer(member: Member) -> Refusal | None:
    """Who may change the settings."""
    return None if member.is_admin else Refusal.ADMINS_ONLY


def use(workspace: Workspace, kind: Kind) -> Refusal | None:
    """Whether the workspace has a right to numbers of this kind."""
    if not counted(workspace.licences):
        return Refusal.NO_LICENCE
    if kind is Kind.TOLL_FREE and not workspace.credits.set_up:
        return Refusal.NO_CREDITS
    return None


def offers(offer: Offer, kind: Kind) -> Refusal | None:
    """Whether a country's numbers of this kind can be had from the pool."""
    if offer.takes_request:
        return Refusal.ON_REQUEST
    return None if (offer.toll if kind is Kind.TOLL else offer.toll_free) else Refusal.NOT_OFFERED


def reserve(workspace: Workspace, kind: Kind, quantity: int, in_use: int) -> Refusal | None:
    """Whether `quantity` more may be held or acquired beside those that count."""
    if in_use + quantity > quota(workspace.licences):
        return use(workspace, kind) or Refusal.OVER_QUOTA
    return use(workspace, kind)


def decide(member: Member, holder: UserId) -> Refusal | None:
    """Who may acquire or release what a hold took: the one who holds, or an admin."""
    return None if member.is_admin or member.user == holder else Refusal.NOT_THE_HOLDER


def warning_after(lasting: timedelta) -> timedelta | None:
    """How long after its beginning a hold's end is announced: two minutes before it, half-way in short ones."""
    if lasting <= timedelta(minutes=1):
        return None
    return lasting / 2 if lasting <= timedelta(minutes=4) else lasting - timedelta(minutes=2)


def is_low(credits: Credits) -> bool:  # noqa: A002 (the field's own word)
    """Whether the balance may soon not carry toll-free calls: nothing fills it up, and it is small or unknown."""
    return not credits.auto_recharge and (credits.balance is None or credits.balance < LOW_BALANCE)
