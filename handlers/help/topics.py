"""/numbers help: what can be done."""

from handlers.help import views
from handlers.help.requests import ShowHelp
from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools


def help(_tools: Tools, click: Click, ask: ShowHelp) -> Reply:  # noqa: A001 (the command's own word)
    member = click.member
    if ask.topic:
        return views.one(member.locale, ask.topic)
    return views.everything(member.locale, click.key, admin=member.is_admin)
