"""What may stand in a call to ACS, and its pages."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from bot.carriers.local.acs.wrong import Wrong
from bot.carriers.local.carrier import Asked, Json

_MOST = 100  # entries on a page
_VERSION = "api-version"


def address(asked: Asked) -> str:
    """The carrier's own address, as the call has it."""
    path = asked.target.partition("?")[0]
    return f"http://{asked.headers.get('host', '')}{path.partition('/acs/')[0]}/acs"


def version(asked: Asked) -> str:
    """The version that a call is of. Raises Wrong where it says none."""
    if not (said := dict(asked.query).get(_VERSION)):
        raise Wrong("MissingApiVersionParameter", "The api-version query parameter (?api-version=) is required.")
    return said


def read_query(asked: Asked, *names: str) -> dict[str, str]:
    """The parameters of a call, which may have these. Raises Wrong."""
    for name, _ in asked.query:
        if name not in (*names, _VERSION):
            raise Wrong("BadRequest", f"The query parameter '{name}' is not known.", target=name)
    return dict(asked.query)


def read_body(asked: Asked, *names: str, media_type: str = "application/json") -> Json:
    """The object that a call brings, which may have these fields. Raises Wrong."""
    said = asked.headers.get("content-type", "").partition(";")[0].strip()
    if said != media_type:
        raise Wrong("UnsupportedMediaType", f"The content must be {media_type}.")
    try:
        body = json.loads(asked.body)
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise Wrong("BadRequest", "The content is no JSON object.")
    return only(body, *names)


def only(body: Any, *names: str) -> Json:
    """An object that has no other fields. Raises Wrong."""
    if not isinstance(body, dict):
        raise Wrong("BadRequest", "An object was expected.")
    for name in body:
        if name not in names:
            raise Wrong("BadRequest", f"The field '{name}' is not known.", target=name)
    return body


def page(asked: Asked, found: Sequence[Mapping[str, Any]], name: str, size_name: str = "maxPageSize") -> Json:
    """The part of a list that a call asks for, and where the next is."""
    said = dict(asked.query)
    skip, size = _number(said, "skip", 0, 0), _number(said, size_name, _MOST, 1)
    if size > _MOST:
        raise Wrong("BadRequest", f"{size_name} is {_MOST} at most.", target=size_name)
    shown: Json = {name: found[skip : skip + size]}
    if skip + size < len(found):
        query = urlencode({**said, "skip": skip + size, size_name: size})
        shown["nextLink"] = f"{address(asked)}{asked.path}?{query}"
    return shown


def stamp(at: datetime | None) -> str | None:
    """A time as ACS writes it."""
    return at.isoformat().replace("+00:00", "Z") if at else None


def _number(said: Mapping[str, str], name: str, default: int, least: int) -> int:
    if name not in said:
        return default
    if not said[name].isdecimal() or int(said[name]) < least:
        raise Wrong("BadRequest", f"'{said[name]}' is not a number that {name} may be.", target=name)
    return int(said[name])
