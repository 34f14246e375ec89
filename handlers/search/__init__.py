"""Search: which numbers can be had."""

from pathlib import Path

from handlers.holds import reserve_numbers
from handlers.kit.feature import Feature
from handlers.kit.topics import Group, Topic
from handlers.search import payloads, requests, search, views
from handlers.search.requests import Search
from store.workspaces.columns import MAY_SEARCH

__all__ = ["SEARCH"]

SEARCH = Feature(
    name="search",
    words=Path(__file__).parent,
    commands={"search": requests.read_search},
    settings=(MAY_SEARCH,),
    runs={Search: search.search},
    actions={
        views.RESERVE_THESE: lambda tools, click, value, _fields: reserve_numbers(
            tools, click, payloads.reserve_these(value, tools.places)
        ),
    },
    help=(Topic(word="search", group=Group.FIND, short="help-short-search", full="help-search", takes_place=True),),
)
