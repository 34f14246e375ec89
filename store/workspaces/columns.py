"""The settings that have a column of their own, in the order in which they are asked; each room lists its own."""

from typing import Any

from store.ports.types import State
from store.workspaces.kinds import (
    Amount,
    Channel,
    Channels,
    Choice,
    Country,
    DaysByCountry,
    DaysByState,
    OptionalWholeNumber,
    Thresholds,
    Tick,
    WholeNumber,
    WhoMay,
)
from store.workspaces.settings import Setting
from store.workspaces.types import ADMINS, LANGUAGES, Circle, Who

_ANY_MEMBER = WhoMay(circles={Circle.ANYONE: "circle-anyone", Circle.ADMINS: "circle-admins"})
WHO_APPROVES = WhoMay(
    circles={
        Circle.ANYONE: "circle-approvers",
        Circle.NAMED: "circle-named",
        Circle.ADMINS: "circle-admins",
    },
    members="approver_members",
    members_label="settings-named",
    members_hint="settings-named-hint",
    most=50,  # all are mentioned in one line
)
_LICENCES = WholeNumber(most=10_000_000)
_APPROVALS = 5  # the most that can be asked for
_MOST_DAYS = 90

# Business days from sending to the wanted date, and in a state without anything new.
LEAD_DAYS = DaysByCountry(least=0, most=_MOST_DAYS, usual=10)
SILENT_DAYS = DaysByState(
    least=1,
    most=_MOST_DAYS,
    usual={
        State.PROCESSING: 3,  # receipt is confirmed within 72 business hours
        State.CONTACTING: 5,
        State.APPROVED: 10,
        State.PENDING: 1,  # counted from the FOC
        State.ERROR: 2,
    },
    labels={
        State.PROCESSING: "settings-silent-processing",
        State.CONTACTING: "settings-silent-contacting_carrier",
        State.APPROVED: "settings-silent-transfer_approved",
        State.PENDING: "settings-silent-transfer_pending",
        State.ERROR: "settings-silent-error",
    },
    shown={
        State.PROCESSING: "port-state-processing",
        State.CONTACTING: "port-state-contacting_carrier",
        State.APPROVED: "port-state-transfer_approved",
        State.PENDING: "port-state-transfer_pending",
        State.ERROR: "port-state-error",
    },
)

ENTERPRISE_E5 = Setting(
    name="enterprise_e5",
    section="licences",
    kind=_LICENCES,
    default=0,
    label="settings-e5",
    hint="settings-e5-hint",
    field="licences.enterprise_e5",
    checked=False,
    first=True,
)
PHONE_SYSTEM = Setting(
    name="phone_system",
    section="licences",
    kind=_LICENCES,
    default=0,
    label="settings-phone",
    field="licences.phone_system",
    checked=False,
    first=True,
)
AUDIO_CONFERENCING = Setting(
    name="audio_conferencing",
    section="licences",
    kind=_LICENCES,
    default=0,
    label="settings-audio",
    field="licences.audio_conferencing",
    checked=False,
    first=True,
)
CREDITS_SET_UP = Setting(
    name="credits_set_up",
    section="licences",
    kind=Tick(option="set_up", text="settings-credits-set-up"),
    default=False,
    label="settings-credits",
    empty="settings-credits-empty",
    field="credits.set_up",
    block="credits",
    first=True,
)
CREDITS_AUTO_RECHARGE = Setting(
    name="credits_auto_recharge",
    section="licences",
    kind=Tick(option="auto_recharge", text="settings-credits-recharge"),
    default=False,
    label="settings-credits-recharge",
    empty="settings-credits-recharge-empty",
    field="credits.auto_recharge",
    block="credits",
    first=True,
)
CREDITS_BALANCE = Setting(
    name="credits_balance",
    section="licences",
    kind=Amount(),
    default=None,
    label="settings-balance",
    hint="settings-balance-hint",
    empty="settings-balance-empty",
    field="credits.balance",
    block="balance",
    first=True,
)
LOCALE = Setting(
    name="locale",
    section="desk",
    kind=Choice(options=LANGUAGES),
    default="en",
    label="settings-language",
    field="locale",
    block="language",
)
NOTICES = Setting(
    name="notices",
    section="desk",
    kind=Channel(),
    default=None,
    label="settings-notices",
    hint="settings-notices-hint",
    empty="settings-notices-empty",
    field="notices",
    first=True,
)
CHANNELS = Setting(
    name="channels",
    section="desk",
    kind=Channels(),
    default=(),
    label="settings-channels",
    hint="settings-channels-hint",
    empty="settings-channels-empty",
    field="channels",
)
HOLD_MINUTES = Setting(
    name="hold_minutes",
    section="holds",
    kind=WholeNumber(least=1, most=60),
    default=10,
    label="settings-minutes",
    field="hold_minutes",
)
REST_DAYS = Setting(
    name="rest_days",
    section="holds",
    kind=WholeNumber(most=180),
    default=30,
    label="settings-rest",
    hint="settings-rest-hint",
    field="rest_days",
)
APPROVALS = Setting(
    name="approvals",
    section="approvals",
    kind=WholeNumber(most=_APPROVALS),
    default=1,
    label="settings-approvals",
    hint="settings-approvals-hint",
    field="policy.approvals",
    first=True,
)
APPROVERS = Setting(
    name="approvers",
    section="approvals",
    kind=WHO_APPROVES,
    default=Who(),
    label="settings-approvers",
    field="policy.approvers",
    first=True,
)
APPROVALS_TOLL_FREE = Setting(
    name="approvals_toll_free",
    section="approvals",
    kind=OptionalWholeNumber(most=_APPROVALS),
    default=None,
    label="settings-toll-free",
    hint="settings-toll-free-hint",
    empty="settings-toll-free-empty",
    field="policy.toll_free",
)
APPROVALS_FROM = Setting(
    name="approvals_from",
    section="approvals",
    kind=WholeNumber(least=1, most=1_500),
    default=1,
    label="settings-from",
    hint="settings-from-hint",
    field="policy.from_quantity",
    checked=False,
)
EXTENSION_MINUTES = Setting(
    name="extension_minutes",
    section="approvals",
    kind=WholeNumber(most=60),
    default=0,
    label="settings-extension",
    hint="settings-extension-hint",
    field="policy.extension_minutes",
)
APPROVE_RELEASES = Setting(
    name="approve_releases",
    section="approvals",
    kind=Tick(option="approve_releases", text="settings-releases-too"),
    default=False,
    label="settings-releases",
    hint="settings-releases-hint",
    empty="settings-releases-empty",
    field="policy.releases",
)
COUNTRY = Setting(
    name="country",
    section="ports",
    kind=Country(),
    default="US",
    label="settings-country",
    hint="settings-country-hint",
    field="country",
)
PORT_LEAD_DAYS = Setting(
    name="port_lead_days",
    section="ports",
    kind=LEAD_DAYS,
    default={},
    label="settings-lead",
    hint="settings-lead-hint",
    empty="settings-lead-empty",
    field="port_lead_days",
)
PORT_SILENT_DAYS = Setting(
    name="port_silent_days",
    section="ports",
    kind=SILENT_DAYS,
    default={},
    label="settings-silent",
    empty="settings-silent-empty",
    field="port_silent_days",
)
LOW_STOCK = Setting(
    name="low_stock",
    section="stock",
    kind=Thresholds(most=10_000),
    default=(),
    label="settings-low-stock",
    hint="settings-low-stock-hint",
    empty="settings-low-stock-empty",
    field="low_stock",
)


def _role(name: str, field: str, label: str, default: Who) -> Setting[Who]:
    return Setting(
        name=name, section="roles", kind=_ANY_MEMBER, default=default, label=label, field=field, column="roles"
    )


MAY_SEARCH = _role("may_search", "roles.search", "settings-role-search", Who())
MAY_RESERVE = _role("may_reserve", "roles.reserve", "settings-role-reserve", Who())
MAY_RELEASE = _role("may_release", "roles.release", "settings-role-release", ADMINS)
MAY_MANAGE = _role("may_manage", "roles.manage", "settings-role-manage", Who())
MAY_PORT = _role("may_port", "roles.port", "settings-role-port", Who())
MAY_FETCH_LETTERS = _role("may_fetch_letters", "roles.letters", "settings-role-letters", ADMINS)
MAY_CHANGE_SETTINGS = _role("may_change_settings", "roles.settings", "settings-role-settings", ADMINS)

ROWS: tuple[Setting[Any], ...] = tuple(row for row in list(vars().values()) if isinstance(row, Setting))
