"""What the licences allow: how many numbers of each kind, and which kinds at all. No clock, no database."""

from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal

from handlers.kit.refusals import Refusal
from store.types import Kind
from store.workspaces.types import Credits, Licences, Workspace

# From how many licences on the quota is what, for toll and toll-free numbers each. From "How many telephone numbers
# can you get?" in the vendor's public documentation of service numbers, as read in November 2026.
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

LOW_BALANCE = Decimal(50)  # in the currency in which the credits are billed


class QuotaRefusal(Refusal):
    """Why the licences do not allow it."""

    NO_LICENCE = "refused-no-licence"
    NO_CREDITS = "refused-no-credits"
    OVER_QUOTA = "refused-over-quota"
    NEEDS_APPROVAL = "refused-needs-approval"


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """How many numbers of a kind can still be had, of how many the licences allow."""

    left: int
    quota: int


def counted(licences: Licences) -> int:
    """How many licences count for the quota.

    An E5 holds the two others, so it counts twice; the vendor does not say so, and the settings' hint does.
    """
    return licences.phone_system + licences.audio_conferencing + 2 * licences.enterprise_e5


def quota(licences: Licences) -> int:
    """How many service numbers of each kind the licences allow."""
    return _QUOTA[bisect_right(_FROM, counted(licences)) - 1][1]


def left(workspace: Workspace, in_use: int) -> Left:
    """What is left of the quota for a kind of which so many are in use."""
    whole = quota(workspace.licences)
    return Left(left=max(whole - in_use, 0), quota=whole)


def use(workspace: Workspace, kind: Kind) -> Refusal | None:
    """Whether the workspace has a right to numbers of this kind."""
    if not counted(workspace.licences):
        return QuotaRefusal.NO_LICENCE
    if kind is Kind.TOLL_FREE and not workspace.credits.set_up:
        return QuotaRefusal.NO_CREDITS
    return None


def take(workspace: Workspace, kind: Kind, quantity: int, in_use: int) -> Refusal | None:
    """Whether `quantity` more may be held or acquired beside those that count."""
    if in_use + quantity > quota(workspace.licences):
        return use(workspace, kind) or QuotaRefusal.OVER_QUOTA
    return use(workspace, kind)


def is_low(credits: Credits) -> bool:  # noqa: A002 (the field's own word)
    """Whether the balance may soon not carry toll-free calls: nothing fills it up, and it is small or unknown."""
    return not credits.auto_recharge and (credits.balance is None or credits.balance < LOW_BALANCE)
