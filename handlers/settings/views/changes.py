"""Changed settings in words: what each is called where it is set, what it was and what it is."""

from collections.abc import Callable
from typing import Any

from handlers.kit.blocks import mention
from handlers.kit.messages import plain, say
from handlers.settings.views.modals import ROLES
from store.audit.types import Deed
from store.types import UserId
from store.workspaces.types import Circle

_SHORT = 60  # characters of a value
_NAMED = 3  # channels or members of one

_LABELS = {
    "enterprise_e5": "settings-e5",
    "phone_system": "settings-phone",
    "audio_conferencing": "settings-audio",
    "credits_set_up": "settings-credits",
    "credits_balance": "settings-balance",
    "credits_auto_recharge": "settings-credits-recharge",
    "locale": "settings-language",
    "notices": "settings-notices",
    "hold_minutes": "settings-minutes",
    "rest_days": "settings-rest",
    "approvals": "settings-approvals",
    "approvals_toll_free": "settings-toll-free",
    "approvals_from": "settings-from",
    "extension_minutes": "settings-extension",
    "approve_releases": "settings-releases",
    "channels": "settings-channels",
    "country": "settings-country",
    "port_lead_days": "settings-lead",
    "port_silent_days": "settings-silent",
    "approvers": "settings-approvers",
    **{name: f"settings-role-{role}" for role, name in ROLES.items()},
}
_NOTHING = "\N{EN DASH}"


def changes(locale: str, deed: Deed) -> list[str]:
    """Each setting that an entry of the record says was changed."""
    return [
        f"{_label(locale, name)}: {_value(locale, name, deed.before.get(name))} → {_value(locale, name, now)}"
        for name, now in sorted(deed.after.items())
    ]


def _label(locale: str, name: str) -> str:
    return say(locale, _LABELS[name]) if name in _LABELS else name


def _value(locale: str, name: str, value: Any) -> str:
    if value is None or value is False or value in ("", []):
        return _NOTHING
    return _SAID.get(name, _plainly)(locale, value)


def _plainly(_locale: str, value: Any) -> str:
    return "✓" if value is True else plain(str(value)[:_SHORT])


def _channel(_locale: str, value: Any) -> str:
    return f"<#{value}>"


def _channels(locale: str, value: Any) -> str:
    return _few([_channel(locale, channel) for channel in value])


def _language(locale: str, value: Any) -> str:
    return say(locale, f"settings-language-{value}")


def _who(locale: str, value: Any) -> str:
    circle, *named = str(value).split()
    if circle == Circle.GROUP:
        return f"<!subteam^{named[0]}>"
    return _few([mention(UserId(user)) for user in named]) if named else say(locale, f"circle-{circle}")


def _silences(locale: str, value: Any) -> str:
    states = (each.split() for each in str(value).split(", "))
    return ", ".join(f"{say(locale, f'port-state-{state}')} {days}" for state, days in states)


def _few(named: list[str]) -> str:
    return " ".join(named if len(named) <= _NAMED else [*named[:_NAMED], "…"])


_SAID: dict[str, Callable[[str, Any], str]] = {
    "notices": _channel,
    "channels": _channels,
    "locale": _language,
    "approvers": _who,
    "port_silent_days": _silences,
    **dict.fromkeys(ROLES.values(), _who),
}
