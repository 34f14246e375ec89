"""What a person can do with the desk: type its command, press, choose, submit. For the page and the control API.

`user` and `channel` are an id or a name. Each raises Refused where the member could not do it at all: user_not_found,
account_inactive, channel_not_found, not_in_channel, is_archived, message_not_found, view_not_found, view_not_on_top,
view_id_or_message_needed. What came of it otherwise, a bot that fails included, is in the Outcome.
"""

import asyncio
import time
from dataclasses import dataclass

from bot.workspace import answers, checks, client, events, filling, modals, payloads, people
from bot.workspace.blocks import find
from bot.workspace.delivery.words import Envelope
from bot.workspace.elements import EXTERNAL, KINDS, Plain, all_options
from bot.workspace.filling import Values
from bot.workspace.payloads import InMessage, Surface
from bot.workspace.refused import Refused
from bot.workspace.shapes import view_json
from bot.workspace.state import Channel, Json, Member, View
from bot.workspace.submission import Outcome, answered
from bot.workspace.workspace import Workspace

__all__ = [
    "Outcome",
    "Place",
    "Plain",
    "Values",
    "click",
    "close",
    "command",
    "home",
    "options",
    "shortcut",
    "submit",
]

PUBLISHES_WITHIN = 1.0  # seconds after the ack in which the desk may still draw its Home tab


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an element stands: in a message (`channel` and `message_ts`), or in a view."""

    channel: str | None = None
    message_ts: str | None = None
    view_id: str | None = None


async def command(workspace: Workspace, *, user: str, channel: str, command: str, text: str = "") -> Outcome:
    """Type a slash command. What the desk answers in its ack is in the channel when this returns.

    Members who are named are sent with their ids, as to an app whose manifest says `should_escape`.
    """
    member = _acting(workspace, user)
    spot = _channel_of(workspace, member, channel)
    typed = people.with_mentions(workspace.state, text.strip(), named=True)
    payload = payloads.command(workspace, member, spot, "/" + command.removeprefix("/"), typed)
    ack = await workspace.deliver(Envelope(type="slash_commands", payload=payload))
    if ack.error or not ack.body:
        return Outcome(error=ack.error, response=ack.body)
    try:
        said = answers.say(workspace, spot, member.id, ack.body)
    except Refused as refused:
        return Outcome(error="invalid_command_response", response=refused.as_json())
    return Outcome(response=ack.body, message_ts=said.ts)


async def click(
    workspace: Workspace,
    place: Place,
    *,
    user: str,
    action_id: str,
    block_id: str | None = None,
    selected: Plain = None,
    confirm: bool = True,
    values: Values | None = None,
) -> Outcome:
    """Press a button, or choose in a select, `confirm` or decline its confirm dialog.

    `values` is what else stands typed in the view at that moment. Raises Refused: no_such_element, or as
    filling.fill and filling.acted do.
    """
    member = _acting(workspace, user)
    surface = _typed(workspace, _surface(workspace, member, place), values)
    found = find(surface.blocks, action_id, block_id)
    if "confirm" in found.element and not confirm:
        return Outcome()
    value = filling.acted(workspace, surface, member, found, selected)
    if found.type in KINDS:
        if client.is_too_many(found, value):
            return Outcome(error="too_many")
        surface = filling.remember(workspace, surface, member, found, value)
    if found.is_input and not found.block.get("dispatch_action"):
        return Outcome()
    payload = payloads.block_actions(workspace, member, surface, payloads.action(workspace, found, value))
    ack = await workspace.deliver(Envelope(type="interactive", payload=payload))
    if ack.body:
        workspace.log.note("to_slack", "ignored_ack_body", ack.body)
    return Outcome(response=ack.body, error=ack.error)


async def options(
    workspace: Workspace,
    place: Place,
    *,
    user: str,
    action_id: str,
    block_id: str | None = None,
    query: str = "",
) -> Json:
    """Type into an external select: `{"options": [...]}` or `{"option_groups": [...]}` as the desk offers.

    Raises Refused: no_such_element, invalid_options, dispatch_failed, operation_timeout.
    """
    member = _acting(workspace, user)
    surface = _surface(workspace, member, place)
    found = find(surface.blocks, action_id, block_id)
    if found.type not in EXTERNAL:
        raise Refused("no_such_element")
    if not client.asks_for(found, query):
        return {"options": []}
    payload = payloads.block_suggestion(member, surface, found, query)
    ack = await workspace.deliver(Envelope(type="interactive", payload=payload))
    if ack.error:
        raise Refused(ack.error)
    offered = checks.offered(ack.body)
    filling.offered(workspace, surface, found).update({option["value"]: option for option in all_options(offered)})
    return offered


async def submit(workspace: Workspace, *, user: str, view_id: str, values: Values) -> Outcome:
    """Press a modal's submit. Inputs that are not named keep what they show.

    What the member's own Slack would stop (an empty required input) is an error and is not delivered. After an ack
    with `response_action: errors`, and after none in time, the modal is still open with what was typed. Raises
    Refused as filling.fill does.
    """
    member = _acting(workspace, user)
    view = filling.fill(workspace, _modal(workspace, member, view_id), values)
    if wrong := client.first_wrong(view):
        return Outcome(block_id=wrong[0], error=wrong[1])
    payload = payloads.view_submission(workspace, member, view)
    ack = await workspace.deliver(Envelope(type="interactive", payload=payload))
    return answered(workspace, view, ack)


async def close(workspace: Workspace, *, user: str, view_id: str, all_views: bool = False) -> Outcome:
    """Close a modal by its close button, or by its cross (`all_views`), which closes the stack."""
    member = _acting(workspace, user)
    view = _modal(workspace, member, view_id)
    is_cleared = all_views or bool(view.body.get("clear_on_close"))
    closed = list(reversed(workspace.state.modals[member.id])) if is_cleared else [view]
    for each in closed:
        modals.pop(workspace, each)
    outcome = Outcome()
    for each in closed:
        if each.body.get("notify_on_close"):
            payload = payloads.view_closed(member, each, is_cleared=is_cleared)
            ack = await workspace.deliver(Envelope(type="interactive", payload=payload))
            outcome = Outcome(response=ack.body, error=ack.error)
    return outcome


async def home(workspace: Workspace, *, user: str) -> View | None:
    """Open the desk's Home tab and wait, up to PUBLISHES_WITHIN seconds, for what the desk publishes there.

    None: it never published anything.
    """
    member = _acting(workspace, user)
    before = workspace.state.homes.get(member.id)
    event: Json = {
        "type": "app_home_opened",
        "user": member.id,
        "channel": workspace.state.direct_messages(member).id,
        "tab": "home",
    }
    if before:
        event["view"] = view_json(before)
    await events.tell(workspace, event)
    deadline = time.monotonic() + PUBLISHES_WITHIN
    while workspace.state.homes.get(member.id) is before and time.monotonic() < deadline:
        await asyncio.sleep(0.01)
    return workspace.state.homes.get(member.id)


async def shortcut(
    workspace: Workspace,
    *,
    user: str,
    callback_id: str,
    channel: str | None = None,
    message_ts: str | None = None,
) -> Outcome:
    """Use a global shortcut, or with a message a message shortcut."""
    member = _acting(workspace, user)
    if channel or message_ts:
        at = _message(workspace, member, channel or "", message_ts or "")
        payload = payloads.message_action(workspace, member, at, callback_id)
    else:
        payload = payloads.shortcut(workspace, member, callback_id)
    ack = await workspace.deliver(Envelope(type="interactive", payload=payload))
    return Outcome(response=ack.body, error=ack.error)


def _acting(workspace: Workspace, user: str) -> Member:
    member = workspace.state.member(user)
    if member.deleted:
        raise Refused("account_inactive")
    return member


def _channel_of(workspace: Workspace, member: Member, id_or_name: str) -> Channel:
    """A channel the member is in, so that they can do something there."""
    channel = workspace.state.channel(id_or_name)
    if member.id not in channel.members:
        raise Refused("not_in_channel")
    if channel.is_archived:
        raise Refused("is_archived")
    return channel


def _surface(workspace: Workspace, member: Member, place: Place) -> Surface:
    if place.channel and place.message_ts:
        return _message(workspace, member, place.channel, place.message_ts)
    if place.view_id:
        home = workspace.state.homes.get(member.id)
        return home if home and home.id == place.view_id else _modal(workspace, member, place.view_id)
    raise Refused("view_id_or_message_needed")


def _message(workspace: Workspace, member: Member, channel: str, ts: str) -> InMessage:
    spot = _channel_of(workspace, member, channel)
    return InMessage(channel=spot, message=spot.message(ts, seen_by=member.id))


def _modal(workspace: Workspace, member: Member, view_id: str) -> View:
    """A modal that the member has before them: only the top of the stack can be touched."""
    stack = workspace.state.modals.get(member.id, [])
    if view_id not in [view.id for view in stack]:
        raise Refused("view_not_found")
    if stack[-1].id != view_id:
        raise Refused("view_not_on_top")
    return stack[-1]


def _typed(workspace: Workspace, surface: Surface, values: Values | None) -> Surface:
    return filling.fill(workspace, surface, values) if isinstance(surface, View) and values else surface
