"""The rich text block and the elements in it.

https://docs.slack.dev/reference/block-kit/blocks/rich-text-block, November 2026
"""

from collections.abc import Mapping

from bot.workspace.blockkit.objects import URL
from bot.workspace.blockkit.schema import Flag, Integer, Items, Object, Shape, String, Typed, Word

NAME = String(least=1)
BORDER = {"border": Integer(0, 1)}
TEXT_STYLE = Object(may=dict.fromkeys(("bold", "italic", "strike", "code", "underline"), Flag()))
MENTION_STYLE = Object(
    may=dict.fromkeys(("bold", "italic", "strike", "highlight", "client_highlight", "unlink"), Flag())
)


def _inline(
    needs: Mapping[str, Shape], may: Mapping[str, Shape] | None = None, *, style: Object = TEXT_STYLE
) -> Object:
    return Object(needs=needs, may={**(may or {}), "style": style})


INLINE = Typed(
    {
        "text": _inline({"text": String(least=1)}),
        "link": _inline({"url": URL}, {"text": String(), "unsafe": Flag()}),
        "emoji": _inline({"name": NAME}, {"unicode": String(), "skin_tone": Integer(1, 6)}),
        "date": _inline({"timestamp": Integer(0), "format": NAME}, {"url": URL, "fallback": String()}),
        "user": _inline({"user_id": NAME}, style=MENTION_STYLE),
        "usergroup": _inline({"usergroup_id": NAME}, style=MENTION_STYLE),
        "channel": _inline({"channel_id": NAME}, style=MENTION_STYLE),
        "team": _inline({"team_id": NAME}),
        "broadcast": _inline({"range": Word(("here", "channel", "everyone"))}),
        "color": _inline({"value": String(like="#[0-9a-fA-F]{6}")}),
    }
)
SECTION = Object(needs={"elements": Items(INLINE, least=0)})
PART = Typed(
    {
        "rich_text_section": SECTION,
        "rich_text_list": Object(
            needs={"style": Word(("bullet", "ordered")), "elements": Items(Typed({"rich_text_section": SECTION}))},
            may={"indent": Integer(0, 8), "offset": Integer(0), **BORDER},
        ),
        "rich_text_preformatted": Object(needs={"elements": Items(INLINE)}, may={"language": String(), **BORDER}),
        "rich_text_quote": Object(needs={"elements": Items(INLINE)}, may=BORDER),
    }
)
RICH_TEXT = Object(needs={"elements": Items(PART)}, may={"block_id": String(255, least=1)})
