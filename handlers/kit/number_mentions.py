"""Telephone numbers in what people wrote to each other: found among other words, and read as everywhere."""

import re
from collections.abc import Iterator, Sequence

from phonenumbers import PhoneNumberMatch, PhoneNumberMatcher

from handlers.kit.messages import unescaped
from handlers.kit.normalization import normalized, resolved
from handlers.kit.number_reading import Unread, e164
from handlers.kit.telephone import spans

# Bounded, as all patterns for what is pasted. Figures with what stands between those of numbers, ranges and lists.
_FIGURES = re.compile(
    r"(?<![\w.])[+(\[]{0,2}\d"
    r"(?:(?:[ .,;'/()\[\]+~-]{0,3}| (?:to|thru|through|bis|au?|à|and|et|und) [+(\[]{0,2})\d){5,400}"
    r"(?:E[+-]?\d{1,3})?(?!\w)",
    re.IGNORECASE,
)
_OF_A_NUMBER = 8  # figures, with those of its country
_NO_NUMBERS = (Unread.NOT_VALID, Unread.NOT_A_NUMBER)  # but dates, amounts, and the numbers of orders


def mentioned(text: str, country: str) -> Iterator[tuple[str, range | Unread]]:
    """What of a text names numbers, each with those that it means, without their "+", or why that is not certain.

    `country` is where a number is that does not say its country's code.
    """
    for line in normalized(resolved(unescaped(text))).splitlines():
        known, until = list(PhoneNumberMatcher(line, country or None)), 0
        for found in _FIGURES.finditer(line):
            inside = [match for match in known if found.start() <= match.start < found.end()]
            yield from _alone([match for match in known if until <= match.start < found.start()], country)
            until = found.end()
            named = list(spans(found[0], country))
            if any(span in _NO_NUMBERS for _, span in named):
                yield from _alone(inside, country)
                yield from (each for each in named if not inside and _was_meant(*each))
            else:
                alone = found[0].strip() == line.strip()
                yield from (each for each in named if alone or _is_meant(*each, inside))
        yield from _alone([match for match in known if match.start >= until], country)


def _was_meant(said: str, span: range | Unread) -> bool:
    """Whether this was to be a number though there is none such: with its plus, and too long for a quantity."""
    return span is Unread.NOT_VALID and said[0] == "+" and sum(map(str.isdecimal, said)) >= _OF_A_NUMBER


def _is_meant(said: str, span: range | Unread, inside: Sequence[PhoneNumberMatch]) -> bool:
    """Whether figures among words are of a number, for a date can be read as one: phonenumbers knows many of those."""
    if isinstance(span, range):
        return len(span) > 1 or "+" in said or any(e164(match.number) == f"+{span[0]}" for match in inside)
    return "+" in said or span is Unread.SPOILT or bool(inside)


def _alone(matches: Sequence[PhoneNumberMatch], country: str) -> Iterator[tuple[str, range | Unread]]:
    for match in matches:
        yield from spans(match.raw_string, country)
