"""What a person can do with the desk: type its command, press, choose, submit. For the page and the control API."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.workspace.state import Json, View
from bot.workspace.workspace import Workspace

Plain = str | Sequence[str] | None  # what a person gives an element: a text, an option's value, an id, or some of them
Values = dict[str, dict[str, Plain]]  # block_id, then action_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of it. `response` is the body of the desk's acknowledgement, None when it was empty."""

    response: Any = None
    error: str | None = None  # dispatch_failed, operation_timeout, required ...
    message_ts: str | None = None  # of the message a command made
    block_id: str | None = None  # of the input that is wrong

    @property
    def ok(self) -> bool:
        return self.error is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an element stands: in a message, or in a view."""

    channel: str | None = None
    message_ts: str | None = None
    view_id: str | None = None


async def command(workspace: Workspace, *, user: str, channel: str, command: str, text: str = "") -> Outcome:
    """Type a slash command. What the desk answers in its ack is in the channel when this returns."""
    raise NotImplementedError


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

    `values` is what else stands typed in the view at that moment. Raises Refused("no_such_element").
    """
    raise NotImplementedError


async def options(
    workspace: Workspace,
    place: Place,
    *,
    user: str,
    action_id: str,
    block_id: str | None = None,
    query: str = "",
) -> Json:
    """Type into an external select: `{"options": [...]}` or `{"option_groups": [...]}` as the desk offers."""
    raise NotImplementedError


async def submit(workspace: Workspace, *, user: str, view_id: str, values: Values) -> Outcome:
    """Press a modal's submit. Inputs that are not named keep what they show.

    What the member's own Slack would stop (an empty required input) is an error and is not delivered. After an ack with
    `response_action: errors`, and after none within three seconds, the modal is still open with what was typed.
    """
    raise NotImplementedError


async def close(workspace: Workspace, *, user: str, view_id: str, all_views: bool = False) -> Outcome:
    """Close a modal by its close button, or by its cross (`all_views`), which closes the stack."""
    raise NotImplementedError


async def home(workspace: Workspace, *, user: str) -> View | None:
    """Open the desk's Home tab and wait for what the desk publishes there."""
    raise NotImplementedError


async def shortcut(
    workspace: Workspace,
    *,
    user: str,
    callback_id: str,
    channel: str | None = None,
    message_ts: str | None = None,
) -> Outcome:
    """Use a global shortcut, or with a message a message shortcut."""
    raise NotImplementedError
