"""Sections of the settings: which are this room's own, and which is meant by what was typed."""

from collections.abc import Mapping

from handlers.kit.messages import say
from handlers.kit.settings import Section
from handlers.kit.words import CHOICES, BadInput
from store.spelling import fold, nearest
from store.workspaces.types import LOCALES

DESK = Section(name="desk", title="settings-section-desk", typed="settings-typed-desk", order=50)
ROLES = Section(name="roles", title="settings-roles", typed="settings-typed-roles", order=60)

_LIKE = 0.7  # how much a word must look like what was typed; 1 is the same


def typed(sections: Mapping[str, Section], said: str, locale: str) -> Section:
    """The section that is meant, in whichever language. Raises BadInput, with those that are called nearly so."""
    words = {
        fold(word): section
        for section in sections.values()
        for language in LOCALES
        for word in [*say(language, section.typed).split(","), say(language, section.title)]
    }
    if found := words.get(fold(said)):
        return found
    near = dict.fromkeys(words[word].name for word in nearest(fold(said), words, most=CHOICES, alike=_LIKE))
    meant = [f"settings {first_word(sections[name], locale)}" for name in near]
    raise BadInput("settings-no-section", *(meant or ["settings"]), said=said)


def first_word(section: Section, locale: str) -> str:
    """The word under which a section is typed in a language, of several the first."""
    return say(locale, section.typed).split(",")[0].strip()
