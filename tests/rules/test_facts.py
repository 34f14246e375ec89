"""What countries offer is as the vendor has published it: so many, of which these; and no line of it has changed."""

import hashlib
from collections import Counter

from store.data import rows
from store.places import Offer, known_places
from store.types import Place
from tests.table import table

PLACES = known_places()
AVAILABILITY, CITIES = list(rows("availability.csv")), list(rows("toll_cities.csv"))
# The lists of November 2026, line by line in order, the fields joined by commas. Whoever takes a newer one over
# compares it by hand, and then writes down what it comes to here.
AS_PUBLISHED = {
    "availability.csv": "303b2ea849c743cf97523496663479b5b3dc4ee105c9510953423a07f21982d1",
    "toll_cities.csv": "403b39f99c5faad9819849fae2739f934ed2d3a7a5aa59db119eb6c29a306d1b",
}


@table("file", AS_PUBLISHED)
def test_every_line_stands_as_it_was_published(file: str) -> None:
    lines = sorted(",".join(row.values()) for row in rows(file))
    assert len(lines) == len(set(lines))
    assert hashlib.sha256("\n".join(lines).encode()).hexdigest() == AS_PUBLISHED[file]


def test_there_are_as_many_countries_of_each_sort_as_were_published() -> None:
    assert len(AVAILABILITY) == len({row["country"] for row in AVAILABILITY}) == 87
    sorts = Counter((row["toll"], row["toll_free"]) for row in AVAILABILITY)
    assert sorts == {("yes", "yes"): 52, ("no", "yes"): 22, ("yes", "no"): 12, ("no", "no"): 1}
    assert {row["country"] for row in AVAILABILITY if row["by_request"] == "yes"} == {"BE", "DE", "IE", "NL"}


def test_there_are_as_many_cities_as_were_published_and_only_where_toll_numbers_are() -> None:
    assert len(CITIES) == 236
    assert Counter(row["country"] for row in CITIES).most_common(5) == [
        ("US", 57),
        ("FR", 19),
        ("GB", 19),
        ("PL", 10),
        ("AU", 9),
    ]
    toll = {row["country"] for row in AVAILABILITY if row["toll"] == "yes"}
    assert {row["country"] for row in CITIES} == toll
    assert {row["country"] for row in CITIES if not row["city"]} == {"CR", "LK", "RO", "UA"}, "of no city in particular"


@table(
    ("country", "offer"),
    [
        ("KE", Offer(toll_free=True)),
        ("EG", Offer()),
        ("LK", Offer(toll=True)),
        ("DE", Offer(toll=True, toll_free=True, takes_request=True)),
        ("US", Offer(toll=True, toll_free=True)),
        ("AQ", Offer()),
    ],
)
def test_each_country_offers_what_its_line_says(country: str, offer: Offer) -> None:
    offered = PLACES.offered(country)
    assert (offered.toll, offered.toll_free, offered.takes_request) == (
        offer.toll,
        offer.toll_free,
        offer.takes_request,
    )


@table(
    ("place", "offered"),
    [
        (Place(country="NO", city="Oslo"), True),
        (Place(country="NO", city="Bergen"), False),
        (Place(country="US", region="Washington", city="Seattle"), True),
        (Place(country="US", region="Oregon", city="Seattle"), False),
        (Place(country="CA", region="Quebec"), True),
        (Place(country="FR", city="Saint-Etienne"), True),
    ],
)
def test_each_city_is_offered_where_its_line_says(place: Place, offered: bool) -> None:
    assert PLACES.offers_in(place) is offered
