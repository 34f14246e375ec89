"""All that a handler may touch."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from store.places import Places
from store.session import Begin
from store.types import ChannelId, WorkspaceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """The database, two clocks, the places, and whether the desk can post to a channel.

    `now` is the desk's time, of holds and the record; `real_now` that of leases and Slack's limits. Both are UTC.
    `can_post` may ask Slack, so it is never called in a transaction; it raises `SlackSilent` where Slack is silent.
    """

    begin: Begin
    reading: Begin
    now: Callable[[], datetime]
    real_now: Callable[[], datetime]
    places: Places
    can_post: Callable[[WorkspaceId, ChannelId], bool]


class SlackSilent(Exception):
    """Slack did not answer what the desk must know before it can decide."""
