"""Shortcuts: what is found in Slack's own menus, everywhere or on a message."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """One of them. Slack shows `name` (24 characters) and `about` (150) as the manifest has them, in one language.

    `use` is called with the text of the message that it was used on; a shortcut that is not `on_message` gets "".
    """

    callback: str
    name: str
    about: str
    on_message: bool
    use: Callable[[Tools, Click, str], Reply]
