"""A workspace and its settings, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from store.types import ChannelId, GroupId, UserId, WorkspaceId

# The languages that a workspace can be spoken to in, each with the key of what it is called.
LANGUAGES = {"en": "settings-language-en", "fr": "settings-language-fr"}
LOCALES = tuple(LANGUAGES)


class Circle(StrEnum):
    """What kind of people may do something."""

    ANYONE = "anyone"  # any full member; of approvers, any who is in the channel
    GROUP = "group"  # the members of a Slack user group
    NAMED = "named"
    ADMINS = "admins"


@dataclass(frozen=True, slots=True, kw_only=True)
class Licences:
    """The licences that give a right to service numbers, and their count the quota."""

    enterprise_e5: int = 0
    phone_system: int = 0
    audio_conferencing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """Communications Credits: prepaid, needed for toll-free numbers. `balance` is None while nobody said it."""

    set_up: bool = False
    balance: Decimal | None = None
    auto_recharge: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who may do something. Only a GROUP has a `group`, only those NAMED have `members`."""

    circle: Circle = Circle.ANYONE
    group: GroupId | None = None
    members: tuple[UserId, ...] = ()


ADMINS = Who(circle=Circle.ADMINS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Whose approval an acquisition needs.

    `toll_free` None: as many as for toll. Fewer numbers than `from_quantity` need none. A hold that waits for approval
    lasts once longer, by `extension_minutes`. With `releases` it is needed for releasing acquired numbers, too.
    """

    approvals: int = 1
    toll_free: int | None = None
    from_quantity: int = 1
    approvers: Who = Who()
    extension_minutes: int = 0
    releases: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Who may do what. Admins always may."""

    search: Who = Who()
    reserve: Who = Who()
    release: Who = ADMINS  # what others hold
    settings: Who = ADMINS
    manage: Who = Who()  # assign, release and restore what was acquired
    port: Who = Who()  # write, send and cancel port orders
    letters: Who = ADMINS  # fetch signed letters of authorisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """The end of a workspace's record: the last entry's number, and the tip's seal. Number 0: there is none yet."""

    number: int = 0
    seal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """A workspace and what its admins have set.

    `hold_minutes` is how long a hold lasts, `rest_days` how long a released number rests. No `channels`: the desk may
    be used in all. `set_up`: an admin has sent settings; `greeted`: an admin was led to them. `country`, an ISO code,
    is where numbers are that do not say their country's code. `port_lead_days` and `port_silent_days` are business
    days, by country and by a port order's state, as far as they are not what they are by default. `extra` has the
    settings that have no column of their own, by name and as the record writes them.
    """

    id: WorkspaceId
    licences: Licences = Licences()
    credits: Credits = Credits()
    policy: Policy = Policy()
    roles: Roles = Roles()
    channels: tuple[ChannelId, ...] = ()
    locale: str = "en"
    notices: ChannelId | None = None
    hold_minutes: int = 10
    set_up: bool = False
    greeted: bool = False
    rest_days: int = 30
    country: str = "US"
    port_lead_days: Mapping[str, int] = field(default_factory=dict)
    port_silent_days: Mapping[str, int] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)
    tip: Tip = field(default=Tip(), compare=False)
