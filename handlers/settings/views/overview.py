"""What is set, section by section, each with a button to change it."""

from collections.abc import Iterable, Mapping
from typing import Any

from slack_sdk.models.blocks import Block, MarkdownTextObject, SectionBlock
from slack_sdk.models.views import View

from handlers.kit.blocks import button, modal, section
from handlers.kit.messages import say
from handlers.kit.settings import Row, Section, in_words
from store.workspaces.types import Workspace

CHANGE = "change_setting"

_TEXT = 3_000  # characters of a section, as Slack allows


def overview(
    locale: str,
    sections: Iterable[Section],
    rows: Mapping[str, Iterable[Row]],
    workspace: Workspace,
    nonce: str,
    said: str = "",
) -> View:
    """All settings in words, by the name of their section; `said` is what came of the last change."""
    blocks = [_section(locale, each, rows[each.name], workspace, nonce) for each in sections]
    return modal(locale, say(locale, "settings-title"), [*([section(said)] if said else []), *blocks])


def _section(locale: str, of: Section, rows: Iterable[Row], workspace: Workspace, nonce: str) -> Block:
    title = say(locale, of.title)
    lines = [
        say(
            locale,
            "settings-line",
            label=say(locale, row.label),
            value=in_words(locale, row, row.written(workspace)),
        )
        for row in rows
    ]
    value: dict[str, Any] = {"section": of.name, "nonce": nonce}
    change = button(say(locale, "button-change"), f"{CHANGE}:{of.name}", value)
    change.accessibility_label = say(locale, "button-change-section", section=title)
    text = "\n".join([f"*{title}*", *lines])
    return SectionBlock(block_id=f"settings_{of.name}", text=MarkdownTextObject(text=text[:_TEXT]), accessory=change)
