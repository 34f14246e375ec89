"""Blocks: on which surfaces each may stand, and its keys.

https://docs.slack.dev/reference/block-kit/blocks, November 2026
"""

from collections.abc import Mapping

from bot.workspace.blockkit.elements import ID, IMAGE, element_of
from bot.workspace.blockkit.objects import ALT_TEXT, SLACK_FILE, URL, plain_text, text
from bot.workspace.blockkit.rich_text import RICH_TEXT
from bot.workspace.blockkit.rules import at_least_one, exactly_one
from bot.workspace.blockkit.schema import Flag, Items, Number, Object, OrNull, Shape, String, Typed, Word

BLOCK_ID: Mapping[str, Shape] = {"block_id": String(255, least=1)}
AN_IMAGE = Typed({"image": IMAGE})
A_RICH_TEXT = Typed({"rich_text": RICH_TEXT})

CELL = Typed(
    {
        "raw_text": Object(needs={"text": String(least=1)}),
        "raw_number": Object(needs={"value": Number(), "text": String(least=1)}),
        "rich_text": RICH_TEXT,
    }
)
COLUMN = Object(may={"align": Word(("left", "center", "right")), "is_wrapped": Flag()})

ORDINARY = {
    "section": Object(
        may={
            **BLOCK_ID,
            "text": text(3000),
            "fields": Items(text(2000), 10),
            "accessory": element_of("section"),
            "expand": Flag(),
        },
        rules=(at_least_one("text", "fields"),),
    ),
    "header": Object(needs={"text": plain_text(150)}, may=BLOCK_ID),
    "divider": Object(may=BLOCK_ID),
    "image": Object(
        needs={"alt_text": ALT_TEXT},
        may={**BLOCK_ID, "image_url": URL, "slack_file": SLACK_FILE, "title": plain_text(2000)},
        rules=(exactly_one("image_url", "slack_file"),),
    ),
    "context": Object(
        needs={"elements": Items(Typed({**element_of("context").types, **text(3000).types}), 10)},
        may=BLOCK_ID,
    ),
    "actions": Object(
        needs={"elements": Items(element_of("actions"), 25)},
        may=BLOCK_ID,
    ),
    "input": Object(
        needs={"label": plain_text(2000), "element": element_of("input")},
        may={**BLOCK_ID, "hint": plain_text(2000), "optional": Flag(), "dispatch_action": Flag()},
    ),
    "rich_text": RICH_TEXT,
    "video": Object(
        needs={"alt_text": ALT_TEXT, "title": plain_text(199), "video_url": URL, "thumbnail_url": URL},
        may={
            **BLOCK_ID,
            "title_url": URL,
            "description": plain_text(200),
            "provider_icon_url": URL,
            "provider_name": String(),
            "author_name": String(49),
        },
    ),
    "file": Object(
        on=("message",),
        needs={"external_id": ID, "source": Word(("remote",))},
        may=BLOCK_ID,
    ),
    "markdown": Object(
        on=("message",),
        needs={"text": String(12_000, least=1)},
        may=BLOCK_ID,
    ),
    "table": Object(
        on=("message",),
        needs={"rows": Items(Items(CELL, 20), 100)},
        may={**BLOCK_ID, "column_settings": Items(OrNull(COLUMN), 20)},
    ),
    "context_actions": Object(
        on=("message",),
        needs={"elements": Items(element_of("context_actions"), 5)},
        may=BLOCK_ID,
    ),
    "alert": Object(
        on=("modal",),
        needs={"text": text(200)},
        may={**BLOCK_ID, "level": Word(("default", "info", "warning", "error", "success"))},
    ),
}

TASK_CARD = Object(
    on=("message",),
    needs={"task_id": ID, "title": ID, "status": Word(("pending", "in_progress", "complete", "error"))},
    may={
        **BLOCK_ID,
        "details": A_RICH_TEXT,
        "output": A_RICH_TEXT,
        "sources": Items(Typed({"url": Object(needs={"url": URL, "text": ID})})),
    },
)
CARD = Object(
    may={
        **BLOCK_ID,
        "hero_image": AN_IMAGE,
        "icon": AN_IMAGE,
        "title": text(150),
        "subtitle": text(150),
        "body": text(200),
        "subtext": text(200),
        "actions": Items(element_of("card"), 3),
    },
    rules=(at_least_one("hero_image", "title", "body", "actions"),),
)
COMPOUND = {
    "task_card": TASK_CARD,
    "plan": Object(
        on=("message",),
        needs={"title": ID},
        may={**BLOCK_ID, "tasks": Items(Typed({"task_card": TASK_CARD}))},
    ),
    "card": CARD,
    "carousel": Object(
        on=("message", "home"),
        needs={"elements": Items(Typed({"card": CARD}), 10)},
        may=BLOCK_ID,
    ),
    "container": Object(
        on=("message",),
        needs={"child_blocks": Items(Typed(ORDINARY), 10)},
        may={
            **BLOCK_ID,
            "title": plain_text(150),
            "rich_text_title": A_RICH_TEXT,
            "subtitle": text(150),
            "icon": AN_IMAGE,
            "width": Word(("narrow", "standard", "wide", "full")),
            "is_collapsible": Flag(),
            "default_collapsed": Flag(),
            "has_header_divider": Flag(),
        },
        rules=(at_least_one("title", "rich_text_title"),),
    ),
}

BLOCK = Typed({**ORDINARY, **COMPOUND})
