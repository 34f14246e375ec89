"""The modal with a workspace's settings, and the shorter one that leads through the first of them."""

from collections.abc import Mapping

from slack_sdk.models.blocks import (
    Block,
    CheckboxesElement,
    ConversationFilter,
    ConversationMultiSelectElement,
    ConversationSelectElement,
    DividerBlock,
    InputBlock,
    NumberInputElement,
    Option,
    OptionGroup,
    PlainTextInputElement,
    StaticSelectElement,
    UserMultiSelectElement,
)
from slack_sdk.models.views import View

from handlers.kit.blocks import LABEL, asked, cut, form, plain_text, section
from handlers.kit.member import Group
from handlers.kit.messages import say
from handlers.ports.alarms import SILENT_DAYS, silent_days
from store.types import GroupId
from store.workspaces.types import LOCALES, Circle, Policy, Who, Workspace

CALLBACK, FIRST_STEPS = "settings", "first_steps"
E5, PHONE, AUDIO = "enterprise_e5", "phone_system", "audio_conferencing"
CREDITS, SET_UP, RECHARGE, BALANCE = "credits", "set_up", "auto_recharge", "balance"
APPROVALS, TOLL_FREE, FROM = "approvals", "approvals_toll_free", "approvals_from"
APPROVERS, NAMED, EXTENSION = "approvers", "approver_members", "extension_minutes"
ROLES = {
    "search": "may_search",
    "reserve": "may_reserve",
    "release": "may_release",
    "manage": "may_manage",
    "port": "may_port",
    "letters": "may_fetch_letters",
    "settings": "may_change_settings",
}
RELEASES = "approve_releases"
REST = "rest_days"
COUNTRY, LEAD, SILENT = "country", "port_lead_days", "port_silent_days"
LANGUAGE, NOTICES, CHANNELS, MINUTES = "language", "notices", "channels", "hold_minutes"
GROUP = "group:"  # before the id of a user group, as a choice of who may do something
CIRCLES = {
    APPROVERS: (Circle.ANYONE, Circle.NAMED, Circle.ADMINS),
    **dict.fromkeys(ROLES.values(), (Circle.ANYONE, Circle.ADMINS)),
}
MOST_LICENCES = 10_000_000
MOST_APPROVALS = 5
MOST_DAYS = 90
MOST_REST = 180  # days
MOST_NAMED = 50  # all are mentioned in one line

_OPTIONS = 100  # in one group of options, as Slack allows
_MOST_GROUPS = 170  # a view may weigh 250 kB, and seven lists have them all

Groups = Mapping[GroupId, Group]


def settings(locale: str, workspace: Workspace, groups: Groups) -> View:
    """All settings. `groups` are the user groups that can be chosen."""
    return form(
        locale,
        CALLBACK,
        "settings-title",
        "button-save",
        blocks=[
            *_licences(locale, workspace),
            *_credits(locale, workspace),
            *_channel(locale, workspace),
            *_approvals(locale, workspace, groups),
            *_details_of_approvals(locale, workspace),
            *_orders(locale, workspace),
            *_roles(locale, workspace, groups),
        ],
    )


def first_steps(locale: str, workspace: Workspace, groups: Groups) -> View:
    """What a new workspace needs before anything else."""
    return form(
        locale,
        FIRST_STEPS,
        "first-steps-title",
        "button-save",
        close="button-later",
        blocks=[
            section(say(locale, "first-steps-intro")),
            *_licences(locale, workspace),
            *_credits(locale, workspace),
            *_approvals(locale, workspace, groups),
            DividerBlock(),
            _notices(locale, workspace),
        ],
    )


def _licences(locale: str, workspace: Workspace) -> list[Block]:
    licences = workspace.licences
    return [
        section(f"*{say(locale, 'settings-licences')}*"),
        _number(locale, E5, "settings-e5", licences.enterprise_e5, hint="settings-e5-hint", most=MOST_LICENCES),
        _number(locale, PHONE, "settings-phone", licences.phone_system, most=MOST_LICENCES),
        _number(locale, AUDIO, "settings-audio", licences.audio_conferencing, most=MOST_LICENCES),
    ]


def _credits(locale: str, workspace: Workspace) -> list[Block]:
    credit = workspace.credits
    set_up = Option(text=plain_text(say(locale, "settings-credits-set-up")), value=SET_UP)
    recharge = Option(text=plain_text(say(locale, "settings-credits-recharge")), value=RECHARGE)
    ticked = [option for option, on in ((set_up, credit.set_up), (recharge, credit.auto_recharge)) if on]
    boxes = CheckboxesElement(action_id=CREDITS, options=[set_up, recharge], initial_options=ticked or None)
    balance = NumberInputElement(
        action_id=BALANCE,
        is_decimal_allowed=True,
        min_value="0",
        initial_value=str(credit.balance) if credit.balance is not None else None,
    )
    return [
        DividerBlock(),
        InputBlock(block_id=CREDITS, label=say(locale, "settings-credits"), optional=True, element=boxes),
        asked(locale, BALANCE, "settings-balance", balance, hint="settings-balance-hint", optional=True),
    ]


def _channel(locale: str, workspace: Workspace) -> list[Block]:
    languages = {
        name: Option(text=plain_text(say(locale, f"settings-language-{name}")), value=name) for name in LOCALES
    }
    language = StaticSelectElement(
        action_id=LANGUAGE, options=list(languages.values()), initial_option=languages[workspace.locale]
    )
    return [
        DividerBlock(),
        asked(locale, LANGUAGE, "settings-language", language),
        _notices(locale, workspace),
        _number(locale, MINUTES, "settings-minutes", workspace.hold_minutes, least=1, most=60),
        _number(locale, REST, "settings-rest", workspace.rest_days, hint="settings-rest-hint", most=MOST_REST),
    ]


def _notices(locale: str, workspace: Workspace) -> Block:
    element = ConversationSelectElement(
        action_id=NOTICES,
        initial_conversation=workspace.notices,
        filter=ConversationFilter(include=["public", "private"]),
    )
    return asked(locale, NOTICES, "settings-notices", element, hint="settings-notices-hint", optional=True)


def _approvals(locale: str, workspace: Workspace, groups: Groups) -> list[Block]:
    policy = workspace.policy
    named = UserMultiSelectElement(
        action_id=NAMED,
        initial_users=list(policy.approvers.members) or None,
        max_selected_items=MOST_NAMED,
    )
    return [
        DividerBlock(),
        section(f"*{say(locale, 'settings-policy')}*"),
        _number(
            locale,
            APPROVALS,
            "settings-approvals",
            policy.approvals,
            hint="settings-approvals-hint",
            most=MOST_APPROVALS,
        ),
        asked(locale, APPROVERS, "settings-approvers", _who(locale, APPROVERS, policy.approvers, groups)),
        asked(locale, NAMED, "settings-named", named, hint="settings-named-hint", optional=True),
    ]


def _details_of_approvals(locale: str, workspace: Workspace) -> list[Block]:
    policy = workspace.policy
    toll_free = NumberInputElement(
        action_id=TOLL_FREE,
        is_decimal_allowed=False,
        initial_value=None if policy.toll_free is None else str(policy.toll_free),
        min_value="0",
        max_value=str(MOST_APPROVALS),
    )
    return [
        asked(locale, TOLL_FREE, "settings-toll-free", toll_free, hint="settings-toll-free-hint", optional=True),
        _number(locale, FROM, "settings-from", policy.from_quantity, hint="settings-from-hint", least=1, most=1_500),
        _number(
            locale, EXTENSION, "settings-extension", policy.extension_minutes, hint="settings-extension-hint", most=60
        ),
        _releases(locale, policy),
    ]


def _releases(locale: str, policy: Policy) -> Block:
    tick = Option(text=plain_text(say(locale, "settings-releases-too")), value=RELEASES)
    boxes = CheckboxesElement(action_id=RELEASES, options=[tick], initial_options=[tick] if policy.releases else None)
    return asked(locale, RELEASES, "settings-releases", boxes, hint="settings-releases-hint", optional=True)


def _orders(locale: str, workspace: Workspace) -> list[Block]:
    """What concerns port orders."""
    country = PlainTextInputElement(action_id=COUNTRY, initial_value=workspace.country, min_length=2, max_length=2)
    days = ", ".join(f"{country} {count}" for country, count in sorted(workspace.port_lead_days.items()))
    lead = PlainTextInputElement(action_id=LEAD, initial_value=days or None, max_length=3_000)
    silent = [
        _number(
            locale,
            f"{SILENT}_{state}",
            f"settings-silent-{state}",
            silent_days(workspace, state),
            least=1,
            most=MOST_DAYS,
        )
        for state in SILENT_DAYS
    ]
    return [
        DividerBlock(),
        section(f"*{say(locale, 'settings-orders')}*"),
        asked(locale, COUNTRY, "settings-country", country, hint="settings-country-hint"),
        asked(locale, LEAD, "settings-lead", lead, hint="settings-lead-hint", optional=True),
        *silent,
    ]


def _roles(locale: str, workspace: Workspace, groups: Groups) -> list[Block]:
    channels = ConversationMultiSelectElement(
        action_id=CHANNELS,
        initial_conversations=list(workspace.channels) or None,
        filter=ConversationFilter(include=["public", "private"]),
    )
    roles = [
        asked(locale, name, f"settings-role-{role}", _who(locale, name, getattr(workspace.roles, role), groups))
        for role, name in ROLES.items()
    ]
    return [
        DividerBlock(),
        section(f"*{say(locale, 'settings-roles')}*"),
        *roles,
        asked(locale, CHANNELS, "settings-channels", channels, hint="settings-channels-hint", optional=True),
    ]


def _who(locale: str, name: str, now: Who, groups: Groups) -> StaticSelectElement:
    """A list of who can be meant: some circles, and the user groups."""
    circles = {
        circle.value: _option(
            say(locale, f"circle-{name if circle is Circle.ANYONE and name == APPROVERS else circle}"), circle
        )
        for circle in CIRCLES[name]
    }
    named = dict(sorted(groups.items(), key=lambda item: item[1].handle)[:_MOST_GROUPS])
    if now.group and now.group not in named:
        named[now.group] = groups.get(now.group, Group(handle=now.group, users=frozenset()))
    of_groups = {f"{GROUP}{id_}": _option(f"@{group.handle}", f"{GROUP}{id_}") for id_, group in named.items()}
    listed = list(of_groups.values())
    return StaticSelectElement(
        action_id=name,
        option_groups=[
            OptionGroup(label=plain_text(say(locale, "settings-people")), options=list(circles.values())),
            *(
                OptionGroup(label=plain_text(say(locale, "settings-groups")), options=listed[at : at + _OPTIONS])
                for at in range(0, len(listed), _OPTIONS)
            ),
        ],
        initial_option=of_groups[f"{GROUP}{now.group}"] if now.group else circles[now.circle],
    )


def _option(text: str, value: str) -> Option:
    return Option(text=plain_text(cut(text, LABEL)), value=value)


def _number(
    locale: str, name: str, label: str, value: int, *, most: int, least: int = 0, hint: str | None = None
) -> Block:
    element = NumberInputElement(
        action_id=name, is_decimal_allowed=False, initial_value=str(value), min_value=str(least), max_value=str(most)
    )
    return asked(locale, name, label, element, hint=hint)
