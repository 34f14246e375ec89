"""Release: give a hold's numbers back to the pool at once."""

from handlers.holds import rules
from handlers.kit import answers, lookup
from handlers.kit.cards import card, line
from handlers.kit.member import Click
from handlers.kit.messages import say
from handlers.kit.reply import Reply, says
from handlers.kit.tools import Tools
from handlers.kit.transaction import Act, act, verdict
from store import approvals, holds, numbers
from store.approvals.types import Verdict
from store.audit.types import Action
from store.holds.types import Hold, HoldId


def release(tools: Tools, click: Click, of: HoldId) -> Reply:
    """The one who holds, or who may release others' holds, gives a live hold's numbers back."""
    locale = click.member.locale

    def work(doing: Act) -> Reply:
        hold = lookup.hold(doing.db, doing.workspace.id, of, lock=True)
        if not hold.is_live(doing.now):
            return says(answers.over(locale, hold))
        if refusal := rules.release(doing.workspace, doing.member, hold.held_by):
            return answers.may_not_release(locale, refusal, hold, doing.workspace)

        asked = _close_request(doing, hold)
        numbers.give_back(doing.db, hold, doing.now)
        holds.close_released(doing.db, hold, by=doing.member.user, now=doing.now)
        entry = doing.record(Action.RELEASED, hold.name, before={"size": hold.size, **asked}, after={})
        doing.owe(card(hold), line(hold, entry))
        doing.concerns(hold.held_by)
        return says(say(locale, "released", hold=hold.name, count=hold.size))

    return act(tools, click, work)


def _close_request(doing: Act, hold: Hold) -> dict[str, object]:
    """End the request that waits, if there is one, with its hold; and say for the record which."""
    request = approvals.open_of(doing.db, hold)
    if request is None:
        return {}
    closed = approvals.close(doing.db, request, Verdict.RELEASED, at=doing.now, by=doing.member.user)
    if request.asked_by != doing.member.user:
        doing.owe(verdict(hold, closed))
    doing.concerns_everybody()
    return {"request": request.id, "asked_by": request.asked_by, "approvals": len(request.approvals)}
