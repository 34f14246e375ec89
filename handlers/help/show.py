"""/numbers help: what can be done, by groups; one group of it; one topic."""

from collections.abc import Iterator

from handlers.help import views
from handlers.help.requests import ShowHelp
from handlers.kit import roles
from handlers.kit.member import Click
from handlers.kit.messages import say
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from handlers.kit.topics import Group, Topic, gathered
from handlers.kit.words import BadInput
from store import workspaces
from store.spelling import fold, nearest
from store.workspaces.types import LOCALES

_NEAR = 3  # suggestions at most
_LIKE = 0.7  # how much a topic must look like what was typed; 1 is the same


def show(tools: Tools, click: Click, ask: ShowHelp) -> Reply:
    """Answer with what can be done; with a topic, with how that is asked for. Raises BadInput."""
    locale, groups = click.member.locale, gathered(tools.features.topics)
    if not ask.topic:
        with tools.reading() as db:
            workspace = workspaces.find(db, click.member.workspace)
        may_set = roles.settings(workspace, click.member) is None
        return views.overview(locale, click.key, groups, may_set=may_set)
    known: dict[str, Topic | Group] = {fold(word): topic for topic in tools.features.topics for word in topic.words}
    known |= {fold(name): group for group in groups for name in _names(group)}  # a group tells of its topics too
    match known.get(fold(ask.topic)):
        case Group() as group:
            return views.one_group(locale, click.key, group, groups[group])
        case Topic() as topic:
            return views.one_topic(locale, topic)
        case None:
            near = nearest(fold(ask.topic), known, most=_NEAR, alike=_LIKE)
            raise BadInput("bad-topic", *([f"help {name}" for name in near] or ["help"]), said=ask.topic)


def _names(group: Group) -> Iterator[str]:
    """What a group can be called, in any language."""
    for locale in LOCALES:
        yield say(locale, group.word)
        yield say(locale, group.title)
