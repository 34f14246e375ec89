"""What a carrier is asked for of what is wanted, and what is chosen here among its answers. No clock, no network."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.kit.carriers import CarrierOffer, CarrierRules, Part, Want
from store.numbers.digits import looks_so
from store.numbers.ease import ease
from store.places import region_code
from store.types import ANY_DIGITS, Criteria, Digits

_LOOKED_AT = 100  # numbers of a carrier that are looked through where it cannot be asked for just what is wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The offers that are wanted, the best first; `looked_at` is 0 where a carrier was asked for just these."""

    offers: Sequence[CarrierOffer]
    looked_at: int
    more: bool


def asked(wanted: Criteria, at_home: str, rules: CarrierRules, limit: int) -> Want:
    """What a carrier is asked for: all that it can be asked for; in the country `at_home` where none is said."""
    place, digits = wanted.place, wanted.digits
    parts = _parts(digits)
    said = {part: parts[part] for part in rules.parts}
    return Want(
        country=place.country if place else at_home,
        region=region_code(place.country, place.region) if place else "",
        city=place.city if place else "",
        kind=wanted.kind,
        starts=said.get(Part.STARTS, ""),
        contains=said.get(Part.CONTAINS, ""),
        ends=said.get(Part.ENDS, ""),
        limit=limit if is_asked(digits, rules) else _LOOKED_AT,
    )


def is_asked(digits: Digits, rules: CarrierRules) -> bool:
    """Whether a carrier can be asked for just these digits, so that nothing is looked through here."""
    if digits.in_a_row or digits.near or digits.easy:
        return False
    patterns = dict(zip((Part.STARTS, Part.CONTAINS, Part.ENDS), digits.patterns, strict=True))
    parts = _parts(digits)
    return all(not pattern or (part in rules.parts and parts[part] == pattern) for part, pattern in patterns.items())


def choose(wanted: Criteria, found: Sequence[CarrierOffer], rules: CarrierRules, limit: int) -> Chosen:
    """Those that look as is wanted and can be held, in the order that is wanted."""
    digits = wanted.digits
    looked_at = 0 if digits == ANY_DIGITS or is_asked(digits, rules) else len(found)
    region = wanted.place.region if wanted.place else ""
    there = [each for each in found if not region or each.place.region in ("", region)]
    like = [each for each in there if each.can_be_held and looks_so(digits, each.number)]
    if near := digits.near:
        like.sort(key=lambda each: (abs(int(each.number[1:]) - int(near[1:])), each.number))
    elif digits.easy:
        like.sort(key=lambda each: (-ease(each.number), each.number))
    elif digits.in_a_row:
        like = [each for run in _runs(like, digits.in_a_row) for each in run]
        limit = max(limit, digits.in_a_row)
    return Chosen(offers=like[:limit], looked_at=looked_at, more=len(like) > limit)


def _parts(digits: Digits) -> dict[Part, str]:
    """The digits beside each other that numbers must have: of a pattern those before, between or after any "*"."""
    starts, contains, ends = digits.patterns
    return {
        # As it is dialled at home a number may begin with a 0 that is not part of it.
        Part.STARTS: "" if starts.startswith("0") else starts.partition("*")[0],
        Part.CONTAINS: max(re.split(r"\*+", contains), key=len),
        Part.ENDS: ends.rpartition("*")[2],
    }


def _runs(offers: Sequence[CarrierOffer], least: int) -> Iterator[list[CarrierOffer]]:
    """Those that follow each other in one place without a gap, so many or more."""
    run: list[CarrierOffer] = []
    for each in sorted(offers, key=lambda each: each.number):
        follows = run and int(each.number[1:]) == int(run[-1].number[1:]) + 1 and each.place == run[-1].place
        if run and not follows:
            if len(run) >= least:
                yield run
            run = []
        run.append(each)
    if len(run) >= least:
        yield run
