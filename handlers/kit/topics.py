"""What a feature says of itself in the help: topics, gathered in groups."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum


class Group(Enum):
    """What topics are gathered in, in the order in which the help shows it.

    `title` and `word` are the keys of messages: what the group is called, and what it is asked for by.
    """

    FIND = ("help-group-find", "help-word-find")
    HOLD = ("help-group-hold", "help-word-hold")
    APPROVE = ("help-group-approve", "help-word-approve")
    IN_SERVICE = ("help-group-in-service", "help-word-in-service")
    PORT = ("help-group-port", "help-word-port")
    DESK = ("help-group-desk", "help-word-desk")

    def __init__(self, title: str, word: str) -> None:
        self.title, self.word = title, word


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One thing that a feature can do, as the help tells of it.

    `word` is what it is asked for by: the first word of its command, or what its button is called; `also` are other
    words for it. `short` and `full` are the keys of messages, which may name `$command`: one line among those of its
    group ("" where the line of another leads to it), and all of it with examples. Where its command `takes_place`, how
    places are written is told too.
    """

    word: str
    group: Group
    full: str
    short: str = ""
    also: tuple[str, ...] = ()
    takes_place: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """All that it is asked for by."""
        return (self.word, *self.also)


def gathered(topics: Iterable[Topic]) -> Mapping[Group, tuple[Topic, ...]]:
    """The topics of each group that has any, in the order in which features declare them."""
    every = tuple(topics)
    of = {group: tuple(topic for topic in every if topic.group is group) for group in Group}
    return {group: topics for group, topics in of.items() if topics}
