"""What a number is to the desk: toll, toll-free, or of a kind that serves no service, and why."""

from enum import StrEnum

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberType

from handlers.kit.number_reading import main_country
from store.types import E164, Kind

_NO_COUNTRY = "001"  # as the library says where a number is of the world
_FREEPHONE = 800  # stands where other numbers have their country's code
_GB_SPECIAL = ("+44843", "+44844", "+44845", "+44870", "+44871", "+44872")
_MOBILE_TOO = ("US", "PR")
# Who pays for a call, by what the library calls its number. From the regulators' numbering plans, as of 2026-11:
# Ofcom for 03 (UAN) and 056 (VOIP), Arcep for 09 (VOIP), ACMA for 1300 and BAKOM for 084 (shared cost): the caller.
_KINDS = {
    PhoneNumberType.FIXED_LINE: Kind.TOLL,
    PhoneNumberType.FIXED_LINE_OR_MOBILE: Kind.TOLL,
    PhoneNumberType.VOIP: Kind.TOLL,
    PhoneNumberType.UAN: Kind.TOLL,
    PhoneNumberType.SHARED_COST: Kind.TOLL,
    PhoneNumberType.TOLL_FREE: Kind.TOLL_FREE,
}


class NoService(StrEnum):
    """Why a number can be no service number of the desk. The value is the key of the message that says so."""

    FREEPHONE_800 = "port-bad-freephone-800"
    GB_SPECIAL = "port-bad-gb-special"
    MOBILE = "port-bad-mobile"
    PREMIUM = "port-bad-premium"
    PERSONAL = "port-bad-personal"
    PAGER = "port-bad-pager"
    VOICEMAIL = "port-bad-voicemail"
    NOT_SERVICE = "port-bad-not-service"


_NO_SERVICE = {
    PhoneNumberType.MOBILE: NoService.MOBILE,
    PhoneNumberType.PREMIUM_RATE: NoService.PREMIUM,
    PhoneNumberType.PERSONAL_NUMBER: NoService.PERSONAL,
    PhoneNumberType.PAGER: NoService.PAGER,
    PhoneNumberType.VOICEMAIL: NoService.VOICEMAIL,
}


def home_and_kind(e164: E164, country: str) -> tuple[str, Kind] | NoService:
    """The country of a number and its kind, as far as the number itself can tell; or why it can serve no service.

    `country` is that of the workspace: countries with one code share toll-free numbers. One in a range that the
    numbering plan does not know is taken for a toll number.
    """
    number = phonenumbers.parse(e164)
    own = own_home_and_kind(number, e164)
    if own is NoService.NOT_SERVICE and not phonenumbers.is_valid_number(number):
        same = phonenumbers.country_code_for_region(country) == number.country_code
        return country if same else main_country(number), Kind.TOLL
    if isinstance(own, NoService):
        return own
    home, kind = own
    # Countries share the toll-free numbers of +1, which phonenumbers all puts in the US.
    if kind is Kind.TOLL_FREE and phonenumbers.is_valid_number_for_region(number, country):
        home = country
    return home, kind


def own_home_and_kind(number: PhoneNumber, e164: E164) -> tuple[str, Kind] | NoService:
    """The country and the kind of a number that the numbering plan knows, as the plan has them; or why it serves none.

    One that it does not know is NOT_SERVICE.
    """
    if refused := _serves_none(number, e164):
        return refused
    type_, home = phonenumbers.number_type(number), phonenumbers.region_code_for_number(number)
    kind = Kind.TOLL if type_ == PhoneNumberType.MOBILE and home in _MOBILE_TOO else _KINDS.get(type_)
    if kind is None or home in (None, _NO_COUNTRY):
        return _NO_SERVICE.get(type_, NoService.NOT_SERVICE)
    return str(home), kind


def _serves_none(number: PhoneNumber, e164: E164) -> NoService | None:
    if number.country_code == _FREEPHONE:
        return NoService.FREEPHONE_800
    return NoService.GB_SPECIAL if e164.startswith(_GB_SPECIAL) else None
