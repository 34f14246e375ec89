"""What can be asked about help."""

from dataclasses import dataclass

from handlers.kit.words import Words
from store.places import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowHelp:
    """What can be done; with a topic, which may be a group of topics, how that is asked for."""

    topic: str = ""


def read_help(words: Words, _places: Places) -> ShowHelp:
    """Read `help [command | group]`."""
    return ShowHelp(topic=" ".join(words.take_rest()).lower().removeprefix("/"))
