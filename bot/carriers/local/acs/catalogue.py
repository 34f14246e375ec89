"""What ACS has: countries, their cities and area codes, and samples of numbers drawn at random."""

import random
from collections.abc import Iterable, Mapping
from typing import Any

import phonenumbers

from bot.carriers.local.acs.query import only, page, read_body, read_query
from bot.carriers.local.acs.wrong import Wrong
from bot.carriers.local.carrier import Asked, Json
from bot.carriers.local.fiction import Sold
from bot.carriers.local.ledger import Ledger, State

TYPES = {"toll": "geographic", "toll_free": "tollFree"}
CAPABILITIES = {"calling": "inbound+outbound", "sms": "none"}
ASSIGNMENT = "application"
AGREEMENT = ("FR", "AU")  # countries whose numbers want an agreement not to resell
_KNOWN_TYPES = ("geographic", "tollFree", "mobile")
_ASSIGNMENTS = ("application", "person")
_CAPABILITIES = ("none", "inbound", "outbound", "inbound+outbound")
_SAMPLE = 20  # numbers that a call shows at most; how many the carrier does is not documented
_COUNTRIES = {"AU": "Australia", "CA": "Canada", "FR": "France", "GB": "United Kingdom", "US": "United States"}
_PAGES = ("skip", "maxPageSize")


class Catalogue:
    """All that can be looked at without having it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._sold = [number.sold for number in ledger.numbers.values()]

    def countries(self, asked: Asked) -> Json:
        """Where there are numbers."""
        read_query(asked, *_PAGES)
        codes = sorted({sold.country for sold in self._sold})
        return page(
            asked, [{"localizedName": _COUNTRIES.get(code, code), "countryCode": code} for code in codes], "countries"
        )

    def localities(self, asked: Asked, country: str) -> Json:
        """A country's cities, or those of one of its divisions."""
        query = read_query(asked, *_PAGES, "administrativeDivision", "phoneNumberType")
        _check_type(query.get("phoneNumberType", "geographic"))
        found = {
            (sold.city, sold.region): _locality(sold)
            for sold in self._in(country)
            if sold.city and _is_in(sold, query.get("administrativeDivision"))
        }
        return page(asked, [found[key] for key in sorted(found)], "phoneNumberLocalities")

    def area_codes(self, asked: Asked, country: str) -> Json:
        """The area codes of a city, or of a country's toll-free numbers."""
        query = read_query(asked, *_PAGES, "phoneNumberType", "assignmentType", "locality", "administrativeDivision")
        if "phoneNumberType" not in query:
            raise Wrong("BadRequest", "phoneNumberType is required.", target="phoneNumberType")
        kind = _check_type(query["phoneNumberType"])
        if kind == "geographic" and not query.get("locality"):
            raise Wrong("BadRequest", "locality is required for geographic numbers.", target="locality")
        codes = {
            _area_code(sold)
            for sold in self._in(country)
            if TYPES[sold.kind] == kind
            and sold.city == query.get("locality", "")
            and _is_in(sold, query.get("administrativeDivision"))
        }
        return page(asked, [{"areaCode": code} for code in sorted(codes)], "areaCodes")

    def offerings(self, asked: Asked, country: str) -> Json:
        """What kinds of numbers a country has, and what they cost."""
        query = read_query(asked, *_PAGES, "phoneNumberType", "assignmentType")
        kind = query.get("phoneNumberType")
        found = {
            TYPES[sold.kind]: {
                "phoneNumberType": TYPES[sold.kind],
                "assignmentType": ASSIGNMENT,
                "availableCapabilities": CAPABILITIES,
                "cost": cost(sold),
            }
            for sold in self._in(country)
            if kind in (None, TYPES[sold.kind]) and query.get("assignmentType", ASSIGNMENT) == ASSIGNMENT
        }
        return page(asked, list(found.values()), "phoneNumberOfferings")

    def browse(self, asked: Asked, country: str) -> Json:
        """A sample of what is free: asked again, it has others."""
        read_query(asked)
        body = read_body(asked, "phoneNumberType", "capabilities", "assignmentType", "phoneNumberPrefixes")
        kind = _check_type(body.get("phoneNumberType"))
        self._in(country)
        wanted = only(body.get("capabilities") or {}, *CAPABILITIES)
        if any(word not in _CAPABILITIES for word in wanted.values()):
            raise Wrong("BadRequest", "The capability is not known.", target="capabilities")
        if body.get("assignmentType", ASSIGNMENT) not in _ASSIGNMENTS:
            raise Wrong("BadRequest", "The assignment type is not known.", target="assignmentType")
        prefixes = _prefixes(body.get("phoneNumberPrefixes"))
        fits = {**CAPABILITIES, **wanted} == CAPABILITIES and body.get("assignmentType", ASSIGNMENT) == ASSIGNMENT
        free = [
            number.sold
            for number in self._ledger.numbers.values()
            if fits
            and number.state is State.FREE
            and (number.sold.country, TYPES[number.sold.kind]) == (country, kind)
            and number.sold.number[1:].startswith(prefixes)
        ]
        sample = random.sample(free, min(_SAMPLE, len(free)))
        return {"phoneNumbers": [available(sold, "available") for sold in sample]}

    def _in(self, country: str) -> list[Sold]:
        found = [sold for sold in self._sold if sold.country == country]
        if not found:
            raise Wrong("NotFound", f"There are no numbers in '{country}'.", target="countryCode")
        return found


def described(sold: Sold) -> Json:
    """A number, as it is shown whoever has it."""
    return {
        "id": sold.number[1:],
        "phoneNumber": sold.number,
        "countryCode": sold.country,
        "phoneNumberType": TYPES[sold.kind],
        "capabilities": CAPABILITIES,
        "assignmentType": ASSIGNMENT,
        "cost": cost(sold),
    }


def available(sold: Sold, status: str) -> Json:
    """A number as it is shown before it is anybody's."""
    return described(sold) | {"status": status, "isAgreementToNotResellRequired": sold.country in AGREEMENT}


def cost(sold: Sold) -> Json:
    """What a number costs."""
    return {"amount": float(sold.monthly), "currencyCode": sold.currency, "billingFrequency": "monthly"}


def _locality(sold: Sold) -> Mapping[str, Any]:
    division = {"localizedName": sold.region_name, "abbreviatedName": sold.region}
    return {"localizedName": sold.city} | ({"administrativeDivision": division} if sold.region else {})


def _is_in(sold: Sold, division: str | None) -> bool:
    return division is None or division.casefold() in (sold.region.casefold(), sold.region_name.casefold())


def _area_code(sold: Sold) -> str:
    parsed = phonenumbers.parse(sold.number)
    digits = str(parsed.national_number)
    return digits[: phonenumbers.length_of_geographical_area_code(parsed) or 3]


def _check_type(said: object) -> str:
    if said not in _KNOWN_TYPES:
        raise Wrong("BadRequest", "The type is not known.", target="phoneNumberType")
    return str(said)


def _prefixes(said: object) -> tuple[str, ...]:
    if said is None:
        return ("",)
    if not isinstance(said, Iterable) or isinstance(said, str) or not all(str(each).isdecimal() for each in said):
        raise Wrong("BadRequest", "Prefixes are digits.", target="phoneNumberPrefixes")
    return tuple(str(each) for each in said) or ("",)
