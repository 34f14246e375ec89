"""Telephone numbers as people write them: one, or a list of numbers and ranges."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

import phonenumbers
from phonenumbers import PhoneNumber

from handlers.kit.messages import unescaped
from handlers.kit.normalization import normalized, resolved, trimmed
from handlers.kit.number_reading import (
    NUMBER,
    Reading,
    Unread,
    e164,
    insisted,
    is_completed,
    is_grouped_as_planned,
    is_of_a_number,
    main_country,
    parsed,
    readings,
)
from store.types import E164

MOST_IN_RANGES = 10_000  # of one list, or a short text could name millions
MOST_WORDS = 20  # in which a number can be written: one for each figure, and some more

_LONGEST = 80  # characters in which a number or a range can be written
_FEW = 5  # figures that may as well be the number of a hold
_EVENLY = re.compile(r"( ?- ?)\d{1,15}\1\d{1,6}$")  # the dash before the last group divides those before it, too
_DASHES_WITHIN = 8  # or dots, that a number has before the one of a range

# All patterns are bounded: whatever is pasted, the time it takes grows with its length alone.
_SEPARATOR = re.compile(r"[,;|&\t]|(?<=[\d)\]]) (?:and|et|und) (?=[\d(+])", re.IGNORECASE)
_BEFORE_PLUS = re.compile(r"(?<!-)(?<!\.\.) (?=[(\[]?\+)")  # after a dash or ".." it is the end of a range
_TO = re.compile(r"(?<=[\d)\]]) ?(?:\.\.+|[~→➔⇒]|to|thru|through|bis|au?|à) ?(?=[\d(+])", re.IGNORECASE)
_LABEL = (
    r"(?:tel|t[ée]l|ph|phone|t[ée]l[ée]phone|telefon|fon|fax|n[o°º]|nr|number|num[ée]ro|nummer|rufnummer)"
    r"(?:[.: ]{1,3}|(?=\+))"
)
_NUMBERING_AND_LABEL = re.compile(
    rf"^(?:(?:\d{{1,3}}|[a-z])[.)] )?(?:[^\d+(:]{{1,40}}: ?|{_LABEL}|(?:from|du|de|von) )?(?=[\d+(\[])", re.IGNORECASE
)
# Of more words than one the first can be a command, and the last a filter of it: log since:03/04/2026.
_NUMBERING_AND_WORD = re.compile(
    rf"^(?:(?:\d{{1,3}}|[a-z])[.)] )?(?:[^\W\d_]{{1,20}}(?:: ?|\. )|{_LABEL})?(?=[\d+(\[])", re.IGNORECASE
)
_CUT = re.compile(r" ?(?:-+|\.\.) ?")
_LAST_GROUPS = re.compile(r"(?<!\d)(\d{1,15}) ?- ?(\d{1,6})$")  # of a number, the last after a dash
# The commas of a quantity divide no list: 3023125000,00 and 4,42E+11 and 12,065,550,100 and 2.065.550.100,00.
_SPOILT_COMMA = re.compile(
    r"(?<![\d.,])(?:\d{7,40},0{1,9}|\d{1,3},\d{1,40} ?E[+-]?\d{1,3}|\d{1,3}(?:,\d{3}){3,12}"
    r"|\d{1,3}(?:[.' ]\d{3}){2,12},\d{1,2}(?! ?\d))(?![\d,])",
    re.IGNORECASE,
)
_OF_A_NUMBER = 7  # figures that each of some numbers beside each other has at least


def read(said: str, country: str, *, beyond_plan: bool = False, said_country: bool = False) -> Reading | Unread:
    """The one telephone number that is written here, or why there is none.

    `country` is where a number is that does not say its country's code. `beyond_plan`: a number is taken, too, in a
    range that the numbering plan does not know, as long as there can be such a number. `said_country`: the country was
    said of this very number.
    """
    on_a_line = re.sub(r"[\t\v\f]", " ", said)
    found = list(islice(spans(on_a_line, country, beyond_plan=beyond_plan, said_country=said_country), 3))
    match found:
        case [(_, Unread() as why)]:
            return why
        case [(written, range() as span)] if len(span) == 1:
            return _reading(written, E164(f"+{span[0]}"))
        case _:
            numbers = sum(len(span) for _, span in found if isinstance(span, range))
            return Unread.SEVERAL if numbers > 1 else Unread.NOT_A_NUMBER


def _reading(written: str, number: E164) -> Reading:
    known = phonenumbers.is_valid_number(phonenumbers.parse(number))
    return Reading(e164=number, said=written, completed=is_completed(written, number), beyond_plan=not known)


def choices(said: str, country: str) -> list[str]:
    """What was written, once for each number that it may mean or begin with, so that it has no other reading."""
    for item in _said(said):
        written, _ = insisted(item)
        ends = [len(written), *(cut.start() for cut in _CUT.finditer(written))]
        found = ((end, readings(written[:end], country)) for end in ends)
        end, numbers = next((each for each in found if each[1]), (0, []))
        if len(numbers) > 1:
            return [f"{_international(number)}{written[end:]}" for number in numbers]
        if block := _Reader(country).block(written):
            first, last = (_international(phonenumbers.parse(f"+{digits}")) for digits in (block[0], block[-1]))
            return [*map(_international, numbers), f"{first} .. {last}"]
    return []


def _international(number: PhoneNumber) -> str:
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def telephone(said: str, country: str, *, said_country: bool = False) -> E164 | None:
    """The one telephone number that is written here, if it is one."""
    found = read(said, country, said_country=said_country)
    return found.e164 if isinstance(found, Reading) else None


def looks_like_a_number(text: str) -> bool:
    """Whether nothing but a number was typed, in whatever way; perhaps one that cannot be read."""
    said, _ = insisted(trimmed(normalized(resolved(unescaped(text)))))
    typed = _NUMBERING_AND_WORD.sub("", _SPOILT_COMMA.sub(_undivided, said))
    figures = sum(map(str.isdecimal, typed))
    return (NUMBER.fullmatch(typed) is not None and _FEW < figures <= _LONGEST) or is_of_a_number(typed)


def is_telephone(said: str) -> bool:
    """Whether this is a telephone number that there can be, in E.164."""
    if not re.fullmatch(r"\+[1-9][0-9]{2,14}", said):
        return False
    found = parsed(said, "", beyond_plan=True)
    return isinstance(found, PhoneNumber) and e164(found) == said


def names_several(text: str, country: str) -> bool:
    """Whether this is a list of two or more numbers, and of nothing else."""
    meant = [span for _, span in spans(text, country)]
    several = len(meant) > 1 or sum(len(span) for span in meant if isinstance(span, range)) > 1
    return several and all(isinstance(span, range) or span is Unread.AMBIGUOUS for span in meant)


def spans(
    text: str,
    country: str,
    among: Collection[E164] = (),
    *,
    beyond_plan: bool = False,
    said_country: bool = False,
) -> Iterator[tuple[str, range | Unread]]:
    """What the list says, each with the numbers that it means, without their "+".

    `country` is where a number is that does not say its country's code. One of the numbers that are given as `among`
    may be written by its last digits alone, if no other of them ends so. A number in no range that the numbering plan
    knows is taken where the word "insist" stands after it, or with `beyond_plan`. `said_country`: the country was said
    of these very numbers.
    """
    room = MOST_IN_RANGES
    for said in _said(text):
        written, insists = insisted(said)
        span = _Reader(country, among, beyond_plan or insists, said_country).span(written)
        if isinstance(span, range) and len(span) != 1:
            fits = 0 < len(span) <= room
            room -= len(span) if fits else 0
            yield said, span if fits else Unread.RANGE
        else:
            yield said, span


def _said(text: str) -> Iterator[str]:
    """What the list says, one number or range after the other."""
    for line in normalized(resolved(unescaped(text))).splitlines():
        for part in _SEPARATOR.split(_SPOILT_COMMA.sub(_undivided, line)):
            numbers = _TO.sub("..", _NUMBERING_AND_LABEL.sub("", trimmed(part)))
            for said in filter(None, map(trimmed, _BEFORE_PLUS.split(numbers))):
                # With the ellipsis it is no number any more.
                yield said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def _undivided(spoilt: re.Match[str]) -> str:
    """A quantity whose commas divide nothing any more: one is a point, several group thousands."""
    if spoilt[0].count(",") > 1:
        return spoilt[0].replace(",", "'")
    whole, _, fraction = spoilt[0].partition(",")
    grouped = re.sub("[. ]", "'", whole)
    return f"{grouped}.{fraction}"


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is known of the numbers of a list beside what it says."""

    country: str
    among: Collection[E164] = ()
    beyond_plan: bool = False
    said_country: bool = False

    def span(self, said: str) -> range | Unread:
        """The numbers meant, without their "+". None of them: the range ends before it begins."""
        # First as one number: it can have dashes, and in Germany one before its extension.
        number = self._one_of(said) or self._number(said)
        if isinstance(number, PhoneNumber):
            digits = int(e164(number))
            return self._block_for(said, number) or range(digits, digits + 1)
        cuts = islice(_CUT.finditer(said), _DASHES_WITHIN)
        found = [self._from_to(said[: cut.start()], said[cut.end() :]) for cut in cuts]
        if ranges := [each for each in found if each is not None]:
            return next((each for each in ranges if each), ranges[0])
        if self._are_several(said):
            return Unread.SEVERAL
        if number:
            return number
        return Unread.NOT_VALID if all(map(NUMBER.fullmatch, said.split(".."))) else Unread.NOT_A_NUMBER

    def _number(self, said: str) -> PhoneNumber | Unread:
        return parsed(said, self.country, beyond_plan=self.beyond_plan, said_country=self.said_country)

    def block(self, said: str) -> range | None:
        """The numbers from one to one with other last digits, after a dash that need not be of a range."""
        found = _LAST_GROUPS.search(said)
        if found is None or found[1][-len(found[2]) :] >= found[2]:
            return None
        span = self._from_to(said[: found.end(1)], found[2])
        return span if isinstance(span, range) and span else None

    def _block_for(self, said: str, number: PhoneNumber) -> range | Unread | None:
        """The block that is meant rather than this one number, or that both may be; None where only one can be.

        So blocks are written: 23125 000-009. Before an extension, 2312-500, there is a group of another length that
        ends otherwise, or none of a whole number before that. Divided by one dash throughout and as the plan does,
        27-12-34-56, it is a number.
        """
        found, span, evenly = _LAST_GROUPS.search(said), self.block(said), bool(_EVENLY.search(said))
        if found is None or span is None or (evenly and is_grouped_as_planned(said, number)):
            return None
        first, last = found.groups()
        if phonenumbers.parse(f"+{span[0]}").country_code != number.country_code:
            return Unread.AMBIGUOUS  # as one number it lacks a plus
        ends = first[-len(last) :]
        alike = ends[0] == last[0]
        if len(first) != len(last):
            return Unread.AMBIGUOUS if alike or not ends.strip("0") else None
        follows = isinstance(self._number(said[: found.start(1)]), PhoneNumber)
        if alike and follows:
            return Unread.AMBIGUOUS if evenly else span
        return Unread.AMBIGUOUS if (alike or follows) and not evenly else None

    def _are_several(self, said: str) -> bool:
        """Whether some numbers stand here beside each other, and nothing between them that divides a list."""
        cuts = islice(re.finditer(r" ?/ ?| ", said), 2 * _DASHES_WITHIN)
        sides = ((said[: cut.start()], said[cut.end() :]) for cut in cuts)
        return any(
            readings(one, self.country) and readings(other, self.country)
            for one, other in sides
            if min(sum(map(str.isdecimal, side)) for side in (one, other)) >= _OF_A_NUMBER
        )

    def _one_of(self, said: str) -> PhoneNumber | None:
        """The only one of the numbers there are that ends so."""
        if not self.among or not NUMBER.fullmatch(said):
            return None
        written = "".join(sign for sign in said if sign == "+" or sign.isdecimal())
        found = [each for each in self.among if written and each.endswith(written)]
        return phonenumbers.parse(found[0]) if len(found) == 1 else None

    def _from_to(self, begin: str, end: str) -> range | Unread | None:
        """The numbers of a range whose end is a whole number or only the last digits of one. None: this is no range."""
        first = self._one_of(begin) or self._number(begin)
        if not NUMBER.fullmatch(end) or not (isinstance(first, PhoneNumber) or first is Unread.AMBIGUOUS):
            return None
        if isinstance(first, Unread):
            return first
        start, digits = e164(first), "".join(filter(str.isdecimal, end))
        if 0 < len(digits) < len(start.removeprefix(f"+{first.country_code}")) and "+" not in end:
            return range(int(start), int(start[: -len(digits)] + digits) + 1)
        last = parsed(end, main_country(first), beyond_plan=self.beyond_plan)
        return range(int(start), int(e164(last)) + 1) if isinstance(last, PhoneNumber) else None


def country_of(number: E164) -> str:
    """The country (ISO 3166-1 alpha-2) of the number's code, of several with one code the main one."""
    return main_country(phonenumbers.parse(number))
