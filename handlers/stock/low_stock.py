"""Where the stock is low the channel for notices is told, once until it was filled."""

from datetime import timedelta
from enum import StrEnum
from functools import partial

from handlers.kit.blocks import counted, section
from handlers.kit.messages import say
from handlers.kit.outgoing import Post
from handlers.kit.reply import Message
from handlers.kit.timer import Timer
from handlers.kit.tools import Tools
from handlers.kit.transaction import Transaction, transact_by_clock
from store import workspaces
from store.numbers import low, search
from store.outbox.types import ClaimedItem, OutboxItem
from store.places import describe
from store.session import Db
from store.types import Criteria
from store.workspaces.columns import LOW_STOCK
from store.workspaces.types import Threshold, Workspace

_EVERY = timedelta(minutes=1)
_AT_ONCE = 20  # workspaces


class StockOutbox(StrEnum):
    """What can be owed."""

    LOW = "stock_low"  # that there are few numbers left at a place
    FILE = "stock_file"  # a file with numbers is to be fetched from Slack and looked at, or taken
    SHOWN = "stock_shown"  # what came of looking at a file, or of taking it


def ring(tools: Tools) -> int:
    """Look where it is time to. Says in how many workspaces."""
    with tools.reading() as db:
        due = low.due(db, tools.now(), limit=_AT_ONCE)
    return sum(transact_by_clock(tools, workspace, partial(_look, tools)) for workspace in due)


def _look(tools: Tools, tx: Transaction) -> int:
    told = low.told(tx.db, tx.workspace.id, tx.now)
    if told is None:
        return 0
    now_low = [each for each in tx.workspace.low_stock if _left(tx.db, tx.workspace, each, tools) < each.least]
    notices = tx.workspace.notices
    if notices:
        for each in now_low:
            if _name(each) not in told:
                tx.owe(
                    OutboxItem(
                        workspace=tx.workspace.id,
                        kind=StockOutbox.LOW,
                        subject=f"stock {_name(each)}",
                        channel=notices,
                        detail={"threshold": _name(each)},
                    )
                )
    names = [_name(each) for each in now_low] if notices else []
    low.looked(tx.db, tx.workspace.id, names, tx.now + _EVERY)
    return 1


def put(tools: Tools, claimed: ClaimedItem) -> Post | None:
    """That there are few numbers left; nothing where there are enough again."""
    owing = claimed.owing
    with tools.reading() as db:
        workspace = workspaces.find(db, owing.workspace)
        of = (each for each in workspace.low_stock if _name(each) == owing.detail["threshold"])
        each = next(of, None)
        left = _left(db, workspace, each, tools) if each else 0
    if each is None or left >= each.least:
        return None
    locale = workspace.locale
    said = say(
        locale,
        "stock-low",
        place=describe(each.place, locale),
        left=counted(locale, left, each.kind),
        least=each.least,
    )
    return Post(
        message=Message(text=said.replace("*", ""), blocks=[section(f":warning: {said}")]), channel=owing.channel
    )


def _left(db: Db, workspace: Workspace, each: Threshold, tools: Tools) -> int:
    wanted = Criteria(place=each.place, kind=each.kind)
    return search.count(db, workspace.id, wanted, tools.now(), most=each.least).number


def _name(each: Threshold) -> str:
    """What tells a threshold from others."""
    return str(LOW_STOCK.kind.written((each,)))


TIMERS = (Timer(name="stock", next_due=low.next_due, ring=ring),)
