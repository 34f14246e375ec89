"""What of settings the record tells, and in which words."""

from enum import StrEnum

from handlers.kit.entries import NOTHING, EntryWords, Values
from handlers.kit.messages import say
from handlers.settings.views.changes import changes
from store.audit.types import Deed


class SettingsAction(StrEnum):
    """What was done, as the record names it."""

    SETTINGS_CHANGED = "settings_changed"


_CHANGES = 6  # settings in a line


def _changes(locale: str, deed: Deed) -> Values:
    said = changes(locale, deed)
    more = [say(locale, "and-more", count=len(said) - _CHANGES)] if len(said) > _CHANGES else []
    return {"changes": ", ".join([*said[:_CHANGES], *more]) or NOTHING}


ENTRIES: dict[str, EntryWords] = {
    SettingsAction.SETTINGS_CHANGED: EntryWords(key="log-settings_changed", values=_changes)
}
