"""Adopt what a carrier bills and the desk did not know: as acquired, or as stock of the workspace alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import phonenumbers

from handlers.carriers import rules
from handlers.carriers.show import find
from handlers.carriers.telling import CompareAction
from handlers.carriers.views.compared import ACQUIRED, ADOPT, AS, NUMBERS, STOCK
from handlers.kit import answers
from handlers.kit.carriers import CarrierRules
from handlers.kit.fields import Carried, Fields, picked, selected, word
from handlers.kit.member import Click
from handlers.kit.messages import say
from handlers.kit.number_kinds import NoService, home_and_kind
from handlers.kit.number_places import place_of
from handlers.kit.reply import Reply, says
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction, transact
from handlers.kit.words import BadField
from handlers.quota import ADOPTED, admit, left
from store import numbers
from store.carriers import comparisons, lines
from store.carriers.comparisons import Difference, Side
from store.carriers.types import Line, State
from store.numbers import at_carriers
from store.numbers.types import Permit
from store.types import E164, Kind, Place

__all__ = ["ADOPT", "adopt"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A number that is to be adopted, and where and what it is."""

    difference: Difference
    place: Place
    kind: Kind

    @property
    def e164(self) -> E164:
        return self.difference.e164


def adopt(tools: Tools, click: Click, carried: Carried, fields: Fields) -> Reply:
    """Adopt the numbers that were picked. Raises BadField, and BadInput where there is no such carrier any more."""
    locale = click.member.locale
    if refusal := rules.see_to(click.member):
        return answers.refused(locale, refusal)
    carrier = find(tools, click.member.workspace, word(carried.get("carrier"))).rules
    how, wanted = selected(fields, AS), set(picked(fields, NUMBERS))
    if how not in (ACQUIRED, STOCK):
        raise BadField(AS, "settings-not-a-choice")

    def work(tx: MemberTransaction) -> Reply:
        differ = comparisons.differences(tx.db, tx.workspace.id, carrier.name)
        chosen = [each for each in differ if each.side is Side.THEIRS and each.e164 in wanted]
        if not chosen:
            raise BadField(NUMBERS, "adopt-nothing")
        found = [_found(each, tx.workspace.country) for each in chosen]
        if how == STOCK:
            return _stock(tx, carrier, found)
        return _acquire(tx, carrier, found)

    return transact(tools, click, work, anywhere=True)


def _found(each: Difference, at_home: str) -> _Found:
    home = home_and_kind(each.e164, at_home)
    if isinstance(home, NoService):
        raise BadField(NUMBERS, "adopt-no-service", said=each.e164)
    country, kind = home
    number = phonenumbers.parse(each.e164)
    place = Place(country=country) if kind is Kind.TOLL_FREE else place_of(number, country)
    return _Found(difference=each, place=place, kind=kind)


def _acquire(tx: MemberTransaction, carrier: CarrierRules, found: Sequence[_Found]) -> Reply:
    in_use = {kind: used.total for kind, used in numbers.in_use(tx.db, tx.workspace.id, tx.now).items()}
    permit = admit(tx.workspace, ADOPTED, Counter(each.kind for each in found), in_use)
    if not isinstance(permit, Permit):
        rooms = [left(tx.workspace, in_use[kind]) for kind in {each.kind for each in found}]
        room = min(rooms, key=lambda each: each.left)
        return answers.refused(tx.member.locale, permit, quota=room.quota, left=room.left)
    those = [(each.e164, each.place, each.kind) for each in found]
    came = at_carriers.adopt(tx.db, tx.workspace.id, carrier.name, those, tx.now, permit)
    return _adopted(tx, carrier, [each for each in found if each.e164 in came], CompareAction.ADOPTED)


def _stock(tx: MemberTransaction, carrier: CarrierRules, found: Sequence[_Found]) -> Reply:
    those = [(each.e164, each.place, each.kind) for each in found]
    came = at_carriers.stock_up(tx.db, tx.workspace.id, those, tx.now)
    return _adopted(tx, carrier, [each for each in found if each.e164 in came], CompareAction.STOCKED)


def _adopted(tx: MemberTransaction, carrier: CarrierRules, came: Sequence[_Found], action: CompareAction) -> Reply:
    lines.write(tx.db, [_line(tx, carrier, each.difference) for each in came])
    comparisons.forget(tx.db, tx.workspace.id, carrier.name, [each.e164 for each in came])
    for each in came:
        tx.record(action, each.e164, before={}, after={"carrier": carrier.name, "title": carrier.title})
    tx.changed = True
    tx.concerns_everybody()
    key = "adopted-acquired" if action is CompareAction.ADOPTED else "adopted-stock"
    return says(say(tx.member.locale, key, count=len(came), carrier=carrier.title))


def _line(tx: MemberTransaction, carrier: CarrierRules, each: Difference) -> Line:
    return Line(
        id=0,  # the database numbers them
        workspace=tx.workspace.id,
        hold=None,
        e164=each.e164,
        carrier=carrier.name,
        title=carrier.title,
        reference=None,
        held_under=None,
        state=State.OURS,
        monthly=each.monthly,
        upfront=each.upfront,
        currency=each.currency,
        changed_at=tx.now,
    )
