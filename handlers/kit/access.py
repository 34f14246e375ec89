"""What a member has a right to by Slack's word, looked up before the transaction in which it counts."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from itertools import islice

from handlers.kit import answers, cards, roles
from handlers.kit.cards import Carded
from handlers.kit.fields import Carried
from handlers.kit.member import Click, Member
from handlers.kit.on_card import is_on_card
from handlers.kit.refusals import AccessRefusal
from handlers.kit.reply import Reply
from handlers.kit.tools import SlackSilent, Tools
from store import workspaces
from store.types import ChannelId, UserId, WorkspaceId
from store.workspaces.types import Circle, Who, Workspace

NOTHING: Carried = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """A member comes to the desk: their click, with all that Slack says of them, and why they may not, if so.

    What may be done anywhere is done even where `not_here` says otherwise. `about` is what has the card that they press
    a button of.
    """

    click: Click
    workspace: Workspace
    refused: Reply | None = None
    not_here: Reply | None = None
    about: Carded | None = None


def enter(tools: Tools, click: Click, value: Carried = NOTHING) -> Admission:
    """Look up who comes, to which workspace, and about what: `value` finds it. Guests and strangers are refused."""
    locale = click.member.locale
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        looks = workspace.channels or is_on_card(value)
        about = cards.about(tools, db, workspace.id, value) if looks else None
    if workspace.channels and about:
        click = replace(click, leads_to=about.channel)
    if refusal := roles.enter(click.member):
        return Admission(click=click, workspace=workspace, refused=answers.refused(locale, refusal))
    known = replace(click, member=knowing(tools, click.member, workspace))
    not_here = answers.not_here(locale, workspace) if roles.here(workspace, click) else None
    return Admission(click=known, workspace=workspace, not_here=not_here, about=about)


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


def can_approve(tools: Tools, workspace: WorkspaceId, who: Who, channel: ChannelId, *, asker: UserId, most: int) -> int:
    """How many of those who approve what is asked for in a channel there are, beside who asks. Raises SlackSilent.

    No more of them are looked up than `most`.
    """
    users: Iterable[UserId]
    match who.circle:
        case Circle.ANYONE:
            users = tools.people.members_of(workspace, channel)
        case Circle.ADMINS:
            users = tools.people.admins(workspace)
        case Circle.NAMED:
            users = who.members
        case Circle.GROUP:
            group = tools.people.groups(workspace).get(who.group) if who.group else None
            users = group.users if group else ()
    there = (user for user in users if user != asker and _may_enter(tools, workspace, user))
    return len(list(islice(there, most)))


def _may_enter(tools: Tools, workspace: WorkspaceId, user: UserId) -> bool:
    refusal = roles.enter(tools.people.member(workspace, user))
    if refusal is AccessRefusal.UNKNOWN:
        raise SlackSilent
    return refusal is None


def approves(tools: Tools, workspace: WorkspaceId, user: UserId, who: Who, channel: ChannelId) -> bool:
    """Whether a member belongs to those who approve what is asked for in a channel. Raises SlackSilent."""
    if not _may_enter(tools, workspace, user):
        return False
    match who.circle:
        case Circle.ANYONE:
            return tools.people.is_in(workspace, channel, user)
        case Circle.ADMINS:
            return tools.people.member(workspace, user).is_admin
        case Circle.NAMED:
            return user in who.members
        case Circle.GROUP:
            group = tools.people.groups(workspace).get(who.group) if who.group else None
            return group is not None and user in group.users
