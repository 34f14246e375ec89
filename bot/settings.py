"""What the environment says, read once and refused where it is wrong."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.carriers.accounts import Account, read_accounts

SLACK_API = "https://slack.com/api/"
SLACK_WAITS = 3.0  # seconds for an interaction's answer (Slack's documentation of interactivity, November 2026)
_SHORTEST_KEY = 32  # characters
_LAST_PORT = 65_535
_LONGEST_WAIT = 600.0  # seconds
_LOG_FORMATS = ("auto", "console", "json")
_YES_OR_NO = {"true": True, "1": True, "yes": True, "on": True, "false": False, "0": False, "no": False, "off": False}
_DATABASES = ("sqlite:///", "postgresql://", "postgres://", "postgresql+psycopg://")


class CannotStart(Exception):
    """What keeps a command from being carried out: in words, for who typed it."""


class BadSettings(CannotStart):
    """The environment has a value we cannot work with. Says which variable and what is allowed, never the value."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that is never printed."""

    _value: str = field(default="", repr=False)

    def get_secret_value(self) -> str:
        """The text itself."""
        return self._value


_NONE = Secret()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a process is told by its environment; _VARIABLES says by which variable each field is, and what it may be.

    `clock_file` has the seconds that the desk's time is ahead; None: it is real time. `slack_waits` is for how many
    seconds an interaction is waited for: only a local workspace waits longer than Slack. `carriers` are accounts that
    local mode has made; an operator's are in the database.
    """

    database_url: str = field(default="sqlite:///numberdesk.db", repr=False)  # it may hold a password
    slack_bot_token: Secret = _NONE
    slack_app_token: Secret = _NONE
    slack_signing_secret: Secret = _NONE
    audit_key: Secret = _NONE
    letter_key: Secret = _NONE
    slack_api_url: str = SLACK_API
    log_format: str = "auto"
    pace: bool = True
    slack_waits: float = SLACK_WAITS
    port: int = 8000
    clock_file: Path | None = None
    carriers: tuple[Account, ...] = ()

    @property
    def vault_key(self) -> bytes:
        """The key to signed letters; where none of its own is set, that of the record has to do."""
        return (self.letter_key.get_secret_value() or self.audit_key.get_secret_value()).encode()

    @property
    def has_slack(self) -> bool:
        """Whether a token says which Slack to connect to."""
        return bool(self.slack_bot_token.get_secret_value())


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the environment. Raises BadSettings, which tells of all that is wrong at once."""
    values: dict[str, Any] = {}
    bad: list[str] = []
    for name, variable in _VARIABLES.items():
        try:
            if (said := environment.get(variable.name)) is not None:
                values[name] = variable.read(said)
        except ValueError:
            bad.append(variable.told())
    if bad:
        raise BadSettings("\n".join(sorted(bad)))
    return Settings(**values)


def require(settings: Settings, *names: str) -> None:
    """Raise BadSettings unless each of these secrets is set."""
    missing = [name for name in names if not getattr(settings, name).get_secret_value()]
    if missing:
        raise BadSettings("\n".join(f"{_VARIABLES[name].told()}; it is not set" for name in missing))


@dataclass(frozen=True, slots=True)
class _Variable:
    """`read` raises ValueError where the value is none of what is `allowed`."""

    name: str
    read: Callable[[str], object]
    allowed: str

    def told(self) -> str:
        return f"{self.name} must be {self.allowed}"


def _begins(*starts: str, ends: str = "") -> Callable[[str], str]:
    def read(value: str) -> str:
        if not value.startswith(starts) or not value.endswith(ends):
            raise ValueError
        return value

    return read


def _token(start: str) -> Callable[[str], Secret]:
    return lambda value: Secret(_begins(start)(value) if value else "")


def _key(value: str) -> Secret:
    if 0 < len(value) < _SHORTEST_KEY:
        raise ValueError
    return Secret(value)


def _log_format(value: str) -> str:
    if value not in _LOG_FORMATS:
        raise ValueError
    return value


def _yes_or_no(value: str) -> bool:
    if value.casefold() not in _YES_OR_NO:
        raise ValueError
    return _YES_OR_NO[value.casefold()]


def _waits(value: str) -> float:
    if not SLACK_WAITS <= float(value) <= _LONGEST_WAIT:
        raise ValueError
    return float(value)


def _port(value: str) -> int:
    if not 0 < int(value) <= _LAST_PORT:
        raise ValueError
    return int(value)


# By hand: what would read and check them for us weighs ten megabytes in each process.
_VARIABLES = {
    "database_url": _Variable(
        "DATABASE_URL", _begins(*_DATABASES), "an SQLAlchemy URL that begins with sqlite:/// or postgresql://"
    ),
    "slack_bot_token": _Variable("SLACK_BOT_TOKEN", _token("xoxb-"), "a bot token that begins with xoxb-"),
    "slack_app_token": _Variable("SLACK_APP_TOKEN", _token("xapp-"), "an app-level token that begins with xapp-"),
    "slack_signing_secret": _Variable("SLACK_SIGNING_SECRET", Secret, "the app's signing secret"),
    "audit_key": _Variable("NUMBERDESK_AUDIT_KEY", _key, "a secret of 32 characters or more, which seals the record"),
    "letter_key": _Variable(
        "NUMBERDESK_LETTER_KEY", _key, "a secret of 32 characters or more, with which signed letters are encrypted"
    ),
    "slack_api_url": _Variable(
        "SLACK_API_URL", _begins("http://", "https://", ends="/"), "an http or https address that ends with /"
    ),
    "log_format": _Variable("NUMBERDESK_LOG_FORMAT", _log_format, "auto, console or json"),
    "pace": _Variable("NUMBERDESK_PACE", _yes_or_no, "true or false: whether to keep below Slack's rate limits"),
    "slack_waits": _Variable(
        "NUMBERDESK_SLACK_WAITS", _waits, "the seconds that a local workspace waits for an answer, from 3 to 600"
    ),
    "port": _Variable("PORT", _port, "the number of a port to listen on, from 1 to 65535"),
    "clock_file": _Variable("NUMBERDESK_CLOCK_FILE", Path, "a file with the seconds that the desk's time is ahead"),
    "carriers": _Variable("NUMBERDESK_CARRIERS", read_accounts, "a JSON list of accounts at carriers"),
}
