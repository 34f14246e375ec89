"""The person at one browser tab: what they try is done, and what fails is told in plain words."""

from collections.abc import Awaitable

from nicegui import Client, ui

from bot.workspace.actions import Outcome
from bot.workspace.page import faces
from bot.workspace.refused import Refused
from bot.workspace.state import Json, Member
from bot.workspace.workspace import Workspace

_WORDS = {
    "dispatch_failed": "Numberdesk did not answer. It may just be starting: wait a moment and try again.",
    "operation_timeout": "Numberdesk did not answer in time. Whatever it was doing may still be done.",
    "not_in_channel": "You are not a member of this channel.",
    "no_such_element": "This is not there any more: it has just changed.",
    "message_not_found": "That message is gone.",
    "not_found": "That window is already closed.",
    "not_allowed": "You may not do that.",
}


class Person:
    """Who sits at a tab, by the id of a member, and the browser that they are told things in."""

    def __init__(self, workspace: Workspace, member_id: str, client: Client) -> None:
        self.workspace, self.id = workspace, member_id
        self.client = client

    @property
    def member(self) -> Member:
        """They themselves, as they are by now."""
        return self.workspace.state.members[self.id]

    def name_of(self, identity: str) -> str:
        """What a mention of this id shows."""
        return faces.name_of(self.workspace.state, identity)

    async def attempt(self, tx: Awaitable[Outcome]) -> Outcome:
        """Do it, and tell the person in a toast what failed. What is Refused becomes an Outcome with that error."""
        try:
            outcome = await tx
        except Refused as refused:
            outcome = Outcome(error=refused.error)
        if outcome.error and not outcome.block_id:  # what is wrong with a field is shown there
            self.tell(outcome.error)
        return outcome

    async def attempt_json(self, tx: Awaitable[Json]) -> Json:
        """Do it; where it is refused tell the person, and hand back nothing."""
        try:
            return await tx
        except Refused as refused:
            self.tell(refused.error)
            return {}

    def tell(self, error: str) -> None:
        """Show what an error means, by Slack's word for it, for seven seconds."""
        message = _WORDS.get(error, f"That did not work: {error.replace('_', ' ')}.")
        # By now the button that was pressed may have been drawn anew, so the toast hangs on the tab itself.
        with self.client:
            ui.notify(message, position="top", timeout=7000, close_button="OK", classes="toast")
