"""What a member pressed or sent in a modal, read once: nothing of it is trusted, whatever made it."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from handlers import parse
from handlers.acquire import Acquire
from handlers.choice import Choice
from handlers.messages import LOCALES
from handlers.parse import BadField, BadInput
from handlers.requests import PAGE, Decision, Reserve, Search
from handlers.views import acquire as acquiring
from handlers.views import decline as declining
from handlers.views import settings as setting
from store.places import Places
from store.types import (
    E164,
    ChannelId,
    Circle,
    Credits,
    GroupId,
    HoldId,
    Licences,
    Policy,
    Purpose,
    RequestId,
    Roles,
    UserId,
    Who,
    Workspace,
)

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
    return HoldId(_counted(value, "hold"))


def decision(value: Carried) -> Decision:
    """The request that a button or a modal is about."""
    return Decision(hold=hold(value), request=RequestId(_counted(value, "request")))


def place(value: Carried) -> tuple[ChannelId, str]:
    """The channel and the message that a modal was opened from; "" where it came from none."""
    channel, message = _word(value.get("channel")), _word(value.get("message"))
    known = re.fullmatch(r"[CGD][A-Z0-9]{2,20}", channel)
    return ChannelId(channel if known else ""), message if re.fullmatch(r"[0-9]{1,12}\.[0-9]{1,6}", message) else ""


def reason(fields: Fields) -> str:
    """Why somebody declines."""
    said = _typed(fields, declining.REASON)
    if not said:
        raise BadField(declining.REASON, "decline-no-reason")
    if len(said) > declining.REASON_LENGTH:
        raise BadField(declining.REASON, "decline-too-long", most=declining.REASON_LENGTH)
    return said


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


def settings(fields: Fields, now: Workspace) -> Workspace:
    """The workspace as somebody wants it set; what the modal does not ask for stays as it is now."""
    return replace(
        now,
        set_up=True,
        licences=Licences(**{name: _licences(fields, name) for name in (setting.E5, setting.PHONE, setting.AUDIO)}),
        credits=_credits(fields),
        policy=_policy(fields, now.policy),
        roles=Roles(**{role: _who(fields, name, getattr(now.roles, role)) for role, name in setting.ROLES.items()}),
        channels=_channels(fields, now.channels),
        locale=_locale(fields, now.locale),
        notices=_notices(fields, now.notices),
        hold_minutes=_asked(fields, setting.MINUTES, now.hold_minutes, "settings-not-minutes", least=1, most=60),
    )


def _credits(fields: Fields) -> Credits:
    ticked = _picked(fields, setting.CREDITS)
    return Credits(set_up=setting.SET_UP in ticked, balance=_balance(fields), auto_recharge=setting.RECHARGE in ticked)


def _policy(fields: Fields, now: Policy) -> Policy:
    most, wrong = setting.MOST_APPROVALS, "settings-not-approvals"
    approvals = _asked(fields, setting.APPROVALS, now.approvals, wrong, least=0, most=most)
    toll_free = now.toll_free
    if setting.TOLL_FREE in fields:
        said = _typed(fields, setting.TOLL_FREE)
        toll_free = _whole(fields, setting.TOLL_FREE, wrong, least=0, most=most) if said else None
    return Policy(
        approvals=approvals,
        toll_free=toll_free,
        from_quantity=_asked(
            fields, setting.FROM, now.from_quantity, "settings-not-a-quantity", least=1, most=parse.MOST
        ),
        approvers=_approvers(fields, now.approvers, max(approvals, toll_free or 0)),
        extension_minutes=_asked(
            fields, setting.EXTENSION, now.extension_minutes, "settings-not-an-extension", least=0, most=60
        ),
    )


def _approvers(fields: Fields, now: Who, needed: int) -> Who:
    who = _who(fields, setting.APPROVERS, now)
    if who.circle is not Circle.NAMED:
        return who
    users = _at(fields, setting.NAMED, setting.NAMED, "selected_users")
    members = [_word(user) for user in users] if isinstance(users, list) else []
    named = tuple(UserId(user) for user in dict.fromkeys(members) if re.fullmatch(r"[UW][A-Z0-9]{2,20}", user))
    if len(named) > setting.MOST_NAMED:
        raise BadField(setting.NAMED, "settings-too-many-approvers", most=setting.MOST_NAMED)
    if len(named) < max(needed, 1):
        raise BadField(setting.NAMED, "settings-too-few-approvers", needed=max(needed, 1))
    return Who(circle=Circle.NAMED, members=named)


def _who(fields: Fields, name: str, now: Who) -> Who:
    if name not in fields:
        return now
    said = _selected(fields, name)
    if group := re.fullmatch(rf"{setting.GROUP}(S[A-Z0-9]{{2,20}})", said):
        return Who(circle=Circle.GROUP, group=GroupId(group[1]))
    if said not in setting.CIRCLES[name]:
        raise BadField(name, "settings-not-a-choice")
    return now if said == now.circle else Who(circle=Circle(said))


def _channels(fields: Fields, now: tuple[ChannelId, ...]) -> tuple[ChannelId, ...]:
    if setting.CHANNELS not in fields:
        return now
    chosen = _at(fields, setting.CHANNELS, setting.CHANNELS, "selected_conversations")
    said = [_word(channel) for channel in chosen] if isinstance(chosen, list) else []
    return tuple(ChannelId(channel) for channel in dict.fromkeys(said) if re.fullmatch(r"[CG][A-Z0-9]{2,20}", channel))


def _locale(fields: Fields, now: str) -> str:
    language = _selected(fields, setting.LANGUAGE)
    return language if language in LOCALES else now


def _notices(fields: Fields, now: ChannelId | None) -> ChannelId | None:
    if setting.NOTICES not in fields:
        return now
    notices = _word(_at(fields, setting.NOTICES, setting.NOTICES, "selected_conversation"))
    return ChannelId(notices) if notices else None


def _licences(fields: Fields, name: str) -> int:
    return _whole(fields, name, "settings-not-a-count", least=0, most=setting.MOST_LICENCES)


def _asked(fields: Fields, name: str, now: int, key: str, *, least: int, most: int) -> int:
    """A whole number where the modal asks for it."""
    return _whole(fields, name, key, least=least, most=most) if name in fields else now


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


def _counted(value: Carried, name: str) -> int:
    number = value.get(name)
    if type(number) is not int or not 0 < number < 2**31:  # JSON's true would be an int too
        raise BadInput("stale-button")
    return number


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
