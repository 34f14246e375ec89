"""Where the card of something new is posted."""

from handlers.kit.member import Click
from handlers.kit.tools import Tools
from store import workspaces
from store.types import ChannelId


def card_channel(tools: Tools, click: Click) -> ChannelId | None:
    """The channel for a card: where the member is, else where notices go. Asks Slack. Raises SlackSilent."""
    workspace = click.member.workspace
    if click.channel and tools.can_post(workspace, click.channel):
        return click.channel
    with tools.reading() as db:
        notices = workspaces.find(db, workspace).notices
    return notices if notices and tools.can_post(workspace, notices) else None


def notices_channel(tools: Tools, click: Click) -> ChannelId | None:
    """The channel for a card that admins are to see: where notices go, else where the member is.

    Asks Slack. Raises SlackSilent.
    """
    workspace = click.member.workspace
    with tools.reading() as db:
        notices = workspaces.find(db, workspace).notices
    return next((each for each in (notices, click.channel) if each and tools.can_post(workspace, each)), None)
