"""What a bot reads when it first says something, read once for all that are forked from who imports this."""

import bot.build  # noqa: F401 (with it all rooms bring their words)
from handlers.kit.messages import bundle
from store.places import known_places
from store.workspaces.types import LOCALES

known_places()
for locale in LOCALES:
    bundle(locale)
