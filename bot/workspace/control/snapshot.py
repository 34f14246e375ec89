"""What there is, as the control API tells it."""

import hashlib

from bot.workspace.sample import APP_ID, BOT_ID, BOT_USER_ID, TEAM_DOMAIN, TEAM_ID
from bot.workspace.state import Channel, File, Json, Member, Message, Usergroup
from bot.workspace.workspace import Workspace


def whole(workspace: Workspace) -> Json:
    """All that GET `state` tells; `now` is the desk's time, in seconds since 1970 (UTC)."""
    state = workspace.state
    return {
        "team": {"id": TEAM_ID, "domain": TEAM_DOMAIN},
        "bot": {"user_id": BOT_USER_ID, "bot_id": BOT_ID, "app_id": APP_ID, "pid": workspace.bot_pid},
        "users": [_user(member) for member in state.members.values() if not member.is_bot],
        "channels": [_channel(channel) for channel in state.channels.values()],
        "usergroups": [_usergroup(group) for group in state.usergroups.values()],
        "connections": [{"id": connection} for connection in workspace.socket_mode.connections()],
        "now": workspace.clock.now(),
    }


def of_message(message: Message) -> Json:
    """A message as `conversations.history` gives it, and who alone sees it, if it is an ephemeral."""
    return message.body | ({"ephemeral_to": message.ephemeral_to} if message.ephemeral_to else {})


def of_file(file: File) -> Json:
    """A file with the size of its bytes, their SHA-256 in hexadecimal digits, and where they can be had."""
    return {
        "id": file.id,
        "name": file.name,
        "size": len(file.content),
        "sha256": hashlib.sha256(file.content).hexdigest(),
        "channels": list(file.shared_in),
        "path": f"/_control/files/{file.id}",
    }


def _user(member: Member) -> Json:
    return {
        "id": member.id,
        "name": member.name,
        "team_id": member.team_id,
        "locale": member.locale,
        "is_admin": member.is_admin,
        "is_owner": member.is_owner,
        "is_restricted": member.is_restricted,
        "deleted": member.deleted,
    }


def _channel(channel: Channel) -> Json:
    return {
        "id": channel.id,
        "name": channel.name,
        "is_private": channel.is_private,
        "is_im": channel.is_im,
        "is_archived": channel.is_archived,
        "user": channel.user,
        "members": sorted(channel.members),
    }


def _usergroup(usergroup: Usergroup) -> Json:
    return {"id": usergroup.id, "handle": usergroup.handle, "users": list(usergroup.users)}
