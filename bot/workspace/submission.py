"""What a submitted modal does after the desk's acknowledgement: close, show errors, change, or show another."""

from dataclasses import dataclass
from typing import Any

from bot.workspace import checks, modals
from bot.workspace.blocks import interactive
from bot.workspace.delivery.words import Ack
from bot.workspace.refused import Refused
from bot.workspace.state import View
from bot.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a person's doing. `response` is the body of the desk's acknowledgement, None when it was empty."""

    response: Any = None
    error: str | None = None  # dispatch_failed, operation_timeout, required ...
    message_ts: str | None = None  # of the message a command made
    block_id: str | None = None  # of the input that is wrong

    @property
    def ok(self) -> bool:
        """Whether it was delivered, acknowledged, and could be carried out."""
        return self.error is None


def answered(workspace: Workspace, view: View, ack: Ack) -> Outcome:
    """Do what the acknowledgement says. Without one the modal stays as it is, with what was typed.

    What the desk must not say is an error of the Outcome, and on the record: invalid_response_action,
    push_limit_reached, not_found, or as checks.view refuses it.
    """
    if ack.error:
        return Outcome(error=ack.error)
    try:
        _follow(workspace, view, ack.body or {})
    except Refused as refused:
        workspace.log.note("to_slack", "invalid_response_action", refused.as_json())
        return Outcome(error=refused.error, response=ack.body)
    return Outcome(response=ack.body)


def _follow(workspace: Workspace, view: View, answer: object) -> None:
    if not isinstance(answer, dict):
        raise Refused("invalid_response_action", response_action=answer)
    match answer.get("response_action"):
        case None:
            modals.pop(workspace, view)
        case "clear":
            modals.clear(workspace, view.user)
        case "errors":
            _check_errors(view, answer.get("errors"))
        case "update":
            body = checks.view(answer.get("view"), "modal")
            modals.update(workspace, workspace.state.view(view.id), body)
        case "push":
            modals.push_modal(workspace, view.user, checks.view(answer.get("view"), "modal"))
        case other:
            raise Refused("invalid_response_action", response_action=other)


def _check_errors(view: View, errors: object) -> None:
    # Slack shows errors under input blocks only; any other is lost with no sign of it.
    inputs = {found.block_id for found in interactive(view.blocks) if found.is_input}
    if not isinstance(errors, dict) or not errors or not inputs.issuperset(errors):
        raise Refused("invalid_response_action", errors=errors)
