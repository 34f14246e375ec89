"""What stands in the elements of a message or a view, and what a person does with them."""

from collections.abc import Iterator
from typing import Any

from bot.workspace import actions
from bot.workspace.actions import Outcome, Place, Plain, Values
from bot.workspace.blocks import Found, interactive
from bot.workspace.elements import KINDS, initial_values, kept_values, put
from bot.workspace.page import confirm
from bot.workspace.page.person import Person
from bot.workspace.state import Json


class Form:
    """One person's sight of a message or a view: its elements, and what stands in them until they send it.

    `values` is the `state.values` that the workspace has of it; what it does not name stands as the app drew it.
    """

    def __init__(self, person: Person, place: Place, blocks: list[Json], values: Json) -> None:
        self.person, self.place = person, place
        self.names = person.name_of
        self.blocks = blocks
        self.values = initial_values(blocks)
        for block_id, stands in values.items():
            self.values.setdefault(block_id, {}).update(stands)

    def update(self, blocks: list[Json]) -> None:
        """The desk changed what is shown. What was typed in what is still there stays."""
        self.values = kept_values(blocks, self.values)
        self.blocks = blocks

    def value(self, found: Found) -> Any:
        """What stands in an element, without its type. Raises KeyError for one that has no value, such as a button."""
        value = self.values[found.block_id][found.action_id]
        return value[KINDS[found.type].key]

    def put(self, found: Found, value: Any) -> None:
        """Have this stand in an element, and tell the desk nothing."""
        put(self.values, found, {"type": found.type, KINDS[found.type].key: value})

    async def choose(self, found: Found, value: Any) -> None:
        """Put it in, and tell the desk where the element acts at once."""
        if value == self.value(found):
            return
        if not acts_at_once(found):
            self.put(found, value)
        elif await self.confirmed(found.element):
            self.put(found, value)
            await self.press(found, plain(value))

    async def press(self, found: Found, selected: Plain = None) -> Outcome:
        """Press, with all that is typed by then; what fails is told to the person."""
        tx = actions.click(
            self.person.workspace,
            self.place,
            user=self.person.id,
            action_id=found.action_id,
            block_id=found.block_id,
            selected=selected,
            values=self.plain_values(),
        )
        return await self.person.attempt(tx)

    async def confirmed(self, holder: Json) -> bool:
        """Whether the person stands by it; `holder` may have a confirm dialog."""
        return "confirm" not in holder or await confirm.ask(holder["confirm"], self.person)

    async def offered(self, found: Found, query: str) -> Json:
        """The options that the desk finds for what is typed; none where that fails, which is told to the person."""
        tx = actions.options(
            self.person.workspace,
            self.place,
            user=self.person.id,
            action_id=found.action_id,
            block_id=found.block_id,
            query=query,
        )
        return await self.person.attempt_json(tx)

    def plain_values(self) -> Values:
        """All that stands in it, as actions.submit and actions.click take it."""
        values: Values = {}
        for found in self._fields():
            values.setdefault(found.block_id, {})[found.action_id] = plain(self.value(found))
        return values

    def _fields(self) -> Iterator[Found]:
        return (found for found in interactive(self.blocks) if found.type in KINDS)


def acts_at_once(found: Found) -> bool:
    """Whether the desk is told of a choice as it is made, rather than when the form is sent."""
    return not found.is_input or bool(found.block.get("dispatch_action"))


def plain(value: Any) -> Plain:
    """A value of `state.values` as a person gives it."""
    if value is None:
        return None
    return [_word(item) for item in value] if isinstance(value, list) else _word(value)


def _word(value: Any) -> str:
    if isinstance(value, dict):
        word: str = value["id"] if "id" in value else value["value"]
        return word
    return str(value)
