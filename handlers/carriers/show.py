"""/numbers carriers: how it stands with each of them; and what they bill beside what we have of theirs."""

from collections.abc import Callable
from time import monotonic

from handlers.carriers import comparison, rules
from handlers.carriers.requests import ShowCarriers
from handlers.carriers.settings import CARRIER_ORDER
from handlers.carriers.together import Trouble, together
from handlers.carriers.views import compared, overview
from handlers.kit import answers
from handlers.kit.carriers import Balance, Carrier, CarrierLine
from handlers.kit.fields import Carried, Fields, word
from handlers.kit.member import Click
from handlers.kit.reply import Reply, opens
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction, transact
from handlers.kit.words import BadInput
from store import workspaces
from store.carriers import comparisons, lines, tasks
from store.carriers.types import Operation, State
from store.types import WorkspaceId


def show(tools: Tools, click: Click, _ask: ShowCarriers) -> Reply:
    """Answer with each carrier: its state, the balance, when it last answered, and what is under way."""
    if refusal := rules.see_to(click.member):
        return answers.refused(click.member.locale, refusal)
    workspace = click.member.workspace
    there = sorted(tools.carriers.of(workspace), key=lambda carrier: carrier.rules.name)
    came = together([_check(carrier) for carrier in there]) if there else []
    with tools.begin() as db:
        workspaces.lock(db, workspace)
        for carrier, answer in zip(there, came, strict=True):
            if not isinstance(answer, Trouble):
                comparisons.answered(db, workspace, carrier.rules.name, tools.now())
    with tools.reading() as db:
        asked = CARRIER_ORDER.of(workspaces.find(db, workspace))
        shown = [
            overview.Shown(
                rules=carrier.rules,
                is_asked=not asked or carrier.rules.name in asked,
                balance=None if isinstance(answer, Trouble) else answer,
                trouble=answer if isinstance(answer, Trouble) else None,
                standing=comparisons.standing(db, workspace, carrier.rules.name),
                differences=comparisons.differences(db, workspace, carrier.rules.name),
                refused=lines.in_state(db, workspace, carrier.rules.name, State.NOT_GIVEN_UP),
            )
            for carrier, answer in zip(there, came, strict=True)
        ]
    return overview.overview(click.member.locale, shown, click.key)


def compare(tools: Tools, click: Click, value: Carried, _fields: Fields) -> Reply:
    """Compare what a carrier bills with what the workspace has of it, now; where that takes long, in the background.

    Pressed again it looks again: what was adopted meanwhile differs no more. Raises BadInput where there is no such
    carrier any more.
    """
    locale = click.member.locale
    if refusal := rules.see_to(click.member):
        return answers.refused(locale, refusal)
    carrier = find(tools, click.member.workspace, word(value.get("carrier")))
    name, title = carrier.rules.name, carrier.rules.title
    (billed,) = together([_billed(carrier)])

    def work(tx: MemberTransaction) -> Reply:
        if isinstance(billed, Trouble):
            tasks.owe(tx.db, tx.workspace.id, name, Operation.COMPARE, name, tx.real_now)
            return overview.later(locale, title, billed)
        found = comparison.note(tx, name, billed)
        comparisons.tell(tx.db, tx.workspace.id, name)  # who looks is told
        return opens(compared.compared(locale, carrier.rules, found))

    return transact(tools, click, work, anywhere=True)


def find(tools: Tools, workspace: WorkspaceId, name: str) -> Carrier:
    """A carrier that is set up for a workspace. Raises BadInput."""
    for carrier in tools.carriers.of(workspace):
        if carrier.rules.name == name:
            return carrier
    raise BadInput("stale-button")


def _check(carrier: Carrier) -> Callable[[float], Balance | None]:
    return lambda _within: carrier.check()


def _billed(carrier: Carrier) -> Callable[[float], list[CarrierLine]]:
    def ask(within: float) -> list[CarrierLine]:
        end = monotonic() + within
        return comparison.billed(carrier, lambda: monotonic() < end)

    return ask
