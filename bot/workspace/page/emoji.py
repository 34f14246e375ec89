"""The emoji names that messages commonly use."""

import re

_EMOJI = {
    "+1": "👍",
    "arrow_right": "➡️",
    "ballot_box_with_check": "☑️",
    "bell": "🔔",
    "calendar": "📅",
    "exclamation": "❗",
    "eyes": "👀",
    "hourglass": "⌛",
    "hourglass_flowing_sand": "⏳",
    "information_source": "ℹ️",  # noqa: RUF001 - that is the sign itself
    "large_green_circle": "🟢",
    "large_yellow_circle": "🟡",
    "lock": "🔒",
    "mag": "🔍",
    "no_entry": "⛔",
    "phone": "☎️",
    "raised_hands": "🙌",
    "red_circle": "🔴",
    "tada": "🎉",
    "telephone_receiver": "📞",
    "thumbsup": "👍",
    "warning": "⚠️",
    "wave": "👋",
    "white_check_mark": "✅",
    "x": "❌",
}
_NAME = re.compile(r":([a-z0-9_+-]+):")


def with_emoji(text: str) -> str:
    """The text with `:name:` as the emoji that it names; one that is not known stays as it is written."""
    return _NAME.sub(lambda found: _EMOJI.get(found[1], found[0]), text)
