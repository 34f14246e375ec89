"""Arguments of a Web API call, from form, JSON or the address alike."""

import base64
import json
from collections.abc import Sequence
from json import JSONDecodeError
from typing import Any

from fastapi import Request

from bot.workspace.checks import invalid_arguments
from bot.workspace.refused import Refused
from bot.workspace.state import Json

LIMIT_MOST = 1000
_STRUCTURED = ("attachments", "blocks", "files", "metadata", "view")  # JSON within a form


async def read(request: Request) -> Json:
    """As they were given, from the address and the body together.

    Raises Refused: invalid_json, json_not_object.
    """
    arguments: Json = dict(request.query_params)
    if request.headers.get("content-type", "").startswith("application/json"):
        arguments |= await _json_body(request)
    else:
        arguments |= {key: value for key, value in (await request.form()).items() if isinstance(value, str)}
    for name in _STRUCTURED:
        if isinstance(arguments.get(name), str):
            arguments[name] = _decoded(arguments[name])
    return {name: value for name, value in arguments.items() if value is not None}


def alike(arguments: Json) -> Json:
    """As a form would have brought them, so that a method meets only text, and structures where it takes some."""
    return {name: value if name in _STRUCTURED else _text(value) for name, value in arguments.items()}


def required(arguments: Json, name: str) -> str:
    """The text of an argument. Raises Refused("invalid_arguments") where it is missing or empty."""
    value: str = arguments.get(name, "")
    if not value:
        raise invalid_arguments([f"missing required field: {name}"])
    return value


def flag(arguments: Json, name: str) -> bool:
    """Whether an argument says yes: `true` in any case, or `1`."""
    return arguments.get(name, "").lower() in ("true", "1")


def number(arguments: Json, name: str, default: int) -> int:
    """The whole number of an argument, or the default. Raises Refused("invalid_arguments") where it is none."""
    try:
        return int(arguments.get(name) or default)
    except ValueError:
        raise invalid_arguments([f"must be an integer [json-pointer:/{name}]"]) from None


def several(arguments: Json, name: str, default: str = "") -> list[str]:
    """What stands between commas."""
    value: str = arguments.get(name) or default
    return [part.strip() for part in value.split(",") if part.strip()]


def moment(arguments: Json, name: str, default: str) -> tuple[int, int]:
    """A message's ts, or any time in seconds, to be compared with others.

    Raises Refused: invalid_ts_oldest, invalid_ts_latest and the like, by the name of the argument.
    """
    try:
        return sortable(arguments.get(name) or default)
    except ValueError:
        raise Refused(f"invalid_ts_{name.removeprefix('ts_')}") from None


def sortable(ts: str) -> tuple[int, int]:
    """A ts as seconds and microseconds, to be compared. Raises ValueError where it is none."""
    # Not a float: it cannot hold ten digits and six decimals exactly.
    seconds, _, micros = ts.partition(".")
    return int(seconds), int(micros.ljust(6, "0")[:6] or 0)


def page(arguments: Json, things: Sequence[Any], *, default: int = 100) -> tuple[list[Any], Json]:
    """One page of things as `limit` and `cursor` ask for, and the `response_metadata` that leads to the next.

    Raises Refused: invalid_limit (of 1 to LIMIT_MOST), invalid_cursor, invalid_arguments.
    """
    limit, start = number(arguments, "limit", default) or default, _position(arguments.get("cursor"))
    if not 0 < limit <= LIMIT_MOST:
        raise Refused("invalid_limit")
    end = start + limit
    cursor = base64.b64encode(f"next:{end}".encode()).decode() if end < len(things) else ""
    return list(things[start:end]), {"response_metadata": {"next_cursor": cursor}}


def _position(cursor: str | None) -> int:
    if not cursor:
        return 0
    try:
        return int(base64.b64decode(cursor).decode().removeprefix("next:"))
    except ValueError:
        raise Refused("invalid_cursor") from None


async def _json_body(request: Request) -> Json:
    body = await request.body()
    if not body:
        return {}
    try:
        arguments = json.loads(body)
    except JSONDecodeError:
        raise Refused("invalid_json") from None
    if not isinstance(arguments, dict):
        raise Refused("json_not_object")
    return arguments


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ",".join(map(_text, value))
    return json.dumps(value)


def _decoded(text: str) -> Any:
    try:
        return json.loads(text)
    except JSONDecodeError:
        return text  # the method says in its own words that this is not what it takes
