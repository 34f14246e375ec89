"""What numbers cost, in words."""

from collections.abc import Iterable
from decimal import Decimal

from handlers.kit.carriers import Price
from handlers.kit.messages import say


def price(locale: str, costs: Price | None) -> str:
    """What a number costs: "$1.00 a month, $0.50 to set up", as far as it is known."""
    if costs is None or (costs.monthly is None and costs.upfront is None):
        return say(locale, "price-unknown")
    monthly = (
        ""
        if costs.monthly is None
        else say(locale, "price-monthly", amount=money(locale, costs.monthly, costs.currency))
    )
    upfront = (
        "" if not costs.upfront else say(locale, "price-upfront", amount=money(locale, costs.upfront, costs.currency))
    )
    return ", ".join(filter(None, [monthly or say(locale, "price-monthly-unknown"), upfront]))


def monthly(locale: str, costs: Price | None) -> str:
    """What a number costs a month, where that is known; "" where it is not."""
    if costs is None or costs.monthly is None:
        return ""
    return say(locale, "price-monthly", amount=money(locale, costs.monthly, costs.currency))


def total(locale: str, prices: Iterable[Price | None]) -> str:
    """What some numbers cost together, by currency; of how many that is not known."""
    known: dict[str, tuple[Decimal, Decimal]] = {}
    unknown = 0
    for costs in prices:
        if costs is None or costs.monthly is None:
            unknown += 1
            continue
        monthly, upfront = known.get(costs.currency, (Decimal(0), Decimal(0)))
        known[costs.currency] = (monthly + costs.monthly, upfront + (costs.upfront or Decimal(0)))
    said = [
        price(locale, Price(monthly=monthly, upfront=upfront, currency=currency))
        for currency, (monthly, upfront) in sorted(known.items())
    ]
    if unknown:
        said.append(say(locale, "price-unknown-of", count=unknown))
    return "; ".join(said)


def money(locale: str, amount: Decimal, currency: str) -> str:
    """An amount with its currency, as it is written in a language."""
    from babel.numbers import format_currency  # not when a process starts

    return format_currency(amount, currency, locale=locale)
