"""The command line explains itself: each command in one line, with an example that can be typed."""

import pytest
from typer.testing import CliRunner

from bot.commands import cli

NAMES = (
    *("", "import", "sample", "workspace", "socket", "web", "worker", "migrate", "backup", "manifest", "outbox"),
    *("audit", "audit verify", "pool", "pool remove", "pool export"),
    *("carrier", "carrier add", "carrier list", "carrier check", "carrier remove"),
)


def shown(*arguments: str) -> list[str]:
    """The lines of a help, in a terminal of the usual width."""
    told = CliRunner().invoke(cli, [*arguments, "--help"], env={"COLUMNS": "80", "TERM": "dumb"})
    assert told.exit_code == 0
    return [line.strip(" │") for line in told.output.splitlines()]


@pytest.mark.parametrize("name", NAMES)
def test_each_help_ends_with_an_example(name: str) -> None:
    *_, example = filter(None, shown(*name.split()))
    assert example.startswith(f"Example: python -m bot {name}".rstrip())


def test_each_command_is_told_in_one_line() -> None:
    lines = shown()
    at = next(i for i, line in enumerate(lines) if "Commands" in line)
    told = [line for line in lines[at + 1 :] if line and not line.startswith(("╰", "Example"))]
    assert [line.split()[0] for line in told] == [name for name in NAMES if name and " " not in name]
    assert all(line.endswith(".") for line in told)
