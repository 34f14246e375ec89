"""Which numbers a port order is about: read from a list that was pasted or uploaded, each judged by itself."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

import phonenumbers

from handlers.kit import tables
from handlers.kit.headings import Column
from handlers.kit.number_kinds import NoService, home_and_kind
from handlers.kit.number_reading import insisted
from handlers.kit.telephone import choices, spans
from handlers.kit.understood import Understood
from store.types import E164, Kind

MOST = 999  # numbers in one order
MOST_LISTED = 10_000  # of one draft, until it is split

_GB_GEOGRAPHIC = ("+441", "+442")
_BLOCK = 1_000  # GB numbers that are further apart are not of one block


class TooMany(Exception):
    """A list has more than MOST_LISTED numbers, or says more than so many things that may be some."""


class Bad(StrEnum):
    """Why a number cannot be ported. The value is the key of the message that says so."""

    NOT_A_NUMBER = "port-bad-not-a-number"
    NOT_VALID = "port-bad-not-valid"
    FREEPHONE_800 = "port-bad-freephone-800"
    GB_SPECIAL = "port-bad-gb-special"
    MOBILE = "port-bad-mobile"
    PREMIUM = "port-bad-premium"
    PERSONAL = "port-bad-personal"
    PAGER = "port-bad-pager"
    VOICEMAIL = "port-bad-voicemail"
    NOT_SERVICE = "port-bad-not-service"
    SPOILT = "port-bad-spoilt"
    RANGE = "port-bad-range"
    COUNTRY = "port-bad-country"
    AREA = "port-bad-area"
    CELLS = "port-bad-cells"
    ENDS = "port-bad-ends"
    COUNT = "port-bad-count"
    OTHER_COUNT = "port-bad-other-count"
    EXTENSION = "number-bad-extension"
    AMBIGUOUS = "number-bad-ambiguous"
    BEYOND_PLAN = "number-bad-beyond-plan"
    SEVERAL = "number-bad-several"
    # These only the caller can know.
    MAY_NOT_INSIST = "number-bad-insist"
    OURS = "port-bad-ours"
    ON_HOLD = "port-bad-on-hold"
    TAKEN = "port-bad-taken"
    IN_STOCK = "port-bad-in-stock"
    IN_ORDER = "port-bad-in-order"


@dataclass(frozen=True, slots=True, kw_only=True)
class Portable:
    """A number that can be ported, as far as the number itself can tell.

    `beyond_plan`: somebody insists on it though the numbering plan does not know its range.
    """

    e164: E164
    country: str
    kind: Kind
    beyond_plan: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedNumber:
    """What was said, or one number of a range that was, and why it cannot be ported."""

    said: str
    why: Bad
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What a list came to, in its order. `doubled` is how often it said a number that it had said before.

    `understood` is what a file was taken for that has the list.
    """

    numbers: tuple[Portable, ...] = ()
    refused: tuple[RefusedNumber, ...] = ()
    doubled: int = 0
    understood: Understood | None = None


NOTHING_LISTED = Listed()


def read(text: str, country: str) -> Listed:
    """Read a list of numbers and ranges. `country` is where a number is that does not say its country's code.

    Raises TooMany.
    """
    return _listed(spans(text, country), country)


def read_csv(content: bytes, country: str) -> Listed:
    """Read the numbers of a CSV. Raises TooMany, UnreadFile."""
    table = tables.read(content, country, {Column.COUNTRY})
    if table is None:
        return NOTHING_LISTED
    listed = _listed((span for row in table.rows for span in row.spans()), country)
    return replace(listed, understood=table.understood)


def _listed(said_spans: Iterable[tuple[str, range | StrEnum]], country: str) -> Listed:
    numbers: dict[E164, Portable] = {}
    refused: dict[RefusedNumber, None] = {}
    doubled = 0
    for entries, (said, span) in enumerate(said_spans, 1):
        for each in _judged(said, span, country):
            if isinstance(each, RefusedNumber):
                refused[each] = None
            else:
                doubled += each.e164 in numbers
                numbers.setdefault(each.e164, each)
        if max(len(numbers), entries) > MOST_LISTED:
            raise TooMany
    return Listed(numbers=tuple(numbers.values()), refused=tuple(refused), doubled=doubled)


def known(numbers: Iterable[E164], country: str) -> tuple[Portable, ...]:
    """Numbers that were found portable before."""
    judged = (_judge(e164, country)[0] for e164 in numbers)
    return tuple(each for each in judged if isinstance(each, Portable))


def split(numbers: Sequence[Portable]) -> list[tuple[str, Kind, tuple[E164, ...]]]:
    """Divide the numbers among orders: each is for one country and one kind, and takes no more than MOST."""
    groups: dict[tuple[str, Kind], list[E164]] = defaultdict(list)
    for number in numbers:
        groups[number.country, number.kind].append(number.e164)
    return [
        (country, kind, tuple(group[start : start + MOST]))
        for (country, kind), group in groups.items()
        for start in range(0, len(group), MOST)
    ]


def gaps(numbers: Sequence[E164]) -> bool:
    """Whether a block of GB geographic numbers lacks some in between; the losing carrier may refuse that."""
    geographic = sorted(int(e164) for e164 in numbers if e164.startswith(_GB_GEOGRAPHIC))
    return any(1 < after - before < _BLOCK for before, after in pairwise(geographic))


def _judged(said: str, span: range | StrEnum, country: str) -> Sequence[Portable | RefusedNumber]:
    """The numbers meant, each as it can be ported or not; all together where all are refused for one reason."""
    if not isinstance(span, range):
        return [RefusedNumber(said=said, why=Bad(span.value), detail=" / ".join(choices(said, country)))]
    insists = insisted(said)[1]
    numbers = {e164: _judge_anew(e164, country, insists) for e164 in (E164(f"+{digits}") for digits in span)}
    verdicts = set(numbers.values())
    if len(verdicts) == 1 and isinstance(why := verdicts.pop(), Bad):
        return [RefusedNumber(said=said, why=why)]
    return [RefusedNumber(said=e164, why=it) if isinstance(it, Bad) else it for e164, it in numbers.items()]


def _judge_anew(e164: E164, country: str, insists: bool) -> Portable | Bad:
    """A number that was just written: one that the plan does not know must be insisted on."""
    judged, is_known = _judge(e164, country)
    if is_known:
        return judged
    if not insists:
        return Bad.NOT_VALID
    return replace(judged, beyond_plan=True) if isinstance(judged, Portable) else judged


# What takes long, so it is found out before an order is locked, and remembered.
@lru_cache(maxsize=2 * MOST_LISTED)
def _judge(e164: E164, country: str) -> tuple[Portable | Bad, bool]:
    """A number as it can be ported or not, and whether the numbering plan knows it."""
    is_known = phonenumbers.is_valid_number(phonenumbers.parse(e164))
    found = home_and_kind(e164, country)
    if isinstance(found, NoService):
        return Bad(found.value), is_known
    home, kind = found
    return Portable(e164=e164, country=home, kind=kind), is_known
