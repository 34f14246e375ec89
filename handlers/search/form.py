"""Search in a modal: each list of places follows from the one before, and what is sent is searched for."""

import re
from collections.abc import Iterable

from slack_sdk.models.blocks import Option

from handlers import carriers
from handlers.kit import answers, roles
from handlers.kit.criteria import criteria, widened
from handlers.kit.digit_words import expect_near, take_digits
from handlers.kit.fields import Carried, Fields, selected, typed, word
from handlers.kit.member import Click
from handlers.kit.remarks import remarked
from handlers.kit.reply import Reply, opens
from handlers.kit.tools import Tools
from handlers.kit.words import MOST, BadField, BadInput, Vocabulary, Words
from handlers.quota import left
from handlers.search.requests import AskSearch, Search
from handlers.search.search import search
from handlers.search.views import form as views
from store import numbers, workspaces
from store.numbers import named
from store.places import Places, also_called, country_name
from store.session import Db
from store.spelling import fold
from store.types import Kind, Place, WorkspaceId
from store.workspaces.types import Workspace

_OPTIONS = 100  # that Slack shows
_COUNTRY = re.compile("[A-Z]{2}")


def ask(tools: Tools, click: Click, _ask: AskSearch) -> Reply:
    """Open the modal, in the workspace's country."""
    return _draw(tools, click, None)


def choose_country(tools: Tools, click: Click, _value: Carried, fields: Fields) -> Reply:
    """Another country was chosen: its regions and cities are what can be chosen next."""
    country = selected(fields, views.COUNTRY)
    return _draw(tools, click, Place(country=country) if country else None)


def choose_region(tools: Tools, click: Click, _value: Carried, fields: Fields) -> Reply:
    """Another region was chosen: its cities are what can be chosen next."""
    country = selected(fields, views.COUNTRY)
    region = selected(fields, f"{views.REGION}:{country}", views.REGION)
    return _draw(tools, click, Place(country=country, region=region) if country else None)


def send(tools: Tools, click: Click, carried: Carried, fields: Fields) -> Reply:
    """Search for what was chosen. Raises BadField."""
    chosen = _chosen(carried, fields)
    return remarked(click.member.locale, search(tools, click, chosen), chosen.remarks)


def find_countries(tools: Tools, click: Click, _carried: Carried, said: str) -> list[Option]:
    """Countries by name or code."""
    if not _may_search(tools, click):
        return []
    with tools.reading() as db:
        codes = dict.fromkeys([*tools.places.countries(), *named.countries(db, click.member.workspace)])
    names = [(country_name(code, click.member.locale), code) for code in codes]
    return _like(said, ((name, code, f"{code} {also_called(Place(country=code))}") for name, code in names))


def find_regions(tools: Tools, click: Click, carried: Carried, said: str) -> list[Option]:
    """Regions of the country that was chosen."""
    if not _may_search(tools, click):
        return []
    country = word(carried.get("country"))
    with tools.reading() as db:
        in_stock = named.regions_like(db, click.member.workspace, country, said, limit=_OPTIONS)
    regions = dict.fromkeys([*tools.places.regions(country), *(place.region for place in in_stock)])
    return _like(said, ((region, region, also_called(Place(country=country, region=region))) for region in regions))


def find_cities(tools: Tools, click: Click, carried: Carried, said: str) -> list[Option]:
    """Cities of the country and region that were chosen."""
    if not _may_search(tools, click):
        return []
    country, region = word(carried.get("country")), word(carried.get("region"))
    within = Place(country=country, region=region)
    with tools.reading() as db:
        in_stock = named.cities_like(db, click.member.workspace, within, said, limit=_OPTIONS)
    cities = dict.fromkeys([*tools.places.cities(country, region), *in_stock])
    called = ((city, city.city if region or not city.region else f"{city.city}, {city.region}") for city in cities)
    return _like(said, ((label, f"{city.region}|{city.city}", also_called(city)) for city, label in called))


def _chosen(carried: Carried, fields: Fields) -> Search:
    country, region = selected(fields, views.COUNTRY), word(carried.get("region"))
    place = Place(country=country, region=region) if _COUNTRY.fullmatch(country) else None
    city = selected(fields, f"{views.CITY}:{country}:{region}", views.CITY)
    if place and city:
        in_region, _, name = city.partition("|")
        place = Place(country=country, region=in_region, city=name)
    kind = selected(fields, views.KIND)
    if kind not in list(Kind):
        raise BadField(views.KIND, "settings-not-a-choice")
    said = typed(fields, views.QUANTITY)
    if said and not (said.isdecimal() and 0 < int(said) <= MOST):
        raise BadField(views.QUANTITY, "bad-quantity", said=said, most=MOST)
    words = Words(f"search {typed(fields, views.DIGITS)}", Vocabulary(verbs=("search",)), country)
    try:
        digits = take_digits(words)
        words.expect_no_more()
        expect_near(place, digits, "")
    except BadInput as bad:
        raise BadField(views.DIGITS, bad.key, **bad.values) from None
    source = selected(fields, views.FROM)
    wanted = criteria(place, Kind(kind), digits)
    return Search(
        wanted=wanted,
        quantity=int(said) if said else None,
        source="" if source == views.ANYWHERE else source,
        remarks=(*words.remarks, *widened(place, wanted)),
    )


def _draw(tools: Tools, click: Click, place: Place | None) -> Reply:
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        if refused := roles.search(workspace, click.member):
            return answers.may_not(click.member.locale, refused, workspace)
        used = numbers.in_use(db, workspace.id, tools.now())[Kind.TOLL]
        chosen = place or _at_home(tools.places, workspace)
        regions = bool(chosen and _has_regions(tools, db, workspace.id, chosen.country))
        cities = bool(chosen and _has_cities(tools, db, workspace.id, chosen))
    room = left(workspace, used.total)
    titles = {str(carrier.rules.name): carrier.rules.title for carrier in carriers.usable(tools, workspace)}
    locale = click.member.locale
    return opens(views.search(locale, chosen, room, regions=regions, cities=cities, carriers=titles))


def _at_home(places: Places, workspace: Workspace) -> Place | None:
    return Place(country=workspace.country) if workspace.country in places.countries() else None


def _has_regions(tools: Tools, db: Db, workspace: WorkspaceId, country: str) -> bool:
    return bool(tools.places.regions(country) or named.regions_like(db, workspace, country, "", limit=1))


def _has_cities(tools: Tools, db: Db, workspace: WorkspaceId, within: Place) -> bool:
    offered = tools.places.cities(within.country, within.region)
    return bool(offered or named.cities_like(db, workspace, within, "", limit=1))


def _may_search(tools: Tools, click: Click) -> bool:
    with tools.reading() as db:
        return roles.search(workspaces.find(db, click.member.workspace), click.member) is None


def _like(said: str, choices: Iterable[tuple[str, str, str]]) -> list[Option]:
    """The choices (label, value, other names) whose label has what was typed in it, or that are called so otherwise.

    Of another name, which is not seen, it must begin a word. Those whose label begins with it stand first.
    """
    wanted = fold(said)
    found = [
        (label, value)
        for label, value, others in choices
        if wanted in fold(label) or f" {wanted}" in f" {fold(others)}"
    ]
    found.sort(key=lambda choice: (not fold(choice[0]).startswith(wanted), fold(choice[0])))
    return [views.option(label, value) for label, value in found[:_OPTIONS]]
