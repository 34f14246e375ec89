"""Release: give a hold's numbers back to the pool at once."""

from handlers import named, rules
from handlers.act import Act, act, card, line
from handlers.member import Click
from handlers.messages import say
from handlers.reply import Reply, says
from handlers.tools import Tools
from handlers.views import answers
from handlers.views.parts import mention
from store import holds, numbers
from store.types import Action, HoldId


def release(tools: Tools, click: Click, of: HoldId) -> Reply:
    """The one who holds, or an admin, gives a live hold's numbers back."""
    locale = click.member.locale

    def work(doing: Act) -> Reply:
        hold = named.hold(doing.db, doing.workspace.id, of, lock=True)
        if not hold.is_live(doing.now):
            return says(answers.over(locale, hold))
        if refusal := rules.decide(doing.member, hold.held_by):
            return answers.refused(locale, refusal, holder=mention(hold.held_by), hold=hold.name)

        numbers.give_back(doing.db, hold, doing.now)
        holds.close_released(doing.db, hold, by=doing.member.user, now=doing.now)
        entry = doing.record(Action.RELEASED, hold.name, before={"size": hold.size}, after={})
        doing.owe(card(hold), line(hold, entry))
        return says(say(locale, "released", hold=hold.name, count=hold.size))

    return act(tools, click, work)
