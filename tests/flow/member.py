"""A member: types, presses, fills modals in, and reads what the desk answers."""

from dataclasses import dataclass, replace
from typing import Any

from tests.flow.desk import Desk
from tests.flow.slack import PHONES, Json, Message, Shown, View


@dataclass(frozen=True, kw_only=True)
class Member:
    name: str
    id: str
    desk: Desk
    channel: str = PHONES  # where they are

    @classmethod
    def of(cls, desk: Desk, name: str) -> "Member":
        (id_,) = (user["id"] for user in desk.get("state")["users"] if user["name"] == name)
        return cls(name=name, id=id_, desk=desk)

    @property
    def mention(self) -> str:
        return f"<@{self.id}>"

    def at(self, channel: str) -> "Member":
        """The same, in another channel."""
        return replace(self, channel=channel)

    def types(self, text: str) -> Message:
        """Type `/numbers` and this. What the desk answers, which only this member sees."""
        answer = self.sends(text)
        assert answer["ok"], answer
        return next(message for message in self.told() if message.ts == answer["message_ts"])

    def sends(self, text: str) -> Json:
        """The same, with whatever the member's own Slack makes of it."""
        return self.desk.post("command", user=self.name, channel=self.channel, command="/numbers", text=text)

    def opens(self, text: str) -> View:
        """Type a command that opens a modal."""
        answer = self.sends(text)
        assert answer == {"ok": True, "response": None, "message_ts": None}
        return self.modal()

    def presses(self, shown: Shown, label: str, *, confirm: bool = True) -> str:
        """Press the button with this label. What the member is newly told; nothing where a modal opens."""
        before = self._told()
        button = shown.button(label)
        answer = self._click(shown, button["action_id"], confirm=confirm)
        assert answer["ok"], answer
        return "\n".join(words for ts, words in self._told() if (ts, words) not in before)

    def presses_of(self, shown: Shown, action_id: str) -> str:
        """Press the button with this action id, where several have the same label. What the member is newly told."""
        before = self._told()
        answer = self._click(shown, action_id)
        assert answer["ok"], answer
        return "\n".join(words for ts, words in self._told() if (ts, words) not in before)

    def chooses(self, card: Message, label: str) -> View:
        """Press a button that opens a modal."""
        assert self.presses(card, label) == ""
        return self.modal()

    def submits(self, view: View, **values: str | list[str] | None) -> Json:
        """Fill a modal in, input by input, and send it. How that went, with the errors at its fields if any."""
        typed = {block: {view.element(block)["action_id"]: value} for block, value in values.items()}
        return self.desk.post("submit", user=self.name, view_id=view.id, values=typed)

    def finds(self, view: View, block: str, query: str) -> list[str]:
        """Type into a list that finds as one types: the values it offers."""
        action = view.element(block)["action_id"]
        found = self.desk.post("options", user=self.name, view_id=view.id, action_id=action, query=query)
        return [option["value"] for option in found["options"]]

    def selects(self, view: View, block: str, value: str) -> None:
        """Choose from a list that tells the desk at once."""
        action = view.element(block)["action_id"]
        answer = self._click(view, action, block_id=block, selected=value)
        assert answer["ok"], answer

    def modal(self) -> View:
        """The modal before them."""
        return self.modals()[-1]

    def modals(self) -> list[View]:
        return [View(body=body) for body in self.desk.get(f"views/{self.name}")["views"]]

    def closes(self, view: View) -> None:
        self.desk.post("close", user=self.name, view_id=view.id)

    def home(self) -> View:
        """Open the desk's Home tab."""
        return View(body=self.desk.post("home", user=self.name)["view"])

    def told(self) -> list[Message]:
        """What only this member sees in the channel, oldest first."""
        seen = self.desk.messages(self.channel, reader=self.name)
        return [message for message in seen if message.body.get("ephemeral_to") == self.id]

    def _told(self) -> list[tuple[str, str]]:
        return [(message.ts, message.words) for message in self.told()]

    def _click(self, shown: Shown, action_id: str, **more: Any) -> Json:
        where = {"view_id": shown.id} if isinstance(shown, View) else {}
        if isinstance(shown, Message):
            where = {"channel": shown.channel, "message_ts": shown.ts}
        return self.desk.post("click", user=self.name, action_id=action_id, **where, **more)
