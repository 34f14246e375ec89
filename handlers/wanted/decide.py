"""Take, decline, withdraw a request; and reserve what came of it."""

from handlers.holds import Reserve, reserve_numbers
from handlers.kit import answers
from handlers.kit.blocks import mention
from handlers.kit.cards import card, line
from handlers.kit.fields import Carried, Fields, typed_within
from handlers.kit.member import Click
from handlers.kit.refusals import Refusal
from handlers.kit.reply import DONE, Reply, opens
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction, transact
from handlers.kit.words import BadField
from handlers.wanted import lookup, rules
from handlers.wanted.entries import WantedAction
from handlers.wanted.owing import news
from handlers.wanted.rules import WantedRefusal
from handlers.wanted.views import answers as views
from handlers.wanted.views import decline as declining
from store import wanted
from store.wanted.types import Stage, WantedNumbers


def take(tools: Tools, click: Click, value: Carried, _fields: Fields) -> Reply:
    """An admin sees to a request from now on. Raises BadInput."""
    of = lookup.carried(value)

    def work(tx: MemberTransaction) -> Reply:
        request = lookup.find(tx.db, tx.workspace.id, of, lock=True)
        if refusal := rules.take(tx.member, request):
            return _refused(tx.member.locale, refusal, request)
        taken = wanted.take(tx.db, request, tx.member.user)
        entry = tx.record(WantedAction.TAKEN, request.name, before={}, after={})
        tx.owe(card(taken), line(taken, entry))
        return DONE

    return transact(tools, click, work)


def ask_why(tools: Tools, click: Click, value: Carried, _fields: Fields) -> Reply:
    """Open the modal in which an admin says why they decline. Raises BadInput."""
    of = lookup.carried(value)
    with tools.reading() as db:
        request = lookup.find(db, click.member.workspace, of)
    refusal = rules.decline(click.member, request)
    locale = click.member.locale
    return _refused(locale, refusal, request) if refusal else opens(declining.decline(locale, request))


def decline(tools: Tools, click: Click, value: Carried, fields: Fields) -> Reply:
    """End a request with a reason, which who asked is told. Raises BadInput, BadField."""
    of = lookup.carried(value)
    reason = typed_within(fields, declining.REASON, declining.REASON_LENGTH, "wanted-reason-too-long")
    if not reason:
        raise BadField(declining.REASON, "wanted-no-reason")

    def work(tx: MemberTransaction) -> Reply:
        request = lookup.find(tx.db, tx.workspace.id, of, lock=True)
        if refusal := rules.decline(tx.member, request):
            return _refused(tx.member.locale, refusal, request)
        closed = wanted.close(tx.db, request, Stage.DECLINED, at=tx.now, by=tx.member.user, reason=reason)
        entry = tx.record(WantedAction.DECLINED, request.name, before={}, after={"reason": reason})
        tx.owe(card(closed), line(closed, entry), news(closed))
        return DONE

    return transact(tools, click, work)


def withdraw(tools: Tools, click: Click, value: Carried, _fields: Fields) -> Reply:
    """The one who asked does not any more. Raises BadInput."""
    of = lookup.carried(value)

    def work(tx: MemberTransaction) -> Reply:
        request = lookup.find(tx.db, tx.workspace.id, of, lock=True)
        if refusal := rules.withdraw(tx.member, request):
            return _refused(tx.member.locale, refusal, request)
        closed = wanted.close(tx.db, request, Stage.WITHDRAWN, at=tx.now, by=tx.member.user)
        entry = tx.record(WantedAction.WITHDRAWN, request.name, before={}, after={})
        tx.owe(card(closed), line(closed, entry))
        return views.withdrawn(tx.member.locale, closed)

    return transact(tools, click, work)


def reserve(tools: Tools, click: Click, value: Carried, _fields: Fields) -> Reply:
    """Hold what was asked for, as anybody may who may reserve: by quota. Raises BadInput, SlackSilent."""
    of = lookup.carried(value)
    with tools.reading() as db:
        request = lookup.find(db, click.member.workspace, of)
    return reserve_numbers(tools, click, Reserve(wanted=request.wanted, quantity=request.quantity))


def _refused(locale: str, refusal: Refusal, request: WantedNumbers) -> Reply:
    if refusal is WantedRefusal.OVER:
        return views.over(locale, request)
    by = mention(request.seen_to_by or request.asked_by)
    return answers.refused(locale, refusal, name=request.name, asker=mention(request.asked_by), by=by)
