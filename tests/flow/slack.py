"""What members see: messages and modals, and where in them a thing to press stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

PHONES, GENERAL, PARTNER, PRIVATE = "phone-numbers", "general", "shared-partner", "private-ops"


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A message, or a modal or Home tab, in Slack's own JSON."""

    body: Json

    @property
    def words(self) -> str:
        """All that can be read there."""
        texts = [self.body.get("text"), *_texts(self.body.get("title")), *_texts(self.body.get("blocks"))]
        return "\n".join(filter(None, texts))

    @property
    def numbers(self) -> list[str]:
        """The phone numbers that can be read there, as E.164."""
        return [re.sub(r"[^+\d]", "", written) for written in re.findall(r"`(\+[\d -]+)`", self.words)]

    @property
    def buttons(self) -> list[str]:
        """Their labels, in order."""
        return [element["text"]["text"] for element in self._buttons()]

    def button(self, label: str) -> Json:
        found = next((element for element in self._buttons() if element["text"]["text"] == label), None)
        assert found, f"there is no button “{label}” but {self.buttons} in: {self.words}"
        return found

    def _buttons(self) -> Iterator[Json]:
        for block in self.body.get("blocks", []):
            beside = [block["accessory"]] if "accessory" in block else []
            yield from (element for element in [*block.get("elements", []), *beside] if element["type"] == "button")


@dataclass(frozen=True, kw_only=True)
class Message(Shown):
    channel: str

    @property
    def ts(self) -> str:
        return str(self.body["ts"])

    @property
    def text(self) -> str:
        return str(self.body["text"])

    @property
    def is_reply(self) -> bool:
        return self.body.get("thread_ts") not in (None, self.ts)

    @property
    def is_broadcast(self) -> bool:
        """A reply in a thread that the channel sees too."""
        return self.body.get("subtype") == "thread_broadcast"


@dataclass(frozen=True, kw_only=True)
class View(Shown):
    @property
    def id(self) -> str:
        return str(self.body["id"])

    @property
    def inputs(self) -> list[str]:
        """Their block ids, in order."""
        return [block["block_id"] for block in self.body["blocks"] if block["type"] == "input"]

    def element(self, block_id: str) -> Json:
        found: Json = next(block["element"] for block in self.body["blocks"] if block["block_id"] == block_id)
        return found

    def options(self, block_id: str) -> list[str]:
        """The values that can be chosen."""
        return [option["value"] for option in self.element(block_id)["options"]]

    def standing(self, block_id: str) -> Any:
        """What the input says at present: a text, a value, or a list of values."""
        state = self.body["state"]["values"][block_id][self.element(block_id)["action_id"]]
        (value,) = (value for key, value in state.items() if key != "type")
        if isinstance(value, list):
            return [option["value"] if isinstance(option, dict) else option for option in value]
        return value["value"] if isinstance(value, dict) else value


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("text"), str):
            yield part["text"]
        for key, value in part.items():
            if key != "confirm":
                yield from _texts(value)
    elif isinstance(part, list):
        for each in part:
            yield from _texts(each)
