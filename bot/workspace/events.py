"""Events: told to the desk when it subscribed to them and may hear them, and told again when not acknowledged.

What the desk posts itself is not told: Slack would, and Bolt would drop it. When they are told again:
https://docs.slack.dev/apis/events-api, November 2026.
"""

import asyncio
import secrets
import time
from dataclasses import replace

from bot.workspace.delivery.words import OPERATION_TIMEOUT, Ack, Envelope
from bot.workspace.sample import APP_ID, BOT_USER_ID, TEAM_ID, VERIFICATION_TOKEN
from bot.workspace.state import Channel, Json
from bot.workspace.workspace import Workspace

RETRY_AFTER = (0.0, 60.0, 300.0)  # seconds


def announce(workspace: Workspace, event: Json, channel: Channel | None = None) -> None:
    """Tell the desk, and do not wait for it. Of a channel it hears only what happens while it is there."""
    if channel and BOT_USER_ID not in channel.members:
        return
    workspace.background.spawn(tell(workspace, event, channel))


async def tell(workspace: Workspace, event: Json, channel: Channel | None = None) -> Ack:
    """Tell the desk and wait for its first acknowledgement."""
    if workspace.events is not None and _subscription(event, channel) not in workspace.events:
        return Ack()
    envelope = Envelope(type="events_api", payload=_callback(workspace, event, channel))
    ack = await workspace.deliver(envelope)
    if ack.error and not ack.no_retry:
        workspace.background.spawn(_tell_again(workspace, envelope, ack))
    return ack


async def _tell_again(workspace: Workspace, envelope: Envelope, ack: Ack) -> None:
    for num, wait in enumerate(RETRY_AFTER, start=1):
        await asyncio.sleep(wait)
        reason = "http_timeout" if ack.error == OPERATION_TIMEOUT else "http_error"
        ack = await workspace.deliver(replace(envelope, retry_num=num, retry_reason=reason))
        if not ack.error or ack.no_retry:
            return


def _subscription(event: Json, channel: Channel | None) -> str:
    """What the app's manifest calls it."""
    name: str = event["type"]
    if name == "message" and channel:
        return {"channel": "message.channels", "group": "message.groups", "im": "message.im"}[channel_type(channel)]
    return name


def channel_type(channel: Channel) -> str:
    """What Slack calls the kind of a channel in its events: `im`, `group` (a private channel) or `channel`."""
    if channel.is_im:
        return "im"
    return "group" if channel.is_private else "channel"


def _callback(workspace: Workspace, event: Json, channel: Channel | None) -> Json:
    return {
        "type": "event_callback",
        "token": VERIFICATION_TOKEN,
        "team_id": TEAM_ID,
        "context_team_id": TEAM_ID,
        "context_enterprise_id": None,
        "api_app_id": APP_ID,
        "event": {"event_ts": workspace.clock.new_ts(), **event},
        "event_id": "Ev" + secrets.token_hex(5).upper(),
        "event_time": int(time.time()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": TEAM_ID,
                "user_id": BOT_USER_ID,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": bool(channel and channel.is_ext_shared),
        "event_context": secrets.token_hex(16),
    }
