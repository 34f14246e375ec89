"""One telephone number as it was written: which one it is, how that was found out, or why it is none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

import phonenumbers
from phonenumbers import PhoneMetadata, PhoneNumber, PhoneNumberFormat, ValidationResult

from store.types import E164

# All patterns are bounded: whatever is pasted, the time it takes grows with its length alone.
NUMBER = re.compile(r"[(\[]?\+?(?:[0-9 ()\[\]/-]|\.(?!\.))*")
# A spreadsheet took it for a quantity: some digits are lost, or others were added.
SPOILT = re.compile(
    r"\+?\d{7,40}[.,]0{1,9}|[1-9]\d{6,39}\.\d{1,2}|\+?\d{1,40}(?:[.,]\d{1,40})? ?E[+-]?\d{1,3}"
    r"|\d{1,3}(?:[,']\d{3}){3,12}|\d{1,3}(?:[,']\d{3}){2,12}\.\d{1,2}",
    re.IGNORECASE,
)
_EXTENSION = re.compile(
    r"([+(\[]?[0-9 ()\[\]/.+-]{6,40}),? ?(?:ext(?:ension)?|x|#|poste|p|durchwahl|dw)[.:]? ?\d{1,7}#?", re.IGNORECASE
)
_ABROAD = re.compile(r"^[(\[]?\+? ?(?:00|011)(?=[ ()\[\]/.-]*[1-9])")  # dialled in most of the world; in North America
_NOT_FROM_ABROAD = re.compile(r"[(\[] ?0 ?[)\]]")  # the 0 that is dialled at home alone
_CODE_AND_AREA = 8  # figures, and some more
_MOST_DIGITS = 15  # of an international number (ITU-T E.164, November 2010, 6.2.1); some plans have longer ones at home
_INSISTS = re.compile(r"(.{1,80}?) insist", re.IGNORECASE)


class Unread(StrEnum):
    """Why what was written names no number. The value is the key of the words that say so of an item of a list."""

    NOT_A_NUMBER = "port-bad-not-a-number"
    NOT_VALID = "port-bad-not-valid"
    SPOILT = "port-bad-spoilt"
    RANGE = "port-bad-range"
    EXTENSION = "number-bad-extension"
    AMBIGUOUS = "number-bad-ambiguous"
    BEYOND_PLAN = "number-bad-beyond-plan"  # a number can be so, and the numbering plan has no such range yet
    SEVERAL = "number-bad-several"  # with nothing between them that divides a list, or where one is asked for

    @property
    def alone(self) -> str:
        """The key of the sentence that says so where one number is asked for."""
        return _ALONE[self]


_ALONE = {
    Unread.NOT_A_NUMBER: "bad-number",
    Unread.NOT_VALID: "no-such-number",
    Unread.SPOILT: "spoilt-number",
    Unread.RANGE: "no-such-range",
    Unread.EXTENSION: "number-with-extension",
    Unread.AMBIGUOUS: "which-number",
    Unread.BEYOND_PLAN: "number-beyond-plan",
    Unread.SEVERAL: "several-numbers",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The number that was meant by what was `said`.

    `completed`: it was written without a plus or what is dialled in its place, so somebody should see what it was read
    as. `beyond_plan`: the numbering plan has no such range, as far as the library knows it.
    """

    e164: E164
    said: str
    completed: bool = False
    beyond_plan: bool = False


def readings(written: str, country: str, *, said_country: bool = False) -> list[PhoneNumber]:
    """All numbers that may be meant: a number of the country, and one whose plus was left out.

    `written` has what a plain keyboard can type. More than one: only who wrote it knows. `said_country`: the country
    was said of this very number, so that it is one of there where it can be.
    """
    if not NUMBER.fullmatch(written) or SPOILT.fullmatch(written):
        return []
    found = {e164(number): number for number in _valid(written, country)}
    if said_country:
        code = phonenumbers.country_code_for_region(country)
        found = {each: number for each, number in found.items() if number.country_code == code} or found
    return _as_grouped(written, list(found.values())) if len(found) > 1 else list(found.values())


def parsed(
    written: str, country: str, *, beyond_plan: bool = False, said_country: bool = False
) -> PhoneNumber | Unread:
    """The one number that this is; `beyond_plan` says that one in no range which the plan knows is meant, too.

    `said_country` as for `readings`.
    """
    found = readings(written, country, said_country=said_country)
    if len(found) > 1:
        return Unread.AMBIGUOUS
    if found:
        return found[0]
    if SPOILT.fullmatch(written):
        return Unread.SPOILT
    if NUMBER.fullmatch(written) and re.search("[0-9]", written):
        # There may be such a number, though the plan has no range for it.
        number = next(filter(_fits_plan, _ways(written, country)), None)
        if number is None:
            return Unread.NOT_VALID
        return number if beyond_plan else Unread.BEYOND_PLAN
    return Unread.EXTENSION if _has_extension(written, country) else Unread.NOT_A_NUMBER


def is_of_a_number(written: str) -> bool:
    """Whether this is a number that a spreadsheet spoilt, or one with an extension."""
    return SPOILT.fullmatch(written) is not None or _EXTENSION.fullmatch(written) is not None


def insisted(said: str) -> tuple[str, bool]:
    """What was said without the word that insists on it, and whether that stood there."""
    found = _INSISTS.fullmatch(said)
    return (found[1], True) if found else (said, False)


def is_completed(said: str, number: E164) -> bool:
    """Whether this number was written without a plus, and without what is dialled in its place."""
    abroad = _ABROAD.match(said)
    dialled = "".join(re.findall("[0-9]+", _NOT_FROM_ABROAD.sub("", said[abroad.end() :]))) if abroad else ""
    return "+" not in said and not (dialled and number.startswith(f"+{dialled[:_CODE_AND_AREA]}"))


def e164(number: PhoneNumber) -> E164:
    """The number as it is kept."""
    return E164(phonenumbers.format_number(number, PhoneNumberFormat.E164))


def main_country(number: PhoneNumber) -> str:
    """The country (ISO 3166-1 alpha-2) of the number's code, of several with one code the main one."""
    return phonenumbers.region_code_for_country_code(number.country_code or 0)


def _valid(written: str, country: str) -> Iterator[PhoneNumber]:
    ways = _ways(written, country)
    if "+" in written:
        yield from islice(filter(phonenumbers.is_valid_number, ways), 1)
        return
    yield from filter(phonenumbers.is_valid_number, ways)
    without_plus = None if written.startswith("0") else _parsed(f"+{written}", "")
    if without_plus and phonenumbers.is_valid_number(without_plus):
        yield without_plus


def _ways(written: str, country: str) -> Iterator[PhoneNumber]:
    """The numbers that this can be as it stands, whether there are such numbers or not, the likeliest first."""
    ways = [(written, country), (_NOT_FROM_ABROAD.sub("", written), country), (_ABROAD.sub("+", written), "")]
    return filter(None, (_parsed(each, of) for each, of in dict.fromkeys(ways)))


def _as_grouped(written: str, found: list[PhoneNumber]) -> list[PhoneNumber]:
    """Those of several readings that are grouped so; all of them where the figures stand together, or in no known way.

    65 6555 0100 is grouped as in Singapore, and (656) 555-0100 as in America.
    """
    alike = [each for each in found if is_grouped_as_planned(written, each)]
    if len(alike) > 1 and written[0] in "([":
        return alike[:1]  # brackets are for an area, and a number of the country stands first
    return alike or found


def is_grouped_as_planned(written: str, number: PhoneNumber) -> bool:
    """Whether the figures stand in several groups, and in those in which the numbering plan writes this number."""
    groups = re.findall("[0-9]+", written)
    styles = (PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.NATIONAL)
    plans = (re.findall("[0-9]+", phonenumbers.format_number(number, style)) for style in styles)
    return len(groups) > 1 and groups in plans


def _fits_plan(number: PhoneNumber) -> bool:
    if phonenumbers.is_possible_number_with_reason(number) != ValidationResult.IS_POSSIBLE:
        return False
    metadata = PhoneMetadata.metadata_for_region(main_country(number), None)
    shape = metadata.general_desc.national_number_pattern if metadata and metadata.general_desc else None
    return bool(shape) and bool(re.fullmatch(shape or "", phonenumbers.national_significant_number(number)))


def _has_extension(written: str, country: str) -> bool:
    found = _EXTENSION.fullmatch(written)
    return found is not None and bool(readings(found[1].strip(), country))


def _parsed(written: str, country: str) -> PhoneNumber | None:
    try:
        number = phonenumbers.parse(written, country or None)
    except phonenumbers.NumberParseException:
        return None
    return number if len(e164(number)) <= len("+") + _MOST_DIGITS else None
