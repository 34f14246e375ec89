"""What Slack tells an app of a person's doing: commands, block actions, submissions, shortcuts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.workspace.blocks import Found, interactive
from bot.workspace.elements import KINDS, initial_values
from bot.workspace.sample import APP_ID, TEAM_DOMAIN, TEAM_ID, VERIFICATION_TOKEN
from bot.workspace.shapes import message_json, view_json
from bot.workspace.state import Channel, Json, Member, Message, View
from bot.workspace.workspace import Workspace

_SHOWN = ("text", "value", "url", "style", "placeholder", "confirm")  # what an action repeats of its element


@dataclass(frozen=True, slots=True, kw_only=True)
class InMessage:
    """Where an element stands: in this message."""

    channel: Channel
    message: Message

    @property
    def blocks(self) -> list[Json]:
        """Those of the message, with every id there."""
        return self.message.blocks


Surface = InMessage | View


def command(workspace: Workspace, member: Member, channel: Channel, name: str, text: str) -> Json:
    """What a slash command tells; `name` begins with its slash. It is posted as a form, so its booleans are text."""
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": TEAM_ID,
        "team_domain": TEAM_DOMAIN,
        "channel_id": channel.id,
        "channel_name": _name_told(channel),
        "user_id": member.id,
        "user_name": member.name,
        "command": name,
        "text": text,
        "api_app_id": APP_ID,
        "is_enterprise_install": "false",
        "response_url": _response_url(workspace, member, channel),
        "trigger_id": workspace.triggers.new_trigger(user=member.id),
    }


def block_actions(workspace: Workspace, member: Member, surface: Surface, action: Json) -> Json:
    """What a pressed button or a choice tells, with a new trigger_id and, in a message, a new response_url.

    Of an ephemeral the `message` itself is not told.
    """
    return {
        "type": "block_actions",
        **_by(member),
        **_trigger(workspace, member, surface),
        **_surface_told(surface, member),
        **_answerable(workspace, member, surface),
        "actions": [action],
    }


def action(workspace: Workspace, found: Found, value: Json) -> Json:
    """An element with its true keys: `selected_option`, `value` ..."""
    return {
        "type": found.type,
        "action_id": found.action_id,
        "block_id": found.block_id,
        **{key: found.element[key] for key in _SHOWN if key in found.element},
        **{key: chosen for key, chosen in value.items() if key != "type"},
        "action_ts": workspace.clock.new_ts(),
    }


def block_suggestion(member: Member, surface: Surface, found: Found, query: str) -> Json:
    """What an external select asks for as a member types `query` into it."""
    if isinstance(surface, View):
        surface = replace(surface, values=surface.drawn)  # of what was typed since, Slack does not tell here
    return {
        "type": "block_suggestion",
        **_by(member),
        **_surface_told(surface, member),
        "action_id": found.action_id,
        "block_id": found.block_id,
        "value": query,
    }


def view_submission(workspace: Workspace, member: Member, view: View) -> Json:
    """What a sent modal tells."""
    return {
        "type": "view_submission",
        **_by(member),
        **_trigger(workspace, member, view),
        "view": view_json(view),
        "response_urls": list(_response_urls(workspace, member, view)),
    }


def view_closed(member: Member, view: View, *, is_cleared: bool) -> Json:
    """What a closed modal tells where it asked for that. `is_cleared`: the member closed the whole stack."""
    return {"type": "view_closed", **_by(member), "view": view_json(view), "is_cleared": is_cleared}


def shortcut(workspace: Workspace, member: Member, callback_id: str) -> Json:
    """What a global shortcut tells: not where the member was."""
    return {
        "type": "shortcut",
        **_by(member),
        "callback_id": callback_id,
        "action_ts": workspace.clock.new_ts(),
        "trigger_id": workspace.triggers.new_trigger(user=member.id),
    }


def message_action(workspace: Workspace, member: Member, at: InMessage, callback_id: str) -> Json:
    """What a message shortcut tells."""
    return {
        **shortcut(workspace, member, callback_id),
        "type": "message_action",
        "channel": _channel_told(at.channel),
        "message_ts": at.message.ts,
        "message": message_json(at.message),
        "response_url": _response_url(workspace, member, at.channel),
    }


def _by(member: Member) -> Json:
    return {
        "user": {"id": member.id, "username": member.name, "name": member.name, "team_id": member.team_id},
        "team": {"id": TEAM_ID, "domain": TEAM_DOMAIN},
        "api_app_id": APP_ID,
        "token": VERIFICATION_TOKEN,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _surface_told(surface: Surface, member: Member) -> Json:
    if isinstance(surface, View):
        return {"container": {"type": "view", "view_id": surface.id}, "view": view_json(surface)}
    message, channel = surface.message, surface.channel
    container: Json = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": message.ephemeral_to is not None,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    told: Json = {"container": container, "channel": _channel_told(channel)}
    if message.ephemeral_to is None:
        told["message"] = message_json(message)
    return told | {"state": {"values": message.chosen.get(member.id) or initial_values(message.blocks)}}


def _answerable(workspace: Workspace, member: Member, surface: Surface) -> Json:
    if isinstance(surface, View):
        return {}
    return {"response_url": _response_url(workspace, member, surface.channel, surface.message.ts)}


def _trigger(workspace: Workspace, member: Member, surface: Surface) -> Json:
    view_id = surface.id if isinstance(surface, View) and surface.body["type"] == "modal" else None
    return {"trigger_id": workspace.triggers.new_trigger(user=member.id, view_id=view_id)}


def _response_url(workspace: Workspace, member: Member, channel: Channel, message_ts: str | None = None) -> str:
    key = workspace.triggers.new_response_url(user=member.id, channel=channel.id, message_ts=message_ts)
    return f"{workspace.url}/response/{key}"


def _response_urls(workspace: Workspace, member: Member, view: View) -> Iterator[Json]:
    """One for each channel chosen where the app asked for it."""
    for found in interactive(view.blocks):
        if not found.is_input or not found.element.get("response_url_enabled"):
            continue
        chosen = view.values[found.block_id][found.action_id][KINDS[found.type].key]
        if chosen:
            yield {
                "block_id": found.block_id,
                "action_id": found.action_id,
                "channel_id": chosen,
                "response_url": _response_url(workspace, member, workspace.state.channels[chosen]),
            }


def _channel_told(channel: Channel) -> Json:
    return {"id": channel.id, "name": _name_told(channel)}


def _name_told(channel: Channel) -> str:
    if channel.is_im:
        return "directmessage"
    return "privategroup" if channel.is_private else channel.name
