"""The modal of search: a place from lists that follow from each other, a kind, how many, and how they are to look."""

from collections.abc import Mapping

from slack_sdk.models.blocks import (
    Block,
    ExternalDataSelectElement,
    InputBlock,
    NumberInputElement,
    Option,
    RadioButtonsElement,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from handlers.carriers import STOCK
from handlers.kit.blocks import KINDS, LABEL, cut, form, plain_text, quota_left, text_input
from handlers.kit.messages import say
from handlers.kit.words import MOST
from handlers.quota import Left
from store.places import country_name
from store.types import Kind, Place

CALLBACK = "search"
COUNTRY, REGION, CITY = "search_country", "search_region", "search_city"
KIND, QUANTITY, DIGITS = "search_kind", "search_quantity", "search_digits"
FROM = "search_from"
ANYWHERE = "all"  # the stock, and then all carriers
LONGEST_PATTERN = 120  # characters

_WORDS = "starts:206, contains:0100, ends:00, consecutive:10, near:+12065550142, easy"
_NOWHERE = Place(country="")


def search(
    locale: str,
    chosen: Place | None,
    room: Left,
    *,
    regions: bool,
    cities: bool,
    carriers: Mapping[str, str] | None = None,
) -> View:
    """Ask what to look for. Of the lists, those show that have something in them once the one before is chosen.

    `carriers` are called so, by their names; where there are none, nobody is asked where numbers are to come from.
    """
    place = chosen or _NOWHERE
    country = option(country_name(place.country, locale), place.country) if place.country else None
    blocks: list[Block] = [_list(locale, COUNTRY, "search-country", COUNTRY, country, follows=True)]
    if regions:
        region = option(place.region, place.region) if place.region else None
        blocks.append(_list(locale, f"{REGION}:{place.country}", "search-region", REGION, region, follows=True))
    if cities:
        within = f"{CITY}:{place.country}:{place.region}"
        blocks.append(_list(locale, within, "search-city", CITY, None, follows=False))
    kinds = [option(say(locale, KINDS[kind]), kind) for kind in Kind]
    blocks += [
        InputBlock(
            block_id=KIND,
            label=say(locale, "search-kind"),
            element=RadioButtonsElement(action_id=KIND, options=kinds, initial_option=kinds[0]),
        ),
        InputBlock(
            block_id=QUANTITY,
            label=say(locale, "search-quantity"),
            hint=quota_left(locale, Kind.TOLL, room.left, room.quota),
            optional=True,
            element=NumberInputElement(
                action_id=QUANTITY, is_decimal_allowed=False, min_value="1", max_value=str(MOST)
            ),
        ),
        InputBlock(
            block_id=DIGITS,
            label=say(locale, "search-digits"),
            hint=say(locale, "search-digits-hint", words=_WORDS),
            optional=True,
            element=text_input(DIGITS, "", LONGEST_PATTERN),
        ),
    ]
    if carriers:
        blocks.append(_sources(locale, carriers))
    carried = {"country": place.country, "region": place.region}
    return form(locale, CALLBACK, "search-title", "help-button-search", blocks=blocks, carried=carried)


def _sources(locale: str, carriers: Mapping[str, str]) -> Block:
    here = {ANYWHERE: say(locale, "search-from-all"), STOCK: say(locale, "search-from-stock")}
    options = [option(title, name) for name, title in {**here, **carriers}.items()]
    element = StaticSelectElement(action_id=FROM, options=options, initial_option=options[0])
    return InputBlock(block_id=FROM, label=say(locale, "search-from"), element=element)


def option(label: str, value: str) -> Option:
    """A choice; a name that is too long is cut where it is shown, never where it is read."""
    return Option(text=plain_text(cut(label, LABEL)), value=value)


def _list(locale: str, block: str, label: str, action: str, chosen: Option | None, *, follows: bool) -> Block:
    """A list that finds as one types; where another `follows`, a choice draws the modal anew."""
    return InputBlock(
        block_id=block,
        label=say(locale, label),
        optional=True,
        dispatch_action=follows or None,
        element=ExternalDataSelectElement(
            action_id=action,
            placeholder=plain_text(say(locale, "search-list-placeholder")),
            initial_option=chosen,
            min_query_length=0,
        ),
    )
