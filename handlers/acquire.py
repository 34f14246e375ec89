"""Acquire: choose numbers of a hold to keep; the others return to the pool at once."""

from dataclasses import dataclass

from handlers import named, rules
from handlers.act import Act, act, card, line
from handlers.choice import Choice, chosen
from handlers.member import Click
from handlers.reply import DONE, Reply, opens, says
from handlers.tools import Tools
from handlers.views import acquire as views
from handlers.views import answers
from handlers.views.parts import mention
from store import holds, numbers
from store.types import E164, Action, Hold, HoldId, Purpose

_FOUND = 100  # Slack's limit for options


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquire:
    """A submitted choice."""

    hold: HoldId
    choice: Choice
    purpose: Purpose
    note: str


def choose(tools: Tools, click: Click, of: HoldId) -> Reply:
    """Open the modal in which the numbers to keep are chosen."""
    member = click.member
    with tools.reading() as db:
        hold = named.hold(db, member.workspace, of)
        if refusal := _refused(click, hold, live=hold.is_live(tools.now())):
            return refusal
        held = holds.numbers(db, hold) if views.is_chosen_one_by_one(hold) else []
    return opens(views.acquire(member.locale, hold, held))


def find(tools: Tools, click: Click, of: HoldId, digits: str) -> list[E164]:
    """Numbers of a hold that contain some digits, for the list that finds as one types."""
    with tools.reading() as db:
        hold = named.hold(db, click.member.workspace, of)
        return [number.e164 for number in holds.numbers(db, hold, containing=digits, limit=_FOUND)]


def acquire(tools: Tools, click: Click, ask: Acquire) -> Reply:
    """Keep the chosen numbers for the workspace."""
    locale = click.member.locale

    def work(doing: Act) -> Reply:
        hold = named.hold(doing.db, doing.workspace.id, ask.hold, lock=True)
        if refusal := _refused(click, hold, live=hold.is_live(doing.now)):
            return refusal
        held = [number.e164 for number in holds.numbers(doing.db, hold)]
        keep = chosen(ask.choice, held)
        acquired = numbers.in_use(doing.db, doing.workspace.id, doing.now)[hold.wanted.kind].acquired
        if refused := rules.reserve(doing.workspace, hold.wanted.kind, len(keep), acquired):
            quota = rules.quota(doing.workspace.licences)
            return answers.refused(locale, refused, quota=quota, left=max(quota - acquired, 0))
        _keep(doing, hold, keep, ask)
        return DONE

    try:
        return act(tools, click, work)
    except _LostNumbers as lost:
        return says(answers.over(locale, lost.hold))


class _LostNumbers(Exception):
    """By somebody else's clock the hold had ended, and they have its numbers now."""

    def __init__(self, hold: Hold) -> None:
        super().__init__(hold.name)
        self.hold = hold


def _refused(click: Click, hold: Hold, *, live: bool) -> Reply | None:
    locale = click.member.locale
    if not live:
        return says(answers.over(locale, hold))
    if refusal := rules.decide(click.member, hold.held_by):
        return answers.refused(locale, refusal, holder=mention(hold.held_by), hold=hold.name)
    return None


def _keep(doing: Act, hold: Hold, keep: list[E164], ask: Acquire) -> None:
    if numbers.acquire(doing.db, hold, keep, doing.now) != len(keep):
        raise _LostNumbers(hold)
    numbers.give_back(doing.db, hold, doing.now)
    holds.close_acquired(doing.db, hold, keep, by=doing.member.user, purpose=ask.purpose, note=ask.note, now=doing.now)
    after = {"numbers": keep, "purpose": ask.purpose, "note": ask.note}
    entry = doing.record(Action.ACQUIRED, hold.name, before={"size": hold.size}, after=after)
    doing.owe(card(hold), line(hold, entry))
