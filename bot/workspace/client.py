"""The member's own Slack: what it does not let them choose, and what it stops before anything is sent."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from bot.workspace.blocks import Found, interactive
from bot.workspace.elements import KINDS, is_empty
from bot.workspace.state import Channel, Json, View

_TEXT_MOST = 3000  # characters, unless the app says less
_FILES_MOST = 10
_QUERY_LEAST = 3  # characters
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_URL = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)


def first_wrong(view: View) -> tuple[str, str] | None:
    """What keeps a view from being sent: the block and what is wrong with it."""
    for found in interactive(view.blocks):
        if found.is_input and found.type in KINDS and (wrong := _wrong(found, view)):
            return found.block_id, wrong
    return None


def is_too_many(found: Found, value: Json) -> bool:
    """Whether more are chosen than the element lets one choose."""
    chosen = value[KINDS[found.type].key]
    return KINDS[found.type].many and len(chosen) > found.element.get("max_selected_items", len(chosen))


def asks_for(found: Found, query: str) -> bool:
    """Whether so much typed into an external select is enough to ask the app for options."""
    return len(query) >= int(found.element.get("min_query_length", _QUERY_LEAST))


def offers(found: Found, channel: Channel, member_id: str) -> bool:
    """Whether a select of channels or conversations shows this one to this member."""
    if "channels" in found.type:
        return not channel.is_private
    if channel.is_private and member_id not in channel.members:
        return False
    wanted = found.element.get("filter", {})
    if channel.is_ext_shared and wanted.get("exclude_external_shared_channels"):
        return False
    kind = "im" if channel.is_im else "private" if channel.is_private else "public"
    return kind in wanted.get("include", [kind])


def _wrong(found: Found, view: View) -> str | None:
    value = view.values[found.block_id][found.action_id]
    if is_empty(value):
        return None if found.block.get("optional") else "required"
    if is_too_many(found, value):
        return "too_many"
    check = _CHECKS.get(found.type)
    return check(found.element, value[KINDS[found.type].key]) if check else None


def _wrong_text(element: Json, typed: str) -> str | None:
    if len(typed) > element.get("max_length", _TEXT_MOST):
        return "too_long"
    return "too_short" if len(typed) < element.get("min_length", 0) else None


def _wrong_number(element: Json, typed: str) -> str | None:
    if not _NUMBER.fullmatch(typed):
        return "not_a_number"
    number = Decimal(typed)
    if not element["is_decimal_allowed"] and "." in typed:
        return "not_a_whole_number"
    if number < Decimal(element.get("min_value", typed)):
        return "too_small"
    return "too_large" if number > Decimal(element.get("max_value", typed)) else None


def _wrong_email(_element: Json, typed: str) -> str | None:
    return None if _EMAIL.fullmatch(typed) else "not_an_email"


def _wrong_url(_element: Json, typed: str) -> str | None:
    return None if _URL.fullmatch(typed) else "not_a_url"


def _wrong_files(element: Json, files: list[Json]) -> str | None:
    if len(files) > element.get("max_files", _FILES_MOST):
        return "too_many"
    allowed = element.get("filetypes")
    return "wrong_filetype" if allowed and any(file["filetype"] not in allowed for file in files) else None


_CHECKS: Mapping[str, Callable[[Json, Any], str | None]] = {
    "plain_text_input": _wrong_text,
    "number_input": _wrong_number,
    "email_text_input": _wrong_email,
    "url_text_input": _wrong_url,
    "file_input": _wrong_files,
}
