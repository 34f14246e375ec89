"""/numbers help: what can be done."""

from handlers.member import Click
from handlers.reply import Reply
from handlers.requests import Help
from handlers.tools import Tools
from handlers.views import help as views


def help(_tools: Tools, click: Click, ask: Help) -> Reply:  # noqa: A001 (the command's own word)
    member = click.member
    if ask.topic:
        return views.one(member.locale, ask.topic)
    return views.everything(member.locale, click.key, admin=member.is_admin)
