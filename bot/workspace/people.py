"""What people do without the desk being asked: talk, upload, join, leave, change. The desk hears of it by events."""

from collections.abc import Sequence

from bot.workspace.state import Channel, File, Member, Message, Usergroup
from bot.workspace.workspace import Workspace


async def message(
    workspace: Workspace,
    *,
    user: str,
    channel: str,
    text: str = "",
    thread_ts: str | None = None,
    files: Sequence[str] = (),
) -> Message:
    """Say something; `@name` mentions. Files were uploaded before."""
    raise NotImplementedError


async def upload(workspace: Workspace, *, user: str, name: str, content: bytes) -> File:
    """Give Slack a file, not yet shared anywhere: its id goes into a `file_input` or a message."""
    raise NotImplementedError


async def delete(workspace: Workspace, *, channel: str, message_ts: str) -> None:
    """Somebody deletes a message."""
    raise NotImplementedError


async def change_member(
    workspace: Workspace,
    *,
    user: str,
    is_admin: bool | None = None,
    is_restricted: bool | None = None,
    deleted: bool | None = None,
    locale: str | None = None,
) -> Member:
    raise NotImplementedError


async def change_usergroup(workspace: Workspace, *, handle: str, users: Sequence[str]) -> Usergroup:
    raise NotImplementedError


async def change_membership(workspace: Workspace, *, channel: str, user: str, present: bool) -> Channel:
    """Join or leave a channel; the desk's own user too."""
    raise NotImplementedError


async def archive(workspace: Workspace, *, channel: str, is_archived: bool) -> Channel:
    raise NotImplementedError
