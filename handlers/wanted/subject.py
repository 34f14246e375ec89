"""What a request for numbers can do: it has a card."""

from handlers.kit.cards import ThreadLine
from handlers.kit.reply import Message
from handlers.kit.tools import Tools
from handlers.wanted.requests import NAME
from handlers.wanted.views import card
from store import wanted
from store.audit.types import Entry
from store.session import Db
from store.types import E164, ChannelId, WorkspaceId
from store.wanted.types import Stage, WantedId, WantedNumbers
from store.workspaces.types import Workspace


class WantedSubject:
    """A request has a card."""

    key = "wanted"
    name = NAME

    def find(self, db: Db, workspace: WorkspaceId, number: int, *, lock: bool = False) -> WantedNumbers | None:
        return wanted.find(db, workspace, WantedId(number), lock=lock)

    def card_posted(self, db: Db, thing: WantedNumbers, *, channel: ChannelId, ts: str | None) -> WantedNumbers:
        return wanted.card_posted(db, thing, channel=channel, ts=ts)

    def is_over(self, thing: WantedNumbers) -> bool:
        return thing.stage is Stage.WITHDRAWN

    def card(self, _tools: Tools, _db: Db, _workspace: Workspace, thing: WantedNumbers, locale: str) -> Message:
        return card.card(locale, thing)

    def line(self, _tools: Tools, _db: Db, _thing: WantedNumbers, entry: Entry, locale: str) -> ThreadLine | None:
        message = card.line(locale, entry.deed)
        return ThreadLine(message=message) if message else None

    def about_number(self, _tools: Tools, _db: Db, _workspace: Workspace, _number: int, _locale: str) -> str | None:
        return None

    def that_had(self, _db: Db, _workspace: WorkspaceId, _e164: E164) -> list[int]:
        return []
