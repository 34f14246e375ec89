"""The manifest asks for exactly what the code uses."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

from slack_sdk import WebClient

from bot import manifest
from bot.listeners import Listeners
from bot.workspace.scopes import SCOPES as ALL_SCOPES
from handlers.kit.words import COMMAND

EDGES = sorted((Path(__file__).parents[2] / "bot").glob("*.py"))


def called() -> set[str]:
    """The Web API methods that the edges call on a client or name to be paged through."""
    names: set[str] = set()
    for path in EDGES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute):
                names.add(node.attr)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                names.add(node.value)
    methods = {name for name in names if re.fullmatch(r"[a-z]+_[A-Za-z0-9_]+", name)}
    return {name for name in methods if callable(getattr(WebClient, name, None))}


def test_every_method_that_is_called_has_its_scope_in_the_manifest() -> None:
    assert {name.replace("_", ".", 1) for name in called()} == set(manifest.METHODS)


class Recorder:
    """Remembers what is listened to, in the place of an app."""

    def __init__(self) -> None:
        self.heard: set[tuple[str, object]] = set()

    def __getattr__(self, kind: str) -> Callable[[object], Callable[[object], None]]:
        def listen_to(what: object) -> Callable[[object], None]:
            self.heard.add((kind, what))
            return lambda _listener: None

        return listen_to


def test_every_listener_has_its_place_in_the_manifest() -> None:
    app = Recorder()
    Listeners(None, None, lambda: None, waits=3).listen(app)  # type: ignore[arg-type] # nothing is handled here
    # In the manifest a message has one name for each kind of channel.
    assert {what for kind, what in app.heard if kind == "event"} == {name.partition(".")[0] for name in manifest.EVENTS}
    assert {what for kind, what in app.heard if kind == "command"} == {COMMAND}


def test_no_scope_is_unknown_to_slack() -> None:
    assert set(manifest.SCOPES) <= ALL_SCOPES


def test_members_may_write_to_the_desk() -> None:
    tabs = manifest.manifest()["features"]["app_home"]
    assert tabs["messages_tab_enabled"] is True
    assert tabs["messages_tab_read_only_enabled"] is False  # Slack's default is true


def test_for_socket_mode_no_address_is_named() -> None:
    made = manifest.manifest()
    assert made["settings"]["socket_mode_enabled"] is True
    assert "http" not in str(made)


def test_for_http_all_that_slack_posts_goes_to_one_address() -> None:
    made = manifest.manifest("https://desk.example/")
    posts_to = "https://desk.example/slack/events"
    assert made["settings"]["socket_mode_enabled"] is False
    assert made["settings"]["event_subscriptions"]["request_url"] == posts_to
    assert made["settings"]["interactivity"]["request_url"] == posts_to
    assert made["settings"]["interactivity"]["message_menu_options_url"] == posts_to
    assert made["features"]["slash_commands"][0]["url"] == posts_to
