"""Help: what can be done, and how to ask for it."""

from pathlib import Path

from handlers.help import requests, show
from handlers.help.requests import ShowHelp
from handlers.help.views import group_buttons
from handlers.kit.feature import Feature
from handlers.kit.topics import Group, Topic

__all__ = ["HELP", "group_buttons"]

HELP = Feature(
    name="help",
    words=Path(__file__).parent,
    commands={"help": requests.read_help},
    runs={ShowHelp: show.show},
    anywhere=frozenset({ShowHelp}),
    help=(Topic(word="help", group=Group.DESK, short="help-short-help", full="help-help"),),
)
