"""A workspace and its settings, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from store.types import ChannelId, GroupId, Kind, Place, UserId, WorkspaceId

# What the desk speaks, by ISO 639-1 codes; each with the key of what it is called.
LANGUAGES = {"en": "settings-language-en", "fr": "settings-language-fr"}
LOCALES = tuple(LANGUAGES)


class Circle(StrEnum):
    """What kind of people may do something."""

    ANYONE = "anyone"  # any full member; of approvers, any who is in the channel
    GROUP = "group"  # the members of a Slack user group
    NAMED = "named"  # some members, one by one
    ADMINS = "admins"  # the workspace's, as Slack says


@dataclass(frozen=True, slots=True, kw_only=True)
class Licences:
    """How many licences there are of each kind that gives a right to service numbers. The quota follows from them."""

    enterprise_e5: int = 0
    phone_system: int = 0
    audio_conferencing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """Communications Credits: paid in advance, without which no toll-free number can be reserved.

    The desk cannot ask for the balance; an admin says it. Toll-free calls need a positive one, as
    github.com/MicrosoftDocs/OfficeDocs-SkypeForBusiness has it at 02b803f in what-are-communications-credits.md (read
    2026-11-28).
    """

    set_up: bool = False
    balance: Decimal | None = None  # in the currency that the organisation is billed in; None: nobody said it
    auto_recharge: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who may do something."""

    circle: Circle = Circle.ANYONE
    group: GroupId | None = None  # of a GROUP alone
    members: tuple[UserId, ...] = ()  # of those NAMED alone


ADMINS = Who(circle=Circle.ADMINS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Whose approval an acquisition needs."""

    approvals: int = 1  # members who must agree, from 0 to 5
    toll_free: int | None = None  # as many for toll-free numbers; None: as for toll
    from_quantity: int = 1  # fewer numbers need no approval
    approvers: Who = Who()
    extension_minutes: int = 0  # by which a hold lasts longer, once, while it waits for approval; from 0 to 60
    releases: bool = False  # whether releasing acquired numbers needs approval, too


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
class Threshold:
    """The stock of a place is low where fewer than `least` numbers of a kind can be had there."""

    place: Place
    kind: Kind
    least: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """The end of a workspace's record."""

    number: int = 0  # of the last entry; 0: there is none yet
    seal: str = ""  # of the end itself, 64 hexadecimal digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """A workspace and what its admins have set."""

    id: WorkspaceId
    licences: Licences = Licences()
    credits: Credits = Credits()
    policy: Policy = Policy()
    roles: Roles = Roles()
    channels: tuple[ChannelId, ...] = ()  # where the desk may be used; none: everywhere
    locale: str = "en"  # one of LOCALES
    notices: ChannelId | None = None  # where is told what has no channel of its own
    hold_minutes: int = 10  # how long a hold lasts, from 1 to 60
    set_up: bool = False  # an admin has sent settings
    greeted: bool = False  # an admin was led to the settings
    rest_days: int = 30  # how long a released number is kept from the pool, from 0 to 180
    country: str = "US"  # ISO 3166-1 alpha-2, of numbers that are written without their country's code
    port_lead_days: Mapping[str, int] = field(default_factory=dict)  # business days by country, where not the default
    port_silent_days: Mapping[str, int] = field(default_factory=dict)  # business days by State, where not the default
    low_stock: tuple[Threshold, ...] = ()  # where is told when there are few numbers left
    extra: Mapping[str, Any] = field(default_factory=dict)  # settings without a column, by name, as the record has them
    tip: Tip = field(default=Tip(), compare=False)  # as it was when the workspace was read
