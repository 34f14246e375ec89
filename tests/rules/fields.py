"""What Slack sends of a modal's fields, as small as the desk reads it."""

from collections.abc import Mapping
from typing import Any

from handlers.holds.views import choose as acquiring
from store.types import E164

ONE, TWO = E164("+12065550100"), E164("+12065550101")

_SENT = {  # of each kind of element: its key in what is sent, and where its view says what is chosen at first
    "number_input": ("value", "initial_value"),
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "file_input": ("files", "initial_files"),
    "checkboxes": ("selected_options", "initial_options"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "multi_users_select": ("selected_users", "initial_users"),
}


def typed(name: str, value: Any) -> dict[str, Any]:
    return {name: {name: {"value": value}}}


def selected(name: str, value: Any) -> dict[str, Any]:
    return {name: {name: {"selected_option": {"value": value}}}}


def picked(block: str, *values: Any, action: str = "") -> dict[str, Any]:
    return {block: {action or block: {"selected_options": [{"value": value} for value in values]}}}


def people(name: str, *users: Any) -> dict[str, Any]:
    return {name: {name: {"selected_users": list(users)}}}


def conversation(name: str, channel: Any) -> dict[str, Any]:
    return {name: {name: {"selected_conversation": channel}}}


def conversations(name: str, *channels: Any) -> dict[str, Any]:
    return {name: {name: {"selected_conversations": list(channels)}}}


def choosing(**fields: Any) -> dict[str, Any]:
    """The modal of a small hold, with one number chosen."""
    return picked(acquiring.NUMBERS, ONE) | selected(acquiring.PURPOSE, "call_queue") | fields


def first_steps(**fields: Any) -> dict[str, Any]:
    """The first steps as an admin may take them."""
    return {
        **typed("enterprise_e5", "1"),
        **typed("phone_system", "60"),
        **typed("audio_conferencing", "0"),
        **picked("credits", "set_up"),
        **typed("balance", "120.50"),
        **typed("approvals", "2"),
        **selected("approvers", "named"),
        **people("approver_members", "U0ADA0001", "U0BEN0001"),
        **conversation("notices", "C1"),
        **fields,
    }


def setting_up(**fields: Any) -> dict[str, Any]:
    """All settings as an admin may fill them."""
    return {
        **first_steps(),
        **selected("language", "fr"),
        **typed("hold_minutes", "10"),
        **typed("approvals_toll_free", "1"),
        **typed("approvals_from", "3"),
        **typed("extension_minutes", "15"),
        **typed("release_request_days", "7"),
        **picked("approve_releases", "approve_releases"),
        **selected("may_search", "anyone"),
        **selected("may_reserve", "group:S0TELEPHONY"),
        **selected("may_release", "admins"),
        **selected("may_manage", "admins"),
        **selected("may_port", "anyone"),
        **selected("may_fetch_letters", "admins"),
        **typed("rest_days", "45"),
        **typed("country", "gb"),
        **typed("port_lead_days", "GB 7, fr: 12, US 10"),
        **typed("port_secret_days", "30"),
        **typed("port_silent_days_processing", "4"),
        **typed("port_silent_days_contacting_carrier", "5"),
        **typed("port_silent_days_transfer_approved", "10"),
        **typed("port_silent_days_transfer_pending", "1"),
        **typed("port_silent_days_error", "2"),
        **typed("low_stock", ""),
        **typed("carriers", "telnyx, acs"),
        **typed("carrier_price", "12.50"),
        **picked("no_resale", "no_resale"),
        **selected("may_change_settings", "admins"),
        **conversations("channels", "C0GENERAL", "G0PRIVATE"),
        **fields,
    }


def as_sent(view: Mapping[str, Any]) -> dict[str, Any]:
    """What Slack sends of a modal that is sent as it was shown."""
    inputs = [(block["block_id"], block["element"]) for block in view["blocks"] if block["type"] == "input"]
    return {block: {element["action_id"]: _sent(element)} for block, element in inputs}


def _sent(element: Mapping[str, Any]) -> dict[str, Any]:
    key, initial = _SENT[element["type"]]
    return {"type": element["type"], key: element.get(initial, [] if key.endswith("s") else None)}
