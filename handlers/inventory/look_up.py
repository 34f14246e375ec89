"""Look numbers up: every number that a message names, each with whose it is."""

from collections.abc import Iterable, Iterator
from itertools import islice

from handlers.inventory.views import listing as views
from handlers.kit import answers, read_as, roles
from handlers.kit.member import Click
from handlers.kit.number_mentions import mentioned
from handlers.kit.number_reading import Unread
from handlers.kit.reply import Reply
from handlers.kit.telephone import MOST_IN_RANGES
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
        said = list(mentioned(text, workspace.country))
        named = list(dict.fromkeys(islice(_numbers(span for _, span in said), MOST_IN_RANGES)))
        asked = named[:MOST]
        owned = {each.e164: each for each in inventory.find_all(db, workspace.id, asked, now)}
        kept = {each.e164: each for each in numbers.find_each(db, asked)}
        porting = ports.in_open_orders(db, workspace.id, asked)
    found = [
        views.Looked(e164=e164, owned=owned.get(e164), kept=kept.get(e164), porting=porting.get(e164)) for e164 in asked
    ]
    lines = [views.stands(locale, each, workspace.id, now) for each in found]
    seen = [each for each in (read_as.of_item(*item, workspace.country) for item in said) if each]
    return views.looked_up(locale, lines, more=len(named) - len(asked), read=seen)


def _numbers(spans: Iterable[range | Unread]) -> Iterator[E164]:
    for span in spans:
        yield from (E164(f"+{digits}") for digits in (span if isinstance(span, range) else ()))
