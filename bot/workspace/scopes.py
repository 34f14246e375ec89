"""Which scope each Web API method asks for, and what the bot token has unless told otherwise."""

from bot.workspace.state import Channel

SCOPES = frozenset(
    {
        "app_mentions:read",
        "channels:history",
        "channels:join",
        "channels:read",
        "chat:write",
        "chat:write.public",
        "commands",
        "files:read",
        "files:write",
        "groups:history",
        "groups:read",
        "im:history",
        "im:read",
        "im:write",
        "mpim:read",
        "reactions:write",
        "team:read",
        "usergroups:read",
        "users:read",
    }
)


def to_read(channel: Channel) -> str:
    """The scope that `conversations.info` and the like ask for with such a channel."""
    return f"{_family(channel)}:read"


def to_read_history(channel: Channel) -> str:
    """The scope that reading what was said in such a channel asks for."""
    return f"{_family(channel)}:history"


def _family(channel: Channel) -> str:
    if channel.is_im:
        return "im"
    return "groups" if channel.is_private else "channels"
