"""/numbers settings: licences, credits, approvals, roles, channels; and the first steps of a new workspace."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from decimal import Decimal
from itertools import islice
from typing import Any

from handlers.kit import answers, roles
from handlers.kit.fields import Carried, Fields
from handlers.kit.member import Click
from handlers.kit.messages import say
from handlers.kit.reply import Reply, opens, says, wrong
from handlers.kit.tools import SlackSilent, Tools
from handlers.kit.transaction import MemberTransaction, transact
from handlers.settings import payloads
from handlers.settings.entries import SettingsAction
from handlers.settings.requests import ShowSettings
from handlers.settings.views import modals as views
from store import workspaces
from store.types import UserId
from store.workspaces.types import Circle, Who, Workspace


def show(tools: Tools, click: Click, _ask: ShowSettings) -> Reply:
    """Open the modal; for a workspace that was never set up the shorter one."""
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
    if refusal := roles.settings(workspace, click.member):
        return answers.may_not(click.member.locale, refusal, workspace)
    modal = views.settings if workspace.set_up else views.first_steps
    return opens(modal(click.member.locale, workspace, _groups(tools, workspace)))


def greet(tools: Tools, click: Click, workspace: Workspace) -> Reply | None:
    """Lead who may change settings through the first steps: once, and only where nobody has taken them."""
    if workspace.set_up or workspace.greeted or roles.settings(workspace, click.member):
        return None
    with tools.begin() as db:
        now = workspaces.lock(db, workspace.id)
        if now.greeted or now.set_up:
            return None
        workspaces.greet(db, workspace.id)
    return opens(views.first_steps(click.member.locale, workspace, _groups(tools, workspace)))


def save(tools: Tools, click: Click, _carried: Carried, fields: Fields) -> Reply:
    """Keep what was set. Raises BadField."""
    locale = click.member.locale
    with tools.reading() as db:
        before = workspaces.find(db, click.member.workspace)
    wanted = payloads.settings(fields, before)
    if refusal := roles.settings(before, click.member):
        return answers.may_not(locale, refusal, before)
    if wrong_field := _impossible(tools, locale, before, wanted):
        return wrong_field

    def work(tx: MemberTransaction) -> Reply:
        if refusal := roles.settings(tx.workspace, tx.member):
            return answers.may_not(locale, refusal, tx.workspace)
        workspaces.save(tx.db, replace(wanted, greeted=True))
        before, after = _told(tx.workspace), _told(wanted)
        changed = {name for name in after if after[name] != before[name]}
        tx.record(
            SettingsAction.SETTINGS_CHANGED,
            "settings",
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
        )
        tx.concerns_everybody()
        return says(say(locale, "settings-saved"))

    return transact(tools, click, work, anywhere=True)


def _impossible(tools: Tools, locale: str, before: Workspace, wanted: Workspace) -> Reply | None:
    """What Slack does not allow: a channel where the desk cannot post, a group that is not there or too small."""
    if wanted.notices and not tools.can_post(wanted.id, wanted.notices):
        return wrong(views.NOTICES, say(locale, "settings-cannot-post"))
    asked = _whos(wanted)
    new = {field: who.group for field, who in asked.items() if who.group and who != _whos(before)[field]}
    groups = tools.people.groups(wanted.id) if new or wanted.policy.approvers.group else {}
    for field, group in new.items():
        if group not in groups:
            return wrong(field, say(locale, "settings-not-a-choice"))
    approvers, needed = wanted.policy.approvers, max(wanted.policy.approvals, wanted.policy.toll_free or 0)
    users = groups[approvers.group].users if approvers.group in groups and approvers.group else approvers.members
    if approvers.circle in (Circle.GROUP, Circle.NAMED) and not _are_enough(tools, wanted, users, needed):
        field = views.APPROVERS if approvers.group else views.NAMED
        return wrong(field, say(locale, "settings-too-few-approvers", needed=needed))
    return None


def _are_enough(tools: Tools, workspace: Workspace, users: Iterable[UserId], needed: int) -> bool:
    """Whether so many of them may use the desk at all; no more of them are looked up than that."""
    members = (tools.people.member(workspace.id, user) for user in users)
    full = (member for member in members if roles.enter(member) is None)
    return len(list(islice(full, needed))) == needed


def _whos(workspace: Workspace) -> dict[str, Who]:
    """Who may do what, by the field in which it is set."""
    roles = {name: getattr(workspace.roles, role) for role, name in views.ROLES.items()}
    return {views.APPROVERS: workspace.policy.approvers, **roles}


def _groups(tools: Tools, workspace: Workspace) -> views.Groups:
    """The user groups that can be chosen; none but those that are set where Slack does not say."""
    try:
        return tools.people.groups(workspace.id)
    except SlackSilent:
        return {}


def _told(workspace: Workspace) -> Mapping[str, Any]:
    """The settings as the record keeps them."""
    policy = workspace.policy
    return {
        **asdict(workspace.licences),
        "credits_set_up": workspace.credits.set_up,
        "credits_balance": _plain(workspace.credits.balance),
        "credits_auto_recharge": workspace.credits.auto_recharge,
        "locale": workspace.locale,
        "notices": workspace.notices,
        "hold_minutes": workspace.hold_minutes,
        "rest_days": workspace.rest_days,
        "approvals": policy.approvals,
        "approvals_toll_free": policy.toll_free,
        "approvals_from": policy.from_quantity,
        "extension_minutes": policy.extension_minutes,
        "approve_releases": policy.releases,
        "channels": list(workspace.channels),
        "country": workspace.country,
        "port_lead_days": _days(workspace.port_lead_days),
        "port_silent_days": _days(workspace.port_silent_days),
        **{field: _written(who) for field, who in _whos(workspace).items()},
    }


def _days(days: Mapping[str, int]) -> str:
    return ", ".join(f"{of} {count}" for of, count in sorted(days.items()))


def _written(who: Who) -> str:
    return " ".join([who.circle, *([who.group] if who.group else []), *who.members])


def _plain(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:f}"
