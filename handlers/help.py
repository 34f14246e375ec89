"""/numbers help: what can be done."""

from handlers.member import Click
from handlers.reply import Reply
from handlers.requests import Help
from handlers.tools import Tools
from handlers.views import help as views


def help(_tools: Tools, click: Click, ask: Help) -> Reply:  # noqa: A001 (the command's own word)
    locale = click.member.locale
    return views.one(locale, ask.topic) if ask.topic else views.everything(locale, click.key)
