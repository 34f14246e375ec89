"""/numbers help: what can be done."""

from difflib import get_close_matches

from handlers.help import views
from handlers.help.requests import ShowHelp
from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from handlers.kit.words import BadInput


def show(tools: Tools, click: Click, ask: ShowHelp) -> Reply:
    """Answer with what can be done; with a topic, with how one thing is asked for. Raises BadInput."""
    member, known = click.member, tools.features.commands
    if not ask.topic:
        return views.everything(member.locale, click.key, admin=member.is_admin)
    if ask.topic not in known:
        near = get_close_matches(ask.topic, known, n=1)
        raise BadInput("bad-topic", " ".join(["help", *near]), said=ask.topic)
    return views.one(member.locale, ask.topic)
