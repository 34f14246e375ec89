"""What is allowed: values in, a decision or a refusal out. No clock, no database."""

from bisect import bisect_right
from collections.abc import Collection
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum

from handlers.kit.member import Click, Member, Standing
from store.approvals.types import ApprovalRequest
from store.places import Offer
from store.types import Kind, UserId, is_channel
from store.workspaces.types import Circle, Credits, Licences, Policy, Who, Workspace

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
    NOT_HERE = "refused-not-here"
    MAY_NOT_SEARCH = "refused-search"
    MAY_NOT_RESERVE = "refused-reserve"
    MAY_NOT_SET = "refused-settings"
    MAY_NOT_MANAGE = "refused-manage"
    MAY_NOT_PORT = "refused-port"
    MAY_NOT_FETCH = "refused-letters"
    MAY_NOT_MOVE = "refused-move"
    NOT_OURS = "refused-not-ours"
    IS_RESTING = "refused-is-resting"
    IS_PORTING = "refused-is-porting"
    IS_ASSIGNED = "refused-is-assigned"
    NOT_ASSIGNED = "refused-not-assigned"
    DEFAULT_OF_BRIDGES = "refused-default-of-bridges"
    DEFAULT_IS_TOLL = "refused-default-is-toll"
    NAME_NEXT_DEFAULT = "refused-name-next-default"
    NOT_RESTING = "refused-not-resting"
    NO_SERVICE = "refused-no-service"
    LONG_NAME = "refused-long-name"
    SAID_BEFORE = "refused-said-before"
    NO_SUCH_MOVE = "refused-no-such-move"
    NO_FOC = "refused-no-foc"
    NO_REASON = "refused-no-reason"
    NUMBERS_TAKEN = "refused-numbers-taken"
    NOT_EDITABLE = "refused-not-editable"
    NOTHING_NEW = "refused-nothing-new"
    ADMINS_ONLY = "refused-admins-only"
    OWN_REQUEST = "refused-own-request"
    NOT_AN_APPROVER = "refused-not-an-approver"
    NOT_THE_ASKER = "refused-not-the-asker"
    NO_LICENCE = "refused-no-licence"
    NO_CREDITS = "refused-no-credits"
    OVER_QUOTA = "refused-over-quota"
    NOT_OFFERED = "refused-not-offered"
    ON_REQUEST = "refused-on-request"
    NOT_THE_HOLDER = "refused-not-the-holder"


# What follows from Slack's word on a member. That word may be old, so it is asked for again before it is final.
BY_SLACKS_WORD = frozenset(
    {
        Refusal.GUEST,
        Refusal.STRANGER,
        Refusal.MAY_NOT_SEARCH,
        Refusal.MAY_NOT_RESERVE,
        Refusal.MAY_NOT_SET,
        Refusal.MAY_NOT_MANAGE,
        Refusal.MAY_NOT_PORT,
        Refusal.MAY_NOT_FETCH,
        Refusal.MAY_NOT_MOVE,
        Refusal.ADMINS_ONLY,
        Refusal.NOT_AN_APPROVER,
        Refusal.NOT_THE_HOLDER,
    }
)


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


def here(workspace: Workspace, click: Click) -> Refusal | None:
    """Where the desk may be used: everywhere, or in some channels, that for notices and the Home tab.

    What the desk itself has put into somebody's own messages can be pressed there.
    """
    if not workspace.channels or click.channel in ("", workspace.notices, *workspace.channels):
        return None
    if click.message and not is_channel(click.channel):
        return None
    return Refusal.NOT_HERE


def search(workspace: Workspace, member: Member) -> Refusal | None:
    """Who may look for numbers, at holds and at the record."""
    return _may(workspace.roles.search, member, Refusal.MAY_NOT_SEARCH)


def hold(workspace: Workspace, member: Member) -> Refusal | None:
    """Who may reserve numbers, and decide what they hold."""
    return _may(workspace.roles.reserve, member, Refusal.MAY_NOT_RESERVE)


def change_settings(workspace: Workspace, member: Member) -> Refusal | None:
    """Who may change the settings."""
    return _may(workspace.roles.settings, member, Refusal.MAY_NOT_SET)


def manage(workspace: Workspace, member: Member) -> Refusal | None:
    """Who may assign, release and restore what was acquired."""
    return _may(workspace.roles.manage, member, Refusal.MAY_NOT_MANAGE)


def port(workspace: Workspace, member: Member) -> Refusal | None:
    """Who may write, send and cancel port orders."""
    return _may(workspace.roles.port, member, Refusal.MAY_NOT_PORT)


def fetch_letters(workspace: Workspace, member: Member) -> Refusal | None:
    """Who may fetch the signed letter of a port order."""
    return _may(workspace.roles.letters, member, Refusal.MAY_NOT_FETCH)


def move_orders(member: Member) -> Refusal | None:
    """Who may say what the carriers make of port orders."""
    return None if member.is_admin else Refusal.MAY_NOT_MOVE


def take_record_away(member: Member) -> Refusal | None:
    """Who may take the whole record away."""
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
    """Who may acquire what a hold took: the one who holds, or an admin."""
    return None if member.is_admin or member.user == holder else Refusal.NOT_THE_HOLDER


def release(workspace: Workspace, member: Member, holder: UserId) -> Refusal | None:
    """Who may release what a hold took: the one who holds, or who may release what others hold."""
    return None if member.user == holder else _may(workspace.roles.release, member, Refusal.NOT_THE_HOLDER)


def approvals(policy: Policy, kind: Kind, quantity: int) -> int:
    """How many teammates must agree before so many numbers are acquired."""
    if quantity < policy.from_quantity:
        return 0
    return policy.toll_free if kind is Kind.TOLL_FREE and policy.toll_free is not None else policy.approvals


def approvals_to_release(policy: Policy, kinds: Collection[Kind], quantity: int) -> int:
    """How many teammates must agree before so many numbers of these kinds are released."""
    return max((approvals(policy, kind, quantity) for kind in kinds), default=0) if policy.releases else 0


def approve(request: ApprovalRequest, member: Member, *, entitled: bool) -> Refusal | None:
    """Who may approve or decline: `entitled` says whether they belong to those who do. Nobody their own request."""
    if request.asked_by == member.user:
        return Refusal.OWN_REQUEST
    return None if entitled else Refusal.NOT_AN_APPROVER


def _may(who: Who, member: Member, refusal: Refusal) -> Refusal | None:
    if member.is_admin or who.circle is Circle.ANYONE or member.user in who.members:
        return None
    if who.circle is Circle.GROUP and who.group not in member.groups:
        return Refusal.UNKNOWN
    return None if who.group and member.groups.get(who.group) else refusal


def warning_after(lasting: timedelta) -> timedelta | None:
    """How long after its beginning a hold's end is announced: two minutes before it, half-way in short ones."""
    if lasting <= timedelta(minutes=1):
        return None
    return lasting / 2 if lasting <= timedelta(minutes=4) else lasting - timedelta(minutes=2)


def is_low(credits: Credits) -> bool:  # noqa: A002 (the field's own word)
    """Whether the balance may soon not carry toll-free calls: nothing fills it up, and it is small or unknown."""
    return not credits.auto_recharge and (credits.balance is None or credits.balance < LOW_BALANCE)
