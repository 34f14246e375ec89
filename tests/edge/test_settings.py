"""The environment is refused where it is wrong, by name and without its value."""

from pathlib import Path

import pytest

from bot.settings import BadSettings, Secret, Settings, read_settings, require

VARIABLES = (
    "DATABASE_URL",
    "SLACK_BOT_TOKEN",
    "SLACK_APP_TOKEN",
    "SLACK_SIGNING_SECRET",
    "SLACK_API_URL",
    "NUMBERDESK_AUDIT_KEY",
    "NUMBERDESK_LOG_FORMAT",
    "NUMBERDESK_PACE",
    "NUMBERDESK_CLOCK_FILE",
    "NUMBERDESK_SLACK_WAITS",
    "NUMBERDESK_CARRIERS",
    "PORT",
)


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        pytest.param("DATABASE_URL", "mysql://me:hunter2@db", "sqlite:///", id="an engine the desk does not have"),
        pytest.param("SLACK_BOT_TOKEN", "xapp-hunter2", "xoxb-", id="an app token for a bot token"),
        pytest.param("SLACK_APP_TOKEN", "xoxb-hunter2", "xapp-", id="a bot token for an app token"),
        pytest.param("SLACK_API_URL", "hunter2", "http", id="no address"),
        pytest.param("NUMBERDESK_AUDIT_KEY", "hunter2".ljust(31, "!"), "32 characters", id="too short a key"),
        pytest.param("NUMBERDESK_LOG_FORMAT", "hunter2", "auto, console or json", id="an unknown log format"),
        pytest.param("NUMBERDESK_PACE", "hunter2", "true or false", id="neither yes nor no"),
        pytest.param("NUMBERDESK_SLACK_WAITS", "2.9", "from 3 to 600", id="less than Slack waits"),
        pytest.param("NUMBERDESK_SLACK_WAITS", "nan", "from 3 to 600", id="no time at all"),
        pytest.param("PORT", "65536", "from 1 to 65535", id="no port"),
        pytest.param("PORT", "hunter2", "from 1 to 65535", id="no number"),
        pytest.param("NUMBERDESK_CARRIERS", '[{"name": "hunter2"}]', "a JSON list of accounts", id="half an account"),
    ],
)
def test_a_bad_value_is_told_by_its_name(monkeypatch: pytest.MonkeyPatch, name: str, value: str, allowed: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings) as bad:
        read_settings()
    assert name in str(bad.value)
    assert allowed in str(bad.value)
    assert "hunter2" not in str(bad.value)


def test_all_bad_values_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "no")
    monkeypatch.setenv("NUMBERDESK_PACE", "no way")
    with pytest.raises(BadSettings) as bad:
        read_settings()
    assert str(bad.value).splitlines() == sorted(str(bad.value).splitlines())
    assert {line.split()[0] for line in str(bad.value).splitlines()} == {"SLACK_BOT_TOKEN", "NUMBERDESK_PACE"}


def test_nothing_set_is_the_local_product() -> None:
    settings = read_settings()
    assert not settings.has_slack
    assert settings.database_url == "sqlite:///numberdesk.db"
    assert settings.audit_key.get_secret_value() == ""


def test_everything_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("NUMBERDESK_CLOCK_FILE", "/clock")
    monkeypatch.setenv("NUMBERDESK_PACE", "false")
    monkeypatch.setenv("NUMBERDESK_AUDIT_KEY", "k" * 32)
    settings = read_settings()
    assert settings.has_slack
    assert settings.clock_file == Path("/clock")
    assert settings.pace is False
    assert settings.audit_key.get_secret_value() == "k" * 32


def test_a_command_says_which_variable_it_misses() -> None:
    with pytest.raises(BadSettings, match="SLACK_APP_TOKEN"):
        require(Settings(slack_bot_token=Secret("xoxb-1")), "slack_bot_token", "slack_app_token")


def test_an_empty_key_is_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUMBERDESK_AUDIT_KEY", "")
    with pytest.raises(BadSettings, match="NUMBERDESK_AUDIT_KEY must be a secret of 32 characters or more"):
        require(read_settings(), "audit_key")


def test_no_secret_shows_in_a_printed_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-hunter2")
    monkeypatch.setenv("NUMBERDESK_AUDIT_KEY", "hunter2" * 5)
    assert "hunter2" not in repr(read_settings())
