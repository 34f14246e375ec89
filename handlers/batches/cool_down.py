"""What is released rests before it is in the pool again."""

from datetime import datetime, timedelta

from store.workspaces.types import Workspace


def ends(workspace: Workspace, now: datetime) -> datetime | None:
    """When the rest ends of what is released now (UTC); None: it does not rest."""
    return now + timedelta(days=workspace.rest_days) if workspace.rest_days else None
