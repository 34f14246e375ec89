"""The manifest asks for exactly what the code uses: no scope too few, and none too many."""

import ast
from pathlib import Path

from slack_sdk import WebClient

from bot import manifest

_BOT = Path(manifest.__file__).parent


def test_every_method_the_bot_calls_is_in_the_manifest_and_no_other() -> None:
    assert set(manifest.METHODS) == {method for file in _BOT.glob("*.py") for method in called_in(file)}


def called_in(file: Path) -> set[str]:
    """The Web API methods that a file calls by their name, or hands on by it."""
    nodes = list(ast.walk(ast.parse(file.read_text("utf-8"))))
    named = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    handed_on = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {name.replace("_", ".") for name in named | handed_on if "_" in name and name in vars(WebClient)}


def test_every_event_the_bot_listens_to_is_in_the_manifest_and_no_other() -> None:
    tree = ast.parse((_BOT / "listeners.py").read_text("utf-8"))
    listened = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "event"
        and isinstance(node.args[0], ast.Constant)
    }
    assert listened == set(manifest.EVENTS)
