"""What a member has a right to by Slack's word, looked up before the transaction in which it counts."""

from dataclasses import dataclass, fields, replace

from handlers.kit import answers, roles
from handlers.kit.member import Click, Member
from handlers.kit.refusals import AccessRefusal
from handlers.kit.reply import Reply
from handlers.kit.tools import SlackSilent, Tools
from store import workspaces
from store.types import ChannelId, UserId, WorkspaceId
from store.workspaces.types import Circle, Who, Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """A member comes to the desk: their click, with all that Slack says of them, and why they may not, if so.

    What may be done anywhere is done even where `not_here` says otherwise.
    """

    click: Click
    workspace: Workspace
    refused: Reply | None = None
    not_here: Reply | None = None


def enter(tools: Tools, click: Click) -> Admission:
    """Look up who comes, and to which workspace. Guests and strangers are refused."""
    locale = click.member.locale
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
    if refusal := roles.enter(click.member):
        return Admission(click=click, workspace=workspace, refused=answers.refused(locale, refusal))
    known = replace(click, member=knowing(tools, click.member, workspace))
    not_here = answers.not_here(locale, workspace) if roles.here(workspace, click) else None
    return Admission(click=known, workspace=workspace, not_here=not_here)


def knowing(tools: Tools, member: Member, workspace: Workspace) -> Member:
    """The member with what Slack says of the user groups that the roles name; nothing where it is silent."""
    roles = workspace.roles
    named = {group for role in fields(roles) if (group := getattr(roles, role.name).group)}
    if not named:
        return member
    try:
        groups = tools.people.groups(workspace.id)
    except SlackSilent:
        return member
    return replace(member, groups={group: group in groups and member.user in groups[group].users for group in named})


def approves(tools: Tools, workspace: WorkspaceId, user: UserId, who: Who, channel: ChannelId) -> bool:
    """Whether a member belongs to those who approve what is asked for in a channel. Raises SlackSilent."""
    member = tools.people.member(workspace, user)
    refusal = roles.enter(member)
    if refusal is AccessRefusal.UNKNOWN:
        raise SlackSilent
    if refusal:
        return False
    match who.circle:
        case Circle.ANYONE:
            return tools.people.is_in(workspace, channel, user)
        case Circle.ADMINS:
            return member.is_admin
        case Circle.NAMED:
            return user in who.members
        case Circle.GROUP:
            group = tools.people.groups(workspace).get(who.group) if who.group else None
            return group is not None and user in group.users
