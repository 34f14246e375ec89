"""Outages of Slack: while one lasts a workspace sleeps; afterwards its channel for notices is told."""

from datetime import datetime, timedelta
from enum import StrEnum

from handlers.kit.messages import moment, say
from handlers.kit.outgoing import Post
from handlers.kit.reply import Message
from handlers.kit.tools import Tools
from store import outbox, workspaces
from store.outbox import outages
from store.outbox.types import ClaimedItem, Outage, OutboxItem
from store.types import WorkspaceId

A_WHILE = timedelta(seconds=10)  # a shorter outage nobody noticed


class OutageOutbox(StrEnum):
    """What can be owed."""

    OVER = "outage_over"  # the channel for notices is told of it


def wake(tools: Tools, workspace: WorkspaceId) -> Outage | None:
    """Slack answers again: send what waits, and tell of it where it lasted. What is over; None: nothing was."""
    now = tools.real_now()
    with tools.begin() as db:
        outage = outages.wake(db, workspace)
        notices = workspaces.find(db, workspace).notices
        if outage and outage.is_asleep and now - outage.since >= A_WHILE and notices:
            span = {"since": outage.since.isoformat(), "until": now.isoformat(), "error": outage.error}
            over = OutboxItem(
                workspace=workspace,
                kind=OutageOutbox.OVER,
                subject="outage",
                item=span["since"],
                channel=notices,
                detail=span,
            )
            outbox.owe(db, [over], now)
    return outage


def put_over(tools: Tools, claimed: ClaimedItem) -> Post:
    """Tell from when to when nothing could be posted, and why."""
    owing = claimed.owing
    with tools.reading() as db:
        locale = workspaces.find(db, owing.workspace).locale
    since, until = (moment(datetime.fromisoformat(owing.detail[when])) for when in ("since", "until"))
    said = say(locale, "outage-over", since=since, until=until, error=str(owing.detail["error"]))
    return Post(message=Message(text=said), channel=owing.channel)
