"""Help: what can be done, and how to ask for it."""

from pathlib import Path

from handlers.help import requests, topics
from handlers.help.requests import ShowHelp
from handlers.kit.feature import Feature

__all__ = ["HELP"]

HELP = Feature(
    name="help",
    words=Path(__file__).parent,
    commands={"help": requests.read_help},
    runs={ShowHelp: topics.show},
    anywhere=frozenset({ShowHelp}),
)
