"""Release: give a hold's numbers back to the pool at once."""

from handlers import carriers
from handlers.approvals import verdict
from handlers.holds import lookup, rules
from handlers.holds.entries import HoldAction
from handlers.holds.views import answers as hold_answers
from handlers.kit.cards import card, line
from handlers.kit.member import Click
from handlers.kit.messages import say
from handlers.kit.reply import Reply, says
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction, transact
from store import approvals, holds, numbers
from store.approvals.types import Verdict
from store.holds.types import Hold, HoldId


def release(tools: Tools, click: Click, of: HoldId) -> Reply:
    """The one who holds, or who may release others' holds, gives a live hold's numbers back.

    Raises BadInput where there is no such hold.
    """
    locale = click.member.locale

    def work(tx: MemberTransaction) -> Reply:
        hold = lookup.find(tx.db, tx.workspace.id, of, lock=True)
        if not hold.is_live(tx.now):
            return says(hold_answers.over(locale, hold))
        if refusal := rules.release(tx.workspace, tx.member, hold.held_by):
            return hold_answers.may_not_release(locale, refusal, hold, tx.workspace)

        asked = _close_request(tx, hold)
        numbers.give_back(tx.db, hold, tx.now)
        carriers.let_go(tx, [hold])
        holds.close_released(tx.db, hold, by=tx.member.user, now=tx.now)
        entry = tx.record(HoldAction.RELEASED, hold.name, before={"size": hold.size, **asked}, after={})
        tx.owe(card(hold), line(hold, entry))
        tx.concerns(hold.held_by)
        fate = carriers.fate_of(tx.db, locale, hold, tx.now)
        return says(say(locale, "released", hold=hold.name, count=hold.size, fate=fate))

    return transact(tools, click, work)


def _close_request(tx: MemberTransaction, hold: Hold) -> dict[str, object]:
    """End the request that waits, if there is one, with its hold; and say for the record which."""
    request = approvals.open_of(tx.db, hold)
    if request is None:
        return {}
    closed = approvals.close(tx.db, request, Verdict.RELEASED, at=tx.now, by=tx.member.user)
    if request.asked_by != tx.member.user:
        tx.owe(verdict(hold, closed))
    tx.concerns_everybody()
    return {"request": request.id, "asked_by": request.asked_by, "approvals": len(request.approvals)}
