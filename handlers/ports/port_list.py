"""Which numbers a port order is about: read from a list that was pasted or uploaded, each judged by itself."""

import csv
import io
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import dropwhile, islice, pairwise

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberType

from store.types import E164, Kind

MOST = 999  # numbers in one order
MOST_IN_RANGES = 10_000  # of one list, or a short text could name millions

_LONGEST = 80  # characters in which a number or a range can be written
_DASHES_WITHIN = 8  # or dots, that a number has before the one of a range
_SAMPLE = 200  # rows that show which column the numbers are in
_BLOCK = 1_000  # GB numbers that are further apart are not of one block

# All patterns are bounded: whatever is pasted, the time it takes grows with its length alone.
_TELEPHONE = re.compile(r"<tel:(?:[^<>|]{0,80}\|)?([^<>|]{1,80})>|tel:", re.IGNORECASE)
_SEPARATOR = re.compile(r"[,;|&\t]|(?<=[\d)\]]) (?:and|et|und) (?=[\d(+])", re.IGNORECASE)
_BEFORE_PLUS = re.compile(r"(?<!-)(?<!\.\.) (?=[(\[]?\+)")  # after a dash or ".." it is the end of a range
_TO = re.compile(r"(?<=[\d)\]]) ?(?:\.\.+|to|thru|through|bis|au?|à) ?(?=[\d(+])", re.IGNORECASE)
_NUMBERING_AND_LABEL = re.compile(r"^(?:\d{1,3}[.)] )?(?:[^\d+(:]{1,40}: ?)?(?=[\d+(\[])")
_NUMBER = re.compile(r"[(\[]?\+?(?:[0-9 ()\[\]/-]|\.(?!\.))*")
_CUT = re.compile(r" ?(?:-+|\.\.) ?")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_DECORATION = " \"'`*•·‣▪◦<>=_./-"
_DASHES = "‐‑‒–—―−"  # noqa: RUF001 (people paste other dashes too)
_COMMAS = "、،؛"
_UNSEEN = [*range(9), 0x7F, 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF]
_PLAIN: dict[int, str] = {
    **{0xFEE0 + code: chr(code) for code in range(0x21, 0x7F)},  # full-width
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(map(ord, _COMMAS), ","),
    **dict.fromkeys(_UNSEEN, ""),
    ord("…"): "..",
}
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")

_FREEPHONE = 800  # stands where other numbers have their country's code
_GB_SPECIAL = ("+44843", "+44844", "+44845", "+44870", "+44871", "+44872")
_GB_GEOGRAPHIC = ("+441", "+442")
_MOBILE_TOO = ("US", "PR")
_KINDS = {
    PhoneNumberType.FIXED_LINE: Kind.TOLL,
    PhoneNumberType.FIXED_LINE_OR_MOBILE: Kind.TOLL,
    PhoneNumberType.TOLL_FREE: Kind.TOLL_FREE,
}


class Bad(StrEnum):
    """Why a number cannot be ported. The value is the key of the message that says so."""

    NOT_A_NUMBER = "port-bad-not-a-number"
    NOT_VALID = "port-bad-not-valid"
    FREEPHONE_800 = "port-bad-freephone-800"
    GB_SPECIAL = "port-bad-gb-special"
    MOBILE = "port-bad-mobile"
    NOT_SERVICE = "port-bad-not-service"
    RANGE = "port-bad-range"
    # These only the caller can know.
    OURS = "port-bad-ours"
    ON_HOLD = "port-bad-on-hold"
    TAKEN = "port-bad-taken"
    IN_ORDER = "port-bad-in-order"


@dataclass(frozen=True, slots=True, kw_only=True)
class Portable:
    """A number that can be ported, as far as the number itself can tell."""

    e164: E164
    country: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """What was said, or one number of a range that was, and why it cannot be ported."""

    said: str
    why: Bad
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What a list came to, in its order. `doubled` is how often it said a number that it had said before."""

    numbers: tuple[Portable, ...] = ()
    refused: tuple[Refused, ...] = ()
    doubled: int = 0


NOTHING_LISTED = Listed()


def read(text: str, country: str) -> Listed:
    """Read a list of numbers and ranges. `country` is where a number is that does not say its country's code."""
    numbers: dict[E164, Portable] = {}
    refused: dict[Refused, None] = {}
    doubled = 0
    for said, span in _spans(text, country):
        for each in _judged(said, span, country):
            if isinstance(each, Refused):
                refused[each] = None
            else:
                doubled += each.e164 in numbers
                numbers.setdefault(each.e164, each)
    return Listed(numbers=tuple(numbers.values()), refused=tuple(refused), doubled=doubled)


def read_csv(content: bytes, country: str) -> Listed | None:
    """Read the column of a CSV that has the most numbers. None: this is no text, or no table."""
    text = _decoded(content)
    if text is None:
        return None
    first_lines = "\n".join(text.splitlines()[:20])
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first_lines.count)))
    except csv.Error:
        return None
    column = _column(rows, country)
    cells = (row[column] for row in rows if column < len(row))
    return read("\n".join(dropwhile(_is_heading, cells)), country)


def telephone(said: str, country: str) -> E164 | None:
    """The one telephone number that is written here, if it is one."""
    number = _number(" ".join(said.translate(_PLAIN).split()), country)
    return _e164(number) if number else None


def is_telephone(said: str) -> bool:
    """Whether this is a telephone number that there can be, in E.164."""
    return said.startswith("+") and telephone(said, "") == said


def known(numbers: Iterable[E164], country: str) -> tuple[Portable, ...]:
    """Numbers that were found portable before."""
    judged = (_judge(e164, country) for e164 in numbers)
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


def _said(text: str) -> Iterator[str]:
    """What the list says, one number or range after the other."""
    for line in _TELEPHONE.sub(r"\1", text).translate(_PLAIN).splitlines():
        for part in _SEPARATOR.split(line):
            bare = " ".join(_western(part).split()).strip(_DECORATION)
            numbers = _TO.sub("..", _NUMBERING_AND_LABEL.sub("", bare))
            for said in filter(None, (one.strip(_DECORATION) for one in _BEFORE_PLUS.split(numbers))):
                # With the ellipsis it is no number any more.
                yield said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def _western(text: str) -> str:
    return _OTHER_DIGIT.sub(lambda digit: str(unicodedata.digit(digit[0])), text)


def _spans(text: str, country: str) -> Iterator[tuple[str, range | Bad]]:
    """What the list says, each with the numbers that it means."""
    room = MOST_IN_RANGES
    for said in _said(text):
        span = _span(said, country)
        if isinstance(span, range) and len(span) != 1:
            fits = 0 < len(span) <= room
            room -= len(span) if fits else 0
            yield said, span if fits else Bad.RANGE
        else:
            yield said, span


def _span(said: str, country: str) -> range | Bad:
    """The numbers meant, without their "+". None of them: the range ends before it begins."""
    # First as one number: it can have dashes, and in Germany one before its extension.
    number = _number(said, country)
    if number:
        digits = int(_e164(number))
        return range(digits, digits + 1)
    for cut in islice(_CUT.finditer(said), _DASHES_WITHIN):
        span = _from_to(said[: cut.start()], said[cut.end() :], country)
        if span is not None:
            return span
    written = all(map(_NUMBER.fullmatch, said.split("..")))
    return Bad.NOT_VALID if written else Bad.NOT_A_NUMBER


def _from_to(begin: str, end: str, country: str) -> range | None:
    """The numbers of a range whose end is a whole number or only the last digits of one. None: this is no range."""
    first = _number(begin, country)
    if first is None or not _NUMBER.fullmatch(end):
        return None
    start, digits = _e164(first), "".join(filter(str.isdecimal, end))
    if 0 < len(digits) < len(start.removeprefix(f"+{first.country_code}")) and "+" not in end:
        return range(int(start), int(start[: -len(digits)] + digits) + 1)
    last = _number(end, phonenumbers.region_code_for_country_code(first.country_code or 0))
    return range(int(start), int(_e164(last)) + 1) if last else None


def _number(said: str, country: str) -> PhoneNumber | None:
    """The number that this is, if there is such a number."""
    # phonenumbers would dial letters and take an extension away.
    if not _NUMBER.fullmatch(said):
        return None
    # Most of the world dials 00 abroad, and writes so for people who dial something else.
    for written in dict.fromkeys([said, re.sub("^00", "+", said)]):
        try:
            number = phonenumbers.parse(written, country)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return number
    return None


def _e164(number: PhoneNumber) -> E164:
    return E164(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _judged(said: str, span: range | Bad, country: str) -> Sequence[Portable | Refused]:
    """The numbers meant, each as it can be ported or not; all together where all are refused for one reason."""
    if isinstance(span, Bad):
        return [Refused(said=said, why=span)]
    numbers = {e164: _judge(e164, country) for e164 in (E164(f"+{digits}") for digits in span)}
    verdicts = set(numbers.values())
    if len(verdicts) == 1 and isinstance(why := verdicts.pop(), Bad):
        return [Refused(said=said, why=why)]
    return [Refused(said=e164, why=it) if isinstance(it, Bad) else it for e164, it in numbers.items()]


def _judge(e164: E164, country: str) -> Portable | Bad:
    number = _number(e164, country)
    if number is None:
        return Bad.NOT_VALID
    if number.country_code == _FREEPHONE:
        return Bad.FREEPHONE_800
    if e164.startswith(_GB_SPECIAL):
        return Bad.GB_SPECIAL
    type_, home = phonenumbers.number_type(number), phonenumbers.region_code_for_number(number)
    kind = Kind.TOLL if type_ == PhoneNumberType.MOBILE and home in _MOBILE_TOO else _KINDS.get(type_)
    if kind is None or home is None:
        return Bad.MOBILE if type_ == PhoneNumberType.MOBILE else Bad.NOT_SERVICE
    # Countries share the toll-free numbers of +1, which phonenumbers all puts in the US.
    if kind is Kind.TOLL_FREE and phonenumbers.is_valid_number_for_region(number, country):
        home = country
    return Portable(e164=e164, country=home, kind=kind)


def _decoded(content: bytes) -> str | None:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _BINARY.search(text) else text
    return None


def _column(rows: Sequence[Sequence[str]], country: str) -> int:
    """The column with the most numbers. One that is in every row, such as an account's, counts once."""
    found: dict[int, set[int]] = defaultdict(set)
    for row in rows[:_SAMPLE]:
        for column, cell in enumerate(row):
            spans = [_span(said, country) for said in _said(cell)]
            found[column].update(span.start for span in spans if isinstance(span, range))
    return min(found, key=lambda column: (-len(found[column]), column), default=0)


def _is_heading(cell: str) -> bool:
    """Whether this is a word over the numbers. What Excel made of a number, such as 1.20656E+10, is none."""
    return not cell.strip() or (any(map(str.isalpha, cell)) and sum(map(str.isdecimal, cell)) < 4)
