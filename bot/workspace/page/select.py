"""Slack's selects, of every kind: one searches among the options that are there, or among those the desk finds."""

from collections.abc import Iterator
from typing import Any

from nicegui import ui
from nicegui.events import GenericEventArguments

from bot.workspace.blocks import Found
from bot.workspace.elements import EXTERNAL, KINDS, all_options
from bot.workspace.page.faces import channel_name
from bot.workspace.page.form import Form
from bot.workspace.page.mrkdwn import escaped, plain, plain_to_html
from bot.workspace.page.parts import tag
from bot.workspace.state import Json

_OPTION = """
<q-item-label v-if="props.opt.heading" header>{{ props.opt.label }}</q-item-label>
<q-item v-else v-bind="props.itemProps">
  <q-item-section>
    <q-item-label>{{ props.opt.label }}</q-item-label>
    <q-item-label v-if="props.opt.description" caption>{{ props.opt.description }}</q-item-label>
  </q-item-section>
</q-item>
"""


class Select:
    """A field with chips where one may choose many. It shows what stands in its form, whatever was clicked."""

    def __init__(self, found: Found, form: Form, label: str) -> None:
        self._found, self._form = found, form
        self._kind = KINDS[found.type]
        self._is_external = found.type in EXTERNAL
        self._holder = {} if self._is_external else _own_options(found, form)
        self._options = {option["value"]: option for option in all_options(self._holder)}
        self._picker = ui.element("q-select").classes("field select")
        self._picker.props.update({name: look for name, look in self._looks(label).items() if look is not None})
        self._picker.add_slot("option", _OPTION)
        with self._picker.add_slot("no-option"):
            self._nothing = tag("div", "no-option", plain_to_html(self._hint("")))
        self._picker.on("update:model-value", self._choose)
        self._picker.on("input-value", self._search, throttle=0.3, leading_events=False)
        if self._is_external and not self._least:
            self._picker.on("focus", lambda: self._search_for(""), args=[])

    def _looks(self, label: str) -> dict[str, Any]:
        value = self._form.value(self._found)
        return {
            "outlined": True,
            "dense": True,
            "options-dense": True,
            "behavior": "menu",
            "multiple": self._kind.many,
            "use-chips": self._kind.many,
            "use-input": True,
            "hide-selected": not self._kind.many,
            "fill-input": not self._kind.many,
            "input-debounce": 0,
            "clearable": bool(self._found.block.get("optional")),
            "max-values": self._found.element.get("max_selected_items"),
            "options": list(_lines(self._holder)),
            "model-value": self._shown(value),
            "aria-label": label,
            "placeholder": self._placeholder(value),
            "data-action-id": self._found.action_id,
        }

    def _placeholder(self, value: Any) -> str | None:
        placeholder = self._found.element.get("placeholder", {}).get("text")
        return plain(placeholder) if placeholder and not value else None

    @property
    def _least(self) -> int:
        least: int = self._found.element.get("min_query_length", 3)
        return least

    def _hint(self, query: str) -> str:
        if self._is_external and len(query) < self._least:
            return f"Type at least {self._least} characters"
        return "Nothing found"

    async def _search(self, event: GenericEventArguments) -> None:
        current = self._picker.props.get("model-value")
        # Choosing fills the field with what was chosen: that is no search, and ends the one before.
        is_chosen = isinstance(current, dict) and event.args == current["label"]
        await self._search_for("" if is_chosen else event.args)

    async def _search_for(self, query: str) -> None:
        holder = self._holder
        if self._is_external:
            holder = await self._form.offered(self._found, query) if len(query) >= self._least else {}
            self._options |= {option["value"]: option for option in all_options(holder)}
        lines = list(_lines(holder))
        if not self._is_external:
            lines = [line for line in lines if query.casefold() in line["label"].casefold()]
        if not self._picker.is_deleted:
            self._nothing.props["innerHTML"] = escaped(self._hint(query))
            self._picker.props["options"] = lines

    async def _choose(self, event: GenericEventArguments) -> None:
        self._picker.props.update({"model-value": event.args, "placeholder": self._placeholder(event.args)})
        await self._form.choose(self._found, self._value(event.args))
        if not self._picker.is_deleted:
            self._picker.props["model-value"] = self._shown(self._form.value(self._found))

    def _value(self, chosen: Any) -> Any:
        if isinstance(chosen, list):
            return [self._value(one) for one in chosen]
        if chosen is None:
            return None
        option = self._options[chosen["value"]]
        return option if self._kind.key.startswith("selected_option") else option["value"]

    def _shown(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._shown(one) for one in value]
        if value is None:
            return None
        option = value if isinstance(value, dict) else self._options.get(value, _option(value, value))
        self._options.setdefault(option["value"], option)
        return _line(option)


def _lines(holder: Json) -> Iterator[dict[str, Any]]:
    for option in holder.get("options") or ():
        yield _line(option)
    for group in holder.get("option_groups") or ():
        yield {"label": plain(group["label"]["text"]), "value": None, "heading": True, "disable": True}
        yield from map(_line, group["options"])


def _line(option: Json) -> dict[str, Any]:
    line = {"label": plain(option["text"]["text"]), "value": option["value"]}
    if description := option.get("description"):
        line["description"] = plain(description["text"])
    return line


def _own_options(found: Found, form: Form) -> Json:
    """What the element offers by itself: its options, or the workspace's people or channels."""
    state = form.person.workspace.state
    if "users" in found.type:
        people = [member for member in state.members.values() if not member.is_bot and not member.deleted]
        return {"options": [_option(member.id, member.real_name) for member in people]}
    if "channels" in found.type or "conversations" in found.type:
        channels = state.channels_of(form.person.member)
        return {"options": [_option(channel.id, channel_name(state, channel)) for channel in channels]}
    return found.element


def _option(value: str, text: str) -> Json:
    return {"text": {"type": "plain_text", "text": text}, "value": value}
