"""Look numbers up: every number that a message names, each with whose it is."""

from collections.abc import Iterator

from phonenumbers import PhoneNumberFormat, PhoneNumberMatcher, format_number

from handlers.inventory.views import listing as views
from handlers.kit import answers, roles
from handlers.kit.member import Click
from handlers.kit.messages import unescaped
from handlers.kit.normalization import normalized, resolved
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from store import inventory, numbers, ports, workspaces
from store.types import E164

MOST = 50  # numbers of a message: each is a line


def look_up(tools: Tools, click: Click, text: str) -> Reply:
    """Tell of each number in a text whether it is free, held, ours with its service, being ported, or not ours."""
    locale, now = click.member.locale, tools.now()
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        if refusal := roles.search(workspace, click.member):
            return answers.may_not(locale, refusal, workspace)
        named = list(dict.fromkeys(_named(text, workspace.country)))
        asked = named[:MOST]
        owned = {each.e164: each for each in inventory.find_all(db, workspace.id, asked, now)}
        kept = {each.e164: each for each in numbers.find_each(db, asked)}
        porting = ports.in_open_orders(db, workspace.id, asked)
    found = [
        views.Looked(e164=e164, owned=owned.get(e164), kept=kept.get(e164), porting=porting.get(e164)) for e164 in asked
    ]
    lines = [views.stands(locale, each, workspace.id, now) for each in found]
    return views.looked_up(locale, lines, more=len(named) - len(asked))


def _named(text: str, country: str) -> Iterator[E164]:
    """The numbers in a text that people wrote for people, in its order."""
    for match in PhoneNumberMatcher(normalized(resolved(unescaped(text))), country or None):
        yield E164(format_number(match.number, PhoneNumberFormat.E164))
