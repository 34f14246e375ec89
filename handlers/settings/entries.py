"""What of settings the record tells, and in which words."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from handlers.kit.entries import NOTHING, EntryWords, Values
from handlers.kit.messages import plain, say
from handlers.kit.settings import in_short
from store.audit.types import Deed
from store.workspaces.settings import Seen, Setting


class SettingsAction(StrEnum):
    """What was done, as the record names it."""

    SETTINGS_CHANGED = "settings_changed"


_CHANGES = 6  # settings in a line
_SHORT = 60  # characters of a value


def changes(settings: Mapping[str, Setting[Any]], locale: str, deed: Deed) -> list[str]:
    """Each setting that an entry of the record says was changed: what it is called, what it was and what it is."""
    return [
        _change(locale, settings.get(name), name, deed.before.get(name), now)
        for name, now in sorted(deed.after.items())
    ]


def _change(locale: str, row: Setting[Any] | None, name: str, before: Any, now: Any) -> str:
    if row is None:  # of a room that is there no more
        return f"{name}: {plain(str(before)[:_SHORT])} → {plain(str(now)[:_SHORT])}"
    label = say(locale, row.label)
    if row.seen is not Seen.BY_SETTERS:  # the record is read by more members than may see it
        return label
    return f"{label}: {in_short(locale, row, before)} → {in_short(locale, row, now)}"


def _changes(settings: Mapping[str, Setting[Any]], locale: str, deed: Deed) -> Values:
    said = changes(settings, locale, deed)
    more = [say(locale, "and-more", count=len(said) - _CHANGES)] if len(said) > _CHANGES else []
    return {"changes": ", ".join([*said[:_CHANGES], *more]) or NOTHING}


ENTRIES: dict[str, EntryWords] = {
    SettingsAction.SETTINGS_CHANGED: EntryWords(key="log-settings_changed", of_settings=_changes)
}
