"""What a member pressed or sent in a modal, read once: nothing of it is trusted, whatever made it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from phonenumbers import SUPPORTED_REGIONS

from handlers.approvals.views import decline as declining
from handlers.holds.acquire import Acquire
from handlers.holds.choice import Choice
from handlers.holds.views import choose as acquiring
from handlers.kit import parse
from handlers.kit.fields import (
    Carried,
    Fields,
    at,
    counted,
    file_id,
    needed,
    picked,
    selected,
    typed,
    typed_within,
    users,
    word,
)
from handlers.kit.requests import PAGE, Decision, Reserve, Search
from handlers.kit.words import MOST, BadField, BadInput
from handlers.ports.comments import Said
from handlers.ports.rules import LEAD_DAYS, SILENT_DAYS
from handlers.settings.views import modals as setting
from store.approvals.types import RequestId
from store.batches.types import BatchId
from store.holds.types import HoldId, Purpose
from store.places import Places
from store.ports.types import State
from store.types import E164, ChannelId, GroupId
from store.workspaces.types import LOCALES, Circle, Credits, Licences, Policy, Roles, Who, Workspace

_CHANNEL = re.compile(r"[CGD][A-Z0-9]{2,20}")
_TS = re.compile(r"[0-9]{1,12}\.[0-9]{1,6}")
_COMMENT, _FILE_NAME = 4_000, 200  # characters that are kept
_AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,2})?")


def nonce(value: Carried) -> str:
    """What tells this button from the same one in another state."""
    return word(value.get("nonce"))


def turns(value: Carried) -> bool:
    """Whether the answer takes the place of the message that the button stands in."""
    return value.get("turn") is True


def hold(value: Carried) -> HoldId:
    """The hold that a button or a modal is about."""
    return HoldId(counted(value, "hold"))


def decision(value: Carried) -> Decision:
    """The request that a button or a modal is about."""
    request = RequestId(counted(value, "request"))
    if "batch" in value:
        return Decision(batch=BatchId(counted(value, "batch")), request=request)
    return Decision(hold=hold(value), request=request)


def place(value: Carried) -> tuple[ChannelId, str]:
    """The channel and the message that a modal was opened from; "" where it came from none."""
    channel, message = word(value.get("channel")), word(value.get("message"))
    known = _CHANNEL.fullmatch(channel)
    return ChannelId(channel if known else ""), message if _TS.fullmatch(message) else ""


def reason(fields: Fields) -> str:
    """Why somebody declines."""
    said = typed_within(fields, declining.REASON, declining.REASON_LENGTH, "decline-too-long")
    if not said:
        raise BadField(declining.REASON, "decline-no-reason")
    return said


def command(value: Carried) -> str:
    """The command that a button runs."""
    return needed(value, "run")


def reserve_these(value: Carried, places: Places) -> Reserve:
    """The numbers a search showed, and what it looked for."""
    search = parse.command(needed(value, "search"), places)
    these = value.get("these")
    if not isinstance(search, Search) or not isinstance(these, list) or not 0 < len(these) <= PAGE:
        raise BadInput("stale-button")
    shown = tuple(E164(e164) for e164 in map(word, these) if re.fullmatch(r"\+[0-9]{3,15}", e164))
    return Reserve(wanted=search.wanted, quantity=search.quantity or len(these), these=shown)


def acquire(value: Carried, fields: Fields) -> Acquire:
    """The choice of the modal in which numbers are acquired."""
    note = typed_within(fields, acquiring.NOTE, acquiring.NOTE_LENGTH, "acquire-too-long")
    purpose = selected(fields, acquiring.PURPOSE)
    known = purpose in list(Purpose)
    return Acquire(
        hold=hold(value), choice=_choice(fields), purpose=Purpose(purpose) if known else Purpose.NOT_YET, note=note
    )


def _choice(fields: Fields) -> Choice:
    if acquiring.NUMBERS in fields:
        return Choice(field=acquiring.NUMBERS, picked=tuple(map(E164, picked(fields, acquiring.NUMBERS))))
    which = selected(fields, acquiring.WHICH)
    if which not in (acquiring.ALL, acquiring.ONLY, acquiring.EXCEPT):
        raise BadInput("stale-button")
    found = picked(fields, acquiring.FIND, acquiring.FIND_ACTION)
    ranges = typed(fields, acquiring.RANGES)
    return Choice(field=acquiring.FIND, which=which, picked=tuple(map(E164, found)), ranges=ranges)


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
        rest_days=_asked(
            fields, setting.REST, now.rest_days, "settings-not-approvals", least=0, most=setting.MOST_REST
        ),
        country=_country(fields, now.country),
        port_lead_days=_lead_days(fields, now.port_lead_days),
        port_silent_days=_silent_days(fields, now.port_silent_days),
        hold_minutes=_asked(fields, setting.MINUTES, now.hold_minutes, "settings-not-minutes", least=1, most=60),
    )


def _credits(fields: Fields) -> Credits:
    ticked = picked(fields, setting.CREDITS)
    return Credits(set_up=setting.SET_UP in ticked, balance=_balance(fields), auto_recharge=setting.RECHARGE in ticked)


def _policy(fields: Fields, now: Policy) -> Policy:
    most, wrong = setting.MOST_APPROVALS, "settings-not-approvals"
    approvals = _asked(fields, setting.APPROVALS, now.approvals, wrong, least=0, most=most)
    toll_free = now.toll_free
    if setting.TOLL_FREE in fields:
        said = typed(fields, setting.TOLL_FREE)
        toll_free = _whole(fields, setting.TOLL_FREE, wrong, least=0, most=most) if said else None
    return Policy(
        approvals=approvals,
        toll_free=toll_free,
        from_quantity=_asked(fields, setting.FROM, now.from_quantity, "settings-not-a-quantity", least=1, most=MOST),
        approvers=_approvers(fields, now.approvers, max(approvals, toll_free or 0)),
        extension_minutes=_asked(
            fields, setting.EXTENSION, now.extension_minutes, "settings-not-an-extension", least=0, most=60
        ),
        releases=setting.RELEASES in picked(fields, setting.RELEASES) if setting.RELEASES in fields else now.releases,
    )


def _approvers(fields: Fields, now: Who, needed: int) -> Who:
    who = _who(fields, setting.APPROVERS, now)
    if who.circle is not Circle.NAMED:
        return who
    named = users(fields, setting.NAMED)
    if len(named) > setting.MOST_NAMED:
        raise BadField(setting.NAMED, "settings-too-many-approvers", most=setting.MOST_NAMED)
    if len(named) < max(needed, 1):
        raise BadField(setting.NAMED, "settings-too-few-approvers", needed=max(needed, 1))
    return Who(circle=Circle.NAMED, members=named)


def _who(fields: Fields, name: str, now: Who) -> Who:
    if name not in fields:
        return now
    said = selected(fields, name)
    if group := re.fullmatch(rf"{setting.GROUP}(S[A-Z0-9]{{2,20}})", said):
        return Who(circle=Circle.GROUP, group=GroupId(group[1]))
    if said not in setting.CIRCLES[name]:
        raise BadField(name, "settings-not-a-choice")
    return now if said == now.circle else Who(circle=Circle(said))


def _channels(fields: Fields, now: tuple[ChannelId, ...]) -> tuple[ChannelId, ...]:
    if setting.CHANNELS not in fields:
        return now
    chosen = at(fields, setting.CHANNELS, setting.CHANNELS, "selected_conversations")
    said = [word(channel) for channel in chosen] if isinstance(chosen, list) else []
    return tuple(ChannelId(channel) for channel in dict.fromkeys(said) if re.fullmatch(r"[CG][A-Z0-9]{2,20}", channel))


def _locale(fields: Fields, now: str) -> str:
    language = selected(fields, setting.LANGUAGE)
    return language if language in LOCALES else now


def _notices(fields: Fields, now: ChannelId | None) -> ChannelId | None:
    if setting.NOTICES not in fields:
        return now
    notices = word(at(fields, setting.NOTICES, setting.NOTICES, "selected_conversation"))
    return ChannelId(notices) if notices else None


def _country(fields: Fields, now: str) -> str:
    if setting.COUNTRY not in fields:
        return now
    said = typed(fields, setting.COUNTRY).upper()
    if said not in SUPPORTED_REGIONS:
        raise BadField(setting.COUNTRY, "settings-not-a-country", said=said)
    return said


def _lead_days(fields: Fields, now: Mapping[str, int]) -> Mapping[str, int]:
    """What was said of each country, as long as that is not what holds for all."""
    if setting.LEAD not in fields:
        return now
    days = {}
    for said in filter(None, map(str.strip, re.split("[,;\n]", typed(fields, setting.LEAD)))):
        pair = re.fullmatch(r"([A-Za-z]{2})[ :=]*([0-9]{1,3})", said)
        if not pair or pair[1].upper() not in SUPPORTED_REGIONS or int(pair[2]) > setting.MOST_DAYS:
            raise BadField(setting.LEAD, "settings-not-lead-days", said=said, most=setting.MOST_DAYS)
        days[pair[1].upper()] = int(pair[2])
    return {country: count for country, count in days.items() if count != LEAD_DAYS}


def _silent_days(fields: Fields, now: Mapping[str, int]) -> Mapping[str, int]:
    said = {
        str(state): _asked(
            fields,
            f"{setting.SILENT}_{state}",
            now.get(state, usual),
            "settings-not-days",
            least=1,
            most=setting.MOST_DAYS,
        )
        for state, usual in SILENT_DAYS.items()
    }
    return {state: days for state, days in said.items() if days != SILENT_DAYS[State(state)]}


def _licences(fields: Fields, name: str) -> int:
    return _whole(fields, name, "settings-not-a-count", least=0, most=setting.MOST_LICENCES)


def _asked(fields: Fields, name: str, now: int, key: str, *, least: int, most: int) -> int:
    """A whole number where the modal asks for it."""
    return _whole(fields, name, key, least=least, most=most) if name in fields else now


def _whole(fields: Fields, name: str, key: str, *, least: int, most: int) -> int:
    said = typed(fields, name)
    if not re.fullmatch(r"[0-9]{1,9}", said) or not least <= int(said) <= most:
        raise BadField(name, key, most=most)
    return int(said)


def _balance(fields: Fields) -> Decimal | None:
    said = typed(fields, setting.BALANCE).replace(",", ".")
    if not said:
        return None
    if not _AMOUNT.fullmatch(said):
        raise BadField(setting.BALANCE, "settings-not-a-balance")
    return Decimal(said)


def said(event: Carried) -> Said | None:
    """What a message event tells of a message in a thread; None where it is no such message."""
    channel, thread, ts = (word(event.get(name)) for name in ("channel", "thread_ts", "ts"))
    if not _CHANNEL.fullmatch(channel) or not _TS.fullmatch(thread) or not _TS.fullmatch(ts) or thread == ts:
        return None
    given = event.get("files")
    files = [(file_id(each), word(at(each, "name"))[:_FILE_NAME]) for each in given] if isinstance(given, list) else []
    text = word(event.get("text"))[:_COMMENT]
    known = tuple((id_, name) for id_, name in files if id_)
    return Said(channel=ChannelId(channel), thread=thread, ts=ts, text=text, files=known)
