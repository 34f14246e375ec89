"""What the lines of a batch would come to, and have come to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from handlers.inventory import plan
from handlers.inventory.plan import Decided, Wish
from store.batches.types import DONE, Batch, Form, Line, Met, Verb
from store.session import Db
from store.types import E164
from store.workspaces.types import Workspace


def wish(line: Line, form: Form) -> Wish:
    """What a line wants; one that says nothing of a service goes to that of the form."""
    kind, name = (line.kind, line.name) if line.kind or line.name else (form.kind, form.name)
    return Wish(e164=line.e164 or E164(""), kind=kind, name=name, as_default=line.as_default)


def decided(line: Line, came_to: Decided) -> Line:
    """The line with what it came to."""
    service = came_to.service
    return replace(
        line,
        outcome=came_to.refusal or DONE,
        met=Met(kind=service.kind, name=service.name) if service else None,
        is_default=came_to.is_default,
    )


def in_turn(db: Db, workspace: Workspace, verb: Verb, lines: Sequence[Line], now: datetime) -> list[Line]:
    """The lines in the order in which they are to be done: a default leaves its bridge after the other numbers."""
    if verb is not Verb.UNASSIGN:
        return list(lines)
    owned = plan.look_up(db, workspace, [Wish(e164=line.e164) for line in lines if line.e164], now).owned
    return sorted(lines, key=lambda line: line.e164 in owned and owned[line.e164].is_default)


def forecast(db: Db, workspace: Workspace, batch: Batch, lines: Sequence[Line], now: datetime) -> list[Line]:
    """What lines in their turn would come to if they were done now, as they were listed."""
    waiting = [line for line in lines if line.outcome is None]
    wishes = [wish(line, batch.form) for line in waiting]
    planned = plan.plan(batch.verb, wishes, plan.look_up(db, workspace, wishes, now))
    foreseen = [decided(line, came_to) for line, came_to in zip(waiting, planned, strict=True)]
    return sorted([*foreseen, *(line for line in lines if line.outcome)], key=lambda line: line.number)
