"""Who may use the desk, where, and in which roles. Values in, a refusal or None out: no clock, no database."""

from handlers.kit.member import Click, Member, Standing
from handlers.kit.refusals import AccessRefusal, Refusal, RoleRefusal
from store.types import is_channel
from store.workspaces.types import Circle, Who, Workspace


def enter(member: Member) -> Refusal | None:
    """Who may use the desk at all. Without Slack's word nobody may."""
    return {
        Standing.GUEST: AccessRefusal.GUEST,
        Standing.STRANGER: AccessRefusal.STRANGER,
        Standing.UNKNOWN: AccessRefusal.UNKNOWN,
    }.get(member.standing)


def here(workspace: Workspace, click: Click) -> Refusal | None:
    """Where the desk may be used: everywhere, or in some channels, that for notices and the Home tab.

    What is done about something is done where its card is: a card that had to go into somebody's own messages is of use
    there. From the Home tab what is new goes to the channel for notices.
    """
    if not workspace.channels:
        return None
    if click.leads_to is None:
        is_here = click.channel in ("", workspace.notices, *workspace.channels)
    else:
        is_here = not is_channel(click.leads_to) or click.leads_to in (workspace.notices, *workspace.channels)
    return None if is_here else AccessRefusal.NOT_HERE


def search(workspace: Workspace, member: Member) -> Refusal | None:
    """Who may look: for numbers, at holds, port orders and the record."""
    return may(workspace.roles.search, member, RoleRefusal.MAY_NOT_SEARCH)


def reserve(workspace: Workspace, member: Member) -> Refusal | None:
    """Who may reserve numbers, and decide what they hold."""
    return may(workspace.roles.reserve, member, RoleRefusal.MAY_NOT_RESERVE)


def settings(workspace: Workspace, member: Member) -> Refusal | None:
    """Who may change the settings."""
    return may(workspace.roles.settings, member, RoleRefusal.MAY_NOT_SET)


def manage(workspace: Workspace, member: Member) -> Refusal | None:
    """Who may assign, release and restore what was acquired."""
    return may(workspace.roles.manage, member, RoleRefusal.MAY_NOT_MANAGE)


def port(workspace: Workspace, member: Member) -> Refusal | None:
    """Who may write, send and cancel port orders."""
    return may(workspace.roles.port, member, RoleRefusal.MAY_NOT_PORT)


def letters(workspace: Workspace, member: Member) -> Refusal | None:
    """Who may fetch the signed letter of a port order."""
    return may(workspace.roles.letters, member, RoleRefusal.MAY_NOT_FETCH)


def may(who: Who, member: Member, refusal: Refusal) -> Refusal | None:
    """Whether a member belongs to those who may; admins always do. UNKNOWN: Slack did not say who is in a group."""
    if member.is_admin or who.circle is Circle.ANYONE or member.user in who.members:
        return None
    if who.circle is Circle.GROUP and who.group not in member.groups:
        return AccessRefusal.UNKNOWN
    return None if who.group and member.groups.get(who.group) else refusal
