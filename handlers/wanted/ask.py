"""/numbers request: numbers that cannot be had now are asked for; admins see to it, and the stock is watched."""

from dataclasses import replace

from handlers.holds import HoldRefusal, unoffered
from handlers.kit import answers, posting, roles
from handlers.kit.cards import card
from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction, transact
from handlers.wanted.entries import WantedAction
from handlers.wanted.requests import AskFor, as_typed
from handlers.wanted.views import answers as views
from store import wanted
from store.numbers import search
from store.numbers.nearest import in_its_place
from store.wanted.types import WantedNumbers


def ask_for(tools: Tools, click: Click, ask: AskFor) -> Reply:
    """Write a request down; its card is owed to the channel for notices.

    Refused where there are so many now, where the country has no such numbers, where the same was asked for before,
    where the member's role does not allow to reserve, and where the desk can post nowhere. What is near a number that
    the desk knows is asked for in its place. Raises SlackSilent.
    """
    locale = click.member.locale
    refusal = unoffered(click, tools, ask.wanted, lambda of: as_typed(replace(ask, wanted=of)))
    if refusal and refusal.refusal != HoldRefusal.ON_REQUEST:
        return refusal
    channel = posting.notices_channel(tools, click)
    if channel is None:
        return views.cannot_post(locale)

    def work(tx: MemberTransaction) -> Reply:
        if may_not := roles.reserve(tx.workspace, tx.member):
            return answers.may_not(locale, may_not, tx.workspace)
        asked = replace(ask, wanted=in_its_place(tx.db, ask.wanted))
        there = search.available(tx.db, tx.workspace.id, asked.wanted, tx.now, asked.quantity)
        if there >= asked.quantity:
            return views.can_be_had(locale, asked, click.key)
        if earlier := wanted.same(tx.db, tx.workspace.id, tx.member.user, asked.wanted):
            return views.asked_already(locale, earlier)
        request = WantedNumbers(
            workspace=tx.workspace.id,
            id=wanted.next_id(tx.db, tx.workspace.id),
            asked_by=tx.member.user,
            asked_at=tx.now,
            channel=channel,
            quantity=asked.quantity,
            wanted=asked.wanted,
        )
        wanted.write(tx.db, request)
        tx.record(
            WantedAction.ASKED, request.name, before={}, after={"quantity": asked.quantity, "what": as_typed(asked)}
        )
        tx.owe(card(request))
        return views.asked(locale, request, there)

    return transact(tools, click, work)
