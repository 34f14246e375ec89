"""Numbers are assigned, unassigned or released: looked up together, planned one by one, carried out together.

A plan says what would come of each wish if those before it had come true. A preview shows it; a transaction makes it
under the workspace's lock and does what it says, so that each wish comes true as a whole or not at all.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.inventory import rules as allowed
from handlers.inventory.entries import InventoryAction
from handlers.inventory.rules import Assigned, InventoryRefusal
from handlers.kit.refusals import Refusal
from handlers.kit.transaction import Transaction
from store import inventory, numbers, services
from store.batches.types import Verb
from store.folding import folded
from store.inventory import assigned_numbers
from store.inventory.types import Owned
from store.numbers.types import Status
from store.services.types import Service, ServiceId, ServiceKind
from store.session import Db
from store.types import E164
from store.workspaces.types import Workspace

_Named = tuple[ServiceKind, str]  # a service by its kind and its name, as that is compared
_NEW = ServiceId(0)  # of a service that is not written down yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is wanted of a number: the service it is to go to, a new one where there is none of that name.

    `following` is to be the default of the service that the number leaves.
    """

    e164: E164
    kind: ServiceKind | None = None
    name: str = ""
    as_default: bool = False
    following: E164 | None = None
    serves_already: bool = False  # as the desk is told: whether licences and credits allow it is not asked


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedChange:
    """What comes of a wish. `owned` is the number as it was, `service` the one it goes to or leaves.

    `is_default`: it becomes the default, in place of `default_before`.
    """

    wish: Change
    owned: Owned | None
    refusal: Refusal | None = None
    service: Service | None = None
    is_default: bool = False
    default_before: E164 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The numbers that a plan is about, and the services with all their numbers, as they stand."""

    workspace: Workspace
    owned: dict[E164, Owned]
    services: dict[_Named, Service]
    there: dict[_Named, list[Assigned]]


def look_up(db: Db, workspace: Workspace, wishes: Sequence[Change], now: datetime) -> Snapshot:
    """What must be known to plan: three statements, however many wishes."""
    owned = {each.e164: each for each in inventory.find_all(db, workspace.id, [wish.e164 for wish in wishes], now)}
    known = services.known(db, workspace.id, {wish.name for wish in wishes if wish.name})
    left = [each.service for each in owned.values() if each.service]
    by_name = {_named(each.kind, each.name): each for each in (*known, *left)}
    assigned = assigned_numbers(db, list(by_name.values()))
    there = {named: assigned.get(each.id, []) for named, each in by_name.items()}
    return Snapshot(workspace=workspace, owned=owned, services=by_name, there=there)


def plan(verb: Verb, wishes: Sequence[Change], standing: Snapshot) -> list[PlannedChange]:
    """What comes of each wish, one after the other."""
    coming = Snapshot(
        workspace=standing.workspace,
        owned=dict(standing.owned),
        services=dict(standing.services),
        there={named: list(assigned) for named, assigned in standing.there.items()},
    )
    return [_DECIDE[verb](coming, wish) for wish in wishes]


def carry_out(
    tx: Transaction, verb: Verb, wishes: Sequence[Change], until: datetime | None = None
) -> list[PlannedChange]:
    """Make these wishes true as far as they can be; `until` is when the rest of released numbers ends."""
    decided = plan(verb, wishes, look_up(tx.db, tx.workspace, wishes, tx.now))
    granted = [each for each in decided if each.refusal is None]
    if granted:
        _CARRY_OUT[verb](tx, granted, until or tx.now)
        tx.concerns_everybody()
    return decided


def _decide_to_assign(coming: Snapshot, wish: Change) -> PlannedChange:
    owned = coming.owned.get(wish.e164)
    if wish.kind is None or not wish.name:
        return PlannedChange(wish=wish, owned=owned, refusal=InventoryRefusal.NO_SERVICE)
    refusal = allowed.name(wish.name) or allowed.assign(
        coming.workspace, owned, wish.kind, as_default=wish.as_default, serves_already=wish.serves_already
    )
    if refusal or owned is None:
        return PlannedChange(wish=wish, owned=owned, refusal=refusal or InventoryRefusal.NOT_OURS, service=_of(owned))
    named = _named(wish.kind, wish.name)
    new = Service(workspace=coming.workspace.id, id=_NEW, kind=wish.kind, name=wish.name)
    service, there = coming.services.setdefault(named, new), coming.there.setdefault(named, [])
    is_default, before = (
        allowed.becomes_default(owned, wish.kind, there, as_default=wish.as_default),
        allowed.default_of(there),
    )
    if is_default:
        there[:] = [(e164, kind, False) for e164, kind, _ in there]
    there.append((wish.e164, owned.kind, is_default))
    coming.owned[wish.e164] = replace(owned, service=service, is_default=is_default)
    return PlannedChange(wish=wish, owned=owned, service=service, is_default=is_default, default_before=before)


def _decide_to_unassign(coming: Snapshot, wish: Change) -> PlannedChange:
    owned = coming.owned.get(wish.e164)
    service = _of(owned)
    there = coming.there[_named(service.kind, service.name)] if service else []
    if refusal := allowed.unassign(owned, there, wish.following):
        return PlannedChange(wish=wish, owned=owned, refusal=refusal, service=service)
    if owned:
        there[:] = [each for each in there if each[0] != wish.e164]
        coming.owned[wish.e164] = replace(owned, service=None, is_default=False)
    return PlannedChange(wish=wish, owned=owned, service=service)


def _decide_to_release(coming: Snapshot, wish: Change) -> PlannedChange:
    owned = coming.owned.get(wish.e164)
    if refusal := allowed.release(owned):
        return PlannedChange(wish=wish, owned=owned, refusal=refusal, service=_of(owned))
    if owned:
        coming.owned[wish.e164] = replace(owned, status=Status.RESTING)
    return PlannedChange(wish=wish, owned=owned)


def _assign(tx: Transaction, granted: Sequence[PlannedChange], _until: datetime) -> None:
    wanted = {_named(each.kind, each.name): (each.kind, each.name) for each in _services(granted) if each.id == _NEW}
    made = services.make(tx.db, tx.workspace.id, list(wanted.values()))
    by_name = {_named(each.kind, each.name): each for each in (*_services(granted), *made)}
    into = {each.wish.e164: by_name[_named(each.service.kind, each.service.name)] for each in granted if each.service}
    services.assign(tx.db, into)
    defaults = {into[each.wish.e164].id: each.wish.e164 for each in granted if each.is_default}
    services.set_defaults(tx.db, tx.workspace.id, defaults)
    for each in granted:
        service = into[each.wish.e164]
        before = {"default": each.default_before} if each.is_default and each.default_before else {}
        after = {"service": service.name, "kind": service.kind, "default": each.is_default}
        tx.record(InventoryAction.ASSIGNED, each.wish.e164, before=before, after=after)


def _unassign(tx: Transaction, granted: Sequence[PlannedChange], _until: datetime) -> None:
    services.unassign(tx.db, tx.workspace.id, [each.wish.e164 for each in granted])
    following = {
        each.service.id: each.wish.following
        for each in granted
        if each.service and each.owned and each.owned.is_default and each.wish.following
    }
    services.set_defaults(tx.db, tx.workspace.id, following)
    for each in granted:
        left = {"service": each.service.name if each.service else ""}
        now = following.get(each.service.id) if each.service and each.owned and each.owned.is_default else None
        tx.record(
            InventoryAction.UNASSIGNED, each.wish.e164, before=left, after=left | ({"default": now} if now else {})
        )


def _release(tx: Transaction, granted: Sequence[PlannedChange], until: datetime) -> None:
    released = numbers.release(tx.db, tx.workspace.id, [each.wish.e164 for each in granted], until)
    if len(released) != len(granted):
        raise RuntimeError("numbers changed under the lock of their workspace")
    for each in granted:
        tx.record(InventoryAction.NUMBER_RELEASED, each.wish.e164, before={}, after={"until": until.isoformat()})


def _named(kind: ServiceKind, name: str) -> _Named:
    return kind, folded(name)


def _of(owned: Owned | None) -> Service | None:
    return owned.service if owned else None


def _services(granted: Sequence[PlannedChange]) -> list[Service]:
    return [each.service for each in granted if each.service]


_DECIDE: Mapping[Verb, Callable[[Snapshot, Change], PlannedChange]] = {
    Verb.ASSIGN: _decide_to_assign,
    Verb.UNASSIGN: _decide_to_unassign,
    Verb.RELEASE: _decide_to_release,
}
_CARRY_OUT: Mapping[Verb, Callable[[Transaction, Sequence[PlannedChange], datetime], None]] = {
    Verb.ASSIGN: _assign,
    Verb.UNASSIGN: _unassign,
    Verb.RELEASE: _release,
}
