"""Numbers of carriers in a hold: taken in its transaction, asked for after it, and let go with it.

They are the hold's from the transaction on: they count against the quota and end by its clock, whatever the carrier
says and whenever. Its answer can only take numbers away, or end the hold earlier.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby, pairwise
from uuid import UUID, uuid4

from handlers.carriers.offers import MOST_OFFERED, Offers, offers_for
from handlers.carriers.settings import STOCK
from handlers.kit.carriers import CarrierOffer
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction, Transaction
from store import numbers, workspaces
from store.carriers import lines, tasks
from store.carriers.states import RESERVED
from store.carriers.types import Line, Operation, State
from store.holds.types import Hold
from store.numbers import at_carriers, search
from store.session import Db
from store.types import E164, Criteria, Place, WorkspaceId

MARGIN = timedelta(seconds=60)  # before the carrier's stamp our hold ends: nobody acquires at the last moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants to hold: `these` first. `source` is the stock or a carrier, where that alone is wanted."""

    wanted: Criteria
    quantity: int
    these: Sequence[E164] = ()
    source: str = ""

    @property
    def is_of_stock(self) -> bool:
        """Whether the stock is asked at all."""
        return self.source in ("", STOCK)


def offered(tools: Tools, of: WorkspaceId, wish: Wish) -> Sequence[Offers]:
    """What carriers offer of what the stock lacks. May ask carriers, so it is never called in a transaction."""
    if wish.source == STOCK or not tools.carriers.of(of):
        return ()
    with tools.reading() as db:
        workspace = workspaces.find(db, of)
        if wish.is_of_stock and not wish.wanted.digits.in_a_row:
            here = search.count(db, of, wish.wanted, tools.now(), most=wish.quantity).number
            if here >= wish.quantity:
                return ()
    found = offers_for(tools, workspace, wish.wanted, max(wish.quantity, MOST_OFFERED), wish.source)
    return [_as_shown(each, wish) for each in found]


def _as_shown(found: Offers, wish: Wish) -> Offers:
    """The offers with those first that were shown; of a carrier that shows a sample these need not come again."""
    named = {offer.number: offer for offer in found.offers}
    if not found.rules.shows_all and found.rules.name == wish.source:
        place = wish.wanted.place or Place(country="")
        for e164 in wish.these if place.country else ():
            named.setdefault(e164, CarrierOffer(number=e164, place=place, kind=wish.wanted.kind, price=None))
    shown = [named[e164] for e164 in wish.these if e164 in named]
    return replace(found, offers=[*shown, *(offer for offer in named.values() if offer not in shown)])


def take(tx: Transaction, hold: Hold, missing: int, offers: Sequence[Offers], *, in_a_row: bool) -> list[Line]:
    """Move up to `missing` numbers that carriers offer into a hold, which is written down afterwards."""
    taken: list[Line] = []
    for each in offers:
        left = list(each.offers)
        if in_a_row and not _is_run([offer.number for offer in left[:missing]], missing):
            continue
        reference = uuid4()
        while left and len(taken) < missing:
            some, left = left[: missing - len(taken)], left[missing - len(taken) :]
            named = {offer.number: offer for offer in some}
            of_kind = [(offer.number, offer.place, offer.kind) for offer in some]
            held = at_carriers.hold_offered(tx.db, hold, each.rules.name, of_kind, tx.now)
            taken += [_line(hold, each, named[e164], reference, tx.now) for e164 in held]
    return taken


def _is_run(these: Sequence[E164], size: int) -> bool:
    return len(these) == size and all(int(after) - int(e164) == 1 for e164, after in pairwise(these))


def _line(hold: Hold, of: Offers, offer: CarrierOffer, reference: UUID, now: datetime) -> Line:
    price = offer.price
    return Line(
        id=0,
        workspace=hold.workspace,
        hold=hold.id,
        e164=offer.number,
        carrier=of.rules.name,
        title=of.rules.title,
        reference=reference,
        held_under=reference,
        state=State.TO_HOLD,
        kept_to_end=not of.rules.gives_back,
        monthly=price.monthly if price else None,
        upfront=price.upfront if price else None,
        currency=price.currency if price else "",
        changed_at=now,
    )


def ask_to_hold(tx: Transaction, hold: Hold, taken: Sequence[Line]) -> None:
    """Write down what a hold took of carriers, and have those asked that are to hold it."""
    lines.forget(tx.db, [line.e164 for line in taken], tx.now)
    lines.write(tx.db, taken)
    for reference, its in by_reference(taken).items():
        if its[0].state is State.TO_HOLD:
            owe(tx, its[0].carrier, Operation.HOLD, str(reference), hold)


def kept(db: Db, hold: Hold, now: datetime) -> list[Line]:
    """What carriers keep for us of a hold that is over, long enough to be held again."""
    if not hold.at_carriers:
        return []
    return [line for line in lines.of_hold(db, hold) if is_kept(line, now)]


def is_kept(line: Line, now: datetime) -> bool:
    """Whether a carrier keeps a number for us though nobody here holds it, long enough to be held again."""
    is_dropping = line.kept_to_end and line.state is State.DROPPING
    return is_dropping and line.until is not None and line.until - MARGIN > now


def take_back(tx: Transaction, hold: Hold, these: Sequence[Line]) -> list[Line]:
    """Move numbers that carriers keep for us into another hold, which is written down afterwards; see `ask_to_hold`."""
    taken: list[Line] = []
    known = {each.e164: each for each in numbers.find_each(tx.db, [line.e164 for line in these])}
    for reference, its in by_reference(these).items():
        of_kind = [(line.e164, known[line.e164].place, known[line.e164].kind) for line in its]
        held = at_carriers.hold_offered(tx.db, hold, its[0].carrier, of_kind, tx.now)
        back = [line for line in its if line.e164 in held]
        lines.move(tx.db, back, State.ENDED, tx.now)
        # Another order than that of the hold before, if there was one, but the carrier's hold is still that.
        anew = uuid4() if reference else None
        changes = {"id": 0, "hold": hold.id, "reference": anew, "state": State.HELD, "changed_at": tx.now}
        taken += [replace(line, **changes) for line in back]  # type: ignore[arg-type] # each is of its field's type
    return taken


def let_go(tx: Transaction, over: Sequence[Hold]) -> None:
    """What these holds still have at carriers is nobody's here any more: it is given back, where that can be."""
    ids = [hold.id for hold in over if hold.at_carriers]
    if not ids:
        return
    by_id = {hold.id: hold for hold in over}
    for reference, its in by_reference(lines.let_go(tx.db, tx.workspace.id, ids, tx.now)).items():
        if its[0].hold:
            owe(tx, its[0].carrier, Operation.DROP, str(reference), by_id[its[0].hold])


def not_held_yet(db: Db, hold: Hold) -> set[E164]:
    """The numbers of a hold of which their carriers have not said yet that they hold them."""
    if not hold.at_carriers:
        return set()
    return {line.e164 for line in lines.of_hold(db, hold) if line.state is State.TO_HOLD}


def last_until(tx: MemberTransaction, hold: Hold, wanted: datetime) -> datetime:
    """Until when a hold can last that is to last longer; carriers are asked for what they have not granted yet."""
    if not hold.at_carriers:
        return wanted
    reserved = [line for line in lines.of_hold(tx.db, hold) if line.state in RESERVED]
    for reference, its in by_reference(reserved).items():
        if any(line.until is None or line.until - MARGIN < wanted for line in its):
            owe(tx, its[0].carrier, Operation.EXTEND, str(reference), hold, until=wanted.isoformat())
    granted = [line.until - MARGIN for line in reserved if line.until]
    return max(hold.until, min([wanted, *granted]))


def owe(tx: Transaction, carrier: str, operation: Operation, subject: str, hold: Hold, **detail: str) -> None:
    """Have a carrier asked for what this transaction has made necessary."""
    tasks.owe(tx.db, tx.workspace.id, carrier, operation, subject, tx.real_now, hold=hold.id, **detail)


def by_reference(of: Sequence[Line]) -> dict[UUID | None, list[Line]]:
    """Numbers by the reference under which their carrier knows them."""

    def reference(line: Line) -> str:
        return str(line.reference)

    return {its[0].reference: its for its in (list(some) for _, some in groupby(sorted(of, key=reference), reference))}
