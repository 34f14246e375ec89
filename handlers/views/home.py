"""What the Home tab shows."""

from typing import Any

from slack_sdk.models.blocks import Block, DividerBlock
from slack_sdk.models.views import View

from handlers.reply import Reply
from handlers.views.parts import section


def home(quota: Reply, help: Reply) -> View:  # noqa: A002 (the command's own word)
    shown: list[dict[str, Any] | Block] = [*map(dict, quota.blocks), DividerBlock()]
    return View(type="home", blocks=[*shown, *map(dict, help.blocks)])


def closed(refusal: Reply) -> View:
    """For those who may not use the desk."""
    return View(type="home", blocks=[section(refusal.text)])
