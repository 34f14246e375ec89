"""The record as a file, for who asked for it."""

from pathlib import Path

from handlers.kit.messages import say
from handlers.kit.outgoing import Upload
from handlers.kit.tools import Tools
from handlers.record import log
from store.outbox.types import ClaimedItem
from store.types import UserId


def put_export(tools: Tools, claimed: ClaimedItem) -> Upload:
    """The record up to the entry that says it was asked for."""
    owing = claimed.owing

    def write(path: Path) -> None:
        with path.open("w", encoding="utf-8-sig", newline="") as file:  # spreadsheets know UTF-8 by its mark
            log.write(tools, owing.workspace, owing.detail["last"], file)

    locale = tools.people.member(owing.workspace, UserId(owing.channel)).locale
    name = str(owing.detail["name"])
    return Upload(user=owing.channel, name=name, comment=say(locale, "export-here"), write=write)
