"""What the desk can do, with buttons that do it or tell more of it."""

from collections.abc import Mapping, Sequence

from slack_sdk.models.blocks import Block, ButtonElement

from handlers.kit.blocks import actions, context, runs, section
from handlers.kit.messages import say
from handlers.kit.reply import Reply, says
from handlers.kit.topics import Group, Topic
from handlers.kit.words import COMMAND

_DO = {"help-button-search": "search", "help-button-quota": "quota"}
_SET = {"help-button-settings": "settings"}
_FIRST = 10  # of the groups' buttons: below it are those of whatever they stand beside


def overview(locale: str, nonce: str, groups: Mapping[Group, Sequence[Topic]], *, may_set: bool) -> Reply:
    """A line for each topic, group by group."""
    does = _DO | (_SET if may_set else {})
    return says(
        say(locale, "help-text"),
        section(say(locale, "help-intro")),
        *(section("\n".join([_title(locale, group), *_lines(locale, groups[group])])) for group in groups),
        group_buttons(locale, nonce),
        actions(*(runs(say(locale, label), verb, nonce, at=at) for at, (label, verb) in enumerate(does.items()))),
    )


def one_group(locale: str, nonce: str, group: Group, topics: Sequence[Topic]) -> Reply:
    """All of a group's topics in full, and the way to the other groups."""
    title, told = _title(locale, group), [_full(locale, topic) for topic in topics]
    back = runs(say(locale, "help-button-overview"), "help", nonce, turn=True)
    return says(
        "\n".join([title, *told]),
        *map(section, [title, *told]),
        *_hint(locale, topics),
        group_buttons(locale, nonce, back),
    )


def one_topic(locale: str, topic: Topic) -> Reply:
    """A topic in full."""
    said = _full(locale, topic)
    return says(said, section(said), *_hint(locale, [topic]))


def group_buttons(locale: str, nonce: str, *before: ButtonElement) -> Block:
    """A button a group, which shows that group in place of the answer it stands in, or in a modal."""
    shows = [
        runs(say(locale, group.title), f"help {say(locale, group.word)}", nonce, turn=True, at=_FIRST + at)
        for at, group in enumerate(Group)
    ]
    return actions(*before, *shows)


def _title(locale: str, group: Group) -> str:
    return f"*{say(locale, group.title)}*"


def _lines(locale: str, topics: Sequence[Topic]) -> list[str]:
    return [say(locale, topic.short, command=COMMAND) for topic in topics if topic.short]


def _hint(locale: str, topics: Sequence[Topic]) -> list[Block]:
    """How places are written, where one of these takes any."""
    return [context(say(locale, "help-hint"))] if any(topic.takes_place for topic in topics) else []


def _full(locale: str, topic: Topic) -> str:
    return say(locale, topic.full, command=COMMAND)
