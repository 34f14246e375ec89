"""Pieces that more than one view of port orders is made of."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from handlers.kit.blocks import brief, counted, cut, mention, pretty, some
from handlers.kit.messages import plain, say
from handlers.kit.telephone import is_telephone
from handlers.ports.open_points import SUBMITTED, Point, Warned, missing
from handlers.ports.port_list import Bad, RefusedNumber
from handlers.ports.views.words import FIELD_NAMES, FIXES, REASONS, STATES
from store.places import country_name
from store.ports.types import Field, PortOrder, Reason, State
from store.types import E164, UserId

NAMED = 10  # numbers or refusals that are told one by one; the rest is counted
_SHORT = 60  # characters of what was typed
_LONG = 300  # of a comment


def titled(locale: str, order: PortOrder) -> str:
    """What an order is, in a few words: its name, numbers and where they come from."""
    numbers = how_many(locale, order)
    carrier = brief(order.says(Field.CARRIER), _SHORT)
    if not carrier:
        return f"*{order.name}* · {numbers}"
    return f"*{order.name}* · {say(locale, 'port-from', numbers=numbers, carrier=carrier)}"


def how_many(locale: str, order: PortOrder) -> str:
    """How many numbers of which kind and country."""
    if order.kind is None or not order.country:
        return say(locale, "port-numbers-mixed", count=len(order.numbers))
    return f"{counted(locale, len(order.numbers), order.kind)}, {country_name(order.country, locale)}"


def refusals(locale: str, refused: Sequence[RefusedNumber], count: int | None = None) -> str:
    """What was left out of a list, each with its reason; `count` says how many, where that is more than these."""
    lines = [f"• {left_out(locale, each, shown=brief)}" for each in refused[:NAMED]]
    whole = len(refused) if count is None else count
    more = [say(locale, "and-more", count=whole - len(lines))] if whole > len(lines) else []
    return "\n".join([say(locale, "port-left-out", count=whole), *lines, *more])


def left_out(locale: str, refused: RefusedNumber, shown: Callable[[str, int], str] = cut) -> str:
    """What was left out of a list and why; unescaped, as a modal's errors are, unless `shown` otherwise."""
    said = telephone(refused.said) or shown(refused.said, _SHORT)
    key = "number-bad-which" if refused.why is Bad.AMBIGUOUS and refused.detail else refused.why
    why = say(locale, key, order=refused.detail, choices=refused.detail)
    return say(locale, "port-left-out-item", said=said, why=why)


def telephone(said: str) -> str:
    """A telephone number as people write it; "" for anything else."""
    return pretty(E164(said)) if is_telephone(said) else ""


def points(locale: str, order: PortOrder, open_points: Sequence[Point]) -> list[str]:
    """Each open point in words."""
    return [_point(locale, order, point) for point in open_points]


def _point(locale: str, order: PortOrder, point: Point) -> str:
    match point:
        case Point.FIELDS:
            fields = ", ".join(say(locale, FIELD_NAMES[field]) for field in missing(order))
            return say(locale, point.value, fields=fields)
        case Point.BTN_IS_MISSING | Point.BTN_IS_THERE:
            return say(locale, point.value, btn=pretty(E164(order.says(Field.BTN))))
        case Point.WRONG_SIGNER:
            signer = brief(order.letter.signer, _SHORT) if order.letter else ""
            return say(locale, point.value, signer=signer, authorised=brief(order.says(Field.AUTHORISED), _SHORT))
        case _:
            return say(locale, point.value)


def warned(locale: str, order: PortOrder, warnings: Sequence[Warned]) -> list[str]:
    """Each warning in words."""
    cuts = {Warned.COMPANY_CUT: Field.COMPANY, Warned.AUTHORISED_CUT: Field.AUTHORISED}
    said = []
    for warning in warnings:
        if field := cuts.get(warning):
            most = SUBMITTED[field]
            said.append(say(locale, warning.value, most=most, kept=plain(order.says(field)[:most])))
        else:
            said.append(say(locale, warning.value))
    return said


def state_name(locale: str, state: State) -> str:
    """A state in words."""
    return say(locale, STATES[state])


def reason_words(locale: str, reason: Reason) -> str:
    """Why a carrier refused, and what to fix."""
    return f"{say(locale, REASONS[reason])} {say(locale, FIXES[reason])}"


def day(locale: str, said: str) -> str:
    """A date that was chosen, in words."""
    from babel.dates import format_date  # not when a process starts

    return format_date(date.fromisoformat(said), "full", locale)


def told_by(locale: str, fields: Mapping[str, str], name: Field) -> str:
    """What a field says, or a dash."""
    said = fields.get(name, "")
    return telephone(said) or brief(said, _SHORT) or say(locale, "port-nothing")


def comment(text: str) -> str:
    """What somebody said of an order, no more than fits in a line of its card."""
    return brief(text, _LONG)


def names(locale: str, users: Sequence[UserId]) -> str:
    """Mentions of members, the first few; the others are counted."""
    return some(locale, [mention(user) for user in users])
