"""What stands in Slack's JSON: in the fields of a modal and in what a button carries. Nothing of it is trusted."""

import json
import re
from collections.abc import Mapping
from typing import Any

from handlers.kit.words import BadField, BadInput
from store.folding import kept_lines
from store.types import ChannelId, UserId

Fields = Mapping[str, Mapping[str, Any]]  # a view's state.values: block, then element
Carried = Mapping[str, Any]

CHANNEL = re.compile(r"[CGD][A-Z0-9]{2,20}")
TS = re.compile(r"[0-9]{1,12}\.[0-9]{1,6}")


def unpacked(text: str | None) -> Carried:
    """The JSON object that a button or a modal carries; empty where it carries none."""
    try:
        value = json.loads(text or "")
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def counted(value: Carried, name: str) -> int:
    """A number from 1 that is carried. Raises BadInput."""
    number = value.get(name)
    if type(number) is not int or not 0 < number < 2**31:  # JSON's true would be an int too
        raise BadInput("stale-button")
    return number


def needed(value: Carried, name: str) -> str:
    """A text that is carried. Raises BadInput."""
    text = word(value.get(name))
    if not text:
        raise BadInput("stale-button")
    return text


def typed(fields: Fields, name: str, key: str = "value") -> str:
    """What was typed into a field, as it is kept; with another `key` a date or a time."""
    return kept_lines(word(at(fields, name, name, key)))


def typed_within(fields: Fields, name: str, most: int, too_long: str) -> str:
    """What was typed, no more than so many characters. Raises BadField."""
    said = typed(fields, name)
    if len(said) > most:
        raise BadField(name, too_long, most=most)
    return said


def selected(fields: Fields, name: str, action: str = "") -> str:
    """The value of the option that was selected."""
    return word(at(fields, name, action or name, "selected_option", "value"))


def picked(fields: Fields, block: str, action: str = "") -> list[str]:
    """The values of the options that were picked."""
    options = at(fields, block, action or block, "selected_options")
    return [word(at(option, "value")) for option in options] if isinstance(options, list) else []


def users(fields: Fields, name: str) -> tuple[UserId, ...]:
    """The members who were picked."""
    ids = at(fields, name, name, "selected_users")
    said = [word(user) for user in ids] if isinstance(ids, list) else []
    return tuple(UserId(user) for user in dict.fromkeys(said) if re.fullmatch(r"[UW][A-Z0-9]{2,20}", user))


def file(fields: Fields, name: str) -> str:
    """The id of the file that was given; "" for none."""
    files = at(fields, name, name, "files")
    return file_id(files[0]) if isinstance(files, list) and files else ""


def file_id(told: object) -> str:
    """The id of a file that Slack tells of."""
    said = word(at(told, "id"))
    return said if re.fullmatch(r"F[A-Z0-9]{2,20}", said) else ""


def at(thing: object, *path: str) -> object:
    """What stands at a path in JSON; None where that leads nowhere."""
    for name in path:
        thing = thing.get(name) if isinstance(thing, Mapping) else None
    return thing


def word(value: object) -> str:
    """A text without what no database keeps, half a surrogate pair and NUL; "" for anything else."""
    return value.encode(errors="ignore").decode().replace("\0", "") if isinstance(value, str) else ""


def nonce(value: Carried) -> str:
    """What tells this button from the same one in another state."""
    return word(value.get("nonce"))


def turns(value: Carried) -> bool:
    """Whether the answer takes the place of the message that the button stands in."""
    return value.get("turn") is True


def place(value: Carried) -> tuple[ChannelId, str]:
    """The channel and the message that a modal was opened from; "" where it came from none."""
    channel, message = word(value.get("channel")), word(value.get("message"))
    known = CHANNEL.fullmatch(channel)
    return ChannelId(channel if known else ""), message if TS.fullmatch(message) else ""


def command(value: Carried) -> str:
    """The command that a button runs."""
    return needed(value, "run")
