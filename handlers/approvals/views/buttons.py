"""The buttons of a request for approval, on the card of what it is for and in the Home tab."""

from slack_sdk.models.blocks import ButtonElement

from handlers.kit.approvable import Requested
from handlers.kit.cards import press
from store.approvals.types import ApprovalRequest

APPROVE, TAKE_BACK, DECLINE, WITHDRAW = "approve", "take_back_approval", "decline", "withdraw_request"


def decide(locale: str, request: ApprovalRequest, thing: Requested, at: str = "") -> list[ButtonElement]:
    """The buttons of those who may approve; `at` tells them from others like them beside them."""
    return [
        _about(locale, request, thing, "button-approve", f"{APPROVE}{at}", style="primary"),
        _about(locale, request, thing, "button-decline", f"{DECLINE}{at}", style="danger"),
    ]


def reconsider(locale: str, request: ApprovalRequest, thing: Requested) -> list[ButtonElement]:
    """The buttons of those who have approved, and of the one who asked."""
    take_back = [_about(locale, request, thing, "button-take-back", TAKE_BACK)] if request.approvals else []
    return [*take_back, _about(locale, request, thing, "button-withdraw", WITHDRAW)]


def _about(
    locale: str, request: ApprovalRequest, thing: Requested, label: str, action_id: str, *, style: str | None = None
) -> ButtonElement:
    """A button that carries the very request it is about: a hold may be asked for again, for other numbers."""
    return press(locale, thing, label, action_id, style=style, request=request.id)
