"""The form of what Slack posts, as far as the listeners and Bolt read it; all else may be as it likes.

The types and names are those of Slack's documentation of interaction payloads, commands and events, November 2026.
"""

import re
from collections.abc import Mapping
from typing import Any

from slack_bolt import BoltRequest

from handlers.kit.fields import word

Json = dict[str, Any]
_NOT_SLACKS = "not in the form of Slack's payloads"


_DEEPEST = 100  # objects and lists in each other; Slack's own nest some twenty


class Odd(Exception):
    """A payload that Slack does not send; says so in a few words."""


def understood(payload: object, headers: Mapping[str, str]) -> BoltRequest:
    """A payload, for Bolt. Raises Odd where it is of no type that Slack sends, or has not the form of its type."""
    cleaned: Json = _cleaned(payload)
    if not _is_known(cleaned):
        raise Odd(_NOT_SLACKS)
    try:
        # As Socket Mode brings it, also where HTTP did: it is parsed, and the signature was looked at.
        return BoltRequest(mode="socket_mode", body=cleaned, headers=dict(headers))
    except (AttributeError, IndexError, KeyError, TypeError):  # Bolt looks for ids in all that there may be
        raise Odd(_NOT_SLACKS) from None


def _cleaned(value: object, depth: int = 0) -> Any:
    """The same without what no database keeps in any of its texts: half surrogate pairs and NUL."""
    if depth > _DEEPEST:
        raise Odd("nested too deep")
    if isinstance(value, str):
        return word(value)
    if isinstance(value, list):
        return [_cleaned(each, depth + 1) for each in value]
    if isinstance(value, dict):
        return {word(key): _cleaned(each, depth + 1) for key, each in value.items()}
    return value


def _is_known(payload: object) -> bool:
    if not isinstance(payload, dict):
        return False
    shapes = _shapes(payload)
    return bool(shapes) and all(_fits(payload, shape) for shape in shapes)


_Id = re.compile(r".{0,255}", re.DOTALL)  # as long as an action_id may be; ids of Slack's own are shorter
_Address = re.compile(r"https?://[A-Za-z0-9.:-]{1,255}/[!-~]{0,2000}")


def _ids(*names: str) -> Json:
    return dict.fromkeys(names, _Id)


def _texts(*names: str) -> Json:
    return dict.fromkeys(names, str)


# An object has at least these names. One that ends in "?" may be missing or null; what is there without may not be
# empty. A list is of such things; a tuple says what all it may be; a text must match a pattern as a whole.
_ID = _ids("id")
_USER = _ids("id", "team_id?")
_TEAM = _ids("id", "enterprise_id?")
_OPTION = _texts("value?")
_ACTION = _ids("type", "action_id", "block_id") | {
    "value?": str,
    "selected_option?": _OPTION,
    "selected_options?": [_OPTION],
}
_VIEW = _ids("id", "type", "callback_id?", "hash?", "previous_view_id?", "team_id?", "app_installed_team_id?") | {
    "private_metadata?": str,
    "state?": {"values?": dict},
}
_INTERACTION = _ids("type", "trigger_id?") | {
    "response_url?": _Address,
    "user": _USER,
    "team?": _TEAM,
    "enterprise?": _ID,
    "is_enterprise_install?": bool,
    "channel?": _ID,
    "container?": _ids("message_ts?"),
    "message?": dict,
    "view?": _VIEW,
    "response_urls?": [{"response_url": _Address}],
}
_INTERACTIONS: Mapping[str, Json] = {
    "block_actions": _ids("trigger_id") | {"actions": [_ACTION]},
    "view_submission": {"view": {"callback_id": _Id, "state": {"values": dict}}},
    "view_closed": {"view": _ids("callback_id")},
    "block_suggestion": _ids("action_id", "block_id") | _texts("value?"),
    "shortcut": _ids("callback_id", "trigger_id"),
    "message_action": _ids("callback_id", "trigger_id") | {"message": dict, "channel": _ID},
}
_EVENT = _ids("type", "bot_id?", "subtype?", "tab?", "ts?", "thread_ts?") | {
    "text?": str,
    "user?": (_Id, _ID),
    "channel?": (_Id, _ID),
    "message?": dict,
    "previous_message?": dict,
}
_EVENTS: Mapping[object, Json] = {
    "app_home_opened": _ids("user", "channel?"),
    "member_joined_channel": _ids("user", "channel"),
    "member_left_channel": _ids("user", "channel"),
    "message": _ids("channel", "ts", "user?"),
    "user_change": {"user": _ID},
}
_AUTHORIZATION = _ids("team_id?", "enterprise_id?", "user_id?") | {"is_enterprise_install?": bool}
_CALLBACK = _ids("team_id?", "enterprise_id?", "event_id?") | {
    "event": _EVENT,
    "authorizations?": [_AUTHORIZATION],
    "is_ext_shared_channel?": bool,
}
_COMMAND = _ids("command", "user_id", "trigger_id", "team_id", "channel_id?") | _texts("text?")
_OTHERS: Mapping[object, Json] = {"url_verification": _texts("challenge"), "app_rate_limited": _ids("team_id")}


def _shapes(payload: Json) -> tuple[Json, ...]:
    """All forms that such a payload must have; none where there is no such type."""
    kind = payload.get("type")
    if "command" in payload:
        return (_COMMAND,)
    if not isinstance(kind, str):
        return ()
    if kind == "event_callback":
        event = payload.get("event")
        name = event.get("type") if isinstance(event, dict) else None
        return _CALLBACK, {"event": _EVENTS.get(name, {}) if isinstance(name, str) else {}}
    if kind in _OTHERS:
        return (_OTHERS[kind],)
    return (_INTERACTION, _INTERACTIONS[kind]) if kind in _INTERACTIONS else ()


def _fits(value: object, shape: Any) -> bool:
    match shape:
        case tuple():
            return any(_fits(value, each) for each in shape)
        case [of]:
            return isinstance(value, list) and all(_fits(each, of) for each in value)
        case dict():
            return isinstance(value, dict) and all(_has(value, name, of) for name, of in shape.items())
        case re.Pattern():
            return isinstance(value, str) and shape.fullmatch(value) is not None
        case _:
            return type(value) is shape


def _has(value: Json, name: str, shape: Any) -> bool:
    it = value.get(name.removesuffix("?"))
    if name.endswith("?"):
        return it is None or _fits(it, shape)
    return it not in ("", []) and _fits(it, shape)
