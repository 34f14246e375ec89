"""Telephone numbers as people write them: one, a list of numbers and ranges, or the column of a table."""

import csv
import io
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from itertools import dropwhile, islice

import phonenumbers
from phonenumbers import PhoneNumber

from handlers.kit.messages import unescaped
from store.types import E164

MOST_IN_RANGES = 10_000  # of one list, or a short text could name millions

_LONGEST = 80  # characters in which a number or a range can be written
_DASHES_WITHIN = 8  # or dots, that a number has before the one of a range
_SAMPLE, _COLUMNS = 200, 100  # rows that show which of the first columns the numbers are in

# All patterns are bounded: whatever is pasted, the time it takes grows with its length alone.
_TELEPHONE = re.compile(r"<tel:(?:[^<>|]{0,80}\|)?([^<>|]{1,80})>|tel:", re.IGNORECASE)
_SEPARATOR = re.compile(r"[,;|&\t]|(?<=[\d)\]]) (?:and|et|und) (?=[\d(+])", re.IGNORECASE)
_BEFORE_PLUS = re.compile(r"(?<!-)(?<!\.\.) (?=[(\[]?\+)")  # after a dash or ".." it is the end of a range
_TO = re.compile(r"(?<=[\d)\]]) ?(?:\.\.+|to|thru|through|bis|au?|à) ?(?=[\d(+])", re.IGNORECASE)
_NUMBERING_AND_LABEL = re.compile(r"^(?:\d{1,3}[.)] )?(?:[^\d+(:]{1,40}: ?)?(?=[\d+(\[])")
_NUMBER = re.compile(r"[(\[]?\+?(?:[0-9 ()\[\]/-]|\.(?!\.))*")
_TYPED = re.compile(r"[+(]?[0-9][0-9 ().\u00a0/-]{4,30}")
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


class Unread(StrEnum):
    """Why what was written names no number. The value is the key of the message that says so."""

    NOT_A_NUMBER = "port-bad-not-a-number"
    NOT_VALID = "port-bad-not-valid"
    RANGE = "port-bad-range"


def telephone(said: str, country: str) -> E164 | None:
    """The one telephone number that is written here, if it is one."""
    found = parsed(" ".join(said.translate(_PLAIN).split()), country)
    return _e164(found) if found else None


def only_a_number(text: str, country: str) -> E164 | None:
    """The number, where nothing but a number was typed, in whatever way."""
    typed = unescaped(_TELEPHONE.sub(r"\1", text)).strip().strip('"')
    return telephone(typed, country) if _TYPED.fullmatch(typed) else None


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


def table(content: bytes) -> list[list[str]] | None:
    """The rows of a CSV, whatever separates its columns. None: this is no text, or no table."""
    text = _decoded(content)
    if text is None:
        return None
    first_lines = "\n".join(text.splitlines()[:20])
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first_lines.count)))
    except csv.Error:
        return None


def column(rows: Sequence[Sequence[str]], country: str) -> list[str]:
    """The cells of the column with the most numbers, without what stands above them."""
    chosen = _column(rows, country)
    return list(dropwhile(_is_heading, (row[chosen] for row in rows if chosen < len(row))))


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


def _span(said: str, country: str, among: Collection[E164] = ()) -> range | Unread:
    """The numbers meant, without their "+". None of them: the range ends before it begins."""
    # First as one number: it can have dashes, and in Germany one before its extension.
    number = _one_of(said, among) or parsed(said, country)
    if number:
        digits = int(_e164(number))
        return range(digits, digits + 1)
    for cut in islice(_CUT.finditer(said), _DASHES_WITHIN):
        span = _from_to(said[: cut.start()], said[cut.end() :], country, among)
        if span is not None:
            return span
    written = all(map(_NUMBER.fullmatch, said.split("..")))
    return Unread.NOT_VALID if written else Unread.NOT_A_NUMBER


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


def country_of(e164: E164) -> str:
    """The country (ISO 3166-1 alpha-2) of the number's code, of several with one code the main one."""
    return _country(phonenumbers.parse(e164))


def _country(number: PhoneNumber) -> str:
    return phonenumbers.region_code_for_country_code(number.country_code or 0)


def _e164(number: PhoneNumber) -> E164:
    return E164(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


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
        for at, cell in enumerate(row[:_COLUMNS]):
            meant = [_span(said, country) for said in _said(cell)]
            found[at].update(span.start for span in meant if isinstance(span, range))
    return min(found, key=lambda at: (-len(found[at]), at), default=0)


def _is_heading(cell: str) -> bool:
    """Whether this is a word over the numbers. What Excel made of a number, such as 1.20656E+10, is none."""
    return not cell.strip() or (any(map(str.isalpha, cell)) and sum(map(str.isdecimal, cell)) < 4)
