"""The settings as a member sent them, read once."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from phonenumbers import SUPPORTED_REGIONS

from handlers.kit.fields import (
    Fields,
    at,
    picked,
    selected,
    typed,
    users,
    word,
)
from handlers.kit.words import MOST, BadField
from handlers.ports.alarms import SILENT_DAYS
from handlers.ports.dates import LEAD_DAYS
from handlers.settings.views import modals as setting
from store.ports.types import State
from store.types import ChannelId, GroupId
from store.workspaces.types import LOCALES, Circle, Credits, Licences, Policy, Roles, Who, Workspace

_AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,2})?")


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
