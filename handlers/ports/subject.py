"""What a port order can do: it has a card, and tells where the numbers are that it is about."""

from handlers.kit.cards import ThreadLine
from handlers.kit.reply import Message
from handlers.kit.tools import Tools
from handlers.ports import open_points, show
from handlers.ports.entries import PortAction
from handlers.ports.requests import NAME
from handlers.ports.views import lines
from handlers.ports.views.lists import order_line
from store import ports
from store.audit.types import Entry
from store.ports.types import OrderId, PortOrder
from store.session import Db
from store.types import E164, ChannelId, WorkspaceId
from store.workspaces.types import Workspace


class PortSubject:
    """A port order has a card."""

    key = "order"
    name = NAME

    def find(self, db: Db, workspace: WorkspaceId, number: int, *, lock: bool = False) -> PortOrder | None:
        return ports.find(db, workspace, OrderId(number), lock=lock)

    def card_posted(self, db: Db, thing: PortOrder, *, channel: ChannelId, ts: str | None) -> PortOrder:
        return ports.card_posted(db, thing, channel=channel, ts=ts)

    def is_over(self, _thing: PortOrder) -> bool:
        return False

    def card(self, tools: Tools, db: Db, workspace: Workspace, thing: PortOrder, locale: str) -> Message:
        return show.render(db, workspace, thing, locale, tools.now())

    def line(self, _tools: Tools, _db: Db, thing: PortOrder, entry: Entry, locale: str) -> ThreadLine | None:
        message = lines.line(locale, thing, entry.deed)
        return ThreadLine(message=message, broadcast=entry.deed.action == PortAction.PORT_MOVED) if message else None

    def about_number(self, tools: Tools, db: Db, workspace: Workspace, number: int, locale: str) -> str | None:
        order, now = ports.find(db, workspace.id, OrderId(number)), tools.now()
        return order_line(locale, order, open_points.open_points(order, workspace, now.date()), now) if order else None

    def that_had(self, db: Db, workspace: WorkspaceId, e164: E164) -> list[int]:
        return list(ports.with_number(db, workspace, e164))
