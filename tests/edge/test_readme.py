"""What the README says is so: its commands, variables, files, the picture, and how port orders move."""

import re
from enum import StrEnum
from pathlib import Path

from typer.main import get_command

from bot.commands import cli
from bot.settings import _VARIABLES
from handlers.desk import FEATURES
from handlers.ports.rules import TABLE
from store.carriers.states import TRANSITIONS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PICTURE = "tests/browser/card.png"
LARGEST = 60_000  # bytes of the picture
CODE = re.findall(r"`([^`\n]+)`", README)


def test_the_picture_of_a_card_is_there_and_small() -> None:
    assert f"]({PICTURE})" in README
    content = (ROOT / PICTURE).read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) < LARGEST


def test_the_test_command_is_found_by_those_who_run_it() -> None:
    _, _, after = README.partition("\n<!-- test command -->\n")
    (command,) = [line for line in after.partition("\n```\n")[0].splitlines() if not line.startswith(("<", "`"))]
    assert command.startswith("python3 -m venv .venv && ")
    assert " -m pytest " in command


def test_every_file_that_is_named_is_there() -> None:
    named = [name for name in CODE if re.fullmatch(r"(bot|handlers|store|tests)/[\w/.]*", name)]
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_command_is_in_the_table() -> None:
    _, _, after = README.partition("| Type `/numbers` and |")
    first = {name.split()[0] for name in re.findall(r"`([^`]+)`", after.partition("\n\n")[0])}
    assert set(FEATURES.commands) <= first


def test_every_command_of_the_shell_and_every_variable_is_in_a_table() -> None:
    commands = getattr(get_command(cli), "commands", {})
    assert commands
    assert [name for name in commands if not re.search(rf"^\| `python -m bot {name}\b", README, re.MULTILINE)] == []
    variables = [each.name for each in _VARIABLES.values()]
    assert [name for name in variables if not re.search(rf"^\| .*`{name}`", README, re.MULTILINE)] == []


def drawn(which: int) -> set[tuple[str, str]]:
    """What leads where in one of the diagrams."""
    diagrams = re.findall(r"^stateDiagram-v2\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    return set(re.findall(r"^    (\w+) --> (\w+)", diagrams[which], re.MULTILINE))


def test_the_diagram_is_the_table_of_port_orders() -> None:
    assert drawn(0) == {(name(state), name(to)) for state, moves in TABLE.items() for to in moves}


def test_the_diagram_is_the_table_of_numbers_at_carriers() -> None:
    assert drawn(1) == {(name(state), name(to)) for state, following in TRANSITIONS.items() for to in following}


def name(state: StrEnum) -> str:
    """What a state is called in the diagram, where a name is one word: TransferPending."""
    return state.title().replace("_", "")
