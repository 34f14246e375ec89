"""Search: which numbers can be had."""

from pathlib import Path

from handlers.holds import reserve_numbers
from handlers.kit.feature import Feature
from handlers.kit.shortcut import Shortcut
from handlers.kit.topics import Group, Topic
from handlers.search import form, payloads, requests, search
from handlers.search.requests import AskSearch, Search
from handlers.search.views import form as modal
from handlers.search.views import found
from store.workspaces.columns import MAY_SEARCH

__all__ = ["SEARCH"]

SEARCH = Feature(
    name="search",
    words=Path(__file__).parent,
    commands={"search": requests.read_search},
    settings=(MAY_SEARCH,),
    runs={Search: search.search, AskSearch: form.ask},
    actions={
        modal.COUNTRY: form.choose_country,
        modal.REGION: form.choose_region,
        found.RESERVE_THESE: lambda tools, click, value, _fields: reserve_numbers(
            tools, click, payloads.reserve_these(value, tools.places_of(click.member.workspace))
        ),
    },
    submissions={modal.CALLBACK: form.send},
    options={
        modal.COUNTRY: form.find_countries,
        modal.REGION: form.find_regions,
        modal.CITY: form.find_cities,
    },
    shortcuts=(
        Shortcut(
            callback="search_numbers",
            name="Search numbers",
            about="Search the pool for numbers that can be had",
            on_message=False,
            use=lambda tools, click, _text: form.ask(tools, click, AskSearch()),
        ),
    ),
    help=(
        Topic(
            word="search",
            group=Group.FIND,
            short="help-short-search",
            full="help-search",
            takes_place=True,
        ),
    ),
)
