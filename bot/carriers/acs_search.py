"""Looks for numbers at Azure Communication Services: by a city's area codes, among samples drawn at random."""

import time
from collections.abc import Collection, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import phonenumbers

from bot.carriers.acs_answers import ASSIGNMENT, CAPABILITIES, TYPES, read_offer, whole
from bot.carriers.http import LOOK_WITHIN, Http, Query
from bot.carriers.reading import Fields
from handlers.kit.carriers import CarrierBusy, CarrierSilent, Found, Want
from store.spelling import fold
from store.types import Kind

VERSION = ("api-version", "2025-06-01")
COUNTRIES = "/availablePhoneNumbers/countries"
_PAGE = 100  # the most that it gives at once
_SAMPLES = 3  # at most, where one has not enough
_MOST_CITIES = 4  # of a region: each is a call of its own, while somebody waits


def search(http: Http, want: Want, within: float) -> Found:
    """Look for numbers; answered within so many seconds, or CarrierSilent is raised."""
    end = time.monotonic() + within
    areas = _areas(http, want, end) if want.kind is Kind.TOLL and (want.region or want.city) else {"": ""}
    calling = str(phonenumbers.country_code_for_region(want.country))
    fitting = {starts: city for area, city in areas.items() if (starts := _both(area, want.starts)) is not None}
    if not fitting:
        return Found(offers=())
    body: dict[str, Any] = {
        "phoneNumberType": TYPES[want.kind],
        "capabilities": CAPABILITIES,
        "assignmentType": ASSIGNMENT,
    }
    if any(fitting):
        body["phoneNumberPrefixes"] = [calling + starts for starts in sorted(fitting)]
    items = _samples(http, want, body, end)
    found = [read_offer(item, want, _city(item, calling, fitting)) for item in items]
    wanted = [each for each in found if _is_like(each.number.removeprefix(f"+{calling}"), want)]
    return Found(offers=wanted[: want.limit], more=bool(found))  # asked again, there are others


def look(http: Http, path: str, query: Query = (), *, within: float = LOOK_WITHIN) -> Fields:
    """What is at a path. Raises CarrierRefused, CarrierBusy, CarrierSilent."""
    return whole(http.look(path, [*query, VERSION], within=within).body)


def _samples(http: Http, want: Want, body: Mapping[str, Any], end: float) -> Collection[Fields]:
    """Some numbers drawn at random; drawn again where they are fewer than wanted, as long as there are others."""
    path, found = f"{COUNTRIES}/{want.country}/:browse", dict[str, Fields]()
    for _ in range(_SAMPLES):
        before = len(found)
        try:
            answer = http.change("POST", path, body, query=[VERSION], within=_left(end))
        except (CarrierBusy, CarrierSilent):
            if not found:
                raise
            break
        found |= {item.text("phoneNumber"): item for item in whole(answer.body).each("phoneNumbers")}
        if len(found) == before or len(found) >= want.limit:
            break
    return found.values()


def _areas(http: Http, want: Want, end: float) -> dict[str, str]:
    """The area codes of a city, or of some cities of a region, and which city each is of."""
    of_region = [("administrativeDivision", want.region)] if want.region else []
    cities = []
    for city in _pages(http, f"{COUNTRIES}/{want.country}/localities", of_region, "phoneNumberLocalities", end):
        if not want.city or fold(city.text("localizedName")) == fold(want.city):
            cities.append(city)
        if len(cities) == (1 if want.city else _MOST_CITIES):
            break
    areas = {}
    for city in cities:
        query = [
            ("phoneNumberType", TYPES[want.kind]),
            ("assignmentType", ASSIGNMENT),
            ("locality", city.text("localizedName")),
            *of_region,
        ]
        for area in _pages(http, f"{COUNTRIES}/{want.country}/areaCodes", query, "areaCodes", end):
            areas[area.text("areaCode")] = want.city or city.text("localizedName")
    return areas


def _pages(http: Http, path: str, query: Query, name: str, end: float) -> Iterator[Fields]:
    """All entries of a list. Of where the next page is only the parameters are taken: the key goes nowhere else."""
    query = [*query, ("maxPageSize", str(_PAGE))]
    while True:
        answer = look(http, path, query, within=_left(end))
        yield from answer.each(name)
        if not (link := answer.may("nextLink")):
            return
        query = [(each, value) for each, value in parse_qsl(urlsplit(link).query) if each != VERSION[0]]


def _left(end: float) -> float:
    return max(end - time.monotonic(), 0.0)


def _both(area: str, starts: str) -> str | None:
    """What numbers begin with that begin with both; None: there are none."""
    longer, shorter = (area, starts) if len(area) > len(starts) else (starts, area)
    return longer if longer.startswith(shorter) else None


def _city(item: Fields, calling: str, cities: Mapping[str, str]) -> str:
    digits = item.may("phoneNumber").removeprefix(f"+{calling}")
    return next((city for starts, city in cities.items() if digits.startswith(starts)), "")


def _is_like(digits: str, want: Want) -> bool:
    """What it cannot be asked for is looked for among what it shows."""
    return want.contains in digits and digits.endswith(want.ends)
