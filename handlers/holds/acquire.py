"""Acquire: choose numbers of a hold to keep; the others return to the pool once that is agreed."""

from dataclasses import asdict, dataclass

from slack_sdk.models.blocks import Option

from handlers import carriers
from handlers.approvals import asked_already
from handlers.holds import lookup, rules
from handlers.holds.acquisition import Purchase, keep_or_ask
from handlers.holds.rules import HoldRefusal
from handlers.holds.selection import Selection, chosen, read_as
from handlers.holds.views import answers as hold_answers
from handlers.holds.views import choose as views
from handlers.holds.views.choose import Sight
from handlers.kit import answers, roles
from handlers.kit.blocks import mention
from handlers.kit.fields import Carried, counted
from handlers.kit.meanwhile import fingerprint
from handlers.kit.member import Click
from handlers.kit.messages import say
from handlers.kit.normalization import figures
from handlers.kit.reply import DONE, Reply, opens, says
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction, transact
from store import approvals, workspaces
from store.holds.types import Hold, HoldId, Purpose
from store.numbers import held_numbers
from store.session import Db
from store.workspaces.types import Workspace

_FOUND = 100  # Slack's limit for options


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquire:
    """A submitted choice. `seen` is the fingerprint of one whose ranges were shown as they had been read."""

    hold: HoldId
    choice: Selection
    purpose: Purpose
    note: str
    seen: str = ""


def choose(tools: Tools, click: Click, of: HoldId) -> Reply:
    """Open the modal in which the numbers to keep are chosen. Raises BadInput where there is no such hold."""
    member = click.member
    wanting = carriers.wanting_agreement(tools, member.workspace)
    with tools.reading() as db:
        workspace, hold = workspaces.find(db, member.workspace), lookup.find(db, member.workspace, of)
        if refusal := _refused(db, click, workspace, hold, live=hold.is_live(tools.now())):
            return refusal
        if title := carriers.without_agreement(db, workspace, hold, wanting):
            return answers.refused(member.locale, HoldRefusal.NO_AGREEMENT, carrier=title)
        held = held_numbers(db, hold) if views.is_chosen_one_by_one(hold) else []
        waiting = carriers.not_held_yet(db, hold)
        fate, costs = (
            carriers.fate_of(db, member.locale, hold, tools.now()),
            carriers.monthly_of(db, member.locale, hold),
        )
    if len(waiting) == hold.size:
        return says(say(member.locale, "acquire-waits", count=hold.size))
    held = [number for number in held if number.e164 not in waiting]
    return opens(views.acquire(member.locale, hold, held, fate, costs=costs))


def find(tools: Tools, click: Click, carried: Carried, said: str) -> list[Option]:
    """Numbers of a hold that contain the digits typed, for the list that finds as one types. Raises BadInput."""
    of, digits = HoldId(counted(carried, "hold")), figures(said)
    if said.strip() and not digits:
        return []
    with tools.reading() as db:
        workspace, hold = workspaces.find(db, click.member.workspace), lookup.find(db, click.member.workspace, of)
        if _refused(db, click, workspace, hold, live=hold.is_live(tools.now())):
            return []
        found = held_numbers(db, hold, containing=digits, limit=_FOUND)
        waiting = carriers.not_held_yet(db, hold)
        costs = carriers.monthly_of(db, click.member.locale, hold)
    return [views.option(number.e164, costs) for number in found if number.e164 not in waiting]


def acquire(tools: Tools, click: Click, ask: Acquire) -> Reply:
    """Keep the chosen numbers for the workspace, or ask for the approval that this needs.

    What ranges were read as is shown first, in the same modal, which is to be sent once more.
    Raises BadField where what was chosen makes no sense, BadInput where there is no such hold.
    """
    wanting = carriers.wanting_agreement(tools, click.member.workspace)

    def work(tx: MemberTransaction) -> Reply:
        hold = lookup.find(tx.db, tx.workspace.id, ask.hold, lock=True)
        if refusal := _refused(tx.db, click, tx.workspace, hold, live=hold.is_live(tx.now)):
            return refusal
        if title := carriers.without_agreement(tx.db, tx.workspace, hold, wanting):
            return answers.refused(click.member.locale, HoldRefusal.NO_AGREEMENT, carrier=title)
        waiting = carriers.not_held_yet(tx.db, hold)
        held = [number.e164 for number in held_numbers(tx.db, hold) if number.e164 not in waiting]
        keep = tuple(chosen(ask.choice, held))
        read, sight = read_as(ask.choice, held), fingerprint(asdict(ask.choice))
        if read and sight != ask.seen:
            fate = carriers.fate_of(tx.db, click.member.locale, hold, tx.now)
            seen = Sight(read=read, count=len(keep), of=sight)
            return opens(views.acquire(click.member.locale, hold, (), fate, seen))
        wish = Purchase(numbers=keep, purpose=ask.purpose, note=ask.note)
        return keep_or_ask(tx, hold, wish) or DONE

    return transact(tools, click, work)


def _refused(db: Db, click: Click, workspace: Workspace, hold: Hold, *, live: bool) -> Reply | None:
    locale = click.member.locale
    if not live:
        return says(hold_answers.over(locale, hold))
    if refused := roles.reserve(workspace, click.member):
        return answers.may_not(locale, refused, workspace)
    if refusal := rules.decide(click.member, hold.held_by):
        return answers.refused(locale, refusal, holder=mention(hold.held_by), hold=hold.name)
    if waiting := approvals.open_of(db, hold):
        return asked_already(locale, hold, waiting)
    return None
