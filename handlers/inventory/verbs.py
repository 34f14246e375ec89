"""What is done with many of the workspace's own numbers at once: they are assigned, unassigned or released."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from slack_sdk.models.blocks import Block

from handlers import approvals
from handlers.inventory import plan, service_name
from handlers.inventory.plan import Change, PlannedChange
from handlers.inventory.rules import NAME_LENGTH, InventoryRefusal
from handlers.inventory.views import batches as views
from handlers.kit.batchable import NO_TARGET, BatchWords, Target
from handlers.kit.cells import bare, is_yes
from handlers.kit.headings import Column
from handlers.kit.tokens import tokens
from handlers.kit.transaction import Transaction
from handlers.kit.words import BadInput
from store import inventory
from store.batches.types import DONE, Form, Line, Met, Verb
from store.folding import kept
from store.services.types import ServiceKind
from store.session import Db
from store.types import E164
from store.workspaces.types import Workspace

_OF_SERVICE = (Column.SERVICE_KIND, Column.SERVICE, Column.DEFAULT)


class _Planned:
    """What is common to all: each line is a wish, planned and carried out after those before it."""

    verb: Verb
    words: BatchWords
    rests = False
    columns: Collection[Column] = (Column.COUNTRY,)

    def parts(self, text: str) -> Sequence[tuple[str, Target]]:
        return [(text, NO_TARGET)]

    def target(self, _cells: Mapping[Column, str]) -> Target:
        return NO_TARGET

    def fields(self, _locale: str, _form: Form) -> list[Block]:
        return []

    def in_turn(self, _db: Db, _workspace: Workspace, lines: Sequence[Line], _now: datetime) -> list[Line]:
        return list(lines)

    def forecast(self, db: Db, workspace: Workspace, form: Form, lines: Sequence[Line], now: datetime) -> list[Line]:
        wishes = [wish(line, form) for line in lines]
        planned = plan.plan(self.verb, wishes, plan.look_up(db, workspace, wishes, now))
        return [decided(line, came_to) for line, came_to in zip(lines, planned, strict=True)]

    def carry_out(self, tx: Transaction, form: Form, lines: Sequence[Line], until: datetime | None) -> list[Line]:
        came_to = plan.carry_out(tx, self.verb, [wish(line, form) for line in lines], until)
        return [decided(line, each) for line, each in zip(lines, came_to, strict=True)]

    def needed(self, _db: Db, _workspace: Workspace, _lines: Sequence[Line], _now: datetime) -> int:
        return 0

    def met(self, locale: str, met: Met | None) -> str:
        return views.service(locale, met)

    def means(self, locale: str, lines: Sequence[Line]) -> list[str]:
        return views.default(locale, lines)


class Assigning(_Planned):
    """Numbers go to services, each line to the one that it names, or to that of the form."""

    verb = Verb.ASSIGN
    columns: Collection[Column] = (Column.COUNTRY, *_OF_SERVICE)
    words = BatchWords(
        title="batch-title-assign",
        intro="batch-intro-assign",
        list_hint="batch-list-hint-service",
        confirm="menu-assign",
        preview="batch-preview-assign",
        line="batch-line-assign",
        report="batch-report-assign",
        under_way="batch-card-assign-under-way",
        done="batch-card-assign",
    )

    def parts(self, text: str) -> Sequence[tuple[str, Target]]:
        apart = map(service_name.apart, text.splitlines())
        return [(numbers, _named(named) if named else NO_TARGET) for numbers, named in apart]

    def target(self, cells: Mapping[Column, str]) -> Target:
        said, name, default = (" ".join(cells.get(each, "").split()) for each in _OF_SERVICE)
        as_default = is_yes(default)
        if as_default is None:
            return Target(fault=InventoryRefusal.NOT_YES_OR_NO)
        if not said and not name:
            return Target(as_default=as_default)
        kind = service_name.kind_in_cell(said)
        if said and kind is None:
            return Target(fault=InventoryRefusal.NO_SUCH_KIND)
        return _target(kind, bare(name), as_default=as_default)

    def fields(self, locale: str, form: Form) -> list[Block]:
        return views.fields(locale, form)

    def means(self, locale: str, lines: Sequence[Line]) -> list[str]:
        return [*views.resource_account(locale, lines), *views.default(locale, lines)]


class Unassigning(_Planned):
    """Numbers leave their services; the default of a bridge after the others."""

    verb = Verb.UNASSIGN
    words = BatchWords(
        title="batch-title-unassign",
        intro="batch-intro-unassign",
        list_hint="batch-list-hint",
        confirm="menu-unassign",
        preview="batch-preview-unassign",
        line="batch-line-unassign",
        report="batch-report-unassign",
        under_way="batch-card-unassign-under-way",
        done="batch-card-unassign",
    )

    def in_turn(self, db: Db, workspace: Workspace, lines: Sequence[Line], now: datetime) -> list[Line]:
        owned = plan.look_up(db, workspace, [Change(e164=line.e164) for line in lines if line.e164], now).owned
        return sorted(lines, key=lambda line: line.e164 in owned and owned[line.e164].is_default)

    def means(self, locale: str, lines: Sequence[Line]) -> list[str]:
        return [*views.invitations(locale, lines), *views.default(locale, lines)]


class Releasing(_Planned):
    """Numbers go back to the pool, after their rest; where the policy says so, teammates must agree first."""

    verb = Verb.RELEASE
    rests = True
    words = BatchWords(
        title="batch-title-release",
        intro="batch-intro-release",
        list_hint="batch-list-hint",
        confirm="menu-release",
        preview="batch-preview-release",
        line="batch-line-release",
        report="batch-report-release",
        under_way="batch-card-release-under-way",
        done="batch-card-release",
    )

    def needed(self, db: Db, workspace: Workspace, lines: Sequence[Line], now: datetime) -> int:
        if not workspace.policy.releases:
            return 0
        released = [line.e164 for line in lines if line.outcome == DONE and line.e164]
        kinds = {each.kind for each in inventory.find_all(db, workspace.id, released, now)}
        return approvals.needed_to_release(workspace.policy, kinds, len(released))


VERBS = (Assigning(), Unassigning(), Releasing())


def wish(line: Line, form: Form) -> Change:
    """What a line wants; one that says nothing of a service goes to that of the form."""
    kind, name = (line.kind, line.name) if line.kind or line.name else (form.kind, form.name)
    return Change(e164=line.e164 or E164(""), kind=kind, name=name, as_default=line.as_default)


def decided(line: Line, came_to: PlannedChange) -> Line:
    """The line with what it came to."""
    service = came_to.service
    return replace(
        line,
        outcome=came_to.refusal or DONE,
        met=Met(kind=service.kind, name=service.name) if service else None,
        is_default=came_to.is_default,
    )


def _named(text: str) -> Target:
    """The service that a line names; none where it is none, so that the line is refused and the others are not."""
    try:
        service = service_name.read(tokens(text), "assign")
    except BadInput:
        return _target(None, text)
    return _target(service.kind, service.name, as_default=service.as_default)


def _target(kind: ServiceKind | None, name: str, *, as_default: bool = False) -> Target:
    # One character too many is too long, however many more there are.
    return Target(kind=kind, name=kept(name)[: NAME_LENGTH + 1], as_default=as_default)
