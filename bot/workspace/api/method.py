"""A Web API method: what it does, which scopes it asks for, how often it may be called.

By https://docs.slack.dev/apis/web-api/rate-limits and the page of each method, November 2026.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.workspace.refused import Refused
from bot.workspace.sample import BOT_USER_ID
from bot.workspace.scopes import to_read
from bot.workspace.state import Channel, Json
from bot.workspace.workspace import Workspace

TIER_2, TIER_3, TIER_4 = 20, 50, 100  # calls in a minute


@dataclass(frozen=True, slots=True)
class Method:
    """A method, as it is called with arguments that are text (or a structure, where it takes one).

    Its token, scopes and rate are looked at before `run`. So what a method says that it raises leaves out
    not_authed, invalid_auth, not_allowed_token_type, account_inactive, missing_scope and ratelimited; and
    invalid_arguments where that only means that an argument is missing.
    """

    run: Callable[[Workspace, Json], Json]
    scopes: tuple[str, ...] = ()  # one of them is enough
    per_minute: int | None = None
    caller: Literal["bot", "app", "anyone"] = "bot"  # whose token it takes


def need(workspace: Workspace, *scopes: str) -> None:
    """Make sure that the bot token has one of these scopes.

    Raises Refused("missing_scope"), with what is `needed` and `provided`.
    """
    if scopes and not workspace.scopes.intersection(scopes):
        raise Refused("missing_scope", needed=",".join(scopes), provided=",".join(sorted(workspace.scopes)))


def visible_channel(workspace: Workspace, channel_id: str) -> Channel:
    """A channel by its id, if the desk may know of it at all. Raises Refused("channel_not_found")."""
    channel = workspace.state.channels.get(channel_id)
    if channel is None or (channel.is_private and BOT_USER_ID not in channel.members):
        raise Refused("channel_not_found")
    return channel


def readable_channel(workspace: Workspace, channel_id: str) -> Channel:
    """A channel that the desk may know of and has the scope for. Raises Refused: channel_not_found, missing_scope."""
    channel = visible_channel(workspace, channel_id)
    need(workspace, to_read(channel))
    return channel


def joined_channel(workspace: Workspace, channel_id: str) -> Channel:
    """A channel that the desk is in. Raises Refused: channel_not_found, not_in_channel."""
    channel = visible_channel(workspace, channel_id)
    if BOT_USER_ID not in channel.members:
        raise Refused("not_in_channel")
    return channel
