"""What an admin sends who opens the settings, changes a few of them and saves."""

from collections.abc import Mapping
from typing import Any

from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.settings import fingerprint
from handlers.settings import settings
from store import workspaces
from store.types import WorkspaceId
from tests.desk import HOME, Desk


def shown(desk: Desk, workspace: WorkspaceId = HOME) -> dict[str, str]:
    """What a modal that is opened now carries of what it shows."""
    with desk.database.reading() as db:
        now = workspaces.find(db, workspace)
    return {row.name: fingerprint(row, now) for row in desk.tools.features.settings.values()}


def save(desk: Desk, by: Click, opened: Mapping[str, str] | None = None, **changed: Any) -> Reply:
    """Send a modal in which these fields are; it was opened just now, or what it showed then is `opened`."""
    carried = {"shown": shown(desk, by.member.workspace) if opened is None else dict(opened)}
    return settings.save(desk.tools, by, carried, changed)
