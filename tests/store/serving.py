"""Short words for tests of numbers in service: to have some, assign, take away, release, restore, list."""

import csv
import io
from datetime import timedelta

from handlers.inventory import assign as assigning
from handlers.inventory import cool_down, listing
from handlers.inventory.assign import Renaming
from handlers.inventory.plan import Change
from handlers.inventory.requests import Assign, ListNumbers
from handlers.kit.cells import bare
from handlers.kit.meanwhile import fingerprint
from handlers.kit.member import Member
from handlers.kit.reply import Reply
from store import inventory, numbers, ports, services
from store.inventory import assigned_numbers
from store.inventory.types import EVERY, Filter, Owned
from store.numbers.types import Permit
from store.ports.types import Capacity, PortOrder, State
from store.services.types import Service, ServiceKind
from store.types import E164, Criteria, Kind, WorkspaceId
from tests.desk import ADA, BEN, CHANNEL, EVE, HOME, TOLL, Desk, click, fill

BRIDGE, ATTENDANT, QUEUE = ServiceKind.BRIDGE, ServiceKind.ATTENDANT, ServiceKind.QUEUE
REST = timedelta(days=30)
PORTED = (E164("+442079460000"), E164("+442079460001"))


def own(desk: Desk, quantity: int = 1, by: Member = BEN, wanted: Criteria = TOLL) -> list[E164]:
    """Let a workspace acquire new numbers."""
    assert wanted.place
    made = fill(desk.database, quantity, wanted.place, wanted.kind)
    hold = desk.held(by.workspace, desk.reserve(by, quantity, wanted, tuple(made)))
    desk.acquire(by, hold)
    return desk.took(hold)


def sent(desk: Desk, *e164s: E164, workspace: WorkspaceId = HOME) -> PortOrder:
    """A port order that the losing carrier has before it."""
    with desk.database.begin() as db:
        draft = PortOrder(
            workspace=workspace,
            id=ports.next_id(db, workspace),
            requested_by=ADA.user,
            channel=CHANNEL,
            created_at=desk.clock(),
            since=desk.clock(),
            country="GB",
            kind=Kind.TOLL,
            numbers=e164s,
        )
        ports.write(db, draft)
        return ports.move(db, ports.said_of_capacity(db, draft, Capacity.CONFIRMED), State.PROCESSING, desk.clock())


def ported(desk: Desk, *e164s: E164, workspace: WorkspaceId = HOME) -> list[E164]:
    """Numbers that a port order has brought."""
    order = sent(desk, *e164s, workspace=workspace)
    with desk.database.begin() as db:
        ports.move(db, order, State.COMPLETED, desk.clock(), foc=desk.clock())
        numbers.ported(db, order, Permit(workspace=workspace, quantity=len(e164s)))
    return list(e164s)


def assign(
    desk: Desk,
    e164: E164,
    name: str = "Contoso",
    kind: ServiceKind = BRIDGE,
    by: Member = BEN,
    *,
    as_default: bool = False,
    key: str = "",
) -> Reply:
    ask = Assign(e164=e164, kind=kind, name=name, as_default=as_default)
    return assigning.assign(desk.tools, click(by, key), ask)


def send_modal(desk: Desk, wish: Change, by: Member = BEN) -> Reply:
    """Assign by the modal."""
    return assigning.send(desk.tools, click(by), wish)


def unassign(desk: Desk, e164: E164, following: E164 | None = None, by: Member = BEN, key: str = "") -> Reply:
    return assigning.unassign(desk.tools, click(by, key), e164, following)


def make_default(desk: Desk, e164: E164, by: Member = BEN) -> Reply:
    return assigning.make_default(desk.tools, click(by), e164)


def rename(desk: Desk, service: Service, name: str, by: Member = BEN) -> Reply:
    return assigning.rename(
        desk.tools, click(by), Renaming(service=service.id, name=name, shown=fingerprint(service.name))
    )


def release(desk: Desk, e164: E164, by: Member = BEN, key: str = "") -> Reply:
    return cool_down.release(desk.tools, click(by, key), e164)


def restore(desk: Desk, e164: E164, by: Member = BEN, key: str = "") -> Reply:
    return cool_down.restore(desk.tools, click(by, key), e164)


def show_list(desk: Desk, ask: ListNumbers, by: Member = BEN) -> Reply:
    return listing.show_list(desk.tools, click(by), ask)


def owned(desk: Desk, e164: E164, workspace: WorkspaceId = HOME) -> Owned | None:
    """A number as the workspace has it; None where it has it not."""
    with desk.database.reading() as db:
        return inventory.find(db, workspace, e164, desk.clock())


def listed(desk: Desk, wanted: Filter = EVERY, workspace: WorkspaceId = HOME) -> list[E164]:
    """The workspace's own numbers, all at once; as many as are counted."""
    with desk.database.reading() as db:
        found = [each.e164 for each in inventory.page(db, workspace, wanted, desk.clock(), limit=10_000)]
        assert inventory.count(db, workspace, wanted, desk.clock()) == len(found)
    return found


def service(desk: Desk, name: str, workspace: WorkspaceId = HOME, kind: ServiceKind | None = None) -> Service:
    with desk.database.reading() as db:
        (found,) = services.named(db, workspace, name, kind)
    return found


def there(desk: Desk, name: str, workspace: WorkspaceId = HOME) -> dict[E164, bool]:
    """The numbers of a service, and which of them is the default."""
    of = service(desk, name, workspace)
    with desk.database.reading() as db:
        return {e164: is_default for e164, _, is_default in assigned_numbers(db, [of]).get(of.id, [])}


def default_of(desk: Desk, name: str, workspace: WorkspaceId = HOME) -> E164 | None:
    """The one default of a service; None where it has none."""
    defaults = [e164 for e164, is_default in there(desk, name, workspace).items() if is_default]
    assert len(defaults) <= 1
    return defaults[0] if defaults else None


def exported(desk: Desk, wanted: Filter = EVERY, workspace: WorkspaceId = HOME) -> list[dict[str, str]]:
    """The rows of the file, read as a spreadsheet reads it."""
    file = io.StringIO(newline="")
    listing.write(desk.tools, workspace, wanted, file)
    file.seek(0)
    return [row | {"number": bare(row["number"])} for row in csv.DictReader(file)]


def after_rest(desk: Desk, early: timedelta = timedelta(0)) -> Desk:
    """The desk as it is when the rest ends that begins now."""
    return desk.at(desk.clock() + REST - early)


def not_ours(desk: Desk, case: str) -> E164:
    """A number that is none of HOME's own: of another workspace, only held, or one that nobody knows."""
    if case == "unknown":
        return E164("+12065550199")
    (number,) = own(desk, by=EVE if case == "away" else BEN)
    if case == "held":
        desk.set(rest_days=0)
        release(desk, number)
        assert desk.took(desk.hold(BEN, 1)) == [number]
    return number
