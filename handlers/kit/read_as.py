"""What of a list must be seen before anything is done with it: what was completed, made a range, or is not certain."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import phonenumbers
from slack_sdk.models.blocks import Block

from handlers.kit.blocks import FIRST, brief, context, pretty
from handlers.kit.messages import say
from handlers.kit.number_reading import Unread, is_completed
from handlers.kit.telephone import choices, spans
from store.types import E164

_SAID = 80  # characters of what was written


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAs:
    """What was said, and the numbers that it was read as, without their "+".

    None: it may be any of `choices`, or is none for `why`.
    """

    said: str
    span: range | None = None
    choices: Sequence[str] = ()
    why: Unread = Unread.AMBIGUOUS


def of_list(text: str, country: str, among: Collection[E164] = ()) -> Iterator[ReadAs]:
    """What must be seen of how a list is read. `country` is where numbers are that do not say their country's code.

    One of the numbers that are given as `among` may be written by its last digits.
    """
    for said, span in spans(text, country, among, beyond_plan=True):
        if span is Unread.AMBIGUOUS:
            yield ReadAs(said=said, choices=choices(said, country))
        elif seen := of_span(said, span):
            yield seen


def of_item(said: str, span: range | Unread, country: str) -> ReadAs | None:
    """What must be seen of something that was meant as numbers; None where it says a number as it is."""
    if isinstance(span, range):
        return of_span(said, span)
    return ReadAs(said=said, choices=choices(said, country), why=span)


def of_span(said: str, span: range | StrEnum) -> ReadAs | None:
    """What must be seen of how something was read; None where it says a number as it is, or none."""
    if isinstance(span, range) and (len(span) > 1 or is_completed(said, E164(f"+{span[0]}"))):
        return ReadAs(said=said, span=span)
    return None


def in_words(locale: str, each: ReadAs) -> str:
    """What something was read as, or that it is not certain."""
    said = brief(each.said, _SAID)
    if each.span is None and each.why is not Unread.AMBIGUOUS:
        return say(locale, "number-unread", said=said, why=say(locale, each.why))
    if each.span is None:
        return say(locale, "which-number", said=said, choices=" / ".join(each.choices))
    first, last = E164(f"+{each.span[0]}"), E164(f"+{each.span[-1]}")
    if len(each.span) > 1:
        return say(locale, "range-read-as", said=said, count=len(each.span), first=pretty(first), last=pretty(last))
    return say(locale, "number-read-as", said=said, number=pretty(first), country=country_of(first))


def shown(locale: str, read: Iterable[ReadAs]) -> list[Block]:
    """Some of what must be seen, the others counted; no block where there is none."""
    said = [in_words(locale, each) for each in read]
    more = [say(locale, "and-more", count=len(said) - FIRST)] if len(said) > FIRST else []
    return [context("\n".join([*said[:FIRST], *more]))] if said else []


def country_of(number: E164) -> str:
    """The country (ISO 3166-1 alpha-2) that a number is of."""
    parsed = phonenumbers.parse(number)
    country = phonenumbers.region_code_for_number(parsed)
    return country or phonenumbers.region_code_for_country_code(parsed.country_code or 0)
