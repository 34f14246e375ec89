"""What a member is answered."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

_HEAVIEST = 60_000  # bytes; over Socket Mode an answer is one frame, and slack_sdk 3.47 makes none over 65,535


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Words that only the member sees, a modal to open, or errors at the fields of the modal that they sent.

    Nothing at all closes a modal. A modal that `pushes` lies on the one whose button was pressed, and does not take its
    place. One that `returns` is that below the one which was sent, drawn anew; without one below it takes its place.
    One that `is_secret` shows what is kept encrypted. `refusal` names the reason where the answer is no, for the log.
    All in Slack's own JSON, for answers are also remembered.
    """

    text: str = ""
    blocks: Sequence[Mapping[str, Any]] = ()
    view: Mapping[str, Any] | None = None
    pushes: bool = False
    returns: bool = False
    errors: Mapping[str, str] = field(default_factory=dict)
    is_secret: bool = False
    refusal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What a channel is shown. `text` is what notifications and screen readers say."""

    text: str
    blocks: Sequence[Block] = ()


def says(text: str, *blocks: Block) -> Reply:
    """Answer in words; the blocks, if any, show them."""
    return Reply(text=text, blocks=[block.to_dict() for block in blocks])


def opens(view: View) -> Reply:
    """Answer with a modal."""
    return Reply(view=view.to_dict())


def pushes(view: View) -> Reply:
    """Answer a button in a modal with another one on it."""
    return Reply(view=view.to_dict(), pushes=True)


def returns(view: View) -> Reply:
    """Close the modal that was sent, and draw the one below it anew."""
    return Reply(view=view.to_dict(), returns=True)


def wrong(block_id: str, text: str) -> Reply:
    """Leave the modal open, with what is wrong at one of its fields."""
    return Reply(errors={block_id: text})


def is_heavy(reply: Reply) -> bool:
    """Whether a modal is too much for the answer to the one before it; where nobody waits for an answer it may come."""
    return len(json.dumps(reply.view)) > _HEAVIEST


DONE = Reply()
