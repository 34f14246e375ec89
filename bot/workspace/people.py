"""What people do without the desk being asked: talk, upload, join, leave, change. The desk hears of it by events."""

import mimetypes
import re
import secrets
from collections.abc import Sequence
from dataclasses import replace

from bot.workspace import posts
from bot.workspace.events import announce, channel_type
from bot.workspace.refused import Refused
from bot.workspace.sample import BOT_USER_ID, TEAM_ID
from bot.workspace.shapes import CREATED, member_json, tombstone, usergroup_json
from bot.workspace.state import Channel, File, Json, Member, Message, State, Usergroup
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
    """Say something; `@name` mentions. Files were uploaded before.

    Raises Refused: user_not_found, channel_not_found, not_in_channel, is_archived, invalid_thread_ts,
    file_not_found.
    """
    member, spot = workspace.state.member(user), workspace.state.channel(channel)
    if member.id not in spot.members:
        raise Refused("not_in_channel")
    if spot.is_archived:
        raise Refused("is_archived")
    said = posts.post(
        workspace,
        spot,
        author={"user": member.id, "team": member.team_id},
        text=with_mentions(workspace.state, text),
        thread_ts=thread_ts,
        files=files,
    )
    _announce_message(workspace, spot, said)
    return said


async def upload(workspace: Workspace, *, user: str, name: str, content: bytes) -> File:
    """Give Slack a file, not yet shared anywhere: its id goes into a `file_input` or a message.

    Raises Refused("user_not_found").
    """
    file = new_file(workspace, owner=workspace.state.member(user).id, name=name, content=content)
    workspace.state.files[file.id] = file
    return file


def new_file(workspace: Workspace, *, owner: str, name: str, content: bytes) -> File:
    """A file that is nowhere yet. `owner` is a member's id; what its name ends in says its type."""
    return File(
        id="F" + secrets.token_hex(5).upper(),
        name=name,
        title=name,
        mimetype=mimetypes.guess_type(name)[0] or "application/octet-stream",
        content=content,
        user=owner,
        created=int(workspace.clock.now()),
    )


async def delete(workspace: Workspace, *, channel: str, message_ts: str) -> None:
    """Somebody deletes a message. Raises Refused: channel_not_found, message_not_found."""
    spot = workspace.state.channel(channel)
    gone = spot.message(message_ts)
    posts.remove(workspace, gone)
    if any(each.thread_ts == gone.ts for each in spot.read_by(None)):
        # What was answered leaves a mark where it was, and is told as changed into that.
        _announce_change(workspace, spot, "message_changed", gone, {"message": tombstone(spot, gone.ts).body})
    else:
        _announce_change(workspace, spot, "message_deleted", gone, {"deleted_ts": gone.ts})


async def edit(workspace: Workspace, *, user: str, channel: str, message_ts: str, text: str) -> Message:
    """Somebody says something they said otherwise.

    Raises Refused: user_not_found, channel_not_found, message_not_found, cant_update_message (it is somebody
    else's).
    """
    member, spot = workspace.state.member(user), workspace.state.channel(channel)
    before = spot.message(message_ts, seen_by=member.id)
    if before.body["user"] != member.id:
        raise Refused("cant_update_message")
    after = posts.change(workspace, before, by=member.id, text=with_mentions(workspace.state, text))
    _announce_change(workspace, spot, "message_changed", before, {"message": after.body})
    return after


async def change_member(
    workspace: Workspace,
    *,
    user: str,
    is_admin: bool | None = None,
    is_restricted: bool | None = None,
    deleted: bool | None = None,
    locale: str | None = None,
) -> Member:
    """Change what is given of a member, and leave the rest. `locale` is such as `fr-FR`; `deleted` deactivates.

    The desk hears of it by `user_change`. Raises Refused("user_not_found").
    """
    wanted = {"is_admin": is_admin, "is_restricted": is_restricted, "deleted": deleted, "locale": locale}
    changes: Json = {name: value for name, value in wanted.items() if value is not None}
    member = replace(workspace.state.member(user), **changes)
    workspace.state.members[member.id] = member
    workspace.changed()
    now = int(workspace.clock.now())
    told = member_json(member, include_locale=True) | {"updated": now}
    announce(workspace, {"type": "user_change", "user": told, "cache_ts": now})
    return member


async def change_usergroup(workspace: Workspace, *, handle: str, users: Sequence[str]) -> Usergroup:
    """Put these members, by id or name, into a user group, and all others out of it.

    The desk hears of it by `subteam_members_changed` and `subteam_updated`. Raises Refused: subteam_not_found,
    user_not_found.
    """
    before = workspace.state.usergroup(handle)
    ids = tuple(dict.fromkeys(workspace.state.member(user).id for user in users))
    after = replace(before, users=ids, updated=int(workspace.clock.now()))
    workspace.state.usergroups[after.id] = after
    workspace.changed()
    added = [user for user in after.users if user not in before.users]
    removed = [user for user in before.users if user not in after.users]
    event = {
        "type": "subteam_members_changed",
        "subteam_id": after.id,
        "team_id": TEAM_ID,
        "date_previous_update": before.updated or CREATED,
        "date_update": after.updated,
        "added_users": added,
        "added_users_count": len(added),
        "removed_users": removed,
        "removed_users_count": len(removed),
    }
    announce(workspace, event)
    announce(workspace, {"type": "subteam_updated", "subteam": usergroup_json(after, include_users=True)})
    return after


async def change_membership(workspace: Workspace, *, channel: str, user: str, present: bool) -> Channel:
    """Join or leave a channel; the desk's own user too. Raises Refused: channel_not_found, user_not_found."""
    spot, member = workspace.state.channel(channel), workspace.state.member(user)
    if present == (member.id in spot.members):
        return spot
    spot.members.add(member.id)  # somebody who leaves is there until the event is on its way
    event = {
        "type": "member_joined_channel" if present else "member_left_channel",
        "user": member.id,
        "channel": spot.id,
        "channel_type": "G" if spot.is_private else "C",
        "team": TEAM_ID,
    }
    announce(workspace, event, spot)
    if not present:
        spot.members.remove(member.id)
    workspace.changed()
    return spot


async def archive(workspace: Workspace, *, channel: str, is_archived: bool) -> Channel:
    """Archive a channel, or bring it back; the desk is not told. Raises Refused("channel_not_found")."""
    spot = workspace.state.channel(channel)
    spot.is_archived = is_archived
    workspace.changed()
    return spot


def _announce_change(workspace: Workspace, channel: Channel, subtype: str, before: Message, told: Json) -> None:
    if before.ephemeral_to is not None:
        return
    event = {
        "type": "message",
        "subtype": subtype,
        "hidden": True,
        "channel": channel.id,
        "channel_type": channel_type(channel),
        "previous_message": before.body,
        "ts": workspace.clock.new_ts(),
        **told,
    }
    announce(workspace, event, channel)


def _announce_message(workspace: Workspace, channel: Channel, said: Message) -> None:
    told = {**said.body, "channel": channel.id, "channel_type": channel_type(channel)}
    if "files" in said.body:
        told["subtype"] = "file_share"
        for shape in said.body["files"]:
            announce(workspace, _file_shared(shape, channel, said), channel)
    announce(workspace, told, channel)
    if f"<@{BOT_USER_ID}>" in said.body["text"] and not channel.is_im:
        announce(workspace, {**said.body, "type": "app_mention", "channel": channel.id}, channel)


def _file_shared(shape: Json, channel: Channel, said: Message) -> Json:
    return {
        "type": "file_shared",
        "file_id": shape["id"],
        "user_id": said.body["user"],
        "file": {"id": shape["id"]},
        "channel_id": channel.id,
    }


def with_mentions(state: State, text: str, *, named: bool = False) -> str:
    """The text with `@name` of a member as Slack sends it: with their id, and where `named` their name beside it."""

    def mention(found: re.Match[str]) -> str:
        try:
            member = state.member(found[1])
        except Refused:
            return found[0]
        return f"<@{member.id}|{member.name}>" if named else f"<@{member.id}>"

    return re.sub(r"(?<![<\w])@([\w.-]+)", mention, text)
