"""Files about the workspace's own numbers, for members, put together as things are when they are sent."""

from pathlib import Path

from handlers.inventory import listing, report
from handlers.kit.messages import say
from handlers.kit.outgoing import Upload
from handlers.kit.tools import Tools
from store.outbox.types import ClaimedItem
from store.types import UserId


def put_export(tools: Tools, claimed: ClaimedItem) -> Upload:
    """The list of numbers that somebody asked for, as a file."""
    owing = claimed.owing
    wanted = listing.filter_of(owing.detail["numbers"])

    def write(path: Path) -> None:
        with path.open("w", encoding="utf-8-sig", newline="") as file:  # spreadsheets know UTF-8 by its mark
            listing.write(tools, owing.workspace, wanted, file)

    locale = tools.people.member(owing.workspace, UserId(owing.channel)).locale
    name = str(owing.detail["name"])
    return Upload(user=owing.channel, name=name, comment=say(locale, "export-numbers-here"), write=write)


def put_report(tools: Tools, claimed: ClaimedItem) -> Upload:
    """The report that somebody asked for, as a picture."""
    locale = tools.people.member(claimed.owing.workspace, UserId(claimed.owing.channel)).locale
    return report.drawn(tools, claimed.owing, locale)
