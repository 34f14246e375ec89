"""What the desk can do, with buttons that do it."""

from handlers.kit.blocks import actions, context, runs, section
from handlers.kit.messages import say
from handlers.kit.reply import Reply, says
from handlers.kit.words import COMMAND

TOPICS = (
    "search",
    "reserve",
    "show",
    "release",
    "list",
    "assign",
    "services",
    "restore",
    "port",
    "status",
    "quota",
    "report",
    "log",
    "export",
    "settings",
    "help",
)
_BUTTONS = {True: ("search", "quota", "settings"), False: ("search", "quota")}  # for admins, and for others


def everything(locale: str, nonce: str, *, admin: bool) -> Reply:
    topics = [say(locale, f"help-{topic}", command=COMMAND) for topic in TOPICS]
    buttons = [runs(say(locale, f"help-button-{verb}"), verb, nonce, at=at) for at, verb in enumerate(_BUTTONS[admin])]
    return says(
        say(locale, "help-text"),
        section(say(locale, "help-intro")),
        *map(section, topics),
        context(say(locale, "help-hint")),
        actions(*buttons),
    )


def one(locale: str, topic: str) -> Reply:
    said = say(locale, f"help-{topic}", command=COMMAND)
    return says(said, section(said), context(say(locale, "help-hint")))
