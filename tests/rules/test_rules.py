"""What is allowed, as tables: the quota, who may do what, credits, warnings."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.holds import rules as hold_rules
from handlers.holds.rules import HoldRefusal
from handlers.kit import roles
from handlers.kit.member import Member, Standing
from handlers.kit.refusals import AccessRefusal, Refusal, RoleRefusal
from handlers.quota import rules as quota_rules
from handlers.quota.rules import QuotaRefusal
from store.places import Offer, known_places
from store.types import Kind, UserId, WorkspaceId
from store.workspaces.types import Credits, Licences, Workspace
from tests.table import table

SET_UP = Credits(set_up=True)
HOLDER, SOMEBODY_ELSE = UserId("U1"), UserId("U2")


def phone(count: int) -> Licences:
    return Licences(phone_system=count)


def licensed(count: int, credits: Credits = SET_UP) -> Workspace:  # noqa: A002 (the field's own word)
    return Workspace(id=WorkspaceId("T1"), licences=phone(count), credits=credits)


def member(standing: Standing, user: UserId = HOLDER) -> Member:
    return Member(workspace=WorkspaceId("T1"), user=user, standing=standing, locale="en")


@table(
    ("licences", "numbers"),
    [
        pytest.param(0, 0, id="none"),
        pytest.param(1, 5, id="1 is the first with a quota"),
        pytest.param(25, 5, id="25 is the last with 5"),
        pytest.param(26, 10, id="26 is the first with 10"),
        pytest.param(49, 10, id="49 is the last with 10"),
        pytest.param(50, 20, id="50 is the first with 20"),
        pytest.param(51, 20, id="51, the vendor's example"),
        pytest.param(99, 20, id="99 is the last with 20"),
        pytest.param(100, 30, id="100 is the first with 30"),
        pytest.param(149, 30, id="149 is the last with 30"),
        pytest.param(150, 40, id="150 is the first with 40"),
        pytest.param(199, 40, id="199 is the last with 40"),
        pytest.param(200, 65, id="200 is the first with 65"),
        pytest.param(499, 65, id="499 is the last with 65"),
        pytest.param(500, 90, id="500 is the first with 90"),
        pytest.param(749, 90, id="749 is the last with 90"),
        pytest.param(750, 110, id="750 is the first with 110"),
        pytest.param(999, 110, id="999 is the last with 110"),
        pytest.param(1_000, 125, id="1,000 is the first with 125"),
        pytest.param(1_001, 125, id="1,001, the vendor's example"),
        pytest.param(1_249, 125, id="1,249 is the last with 125"),
        pytest.param(1_250, 135, id="1,250 is the first with 135"),
        pytest.param(1_499, 135, id="1,499 is the last with 135"),
        pytest.param(1_500, 160, id="1,500 is the first with 160"),
        pytest.param(1_999, 160, id="1,999 is the last with 160"),
        pytest.param(2_000, 210, id="2,000 is the first with 210"),
        pytest.param(2_999, 210, id="2,999 is the last with 210"),
        pytest.param(3_000, 420, id="3,000 is the first with 420"),
        pytest.param(6_999, 420, id="6,999 is the last with 420"),
        pytest.param(7_000, 500, id="7,000 is the first with 500"),
        pytest.param(9_999, 500, id="9,999 is the last with 500"),
        pytest.param(10_000, 600, id="10,000 is the first with 600"),
        pytest.param(14_999, 600, id="14,999 is the last with 600"),
        pytest.param(15_000, 700, id="15,000 is the first with 700"),
        pytest.param(19_999, 700, id="19,999 is the last with 700"),
        pytest.param(20_000, 1_000, id="20,000 is the first with 1,000"),
        pytest.param(49_999, 1_000, id="49,999 is the last with 1,000"),
        pytest.param(50_000, 1_500, id="50,000 is the first with 1,500"),
        pytest.param(10_000_000, 1_500, id="more never gives more than 1,500"),
    ],
)
def test_the_quota_follows_the_licences(licences: int, numbers: int) -> None:
    assert quota_rules.quota(phone(licences)) == numbers


@table(
    ("licences", "counted", "numbers"),
    [
        pytest.param(Licences(enterprise_e5=30), 60, 20, id="an E5 counts twice"),
        pytest.param(Licences(audio_conferencing=51), 51, 20, id="Audio Conferencing counts once"),
        pytest.param(Licences(phone_system=25, audio_conferencing=1), 26, 10, id="the add-ons are added up"),
        pytest.param(Licences(enterprise_e5=12, phone_system=1, audio_conferencing=1), 26, 10, id="all three"),
    ],
)
def test_licences_of_every_kind_count(licences: Licences, counted: int, numbers: int) -> None:
    assert quota_rules.counted(licences) == counted
    assert quota_rules.quota(licences) == numbers


@given(st.integers(0, 100_000), st.integers(0, 100_000))
def test_more_licences_never_lessen_the_quota(licences: int, more: int) -> None:
    assert quota_rules.quota(phone(licences)) <= quota_rules.quota(phone(licences + more))


@table(
    ("standing", "refusal"),
    [
        pytest.param(Standing.ADMIN, None, id="an admin"),
        pytest.param(Standing.MEMBER, None, id="a full member"),
        pytest.param(Standing.GUEST, AccessRefusal.GUEST, id="a guest"),
        pytest.param(Standing.STRANGER, AccessRefusal.STRANGER, id="a member of another workspace"),
        pytest.param(Standing.UNKNOWN, AccessRefusal.UNKNOWN, id="somebody of whom Slack said nothing"),
    ],
)
def test_who_may_use_the_desk(standing: Standing, refusal: Refusal | None) -> None:
    assert roles.enter(member(standing)) == refusal


@table("standing", Standing)
def test_only_admins_may_change_the_settings_unless_they_say_otherwise(standing: Standing) -> None:
    refusal = roles.settings(licensed(1), member(standing))
    assert refusal == (None if standing is Standing.ADMIN else RoleRefusal.MAY_NOT_SET)


@table(
    ("decider", "refusal"),
    [
        pytest.param(member(Standing.MEMBER, HOLDER), None, id="the one who holds"),
        pytest.param(member(Standing.ADMIN, SOMEBODY_ELSE), None, id="an admin"),
        pytest.param(member(Standing.MEMBER, SOMEBODY_ELSE), HoldRefusal.NOT_THE_HOLDER, id="somebody else"),
    ],
)
def test_who_may_acquire_and_release_what_is_held(decider: Member, refusal: Refusal | None) -> None:
    assert hold_rules.decide(decider, HOLDER) == refusal


@table(
    ("workspace", "kind", "refusal"),
    [
        pytest.param(licensed(1), Kind.TOLL, None, id="toll with one licence"),
        pytest.param(licensed(0), Kind.TOLL, QuotaRefusal.NO_LICENCE, id="toll without a licence"),
        pytest.param(licensed(1, Credits()), Kind.TOLL, None, id="toll before credits"),
        pytest.param(licensed(1), Kind.TOLL_FREE, None, id="toll-free with credits"),
        pytest.param(licensed(1, Credits()), Kind.TOLL_FREE, QuotaRefusal.NO_CREDITS, id="toll-free before credits"),
        pytest.param(
            licensed(1, Credits(balance=Decimal(100), auto_recharge=True)),
            Kind.TOLL_FREE,
            QuotaRefusal.NO_CREDITS,
            id="toll-free with a balance, but not set up",
        ),
        pytest.param(licensed(0, Credits()), Kind.TOLL_FREE, QuotaRefusal.NO_LICENCE, id="the licence is missed first"),
    ],
)
def test_what_a_workspace_has_a_right_to(workspace: Workspace, kind: Kind, refusal: Refusal | None) -> None:
    assert quota_rules.use(workspace, kind) == refusal


@table(
    ("workspace", "kind", "quantity", "in_use", "refusal"),
    [
        pytest.param(licensed(51), Kind.TOLL, 1, 19, None, id="the last number of the quota"),
        pytest.param(licensed(51), Kind.TOLL, 20, 0, None, id="the whole quota at once"),
        pytest.param(licensed(51), Kind.TOLL, 2, 19, QuotaRefusal.OVER_QUOTA, id="one over the quota"),
        pytest.param(licensed(51), Kind.TOLL, 1, 20, QuotaRefusal.OVER_QUOTA, id="the quota is used up"),
        pytest.param(licensed(1), Kind.TOLL, 1, 20, QuotaRefusal.OVER_QUOTA, id="licences were taken away since"),
        pytest.param(licensed(51), Kind.TOLL_FREE, 20, 0, None, id="toll-free with credits"),
        pytest.param(
            licensed(51, Credits()), Kind.TOLL_FREE, 1, 0, QuotaRefusal.NO_CREDITS, id="toll-free before credits"
        ),
        pytest.param(
            licensed(51, Credits()), Kind.TOLL_FREE, 21, 0, QuotaRefusal.NO_CREDITS, id="credits are missed first"
        ),
        pytest.param(licensed(0), Kind.TOLL, 1, 0, QuotaRefusal.NO_LICENCE, id="no licence at all"),
        pytest.param(licensed(50_000), Kind.TOLL, 1_500, 0, None, id="the largest quota there is"),
    ],
)
def test_how_many_may_be_held(
    workspace: Workspace, kind: Kind, quantity: int, in_use: int, refusal: Refusal | None
) -> None:
    assert quota_rules.take(workspace, kind, quantity, in_use) == refusal


@table(
    ("offer", "kind", "refusal"),
    [
        pytest.param(Offer(toll=True), Kind.TOLL, None, id="toll where there is toll"),
        pytest.param(
            Offer(toll=True), Kind.TOLL_FREE, HoldRefusal.NOT_OFFERED, id="toll-free where there is only toll"
        ),
        pytest.param(Offer(toll_free=True), Kind.TOLL_FREE, None, id="toll-free where there is toll-free"),
        pytest.param(
            Offer(toll_free=True), Kind.TOLL, HoldRefusal.NOT_OFFERED, id="toll where there is only toll-free"
        ),
        pytest.param(Offer(), Kind.TOLL, HoldRefusal.NOT_OFFERED, id="nothing at all"),
        pytest.param(Offer(toll=True, takes_request=True), Kind.TOLL, HoldRefusal.ON_REQUEST, id="by request only"),
    ],
)
def test_what_a_country_offers(offer: Offer, kind: Kind, refusal: Refusal | None) -> None:
    assert hold_rules.offers(offer, kind) == refusal


@table("country", ["BE", "DE", "IE", "NL"])
@table("kind", Kind)
def test_some_countries_take_a_request_instead(country: str, kind: Kind) -> None:
    assert hold_rules.offers(known_places().offered(country), kind) is HoldRefusal.ON_REQUEST


@table(
    ("lasting", "after"),
    [
        pytest.param(60, 58, id="an hour: two minutes before the end"),
        pytest.param(10, 8, id="ten minutes: two minutes before the end"),
        pytest.param(5, 3, id="five minutes: two minutes before the end"),
        pytest.param(4, 2, id="four minutes: at half time"),
        pytest.param(3, 1.5, id="three minutes: at half time"),
        pytest.param(2, 1, id="two minutes: at half time"),
        pytest.param(1, None, id="one minute: not at all"),
    ],
)
def test_when_the_end_of_a_hold_is_announced(lasting: int, after: float | None) -> None:
    warned = hold_rules.warning_after(timedelta(minutes=lasting))
    assert warned == (None if after is None else timedelta(minutes=after))


@table(
    ("credits_", "low"),
    [
        pytest.param(Credits(set_up=True), True, id="unknown, and nothing fills it up"),
        pytest.param(Credits(set_up=True, balance=Decimal(0)), True, id="nothing left"),
        pytest.param(Credits(set_up=True, balance=Decimal("49.99")), True, id="just below what is enough"),
        pytest.param(Credits(set_up=True, balance=Decimal(50)), False, id="just enough"),
        pytest.param(Credits(set_up=True, auto_recharge=True), False, id="unknown, but filled up"),
        pytest.param(Credits(set_up=True, balance=Decimal(0), auto_recharge=True), False, id="empty, but filled up"),
    ],
)
def test_when_the_balance_is_low(credits_: Credits, low: bool) -> None:
    assert quota_rules.is_low(credits_) is low
