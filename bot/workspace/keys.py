"""The tokens and the secret that the bot and its workspace share."""

import os
from dataclasses import dataclass, field

# Not secrets: anyone may know what opens a throwaway workspace that only this machine can reach.
_LOCAL_BOT_TOKEN = "xoxb-local-numberdesk"  # noqa: S105
_LOCAL_APP_TOKEN = "xapp-local-numberdesk"  # noqa: S105
_LOCAL_SIGNING_SECRET = "local-signing-secret"  # noqa: S105


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What lets the bot in here, and what the workspace signs its requests to the bot with. None is shown in a repr."""

    bot_token: str = field(default=_LOCAL_BOT_TOKEN, repr=False)
    app_token: str = field(default=_LOCAL_APP_TOKEN, repr=False)
    signing_secret: str = field(default=_LOCAL_SIGNING_SECRET, repr=False)

    @classmethod
    def from_environment(cls) -> "Keys":
        """Those in the variables that the bot reads too; for one that is empty or missing, a local one."""
        return cls(
            bot_token=os.environ.get("SLACK_BOT_TOKEN") or _LOCAL_BOT_TOKEN,
            app_token=os.environ.get("SLACK_APP_TOKEN") or _LOCAL_APP_TOKEN,
            signing_secret=os.environ.get("SLACK_SIGNING_SECRET") or _LOCAL_SIGNING_SECRET,
        )

    def as_environment(self) -> dict[str, str]:
        """What the bot must find in its environment to be let in here."""
        return {
            "SLACK_BOT_TOKEN": self.bot_token,
            "SLACK_APP_TOKEN": self.app_token,
            "SLACK_SIGNING_SECRET": self.signing_secret,
        }
