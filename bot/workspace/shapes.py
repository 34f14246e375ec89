"""Members, channels, views, messages and files in the shapes Slack gives them, in answers and payloads alike."""

from urllib.parse import quote

from bot.workspace.sample import APP_ID, BOT_ID, TEAM_DOMAIN, TEAM_ID
from bot.workspace.state import Channel, File, Json, Member, Message, Usergroup, View

CREATED = 1_700_000_000  # when all that was there from the start was made


def team_json() -> Json:
    return {"id": TEAM_ID, "name": "Numberdesk Local", "domain": TEAM_DOMAIN, "email_domain": "", "icon": {}}


def member_json(member: Member, *, include_locale: bool = False) -> Json:
    shape: Json = {
        "id": member.id,
        "team_id": member.team_id,
        "name": member.name,
        "real_name": member.real_name,
        "deleted": member.deleted,
        "tz": member.tz,
        "tz_label": "Greenwich Mean Time",
        "tz_offset": 0,
        "profile": _profile(member),
        "is_bot": member.is_bot,
        "is_app_user": False,
        "updated": CREATED,
    }
    if not member.deleted:
        shape |= _rights(member)
    if include_locale:
        shape["locale"] = member.locale
    return shape


def channel_json(channel: Channel, reader: str, *, include_locale: bool = False) -> Json:
    shape: Json = {
        "id": channel.id,
        "created": CREATED,
        "is_archived": channel.is_archived,
        "is_im": channel.is_im,
        "is_org_shared": False,
        "context_team_id": TEAM_ID,
    }
    shape |= {"user": channel.user, "is_open": True} if channel.is_im else _named(channel, reader)
    if include_locale:
        shape["locale"] = "en-US"
    return shape


def message_json(message: Message, *, with_metadata: bool = True) -> Json:
    return {key: value for key, value in message.body.items() if with_metadata or key != "metadata"}


def tombstone(channel: Channel, ts: str) -> Message:
    """What stands in place of a deleted message that has replies."""
    text = "This message was deleted."
    body = {"type": "message", "subtype": "tombstone", "user": "USLACKBOT", "text": text, "hidden": True}
    return Message(channel=channel.id, body=body | {"ts": ts, "thread_ts": ts})


def view_json(view: View) -> Json:
    return {
        "id": view.id,
        "team_id": TEAM_ID,
        "app_id": APP_ID,
        "app_installed_team_id": TEAM_ID,
        "bot_id": BOT_ID,
        "hash": view.hash,
        "root_view_id": view.root_view_id,
        "previous_view_id": view.previous_view_id,
        "state": {"values": view.values},
        **_defaults(view),
        **view.body,
    }


def file_json(file: File, base_url: str) -> Json:
    private = f"{base_url}/files-pri/{TEAM_ID}-{file.id}/{quote(file.name, safe='')}"
    return {
        "id": file.id,
        "created": file.created,
        "timestamp": file.created,
        "name": file.name,
        "title": file.title,
        "mimetype": file.mimetype,
        "filetype": file.name.rpartition(".")[2].lower(),
        "user": file.user,
        "user_team": TEAM_ID,
        "size": len(file.content),
        "mode": "hosted",
        "is_external": False,
        "is_public": bool(file.channels),
        "channels": list(file.channels),
        **({"alt_txt": file.alt_txt} if file.alt_txt else {}),
        "url_private": private,
        "url_private_download": private,
    }


def usergroup_json(usergroup: Usergroup, *, include_users: bool = False) -> Json:
    shape: Json = {
        "id": usergroup.id,
        "team_id": TEAM_ID,
        "is_usergroup": True,
        "handle": usergroup.handle,
        "name": usergroup.handle.capitalize(),
        "is_external": False,
        "date_delete": 0,
        "user_count": len(usergroup.users),
    }
    if include_users:
        shape["users"] = list(usergroup.users)
    return shape


def with_thread(channel: Channel, message: Message, shape: Json) -> Json:
    """A message that has replies tells about them."""
    replies = [reply for reply in channel.read_by(None) if reply.thread_ts == message.ts and reply.ts != message.ts]
    if not replies:
        return shape
    writers = list(dict.fromkeys(reply.body["user"] for reply in replies))
    return shape | {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users": writers,
        "reply_users_count": len(writers),
        "latest_reply": replies[-1].ts,
    }


def _profile(member: Member) -> Json:
    return {
        "real_name": member.real_name,
        "real_name_normalized": member.real_name,
        "display_name": member.name,
        "display_name_normalized": member.name,
        "team": member.team_id,
        **({"bot_id": BOT_ID, "api_app_id": APP_ID} if member.is_bot else {}),
    }


def _rights(member: Member) -> Json:
    return {
        "is_admin": member.is_admin,
        "is_owner": member.is_owner,
        "is_primary_owner": False,
        "is_restricted": member.is_restricted,
        "is_ultra_restricted": member.is_ultra_restricted,
        **({"is_stranger": True} if member.team_id != TEAM_ID else {}),
    }


def _named(channel: Channel, reader: str) -> Json:
    return {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": not channel.is_private,
        "is_group": False,
        "is_mpim": False,
        "is_private": channel.is_private,
        "is_general": channel.name == "general",
        "is_shared": channel.is_ext_shared,
        "is_ext_shared": channel.is_ext_shared,
        "is_member": reader in channel.members,
        "num_members": len(channel.members),
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }


def _defaults(view: View) -> Json:
    shape: Json = {"private_metadata": "", "callback_id": "", "external_id": "", "blocks": []}
    if view.body["type"] == "modal":
        shape |= {"submit": None, "close": None, "clear_on_close": False, "notify_on_close": False}
    return shape
