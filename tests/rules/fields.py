"""What Slack sends of a modal's fields, as small as the desk reads it."""

from typing import Any

from handlers.views import acquire as acquiring
from handlers.views import settings as setting
from store.types import E164

ONE, TWO = E164("+12065550100"), E164("+12065550101")


def typed(name: str, value: Any) -> dict[str, Any]:
    return {name: {name: {"value": value}}}


def selected(name: str, value: Any) -> dict[str, Any]:
    return {name: {name: {"selected_option": {"value": value}}}}


def picked(block: str, *values: Any, action: str = "") -> dict[str, Any]:
    return {block: {action or block: {"selected_options": [{"value": value} for value in values]}}}


def choosing(**fields: Any) -> dict[str, Any]:
    """The modal of a small hold, with one number chosen."""
    return picked(acquiring.NUMBERS, ONE) | selected(acquiring.PURPOSE, "call_queue") | fields


def setting_up(**fields: Any) -> dict[str, Any]:
    """The settings as an admin may fill them."""
    return {
        **typed(setting.E5, "1"),
        **typed(setting.PHONE, "60"),
        **typed(setting.AUDIO, "0"),
        **picked(setting.CREDITS, setting.SET_UP),
        **typed(setting.BALANCE, "120.50"),
        **selected(setting.LANGUAGE, "fr"),
        setting.NOTICES: {setting.NOTICES: {"selected_conversation": "C1"}},
        **typed(setting.MINUTES, "10"),
        **fields,
    }
