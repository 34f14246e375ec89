"""Telephone numbers as people write them: one, or a list of numbers and ranges."""

import re
from collections.abc import Collection, Iterator
from enum import StrEnum
from itertools import islice

import phonenumbers
from phonenumbers import PhoneNumber

from handlers.kit.messages import unescaped
from handlers.kit.normalization import normalized, resolved
from store.types import E164

MOST_IN_RANGES = 10_000  # of one list, or a short text could name millions

_LONGEST = 80  # characters in which a number or a range can be written
_DASHES_WITHIN = 8  # or dots, that a number has before the one of a range

# All patterns are bounded: whatever is pasted, the time it takes grows with its length alone.
_SEPARATOR = re.compile(r"[,;|&\t]|(?<=[\d)\]]) (?:and|et|und) (?=[\d(+])", re.IGNORECASE)
_BEFORE_PLUS = re.compile(r"(?<!-)(?<!\.\.) (?=[(\[]?\+)")  # after a dash or ".." it is the end of a range
_TO = re.compile(r"(?<=[\d)\]]) ?(?:\.\.+|to|thru|through|bis|au?|à) ?(?=[\d(+])", re.IGNORECASE)
_NUMBERING_AND_LABEL = re.compile(r"^(?:\d{1,3}[.)] )?(?:[^\d+(:]{1,40}: ?)?(?=[\d+(\[])")
_NUMBER = re.compile(r"[(\[]?\+?(?:[0-9 ()\[\]/-]|\.(?!\.))*")
_TYPED = re.compile(r"[+(]{0,2}[0-9][0-9 ().+/-]{4,40}")
_CUT = re.compile(r" ?(?:-+|\.\.) ?")
_BLOCK = re.compile(r"(?<!\d)(\d{2,6}) ?- ?(\d{2,6})$")  # the last group of a number, and as many digits after a dash
# A spreadsheet took it for a quantity: some digits are lost, or others were added.
_SPOILT = re.compile(r"\+?\d{7,40}[.,]0{1,9}|\+?\d{1,40}(?:[.,]\d{1,40})?E[+-]?\d{1,3}", re.IGNORECASE)
_SPOILT_COMMA = re.compile(
    r"(?<![\d.,])(\d{7,40}),(0{1,9})(?![\d])|(?<![\d.,])(\d{1,3}),(\d{1,40}E[+-]?\d)", re.IGNORECASE
)
_DECORATION = " \"'`*·•‣▪◦<>=_./-"


class Unread(StrEnum):
    """Why what was written names no number. The value is the key of the message that says so."""

    NOT_A_NUMBER = "port-bad-not-a-number"
    NOT_VALID = "port-bad-not-valid"
    SPOILT = "port-bad-spoilt"
    RANGE = "port-bad-range"


def telephone(said: str, country: str) -> E164 | None:
    """The one telephone number that is written here, if it is one."""
    found = parsed(_bare(said), country)
    return _e164(found) if found else None


def only_a_number(text: str, country: str) -> E164 | None:
    """The number, where nothing but a number was typed, in whatever way."""
    typed = unescaped(text)
    return telephone(typed, country) if _TYPED.fullmatch(_bare(typed)) else None


def is_spoilt(said: str) -> bool:
    """Whether this is what a spreadsheet makes of a number that it takes for a quantity: 4.42079E+11, 3023125000.0."""
    return _SPOILT.fullmatch(_bare(said)) is not None


def is_telephone(said: str) -> bool:
    """Whether this is a telephone number that there can be, in E.164."""
    return said.startswith("+") and telephone(said, "") == said


def names_several(text: str, country: str) -> bool:
    """Whether this is a list of two or more numbers, and of nothing else."""
    meant = [span for _, span in spans(text, country)]
    return sum(len(span) for span in meant if isinstance(span, range)) > 1 and not any(
        isinstance(span, Unread) for span in meant
    )


def spans(text: str, country: str, among: Collection[E164] = ()) -> Iterator[tuple[str, range | Unread]]:
    """What the list says, each with the numbers that it means, without their "+".

    `country` is where a number is that does not say its country's code. One of the numbers that are given as `among`
    may be written by its last digits alone, if no other of them ends so.
    """
    room = MOST_IN_RANGES
    for said in _said(text):
        span = _span(said, country, among)
        if isinstance(span, range) and len(span) != 1:
            fits = 0 < len(span) <= room
            room -= len(span) if fits else 0
            yield said, span if fits else Unread.RANGE
        else:
            yield said, span


def _said(text: str) -> Iterator[str]:
    """What the list says, one number or range after the other."""
    for line in normalized(resolved(text)).splitlines():
        for part in _SEPARATOR.split(_SPOILT_COMMA.sub(_with_point, line)):
            bare = " ".join(part.split()).strip(_DECORATION)
            numbers = _TO.sub("..", _NUMBERING_AND_LABEL.sub("", bare))
            for said in filter(None, (one.strip(_DECORATION) for one in _BEFORE_PLUS.split(numbers))):
                # With the ellipsis it is no number any more.
                yield said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def _bare(said: str) -> str:
    """A number alone, without what stands around it and is none of its signs."""
    return " ".join(normalized(resolved(said)).split()).strip(_DECORATION)


def _with_point(spoilt: re.Match[str]) -> str:
    """What a spreadsheet of another country spoilt, so that its comma divides nothing."""
    return ".".join(filter(None, spoilt.groups()))


def _span(said: str, country: str, among: Collection[E164] = ()) -> range | Unread:
    """The numbers meant, without their "+". None of them: the range ends before it begins."""
    if _SPOILT.fullmatch(said):
        return Unread.SPOILT
    # First as one number: it can have dashes, and in Germany one before its extension.
    number = None if _is_block(said, country) else _one_of(said, among) or parsed(said, country)
    if number:
        digits = int(_e164(number))
        return range(digits, digits + 1)
    for cut in islice(_CUT.finditer(said), _DASHES_WITHIN):
        span = _from_to(said[: cut.start()], said[cut.end() :], country, among)
        if span is not None:
            return span
    written = all(map(_NUMBER.fullmatch, said.split("..")))
    return Unread.NOT_VALID if written else Unread.NOT_A_NUMBER


def _is_block(said: str, country: str) -> bool:
    """Whether it ends with as many digits as it would end with without them, and begins alike: 23125 000-009.

    So blocks are written; an extension after a dash is another length than the group before it, or another beginning.
    """
    found = _BLOCK.search(said)
    if found is None:
        return False
    first, last = found.groups()
    alike = len(first) == len(last) and first[0] == last[0] and first < last
    return alike and parsed(said[: found.end(1)], country) is not None


def _one_of(said: str, among: Collection[E164]) -> PhoneNumber | None:
    """The only one of these numbers that ends so."""
    if not among or not _NUMBER.fullmatch(said):
        return None
    written = "".join(sign for sign in said if sign == "+" or sign.isdecimal())
    found = [e164 for e164 in among if written and e164.endswith(written)]
    return phonenumbers.parse(found[0]) if len(found) == 1 else None


def _from_to(begin: str, end: str, country: str, among: Collection[E164]) -> range | None:
    """The numbers of a range whose end is a whole number or only the last digits of one. None: this is no range."""
    first = _one_of(begin, among) or parsed(begin, country)
    if first is None or not _NUMBER.fullmatch(end):
        return None
    start, digits = _e164(first), "".join(filter(str.isdecimal, end))
    if 0 < len(digits) < len(start.removeprefix(f"+{first.country_code}")) and "+" not in end:
        return range(int(start), int(start[: -len(digits)] + digits) + 1)
    last = parsed(end, _country(first))
    return range(int(start), int(_e164(last)) + 1) if last else None


def parsed(said: str, country: str) -> PhoneNumber | None:
    """The number that this is, if there is such a number."""
    # phonenumbers would dial letters and take an extension away.
    if not _NUMBER.fullmatch(said) or _SPOILT.fullmatch(said):
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


def country_of(e164: E164) -> str:
    """The country (ISO 3166-1 alpha-2) of the number's code, of several with one code the main one."""
    return _country(phonenumbers.parse(e164))


def _country(number: PhoneNumber) -> str:
    return phonenumbers.region_code_for_country_code(number.country_code or 0)


def _e164(number: PhoneNumber) -> E164:
    return E164(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
