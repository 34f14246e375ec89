"""What an admin sends who opens the settings, changes a few of them and saves."""

from typing import Any

from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.settings import settings
from handlers.settings.views import modals
from store import workspaces
from tests.desk import Desk
from tests.rules.fields import as_sent


def save(desk: Desk, by: Click, **changed: Any) -> Reply:
    """Send the modal of the settings as it would be shown now, with some of its fields changed."""
    with desk.database.reading() as db:
        shown = modals.settings(by.member.locale, workspaces.find(db, by.member.workspace), {})
    return settings.save(desk.tools, by, {}, {**as_sent(shown.to_dict()), **changed})
