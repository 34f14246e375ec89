"""What is owed about requests for approval, put into words as things are when it is sent."""

from typing import Any, cast

from handlers.approvals.entries import ApprovalAction
from handlers.approvals.views import lines
from handlers.approvals.views import request as views
from handlers.kit import cards
from handlers.kit.approvable import Approvable, Requested
from handlers.kit.cards import ThreadLine
from handlers.kit.outgoing import Post
from handlers.kit.reply import Message
from handlers.kit.tools import Tools
from store import approvals
from store.approvals.types import RequestId
from store.audit.types import Entry
from store.outbox.types import ClaimedItem
from store.session import Db
from store.types import UserId


def put_verdict(tools: Tools, claimed: ClaimedItem) -> Post | None:
    """Tell who asked what came of it, unless they see it in the channel of the card."""
    owing = claimed.owing
    locale = tools.people.member(owing.workspace, UserId(owing.channel)).locale
    with tools.reading() as db:
        found = cards.find(tools, db, owing)
        request = approvals.find(db, owing.workspace, RequestId(owing.detail["request"]))
    if found is None or request is None:
        return None
    about, thing = found[0], cast(Requested, found[1])  # what has requests has numbers
    message = views.verdict(locale, tools.features.approvables[about.key], thing, request)
    return Post(message=message, channel=owing.channel, unless_in=thing.channel)


def told(db: Db, of: Approvable[Any], thing: Requested, entry: Entry, locale: str) -> ThreadLine | None:
    """An entry about a request as it is told under the card of what it is for; None where it is about none."""
    message: Message | None = lines.line(locale, of, thing, entry.deed)
    if entry.deed.action == ApprovalAction.ASKED:
        message = asked(db, of, thing, entry, locale)
    return ThreadLine(message=message) if message else None


def asked(db: Db, of: Approvable[Any], thing: Requested, entry: Entry, locale: str) -> Message | None:
    """Tell those who may approve that an entry says somebody asks."""
    request = approvals.find(db, thing.workspace, RequestId(entry.deed.after["request"]))
    if request is None:
        return None
    return lines.asked(locale, of, thing, request, of.costs(db, locale, thing, request))
