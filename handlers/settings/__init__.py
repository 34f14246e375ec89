"""Settings: what a workspace's admins decide once for all."""

from pathlib import Path

from handlers.kit.feature import Feature
from handlers.kit.topics import Group, Topic
from handlers.settings import requests, sections, settings
from handlers.settings.entries import ENTRIES
from handlers.settings.requests import ShowSettings
from handlers.settings.settings import greet
from handlers.settings.views import forms, overview
from store.workspaces.columns import CHANNELS, LOCALE, MAY_CHANGE_SETTINGS, NOTICES

__all__ = ["SETTINGS", "greet"]

SETTINGS = Feature(
    name="settings",
    words=Path(__file__).parent,
    commands={"settings": requests.read_settings},
    runs={ShowSettings: settings.show},
    anywhere=frozenset({ShowSettings, overview.CHANGE, forms.CALLBACK, forms.FIRST_STEPS}),
    actions={overview.CHANGE: settings.change},
    submissions={forms.CALLBACK: settings.save, forms.FIRST_STEPS: settings.save},
    entries=ENTRIES,
    settings=(LOCALE, NOTICES, CHANNELS, MAY_CHANGE_SETTINGS),
    sections=(sections.DESK, sections.ROLES),
    help=(
        Topic(
            word="settings",
            group=Group.DESK,
            short="help-short-settings",
            full="help-settings",
            also=("carriers", "carrier"),
        ),
    ),
)
