"""What a member pressed or sent in a modal, read once: nothing of it is trusted, whatever made it."""

import json
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from handlers import parse
from handlers.acquire import Acquire
from handlers.choice import Choice
from handlers.messages import LOCALES
from handlers.parse import BadField, BadInput
from handlers.requests import PAGE, Reserve, Search
from handlers.views import acquire as acquiring
from handlers.views import settings as setting
from store.places import Places
from store.types import E164, ChannelId, Credits, HoldId, Licences, Purpose, Workspace, WorkspaceId

_BALANCE_DIGITS = 12

Fields = Mapping[str, Mapping[str, Any]]  # a view's state.values: block, then element
Carried = Mapping[str, Any]


def carried(text: str | None) -> Carried:
    """The JSON object that a button or a modal carries; empty where it carries none."""
    try:
        value = json.loads(text or "")
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def nonce(value: Carried) -> str:
    """What tells this button from the same one in another state."""
    said = value.get("nonce")
    return said if isinstance(said, str) else ""


def turns(value: Carried) -> bool:
    """Whether the answer takes the place of the message that the button stands in."""
    return value.get("turn") is True


def hold(value: Carried) -> HoldId:
    """The hold that a button or a modal is about."""
    number = value.get("hold")
    if not isinstance(number, int) or not 0 < number < 2**31:
        raise BadInput("stale-button")
    return HoldId(number)


def typed(value: Carried) -> str:
    """The command that a button runs."""
    return _text(value, "run")


def reserve_these(value: Carried, places: Places) -> Reserve:
    """The numbers a search showed, and what it looked for."""
    search = parse.command(_text(value, "search"), places)
    these = value.get("these")
    if not isinstance(search, Search) or not isinstance(these, list) or not 0 < len(these) <= PAGE:
        raise BadInput("stale-button")
    shown = tuple(E164(e164) for e164 in these if isinstance(e164, str) and re.fullmatch(r"\+\d{3,15}", e164))
    return Reserve(wanted=search.wanted, quantity=search.quantity or len(these), these=shown)


def acquire(value: Carried, fields: Fields) -> Acquire:
    """The choice of the modal in which numbers are acquired."""
    one_by_one = acquiring.NUMBERS in fields
    field, action = (acquiring.NUMBERS,) * 2 if one_by_one else (acquiring.FIND, acquiring.FIND_ACTION)
    choice = Choice(
        field=field,
        which=acquiring.ONLY if one_by_one else _selected(fields, acquiring.WHICH) or acquiring.ALL,
        picked=tuple(E164(option["value"]) for option in _element(fields, field, action).get("selected_options") or []),
        ranges=_typed(fields, acquiring.RANGES),
    )
    note = _typed(fields, acquiring.NOTE)
    if len(note) > acquiring.NOTE_LENGTH:
        raise BadField(acquiring.NOTE, "acquire-too-long", most=acquiring.NOTE_LENGTH)
    purpose = _selected(fields, acquiring.PURPOSE)
    known = purpose in list(Purpose)
    return Acquire(hold=hold(value), choice=choice, purpose=Purpose(purpose) if known else Purpose.NOT_YET, note=note)


def settings(workspace: WorkspaceId, fields: Fields) -> Workspace:
    """The workspace as an admin wants it set."""
    ticked = {option["value"] for option in _element(fields, setting.CREDITS).get("selected_options") or []}
    language = _selected(fields, setting.LANGUAGE)
    notices = _element(fields, setting.NOTICES).get("selected_conversation")
    return Workspace(
        id=workspace,
        licences=Licences(**{name: _licences(fields, name) for name in (setting.E5, setting.PHONE, setting.AUDIO)}),
        credits=Credits(
            set_up=setting.SET_UP in ticked, balance=_balance(fields), auto_recharge=setting.RECHARGE in ticked
        ),
        locale=language if language in LOCALES else LOCALES[0],
        notices=ChannelId(notices) if notices else None,
        hold_minutes=_whole(fields, setting.MINUTES, "settings-not-minutes", least=1, most=60),
    )


def _licences(fields: Fields, name: str) -> int:
    return _whole(fields, name, "settings-not-a-count", least=0, most=setting.MOST_LICENCES)


def _whole(fields: Fields, name: str, key: str, *, least: int, most: int) -> int:
    said = _typed(fields, name)
    if not re.fullmatch(r"[0-9]{1,9}", said) or not least <= int(said) <= most:
        raise BadField(name, key, most=most)
    return int(said)


def _balance(fields: Fields) -> Decimal | None:
    said = _typed(fields, setting.BALANCE).replace(",", ".")
    if not said:
        return None
    try:
        amount = round(Decimal(said), 2)
    except InvalidOperation:
        raise BadField(setting.BALANCE, "settings-not-a-balance") from None
    if not 0 <= amount < 10**_BALANCE_DIGITS:
        raise BadField(setting.BALANCE, "settings-not-a-balance")
    return amount


def _text(value: Carried, name: str) -> str:
    text = value.get(name)
    if not isinstance(text, str):
        raise BadInput("stale-button")
    return text


def _element(fields: Fields, block: str, action: str = "") -> Mapping[str, Any]:
    element: Mapping[str, Any] = fields.get(block, {}).get(action or block, {})
    return element


def _typed(fields: Fields, name: str) -> str:
    return (_element(fields, name).get("value") or "").strip()


def _selected(fields: Fields, name: str) -> str:
    option = _element(fields, name).get("selected_option") or {}
    return str(option.get("value", ""))
