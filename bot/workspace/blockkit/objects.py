"""Composition objects: texts, options, confirm dialogs and what else blocks and elements are made of.

https://docs.slack.dev/reference/block-kit/composition-objects, November 2026
"""

from bot.workspace.blockkit.rules import at_least_one, exactly_one
from bot.workspace.blockkit.schema import Flag, Items, Object, String, Typed, Word

STYLE = Word(("primary", "danger"))
URL = String(3000, least=1, like=r"[a-zA-Z][a-zA-Z0-9+.-]*:\S+")
ALT_TEXT = String(2000, least=1)


def _plain(most: int) -> Object:
    return Object(needs={"text": String(most, least=1)}, may={"emoji": Flag()})


def _mrkdwn(most: int) -> Object:
    return Object(needs={"text": String(most, least=1)}, may={"verbatim": Flag()})


def plain_text(most: int) -> Typed:
    """A plain_text object with at most so many characters, and at least one."""
    return Typed({"plain_text": _plain(most)})


def text(most: int) -> Typed:
    """A plain_text or a mrkdwn object with at most so many characters, and at least one."""
    return Typed({"plain_text": _plain(most), "mrkdwn": _mrkdwn(most)})


OPTION = Object(
    needs={"text": plain_text(75), "value": String(150)},
    may={"description": plain_text(75)},
)
MRKDWN_OPTION = Object(  # in checkboxes and radio buttons
    needs={"text": text(75), "value": String(150)},
    may={"description": text(75)},
)
OVERFLOW_OPTION = Object(
    needs={"text": plain_text(75), "value": String(150)},
    may={"description": plain_text(75), "url": URL},
)
OPTION_GROUP = Object(
    needs={"label": plain_text(75), "options": Items(OPTION, 100)},
)
CONFIRM = Object(
    needs={"title": plain_text(100), "text": text(300), "confirm": plain_text(30), "deny": plain_text(30)},
    may={"style": STYLE},
)
CONVERSATION_FILTER = Object(
    may={
        "include": Items(Word(("im", "mpim", "private", "public"))),
        "exclude_external_shared_channels": Flag(),
        "exclude_bot_users": Flag(),
    },
    rules=(at_least_one("include", "exclude_external_shared_channels", "exclude_bot_users"),),
)
DISPATCH_ACTION_CONFIG = Object(
    may={"trigger_actions_on": Items(Word(("on_enter_pressed", "on_character_entered")), 2)},
)
WORKFLOW = Object(
    needs={
        "trigger": Object(
            needs={"url": URL},
            may={"customizable_input_parameters": Items(Object(needs={"name": String(), "value": String()}))},
        )
    },
)
SLACK_FILE = Object(
    may={"id": String(least=1), "url": URL},
    rules=(exactly_one("id", "url"),),
)
