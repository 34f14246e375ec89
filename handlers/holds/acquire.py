"""Acquire: choose numbers of a hold to keep; the others return to the pool once that is agreed."""

from dataclasses import dataclass

from handlers.holds import rules
from handlers.holds.choice import Choice, chosen
from handlers.holds.keep import Wish, keep_or_ask
from handlers.holds.views import choose as views
from handlers.kit import answers, lookup, roles
from handlers.kit.blocks import mention
from handlers.kit.member import Click
from handlers.kit.reply import DONE, Reply, opens, says
from handlers.kit.tools import Tools
from handlers.kit.transaction import Act, act
from store import approvals
from store.holds.types import Hold, HoldId, Purpose
from store.numbers import held_numbers
from store.session import Db
from store.types import E164

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
        hold = lookup.hold(db, member.workspace, of)
        if refusal := _refused(db, click, hold, live=hold.is_live(tools.now())):
            return refusal
        held = held_numbers(db, hold) if views.is_chosen_one_by_one(hold) else []
    return opens(views.acquire(member.locale, hold, held))


def find(tools: Tools, click: Click, of: HoldId, digits: str) -> list[E164]:
    """Numbers of a hold that contain some digits, for the list that finds as one types."""
    with tools.reading() as db:
        hold = lookup.hold(db, click.member.workspace, of)
        return [number.e164 for number in held_numbers(db, hold, containing=digits, limit=_FOUND)]


def acquire(tools: Tools, click: Click, ask: Acquire) -> Reply:
    """Keep the chosen numbers for the workspace, or ask for the approval that this needs."""

    def work(doing: Act) -> Reply:
        hold = lookup.hold(doing.db, doing.workspace.id, ask.hold, lock=True)
        if refusal := _refused(doing.db, click, hold, live=hold.is_live(doing.now)):
            return refusal
        if refused := roles.reserve(doing.workspace, doing.member):
            return answers.may_not(click.member.locale, refused, doing.workspace)
        held = [number.e164 for number in held_numbers(doing.db, hold)]
        wish = Wish(numbers=tuple(chosen(ask.choice, held)), purpose=ask.purpose, note=ask.note)
        return keep_or_ask(doing, hold, wish) or DONE

    return act(tools, click, work)


def _refused(db: Db, click: Click, hold: Hold, *, live: bool) -> Reply | None:
    locale = click.member.locale
    if not live:
        return says(answers.over(locale, hold))
    if refusal := rules.decide(click.member, hold.held_by):
        return answers.refused(locale, refusal, holder=mention(hold.held_by), hold=hold.name)
    if waiting := approvals.open_of(db, hold):
        return answers.asked_already(locale, hold, waiting)
    return None
