"""What the environment says, read once and refused where it is wrong."""

from pathlib import Path
from typing import Literal

from pydantic import AliasChoices, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

SLACK_API = "https://slack.com/api/"
_SHORTEST_KEY = 32  # characters


class BadSettings(Exception):
    """The environment has a value we cannot work with. Says which variable and what is allowed, never the value."""


class Settings(BaseSettings):
    """Each field is the environment variable of its name in capitals, or the one its alias names."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore")

    database_url: str = Field(
        default="sqlite:///numberdesk.db",
        repr=False,  # it may hold a password
        description="an SQLAlchemy URL that begins with sqlite:/// or postgresql://",
    )
    slack_bot_token: SecretStr = Field(default=SecretStr(""), description="a bot token that begins with xoxb-")
    slack_app_token: SecretStr = Field(default=SecretStr(""), description="an app-level token that begins with xapp-")
    slack_signing_secret: SecretStr = Field(default=SecretStr(""), description="the app's signing secret")
    audit_key: SecretStr = Field(
        default=SecretStr(""),
        validation_alias=AliasChoices("NUMBERDESK_AUDIT_KEY", "audit_key"),
        description="a secret of 32 characters or more, which seals the record",
    )
    letter_key: SecretStr = Field(
        default=SecretStr(""),
        validation_alias=AliasChoices("NUMBERDESK_LETTER_KEY", "letter_key"),
        description="a secret of 32 characters or more, with which signed letters are encrypted",
    )
    slack_api_url: str = Field(default=SLACK_API, description="an http or https address that ends with /")
    log_format: Literal["auto", "console", "json"] = Field(
        default="auto",
        validation_alias=AliasChoices("NUMBERDESK_LOG_FORMAT", "log_format"),
        description="auto, console or json",
    )
    pace: bool = Field(
        default=True,
        validation_alias=AliasChoices("NUMBERDESK_PACE", "pace"),
        description="true or false: whether to keep below Slack's rate limits",
    )
    clock_file: Path | None = Field(
        default=None,
        validation_alias=AliasChoices("NUMBERDESK_CLOCK_FILE", "clock_file"),
        description="a file with the seconds that the desk's time is ahead",
    )

    @field_validator("database_url")
    @classmethod
    def _is_known_engine(cls, url: str) -> str:
        if not url.startswith(("sqlite:///", "postgresql://", "postgres://", "postgresql+psycopg://")):
            raise ValueError
        return url

    @field_validator("slack_bot_token")
    @classmethod
    def _is_bot_token(cls, token: SecretStr) -> SecretStr:
        return _begins(token, "xoxb-")

    @field_validator("slack_app_token")
    @classmethod
    def _is_app_token(cls, token: SecretStr) -> SecretStr:
        return _begins(token, "xapp-")

    @field_validator("audit_key", "letter_key")
    @classmethod
    def _is_long(cls, key: SecretStr) -> SecretStr:
        if 0 < len(key.get_secret_value()) < _SHORTEST_KEY:
            raise ValueError
        return key

    @field_validator("slack_api_url")
    @classmethod
    def _is_address(cls, url: str) -> str:
        if not url.startswith(("http://", "https://")) or not url.endswith("/"):
            raise ValueError
        return url

    @property
    def vault_key(self) -> bytes:
        """The key to signed letters; where none of its own is set, that of the record has to do."""
        return (self.letter_key.get_secret_value() or self.audit_key.get_secret_value()).encode()

    @property
    def has_slack(self) -> bool:
        """Whether a token says which Slack to connect to."""
        return bool(self.slack_bot_token.get_secret_value())


def read_settings() -> Settings:
    """Read the environment. Raises BadSettings."""
    try:
        return Settings()
    except ValidationError as bad:
        told = sorted({_told(str(error["loc"][0])) for error in bad.errors(include_input=False)})
        raise BadSettings("\n".join(told)) from None


def require(settings: Settings, *names: str) -> None:
    """Raise BadSettings unless each of these variables is set."""
    missing = [name for name in names if not getattr(settings, name).get_secret_value()]
    if missing:
        raise BadSettings("\n".join(f"{_told(name)}; it is not set" for name in missing))


def _told(name: str) -> str:
    field = next(
        field
        for own, field in Settings.model_fields.items()
        if name in (own, *getattr(field.validation_alias, "choices", ()))
    )
    variable = getattr(field.validation_alias, "choices", [name.upper()])[0]
    return f"{variable} must be {field.description}"


def _begins(token: SecretStr, start: str) -> SecretStr:
    if token.get_secret_value() and not token.get_secret_value().startswith(start):
        raise ValueError
    return token
