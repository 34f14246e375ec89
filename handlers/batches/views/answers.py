"""What a member is told who asks for a batch, or sees one."""

from collections.abc import Mapping
from typing import Any

from slack_sdk.models.blocks import Block

from handlers.batches.views.modals import BACK, SEE
from handlers.batches.views.parts import wrong_with_file
from handlers.kit.batchable import BatchVerb
from handlers.kit.blocks import actions, section
from handlers.kit.cards import press
from handlers.kit.messages import say
from handlers.kit.reply import Message
from store.batches.types import Batch, Stage
from store.types import is_channel


def begun_already(locale: str, batch: Batch) -> str:
    """Say that a batch is no draft any more."""
    return say(locale, "batch-begun-already", batch=batch.name)


def nothing_to_do(locale: str) -> str:
    """Say that nothing of a batch can be done any more."""
    return say(locale, "batch-nothing-to-do")


def goes_on(locale: str, batch: Batch) -> str:
    """Say that a batch is under way, or waits for approval, and where its card is."""
    key = "batch-awaits" if batch.stage is Stage.ASKED else "batch-under-way"
    return say(locale, key, batch=batch.name, channel=f"<#{batch.channel}>" if is_channel(batch.channel) else "none")


def read(locale: str, verb: BatchVerb, batch: Batch, wrong: Mapping[str, Any] | None) -> Message:
    """Say in somebody's own messages what came of their file, whose modal they have closed."""
    said = wrong_with_file(locale, wrong) if wrong else say(locale, "batch-read", count=batch.size)
    label, action = (verb.words.title, BACK) if wrong else ("button-see", SEE)
    blocks: list[Block] = [section(said), actions(press(locale, batch, label, action))]
    return Message(text=said, blocks=blocks)
