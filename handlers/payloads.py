"""What a member pressed or sent in a modal, read once: nothing of it is trusted, whatever made it."""

import json
import re
from collections.abc import Mapping
from decimal import Decimal
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

_AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,2})?")

Fields = Mapping[str, Mapping[str, Any]]  # a view's state.values: block, then element
Carried = Mapping[str, Any]


def carried(text: str | None) -> Carried:
    """The JSON object that a button or a modal carries; empty where it carries none."""
    try:
        value = json.loads(text or "")
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def nonce(value: Carried) -> str:
    """What tells this button from the same one in another state."""
    return _word(value.get("nonce"))


def turns(value: Carried) -> bool:
    """Whether the answer takes the place of the message that the button stands in."""
    return value.get("turn") is True


def hold(value: Carried) -> HoldId:
    """The hold that a button or a modal is about."""
    number = value.get("hold")
    if type(number) is not int or not 0 < number < 2**31:  # JSON's true would be an int too
        raise BadInput("stale-button")
    return HoldId(number)


def typed(value: Carried) -> str:
    """The command that a button runs."""
    return _needed(value, "run")


def reserve_these(value: Carried, places: Places) -> Reserve:
    """The numbers a search showed, and what it looked for."""
    search = parse.command(_needed(value, "search"), places)
    these = value.get("these")
    if not isinstance(search, Search) or not isinstance(these, list) or not 0 < len(these) <= PAGE:
        raise BadInput("stale-button")
    shown = tuple(E164(e164) for e164 in map(_word, these) if re.fullmatch(r"\+[0-9]{3,15}", e164))
    return Reserve(wanted=search.wanted, quantity=search.quantity or len(these), these=shown)


def acquire(value: Carried, fields: Fields) -> Acquire:
    """The choice of the modal in which numbers are acquired."""
    note = _typed(fields, acquiring.NOTE)
    if len(note) > acquiring.NOTE_LENGTH:
        raise BadField(acquiring.NOTE, "acquire-too-long", most=acquiring.NOTE_LENGTH)
    purpose = _selected(fields, acquiring.PURPOSE)
    known = purpose in list(Purpose)
    return Acquire(
        hold=hold(value), choice=_choice(fields), purpose=Purpose(purpose) if known else Purpose.NOT_YET, note=note
    )


def _choice(fields: Fields) -> Choice:
    if acquiring.NUMBERS in fields:
        picked = _picked(fields, acquiring.NUMBERS)
        return Choice(field=acquiring.NUMBERS, picked=tuple(map(E164, picked)))
    which = _selected(fields, acquiring.WHICH)
    if which not in (acquiring.ALL, acquiring.ONLY, acquiring.EXCEPT):
        raise BadInput("stale-button")
    picked = _picked(fields, acquiring.FIND, acquiring.FIND_ACTION)
    ranges = _typed(fields, acquiring.RANGES)
    return Choice(field=acquiring.FIND, which=which, picked=tuple(map(E164, picked)), ranges=ranges)


def settings(workspace: WorkspaceId, fields: Fields) -> Workspace:
    """The workspace as an admin wants it set."""
    ticked = _picked(fields, setting.CREDITS)
    language = _selected(fields, setting.LANGUAGE)
    notices = _word(_at(fields, setting.NOTICES, setting.NOTICES, "selected_conversation"))
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
    if not _AMOUNT.fullmatch(said):
        raise BadField(setting.BALANCE, "settings-not-a-balance")
    return Decimal(said)


def _needed(value: Carried, name: str) -> str:
    text = _word(value.get(name))
    if not text:
        raise BadInput("stale-button")
    return text


def _typed(fields: Fields, name: str) -> str:
    return _word(_at(fields, name, name, "value")).strip()


def _selected(fields: Fields, name: str) -> str:
    return _word(_at(fields, name, name, "selected_option", "value"))


def _picked(fields: Fields, block: str, action: str = "") -> list[str]:
    options = _at(fields, block, action or block, "selected_options")
    return [_word(_at(option, "value")) for option in options] if isinstance(options, list) else []


def _at(thing: object, *path: str) -> object:
    """What stands at a path in JSON; None where that leads nowhere."""
    for name in path:
        thing = thing.get(name) if isinstance(thing, Mapping) else None
    return thing


def _word(value: object) -> str:
    """A text without what no database keeps, half a surrogate pair and NUL; "" for anything else."""
    return value.encode(errors="ignore").decode().replace("\0", "") if isinstance(value, str) else ""
