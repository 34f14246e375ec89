"""How people and channels are shown: names, initials in colours, notes."""

from bot.workspace.page.parts import tag, words
from bot.workspace.sample import BOT_USER_ID, TEAM_ID
from bot.workspace.state import Channel, Member, State

_COLOURS = 6  # classes face-0 ... in style.css


def name_of(state: State, identity: str) -> str:
    """What a mention shows."""
    if member := state.members.get(identity):
        return f"@{member.name}"
    if channel := state.channels.get(identity):
        return "direct message" if channel.is_im else f"#{channel.name}"
    if usergroup := state.usergroups.get(identity):
        return f"@{usergroup.handle}"
    return identity


def channel_name(state: State, channel: Channel) -> str:
    """What a channel is called in the sidebar, without its sign; direct messages by the name of the desk."""
    return state.members[BOT_USER_ID].name if channel.is_im else channel.name


def sign(channel: Channel) -> str:
    """An icon: of whom a channel is for."""
    if channel.is_im:
        return "forum"
    return "lock" if channel.is_private else "tag"


def note(member: Member) -> str:
    """What is special about a member, for who chooses whom to be."""
    notes = [
        "admin" if member.is_admin or member.is_owner else "",
        "guest" if member.is_restricted or member.is_ultra_restricted else "",
        "français" if member.locale.startswith("fr") else "",
        "other workspace" if member.team_id != TEAM_ID else "",
        "deactivated" if member.deleted else "",
    ]
    return ", ".join(filter(None, notes))


def avatar(member: Member) -> None:
    """Draw a member's face: initials, or a telephone for a bot. Screen readers pass it by: the name is beside it."""
    if member.is_bot:
        with tag("div", "face desk", aria_hidden="true"):
            words("span", "☎")
        return
    initials = "".join(part[0] for part in member.real_name.split()[:2])
    words("div", initials, f"face face-{ord(member.name[0]) % _COLOURS}", aria_hidden="true")
