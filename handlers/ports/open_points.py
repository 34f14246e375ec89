"""What is still open about a port order before it can be sent, and what it can be sent with all the same."""

import re
from collections.abc import Collection
from datetime import date
from enum import StrEnum
from unicodedata import category

from handlers.kit.telephone import is_telephone
from handlers.ports import port_list
from handlers.ports.dates import wrong_date
from handlers.ports.rules import is_editable
from store.folding import unaccented
from store.ports.types import Capacity, Field, PortOrder, Scope, State
from store.workspaces.types import Workspace

# So many characters are submitted of these; carriers cut the rest off.
SUBMITTED = {Field.COMPANY: 25, Field.AUTHORISED: 15}

NEEDED = (
    *(Field.CARRIER, Field.ACCOUNT, Field.BTN, Field.COMPANY, Field.STREET, Field.CITY, Field.POSTCODE),
    *(Field.AUTHORISED, Field.PHONE, Field.EMAIL, Field.WANTED_DATE),
)

EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+")

_NOT_IN_THE_LETTER = (Field.WANTED_DATE, Field.WANTED_TIME, Field.LANGUAGE)  # these do not change what it permits

_SCOPE = "scope"


class Point(StrEnum):
    """What an order lacks before it can be sent. The value is the key of the message that says so."""

    NO_NUMBERS = "port-point-no-numbers"
    TO_BE_SPLIT = "port-point-to-be-split"
    FIELDS = "port-point-fields"
    BTN_IS_MISSING = "port-point-btn-is-missing"  # of a full port's numbers
    BTN_IS_THERE = "port-point-btn-is-there"  # among a partial port's numbers
    DATE = "port-point-date"
    NO_LETTER = "port-point-no-letter"
    OLD_LETTER = "port-point-old-letter"
    NO_SIGNER = "port-point-no-signer"
    WRONG_SIGNER = "port-point-wrong-signer"
    CAPACITY = "port-point-capacity"


class Warned(StrEnum):
    """What an order can be sent with though it may be refused for it. The value is the key of the message."""

    COMPANY_CUT = "port-warning-company"
    AUTHORISED_CUT = "port-warning-authorised"
    GAPS = "port-warning-gaps"


def missing(order: PortOrder) -> list[Field]:
    """The fields that an order needs and does not have yet, or not so that they can be understood."""
    return [field for field in NEEDED if not _is_said(field, order.says(field))]


def _is_said(field: Field, said: str) -> bool:
    match field:
        case Field.BTN | Field.PHONE:
            return is_telephone(said)
        case Field.EMAIL:
            return EMAIL.fullmatch(said) is not None
        case _:
            return bool(said)


def btn_rule(scope: Scope, btn: str, numbers: Collection[str]) -> Point | None:
    """Which rule on the BTN is broken: a full port includes it, a partial port leaves it out."""
    if not numbers or not is_telephone(btn):
        return None
    if scope is Scope.FULL:
        return None if btn in numbers else Point.BTN_IS_MISSING
    return Point.BTN_IS_THERE if btn in numbers else None


def before_the_letter(order: PortOrder) -> list[Point]:
    """What is missing for a letter to be made."""
    points = []
    if not order.numbers:
        points.append(Point.NO_NUMBERS)
    elif not order.country or order.kind is None or len(order.numbers) > port_list.MOST:
        points.append(Point.TO_BE_SPLIT)
    if missing(order):
        points.append(Point.FIELDS)
    if broken := btn_rule(order.scope, order.says(Field.BTN), order.numbers):
        points.append(broken)
    return points


def before_sending(order: PortOrder, workspace: Workspace, today: date) -> list[Point]:
    """What is missing for an order to be sent, the word on capacity apart: that is asked for then."""
    points = before_the_letter(order)
    wanted = order.says(Field.WANTED_DATE)
    if wanted and order.country and wrong_date(workspace, [order.country], date.fromisoformat(wanted), today):
        points.append(Point.DATE)
    return [*points, *_of_the_letter(order)]


def open_points(order: PortOrder, workspace: Workspace, today: date) -> list[Point]:
    """All that somebody has still to do about an order."""
    if order.state in (State.COMPLETED, State.CANCELLED):
        return []
    points = before_sending(order, workspace, today) if is_editable(order) else []
    return points if order.capacity is Capacity.CONFIRMED else [*points, Point.CAPACITY]


def _of_the_letter(order: PortOrder) -> list[Point]:
    letter = order.letter
    if letter is None:
        return [Point.NO_LETTER]
    if letter.fields != in_the_letter(order) or not letter.numbers.issuperset(order.numbers):
        return [Point.OLD_LETTER]
    if not letter.signer:
        return [Point.NO_SIGNER]
    return [] if is_same_name(letter.signer, order.says(Field.AUTHORISED)) else [Point.WRONG_SIGNER]


def in_the_letter(order: PortOrder) -> dict[str, str]:
    """What the letter for an order says that must not change once it is signed; numbers may be taken out of it."""
    said = {str(field): order.says(field) for field in Field if field not in _NOT_IN_THE_LETTER}
    return said | {_SCOPE: str(order.scope)}


def is_same_name(one: str, other: str) -> bool:
    """Whether two people would read the same name, however it is accented, hyphenated or spelt in capitals."""
    return bool(_letters(one)) and _letters(one) == _letters(other)


def _letters(name: str) -> str:
    return "".join(sign for sign in unaccented(name) if category(sign)[0] in "LMN")


def warnings(order: PortOrder) -> list[Warned]:
    """What the losing carrier may refuse an order for."""
    warned = []
    if len(order.says(Field.COMPANY)) > SUBMITTED[Field.COMPANY]:
        warned.append(Warned.COMPANY_CUT)
    if len(order.says(Field.AUTHORISED)) > SUBMITTED[Field.AUTHORISED]:
        warned.append(Warned.AUTHORISED_CUT)
    if port_list.gaps(order.numbers):
        warned.append(Warned.GAPS)
    return warned
