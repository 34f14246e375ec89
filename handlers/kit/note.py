"""Words in a modal, where there is no channel to say them in."""

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from handlers.kit.blocks import modal, section
from handlers.kit.messages import say
from handlers.kit.reply import Reply


def note(locale: str, reply: Reply) -> View:
    """A modal that shows what a channel would be shown."""
    blocks = [Block.parse(dict(block)) for block in reply.blocks] or [section(reply.text)]
    return modal(locale, say(locale, "note-title"), [block for block in blocks if block])
