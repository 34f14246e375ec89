"""Members, channels, views, messages and files in the shapes Slack gives them, in answers and payloads alike."""

from urllib.parse import quote

from bot.workspace.sample import APP_ID, BOT_ID, PARTNER_TEAM_ID, TEAM_DOMAIN, TEAM_ID
from bot.workspace.state import Channel, File, Json, Member, Message, Usergroup, View

CREATED = 1_700_000_000  # when all that was there from the start was made
_FOUNDER = "U0ADA0001"
_PICTURES = (24, 32, 48, 72, 192, 512)  # the sizes in pixels of a member's picture, which is shown nowhere


def team_json() -> Json:
    """The workspace as `team.info` gives it."""
    return {"id": TEAM_ID, "name": "Numberdesk Local", "domain": TEAM_DOMAIN, "email_domain": "", "icon": {}}


def member_json(member: Member, *, include_locale: bool = False) -> Json:
    """A member as `users.info` gives them: of one who is deactivated without rights, as Slack does."""
    shape: Json = {
        "id": member.id,
        "team_id": member.team_id,
        "name": member.name,
        "real_name": member.real_name,
        "deleted": member.deleted,
        "color": "9f69e7",
        "tz": member.tz,
        "tz_label": "Greenwich Mean Time",
        "tz_offset": 0,
        "profile": _profile(member),
        "is_bot": member.is_bot,
        "is_app_user": False,
        "is_email_confirmed": not member.is_bot,
        "updated": CREATED,
    }
    if not member.deleted:
        shape |= _rights(member)
    if include_locale:
        shape["locale"] = member.locale
    return shape


def channel_json(channel: Channel, reader: str, *, include_locale: bool = False) -> Json:
    """A channel as `conversations.info` gives it to the member whose id is `reader`."""
    shape: Json = {
        "id": channel.id,
        "created": CREATED,
        "is_archived": channel.is_archived,
        "is_im": channel.is_im,
        "is_org_shared": False,
        "context_team_id": TEAM_ID,
    }
    shape |= _direct(channel) if channel.is_im else _named(channel, reader)
    if include_locale:
        shape["locale"] = "en-US"
    return shape


def message_json(message: Message, *, with_payload: bool = True) -> Json:
    """A message. Where the payload of its metadata was not asked for, the type alone is told.

    By https://github.com/slackapi/python-slack-sdk/issues/1501 (read 2026-11-29).
    """
    if with_payload or "metadata" not in message.body:
        return message.body
    return message.body | {"metadata": {"event_type": message.body["metadata"]["event_type"]}}


def tombstone(channel: Channel, ts: str) -> Message:
    """What stands in place of a deleted message that has replies."""
    text = "This message was deleted."
    body = {"type": "message", "subtype": "tombstone", "user": "USLACKBOT", "text": text, "hidden": True}
    return Message(channel=channel.id, body=body | {"ts": ts, "thread_ts": ts})


def view_json(view: View) -> Json:
    """A view as answers and payloads have it: with the values in it, and Slack's defaults for what the app left out."""
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
    """A file as `files.info` gives it. At `base_url`, the workspace's own, its bytes can be had by the bot."""
    name, ending = quote(file.name, safe=""), file.name.rpartition(".")[2]
    private = f"{base_url}/files-pri/{TEAM_ID}-{file.id}/{name}"
    return {
        "id": file.id,
        "created": file.created,
        "timestamp": file.created,
        "name": file.name,
        "title": file.title,
        "mimetype": file.mimetype,
        "filetype": ending.lower(),
        "pretty_type": ending.upper(),
        "user": file.user,
        "user_team": TEAM_ID,
        "editable": False,
        "size": len(file.content),
        "mode": "hosted",
        "is_external": False,
        "external_type": "",
        "is_public": any(share.kind == "channels" for share in file.shares),
        "public_url_shared": False,
        "display_as_bot": False,
        "username": "",
        **({"alt_txt": file.alt_txt} if file.alt_txt else {}),
        "url_private": private,
        "url_private_download": private,
        "permalink": f"https://{TEAM_DOMAIN}.slack.com/files/{file.user}/{file.id}/{name}",
        "permalink_public": f"https://slack-files.com/{TEAM_ID}-{file.id}",
        "comments_count": 0,
        "is_starred": False,
        **_shared(file),
        "has_rich_preview": False,
        "file_access": "visible",
    }


def _shared(file: File) -> Json:
    """Where a file is, as the file object has it: by kinds of conversation, and message by message."""
    shape: Json = {"shares": {}, "channels": [], "groups": [], "ims": []}
    for share in file.shares:
        if share.channel not in shape[share.kind]:
            shape[share.kind].append(share.channel)
        seen_by = shape["shares"].setdefault("public" if share.kind == "channels" else "private", {})
        told = {"ts": share.ts, "channel_name": share.channel_name, "team_id": TEAM_ID, "source": "UNKNOWN"}
        replies: Json = {"reply_users": [], "reply_users_count": 0, "reply_count": 0}
        in_thread = {"thread_ts": share.thread_ts} if share.thread_ts else {}
        seen_by.setdefault(share.channel, []).append(replies | told | in_thread)
    return shape


def usergroup_json(usergroup: Usergroup, *, include_users: bool = False) -> Json:
    """A user group as `usergroups.list` gives it; the ids of its members only where they are asked for."""
    shape: Json = {
        "id": usergroup.id,
        "team_id": TEAM_ID,
        "is_usergroup": True,
        "is_subteam": True,
        "handle": usergroup.handle,
        "name": usergroup.handle.capitalize(),
        "description": "",
        "is_external": False,
        "date_create": CREATED,
        "date_update": usergroup.updated or CREATED,
        "date_delete": 0,
        "auto_type": None,
        "auto_provision": False,
        "enterprise_subteam_id": "",
        "created_by": _FOUNDER,
        "updated_by": _FOUNDER,
        "deleted_by": None,
        "prefs": {"channels": [], "groups": []},
        "user_count": len(usergroup.users),
        "channel_count": 0,
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
    first, _, last = member.real_name.partition(" ")
    picture = f"https://secure.gravatar.com/avatar/{member.id.lower()}.jpg"
    return {
        **dict.fromkeys(("title", "phone", "skype", "status_text", "status_text_canonical", "status_emoji"), ""),
        "status_emoji_display_info": [],
        "status_expiration": 0,
        "fields": None,
        "first_name": first,
        "last_name": last,
        "avatar_hash": f"g{member.id.lower()}",
        **{f"image_{size}": f"{picture}?s={size}" for size in _PICTURES},
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


def _direct(channel: Channel) -> Json:
    """A conversation with one member."""
    return {
        "user": channel.user,
        "is_open": True,
        "is_user_deleted": False,
        "last_read": "0000000000.000000",
        "unread_count": 0,
        "unread_count_display": 0,
        "priority": 0,
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
        "is_pending_ext_shared": False,
        "is_frozen": False,
        "pending_shared": [],
        "pending_connected_team_ids": [],
        "shared_team_ids": [TEAM_ID, *([PARTNER_TEAM_ID] if channel.is_ext_shared else [])],
        "parent_conversation": None,
        "previous_names": [],
        "creator": _FOUNDER,
        "unlinked": 0,
        "updated": CREATED * 1000,  # in milliseconds
        "is_member": reader in channel.members,
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }


def _defaults(view: View) -> Json:
    shape: Json = {"private_metadata": "", "callback_id": "", "external_id": "", "blocks": []}
    shape |= {"submit": None, "close": None, "clear_on_close": False, "notify_on_close": False}
    if view.body["type"] == "home":  # which shows no title
        shape["title"] = {"type": "plain_text", "text": "View Title", "emoji": True}
    return shape
