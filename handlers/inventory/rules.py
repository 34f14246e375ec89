"""What can be assigned to which service, and taken away again: the rules of numbers in service."""

from collections.abc import Sequence

from handlers.kit.refusals import Refusal
from handlers.quota import PORTED, RESTORED, admit, use
from store.inventory.types import Owned
from store.numbers.types import Permit, Status
from store.services.types import ServiceKind
from store.types import E164, Kind
from store.workspaces.types import Workspace


class InventoryRefusal(Refusal):
    """Why something cannot be done with a number."""

    NOT_OURS = "refused-not-ours"
    IS_RESTING = "refused-is-resting"
    IS_PORTING = "refused-is-porting"
    IS_ORDERED = "refused-is-ordered"
    IS_ASSIGNED = "refused-is-assigned"
    NOT_ASSIGNED = "refused-not-assigned"
    DEFAULT_OF_BRIDGES = "refused-default-of-bridges"
    DEFAULT_IS_TOLL = "refused-default-is-toll"
    NAME_NEXT_DEFAULT = "refused-name-next-default"
    NOT_RESTING = "refused-not-resting"
    NO_SERVICE = "refused-no-service"
    LONG_NAME = "refused-long-name"
    NOT_YES_OR_NO = "refused-not-yes-or-no"
    NO_SUCH_KIND = "refused-no-such-kind"


NAME_LENGTH = 60  # characters of a service's name

Assigned = tuple[E164, Kind, bool]  # a number of a service, its kind, and whether it is the default


def name(said: str) -> Refusal | None:
    """Whether a service can be called so."""
    return InventoryRefusal.LONG_NAME if len(said) > NAME_LENGTH else None


def assign(
    workspace: Workspace, owned: Owned | None, kind: ServiceKind, *, as_default: bool, serves_already: bool = False
) -> Refusal | None:
    """Whether a number can be assigned to a service of this kind, as its default if so wished.

    Whether licences and credits allow it is asked unless it `serves_already`.
    """
    if refusal := _is_free(owned):
        return refusal
    if as_default and kind is not ServiceKind.BRIDGE:
        return InventoryRefusal.DEFAULT_OF_BRIDGES
    if owned and owned.kind is Kind.TOLL_FREE:
        if as_default:
            return InventoryRefusal.DEFAULT_IS_TOLL
        return None if serves_already else use(workspace, owned.kind)
    return None


def becomes_default(owned: Owned, kind: ServiceKind, there: Sequence[Assigned], *, as_default: bool) -> bool:
    """Whether a number that is assigned becomes the default: a bridge has one, and only a toll number can be it."""
    if kind is not ServiceKind.BRIDGE or owned.kind is not Kind.TOLL:
        return False
    return as_default or default_of(there) is None


def default_of(there: Sequence[Assigned]) -> E164 | None:
    """The default among a service's numbers, if it has one."""
    return next((e164 for e164, _, is_default in there if is_default), None)


def make_default(owned: Owned | None) -> Refusal | None:
    """Whether a number can be made the default of the service that it is assigned to."""
    if owned is None:
        return InventoryRefusal.NOT_OURS
    if owned.service is None:
        return InventoryRefusal.NOT_ASSIGNED
    if owned.service.kind is not ServiceKind.BRIDGE:
        return InventoryRefusal.DEFAULT_OF_BRIDGES
    return None if owned.kind is Kind.TOLL else InventoryRefusal.DEFAULT_IS_TOLL


def unassign(owned: Owned | None, there: Sequence[Assigned], following: E164 | None) -> Refusal | None:
    """Whether a number can be taken from its service; `following` is to be the default where it was the default."""
    if owned is None:
        return InventoryRefusal.NOT_OURS
    if owned.service is None:
        return InventoryRefusal.NOT_ASSIGNED
    others = next_defaults(owned.e164, there)
    if owned.is_default and others and following not in others:
        return InventoryRefusal.NAME_NEXT_DEFAULT
    return None


def next_defaults(e164: E164, there: Sequence[Assigned]) -> list[E164]:
    """Which of a service's numbers can be the default in a number's place."""
    return [other for other, kind, _ in there if other != e164 and kind is Kind.TOLL]


def release(owned: Owned | None) -> Refusal | None:
    """Whether a number can be released: only one that nothing is assigned to."""
    return _is_free(owned)


def restore(workspace: Workspace, owned: Owned | None, in_use: int) -> Permit | Refusal:
    """Whether a number that rests can be had again; one that was ported does not count against the quota."""
    if owned is None or owned.status is not Status.RESTING:
        return InventoryRefusal.NOT_RESTING
    return admit(workspace, RESTORED if owned.counts else PORTED, {owned.kind: 1}, {owned.kind: in_use})


def _is_free(owned: Owned | None) -> Refusal | None:
    if owned is None:
        return InventoryRefusal.NOT_OURS
    if owned.status is Status.RESTING:
        return InventoryRefusal.IS_RESTING
    if owned.status is Status.PORTING:
        return InventoryRefusal.IS_PORTING
    if owned.status is Status.ORDERED:
        return InventoryRefusal.IS_ORDERED
    return InventoryRefusal.IS_ASSIGNED if owned.service else None
