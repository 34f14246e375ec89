"""/numbers settings: licences, credits, language, the channel for notices, minutes of a hold."""

from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from handlers import rules
from handlers.act import Act, act
from handlers.member import Click
from handlers.messages import say
from handlers.reply import Reply, opens, says, wrong
from handlers.tools import Tools
from handlers.views import answers
from handlers.views import settings as views
from store import workspaces
from store.types import Action, Workspace


def show(tools: Tools, click: Click) -> Reply:
    """Open the modal, for admins."""
    locale = click.member.locale
    if refusal := rules.administer(click.member):
        return answers.refused(locale, refusal)
    with tools.reading() as db:
        return opens(views.settings(locale, workspaces.find(db, click.member.workspace)))


def save(tools: Tools, click: Click, wanted: Workspace) -> Reply:
    """Keep what an admin set."""
    locale = click.member.locale
    if refusal := rules.administer(click.member):
        return answers.refused(locale, refusal)
    if wanted.notices and not tools.can_post(wanted.id, wanted.notices):
        return wrong(views.NOTICES, say(locale, "settings-cannot-post"))

    def work(doing: Act) -> Reply:
        workspaces.save(doing.db, wanted)
        before, after = _told(doing.workspace), _told(wanted)
        changed = {name for name in after if after[name] != before[name]}
        doing.record(
            Action.SETTINGS_CHANGED,
            "settings",
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
        )
        return says(say(locale, "settings-saved"))

    return act(tools, click, work)


def _told(workspace: Workspace) -> Mapping[str, Any]:
    """The settings as the record keeps them."""
    balance = workspace.credits.balance
    return {
        **asdict(workspace.licences),
        "credits_set_up": workspace.credits.set_up,
        "credits_balance": _plain(balance),
        "credits_auto_recharge": workspace.credits.auto_recharge,
        "locale": workspace.locale,
        "notices": workspace.notices,
        "hold_minutes": workspace.hold_minutes,
    }


def _plain(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:f}"
