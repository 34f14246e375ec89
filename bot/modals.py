"""Modals as Slack is asked to show them. Where its answer comes too late, it may have."""

import json
from collections.abc import Mapping
from typing import Any

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.directory import FAILURES
from bot.slack_errors import told
from handlers.kit.fields import place, unpacked
from handlers.kit.member import Click
from handlers.kit.messages import say
from handlers.kit.reply import DONE, Reply, says
from store import deadline
from store.types import ChannelId

ANSWER_WITHIN = 2  # seconds, for the one call that answers a click
_AT_LEAST = 0.3  # seconds: with less no call would get anywhere

log = structlog.get_logger()


def open_modal(client: WebClient, trigger_id: str, view: Mapping[str, Any], click: Click) -> Reply:
    """Open a modal that remembers where it was opened. What to say where Slack did not, or does not say so in time."""
    try:
        _in_time(client).views_open(trigger_id=trigger_id, view=placed(view, click))
    except FAILURES as failure:
        log.warning("a modal was not opened", error=told(failure))
        return says(say(click.member.locale, "not-opened" if _is_refused(failure) else "perhaps-opened"))
    return DONE


def push_modal(client: WebClient, trigger_id: str, view_id: str, view: Mapping[str, Any], click: Click) -> None:
    """Lay a modal on one that is open; where Slack refuses that, it takes that one's place."""
    try:
        _in_time(client).views_push(trigger_id=trigger_id, view=placed(view, click))
    except FAILURES as failure:
        log.warning("a modal was not laid on another", error=told(failure))
        if _is_refused(failure):
            update_modal(client, view_id, view, click)


def update_modal(client: WebClient, view_id: str, view: Mapping[str, Any], click: Click) -> None:
    """Show something else in a modal that is open."""
    try:
        _in_time(client).views_update(view_id=view_id, view=placed(view, click))
    except FAILURES as failure:
        log.warning("a modal was not changed", error=told(failure))


def placed(view: Mapping[str, Any], click: Click) -> dict[str, Any]:
    """The modal, with where it was opened."""
    carried = {**unpacked(view.get("private_metadata")), "channel": click.channel, "message": click.message}
    return {**view, "private_metadata": json.dumps(carried)}


def where_pressed(body: Mapping[str, Any]) -> tuple[ChannelId, str]:
    """The channel and the message that a button stands in; that of a modal is in the one it was opened from."""
    if view := body.get("view"):
        return place(unpacked(view.get("private_metadata")))
    container = body.get("container") or {}
    return ChannelId((body.get("channel") or {}).get("id") or ""), str(container.get("message_ts") or "")


def _in_time(client: WebClient) -> WebClient:
    """The client, which Bolt makes anew for each interaction, giving up when nobody waits any more."""
    client.timeout = max(min(ANSWER_WITHIN, deadline.left()), _AT_LEAST)  # type: ignore[assignment] # as in bot.build
    return client


def _is_refused(failure: Exception) -> bool:
    """Whether Slack said no; without an answer, or with none that can be read, it may have done it."""
    return isinstance(failure, SlackApiError) and bool(failure.response.get("error"))
