"""The app manifest: what makes a Slack app with exactly what the desk uses."""

from typing import Any

from handlers.desk import FEATURES
from handlers.kit.words import COMMAND

# Each Web API method the desk calls, and the scopes that it needs, as the method's page in Slack's documentation has
# them, November 2026.
METHODS = {
    "auth.test": (),
    "chat.delete": ("chat:write",),
    "chat.postEphemeral": ("chat:write",),
    "chat.postMessage": ("chat:write", "chat:write.public"),
    "chat.update": ("chat:write",),
    "conversations.history": ("channels:history", "groups:history", "im:history"),
    "conversations.info": ("channels:read", "groups:read"),
    "conversations.members": ("channels:read", "groups:read"),
    "conversations.join": ("channels:join",),
    "conversations.open": ("im:write",),
    "conversations.replies": ("channels:history", "groups:history", "im:history"),
    "files.completeUploadExternal": ("files:write",),
    "files.getUploadURLExternal": ("files:write",),
    "files.info": ("files:read",),
    "files.list": ("files:read",),
    "usergroups.list": ("usergroups:read",),
    "users.conversations": ("channels:read", "groups:read", "im:read"),
    "users.info": ("users:read",),
    "users.list": ("users:read",),
    "views.open": (),
    "views.publish": (),
    "views.push": (),
    "views.update": (),
}
EVENTS = (
    "app_mention",
    "app_home_opened",
    "member_joined_channel",
    "member_left_channel",
    "message.channels",
    "message.groups",
    "message.im",
    "subteam_members_changed",
    "user_change",
)
SCOPES = sorted({"app_mentions:read", "commands", *(scope for scopes in METHODS.values() for scope in scopes)})


def manifest(url: str | None = None) -> dict[str, Any]:
    """The manifest as Slack takes it: for HTTP where `url` says where Slack reaches the desk, else for Socket Mode."""
    posts_to = f"{url.rstrip('/')}/slack/events" if url else None
    return {
        "display_information": {
            "name": "Numberdesk",
            "description": "Search, reserve and acquire service phone numbers without leaving the channel",
        },
        "features": {
            # Read-only unless told otherwise; cards may stand there, and members answer under them.
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "numberdesk", "always_online": True},
            "shortcuts": [
                {
                    "name": shortcut.name,
                    "type": "message" if shortcut.on_message else "global",
                    "callback_id": shortcut.callback,
                    "description": shortcut.about,
                }
                for shortcut in FEATURES.shortcuts.values()
            ],
            "slash_commands": [
                {
                    "command": COMMAND,
                    "description": "Search, reserve and acquire service numbers",
                    "usage_hint": "help | search | reserve 3 US Washington Seattle | quota",
                    "should_escape": True,  # so that a member who is named comes with their id
                    **({"url": posts_to} if posts_to else {}),
                }
            ],
        },
        "oauth_config": {"scopes": {"bot": SCOPES}},
        "settings": {
            "event_subscriptions": {
                "bot_events": list(EVENTS),
                **({"request_url": posts_to} if posts_to else {}),
            },
            "interactivity": {
                "is_enabled": True,
                **({"request_url": posts_to, "message_menu_options_url": posts_to} if posts_to else {}),
            },
            "org_deploy_enabled": False,
            "socket_mode_enabled": posts_to is None,
            "token_rotation_enabled": False,
        },
    }
