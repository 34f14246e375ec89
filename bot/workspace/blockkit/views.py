"""Modals and Home tabs.

https://docs.slack.dev/reference/views, November 2026
"""

from bot.workspace.blockkit.blocks import BLOCK
from bot.workspace.blockkit.objects import plain_text
from bot.workspace.blockkit.rules import one_focus, submit_where_input_stands, unique
from bot.workspace.blockkit.schema import Flag, Items, Object, String, Typed

UNIQUE_IDS = (unique("block_id"), unique("action_id"))
MESSAGE_BLOCKS = Items(BLOCK, 50, least=0, rules=UNIQUE_IDS)
VIEW_BLOCKS = Items(BLOCK, 100, least=0, rules=(*UNIQUE_IDS, one_focus))
KEPT = {"private_metadata": String(3000), "callback_id": String(255), "external_id": String(255)}

VIEW = Typed(
    {
        "modal": Object(
            needs={"title": plain_text(24), "blocks": VIEW_BLOCKS},
            may={
                **KEPT,
                "submit": plain_text(24),
                "close": plain_text(24),
                "clear_on_close": Flag(),
                "notify_on_close": Flag(),
            },
            rules=(submit_where_input_stands,),
        ),
        "home": Object(needs={"blocks": VIEW_BLOCKS}, may=KEPT),
    }
)
