"""The Home tab: what a member can do, and the quota."""

from slack_sdk.models.views import View

from handlers import help, quota, rules  # noqa: A004 (the command's own word)
from handlers.member import Click
from handlers.requests import Help
from handlers.tools import Tools
from handlers.views import answers
from handlers.views import home as views


def home(tools: Tools, click: Click) -> View:
    if refusal := rules.enter(click.member):
        return views.closed(answers.refused(click.member.locale, refusal))
    return views.home(quota.quota(tools, click), help.help(tools, click, Help()))
