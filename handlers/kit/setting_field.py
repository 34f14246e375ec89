"""What a kind of setting looks like: its field in a modal, how that is read and refused, its value in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from slack_sdk.models.blocks import Block, Option
from slack_sdk.models.blocks.block_elements import InputInteractiveElement

from handlers.kit.blocks import LABEL, asked, cut, plain_text
from handlers.kit.fields import Fields
from handlers.kit.member import Group
from handlers.kit.messages import plain
from handlers.kit.tools import Tools
from store.types import GroupId, WorkspaceId
from store.workspaces.kinds import Kind
from store.workspaces.settings import Setting

K = TypeVar("K", bound=Kind[Any])
Groups = Mapping[GroupId, Group]
Row = Setting[Any]

_SHORT = 60  # characters of a value in words
_NAMED = 3  # channels or members in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """For whom fields are made: their language, and the user groups that can be chosen."""

    locale: str
    groups: Groups


class FieldOf(Generic[K]):
    """How settings of one kind are asked, read and told. Reading raises BadField at the field that is wrong."""

    optional = False

    def __init__(self, kind: K) -> None:
        self.kind = kind

    def blocks(self, asking: Asking, shown: Sequence[tuple[Row, Any]]) -> list[Block]:
        """The fields of the settings that stand in one block, each with the value that it shows."""
        return [
            asked(
                asking.locale,
                row.block_id,
                row.label,
                self.element(asking, row, value),
                hint=row.hint,
                optional=self.optional,
            )
            for row, value in shown
        ]

    def element(self, asking: Asking, row: Row, value: Any) -> InputInteractiveElement:
        """What one setting is typed into or chosen in, with the value that it shows."""
        raise NotImplementedError

    def is_asked(self, row: Row, fields: Fields) -> bool:
        """Whether a modal that was sent asks for it."""
        return row.block_id in fields

    def read(self, row: Row, fields: Fields) -> Any:
        """The value that a modal which was sent has for it. Raises BadField."""
        raise NotImplementedError

    def check(self, _tools: Tools, _workspace: WorkspaceId, _row: Row, _value: Any) -> None:
        """Ask Slack whether it can be so. Raises BadField, SlackSilent."""

    def say(self, _locale: str, written: Any) -> str:
        """A value, as the record has it, in a line of the record."""
        return plain(str(written)[:_SHORT])

    def tell(self, locale: str, _row: Row, written: Any) -> str:
        """A value, as the record has it, where it stands beside what the setting is called."""
        return self.say(locale, written)


def option(text: str, value: str) -> Option:
    """A choice, cut where Slack would not show all of it."""
    return Option(text=plain_text(cut(text, LABEL)), value=value)


def few(named: list[str]) -> str:
    """The first of some names in a line."""
    return " ".join(named if len(named) <= _NAMED else [*named[:_NAMED], "…"])
