"""A process that cannot start says why in words, whether its command was given options or none."""

import pytest

from bot.__main__ import run

TOKENS = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "NUMBERDESK_AUDIT_KEY")


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in TOKENS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("bot.__main__.set_up_logs", lambda _format: None)
    monkeypatch.setattr("bot.commands.set_up_logs", lambda _format: None)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command says that does not start."""
    with pytest.raises(SystemExit) as ended:
        run(arguments)
    assert ended.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("socket",), id="socket"),
        pytest.param(("socket", "--no-worker"), id="socket with an option"),
        pytest.param(("web",), id="web"),
        pytest.param(("web", "--port", "1"), id="web with an option"),
        pytest.param(("worker",), id="worker"),
    ],
)
def test_what_is_not_set_is_named(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    assert "SLACK_BOT_TOKEN must be a bot token that begins with xoxb-; it is not set" in said(capsys, *arguments)


@pytest.mark.parametrize("arguments", [("worker",), ("socket", "--no-worker")])
def test_a_database_without_tables_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    for name, value in zip(TOKENS, ("xoxb-1", "xapp-1", "secret", "k" * 32), strict=True):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("DATABASE_URL", "sqlite:///:memory:")
    assert "has no tables yet: run `python -m bot migrate` first" in said(capsys, *arguments)


def test_a_command_that_there_is_not_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert "No such command" in said(capsys, "listen")
