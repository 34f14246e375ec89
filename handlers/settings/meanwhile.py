"""What somebody else has changed while a member was at it: who, and to what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.kit.blocks import mention
from handlers.kit.messages import say
from handlers.kit.settings import Merge, Row, Sent, fingerprint, in_words
from handlers.settings.views.forms import Shown
from store import audit
from store.audit.types import EntryFilter
from store.session import Db
from store.types import UserId, WorkspaceId

SUBJECT = "settings"  # of their entries in the record

_ENTRIES = 100  # that are looked through for who it was


def who_changed(db: Db, workspace: WorkspaceId, rows: Sequence[Row]) -> dict[str, UserId]:
    """Who was the last to change each of these settings, as far as the newest entries of the record tell."""
    last: dict[str, UserId] = {}
    for entry in audit.page(db, workspace, EntryFilter(subjects=[SUBJECT]), limit=_ENTRIES):
        for row in rows:
            if row.name in entry.deed.after and entry.deed.who:
                last.setdefault(row.name, entry.deed.who)
    return last


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanwhile:
    """What was met: the settings that two have changed, what the member sent, and who the other was."""

    merged: Merge
    sent: Sequence[Sent]
    by: Mapping[str, UserId]

    def shown(self, locale: str) -> Shown:
        """All as the member left it; what two have changed with a word on it, and ready to be sent again.

        A field that the member did not touch goes on showing what it did: Slack leaves in it what stands there.
        """
        now = self.merged.workspace
        values, fingerprints = now, {each.row.name: each.shown or fingerprint(each.row, now) for each in self.sent}
        for each in self.sent:
            values = each.row.put(values, each.value)
        fingerprints |= {row.name: fingerprint(row, now) for row in self.merged.conflicts}
        yours = {each.row.name: each.row.kind.written(each.value) for each in self.sent}
        notes = {
            row.name: say(
                locale,
                "settings-meanwhile-field",
                who=mention(self.by[row.name]) if row.name in self.by else say(locale, "settings-meanwhile-somebody"),
                now=in_words(locale, row, row.written(now)),
                yours=in_words(locale, row, yours[row.name]),
            )
            for row in self.merged.conflicts
        }
        return Shown(values=values, fingerprints=fingerprints, notes=notes, warning=say(locale, "settings-meanwhile"))
