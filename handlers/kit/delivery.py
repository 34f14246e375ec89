"""What is owed to Slack is put into words by the room that owes it; and what came of sending it is written down."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from handlers.kit import cards
from handlers.kit.cards import Carded, CardOutbox, Subject
from handlers.kit.outgoing import Outgoing, Post, Unsaid
from handlers.kit.tools import Tools
from store import outbox, workspaces
from store.outbox.types import ClaimedItem
from store.session import Db
from store.types import ChannelId, UserId, is_channel

TOLD_EVERY = timedelta(seconds=15)  # what was not shown is named together


def render(tools: Tools, claimed: ClaimedItem) -> Outgoing | None:
    """Put what is owed into words as things are now; None where there is nothing to say any more.

    Raises SlackSilent where a member or a group must be asked for and Slack does not answer.
    """
    return tools.features.messages[claimed.owing.kind](tools, claimed)


def posted(tools: Tools, claimed: ClaimedItem, post: Post, *, channel: ChannelId, ts: str) -> None:
    """Remember where a card is, and tick the item off.

    A card that was posted while somebody else took the item in hand may be a second one: it is owed to be looked at.
    """
    is_new_card = claimed.owing.kind == CardOutbox.CARD and not post.edit
    with tools.begin() as db:
        found = cards.find(tools, db, claimed.owing, lock=True) if is_new_card else None
        if found and outbox.in_hand(db, claimed):
            found[0].card_posted(db, found[1], channel=channel, ts=ts)
        elif found:
            outbox.owe(db, [cards.moved(found[1], channel, ts)], tools.real_now())
        outbox.paid(db, claimed, tools.real_now())


def nothing_to_say(tools: Tools, claimed: ClaimedItem) -> None:
    """Tick an item off that its subject's later state has made idle, or that was paid without a message."""
    with tools.begin() as db:
        outbox.paid(db, claimed, tools.real_now())


def unsaid(tools: Tools, claimed: ClaimedItem, card: Unsaid) -> None:
    """Tick a card off that is not posted any more, and owe the line that names all such of a while."""
    now = tools.real_now()
    with tools.begin() as db:
        batch = int(now.timestamp() // TOLD_EVERY.total_seconds()) + 1
        line = cards.unsaid(claimed.owing.workspace, card.channel, batch, [card.name])
        before = outbox.detail(db, line).get("names", [])
        names = [*before, *(name for name in line.detail["names"] if name not in before)]
        # Not before that while is over, so that it grows no more when it is said.
        due = datetime.fromtimestamp(batch * TOLD_EVERY.total_seconds(), UTC)
        outbox.owe(db, [replace(line, detail={"names": names})], due)
        outbox.paid(db, claimed, now)


def card_lost(tools: Tools, claimed: ClaimedItem) -> None:
    """The card's message is gone: post it anew, and after it what was to be said under it."""
    with tools.begin() as db:
        found = cards.find(tools, db, claimed.owing, lock=True)
        if found and claimed.owing.kind != CardOutbox.MOVED:
            _move(tools, db, claimed, *found, found[1].channel)
        outbox.mended(db, claimed, tools.real_now())


def channel_lost(tools: Tools, claimed: ClaimedItem, admin: UserId | None) -> bool:
    """The desk cannot post in the channel (any more): go to the notices channel, else to the one whose it is.

    An admin is told where somebody's own messages had to do. Where the card stood is told, as far as that can be.
    False: there is nowhere left to go.
    """
    lost = claimed.owing.channel
    if not is_channel(lost):
        return False
    with tools.begin() as db:
        found = cards.find(tools, db, claimed.owing, lock=True)
        if found and claimed.owing.kind != CardOutbox.MOVED:
            thing = found[1]
            notices = workspaces.find(db, thing.workspace).notices
            to = notices if notices and notices != lost else ChannelId(thing.owner)
            _move(tools, db, claimed, *found, to)
            if thing.card_ts:
                outbox.owe(db, [cards.moved(thing, thing.channel, thing.card_ts)], tools.real_now())
            if to != notices and admin:
                told = replace(
                    claimed.owing, kind=CardOutbox.LOST_CHANNEL, item=lost, channel=ChannelId(admin), edits=False
                )
                outbox.owe(db, [told], tools.real_now())
        outbox.mended(db, claimed, tools.real_now())
    return True


def _move(
    tools: Tools, db: Db, claimed: ClaimedItem, about: Subject[Carded], thing: Carded, channel: ChannelId
) -> None:
    """Owe the card anew in a channel, and with it what was owed: the item in hand has another version then."""
    moved = cards.card(about.card_posted(db, thing, channel=channel, ts=None))
    also = [] if claimed.owing.kind == CardOutbox.CARD else [replace(claimed.owing, channel=channel)]
    outbox.owe(db, [moved, *also], tools.real_now())
